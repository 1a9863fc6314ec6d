/**
 * Plans leaves again, judges each plan against its review, and applies those that are as reviewed, in order. First all
 * are planned, so that it is known before anything is applied which plans differ from their reviews; a plan that
 * differs only later differs because of what this run has applied.
 */
import pLimit from 'p-limit';
import type { ChangedLeaf } from '../../changes/changed-leaves.ts';
import { judge, type Verdict } from '../../gate/judge.ts';
import type { ReviewedLeaf } from '../../gate/record.ts';
import { messageOf } from '../../base/node-errors.ts';
import { isAround, sequence } from '../../gate/sequence.ts';
import type { ApplyOutcome, OpenPlan } from './report.ts';
import type { ApplyResult } from '../../terraform/apply.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import type { FingerprintContext } from '../../terraform/fingerprint.ts';
import { providerVersions } from '../../terraform/mirror.ts';
import type { PlanResult } from '../../terraform/plan.ts';
import { holdLogs } from '../../execution/held-logs.ts';
import {
  withLeafTerraform,
  type JobSurroundings,
  type LeafSources,
  type LeafTerraform,
  type PlanSettings,
} from '../../execution/leaf-terraform.ts';
import { madeBy } from '../../execution/record-entry.ts';

/** One leaf to be applied, with what is known before Terraform runs. */
export interface Candidate {
  readonly leaf: ChangedLeaf['leaf'];
  readonly changed: ChangedLeaf;
  /** How it has ended without Terraform, for the sake of what comes after it; undefined where it is to be planned. */
  readonly known: ApplyOutcome | undefined;
  readonly reviewed: ReviewedLeaf | { readonly missing: string };
  /** Why no two plans of it are the same; undefined where nothing is known to make them differ. */
  readonly restless: string | undefined;
  /** Why it must not be applied even as it was reviewed; `acceptable` in a manual run. Undefined where it may. */
  readonly forbidden: { readonly why: string; readonly acceptable: boolean } | undefined;
  readonly context: FingerprintContext | undefined;
}

export interface ApplySettings extends PlanSettings {
  readonly accepted: ReadonlySet<string>;
  readonly destroyRemoved: boolean;
  /** Plans and judges, and applies nothing. */
  readonly compareOnly: boolean;
}

/** Runtime directories that wait for their apply: each may hold a copy of large providers. The others are planned again. */
const MOST_KEPT = 10;

type Planned = Extract<PlanResult, { ok: true }>;

