/** Symbolic links of a listed tree, followed the way the file system would. */
import { posix } from 'node:path';
import { problem, type Problem } from '../base/problems.ts';
import { compareBytes, type SnapshotFile } from './snapshot.ts';

/** An entry as git or the file system lists it: a link's `target` is its text. */
export type ListedEntry =
  | ({ readonly kind: 'file' } & SnapshotFile)
  | { readonly kind: 'link'; readonly path: string; readonly target: string };

const LINK_DEPTH = 40;

/** Why a link cannot be followed: `The symbolic link ` goes before its message. */
class BrokenLink extends Error {}

/**
 * Follows the links among listed entries, so that later stages see plain files only. No link may lead out of the
 * repository: a pull request could otherwise make the job read the runner's own files.
 */
export function followLinks(entries: readonly ListedEntry[]): {
  files: SnapshotFile[];
  brokenLinks: Map<string, Problem>;
} {
  const files: SnapshotFile[] = [];
  const links: { path: string; target: string }[] = [];
  for (const entry of entries) {
    if (entry.kind === 'link') links.push(entry);
    else {
      const { path, executable, id, isSubmodule } = entry;
      files.push({ path, executable, id, isSubmodule });
    }
  }
  const brokenLinks = new Map<string, Problem>();
  if (links.length === 0) return { files, brokenLinks };

  const targets = new Map(links.map((link) => [link.path, link.target]));
  const plain = files.slice();
  const plainPaths = new Map(plain.map((file) => [file.path, file]));
  for (const { path } of links) {
    try {
      files.push(...behind(path, path, []));
    } catch (error) {
      if (!(error instanceof BrokenLink)) throw error;
      brokenLinks.set(path, problem('path', `The symbolic link ${error.message}.`, { place: { file: path } }));
    }
  }
  files.sort((a, b) => compareBytes(a.path, b.path));
  return { files, brokenLinks };

  /** The files at `actual`, shown at `shown`, with links on the way and inside followed. */
  function behind(shown: string, actual: string, folders: readonly string[]): SnapshotFile[] {
    const resolved = resolve(actual);
    const file = plainPaths.get(resolved);
    if (file !== undefined) return [{ ...file, path: shown }];
    const prefix = `${resolved}/`;
    if (actual.startsWith(prefix) || folders.includes(resolved)) throw new BrokenLink('leads in a circle');
    const found = plain
      .filter(({ path }) => path.startsWith(prefix))
      .map((below) => ({ ...below, path: `${shown}/${below.path.slice(prefix.length)}` }));
    for (const inner of links) {
      if (!inner.path.startsWith(prefix)) continue;
      found.push(...behind(`${shown}/${inner.path.slice(prefix.length)}`, inner.path, [...folders, resolved]));
    }
    if (found.length === 0) throw new BrokenLink(`leads to "${resolved}", which is not in the repository`);
    return found;
  }

  /** The path behind all links, component by component, as the file system would walk it. */
  function resolve(path: string): string {
    let done = '';
    let rest = path.split('/');
    let hops = 0;
    while (rest.length > 0) {
      const [component = '', ...others] = rest;
      rest = others;
      if (component === '' || component === '.') continue;
      if (component === '..') {
        if (done === '') throw new BrokenLink('leads out of the repository');
        done = posix.dirname(done) === '.' ? '' : posix.dirname(done);
        continue;
      }
      const next = done === '' ? component : `${done}/${component}`;
      const target = targets.get(next);
      if (target === undefined) {
        done = next;
        continue;
      }
      hops += 1;
      if (hops > LINK_DEPTH) throw new BrokenLink('leads in a circle');
      if (target.startsWith('/')) throw new BrokenLink(`leads out of the repository ("${target}")`);
      rest = [...target.split('/'), ...rest];
    }
    if (done === '') throw new BrokenLink('leads in a circle');
    return done;
  }
}
