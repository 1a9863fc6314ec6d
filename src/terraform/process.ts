/** Starts Terraform processes and passes signals on to them. */
import { spawn, type ChildProcess } from 'node:child_process';

/** The environment of a child process. */
export type Environment = Readonly<Record<string, string>>;

export interface TerraformResult {
  /** Terraform's exit code; 128 + n when signal n ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TerraformCall {
  readonly path: string;
  readonly args: readonly string[];
  /** Absolute path of the working directory. */
  readonly directory: string;
  readonly environment: Environment;
  /** Called with each whole line of both streams as it comes. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** The processes that run, and whether each has a process group of its own. */
const running = new Map<ChildProcess, { readonly detached: boolean }>();
let interrupted = false;

/** Runs Terraform without a terminal and collects what it prints. */
export function runTerraform(call: TerraformCall): Promise<TerraformResult> {
  // A process group of its own: a Ctrl-C on the terminal must reach Terraform once, through us. Two interrupts make
  // it exit at once, without giving its state lock back.
  const child = spawn(call.path, [...call.args], {
    cwd: call.directory,
    env: { ...call.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stdout = collect(child.stdout, call.onLine);
  const stderr = collect(child.stderr, call.onLine);
  return finished(child, true).then((code) => ({ code, stdout: stdout(), stderr: stderr() }));
}

/** Runs Terraform on the terminal that kompos itself was started on. Answers the exit code. */
export function runTerraformHere(call: TerraformCall): Promise<number> {
  // On a terminal Terraform has to stay in the foreground group to ask its questions; Ctrl-C then reaches it directly.
  const detached = !process.stdin.isTTY;
  const child = spawn(call.path, [...call.args], {
    cwd: call.directory,
    env: { ...call.environment },
    stdio: 'inherit',
    detached,
  });
  return finished(child, detached);
}

/**
 * Passes the first SIGINT or SIGTERM on to Terraform, as an interrupt, so that it can stop in good order and give its
 * state lock back. Later ones are swallowed for the same reason: Terraform takes a second interrupt as "exit at once".
 *
 * @param onInterrupt called once, so that no further work is started
 * @returns stops listening
 */
export function passSignalsOn(onInterrupt: () => void): () => void {
  const listener = (signal: NodeJS.Signals): void => {
    if (interrupted) return;
    interrupted = true;
    onInterrupt();
    // A terminal's Ctrl-C has already reached those that share our process group.
    for (const [child, { detached }] of running) if (detached || signal !== 'SIGINT') child.kill('SIGINT');
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
  };
}

function finished(child: ChildProcess, detached: boolean): Promise<number> {
  running.set(child, { detached });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? 128 + (signal === 'SIGKILL' ? 9 : signal === 'SIGINT' ? 2 : 15));
    });
  });
}

/** Gathers a stream as text and hands out whole lines: a secret split over two chunks must be masked as one. */
function collect(stream: NodeJS.ReadableStream, onLine: ((line: string) => void) | undefined): () => string {
  const chunks: Buffer[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    if (onLine === undefined) return;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => {
    if (rest !== '') onLine?.(rest);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
