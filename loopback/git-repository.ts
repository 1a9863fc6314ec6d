/**
 * Git repositories for tests, made the way people and GitHub make them. Commits have a fixed author, and each is one
 * minute younger than the youngest before it, so the same calls give the same ids on every machine.
 */
import { type Environment, runGit } from './git-command.ts';
import { type Files, writeFiles } from './file-tree.ts';
import { type BareRepository } from './git-origin.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const firstCommitTime = Date.parse('2026-01-05T09:00:00Z') / 1000;

const people: Environment = {
  GIT_AUTHOR_NAME: 'Ada Author',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada Author',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

/** A repository with a working tree. Functions that make a commit answer its id. */
export interface GitRepository {
  readonly directory: string;
  /** Runs any git command and answers its trimmed output. */
  git(...args: readonly string[]): Promise<string>;
  /** Writes files into the working tree without a commit. */
  write(files: Files): void;
  /** Writes the files, adds everything and commits it; without a difference the commit is empty. */
  commit(message: string, files?: Files): Promise<string>;
  /** Makes a branch at a commit (default: here) and checks it out. */
  branch(name: string, at?: string): Promise<void>;
  /** Checks out a branch, or a commit with a detached head. */
  checkout(reference: string): Promise<void>;
  /** Makes a lightweight tag. */
  tag(name: string, at?: string): Promise<void>;
  /** The id of a commit (default: the checked-out one). */
  id(reference?: string): Promise<string>;
  /** GitHub's "Create a merge commit": always a commit with two parents. */
  merge(branch: string, message?: string): Promise<string>;
  /** GitHub's "Squash and merge": one new commit with the branch's difference. */
  squashMerge(branch: string, message?: string): Promise<string>;
  /** GitHub's "Rebase and merge": copies of the branch's commits on top, never a fast-forward. Answers the last one's id. */
  rebaseMerge(branch: string): Promise<string>;
  /** Moves the current branch to a descendant, which GitHub's merge queue and plain pushes do. */
  fastForward(branch: string): Promise<string>;
  /** Pushes all branches and tags to an origin, with force. */
  push(origin: BareRepository): Promise<void>;
}

/** Makes a repository on branch `main`, with a first commit when there are files. */
export async function createRepository(files?: Files, directory?: string): Promise<GitRepository> {
  const place = directory ?? temporaryDirectory('repository');
  await runGit(place, ['init', '--quiet', '--initial-branch=main']);
  const repository = openRepository(place);
  if (files !== undefined) await repository.commit('First commit', files);
  return repository;
}

/** The same functions over a repository that is there already, such as a clone. */
export function openRepository(directory: string): GitRepository {
  const git = (...args: readonly string[]): Promise<string> => runGit(directory, args);

  const id = (reference = 'HEAD'): Promise<string> => git('rev-parse', '--verify', `${reference}^{commit}`);

  /** Runs a command that commits, with the next minute on the clock. */
  async function committing(...args: readonly string[]): Promise<string> {
    await runGit(directory, args, { ...people, ...datesAt(await nextCommitTime(directory)) });
    return id();
  }

  async function commit(message: string, files: Files = {}): Promise<string> {
    writeFiles(directory, files);
    await git('add', '--all');
    return committing('commit', '--quiet', '--allow-empty', '--message', message);
  }

  async function squashMerge(branch: string, message = `Squash ${branch}`): Promise<string> {
    // Git asks who commits even where it does not commit yet.
    await runGit(directory, ['merge', '--squash', '--quiet', branch], people);
    return committing('commit', '--quiet', '--allow-empty', '--message', message);
  }

  async function rebaseMerge(branch: string): Promise<string> {
    const originals = await git('rev-list', '--reverse', '--no-merges', `HEAD..${branch}`);
    // One at a time: cherry-picks that share a second could keep the ids of a fast-forward.
    for (const original of originals.split('\n').filter((line) => line !== '')) {
      await committing('cherry-pick', '--allow-empty', '--keep-redundant-commits', original);
    }
    return id();
  }

  return {
    directory,
    git,
    id,
    commit,
    squashMerge,
    rebaseMerge,
    write: (files) => {
      writeFiles(directory, files);
    },
    branch: async (name, at = 'HEAD') => {
      await git('checkout', '--quiet', '-b', name, at);
    },
    checkout: async (reference) => {
      await git('checkout', '--quiet', reference);
    },
    tag: async (name, at = 'HEAD') => {
      await git('tag', name, at);
    },
    merge: (branch, message = `Merge ${branch}`) =>
      committing('merge', '--quiet', '--no-ff', '--message', message, branch),
    fastForward: async (branch) => {
      await git('merge', '--quiet', '--ff-only', branch);
      return id();
    },
    push: async (origin) => {
      await git('push', '--quiet', '--force', origin.url, 'refs/heads/*:refs/heads/*', 'refs/tags/*:refs/tags/*');
    },
  };
}

/** Variables for a commit that a repository without a working tree makes: the fixed author and the next minute. */
export async function committingEnvironment(directory: string): Promise<Environment> {
  return { ...people, ...datesAt(await nextCommitTime(directory)) };
}

/** Seconds since 1970. The clock is the repository's own history, so clones need no shared counter. */
async function nextCommitTime(directory: string): Promise<number> {
  const youngest = await runGit(directory, ['log', '--all', '--max-count=1', '--format=%ct']);
  return youngest === '' ? firstCommitTime : Number(youngest) + 60;
}

function datesAt(seconds: number): Environment {
  const date = `${seconds} +0000`;
  return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
}
