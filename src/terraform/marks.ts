/**
 * Values in a plan's JSON and the marks that stand beside them. Terraform writes `before` and `before_sensitive`, `values`
 * and `sensitive_values`, `config_values` and `config_sensitive`: any such pair is honored, even in parts that are newer
 * than this file.
 */
import { field, isRecord, list } from '../base/json.ts';

/** How the pieces of a part are mapped. */
export interface PartMapping {
  /**
   * A value from the configuration or a provider. Nothing in it may be taken for the plan's own fields: an attribute
   * `a_sensitive` would hide the attribute `a` from the comparison.
   *
   * @param mark mirrors the value: true where it and everything below is sensitive
   * @param name `before`, `config_values`
   * @param place its location: `terraform_data.a.before`
   */
  value(value: unknown, mark: unknown, name: string, place: string): unknown;
  /** Terraform's own text; undefined leaves it out. */
  text?(text: string, name: string): unknown;
}

/** Values that may have no marks. */
const VALUES: ReadonlySet<string> = new Set([
  'before',
  'after',
  'value',
  'default',
  'constant_value',
  'config_values',
  'identity',
  'before_identity',
  'after_identity',
  'expressions',
]);

/** Objects whose keys are chosen by users: an output named `a_sensitive` is not a mark of the output `a`. */
const NAMED: ReadonlySet<string> = new Set([
  'output_changes',
  'outputs',
  'variables',
  'module_calls',
  'provider_config',
]);

/** A copy of a part of a plan with its values and texts mapped, and without empty marks. */
export function mapPart(part: unknown, mapping: PartMapping, place = '', name = ''): unknown {
  if (typeof part === 'string') return mapping.text === undefined ? part : mapping.text(part, name);
  if (Array.isArray(part)) {
    return list(part).map((each, index) => mapPart(each, mapping, itemPlace(each, place, index), name));
  }
  if (!isRecord(part)) return part;
  const keys = Object.keys(part).sort();
  const mapped = keys.map((key): [string, unknown] => {
    const each = part[key];
    const inside = place === '' ? key : `${place}.${key}`;
    if (NAMED.has(name)) return [key, mapPart(each, mapping, inside)];
    if (isMark(key)) return [key, withoutNothing(each)];
    const mark = markOf(part, key);
    if (mark !== undefined || VALUES.has(key)) return [key, mapping.value(each, mark, key, inside)];
    return [key, mapPart(each, mapping, key === 'change' ? place : inside, key)];
  });
  return Object.fromEntries(mapped);
}

/** Items with an address are named by it, regardless of order. */
function itemPlace(item: unknown, place: string, index: number): string {
  for (const holder of [item, field(item, 'resource_change'), field(item, 'action_invocation')]) {
    const address = field(holder, 'address');
    const deposed = field(holder, 'deposed');
    if (typeof address !== 'string') continue;
    return typeof deposed === 'string' ? `${address} (deposed ${deposed})` : address;
  }
  return `${place}[${index}]`;
}

function isMark(key: string): boolean {
  return /_(?:sensitive|unknown)$|^sensitive_/u.test(key);
}

function markOf(part: Readonly<Record<string, unknown>>, key: string): unknown {
  const own = field(part, `${key}_sensitive`) ?? field(part, `sensitive_${key}`);
  if (own !== undefined) return own;
  // Variables and outputs are sensitive as a whole.
  if (key === 'value' || key === 'default') return field(part, 'sensitive');
  const stem = /^(.+)_[^_]+$/u.exec(key)?.[1];
  return stem === undefined || Object.hasOwn(part, stem) ? undefined : field(part, `${stem}_sensitive`);
}

/** Normalizes marks: a mark in which nothing is true is none, however it is written. */
function withoutNothing(mark: unknown): unknown {
  if (Array.isArray(mark)) {
    const marks = list(mark).map(withoutNothing);
    return marks.every((each) => each === undefined) ? undefined : marks.map((each) => each ?? null);
  }
  if (!isRecord(mark)) return mark === false || mark === null ? undefined : mark;
  const marks = Object.entries(mark).flatMap(([key, each]): [string, unknown][] => {
    const kept = withoutNothing(each);
    return kept === undefined ? [] : [[key, kept]];
  });
  return marks.length === 0 ? undefined : Object.fromEntries(marks);
}

/** Calls with each value that is marked as sensitive, and its location, in the order of keys. */
export function eachMarked(
  value: unknown,
  mark: unknown,
  place: string,
  found: (value: unknown, place: string) => void,
): void {
  if (mark === undefined || mark === false || value === null || value === undefined) return;
  if (mark === true) found(value, place);
  else if (Array.isArray(value)) {
    list(value).forEach((each, index) => {
      eachMarked(each, list(mark)[index], `${place}[${index}]`, found);
    });
  } else if (isRecord(value)) {
    for (const key of Object.keys(value).sort()) {
      eachMarked(value[key], field(mark, key), `${place}.${key}`, found);
    }
  }
}

/** A copy of a value with the parts marked as sensitive, and each other leaf value, replaced. */
export function replaceMarked(
  value: unknown,
  mark: unknown,
  secret: (value: unknown) => unknown,
  leaf: (value: unknown) => unknown = (each) => each,
): unknown {
  if (mark === true) return secret(value);
  const inside = (each: unknown, its: unknown): unknown => replaceMarked(each, its, secret, leaf);
  if (Array.isArray(value)) return list(value).map((each, index) => inside(each, list(mark)[index]));
  if (!isRecord(value)) return leaf(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each, field(mark, key))]));
}

/** Each text, number and boolean below a value, in the order of keys. */
export function* leavesOf(value: unknown): Generator<unknown, void> {
  if (Array.isArray(value)) for (const each of list(value)) yield* leavesOf(each);
  else if (isRecord(value)) for (const key of Object.keys(value).sort()) yield* leavesOf(value[key]);
  else yield value;
}
