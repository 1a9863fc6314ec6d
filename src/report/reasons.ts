/** A leaf's reasons in full: configuration keys before and after, files, modules, settings. */
import type { Reason } from '../changes/changed-leaf.ts';
import { shownBlocks } from './blocks.ts';
import { cell, code } from './escaping.ts';
import { placeLink } from './links.ts';
import { movedKeys, pinReasons } from './pins.ts';
import type { LeafReport, PlanReport } from './report.ts';
import type { Room } from './room.ts';
import { count, firstFew } from './words.ts';

/** Paragraphs and tables for all reasons that the blocks above them do not show already. */
export function reasonsSection(report: PlanReport, leaf: LeafReport, room: Room): readonly string[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  const keys = configurationTable(report, leaf, room);
  return [...keys, otherReasons(report, leaf, room)].filter((part) => part !== '');
}

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

function configurationTable(report: PlanReport, leaf: LeafReport, room: Room): readonly string[] {
  const rows = keyRows(leaf);
  if (rows.length === 0) return [];
  const value = (text: string | undefined): string => (text === undefined ? '*not set*' : code(text, room.value));
  const lines = rows.slice(0, room.rows).map((row) => {
    const place =
      row.origin === undefined ? '' : placeLink(report, row.origin, row.after === undefined ? 'base' : 'head');
    const cells = [code(row.key, room.value), value(row.before), value(row.after), place];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const table = ['| Configuration key | Before | After | Set in |', '| --- | --- | --- | --- |', ...lines].join('\n');
  const more = rows.length - room.rows;
  return more > 0 ? [table, `+${count(more, 'key', 'keys')} in the ${room.elsewhere}`] : [table];
}

function otherReasons(report: PlanReport, leaf: LeafReport, room: Room): string {
  const lines = leaf.reasons.flatMap((reason): readonly string[] => {
    switch (reason.kind) {
      case 'configuration':
      case 'pin':
        return [];
      case 'file':
        return [`- ${reason.change} ${fileLink(report, reason.path, reason.change === 'removed')}`];
      case 'module':
        return [`- ${moduleLine(report, reason)}`];
      case 'setting':
        return [`- setting ${code(reason.key, room.value)}`];
      case 'base-failed':
        return [`- did not render at base: ${code(reason.message, 300)}`];
    }
  });
  const more = lines.length - room.items;
  const rest = more > 0 ? [`- +${count(more)} more in the ${room.elsewhere}`] : [];
  return [...lines.slice(0, room.items), ...rest].join('\n');
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