/** @returns how each candidate ended */
export async function applyLeaves(
  settings: ApplySettings,
  around: JobSurroundings,
  sources: LeafSources,
  candidates: readonly Candidate[],
  binary: TerraformBinary,
): Promise<ReadonlyMap<Candidate, ApplyOutcome>> {
  const { log } = around;
  const logs = holdLogs(log);
  const outcomes = new Map<Candidate, ApplyOutcome>();
  const plans = new Map<Candidate, Planned>();
  const kept = new Set<Candidate>();

  await withLeafTerraform(
    settings,
    around,
    sources,
    candidates.flatMap(({ changed, known }) => (known === undefined ? [changed] : [])),
    binary,
    'apply',
    async (terraform) => {
      const limit = pLimit(settings.parallelism);
      await Promise.all(candidates.map((each) => limit(() => planFirst(each, terraform))));
      logs.release();
      if (settings.compareOnly) return;
      const order = sources.head.project.settings.compositionOrder;
      const staying = candidates.filter(({ changed }) => changed.kind !== 'removed');
      const leaving = candidates.filter(({ changed }) => changed.kind === 'removed');
      await applyAll(sequence(staying, order), terraform, limit);
      // What is gone from the configuration may still be used by what is around it, until that is applied.
      const last = sequence(leaving, order, true).map(({ item, after }) => ({
        item,
        after: [...staying.filter((each) => isAround(each.leaf, item.leaf)), ...after],
      }));
      await applyAll(last, terraform, limit);
    },
  ).finally(() => {
    logs.release();
  });
  return outcomes;

  async function planFirst(candidate: Candidate, terraform: LeafTerraform): Promise<void> {
    if (candidate.known !== undefined) {
      outcomes.set(candidate, candidate.known);
      return;
    }
    if (around.cancelled()) {
      outcomes.set(candidate, notTried('The job was cancelled.'));
      return;
    }
    const outcome = await planAndJudge(candidate, terraform, 'plan');
    if (outcome !== undefined) outcomes.set(candidate, outcome);
    if (outcome === undefined && kept.size < MOST_KEPT) kept.add(candidate);
    else terraform.discard(candidate.changed);
  }

  /** Undefined: the plan may be applied. */
  async function planAndJudge(
    candidate: Candidate,
    terraform: LeafTerraform,
    title: string,
  ): Promise<ApplyOutcome | undefined> {
    const { result, lines } = await terraform.plan(candidate.changed, candidate.context);
    logs.hold(`${candidate.leaf.path}: ${title}`, lines);
    log.info(`${candidate.leaf.path}: ${title}${result.ok ? '' : ' failed'}`);
    if (!result.ok) {
      return { status: 'failed', stage: result.stage, output: result.output, done: [], failed: [] };
    }
    plans.set(candidate, result);
    return outcomeOf(candidate, result);
  }

  function outcomeOf(candidate: Candidate, plan: Planned): ApplyOutcome | undefined {
    const { changed, context, restless } = candidate;
    const forbidden = forbiddenFor(candidate, plan);
    if (changed.kind === 'removed' && !settings.destroyRemoved && plan.summary.hasChanges) {
      const resources = plan.summary.resources
        .filter(({ action }) => action === 'delete')
        .map(({ address }) => address);
      return { status: 'orphaned', why: 'destroy-removed is not set, so nothing of it is destroyed.', resources };
    }
    const verdict = judgePlan(candidate, plan);
    switch (verdict.kind) {
      case 'nothing':
        return { status: 'nothing' };
      case 'refuse': {
        const why = [verdict.why, restless, plan.beyondReview].filter((each) => each !== undefined).join(' ');
        return { status: 'refused', why, differences: verdict.differences, plan: openPlan(plan, forbidden) };
      }
      case 'apply':
        if (forbidden !== undefined && !isAccepted(plan, forbidden)) {
          return { status: 'refused', why: forbidden.why, differences: [], plan: openPlan(plan, forbidden) };
        }
        return settings.compareOnly ? { status: 'as-reviewed', summary: plan.summary } : undefined;
    }

    function isAccepted({ fingerprint }: Planned, { acceptable }: { readonly acceptable: boolean }): boolean {
      return acceptable && fingerprint !== undefined && settings.accepted.has(fingerprint.value);
    }

    function judgePlan({ reviewed }: Candidate, { summary, fingerprint, providers }: Planned): Verdict {
      if (!summary.hasChanges) return { kind: 'nothing' };
      if (context === undefined || fingerprint === undefined) {
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
          madeBy: madeBy(binary, settings.platform, providers),
        },
        reviewed,
        settings.accepted,
      );
    }
  }

  async function applyAll(
    order: ReturnType<typeof sequence<Candidate>>,
    terraform: LeafTerraform,
    limit: ReturnType<typeof pLimit>,
  ): Promise<void> {
    const ended = new Map<Candidate, Promise<void>>();
    for (const { item, after } of order) {
      ended.set(
        item,
        Promise.all(after.flatMap((each) => ended.get(each) ?? [])).then(() =>
          limit(() => applyOne(item, after, terraform)),
        ),
      );
    }
    await Promise.all(ended.values());
  }

  async function applyOne(candidate: Candidate, after: readonly Candidate[], terraform: LeafTerraform): Promise<void> {
    const known = outcomes.get(candidate);
    // What could not be planned may have missed what has been applied before it in the meantime.
    const wasPlanned = candidate.known === undefined;
    const again =
      wasPlanned && known?.status === 'failed' && after.some((each) => outcomes.get(each)?.status === 'applied');
    if (known !== undefined && !again) return;
    outcomes.set(candidate, await tryToApply(candidate, after, terraform).catch(failedOutside));
    terraform.discard(candidate.changed);
  }

  async function tryToApply(
    candidate: Candidate,
    after: readonly Candidate[],
    terraform: LeafTerraform,
  ): Promise<ApplyOutcome> {
    const blocking = after.find((each) => isBlocking(outcomes.get(each)));
    if (blocking !== undefined) return notTried(`It comes after ${blocking.leaf.path}, which was not applied.`);
    if (around.cancelled()) return notTried('The job was cancelled.');
    const isAfterApply = after.some((each) => outcomes.get(each)?.status === 'applied');
    if (isAfterApply || !kept.has(candidate)) {
      const changed = await planAndJudge(candidate, terraform, 'plan before its apply');
      if (changed?.status === 'refused' && isAfterApply) return { ...changed, status: 'awaiting' };
      if (changed !== undefined) return changed;
      if (around.cancelled()) return notTried('The job was cancelled.');
    }
    const plan = plans.get(candidate);
    if (plan === undefined) throw new Error(`${candidate.leaf.path} was not planned`);
    log.info(`${candidate.leaf.path}: apply`);
    const { result, lines } = await terraform.apply(candidate.changed);
    logs.hold(`${candidate.leaf.path}: apply`, lines);
    if (result.refused !== undefined) {
      const open = openPlan(plan, candidate.forbidden);
      return { status: 'refused', why: result.refused, differences: [], plan: open };
    }
    log.info(`${candidate.leaf.path}: ${doneInWords(result)}`);
    if (result.ok) return { status: 'applied', summary: plan.summary, done: result.done };
    return { status: 'failed', stage: 'apply', output: result.output, done: result.done, failed: result.failed };
  }
}

/** What a killed job has done must be known: it stands in the log before the output of Terraform does. */
function doneInWords({ ok, done, failed }: ApplyResult): string {
  const words = (resources: ApplyResult['done']): string =>
    resources.map(({ action, address }) => `${action} ${address}`).join(', ') || 'nothing';
  return `${ok ? 'applied' : 'apply failed'}, done: ${words(done)}${ok ? '' : `; failed: ${words(failed)}`}`;
}

/** What keeps those that come after it from being tried. */
function isBlocking(outcome: ApplyOutcome | undefined): boolean {
  switch (outcome?.status) {
    case 'failed':
    case 'refused':
    case 'awaiting':
    case 'not-tried':
      return true;
    default:
      return false;
  }
}

/** Code that nobody can have reviewed is not applied, whoever accepts it. */
function forbiddenFor({ forbidden }: Candidate, { beyondReview }: Planned): Candidate['forbidden'] {
  return beyondReview === undefined ? forbidden : { why: beyondReview, acceptable: false };
}

/** A fingerprint is shown only where accepting it helps. */
function openPlan({ summary, text, fingerprint }: Planned, forbidden: Candidate['forbidden']): OpenPlan {
  return { summary, text, fingerprint: forbidden?.acceptable === false ? undefined : fingerprint?.value };
}

/** A Terraform that cannot be started, say: what becomes of the others must still be reported. */
function failedOutside(error: unknown): ApplyOutcome {
  return { status: 'failed', stage: 'apply', output: messageOf(error), done: [], failed: [] };
}

function notTried(why: string): ApplyOutcome {
  return { status: 'not-tried', why };
}
