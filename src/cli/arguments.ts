/** argv → one typed command. Pure. */
import { LIST_MERGES, type ListMerge } from '../hierarchy/value.ts';
import { problem, ProblemError } from '../base/problems.ts';
import { nearest } from '../base/nearest.ts';

interface Common {
  /** As typed: relative to the project root, or to the current directory. */
  readonly configPath: string;
  /** Folder of the project; as typed. */
  readonly rootPath: string;
  readonly listMerge: ListMerge | undefined;
}

export interface TerraformCommand extends Common {
  readonly kind: 'terraform';
  readonly subcommand: string;
  /** Terraform's own arguments, passed on as they are. */
  readonly args: readonly string[];
  readonly dryRun: boolean;
}

export interface ConfigCommand extends Common {
  readonly kind: 'config';
  readonly format: 'yaml' | 'json';
  /** Only these top-level keys; empty: all. */
  readonly filter: readonly string[];
  readonly exclude: readonly string[];
  /** Standard output where it is missing. */
  readonly outputFile: string | undefined;
}

export interface AffectedCommand extends Omit<Common, 'configPath'> {
  readonly kind: 'affected';
  /** Only leaves at or below it; undefined: all. */
  readonly configPath: string | undefined;
  /** Revisions as git understands them. */
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly format: 'table' | 'json' | 'paths';
}

export interface PlanCommand extends Omit<AffectedCommand, 'kind' | 'head' | 'format'> {
  readonly kind: 'plan';
  readonly format: 'text' | 'markdown';
}

export type Command =
  | TerraformCommand
  | ConfigCommand
  | AffectedCommand
  | PlanCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

const COMMANDS = ['terraform', 'config', 'affected', 'plan'];

/** @throws ProblemError (code `usage`) that says what is wrong and what is allowed */
export function parseArguments(argv: readonly string[]): Command {
  if (argv.length === 0) return { kind: 'help' };
  const rest = [...argv];
  let configPath: string | undefined;
  let rootPath = '.';
  let listMerge: ListMerge | undefined;

  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [name, inline] = splitOption(argument);
    switch (name) {
      case '--help':
      case '-h':
      case 'help':
        return { kind: 'help' };
      case '--version':
      case '-v':
        return { kind: 'version' };
      case '--root-path':
        rootPath = inline ?? value(name, rest.shift());
        break;
      case '--list-merge':
        listMerge = oneOf(name, inline ?? value(name, rest.shift()), LIST_MERGES);
        break;
      default: {
        if (name.startsWith('-')) throw unknownOption(name, ['--root-path', '--list-merge', '--help', '--version']);
        if (argument === 'affected' || argument === 'plan') {
          return comparingCommand(argument, { configPath, rootPath, listMerge }, rest);
        }
        if (configPath === undefined) {
          configPath = argument;
          break;
        }
        const common = { configPath, rootPath, listMerge };
        if (argument === 'terraform') return terraformCommand(common, rest);
        if (argument === 'config') return configCommand(common, rest);
        const closest = nearest(argument, COMMANDS);
        throw usage(
          `"${argument}" is no command.`,
          closest === undefined ? `Allowed: ${COMMANDS.join(', ')}.` : `Did you mean "${closest}"?`,
        );
      }
    }
  }
  throw usage(
    configPath === undefined ? 'The configuration path is missing.' : `What is to be done with "${configPath}"?`,
    'Try: kompos <config_path> terraform plan',
  );
}

function terraformCommand(common: Common, rest: readonly string[]): Command {
  const [first, ...others] = rest.filter((argument) => argument !== '--dry-run');
  if (first === '--help' || first === '-h') return { kind: 'help' };
  if (first === undefined || first.startsWith('-')) {
    throw usage('The terraform subcommand is missing.', 'Try: kompos <config_path> terraform plan');
  }
  return { kind: 'terraform', ...common, subcommand: first, args: others, dryRun: rest.includes('--dry-run') };
}

function configCommand(common: Common, given: readonly string[]): Command {
  const rest = [...given];
  let format: 'yaml' | 'json' = 'yaml';
  let outputFile: string | undefined;
  const filter: string[] = [];
  const exclude: string[] = [];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [name, inline] = splitOption(argument);
    const take = (): string => inline ?? value(name, rest.shift());
    switch (name) {
      case '--format':
        format = oneOf(name, take(), ['yaml', 'json'] as const);
        break;
      case '--filter':
        filter.push(take());
        break;
      case '--exclude':
        exclude.push(take());
        break;
      case '--output-file':
        outputFile = take();
        break;
      case '--help':
      case '-h':
        return { kind: 'help' };
      default:
        throw unknownOption(argument, ['--format', '--filter', '--exclude', '--output-file']);
    }
  }
  return { kind: 'config', ...common, format, filter, exclude, outputFile };
}

/** The commands whose path may stand on either side of them, because they are about the whole project without one. */
function comparingCommand(
  kind: 'affected' | 'plan',
  common: Omit<Common, 'configPath'> & { configPath: string | undefined },
  given: readonly string[],
): Command {
  const rest = [...given];
  let { configPath, rootPath, listMerge } = common;
  let base: string | undefined;
  let head: string | undefined;
  let format: string | undefined;
  const known = ['--base', ...(kind === 'affected' ? ['--head'] : []), '--format', '--root-path', '--list-merge'];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [name, inline] = splitOption(argument);
    if (name === '--help' || name === '-h') return { kind: 'help' };
    if (!known.includes(name)) {
      if (name.startsWith('-') || configPath !== undefined) throw unknownOption(argument, known);
      configPath = argument;
      continue;
    }
    const option = inline ?? value(name, rest.shift());
    if (name === '--base') base = option;
    else if (name === '--head') head = option;
    else if (name === '--format') format = option;
    else if (name === '--root-path') rootPath = option;
    else listMerge = oneOf(name, option, LIST_MERGES);
  }
  const asked = { configPath, rootPath, listMerge, base };
  if (kind === 'plan') return { kind, ...asked, format: oneOf('--format', format ?? 'text', ['text', 'markdown']) };
  return { kind, ...asked, head, format: oneOf('--format', format ?? 'table', ['table', 'json', 'paths']) };
}

/** `--name=value` in two; only the name where there is no `=`. */
function splitOption(argument: string): [string, string?] {
  const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return equals < 0 ? [argument] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

function value(option: string, given: string | undefined): string {
  if (given === undefined || given.startsWith('--')) throw usage(`${option} needs a value.`, 'See kompos --help.');
  return given;
}

function oneOf<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given);
  if (found !== undefined) return found;
  throw usage(`${option} is "${given}".`, `Allowed: ${allowed.join(', ')}.`);
}

function unknownOption(option: string, known: readonly string[]): ProblemError {
  const closest = nearest(option, known);
  return usage(
    `Unknown option "${option}".`,
    closest === undefined
      ? "See kompos --help; Terraform's own options go behind the subcommand."
      : `Did you mean "${closest}"?`,
  );
}

function usage(message: string, hint: string): ProblemError {
  return new ProblemError([problem('usage', message, { hint })]);
}
