/** Merges layers, shallowest first (README, "Layers"). Subtrees that a layer does not touch are shared, not copied. */
import { formatPlace, problem, type Problem } from '../base/problems.ts';
import { listIdentity } from './json.ts';
import { orderProblems } from './problem-order.ts';
import { listValue, mapValue, nameOfKind, createEntries } from './value.ts';
import type { ListMerge, ListValue, MapValue, Value } from './value.ts';

/** A merged map, with a problem for each conflict of kinds at its top level. */
export interface Merged {
  readonly value: MapValue;
  readonly problems: readonly Problem[];
}

/** Merges the next deeper layer into the result so far, so that callers can cache what leaves share. */
export function mergeLayer(base: MapValue, layer: MapValue, listMerge: ListMerge): Merged {
  const problems: Problem[] = [];
  for (const [key, after] of Object.entries(layer.children)) {
    const before = base.children[key];
    if (before !== undefined && clash(before, after)) problems.push(clashProblem(key, before, after));
  }
  return { value: mergeMaps(base, layer, listMerge), problems: orderProblems(problems) };
}

/** A map against a list or scalar; null replaces anything and is replaced by anything. */
function clash(before: Value, after: Value): boolean {
  if ((before.kind === 'map') === (after.kind === 'map')) return false;
  return nameOfKind(before) !== 'null' && nameOfKind(after) !== 'null';
}

function clashProblem(key: string, before: Value, after: Value): Problem {
  const [old, now] = [describe(before), describe(after)];
  return problem('merge', `"${key}" is ${now} here, but ${old} in ${formatPlace(before.origin)}.`, {
    place: after.origin,
    hint: 'Use the same kind for both, or rename one of them.',
  });
}

function describe(value: Value): string {
  const name = nameOfKind(value);
  return name === 'null' ? name : `a ${name}`;
}

function mergeValues(before: Value, after: Value, listMerge: ListMerge): Value {
  if (before.kind === 'map' && after.kind === 'map') return mergeMaps(before, after, listMerge);
  if (before.kind === 'list' && after.kind === 'list') return mergeLists(before, after, listMerge);
  return after;
}

function mergeMaps(base: MapValue, layer: MapValue, listMerge: ListMerge): MapValue {
  let children: Record<string, Value> | undefined;
  for (const key in layer.children) {
    const after = layer.children[key];
    if (after === undefined) continue;
    const before = base.children[key];
    const merged = before === undefined ? after : mergeValues(before, after, listMerge);
    if (merged === before) continue;
    children ??= createEntries(base.children);
    children[key] = merged;
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
