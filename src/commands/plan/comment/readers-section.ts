/** Who reads the outputs that change: a line for each leaf, what is taken away from whom, and all names in a fold. Pure. */
import { code } from '../../../markdown/escaping.ts';
import type { Block, Fold } from '../../../markdown/fit.ts';
import { leafNames, type LeafNames } from '../../../markdown/leaf-names.ts';
import { count, firstFew } from '../../../markdown/phrases.ts';
import { shownName } from '../../../markdown/shown-names.ts';
import { leavesWithReaders, takenFrom, type ReadLeaf } from '../reader-words.ts';
import type { PlanReport } from '../report.ts';

/** Leaves with a line of their own. */
const MOST_LEAVES = 20;
/** Outputs, or readers, that a line names. */
const MOST_NAMED = 5;

/** Blocks for below the table; none if nobody reads what changes. */
export function readersSection(report: PlanReport, fullReport: string): readonly Block[] {
  const read = leavesWithReaders(report);
  if (read.length === 0) return [];
  const names = leafNames([
    ...report.leaves.map(({ leaf }) => leaf),
    ...read.flatMap(({ readers }) => readers.leaves.map(({ leaf }) => leaf)),
  ]);
  const lines = read.flatMap((each) => [...line(each, names), ...warnings(each, names)]);
  return [
    {
      kind: 'lines',
      begin: '',
      end: '',
      lines: lines.map((each) => `- ${each}`),
      most: MOST_LEAVES,
      more: (left) => `- +${count(left)} more`,
    },
    namesFold(read, names, fullReport),
  ];
}

function line({ leaf, readers, here, elsewhere }: ReadLeaf, names: LeafNames): readonly string[] {
  const outputs = readers.outputs.map(({ name }) => code(name, 60));
  if (outputs.length === 0) return [];
  const are = outputs.length === 1 ? 'is' : 'are';
  const parts = [
    here > 0 ? `${count(here, 'leaf', 'leaves')} here` : '',
    elsewhere > 0 ? `${count(elsewhere, ...(here > 0 ? [] : (['leaf', 'leaves'] as const)))} elsewhere` : '',
  ].filter((part) => part !== '');
  return [`${shownName(names.of(leaf))}: ${firstFew(outputs, MOST_NAMED)} ${are} read by **${parts.join(', ')}**`];
}

function warnings(each: ReadLeaf, names: LeafNames): readonly string[] {
  return takenFrom(each).map(({ output, what, leaves }) => {
    const readers = firstFew(
      leaves.map((leaf) => shownName(names.of(leaf))),
      MOST_NAMED,
    );
    const of = output === undefined ? '' : `${code(output, 60)} of `;
    return `${output === undefined || what === 'removed' ? '🟥' : '⚠️'} ${of}${shownName(names.of(each.leaf))} is **${what}**, and ${what === 'removed' ? 'still ' : ''}read by ${readers}`;
  });
}

function namesFold(read: readonly ReadLeaf[], names: LeafNames, fullReport: string): Fold {
  const all = new Set(read.flatMap(({ readers }) => readers.leaves.map(({ leaf }) => leaf)));
  return {
    kind: 'fold',
    open: false,
    summary: `${count(all.size, 'leaf reads', 'leaves read')} what changes`,
    blocks: read.map(({ leaf, readers }): Block => {
      const rows = readers.leaves.map(({ leaf: reader, isHere, outputs }) => {
        const named = firstFew(
          outputs.map((name) => code(name, 60)),
          MOST_NAMED,
        );
        return `- ${code(reader, 240)}${isHere ? ' (here)' : ''}${named === '' ? '' : `: ${named}`}`;
      });
      return {
        kind: 'lines',
        begin: `${shownName(names.of(leaf))} is read by:\n`,
        end: '',
        lines: rows,
        least: 1_500,
        more: (left) => `- +${count(left)} more in the ${fullReport}`,
      };
    }),
  };
}
