/** The result of a run, as plain data: comment, summary, outputs, annotations and terminal are renderings of it. */
import type { CheckResult } from '../../checks/check.ts';
import {
  BLOCK_NAMES,
  CHECK_NAMES,
  PIN_NAMES,
  PROBLEM_NAMES,
  REASON_NAMES,
  RUN_NAMES,
  SUMMARY_NAMES,
} from '../../execution/report-names.ts';
import type { RunFacts } from '../../execution/run-facts.ts';
import type { Names } from '../../masking/mask-data.ts';
import type { ChangeKind, Reason } from '../../changes/changed-leaf.ts';
import type { Problem } from '../../base/problems.ts';
import type { Pin, PinnedBlock } from '../../rendering/rendering.ts';
import type { PlanSummary } from '../../terraform/plan-summary.ts';
import type { ProgramName } from '../../terraform/programs.ts';
import type { Readers, ShownEdge } from './readers.ts';

/** How far the plan of one leaf got. */
export type Outcome =
  | {
      readonly status: 'planned';
      readonly summary: PlanSummary;
      /** `terraform show`, without colors. */
      readonly text: string;
    }
  | {
      readonly status: 'failed';
      readonly stage: 'render' | 'init' | 'plan' | 'show';
      /** Terraform's own words (empty for `render`, whose problems say it). */
      readonly output: string;
    }
  /** It reads what other leaves of the same change create: paths of these. */
  | { readonly status: 'waits'; readonly for: readonly string[] }
  | { readonly status: 'not-run'; /** A sentence: why it was not planned. */ readonly why: string };

/** A block with pins before and after; one side is absent when the block is new or gone. */
export interface BlockChange {
  readonly address: string;
  readonly before?: PinnedBlock | undefined;
  readonly after?: PinnedBlock | undefined;
}

/** Outputs of a leaf. */
export interface ReadOutputs {
  readonly leaf: string;
  readonly outputs: readonly string[];
}

export interface LeafReport {
  /** `config/env=dev/cluster=c1/composition=terraform/terraform=vpc` */
  readonly leaf: string;
  readonly kind: ChangeKind;
  /** The head's leaf that uses a moved leaf's state, if known. */
  readonly movedTo?: string | undefined;
  /** Whether its backend changed, so that its resources are left behind. */
  readonly restated?: boolean | undefined;
  readonly reasons: readonly Reason[];
  /** The head's pins (a removed leaf: the base's). */
  readonly pins: readonly Pin[];
  readonly blocks: readonly BlockChange[];
  readonly outcome: Outcome;
  /** How its checks ended; absent where none ran. */
  readonly checks?: readonly CheckResult[] | undefined;
  /** Why the target branch has changed it too since the pull request's branch left it; absent if it has not. */
  readonly ahead?: readonly Reason[] | undefined;
  /** The change leaves it alone: it is planned only because it reads these outputs, which the change changes. */
  readonly onlyReads?: readonly ReadOutputs[] | undefined;
  /** The leaves that read what its plan changes, replaces or removes; absent for none. */
  readonly readers?: Readers | undefined;
  /** Errors and warnings of this leaf, with their places. */
  readonly problems: readonly Problem[];
}

export interface PlanReport extends RunFacts {
  /** Full id of the commit to show people (the pull request's head); undefined for a working tree. */
  readonly head: string | undefined;
  /** Full id of the commit that was planned, which may be GitHub's test merge of the head. */
  readonly checkedOut: string | undefined;
  readonly base: string | undefined;
  /** `1.11.4`; undefined if Terraform did not run. */
  readonly terraformVersion: string | undefined;
  /** The program that planned; Terraform where it is not given. */
  readonly program?: ProgramName | undefined;
  /** All leaves of the head revision, changed or not. */
  readonly leafCount: number;
  /** How many leaves are left out because they do not use the configuration that differs. */
  readonly unused: number;
  /** Sentences shown above everything else: a pull request from a fork, an unknown base … */
  readonly notices: readonly string[];
  /** The target branch, if head does not have all of it. */
  readonly ahead?: { readonly branch: string; /** Full id of its tip. */ readonly commit: string } | undefined;
  /** A sentence: that a merge applies the plans, and from when on an approval counts. */
  readonly merge?: string | undefined;
  /** Changed and failed leaves in the order in which they would be applied. */
  readonly leaves: readonly LeafReport[];
  /** Between these leaves, and those that read what changes. */
  readonly edges?: readonly ShownEdge[] | undefined;
  /** Problems that belong to no leaf. */
  readonly problems: readonly Problem[];
}

/** A report on a commit, which can be shown on its pull request. */
export interface CommitReport extends PlanReport {
  readonly head: string;
}

/** What in a report is never masked. */
export const PLAN_NAMES = {
  ...RUN_NAMES,
  head: 'name',
  checkedOut: 'name',
  base: 'name',
  program: 'name',
  ahead: 'name',
  leaves: {
    leaf: 'name',
    kind: 'name',
    movedTo: 'name',
    reasons: REASON_NAMES,
    pins: PIN_NAMES,
    blocks: { address: 'name', before: BLOCK_NAMES, after: BLOCK_NAMES },
    outcome: { status: 'name', stage: 'name', for: 'name', summary: SUMMARY_NAMES },
    checks: CHECK_NAMES,
    ahead: REASON_NAMES,
    onlyReads: { leaf: 'name', outputs: 'address' },
    readers: { outputs: { name: 'address', action: 'name' }, leaves: { leaf: 'name', outputs: 'address' } },
    problems: PROBLEM_NAMES,
  },
  edges: 'name',
  problems: PROBLEM_NAMES,
} as const satisfies Names<PlanReport>;
