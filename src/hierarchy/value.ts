/**
 * Configuration values with their origins. Values are immutable and shared freely: merging and interpolation create new
 * nodes only along the changed path.
 */
import type { Place } from '../base/problems.ts';

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
}

/** The entries of a map, created by `createEntries` so that they have no prototype. */
export type Entries = Readonly<Record<string, Value>>;

export interface MapValue {
  readonly kind: 'map';
  /** Without a prototype, so that `__proto__` and `constructor` are keys like any other. */
  readonly children: Entries;
  readonly origin: Origin;
  readonly source?: Origin | undefined;
  readonly templated: boolean;
}

export interface ListValue {
  readonly kind: 'list';
  readonly children: readonly Value[];
  readonly origin: Origin;
  readonly source?: Origin | undefined;
  readonly templated: boolean;
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

/** Creates a map from entries made by `createEntries`; it is templated if any child is. */
export function mapValue(children: Entries, origin: Origin): MapValue {
  let templated = false;
  for (const key in children) {
    if (children[key]?.templated === true) {
      templated = true;
      break;
    }
  }
  return { kind: 'map', children, origin, templated };
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
