/** How a program ended that did not say so itself. Pure. */
import { constants } from 'node:os';
import { commandInWords, type ProgramName } from './programs.ts';

/**
 * @param command a word: `plan`
 * @param code the exit code; 128 + n when signal n ended it
 * @param hasWords whether it printed something of its own
 * @returns a sentence; undefined where its own words are enough
 */
export function endingInWords(
  program: ProgramName,
  command: string,
  code: number,
  hasWords: boolean,
): string | undefined {
  const what = commandInWords(program, command);
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  // Shells and launchers use the same numbers for a program that a signal has ended.
  if (signal !== undefined) {
    const why =
      signal === 'SIGKILL' ? ' Often the machine has run out of memory: run fewer leaves at a time (parallelism).' : '';
    return `${what} was ended by ${signal} (signal ${code - 128}).${why}`;
  }
  return hasWords ? undefined : `${what} ended with exit code ${code} and printed nothing.`;
}

/** @param milliseconds `90000` → `1 min 30 s` */
export function durationInWords(milliseconds: number): string {
  const [minutes, seconds] = [Math.floor(milliseconds / 60_000), (milliseconds % 60_000) / 1_000];
  return [minutes > 0 ? `${minutes} min` : '', seconds > 0 || minutes === 0 ? `${seconds} s` : '']
    .filter((part) => part !== '')
    .join(' ');
}
