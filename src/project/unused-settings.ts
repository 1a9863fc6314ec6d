/** Settings and files that name nothing: most likely a name is misspelled. */
import { posix } from 'node:path';
import { nearest } from '../base/closest-name.ts';
import { warning, type Place, type Problem } from '../base/problems.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import type { Configurations } from './configurations.ts';
import { unmatchedDependencies } from './depends-on.ts';
import { compositionOf, type Leaf } from './leaves.ts';
import { findLeavesOf, missingConfigRoots, terraformNames, type Project } from './project.ts';
import { leafGlob } from './selection.ts';
import { settingPlace } from './setting-place.ts';
import { defaultSettings, SETTINGS_FILE } from './settings.ts';
import { unmatchedWaves } from './waves.ts';

/** The project with warnings about what has no effect although it looks as if it should. */
export function withUnusedSettings(project: Project): Project {
  const found = [...unknownCompositions(project), ...missingFolders(project), ...misnamedFiles(project)];
  return { ...project, warnings: [...project.warnings, ...found] };
}

function missingFolders(project: Project): readonly Problem[] {
  const { localPath } = project.settings;
  const folder = joinPath(project.root, localPath);
  const sources = folder === '' ? '' : `${folder}/`;
  // A path out of the repository is an error of the leaves.
  if (/^(?:[/~\\]|[A-Za-z]:|\.\.)/u.test(localPath)) return missingRoots(project);
  const hasSources =
    localPath === defaultSettings.localPath || project.snapshot.files().some(({ path }) => path.startsWith(sources));
  return [
    ...missingRoots(project),
    ...(hasSources ? emptyFolder(project) : [missingFolder(project, 'terraform.local_path', localPath)]),
  ];
}

/** A warning for each entry of `config_roots` that names no folder. */
export function missingRoots(project: Project): readonly Problem[] {
  return missingConfigRoots(project).map((name) =>
    missingFolder(project, 'config_roots', name, ' As long as it is listed, no removed leaf is destroyed.'),
  );
}

function missingFolder(project: Project, setting: string, written: string, consequence = ''): Problem {
  const name = posix.normalize(written).replace(/\/+$/u, '');
  const closest = nearest(name, foldersOf(project, name.split('/').length));
  const meant = closest === undefined ? '' : ` Did you mean "${closest}"?`;
  return warning('settings', `Setting "${setting}": there is no folder "${written}".`, {
    place: settingPlace(project, written),
    hint: `${meant}${consequence}`.trim() || 'Write it relative to the project root.',
  });
}

/** The project's folders at a depth. */
function foldersOf({ snapshot, root }: Project, depth: number): ReadonlySet<string> {
  const below = root === '' ? 0 : root.length + 1;
  return new Set(
    snapshot.files().flatMap(({ path }) => {
      if (root !== '' && !path.startsWith(`${root}/`)) return [];
      const folders = path.slice(below).split('/').slice(0, -1);
      return folders.length < depth ? [] : [folders.slice(0, depth).join('/')];
    }),
  );
}

/** Every leaf then looks like one of another tool. */
function emptyFolder(project: Project): readonly Problem[] {
  const { localPath, rootPath } = project.settings;
  const isDefault = localPath === defaultSettings.localPath && rootPath === defaultSettings.rootPath;
  if (isDefault || terraformNames(project).size > 0) return [];
  const message = `There is no Terraform code in "${joinPath(localPath, rootPath)}", which terraform.local_path and terraform.root_path name.`;
  const hint = 'Without it, no folder composition=… is taken for a leaf.';
  const place = settingPlace(project, rootPath === defaultSettings.rootPath ? localPath : rootPath);
  return [warning('settings', message, { place, hint })];
}

function unknownCompositions(project: Project): readonly Problem[] {
  const { compositionOrder, excludedKeys, filteredKeys } = project.settings;
  const named = [
    ...compositionOrder.map((name) => ['compositions.order.terraform', name] as const),
    ...[...excludedKeys.keys()].map((name) => ['compositions.config_keys.excluded', name] as const),
    ...[...filteredKeys.keys()].map((name) => ['compositions.config_keys.filtered', name] as const),
  ];
  if (named.length === 0) return [];
  const { leaves, others } = findLeavesOf(project);
  const compositions = new Set([...leaves.map(({ composition }) => composition), ...others.map(compositionOf)]);
  // A composition that no leaf has yet; folders of clouds are among these, so none of them is suggested.
  const used = new Set([...compositions, ...terraformNames(project)]);
  return named
    .filter(([, name]) => !used.has(name))
    .map(([setting, name]) => {
      const closest = nearest(name, compositions);
      return warning('settings', `Setting "${setting}": no composition is named "${name}".`, {
        place: settingPlace(project, name),
        hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
      });
    });
}

