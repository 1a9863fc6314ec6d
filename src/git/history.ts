/** Commits of a repository, fetched if a shallow clone lacks them. */
import { problemError, ProblemError } from '../base/problems.ts';
import type { Git } from './git.ts';
import type { GitObjects } from './objects.ts';
import { openRemote } from './remote.ts';
import { beforeCopies, commitsSince } from './replay.ts';
import type { NamedCommit, Repository } from './repository.ts';
import { cuts } from './shallow.ts';

export interface History {
  /** Parents as the commit itself names them, present or not. Fetches the commit if necessary. */
  parents(commit: string): Promise<readonly string[]>;
  /** Makes sure that a commit and its tree are present. */
  ensure(commit: string): Promise<void>;
  /** The tip of a branch on the remote, fetched. */
  remoteBranch(name: string): Promise<string>;
  /** The remote's default branch, fetched; git's message if the remote does not report one. */
  remoteDefault(): Promise<NamedCommit | { readonly failure: string }>;
  /** The best common ancestor, deepening a shallow clone until there is one; undefined for unrelated histories. */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  /** All of the best common ancestors: branches that have merged each other have several. */
  mergeBases(a: string, b: string): Promise<readonly string[]>;
  /**
   * For a branch that ends with copies of another branch's commits ("Rebase and merge"): the commit that the copies are
   * based on. Undefined if it does not.
   *
   * @param known an earlier commit of the branch: the later it is, the better copies of this merge are distinguished
   *   from those of an earlier one. If they cannot be distinguished, all count, so that nothing is left out
   */
  beforeCopies(tip: string, original: string, known: string): Promise<string | undefined>;
  /** Whether a branch with this tip was ever at the commit: along first parents, deepening a shallow clone as needed. */
  wasTip(commit: string, tip: string): Promise<boolean>;
  /** The number of commits since then, along first parents; undefined if the branch was never at the commit. */
  behind(commit: string, tip: string): Promise<number | undefined>;
  /** Fetches blobs that a partial clone lacks, all at once; undefined for a clone that has all. */
  readonly fetchBlobs: ((ids: readonly string[]) => Promise<void>) | undefined;
}

/** Deepening steps: the first is enough for most pull requests; the last exceeds any history. */
const DEPTHS = [50, 500, 5_000, 2_147_483_647];

/**
 * @param git seam at the repository's top folder
 * @param authenticated the same with its own credentials; tried if fetching fails without them
 */
export function openHistory(
  git: Git,
  objects: GitObjects,
  repository: Repository,
  authenticated: Git | undefined,
): History {
  const remote = openRemote(git, authenticated);
  let { shallow } = repository;

  /** Without the fetch that reading a missing object of a partial clone would start. */
  async function has(commit: string): Promise<boolean> {
    if (repository.partial) {
      const found = await git.attempt(['rev-list', '--no-walk', '--missing=allow-any', commit, '--']);
      if (found.code !== 0) return false;
    }
    return (await objects.read(`${commit}^{tree}`)) !== undefined;
  }

  async function ensure(commit: string): Promise<void> {
    if (await has(commit)) return;
    // A depth would make a full clone shallow, and cut off history that is present.
    await remote.fetch(shallow ? ['--depth=1'] : [], [commit], `Commit ${commit}`);
    if (!(await has(commit))) throw problemError('base', `Commit ${commit} is not in the repository.`);
  }

  async function parents(commit: string): Promise<readonly string[]> {
    await ensure(commit);
    const object = await objects.read(`${commit}^{commit}`);
    const header = object?.content.toString('utf8').split('\n\n', 1)[0] ?? '';
    return header.split('\n').flatMap((line) => /^parent ([0-9a-f]+)$/u.exec(line)?.[1] ?? []);
  }

  async function remoteBranch(name: string): Promise<string> {
    const tip = await remote.tip(name);
    await ensure(tip);
    return tip;
  }

  async function remoteDefault(): Promise<NamedCommit | { readonly failure: string }> {
    const found = await remote.defaultBranch();
    if ('commit' in found) await ensure(found.commit);
    return found;
  }

  /** Whether history is cut off before the common ancestors: beyond the cut there may be a more recent one. */
  async function isCut(a: string, b: string, ancestors: readonly string[]): Promise<boolean> {
    const older = ancestors.map((ancestor) => `^${ancestor}`);
    const between = (await git.run(['rev-list', a, b, ...older, '--'])).split('\n').filter((id) => id !== '');
    const cut = await cuts(git);
    return between.some((commit) => cut.has(commit));
  }

  async function mergeBases(a: string, b: string): Promise<readonly string[]> {
    await ensure(a);
    await ensure(b);
    for (const depth of [0, ...DEPTHS]) {
      if (depth > 0) {
        await remote.deepen([a, b], depth);
        shallow = (await git.run(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
      }
      const result = await git.attempt(['merge-base', '--all', a, b]);
      const found = result.stdout.split('\n').filter((id) => id !== '');
      if (result.code === 0 && found.length > 0 && !(shallow && (await isCut(a, b, found)))) return found;
      if (!shallow) return [];
    }
    return [];
  }

  const mergeBase = async (a: string, b: string): Promise<string | undefined> => (await mergeBases(a, b))[0];

  async function beforeCopiesOf(tip: string, original: string, known: string): Promise<string | undefined> {
    if ((await mergeBase(tip, original)) === undefined) return undefined;
    // The known commit may be the merge itself, or no longer be in the branch.
    const stood = await mergeBase(tip, known).catch((error: unknown) => {
      if (error instanceof ProblemError) return undefined;
      throw error;
    });
    const before = stood === undefined || stood === tip ? [] : [stood];
    return beforeCopies(
      await commitsSince(git, tip, [original, ...before], ['--first-parent']),
      await commitsSince(git, original, [tip], ['--no-merges']),
    );
  }

  async function behind(commit: string, tip: string): Promise<number | undefined> {
    if ((await mergeBase(commit, tip)) !== commit) return undefined;
    const position = (await git.run(['rev-list', '--first-parent', tip, '--'])).split('\n').indexOf(commit);
    return position < 0 ? undefined : position;
  }

  const fetchBlobs = (ids: readonly string[]): Promise<void> =>
    remote.fetch(['--filter=blob:none', '--stdin'], [], `${ids.length} files`, `${ids.join('\n')}\n`);
  return {
    parents,
    ensure,
    remoteBranch,
    remoteDefault,
    mergeBase,
    mergeBases,
    beforeCopies: beforeCopiesOf,
    wasTip: async (commit, tip) => (await behind(commit, tip)) !== undefined,
    behind,
    fetchBlobs: repository.partial ? fetchBlobs : undefined,
  };
}
