/** Signs of life during long work. */
import type { Log } from './log.ts';

/** Milliseconds between two lines about what is still running. */
const EVERY = 30_000;
/** Milliseconds between two looks of the lines on a terminal. */
const LIVE_EVERY = 1_000;
/** How many are named. */
const MOST_NAMED = 5;

export interface Progress {
  /** Logs that the work on something begins, and names it as long as it runs, with the last step that it has told. */
  readonly run: <T>(
    name: string,
    work: (step: (words: string) => void) => Promise<T>,
    ended: (result: T) => string,
  ) => Promise<T>;
  readonly close: () => void;
}

/**
 * Logs when each piece of work begins, and how it ended and after how many seconds; every 30 seconds what still runs. A
 * log that can show changing lines has one for each that runs.
 *
 * @param every milliseconds between two lines about what is still running
 */
export function openProgress(log: Log, every = EVERY): Progress {
  const running = new Map<string, { readonly begun: number; step: string }>();
  const timers = [setInterval(tellRunning, every)];
  if (log.live !== undefined) timers.push(setInterval(show, LIVE_EVERY));
  for (const timer of timers) timer.unref();

  function tellRunning(): void {
    if (running.size === 0) return;
    const all = [...running].map(([name, { begun, step }]) => `${name} (${seconds(begun)}${step && `, ${step}`})`);
    const more = all.length > MOST_NAMED ? `, and ${all.length - MOST_NAMED} more` : '';
    log.info(`Still running: ${all.slice(0, MOST_NAMED).join(', ')}${more}`);
  }

  function show(): void {
    log.live?.(
      [...running].map(([name, { begun, step }]) => `${seconds(begun).padStart(6)}  ${name}  ${step}`.trimEnd()),
    );
  }

  return {
    async run(name, work, ended) {
      const one = { begun: performance.now(), step: '' };
      running.set(name, one);
      log.info(`${name}: started`);
      try {
        const result = await work((words) => {
          one.step = words;
        });
        running.delete(name);
        log.info(`${name}: ${ended(result)}, ${seconds(one.begun)}`);
        return result;
      } finally {
        running.delete(name);
        show();
      }
    },
    close() {
      timers.forEach(clearInterval);
      log.live?.([]);
    },
  };
}

function seconds(begun: number): string {
  return `${Math.round((performance.now() - begun) / 1_000)} s`;
}
