/** The part of `var.config` that a composition reads, as a text. Pure. */
import { toCompactJson } from '../../hierarchy/json.ts';
import { mapValue, nameOfKind, createEntries, type MapValue, type Value } from '../../hierarchy/value.ts';
import { compareBytes } from '../../snapshot/snapshot.ts';
import type { ConfigurationUse } from './configuration-use.ts';

/** Equal for two configurations exactly when they are the same in all that is read of them. */
export function usedConfiguration(variables: MapValue, { values, shapes }: ConfigurationUse): string {
  const read = values.map((path) => JSON.stringify(['value', ...valueAt(variables, path)]));
  const looked = shapes.map((path) => JSON.stringify(['shape', ...shapeAt(variables, path)]));
  return [...new Set([...read, ...looked])].sort(compareBytes).join('\n');
}

function valueAt(variables: MapValue, path: readonly string[]): readonly string[] {
  const { at, value } = descend(variables, path);
  return [...at, value === undefined ? 'missing' : toCompactJson(value)];
}

function shapeAt(variables: MapValue, path: readonly string[]): readonly string[] {
  const { at, value } = descend(variables, path);
  // A list on the way may be indexed in more than one spelling, so it counts as a whole.
  if (value?.kind === 'list' && at.length < path.length) return [...at, toCompactJson(value)];
  return [...at, value === undefined ? 'missing' : nameOfKind(value)];
}

/** Follows a path as long as there are maps: to its end, or to the first value that is none. */
function descend(
  variables: MapValue,
  path: readonly string[],
): { readonly at: readonly string[]; readonly value: Value | undefined } {
  let value: Value | undefined = variables;
  for (const [index, step] of path.entries()) {
    if (value?.kind !== 'map') return { at: path.slice(0, index), value };
    value = entry(value, step);
  }
  return { at: path, value };
}

/** No other text is this one in NFC. Only `;`, a backtick and `K` are ASCII and have another spelling. */
const ONLY_ITSELF = /^[^;`K\u0080-\u{10ffff}]*$/u;

/** HCL normalises names, YAML does not: several keys that are one to HCL are all meant. */
export function entry(map: MapValue, step: string): Value | undefined {
  const plain = map.children[step];
  if (ONLY_ITSELF.test(step)) return plain;
  const others = Object.keys(map.children).filter(
    (key) => key !== step && key.normalize('NFC') === step.normalize('NFC'),
  );
  if (others.length === 0) return plain;
  // Which one Terraform takes does not matter as long as each counts.
  const children = createEntries();
  for (const key of [...(plain === undefined ? [] : [step]), ...others]) {
    const child = map.children[key];
    if (child !== undefined) children[key] = child;
  }
  return others.length === 1 && plain === undefined ? map.children[others[0] ?? ''] : mapValue(children, map.origin);
}
