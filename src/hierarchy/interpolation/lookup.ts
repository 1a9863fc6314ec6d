/** Looks up dotted keys in a configuration. */
import get from 'lodash.get';
import { isTemplatedKey, MAX_DEPTH, type ListValue, type MapValue, type Value } from '../value.ts';
import { isWholePlaceholder } from './placeholder.ts';

/**
 * The value at `a.b.0.c`: map keys and list positions, separated by dots. Nested keys take precedence over a key that
 * contains the dots itself (`"b.c"` in `a`), which may be anywhere on the path.
 */
export function lookup(root: MapValue, key: string): Value | undefined {
  return lookupIn(root, key.split('.'));
}

/** The same below any value, with the key already split. Without segments, the value itself. */
export function lookupIn(base: Value, segments: readonly string[]): Value | undefined {
  if (segments.length > MAX_DEPTH) return undefined;
  const direct = nested(base, segments);
  if (direct !== undefined && !segments.some(isPosition)) return direct;
  for (const [end, beyond] of endsOf(base, segments)) if (beyond.length === 0) return end;
  return undefined;
}

/**
 * Where the path can lead: the values that it ends at, with the segments that are left, best first. A list whose
 * placeholders may stand for several items is such an end, because its positions are not known yet, and a map whose keys
 * have placeholders.
 */
export function* endsOf(
  base: Value,
  segments: readonly string[],
): Generator<readonly [end: Value, beyond: readonly string[]]> {
  const seen = new Map<Value, Set<number>>();
  const stack: [value: Value, at: number][] = [[base, 0]];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [value, at] = top;
    const visited = seen.get(value) ?? new Set();
    if (visited.has(at)) continue;
    seen.set(value, visited.add(at));
    const [segment] = segments.slice(at, at + 1);
    if (segment === undefined || value.kind === 'scalar') {
      yield [value, segments.slice(at)];
    } else if (value.kind === 'list') {
      const child = isPosition(segment) ? value.children[Number(segment)] : undefined;
      if (isSpliced(value, segment)) yield [value, segments.slice(at)];
      else if (child !== undefined) stack.push([child, at + 1]);
    } else {
      if (hasTemplatedKeys(value)) yield [value, segments.slice(at)];
      for (const [child, next] of childrenAt(value, segments, at).toReversed()) stack.push([child, next]);
    }
  }
}

/** The children of a map that the path may go on with: the plain key, then those that contain dots themselves. */
function childrenAt(map: MapValue, segments: readonly string[], at: number): readonly (readonly [Value, number])[] {
  const plain = map.children[segments[at] ?? ''];
  const { dotted, longest } = keysIn(map);
  const found: [order: number, child: Value, next: number][] = plain === undefined ? [] : [[-1, plain, at + 1]];
  let key = segments[at] ?? '';
  for (let next = at + 1; next < segments.length && next - at < longest; next += 1) {
    key += `.${segments[next] ?? ''}`;
    const order = dotted.get(key);
    const child = order === undefined ? undefined : map.children[key];
    if (order !== undefined && child !== undefined) found.push([order, child, next + 1]);
  }
  return found.sort(([a], [b]) => a - b).map(([, child, next]) => [child, next]);
}

/** What a lookup needs to know of all keys of a map: computed once, however many placeholders refer to the map. */
interface Keys {
  readonly templated: boolean;
  /** Those with dots, by their position. */
  readonly dotted: ReadonlyMap<string, number>;
  /** The segments of the longest one. */
  readonly longest: number;
}

const keysOfMaps = new WeakMap<MapValue, Keys>();

const NO_DOTS: ReadonlyMap<string, number> = new Map();
/** The keys of a map with so many are looked at again faster than they are remembered. */
const FEW = 16;

function keysIn(map: MapValue): Keys {
  const known = keysOfMaps.get(map);
  if (known !== undefined) return known;
  let [templated, longest, count] = [false, 0, 0];
  let dotted: Map<string, number> | undefined;
  for (const key in map.children) {
    templated ||= map.templated && isTemplatedKey(key);
    if (key.includes('.')) {
      dotted = (dotted ?? new Map<string, number>()).set(key, count);
      longest = Math.max(longest, key.split('.').length);
    }
    count += 1;
  }
  const keys = { templated, dotted: dotted ?? NO_DOTS, longest };
  if (count > FEW) keysOfMaps.set(map, keys);
  return keys;
}

/** Whether a key of a map has a placeholder. */
export function hasTemplatedKeys(map: MapValue): boolean {
  return map.templated && keysIn(map).templated;
}

/** Whether a map may have something at a top-level key: its value, one of a dotted key below it, or behind a placeholder. */
export function mayHave({ children }: MapValue, key: string): boolean {
  for (const each in children) {
    if (each === key || isTemplatedKey(each) || each.startsWith(`${key}.`)) return true;
  }
  return false;
}

/** An array's own keys are its canonical positions, so `01` and `-1` do not exist. */
function isPosition(segment: string): boolean {
  return /^(?:0|[1-9][0-9]*)$/u.test(segment);
}

const firstSpliced = new WeakMap<ListValue, number>();

/** Whether placeholders up to a position may stand for several items. */
function isSpliced(list: ListValue, segment: string): boolean {
  if (!list.templated || !isPosition(segment)) return false;
  let first = firstSpliced.get(list);
  if (first === undefined) {
    first = list.children.findIndex(isWholePlaceholder);
    firstSpliced.set(list, first);
  }
  return first >= 0 && first <= Number(segment);
}

/**
 * `lodash.get` reads inherited properties, prefers a literal `a.b`, and has overly optimistic types. None of this applies
 * to our nodes: the path is a list, maps have no prototype, and what arrays inherit (`length`, `map`) is not a `Value`.
 */
function nested(base: Value, segments: readonly string[]): Value | undefined {
  if (segments.length === 0) return base;
  const path: string[] = [];
  for (const segment of segments) path.push('children', segment);
  const found: unknown = get(base, path);
  return isValue(found) ? found : undefined;
}

function isValue(found: unknown): found is Value {
  return typeof found === 'object' && found !== null && Object.hasOwn(found, 'kind');
}
