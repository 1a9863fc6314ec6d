/** How Terraform is started. */
import { LOG_PATH, type Call, type ChildProcesses, type Output } from '../base/child-process.ts';
import { timed } from '../base/debug.ts';
import type { Environment } from '../base/environment.ts';
import { shownArguments } from './command-line.ts';

export interface TerraformCall extends Omit<Call, 'program'> {
  readonly binary: { readonly path: string; readonly processes: ChildProcesses };
  /** Called with each line of standard output, then of standard error and of its log, when Terraform has ended. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/**
 * Runs Terraform without a terminal and collects what it prints. What `TF_LOG` asks for comes apart from it, so that
 * standard error has nothing but diagnostics.
 */
export async function runTerraform({ binary, onLine, environment, ...call }: TerraformCall): Promise<Output> {
  const { log, ...output } = await timed(
    () => shown(binary, call),
    () =>
      binary.processes.runApart({
        ...call,
        program: binary.path,
        environment: logsToUs(environment) ? { ...environment, TF_LOG_PATH: LOG_PATH } : environment,
      }),
    ({ code }) => `exit code ${code}`,
  );
  if (onLine !== undefined) for (const line of [output.stdout, output.stderr, log].flatMap(linesOf)) onLine(line);
  return output;
}

/**
 * Runs Terraform with the standard streams that we were started with. Answers the exit code.
 *
 * @param onTerminal whether standard input is a terminal
 */
export function runTerraformHere({ binary, ...call }: TerraformCall, onTerminal: boolean): Promise<number> {
  return timed(
    () => shown(binary, call),
    () => binary.processes.runHere({ ...call, program: binary.path }, onTerminal),
    (code) => `exit code ${code}`,
  );
}

function shown({ path }: TerraformCall['binary'], { args, directory }: Pick<Call, 'args' | 'directory'>): string {
  return `${path} ${shownArguments(args).join(' ')} in ${directory}`;
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
