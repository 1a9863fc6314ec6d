/** Starts other programs; nothing else in `src` does. None gets a shell, and each gets the environment that it is given. */
import { getExecOutput } from '@actions/exec';
import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams, type StdioOptions } from 'node:child_process';
import { constants } from 'node:os';
import { debug, timed } from './debug.ts';
import { openOutputFile } from './output-file.ts';
import { kill, stopProcess, type Patience } from './stop-process.ts';
import type { Environment } from './environment.ts';

export interface Call {
  /** Absolute path, or a name that is looked up on PATH. */
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute path of the working directory. */
  readonly directory: string;
  readonly environment: Environment;
  /** Milliseconds after which it is stopped, if it runs apart. */
  readonly timeLimit?: number | undefined;
  /** Once it is asked to stop, it may take as long as it wants. */
  readonly neverKilled?: boolean | undefined;
  /** Called with each line of standard output, at most a second after it was printed, if it runs apart. */
  readonly onPrinted?: ((line: string) => void) | undefined;
  /** Whether it writes to `LOG_PATH`, if it runs apart. */
  readonly logs?: boolean | undefined;
  /** Bytes: it is killed once it has printed more, if it runs apart. */
  readonly mostOutput?: number | undefined;
  /** Whether its process group is killed when it has ended, if it runs apart: what it left running may still write. */
  readonly leavesNothing?: boolean | undefined;
}

