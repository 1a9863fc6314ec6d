/** How large a value is when everything that is shared in it is written out. */
import type { Value } from './value.ts';

/** `weight`: nodes plus characters of texts; `depth`: levels of maps and lists. */
export interface Measure {
  readonly weight: number;
  readonly depth: number;
}

/** What a configuration may weigh written out; a real one weighs some thousands. */
export const MAX_WEIGHT = 10 * 1024 * 1024;

const measures = new WeakMap<Value, Measure>();

/**
 * Measures a value in time proportional to its distinct nodes: a few shared nodes can stand for billions of written
 * ones. Iterative, because what is put together by placeholders may be deeper than the call stack.
 */
export function measure(value: Value): Measure {
  const stack: Value[] = [value];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const known = measures.has(top) ? undefined : measureOrPush(top, stack);
    if (known !== undefined) measures.set(top, known);
    if (measures.has(top)) stack.pop();
  }
  return measures.get(value) ?? { weight: 0, depth: 0 };
}

function measureOrPush(value: Value, stack: Value[]): Measure | undefined {
  if (value.kind === 'scalar') {
    return { weight: 1 + (typeof value.value === 'string' ? value.value.length : 0), depth: 0 };
  }
  let weight = 1;
  let depth = 0;
  const before = stack.length;
  if (value.kind === 'map') weight += Object.keys(value.children).join('').length;
  for (const child of value.kind === 'map' ? Object.values(value.children) : value.children) {
    const known = measures.get(child);
    if (known === undefined) {
      stack.push(child);
    } else {
      weight += known.weight;
      depth = Math.max(depth, known.depth);
    }
  }
  return stack.length > before ? undefined : { weight, depth: depth + 1 };
}
