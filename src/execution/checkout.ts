/** The checked-out repository as the jobs of the action see it: its commits, and a renderer for each of them. */
import { join, relative, sep } from 'node:path';
import { headOf, type ChangedLeaf } from '../changes/changed-leaf.ts';
import type { Environment } from '../base/environment.ts';
import { createGit } from '../git/git.ts';
import { openHistory, type History } from '../git/history.ts';
import { openObjects } from '../git/objects.ts';
import { notCommitted, type NotCommitted } from '../git/not-committed.ts';
import { requireOwnCode, type OwnCode } from '../git/own-code.ts';
import { refusePrograms } from '../git/refuse-programs.ts';
import { withToken } from '../git/remote.ts';
import { findRepository, repositoriesIn, whyNoRepository, type Repository } from '../git/repository.ts';
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import type { ListMerge } from '../hierarchy/value.ts';
import { problem, problemError, ProblemError, type Problem } from '../base/problems.ts';
import { leavesOf, openEarlierProject, openProject, type Project } from '../project/project.ts';
import { withUnusedSettings } from '../project/unused-settings.ts';
import { createCaches, openRenderer, type Renderer } from '../rendering/renderer.ts';
import { openBlobs } from '../snapshot/blobs.ts';
import { snapshotOfCommit } from '../snapshot/commit-snapshot.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { readable } from './uncommitted-reads.ts';
import { outsideSettings } from '../terraform/outside-settings.ts';

export interface CheckoutRequest {
  /** Absolute path of the project root. */
  readonly projectRoot: string;
  readonly listMerge: ListMerge | undefined;
  readonly serverUrl: string;
  /** For fetching from git if the checkout left no credentials. */
  readonly token: string | undefined;
  /** Given where the event does not say which commit has to be checked out: then it must be the repository's own. */
  readonly ownCode?: OwnCode | undefined;
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
  /** The same for a commit to compare with: if its settings are wrong, none of its leaves can be rendered. */
  openEarlier(commit: string): Promise<Renderer>;
  /** What differs between the working tree and the checked-out commit. */
  modified(): Promise<NotCommitted>;
  /** Id of a file's content at a commit, which is fetched if necessary; undefined if there is no such file. */
  blobAt(commit: string, path: string): Promise<string | undefined>;
  /** A commit's raw object, which is fetched if necessary. */
  rawCommit(commit: string): Promise<Buffer>;
}

/**
 * Opens the repository around the project for as long as `use` runs.
 *
 * @param environment of git
 * @param configurationEnvironment what `{{env(NAME)}}` may read
 * @throws ProblemError if there is no repository
 */
export async function withCheckout<T>(
  request: CheckoutRequest,
  environment: Environment,
  configurationEnvironment: EnvironmentReader,
  use: (checkout: Checkout) => Promise<T>,
): Promise<T> {
  const { projectRoot, serverUrl, token } = request;
  const repository = await findRepository(projectRoot, environment);
  if (repository === undefined) throw await noRepository(projectRoot, environment);
  const git = createGit(repository.top, environment);
  await refusePrograms(git);
  if (request.ownCode !== undefined) await requireOwnCode(git, repository, request.ownCode);
  const root = relative(repository.top, projectRoot).split(sep).join('/');
  const objects = openObjects(git);
  const authenticated = token === undefined ? undefined : withToken(git, serverUrl, token);
  const blobs = openBlobs(objects);
  const caches = createCaches();
  const history = openHistory(git, objects, repository, authenticated);
  const snapshotOf = (commit: string): Promise<Snapshot> =>
    snapshotOfCommit(git, blobs, commit, { fetchBlobs: history.fetchBlobs });
  const rendererOf = (
    project: Project,
    configuration: EnvironmentReader,
    whenReads: 'always' | 'when asked',
  ): Renderer =>
    openRenderer(
      project,
      leavesOf(project),
      configuration,
      caches,
      request.listMerge,
      outsideSettings(environment).ofRenderings,
      whenReads,
    );
  try {
    return await use({
      repository,
      history,
      async open(commit, configuration = configurationEnvironment) {
        return rendererOf(
          withUnusedSettings(await openProject(await snapshotOf(commit), root)),
          configuration,
          'always',
        );
      },
      async openEarlier(commit) {
        return rendererOf(
          await openEarlierProject(await snapshotOf(commit), root),
          configurationEnvironment,
          'when asked',
        );
      },
      modified: () => notCommitted(git),
      async blobAt(commit, path) {
        await history.ensure(commit);
        const listing = await git.run(['ls-tree', '-z', '--full-tree', commit, '--', `:(literal)${path}`]);
        return /^\d+ blob ([0-9a-f]+)\t/u.exec(listing)?.[1];
      },
      async rawCommit(commit) {
        await history.ensure(commit);
        const object = await objects.read(commit);
        if (object?.type !== 'commit') throw new Error(`${commit} is not a commit`);
        return object.content;
      },
    });
  } finally {
    objects.close();
  }
}

async function noRepository(projectRoot: string, environment: Environment): Promise<ProblemError> {
  const why = await whyNoRepository(projectRoot, environment).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    const hint =
      'Install git in a step before actions/checkout: without it, that downloads files without a repository.';
    throw new ProblemError(error.problems.map((each) => ({ ...each, hint })));
  });
  const [inside, ...others] = repositoriesIn(projectRoot);
  return problemError('git', why, {
    hint:
      inside === undefined || others.length > 0
        ? 'Add a step with actions/checkout before this one. It needs git: without it, it downloads files without a repository.'
        : `actions/checkout has "path: ${inside}": set the input "working-directory" to "${inside}", or to the project's folder in it.`,
  });
}

/**
 * Reports uncommitted files that leaves may read in the working tree: a `warning` for a plan, an `error` for an apply.
 * Terraform reads files outside of a composition from there. Changed committed files always count.
 *
 * @param leaves that Terraform may run for
 * @param environment of the job; files that it names are the job's own, such as a cloud's credentials
 */
export async function modifiedFiles(
  checkout: Checkout,
  leaves: readonly ChangedLeaf[],
  environment: Environment,
  severity: Problem['severity'],
): Promise<readonly Problem[]> {
  const { top } = checkout.repository;
  const { changed, others, moved } = await checkout.modified();
  const named = new Set(Object.values(environment));
  // A removed leaf is rendered from a commit, with everything that it reaches.
  const places = leaves.flatMap((each) => headOf(each)?.reach.places ?? []);
  const read = (paths: readonly string[]): readonly string[] => readable(paths, places, top);
  const sayings: readonly (readonly [string, readonly string[]])[] = [
    ['The working tree differs from the checked-out commit', changed],
    ['Leaves can read files that are not committed', read(others.filter((path) => !named.has(join(top, path))))],
    ['Leaves can read a submodule that is not at its committed revision', read(moved.map((path) => `${path}/`))],
  ];
  return sayings.flatMap(([what, [first, ...more]]): readonly Problem[] => {
    if (first === undefined) return [];
    const rest = more.length > 0 ? ` and ${more.length} more` : '';
    const message = `${what} (${first}${rest}): plans may read what is not committed.`;
    const found = problem('git', message, {
      place: { file: first },
      hint: 'Make sure that no step between actions/checkout and this one changes files, or adds any that leaves can read.',
    });
    return [{ ...found, severity }];
  });
}
