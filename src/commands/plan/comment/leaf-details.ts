/** What changed in a leaf, piece by piece; what several leaves have in common is said once for all of them. */
import { blockTexts } from './pinned-blocks.ts';
import { cell } from '../../../markdown/escaping.ts';
import type { Fold } from './leaf-fold.ts';
import { configurationRows, otherReasons } from './reasons.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import type { Room } from '../../../markdown/limits.ts';
import { count } from '../../../markdown/plain-words.ts';

/** Pieces of finished markdown; equal texts say the same. */
export interface Details {
  readonly blocks: readonly string[];
  /** Rows of the table of configuration keys, without their ends. */
  readonly keys: readonly string[];
  /** Items of a list. */
  readonly others: readonly string[];
}

/** Everything behind the leaf's change, whatever other leaves say. */
export function detailsOf(report: PlanReport, leaf: LeafReport, room: Room): Details {
  return {
    blocks: blockTexts(report, leaf, room),
    keys: configurationRows(report, leaf, room).map((cells) => cells.map(cell).join(' | ')),
    others: otherReasons(report, leaf, room),
  };
}

function piecesOf({ blocks, keys, others }: Details): readonly string[] {
  return [...blocks, ...keys, ...others];
}

/** In how many of the leaves each piece stands. */
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

/** Paragraphs, as many as there is room for. */
export function detailsMarkdown({ blocks, keys, others }: Details, room: Room): readonly string[] {
  return [
    ...few(blocks, room.items, ['block', 'blocks'], room),
    ...keysTable(keys, ['Configuration key', 'Before', 'After', 'Set in'], room),
    list(others, room),
  ].filter((part) => part !== '');
}

/** A fold for what at least two leaves have in common; undefined where there is no such thing. */
export function commonFold(all: readonly Details[], counts: ReadonlyMap<string, number>, room: Room): Fold | undefined {
  const inAll = (pieces: (details: Details) => readonly string[]): readonly string[] =>
    [...new Set(all.flatMap(pieces))].filter((piece) => (counts.get(piece) ?? 0) > 1);
  const leaves = (piece: string): string => count(counts.get(piece) ?? 0, 'leaf', 'leaves');
  const blocks = inAll((details) => details.blocks).map((piece) => `In ${leaves(piece)}:\n\n${piece}`);
  const keys = inAll((details) => details.keys).map((piece) => `${piece} | ${count(counts.get(piece) ?? 0)}`);
  const others = inAll((details) => details.others).map((piece) => `${piece} (${leaves(piece)})`);
  const before = [
    ...few(blocks, room.items, ['block', 'blocks'], room),
    ...keysTable(keys, ['Configuration key', 'Before', 'After', 'Set in', 'Leaves'], room),
    list(others, room),
  ].filter((part) => part !== '');
  return before.length === 0 ? undefined : { open: true, summary: 'The same change in several leaves', before };
}

function few(pieces: readonly string[], most: number, noun: readonly [string, string], room: Room): readonly string[] {
  const more = pieces.length - most;
  return more > 0 ? [...pieces.slice(0, most), `+${count(more, ...noun)} in the ${room.elsewhere}`] : pieces;
}

function keysTable(rows: readonly string[], head: readonly string[], room: Room): readonly string[] {
  if (rows.length === 0) return [];
  const lines = [head.join(' | '), head.map(() => '---').join(' | '), ...rows.slice(0, room.rows)];
  const table = lines.map((line) => `| ${line} |`).join('\n');
  return few([table, ...rows.slice(room.rows)], 1, ['key', 'keys'], room);
}

function list(items: readonly string[], room: Room): string {
  const more = items.length - room.items;
  const shown = more > 0 ? [...items.slice(0, room.items), `+${count(more)} more in the ${room.elsewhere}`] : items;
  return shown.map((item) => `- ${item}`).join('\n');
}
