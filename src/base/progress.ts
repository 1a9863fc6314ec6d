/** Signs of life during long work. */
import type { Log } from './log.ts';

/** Milliseconds between two lines about what is still running. */
const EVERY = 30_000;
/** How many are named. */
const MOST_NAMED = 5;

export interface Progress {
  /** Logs that the work on something begins, and names it as long as it runs. */
  readonly run: <T>(name: string, work: () => Promise<T>, ended: (result: T) => string) => Promise<T>;
  readonly close: () => void;
}

/** Logs when each piece of work begins, and how it ended and after how many seconds; every 30 seconds what still runs. */
export function openProgress(log: Log, every = EVERY): Progress {
  const running = new Map<string, number>();
  const timer = setInterval(() => {
    if (running.size === 0) return;
    const all = [...running].map(([name, begun]) => `${name} (${seconds(begun)})`);
    const more = all.length > MOST_NAMED ? `, and ${all.length - MOST_NAMED} more` : '';
    log.info(`Still running: ${all.slice(0, MOST_NAMED).join(', ')}${more}`);
  }, every);
  timer.unref();
  return {
    async run(name, work, ended) {
      const begun = performance.now();
      running.set(name, begun);
      log.info(`${name}: started`);
      try {
        const result = await work();
        log.info(`${name}: ${ended(result)}, ${seconds(begun)}`);
        return result;
      } finally {
        running.delete(name);
      }
    },
    close() {
      clearInterval(timer);
    },
  };
}

function seconds(begun: number): string {
  return `${Math.round((performance.now() - begun) / 1_000)} s`;
}
