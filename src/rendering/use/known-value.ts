/** Values of Terraform's language as far as they are known before anything is planned. Pure. */
import type { Value } from '../../hierarchy/value.ts';
import { isPlainSpelling, type Expression } from '../hcl/expression.ts';
import { converted } from './converted.ts';
import type { Exact } from './exact-functions.ts';

/** What is known of a value: parts of a list or a map may be unknown by themselves. */
export type Known =
  /** A text, a number or a boolean, as it is in a text. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly of: readonly Known[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Known> }
  /** Certainly an error, which only `try` and the like survive. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown' };

export const UNKNOWN: Known = { kind: 'unknown' };
export const MISSING: Known = { kind: 'missing' };
export const NULL_VALUE: Known = { kind: 'null' };

export function knownText(text: string): Known {
  return { kind: 'text', text: text.normalize('NFC') };
}

export function knownMap(entries: Iterable<readonly [string, Known]>): Known {
  return { kind: 'map', entries: new Map(entries) };
}

export function knownOfExact(exact: Exact): Known {
  if (exact === undefined) return UNKNOWN;
  return exact === 'missing' ? MISSING : knownText(exact.text);
}

/** A text of it, as expressions are worked out to. */
export function exactOfKnown(known: Known): Exact {
  if (known.kind === 'text') return { text: known.text, keys: [] };
  return known.kind === 'missing' ? 'missing' : undefined;
}

/** What is at a path below a value. */
export function below(known: Known, path: readonly string[]): Known {
  const [step, ...rest] = path;
  if (step === undefined) return known;
  switch (known.kind) {
    case 'map':
      return below(known.entries.get(step) ?? MISSING, rest);
    case 'list':
      return below(/^\d+$/u.test(step) ? (known.of[Number(step)] ?? MISSING) : MISSING, rest);
    case 'unknown':
      return UNKNOWN;
    default:
      return MISSING;
  }
}

/** A value of the configuration, as `var.config` has it. */
export function knownOfValue(value: Value): Known {
  switch (value.kind) {
    case 'map': {
      const entries = Object.entries(value.children).map(([key, each]) => [key.normalize('NFC'), each] as const);
      const isUnique = new Set(entries.map(([key]) => key)).size === entries.length;
      return isUnique ? knownMap(entries.map(([key, each]) => [key, knownOfValue(each)])) : UNKNOWN;
    }
    case 'list':
      return { kind: 'list', of: value.children.map(knownOfValue) };
    case 'scalar': {
      if (value.value === null) return NULL_VALUE;
      if (typeof value.value === 'string') return knownText(value.value);
      const spelling = String(value.value);
      return isPlainSpelling(spelling) ? knownText(spelling) : UNKNOWN;
    }
  }
}

/**
 * A value once it was converted to a type; what is not certain is unknown.
 *
 * @param type as it is written; undefined where none is
 * @param fallback what the default of an optional attribute is
 */
export function knownAs(known: Known, type: Expression | undefined, fallback: (given: Expression) => Known): Known {
  if (type === undefined || known.kind === 'unknown' || known.kind === 'missing') return known;
  if (type.kind === 'reference') {
    if (type.root === 'any' || known.kind === 'null') return known;
    const text = known.kind === 'text' ? converted(known.text, type, []) : undefined;
    return text === undefined ? UNKNOWN : knownText(text);
  }
  if (type.kind !== 'call') return UNKNOWN;
  const [inner] = type.given;
  if (type.name === 'optional') return knownAs(known, inner, fallback);
  if (known.kind === 'null') return known;
  switch (type.name) {
    case 'list':
    case 'set':
      if (known.kind !== 'list') return UNKNOWN;
      return { kind: 'list', of: known.of.map((each) => knownAs(each, inner, fallback)) };
    case 'map':
      if (known.kind !== 'map') return UNKNOWN;
      return knownMap([...known.entries].map(([key, each]) => [key, knownAs(each, inner, fallback)]));
    case 'object': {
      if (known.kind !== 'map' || inner?.kind !== 'any' || inner.entries === undefined) return UNKNOWN;
      // Other attributes are dropped.
      return knownMap(
        [...inner.entries].map(([name, each]) => {
          const given = known.entries.get(name) ?? NULL_VALUE;
          const [, whenMissing] = each.kind === 'call' && each.name === 'optional' ? each.given : [];
          const isDefault = given.kind === 'null' && whenMissing !== undefined;
          return [name, knownAs(isDefault ? fallback(whenMissing) : given, each, fallback)];
        }),
      );
    }
    default:
      return UNKNOWN;
  }
}

const FUNCTIONS: ReadonlySet<string> = new Set(
  'coalesce concat keys lookup merge tolist tomap toset try values'.split(' '),
);

/**
 * Functions that give lists, maps, or parts of these; undefined for another one.
 *
 * @param workOut works out the arguments
 */
export function knownCall(name: string, workOut: () => readonly Known[]): Known | undefined {
  if (!FUNCTIONS.has(name)) return undefined;
  const given = workOut();
  const [first = UNKNOWN, second] = given;
  switch (name) {
    case 'tomap':
      return first.kind === 'map' ? first : UNKNOWN;
    case 'tolist':
    case 'toset':
      return first.kind === 'list' ? first : UNKNOWN;
    case 'try':
      return given.find(({ kind }) => kind !== 'missing') ?? MISSING;
    case 'coalesce':
      return given.find((each) => each.kind !== 'null' && !(each.kind === 'text' && each.text === '')) ?? MISSING;
    case 'merge':
      return merged(given);
    case 'concat': {
      const lists = given.flatMap((each) => (each.kind === 'list' ? [each.of] : []));
      return lists.length === given.length ? { kind: 'list', of: lists.flat() } : UNKNOWN;
    }
    case 'keys':
      return first.kind === 'map'
        ? { kind: 'list', of: sorted(first.entries).map(([key]) => knownText(key)) }
        : UNKNOWN;
    case 'values':
      return first.kind === 'map' ? { kind: 'list', of: sorted(first.entries).map(([, each]) => each) } : UNKNOWN;
    case 'lookup': {
      if (second?.kind !== 'text') return UNKNOWN;
      const found = below(first, [second.text]);
      return found.kind === 'missing' && first.kind === 'map' ? (given[2] ?? MISSING) : found;
    }
    default:
      return undefined;
  }
}

/** Where one of them is not known, nor is what it may replace. */
function merged(given: readonly Known[]): Known {
  const entries = new Map<string, Known>();
  for (const each of given) {
    if (each.kind === 'null') continue;
    if (each.kind !== 'map') return UNKNOWN;
    for (const [key, value] of each.entries) entries.set(key, value);
  }
  return { kind: 'map', entries };
}

/** As Terraform sorts the keys of a map: by bytes. */
function sorted(entries: ReadonlyMap<string, Known>): readonly (readonly [string, Known])[] {
  return [...entries].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
