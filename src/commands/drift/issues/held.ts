/** Which leaves of the project the existing issues are about, now that it may have others. Pure. */
import type { MarkedLeaf } from '../../../markdown/issue-block.ts';
import type { ExistingIssue, Project } from './before.ts';

/** An issue with its leaves as they are called now. */
export interface Held {
  readonly issue: ExistingIssue;
  /** Without those that are gone, and for open issues without those that an older open one has. */
  readonly leaves: readonly MarkedLeaf[];
  /** The numbers of those older ones. */
  readonly elsewhere: readonly number[];
}

/**
 * A leaf that is gone is called like the one that has its state now, if that has no issue of its own. As long as not all
 * states are known, no leaf can be told to be gone.
 *
 * @param own issues of the project, in the order of their age
 */
export function heldBy(own: readonly ExistingIssue[], { leaves, complete }: Project): readonly Held[] {
  const known = new Map(leaves.map((each) => [each.leaf, each]));
  const byState = new Map(leaves.flatMap((each) => (each.state === undefined ? [] : [[each.state, each]])));
  const taken = new Set(own.flatMap(({ marker }) => marker.leaves.map(({ leaf }) => leaf)));
  const heirs = new Map<string, MarkedLeaf>();
  const nowCalled = (marked: MarkedLeaf): readonly MarkedLeaf[] => {
    const now = known.get(marked.leaf) ?? heirs.get(marked.leaf);
    if (now !== undefined) return [now];
    const heir = byState.get(marked.state ?? '');
    if (heir === undefined || taken.has(heir.leaf)) return complete ? [] : [marked];
    taken.add(heir.leaf);
    heirs.set(marked.leaf, heir);
    return [heir];
  };
  const open = new Map<string, number>();
  // An open issue is more likely to be read on than a closed one.
  return own
    .toSorted((a, b) => Number(b.open) - Number(a.open))
    .map((issue) => {
      const now = issue.marker.leaves.flatMap(nowCalled);
      if (!issue.open) return { issue, leaves: now, elsewhere: [] };
      const doubled = now.filter(({ leaf }) => open.has(leaf));
      const mine = now.filter((each) => !doubled.includes(each));
      for (const { leaf } of mine) open.set(leaf, issue.number);
      return { issue, leaves: mine, elsewhere: doubled.flatMap(({ leaf }) => open.get(leaf) ?? []) };
    });
}
