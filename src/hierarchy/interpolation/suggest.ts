/** Suggests corrections for misspelled keys. */
import { nearest } from '../../base/closest-name.ts';
import type { MapValue, Value } from '../value.ts';

/** Beyond this, searching all keys costs more than the hint is worth. */
const MAX_KEYS = 2_000;

/** All dotted keys of a configuration, breadth first, up to a limit. */
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

/** The most similar key (one edit per four characters, none in very short keys), or the only one that ends in `.key`. */
export function nearestKey(key: string, keys: readonly string[]): string | undefined {
  const others = keys.filter((each) => each !== key);
  const close = nearest(key, others, key.length < 3 ? 0 : Math.max(1, Math.floor(key.length / 4)));
  if (close !== undefined) return close;
  const endings = others.filter((each) => each.endsWith(`.${key}`));
  return endings.length === 1 ? endings[0] : undefined;
}
