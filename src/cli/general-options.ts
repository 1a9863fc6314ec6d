/** The options that every command has. */
import { LIST_MERGES, type ListMerge } from '../hierarchy/value.ts';
import type { Call } from './command.ts';
import { choice, flag, text, type Option } from './options.ts';

const PROJECT =
  'The project: the folder with .komposconfig.yaml. Default: the nearest one, from the current directory upwards.';
const MODES = "append, append_unique, override or prepend, instead of the project's setting.";
const VERBOSE_HELP = 'Logs to standard error what is compared, which programs run, and how long it takes.';

const ROOT_PATH = text('--root-path', 'DIR', PROJECT);
const LIST_MERGE = choice('--list-merge', 'MODE', LIST_MERGES, MODES);
export const VERBOSE = { ...flag('--verbose', VERBOSE_HELP), short: '-v' };
export const HELP = { ...flag('--help', 'Prints this text, or that of one command.'), short: '-h' };
export const VERSION = { ...flag('--version', 'Prints the version.'), short: '-V' };

/** Of commands that render leaves, or show their configuration. */
export const SKIP_SECRETS = flag('--skip-secrets', 'Reads no secret store: stand-ins take the place of secrets.');

/** They may stand before a command and behind it. */
export const GENERAL: readonly Option<unknown>[] = [ROOT_PATH, LIST_MERGE, VERBOSE, HELP, VERSION];

/** Those that may also stand among arguments that are passed on to a program, which knows none of these names. */
export const ANYWHERE: readonly Option<unknown>[] = [LIST_MERGE, VERBOSE];

/** What each request says about the project. */
export interface ProjectRequest {
  /** Undefined: found from the current directory upwards. */
  readonly rootPath: string | undefined;
  readonly listMerge: ListMerge | undefined;
}

export function projectOf({ get }: Call): ProjectRequest {
  return { rootPath: get(ROOT_PATH), listMerge: get(LIST_MERGE) };
}