export interface Output {
  /** The exit code; 128 + n when signal n ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** For the debug log, without git's settings and the values of Terraform's variables and backends: secrets may be there. */
function shown({ program, args, directory }: Call): string {
  const words = args.map((each, index) =>
    /^(?:-c|--?(?:var|backend-config))$/u.test(args[index - 1] ?? '')
      ? '***'
      : each.replace(/^(--?(?:var|backend-config)=).*$/su, '$1***'),
  );
  return `${[program, ...words].join(' ').replaceAll(' -c ***', '')} in ${directory}`;
}

/** Runs a program to its end and collects what it prints. Nothing is lost if it is killed together with us. */
export async function runPiped(call: Call, input?: string): Promise<Output> {
  const options = {
    cwd: call.directory,
    env: call.environment,
    silent: true,
    ignoreReturnCode: true,
    ...(input === undefined ? {} : { input: Buffer.from(input) }),
  };
  const { exitCode, stdout, stderr } = await timed(
    shown(call),
    () => getExecOutput(call.program, [...call.args], options),
    (output) => `exit code ${output.exitCode}`,
  );
  return { code: exitCode, stdout, stderr };
}

/** Starts a program that reads requests from standard input and answers on standard output. */
export function startPiped(call: Call): ChildProcessWithoutNullStreams {
  const { program, args, directory, environment } = call;
  debug(`${shown(call)}: started`);
  return spawn(program, [...args], { cwd: directory, env: { ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Milliseconds between two looks at what a program prints. */
const EVERY = 1_000;

/** Milliseconds between two looks at how much it is: `yes` prints gigabytes a second. */
const EVERY_SIZE = 50;

/** For a program that has reached its limit. */
const LIMIT_PATIENCE: Patience = { forItsOwn: 5_000, forItself: 15_000 };

/** The third file of `runApart`, as a path in the process. */
export const LOG_PATH = '/dev/fd/3';

/** Programs that must end cleanly, even when this process is killed. */
export interface ChildProcesses {
  /**
   * Runs a program apart from the terminal and collects what it prints and what it writes to `LOG_PATH`. It runs to
   * completion even if we are killed.
   */
  runApart(call: Call): Promise<
    Output & {
      readonly log: string;
      /** It had reached its limit. */
      readonly timedOut: boolean;
      /** It had printed more than `mostOutput`: what is over is left out. */
      readonly printedTooMuch?: boolean | undefined;
    }
  >;
  /**
   * Runs a program with our own standard streams and returns its exit code.
   *
   * @param onTerminal whether standard input is a terminal
   */
  runHere(call: Call, onTerminal: boolean): Promise<number>;
  /**
   * Passes the first SIGINT or SIGTERM on to all of them, as an interrupt, so that they can stop cleanly. Later ones
   * are ignored for the same reason: on a second interrupt Terraform exits immediately and keeps its state lock.
   *
   * @param onInterrupt called once
   * @param patience how long those that run apart may take to stop; without it, as long as they want
   * @returns stops listening
   */
  passSignalsOn(onInterrupt?: () => void, patience?: Patience): () => void;
  /** Whether a signal was passed on: no further work may begin. */
  readonly interrupted: () => boolean;
}

export function createChildProcesses(): ChildProcesses {
  /** Those that run, and whether each has a process group of its own. */
  const running = new Map<ChildProcess, { readonly detached: boolean; readonly neverKilled: boolean }>();
  /** Those that were asked to stop, and what ends the waiting for it. */
  const stopping = new Map<ChildProcess, () => void>();
  let interrupted = false;

  function stop(child: ChildProcess, patience: Patience): void {
    if (!stopping.has(child)) stopping.set(child, stopProcess(child, patience));
  }

  function run(
    call: Call,
    stdio: StdioOptions,
    detached: boolean,
    onTimeout: () => void = () => undefined,
    isTooMuch: () => boolean = () => false,
  ): Promise<number> {
    const { program, args, directory, environment } = call;
    const child = spawn(program, [...args], { cwd: directory, env: { ...environment }, stdio, detached });
    running.set(child, { detached, neverKilled: call.neverKilled === true });
    const timer =
      call.timeLimit === undefined
        ? undefined
        : setTimeout(() => {
            onTimeout();
            stop(child, LIMIT_PATIENCE);
          }, call.timeLimit);
    const killGroup = (): void => {
      if (detached && child.pid !== undefined) kill(-child.pid);
    };
    const guard =
      call.mostOutput === undefined
        ? undefined
        : setInterval(() => {
            if (isTooMuch()) killGroup();
          }, EVERY_SIZE);
    const ended = new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      });
    }).finally(() => {
      clearTimeout(timer);
      clearInterval(guard);
      if (call.leavesNothing === true) killGroup();
      running.delete(child);
      stopping.get(child)?.();
      stopping.delete(child);
    });
    return timed(
      shown(call),
      () => ended,
      (code) => `exit code ${code}`,
    );
  }

  return {
    async runApart(call) {
      // Files, not pipes: if we are killed, the next write to a pipe would kill the program too, in the middle of an
      // apply, with its state unsaved and the lock held. With files it runs to completion.
      const files = Array.from({ length: call.logs === true ? 3 : 2 }, openOutputFile);
      const [output, errors, log] = files;
      const { onPrinted } = call;
      const look = (): void => output?.newLines().forEach((line) => onPrinted?.(line));
      const timer = onPrinted === undefined ? undefined : setInterval(look, EVERY);
      try {
        // A process group of its own: a Ctrl-C on the terminal must reach it once, through us.
        let timedOut = false;
        const { mostOutput = Infinity } = call;
        const isTooMuch = (): boolean => files.reduce((sum, file) => sum + file.size(), 0) > mostOutput;
        const stdio: StdioOptions = ['ignore', ...files.map(({ descriptor }) => descriptor)];
        const onTimeout = (): void => {
          timedOut = true;
        };
        const code = await run(call, stdio, true, onTimeout, isTooMuch);
        if (onPrinted !== undefined) output?.newLines(true).forEach(onPrinted);
        const printedTooMuch = isTooMuch() || undefined;
        const texts = [output, errors, log].map((file) => file?.text(mostOutput) ?? '');
        const [stdout = '', stderr = '', logged = ''] = texts;
        return { code, stdout, stderr, log: logged, timedOut, printedTooMuch };
      } finally {
        clearInterval(timer);
        for (const file of files) file.close();
      }
    },
    // On a terminal it has to stay in the foreground group to ask its questions; Ctrl-C then reaches it directly.
    runHere: (call, onTerminal) => run(call, 'inherit', !onTerminal),
    interrupted: () => interrupted,
    passSignalsOn(onInterrupt, patience) {
      const listener = (signal: NodeJS.Signals): void => {
        if (interrupted) return;
        interrupted = true;
        onInterrupt?.();
        // A terminal's Ctrl-C has already reached those that share our process group.
        for (const [child, { detached, neverKilled }] of running) {
          if (detached && !neverKilled && patience !== undefined) stop(child, patience);
          else if (detached || signal !== 'SIGINT') child.kill('SIGINT');
        }
      };
      process.on('SIGINT', listener);
      process.on('SIGTERM', listener);
      return () => {
        process.off('SIGINT', listener);
        process.off('SIGTERM', listener);
      };
    },
  };
}
