/** What an apply did, and what it refused, as plain data. */
import { PROBLEM_NAMES, RUN_NAMES, SUMMARY_NAMES } from '../../execution/report-names.ts';
import type { RunFacts } from '../../execution/run-facts.ts';
import type { Names } from '../../masking/mask-data.ts';
import type { Difference } from '../../gate/judge.ts';
import type { Problem } from '../../base/problems.ts';
import type { AppliedResource } from '../../terraform/apply.ts';
import type { PlanSummary } from '../../terraform/plan-summary.ts';
import type { ProgramName } from '../../terraform/programs.ts';

/** A plan that was not applied, and what a person needs to accept it. */
export interface OpenPlan {
  readonly summary: PlanSummary;
  /** `terraform show`, without colors. */
  readonly text: string;
  /** Undefined if the plan has none and so cannot be accepted. */
  readonly fingerprint: string | undefined;
}

/** A plan that nobody has reviewed. */
interface Refused<Status extends string> {
  readonly status: Status;
  /** Sentences. */
  readonly why: string;
  readonly differences: readonly Difference[];
  readonly plan: OpenPlan | undefined;
  /** It could not be planned when it was reviewed, so nobody has seen the plan. */
  readonly isUnseen?: true | undefined;
}

/** How one leaf ended. */
export type ApplyOutcome =
  | {
      readonly status: 'applied';
      readonly summary: PlanSummary;
      readonly done: readonly AppliedResource[];
      /** Actions that failed and that may fail. */
      readonly failed?: readonly AppliedResource[] | undefined;
      /** Sentences: which hooks failed afterwards. The job fails, and the leaf stays applied. */
      readonly hookFailures?: readonly string[] | undefined;
    }
  /** Of a manual run that accepts nothing: the plan to accept. */
  | { readonly status: 'planned'; readonly plan: OpenPlan }
  /** The plan does nothing: there was nothing left to do. */
  | { readonly status: 'nothing' }
  /** Of a merge group: the plan is the one that was reviewed. */
  | { readonly status: 'as-reviewed'; readonly summary: PlanSummary }
  | Refused<'refused'>
  /** The plan was as reviewed until an earlier leaf of the same run was applied. */
  | Refused<'awaiting'>
  /** Of a merge group: it reads what other leaves of the pull request create. Paths of these. */
  | { readonly status: 'waits'; readonly for: readonly string[] }
  | {
      readonly status: 'failed';
      readonly stage: 'render' | 'init' | 'plan' | 'show' | 'apply';
      readonly output: string;
      /** What the state holds now although the apply failed. */
      readonly done: readonly AppliedResource[];
      /** What it may hold. */
      readonly failed: readonly AppliedResource[];
    }
  | {
      readonly status: 'not-tried';
      readonly why: string;
      /** Paths of the leaves that it reads and that create what it reads: it cannot be planned before. */
      readonly waitsFor?: readonly string[] | undefined;
    }
  | { readonly status: 'superseded'; readonly why: string }
  | { readonly status: 'paused'; readonly why: string }
  | { readonly status: 'moved'; readonly to: string | undefined }
  /** Of a wave that has not run. */
  | { readonly status: 'pending'; readonly wave: string; readonly environment: string | undefined }
  /** Removed but not destroyed: its resources are no longer managed from here. */
  | {
      readonly status: 'orphaned';
      readonly why: string;
      /** Addresses; undefined if the leaf's resources are not known. */
      readonly resources: readonly string[] | undefined;
    };

export interface ApplyLeafReport {
  readonly leaf: string;
  readonly outcome: ApplyOutcome;
  /** The pull request whose record has the leaf. */
  readonly pullRequest: number | undefined;
  readonly problems: readonly Problem[];
  /** Of an earlier wave: the attempt of its job. */
  readonly attempt?: number | undefined;
}

/** A pull request that was merged earlier, with leaves to apply and no report of an apply. */
export interface UnappliedMerge {
  readonly number: number;
  /** ISO time. */
  readonly mergedAt: string;
  /** Full id of the commit that merged it. */
  readonly commit: string;
  /** Paths; none if they are not known. */
  readonly leaves: readonly string[];
  /** A sentence why its plans would not be applied; undefined if they would be. */
  readonly why: string | undefined;
}

/** A leaf that is no part of the run and reads outputs that it has changed: its next plan may change something. */
export interface PendingLeaf {
  readonly leaf: string;
  /** Path of the leaf that it reads. */
  readonly reads: string;
  /** Names of the outputs. */
  readonly outputs: readonly string[];
}

/** How a leaf ended in an earlier attempt of the same run. */
export interface EarlierOutcome {
  /** Counts from 1. */
  readonly attempt: number;
  readonly leaf: string;
  readonly status: 'applied' | 'failed' | 'refused' | 'awaiting' | 'not-tried';
  readonly words: string;
}

/** The wave that the job has applied. */
export interface OwnWave {
  readonly name: string;
  /** Whether a person started the run: running it again would not accept anything else. */
  readonly byHand: boolean;
}

export interface ApplyReport extends RunFacts {
  /** Full commit ids: what was applied, and what it was compared with. */
  readonly head: string;
  readonly base: string | undefined;
  readonly terraformVersion: string | undefined;
  /** The program that planned; Terraform where it is not given. */
  readonly program?: ProgramName | undefined;
  /** Whether the plans were only compared with their reviews (a merge group). */
  readonly comparing: boolean;
  /** Absent for an apply of all leaves in one job. */
  readonly wave?: OwnWave | undefined;
  readonly cancelled: boolean;
  readonly notices: readonly string[];
  /** In the order of applying. */
  readonly leaves: readonly ApplyLeafReport[];
  readonly problems: readonly Problem[];
  /** In the order of merging. */
  readonly unapplied: readonly UnappliedMerge[];
  /** In the order of applying what they read; absent for none. */
  readonly pending?: readonly PendingLeaf[] | undefined;
  /** What earlier attempts of this run did; absent for none. */
  readonly earlier?: readonly EarlierOutcome[] | undefined;
}

const APPLIED_NAMES = { address: 'address', action: 'name' } as const satisfies Names<AppliedResource>;

/** What in a report is never masked. */
export const APPLY_NAMES = {
  ...RUN_NAMES,
  head: 'name',
  base: 'name',
  program: 'name',
  wave: 'name',
  leaves: {
    leaf: 'name',
    outcome: {
      status: 'name',
      stage: 'name',
      to: 'name',
      for: 'name',
      waitsFor: 'name',
      wave: 'name',
      environment: 'name',
      summary: SUMMARY_NAMES,
      plan: { summary: SUMMARY_NAMES, fingerprint: 'name' },
      done: APPLIED_NAMES,
      failed: APPLIED_NAMES,
      differences: { address: 'address', before: 'name', after: 'name' },
      resources: 'address',
    },
    problems: PROBLEM_NAMES,
  },
  problems: PROBLEM_NAMES,
  pending: { leaf: 'name', reads: 'name', outputs: 'address' },
  unapplied: { mergedAt: 'name', commit: 'name', leaves: 'name' },
} as const satisfies Names<ApplyReport>;
