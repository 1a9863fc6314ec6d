/** Merges layers, shallowest first (docs/configuration.md). Subtrees that a layer does not touch are shared, not copied. */
import { formatPlace, problem, type Problem } from '../base/problems.ts';
import { nearest } from '../base/closest-name.ts';
import { listIdentity } from './json.ts';
import { brokenValue, createEntries, listValue, mapValue, nameOfKind } from './value.ts';
import type { ListMerge, ListValue, MapValue, ScalarValue, Value } from './value.ts';

/**
 * Merges the next deeper layer into the result so far, so that callers can cache what leaves share. What cannot be
 * merged becomes a value with a problem: an error only for a leaf that needs it.
 */
export function mergeLayer(base: MapValue, layer: MapValue, listMerge: ListMerge): MapValue {
  return layer.merge === 'override' ? layer : mergeMaps(base, layer, listMerge, []);
}

/** Undefined: the key is removed. */
function mergeValues(
  before: Value | undefined,
  after: Value,
  listMerge: ListMerge,
  path: readonly string[],
): Value | undefined {
  if (before === undefined) return after;
  if (after.kind === 'scalar' && after.removes !== undefined) return remove(before, after, after.removes, path);
  // Whatever comes on top of it, one of the layers above is wrong.
  if (isBroken(before)) return before.removes === undefined ? before : after;
  if (isBroken(after)) return after;
  const conflict = conflictOf(before, after, path);
  if (conflict !== undefined) return brokenValue(conflict, after.origin);
  if (before.kind === 'map' && after.kind === 'map') {
    return after.merge === 'override' ? after : mergeMaps(before, after, listMerge, path);
  }
  if (before.kind === 'list' && after.kind === 'list') return mergeLists(before, after, after.merge ?? listMerge);
  return after;
}

function isBroken(value: Value): value is ScalarValue {
  return value.kind === 'scalar' && value.problem !== undefined && value.isSealed !== true;
}

function mergeMaps(base: MapValue, layer: MapValue, listMerge: ListMerge, path: readonly string[]): MapValue {
  let children: Record<string, Value> | undefined;
  for (const key in layer.children) {
    const after = layer.children[key];
    if (after === undefined) continue;
    const before = base.children[key];
    let merged = mergeValues(before, after, listMerge, before === undefined ? path : [...path, key]);
    if (merged === before) continue;
    if (before === undefined && after.kind === 'scalar' && after.removes !== undefined) {
      merged = nothingToRemove(after, key, base);
    }
    children ??= createEntries(base.children);
    if (merged === undefined) Reflect.deleteProperty(children, key);
    else children[key] = merged;
  }
  return children === undefined ? base : mapValue(children, layer.origin);
}

function mergeLists(base: ListValue, layer: ListValue, listMerge: ListMerge): ListValue {
  switch (listMerge) {
    case 'override':
      return layer;
    case 'append':
      return joined(base, layer.children, [...base.children, ...layer.children], layer);
    case 'prepend':
      return joined(base, layer.children, [...layer.children, ...base.children], layer);
    case 'append_unique': {
      const known = new Set(base.children.map(listIdentity));
      const added = layer.children.filter((child) => !known.has(listIdentity(child)));
      return joined(base, added, [...base.children, ...added], layer);
    }
  }
}

/** If the layer adds nothing, the existing list stays as it is, including its origin. */
function joined(base: ListValue, added: readonly Value[], all: readonly Value[], layer: ListValue): ListValue {
  return added.length === 0 ? base : listValue(all, layer.origin);
}

/** An empty value over a map or list; at the top level, also a map against a list or scalar. */
function conflictOf(before: Value, after: Value, path: readonly string[]): Problem | undefined {
  const key = path.join('.');
  const where = formatPlace(before.origin);
  const place = after.origin;
  if (after.kind === 'scalar' && after.value === null) {
    if (after.spelling !== '' || before.kind === 'scalar') return undefined;
    return problem('merge', `"${key}" is empty here, but a ${before.kind} in ${where}.`, {
      place,
      hint: `Write null if ${key} is to have no value, "!remove" to take it out, or remove this line to keep the ${before.kind}.`,
    });
  }
  if (path.length > 1 || (before.kind === 'map') === (after.kind === 'map') || nameOfKind(before) === 'null') {
    return undefined;
  }
  return problem('merge', `"${key}" is a ${nameOfKind(after)} here, but a ${nameOfKind(before)} in ${where}.`, {
    place,
    hint: 'Use the same kind for both, or rename one of them.',
  });
}

function remove(
  before: Value,
  after: ScalarValue,
  removes: 'key' | readonly Value[],
  path: readonly string[],
): Value | undefined {
  if (isBroken(before)) return before;
  if (removes === 'key') return undefined;
  const key = path.join('.');
  if (before.kind !== 'list') {
    const message = `"${key}" is a ${nameOfKind(before)} in ${formatPlace(before.origin)}: no items can be removed from it.`;
    return brokenValue(problem('merge', message, { place: after.origin }), after.origin);
  }
  const unwanted = new Set(removes.map(listIdentity));
  const there = new Set(before.children.map(listIdentity));
  const missing = removes.find((item) => !there.has(listIdentity(item)));
  if (missing !== undefined) {
    const message = `The list "${key}" of the layers above has no such item to remove.`;
    return brokenValue(problem('merge', message, { place: missing.origin }), after.origin);
  }
  return listValue(
    before.children.filter((child) => !unwanted.has(listIdentity(child))),
    after.origin,
  );
}

function nothingToRemove(after: ScalarValue, key: string, base: MapValue): ScalarValue {
  const closest = nearest(key, Object.keys(base.children));
  if (after.problem === undefined || closest === undefined) return after;
  return { ...after, problem: { ...after.problem, hint: `Did you mean "${closest}"?` } };
}
