/** Renders the leaves of one project at one snapshot: reads what rendering needs and passes it to the pure part. */
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import type { SecretReader } from '../hierarchy/secrets.ts';
import type { ListMerge, MapValue, Origin } from '../hierarchy/value.ts';
import { folderOf } from '../base/names.ts';
import {
  hasErrors,
  inLeaves,
  problem,
  problemError,
  ProblemError,
  throwOnErrors,
  warning,
  type Problem,
} from '../base/problems.ts';
import { openConfigurations, type ConfigurationCaches, type Merged } from '../project/configurations.ts';
import { describeLeaf, type Leaf } from '../project/leaves.ts';
import { nearest } from '../base/closest-name.ts';
import { isLayerFile } from '../project/layers.ts';
import { sourceFolder, type Project } from '../project/project.ts';
import { joinPath, type SnapshotFile } from '../snapshot/snapshot.ts';
import { WHOLE_CONFIGURATION } from './use/configuration-use.ts';
import { loadHclParser } from './hcl/hcl-grammar.ts';
import { modulePins } from './module-pins.ts';
import type { Outside } from './outside.ts';
import { cloudOf, givenKeys, renderLeaf } from './render.ts';
import type { Rendered, Rendering } from './rendering.ts';
import { refuseOwnConfiguration } from './use/own-variables.ts';
import type { Reach } from './use/reach.ts';
import { secretsOf } from './secret-places.ts';
import { ciphertextDigest, fileOf } from '../stores/sops.ts';
import { openLeafReads, type LeafInput } from './leaf-reads.ts';
import { openSourceFolders, type SourceFolder, type SourceFolders, type SyntaxCache } from './source-folders.ts';
import type { State } from './state.ts';
import { stateReads, type StateRead } from './state-reads.ts';
import { isLocalModule, isTemplate, isTerraformFile, PROVIDER_FILE } from './terraform-files.ts';

/** A leaf's rendering with everything else that Terraform reads, or the problems that prevent it. */
export type RenderResult =
  | (Rendered & { readonly ok: true; readonly warnings: readonly Problem[] })
  | {
      readonly ok: false;
      readonly leaf: Leaf;
      /** None if it is paused. */
      readonly problems: readonly Problem[];
      readonly paused?: Paused | undefined;
    };

/** Why no Terraform runs for a leaf: its configuration says `composition.enabled: false`. */
export interface Paused {
  readonly place: Origin;
  /** What it would be, if it can be rendered: its state is still its own. */
  readonly rendering: Rendering | undefined;
}

/** Where a leaf keeps its state, and which states it reads. */
export interface LeafStates {
  /** Its path. */
  readonly leaf: string;
  /** Undefined if it has none, or the leaf cannot be rendered. */
  readonly state: State | undefined;
  /** None of a leaf that is paused, or cannot be rendered. */
  readonly reads: readonly StateRead[];
  readonly isRendered: boolean;
}

