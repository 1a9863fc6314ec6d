/** Which files are the layers of a leaf. */
import { problem, type Problem } from '../base/problems.ts';
import type { Leaf } from './leaves.ts';

/** Whether a file in a layer's directory is read: `*.yaml` and `*.yml`, except hidden ones. */
export function isLayerFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.ya?ml$/u.test(name) && !name.startsWith('.');
}

/** The problem of a leaf without any configuration. */
export function noLayers(leaf: Leaf): Problem {
  return problem('layer', `No YAML files in the layers of ${leaf.path}.`, {
    place: { file: leaf.path },
    hint: 'Put the configuration into *.yaml files in the leaf or in a folder above it, up to the config root.',
  });
}
