/** Decisions about a leaf before Terraform runs, and about its plan before it is applied. Pure. */
import { isBlocking, type CheckResult } from '../../checks/check.ts';
import { checkTitle, findingLine } from '../../checks/groups.ts';
import { headOf, type ChangedLeaf, type PlannableLeaf } from '../../changes/changed-leaf.ts';
import { madeBy } from '../../execution/record-entry.ts';
import { judge, type Verdict } from '../../gate/judge.ts';
import type { ReviewedLeaf } from '../../gate/record.ts';
import { firstFew } from '../../markdown/phrases.ts';
import { lostState } from '../../rendering/state.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import type { FingerprintContext } from '../../terraform/fingerprint.ts';
import { providerVersions } from '../../terraform/mirror.ts';
import type { PlanResult } from '../../terraform/plan.ts';
import type { ApplyOutcome, OpenPlan } from './report.ts';

/** A leaf to plan, judge and apply. */
export interface Candidate {
  readonly changed: PlannableLeaf;
  /** Its entry in the record, or a sentence why none counts. */
  readonly reviewed: ReviewedLeaf | { readonly missing: string };
  /** Why no two plans of it are the same; undefined if no cause is known. */
  readonly planNeverRepeats: string | undefined;
  /** Why it must not be applied even as reviewed; undefined if it may. */
  readonly forbidden: Forbidden | undefined;
  readonly context: FingerprintContext | undefined;
  /** Paths of the leaves without which it cannot be planned: it is planned after them. Undefined for none. */
  readonly postponed: readonly string[] | undefined;
}

export interface Forbidden {
  /** Sentences. */
  readonly why: string;
  /** Whether a person may still accept it. */
  readonly acceptable: boolean;
}

/** A leaf that is done with Terraform, and how it ended. */
export interface EndedLeaf {
  readonly changed: ChangedLeaf;
  readonly outcome: ApplyOutcome;
}

export type Planned = Extract<PlanResult, { ok: true }>;

/** What decides whether a plan may be applied. */
export interface JudgeSettings {
  /** Fingerprints that a person accepts. */
  readonly accepted: ReadonlySet<string>;
  readonly destroyRemoved: boolean;
  /** Whether a plan that only creates needs nobody who has seen it, if its leaf waited when it was reviewed. */
  readonly allowsUnseenCreates: boolean;
  /** Only judges, applies nothing. */
  readonly compareOnly: boolean;
  /** `linux_amd64` */
  readonly platform: string;
}

/** The outcome of a leaf that Terraform cannot run for. */
export function outcomeWithoutPlan(each: Exclude<ChangedLeaf, PlannableLeaf>): ApplyOutcome {
  switch (each.kind) {
    case 'moved':
      return { status: 'moved', to: each.movedTo };
    case 'failed':
      return { status: 'failed', stage: 'render', output: '', done: [], failed: [] };
    case 'paused':
      return { status: 'paused', why: each.why };
    case 'removed':
      return each.fate === 'orphan'
        ? { status: 'orphaned', why: each.why, resources: undefined }
        : { status: 'not-tried', why: each.why };
  }
}

/**
 * The outcome of a leaf without a review: its plan would run unreviewed code with the credentials of the apply.
 */
export function outcomeWithoutReview(
  { kind }: PlannableLeaf,
  missing: string,
  { destroyRemoved }: Pick<JudgeSettings, 'destroyRemoved'>,
): ApplyOutcome {
  return kind === 'removed' && !destroyRemoved
    ? { status: 'orphaned', why: `Nothing is destroyed. ${missing}`, resources: undefined }
    : { status: 'refused', why: missing, differences: [], plan: undefined };
}

/** @param isManual a manual run compares with nothing: there the accepted plan shows that everything is created */
export function forbiddenFor(changed: PlannableLeaf, isManual: boolean): Forbidden | undefined {
  if (changed.kind === 'removed') return undefined;
  const lost = lostState(headOf(changed)?.rendering.state, true);
  if (lost !== undefined) return { why: `${lost} Configure a remote backend.`, acceptable: false };
  if (changed.kind !== 'changed' || !changed.restated || isManual) return undefined;
  const why =
    'Its backend changed: everything would be created again, and what exists would be left behind. Move the state first, or accept the plan.';
  return { why, acceptable: true };
}

