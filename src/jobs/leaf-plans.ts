/** The plans of many leaves at once. */
import pLimit from 'p-limit';
import type { ChangedLeaf } from '../changes/changed-leaves.ts';
import type { Outcome } from '../report/report.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import type { FingerprintContext } from '../terraform/fingerprint.ts';
import type { PlanResult } from '../terraform/plan.ts';
import { withLeafTerraform, type JobSurroundings, type LeafSources, type PlanSettings } from './leaf-terraform.ts';

/**
 * Plans leaves in parallel, each in a runtime directory of its own that is gone afterwards. What a plan marks as
 * sensitive is masked before anything of it is logged.
 *
 * @param contexts what leaves' fingerprints are bound to; a leaf that is not in it gets none
 * @returns the plans; leaves whose plan had not begun when the job was cancelled are missing
 */
export async function planInParallel(
  settings: PlanSettings,
  around: JobSurroundings,
  sources: LeafSources,
  toPlan: readonly ChangedLeaf[],
  binary: TerraformBinary,
  contexts: ReadonlyMap<ChangedLeaf, FingerprintContext> = new Map(),
): Promise<ReadonlyMap<ChangedLeaf, PlanResult>> {
  return withLeafTerraform(settings, around, sources, toPlan, binary, 'plan', async (terraform) => {
    const results = new Map<ChangedLeaf, PlanResult>();
    const limit = pLimit(settings.parallelism);
    await Promise.all(
      toPlan.map((each) =>
        limit(async () => {
          if (around.cancelled()) return;
          try {
            const { result, lines } = await terraform.plan(each, contexts.get(each));
            results.set(each, result);
            // After the plan is known, so that what it marks as sensitive is masked in its own log.
            around.log.group(`${each.leaf.path} (${results.size}/${toPlan.length})`, lines);
          } finally {
            terraform.discard(each);
          }
        }),
      ),
    );
    return results;
  });
}

/** What a report tells of a plan's result. */
export function outcomeOf(result: PlanResult): Outcome {
  return result.ok
    ? { status: 'planned', summary: result.summary, text: result.text }
    : { status: 'failed', stage: result.stage, output: result.output };
}
