/** The changed leaves and why, for a terminal and for programs. Pure. */
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import type { Edge } from '../../graph/graph.ts';
import { leafTable, type LeafRow } from '../../markdown/leaf-table.ts';
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
  /** Undefined if they were not asked for. */
  readonly dependents: Dependents | undefined;
}

/** What reads the leaves that differ. */
export interface Dependents {
  /** Paths of the leaves that read them, directly or through others, and do not differ themselves. */
  readonly leaves: readonly string[];
  /** Those among all of these. */
  readonly edges: readonly Edge[];
}

/** One path per line, removed leaves included. */
export function affectedPaths({ changed, dependents }: Affected): string {
  return [...changed.map(({ leaf }) => leaf.path), ...(dependents?.leaves ?? [])].map((path) => `${path}\n`).join('');
}

/** Everything: every reason of every leaf in full, and the edges if dependents were asked for. */
export function affectedJson({ base, head, leafCount, changed, unused, dependents }: Affected): string {
  const leaves = changed.map((each) => ({
    path: each.leaf.path,
    kind: each.kind,
    movedTo: each.kind === 'moved' ? each.movedTo : undefined,
    restated: each.kind === 'changed' && each.restated ? true : undefined,
    reasons: each.reasons,
    problems: each.problems,
  }));
  const more = dependents && {
    dependents: dependents.leaves,
    edges: dependents.edges.map(({ reader, reads, outputs }) => ({ reader, reads, outputs })),
  };
  return `${JSON.stringify({ base, head: head ?? null, leafCount, leaves, unused, ...more }, undefined, 2)}\n`;
}

/**
 * A line for each leaf with its first reasons, then how many there are.
 *
 * @param columns of the terminal, if it is printed to one
 */
export function affectedTable(
  { leafCount, changed, unused, dependents }: Affected,
  columns: number | undefined,
): string {
  const rows: readonly LeafRow[] = [
    ...changed.map((each) => ({ word: each.kind, leaf: each.leaf.path, cells: [whyInWords(each)] })),
    ...(dependents?.leaves ?? []).map((leaf) => ({ word: 'dependent', leaf, cells: [readsInWords(leaf, dependents)] })),
  ];
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
  const more = dependents?.leaves.length ?? 0;
  const reading =
    more === 0 ? [] : [`${count(more, 'other leaf reads', 'other leaves read')} these, directly or through others.`];
  return [...lines, total, ...reading, ...unusedIn].map((line) => `${line}\n`).join('');
}

function readsInWords(leaf: string, dependents: Dependents | undefined): string {
  const edges = (dependents?.edges ?? []).filter(({ reader }) => reader === leaf);
  const words = edges.map(({ reads, outputs, declared }) => {
    if (declared) return `depends on ${reads}`;
    return outputs === 'all' || outputs.length === 0 ? `reads ${reads}` : `reads ${outputs.join(', ')} of ${reads}`;
  });
  return firstFew(words, 3);
}

function whyInWords(each: ChangedLeaf): string {
  if (each.kind === 'moved') return `its state is used by ${each.movedTo}`;
  if (each.kind === 'paused') return each.why;
  const words = [...new Set(each.reasons.flatMap(causesOf).map((cause) => causeText(cause, 40)))];
  const isRestated = each.kind === 'changed' && each.restated;
  return [...(isRestated ? ['its backend changed'] : []), firstFew(words, 3)].filter(Boolean).join('; ');
}
