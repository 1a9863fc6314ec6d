/** The remote of a clone: what it has, and fetching it, with credentials where it takes them. */
import pLimit from 'p-limit';
import type { Output } from '../base/child-process.ts';
import { problemError, type ProblemError } from '../base/problems.ts';
import { createGit, type Git } from './git.ts';
import { remoteName, type NamedCommit } from './repository.ts';
import { keepingHistory } from './shallow.ts';
import { withoutCredentials } from './url-credentials.ts';

/** Nothing but `fetch` and `deepen` brings commits into the clone. What fails is a `ProblemError`. */
export interface Remote {
  /**
   * Fetches commits or blobs, one call after the other.
   *
   * @param options of git fetch
   * @param needed what it is for, to begin the message with
   * @param input what to fetch, where the options say that it comes on standard input
   */
  fetch(options: readonly string[], wanted: readonly string[], needed: string, input?: string): Promise<void>;
  /** Fetches that many more commits behind each cut of a shallow clone, towards the commits. */
  deepen(commits: readonly string[], depth: number): Promise<void>;
  /** The tip of a branch. */
  tip(branch: string): Promise<string>;
  /** The branch that the remote calls its default; why not, in git's own words, where it does not say. */
  defaultBranch(): Promise<NamedCommit | { readonly failure: string }>;
}

/**
 * @param git seam at the repository's top folder
 * @param authenticated the same with credentials of its own; tried when git fails without
 */
export function openRemote(git: Git, authenticated: Git | undefined): Remote {
  let named: Promise<string> | undefined;
  const remote = (): Promise<string> => (named ??= remoteName(git).then((name) => name ?? 'origin'));

  /** Once as the clone is set up; actions/checkout with persist-credentials: false leaves no credentials behind. */
  async function attempt(args: readonly string[], input?: string): Promise<Output> {
    const first = await git.attempt(args, input);
    // With those of the clone, a second header would be refused.
    return first.code === 0 || authenticated === undefined ? first : await authenticated.attempt(args, input);
  }

  // Git gives up where another fetch of the same clone has the lock, or has moved its cuts meanwhile.
  const alone = pLimit(1);

  const fetchNow: Remote['fetch'] = async (options, wanted, needed, input) => {
    // Without tidying up in the background either, which would take what a cut leaves unreached for rubbish.
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
  const said = withoutCredentials(stderr.trim());
  return problemError('base', `${needed} is not in this clone and could not be fetched: ${said}`, {
    hint: 'Set "fetch-depth: 0" at the actions/checkout step, or give this action a token that may read the repository.',
  });
}

/** A seam that authenticates itself to the server with a token, without any file or argument. */
export function withToken({ directory, environment }: Git, serverUrl: string, token: string): Git {
  // Configuration that the environment carries itself stays in force.
  const count = Number(environment['GIT_CONFIG_COUNT'] ?? '0');
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return createGit(directory, {
    ...environment,
    GIT_CONFIG_COUNT: String(count + 1),
    [`GIT_CONFIG_KEY_${count}`]: `http.${serverUrl.replace(/\/$/u, '')}/.extraheader`,
    [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${basic}`,
  });
}
