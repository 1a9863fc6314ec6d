/** How Terraform is started. */
import { LOG_PATH, type Call, type ChildProcesses, type Output } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';

export interface TerraformCall extends Omit<Call, 'program'> {
  readonly binary: { readonly path: string; readonly processes: ChildProcesses };
  /** Called with each line of standard output, then of standard error and of its log, when Terraform has ended. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** It needs little memory, and starts no provider, which would inherit a setting for Go's memory. */
  readonly isSmall?: boolean | undefined;
}

/**
 * A small command runs for a tenth of a second, and spends a quarter of it on collecting garbage in a heap of a few
 * megabytes. Not for a plan: one of 5,000 resources would take 460 MB of memory instead of 200. (With a `GOMEMLIMIT` of
 * 128 MB besides, one of 12,000 takes three times the CPU.) Whoever sets it for Terraform gets what they have set.
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
  isSmall,
  ...call
}: TerraformCall): Promise<Output & { readonly timedOut: boolean }> {
  const environment = isSmall === true ? { ...LESS_COLLECTING, ...given } : given;
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
