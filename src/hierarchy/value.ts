/**
 * Configuration values with their origins. Values are immutable and shared freely: merging and interpolation make new
 * nodes along the changed path only.
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
  /** How the YAML file spells it (`1.10` for the number 1.1), needed to put numbers into texts. */
  readonly spelling: string;
  readonly origin: Origin;
  /** For the outcome of a text that is one placeholder: where the looked-up value is really written. */
  readonly source?: Origin | undefined;
  /** Whether placeholders in it still wait for interpolation: subtrees without any are passed on as they are. */
  readonly templated: boolean;
}

/** The entries of a map; made by `noEntries`, so that they have no prototype. */
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

/** How deep values may nest, written or put together: far beyond any real configuration, well within the call stack. */
export const MAX_DEPTH = 1_000;

/** An empty record without a prototype, to be filled with a map's entries; `from` is copied into it. */
export function noEntries(from?: Entries): Record<string, Value> {
  const entries: Record<string, Value> = {};
  // Before it has entries: V8 is several times slower otherwise.
  Object.setPrototypeOf(entries, null);
  for (const key in from) {
    const child = from[key];
    if (child !== undefined) entries[key] = child;
  }
  return entries;
}

/** Makes a scalar as it was read: a text that holds `{{` waits for interpolation. */
export function scalarValue(value: Scalar, spelling: string, origin: Origin): ScalarValue {
  return { kind: 'scalar', value, spelling, origin, templated: typeof value === 'string' && value.includes('{{') };
}

/** Makes a map of entries from `noEntries`; it is templated when any child is. */
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

/** Makes a list; it is templated when any child is. */
export function listValue(children: readonly Value[], origin: Origin): ListValue {
  return { kind: 'list', children, origin, templated: children.some((child) => child.templated) };
}

/** What a person calls it: `map`, `list`, `text`, `number`, `boolean` or `null`. */
export function nameOfKind(value: Value): string {
  if (value.kind !== 'scalar') return value.kind;
  if (value.value === null) return 'null';
  const type = typeof value.value;
  return type === 'string' ? 'text' : type === 'boolean' ? type : 'number';
}
