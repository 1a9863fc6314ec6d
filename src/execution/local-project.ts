/** A project in the working tree, as the command line sees it. */
import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Environment } from '../base/environment.ts';
import { findRepository } from '../git/repository.ts';
import { openEnvironment } from '../hierarchy/environment-reader.ts';
import type { ListMerge } from '../hierarchy/value.ts';
import type { Log } from '../base/log.ts';
import { formatProblem, problemError } from '../base/problems.ts';
import { findLeavesOf, openProject } from '../project/project.ts';
import { withUnusedSettings } from '../project/unused-settings.ts';
import { createCaches, openRenderer, type Renderer } from '../rendering/renderer.ts';
import { standIns } from '../stores/stores.ts';
import { realFolder } from '../snapshot/real-folder.ts';
import { snapshotOfWorkingTree } from '../snapshot/working-tree-snapshot.ts';
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
  /** The configuration path from the project root. */
  readonly path: string;
  /** Folders of other tools in the same config root. */
  readonly others: readonly string[];
}

/** @throws ProblemError when the project or the path does not exist */
export async function openLocalProject(
  command: { readonly configPath: string; readonly rootPath: string; readonly listMerge: ListMerge | undefined },
  { directory, environment, log }: LocalContext,
): Promise<LocalProject> {
  const root = projectRoot(command.rootPath, directory);
  const repository = await findRepository(root, environment);
  const top = repository === undefined ? root : realpathSync(repository.top);
  const place = relative(top, root).split(sep).join('/');
  const project = withUnusedSettings(await openProject(snapshotOfWorkingTree(top), place));
  for (const warning of project.warnings) log.warning(formatProblem(warning));

  const path = fromRoot(command.configPath, root, directory);
  const { leaves, others } = findLeavesOf(project, path);
  const renderer = openRenderer(
    project,
    leaves,
    { ...openEnvironment(environment), secrets: standIns },
    createCaches(),
    command.listMerge,
    outsideSettings(environment).ofRenderings,
  );
  return { renderer, root, top, path, others };
}

/**
 * Absolute path of the project root, links followed.
 *
 * @throws ProblemError when there is no such folder
 */
export function projectRoot(rootPath: string, directory: string): string {
  const root = realFolder(resolve(directory, rootPath));
  if (root !== undefined) return root;
  throw problemError('usage', `--root-path is "${rootPath}", which is not a folder.`, {
    hint: 'Name the folder that holds .komposconfig.yaml.',
  });
}

/**
 * The configuration path from the project root. It may be typed from there or, with the shell's completion, from the
 * current directory.
 */
export function fromRoot(configPath: string, root: string, directory: string): string {
  const candidates = [resolve(root, configPath), resolve(directory, configPath)];
  const absolute =
    (isAbsolute(configPath) ? [configPath] : candidates).find((each) => existsSync(each)) ?? resolve(root, configPath);
  const path = relative(root, existsSync(absolute) ? realpathSync(absolute) : absolute)
    .split(sep)
    .join('/');
  if (path === '' || path.startsWith('../') || path === '..' || isAbsolute(path)) {
    throw problemError('usage', `"${configPath}" is not below the project ${root}.`, {
      hint: 'Name the project with --root-path DIR.',
    });
  }
  return path;
}
