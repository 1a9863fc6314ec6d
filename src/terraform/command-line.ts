/** What Terraform's subcommands need. Pure. */
import { VARIABLES_FILE } from '../rendering/terraform-files.ts';

/** Subcommands that work in an uninitialized folder. */
const WITHOUT_INIT = new Set(['init', 'fmt', 'version', 'get', 'login', 'logout', '-version', '-help']);
const WITH_VARIABLES = new Set(['plan', 'apply', 'destroy', 'import', 'refresh', 'console']);
const WRITING = new Set(['apply', 'destroy', 'import', 'refresh', 'taint', 'untaint']);

/** Options of `apply` that may take their value as the next argument. */
const VALUE_OPTIONS = /^--?(?:var|var-file|target|replace|state|state-out|backup|lock-timeout|parallelism)$/u;

/** Whether a subcommand works only in an initialized folder; unknown ones do. */
export function needsInit(subcommand: string): boolean {
  return !WITHOUT_INIT.has(subcommand);
}

/** Whether a subcommand may write to the state. */
export function writesState(subcommand: string): boolean {
  return WRITING.has(subcommand);
}

/**
 * The subcommand with the configuration as variables where it takes them, then the user's own arguments.
 *
 * @param takesConfiguration whether the root module declares `variable "config"`
 */
export function subcommandArguments(
  subcommand: string,
  args: readonly string[],
  takesConfiguration: boolean,
): readonly string[] {
  // A saved plan contains its variables, and Terraform rejects others.
  const isTaken = takesConfiguration && WITH_VARIABLES.has(subcommand);
  if (!isTaken || (subcommand === 'apply' && hasPlanFile(args))) return [subcommand, ...args];
  return [subcommand, `-var-file=${VARIABLES_FILE}`, ...args];
}

/** Whether Terraform is asked to report changes by exit code 2. */
export function wantsDetailedExitCode(args: readonly string[]): boolean {
  return isSwitchedOn(args, 'detailed-exitcode');
}

/** Whether the subcommand destroys, so that the order of leaves is reversed. */
export function destroys(subcommand: string, args: readonly string[]): boolean {
  return subcommand === 'destroy' || isSwitchedOn(args, 'destroy');
}

/** A boolean flag as Go reads it: one dash or two, alone or with a value. */
function isSwitchedOn(args: readonly string[], flag: string): boolean {
  const values = args.flatMap((argument) => new RegExp(`^--?${flag}(?:=(.*))?$`, 'u').exec(argument)?.slice(1) ?? []);
  const last = values.at(-1) ?? (values.length > 0 ? 'true' : 'false');
  return /^(1|t|true)$/iu.test(last);
}

function hasPlanFile(args: readonly string[]): boolean {
  const last = args.at(-1);
  return last !== undefined && !last.startsWith('-') && !VALUE_OPTIONS.test(args.at(-2) ?? '');
}

/** @param timeout Terraform's `-lock-timeout`: `5m`; undefined: takes no lock of the state */
export function lockArguments(timeout: string | undefined): readonly string[] {
  return [timeout === undefined ? '-lock=false' : `-lock-timeout=${timeout}`];
}
