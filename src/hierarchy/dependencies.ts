/** Which parts of a configuration a value's placeholders can lead to: told by what is written, before any is resolved. */
import { readExpression } from './expression.ts';
import { partsOf } from './placeholder.ts';
import type { MapValue, Value } from './value.ts';

/** A top-level key and what is there, placeholders and all; undefined: the configuration does not have it. */
export type Dependency = readonly [key: string, value: Value | undefined];

/** More of them than any value of a real configuration has; a chain of thousands would be looked through at each link. */
const MAX_DEPENDENCIES = 100;

/** The top-level keys that the placeholders of a value may mean; undefined: any. */
const mentions = new WeakMap<Value, readonly string[] | undefined>();

/**
 * All top-level values that decide what the placeholders of `value` come to, directly or through one another. Where
 * another configuration has the same objects at the same keys, the same value comes to the same there. Undefined where
 * nobody can tell, because a key is put together by placeholders.
 */
export function dependenciesOf(value: Value, root: MapValue): readonly Dependency[] | undefined {
  const found = new Map<string, Value | undefined>();
  const queue: Value[] = [value];
  for (const next of queue) {
    const keys = mentionedKeys(next);
    if (keys === undefined || found.size + keys.length > MAX_DEPENDENCIES) return undefined;
    for (const key of keys) {
      if (found.has(key)) continue;
      const there = root.children[key];
      found.set(key, there);
      if (there?.templated === true) queue.push(there);
    }
  }
  return [...found];
}

function mentionedKeys(value: Value): readonly string[] | undefined {
  if (mentions.has(value)) return mentions.get(value);
  const keys = new Set<string>();
  const known = collect(value, keys) ? [...keys] : undefined;
  mentions.set(value, known);
  return known;
}

/** Whether every placeholder of the value says which key it means. */
function collect(value: Value, keys: Set<string>): boolean {
  if (!value.templated) return true;
  if (value.kind !== 'scalar') {
    const children = value.kind === 'map' ? Object.values(value.children) : value.children;
    return children.every((child) => collect(child, keys));
  }
  return partsOf(value).every((part) => {
    if (part.kind !== 'placeholder') return true;
    if (part.inside === undefined) return false;
    const [first] = part.parts;
    const expression = readExpression(part.inside, first?.kind === 'literal' ? first.text : '');
    if (expression.kind === 'key') addTopLevelKeys(expression.key, keys);
    return keys.size <= MAX_DEPENDENCIES;
  });
}

/** `a.b.c` is looked for at the top-level keys `a`, `a.b` and `a.b.c`. */
function addTopLevelKeys(key: string, keys: Set<string>): void {
  for (let end = key.indexOf('.'); end >= 0 && keys.size <= MAX_DEPENDENCIES; end = key.indexOf('.', end + 1)) {
    keys.add(key.slice(0, end));
  }
  keys.add(key);
}
