/** How long leaves took in earlier runs, in a file that a workflow keeps between runs. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { field, isRecord } from '../base/json.ts';
import { hasCode } from '../base/node-errors.ts';
import { isCount } from '../base/shape.ts';

/** Milliseconds by path of leaf. */
export type Timings = ReadonlyMap<string, number>;

/** Bytes of a file: far more than any project's leaves take. */
const MOST_BYTES = 8_000_000;
/** Leaves that a file remembers; those that were not planned for longest are forgotten first. */
const MOST_LEAVES = 20_000;

/**
 * @param path of a file that need not exist
 * @returns a sentence if it exists and is not usable
 */
export function readTimings(path: string | undefined): Timings | { readonly why: string } {
  if (path === undefined) return new Map();
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES)
      return { why: `${path} has more than ${MOST_BYTES} bytes, so the timings in it are not used.` };
    const times = field(JSON.parse(readFileSync(path, 'utf8')), 'milliseconds');
    if (!isRecord(times) || !Object.values(times).every(isCount)) {
      return { why: `${path} has no timings of leaves in it, so none are used.` };
    }
    return new Map(Object.entries(times).filter((row): row is [string, number] => isCount(row[1])));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return new Map();
    if (error instanceof SyntaxError) return { why: `${path} is not JSON, so the timings in it are not used.` };
    throw error;
  }
}

/** Writes what was known, with what this run has measured. */
export function writeTimings(path: string, known: Timings, measured: Timings): void {
  const kept = [...known].filter(([leaf]) => !measured.has(leaf));
  const rows = [...kept, ...measured].slice(-MOST_LEAVES);
  writeFileSync(path, `${JSON.stringify({ milliseconds: Object.fromEntries(rows) })}\n`);
}
