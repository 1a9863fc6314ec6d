/** What leaves of one issue have in common. Pure. */
import { nameAlone } from '../../../markdown/leaf-names.ts';
import { atStake, likeness } from '../../../markdown/own-names.ts';
import type { DriftOutcome, LeafDrift } from '../report.ts';
import { digest } from './identity.ts';

/** Whether leaves with one cause share an issue. */
export const ISSUES_PER = ['cause', 'leaf'] as const;
export type IssuesPer = (typeof ISSUES_PER)[number];

/**
 * The digest of a leaf's cause. Leaves of one composition and class have the same if the same values of the same
 * resources differ, the names of a leaf's own folders put aside, as in the groups of a plan's report. What a rule
 * ignores and what Terraform warns of is no cause.
 */
export function causeOf(
  { leaf, identity }: Pick<LeafDrift, 'leaf' | 'identity'>,
  outcome: Extract<DriftOutcome, { class: 'drifted' | 'pending' }>,
  per: IssuesPer,
): string {
  if (per === 'leaf') return digest('leaf', identity.leaf);
  const { drifted, planned, summary } = outcome;
  const verbatim = [nameAlone(leaf).name, outcome.class, atStake(summary)];
  const facts = [
    drifted.map(({ address, gone, attributes }) => [address, gone, attributes]),
    planned.map(({ address, values }) => [address, values ?? []]),
    summary.resources,
  ];
  return digest('cause', likeness(leaf, verbatim, facts));
}
