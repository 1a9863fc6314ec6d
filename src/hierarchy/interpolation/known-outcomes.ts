/** Remembers what values with placeholders came to: the leaves of a project have most of their configuration in common. */
import type { EnvironmentReader } from '../environment-reader.ts';
import type { Measure } from '../measure.ts';
import type { MapValue, ScalarValue, Value } from '../value.ts';
import { readExpression } from './expression.ts';
import { partsOf } from './placeholder.ts';

/** What a top-level value came to, and how large that is. */
export interface Outcome extends Measure {
  readonly value: Value;
}

/** What top-level values came to in one environment. */
export interface KnownOutcomes {
  /** What the value comes to in this configuration, where all that it depends on has been seen together before. */
  recall(value: Value, root: MapValue): Outcome | undefined;
  remember(value: Value, root: MapValue, outcome: Outcome): void;
}

interface Remembered {
  readonly dependencies: readonly Dependency[];
  readonly outcome: Outcome;
}

/** The newest outcomes of one value, and how many in a row nobody has asked for again. */
interface Known {
  outcomes: readonly Remembered[];
  wasted: number;
}

/** Leaves come in the order of their paths, both sides of a comparison in turn: what came earlier does not come back. */
const MAX_KNOWN = 4;
/** A value that is another one in each leaf is not worth remembering. */
const MAX_WASTED = 16;

/** A memory for each environment: a value that reads a variable comes to something else in another one. */
export type OutcomesByEnvironment = WeakMap<EnvironmentReader, KnownOutcomes>;

/** The memory of an environment, empty at first. */
export function knownOutcomesIn(environment: EnvironmentReader, all: OutcomesByEnvironment): KnownOutcomes {
  const known = all.get(environment) ?? openKnownOutcomes();
  all.set(environment, known);
  return known;
}

/** An empty memory. It keeps nothing alive that nobody else holds. */
export function openKnownOutcomes(): KnownOutcomes {
  const all = new WeakMap<Value, Known>();
  return {
    recall(value, root) {
      const known = all.get(value);
      for (const { dependencies, outcome } of known?.outcomes ?? []) {
        if (dependencies.some(([key, there]) => root.children[key] !== there)) continue;
        if (known !== undefined) known.wasted = 0;
        return outcome;
      }
      return undefined;
    },
    remember(value, root, outcome) {
      const known = all.get(value) ?? { outcomes: [], wasted: 0 };
      all.set(value, known);
      const dependencies = known.wasted < MAX_WASTED ? dependenciesOf(value, root) : undefined;
      known.wasted += 1;
      known.outcomes =
        dependencies === undefined ? [] : [{ dependencies, outcome }, ...known.outcomes.slice(0, MAX_KNOWN - 1)];
    },
  };
}

/** A top-level key and what is there, placeholders and all; undefined: the configuration does not have it. */
type Dependency = readonly [key: string, value: Value | undefined];

/** More of them than a value of a real configuration has; a chain of thousands would be looked through at each link. */
const MAX_DEPENDENCIES = 30;

/** The top-level keys that the placeholders of a map or list may mean; undefined: any. */
const mentions = new WeakMap<Value, ReadonlySet<string> | undefined>();

/**
 * All top-level values that decide what the placeholders of `value` come to, directly or through one another. Where
 * another configuration has the same objects at the same keys, the same value comes to the same there. Undefined where
 * nobody can tell, because a key is put together by placeholders.
 */
function dependenciesOf(value: Value, root: MapValue): readonly Dependency[] | undefined {
  const found = new Map<string, Value | undefined>();
  const queue: Value[] = [value];
  for (const next of queue) {
    const keys = mentionedKeys(next);
    if (keys === undefined || found.size + keys.size > MAX_DEPENDENCIES) return undefined;
    for (const key of keys) {
      if (found.has(key)) continue;
      const there = root.children[key];
      found.set(key, there);
      if (there?.templated === true) queue.push(there);
    }
  }
  return [...found];
}

function mentionedKeys(value: Value): ReadonlySet<string> | undefined {
  if (!value.templated) return NONE;
  if (value.kind === 'scalar') return keysInText(value);
  // A few lines of aliases may stand for billions of values: each is looked at once.
  if (mentions.has(value)) return mentions.get(value);
  const children = value.kind === 'map' ? Object.values(value.children) : value.children;
  const keys = union(children.map(mentionedKeys));
  mentions.set(value, keys);
  return keys;
}

const NONE: ReadonlySet<string> = new Set();

function union(sets: readonly (ReadonlySet<string> | undefined)[]): ReadonlySet<string> | undefined {
  const all = new Set<string>();
  for (const set of sets) {
    if (set === undefined) return undefined;
    for (const key of set) all.add(key);
    if (all.size > MAX_DEPENDENCIES) return undefined;
  }
  return all;
}

/** Undefined where a placeholder does not say which key it means. */
function keysInText(scalar: ScalarValue): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  for (const part of partsOf(scalar)) {
    if (part.kind !== 'placeholder') continue;
    if (part.inside === undefined) return undefined;
    const [first] = part.parts;
    const expression = readExpression(part.inside, first?.kind === 'literal' ? first.text : '');
    if (expression.kind === 'key') addTopLevelKeys(expression.key, keys);
  }
  return keys.size > MAX_DEPENDENCIES ? undefined : keys;
}

/** `a.b.c` is looked for at the top-level keys `a`, `a.b` and `a.b.c`. */
function addTopLevelKeys(key: string, keys: Set<string>): void {
  for (let end = key.indexOf('.'); end >= 0 && keys.size <= MAX_DEPENDENCIES; end = key.indexOf('.', end + 1)) {
    keys.add(key.slice(0, end));
  }
  keys.add(key);
}
