/** The repository around a folder and its names: what a clone has without fetching commits. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../base/environment.ts';
import { createGit, gitFailure, type Git } from './git.ts';

/** A branch as people call it (`origin/main`), and the full id of its tip. */
export interface NamedCommit {
  readonly name: string;
  readonly commit: string;
}

export interface Repository {
  /** Absolute path of the repository's top folder. */
  readonly top: string;
  /** Full id of the checked-out commit. */
  readonly head: string;
  readonly shallow: boolean;
  /** Whether objects were left on the remote (`--filter`): git fetches them one by one when they are read. */
  readonly partial: boolean;
}

/**
 * Finds the repository around a folder; undefined if there is none (or it has no commit).
 *
 * @param environment of git
 */
export async function findRepository(folder: string, environment: Environment): Promise<Repository | undefined> {
  // Only at a `.git`, which no commit can contain: searching upwards, git accepts any folder that looks like a bare
  // repository, and a commit may contain one.
  const start = environment['GIT_DIR'] === undefined ? folderWithGit(folder) : folder;
  if (start === undefined) return undefined;
  const git = createGit(start, environment);
  const args = ['rev-parse', '--show-toplevel', '--is-shallow-repository', '--verify', 'HEAD'];
  const result = await git.attempt(args);
  const [top, shallow, head] = result.stdout.split('\n');
  if (result.code !== 0 && result.stderr.includes('dubious ownership')) throw gitFailure(args, result);
  if (top === undefined || top === '' || head === undefined || head === '') return undefined;
  const promisor = await git.attempt(['config', '--get-regexp', '^remote\\..*\\.promisor$']);
  return { top, head, shallow: shallow === 'true', partial: promisor.stdout.includes('true') };
}

/**
 * Why there is no repository with a commit around a folder.
 *
 * @throws ProblemError if git cannot be started
 */
export async function whyNoRepository(folder: string, environment: Environment): Promise<string> {
  await createGit(folder, environment).attempt(['version']);
  const start = folderWithGit(folder);
  return start === undefined
    ? `${folder} is not in a git repository.`
    : `The git repository in ${start} has no commit.`;
}

/** Folders directly below one that are repositories themselves: `path` of actions/checkout makes one. */
export function repositoriesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, '.git')))
    .map(({ name }) => name);
}

function folderWithGit(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : folderWithGit(above);
}

/** Usual names of a default branch, if no remote reports it. */
const USUAL_NAMES = ['main', 'master'];

/**
 * The branch that changes go to: the remote's default branch as this clone has it, as the remote reports it, or by the
 * usual names, remote branches before local ones.
 *
 * @returns `failure`: none was found; git's message if the remote did not report one
 */
export async function defaultBranch(
  git: Git,
  remotely: { remoteDefault(): Promise<NamedCommit | { readonly failure: string }> },
): Promise<NamedCommit | { readonly failure: string | undefined }> {
  const remote = await remoteName(git);
  if (remote === undefined) return (await firstCommit(git, USUAL_NAMES)) ?? { failure: undefined };
  const symbolic = await git.attempt(['symbolic-ref', '--quiet', `refs/remotes/${remote}/HEAD`]);
  const known = symbolic.code === 0 ? [symbolic.stdout.trim().replace(/^refs\/remotes\//u, '')] : [];
  const local = await firstCommit(git, known);
  if (local !== undefined) return local;
  const asked = await remotely.remoteDefault();
  if ('commit' in asked) return asked;
  const names = [...USUAL_NAMES.map((name) => `${remote}/${name}`), ...USUAL_NAMES];
  return (await firstCommit(git, names)) ?? asked;
}

/** `origin`, else the first one. */
export async function remoteName(git: Git): Promise<string | undefined> {
  // A leading dash would make it an option.
  const remotes = (await git.run(['remote'])).split('\n').filter((name) => /^[^-]/u.test(name));
  return remotes.includes('origin') ? 'origin' : remotes[0];
}

async function firstCommit(git: Git, names: readonly string[]): Promise<NamedCommit | undefined> {
  for (const name of names) {
    const commit = await findCommit(git, name);
    if (commit !== undefined) return { name, commit };
  }
  return undefined;
}

/** The full id of the commit that a revision names; undefined if it names none. */
export async function findCommit(git: Git, revision: string): Promise<string | undefined> {
  const result = await git.attempt(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  const id = result.stdout.trim();
  return result.code === 0 && id !== '' ? id : undefined;
}
