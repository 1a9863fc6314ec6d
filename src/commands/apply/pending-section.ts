/** Leaves whose next plan may change because of an apply, in words: for the comment and the log. Pure. */
import { code, oneLine } from '../../markdown/escaping.ts';
import { shortTable, type Block } from '../../markdown/fit.ts';
import { nameInWords, type LeafNames } from '../../markdown/leaf-names.ts';
import { count, firstFew } from '../../markdown/phrases.ts';
import type { ApplyReport, PendingLeaf } from './report.ts';

/** Outputs that a line names. */
const MOST_OUTPUTS = 5;

/** A list; empty if there are none. */
export function pendingMarkdown({ pending = [] }: ApplyReport, names: LeafNames): Block {
  if (pending.length === 0) return '';
  const lines = pending.map(({ leaf, reads, outputs }) => {
    const named = outputs.map((name) => code(name, 60));
    return `- ${code(leaf, 240)} reads ${firstFew(named, MOST_OUTPUTS)} of ${code(nameInWords(names.of(reads)), 80)}`;
  });
  return shortTable(`🟡 **Pending**: ${head(pending)}\n`, lines, { most: 50, least: 1_000 });
}

/** The same for a log. */
export function pendingText({ pending = [] }: ApplyReport): readonly string[] {
  if (pending.length === 0) return [];
  return [
    `Pending: ${head(pending)}`,
    ...pending.map(({ leaf, reads, outputs }) =>
      oneLine(`  ${leaf} reads ${firstFew(outputs, MOST_OUTPUTS)} of ${reads}`),
    ),
  ];
}

function head(pending: readonly PendingLeaf[]): string {
  const leaves = new Set(pending.map(({ leaf }) => leaf)).size;
  return `${count(leaves, 'leaf reads', 'leaves read')} what this apply has changed, and ${leaves === 1 ? 'is' : 'are'} no part of it. Plan and apply ${leaves === 1 ? 'it' : 'them'} next.`;
}
