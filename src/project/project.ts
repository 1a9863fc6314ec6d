/** A project at one snapshot: its settings, its leaves, and the source folder of each leaf. */
import { gte, coerce } from 'semver';
import { decodeText } from '../base/decode.ts';
import { problemError, ProblemError, type Problem } from '../base/problems.ts';
import { joinPath, leadsOut, type Snapshot } from '../snapshot/snapshot.ts';
import { version } from '../base/version.ts';
import { cloudOfPath, findLeaves, type Leaf } from './leaves.ts';
import { defaultSettings, parseSettings, SETTINGS_FILE, versionTooOld, type Settings } from './settings.ts';

export interface Project {
  readonly snapshot: Snapshot;
  /** The project root, from the repository root; `''` if they are the same. */
  readonly root: string;
  readonly settings: Settings;
  /** Warnings about the settings. */
  readonly warnings: readonly Problem[];
  /** Why no leaf can be rendered: the settings of an earlier commit are invalid. */
  readonly unreadable?: readonly Problem[] | undefined;
}

/**
 * Reads a project's settings.
 *
 * @throws ProblemError if they are invalid or require a newer kompos
 */
export async function openProject(snapshot: Snapshot, root: string): Promise<Project> {
  const path = joinPath(root, SETTINGS_FILE);
  const file = snapshot.file(path);
  if (file === undefined) return { snapshot, root, settings: defaultSettings, warnings: [] };
  await snapshot.load([file]);
  const decoded = decodeText(path, snapshot.read(file), 'settings');
  if ('problem' in decoded) throw new ProblemError([decoded.problem]);
  const { settings, warnings } = parseSettings(path, decoded.text);
  const least = settings.minVersion === undefined ? null : coerce(settings.minVersion, { includePrerelease: true });
  if (least !== null && !gte(version(), least)) {
    throw new ProblemError([versionTooOld(path, least.version, version())]);
  }
  return { snapshot, root, settings, warnings };
}

/**
 * The same for the base of a comparison: invalid settings there must not block the change that fixes them. No leaf of
 * such a project can be rendered.
 */
export async function openEarlierProject(snapshot: Snapshot, root: string): Promise<Project> {
  try {
    return await openProject(snapshot, root);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { snapshot, root, settings: defaultSettings, warnings: [], unreadable: error.problems };
  }
}

/**
 * The leaves of the project.
 *
 * @param configRoot limits them to this folder of the project (`config`); undefined: all
 */
export function leavesOf(project: Project, configRoot?: string): readonly Leaf[] {
  const { snapshot, root } = project;
  const prefix = root === '' ? '' : `${root}/`;
  const files = configRoot === undefined ? snapshot.files() : snapshot.filesBelow(joinPath(root, configRoot));
  const paths: string[] = [];
  for (const { path } of files) if (path.startsWith(prefix)) paths.push(path.slice(prefix.length));
  return findLeaves(paths);
}

/**
 * The folder of a leaf's Terraform sources, from the repository root:
 * `<local_path>/<root_path>/<cloud>/<composition>`.
 *
 * @param cloud the configuration's `cloud.type` or `cloud.provider`; the default is the path's `cloud=` layer
 */
export function sourceFolder(project: Project, leaf: Leaf, cloud: string | undefined): string {
  const { localPath, rootPath } = project.settings;
  const inside = joinPath(rootPath, joinPath(cloud ?? cloudOfPath(leaf) ?? '', leaf.composition));
  const folder = joinPath(project.root, joinPath(localPath, inside));
  if (leadsOut(folder) || leadsOut(inside)) {
    throw problemError(
      'path',
      `The composition folder of ${leaf.path} would be "${folder}", outside of the repository.`,
      {
        hint: `Fix terraform.local_path or terraform.root_path in ${SETTINGS_FILE}, or the configuration's cloud.type.`,
      },
    );
  }
  return folder;
}
