/** The table of changed leaves: one row says what happens to a leaf, which pins move, and why. */
import { code, row } from '../../../markdown/escaping.ts';
import { placeLink } from '../../../markdown/links.ts';
import { causesOf, type Cause } from '../../../markdown/reason-words.ts';
import { pinMoves, type PinMove } from '../pin-moves.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import { dangerLines } from '../../../markdown/resource-list.ts';
import { quietCounts, type Counts } from '../../../markdown/counts.ts';
import { isLeftBehind, stateOf } from '../verdict.ts';
import { count, firstFew } from '../../../markdown/phrases.ts';

/** The columns that the table has: those that would be empty in every row are left out. */
export interface Columns {
  readonly plan: boolean;
  readonly pins: boolean;
  readonly why: boolean;
}

/** The columns that these leaves need. */
export function columnsFor(leaves: readonly LeafReport[], plan: boolean): Columns {
  return {
    plan,
    pins: leaves.some((leaf) => pinMoves(leaf).length > 0),
    why: leaves.some((leaf) => leaf.kind === 'moved' || causes(leaf).length > 0),
  };
}

/** The table's head: two lines. */
export function tableHead(columns: Columns): string {
  const names = ['State', 'Leaf'];
  if (columns.plan) names.push('Plan');
  if (columns.pins) names.push('Pins');
  if (columns.why) names.push('Why');
  return `${row(names)}\n${row(names.map(() => '---'))}`;
}

/** The optional contents of a row. */
interface RowExtras {
  /** Whether a cause has the link to its line: only if no fold has it. */
  readonly isWanted?: (link: string) => boolean;
  /** Whether destroyed and replaced resources are named: only if not all folds are shown. */
  readonly names?: boolean;
}

/** One leaf's line of the table; bounded in size, however long the leaf's texts are. */
export function tableRow(report: PlanReport, leaf: LeafReport, columns: Columns, extras: RowExtras = {}): string {
  const { isWanted = () => false, names = false } = extras;
  const { icon, word } = stateOf(leaf);
  const cells = [`${icon} ${word}`, code(leaf.leaf, 240)];
  if (columns.plan) cells.push([planCell(leaf), ...(names ? dangersOf(leaf) : [])].join('\n'));
  if (columns.pins) cells.push(firstLines(pinMoves(leaf).map(pinInWords), 3));
  if (columns.why) cells.push(whyCell(report, leaf, isWanted));
  return row(cells);
}

function dangersOf({ outcome }: LeafReport): readonly string[] {
  return outcome.status === 'planned' ? dangerLines(outcome.summary) : [];
}

function planCell(leaf: LeafReport): string {
  if (leaf.kind === 'moved') return 'nothing to destroy';
  switch (leaf.outcome.status) {
    case 'failed':
      return leaf.outcome.stage === 'render' ? '**does not render**' : `**${leaf.outcome.stage} failed**`;
    case 'not-run':
      return isLeftBehind(leaf) ? '**nothing destroyed**' : 'not planned';
    case 'planned': {
      const { hasChanges, counts } = leaf.outcome.summary;
      const restated = leaf.restated === true ? ', **old state left behind**' : '';
      return `${hasChanges ? countsCell(counts) : 'no changes'}${restated}`;
    }
  }
}

/** `+3 ~1` and, in bold, what is destroyed. */
function countsCell(counts: Counts): string {
  const parts = [
    counts.create > 0 ? `+${count(counts.create)}` : '',
    counts.update > 0 ? `\\~${count(counts.update)}` : '',
    counts.delete > 0 ? `**−${count(counts.delete)}**` : '',
    counts.replace > 0 ? `**${count(counts.replace)} replaced**` : '',
  ].filter((part) => part !== '');
  return [parts.join(' '), ...quietCounts(counts)].filter((part) => part !== '').join(', ') || 'changes';
}

/** `vpc` `v1.5.0` → `v2.0.0` */
function pinInWords(move: PinMove): string {
  const labels = firstFew(
    move.labels.map((label) => code(label, 60)),
    3,
  );
  const [before, after] = [move.before, move.after].map((value) => (value === undefined ? undefined : code(value, 80)));
  if (before === undefined) return after === undefined ? labels : `${labels} ${after}`;
  return `${labels} ${before} → ${after ?? 'none'}`;
}

function whyCell(report: PlanReport, leaf: LeafReport, isWanted: (link: string) => boolean): string {
  if (leaf.kind === 'moved') {
    const target = leaf.movedTo === undefined ? 'another leaf' : code(leaf.movedTo, 240);
    return `its state is used by ${target}`;
  }
  const words = causes(leaf).map(({ short, place, gone = false }) => {
    const name = short.name === undefined ? '' : code(short.name, 60);
    const cause = `${short.words} ${name}`.trim();
    if (place === undefined) return cause;
    const link = placeLink(report, place, gone ? 'base' : 'head');
    if (!isWanted(link)) return cause;
    // A file is its own place.
    return place.line === undefined ? `${short.words} ${link}`.trim() : `${cause} (${link})`;
  });
  return firstFew(words, 3);
}

/** Each cause once: a key that moves a pin is named once, although it is both a changed key and a changed pin. */
function causes(leaf: LeafReport): readonly Cause[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  const found = new Map<string, Cause>();
  for (const cause of leaf.reasons.flatMap(causesOf)) {
    const key = JSON.stringify(cause.short);
    if (!found.has(key)) found.set(key, cause);
  }
  return [...found.values()];
}

function firstLines(items: readonly string[], most: number): string {
  const shown = items.slice(0, most);
  return [...shown, ...(items.length > most ? [`+${count(items.length - most)} more`] : [])].join('\n');
}
