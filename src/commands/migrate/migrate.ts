/** `kompos migrate`: an existing project of the original Kompos → one that this program renders alike. */
import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Environment } from '../../base/environment.ts';
import { inLeaves, problemError, type Problem } from '../../base/problems.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import { findProject } from '../../execution/project-root.ts';
import { findRepository } from '../../git/repository.ts';
import { distinct } from '../../hierarchy/secrets.ts';
import { isLayerFile } from '../../project/layers.ts';
import { openProject } from '../../project/project.ts';
import { defaultSettings, SETTINGS_FILE } from '../../project/settings.ts';
import { loadHclParser } from '../../rendering/hcl/hcl-grammar.ts';
import { secretsOf } from '../../rendering/secret-places.ts';
import { VARIABLES_FILE } from '../../rendering/terraform-files.ts';
import { joinPath, leadsOut } from '../../snapshot/snapshot.ts';
import { snapshotOfWorkingTree } from '../../snapshot/working-tree-snapshot.ts';
import { findConfigRoots } from './config-roots.ts';
import { differencesToKnow, pausedCount } from './differences.ts';
import { openDraft, type Draft } from './draft.ts';
import { filesReadOtherwise, moveRootLayers, removeHiddenKeys, writeOut } from './layers.ts';
import { engineSetting, readOriginalSettings, type OriginalSettings } from './original-settings.ts';
import { keysOfCompositions, renderAll, type LeafResult } from './render-all.ts';
import { compareRendered } from './rendered.ts';
import { changeTemplates, EXTENSION } from './templates.ts';
import { migrationText } from './text.ts';
import { translateSettings } from './translate-settings.ts';
import { writeChanges } from './write-changes.ts';

export interface MigrateRequest {
  readonly rootPath: string | undefined;
  readonly write: boolean;
  /** A folder with the original's files, `<leaf>/variables.tfvars.json`. */
  readonly rendered: string | undefined;
}

/** Where the original looks for settings, besides the project and the home folder. */
const SYSTEM_SETTINGS = '/etc/kompos';

/** Each round fixes what the one before it made visible. */
const MOST_ROUNDS = 20;

/** An existing project, before anything is changed. */
interface Existing {
  readonly settings: OriginalSettings;
  /** Absolute path of the project. */
  readonly root: string;
  /** The same from the repository root. */
  readonly place: string;
  readonly configRoots: readonly string[];
  readonly environment: Environment;
}

/**
 * Works the migration out, and writes it if that is asked for.
 *
 * @returns what to print, and whether all leaves render, and render alike
 * @throws ProblemError if there is nothing to migrate, or a file to change has uncommitted changes
 */
export async function migrate(
  { rootPath, write, rendered: folder }: MigrateRequest,
  { directory, environment }: Pick<LocalContext, 'directory' | 'environment'>,
): Promise<{ readonly text: string; readonly isComplete: boolean }> {
  const { root } = findProject(rootPath, directory);
  const repository = await findRepository(root, environment);
  const top = repository === undefined ? root : realpathSync(repository.top);
  const place = relative(top, root).split(sep).join('/');
  const home = environment['HOME'];
  const settings = readOriginalSettings(root, [SYSTEM_SETTINGS, ...(home === undefined ? [] : [home])]);
  const draft = openDraft(snapshotOfWorkingTree(top));
  const { roots: configRoots, skipped } = findConfigRoots(draft.snapshot, place);
  if (configRoots.length === 0) {
    throw problemError('leaf', `There is no project to migrate in ${root}: no folder is named composition=….`, {
      hint: 'Run it in the project root, or name that with --root-path DIR.',
    });
  }
  const byHand = await changeFiles(draft, { settings, root, place, configRoots, environment });
  const rendered = await renderAll(draft.snapshot, place, environment);
  const variables = variablesOf(rendered.results);
  const comparison =
    folder === undefined
      ? undefined
      : compareRendered(variables, resolve(directory, folder), settings.isNested ? undefined : settings.all);
  const changes = draft.changes();
  if (write) await writeChanges(changes, top, environment);
  const failures = inLeaves(
    rendered.results.map(({ leaf, result }) => {
      return { leaf, problems: result.ok ? [] : result.problems.filter(({ severity }) => severity === 'error') };
    }),
  );
  const text = migrationText({
    version: settings.isNested ? '0.9 or newer' : '0.6 to 0.8',
    changes,
    byHand,
    otherwise: [...skipped, ...differencesToKnow(rendered, settings)],
    failures,
    counts: {
      leaves: rendered.results.length,
      rendered: variables.size,
      paused: pausedCount(rendered.results),
      others: rendered.others,
      secrets: distinct(rendered.results.flatMap(({ result }) => (result.ok ? secretsOf(result.rendering) : [])))
        .length,
    },
    comparison,
    isWritten: write,
  });
  return { text, isComplete: failures.length === 0 && (comparison?.different.length ?? 0) === 0 };
}

