/** Which leaves are enabled, with as little read as possible: a list of thousands is to be there at once. */
import { decodeText } from '../base/decode.ts';
import { hasErrors, ProblemError } from '../base/problems.ts';
import { mergeLayer } from '../hierarchy/merge.ts';
import { parseLayer } from '../hierarchy/yaml/parse.ts';
import type { MapValue } from '../hierarchy/value.ts';
import { joinPath, type SnapshotFile } from '../snapshot/snapshot.ts';
import type { Configurations } from './configurations.ts';
import { isLayerFile } from './layers.ts';
import type { Leaf } from './leaves.ts';
import type { Project } from './project.ts';

/** `unknown`: a layer that decides it cannot be read. */
export type Enabled = 'enabled' | 'paused' | 'unknown';

/** A text without any of these says nothing about `composition.enabled`: not even with an escape, or a placeholder. */
const MAY_SAY_SO = /\bcomposition\b|\\|\}\}(?:["']\s*:|\s*:(?:\s|$))/u;

/** The layers that may say something, merged, and whether they do; `unknown` if one of them cannot be read. */
type Saying = { readonly merged: MapValue | undefined; readonly isSaid: boolean } | 'unknown';
const SILENT: Saying = { merged: undefined, isSaid: false };

/** Answers for one leaf after the other. Layers that say nothing about it are not parsed. */
export function openEnabled(project: Project, configurations: Configurations): (leaf: Leaf) => Promise<Enabled> {
  const { snapshot, root, settings } = project;
  const files = new Map<string, SnapshotFile[]>();
  for (const configRoot of settings.configRoots) {
    const top = `${joinPath(root, configRoot)}/`;
    // Broken links are left out: `kompos validate` reports them.
    for (const file of snapshot.files()) {
      if (!file.path.startsWith(top) || !isLayerFile(file.path)) continue;
      const folder = file.path.slice(0, file.path.lastIndexOf('/'));
      const own = files.get(folder);
      if (own === undefined) files.set(folder, [file]);
      else own.push(file);
    }
  }
  const said = new Map<string, Saying>();

  /** What the layers down to a folder say: merged once for all leaves below it. */
  function sayingDownTo(layers: readonly string[], depth: number): Saying {
    const folder = layers[depth];
    if (folder === undefined) return SILENT;
    let found = said.get(folder);
    if (found === undefined) {
      found = withFolder(sayingDownTo(layers, depth - 1), folder);
      said.set(folder, found);
    }
    return found;
  }

  function withFolder(above: Saying, folder: string): Saying {
    const values = above === 'unknown' ? above : readFolder(files.get(joinPath(root, folder)) ?? []);
    if (above === 'unknown' || values === 'unknown') return 'unknown';
    const [first, ...others] = above.merged === undefined ? values : [above.merged, ...values];
    if (first === undefined || values.length === 0) return above;
    const merged = others.reduce((value, layer) => mergeLayer(value, layer, settings.listMerge), first);
    return { merged, isSaid: Object.keys(merged.children).some((key) => /^composition(?:\.|$)|\{\{/u.test(key)) };
  }

  function readFolder(layers: readonly SnapshotFile[]): readonly MapValue[] | 'unknown' {
    const values: MapValue[] = [];
    for (const file of layers) {
      const content = snapshot.read(file).toString('latin1');
      if (!MAY_SAY_SO.test(content)) continue;
      const read = decodeText(file.path, Buffer.from(content, 'latin1'), 'yaml');
      const layer = 'text' in read ? parseLayer(file.path, read.text) : { value: undefined, problems: [read.problem] };
      if (hasErrors(layer.problems)) return 'unknown';
      // A file with nothing but comments has no value.
      if (layer.value !== undefined) values.push(layer.value);
    }
    return values;
  }

  async function enabled(leaf: Leaf): Promise<Enabled> {
    const saying = sayingDownTo(leaf.layers, leaf.layers.length - 1);
    if (saying === 'unknown') return 'unknown';
    if (!saying.isSaid) return 'enabled';
    // A placeholder in it may refer to any other layer.
    const { place, problems } = await configurations.pausedAt(leaf);
    if (problems.length > 0) return 'unknown';
    return place === undefined ? 'enabled' : 'paused';
  }

  return async (leaf) => {
    try {
      return await enabled(leaf);
    } catch (error) {
      if (error instanceof ProblemError) return 'unknown';
      throw error;
    }
  };
}
