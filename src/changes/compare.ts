/** Two renderings of one leaf → what differs, as reasons. Pure. */
import { posix } from 'node:path';
import { equalValues, toCompactJson } from '../hierarchy/json.ts';
import { nameOfKind, type Value } from '../hierarchy/value.ts';
import type { ConfigurationUse } from '../rendering/configuration-use.ts';
import type { RenderedFile, Rendering } from '../rendering/rendering.ts';
import type { Reach } from '../rendering/sources.ts';
import { PROVIDER_FILE, VARIABLES_FILE } from '../rendering/terraform-files.ts';
import { compareBytes, type SnapshotFile } from '../snapshot/snapshot.ts';
import type { Reason } from './changed-leaf.ts';

/** A rendering with what Terraform reads beside it, and what of its configuration is read. */
export interface Rendered {
  readonly rendering: Rendering;
  readonly reach: Reach;
  readonly use: ConfigurationUse;
}

/** Whether two renderings hand over another configuration, read or not. */
export function differInConfiguration(base: Rendered, head: Rendered): boolean {
  return !equalValues(base.rendering.variables, head.rendering.variables);
}

/**
 * Why two renderings of a leaf differ; empty when Terraform would read the same. Pins come first, then configuration,
 * files and modules, each in byte order.
 *
 * @param everything whether configuration counts that the sources do not read
 */
export function compareRenderings(base: Rendered, head: Rendered, everything: boolean): readonly Reason[] {
  return [
    ...comparePins(base.rendering, head.rendering),
    ...compareConfigurations(base, head, everything),
    ...compareFiles(base.rendering, head.rendering),
    ...compareReach(base, head),
  ];
}

function comparePins(base: Rendering, head: Rendering): readonly Reason[] {
  const before = new Map(base.pins.map((pin) => [`${pin.template.file}\n${pin.address}`, pin]));
  const after = new Map(head.pins.map((pin) => [`${pin.template.file}\n${pin.address}`, pin]));
  return sortedUnion(before.keys(), after.keys()).flatMap((place) => {
    const old = before.get(place);
    const now = after.get(place);
    if (old?.value === now?.value) return [];
    const oldKeys = new Map((old?.keys ?? []).map((each) => [each.key, each]));
    const newKeys = new Map((now?.keys ?? []).map((each) => [each.key, each]));
    const keys = [...new Set([...newKeys.keys(), ...oldKeys.keys()])].map((key) => ({
      key,
      before: oldKeys.get(key)?.value,
      after: newKeys.get(key)?.value,
      origin: (newKeys.get(key) ?? oldKeys.get(key))?.origin,
    }));
    return [
      {
        kind: 'pin' as const,
        address: (now ?? old)?.address ?? '',
        before: old?.value,
        after: now?.value,
        keys,
      },
    ];
  });
}

/**
 * The keys of what Terraform may read whose values differ: of the provider file all, of `var.config` what either side's
 * sources use. Maps are compared key by key, everything else as a whole.
 */
