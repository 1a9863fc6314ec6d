/** What Terraform's subcommands need. Pure. */
import { VARIABLES_FILE } from '../rendering/terraform-files.ts';

/** Subcommands that work in a folder that was not initialised. */
const WITHOUT_INIT = new Set(['init', 'fmt', 'version', 'get', 'login', 'logout', '-version', '-help']);
const WITH_VARIABLES = new Set(['plan', 'apply', 'destroy', 'import', 'refresh', 'console']);
const WRITING = new Set(['apply', 'destroy', 'import', 'refresh', 'taint', 'untaint']);

/** Options of `apply` that may take their value as the next argument. */
const VALUE_OPTIONS = /^--?(?:var|var-file|target|replace|state|state-out|backup|lock-timeout|parallelism)$/u;

export function needsInit(subcommand: string): boolean {
  return !WITHOUT_INIT.has(subcommand);
}

/** Whether a subcommand may write to the state. */
export function writesState(subcommand: string): boolean {
  return WRITING.has(subcommand);
}

/** The subcommand with the configuration as variables where it takes them, then the user's own arguments. */
export function subcommandArguments(subcommand: string, args: readonly string[]): readonly string[] {
  // A saved plan has its variables in it, and Terraform refuses others.
  if (!WITH_VARIABLES.has(subcommand) || (subcommand === 'apply' && hasPlanFile(args))) return [subcommand, ...args];
  return [subcommand, `-var-file=${VARIABLES_FILE}`, ...args];
}

function hasPlanFile(args: readonly string[]): boolean {
  const last = args.at(-1);
  return last !== undefined && !last.startsWith('-') && !VALUE_OPTIONS.test(args.at(-2) ?? '');
}
