/** Leaves that ended alike, put together as in the plan's report: a reader reads each ending once. Pure. */
import { formatProblem } from '../../base/problems.ts';
import type { LeafNames } from '../../markdown/leaf-names.ts';
import { atStake, likeness } from '../../markdown/own-names.ts';
import type { ApplyLeafReport, ApplyOutcome, ApplyReport, OpenPlan } from './report.ts';
import { earlierLines, statusIn, summaryIn } from './wording.ts';

/** At least one leaf; the first stands for all. */
export interface ApplyGroup {
  readonly first: ApplyLeafReport;
  readonly others: readonly ApplyLeafReport[];
}

/**
 * Groups of leaves of one name that ended alike: the same outcome, causes, problems and earlier attempts, names of a
 * leaf's own folders put aside; what existed and was at stake is the same to the letter. The order stays.
 */
export function groupsOf(
  leaves: readonly ApplyLeafReport[],
  report: ApplyReport,
  names: LeafNames,
): readonly ApplyGroup[] {
  const groups = new Map<string, ApplyLeafReport[]>();
  for (const leaf of leaves) {
    const { outcome, problems, pullRequest } = leaf;
    const plan = openPlanOf(outcome);
    const summary = 'summary' in outcome ? outcome.summary : plan?.summary;
    const verbatim = [
      names.of(leaf.leaf).name,
      statusIn(report, leaf).word,
      pullRequest ?? 0,
      summary === undefined ? '' : atStake(summary),
      outcome.status === 'orphaned' ? (outcome.resources ?? []) : [],
      plan?.fingerprint === undefined,
    ];
    const facts = {
      ...outcome,
      plan: plan?.summary,
      words: summaryIn(report, leaf),
      earlier: earlierLines(report, leaf.leaf),
      problems: problems.map(formatProblem),
    };
    const key = likeness(leaf.leaf, verbatim, facts);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [leaf]);
    else group.push(leaf);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}

/** The plan that was not applied, if it is known. */
export function openPlanOf(outcome: ApplyOutcome): OpenPlan | undefined {
  return 'plan' in outcome ? outcome.plan : undefined;
}
