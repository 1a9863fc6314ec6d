/** The changed leaves and why, for a terminal and for programs. Pure. */
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import { leafTable } from '../../markdown/leaf-table.ts';
import { count, firstFew } from '../../markdown/phrases.ts';
import { causesOf, causeText } from '../../markdown/reason-words.ts';

export interface Affected {
  /** Full commit id. */
  readonly base: string;
  /** Full commit id; undefined for the working tree. */
  readonly head: string | undefined;
  /** All leaves of head, changed or not. */
  readonly leafCount: number;
  readonly changed: readonly ChangedLeaf[];
  /** Paths of leaves that see a change of configuration without using it. */
  readonly unused: readonly string[];
}

/** One path per line, removed leaves included. */
export function affectedPaths({ changed }: Affected): string {
  return changed.map(({ leaf }) => `${leaf.path}\n`).join('');
}

/** Everything: every reason of every leaf in full. */
export function affectedJson({ base, head, leafCount, changed, unused }: Affected): string {
  const leaves = changed.map((each) => ({
    path: each.leaf.path,
    kind: each.kind,
    movedTo: each.kind === 'moved' ? each.movedTo : undefined,
    restated: each.kind === 'changed' && each.restated ? true : undefined,
    reasons: each.reasons,
    problems: each.problems,
  }));
  return `${JSON.stringify({ base, head: head ?? null, leafCount, leaves, unused }, undefined, 2)}\n`;
}

/**
 * A line for each leaf with its first reasons, then how many there are.
 *
 * @param columns of the terminal, if it is printed to one
 */
export function affectedTable({ leafCount, changed, unused }: Affected, columns: number | undefined): string {
  const rows = changed.map((each) => ({ word: each.kind, leaf: each.leaf.path, cells: [whyInWords(each)] }));
  const lines = leafTable(rows, columns);
  const gone = changed.filter(({ kind }) => kind === 'removed' || kind === 'moved').length;
  const total =
    changed.length === 0
      ? leafCount === 1
        ? 'The only leaf does not differ.'
        : `None of ${count(leafCount)} leaves differs.`
      : `${count(changed.length - gone, 'leaf', 'leaves')} of ${count(leafCount)}${gone === 0 ? '' : `, and ${count(gone)} that ${gone === 1 ? 'is' : 'are'} gone`}.`;
  const unusedIn =
    unused.length === 0
      ? []
      : [`${count(unused.length, 'leaf sees', 'leaves see')} a change of configuration without using it.`];
  return [...lines, total, ...unusedIn].map((line) => `${line}\n`).join('');
}

function whyInWords(each: ChangedLeaf): string {
  if (each.kind === 'moved') return `its state is used by ${each.movedTo}`;
  if (each.kind === 'paused') return each.why;
  const words = [...new Set(each.reasons.flatMap(causesOf).map((cause) => causeText(cause, 40)))];
  const isRestated = each.kind === 'changed' && each.restated;
  return [...(isRestated ? ['its backend changed'] : []), firstFew(words, 3)].filter(Boolean).join('; ');
}
