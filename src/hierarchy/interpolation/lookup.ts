/** The one place that reads a dotted key out of a configuration. */
import get from 'lodash.get';
import { MAX_DEPTH, type MapValue, type Value } from '../value.ts';

/**
 * The value at `a.b.0.c`: map keys and list positions, separated by dots. Keys that are nested win over a key that holds
 * the dots itself (`"b.c"` in `a`), which is found when nothing is nested there.
 */
export function lookup(root: MapValue, key: string): Value | undefined {
  return lookupIn(root, key.split('.'));
}

/** The same below any value, with the key already split. No segments: the value itself. */
export function lookupIn(base: Value, segments: readonly string[]): Value | undefined {
  if (segments.length > MAX_DEPTH) return undefined;
  return nested(base, segments) ?? dotted(base, segments);
}

/**
 * `lodash.get` reads inherited names, prefers a literal `a.b`, and promises too much in its types. Over our nodes it
 * cannot: the path is a list, maps have no prototype, and what an array inherits (`length`, `map`) is no value. An
 * array's own names are its canonical positions: `01` and `-1` are none.
 */
function nested(base: Value, segments: readonly string[]): Value | undefined {
  if (segments.length === 0) return base;
  const path: string[] = [];
  for (const segment of segments) path.push('children', segment);
  const found: unknown = get(base, path);
  return isValue(found) ? found : undefined;
}

function dotted(base: Value, segments: readonly string[]): Value | undefined {
  for (let depth = segments.length - 2; depth >= 0; depth--) {
    const parent = nested(base, segments.slice(0, depth));
    const found = parent?.kind === 'map' ? parent.children[segments.slice(depth).join('.')] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isValue(found: unknown): found is Value {
  return typeof found === 'object' && found !== null && Object.hasOwn(found, 'kind');
}
