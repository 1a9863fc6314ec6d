/** How large a value is when everything that is shared in it is written out. */
import type { Value } from './value.ts';

/** `weight`: nodes plus characters of texts; `depth`: levels of maps and lists. */
export interface Measure {
  readonly weight: number;
  readonly depth: number;
}

/** What a configuration may weigh written out; a real one weighs some thousands. */
export const MAX_WEIGHT = 10 * 1024 * 1024;

/** Of maps and lists; a scalar is measured at a glance. */
const measures = new WeakMap<Value, Measure>();

/**
 * Measures a value in time proportional to its distinct nodes: a few shared nodes can stand for billions of written
 * ones. Iterative, because what is put together by placeholders may be deeper than the call stack.
 */
export function measure(value: Value): Measure {
  const stack: Value[] = [value];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (measured(top) !== undefined) {
      stack.pop();
      continue;
    }
    const found = measureOrPush(top, stack);
    if (found !== undefined) measures.set(top, found);
  }
  return measured(value) ?? { weight: 0, depth: 0 };
}

function measured(value: Value): Measure | undefined {
  if (value.kind !== 'scalar') return measures.get(value);
  return { weight: 1 + (typeof value.value === 'string' ? value.value.length : 0), depth: 0 };
}

/** Undefined while children are still to be measured: they are on the stack then. */
function measureOrPush(value: Value, stack: Value[]): Measure | undefined {
  let weight = 1;
  let depth = 0;
  const before = stack.length;
  const add = (child: Value): void => {
    const known = measured(child);
    if (known === undefined) stack.push(child);
    else {
      weight += known.weight;
      depth = Math.max(depth, known.depth);
    }
  };
  if (value.kind === 'list') value.children.forEach(add);
  else if (value.kind === 'map') {
    for (const key in value.children) {
      weight += key.length;
      const child = value.children[key];
      if (child !== undefined) add(child);
    }
  }
  return stack.length > before ? undefined : { weight, depth: depth + 1 };
}
