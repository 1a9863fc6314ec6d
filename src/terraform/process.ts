/** Starts Terraform processes and passes signals on to them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timed } from '../base/debug.ts';
import type { Environment } from '../base/environment.ts';
import { shownArguments } from './command-line.ts';

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
  /** Called with each line of standard output, then of standard error and of its log, when Terraform has ended. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** The processes that run, and whether each has a process group of its own. */
const running = new Map<ChildProcess, { readonly detached: boolean }>();
let interrupted = false;

/** The descriptor of Terraform's log in its process, as a path. */
const LOG_PATH = '/dev/fd/3';

/**
 * Runs Terraform without a terminal and collects what it prints. What `TF_LOG` asks for comes apart from it, so that
 * standard error has nothing but diagnostics.
 */
export async function runTerraform(call: TerraformCall): Promise<TerraformResult> {
  // Files, no pipes: should kompos be killed, the next write into a pipe would kill Terraform too, in the middle of an
  // apply, with its state unsaved and the lock held. Like this it goes on to its end.
  const [stdout, stderr] = [openNamelessFile(), openNamelessFile()];
  const log = logsToUs(call.environment) ? openNamelessFile() : undefined;
  try {
    // A process group of its own: a Ctrl-C on the terminal must reach Terraform once, through us. Two interrupts make
    // it exit at once, without giving its state lock back.
    const child = spawn(call.path, [...call.args], {
      cwd: call.directory,
      env: { ...call.environment, ...(log === undefined ? {} : { TF_LOG_PATH: LOG_PATH }) },
      stdio: ['ignore', stdout, stderr, ...(log === undefined ? [] : [log])],
      detached: true,
    });
    const code = await finished(child, true, call);
    const result = { code, stdout: readWhole(stdout), stderr: readWhole(stderr) };
    if (call.onLine !== undefined) {
      const texts = [result.stdout, result.stderr, ...(log === undefined ? [] : [readWhole(log)])];
      for (const line of texts.flatMap(linesOf)) call.onLine(line);
    }
    return result;
  } finally {
    for (const file of [stdout, stderr, log]) if (file !== undefined) closeSync(file);
  }
}

/**
 * Runs Terraform with the standard streams that kompos itself was started with. Answers the exit code.
 *
 * @param onTerminal whether standard input is a terminal
 */
export function runTerraformHere(call: TerraformCall, onTerminal: boolean): Promise<number> {
  // On a terminal Terraform has to stay in the foreground group to ask its questions; Ctrl-C then reaches it directly.
  const detached = !onTerminal;
  const child = spawn(call.path, [...call.args], {
    cwd: call.directory,
    env: { ...call.environment },
    stdio: 'inherit',
    detached,
  });
  return finished(child, detached, call);
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

function finished(child: ChildProcess, detached: boolean, { path, args, directory }: TerraformCall): Promise<number> {
  running.set(child, { detached });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? 128 + (signal === 'SIGKILL' ? 9 : signal === 'SIGINT' ? 2 : 15));
    });
  });
  return timed(
    `${path} ${shownArguments(args).join(' ')} in ${directory}`,
    () => ended,
    (code) => `exit code ${code}`,
  );
}

/** A file without a name: it is gone as soon as nobody has it open, however that comes about. */
function openNamelessFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'kompos-output-'));
  try {
    return openSync(join(folder, 'output'), 'w+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From its beginning: the position is shared with the process that has written it. */
function readWhole(file: number): string {
  const bytes = Buffer.alloc(fstatSync(file).size);
  let read = 0;
  while (read < bytes.length) {
    const more = readSync(file, bytes, read, bytes.length - read, read);
    if (more === 0) break;
    read += more;
  }
  return bytes.toString('utf8', 0, read);
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
