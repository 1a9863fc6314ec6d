/** The working tree as a git tree: the content of a commit of everything, without making one. */
import { copyFileSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from '../base/environment.ts';
import { hasCode } from '../base/node-errors.ts';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';
import { createGit, type Git } from './git.ts';

/** Folders that are not sources, in case git does not ignore them. */
const NEVER_ADDED = [RUNTIME_FOLDER, '.terraform'];

/**
 * Writes the working tree as git would commit it: tracked and untracked files, changed ones as they are now, ignored
 * ones left out. Neither the repository's index nor its objects are touched: new objects go into `scratch`.
 *
 * @param git seam at the repository's top folder
 * @param scratch absolute path of an empty folder
 * @returns the tree's id, and the environment in which git can read the tree as long as `scratch` exists
 */
export async function writeWorkingTree(
  git: Git,
  scratch: string,
): Promise<{ readonly tree: string; readonly environment: Environment }> {
  const [indexPath = '', objectsPath = ''] = (
    await git.run(['rev-parse', '--git-path', 'index', '--git-path', 'objects'])
  ).split('\n');
  const index = join(scratch, 'index');
  copyIndex(resolve(git.directory, indexPath), index);
  const objects = join(scratch, 'objects');
  mkdirSync(objects);
  const environment = {
    GIT_OBJECT_DIRECTORY: objects,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates(
      resolve(git.directory, objectsPath),
      git.environment['GIT_ALTERNATE_OBJECT_DIRECTORIES'],
    ),
  };
  const scratchGit = createGit(git.directory, { ...git.environment, ...environment, GIT_INDEX_FILE: index });
  // An embedded repository is not part of this one, and needs no advice.
  const quiet = ['-c', 'advice.addEmbeddedRepo=false', '-c', 'core.safecrlf=false'];
  const excluded = NEVER_ADDED.map((name) => `:(top,exclude,glob)**/${name}/**`);
  await scratchGit.run([...quiet, 'add', '--all', '--', ':(top)', ...excluded]);
  const tree = (await scratchGit.run(['write-tree'])).trim();
  return { tree, environment };
}

/**
 * The index records unchanged files, so that they need not be read. Git rereads a file unless it is older than the
 * index itself: the copy must not appear newer than the original.
 */
function copyIndex(from: string, to: string): void {
  try {
    copyFileSync(from, to);
    const { atimeMs, mtimeMs } = statSync(from);
    utimesSync(to, Math.floor(atimeMs / 1000), Math.floor(mtimeMs / 1000));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

function alternates(objects: string, inherited: string | undefined): string {
  const quoted = `"${objects.replace(/["\\]/gu, '\\$&')}"`;
  return inherited === undefined || inherited === '' ? quoted : `${quoted}:${inherited}`;
}
