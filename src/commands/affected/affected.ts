/** `kompos affected`: the leaves that differ, and why, before anything is pushed. */
import { inLeaves, type Problem } from '../../base/problems.ts';
import { headOf } from '../../changes/changed-leaf.ts';
import { affectedJson, affectedPaths, affectedTable } from './listing.ts';
import { withLocalComparison, type LocalComparisonRequest } from '../../execution/local-comparison.ts';
import { templateHint } from '../../execution/template-hint.ts';
import type { LocalContext } from '../../execution/local-project.ts';

export interface AffectedRequest extends LocalComparisonRequest {
  readonly format: 'table' | 'json' | 'paths';
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
  return withLocalComparison(request, context, (comparison) => {
    context.log.info(comparison.why);
    const { changed, unused, head, baseCommit, headCommit } = comparison;
    const hint = templateHint(
      changed.flatMap((each) => headOf(each)?.rendering ?? []),
      undefined,
    );
    if (hint !== undefined) context.log.info(hint);
    const answer = {
      base: baseCommit,
      head: headCommit,
      leafCount: head.leaves.length,
      changed,
      unused,
    };
    const formats = { table: affectedTable, json: affectedJson, paths: affectedPaths };
    return Promise.resolve({
      text: formats[request.format](answer, context.columns),
      problems: inLeaves(changed.map(({ leaf, problems }) => ({ leaf: leaf.path, problems }))),
    });
  });
}
