/** Remembers what values with placeholders came to: the leaves of a project have most of their configuration in common. */
import { dependenciesOf, type Dependency } from './dependencies.ts';
import type { EnvironmentReader } from './environment.ts';
import type { MapValue, Value } from './value.ts';

/** What a top-level value came to. */
export interface KnownOutcome {
  readonly value: Value;
  /** The most that placeholders can have added to it: characters, and what maps and lists are taken for. */
  readonly growth: number;
}

/** What top-level values came to in one environment. */
export interface KnownOutcomes {
  /** What the value comes to in this configuration, where all that it depends on has been seen together before. */
  recall(value: Value, root: MapValue): KnownOutcome | undefined;
  remember(value: Value, root: MapValue, outcome: KnownOutcome): void;
}

interface Known {
  readonly dependencies: readonly Dependency[];
  readonly outcome: KnownOutcome;
}

/** Leaves come in the order of their paths, both sides of a comparison in turn: what came earlier does not come back. */
const MAX_KNOWN = 4;

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
  const known = new WeakMap<Value, readonly Known[]>();
  return {
    recall(value, root) {
      for (const { dependencies, outcome } of known.get(value) ?? []) {
        if (dependencies.every(([key, there]) => root.children[key] === there)) return outcome;
      }
      return undefined;
    },
    remember(value, root, outcome) {
      const dependencies = dependenciesOf(value, root);
      if (dependencies === undefined) return;
      known.set(value, [{ dependencies, outcome }, ...(known.get(value) ?? []).slice(0, MAX_KNOWN - 1)]);
    },
  };
}
