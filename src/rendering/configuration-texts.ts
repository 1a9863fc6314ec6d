/** The texts of a leaf's configuration that its code may take for paths. Pure. */
import type { MapValue, Value } from '../hierarchy/value.ts';
import { constant, isPlain, LOOSE, NOTHING, tameKind, union, type PathValue, type Text } from './path-text.ts';
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

const found = new WeakMap<Value, PathValue>();

function textsOf(value: Value): PathValue {
  const before = found.get(value);
  if (before !== undefined) return before;
  const texts = collect(value);
  found.set(value, texts);
  return texts;
}

function collect(value: Value): PathValue {
  if (value.kind === 'scalar') return typeof value.value === 'string' ? summary(value.value) : NOTHING;
  const children = value.kind === 'list' ? value.children : Object.values(value.children);
  const keys = value.kind === 'list' ? [] : Object.keys(value.children).map(summary);
  return union([...new Set([...children.map(textsOf), ...keys])]);
}

/** Absolute paths are kept where they are so deep that a working copy may lie there. */
function summary(text: string): PathValue {
  const parts: Text = text === '' ? [] : [text];
  if (text === '' || !isPlain(parts) || /^\/[^/\s]+\/[^/\s]+\/./u.test(text))
    return text === '' ? LOOSE : constant(text);
  return { texts: [[{ unknown: tameKind(parts) }]], anything: undefined };
}
