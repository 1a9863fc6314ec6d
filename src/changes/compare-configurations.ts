/** Compares two configurations of a leaf: the keys that differ and are read. Pure. */
import { equalValues, toCompactJson } from '../hierarchy/json.ts';
import { nameOfKind, type Entries, type MapValue, type Value } from '../hierarchy/value.ts';
import type { Rendered } from '../rendering/rendering.ts';
import { entry } from '../rendering/use/used-configuration.ts';
import { compareBytes } from '../snapshot/snapshot.ts';
import type { Reason } from './changed-leaf.ts';

type ConfigurationReason = Extract<Reason, { kind: 'configuration' }>;

/** Whether two renderings pass different configurations to Terraform, read or not. */
export function differInConfiguration(base: Rendered, head: Rendered): boolean {
  return !equalValues(base.rendering.variables, head.rendering.variables);
}

/**
 * The keys with different values that Terraform may read: all keys of the provider file, and those of `var.config` that
 * the sources of either side use. Maps are compared key by key, everything else as a whole.
 */
export function compareConfigurations(base: Rendered, head: Rendered, everything: boolean): readonly Reason[] {
  const reasons: ConfigurationReason[] = [];
  const [old, now] = [base.rendering, head.rendering];
  const used = usedKeys([base, head], everything);
  const names = new Set([
    ...(used.whole ? differingNames(old.variables.children, now.variables.children) : used.children.keys()),
    ...differingNames(old.provider.children, now.provider.children),
  ]);
  for (const name of [...names].sort(compareBytes)) {
    const [before, after] = [entry(old.variables, name), entry(now.variables, name)];
    const part = used.children.get(name);
    if (used.whole) whole(name, before, after);
    else if (part !== undefined) usedPart(name, before, after, part);
    // The same key is in both files, unless settings exclude it from one of them.
    whole(name, old.provider.children[name], now.provider.children[name]);
  }
  return distinct(reasons);

  function whole(key: string, old: Value | undefined, now: Value | undefined): void {
    // Subtrees shared by both sides are the same object.
    if (old === now) return;
    if (old?.kind === 'map' && now?.kind === 'map') everyKey(key, old, now);
    else if (old === undefined || now === undefined || !equalValues(old, now))
      reasons.push(configurationReason(key, old, now));
  }

  function everyKey(prefix: string, old: MapValue, now: MapValue): void {
    if (equalMaps.get(old) === now) return;
    const found = reasons.length;
    const names = differingNames(old.children, now.children).sort(compareBytes);
    for (const name of names) whole(joined(prefix, name), old.children[name], now.children[name]);
    if (reasons.length === found && names.length > FEW) equalMaps.set(old, now);
  }

  function usedPart(key: string, old: Value | undefined, now: Value | undefined, part: UsedKeys): void {
    if (old === now) return;
    const indexed = [...part.children.keys()].every((step) => /^(0|[1-9]\d*)$/u.test(step));
    const list = old?.kind === 'list' || now?.kind === 'list';
    // A list takes other spellings of a position too: only plain ones are followed.
    if (part.whole || (list && !indexed)) whole(key, old, now);
    else if (part.shape && shapeOf(old) !== shapeOf(now)) reasons.push(configurationReason(key, old, now));
    else {
      for (const [step, child] of [...part.children].sort(([a], [b]) => compareBytes(a, b))) {
        usedPart(joined(key, step), childOf(old, step), childOf(now, step), child);
      }
    }
  }
}

/** So few keys are compared again faster than their map is remembered, and what is in them is remembered itself. */
const FEW = 2;

/** Maps that are equal although parsed separately: compared once for all leaves that have them. */
const equalMaps = new WeakMap<MapValue, MapValue>();

/** Compares by identity first: both sides share most of a large map. */
function differingNames(old: Entries, now: Entries): string[] {
  const names: string[] = [];
  for (const name in now) if (old[name] !== now[name]) names.push(name);
  for (const name in old) if (now[name] === undefined) names.push(name);
  return names;
}

/** A tree of keys that are read. */
interface UsedKeys {
  whole: boolean;
  /** Whether the kind of the value matters. */
  shape: boolean;
  readonly children: Map<string, UsedKeys>;
}

function usedKeys(sides: readonly Rendered[], everything: boolean): UsedKeys {
  const root: UsedKeys = { whole: everything, shape: false, children: new Map() };
  const at = (path: readonly string[]): UsedKeys => {
    let node = root;
    for (const step of path) {
      const next = node.children.get(step) ?? { whole: false, shape: false, children: new Map<string, UsedKeys>() };
      node.children.set(step, next);
      node = next;
    }
    return node;
  };
  for (const { use } of sides) {
    for (const path of use.values) at(path).whole = true;
    for (const path of use.shapes) at(path).shape = true;
  }
  return root;
}

function childOf(value: Value | undefined, step: string): Value | undefined {
  if (value?.kind === 'map') return entry(value, step);
  return value?.kind === 'list' ? value.children[Number(step)] : undefined;
}

function shapeOf(value: Value | undefined): string {
  return value === undefined ? 'missing' : nameOfKind(value);
}

function configurationReason(key: string, old: Value | undefined, now: Value | undefined): ConfigurationReason {
  return {
    kind: 'configuration',
    key,
    before: old && toCompactJson(old),
    after: now && toCompactJson(now),
    origin: now === undefined ? old && writtenAt(old) : writtenAt(now),
  };
}

function joined(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

/** A difference that is in both files is reported once. */
function distinct(reasons: readonly ConfigurationReason[]): readonly ConfigurationReason[] {
  const seen = new Set<string>();
  return reasons.filter(({ key, before, after }) => {
    const text = [key, before ?? '', after ?? ''].join('\n');
    return !seen.has(text) && seen.add(text);
  });
}

/** The place to edit: for a value that is a single placeholder, where the referenced value is written. */
function writtenAt(value: Value): Value['origin'] {
  return value.source ?? value.origin;
}
