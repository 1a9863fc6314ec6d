/** How long questions about a large project take. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Seconds at most, on the clock or of the processor: other programs of the machine do not count. Where reading the files by itself takes
 * longer, half as much again as that.
 */
const QUESTIONS = [
  ['list', 0.3],
  ['tree', 0.3],
  ['explain', 0.3],
  ['compare', 0.3],
  ['compare @HEAD', 0.3],
  ['uses', 5],
  ['validate', 5],
  ['graph', 5],
] as const;

/** Rows of a table; sets the exit code if one takes too long. */
export function questionRows(directory: string): readonly (readonly string[])[] {
  const script = fileURLToPath(new URL('ask.ts', import.meta.url));
  const ask = (question: string): readonly number[] => {
    const args = ['--import', 'tsx', script, question, directory];
    return execFileSync(process.execPath, args, { encoding: 'utf8' }).split(' ').map(Number);
  };
  const [, floor = 0] = ask('floor');
  const rows = QUESTIONS.map(([question, wanted]) => {
    const [seconds = 0, processor = 0, megabytes = 0] = ask(question);
    const allowed = Math.max(wanted, floor * 1.5);
    // Compilation and garbage collection run beside it.
    if (Math.min(seconds, processor) > allowed) process.exitCode = 1;
    return [question, ...[seconds, processor, allowed, floor].map((each) => each.toFixed(2)), megabytes.toFixed(0)];
  });
  return [['a question', 'seconds', 'of the processor', 'at most', 'floor', 'MB'], ...rows];
}
