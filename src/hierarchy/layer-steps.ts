/** How the value at a key came to be: what each layer file says of it, and what that did. Pure. */
import { endsOf, lookup, lookupIn } from './interpolation/lookup.ts';
import { isWholePlaceholder } from './interpolation/placeholder.ts';
import { equalValues } from './json.ts';
import { mergeLayer } from './merge.ts';
import type { ListMerge, MapValue, Origin, Value } from './value.ts';

/** What a layer file did to a key. `left`: it says nothing of it. `repeated`: it says what was there already. */
export type LayerEffect = 'set' | 'overrode' | 'merged' | 'added' | 'repeated' | 'removed' | 'broken' | 'left';

export interface LayerStep {
  /** From the repository root. */
  readonly file: string;
  readonly effect: LayerEffect;
  /** Where the file says it; undefined if it says nothing. */
  readonly place: Origin | undefined;
  /** What the file says, not interpolated. */
  readonly said: Value | undefined;
  /** The value after this file, not interpolated. */
  readonly value: Value | undefined;
}

export interface LayerSteps {
  /**
   * The key that the layers set: the one that was asked for, or the part of it down to a list, or to a placeholder that
   * the rest is behind.
   */
  readonly key: string;
  /** One for each file, in the order in which they are merged. */
  readonly steps: readonly LayerStep[];
}

/** One layer file. */
export interface LayerFile {
  readonly file: string;
  readonly value: MapValue;
}

/**
 * Merges the files one by one, in their order.
 *
 * @param listMerge the project's way, or that of the option
 */
export function layerSteps(layers: readonly LayerFile[], asked: string, listMerge: ListMerge): LayerSteps {
  const roots: MapValue[] = [];
  let root: MapValue | undefined;
  for (const { value } of layers) {
    root = root === undefined ? value : mergeLayer(root, value, listMerge);
    roots.push(root);
  }
  const key = root === undefined ? asked : settableKey(root, asked);
  const steps = layers.map(({ file, value: layer }, index): LayerStep => {
    const earlier = roots[index - 1];
    const before = earlier && lookup(earlier, key);
    const after = lookup(roots[index] ?? layer, key);
    const said = sayingOf(layer, key.split('.'));
    const effect = effectOf(before, after, said);
    return { file, effect, place: effect === 'left' ? undefined : said?.origin, said, value: after };
  });
  return { key, steps };
}

/** The key down to the first list or placeholder on its way: layers merge lists as a whole. */
function settableKey(root: MapValue, asked: string): string {
  const segments = asked.split('.');
  for (let length = 1; length < segments.length; length += 1) {
    const value = lookupIn(root, segments.slice(0, length));
    if (value?.kind === 'list' || (value !== undefined && isWholePlaceholder(value))) {
      return segments.slice(0, length).join('.');
    }
  }
  return asked;
}

/** What a layer says of a key: its value, a value above it that is no map, or a map that replaces the one above. */
function sayingOf(layer: MapValue, segments: readonly string[]): Value | undefined {
  for (const [end, beyond] of endsOf(layer, segments)) if (beyond.length === 0 || end.kind !== 'map') return end;
  for (let length = segments.length - 1; length > 0; length -= 1) {
    const above = lookupIn(layer, segments.slice(0, length));
    if (above?.kind === 'map' && above.merge === 'override') return above;
  }
  return undefined;
}

function effectOf(before: Value | undefined, after: Value | undefined, said: Value | undefined): LayerEffect {
  if (before === after && (said === undefined || after === undefined)) return 'left';
  if (after === undefined) return 'removed';
  if (after.kind === 'scalar' && after.problem !== undefined) return 'broken';
  if (before === undefined) return 'set';
  if (equalValues(before, after)) return 'repeated';
  if (said?.kind === 'scalar' && said.removes !== undefined) return 'removed';
  if (before.kind === 'map' && after.kind === 'map' && after !== said) return 'merged';
  if (before.kind === 'list' && after.kind === 'list' && after !== said) return 'added';
  return 'overrode';
}
