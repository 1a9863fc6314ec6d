/** The table of changed leaves: one row says what happens to a leaf, or to leaves that change alike, and which value moves. */
import { AND, countsInWords } from '../../../markdown/counts.ts';
import { code, row } from '../../../markdown/escaping.ts';
import type { Table } from '../../../markdown/fit.ts';
import type { LeafNames } from '../../../markdown/leaf-names.ts';
import { count, firstFew } from '../../../markdown/phrases.ts';
import { causesOf, unquoted } from '../../../markdown/reason-words.ts';
import { dangerLines } from '../../../markdown/resource-list.ts';
import { shownGroup, shownName } from '../../../markdown/shown-names.ts';
import { pinMoves, type PinMove } from '../pin-moves.ts';
import type { LeafReport, ReadOutputs } from '../report.ts';
import { iconOf, isLeftBehind, wordOf } from '../verdict.ts';
import type { LeafGroup } from './groups.ts';

/** Three columns at most, since a phone has no room for more; an empty one is left out. */
export function groupTable(groups: readonly LeafGroup[], names: LeafNames): Table {
  const changes = groups.map(({ first }) => changeCell(first, names));
  const wanted = changes.some((cell) => cell !== '');
  const head = ['Plan', 'Leaf', ...(wanted ? ['Change'] : [])];
  const rows = groups.map((group, index) =>
    row([planCell(group, names), leafCell(group, names), ...(wanted ? [changes[index] ?? ''] : [])]),
  );
  return { kind: 'table', head: `${row(head)}\n${row(head.map(() => '---'))}`, rows };
}

/** What is destroyed and replaced, leaf by leaf: for a report whose folds do not all fit. */
export function dangerList(groups: readonly LeafGroup[], names: LeafNames): Table {
  const rows = groups.flatMap(({ first, others }) => {
    const lines = first.outcome.status === 'planned' ? dangerLines(first.outcome.summary) : [];
    return lines.map((line) => `- ${shownName(names.of(first.leaf))}${inMore(others.length)}: ${line}`);
  });
  return { kind: 'table', head: 'What is destroyed and replaced:', rows };
}

function leafCell({ first, others }: LeafGroup, names: LeafNames): string {
  return shownGroup([first, ...others].map(({ leaf }) => names.of(leaf)));
}

function inMore(others: number): string {
  return others === 0 ? '' : ` and ${count(others)} more`;
}

function planCell({ first, others }: LeafGroup, names: LeafNames): string {
  const words = planWords(first, names);
  const isCount = first.outcome.status === 'planned' && first.outcome.summary.hasChanges;
  const word = wordOf(first);
  const said = first.kind === 'added' || first.kind === 'removed' ? `${word}${AND}` : '';
  return `${iconOf(first)} ${said}${words}${others.length > 0 && isCount ? ' each' : ''}`;
}

function planWords(leaf: LeafReport, names: LeafNames): string {
  if (leaf.kind === 'moved') return 'moved, nothing to destroy';
  switch (leaf.outcome.status) {
    case 'failed':
      return leaf.outcome.stage === 'render' ? '**does not render**' : `**${leaf.outcome.stage} failed**`;
    case 'waits':
      return `waits for ${firstFew(
        leaf.outcome.for.map((path) => code(names.of(path).name, 40)),
        2,
      )}`;
    case 'not-run':
      return isLeftBehind(leaf) ? '**nothing destroyed**' : 'not planned';
    case 'planned': {
      const { hasChanges, counts } = leaf.outcome.summary;
      const restated = leaf.restated === true ? `${AND}**old state left behind**` : '';
      return `${hasChanges ? countsInWords(counts) || 'changes' : 'no changes'}${restated}`;
    }
  }
}

/** What a reader recognizes the change by: the rest is in the list above, and in the folds. */
function changeCell(leaf: LeafReport, names: LeafNames): string {
  if (leaf.kind === 'moved') {
    return leaf.movedTo === undefined
      ? 'state used by another leaf'
      : `state used by ${code(lastValue(leaf.movedTo), 60)}`;
  }
  if (leaf.onlyReads !== undefined) return readsCell(leaf.onlyReads, names);
  const moves = pinMoves(leaf);
  const items = moves.length > 0 ? moves.map((move) => pinInWords(move, names.of(leaf.leaf).name)) : causes(leaf);
  return firstFew(items, 2);
}

function readsCell(reads: readonly ReadOutputs[], names: LeafNames): string {
  const items = reads.map(({ leaf, outputs }) => {
    const named = firstFew(
      outputs.map((output) => code(output, 40)),
      2,
    );
    return `${named} of ${code(names.of(leaf).name, 40)}`;
  });
  return `only because it reads ${firstFew(items, 2)}`;
}

/** `vpc` `v1.5.0` → `v2.0.0`, without the label if it is the leaf's own name. */
function pinInWords({ labels, before, after }: PinMove, leaf: string): string {
  const own = labels.length === 1 && labels[0] === leaf;
  const label =
    own && (before ?? after) !== undefined
      ? ''
      : `${firstFew(
          labels.map((each) => code(each, 40)),
          2,
        )} `;
  return `${label}${moved(before, after)}`.trim();
}

function moved(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return after === undefined ? '' : code(after, 20);
  return `${code(before, 20)} → ${after === undefined ? 'none' : code(after, 20)}`;
}

/** Longer values than this say more in the list than in a cell. */
const SHORT_VALUE = 20;

function causes(leaf: LeafReport): readonly string[] {
  if (leaf.kind === 'removed') return [];
  const words = leaf.reasons.flatMap(causesOf).map(({ short, change }) => {
    const name = short.name === undefined ? '' : code(short.words === '' ? lastKey(short.name) : short.name, 40);
    const [before, after] = [change?.before, change?.after].map((value) => value && unquoted(value));
    const fits = [before, after].every((value) => value !== undefined && value.length <= SHORT_VALUE);
    return `${short.words} ${name}${fits ? ` ${moved(before, after)}` : ''}`.trim();
  });
  return [...new Set(words)];
}

/** `retention` of `monitoring.retention`. */
function lastKey(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1) || key;
}

function lastValue(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('=')) + 1) || path;
}
