/** The files at a commit, read from git objects: no checkout is needed or looked at. */
import { problem, ProblemError } from '../problems.ts';
import type { Git } from '../git/git.ts';
import type { GitObjects } from '../git/objects.ts';
import { followLinks, type ListedEntry } from './links.ts';
import { compareBytes, type Snapshot, type SnapshotFile } from './snapshot.ts';

/** Contents by blob id, shared by all snapshots of one repository, so that equal files are read once. */
export type BlobCache = Map<string, Buffer>;

/**
 * Lists a commit's tree. Submodules are left out: their files are not in this repository.
 *
 * @param commit full id of a commit or a tree; it must be in the repository
 * @param label what messages call it
 */
export async function snapshotOfCommit(
  git: Git,
  objects: GitObjects,
  blobs: BlobCache,
  commit: string,
  label = commit.slice(0, 7),
): Promise<Snapshot> {
  const listing = await git.run(['ls-tree', '-r', '-z', '--full-tree', commit]);
  const entries: ListedEntry[] = [];
  const linkIds: { path: string; id: string }[] = [];
  for (const record of listing.split('\0')) {
    // "<mode> <type> <id>\t<path>"
    const tab = record.indexOf('\t');
    if (tab < 0) continue;
    const [mode, type, id = ''] = record.slice(0, tab).split(' ');
    if (type !== 'blob') continue;
    const path = record.slice(tab + 1);
    if (mode === '120000') linkIds.push({ path, id });
    else entries.push({ kind: 'file', path, id, executable: mode === '100755' });
  }
  await Promise.all(linkIds.map(({ id }) => loadBlob(id)));
  for (const { path, id } of linkIds) {
    entries.push({ kind: 'link', path, target: blobs.get(id)?.toString('utf8') ?? '' });
  }

  const { files, brokenLinks } = followLinks(entries);
  const byPath = new Map(files.map((file) => [file.path, file]));
  let folders: ReadonlyMap<string, readonly SnapshotFile[]> | undefined;

  async function loadBlob(id: string): Promise<void> {
    if (blobs.has(id)) return;
    const object = await objects.read(id);
    if (object === undefined) {
      throw new ProblemError([
        problem('git', `The object ${id} of ${label} is missing from the repository.`, {
          hint: 'Check out with actions/checkout and without a custom object filter, or fetch the commit again.',
        }),
      ]);
    }
    blobs.set(id, object.content);
  }

  return {
    label,
    files: () => files,
    file(path) {
      const broken = brokenLinks.get(path);
      if (broken !== undefined) throw new ProblemError([broken]);
      return byPath.get(path);
    },
    filesBelow(folder) {
      const prefix = folder === '' ? '' : `${folder}/`;
      const broken = [...brokenLinks].filter(([path]) => path === folder || path.startsWith(prefix));
      if (broken.length > 0) throw new ProblemError(broken.map(([, each]) => each));
      if (prefix === '') return files;
      const start = firstAtOrAfter(files, prefix);
      let end = start;
      while (files[end]?.path.startsWith(prefix) === true) end += 1;
      return files.slice(start, end);
    },
    filesIn(folder) {
      for (const [path, each] of brokenLinks) if (folderOf(path) === folder) throw new ProblemError([each]);
      folders ??= groupByFolder(files);
      return folders.get(folder) ?? [];
    },
    async load(wanted) {
      await Promise.all(wanted.map((file) => loadBlob(file.id)));
    },
    read(file) {
      const content = blobs.get(file.id);
      if (content === undefined) throw new Error(`${file.path} was read before it was loaded`);
      return content;
    },
  };
}

function firstAtOrAfter(files: readonly SnapshotFile[], path: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareBytes(files[middle]?.path ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function groupByFolder(files: readonly SnapshotFile[]): ReadonlyMap<string, readonly SnapshotFile[]> {
  const folders = new Map<string, SnapshotFile[]>();
  for (const file of files) {
    const folder = folderOf(file.path);
    const list = folders.get(folder);
    if (list === undefined) folders.set(folder, [file]);
    else list.push(file);
  }
  return folders;
}
