/** Commits of a repository, fetched when a shallow clone does not have them. */
import pLimit from 'p-limit';
import type { Environment } from '../base/environment.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { withoutCredentials, type Git, type GitResult } from './git.ts';
import type { GitObjects } from './objects.ts';
import { beforeCopies, commitsSince } from './replay.ts';
import { remoteName, type NamedCommit, type Repository } from './repository.ts';
import { cuts, keepingHistory } from './shallow.ts';

export interface History {
  /** Parents as the commit itself names them, whether or not they are here. Fetches the commit if need be. */
  parents(commit: string): Promise<readonly string[]>;
  /** Makes sure that a commit and its tree are here. */
  ensure(commit: string): Promise<void>;
  /** The tip of a branch on the remote, fetched. */
  remoteBranch(name: string): Promise<string>;
  /** The branch that the remote itself calls its default, fetched; why not (git's own words) where it does not tell. */
  remoteDefault(): Promise<NamedCommit | { readonly failure: string }>;
  /** The best common ancestor, deepening a shallow clone until there is one; undefined for unrelated histories. */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  /**
   * For a branch that ends with copies of another one's commits ("Rebase and merge"): the commit that they stand on.
   * Undefined where it does not.
   *
   * @param known a commit that the branch had before, whatever it has copies of: the later it is, the better are copies
   *   of this merge told from those of an earlier one. Where they cannot be, all count, so that nothing is left out
   */
  beforeCopies(tip: string, original: string, known: string): Promise<string | undefined>;
  /** Whether a branch with this tip was ever at that commit: along first parents, deepening a shallow clone as needed. */
  wasTip(commit: string, tip: string): Promise<boolean>;
  /** How many commits that was ago, along first parents; undefined where the branch never was there. */
  behind(commit: string, tip: string): Promise<number | undefined>;
  /** Fetches blobs that a partial clone has not, all at once; undefined for a clone that has all. */
  readonly fetchBlobs: ((ids: readonly string[]) => Promise<void>) | undefined;
}

/** Deepening steps: most pull requests are found with the first; the last is more than any history. */
const DEPTHS = [50, 500, 5_000, 2_147_483_647];

/**
 * @param git seam at the repository's top folder
 * @param credentials environment that lets git authenticate itself; tried when fetching fails without
 */
