/** A leaf's reasons in full: configuration keys before and after, files, modules, settings. */
import type { Reason } from '../../../changes/changed-leaf.ts';
import { shownBlocks } from './pinned-blocks.ts';
import { code } from '../../../markdown/escaping.ts';
import { placeLink } from '../../../markdown/links.ts';
import { movedKeys, pinReasons } from '../pin-moves.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import type { Room } from '../../../markdown/limits.ts';
import { firstFew } from '../../../markdown/plain-words.ts';

interface KeyRow {
  readonly key: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly origin?: Extract<Reason, { kind: 'configuration' }>['origin'];
}

/** Keys that a shown block's pins name are left out: the block shows what they do. */
function keyRows(leaf: LeafReport): readonly KeyRow[] {
  const blocks = shownBlocks(leaf);
  const inBlocks = (address: string): boolean => blocks.some((block) => address.startsWith(`${block.address}.`));
  const [shown, others] = [
    pinReasons(leaf).filter((reason) => inBlocks(reason.address)),
    pinReasons(leaf).filter((reason) => !inBlocks(reason.address)),
  ];
  const ofNewPins =
    leaf.kind === 'added' ? leaf.pins.filter((pin) => inBlocks(pin.address)).flatMap((pin) => pin.keys) : [];
  const said = new Set([...shown.flatMap(movedKeys), ...ofNewPins].map((each) => each.key));
  const rows = new Map<string, KeyRow>();
  for (const row of [
    ...leaf.reasons.filter((reason) => reason.kind === 'configuration'),
    ...others.flatMap(movedKeys),
  ]) {
    if (!said.has(row.key) && !rows.has(row.key)) rows.set(row.key, row);
  }
  return [...rows.values()];
}

/** The cells of a table: key, before, after, and the place that sets it. */
export function configurationRows(report: PlanReport, leaf: LeafReport, room: Room): readonly (readonly string[])[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  const value = (text: string | undefined): string => (text === undefined ? '*not set*' : code(text, room.value));
  return keyRows(leaf).map((row) => {
    const place =
      row.origin === undefined ? '' : placeLink(report, row.origin, row.after === undefined ? 'base' : 'head');
    return [code(row.key, room.value), value(row.before), value(row.after), place];
  });
}

/** Lines for the reasons that are no configuration keys and no pins. */
export function otherReasons(report: PlanReport, leaf: LeafReport, room: Room): readonly string[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  return leaf.reasons.flatMap((reason): readonly string[] => {
    switch (reason.kind) {
      case 'configuration':
      case 'pin':
        return [];
      case 'file':
        return [`${reason.change} ${fileLink(report, reason.path, reason.change === 'removed')}`];
      case 'module':
        return [moduleLine(report, reason)];
      case 'setting':
        return [`setting ${code(reason.key, room.value)}`];
      case 'base-failed':
        return [`did not render at base: ${code(reason.message, 300)}`];
    }
  });
}

function fileLink(report: PlanReport, path: string, removed: boolean): string {
  return placeLink(report, { file: path }, removed ? 'base' : 'head');
}

function moduleLine(report: PlanReport, reason: Extract<Reason, { kind: 'module' }>): string {
  const prefix = `${reason.module}/`;
  const files = firstFew(
    // Links would repeat the folder once more for each of them.
    reason.files.map((file) => code(file.startsWith(prefix) ? file.slice(prefix.length) : file, 120)),
    5,
  );
  const via =
    reason.via.length > 0
      ? `, through ${firstFew(
          reason.via.map((each) => code(each, 120)),
          4,
        )}`
      : '';
  return `module ${fileLink(report, reason.module, false)}${files === '' ? '' : `: ${files}`}${via}`;
}
