/** A repository as GitHub keeps it: bare, with `refs/pull/N/*`, and clones of it as `git clone` and runners make them. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { attemptGit, runGit } from './git-command.ts';
import { committingEnvironment, type GitRepository, openRepository } from './git-repository.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A pull request's commits. `merge` is GitHub's test merge; there is none when the branches conflict. */
export interface PullRequestCommits {
  readonly head: string;
  readonly base: string;
  readonly merge: string | undefined;
}

/** A bare repository on this machine that answers fetches as GitHub does. */
export interface BareRepository {
  readonly directory: string;
  /** `file://…`: only a URL makes git take the network's way, where depths and filters count. */
  readonly url: string;
  /** Runs any git command in it and answers its trimmed output. */
  git(...args: readonly string[]): Promise<string>;
  /**
   * Opens or updates pull request `number`: brings the head commit from a repository (a fork's, if you like) into
   * `refs/pull/N/head` and merges it into the base branch's present tip as `refs/pull/N/merge`.
   */
  pullRequest(
    number: number,
    commits: { readonly from: GitRepository; readonly head: string; readonly base: string },
  ): Promise<PullRequestCommits>;
}

/** How much of an origin a clone takes. */
export interface CloneOptions {
  /** Commits per branch; everything without it. */
  readonly depth?: number;
  readonly branch?: string;
  /** `true` leaves the other branches out; a depth alone does that too, as in git. */
  readonly singleBranch?: boolean;
  /** `blob:none` for a blobless, `tree:0` for a treeless clone. */
  readonly filter?: string;
  readonly directory?: string;
}

/** What `actions/checkout` is asked for. */
export interface CheckoutOptions {
  /** `refs/heads/main`, `refs/pull/1/merge`, …; the runner passes `github.ref`. */
  readonly ref: string;
  /** The commit; the runner passes `github.sha`. */
  readonly sha: string;
  /** `fetch-depth`: 1 unless told, 0 for everything. */
  readonly depth?: number;
  /** With depth 0: the history of the commit alone, as `git clone --single-branch` takes it. */
  readonly singleBranch?: boolean;
  readonly filter?: string;
  readonly directory?: string;
}

/** Makes an empty bare repository, or one with all branches and tags of `source`. */
export async function createOrigin(source?: GitRepository, directory?: string): Promise<BareRepository> {
  const place = directory ?? join(temporaryDirectory('origin'), 'repository.git');
  await runGit('/', ['init', '--quiet', '--bare', '--initial-branch=main', place]);
  const git = (...args: readonly string[]): Promise<string> => runGit(place, args);
  await git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  await git('config', 'uploadpack.allowFilter', 'true');

  async function pullRequest(
    number: number,
    commits: { readonly from: GitRepository; readonly head: string; readonly base: string },
  ): Promise<PullRequestCommits> {
    const head = await commits.from.id(commits.head);
    const base = await git('rev-parse', '--verify', `refs/heads/${commits.base}`);
    await commits.from.git('push', '--quiet', '--force', origin.url, `${head}:refs/pull/${number}/head`);
    const merge = await testMerge(place, base, head);
    const reference = `refs/pull/${number}/merge`;
    await (merge === undefined ? git('update-ref', '-d', reference) : git('update-ref', reference, merge));
    return { head, base, merge };
  }

  const origin: BareRepository = { directory: place, url: pathToFileURL(place).href, git, pullRequest };
  if (source !== undefined) await source.push(origin);
  return origin;
}

/** Clones an origin as a person does. */
export async function clone(origin: BareRepository, options: CloneOptions = {}): Promise<GitRepository> {
  const directory = options.directory ?? temporaryDirectory('clone');
  const choices = [
    ...(options.depth === undefined ? [] : [`--depth=${options.depth}`]),
    ...(options.branch === undefined ? [] : [`--branch=${options.branch}`]),
    ...(options.singleBranch === true ? ['--single-branch'] : []),
    ...(options.filter === undefined ? [] : [`--filter=${options.filter}`]),
  ];
  await runGit('/', ['clone', '--quiet', ...choices, origin.url, directory]);
  return openRepository(directory);
}

/**
 * Checks an origin out as `actions/checkout` does: one fetch of exactly the commit (or of all branches and tags with
 * depth 0), a detached head for a pull request and a local branch for a branch.
 */
export async function checkoutAsRunner(origin: BareRepository, options: CheckoutOptions): Promise<GitRepository> {
  const repository = openRepository(options.directory ?? temporaryDirectory('workspace'));
  const depth = options.depth ?? 1;
  const branch = /^refs\/heads\/(.+)$/u.exec(options.ref)?.[1];
  const local =
    branch === undefined ? options.ref.replace(/^refs\//u, 'refs/remotes/') : `refs/remotes/origin/${branch}`;
  const wanted = `+${options.sha}:${local}`;
  const everything = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'];
  const references =
    depth > 0 || options.singleBranch === true ? [wanted] : branch === undefined ? [...everything, wanted] : everything;
  await repository.git('init', '--quiet', '--initial-branch=main');
  await repository.git('remote', 'add', 'origin', origin.url);
  await repository.git(
    ...['fetch', '--quiet', '--prune', '--no-tags', '--no-recurse-submodules'],
    ...(depth > 0 ? [`--depth=${depth}`] : []),
    ...(options.filter === undefined ? [] : [`--filter=${options.filter}`]),
    ...['origin', ...references],
  );
  const target = branch === undefined ? ['--detach', local] : ['-B', branch, local];
  await repository.git('checkout', '--quiet', '--force', ...target);
  return repository;
}

/** GitHub's test merge: first parent the base branch's tip, second the head commit. */
async function testMerge(directory: string, base: string, head: string): Promise<string | undefined> {
  const { code, stdout, stderr } = await attemptGit(directory, ['merge-tree', '--write-tree', base, head]);
  if (code === 1) return undefined;
  if (code !== 0) throw new Error(`No test merge of ${head} into ${base}: ${stderr.trim()}`);
  const parents = ['-p', base, '-p', head];
  const message = `Merge ${head} into ${base}`;
  const environment = await committingEnvironment(directory);
  return runGit(directory, ['commit-tree', stdout.trim(), ...parents, '-m', message], environment);
}
