/** The remote of a clone: its branches, and fetching from it, with credentials where necessary. */
import pLimit from 'p-limit';
import type { Output } from '../base/child-process.ts';
import { problemError, type ProblemError } from '../base/problems.ts';
import { createGit, type Git } from './git.ts';
import { remoteName, type NamedCommit } from './repository.ts';
import { keepingHistory } from './shallow.ts';
import { withoutCredentials } from './url-credentials.ts';

/** Only `fetch` and `deepen` add commits to the clone. Failures are `ProblemError`s. */
export interface Remote {
  /**
   * Fetches commits or blobs, one call after the other.
   *
   * @param options of git fetch
   * @param needed what it is for: the beginning of the error message
   * @param input what to fetch, if the options say that it comes from standard input
   */
  fetch(options: readonly string[], wanted: readonly string[], needed: string, input?: string): Promise<void>;
  /** Fetches this many more commits beyond each cut of a shallow clone, for the history of the commits. */
  deepen(commits: readonly string[], depth: number): Promise<void>;
  /** The tip of a branch. */
  tip(branch: string): Promise<string>;
  /** The remote's default branch; git's message if it does not report one. */
  defaultBranch(): Promise<NamedCommit | { readonly failure: string }>;
}

/**
 * @param git seam at the repository's top folder
 * @param authenticated the same with its own credentials; tried if git fails without them
 */
export function openRemote(git: Git, authenticated: Git | undefined): Remote {
  let named: Promise<string> | undefined;
  const remote = (): Promise<string> => (named ??= remoteName(git).then((name) => name ?? 'origin'));

  /** First as the clone is set up; actions/checkout with persist-credentials: false leaves no credentials behind. */
  async function attempt(args: readonly string[], input?: string): Promise<Output> {
    const first = await git.attempt(args, input);
    // Together with the clone's credentials, a second header would be rejected.
    if (first.code === 0 || authenticated === undefined) return first;
    const second = await authenticated.attempt(args, input);
    // An old git leaves the credentials out without a word.
    if (second.code !== 0) await authenticated.refuseIfOld();
    return second;
  }

  // Git fails if another fetch of the same clone holds the lock or has moved its cuts.
  const alone = pLimit(1);

  const fetchNow: Remote['fetch'] = async (options, wanted, needed, input) => {
    // Also without background gc, which would delete what a cut leaves unreachable.
    const quiet = ['--no-write-fetch-head', '--no-auto-gc', '--quiet'];
    const always = ['fetch', '--no-tags', '--no-recurse-submodules', ...quiet];
    const { code, stderr } = await attempt([...always, ...options, await remote(), ...wanted], input);
    if (code !== 0) throw unreachable(needed, stderr);
  };

  return {
    fetch: (...wanted) => alone(() => fetchNow(...wanted)),
    deepen: (commits, depth) =>
      alone(() => keepingHistory(git, commits, () => fetchNow([`--deepen=${depth}`], commits, 'The common history'))),
    async tip(branch) {
      const reference = `refs/heads/${branch}`;
      const { code, stdout, stderr } = await attempt(['ls-remote', await remote(), reference]);
      const line = stdout.split('\n').find((each) => each.endsWith(`\t${reference}`));
      const tip = line?.split('\t')[0];
      if (code === 0 && tip !== undefined) return tip;
      throw unreachable(`Branch ${branch}`, stderr || 'the remote has no such branch');
    },
    async defaultBranch() {
      const { code, stdout, stderr } = await attempt(['ls-remote', '--symref', await remote(), 'HEAD']);
      const name = /^ref: refs\/heads\/(\S+)\tHEAD$/mu.exec(stdout)?.[1];
      const commit = /^([0-9a-f]+)\tHEAD$/mu.exec(stdout)?.[1];
      if (code !== 0) return { failure: withoutCredentials(stderr.trim()) };
      if (name === undefined || commit === undefined) return { failure: 'it names none.' };
      return { name: `${await remote()}/${name}`, commit };
    },
  };
}

function unreachable(needed: string, stderr: string): ProblemError {
  const reason = withoutCredentials(stderr.trim());
  return problemError('base', `${needed} is not in this clone and could not be fetched: ${reason}`, {
    hint: 'Set "fetch-depth: 0" at the actions/checkout step, or give this action a token that may read the repository.',
  });
}

/** A seam that authenticates to the server with a token, without using a file or an argument. */
export function withToken({ directory, environment }: Git, serverUrl: string, token: string): Git {
  // Configuration already in the environment stays in force.
  const count = Number(environment['GIT_CONFIG_COUNT'] ?? '0');
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return createGit(directory, {
    ...environment,
    GIT_CONFIG_COUNT: String(count + 1),
    [`GIT_CONFIG_KEY_${count}`]: `http.${serverUrl.replace(/\/$/u, '')}/.extraheader`,
    [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${basic}`,
  });
}
