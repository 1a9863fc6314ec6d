/** `kompos affected`: the leaves that differ, and why, before anything is pushed. */
import { inLeaves, type Problem } from '../../base/problems.ts';
import { headOf } from '../../changes/changed-leaf.ts';
import { goneStates } from '../../changes/states.ts';
import { dependentsOf } from '../../graph/graph.ts';
import { readLeafGraph } from '../../graph/leaf-graph.ts';
import { affectedJson, affectedPaths, affectedTable, type Dependents } from './listing.ts';
import {
  withLocalComparison,
  type LocalComparison,
  type LocalComparisonRequest,
} from '../../execution/local-comparison.ts';
import { templateHint } from '../../execution/template-hint.ts';
import type { LocalContext } from '../../execution/local-project.ts';

export interface AffectedRequest extends LocalComparisonRequest {
  readonly format: 'table' | 'json' | 'paths';
  /** Whether leaves are listed that read what differs, directly or through others. */
  readonly withDependents: boolean;
}

export interface AffectedLeaves {
  /** What to print. */
  readonly text: string;
  /** Of leaves that cannot be rendered. */
  readonly problems: readonly Problem[];
}

/** @throws ProblemError when nothing can be compared */
export async function findAffected(
  request: AffectedRequest,
  context: LocalContext & { readonly columns?: number | undefined },
): Promise<AffectedLeaves> {
  return withLocalComparison(request, context, async (comparison) => {
    context.log.info(comparison.why);
    const { changed, unused, head, baseCommit, headCommit } = comparison;
    const hint = templateHint(
      changed.flatMap((each) => headOf(each)?.rendering ?? []),
      undefined,
    );
    if (hint !== undefined) context.log.info(hint);
    const { dependents, problems } = request.withDependents
      ? await findDependents(comparison)
      : { dependents: undefined, problems: [] };
    const answer = {
      base: baseCommit,
      head: headCommit,
      leafCount: head.leaves.length,
      changed,
      unused,
      dependents,
    };
    const formats = { table: affectedTable, json: affectedJson, paths: affectedPaths };
    return {
      text: formats[request.format](answer, context.columns),
      problems: [...inLeaves(changed.map((each) => ({ leaf: each.leaf.path, problems: each.problems }))), ...problems],
    };
  });
}

async function findDependents({
  head,
  changed,
}: LocalComparison): Promise<{ dependents: Dependents; problems: readonly Problem[] }> {
  const { graph, problems } = await readLeafGraph(head, goneStates(changed));
  const paths = changed.map(({ leaf }) => leaf.path);
  const leaves = dependentsOf(graph, paths);
  const shown = new Set([...paths, ...leaves]);
  const edges = graph.edges.filter(({ reader, reads }) => shown.has(reader) && shown.has(reads));
  return { dependents: { leaves, edges }, problems };
}
