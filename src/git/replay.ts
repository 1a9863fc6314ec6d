/** Branches that were merged by copying each of their commits: "Rebase and merge". */
import type { Git } from './git.ts';

/** A commit with what identifies its copies: rebasing keeps author, time and message. */
export interface LoggedCommit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly identity: string;
}

const FIELDS = ['%H', '%P', '%an', '%ae', '%at', '%B'];

/**
 * The commits reachable from `tip` but from none of `others`, newest first.
 *
 * @param options of git log, such as `--first-parent`
 */
export async function commitsSince(
  git: Git,
  tip: string,
  others: readonly string[],
  options: readonly string[],
): Promise<readonly LoggedCommit[]> {
  const shape = ['-z', '--topo-order', `--format=${FIELDS.join('%x00')}`];
  const log = await git.run(['log', ...shape, ...options, tip, ...others.map((each) => `^${each}`), '--']);
  const texts = log.split('\0');
  const commits: LoggedCommit[] = [];
  for (let at = 0; at + FIELDS.length <= texts.length; at += FIELDS.length) {
    const [id = '', parents = '', ...identity] = texts.slice(at, at + FIELDS.length);
    commits.push({ id, parents: parents.split(' '), identity: identity.map((each) => each.trim()).join('\0') });
  }
  return commits;
}

/**
 * The commit on which the copies at the end of a branch are based. Empty commits have no copy, and any order will do.
 *
 * @param branch newest first, along first parents
 * @param originals without merges
 * @returns undefined if the branch does not end with a copy
 */
export function beforeCopies(branch: readonly LoggedCommit[], originals: readonly LoggedCommit[]): string | undefined {
  const left = originals.map(({ identity }) => identity);
  let before: string | undefined;
  for (const { parents, identity } of branch) {
    const found = left.indexOf(identity);
    if (found < 0) break;
    left.splice(found, 1);
    [before] = parents;
  }
  return before;
}
