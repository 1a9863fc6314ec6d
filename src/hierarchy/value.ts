/**
 * Configuration values with their origins. Values are immutable and shared freely: merging and interpolation make new
 * nodes along the changed path only.
 */
import type { Place } from '../problems.ts';

/** Where a value was written. */
export interface Origin extends Place {
  readonly line: number;
  readonly column: number;
}

export type Scalar = string | number | bigint | boolean | null;

export interface ScalarValue {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** How the YAML file spells it (`1.10` for the number 1.1), needed to put numbers into texts. */
  readonly spelling: string;
  readonly origin: Origin;
  /** Whether a `{{` occurs in it: subtrees without one need no interpolation. */
  readonly templated: boolean;
}

export interface MapValue {
  readonly kind: 'map';
  /** Without a prototype, so that `__proto__` and `constructor` are keys like any other. */
  readonly children: Readonly<Record<string, Value>>;
  readonly origin: Origin;
  readonly templated: boolean;
}

export interface ListValue {
  readonly kind: 'list';
  readonly children: readonly Value[];
  readonly origin: Origin;
  readonly templated: boolean;
}

export type Value = ScalarValue | MapValue | ListValue;

/** How lists of two layers combine. */
export type ListMerge = 'append' | 'append_unique' | 'override' | 'prepend';

export const LIST_MERGES: readonly ListMerge[] = ['append', 'append_unique', 'override', 'prepend'];
