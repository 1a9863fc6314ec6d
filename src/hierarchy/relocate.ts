/** One text in many files: what was read from one of them is what stands in all, but for the place. */
import { noEntries, type MapValue, type Value } from './value.ts';

/** The values of a layer as if they had been read from `file`, which has the same text. */
export function relocate(layer: MapValue, file: string): MapValue {
  const moved = new Map<Value, Value>();
  return moveMap(layer);

  /** A value that stands in several places, by an alias, stays one: a few lines may stand for billions of values. */
  function move(value: Value): Value {
    let found = moved.get(value);
    if (found === undefined) {
      found = value.kind === 'map' ? moveMap(value) : moveOther(value);
      moved.set(value, found);
    }
    return found;
  }

  function moveMap(map: MapValue): MapValue {
    const children = noEntries(map.children);
    for (const key in map.children) {
      const child = map.children[key];
      if (child !== undefined) children[key] = move(child);
    }
    return { ...map, children, origin: { ...map.origin, file } };
  }

  function moveOther(value: Exclude<Value, MapValue>): Value {
    const origin = { ...value.origin, file };
    return value.kind === 'list' ? { ...value, children: value.children.map(move), origin } : { ...value, origin };
  }
}
