/**
 * The debug log: what runs and how long it takes, without any output or content. The seams and stages write to it,
 * and the entry point prints it, masked, on request. Otherwise it is discarded.
 */
import { channel, subscribe } from 'node:diagnostics_channel';

const lines = channel('kompos');

/** Hands every line of the debug log to `write` from here on. */
export function debugTo(write: (line: string) => void): void {
  subscribe('kompos', (line) => {
    write(String(line));
  });
}

export function debug(line: string): void {
  lines.publish(line);
}

/**
 * Runs something and logs how long it took.
 *
 * @param outcome the result, for the log line
 * @param failure the same if it throws
 */
export async function timed<T>(
  what: string,
  run: () => Promise<T>,
  outcome: (result: T) => string = () => 'done',
  failure: (error: unknown) => string = () => 'failed',
): Promise<T> {
  if (!lines.hasSubscribers) return run();
  const started = performance.now();
  const say = (how: string): void => {
    debug(`${what}: ${how}, ${Math.round(performance.now() - started)} ms`);
  };
  try {
    const result = await run();
    say(outcome(result));
    return result;
  } catch (error) {
    say(failure(error));
    throw error;
  }
}
