/** The arguments that Terraform gets for what a person typed. Pure. */
import { VARIABLES_FILE } from '../rendering/terraform-files.ts';
import { asksForHelp, isSwitchedOn, operandsOf, type Subcommand } from './subcommands.ts';

/**
 * The subcommand with what is added to it, then the user's own arguments.
 *
 * @param takesConfiguration whether the root module declares `variable "config"`
 * @param colors whether Terraform may print colors
 */
export function subcommandArguments(
  { words, args, takesVariables }: Subcommand,
  takesConfiguration: boolean,
  colors: boolean,
): readonly string[] {
  if (asksForHelp([...words, ...args])) return [...words, ...args];
  // A saved plan contains its variables, and Terraform rejects others.
  const isTaken = takesConfiguration && takesVariables && !(words[0] === 'apply' && operandsOf(args).length > 0);
  const knowsColors = words[0] !== 'fmt' && words[0] !== 'login' && words[0] !== 'logout';
  const isPlain = !colors && knowsColors && !args.some((each) => /^--?no-color$/u.test(each));
  return [...words, ...(isPlain ? ['-no-color'] : []), ...(isTaken ? [`-var-file=${VARIABLES_FILE}`] : []), ...args];
}

/** Whether Terraform is asked to report changes by exit code 2. */
export function wantsDetailedExitCode(args: readonly string[]): boolean {
  return isSwitchedOn(args, 'detailed-exitcode');
}

/** Whether the subcommand destroys, so that the order of leaves is reversed. */
export function destroys({ words, args }: Subcommand): boolean {
  return words[0] === 'destroy' || isSwitchedOn(args, 'destroy');
}

/** @param timeout Terraform's `-lock-timeout`: `5m`; undefined: takes no lock of the state */
export function lockArguments(timeout: string | undefined): readonly string[] {
  return [timeout === undefined ? '-lock=false' : `-lock-timeout=${timeout}`];
}
