/** `kompos affected`: the leaves that differ, and why, before anything is pushed. */
import { throwOnErrors } from '../problems.ts';
import { affectedJson, affectedPaths, affectedTable } from '../report/affected.ts';
import { withLocalComparison, type LocalComparisonRequest } from './local-comparison.ts';
import type { LocalSurroundings } from './local-project.ts';

export interface AffectedRequest extends LocalComparisonRequest {
  readonly format: 'table' | 'json' | 'paths';
}

/** @throws ProblemError when nothing can be compared, and, after the answer, for leaves that cannot be rendered */
export async function printAffected(request: AffectedRequest, around: LocalSurroundings): Promise<void> {
  await withLocalComparison(request, around, (comparison) => {
    around.log.info(comparison.why);
    const { changed, unused, head, baseCommit, headCommit } = comparison;
    const answer = {
      base: baseCommit,
      head: headCommit,
      leafCount: head.leaves.length,
      changed,
      unused,
    };
    const formats = { table: affectedTable, json: affectedJson, paths: affectedPaths };
    process.stdout.write(formats[request.format](answer));
    throwOnErrors(changed.flatMap(({ problems }) => problems));
    return Promise.resolve();
  });
}
