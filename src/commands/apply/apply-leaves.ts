/**
 * Plans leaves again, judges each plan against its review, and applies those that are as reviewed, in order. All are
 * planned first, so that differences from the reviews are known before anything is applied; a plan that differs only
 * later differs because of what this run has applied.
 */
import pLimit from 'p-limit';
import { messageOf } from '../../base/node-errors.ts';
import { openProgress, type Progress } from '../../base/progress.ts';
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import { holdLogs, type HeldLogs } from '../../execution/held-logs.ts';
import {
  withLeafTerraform,
  type JobContext,
  type LeafTerraform,
  type PlanSettings,
} from '../../execution/leaf-terraform.ts';
import { isAround, sequence, type Reads, type Step } from '../../gate/sequence.ts';
import type { ApplyResult } from '../../terraform/apply.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import type { PlanResult } from '../../terraform/plan.ts';
import { errorsIn, type Diagnostic } from '../../terraform/diagnostics.ts';
import { judgePlan, openPlan, type Candidate, type EndedLeaf, type JudgeSettings, type Planned } from './candidate.ts';
import type { ApplyOutcome } from './report.ts';

export interface ApplySettings extends PlanSettings, JudgeSettings {}

/** Shared by both steps. */
interface Work {
  readonly settings: ApplySettings;
  readonly context: JobContext;
  readonly terraform: LeafTerraform;
  readonly binary: TerraformBinary;
  readonly order: ApplyOrder;
  readonly logs: HeldLogs;
  readonly progress: Progress;
  readonly limit: ReturnType<typeof pLimit>;
  /** What Terraform printed last about each leaf. */
  readonly printed: Map<ChangedLeaf, readonly Diagnostic[]>;
}

/** How the candidates ended, and Terraform's errors and warnings about each. */
export interface AppliedLeaves {
  readonly outcomes: ReadonlyMap<ChangedLeaf, ApplyOutcome>;
  readonly printed: ReadonlyMap<ChangedLeaf, readonly Diagnostic[]>;
}

/** A plan that may be applied, how the leaf ended without one, or for which leaves its plan has to wait. */
type FirstPlan =
  { readonly plan: Planned; /** Whether its runtime directory waits for the apply. */ readonly kept: boolean } | Judged;

type Judged = { readonly outcome: ApplyOutcome } | { readonly waitsFor: readonly string[] };

/** What decides the order. */
export interface ApplyOrder {
  /** The setting `compositions.order`. */
  readonly compositions: readonly string[];
  readonly reads: Reads;
  /** The leaves that a leaf waits for if its plan failed for lack of what they create, and for nothing else. */
  readonly waitsFor: (leaf: ChangedLeaf, failed: PlanResult) => readonly string[] | undefined;
}

/** Runtime directories kept until their apply: each may hold a copy of large providers. Others are planned again. */
const MOST_KEPT = 10;

/**
 * @param top absolute path of the repository's top folder, which has the head's files
 * @param ended leaves that are done and only decide what may follow them
 */
export async function applyLeaves(
  settings: ApplySettings,
  context: JobContext,
  top: string,
  order: ApplyOrder,
  candidates: readonly Candidate[],
  ended: readonly EndedLeaf[],
  binary: TerraformBinary,
): Promise<AppliedLeaves> {
  const logs = holdLogs(context.log);
  const printed = new Map<ChangedLeaf, readonly Diagnostic[]>();
  const progress = openProgress(context.log);
  const leaves = candidates.map(({ changed }) => changed);
  try {
    return await withLeafTerraform(settings, context, top, leaves, binary, 'apply', async (terraform) => {
      const limit = pLimit(settings.parallelism);
      const work = { settings, context, terraform, binary, order, logs, progress, limit, printed };
      const planned = await planAll(candidates, work);
      logs.release();
      return { outcomes: await applyInOrder(planned, ended, work), printed };
    });
  } finally {
    progress.close();
    logs.release();
  }
}

async function planAll(candidates: readonly Candidate[], work: Work): Promise<ReadonlyMap<Candidate, FirstPlan>> {
  const { context, terraform, limit } = work;
  let kept = 0;
  const plans = candidates.map((candidate) =>
    limit(async (): Promise<readonly [Candidate, FirstPlan]> => {
      if (context.cancelled()) return [candidate, { outcome: CANCELLED }];
      if (candidate.postponed !== undefined)
        return [candidate, postpone(candidate, candidate.postponed, work.settings)];
      const first = await planAndJudge(candidate, 'plan', work);
      const isKept = 'plan' in first && kept < MOST_KEPT;
      if (isKept) kept += 1;
      else terraform.discard(candidate.changed);
      return [candidate, 'plan' in first ? { ...first, kept: isKept } : first];
    }),
  );
  return new Map(await Promise.all(plans));
}

