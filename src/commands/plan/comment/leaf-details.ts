/** What changed in a leaf, piece by piece; what several leaves have in common is shown once for all of them. */
import { blockTexts } from './pinned-blocks.ts';
import { cell } from '../../../markdown/escaping.ts';
import type { Fold } from '../../../markdown/fit.ts';
import { configurationRows, otherReasons } from './reasons.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import type { DetailLimits } from './detail-limits.ts';
import { count } from '../../../markdown/phrases.ts';

/** Pieces of finished markdown; equal texts say the same. */
export interface Details {
  readonly blocks: readonly string[];
  /** Rows of the table of configuration keys, without their ends. */
  readonly keys: readonly string[];
  /** Items of a list. */
  readonly others: readonly string[];
}

/** Everything behind the leaf's change, shared with other leaves or not. */
export function detailsOf(report: PlanReport, leaf: LeafReport, limits: DetailLimits): Details {
  return {
    blocks: blockTexts(report, leaf, limits),
    keys: configurationRows(report, leaf, limits).map((cells) => cells.map(cell).join(' | ')),
    others: otherReasons(report, leaf, limits),
  };
}

function piecesOf({ blocks, keys, others }: Details): readonly string[] {
  return [...blocks, ...keys, ...others];
}

/** How many of the leaves have each piece. */
export function countPieces(all: Iterable<Details>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const details of all) {
    for (const piece of new Set(piecesOf(details))) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}

/** Without what is common to several leaves. */
export function ownDetails({ blocks, keys, others }: Details, counts: ReadonlyMap<string, number>): Details {
  const isOwn = (piece: string): boolean => (counts.get(piece) ?? 0) < 2;
  return { blocks: blocks.filter(isOwn), keys: keys.filter(isOwn), others: others.filter(isOwn) };
}

/** Paragraphs, as many as the limits allow. */
export function detailsMarkdown(
  { blocks, keys, others }: Details,
  limits: DetailLimits,
  moreColumns: readonly string[] = [],
): readonly string[] {
  return [
    ...few(blocks, limits.items, ['block', 'blocks'], limits),
    ...keysTable(keys, ['Configuration key', 'Before', 'After', 'Set in', ...moreColumns], limits),
    list(others, limits),
  ];
}

/** What at least two leaves have in common: a fold with nothing in it if there is no such thing. */
export function commonFold(all: readonly Details[], counts: ReadonlyMap<string, number>, limits: DetailLimits): Fold {
  const inSeveral = (pieces: (details: Details) => readonly string[]): readonly string[] =>
    [...new Set(all.flatMap(pieces))].filter((piece) => (counts.get(piece) ?? 0) > 1);
  const leaves = (piece: string): string => count(counts.get(piece) ?? 0, 'leaf', 'leaves');
  const common = {
    blocks: inSeveral((details) => details.blocks).map((piece) => `In ${leaves(piece)}:\n\n${piece}`),
    keys: inSeveral((details) => details.keys).map((piece) => `${piece} | ${count(counts.get(piece) ?? 0)}`),
    others: inSeveral((details) => details.others).map((piece) => `${piece} (${leaves(piece)})`),
  };
  const summary = 'The same change in several leaves';
  return { kind: 'fold', open: true, summary, blocks: detailsMarkdown(common, limits, ['Leaves']) };
}

function few(
  pieces: readonly string[],
  most: number,
  noun: readonly [string, string],
  limits: DetailLimits,
): readonly string[] {
  const more = pieces.length - most;
  return more > 0 ? [...pieces.slice(0, most), `+${count(more, ...noun)} in the ${limits.fullReport}`] : pieces;
}

function keysTable(rows: readonly string[], head: readonly string[], limits: DetailLimits): readonly string[] {
  if (rows.length === 0) return [];
  const lines = [head.join(' | '), head.map(() => '---').join(' | '), ...rows.slice(0, limits.rows)];
  const table = lines.map((line) => `| ${line} |`).join('\n');
  return few([table, ...rows.slice(limits.rows)], 1, ['key', 'keys'], limits);
}

function list(items: readonly string[], limits: DetailLimits): string {
  const more = items.length - limits.items;
  const shown =
    more > 0 ? [...items.slice(0, limits.items), `+${count(more)} more in the ${limits.fullReport}`] : items;
  return shown.map((item) => `- ${item}`).join('\n');
}
