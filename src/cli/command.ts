/** What a row of the table of commands says; `commands.ts` lists them. */
import type { Problem } from '../base/problems.ts';
import type { LocalContext } from '../execution/local-project.ts';
import type { Paint } from '../commands/plan/terminal-details.ts';
import type { Option } from './options.ts';

/** What a command gets from the machine, and where it prints to. */
export interface Edge extends LocalContext {
  /** All commands. */
  readonly commands: readonly Command[];
  readonly now: Date;
  /** How many leaves may be worked on at a time. */
  readonly parallelism: number;
  /** `linux_amd64` */
  readonly platform: string;
  /** Whether standard input is a terminal. */
  readonly onTerminal: boolean;
  /** Of standard output, if it is a terminal. */
  readonly columns: number | undefined;
  /** Whether standard output shows colors. */
  readonly colors: boolean;
  /** Reports an error that does not end the command. */
  readonly showError: (problem: Problem) => void;
  /** Prints to standard output. */
  readonly print: (text: string) => void;
  /** Colors for standard output, if it shows any. */
  readonly paint: Paint;
}

/** What was typed for one command. */
export interface Call {
  /** The value given for an option, or its default. */
  readonly get: <T>(option: Option<T>) => T;
  /** The word given for `<config_path>`, before or behind the command. */
  readonly configPath: string | undefined;
  /** The words given for its other operands, in order; optional ones may be missing. */
  readonly words: readonly string[];
}

/** A command line to try, and what it does. */
export interface Example {
  /** Without the leading `kompos`. */
  readonly line: string;
  readonly does: string;
}

/** What reading the arguments and the help need to know about a command. */
export interface CommandRow {
  readonly name: string;
  /** One sentence, as in a list of all commands. */
  readonly summary: string;
  /** What else its own help says: whole sentences. */
  readonly details?: string | undefined;
  /** Words that it takes, in order: `KEY`, `[KEY]` if it may be missing, `<config_path>` if it may also come before it. */
  readonly operands: readonly string[];
  /** Its other words, if it passes all that it does not know on to a program: they follow the operands. */
  readonly passesOn?: readonly string[] | undefined;
  /** Whether it gets all words behind it as they are, without any options taken out. */
  readonly raw?: boolean | undefined;
  readonly options: readonly Option<unknown>[];
  /** Those of them that are understood among the arguments that it passes on. */
  readonly behind?: readonly Option<unknown>[] | undefined;
  readonly examples: readonly [Example, Example];
}

/** A row, ready to be run with what was typed. */
export interface Command extends CommandRow {
  /** @throws ProblemError (code `usage`) for what cannot be meant */
  readonly bind: (call: Call) => BoundCommand;
}

/** One typed request. */
export interface BoundCommand {
  readonly request: unknown;
  /** @returns the exit code */
  readonly run: (edge: Edge) => Promise<number>;
}

/**
 * Makes a row of the table.
 *
 * @param row `request` turns what was typed into the command's own request (pure); `run` imports the command's code on
 *   demand, runs it, prints its text, and returns the exit code
 */
export function command<Request>(
  row: CommandRow & {
    readonly request: (call: Call) => Request;
    readonly run: (request: Request, edge: Edge) => Promise<number>;
  },
): Command {
  const { request: requestOf, run, ...rest } = row;
  return {
    ...rest,
    bind(call) {
      const request = requestOf(call);
      return { request, run: (edge) => run(request, edge) };
    },
  };
}