export function openHistory(
  git: (environment: Environment) => Git,
  objects: GitObjects,
  repository: Repository,
  credentials: Environment | undefined,
): History {
  let { shallow } = repository;

  let named: Promise<string> | undefined;
  const remote = (): Promise<string> => (named ??= remoteName(git({})).then((name) => name ?? 'origin'));

  /** Once as the clone is set up; actions/checkout with persist-credentials: false leaves no credentials behind. */
  async function remotely(args: readonly string[], input?: string): Promise<GitResult> {
    const options = input === undefined ? {} : { input };
    const first = await git({}).attempt(args, options);
    // With those of the clone, a second header would be refused.
    return first.code === 0 || credentials === undefined ? first : await git(credentials).attempt(args, options);
  }

  // Git gives up where another fetch of the same clone has the lock, or has moved its cuts meanwhile.
  const alone = pLimit(1);
  const fetch = (...wanted: Parameters<typeof fetchNow>): Promise<void> => alone(() => fetchNow(...wanted));

  async function fetchNow(
    options: readonly string[],
    wanted: readonly string[],
    needed: string,
    input?: string,
  ): Promise<void> {
    // Without tidying up in the background either, which would take what a cut leaves unreached for rubbish.
    const quiet = ['--no-write-fetch-head', '--no-auto-gc', '--quiet'];
    const always = ['fetch', '--no-tags', '--no-recurse-submodules', ...quiet];
    const { code, stderr } = await remotely([...always, ...options, await remote(), ...wanted], input);
    if (code !== 0) throw unreachable(needed, stderr);
  }

  function unreachable(needed: string, stderr: string): ProblemError {
    return problemError(
      'base',
      `${needed} is not in this clone and could not be fetched: ${withoutCredentials(stderr.trim())}`,
      {
        hint: 'Set "fetch-depth: 0" at the actions/checkout step, or give this action a token that may read the repository.',
      },
    );
  }

  /** Without the fetch that reading a missing object of a partial clone would start. */
  async function has(commit: string): Promise<boolean> {
    if (repository.partial) {
      const found = await git({}).attempt(['rev-list', '--no-walk', '--missing=allow-any', commit, '--']);
      if (found.code !== 0) return false;
    }
    return (await objects.read(`${commit}^{tree}`)) !== undefined;
  }

  async function ensure(commit: string): Promise<void> {
    if (await has(commit)) return;
    // A depth on a full clone would make it shallow; history that is here would be cut at a commit of its own.
    await fetch(shallow ? ['--depth=1'] : [], [commit], `Commit ${commit}`);
    if (!(await has(commit))) {
      throw problemError('base', `Commit ${commit} is not in the repository.`);
    }
  }

  async function parents(commit: string): Promise<readonly string[]> {
    await ensure(commit);
    const object = await objects.read(`${commit}^{commit}`);
    const header = object?.content.toString('utf8').split('\n\n', 1)[0] ?? '';
    return header.split('\n').flatMap((line) => /^parent ([0-9a-f]+)$/u.exec(line)?.[1] ?? []);
  }

  async function remoteBranch(name: string): Promise<string> {
    const reference = `refs/heads/${name}`;
    const { code, stdout, stderr } = await remotely(['ls-remote', await remote(), reference]);
    const tip = stdout
      .split('\n')
      .find((line) => line.endsWith(`\t${reference}`))
      ?.split('\t')[0];
    if (code !== 0 || tip === undefined) throw unreachable(`Branch ${name}`, stderr || 'the remote has no such branch');
    await ensure(tip);
    return tip;
  }

  async function remoteDefault(): Promise<NamedCommit | { readonly failure: string }> {
    const { code, stdout, stderr } = await remotely(['ls-remote', '--symref', await remote(), 'HEAD']);
    const name = /^ref: refs\/heads\/(\S+)\tHEAD$/mu.exec(stdout)?.[1];
    const tip = /^([0-9a-f]+)\tHEAD$/mu.exec(stdout)?.[1];
    if (code !== 0) return { failure: withoutCredentials(stderr.trim()) };
    if (name === undefined || tip === undefined) return { failure: 'it names none.' };
    await ensure(tip);
    return { name: `${await remote()}/${name}`, commit: tip };
  }

  /** Whether history is cut off on the way to a common ancestor: behind the cut there may be a younger one. */
  async function isCut(a: string, b: string, ancestor: string): Promise<boolean> {
    const between = (await git({}).run(['rev-list', a, b, `^${ancestor}`, '--'])).split('\n').filter((id) => id !== '');
    const cut = await cuts(git({}));
    return between.some((commit) => cut.has(commit));
  }

  async function mergeBase(a: string, b: string): Promise<string | undefined> {
    await ensure(a);
    await ensure(b);
    for (const depth of [0, ...DEPTHS]) {
      if (depth > 0) {
        await alone(() =>
          keepingHistory(git({}), [a, b], () => fetchNow([`--deepen=${depth}`], [a, b], 'The common history')),
        );
        shallow = (await git({}).run(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
      }
      const result = await git({}).attempt(['merge-base', a, b]);
      const found = result.stdout.trim();
      if (result.code === 0 && found !== '' && !(shallow && (await isCut(a, b, found)))) return found;
      if (!shallow) return undefined;
    }
    return undefined;
  }

  async function beforeCopiesOf(tip: string, original: string, known: string): Promise<string | undefined> {
    if ((await mergeBase(tip, original)) === undefined) return undefined;
    // What is told of the branch may be as late as the merge itself, or be gone from it by now.
    const stood = await mergeBase(tip, known).catch((error: unknown) => {
      if (error instanceof ProblemError) return undefined;
      throw error;
    });
    const before = stood === undefined || stood === tip ? [] : [stood];
    return beforeCopies(
      await commitsSince(git({}), tip, [original, ...before], ['--first-parent']),
      await commitsSince(git({}), original, [tip], ['--no-merges']),
    );
  }

  async function behind(commit: string, tip: string): Promise<number | undefined> {
    if ((await mergeBase(commit, tip)) !== commit) return undefined;
    const position = (await git({}).run(['rev-list', '--first-parent', tip, '--'])).split('\n').indexOf(commit);
    return position < 0 ? undefined : position;
  }

  const fetchBlobs = async (ids: readonly string[]): Promise<void> => {
    await fetch(['--filter=blob:none', '--stdin'], [], `${ids.length} files`, ids.map((id) => `${id}\n`).join(''));
  };
  return {
    parents,
    ensure,
    remoteBranch,
    remoteDefault,
    mergeBase,
    beforeCopies: beforeCopiesOf,
    wasTip: async (commit, tip) => (await behind(commit, tip)) !== undefined,
    behind,
    fetchBlobs: repository.partial ? fetchBlobs : undefined,
  };
}

/**
 * Environment in which git authenticates itself to the server with a token, without any file or argument.
 *
 * @param environment what git gets anyway: configuration that it carries itself stays in force
 */
export function tokenCredentials(environment: Environment, serverUrl: string, token: string): Environment {
  const count = Number(environment['GIT_CONFIG_COUNT'] ?? '0');
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: String(count + 1),
    [`GIT_CONFIG_KEY_${count}`]: `http.${serverUrl.replace(/\/$/u, '')}/.extraheader`,
    [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${basic}`,
  };
}
