/** Whether the checked-out commit belongs to the repository that a run is for, as far as the clone tells. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { shortCommit } from '../base/names.ts';
import { problemError } from '../base/problems.ts';
import type { Git } from './git.ts';
import { remoteName, type Repository } from './repository.ts';

/** What a run is for, where its event does not say which commit has to be checked out. */
export interface OwnCode {
  /** `owner/name` */
  readonly repository: string;
  readonly serverUrl: string;
  /** `GITHUB_SHA`: a commit of the repository itself. */
  readonly sha: string;
}

/** `refs/pull/5/merge`, also as a remote branch: of any branch, of any fork. */
const PULL_REQUEST = /refs\/(?:remotes\/(?:[^/]+\/)?)?pull\/\d+\/(?:head|merge)/u;

const HINT =
  'Use actions/checkout without "ref" and "repository". Pull requests are for "on: pull_request", which gives a fork\'s code neither secrets nor Terraform.';

/**
 * A run by hand has all secrets, whatever a step before it has checked out.
 *
 * @throws ProblemError if the commit is of another repository, of a pull request, or in no branch of a complete clone
 */
export async function requireOwnCode(git: Git, { top, head, shallow }: Repository, own: OwnCode): Promise<void> {
  if (head === own.sha) return;
  const commit = `The checked-out commit ${shortCommit(head)}`;
  const other = await otherRepository(git, own);
  if (other !== undefined) {
    throw problemError('event', `${commit} is of the repository ${other}, but this run is for ${own.repository}.`, {
      hint: `It would get the secrets of ${own.repository}. Run the workflow in ${other}.`,
    });
  }
  const containing = await git.run([
    'for-each-ref',
    `--contains=${head}`,
    '--format=%(refname)',
    'refs/remotes',
    'refs/tags',
  ]);
  const references = containing.split('\n').filter((each) => each !== '');
  if (references.some((each) => !PULL_REQUEST.test(each))) return;
  const [pullRequest] = [...references, ...(await fetchedAs(git, top, head))].flatMap(
    (each) => PULL_REQUEST.exec(each)?.[0] ?? [],
  );
  if (pullRequest !== undefined) {
    const shown = pullRequest.replace(/^refs\/remotes\/(?:[^/]+\/)?pull/u, 'refs/pull');
    throw problemError('event', `${commit} is of a pull request (${shown}), which may come from a fork.`, {
      hint: HINT,
    });
  }
  const branches = await git.run(['for-each-ref', '--count=1', 'refs/remotes']);
  if (shallow || branches === '') return;
  throw problemError('event', `${commit} is in no branch and no tag of this repository.`, { hint: HINT });
}

/** The repository that the clone is of, if it is another one on the same server. */
async function otherRepository(git: Git, { repository, serverUrl }: OwnCode): Promise<string | undefined> {
  const url = await git.attempt(['remote', 'get-url', (await remoteName(git)) ?? 'origin']);
  const { host } = new URL(serverUrl);
  const [, at, name] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+(?::\d+)?)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/u.exec(url.stdout.trim()) ?? [];
  return at === host && name !== undefined && name.toLowerCase() !== repository.toLowerCase() ? name : undefined;
}

/** What a fetch or `gh pr checkout` notes of where the commit, or the branch that is checked out, comes from. */
async function fetchedAs(git: Git, top: string, head: string): Promise<readonly string[]> {
  const path = (await git.run(['rev-parse', '--git-path', 'FETCH_HEAD'])).trim();
  const fetched = readIfThere(resolve(top, path))
    .split('\n')
    .filter((line) => line.startsWith(head));
  const branch = await git.attempt(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  const merge = await git.attempt(['config', '--get-all', `branch.${branch.stdout.trim()}.merge`]);
  return [...fetched, ...merge.stdout.split('\n')];
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Nothing was fetched without a name.
    return '';
  }
}
