/** Settings and files that name nothing: most likely a name is misspelled. */
import { nearest } from '../base/closest-name.ts';
import { warning, type Problem } from '../base/problems.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import { compositionOf } from './leaves.ts';
import { findLeavesOf, terraformNames, type Project } from './project.ts';
import { defaultSettings, SETTINGS_FILE } from './settings.ts';

/** The project with warnings about what has no effect although it looks as if it should. */
export function withUnusedSettings(project: Project): Project {
  return {
    ...project,
    warnings: [
      ...project.warnings,
      ...emptyFolder(project),
      ...unknownCompositions(project),
      ...misnamedFiles(project),
    ],
  };
}

/** Every leaf then looks like one of another tool. */
function emptyFolder(project: Project): readonly Problem[] {
  const { localPath, rootPath } = project.settings;
  const isDefault = localPath === defaultSettings.localPath && rootPath === defaultSettings.rootPath;
  if (isDefault || terraformNames(project).size > 0) return [];
  const message = `There is no Terraform code in "${joinPath(localPath, rootPath)}", which terraform.local_path and terraform.root_path name.`;
  const hint = 'Without it, no folder composition=… is taken for a leaf.';
  return [warning('settings', message, { place: { file: joinPath(project.root, SETTINGS_FILE) }, hint })];
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
  const used = new Set([...leaves.map(({ composition }) => composition), ...others.map(compositionOf)]);
  for (const name of terraformNames(project)) used.add(name);
  const place = { file: joinPath(project.root, SETTINGS_FILE) };
  return named
    .filter(([, name]) => !used.has(name))
    .map(([setting, name]) => {
      const closest = nearest(name, used);
      return warning('settings', `Setting "${setting}": no composition is named "${name}".`, {
        place,
        hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
      });
    });
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
