/** What a drift run found, as plain data: issues, summary, log and outputs are renderings of it. */
import { PROBLEM_NAMES, RUN_NAMES, SUMMARY_NAMES } from '../../execution/report-names.ts';
import type { RunFacts } from '../../execution/run-facts.ts';
import type { Names } from '../../masking/mask-data.ts';
import type { IgnoredDrift } from './ignore.ts';
import type { LeafIdentity } from './issues/identity.ts';
import type { Problem } from '../../base/problems.ts';
import type { DriftedResource, PlannedChange } from '../../terraform/drift-json.ts';
import type { PlanSummary } from '../../terraform/plan-summary.ts';
import type { ProgramName } from '../../terraform/programs.ts';

/** The outcome of one leaf. */
export type DriftOutcome =
  | { readonly class: 'clean'; readonly ignored: readonly IgnoredDrift[] }
  | {
      /** `drifted`: something changed outside of Terraform. `pending`: the plan has changes, but no drift explains them. */
      readonly class: 'drifted' | 'pending';
      /** Empty for `pending`. */
      readonly drifted: readonly DriftedResource[];
      readonly ignored: readonly IgnoredDrift[];
      /** What an apply would change in what exists. */
      readonly planned: readonly PlannedChange[];
      readonly summary: PlanSummary;
      /** `terraform show`, without colors. */
      readonly text: string;
    }
  | {
      readonly class: 'error';
      readonly stage: 'render' | 'init' | 'plan' | 'show';
      /** Terraform's own words; empty for `render`, whose problems say it. */
      readonly output: string;
    }
  | {
      readonly class: 'unchecked';
      /** A sentence. */
      readonly why: string;
      /** By `composition.enabled: false`. */
      readonly paused?: boolean;
    };

export interface LeafDrift {
  readonly leaf: string;
  /** Tells it from all other leaves of the project: `vpc · prod`. */
  readonly name: string;
  readonly identity: LeafIdentity;
  readonly outcome: DriftOutcome;
  /** Errors of a leaf that does not render, warnings of any. */
  readonly problems: readonly Problem[];
}

export interface DriftReport extends RunFacts {
  /** Full id of the commit whose leaves were planned. */
  readonly head: string;
  /** When the run began, in UTC: `2026-11-25T04:17:00Z`. */
  readonly time: string;
  readonly terraformVersion: string | undefined;
  /** The program that planned; Terraform where it is not given. */
  readonly program?: ProgramName | undefined;
  /** All leaves of the project, checked or not. */
  readonly leafCount: number;
  /** In byte order of path. */
  readonly leaves: readonly LeafDrift[];
  /** What belongs to no leaf. */
  readonly problems: readonly Problem[];
}

/** What in a report is never masked. */
export const DRIFT_NAMES = {
  ...RUN_NAMES,
  head: 'name',
  time: 'name',
  program: 'name',
  leaves: {
    leaf: 'name',
    name: 'name',
    identity: 'name',
    outcome: {
      class: 'name',
      stage: 'name',
      drifted: { address: 'address' },
      ignored: { address: 'address' },
      planned: { address: 'address', follows: 'address' },
      summary: SUMMARY_NAMES,
    },
    problems: PROBLEM_NAMES,
  },
  problems: PROBLEM_NAMES,
} as const satisfies Names<DriftReport>;

/** The leaves of one class, with their outcome. */
export function leavesOfClass<C extends DriftOutcome['class']>(
  report: DriftReport,
  ...classes: readonly C[]
): readonly (LeafDrift & { readonly outcome: Extract<DriftOutcome, { class: C }> })[] {
  return report.leaves.flatMap((leaf) => {
    const { outcome } = leaf;
    return isOf(outcome, classes) ? [{ ...leaf, outcome }] : [];
  });
}

function isOf<C extends DriftOutcome['class']>(
  outcome: DriftOutcome,
  classes: readonly C[],
): outcome is Extract<DriftOutcome, { class: C }> {
  return classes.some((each) => each === outcome.class);
}