/** It waited when it was reviewed, and still does, until what it reads has been applied. */
function postpone(
  { reviewed, context }: Candidate,
  waitsFor: readonly string[],
  { compareOnly }: ApplySettings,
): FirstPlan {
  if (!compareOnly) return { waitsFor };
  if ('missing' in reviewed || reviewed.rendering === context?.rendering) {
    return { outcome: { status: 'waits', for: waitsFor } };
  }
  const why = 'Its files differ from the reviewed ones.';
  return { outcome: { status: 'refused', why, differences: [], plan: undefined } };
}

async function planAndJudge(
  candidate: Candidate,
  title: string,
  { settings, context, terraform, binary, order, logs, progress, printed }: Work,
): Promise<{ readonly plan: Planned } | Judged> {
  const { path } = candidate.changed.leaf;
  const { result, lines, checks } = await progress.run(
    `${path}: ${title}`,
    (step) => terraform.plan(candidate.changed, step, candidate.context),
    ({ result: planned }) => {
      if (planned.ok) return 'done';
      if (context.cancelled()) return 'cancelled';
      return order.waitsFor(candidate.changed, planned) === undefined ? 'failed' : 'waits for others';
    },
  );
  logs.hold(`${path}: ${title}`, lines);
  // Terraform was asked to stop, and says that it did as an error.
  if (!result.ok && context.cancelled()) {
    return { outcome: { status: 'not-tried', why: 'The job was cancelled while it was planned.' } };
  }
  printed.set(candidate.changed, result.ok ? result.warnings : errorsIn(result.output));
  if (!result.ok) {
    const waitsFor = order.waitsFor(candidate.changed, result);
    if (waitsFor !== undefined) return { waitsFor };
    return { outcome: { status: 'failed', stage: result.stage, output: result.output, done: [], failed: [] } };
  }
  const outcome = judgePlan(candidate, result, settings, binary, checks);
  return outcome === undefined ? { plan: result } : { outcome };
}

async function applyInOrder(
  planned: ReadonlyMap<Candidate, FirstPlan>,
  ended: readonly EndedLeaf[],
  work: Work,
): Promise<ReadonlyMap<ChangedLeaf, ApplyOutcome>> {
  const outcomes = new Map<ChangedLeaf, Promise<ApplyOutcome>>(
    ended.map(({ changed, outcome }) => [changed, Promise.resolve(outcome)]),
  );
  const open = new Map<ChangedLeaf, { readonly candidate: Candidate; readonly first: FirstPlan }>(
    [...planned].map(([candidate, first]) => [candidate.changed, { candidate, first }]),
  );
  const leaves: readonly ChangedLeaf[] = [...ended.map(({ changed }) => changed), ...open.keys()];
  const staying = leaves.filter(({ kind }) => kind !== 'removed');
  const leaving = leaves.filter(({ kind }) => kind === 'removed');
  const { compositions, reads } = work.order;
  await run(sequence(staying, compositions, reads));
  // A removed leaf may still be used by the leaves around it, and by those that read it, until they are applied.
  const mayUse = ({ leaf }: ChangedLeaf, removed: ChangedLeaf): boolean =>
    isAround(leaf, removed.leaf) || reads.of.get(leaf.path)?.has(removed.leaf.path) === true;
  await run(
    sequence(leaving, compositions, reads, true).map(({ item, after, needs }) => {
      const users = staying.filter((each) => mayUse(each, item));
      return { item, after: [...users, ...after], needs: [...users, ...needs] };
    }),
  );
  return new Map((await endings([...open.keys()])).map(({ changed, outcome }) => [changed, outcome]));

  async function run(steps: readonly Step<ChangedLeaf>[]): Promise<void> {
    for (const { item, after, needs } of steps) {
      const found = open.get(item);
      if (found === undefined) continue;
      const { candidate, first } = found;
      outcomes.set(
        item,
        endings(after).then((before) => {
          const wanted = new Set(needs);
          const needed = before.filter(({ changed }) => wanted.has(changed));
          return work.limit(() => applyOne(candidate, first, { before, needed }, work));
        }),
      );
    }
    await endings(steps.map(({ item }) => item));
  }

  async function endings(some: readonly ChangedLeaf[]): Promise<readonly EndedLeaf[]> {
    const all = some.map(async (changed) => ({ changed, outcome: await outcomes.get(changed) }));
    return (await Promise.all(all)).flatMap(({ changed, outcome }) =>
      outcome === undefined ? [] : [{ changed, outcome }],
    );
  }
}

