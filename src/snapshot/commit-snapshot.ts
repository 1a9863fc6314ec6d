/** The files at a commit, read from git objects: no checkout is needed or read. */
import { folderOf, shortCommit } from '../base/names.ts';
import { ProblemError } from '../base/problems.ts';
import type { Git } from '../git/git.ts';
import type { History } from '../git/history.ts';
import type { Blobs } from './blobs.ts';
import { followLinks, type ListedEntry } from './symbolic-links.ts';
import { compareBytes, isUtf8, notUtf8, type Snapshot, type SnapshotFile } from './snapshot.ts';

/**
 * Lists a commit's tree. A submodule is one entry: its files are not in this repository.
 *
 * @param commit full id of a commit or a tree; it must be in the repository
 * @param options `label`: its name in messages. `fetchBlobs`: for a partial clone, fetches blobs from the remote; what
 *   will certainly be read is fetched at once, everything else when it is loaded
 */
export async function snapshotOfCommit(
  git: Git,
  blobs: Blobs,
  commit: string,
  options: { readonly label?: string | undefined; readonly fetchBlobs?: History['fetchBlobs'] } = {},
): Promise<Snapshot> {
  const { label = shortCommit(commit), fetchBlobs } = options;
  const listing = await git.run(['ls-tree', '-r', '-z', '--full-tree', commit]);
  const entries: ListedEntry[] = [];
  const linkIds: { path: string; id: string }[] = [];
  for (const record of listing.split('\0')) {
    // "<mode> <type> <id>\t<path>"
    const tab = record.indexOf('\t');
    if (tab < 0) continue;
    const [mode, type, id = ''] = record.slice(0, tab).split(' ');
    const path = record.slice(tab + 1);
    if (type === 'commit') entries.push({ kind: 'file', path, id, executable: false, isSubmodule: true });
    if (type !== 'blob') continue;
    if (mode === '120000') linkIds.push({ path, id });
    else entries.push({ kind: 'file', path, id, executable: mode === '100755' });
  }
  const missing = fetchBlobs === undefined ? new Set<string>() : await missingObjects(git, commit);
  const read = entries.flatMap((entry) => (entry.kind === 'file' && isRead(entry.path) ? [entry.id] : []));
  await fetchMissing([...linkIds.map(({ id }) => id), ...read]);
  await load(linkIds);
  for (const { path, id } of linkIds) {
    entries.push({ kind: 'link', path, target: blobs.content(id)?.toString('utf8') ?? '' });
  }

  const { files, brokenLinks } = followLinks(entries.filter(({ path }) => isUtf8(path)));
  for (const { path } of entries) if (!isUtf8(path)) brokenLinks.set(path, notUtf8(path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  let folders: ReadonlyMap<string, readonly SnapshotFile[]> | undefined;

  /** All at once: git by itself would start one fetch for each blob. */
  async function fetchMissing(ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => missing.has(id) && blobs.content(id) === undefined);
    if (wanted.length === 0) return;
    await fetchBlobs?.(wanted);
    for (const id of wanted) missing.delete(id);
  }

  function load(wanted: readonly Pick<SnapshotFile, 'id' | 'isSubmodule'>[]): Promise<void> {
    return blobs.load(
      wanted.flatMap(({ id, isSubmodule }) => (isSubmodule === true ? [] : [id])),
      fetchMissing,
      label,
    );
  }

  return {
    label,
    files: () => files,
    brokenLinks: () => [...brokenLinks.keys()],
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
    load,
    read(file) {
      // As git itself shows it in a diff.
      if (file.isSubmodule === true) return Buffer.from(`Subproject commit ${file.id}\n`);
      const content = blobs.content(file.id);
      if (content === undefined) throw new Error(`${file.path} was read before it was loaded`);
      return content;
    },
  };
}

/** Whether a file's content affects renderings: it is needed wherever two commits differ in it. */
function isRead(path: string): boolean {
  return /\.(ya?ml|tf|tf\.json|tf\.versioned|tftpl)$/u.test(path);
}

/** Ids of the commit's objects that were left on the remote. */
async function missingObjects(git: Git, commit: string): Promise<Set<string>> {
  const listing = await git.run(['rev-list', '--objects', '--no-walk', '--missing=print', commit, '--']);
  return new Set(listing.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
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
