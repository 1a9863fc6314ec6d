/** The plans of many leaves at once. */
import pLimit from 'p-limit';
import { openProgress } from '../base/progress.ts';
import type { PlannableLeaf } from '../changes/changed-leaf.ts';
import type { CheckResult } from '../checks/check.ts';
import { oneLine } from '../markdown/escaping.ts';
import { countsInWords } from '../markdown/counts.ts';
import { firstFew } from '../markdown/phrases.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import type { FingerprintContext } from '../terraform/fingerprint.ts';
import type { PlanResult } from '../terraform/plan.ts';
import { holdLogs } from './held-logs.ts';
import { withLeafTerraform, type JobContext, type PlanSettings } from './leaf-terraform.ts';

export interface ParallelPlans {
  /** Without leaves whose plan had not begun, or not ended, when the job was cancelled. */
  readonly results: ReadonlyMap<PlannableLeaf, PlanResult>;
  /** What the checks of each found. */
  readonly checks: ReadonlyMap<PlannableLeaf, readonly CheckResult[]>;
  /** Those whose plan had begun. */
  readonly stopped: ReadonlySet<PlannableLeaf>;
  /** Milliseconds that each of the results took. */
  readonly durations: ReadonlyMap<PlannableLeaf, number>;
}

/** The leaves for which a leaf waits, given the plans that have ended; undefined if its plan has failed, or has not. */
export type WaitsAfterPlan = (
  leaf: PlannableLeaf,
  result: PlanResult,
  others: ReadonlyMap<PlannableLeaf, PlanResult>,
) => Promise<readonly string[] | undefined>;

/**
 * Plans leaves in parallel, each in its own runtime directory, which is removed afterwards. Progress is logged as plans
 * end; Terraform's output once everything that any of the plans marks as sensitive is known.
 *
 * @param top absolute path of the repository's top folder, which has the head's files
 * @param contexts what leaves' fingerprints are bound to; a leaf without an entry gets none
 * @param waits for the log: a leaf that waits has not failed
 */
export async function planInParallel(
  settings: PlanSettings,
  context: JobContext,
  top: string,
  toPlan: readonly PlannableLeaf[],
  binary: TerraformBinary,
  contexts: ReadonlyMap<PlannableLeaf, FingerprintContext> = new Map(),
  waits?: WaitsAfterPlan,
): Promise<ParallelPlans> {
  return withLeafTerraform(settings, context, top, toPlan, binary, 'plan', async (terraform) => {
    const results = new Map<PlannableLeaf, PlanResult>();
    const stopped = new Set<PlannableLeaf>();
    const durations = new Map<PlannableLeaf, number>();
    const checked = new Map<PlannableLeaf, readonly CheckResult[]>();
    const unread = new Set<PlannableLeaf>();
    const limit = pLimit(settings.parallelism);
    const logs = holdLogs(context.log);
    const progress = openProgress(context.log);
    let ended = 0;
    // Terraform was asked to stop, and says that it did as an error.
    const isStopped = (result: PlanResult): boolean => !result.ok && context.processes.interrupted();
    try {
      await Promise.all(
        toPlan.map((each) =>
          limit(async () => {
            if (context.cancelled()) return;
            const started = performance.now();
            try {
              const { result, lines, checks } = await progress.run(
                each.leaf.path,
                async (step) => {
                  const planned = await terraform.plan(each, step, contexts.get(each));
                  return { ...planned, waitsFor: await waits?.(each, planned.result, results) };
                },
                ({ result: planned, waitsFor }) => {
                  ended += 1;
                  const words = isStopped(planned) ? 'cancelled' : inWords(planned, waitsFor);
                  return `${words} (${ended}/${toPlan.length})`;
                },
              );
              durations.set(each, Math.round(performance.now() - started));
              logs.hold(each.leaf.path, lines);
              if (isStopped(result)) stopped.add(each);
              else {
                results.set(each, result);
                checked.set(each, checks);
              }
              if (result.ok && result.unread === true) unread.add(each);
            } finally {
              if (!unread.has(each)) terraform.discard(each);
            }
          }),
        ),
      );
      await learnSecrets();
    } catch (error) {
      if (unread.size > 0) logs.drop(NOT_SHOWN);
      throw error;
    } finally {
      progress.close();
      logs.release();
    }
    return { results, checks: checked, stopped, durations };

    /** What any leaf shows may hold another's secret. Where nothing is shown, reading the clean ones would only cost time. */
    async function learnSecrets(): Promise<void> {
      const shown = [...results.keys(), ...stopped].filter((each) => !unread.has(each));
      if (shown.length === 0 || unread.size === 0) return;
      await Promise.all(
        [...unread].map((each) =>
          limit(async () => {
            const failed = context.processes.interrupted() ? undefined : await terraform.learnSecrets(each);
            if (failed !== undefined) results.set(each, failed);
            terraform.discard(each);
          }),
        ),
      );
      if (!context.processes.interrupted()) return;
      logs.drop(NOT_SHOWN);
      for (const each of shown) {
        results.delete(each);
        stopped.add(each);
      }
      for (const each of unread) if (results.get(each)?.ok === false) results.delete(each);
    }
  });
}

const NOT_SHOWN = 'The output is not shown: the job ended before all secrets that may be in it were known.';

function inWords(result: PlanResult, waitsFor: readonly string[] = []): string {
  if (waitsFor.length > 0) return `waits for ${firstFew(waitsFor.map(oneLine), 3)}`;
  if (!result.ok) return `${result.stage} failed`;
  return result.summary.hasChanges ? countsInWords(result.summary.counts) || 'changes' : 'no changes';
}
