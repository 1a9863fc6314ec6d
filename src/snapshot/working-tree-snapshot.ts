/** The files on disk, ignored and uncommitted ones included: what the command line works on. */
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { folderOf } from '../base/names.ts';
import { hasCode } from '../base/node-errors.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';
import { isUtf8, notUtf8, sortByPath, type Snapshot, type SnapshotFile } from './snapshot.ts';

/** Folders that never hold sources and may be huge. */
const SKIPPED = new Set(['.git', '.terraform', RUNTIME_FOLDER, 'node_modules']);

/**
 * Reads files on request, and walks only the folders that are needed.
 *
 * @param root absolute path of the repository root (or of the project, outside of a repository)
 */
export function snapshotOfWorkingTree(root: string): Snapshot {
  const realRoot = realpathSync(root);
  const walked = new Map<string, readonly SnapshotFile[]>();
  let all: readonly SnapshotFile[] | undefined;
  let isWhole = false;
  let listed: Listing | undefined;

  /** The real path behind `path`, or a problem if a link leads out or nowhere; undefined if nothing exists there. */
  function real(path: string): string | undefined {
    let target: string;
    try {
      target = realpathSync(join(root, path));
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw brokenLink(path, 'leads in a circle');
      if (!linkExists(path)) return undefined;
      throw brokenLink(path, 'leads to a file that does not exist');
    }
    const inside = relative(realRoot, target);
    if (inside === '..' || inside.startsWith(`..${sep}`)) throw brokenLink(path, 'leads out of the repository');
    if (inside.split(sep).includes('.git')) throw brokenLink(path, "leads into git's own folder");
    return target;
  }

  function linkExists(path: string): boolean {
    try {
      return lstatSync(join(root, path)).isSymbolicLink();
    } catch {
      return false;
    }
  }

  /** The files directly in a folder, or below it too. Throws at a broken link, unless `onBroken` takes it. */
  function walk(
    folder: string,
    ancestors: ReadonlySet<string>,
    onBroken: (error: unknown) => void,
    deep = true,
  ): SnapshotFile[] {
    const target = real(folder === '' ? '.' : folder);
    if (target === undefined || !statSync(target).isDirectory()) return [];
    if (ancestors.has(target)) throw brokenLink(folder, 'leads in a circle');
    return walkReal(folder, target, { ancestors, top: target }, onBroken, deep);
  }

  /**
   * The same for a folder whose real path is known. A folder in it that is no link leads nowhere else, so it needs no
   * look-up of its own: large projects have tens of thousands.
   *
   * @param way the real folders down to the last link, and where that led
   */
  function walkReal(
    folder: string,
    target: string,
    way: { readonly ancestors: ReadonlySet<string>; readonly top: string },
    onBroken: (error: unknown) => void,
    deep: boolean,
  ): SnapshotFile[] {
    const files: SnapshotFile[] = [];
    for (const entry of readdirSync(target, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!isUtf8(path)) {
        onBroken(new ProblemError([notUtf8(path)]));
        continue;
      }
      const inner = `${target}${sep}${entry.name}`;
      if (entry.isDirectory()) {
        if (deep) for (const file of walkReal(path, inner, way, onBroken, deep)) files.push(file);
      } else if (entry.isFile()) files.push(new WorkingTreeFile(path, inner));
      else if (entry.isSymbolicLink()) {
        try {
          const behind = real(path);
          if (behind === undefined) continue;
          if (!statSync(behind).isDirectory()) files.push(new WorkingTreeFile(path, behind));
          else if (deep) files.push(...walk(path, new Set([...way.ancestors, ...foldersTo(target, way.top)]), rethrow));
        } catch (error) {
          onBroken(error);
        }
      }
    }
    return files;
  }

  function sorted(files: SnapshotFile[]): readonly SnapshotFile[] {
    return sortByPath(files);
  }

  function allFiles(): readonly SnapshotFile[] {
    if (all === undefined) {
      const broken: unknown[] = [];
      all = sorted(
        walk('', new Set(), (error) => {
          broken.push(error);
        }),
      );
      isWhole = broken.length === 0;
    }
    return all;
  }

  /** What a walk over everything has found, unless the path may lead to what it skips. */
  function known(path: string): Listing | undefined {
    if (all === undefined || !isWhole || path.split('/').some((name) => SKIPPED.has(name))) return undefined;
    listed ??= listingOf(all);
    return listed;
  }

  return {
    label: 'the working tree',
    files: allFiles,
    brokenLinks() {
      const broken: string[] = [];
      walk('', new Set(), (error) => {
        if (!(error instanceof ProblemError)) throw error;
        broken.push(...error.problems.flatMap(({ place }) => place?.file ?? []));
      });
      return broken;
    },
    file(path) {
      const listing = known(path);
      if (listing !== undefined) return listing.byPath.get(path);
      const target = real(path);
      return target !== undefined && statSync(target).isFile() ? new WorkingTreeFile(path, target) : undefined;
    },
    filesIn(folder) {
      const listing = known(folder);
      if (listing !== undefined) return listing.byFolder.get(folder) ?? [];
      return sorted(walk(folder, new Set(), rethrow, false));
    },
    filesBelow(folder) {
      let files = walked.get(folder);
      if (files === undefined) {
        const listing = known(folder);
        files =
          listing === undefined
            ? sorted(walk(folder, new Set(), rethrow))
            : allFiles().filter(({ path }) => folder === '' || path.startsWith(`${folder}/`));
        walked.set(folder, files);
      }
      return files;
    },
    load: () => Promise.resolve(),
    read: (file) => readWhole(`${root}${sep}${file.path}`),
  };
}

/** All files by their own paths, and by the folders that hold them. */
interface Listing {
  readonly byPath: ReadonlyMap<string, SnapshotFile>;
  readonly byFolder: ReadonlyMap<string, readonly SnapshotFile[]>;
}

function listingOf(files: readonly SnapshotFile[]): Listing {
  const byFolder = new Map<string, SnapshotFile[]>();
  for (const file of files) {
    const folder = folderOf(file.path);
    const own = byFolder.get(folder);
    if (own === undefined) byFolder.set(folder, [file]);
    else own.push(file);
  }
  return { byPath: new Map(files.map((file) => [file.path, file])), byFolder };
}

/** Larger than nearly all files of a project. */
const SMALL = Buffer.allocUnsafe(64 * 1024);

/** Most files are small, and asking for the size of thousands takes as long as reading them. */
function readWhole(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, SMALL, 0, SMALL.length, null);
    if (length < SMALL.length) return Buffer.from(SMALL.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return readFileSync(path);
}

/** A folder and those above it, up to one of them. */
function foldersTo(folder: string, top: string): readonly string[] {
  return folder === top ? [folder] : [folder, ...foldersTo(dirname(folder), top)];
}

/** A large project has tens of thousands: few are asked for their mode, so that is looked up on request. */
class WorkingTreeFile implements SnapshotFile {
  readonly path: string;
  readonly #absolute: string;

  constructor(path: string, absolute: string) {
    this.path = path;
    this.#absolute = absolute;
  }

  get id(): string {
    return `file:${this.path}`;
  }

  get executable(): boolean {
    return (statSync(this.#absolute).mode & 0o100) !== 0;
  }
}

function brokenLink(path: string, why: string): ProblemError {
  return problemError('path', `The symbolic link ${why}.`, { place: { file: path } });
}

function rethrow(error: unknown): never {
  throw error;
}
