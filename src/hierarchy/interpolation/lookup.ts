/** Looks up dotted keys in a configuration. */
import get from 'lodash.get';
import { MAX_DEPTH, type MapValue, type Value } from '../value.ts';

/**
 * The value at `a.b.0.c`: map keys and list positions, separated by dots. Nested keys take precedence over a key that
 * contains the dots itself (`"b.c"` in `a`).
 */
export function lookup(root: MapValue, key: string): Value | undefined {
  return lookupIn(root, key.split('.'));
}

/** The same below any value, with the key already split. Without segments, the value itself. */
export function lookupIn(base: Value, segments: readonly string[]): Value | undefined {
  if (segments.length > MAX_DEPTH) return undefined;
  return nested(base, segments) ?? dotted(base, segments);
}

/**
 * `lodash.get` reads inherited properties, prefers a literal `a.b`, and has overly optimistic types. None of this applies
 * to our nodes: the path is a list, maps have no prototype, and what arrays inherit (`length`, `map`) is not a `Value`.
 * An array's own keys are its canonical positions, so `01` and `-1` do not exist.
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
