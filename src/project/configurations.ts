/** The configuration of each leaf of a project: layers read, merged and interpolated; work that leaves share is done once. */
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { mayHave } from '../hierarchy/interpolation/lookup.ts';
import { interpolate, valueAt } from '../hierarchy/interpolation/interpolate.ts';
import { knownOutcomesIn, type OutcomesByEnvironment } from '../hierarchy/interpolation/known-outcomes.ts';
import type { LayerFile } from '../hierarchy/layer-steps.ts';
import { secretsIn } from '../hierarchy/secrets.ts';
import { mergeLayer } from '../hierarchy/merge.ts';
import { parseLayer } from '../hierarchy/yaml/parse.ts';
import { relocate } from '../hierarchy/relocate.ts';
import { createEntries, mapValue, type ListMerge, type MapValue, type Origin, type Value } from '../hierarchy/value.ts';
import { decodeText } from '../base/decode.ts';
import { hasErrors, problem, ProblemError, type Problem } from '../base/problems.ts';
import type { SnapshotFile } from '../snapshot/snapshot.ts';
import { builtInNames, shadowedNames } from './built-in-names.ts';
import { isLayerFile, noLayers } from './layers.ts';
import type { Leaf } from './leaves.ts';
import type { Project } from './project.ts';

type ParsedLayer = ReturnType<typeof parseLayer>;

/** Parsed layer files, by content (the first file with it) and by content and path. */
export type LayerCache = Map<string, ParsedLayer>;

/** Caches shared by all configurations of a run, across revisions. */
export interface ConfigurationCaches {
  readonly layers: LayerCache;
  readonly outcomes: OutcomesByEnvironment;
}

export interface Configurations {
  /** Loads the layers of leaves in a single batch: loading them one by one would wait for git thousands of times. */
  load(leaves: readonly Leaf[]): Promise<void>;
  /**
   * The interpolated configuration of a leaf; undefined if a problem is an error.
   *
   * @param needed the top-level keys that are needed, by default all: others stay as they are merged
   */
  resolve(
    leaf: Leaf,
    needed?: (key: string) => boolean,
  ): Promise<{ readonly value: MapValue | undefined; readonly problems: readonly Problem[] }>;
  /** The layer files of a leaf in the order in which they are merged, and their problems: a broken one has no value. */
  layersOf(leaf: Leaf): Promise<{ readonly layers: readonly LayerFile[]; readonly problems: readonly Problem[] }>;
  /** The merged layers of a leaf, not interpolated. */
  merged(leaf: Leaf): Promise<Merged>;
  /** Where a leaf's configuration says `composition.enabled: false`; undefined if it does not. */
  pausedAt(leaf: Leaf): Promise<{ readonly place: Origin | undefined; readonly problems: readonly Problem[] }>;
}

export interface Merged {
  readonly value: MapValue | undefined;
  readonly problems: readonly Problem[];
}

/**
 * @param listMerge overrides the project's setting
 * @param environment what `{{env(NAME)}}` may read
 */
