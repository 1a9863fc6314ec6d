/** Remembers what values with placeholders came to: the leaves of a project have most of their configuration in common. */
import { dependenciesOf, type Dependency } from './dependencies.ts';
import type { EnvironmentReader } from './environment.ts';
import type { Measure } from './measure.ts';
import type { MapValue, Value } from './value.ts';

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
