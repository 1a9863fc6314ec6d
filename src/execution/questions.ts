/** A project as questions about its configuration see it: nothing is rendered, written, or read from the environment. */
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { count } from '../markdown/phrases.ts';
import { problemError, throwOnErrors, inLeaves, type ProblemError } from '../base/problems.ts';
import type { Environment } from '../base/environment.ts';
import { createGit } from '../git/git.ts';
import { openObjects } from '../git/objects.ts';
import { findCommit, findRepository, whyNoRepository } from '../git/repository.ts';
import { withoutValues, type EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { nearestKey } from '../hierarchy/interpolation/suggest.ts';
import type { ListMerge, MapValue } from '../hierarchy/value.ts';
import { openConfigurations, type Configurations } from '../project/configurations.ts';
import { describeLeaf, type FoundLeaves, type Leaf } from '../project/leaves.ts';
import { findLeavesOf, leavesOf, openProject, type Project } from '../project/project.ts';
import { createCaches, openRenderer, type RenderCaches, type Renderer } from '../rendering/renderer.ts';
import { openBlobs } from '../snapshot/blobs.ts';
import { snapshotOfCommit } from '../snapshot/commit-snapshot.ts';
import { joinPath, type Snapshot } from '../snapshot/snapshot.ts';
import { snapshotOfWorkingTree } from '../snapshot/working-tree-snapshot.ts';
import type { LocalContext } from './local-project.ts';
import { findProject } from './project-root.ts';
import { findPlace, noLeaves, selectLeaves, type Place } from './selected-leaves.ts';
import { standIns } from '../stores/stores.ts';
import { outsideSettings } from '../terraform/outside-settings.ts';

export interface QuestionRequest {
  /** As typed. */
  readonly rootPath: string | undefined;
  readonly listMerge: ListMerge | undefined;
}

/** A project at one revision. */
export interface QuestionedProject {
  readonly project: Project;
  readonly listMerge: ListMerge;
  readonly environment: EnvironmentReader;
  readonly configurations: Configurations;
  readonly caches: RenderCaches;
}

/** The working tree, and other revisions for as long as the question runs. */
export interface Questions {
  readonly here: QuestionedProject;
  /** @throws ProblemError if there is no such revision */
  at(revision: string): Promise<QuestionedProject>;
  /** Where a path that was typed is. */
  place(typed: string | undefined): Place;
}

/**
 * Opens the project. `{{env(NAME)}}` is `(environment: NAME)`.
 *
 * @throws ProblemError when there is no such project
 */
export async function withQuestions<T>(
  request: QuestionRequest,
  { directory, environment }: LocalContext,
  use: (questions: Questions) => Promise<T>,
): Promise<T> {
  const { root } = findProject(request.rootPath, directory);
  const repository = await findRepository(root, environment);
  const top = repository === undefined ? root : realpathSync(repository.top);
  const place = relative(top, root).split(sep).join('/');
  const caches = createCaches();
  const reader = { ...withoutValues(), secrets: standIns };
  const closing: (() => void)[] = [];

  async function open(snapshot: Snapshot): Promise<QuestionedProject> {
    const project = await openProject(snapshot, place);
    const listMerge = request.listMerge ?? project.settings.listMerge;
    const configurations = openConfigurations(project, reader, caches, listMerge);
    return { project, listMerge, environment: reader, configurations, caches };
  }

  try {
    return await use({
      here: await open(snapshotOfWorkingTree(top)),
      async at(revision) {
        if (repository === undefined) throw problemError('git', await whyNoRepository(root, environment));
        const git = createGit(top, environment);
        const commit = await findCommit(git, revision);
        if (commit === undefined) throw noRevision(revision);
        const objects = openObjects(git);
        closing.push(() => {
          objects.close();
        });
        return open(await snapshotOfCommit(git, openBlobs(objects), commit));
      },
      place: (typed) => findPlace(typed, request.rootPath, directory),
    });
  } finally {
    for (const close of closing) close();
  }
}

/**
 * Renders the project's leaves.
 *
 * @param environment decides where states are
 */
export function rendererFor(asked: QuestionedProject, environment: Environment): Renderer {
  const { project, listMerge, caches } = asked;
  const outside = outsideSettings(environment).ofRenderings;
  return openRenderer(project, leavesOf(project), asked.environment, caches, listMerge, outside);
}

function noRevision(revision: string): ProblemError {
  return problemError('base', `"${revision}" is not a commit in this repository.`, {
    hint: 'Use a branch, tag or commit id that "git log" knows; "git fetch" gets those of the remote.',
  });
}

/**
 * The one leaf, or folder above leaves, that is meant; without a path, the leaf that the current directory is in, else the
 * first config root.
 *
 * @throws ProblemError that names the closest one, or those that match
 */
export function folderAt({ project }: QuestionedProject, place: Place): Leaf {
  const { snapshot, root, settings } = project;
  const path = place.typed === undefined ? place.here : place.path;
  // Without a look at all the others: there may be thousands.
  const isLayer = settings.configRoots.some((each) => path === each || path?.startsWith(`${each}/`) === true);
  if (path !== undefined && isLayer && snapshot.filesBelow(joinPath(root, path)).length > 0) {
    return describeLeaf(path, settings.configRoots);
  }
  if (place.typed === undefined || path === '') {
    const first = settings.configRoots.find((each) => snapshot.filesBelow(joinPath(root, each)).length > 0);
    if (first === undefined) throw noLeaves(project, place);
    return describeLeaf(first, settings.configRoots);
  }
  const found = findLeavesOf(project);
  const { leaves } = selectLeaves(project, found.leaves, found.others, place);
  const [only, another] = leaves;
  if (another === undefined && only !== undefined) return only;
  throw problemError('usage', `"${place.typed}" means ${count(leaves.length)} leaves, but one is needed.`, {
    hint: `They are:\n${leaves
      .slice(0, 10)
      .map((leaf) => `    ${leaf.path}`)
      .join('\n')}${leaves.length > 10 ? `\n    and ${count(leaves.length - 10)} more` : ''}`,
  });
}

/**
 * The merged configuration of a folder, not interpolated.
 *
 * @throws ProblemError if a layer cannot be read, or there is none
 */
export async function mergedAt({ configurations }: QuestionedProject, leaf: Leaf): Promise<MapValue> {
  const { value, problems } = await configurations.merged(leaf);
  throwOnErrors(inLeaves([{ leaf: leaf.path, problems }]));
  if (value !== undefined) return value;
  throw problemError('layer', `No YAML files in the layers of ${leaf.path}.`);
}

/** @param where what has no such key */
export function noKey(key: string, where: string, known: readonly string[]): ProblemError {
  const closest = nearestKey(key, known);
  return problemError('usage', `No layer of ${where} sets "${key}".`, {
    hint: closest === undefined ? 'Keys are dotted, such as vpc.cidr_block or zones.0.' : `Did you mean "${closest}"?`,
  });
}

/**
 * The leaves that are meant, in byte order of path, and folders of other tools beside them if all are.
 *
 * @param typed a path, a glob, or layers such as `env=dev`; undefined: all, or the one that the current directory is in
 * @throws ProblemError if there are none; its hint names the closest one
 */
export function leavesFor(questions: Questions, typed: string | undefined): FoundLeaves {
  const { project } = questions.here;
  const { leaves, others } = findLeavesOf(project);
  const selected = selectLeaves(project, leaves, others, questions.place(typed)).leaves;
  return { leaves: selected, others: selected.length === leaves.length ? others : [] };
}
