/** How large a value is once everything shared in it is expanded. */
import type { MapValue, ScalarValue, Value } from './value.ts';

/** `weight`: nodes plus characters of strings; `depth`: levels of maps and lists. */
export interface Measure {
  readonly weight: number;
  readonly depth: number;
}

/** The maximum weight of an expanded configuration; a real one weighs a few thousand. */
export const MAX_WEIGHT = 10 * 1024 * 1024;

/** Of maps and lists that are not small: measuring again is faster then, and does not slow garbage collections. */
const measures = new WeakMap<Value, Measure>();

/**
 * Measures a value in time proportional to its distinct nodes: a few shared nodes can expand to billions. Iterative,
 * because values built from placeholders may be deeper than the call stack.
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
  if (value.kind === 'scalar') return { weight: weightOf(value), depth: 0 };
  return measures.get(value) ?? (value.kind === 'map' ? measuredSmall(value) : undefined);
}

/** The most scalars of a small map. */
const FEW = 16;

/** Undefined if the map is not small. */
function measuredSmall({ children }: MapValue): Measure | undefined {
  let weight = 1;
  let left = FEW;
  for (const key in children) {
    const child = children[key];
    left -= 1;
    if (child?.kind !== 'scalar' || left < 0) return undefined;
    weight += key.length + weightOf(child);
  }
  return { weight, depth: 1 };
}

function weightOf({ value }: ScalarValue): number {
  return 1 + (typeof value === 'string' ? value.length : 0);
}

/** Undefined if children have yet to be measured; they are then on the stack. */
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
