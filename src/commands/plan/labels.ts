/** The label that a pull request gets: what its plans do, at a glance in lists. Pure. */
import { shorten } from '../../markdown/bytes.ts';
import type { PlanReport } from './report.ts';
import { isAlarming, isLeftBehind, isQuiet } from './verdict.ts';

const COLORS = { 'no changes': 'c2e0c6', changes: 'fbca04', destroys: 'd93f0b' } as const;

/** GitHub allows 50 characters. */
const LONGEST = 50;

/** @returns the label that is true, and all of which only one is */
export function labelOf(report: PlanReport): {
  readonly wanted: { readonly name: string; readonly color: string };
  readonly all: readonly string[];
} {
  const verdict = verdictOf(report);
  return {
    wanted: { name: named(report, verdict), color: COLORS[verdict] },
    all: (['no changes', 'changes', 'destroys'] as const).map((each) => named(report, each)),
  };
}

/** What failed or was not planned may do anything: it counts as changes. */
function verdictOf({ leaves, problems }: PlanReport): keyof typeof COLORS {
  if (leaves.some((leaf) => isAlarming(leaf) || forgets(leaf) || isLeftBehind(leaf))) return 'destroys';
  const isNothing = (leaf: (typeof leaves)[number]): boolean =>
    isQuiet(leaf) || leaf.kind === 'moved' || (leaf.outcome.status === 'planned' && !leaf.outcome.summary.hasChanges);
  return leaves.every(isNothing) && !problems.some(({ severity }) => severity === 'error') ? 'no changes' : 'changes';
}

function forgets({ outcome }: PlanReport['leaves'][number]): boolean {
  return outcome.status === 'planned' && outcome.summary.counts.forget > 0;
}

/** `kompos: changes`, with the report's title `kompos network: changes`. */
function named({ title }: PlanReport, verdict: string): string {
  if (title === '') return `kompos: ${verdict}`;
  // A list of labels separates them by commas.
  return `kompos ${shorten(title.replaceAll(',', ' '), LONGEST - 'kompos : no changes'.length)}: ${verdict}`;
}
