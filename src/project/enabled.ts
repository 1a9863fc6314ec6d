/** Which leaves are enabled, with as little read as possible: a list of thousands is to be there at once. */
import { decodeText } from '../base/decode.ts';
import { ProblemError } from '../base/problems.ts';
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
const MAY_SAY_SO = /\bcomposition\b|\\|\}\}["']?\s*:/u;

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
      files.set(folder, [...(files.get(folder) ?? []), file]);
    }
  }
  const said = new Map<string, readonly MapValue[] | 'unknown'>();

  /** The layers of a folder that may say something. */
  function sayingsOf(folder: string): readonly MapValue[] | 'unknown' {
    let found = said.get(folder);
    if (found === undefined) {
      found = readFolder(files.get(joinPath(root, folder)) ?? []);
      said.set(folder, found);
    }
    return found;
  }

  function readFolder(layers: readonly SnapshotFile[]): readonly MapValue[] | 'unknown' {
    const values: MapValue[] = [];
    for (const file of layers) {
      const content = snapshot.read(file).toString('latin1');
      if (!MAY_SAY_SO.test(content)) continue;
      const read = decodeText(file.path, Buffer.from(content, 'latin1'), 'yaml');
      const value = 'text' in read ? parseLayer(file.path, read.text).value : undefined;
      if (value === undefined) return 'unknown';
      values.push(value);
    }
    return values;
  }

  async function enabled(leaf: Leaf): Promise<Enabled> {
    let merged: MapValue | undefined;
    for (const folder of leaf.layers) {
      const values = sayingsOf(folder);
      if (values === 'unknown') return 'unknown';
      for (const value of values) {
        merged = merged === undefined ? value : mergeLayer(merged, value, settings.listMerge);
      }
    }
    const isSaid =
      merged !== undefined && Object.keys(merged.children).some((key) => /^composition(?:\.|$)|\{\{/u.test(key));
    if (!isSaid) return 'enabled';
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
