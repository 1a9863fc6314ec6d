/** A project at one snapshot: its settings, its leaves, and the source folder of each leaf. */
import { gte, coerce } from 'semver';
import { decodeText } from '../base/decode.ts';
import { problemError, ProblemError, type Problem } from '../base/problems.ts';
import { joinPath, leadsOut, type Snapshot } from '../snapshot/snapshot.ts';
import { version } from '../base/version.ts';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';
import { cloudOfPath, findLeaves, type FoundLeaves, type Leaf } from './leaves.ts';
import { settingPlace } from './setting-place.ts';
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

/** An absolute path, or one that a shell would expand. */
function notRelative(project: Project, name: string, written: string): ProblemError {
  return problemError('path', `Setting "terraform.${name}" is "${written}", but it must be inside of the repository.`, {
    place: settingPlace(project, written),
    hint: 'Write it relative to the project root, such as compositions/terraform; put sources of another repository behind a module source.',
  });
}

/**
 * The leaves of the project, and the folders of other tools beside them. They are looked for below the config roots only:
 * not in what a program wrote, nor in a project inside of this one, which has settings of its own.
 *
 * @param configPath limits them to what is in the config root of this path from the project root; undefined: all
 */
export function findLeavesOf(project: Project, configPath?: string): FoundLeaves {
  const { snapshot, root, settings } = project;
  const prefix = root === '' ? '' : `${root}/`;
  const roots = settings.configRoots.filter((each) => configPath === undefined || isIn(configPath, each));
  const paths: string[] = [];
  for (const configRoot of roots) {
    if (isOtherProject(project, configRoot)) continue;
    const folder = `${joinPath(root, configRoot)}/`;
    const files = configPath === undefined ? snapshot.files() : snapshot.filesBelow(folder.slice(0, -1));
    const own = files.filter(({ path }) => path.startsWith(folder) && !path.includes(`/${RUNTIME_FOLDER}/`));
    const inner = own.flatMap(({ path }) =>
      path.endsWith(`/${SETTINGS_FILE}`) ? [path.slice(0, -SETTINGS_FILE.length)] : [],
    );
    for (const { path } of own) {
      if (!inner.some((each) => path.startsWith(each))) paths.push(path.slice(prefix.length));
    }
  }
  return findLeaves(paths, openKnownNames(project), settings.configRoots);
}

/** Entries of the setting `config_roots` that name no folder: leaves that are meant may be missing. */
export function missingConfigRoots({ settings, snapshot, root }: Project): readonly string[] {
  const { configRoots } = settings;
  // A project without leaves need not have the default.
  if (configRoots === defaultSettings.configRoots) return [];
  return configRoots.filter((each) => {
    const folder = `${joinPath(root, each)}/`;
    return !snapshot.files().some(({ path }) => path.startsWith(folder));
  });
}

/** The leaves of the project. */
export function leavesOf(project: Project, configPath?: string): readonly Leaf[] {
  return findLeavesOf(project, configPath).leaves;
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`);
}

/** Whether a folder above a config root, in the project, has settings of its own. */
function isOtherProject({ snapshot, root }: Project, configRoot: string): boolean {
  const parts = configRoot.split('/');
  return parts.some((_, index) => {
    const folder = parts.slice(0, index).join('/');
    return folder !== '' && snapshot.file(joinPath(root, `${folder}/${SETTINGS_FILE}`)) !== undefined;
  });
}

/** The names of folders that hold Terraform files where compositions are looked for. */
export function terraformNames({ settings, snapshot, root }: Project): ReadonlySet<string> {
  const base = joinPath(root, joinPath(settings.localPath, settings.rootPath));
  const prefix = base === '' ? '' : `${base}/`;
  const names = new Set<string>();
  for (const { path } of snapshot.files()) {
    if (!path.startsWith(prefix) || !HAS_TERRAFORM.test(path)) continue;
    // `<composition>/main.tf` or `<cloud>/<composition>/main.tf`
    const [first = '', second = ''] = path.slice(prefix.length).split('/').slice(0, -1);
    names.add(first).add(second);
  }
  return names;
}

/** Names that settings use count as well: there, a missing folder is a mistake. */
function openKnownNames(project: Project): (name: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  // Each leaf then says what is wrong with the setting.
  if (!isBelowProject(project)) return () => true;
  return (name) => {
    const { compositionOrder, excludedKeys, filteredKeys } = project.settings;
    if (compositionOrder.includes(name) || excludedKeys.has(name) || filteredKeys.has(name)) return true;
    names ??= terraformNames(project);
    return names.has(name);
  };
}

/** An absolute path, or one that a shell would expand. */
const NOT_RELATIVE = /^(?:[/~\\]|[A-Za-z]:)/u;

/** Whether compositions are looked for inside of the repository. */
function isBelowProject({ settings, root }: Project): boolean {
  const { localPath, rootPath } = settings;
  return !NOT_RELATIVE.test(localPath) && !leadsOut(joinPath(root, joinPath(localPath, rootPath)));
}

/** Files of Terraform and OpenTofu, and templates of them. */
const HAS_TERRAFORM = /\.(?:tf|tofu)(?:\.json)?(?:\.versioned)?$/u;

/**
 * The folder of a leaf's Terraform sources, from the repository root:
 * `<local_path>/<root_path>/<cloud>/<composition>`.
 *
 * @param cloud the configuration's `cloud.type` or `cloud.provider`; the default is the path's `cloud=` layer
 */
export function sourceFolder(project: Project, leaf: Leaf, cloud: string | undefined): string {
  const { localPath, rootPath } = project.settings;
  if (NOT_RELATIVE.test(localPath)) throw notRelative(project, 'local_path', localPath);
  if (/^[~\\]/u.test(rootPath)) throw notRelative(project, 'root_path', rootPath);
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
