/**
 * Configuration values with their origins. Values are immutable and shared freely: merging and interpolation create new
 * nodes only along the changed path.
 */
import type { Place, Problem } from '../base/problems.ts';
import type { SecretReference } from './secret-reference.ts';

/** Where a value was written. */
export interface Origin extends Place {
  readonly line: number;
  readonly column: number;
}

export type Scalar = string | number | bigint | boolean | null;

export interface ScalarValue {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** How the YAML file spells it (`1.10` for the number 1.1); needed to insert numbers into strings. */
  readonly spelling: string;
  readonly origin: Origin;
  /** If the value comes from a string that is a single placeholder: where the referenced value is written. */
  readonly source?: Origin | undefined;
  /** Whether it contains placeholders yet to be interpolated; subtrees without any are reused unchanged. */
  readonly templated: boolean;
  /** Where each `{{` of a text over several lines is written. */
  readonly marks?: readonly Pick<Origin, 'line' | 'column'>[] | undefined;
  /** Why there is no value: an error for whatever refers to it. The value is null, and templated. */
  readonly problem?: Problem | undefined;
  /** Encrypted by SOPS: `value` is the ciphertext. The `problem` counts where nothing can decrypt it. */
  readonly isSealed?: boolean | undefined;
  /** The secrets that the value contains; undefined: none. */
  readonly secrets?: readonly SecretReference[] | undefined;
  /** Whether it stands for a secret of any kind whose value is not read. */
  readonly isStandIn?: boolean | undefined;
  /** What `!remove` takes out of the layers above; its `problem` says that there was nothing. */
  readonly removes?: 'key' | readonly Value[] | undefined;
}

/** The entries of a map, created by `createEntries` so that they have no prototype. */
export type Entries = Readonly<Record<string, Value>>;

export interface MapValue {
  readonly kind: 'map';
  /** Without a prototype, so that `__proto__` and `constructor` are keys like any other. */
  readonly children: Entries;
  readonly origin: Origin;
  readonly source?: Origin | undefined;
  /** Whether a child is, or a key has a placeholder. */
  readonly templated: boolean;
  /** `!override`: replaces the map of the layers above. */
  readonly merge?: 'override' | undefined;
  /** Only of a whole configuration: what placeholders find where it has no such key, and what is no part of it. */
  readonly builtIn?: MapValue | undefined;
}

export interface ListValue {
  readonly kind: 'list';
  readonly children: readonly Value[];
  readonly origin: Origin;
  readonly source?: Origin | undefined;
  readonly templated: boolean;
  /** A tag such as `!prepend`: how it combines with the list of the layers above, instead of the usual way. */
  readonly merge?: ListMerge | undefined;
}

export type Value = ScalarValue | MapValue | ListValue;

/** How lists of two layers combine. */
export type ListMerge = 'append' | 'append_unique' | 'override' | 'prepend';

export const LIST_MERGES: readonly ListMerge[] = ['append', 'append_unique', 'override', 'prepend'];

/** How deep values may nest, before and after interpolation: far beyond real configurations, well within the call stack. */
export const MAX_DEPTH = 1_000;

/** Creates a mutable record of map entries without a prototype, with the entries of `from` copied into it. */
export function createEntries(from?: Entries): Record<string, Value> {
  const entries: Record<string, Value> = {};
  // Done while it is empty: V8 is several times slower otherwise.
  Object.setPrototypeOf(entries, null);
  for (const key in from) {
    const child = from[key];
    if (child !== undefined) entries[key] = child;
  }
  return entries;
}

/** Creates a scalar as read from a file; a string that contains `{{` is templated. */
export function scalarValue(value: Scalar, spelling: string, origin: Origin): ScalarValue {
  return { kind: 'scalar', value, spelling, origin, templated: typeof value === 'string' && value.includes('{{') };
}

/** A value that there is none of, and why. */
export function brokenValue(why: Problem, origin: Origin): ScalarValue {
  return { kind: 'scalar', value: null, spelling: '', origin, templated: true, problem: why };
}

/** Creates a map from entries made by `createEntries`; it is templated if any child is, or a key has a placeholder. */
export function mapValue(children: Entries, origin: Origin): MapValue {
  let templated = false;
  for (const key in children) {
    if (children[key]?.templated === true || isTemplatedKey(key)) {
      templated = true;
      break;
    }
  }
  return { kind: 'map', children, origin, templated };
}

/** Whether a key has a placeholder. */
export function isTemplatedKey(key: string): boolean {
  return key.includes('{{');
}

/** Creates a list; it is templated if any child is. */
export function listValue(children: readonly Value[], origin: Origin): ListValue {
  return { kind: 'list', children, origin, templated: children.some((child) => child.templated) };
}

/** The name of its type, for messages and digests: `map`, `list`, `text`, `number`, `boolean` or `null`. */
export function nameOfKind(value: Value): string {
  if (value.kind !== 'scalar') return value.kind;
  if (value.value === null) return 'null';
  const type = typeof value.value;
  return type === 'string' ? 'text' : type === 'boolean' ? type : 'number';
}