/** The outcome of a planned leaf that is not applied; undefined if its plan may be applied. */
export function judgePlan(
  candidate: Candidate,
  plan: Planned,
  settings: JudgeSettings,
  binary: TerraformBinary,
  checks: readonly CheckResult[] = [],
): ApplyOutcome | undefined {
  const { changed, planNeverRepeats } = candidate;
  if (changed.kind === 'removed' && !settings.destroyRemoved && plan.summary.hasChanges) {
    const resources = plan.summary.resources
      .filter(({ action }) => action === 'delete' || action === 'forget')
      .map(({ address }) => address);
    return { status: 'orphaned', why: 'destroy-removed is not set, so nothing is destroyed.', resources };
  }
  const verdict = verdictOf(candidate, plan, settings, binary);
  switch (verdict.kind) {
    case 'nothing':
      return { status: 'nothing' };
    case 'refuse': {
      const why = [verdict.why, planNeverRepeats, plan.beyondReview].filter((each) => each !== undefined).join(' ');
      const { differences, isUnseen } = verdict;
      const status = isUnseen === true ? 'awaiting' : 'refused';
      return { status, why, differences, plan: openPlan(candidate, plan), isUnseen };
    }
    case 'apply': {
      const forbidden = forbiddenNow(candidate, plan);
      if (forbidden !== undefined && !isAccepted(plan, forbidden, settings)) {
        return { status: 'refused', why: forbidden.why, differences: [], plan: openPlan(candidate, plan) };
      }
      const unchecked = whyNotWell(candidate.reviewed, checks);
      if (unchecked !== undefined) {
        const open = { ...openPlan(candidate, plan), fingerprint: undefined };
        return { status: 'refused', why: unchecked, differences: [], plan: open };
      }
      return settings.compareOnly ? { status: 'as-reviewed', summary: plan.summary } : undefined;
    }
  }
}

/** Why checks keep a plan from being applied: a person changes the settings or the code, but accepts nothing. */
function whyNotWell(reviewed: Candidate['reviewed'], checks: readonly CheckResult[]): string | undefined {
  const before = 'missing' in reviewed ? undefined : reviewed.checks;
  const failed = checks.filter(isBlocking);
  const [first] = failed;
  if (first !== undefined) {
    const names = failed.map(checkTitle).join(', ');
    const since = failed.some(({ name }) => before?.passed.includes(name) === true)
      ? ' It passed when it was reviewed.'
      : '';
    const words = firstFew(first.findings.map(findingLine), 3) || first.why || first.output.trim();
    return `Required checks failed: ${names}.${since} ${words}\nFix what they found, or change the setting "checks", in a pull request; then apply the leaf by hand.`;
  }
  const missed =
    before?.failed.filter((name) => !checks.some((each) => each.name === name && each.status === 'passed')) ?? [];
  if (missed.length === 0) return undefined;
  return `Required checks failed when it was reviewed: ${missed.join(', ')}.`;
}

function verdictOf(
  { changed, reviewed, context }: Candidate,
  { summary, fingerprint, providers, beyondCreating }: Planned,
  { accepted, platform, allowsUnseenCreates }: JudgeSettings,
  binary: TerraformBinary,
): Verdict {
  if (context === undefined || fingerprint === undefined) {
    if (!summary.hasChanges) return { kind: 'nothing' };
    const why = 'Its rendering depends on the environment, so it cannot be compared with what was reviewed.';
    return { kind: 'refuse', why, differences: [] };
  }
  return judge(
    {
      hasChanges: summary.hasChanges,
      destroys: changed.kind === 'removed',
      fingerprint,
      context,
      terraform: binary.version,
      providers: providerVersions(providers),
      madeBy: madeBy(binary, platform, providers),
      beyondCreating,
    },
    reviewed,
    accepted,
    allowsUnseenCreates,
  );
}

/** Code that cannot have been reviewed is not applied, even if accepted. */
function forbiddenNow({ forbidden }: Candidate, { beyondReview }: Planned): Forbidden | undefined {
  return beyondReview === undefined ? forbidden : { why: beyondReview, acceptable: false };
}

function isAccepted({ fingerprint }: Planned, { acceptable }: Forbidden, { accepted }: JudgeSettings): boolean {
  return acceptable && fingerprint !== undefined && accepted.has(fingerprint.value);
}

/** A plan for a person to read. Its fingerprint is shown only if accepting it helps. */
export function openPlan(candidate: Candidate, plan: Planned): OpenPlan {
  const { summary, text, fingerprint } = plan;
  const isFinal = forbiddenNow(candidate, plan)?.acceptable === false;
  return { summary, text, fingerprint: isFinal ? undefined : fingerprint?.value };
}
