/** A project as questions about its configuration see it: nothing is rendered, written, or read from the environment. */
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { nearest } from '../base/closest-name.ts';
import { count } from '../markdown/phrases.ts';
import { problemError, throwOnErrors, inLeaves, type ProblemError } from '../base/problems.ts';
import { createGit } from '../git/git.ts';
import { openObjects } from '../git/objects.ts';
import { findCommit, findRepository, whyNoRepository } from '../git/repository.ts';
import { withoutValues, type EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { nearestKey } from '../hierarchy/interpolation/suggest.ts';
import type { ListMerge, MapValue } from '../hierarchy/value.ts';
import { openConfigurations, type Configurations } from '../project/configurations.ts';
import { describeLeaf, leavesAt, type FoundLeaves, type Leaf } from '../project/leaves.ts';
import { findLeavesOf, openProject, type Project } from '../project/project.ts';
import { leafGlob } from '../project/selection.ts';
import { createCaches, type RenderCaches } from '../rendering/renderer.ts';
import { openBlobs } from '../snapshot/blobs.ts';
import { snapshotOfCommit } from '../snapshot/commit-snapshot.ts';
import { joinPath, type Snapshot } from '../snapshot/snapshot.ts';
import { snapshotOfWorkingTree } from '../snapshot/working-tree-snapshot.ts';
import { fromRoot, projectRoot, type LocalContext } from './local-project.ts';

export interface QuestionRequest {
  /** As typed. */
  readonly rootPath: string;
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
  /** A path as typed, from the project root. */
  fromRoot(path: string): string;
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
  const root = projectRoot(request.rootPath, directory);
  const repository = await findRepository(root, environment);
  const top = repository === undefined ? root : realpathSync(repository.top);
  const place = relative(top, root).split(sep).join('/');
  const caches = createCaches();
  const reader = withoutValues();
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
      fromRoot: (path) => fromRoot(path, root, directory),
    });
  } finally {
    for (const close of closing) close();
  }
}

function noRevision(revision: string): ProblemError {
  return problemError('base', `"${revision}" is not a commit in this repository.`, {
    hint: 'Use a branch, tag or commit id that "git log" knows; "git fetch" gets those of the remote.',
  });
}

/**
 * The one leaf, or folder above leaves, that is meant: a path from the project root, or a glob that matches one leaf.
 *
 * @throws ProblemError that names the closest one, or those that match
 */
export function folderAt({ project }: QuestionedProject, path: string): Leaf {
  const { snapshot, root, settings } = project;
  const folder = joinPath(root, path);
  // Without a look at all the others: there may be thousands.
  const isBelowRoot = settings.configRoots.some((each) => path === each || path.startsWith(`${each}/`));
  if (isBelowRoot && snapshot.filesBelow(folder).length > 0) return describeLeaf(path, settings.configRoots);
  const { leaves, others } = findLeavesOf(project);
  if (!/[*?[{]/u.test(path)) {
    const [only, another] = leavesAt(leaves, path, others);
    return another === undefined && only !== undefined ? only : describeLeaf(path, settings.configRoots);
  }
  const matches = leafGlob(path);
  const found = leaves.filter((leaf) => matches(leaf.path));
  const [only, another] = found;
  if (only === undefined) throw noMatch(path, leaves);
  if (another === undefined) return only;
  throw problemError('usage', `"${path}" matches ${count(found.length)} leaves, but one is needed.`, {
    hint: `They are:\n${found
      .slice(0, 10)
      .map((leaf) => `    ${leaf.path}`)
      .join('\n')}${found.length > 10 ? `\n    and ${count(found.length - 10)} more` : ''}`,
  });
}

function noMatch(glob: string, leaves: readonly Leaf[]): ProblemError {
  const closest = nearest(
    glob,
    leaves.map((leaf) => leaf.path),
  );
  return problemError('leaf', `"${glob}" matches no leaf.`, {
    hint: closest === undefined ? 'See kompos list.' : `Did you mean "${closest}"?`,
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
 * The leaves that are meant, in byte order of path: at or below a path, those that a glob matches, or those with a folder
 * such as `env=dev`, or `composition=vpc`, on their way.
 *
 * @param path as typed; undefined: all
 * @throws ProblemError if there are none; its hint names the closest one
 */
export function leavesFor({ here: { project }, fromRoot: pathOf }: Questions, path: string | undefined): FoundLeaves {
  const found = findLeavesOf(project);
  if (path === undefined) return found;
  const term = /^([^/=]+)=([^/]+)$/u.exec(path);
  const isTerm = term !== null && project.snapshot.filesBelow(joinPath(project.root, path)).length === 0;
  const isGlob = /[*?[{]/u.test(path);
  if (!isTerm && !isGlob) return { leaves: leavesAt(found.leaves, pathOf(path), found.others), others: [] };
  const matches = isTerm ? hasLayer(path) : leafGlob(path);
  const leaves = found.leaves.filter((leaf) => matches(leaf.path));
  if (leaves.length === 0) throw noMatch(path, found.leaves);
  return { leaves, others: [] };
}

/** `composition=vpc` also means `composition=terraform/terraform=vpc`. */
function hasLayer(term: string): (path: string) => boolean {
  const composition = /^composition=(.*)$/u.exec(term)?.[1];
  return leafGlob(composition === undefined ? `**/${term}` : `**/{${term},terraform=${composition}}`);
}
