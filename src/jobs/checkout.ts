/** The checked-out repository as the jobs of the action see it: its commits, and a renderer for each of them. */
import { relative, sep } from 'node:path';
import type { Environment } from '../environment.ts';
import { createGit } from '../git/git.ts';
import { openHistory, tokenCredentials, type History } from '../git/history.ts';
import { openObjects } from '../git/objects.ts';
import { findRepository, type Repository } from '../git/repository.ts';
import type { EnvironmentReader } from '../hierarchy/environment.ts';
import type { ListMerge } from '../hierarchy/value.ts';
import { problem, ProblemError, type Problem } from '../problems.ts';
import { leavesOf, openEarlierProject, openProject, type Project } from '../project/project.ts';
import { createCaches, openRenderer, type Renderer } from '../rendering/renderer.ts';
import { openBlobs } from '../snapshot/blobs.ts';
import { snapshotOfCommit } from '../snapshot/commit.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export interface CheckoutRequest {
  /** Absolute path of the project root. */
  readonly projectRoot: string;
  readonly listMerge: ListMerge | undefined;
  readonly serverUrl: string;
  /** For fetching from git where the checkout left no credentials. */
  readonly token: string | undefined;
}

export interface Checkout {
  readonly repository: Repository;
  readonly history: History;
  /**
   * Renders the project as it is at a commit, which must be in the repository. What commits share is read once.
   *
   * @param environment what `{{env(NAME)}}` reads there, instead of the checkout's own
   */
  open(commit: string, environment?: EnvironmentReader): Promise<Renderer>;
  /** The same for a commit to compare with: where its settings are wrong, no leaf of it can be rendered. */
  openEarlier(commit: string): Promise<Renderer>;
  /**
   * Committed files that stand on disk otherwise than in the checked-out commit. Terraform reads what lies beside a
   * composition from there, so a plan would not be of the commit.
   */
  modified(): Promise<readonly string[]>;
  /** Id of a file's content at a commit, which is fetched if need be; undefined where there is no such file. */
  blobAt(commit: string, path: string): Promise<string | undefined>;
  /** A commit's raw object, which is fetched if need be. */
  rawCommit(commit: string): Promise<Buffer>;
}

/**
 * Opens the repository around the project for as long as `use` runs.
 *
 * @param environment of git
 * @param configurationEnvironment what `{{env(NAME)}}` may read
 * @throws ProblemError where there is no repository
 */
export async function withCheckout<T>(
  request: CheckoutRequest,
  environment: Environment,
  configurationEnvironment: EnvironmentReader,
  use: (checkout: Checkout) => Promise<T>,
): Promise<T> {
  const { projectRoot, serverUrl, token } = request;
  const repository = await findRepository(createGit(projectRoot, environment));
  if (repository === undefined) {
    throw new ProblemError([
      problem('git', `${projectRoot} is not in a git repository with a commit.`, {
        hint: 'Add a step with actions/checkout before this one.',
      }),
    ]);
  }
  const git = createGit(repository.top, environment);
  const root = relative(repository.top, projectRoot).split(sep).join('/');
  const objects = openObjects(git);
  const credentials = token === undefined ? undefined : tokenCredentials(environment, serverUrl, token);
  const blobs = openBlobs(objects);
  const caches = createCaches();
  const history = openHistory(
    (more) => createGit(repository.top, { ...environment, ...more }),
    objects,
    repository,
    credentials,
  );
  const snapshotOf = (commit: string): Promise<Snapshot> =>
    snapshotOfCommit(git, blobs, commit, { fetchBlobs: history.fetchBlobs });
  const rendererOf = (project: Project, configuration: EnvironmentReader): Renderer =>
    openRenderer(project, leavesOf(project), configuration, caches, request.listMerge);
  try {
    return await use({
      repository,
      history,
      async open(commit, configuration = configurationEnvironment) {
        return rendererOf(await openProject(await snapshotOf(commit), root), configuration);
      },
      async openEarlier(commit) {
        return rendererOf(await openEarlierProject(await snapshotOf(commit), root), configurationEnvironment);
      },
      async modified() {
        const listing = await git.run(['diff', '--name-only', '-z', '--ignore-submodules=all', 'HEAD']);
        return listing.split('\0').filter((path) => path !== '');
      },
      async blobAt(commit, path) {
        await history.ensure(commit);
        const listing = await git.run(['ls-tree', '-z', '--full-tree', commit, '--', `:(literal)${path}`]);
        return /^\d+ blob ([0-9a-f]+)\t/u.exec(listing)?.[1];
      },
      async rawCommit(commit) {
        await history.ensure(commit);
        const object = await objects.read(commit);
        if (object?.type !== 'commit') throw new Error(`${commit} is no commit`);
        return object.content;
      },
    });
  } finally {
    objects.close();
  }
}

/** Says that the working tree is not what was checked out: a `warning` for a plan, an `error` for an apply. */
export async function modifiedFiles(checkout: Checkout, severity: Problem['severity']): Promise<readonly Problem[]> {
  const [first, ...others] = await checkout.modified();
  if (first === undefined) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const message = `The working tree differs from the checked-out commit (${first}${more}): Terraform may read what nobody has committed.`;
  const found = problem('git', message, {
    place: { file: first },
    hint: 'Let no step between actions/checkout and this one change committed files.',
  });
  return [{ ...found, severity }];
}
