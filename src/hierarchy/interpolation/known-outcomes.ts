/** Caches the outcomes of values with placeholders: the leaves of a project share most of their configuration. */
import type { EnvironmentReader } from '../environment-reader.ts';
import type { Measure } from '../measure.ts';
import { isTemplatedKey, type MapValue, type ScalarValue, type Value } from '../value.ts';
import { readExpression } from './expression.ts';
import { partsOf } from './placeholder.ts';

/** A resolved top-level value and its size. */
export interface Outcome extends Measure {
  readonly value: Value;
}

/** Outcomes of top-level values in one environment. */
export interface KnownOutcomes {
  /** The outcome of a value in this configuration, if it was remembered with the same dependencies. */
  recall(value: Value, root: MapValue): Outcome | undefined;
  remember(value: Value, root: MapValue, outcome: Outcome): void;
}

interface Remembered {
  readonly dependencies: readonly Dependency[];
  readonly outcome: Outcome;
}

/** The latest outcomes of one value, and how many in a row have not been recalled. */
interface Known {
  outcomes: readonly Remembered[];
  wasted: number;
}

/** Leaves are processed in path order, alternating between base and head, so older outcomes are not needed again. */
const MAX_KNOWN = 4;
/** A value that differs in every leaf is not worth caching. */
const MAX_WASTED = 16;

/** One cache per environment, since values may read variables. */
export type OutcomesByEnvironment = WeakMap<EnvironmentReader, KnownOutcomes>;

/** The cache of an environment, created on first use. */
export function knownOutcomesIn(environment: EnvironmentReader, all: OutcomesByEnvironment): KnownOutcomes {
  const known = all.get(environment) ?? openKnownOutcomes();
  all.set(environment, known);
  return known;
}

/** Creates an empty cache. It holds values only weakly. */
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

/** A top-level key and its uninterpolated value; undefined if the configuration does not have it. */
type Dependency = readonly [key: string, value: Value | undefined];

/** More than any value of a real configuration has; a chain of thousands would be traversed again at each link. */
const MAX_DEPENDENCIES = 30;

/** The top-level keys that the placeholders of a map or list may refer to; undefined: any. */
const mentions = new WeakMap<Value, ReadonlySet<string> | undefined>();

/**
 * All top-level values that the placeholders of `value` depend on, directly or indirectly. In another configuration with
 * the same objects at the same keys, `value` has the same outcome. Undefined if unknown, because a key is itself built
 * from placeholders, or if there are too many.
 */
function dependenciesOf(value: Value, root: MapValue): readonly Dependency[] | undefined {
  const found = new Map<string, Value | undefined>();
  const queue: Value[] = [value];
  for (const next of queue) {
    const keys = mentionedKeys(next);
    if (keys === undefined || found.size + keys.size > MAX_DEPENDENCIES) return undefined;
    // Built-in names differ in every leaf.
    if (root.builtIn !== undefined && Object.keys(root.builtIn.children).some((key) => keys.has(key))) return undefined;
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
  // A few lines of aliases can expand to billions of values, so each node is visited once.
  if (mentions.has(value)) return mentions.get(value);
  const children = value.kind === 'map' ? Object.values(value.children) : value.children;
  const isKeyed = value.kind === 'map' && Object.keys(value.children).some(isTemplatedKey);
  const keys = isKeyed ? undefined : union(children.map(mentionedKeys));
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

/** Undefined if a placeholder's key is itself built from placeholders, or if there are too many. */
function keysInText(scalar: ScalarValue): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  for (const part of partsOf(scalar)) {
    if (part.kind !== 'placeholder') continue;
    if (part.inside === undefined) return undefined;
    const [first] = part.parts;
    const expression = readExpression(part.inside, first?.kind === 'literal' ? first.text : '');
    if (expression.kind === 'key') addTopLevelKeys(expression.key, keys);
    // himl's calls fall back to it.
    if (expression.kind === 'secret') addTopLevelKeys('aws.profile', keys);
  }
  return keys.size > MAX_DEPENDENCIES ? undefined : keys;
}

/** `a.b.c` may be found below the top-level keys `a` and `a.b`, or at `a.b.c`. */
function addTopLevelKeys(key: string, keys: Set<string>): void {
  for (let end = key.indexOf('.'); end >= 0 && keys.size <= MAX_DEPENDENCIES; end = key.indexOf('.', end + 1)) {
    keys.add(key.slice(0, end));
  }
  keys.add(key);
}