/**
 * Globs of leaves, and keys in settings that name nothing. Finding out about keys takes all layers, so this is
 * no part of what every command warns about.
 *
 * @param leaves all of the project
 */
export async function unusedKeys(
  project: Project,
  leaves: readonly Leaf[],
  configurations: Pick<Configurations, 'merged'>,
): Promise<readonly Problem[]> {
  const { settings } = project;
  const place = (name: string): Place => settingPlace(project, name);
  const globs = [
    ...settings.pinRules.map((rule) => ['terraform.pins.require', rule.leaves] as const),
    ...settings.driftIgnore.flatMap(({ leaf }) => (leaf === undefined ? [] : [['drift.ignore', leaf] as const])),
  ].filter(([, glob]) => {
    const matches = leafGlob(glob);
    return !leaves.some(({ path }) => matches(path));
  });
  const paths = leaves.map(({ path }) => path);
  return [
    ...globs.map(([setting, glob]) => {
      const closest = nearest(glob, paths);
      return warning('settings', `Setting "${setting}": "${glob}" matches no leaf.`, {
        place: place(glob),
        hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
      });
    }),
    ...unmatchedDependencies(project, leaves),
    ...unmatchedWaves(project, paths),
    ...(await unknownKeys(project, leaves, configurations)),
  ];
}

async function unknownKeys(
  project: Project,
  leaves: readonly Leaf[],
  configurations: Pick<Configurations, 'merged'>,
): Promise<readonly Problem[]> {
  const { excludedKeys, filteredKeys } = project.settings;
  const named = [
    ...[...excludedKeys].map(([name, keys]) => ['compositions.config_keys.excluded', name, keys] as const),
    ...[...filteredKeys].map(([name, keys]) => ['compositions.config_keys.filtered', name, keys] as const),
  ];
  const found: Problem[] = [];
  for (const [setting, composition, keys] of named) {
    const own = leaves.filter((leaf) => leaf.composition === composition);
    const known = new Set<string>();
    for (const leaf of own) {
      const { value } = await configurations.merged(leaf);
      for (const key in value?.children) known.add(key);
    }
    // A placeholder in a key may come to any name.
    if (own.length === 0 || [...known].some((key) => key.includes('{{'))) continue;
    for (const key of keys.filter((each) => !known.has(each))) {
      const closest = nearest(key, known);
      found.push(
        warning('settings', `Setting "${setting}.${composition}": no leaf of it has the key "${key}".`, {
          place: settingPlace(project, key),
          hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
        }),
      );
    }
  }
  return found;
}

function misnamedFiles({ snapshot, root, settings }: Project): readonly Problem[] {
  const sources = joinPath(root, settings.localPath);
  const names = ['.komposconfig.yml', '.komposconfig.yaml.yml', 'komposconfig.yaml', 'komposconfig.yml'];
  const files = names.filter((name) => snapshot.file(joinPath(root, name)) !== undefined);
  const templates = snapshot.files().filter(({ path }) => path.startsWith(`${sources}/`) && isMisnamedTemplate(path));
  return [
    ...files.map((name) =>
      warning('settings', `This file is not read: settings are in ${SETTINGS_FILE}.`, {
        place: { file: joinPath(root, name) },
        hint: `Rename it to ${SETTINGS_FILE}.`,
      }),
    ),
    ...templates.map(({ path }) =>
      warning('template', 'This file is no template, so no pin is put into it.', {
        place: { file: path },
        hint: `Templates are named X.tf.versioned: rename it to ${templateName(path.slice(path.lastIndexOf('/') + 1))}.`,
      }),
    ),
  ];
}

/** `main.TF.versioned`, `main.tf.Versioned`, `main.versioned.tf`, `main.tf.version` */
function isMisnamedTemplate(path: string): boolean {
  if (/\.(?:tf|tofu)(?:\.json)?\.versioned$/u.test(path)) return false;
  return /\.(?:tf|tofu)(?:\.json)?\.version(?:e|ed|s)?$|\.version(?:e|ed|s)?\.(?:tf|tofu)(?:\.json)?$/iu.test(path);
}

function templateName(name: string): string {
  const end = /(?:\.version(?:e|ed|s)?|\.(?:tf|tofu)(?:\.json)?){2}$/iu.exec(name)?.[0] ?? '';
  const language = /\.(?:tf|tofu)(?:\.json)?/iu.exec(end)?.[0].toLowerCase() ?? '.tf';
  return `${name.slice(0, name.length - end.length)}${language}.versioned`;
}