/** The leaves that ended before, and those of them without which a leaf must not start. */
interface Before {
  readonly before: readonly EndedLeaf[];
  readonly needed: readonly EndedLeaf[];
}

async function applyOne(candidate: Candidate, first: FirstPlan, ended: Before, work: Work): Promise<ApplyOutcome> {
  if ('outcome' in first) {
    // Its first plan may have failed for lack of something that has been applied since.
    const isWorthAnotherPlan = first.outcome.status === 'failed' && ended.before.some(isApplied);
    if (!isWorthAnotherPlan) return first.outcome;
  }
  try {
    return await tryToApply(candidate, first, ended, work);
  } catch (error) {
    // Terraform cannot be started, for example: the other leaves must still be reported.
    return { status: 'failed', stage: 'apply', output: messageOf(error), done: [], failed: [] };
  } finally {
    work.terraform.discard(candidate.changed);
  }
}

async function tryToApply(
  candidate: Candidate,
  first: FirstPlan,
  { before, needed }: Before,
  work: Work,
): Promise<ApplyOutcome> {
  const { context, terraform, logs, progress, printed, order } = work;
  const { path } = candidate.changed.leaf;
  const waitsFor = 'waitsFor' in first ? first.waitsFor : undefined;
  const blocking = needed.find(isBlocking)?.changed.leaf.path;
  if (blocking !== undefined) {
    const how = order.reads.of.get(path)?.has(blocking) === true ? 'reads' : 'comes after';
    return { status: 'not-tried', why: `It ${how} ${blocking}, which was not applied.`, waitsFor };
  }
  if (context.cancelled()) return CANCELLED;
  const isAfterApply = before.some(isApplied);
  const isReady = 'plan' in first && first.kept && !isAfterApply;
  const ready = isReady ? first : await planAndJudge(candidate, 'plan before its apply', work);
  if ('waitsFor' in ready) {
    const why = `It reads what ${ready.waitsFor.join(', ')} is to create, which is not there yet.`;
    return { status: 'not-tried', why, waitsFor: ready.waitsFor };
  }
  if ('outcome' in ready) {
    const { outcome } = ready;
    if (outcome.status !== 'refused' || !(isAfterApply || waitsFor !== undefined)) return outcome;
    return { ...outcome, status: 'awaiting', isUnseen: waitsFor === undefined ? undefined : true };
  }
  if (context.cancelled()) return CANCELLED;
  const { plan } = ready;
  const { result, lines, hookFailures } = await progress.run(
    `${path}: apply`,
    (step) =>
      terraform.apply(candidate.changed, (words, isEnd) => {
        step(words);
        // Logged while it runs, so that it is known what a killed job has done.
        if (isEnd) context.log.info(`${path}: ${words}`);
      }),
    (applied) => doneInWords(applied.result),
  );
  logs.hold(`${path}: apply`, lines);
  // An apply repeats some of its plan's warnings.
  const repeated = new Set(result.diagnostics.map(({ summary }) => summary));
  const warned = plan.warnings.filter(({ summary }) => !repeated.has(summary));
  printed.set(candidate.changed, [...warned, ...result.diagnostics]);
  if (result.refused !== undefined) {
    return { status: 'refused', why: result.refused, differences: [], plan: openPlan(candidate, plan) };
  }
  if (result.ok) {
    const hooks = hookFailures.length === 0 ? {} : { hookFailures };
    return { status: 'applied', summary: plan.summary, done: result.done, failed: result.failed, ...hooks };
  }
  return { status: 'failed', stage: 'apply', output: result.output, done: result.done, failed: result.failed };
}

const CANCELLED: ApplyOutcome = { status: 'not-tried', why: 'The job was cancelled.' };

/** Logged before Terraform's output. */
function doneInWords({ ok, done, failed }: ApplyResult): string {
  const words = (resources: ApplyResult['done']): string =>
    resources.map(({ action, address }) => `${action} ${address}`).join(', ') || 'nothing';
  return `${ok ? 'applied' : 'apply failed'}, done: ${words(done)}${ok && failed.length === 0 ? '' : `; failed: ${words(failed)}`}`;
}

function isApplied({ outcome }: EndedLeaf): boolean {
  return outcome.status === 'applied';
}

/** Whether it blocks the leaves that come after it. */
function isBlocking({ outcome }: EndedLeaf): boolean {
  return ['failed', 'refused', 'awaiting', 'not-tried'].includes(outcome.status);
}
