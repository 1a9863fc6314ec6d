/** Uncommitted content of the working tree, including submodules. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGit, type Git } from './git.ts';

export interface NotCommitted {
  /** Committed files of the repository itself that were modified. */
  readonly changed: readonly string[];
  /**
   * Untracked files, including ignored ones; a folder that contains nothing else is listed once, with a trailing `/`.
   * In submodules, modified files too.
   */
  readonly others: readonly string[];
  /** Submodules that are not at the committed commit. */
  readonly moved: readonly string[];
}

/**
 * Examines a whole working tree; paths are relative to its top.
 *
 * @param git seam at the top folder
 */
export async function notCommitted(git: Git): Promise<NotCommitted> {
  const [changed, others, tree, index] = await Promise.all([
    // A file whose time was set back must not look unchanged.
    paths(git, ['-c', 'core.trustctime=true', '-c', 'core.checkStat=default', ...DIFF]),
    paths(git, ['ls-files', '-z', '--others', '--directory', '--no-empty-directory']),
    paths(git, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD']),
    paths(git, ['ls-files', '-v', '-z']),
  ]);
  // "h <path>": git is set to assume that the file never changes.
  const assumed = index.flatMap((line) => (line.startsWith('h ') ? [line.slice(2)] : []));
  const submodules = tree.flatMap((line) => {
    const [, id, path] = /^160000 commit ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
    return id === undefined || path === undefined ? [] : [{ id, path }];
  });
  const inside = await Promise.all(submodules.map((each) => inSubmodule(git, each.path, each.id)));
  return {
    changed: [...new Set([...changed, ...assumed])],
    others: [...others, ...inside.flatMap((each) => each.others)],
    moved: inside.flatMap((each) => each.moved),
  };
}

const DIFF = ['diff', '--name-only', '-z', '--no-ext-diff', '--ignore-submodules=all', 'HEAD', '--'];

async function inSubmodule(git: Git, path: string, id: string): Promise<NotCommitted> {
  const directory = join(git.directory, path);
  const none = { changed: [], others: [], moved: [] };
  const found = lstatSync(directory, { throwIfNoEntry: false });
  if (found === undefined) return none;
  if (!found.isDirectory()) return { ...none, others: [path] };
  const names = readdirSync(directory);
  // Not checked out: git itself ignores the folder then.
  if (!names.includes('.git')) return names.length === 0 ? none : { ...none, others: [`${path}/`] };
  const own = createGit(directory, git.environment);
  const [head, { changed, others, moved }] = await Promise.all([
    own.run(['rev-parse', '--verify', 'HEAD']),
    notCommitted(own),
  ]);
  const below = (each: readonly string[]): readonly string[] => each.map((name) => `${path}/${name}`);
  return {
    changed: [],
    others: below([...others, ...changed]),
    moved: [...(head.trim() === id ? [] : [path]), ...below(moved)],
  };
}

async function paths(git: Git, args: readonly string[]): Promise<readonly string[]> {
  return (await git.run(args)).split('\0').filter((path) => path !== '');
}