function compareConfigurations(base: Rendered, head: Rendered, everything: boolean): readonly Reason[] {
  const reasons: Reason[] = [];
  const [before, after] = [visible(base.rendering), visible(head.rendering)];
  const used = usedKeys([base, head], everything);
  if (used.whole) {
    everyKey('', before, after);
  } else {
    for (const [key, part] of [...used.children].sort(([a], [b]) => compareBytes(a, b))) {
      usedPart(key, before[key], after[key], part);
    }
  }
  return reasons;

  function everyKey(prefix: string, old: Values, now: Values): void {
    for (const name of sortedUnion(Object.keys(old), Object.keys(now)))
      whole(joined(prefix, name), old[name], now[name]);
  }

  function whole(key: string, old: Value | undefined, now: Value | undefined): void {
    // Subtrees that both sides share are the same object.
    if (old === now) return;
    if (old?.kind === 'map' && now?.kind === 'map') everyKey(key, old.children, now.children);
    else if (old === undefined || now === undefined || !equalValues(old, now))
      reasons.push(configurationReason(key, old, now));
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

type Values = Readonly<Record<string, Value>>;

/** A tree of the keys that are read. */
interface UsedKeys {
  whole: boolean;
  /** Whether the kind of value matters. */
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
  for (const { rendering, use } of sides) {
    for (const path of use.values) at(path).whole = true;
    for (const path of use.shapes) at(path).shape = true;
    for (const key of Object.keys(rendering.provider.children)) at([key]).whole = true;
  }
  return root;
}

function childOf(value: Value | undefined, step: string): Value | undefined {
  if (value?.kind === 'map') return value.children[step];
  return value?.kind === 'list' ? value.children[Number(step)] : undefined;
}

function shapeOf(value: Value | undefined): string {
  return value === undefined ? 'missing' : nameOfKind(value);
}

function configurationReason(key: string, old: Value | undefined, now: Value | undefined): Reason {
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

/** The top-level keys of a configuration that reach Terraform by one of the two generated files. */
function visible({ provider, variables }: Rendering): Values {
  return { ...provider.children, ...variables.children };
}

/** The line that has to be edited: behind a value that is one placeholder, the line of the value that it names. */
function writtenAt(value: Value): Value['origin'] {
  return value.source ?? value.origin;
}

/** Generated files are explained by configuration keys and pins, so only their sources count here. */
function compareFiles(base: Rendering, head: Rendering): readonly Reason[] {
  const before = new Map(base.files.map((file) => [file.name, file]));
  const after = new Map(head.files.map((file) => [file.name, file]));
  const pathOf = (rendering: Rendering, name: string): string => `${rendering.source}/${name}`;
  return sortedUnion(before.keys(), after.keys()).flatMap((name): Reason[] => {
    if (name === PROVIDER_FILE || name === VARIABLES_FILE) return [];
    const old = before.get(name);
    const now = after.get(name);
    if (old === undefined) return [{ kind: 'file', path: pathOf(head, name), change: 'added' }];
    if (now === undefined) return [{ kind: 'file', path: pathOf(base, name), change: 'removed' }];
    return sameContent(old, now)
      ? []
      : [
          {
            kind: 'file',
            path: now.content.kind === 'generated' ? pathOf(head, name) : now.content.file.path,
            change: 'changed',
          },
        ];
  });
}

/** Whether a change of the file itself is behind a difference; what pins changed in a template is said by the pins. */
function sameContent(base: RenderedFile, head: RenderedFile): boolean {
  if (base.executable !== head.executable) return false;
  if (base.content.kind === 'generated' || head.content.kind === 'generated') return true;
  if (base.content.file.id === head.content.file.id) return true;
  return base.content.text !== undefined && base.content.text === head.content.text;
}

/** Modules and files beside the source folder, told apart by their path from it. */
function compareReach(base: Rendered, head: Rendered): readonly Reason[] {
  const reasons: Reason[] = [];
  const oldModules = new Map(base.reach.modules.map((each) => [relative(base, each.folder), each]));
  const newModules = new Map(head.reach.modules.map((each) => [relative(head, each.folder), each]));
  for (const place of sortedUnion(oldModules.keys(), newModules.keys())) {
    const old = oldModules.get(place);
    const now = newModules.get(place);
    const files = differingFiles(base, old?.files ?? [], head, now?.files ?? []);
    const shown = now ?? old;
    if (files.length === 0 || shown === undefined) continue;
    reasons.push({ kind: 'module', module: shown.folder, via: shown.via, files: files.map(({ path }) => path) });
  }
  // A module's own files are said with the module.
  const said = new Set(reasons.flatMap((reason) => (reason.kind === 'module' ? reason.files : [])));
  for (const { path, change } of differingFiles(base, base.reach.files, head, head.reach.files)) {
    if (!said.has(path)) reasons.push({ kind: 'file', path, change });
  }
  return reasons;
}

interface FileChange {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
}

function differingFiles(
  base: Rendered,
  baseFiles: readonly SnapshotFile[],
  head: Rendered,
  headFiles: readonly SnapshotFile[],
): readonly FileChange[] {
  const before = new Map(baseFiles.map((file) => [relative(base, file.path), file]));
  const after = new Map(headFiles.map((file) => [relative(head, file.path), file]));
  return sortedUnion(before.keys(), after.keys()).flatMap((place): FileChange[] => {
    const old = before.get(place);
    const now = after.get(place);
    if (now === undefined) return old === undefined ? [] : [{ path: old.path, change: 'removed' }];
    if (old === undefined) return [{ path: now.path, change: 'added' }];
    return old.id === now.id && old.executable === now.executable ? [] : [{ path: now.path, change: 'changed' }];
  });
}

function relative({ rendering }: Rendered, path: string): string {
  return posix.relative(`/${rendering.source}`, `/${path}`);
}

function sortedUnion(some: Iterable<string>, others: Iterable<string>): readonly string[] {
  return [...new Set([...some, ...others])].sort(compareBytes);
}
