/** The comparison of the command line: a commit with another one, or with the working tree as it is. */
import { shortCommit } from '../base/names.ts';
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { ChangedLeaf } from '../changes/changed-leaf.ts';
import { findChangedLeaves } from '../changes/changed-leaves.ts';
import type { SharedState } from '../changes/states.ts';
import { createGit, type Git } from '../git/git.ts';
import { openHistory, type History } from '../git/history.ts';
import { openObjects } from '../git/objects.ts';
import {
  defaultBranch,
  findCommit,
  findRepository,
  whyNoRepository,
  type NamedCommit,
  type Repository,
} from '../git/repository.ts';
import { writeWorkingTree } from '../git/write-working-tree.ts';
import { openEnvironment, type EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { debug, timed } from '../base/debug.ts';
import { openTemporaryFolder } from '../base/temporary-folder.ts';
import type { ListMerge } from '../hierarchy/value.ts';
import { problemError } from '../base/problems.ts';
import { leavesOf, openEarlierProject, openProject, type Project } from '../project/project.ts';
import { withUnusedSettings } from '../project/unused-settings.ts';
import { createCaches, openRenderer, type Renderer } from '../rendering/renderer.ts';
import { standIns } from '../stores/stores.ts';
import { openBlobs } from '../snapshot/blobs.ts';
import { snapshotOfCommit } from '../snapshot/commit-snapshot.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { LocalContext } from './local-project.ts';
import { findPlace, selectLeaves, type Place } from './selected-leaves.ts';
import { outsideSettings } from '../terraform/outside-settings.ts';

export interface LocalComparisonRequest {
  /** As typed. */
  readonly rootPath: string | undefined;
  readonly listMerge: ListMerge | undefined;
  /** Only these leaves, as typed; undefined: the leaf that the current directory is in, else all. */
  readonly configPath: string | undefined;
  /** A revision as git understands it; undefined: where the head branched off the default branch. */
  readonly base: string | undefined;
  /** A revision; undefined: the working tree, uncommitted and untracked files included. */
  readonly head: string | undefined;
}

export interface LocalComparison {
  /** Full id of the commit that was compared with. */
  readonly baseCommit: string;
  /** Full id; undefined for the working tree. */
  readonly headCommit: string | undefined;
  /** One line: what was compared with what, and why. */
  readonly why: string;
  readonly base: Renderer;
  readonly head: Renderer;
  /** In byte order of path. */
  readonly changed: readonly ChangedLeaf[];
  /** Paths of leaves whose configuration differs, but in nothing that their sources read. */
  readonly unused: readonly string[];
  readonly sharedStates: readonly SharedState[];
  /** Absolute path of the project root. */
  readonly root: string;
  /** Absolute path of the repository's top folder. */
  readonly top: string;
}

interface LocalComparisonContext extends Omit<LocalContext, 'log'> {
  /** For `{{env(NAME)}}`, if not any variable. */
  readonly configurationEnvironment?: EnvironmentReader;
}

/**
 * Compares, and keeps what the renderers read from git open for as long as `use` runs.
 *
 * @throws ProblemError if there is no repository, or a revision or path does not exist
 */
export async function withLocalComparison<T>(
  request: LocalComparisonRequest,
  {
    directory,
    environment,
    configurationEnvironment = { ...openEnvironment(environment), secrets: standIns },
  }: LocalComparisonContext,
  use: (comparison: LocalComparison) => Promise<T>,
): Promise<T> {
  const meant = findPlace(request.configPath, request.rootPath, directory);
  const { root } = meant;
  const repository = await findRepository(root, environment);
  if (repository === undefined) {
    const why = await whyNoRepository(root, environment);
    throw problemError('git', `${why} There is nothing to compare with.`, {
      hint: why.endsWith('has no commit.')
        ? 'Make a first commit.'
        : 'Go to a clone of the repository, or name the project with --root-path DIR.',
    });
  }
  const top = realpathSync(repository.top);
  const git = createGit(top, environment);
  const scratch = openTemporaryFolder();
  const committed = openObjects(git);
  try {
    const history = openHistory(git, committed, repository, undefined);
    const { baseCommit, headCommit, why } = await chooseRevisions(git, repository, history, request);
    const working = headCommit === undefined ? await writeWorkingTree(git, scratch.path) : undefined;
    const reading = createGit(top, { ...environment, ...working?.environment });
    const objects = openObjects(reading);
    try {
      const blobs = openBlobs(objects);
      const caches = createCaches();
      const snapshotOf = (tree: string, label?: string): Promise<Snapshot> =>
        snapshotOfCommit(reading, blobs, tree, { label, fetchBlobs: history.fetchBlobs });
      const rendererOf = (project: Project, whenReads: 'always' | 'when asked'): Renderer =>
        openRenderer(
          project,
          leavesOf(project),
          configurationEnvironment,
          caches,
          request.listMerge,
          outsideSettings(environment).ofRenderings,
          whenReads,
        );
      const place = relative(top, root).split(sep).join('/');
      const base = rendererOf(await openEarlierProject(await snapshotOf(baseCommit), place), 'when asked');
      const headSnapshot =
        working === undefined
          ? await snapshotOf(headCommit ?? baseCommit)
          : await snapshotOf(working.tree, 'the working tree');
      const head = rendererOf(withUnusedSettings(await openProject(headSnapshot, place)), 'always');
      const wanted = selection(meant, base, head);
      debug(`comparing head ${headCommit ?? 'the working tree'} with base ${baseCommit}`);
      const difference = await timed(
        'finding changed leaves',
        () => findChangedLeaves(base, head),
        (found) => `${found.changed.length} changed, ${found.unused.length} unused`,
      );
      const changed = difference.changed.filter(({ leaf }) => wanted(leaf.path));
      const unused = difference.unused.filter(wanted);
      const { sharedStates } = difference;
      return await use({ baseCommit, headCommit, why, base, head, changed, unused, sharedStates, root, top });
    } finally {
      objects.close();
    }
  } finally {
    committed.close();
    scratch.close();
  }
}

/** Whether a leaf was asked for; a leaf that is gone counts as well. */
function selection(place: Place, base: Renderer, head: Renderer): (path: string) => boolean {
  const all = new Map([...base.leaves, ...head.leaves].map((leaf) => [leaf.path, leaf]));
  const { leaves } = selectLeaves(head.project, [...all.values()], [], place);
  if (leaves.length === all.size) return () => true;
  const paths = new Set(leaves.map(({ path }) => path));
  return (path) => paths.has(path);
}

async function chooseRevisions(
  git: Git,
  repository: Repository,
  history: History,
  request: LocalComparisonRequest,
): Promise<{ baseCommit: string; headCommit: string | undefined; why: string }> {
  const headCommit = request.head === undefined ? undefined : await named(git, '--head', request.head);
  const shown = headCommit === undefined ? 'the working tree' : shortCommit(headCommit);
  const say = (base: string, why: string): string => `Comparing ${shown} with ${shortCommit(base)}, ${why}.`;
  if (request.base !== undefined) {
    const baseCommit = await named(git, '--base', request.base);
    return { baseCommit, headCommit, why: say(baseCommit, `which is ${request.base}`) };
  }
  const branch = await defaultBranch(git, history);
  if (!('commit' in branch)) {
    const asked =
      branch.failure === undefined ? '' : ` The remote did not report its default branch: ${branch.failure}`;
    throw problemError('base', `There is no remote branch and no main or master to compare with.${asked}`, {
      hint: 'Name a commit to compare with: --base REV.',
    });
  }
  const baseCommit = await mergeBase(history, headCommit ?? repository.head, branch);
  return { baseCommit, headCommit, why: say(baseCommit, `where it branched off ${branch.name}`) };
}

async function named(git: Git, option: string, revision: string): Promise<string> {
  const commit = await findCommit(git, revision);
  if (commit !== undefined) return commit;
  throw problemError('base', `${option} is "${revision}", which is not a commit in this repository.`, {
    hint: 'Use a branch, tag or commit id that "git log" knows; "git fetch" gets those of the remote.',
  });
}

async function mergeBase(history: History, head: string, { name, commit }: NamedCommit): Promise<string> {
  const found = await history.mergeBase(head, commit);
  if (found !== undefined) return found;
  throw problemError(
    'base',
    `${shortCommit(head)} and ${name} have no common history, so there is nothing to compare with.`,
    {
      hint: 'Name a commit to compare with: --base REV.',
    },
  );
}
