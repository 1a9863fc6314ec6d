/** Symbolic links of a listed tree, followed the way the file system would. */
import { posix } from 'node:path';
import { problem, type Problem } from '../problems.ts';
import { compareBytes, type SnapshotFile } from './snapshot.ts';

/** An entry as git or the file system lists it: a link's `target` is its text. */
export type ListedEntry =
  | { readonly kind: 'file'; readonly path: string; readonly executable: boolean; readonly id: string }
  | { readonly kind: 'link'; readonly path: string; readonly target: string };

const LINK_DEPTH = 40;

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
    else files.push({ path: entry.path, executable: entry.executable, id: entry.id });
  }
  const brokenLinks = new Map<string, Problem>();
  if (links.length === 0) return { files, brokenLinks };

  const targets = new Map(links.map((link) => [link.path, link.target]));
  const plain = files.slice();
  const plainPaths = new Map(plain.map((file) => [file.path, file]));
  for (const link of links) expand(link.path, link.path, 0);
  files.sort((a, b) => compareBytes(a.path, b.path));
  return { files, brokenLinks };

  /** Adds below `shown` what stands at `actual`, links on the way and inside followed. */
  function expand(shown: string, actual: string, depth: number): void {
    const resolved = resolve(actual, depth);
    if (typeof resolved !== 'string') {
      brokenLinks.set(shown, problem('path', `The symbolic link ${resolved.why}.`, { place: { file: shown } }));
      return;
    }
    const file = plainPaths.get(resolved);
    if (file !== undefined) {
      files.push({ path: shown, executable: file.executable, id: file.id });
      return;
    }
    const prefix = `${resolved}/`;
    let found = false;
    for (const below of plain) {
      if (!below.path.startsWith(prefix)) continue;
      found = true;
      files.push({ ...below, path: `${shown}/${below.path.slice(prefix.length)}` });
    }
    for (const inner of links) {
      if (!inner.path.startsWith(prefix)) continue;
      found = true;
      const place = `${shown}/${inner.path.slice(prefix.length)}`;
      if (depth >= LINK_DEPTH || inner.path === shown) {
        brokenLinks.set(place, problem('path', 'The symbolic link leads in a circle.', { place: { file: shown } }));
      } else {
        expand(place, inner.path, depth + 1);
      }
    }
    if (!found) {
      brokenLinks.set(
        shown,
        problem('path', `The symbolic link leads to "${resolved}", which is not in the repository.`, {
          place: { file: shown },
        }),
      );
    }
  }

  /** The path behind all links, component by component, as the file system would walk it. */
  function resolve(path: string, depth: number): string | { why: string } {
    let done = '';
    let rest = path.split('/');
    let hops = depth;
    while (rest.length > 0) {
      const [component = '', ...others] = rest;
      rest = others;
      if (component === '' || component === '.') continue;
      if (component === '..') {
        if (done === '') return { why: 'leads out of the repository' };
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
      if (hops > LINK_DEPTH) return { why: 'leads in a circle' };
      if (target.startsWith('/')) return { why: `leads out of the repository ("${target}")` };
      rest = [...target.split('/'), ...rest];
    }
    return done === '' ? { why: 'leads to the repository itself' } : done;
  }
}
