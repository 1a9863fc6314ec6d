/** The plans of many leaves at once. */
import pLimit from 'p-limit';
import { timed } from '../base/debug.ts';
import type { ChangedLeaf } from '../changes/changed-leaves.ts';
import type { Outcome } from '../commands/plan/report.ts';
import { countsInWords } from '../commands/plan/verdict.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import type { FingerprintContext } from '../terraform/fingerprint.ts';
import type { PlanResult } from '../terraform/plan.ts';
import { holdLogs } from './held-logs.ts';
import { withLeafTerraform, type JobSurroundings, type LeafSources, type PlanSettings } from './leaf-terraform.ts';

/**
 * Plans leaves in parallel, each in a runtime directory of its own that is gone afterwards. How far they are is logged
 * as they end; what Terraform printed, when everything is known that any of the plans marks as sensitive.
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
    const logs = holdLogs(around.log);
    try {
      await Promise.all(
        toPlan.map((each) =>
          limit(async () => {
            if (around.cancelled()) return;
            try {
              const { result, lines } = await timed(`planning ${each.leaf.path}`, () =>
                terraform.plan(each, contexts.get(each)),
              );
              results.set(each, result);
              logs.hold(each.leaf.path, lines);
              around.log.info(`${each.leaf.path} (${results.size}/${toPlan.length}): ${inShort(result)}`);
            } finally {
              terraform.discard(each);
            }
          }),
        ),
      );
    } finally {
      logs.release();
    }
    return results;
  });
}

function inShort(result: PlanResult): string {
  if (!result.ok) return `${result.stage} failed`;
  return result.summary.hasChanges ? countsInWords(result.summary.counts) || 'changes' : 'no changes';
}

/** What a report tells of a plan's result. */
export function outcomeOf(result: PlanResult): Outcome {
  return result.ok
    ? { status: 'planned', summary: result.summary, text: result.text }
    : { status: 'failed', stage: result.stage, output: result.output };
}
