/** The commands and options of the command line: a row for each. The help is generated from them. */
import { LIST_MERGES } from '../hierarchy/value.ts';
import { choice, flag, text, texts, usageError, type Option } from './options.ts';

/** The value given for an option. */
type Get = <T>(option: Option<T>) => T;

const PROJECT = 'The project: the folder with .komposconfig.yaml. Default: the current directory.';
const MODES = "append, append_unique, override or prepend, instead of the project's setting.";
const BASE_HELP = (side: string): string =>
  `The commit to compare with. Default: where the ${side} branched off the remote's default branch.`;
const HEAD_HELP = 'The commit to compare. Default: the working tree, with uncommitted changes.';
const FORMATS = 'table (default), json (every reason in full), or paths (one per line, removed leaves too).';
const PLAN_FORMATS = `text (default) or markdown, as in a comment. Sensitive values and those of {{env(NAME)}}
are masked in both.`;
const VERBOSE_HELP = 'Logs to standard error what is compared, which programs run, and how long it takes.';

const ROOT_PATH = text('--root-path', 'DIR', PROJECT);
const LIST_MERGE = choice('--list-merge', 'MODE', LIST_MERGES, MODES);
const VERBOSE = flag('--verbose', VERBOSE_HELP);
export const HELP = { ...flag('--help', 'Prints this text.'), short: '-h' };
export const VERSION = { ...flag('--version', 'Prints the version.'), short: '-v' };

/** The options of every command. */
export const GENERAL: readonly Option<unknown>[] = [ROOT_PATH, LIST_MERGE, VERBOSE, HELP, VERSION];

const DRY_RUN = flag('--dry-run', 'Renders and prints where the files are, without running Terraform.');
const CONFIG_FORMAT = choice('--format', 'FORMAT', ['yaml', 'json'], 'yaml (default) or json.');
const FILTER = texts('--filter', 'KEY', 'Only this top-level key; may be repeated.');
const EXCLUDE = texts('--exclude', 'KEY', 'Without this top-level key; may be repeated.');
const OUTPUT_FILE = text('--output-file', 'FILE', 'Writes to a file instead of standard output.');
const SKIP_SECRETS = flag('--skip-secrets', 'Reads no secret store: stand-ins take the place of secrets.');
const BASE = text('--base', 'REV', BASE_HELP('head'));
const HEAD = text('--head', 'REV', HEAD_HELP);
const AFFECTED_FORMAT = choice('--format', 'FORMAT', ['table', 'json', 'paths'], FORMATS);
const PLAN_BASE = text('--base', 'REV', BASE_HELP('working tree'));
const PLAN_FORMAT = choice('--format', 'FORMAT', ['text', 'markdown'], PLAN_FORMATS);

/** What reading the arguments and the help need to know about a command. */
export interface CommandRow {
  readonly name: string;
  readonly help: string;
  readonly options: readonly Option<unknown>[];
  /** What surrounds its options in the usage, if it passes all other arguments on to a program. */
  readonly passesOn?: readonly [string, string];
}

/** About a leaf, or a folder above leaves: its path comes before the command. */
interface LeafCommand extends CommandRow {
  readonly path: 'required';
  readonly make: (configPath: string, get: Get, others: readonly string[]) => { readonly kind: string };
}

/** About the whole project, or what is below a path on either side of the command. */
interface ProjectCommand extends CommandRow {
  readonly path: 'optional';
  readonly make: (configPath: string | undefined, get: Get) => { readonly kind: string };
}

export const COMMANDS = [
  {
    name: 'terraform',
    path: 'required',
    passesOn: ['<subcommand>', "[terraform's own arguments…]"],
    help: `Renders each leaf into .kompos-runtime and runs Terraform there. "init" runs first where
it is needed; plan, apply, destroy and import get the configuration as var.config.`,
    options: [DRY_RUN, SKIP_SECRETS, VERBOSE],
    make(configPath, get, [subcommand, ...args]) {
      if (subcommand === undefined || subcommand.startsWith('-')) {
        throw usageError('The terraform subcommand is missing.', 'Try: kompos <config_path> terraform plan');
      }
      const [dryRun, skipSecrets] = [get(DRY_RUN), get(SKIP_SECRETS)];
      return { kind: 'terraform' as const, configPath, ...common(get), subcommand, args, dryRun, skipSecrets };
    },
  },
  {
    name: 'config',
    path: 'required',
    help: 'Prints the merged and interpolated configuration.',
    options: [CONFIG_FORMAT, FILTER, EXCLUDE, OUTPUT_FILE, SKIP_SECRETS],
    make: (configPath, get) => ({
      kind: 'config' as const,
      configPath,
      ...common(get),
      format: get(CONFIG_FORMAT) ?? 'yaml',
      filter: get(FILTER),
      exclude: get(EXCLUDE),
      outputFile: get(OUTPUT_FILE),
      skipSecrets: get(SKIP_SECRETS),
    }),
  },
  {
    name: 'affected',
    path: 'optional',
    help: `Prints the leaves whose rendering differs between two revisions, and why. Without <config_path>: of
the whole project.`,
    options: [BASE, HEAD, AFFECTED_FORMAT],
    make: (configPath, get) => ({
      kind: 'affected' as const,
      configPath,
      ...common(get),
      base: get(BASE),
      head: get(HEAD),
      format: get(AFFECTED_FORMAT) ?? 'table',
    }),
  },
  {
    name: 'plan',
    path: 'optional',
    help: `Plans the leaves that the working tree changes, and prints the report that a pull request would get.
Nothing is applied. Without <config_path>: of the whole project.`,
    options: [PLAN_BASE, PLAN_FORMAT, SKIP_SECRETS],
    make: (configPath, get) => ({
      kind: 'plan' as const,
      configPath,
      ...common(get),
      base: get(PLAN_BASE),
      format: get(PLAN_FORMAT) ?? 'text',
      skipSecrets: get(SKIP_SECRETS),
    }),
  },
] as const satisfies readonly (LeafCommand | ProjectCommand)[];

/** One typed request. */
export type Command = ReturnType<(typeof COMMANDS)[number]['make']>;

function common(get: Get) {
  return { rootPath: get(ROOT_PATH) ?? '.', listMerge: get(LIST_MERGE), verbose: get(VERBOSE) };
}
