/** A snapshot of texts, so that tests can state a tree in a few lines. */
import { createHash } from 'node:crypto';
import { followLinks, type ListedEntry } from '../../src/snapshot/symbolic-links.ts';
import { compareBytes, type Snapshot, type SnapshotFile } from '../../src/snapshot/snapshot.ts';
import { ProblemError } from '../../src/base/problems.ts';

/** Path → text; a text that begins with `-> ` is a symbolic link, and one that begins with `+x ` an executable file. */
export type Tree = Readonly<Record<string, string>>;

export function memorySnapshot(tree: Tree): Snapshot {
  const texts = new Map<string, Buffer>();
  const entries = Object.entries(tree).map(([path, text]): ListedEntry => {
    if (text.startsWith('-> ')) return { kind: 'link', path, target: text.slice(3) };
    const executable = text.startsWith('+x ');
    const content = executable ? text.slice(3) : text;
    const id = createHash('sha1').update(content).digest('hex');
    texts.set(id, Buffer.from(content));
    return { kind: 'file', path, executable, id };
  });
  const { files, brokenLinks } = followLinks(entries.sort((a, b) => compareBytes(a.path, b.path)));
  const below = (folder: string): SnapshotFile[] => {
    for (const [path, each] of brokenLinks) if (path.startsWith(`${folder}/`)) throw new ProblemError([each]);
    return files.filter(({ path }) => folder === '' || path.startsWith(`${folder}/`));
  };
  return {
    label: 'memory',
    files: () => files,
    brokenLinks: () => [...brokenLinks.keys()],
    filesBelow: below,
    filesIn(folder) {
      const isIn = (path: string): boolean => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder;
      for (const [path, each] of brokenLinks) if (isIn(path)) throw new ProblemError([each]);
      return files.filter(({ path }) => isIn(path));
    },
    file: (path) => files.find((file) => file.path === path),
    load: () => Promise.resolve(),
    read: (file) => texts.get(file.id) ?? Buffer.alloc(0),
  };
}