export function openConfigurations(
  project: Project,
  environment: EnvironmentReader,
  { layers: parsed, outcomes }: ConfigurationCaches,
  listMerge: ListMerge = project.settings.listMerge,
): Configurations {
  const { snapshot, root } = project;
  const known = knownOutcomesIn(environment, outcomes);
  /** The merged layers down to a directory. */
  const merged = new Map<string, Promise<Merged>>();

  function parse(file: SnapshotFile): ParsedLayer {
    let layer = parsed.get(`${file.id}\n${file.path}`);
    if (layer === undefined) {
      layer = parseOrRelocate(file);
      parsed.set(`${file.id}\n${file.path}`, layer);
    }
    return layer;
  }

  /** Many places have identical files, and parsing YAML is the slow part. */
  function parseOrRelocate(file: SnapshotFile): ParsedLayer {
    const sameId = relocated(parsed.get(file.id), file);
    if (sameId !== undefined) return sameId;
    const read = decodeText(file.path, snapshot.read(file), 'yaml');
    if ('problem' in read) return { value: undefined, problems: [read.problem] };
    // Ids of the working tree are paths, which say nothing of the content.
    const isContent = !file.id.startsWith('file:');
    const content = isContent ? file.id : `text:${read.text}`;
    const sameText = isContent ? undefined : relocated(parsed.get(content), file);
    if (sameText !== undefined) return sameText;
    const layer = parseLayer(file.path, read.text);
    parsed.set(content, layer);
    return layer;
  }

  function relocated(same: ParsedLayer | undefined, file: SnapshotFile): ParsedLayer | undefined {
    if (same?.value === undefined || same.problems.length > 0) return undefined;
    return { value: relocate(same.value, file.path), problems: [] };
  }

  function layerFiles(directory: string): readonly SnapshotFile[] {
    return snapshot.filesIn(root === '' ? directory : `${root}/${directory}`).filter((file) => isLayerFile(file.path));
  }

  function mergeDownTo(layers: readonly string[], depth: number): Promise<Merged> {
    if (depth < 0) return Promise.resolve({ value: undefined, problems: [] });
    const directory = layers[depth] ?? '';
    let found = merged.get(directory);
    if (found === undefined) {
      found = mergeDirectory(layers, depth, directory);
      merged.set(directory, found);
    }
    return found;
  }

  async function mergeDirectory(layers: readonly string[], depth: number, directory: string): Promise<Merged> {
    const above = await mergeDownTo(layers, depth - 1);
    const files = layerFiles(directory);
    if (files.length === 0) return above;
    await snapshot.load(files);
    let { value } = above;
    const problems = [...above.problems];
    for (const file of files) {
      const layer = parse(file);
      problems.push(...layer.problems);
      if (layer.value !== undefined)
        value = value === undefined ? layer.value : mergeLayer(value, layer.value, listMerge);
      // Files that set nothing are a configuration, too.
      else if (layer.problems.length === 0)
        value ??= mapValue(createEntries(), { file: file.path, line: 1, column: 1 });
    }
    return { value, problems };
  }

  /** A broken link in a folder is reported when the folder's leaves are resolved. */
  function loadable(directory: string): readonly SnapshotFile[] {
    try {
      return layerFiles(directory);
    } catch (error) {
      if (error instanceof ProblemError) return [];
      throw error;
    }
  }

  /** Leaves that share all their layers, or what decides about it, are many. */
  async function pausedAt(leaf: Leaf): ReturnType<Configurations['pausedAt']> {
    const { value } = await mergeDownTo(leaf.layers, leaf.layers.length - 1);
    if (value === undefined || !mayHave(value, 'composition')) return { place: undefined, problems: [] };
    const whole = { ...value, builtIn: builtInNames(leaf) };
    const { value: enabled, problems } = valueAt(whole, 'composition.enabled', environment);
    if (enabled === undefined || problems.length > 0) return { place: undefined, problems };
    const place = enabled.source ?? enabled.origin;
    if (secretsIn(enabled).length > 0) {
      const message = '"composition.enabled" decides what runs, so it must not be a secret.';
      return { place: undefined, problems: [problem('secrets', message, { place })] };
    }
    if (enabled.kind === 'scalar' && typeof enabled.value === 'boolean') {
      return { place: enabled.value ? undefined : place, problems: [] };
    }
    const message = `"composition.enabled" must be true or false, not ${shownKind(enabled)}.`;
    const isQuoted = enabled.kind === 'scalar' && /^(?:true|false|yes|no|on|off)$/iu.test(enabled.spelling);
    const hint = isQuoted ? 'Write it without quotes.' : 'To leave it enabled, remove the key.';
    return { place: undefined, problems: [problem('leaf', message, { place, hint })] };
  }

  return {
    pausedAt,
    async merged(leaf) {
      try {
        const { value, problems } = await mergeDownTo(leaf.layers, leaf.layers.length - 1);
        return { value: value && { ...value, builtIn: builtInNames(leaf) }, problems };
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return { value: undefined, problems: error.problems };
      }
    },
    async layersOf(leaf) {
      const files = leaf.layers.flatMap(layerFiles);
      await snapshot.load(files);
      const parsedFiles = files.map((file) => ({ file: file.path, ...parse(file) }));
      return {
        layers: parsedFiles.flatMap(({ file, value }) => (value === undefined ? [] : [{ file, value }])),
        problems: parsedFiles.flatMap(({ problems }) => problems),
      };
    },
    async load(leaves) {
      const directories = new Set(leaves.flatMap((leaf) => leaf.layers));
      await snapshot.load([...directories].flatMap(loadable));
    },
    async resolve(leaf, needed) {
      const { value, problems } = await mergeDownTo(leaf.layers, leaf.layers.length - 1);
      // Interpolating an incomplete configuration would only cause misleading follow-up errors.
      if (hasErrors(problems)) return { value: undefined, problems };
      if (value === undefined) return { value: undefined, problems: [...problems, noLayers(leaf)] };
      const builtIn = builtInNames(leaf);
      const result = interpolate({ ...value, builtIn }, environment, { known, needed });
      const failed = hasErrors(result.problems);
      const found = [...problems, ...shadowedNames(value, builtIn, environment), ...result.problems];
      return { value: failed ? undefined : result.value, problems: found };
    },
  };
}

function shownKind(value: Value): string {
  if (value.kind !== 'scalar') return `a ${value.kind}`;
  return typeof value.value === 'string' ? JSON.stringify(value.value) : value.spelling || 'empty';
}
