/** Files with the same text have the same values, apart from their origins: the text is parsed once. */
import type { Problem } from '../base/problems.ts';
import { createEntries, type MapValue, type Value } from './value.ts';

/** A copy of a layer's values as if read from `file`, which has the same text. */
export function relocate(layer: MapValue, file: string): MapValue {
  const moved = new Map<Value, Value>();
  const problems = new Map<Problem, Problem>();
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
    const children = createEntries();
    for (const key in map.children) {
      const child = map.children[key];
      if (child !== undefined) children[key] = move(child);
    }
    return { ...map, children, origin: { ...map.origin, file } };
  }

  function moveOther(value: Exclude<Value, MapValue>): Value {
    const origin = { ...value.origin, file };
    if (value.kind === 'list') return { ...value, children: value.children.map(move), origin };
    const { problem, removes } = value;
    return {
      ...value,
      origin,
      ...(problem === undefined ? {} : { problem: moveProblem(problem) }),
      ...(removes === undefined || removes === 'key' ? {} : { removes: removes.map(move) }),
    };
  }

  /** Those of a layer are all in its own file. */
  function moveProblem(problem: Problem): Problem {
    let found = problems.get(problem);
    if (found === undefined) {
      found = { ...problem, place: { ...problem.place, file } };
      problems.set(problem, found);
    }
    return found;
  }
}
