/** A child process that a test can watch, interrupt and wait for. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Environment } from './git-command.ts';

/** How a process ended. */
export interface ProcessResult {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that may still run. */
export interface RunningProcess {
  readonly pid: number | undefined;
  readonly finished: Promise<ProcessResult>;
  /** Standard output and standard error so far. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Settles as soon as the output holds the text; fails when the process ends without it. */
  printed(text: string | RegExp): Promise<void>;
  /** Reads no more of its standard output, as `head` does when it has enough. */
  hangUp(): void;
  /** Sends a signal to this process alone, as runners and `kill` do. */
  signal(name: NodeJS.Signals): void;
  /** Ends the process and everything that it started, at once. */
  killTree(): void;
}

/** Called for every piece of output as it comes. */
export type OutputListener = (stream: 'stdout' | 'stderr', text: string) => void;

/** Starts a program in a process group of its own, with exactly this environment. */
export function startProcess(
  file: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Environment; readonly onOutput?: OutputListener },
): RunningProcess {
  const child = spawn(file, [...args], {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const texts = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text;
      options.onOutput?.(stream, text);
      for (const look of waiting) look();
    });
  }
  const finished = new Promise<ProcessResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...texts });
    });
  });

  async function printed(text: string | RegExp): Promise<void> {
    const seen = () => {
      const all = texts.stdout + texts.stderr;
      return typeof text === 'string' ? all.includes(text) : text.test(all);
    };
    if (seen()) return;
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!seen()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      void finished.then((result) => {
        reject(
          new Error(`The process ended (${String(result.code ?? result.signal)}) without printing ${String(text)}`),
        );
      }, reject);
    });
  }

  return {
    pid: child.pid,
    finished,
    printed,
    output: () => ({ ...texts }),
    hangUp: () => void child.stdout.destroy(),
    signal: (name) => void child.kill(name),
    killTree: () => {
      killGroup(child);
    },
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}
