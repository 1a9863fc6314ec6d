/** The results of shards → the report that one job would have made of all leaves. Pure. */
import { problem, type Problem } from '../../base/problems.ts';
import type { ChangedLeaf } from '../../changes/changed-leaf.ts';
import type { ReviewedLeaf } from '../../gate/record.ts';
import { count } from '../../markdown/phrases.ts';
import type { Split } from '../../shards/split.ts';
import { describeLeaf } from './leaf-report.ts';
import { withoutPlan, type PlanOutcome } from './plan.ts';
import type { LeafReport, PlanReport } from './report.ts';
import type { ShardResults } from './shard-results.ts';
import { withReaders } from './with-readers.ts';

/** What the joining job has found by itself: everything but plans. */
export type OwnFindings = PlanOutcome & { readonly split: Split };

export interface JoinedReport {
  readonly report: PlanReport;
  readonly reviewed: readonly ReviewedLeaf[];
  readonly timings: ReadonlyMap<string, number>;
}

/**
 * Why results do not have exactly the leaves of their shard, in a clause; undefined if they do. A leaf that two shards
 * report, or none, would otherwise be applied as nobody has reviewed it.
 */
export function wrongLeaves(results: ShardResults, expected: readonly string[]): string | undefined {
  const reported = results.leaves.map(({ leaf }) => leaf);
  const extra = firstBeyond(reported, expected);
  if (extra !== undefined) return `it reports ${extra}, which is not a leaf of its share, or is twice in it`;
  const found = new Set(reported);
  const missing = expected.find((leaf) => !found.has(leaf));
  if (missing !== undefined) return `it does not report ${missing}`;
  const planned = results.leaves.flatMap(({ leaf, outcome: { status } }) =>
    status === 'planned' || status === 'waits' ? [leaf] : [],
  );
  const recorded = results.reviewed.map(({ leaf }) => leaf);
  const unplanned = firstBeyond(recorded, planned);
  return unplanned === undefined ? undefined : `it records ${unplanned}, which it has not planned, or does so twice`;
}

/** The first that is not allowed, or not a second time. */
function firstBeyond(paths: readonly string[], allowed: readonly string[]): string | undefined {
  const left = new Set(allowed);
  return paths.find((path) => !left.delete(path))?.slice(0, 300);
}

/**
 * @param own the joining job's own findings, with all changed leaves
 * @param shards results by number of shard; each has exactly its leaves
 * @param refused a clause for each folder that was not believed
 */
export function joinedReport(
  own: OwnFindings,
  shards: ReadonlyMap<number, ShardResults>,
  refused: readonly { readonly name: string; readonly why: string }[],
): JoinedReport {
  const all = [...shards].sort(([a], [b]) => a - b).map(([, results]) => results);
  const reports = new Map(all.flatMap(({ leaves }) => leaves.map((each) => [each.leaf, each] as const)));
  const reviewed = new Map(all.flatMap((each) => each.reviewed.map((leaf) => [leaf.leaf, leaf] as const)));
  const missing = missingShards(own.split, shards);
  const leaves = own.changed.map(
    (each) => reports.get(each.leaf.path) ?? unreported(each, missing.whys.get(each.leaf.path)),
  );
  const versions = distinct(all.flatMap(({ terraformVersion }) => terraformVersion ?? []));
  const masked = Math.max(0, ...all.map((each) => each.masked ?? 0));
  return {
    report: {
      ...own.report,
      terraformVersion: versions.length === 0 ? undefined : versions.join(', '),
      program: all.find(({ program }) => program !== undefined)?.program,
      ...(masked === 0 ? {} : { masked }),
      notices: distinct([own.report, ...all].flatMap(({ notices }) => notices)),
      // A shard does not know what others plan.
      ...withReaders(
        leaves,
        leaves.map(({ leaf }) => leaf),
        own.reads,
      ),
      problems: [
        ...missing.problems,
        ...refused.map(({ name, why }) =>
          problem('shard', `The results in ${name} are not used: ${why}.`, { hint: REFUSED }),
        ),
        ...mergedProblems([own.report, ...all].flatMap(({ problems }) => problems)),
      ],
    },
    reviewed: own.changed.flatMap(({ leaf }) => reviewed.get(leaf.path) ?? []),
    timings: new Map(all.flatMap(({ timings }) => Object.entries(timings))),
  };
}

const REFUSED =
  'Let only the plan jobs of this workflow run upload results under these names. Run all of its jobs again if they changed in between.';

/** Why leaves have no report: what their shard's job came to. */
function missingShards(
  { shards }: Split,
  found: ReadonlyMap<number, unknown>,
): { readonly problems: readonly Problem[]; readonly whys: ReadonlyMap<string, string> } {
  const lost = shards.flatMap((leaves, index) =>
    leaves.length === 0 || found.has(index + 1) ? [] : [{ which: `Shard ${index + 1} of ${shards.length}`, leaves }],
  );
  return {
    problems: lost.map(({ which, leaves }) => ({
      ...problem('shard', `${which} has no results: its job failed, was cancelled, or never ran.`, {
        hint: `Run the failed jobs again: the results of the other shards are kept. ${count(leaves.length, 'leaf is', 'leaves are')} not planned.`,
      }),
      leaves,
    })),
    whys: new Map(
      lost.flatMap(({ which, leaves }) => leaves.map((leaf) => [leaf, `${which} has no results.`] as const)),
    ),
  };
}

function unreported(each: ChangedLeaf, why: string | undefined): LeafReport {
  return describeLeaf(each, withoutPlan(each, why), [], []);
}

/** Each problem once, with all leaves that have it in any shard. */
function mergedProblems(problems: readonly Problem[]): readonly Problem[] {
  const merged = new Map<string, Problem>();
  for (const { leaves, ...rest } of problems) {
    const key = JSON.stringify(rest);
    const known = merged.get(key)?.leaves;
    merged.set(
      key,
      leaves === undefined ? (merged.get(key) ?? rest) : { ...rest, leaves: distinct([...(known ?? []), ...leaves]) },
    );
  }
  return [...merged.values()];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
