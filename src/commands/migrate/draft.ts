/** Changes to files of a working tree that are not written yet: what is read already shows them. */
import { compareBytes, type Snapshot, type SnapshotFile } from '../../snapshot/snapshot.ts';

/** One file as it is and as it will be; undefined: there is none. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly why: readonly string[];
}

export interface Draft {
  /** The files with all changes so far. */
  readonly snapshot: Snapshot;
  /** The text of a file with all changes so far; undefined if there is none. */
  text(path: string): string | undefined;
  /** @param text undefined removes the file */
  change(path: string, text: string | undefined, why: string): void;
  /** In byte order of path, without files that are as they were. */
  changes(): readonly FileChange[];
}

/** Paths are from the repository root. */
export function openDraft(snapshot: Snapshot): Draft {
  const changed = new Map<string, { text: string | undefined; why: readonly string[]; version: number }>();
  const original = (path: string): string | undefined => {
    const file = snapshot.file(path);
    return file === undefined ? undefined : snapshot.read(file).toString('utf8');
  };
  const described = (path: string): SnapshotFile | undefined => {
    const change = changed.get(path);
    if (change === undefined) return snapshot.file(path);
    if (change.text === undefined) return undefined;
    const executable = snapshot.file(path)?.executable === true;
    return { path, executable, id: `draft:${change.version}:${path}` };
  };
  const withChanges = (files: readonly SnapshotFile[], isIn: (path: string) => boolean): readonly SnapshotFile[] => {
    if (changed.size === 0) return files;
    const kept = files.filter(({ path }) => !changed.has(path));
    const own = [...changed.keys()].filter(isIn).flatMap((path) => described(path) ?? []);
    return [...kept, ...own].sort((a, b) => compareBytes(a.path, b.path));
  };
  return {
    snapshot: {
      label: snapshot.label,
      files: () => withChanges(snapshot.files(), () => true),
      brokenLinks: () => snapshot.brokenLinks(),
      filesBelow: (folder) =>
        withChanges(snapshot.filesBelow(folder), (path) => folder === '' || path.startsWith(`${folder}/`)),
      filesIn: (folder) =>
        withChanges(snapshot.filesIn(folder), (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder),
      file: described,
      load: (files) => snapshot.load(files.filter(({ path }) => !changed.has(path))),
      read: (file) => {
        const text = changed.get(file.path)?.text;
        return text === undefined ? snapshot.read(file) : Buffer.from(text);
      },
    },
    text: (path) => (changed.has(path) ? changed.get(path)?.text : original(path)),
    change(path, text, why) {
      const { why: reasons = [], version = 0 } = changed.get(path) ?? {};
      changed.set(path, { text, why: reasons.includes(why) ? reasons : [...reasons, why], version: version + 1 });
    },
    changes: () =>
      [...changed]
        .map(([path, { text, why }]) => ({ path, before: original(path), after: text, why }))
        .filter(({ before, after }) => before !== after)
        .sort((a, b) => compareBytes(a.path, b.path)),
  };
}
