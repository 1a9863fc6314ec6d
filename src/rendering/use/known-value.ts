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
  /** Each once. Only texts that are no numbers are certainly in the order of Terraform. */
  | { readonly kind: 'set'; readonly of: readonly Known[] }
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

export function knownSet(of: readonly Known[]): Known {
  const texts = of.flatMap((each) => (each.kind === 'text' ? each.text : []));
  if (texts.length < of.length) return { kind: 'set', of };
  return { kind: 'set', of: [...new Set(texts)].sort(byBytes).map(knownText) };
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The elements of a list or a set in Terraform's order; undefined where that is not known. */
export function inOrder(known: Known): readonly Known[] | undefined {
  if (known.kind === 'list') return known.of;
  if (known.kind !== 'set') return undefined;
  const isSorted = known.of.every((each) => each.kind === 'text' && !isPlainSpelling(each.text));
  return isSorted || known.of.length < 2 ? known.of : undefined;
}

/** Whether an error, or what may be one, is somewhere in it. */
function worst({ kind, ...inside }: Known): 'missing' | 'unknown' | undefined {
  if (kind === 'missing' || kind === 'unknown') return kind;
  const parts = 'of' in inside ? inside.of : 'entries' in inside ? [...inside.entries.values()] : [];
  const found = parts.map(worst);
  return found.find((each) => each === 'missing') ?? found.find((each) => each !== undefined);
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
    case 'set':
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
    case 'set': {
      if (known.kind !== 'list' && known.kind !== 'set') return UNKNOWN;
      const of = (type.name === 'set' ? known.of : inOrder(known))?.map((each) => knownAs(each, inner, fallback));
      if (of === undefined) return UNKNOWN;
      return type.name === 'set' ? knownSet(of) : { kind: 'list', of };
    }
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
  'coalesce concat distinct element join keys length lookup merge split tolist tomap toset try values'.split(' '),
);

/**
 * Functions that give lists, maps, or parts of these; undefined for another one.
 *
 * @param workOut works out the arguments
 */
export function knownCall(
  name: string,
  workOut: () => readonly Known[],
  expands: boolean | undefined,
): Known | undefined {
  if (!FUNCTIONS.has(name)) return undefined;
  const given = expands === true ? expanded(workOut()) : workOut();
  if (given === undefined) return UNKNOWN;
  const [first = UNKNOWN, second] = given;
  switch (name) {
    case 'tomap':
      return first.kind === 'map' ? first : UNKNOWN;
    case 'tolist':
    case 'distinct': {
      const of = inOrder(first);
      if (of === undefined) return UNKNOWN;
      if (name === 'tolist') return { kind: 'list', of };
      const texts = of.flatMap((each) => (each.kind === 'text' ? each.text : []));
      return texts.length < of.length ? UNKNOWN : { kind: 'list', of: [...new Set(texts)].map(knownText) };
    }
    case 'toset':
      return first.kind === 'list' || first.kind === 'set' ? knownSet(first.of) : UNKNOWN;
    case 'try': {
      const found = given.find((each) => worst(each) !== 'missing') ?? MISSING;
      // What is not known may be an error.
      return found === given.at(-1) || worst(found) === undefined ? found : UNKNOWN;
    }
    case 'coalesce':
      return given.find((each) => each.kind !== 'null' && !(each.kind === 'text' && each.text === '')) ?? MISSING;
    case 'element': {
      const of = inOrder(first);
      if (of === undefined || second?.kind !== 'text' || !/^\d{1,6}$/u.test(second.text)) return UNKNOWN;
      return of[Number(second.text) % of.length] ?? MISSING;
    }
    case 'length':
      if (first.kind === 'map') return knownText(String(first.entries.size));
      return first.kind === 'list' ? knownText(String(first.of.length)) : UNKNOWN;
    case 'split': {
      if (first.kind !== 'text' || second?.kind !== 'text' || first.text === '') return UNKNOWN;
      return { kind: 'list', of: second.text.split(first.text).map(knownText) };
    }
    case 'join': {
      const parts = given.slice(1).map(inOrder);
      const texts = parts.flatMap((each) => each?.map((part) => (part.kind === 'text' ? part.text : undefined)));
      const known = texts.filter((each) => each !== undefined);
      return first.kind === 'text' && known.length === texts.length ? knownText(known.join(first.text)) : undefined;
    }
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

/** The arguments where the last one is a list of them. */
function expanded(given: readonly Known[]): readonly Known[] | undefined {
  const [last, ...others] = given.toReversed();
  const more = last && inOrder(last);
  return more && [...others.toReversed(), ...more];
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
  return [...entries].sort(([a], [b]) => byBytes(a, b));
}
