/** Plans leaves that a change leaves alone, because they read outputs that its plans change. */
import type { SelectedLeaf } from '../../changes/changed-leaf.ts';
import type { JobContext, PlanSettings } from '../../execution/leaf-terraform.ts';
import { planInParallel } from '../../execution/plan-in-parallel.ts';
import { planWarnings } from '../../execution/plan-warnings.ts';
import { readSecrets } from '../../execution/secrets.ts';
import type { Problem } from '../../base/problems.ts';
import type { Renderer } from '../../rendering/renderer.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import { describeLeaf, outcomeOf } from './leaf-report.ts';
import { leavesWithReaders } from './reader-words.ts';
import type { LeafReport, ReadOutputs } from './report.ts';

/**
 * Reports on the readers that are not in the report, in its order. A merge applies none of them. Those that do not
 * render, or were not planned when the job was cancelled, are left out.
 *
 * @param leaves the leaves of the report, with their readers
 * @param top absolute path of a folder that has the head's files
 */
export async function planDependents(
  leaves: readonly LeafReport[],
  { head, base }: { readonly head: Renderer; readonly base: Renderer | undefined },
  settings: PlanSettings,
  context: JobContext,
  top: string,
  binary: TerraformBinary,
): Promise<{ readonly leaves: readonly LeafReport[]; readonly problems: readonly Problem[] }> {
  const reads = new Map<string, ReadOutputs[]>();
  for (const { leaf, readers } of leavesWithReaders({ leaves })) {
    for (const each of readers.leaves.filter(({ isHere }) => !isHere)) {
      reads.set(each.leaf, [...(reads.get(each.leaf) ?? []), { leaf, outputs: each.outputs }]);
    }
  }
  const selected: SelectedLeaf[] = [];
  for (const leaf of head.leaves.filter(({ path }) => reads.has(path))) {
    const result = await head.render(leaf);
    if (result.ok) selected.push({ leaf, kind: 'selected', reasons: [], head: result, problems: result.warnings });
  }
  if (selected.length === 0 || context.cancelled()) return { leaves: [], problems: [] };
  const secrets = await readSecrets(selected, { head, base }, context.secrets);
  const { results } = await planInParallel(
    settings,
    { ...context, withSecrets: secrets.rendered },
    top,
    selected.filter((each) => !secrets.failed.has(each)),
    binary,
  );
  return {
    leaves: selected.flatMap((each): readonly LeafReport[] => {
      const result = results.get(each);
      if (result === undefined) return [];
      const [printed, warnings] = result.ok
        ? [result.warnings, planWarnings(each.leaf.path, result.summary, result.warnings)]
        : [[], []];
      return [{ ...describeLeaf(each, outcomeOf(result), printed, warnings), onlyReads: reads.get(each.leaf.path) }];
    }),
    problems: secrets.problems,
  };
}
