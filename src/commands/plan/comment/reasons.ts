/** A leaf's reasons in full: configuration keys before and after, files, modules, settings. */
import type { Reason } from '../../../changes/changed-leaf.ts';
import { shownBlocks } from './pinned-blocks.ts';
import { code } from '../../../markdown/escaping.ts';
import { placeLink } from '../../../markdown/links.ts';
import { causesOf, movedKeys, type Cause } from '../../../markdown/reason-words.ts';
import { pinReasons } from '../pin-moves.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import type { DetailLimits } from './detail-limits.ts';
import { firstFew } from '../../../markdown/phrases.ts';

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
  const blockKeys = new Set([...shown.flatMap(movedKeys), ...ofNewPins].map((each) => each.key));
  const rows = new Map<string, KeyRow>();
  for (const row of [
    ...leaf.reasons.filter((reason) => reason.kind === 'configuration'),
    ...others.flatMap(movedKeys),
  ]) {
    if (!blockKeys.has(row.key) && !rows.has(row.key)) rows.set(row.key, row);
  }
  return [...rows.values()];
}

/** The cells of a table: key, before, after, and the place that sets it. */
export function configurationRows(
  report: PlanReport,
  leaf: LeafReport,
  limits: DetailLimits,
): readonly (readonly string[])[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  const value = (text: string | undefined): string => (text === undefined ? '*not set*' : code(text, limits.value));
  return keyRows(leaf).map((row) => {
    const place =
      row.origin === undefined ? '' : placeLink(report, row.origin, row.after === undefined ? 'base' : 'head');
    return [code(row.key, limits.value), value(row.before), value(row.after), place];
  });
}

/** Lines for the reasons that are neither configuration keys nor pins. */
export function otherReasons(report: PlanReport, leaf: LeafReport, limits: DetailLimits): readonly string[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  return leaf.reasons
    .filter(({ kind }) => kind !== 'configuration' && kind !== 'pin')
    .flatMap(causesOf)
    .map((cause) => {
      const { words, name = '' } = cause.full;
      const { place, gone = false } = cause;
      const link =
        place === undefined
          ? code(name, Math.max(limits.value, 300))
          : placeLink(report, place, gone ? 'base' : 'head');
      return `${words} ${link}${filesAndRoute(cause)}`;
    });
}

/** Of a module: which files changed, and which modules lead to it. */
function filesAndRoute({ full: { name = '' }, files = [], via = [] }: Cause): string {
  const prefix = `${name}/`;
  const changed = firstFew(
    // Links would repeat the folder once more for each of them.
    files.map((file) => code(file.startsWith(prefix) ? file.slice(prefix.length) : file, 120)),
    5,
  );
  const way = firstFew(
    via.map((each) => code(each, 120)),
    4,
  );
  return `${changed === '' ? '' : `: ${changed}`}${way === '' ? '' : `, through ${way}`}`;
}
