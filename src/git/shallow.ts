/** Where the history of a shallow clone is cut off. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasCode } from '../base/node-errors.ts';
import { problemError } from '../base/problems.ts';
import type { Git } from './git.ts';

/** The commits whose parents are missing; none for a full clone. */
export async function cuts(git: Git): Promise<ReadonlySet<string>> {
  try {
    return new Set(lines(readFileSync(await listOf(git), 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return new Set();
    throw error;
  }
}

/**
 * Runs a deepening fetch and reverts the cuts that it made in history that was present. Git counts the depth from each
 * cut and cuts again at that depth, although the clone may have more of the history by another path: a branch of which
 * only the tip was fetched, and that starts in the middle of another one, would shorten the latter.
 *
 * @param tips commits that may not be reachable from any reference
 * @throws ProblemError when another git is changing the list of cuts
 */
export async function keepingHistory(git: Git, tips: readonly string[], deepen: () => Promise<void>): Promise<void> {
  const before = await cuts(git);
  const here = new Set(lines(await git.run(['rev-list', '--all', ...tips, '--'])));
  await deepen();
  const after = [...(await cuts(git))];
  const kept = after.filter((commit) => before.has(commit) || !here.has(commit));
  if (kept.length < after.length) replaceCuts(await listOf(git), kept);
}

/** As git does it: only the creator of the lock may write, and even an empty list would mean a shallow clone. */
function replaceCuts(list: string, commits: readonly string[]): void {
  const lock = `${list}.lock`;
  try {
    writeFileSync(lock, commits.map((commit) => `${commit}\n`).join(''), { flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    throw problemError('git', `${lock} exists: another git process is fetching into this clone.`, {
      hint: 'Wait until it is done. If there is no such process, remove the file.',
    });
  }
  if (commits.length > 0) renameSync(lock, list);
  else {
    rmSync(list);
    rmSync(lock);
  }
}

async function listOf(git: Git): Promise<string> {
  return resolve(git.directory, (await git.run(['rev-parse', '--git-path', 'shallow'])).trim());
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
