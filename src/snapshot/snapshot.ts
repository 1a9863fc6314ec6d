/**
 * "The files at": one commit or the working tree, behind one interface. All decisions are made on a `Snapshot`, so
 * that the same code serves both sides of a comparison.
 */
import { posix } from 'node:path';
import { problem, type Problem } from '../base/problems.ts';

/** One file. Paths are relative to the repository root, with `/`. */
export interface SnapshotFile {
  readonly path: string;
  readonly executable: boolean;
  /** Identifies the content: equal ids mean equal bytes. A git blob's id, or a path-bound one for the working tree. */
  readonly id: string;
  /** A whole folder whose files are in another repository: only its commit is known, which is its id. */
  readonly isSubmodule?: boolean | undefined;
}

export interface Snapshot {
  /** For messages: `a1b2c3d`, `the working tree`. */
  readonly label: string;
  /** Every file in byte order of path; broken links are left out. */
  files(): readonly SnapshotFile[];
  /** Paths of the links that lead nowhere, in a circle or out of the repository. */
  brokenLinks(): readonly string[];
  /**
   * Files below a folder (`''`: all of them) in byte order of path; none where there is no such folder. Symbolic links
   * are followed: a link to a folder shows the files behind it. A link that leads nowhere, in a circle or out of the
   * repository is a `ProblemError`.
   */
  filesBelow(folder: string): readonly SnapshotFile[];
  /** The files that lie directly in a folder, links followed as above. */
  filesIn(folder: string): readonly SnapshotFile[];
  /** One file, links followed as above; undefined where there is none. */
  file(path: string): SnapshotFile | undefined;
  /** Makes contents ready for `read`, all at once. Already loaded ones cost nothing. */
  load(files: readonly SnapshotFile[]): Promise<void>;
  /** The content of a loaded file. */
  read(file: SnapshotFile): Buffer;
}

/** An empty step, `.` or `..`. */
const HAS_STEPS_TO_RESOLVE = /(?:^|\/)\.{0,2}(?:\/|$)/u;

/** A path below a folder of the repository; `''` is the repository root. `..` is resolved, never left in. */
export function joinPath(folder: string, path: string): string {
  // Most paths need no work: the leaves of a large project ask for many of them.
  if (!HAS_STEPS_TO_RESOLVE.test(path) && (folder === '' || !HAS_STEPS_TO_RESOLVE.test(folder)))
    return folder === '' ? path : `${folder}/${path}`;
  const joined = posix.normalize(posix.join(folder === '' ? '.' : folder, path)).replace(/\/$/u, '');
  return joined === '.' ? '' : joined;
}

/** The submodule that a path leads into, if any. */
export function submoduleAt(snapshot: Snapshot, path: string): SnapshotFile | undefined {
  const parts = path.split('/');
  for (const depth of parts.keys()) {
    const found = snapshot.file(parts.slice(0, depth + 1).join('/'));
    if (found?.isSubmodule === true) return found;
  }
  return undefined;
}

/** Whether a normalized path leads out of the repository. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith('/');
}

/** Whether a decoded name was UTF-8: git's names are bytes, and invalid ones are decoded to this character. */
export function isUtf8(path: string): boolean {
  return !path.includes('\uFFFD');
}

/** Two such names could not be distinguished. */
export function notUtf8(path: string): Problem {
  return problem('path', "The file's name is not UTF-8.", { place: { file: path }, hint: 'Rename it.' });
}

const HAS_SURROGATES = /[\ud800-\udfff]/;

/** Compares by bytes (UTF-8 order equals code point order), the same on every machine. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  // The engine's own comparison is several times faster, and the same without characters beyond the 16-bit ones.
  if (!HAS_SURROGATES.test(a) && !HAS_SURROGATES.test(b)) return a < b ? -1 : 1;
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const x = a.codePointAt(index) ?? 0;
    const y = b.codePointAt(index) ?? 0;
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}

/** Sorts files in byte order of path, in place. */
export function sortByPath<File extends { readonly path: string }>(files: File[]): File[] {
  // Tested once for each path instead of in each comparison.
  if (files.some(({ path }) => HAS_SURROGATES.test(path))) return files.sort((a, b) => compareBytes(a.path, b.path));
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
