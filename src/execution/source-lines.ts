/** Problems with the line of source that they are about. */
import { decodeText } from '../base/decode.ts';
import { formatProblem, ProblemError, type Problem } from '../base/problems.ts';
import type { Snapshot, SnapshotFile } from '../snapshot/snapshot.ts';

/** Longer lines are not shown: minified text would not help. */
const LONGEST = 200;

/** In order of file, line and column, each once; a file that cannot be read gives no lines. */
export async function withSourceLines(problems: readonly Problem[], snapshot: Snapshot): Promise<readonly Problem[]> {
  const lines = await linesOf(problems, snapshot);
  const distinct = new Map<string, Problem>();
  for (const each of problems) {
    const { file = '', line } = each.place ?? {};
    const text = each.sourceLine ?? (line === undefined ? undefined : lines.get(file)?.[line - 1]);
    const isShown = text !== undefined && text.trim() !== '' && text.length <= LONGEST;
    distinct.set(formatProblem(each), { ...each, sourceLine: isShown ? text : undefined });
  }
  return [...distinct.values()].sort(
    (a, b) =>
      compare(a.place?.file ?? '', b.place?.file ?? '') ||
      compare(a.place?.line ?? 0, b.place?.line ?? 0) ||
      compare(a.place?.column ?? 0, b.place?.column ?? 0),
  );
}

/** The lines of the files that have problems on a line, loaded in one batch. */
async function linesOf(
  problems: readonly Problem[],
  snapshot: Snapshot,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const paths = new Set(
    problems.flatMap(({ place, sourceLine }) =>
      place?.line === undefined || sourceLine !== undefined ? [] : [place.file],
    ),
  );
  const files = [...paths].flatMap((path) => fileAt(snapshot, path));
  await snapshot.load(files);
  const lines = new Map<string, readonly string[]>();
  for (const file of files) {
    const decoded = decodeText(file.path, snapshot.read(file), 'yaml');
    if ('text' in decoded) lines.set(file.path, decoded.text.split(/\r?\n/u));
  }
  return lines;
}

/** None if there is no such file, or a broken link, which is a problem of its own. */
function fileAt(snapshot: Snapshot, path: string): readonly SnapshotFile[] {
  try {
    const file = snapshot.file(path);
    return file === undefined || file.isSubmodule === true ? [] : [file];
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
