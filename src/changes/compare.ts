/** Compares two renderings of a leaf: the differences as reasons. Pure. */
import { posix } from 'node:path';
import type { Pin, Rendered, RenderedFile, Rendering } from '../rendering/rendering.ts';
import type { Reach } from '../rendering/use/reach.ts';
import { isTestFile, PROVIDER_FILE, VARIABLES_FILE } from '../rendering/terraform-files.ts';
import { compareBytes, type SnapshotFile } from '../snapshot/snapshot.ts';
import type { Reason } from './changed-leaf.ts';
import { compareConfigurations } from './compare-configurations.ts';

/**
 * Why two renderings of a leaf differ; empty when Terraform would read the same. Pins come first, then configuration,
 * files and modules, each in byte order.
 *
 * @param everything whether to include configuration that the sources do not read
 */
export function compareRenderings(base: Rendered, head: Rendered, everything: boolean): readonly Reason[] {
  return [
    ...comparePins(base.rendering, head.rendering),
    ...compareConfigurations(base, head, everything),
    ...compareFiles(base.rendering, head.rendering),
    ...compareReach(base, head),
    ...compareSealedFiles(base, head),
  ];
}

/** Other references are in the configuration, and differ there. */
function compareSealedFiles(base: Rendered, head: Rendered): readonly Reason[] {
  const name = ({ path, key }: Rendered['sealedFiles'][number]): string => JSON.stringify([path, key]);
  const before = new Map(base.sealedFiles.map((each) => [name(each), each.digest]));
  const differing = head.sealedFiles.filter((each) => (before.get(name(each)) ?? each.digest) !== each.digest);
  const paths = [...new Set(differing.map(({ path }) => path))].sort(compareBytes);
  return paths.map((path) => ({ kind: 'file', path, change: 'changed' }));
}

/** Of templates only pins whose rendered texts differ: otherwise Terraform sees no change. */
function comparePins(base: Rendering, head: Rendering): readonly Reason[] {
  const [before, after] = [texts(base), texts(head)];
  const isSame = ([name, text]: readonly [string, string]): boolean => after.get(name) === text;
  const same = new Set([...before].filter(isSame).map(([name]) => name));
  const [oldPins, newPins] = [pinsByPlace(base, same), pinsByPlace(head, same)];
  return sortedUnion(oldPins.keys(), newPins.keys()).flatMap((place): Reason[] => {
    const old = oldPins.get(place);
    const now = newPins.get(place);
    if (old?.value === now?.value) return [];
    const oldKeys = new Map((old?.keys ?? []).map((each) => [each.key, each]));
    const newKeys = new Map((now?.keys ?? []).map((each) => [each.key, each]));
    const keys = [...new Set([...newKeys.keys(), ...oldKeys.keys()])].map((key) => ({
      key,
      before: oldKeys.get(key)?.value,
      after: newKeys.get(key)?.value,
      origin: (newKeys.get(key) ?? oldKeys.get(key))?.origin,
    }));
    return [{ kind: 'pin', address: (now ?? old)?.address ?? '', before: old?.value, after: now?.value, keys }];
  });
}

/** The known texts of files that are not generated, by their names in the runtime directory. */
function texts({ files }: Rendering): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ name, content }) =>
      content.kind === 'generated' || content.text === undefined ? [] : [[name, content.text]],
    ),
  );
}

/** Pins by file, address and position, since the elements of a list share an address. */
function pinsByPlace({ files, pins }: Rendering, without: ReadonlySet<string>): ReadonlyMap<string, Pin> {
  if (pins.length === 0) return new Map();
  const names = new Map(
    files.flatMap(({ name, content }) => (content.kind === 'generated' ? [] : [[content.file.path, name]])),
  );
  const places = new Map<string, Pin>();
  for (const pin of pins) {
    const name = names.get(pin.template.file) ?? '';
    if (pin.written === 'placeholder' && without.has(name)) continue;
    let position = 0;
    const placeOf = (): string => [name, pin.address, String(position).padStart(6, '0')].join('\n');
    while (places.has(placeOf())) position += 1;
    places.set(placeOf(), pin);
  }
  return places;
}

/**
 * Compares all files but the generated ones, whose differences the configuration keys explain, and tests, which are in
 * the reach if something reads them.
 */
function compareFiles(base: Rendering, head: Rendering): readonly Reason[] {
  const before = new Map(base.files.map((file) => [file.name, file]));
  const after = new Map(head.files.map((file) => [file.name, file]));
  const pathOf = (rendering: Rendering, name: string): string => `${rendering.source}/${name}`;
  return sortedUnion(before.keys(), after.keys()).flatMap((name): Reason[] => {
    if (name === PROVIDER_FILE || name === VARIABLES_FILE || isTestFile(name)) return [];
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

/** Whether the file itself is unchanged; changes in a template that come from pins are reported as pins. */
function sameContent(base: RenderedFile, head: RenderedFile): boolean {
  if (base.executable !== head.executable) return false;
  if (base.content.kind === 'generated' || head.content.kind === 'generated') return true;
  if (base.content.file.id === head.content.file.id) return true;
  return base.content.text !== undefined && base.content.text === head.content.text;
}

/** The reaches of two compositions are compared once for all their leaves. */
const compared = new WeakMap<Reach, WeakMap<Reach, readonly Reason[]>>();

function compareReach(base: Rendered, head: Rendered): readonly Reason[] {
  const known = compared.get(base.reach) ?? new WeakMap<Reach, readonly Reason[]>();
  compared.set(base.reach, known);
  const reasons = known.get(head.reach) ?? differencesOfReach(base, head);
  known.set(head.reach, reasons);
  return reasons;
}

/** Modules and files outside the source folder, identified by their path relative to it. */
function differencesOfReach(base: Rendered, head: Rendered): readonly Reason[] {
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
  // A module's own files are reported with the module.
  const reported = new Set(reasons.flatMap((reason) => (reason.kind === 'module' ? reason.files : [])));
  for (const { path, change } of differingFiles(base, base.reach.files, head, head.reach.files)) {
    if (!reported.has(path)) reasons.push({ kind: 'file', path, change });
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

/** The union of both without duplicates, in byte order. */
function sortedUnion(some: Iterable<string>, others: Iterable<string>): readonly string[] {
  return [...new Set([...some, ...others])].sort(compareBytes);
}
