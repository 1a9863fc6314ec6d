/** Files with the same text have the same values, apart from their origins: the text is parsed once. */
import { createEntries, type MapValue, type Value } from './value.ts';

/** A copy of a layer's values as if read from `file`, which has the same text. */
export function relocate(layer: MapValue, file: string): MapValue {
  const moved = new Map<Value, Value>();
  return moveMap(layer);

  /** A value that aliases repeat stays a single object: a few lines can expand to billions of values. */
  function move(value: Value): Value {
    let found = moved.get(value);
    if (found === undefined) {
      found = value.kind === 'map' ? moveMap(value) : moveOther(value);
      moved.set(value, found);
    }
    return found;
  }

  function moveMap(map: MapValue): MapValue {
    const children = createEntries(map.children);
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
