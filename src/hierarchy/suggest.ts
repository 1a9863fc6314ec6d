/** Finds what a misspelled key probably meant. */
import type { MapValue, Value } from './value.ts';

/** Above this, looking through all keys costs more than the hint is worth. */
const MAX_KEYS = 2_000;

/** All dotted keys of a configuration, up to a bound, breadth first. */
export function keysOf(root: MapValue): readonly string[] {
  const keys: string[] = [];
  const queue: (readonly [prefix: string, value: Value])[] = [['', root]];
  for (const [prefix, value] of queue) {
    if (value.kind === 'scalar') continue;
    const children = value.kind === 'map' ? Object.entries(value.children) : value.children.entries();
    for (const [name, child] of children) {
      if (keys.length >= MAX_KEYS) return keys;
      keys.push(`${prefix}${name}`);
      queue.push([`${prefix}${name}.`, child]);
    }
  }
  return keys;
}

/** The nearest key: a few letters away (one in four, none in a very short key), or the only one that ends in `.key`. */
export function nearestKey(key: string, keys: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let distance = (key.length < 3 ? 0 : Math.max(1, Math.floor(key.length / 4))) + 1;
  for (const each of keys) {
    if (Math.abs(each.length - key.length) >= distance) continue;
    const found = editDistance(key, each);
    if (found < distance) [nearest, distance] = [each, found];
  }
  if (nearest !== undefined) return nearest;
  const endings = keys.filter((each) => each.endsWith(`.${key}`));
  return endings.length === 1 ? endings[0] : undefined;
}

/** Letters to insert, delete, replace, or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