export interface Renderer {
  readonly project: Project;
  readonly leaves: readonly Leaf[];
  render(leaf: Leaf): Promise<RenderResult>;
  /** Of the last time that the leaf was rendered, or renders it: cheap for those that were compared, except at base. */
  statesOf(leaf: Leaf): Promise<LeafStates>;
  /** The same project with other answers to references to secrets. */
  withSecrets(secrets: SecretReader): Renderer;
  /** Prefetches what rendering these leaves will need, in one batch. */
  load(leaves: readonly Leaf[]): Promise<void>;
  /**
   * The interpolated configuration of any folder below the config root.
   *
   * @param needed the top-level keys to interpolate, by default all
   * @throws ProblemError if it cannot be resolved
   */
  configuration(path: string, needed?: (key: string) => boolean): Promise<MapValue>;
  /** A leaf's merged configuration, not interpolated. */
  merged(leaf: Leaf): Promise<Merged>;
  /** A folder of Terraform sources, by its path from the repository root. */
  readonly source: SourceFolders;
  /** Where below `.kompos-runtime` people look for a source folder's rendering: `terraform/<cloud>/<composition>`. */
  shownPlace(source: string): string;
  /** Names of the compositions whose sources, or what they reach, include one of the paths. May include too many. */
  compositionsReaching(paths: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Caches shared by both sides of a comparison: equal files are parsed once, equal values resolved once. */
export interface RenderCaches extends ConfigurationCaches {
  readonly syntax: SyntaxCache;
}

/** Caches for one run. */
export function createCaches(): RenderCaches {
  return { layers: new Map(), outcomes: new WeakMap(), syntax: new Map() };
}

/** One or two dots by themselves, an escape, an expression of Terraform, a folder of runners, or the environment. */
const MAY_LEAD_OUT = /(?<![.\w])\.{1,2}(?![.\w])|\\[uUx]|[$%]\{|\/(?:home|github|__w|proc)\/|env\(/u;

const NAMES_A_SEALED_FILE = /\{\{\s*sops\s*[.:]/u;

/** What prevents the rendering of a paused leaf does not matter. */
function refusedOnly(error: unknown): undefined {
  if (!(error instanceof ProblemError)) throw error;
}

function leadsAnywhere({ anywhere }: Reach): readonly Problem[] {
  if (anywhere === undefined) return [];
  const { file, line, text } = anywhere;
  const message = `This may read any file of the repository, so a change of any file counts: ${text}`;
  return [warning('composition', message, { place: { file, line } })];
}

function providerText({ files }: Rendering): string {
  const content = files.find(({ name }) => name === PROVIDER_FILE)?.content;
  return content?.kind === 'generated' ? content.text : '';
}

function inSubmodule({ path }: SnapshotFile): Problem {
  return problem('composition', 'A submodule lies in the composition, and its files are in another repository.', {
    place: { file: path },
    hint: 'Put it beside the composition and call it as a module ("../modules/…"), with "submodules: true" at actions/checkout.',
  });
}

function noFolder(path: string, leaves: readonly Leaf[]): ProblemError {
  const closest = nearest(
    path,
    leaves.flatMap((leaf) => leaf.layers),
  );
  return problemError('leaf', `There is no folder "${path}" with configuration in it.`, {
    hint: closest === undefined ? undefined : `Did you mean "${closest}"?`,
  });
}

/**
 * @param leaves the project's leaves that matter to the caller
 * @param environment what `{{env(NAME)}}` may read
 * @param listMerge overrides the project's setting
 * @param outside what the environment adds to what the code says
 * @param whenReads whether `statesOf` is asked of most leaves, or of few: each is rendered again then
 */
export function openRenderer(
  project: Project,
  leaves: readonly Leaf[],
  environment: EnvironmentReader,
  caches: RenderCaches,
  listMerge: ListMerge | undefined,
  outside: Outside,
  whenReads: 'always' | 'when asked' = 'always',
): Renderer {
  const configurations = openConfigurations(project, environment, caches, listMerge);
  const layerRoots = new Set(leaves.flatMap((leaf) => leaf.layers.slice(0, 1)));
  const sourceAt = openSourceFolders(project.snapshot, caches.syntax);
  const reads = openLeafReads(project.snapshot, sourceAt, layerRoots);
  const states = new Map<string, LeafStates>();
  const program = { terraform: 'terraform', tofu: 'opentofu' } as const;
  const { tool } = project.settings;

  async function render(leaf: Leaf, withReads: boolean): Promise<RenderResult> {
    if (project.unreadable !== undefined) return { ok: false, leaf, problems: project.unreadable };
    const given = givenKeys(project.settings, leaf.composition);
    const { value: configuration, problems } = await configurations.resolve(
      leaf,
      (key) => given.variables(key) || given.provider(key),
    );
    if (configuration === undefined)
      return { ok: false, leaf, problems: [...problems, ...(await missingFolder(leaf))] };
    const { cloud, problems: unknownCloud } = cloudOf(configuration, environment);
    if (unknownCloud.length > 0) return { ok: false, leaf, problems: [...problems, ...unknownCloud] };
    const folder = sourceFolder(project, leaf, cloud);
    const source = await sourceAt(folder);
    if (source === undefined) return { ok: false, leaf, problems: [...problems, unknownComposition(leaf, folder)] };
    if (source.submodule !== undefined)
      return { ok: false, leaf, problems: [...problems, inSubmodule(source.submodule)] };
    const result = renderLeaf(
      leaf,
      project.settings,
      configuration,
      source,
      environment,
      outside,
      await loadHclParser(),
    );
    const found = [...problems, ...result.problems, ...(await refuseOwnConfiguration(source, project.snapshot))];
    if (hasErrors(found)) return { ok: false, leaf, problems: found };
    // A module with a placeholder in its source is found through the rendered pins, relative to its template's folder.
    const pinned = result.rendering.pins
      .filter(
        ({ written, address, value }) =>
          written === 'placeholder' && /^module\..*\.source$/u.test(address) && isLocalModule(value),
      )
      .map(({ template, value }) => joinPath(template.file, `../${value}`));
    const { variables } = result.rendering;
    const input: LeafInput = { pinned, variables, provider: providerText(result.rendering) };
    const reach = await reads.reach(folder, input);
    // The generated provider file is a Terraform file as well: its strings may contain references.
    const use = /[$%]\{/u.test(input.provider) ? WHOLE_CONFIGURATION : await reads.use(folder, reach);
    const warnings = [...found, ...leadsAnywhere(reach)];
    const modules = await modulesOf(reach);
    const { pins, blocks } = modulePins(source, result, modules);
    if (withReads) {
      const readStates = stateReads(source, result, modules, outside, tool && program[tool]);
      states.set(leaf.path, { leaf: leaf.path, state: result.rendering.state, reads: readStates, isRendered: true });
    }
    const rendering =
      pins.length === 0
        ? result.rendering
        : {
            ...result.rendering,
            pins: [...result.rendering.pins, ...pins],
            blocks: [...result.rendering.blocks, ...blocks],
          };
    const code = { root: source, modules };
    const sealedFiles = await sealedFilesOf(rendering);
    return { ok: true, rendering, reach, use, code, snapshot: project.snapshot, sealedFiles, warnings };
  }

  const moduleFolders = new WeakMap<Reach, Promise<readonly SourceFolder[]>>();

  /** The local modules of a reach, which many leaves have in common. */
  function modulesOf(reach: Reach): Promise<readonly SourceFolder[]> {
    let found = moduleFolders.get(reach);
    if (found === undefined) {
      found = Promise.all(reach.modules.map(({ folder }) => sourceAt(folder))).then((all) =>
        all.flatMap((each) => each ?? []),
      );
      moduleFolders.set(reach, found);
    }
    return found;
  }

  /** Of a leaf whose configuration cannot be interpolated: all that is wrong is to be said at once. */
  async function missingFolder(leaf: Leaf): Promise<readonly Problem[]> {
    const { value, problems } = await configurations.merged(leaf);
    if (value === undefined || hasErrors(problems)) return [];
    const { cloud, problems: unknownCloud } = cloudOf(value, environment);
    if (unknownCloud.length > 0) return [];
    const folder = sourceFolder(project, leaf, cloud);
    return project.snapshot.filesBelow(folder).length > 0 ? [] : [unknownComposition(leaf, folder)];
  }

  /** What SOPS has encrypted in files that the configuration names, as far as Terraform gets it. */
  async function sealedFilesOf(rendering: Rendering): Promise<Rendered['sealedFiles']> {
    const found: Rendered['sealedFiles'][number][] = [];
    for (const reference of secretsOf(rendering)) {
      if (reference.store !== 'sops' || reference.options['sealed'] !== undefined) continue;
      const path = fileOf(reference, project.root);
      const file = project.snapshot.file(path);
      if (file !== undefined) await project.snapshot.load([file]);
      // Without metadata of SOPS all of it counts.
      const digest = file && (ciphertextDigest(reference, project.snapshot.read(file)) ?? file.id);
      found.push({ path, key: reference.key.join('.'), digest: digest ?? 'missing' });
    }
    return found;
  }

  function unknownComposition(leaf: Leaf, folder: string): Problem {
    const folders = new Set<string>();
    for (const { path } of project.snapshot.files()) {
      if (isTerraformFile(path) || isTemplate(path)) folders.add(folderOf(path));
    }
    const closest = nearest(folder, folders);
    const check =
      "Check the composition's name, the configuration's cloud.type, and terraform.local_path in .komposconfig.yaml.";
    return problem('composition', `The composition folder "${folder}" does not exist.`, {
      place: { file: leaf.path },
      hint: closest === undefined ? check : `Did you mean "${closest}"? ${check}`,
    });
  }

  /** The candidate folders of a composition: each leaf's layers decide which one it is. */
  function compositionFolders(): ReadonlyMap<string, readonly string[]> {
    const { localPath } = project.settings;
    const top = joinPath(project.root, localPath);
    const prefix = top === '' ? '' : `${top}/`;
    const names = new Set(leaves.map((leaf) => leaf.composition));
    const folders = new Map<string, Set<string>>();
    for (const { path } of project.snapshot.files()) {
      if (!path.startsWith(prefix)) continue;
      const parts = path.split('/');
      for (let index = parts.length - 2; index >= 0; index -= 1) {
        const name = parts[index] ?? '';
        if (!names.has(name)) continue;
        const found = folders.get(name) ?? new Set<string>();
        folders.set(name, found.add(parts.slice(0, index + 1).join('/')));
      }
    }
    return new Map([...folders].map(([name, found]) => [name, [...found]]));
  }

  const searches = new Map<RegExp, Promise<boolean>>();

  /** Whether any layer contains something. */
  function layersHold(pattern: RegExp): Promise<boolean> {
    const found = searches.get(pattern) ?? search(pattern);
    searches.set(pattern, found);
    return found;

    async function search(sought: RegExp): Promise<boolean> {
      const layers = project.snapshot
        .files()
        .filter(
          ({ path }) =>
            isLayerFile(path) && [...layerRoots].some((root) => path.startsWith(`${joinPath(project.root, root)}/`)),
        );
      await project.snapshot.load(layers);
      return layers.some((file) => sought.test(project.snapshot.read(file).toString('utf8')));
    }
  }

  async function reaches(folder: string, paths: ReadonlySet<string>): Promise<boolean> {
    for (const path of paths) if (path.startsWith(`${folder}/`)) return true;
    const source = await sourceAt(folder);
    if (source === undefined) return false;
    const calls = source.files.flatMap(({ hcl }) => hcl?.parsed.code.calls ?? []);
    // Only a leaf's pins say where such a module is.
    const isPinned = (text: string): boolean => text.includes('{{') && /^(\.|\{\{)/u.test(text);
    if (calls.some((call) => call.source?.kind === 'text' && isPinned(call.source.text))) return true;
    // A leaf's configuration may contain paths that lead out, which is known only after rendering.
    if ([...paths].some((path) => !isLayerFile(path)) && (await layersHold(MAY_LEAD_OUT))) return true;
    // A file of SOPS may have any name, and the name may be in any layer.
    if (await layersHold(NAMES_A_SEALED_FILE)) return true;
    const reach = await reads.reach(folder, { pinned: [], variables: undefined, provider: '' });
    return [...reach.files, ...reach.modules.flatMap(({ files }) => files)].some(({ path }) => paths.has(path));
  }

  async function renderOrPause(leaf: Leaf, withReads: boolean): Promise<RenderResult> {
    const unread = { leaf: leaf.path, state: undefined, reads: [], isRendered: false };
    if (withReads) states.set(leaf.path, unread);
    try {
      const { place, problems } = await configurations.pausedAt(leaf);
      if (problems.length > 0) return { ok: false, leaf, problems };
      if (place === undefined) return await render(leaf, withReads);
      const would = await render(leaf, withReads).catch(refusedOnly);
      const rendering = would?.ok === true ? would.rendering : undefined;
      if (withReads) states.set(leaf.path, { ...unread, state: rendering?.state, isRendered: true });
      return { ok: false, leaf, problems: [], paused: { place, rendering } };
    } catch (error) {
      // A broken link or a path that leads out affects only this leaf. A damaged repository does not: at base it would
      // be mistaken for a change.
      if (!(error instanceof ProblemError) || error.problems.some(({ code }) => code === 'git' || code === 'base')) {
        throw error;
      }
      return { ok: false, leaf, problems: error.problems };
    }
  }

  return {
    project,
    leaves,
    withSecrets: (secrets) =>
      openRenderer(
        project,
        leaves,
        { read: (name) => environment.read(name), secrets },
        caches,
        listMerge,
        outside,
        whenReads,
      ),
    load: (some) => configurations.load(some),
    merged: (leaf) => configurations.merged(leaf),
    source: sourceAt,
    async configuration(path, needed) {
      const folder = joinPath(project.root, path);
      if (project.snapshot.filesBelow(folder).length === 0) throw noFolder(path, leaves);
      const { value, problems } = await configurations.resolve(
        describeLeaf(path, project.settings.configRoots),
        needed,
      );
      throwOnErrors(inLeaves([{ leaf: path, problems }]));
      if (value === undefined) throw new Error(`${path} has neither a configuration nor problems`);
      return value;
    },
    shownPlace(source) {
      const { localPath, rootPath } = project.settings;
      const base = joinPath(project.root, joinPath(localPath, rootPath));
      return joinPath('terraform', source.slice(base === '' ? 0 : base.length + 1));
    },
    async compositionsReaching(paths) {
      const wanted = new Set(paths);
      const reaching = new Set<string>();
      for (const [name, folders] of compositionFolders()) {
        for (const folder of folders) {
          // What cannot be read here is reported when the leaf is rendered.
          if (await reaches(folder, wanted).catch(() => true)) reaching.add(name);
        }
      }
      return reaching;
    },
    render: (leaf) => renderOrPause(leaf, whenReads === 'always'),
    async statesOf(leaf) {
      if (!states.has(leaf.path)) await renderOrPause(leaf, true);
      return states.get(leaf.path) ?? { leaf: leaf.path, state: undefined, reads: [], isRendered: false };
    },
  };
}