/** @returns what has to be done by hand */
async function changeFiles(draft: Draft, existing: Existing): Promise<readonly Problem[]> {
  const { settings, place, configRoots, environment } = existing;
  changeSettings(draft, existing, new Map());
  ignoreRuntime(draft, place);
  const byHand = [...moveRootLayers(draft, place, configRoots)];
  const layers = configRoots.flatMap((each) => draft.snapshot.filesBelow(joinPath(place, each)));
  byHand.push(...filesReadOtherwise(layers.map(({ path }) => path)));
  for (const { path } of layers) if (isLayerFile(path)) byHand.push(...removeHiddenKeys(draft, path));

  const { localPath, rootPath } = (await openProject(draft.snapshot, place)).settings;
  const sources = joinPath(place, joinPath(localPath, rootPath));
  if (!leadsOut(sources) && !/^[/~]/u.test(localPath)) {
    const extension = settings.isNested ? engineSetting(settings, 'versioned_extension') : undefined;
    byHand.push(...changeTemplates(draft, sources, extension ?? EXTENSION, await loadHclParser()));
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { results } = await renderAll(draft.snapshot, place, environment);
    changeSettings(draft, existing, keysOfCompositions(results));
    const problems = results.flatMap(({ result }) => (result.ok ? [] : result.problems));
    if (problems.filter((each) => writeOut(draft, each)).length === 0) break;
  }
  return byHand;
}

function changeSettings(
  draft: Draft,
  { settings, root, place, configRoots, environment }: Existing,
  keys: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const folder = joinPath(place, defaultSettings.localPath);
  const hasDefaultFolder = draft.snapshot.filesBelow(folder).some(({ path }) => /\.tf(?:\.versioned)?$/u.test(path));
  const home = environment['HOME'];
  const { text, why } = translateSettings(settings, { root, home, configRoots, hasDefaultFolder, keys });
  for (const each of why) draft.change(joinPath(place, SETTINGS_FILE), text, each);
}

function ignoreRuntime(draft: Draft, place: string): void {
  const path = joinPath(place, '.gitignore');
  const text = draft.text(path) ?? '';
  if (/^\/?(?:\*\*\/)?\.kompos-runtime\/?\s*$/mu.test(text)) return;
  const separator = text === '' || text.endsWith('\n') ? '' : '\n';
  draft.change(path, `${text}${separator}.kompos-runtime/\n`, 'what kompos renders is not committed');
}

function variablesOf(results: readonly LeafResult[]): ReadonlyMap<string, string> {
  return new Map(
    results.flatMap(({ leaf, result }) => {
      if (!result.ok) return [];
      const content = result.rendering.files.find(({ name }) => name === VARIABLES_FILE)?.content;
      return content?.kind === 'generated' ? [[leaf, content.text] as const] : [];
    }),
  );
}
