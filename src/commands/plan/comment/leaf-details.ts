/** What changed in a leaf, piece by piece; what several leaves have in common is shown once for all of them. */
import { count } from '../../../markdown/phrases.ts';
import type { Fold } from '../../../markdown/fit.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import { bullets, changeLines } from './changes-list.ts';
import type { DetailLimits } from './detail-limits.ts';
import { blockTexts } from './pinned-blocks.ts';

/** Pieces of finished markdown; equal texts say the same. */
export interface Details {
  /** Items of a list. */
  readonly lines: readonly string[];
  readonly blocks: readonly string[];
}

/** What changed in the leaves of a report. */
export interface Changes {
  /** A list of what several leaves have in common; empty if there is no such thing. */
  readonly common: string;
  /** Their common blocks; nothing in it if there are none. */
  readonly commonBlocks: Fold;
  /** What only this leaf has. */
  readonly own: (leaf: LeafReport) => Details;
}

/** Looks at all of the leaves at once. */
export function changesOf(report: PlanReport, leaves: readonly LeafReport[], limits: DetailLimits): Changes {
  const details = new Map(leaves.map((leaf) => [leaf, detailsOf(report, leaf, limits)]));
  const all = [...details.values()];
  const lines = counted(all.map((each) => each.lines));
  const blocks = counted(all.map((each) => each.blocks));
  const inLeaves = (number: number): string => count(number, 'leaf', 'leaves');
  const shared = [...lines].filter(([, number]) => number > 1);
  const sharedBlocks = [...blocks].filter(([, number]) => number > 1);
  return {
    common: bullets(
      shared.map(([line, number]) => `${line} (${inLeaves(number)})`),
      limits.items,
      limits,
    ),
    commonBlocks: {
      kind: 'fold',
      open: false,
      summary: 'The same change in several leaves',
      blocks: few(
        sharedBlocks.map(([block, number]) => `In ${inLeaves(number)}:\n\n${block}`),
        limits,
      ),
    },
    own: (leaf) => {
      const { lines: mine = [], blocks: myBlocks = [] } = details.get(leaf) ?? {};
      return {
        lines: mine.filter((line) => lines.get(line) === 1),
        blocks: myBlocks.filter((block) => blocks.get(block) === 1),
      };
    },
  };
}

/** Paragraphs, as many as the limits allow. */
export function detailsMarkdown({ lines, blocks }: Details, limits: DetailLimits): readonly string[] {
  return [bullets(lines, limits.rows, limits), ...few(blocks, limits)];
}

function detailsOf(report: PlanReport, leaf: LeafReport, limits: DetailLimits): Details {
  return { lines: changeLines(report, leaf, limits), blocks: blockTexts(report, leaf, limits) };
}

/** How many of the leaves have each piece. */
function counted(all: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const piece of all.flatMap((pieces) => [...new Set(pieces)])) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

function few(pieces: readonly string[], limits: DetailLimits): readonly string[] {
  const more = pieces.length - limits.items;
  if (more <= 0) return pieces;
  return [...pieces.slice(0, limits.items), `+${count(more, 'block', 'blocks')} in the ${limits.fullReport}`];
}
