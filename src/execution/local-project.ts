/** A project in the working tree, as the command line sees it. */
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Environment } from '../base/environment.ts';
import { findRepository } from '../git/repository.ts';
import { openEnvironment } from '../hierarchy/environment-reader.ts';
import type { ListMerge } from '../hierarchy/value.ts';
import type { Log } from '../base/log.ts';
import { formatProblem } from '../base/problems.ts';
import { findLeavesOf, openProject } from '../project/project.ts';
import { withUnusedSettings } from '../project/unused-settings.ts';
import { createCaches, openRenderer, type Renderer } from '../rendering/renderer.ts';
import { standIns } from '../stores/stores.ts';
import { snapshotOfWorkingTree } from '../snapshot/working-tree-snapshot.ts';
import { findPlace, selectLeaves, type Place, type SelectedLeaves } from './selected-leaves.ts';
import { outsideSettings } from '../terraform/outside-settings.ts';

/** The context of a command line job. */
export interface LocalContext {
  /** The current directory. */
  readonly directory: string;
  readonly environment: Environment;
  readonly log: Log;
}

export interface LocalProject {
  readonly renderer: Renderer;
  /** Absolute path of the project root. */
  readonly root: string;
  /** Absolute path of the repository's top folder, or of the project if there is no repository. */
  readonly top: string;
  readonly place: Place;
  /**
   * The leaves that are meant.
   *
   * @throws ProblemError if there are none
   */
  readonly select: () => SelectedLeaves;
  /** Folders of other tools. */
  readonly others: readonly string[];
}

/** @throws ProblemError when the project or the path does not exist */
export async function openLocalProject(
  command: {
    /** As typed; undefined: the leaf that the current directory is in, else everything. */
    readonly configPath: string | undefined;
    readonly rootPath: string | undefined;
    readonly listMerge: ListMerge | undefined;
  },
  { directory, environment, log }: LocalContext,
): Promise<LocalProject> {
  const place = findPlace(command.configPath, command.rootPath, directory);
  const { root } = place;
  const repository = await findRepository(root, environment);
  const top = repository === undefined ? root : realpathSync(repository.top);
  const folder = relative(top, root).split(sep).join('/');
  const project = withUnusedSettings(await openProject(snapshotOfWorkingTree(top), folder));
  for (const warning of project.warnings) log.warning(formatProblem(warning));

  // All of them: a leaf elsewhere may use the state of one that is meant.
  const { leaves, others } = findLeavesOf(project);
  const renderer = openRenderer(
    project,
    leaves,
    { ...openEnvironment(environment), secrets: standIns },
    createCaches(),
    command.listMerge,
    outsideSettings(environment).ofRenderings,
  );
  return { renderer, root, top, place, select: () => selectLeaves(project, leaves, others, place), others };
}
