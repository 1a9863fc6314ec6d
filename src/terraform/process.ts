/** How Terraform is started. */
import { LOG_PATH, type Call, type ChildProcesses, type Output } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';

export interface TerraformCall extends Omit<Call, 'program'> {
  readonly binary: { readonly path: string; readonly processes: ChildProcesses };
  /** Called with each line of standard output, then of standard error and of its log, when Terraform has ended. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** It starts no provider, so a setting for Go's memory concerns nothing but itself. */
  readonly startsNoProvider?: boolean | undefined;
}

/**
 * A command that starts no provider runs for a tenth of a second, and spends a quarter of it on collecting garbage in a
 * heap of a few megabytes. Whoever sets the variable for Terraform gets what they have set.
 */
const LESS_COLLECTING = { GOGC: '400' };

/**
 * Runs Terraform without a terminal and collects what it prints. What `TF_LOG` asks for comes apart from it, so that
 * standard error has nothing but diagnostics.
 */
export async function runTerraform({
  binary,
  onLine,
  environment: given,
  startsNoProvider,
  ...call
}: TerraformCall): Promise<Output & { readonly timedOut: boolean }> {
  const environment = startsNoProvider === true ? { ...LESS_COLLECTING, ...given } : given;
  const logs = logsToUs(environment);
  const { log, ...output } = await binary.processes.runApart({
    ...call,
    program: binary.path,
    environment: logs ? { ...environment, TF_LOG_PATH: LOG_PATH } : environment,
    logs,
  });
  if (onLine !== undefined) for (const line of [output.stdout, output.stderr, log].flatMap(linesOf)) onLine(line);
  return output;
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/u, '').split('\n');
}

/** Whether a log is asked for, and would go to standard error: not to a file of the user's own. */
function logsToUs(environment: Environment): boolean {
  const path = environment['TF_LOG_PATH'] ?? '';
  if (path !== '' && !/^\/(?:dev|proc)\//u.test(path)) return false;
  return Object.entries(environment).some(([name, value]) => /^TF_LOG(?:_(?!PATH)|$)/u.test(name) && value !== '');
}
