/** The texts of a leaf's configuration that its code may take for paths. Pure. */
import type { MapValue, Value } from '../../hierarchy/value.ts';
import { CLEAN, constant, DOT, DOTTED, isPlain, LOOSE, NOTHING, ofKind, union, type PathValue } from './path-text.ts';
import { entry } from './used-configuration.ts';

/**
 * What stands at a path of `var.config` and below it. Texts that can lead nowhere are not told apart.
 *
 * @param exact whether a single text is answered as it is
 */
export function configurationTexts(variables: MapValue, path: readonly string[], exact: boolean): PathValue {
  let value: Value = variables;
  for (const step of path) {
    let next: Value | undefined = value;
    if (value.kind === 'map') next = entry(value, step);
    else if (value.kind === 'list') next = /^\d+$/u.test(step) ? value.children[Number(step)] : value;
    if (next === undefined) return NOTHING;
    value = next;
  }
  if (exact && value.kind === 'scalar') return typeof value.value === 'string' ? constant(value.value) : NOTHING;
  return textsOf(value);
}

/** Of maps and lists, most of which the leaves of a run share. */
const found = new WeakMap<Value, PathValue>();
/** Of keys, which most maps of a run share. */
const foundOfKeys = new Map<string, PathValue>();

function textsOf(value: Value): PathValue {
  if (value.kind === 'scalar') return typeof value.value === 'string' ? summary(value.value) : NOTHING;
  let texts = found.get(value);
  if (texts === undefined) {
    const parts = new Set<PathValue>();
    if (value.kind === 'list') for (const child of value.children) parts.add(textsOf(child));
    else {
      for (const key in value.children) {
        const child = value.children[key];
        parts.add(textsOfKey(key));
        if (child !== undefined) parts.add(textsOf(child));
      }
    }
    texts = combined(parts);
    found.set(value, texts);
  }
  return texts;
}

function textsOfKey(key: string): PathValue {
  let texts = foundOfKeys.get(key);
  if (texts === undefined) {
    texts = summary(key);
    foundOfKeys.set(key, texts);
  }
  return texts;
}

/** What nearly all configuration is made of: one object for each combination, which its bits stand for. */
const KINDS = [CLEAN, DOTTED, LOOSE, DOT];
const COMBINATIONS = Array.from({ length: 2 ** KINDS.length }, (_, bits): PathValue => {
  const [first = NOTHING, ...others] = KINDS.filter((_kind, index) => (bits & (1 << index)) !== 0);
  return others.length === 0 ? first : union([first, ...others]);
});
const BITS = new Map(COMBINATIONS.map((value, bits) => [value, bits]));

/** The union of values, most of which are combinations of kinds. */
function combined(values: ReadonlySet<PathValue>): PathValue {
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
