/** The texts of a leaf's configuration that its code may take for paths. Pure. */
import type { MapValue, Value } from '../../hierarchy/value.ts';
import { CLEAN, constant, DOT, DOTTED, isPlain, LOOSE, NOTHING, ofKind, union, type PathValue } from './path-text.ts';
import { entry } from './used-configuration.ts';

/**
 * The texts at a path of `var.config` and below it. Texts that can lead nowhere are not told apart.
 *
 * @param exact whether a single text is answered as it is
 */
export function configurationTexts(variables: MapValue, path: readonly string[], exact: boolean): PathValue {
  if (path.length === 0) return textsOfAll(variables);
  let value: Value = variables;
  for (const step of path) {
    let next: Value | undefined = value;
    if (value.kind === 'map') next = entry(value, step);
    else if (value.kind === 'list') next = /^\d+$/u.test(step) ? value.children[Number(step)] : value;
    if (next === undefined) return NOTHING;
    value = next;
  }
  if (exact && value.kind === 'scalar') return typeof value.value === 'string' ? constant(value.value) : NOTHING;
  return remembered(path.join('\n'), value).texts;
}

function textsOfAll({ children }: MapValue): PathValue {
  const all = new Set<PathValue>();
  let last: PathValue | undefined;
  for (const key in children) {
    const value = children[key];
    if (value === undefined) continue;
    const texts = remembered(key, value).withKey;
    // Neighbours often have the same.
    if (texts !== last) all.add(texts);
    last = texts;
  }
  return combined(all);
}

/** A value at a place of the configuration. */
interface Remembered {
  readonly value: Value;
  readonly texts: PathValue;
  /** Together with the name of the place. */
  readonly withKey: PathValue;
  readonly before: Remembered | undefined;
}

/** The last two at a place that differ: most of what a leaf has is what the leaf before has on one of the two sides. */
const lastAt = new Map<string, Remembered>();

function remembered(place: string, value: Value): Remembered {
  const last = lastAt.get(place);
  if (last?.value === value) return last;
  if (last?.before?.value === value) return last.before;
  const texts = textsOf(value);
  const before = last && { ...last, before: undefined };
  const now: Remembered = { value, texts, withKey: combined([summary(place), texts]), before };
  lastAt.set(place, now);
  return now;
}

function textsOf(value: Value): PathValue {
  if (value.kind === 'scalar') return typeof value.value === 'string' ? summary(value.value) : NOTHING;
  if (value.kind === 'list') return combined(value.children.map(textsOf));
  const parts: PathValue[] = [];
  for (const key in value.children) {
    const child = value.children[key];
    if (child !== undefined) parts.push(summary(key), textsOf(child));
  }
  return combined(parts);
}

/** What nearly all configuration is made of: one object for each combination, which its bits stand for. */
const KINDS = [CLEAN, DOTTED, LOOSE, DOT];
const COMBINATIONS = Array.from({ length: 2 ** KINDS.length }, (_, bits): PathValue => {
  const [first = NOTHING, ...others] = KINDS.filter((_kind, index) => (bits & (1 << index)) !== 0);
  return others.length === 0 ? first : union([first, ...others]);
});
const BITS = new Map(COMBINATIONS.map((value, bits) => [value, bits]));

/** The union of values, most of which are combinations of kinds. */
function combined(values: Iterable<PathValue>): PathValue {
  let kinds = 0;
  const others: PathValue[] = [];
  for (const value of values) {
    const bits = BITS.get(value);
    if (bits === undefined) others.push(value);
    else kinds |= bits;
  }
  const all = COMBINATIONS[kinds] ?? NOTHING;
  return others.length === 0 ? all : union([all, ...others]);
}

/** Words with a dot or other marks between them. */
const WORDS = /^[\w-]+(?:(?:\.|[/: ]+)[\w-]+)*$/u;

/** Absolute paths so deep that a working copy may lie there; the working directory; the variables' file. */
const KEPT = /^\/[^/\s]+\/[^/\s]+\/.|^\.[./]*$|tfvars/u;

function summary(text: string): PathValue {
  if (text === '') return LOOSE;
  if (WORDS.test(text) && !text.includes('tfvars')) return text.includes('.') ? DOTTED : CLEAN;
  return !isPlain([text]) || KEPT.test(text) ? constant(text) : ofKind([text]);
}
