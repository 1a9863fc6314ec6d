/** What running Terraform for leaves gets from the machine. */
import type { Problem } from '../../base/problems.ts';
import type { LocalContext } from '../../execution/local-project.ts';

export interface TerraformContext extends LocalContext {
  readonly now: Date;
  /** How many leaves are read at a time. */
  readonly parallelism: number;
  /** `linux_amd64` */
  readonly platform: string;
  /** Whether standard input is a terminal. */
  readonly onTerminal: boolean;
  /** Whether standard output shows colors. */
  readonly colors: boolean;
  /** Prints to standard output. */
  readonly print: (text: string) => void;
  /** Reports an error that does not end the command. */
  readonly showError: (problem: Problem) => void;
}
