/** One shard's part of a plan, and what it hands over. */
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import type { Split } from '../../shards/split.ts';
import { CHANGE_NAMES } from '../../execution/report-names.ts';
import { maskData, maskReport } from '../../masking/mask-data.ts';
import type { Masker } from '../../masking/masking.ts';
import type { PlanOutcome } from './plan.ts';
import { PLAN_NAMES } from './report.ts';
import type { ShardResults } from './shard-results.ts';

/** The leaves of one shard, in their order. */
export function leavesOfShard(
  changed: readonly ChangedLeaf[],
  { shards }: Split,
  shard: number,
): readonly ChangedLeaf[] {
  const own = new Set(shards[shard - 1]);
  return changed.filter(({ leaf }) => own.has(leaf.path));
}

/** What other jobs may see of a shard's outcome: everything is masked by all that this process knows. */
export function shardResults({ report, reviewed, timings }: PlanOutcome, masker: Masker): ShardResults {
  const { leaves, problems, notices, terraformVersion, program, masked } = maskReport(report, PLAN_NAMES, masker);
  return {
    // The join works out by itself who reads what.
    leaves: leaves.map((each) => ({ ...each, readers: undefined })),
    problems,
    notices,
    terraformVersion,
    program,
    masked,
    reviewed: reviewed.map((leaf) => ({
      ...leaf,
      changes: leaf.changes && maskData(leaf.changes, CHANGE_NAMES, masker),
    })),
    timings: Object.fromEntries(timings),
  };
}
