/** The texts of a leaf's configuration that its code may take for paths. Pure. */
import type { MapValue, Value } from '../../hierarchy/value.ts';
import { CLEAN, constant, isPlain, LOOSE, NOTHING, tameKind, union, type PathValue, type Text } from './path-text.ts';
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

function textsOf(value: Value): PathValue {
  if (value.kind === 'scalar') return typeof value.value === 'string' ? summary(value.value) : NOTHING;
  const before = found.get(value);
  if (before !== undefined) return before;
  const texts = collect(value);
  found.set(value, texts);
  return texts;
}

function collect(value: Extract<Value, { kind: 'map' | 'list' }>): PathValue {
  let simple = 0;
  const others = new Set<PathValue>();
  const add = (each: PathValue): void => {
    if (each === CLEAN) simple |= 1;
    else if (each === DOTTED) simple |= 2;
    else if (each === BOTH) simple |= 3;
    else if (each !== NOTHING) others.add(each);
  };
  if (value.kind === 'list') for (const child of value.children) add(textsOf(child));
  else {
    for (const [key, child] of Object.entries(value.children)) {
      add(summary(key));
      add(textsOf(child));
    }
  }
  const all = COMBINED[simple] ?? BOTH;
  return others.size === 0 ? all : union([all, ...others]);
}

const DOTTED: PathValue = { texts: [[{ unknown: 'dotted' }]], anything: undefined };
const BOTH: PathValue = union([CLEAN, DOTTED]);
/** What nearly all configuration is made of: one object each, so that equal ones are seen to be equal at once. */
const COMBINED = [NOTHING, CLEAN, DOTTED, BOTH];

/** Words with single marks between them. */
const WORDS = /^[\w-]+(?:[./: ][\w-]+)*$/u;

/** Absolute paths so deep that a working copy may lie there; the working directory; the variables' file. */
const KEPT = /^\/[^/\s]+\/[^/\s]+\/.|^\.[./]*$|tfvars/u;

function summary(text: string): PathValue {
  if (WORDS.test(text) && !text.includes('tfvars')) return text.includes('.') ? DOTTED : CLEAN;
  const parts: Text = text === '' ? [] : [text];
  if (text === '' || !isPlain(parts) || KEPT.test(text)) return text === '' ? LOOSE : constant(text);
  return { texts: [[{ unknown: tameKind(parts) }]], anything: undefined };
}
