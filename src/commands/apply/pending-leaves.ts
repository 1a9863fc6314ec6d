/** Leaves that an apply leaves behind: they read outputs that it has changed, and are no part of it. Pure. */
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import type { Graph } from '../../graph/graph.ts';
import type { ApplyOutcome, PendingLeaf } from './report.ts';

/** @returns undefined for none */
export function pendingLeaves(
  selected: readonly ChangedLeaf[],
  outcomes: ReadonlyMap<ChangedLeaf, ApplyOutcome>,
  { edges }: Graph,
): readonly PendingLeaf[] | undefined {
  const own = new Set(selected.map(({ leaf }) => leaf.path));
  const found = selected.flatMap((each) => {
    const outcome = outcomes.get(each);
    if (outcome?.status !== 'applied') return [];
    const changed = (outcome.summary.outputs ?? []).filter(({ action }) => action !== 'create').map(({ name }) => name);
    return edges.flatMap(({ reader, reads, outputs }): readonly PendingLeaf[] => {
      if (reads !== each.leaf.path || own.has(reader)) return [];
      const read = changed.filter((name) => outputs === 'all' || outputs.includes(name));
      return read.length === 0 ? [] : [{ leaf: reader, reads, outputs: read }];
    });
  });
  return found.length === 0 ? undefined : found;
}
