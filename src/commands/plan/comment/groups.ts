/** Leaves that change alike, put together: a reader reads each change once, however many leaves it is in. */
import { formatProblem } from '../../../base/problems.ts';
import type { LeafNames } from '../../../markdown/leaf-names.ts';
import { atStake, likeness } from '../../../markdown/own-names.ts';
import type { LeafReport, Outcome } from '../report.ts';

/** At least one leaf; the first stands for all. */
export interface LeafGroup {
  readonly first: LeafReport;
  readonly others: readonly LeafReport[];
}

/**
 * Groups of leaves of one name with the same reasons, outcome, counted actions, resources and problems. Names of a
 * leaf's own folders are put aside before the comparison, everything else has to be equal. The order stays: each group
 * is where its first leaf is.
 */
export function groupsOf(leaves: readonly LeafReport[], names: LeafNames): readonly LeafGroup[] {
  const groups = new Map<string, LeafReport[]>();
  for (const leaf of leaves) {
    const { kind, restated, reasons, pins, blocks, outcome, movedTo, ahead, readers, onlyReads } = leaf;
    const problems = leaf.problems.map(formatProblem);
    const facts = {
      kind,
      restated,
      reasons,
      pins,
      blocks,
      movedTo,
      ahead,
      readers,
      onlyReads,
      problems,
      outcome: shapeOf(outcome),
    };
    const verbatim = [names.of(leaf.leaf).name, kind, restated ?? false, outcomeVerbatim(outcome)];
    const key = likeness(leaf.leaf, verbatim, facts);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [leaf]);
    else group.push(leaf);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}

/** What must be equal to the letter: how it ended, and what happens to which existing objects. */
function outcomeVerbatim(outcome: Outcome): unknown {
  if (outcome.status !== 'planned') return outcome.status;
  return atStake(outcome.summary);
}

/** All but a plan's text, which has ids that differ. */
function shapeOf(outcome: Outcome): unknown {
  return outcome.status === 'planned' ? outcome.summary : outcome;
}
