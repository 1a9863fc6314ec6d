/** `catch-up: true`: applies what the lost runs of earlier merges would, one pull request at a time. */
import { findChangedLeaves } from '../../changes/changed-leaves.ts';
import { resolveRevisions } from '../../changes/revisions.ts';
import { problemsOf } from '../../base/problems.ts';
import type { ApplyReport } from './report.ts';
import type { EndedLeaf } from './candidate.ts';
import { laterChanges, type ApplyComparisonRequest } from './apply-comparison.ts';
import type { Checkout } from '../../execution/checkout.ts';
import type { Comparison } from '../../execution/comparison.ts';
import type { UnappliedPull } from './unapplied-merges.ts';

/** What to apply for one of the pull requests. */
export interface ApplyPart {
  readonly comparison: Comparison;
  /** Paths of the leaves that later commits change. */
  readonly later: ReadonlySet<string>;
  /** Paths of the leaves that are its own; undefined: all that differ. */
  readonly own: ReadonlySet<string> | undefined;
  /** How leaves of earlier pull requests ended in this run: leaves after one that was not applied wait. */
  readonly ended: readonly EndedLeaf[];
}

/**
 * The leaves that a pull request's merge changed, as they are at the checked-out commit. A leaf that was changed since
 * is left to the later commit: its plan is judged against that review, whose plan contains both changes or is out of
 * date.
 *
 * @param checkedOut the comparison of the run itself
 * @throws ProblemError if its commits are not available
 */
async function partOf(
  pull: UnappliedPull,
  request: ApplyComparisonRequest,
  checkout: Checkout,
  checkedOut: Comparison,
  ended: readonly EndedLeaf[],
): Promise<ApplyPart> {
  const { head, revisions } = checkedOut;
  const { mergeCommit, baseSha, baseRef } = pull;
  const merge = await resolveRevisions(
    {
      kind: 'pull_request',
      headSha: pull.head,
      baseSha,
      baseRef,
      merged: true,
      mergeCommitSha: mergeCommit,
    },
    mergeCommit,
    checkout.history,
  );
  const base = merge.base === undefined ? undefined : await checkout.openEarlier(merge.base);
  if (base === undefined) throw new Error(`the merge of #${pull.number} has no parent`);
  await checkout.history.ensure(mergeCommit);
  const merged = await checkout.open(mergeCommit);
  const byMerge = await findChangedLeaves(base, merged, request.unusedConfiguration);
  const since = await findChangedLeaves(merged, head, request.unusedConfiguration);
  const atMerge = { ...checkedOut, revisions: merge, head: merged, base, changed: byMerge.changed };
  const difference = await findChangedLeaves(base, head, request.unusedConfiguration);
  return {
    comparison: {
      revisions: { ...revisions, base: merge.base },
      head,
      base,
      ...difference,
      unused: difference.unused,
      notices: [],
    },
    own: new Set(byMerge.changed.map(({ leaf }) => leaf.path)),
    later: new Set([
      ...(await laterChanges(request, checkout, atMerge)),
      ...since.changed.map(({ leaf }) => leaf.path),
    ]),
    ended,
  };
}

export interface CaughtUp {
  readonly pull: UnappliedPull;
  readonly report: ApplyReport;
}

/**
 * Applies them in the order of merging, each as its own run would have done.
 *
 * @param cancelled whether the job was cancelled: nothing new is started then
 * @param apply applies one part, and returns its report
 * @param failed the report of a pull request whose commits are not available, which must not block the others
 * @returns the reports, how the leaves ended, and the pull requests left for another run
 */
export async function catchUp(
  pulls: readonly UnappliedPull[],
  request: ApplyComparisonRequest,
  checkout: Checkout,
  checkedOut: Comparison,
  cancelled: () => boolean,
  apply: (pull: UnappliedPull, part: ApplyPart) => Promise<ApplyReport>,
  failed: (problems: ApplyReport['problems']) => ApplyReport,
): Promise<{
  readonly caughtUp: readonly CaughtUp[];
  readonly ended: readonly EndedLeaf[];
  readonly left: readonly UnappliedPull[];
}> {
  const caughtUp: CaughtUp[] = [];
  const ended: EndedLeaf[] = [];
  for (const pull of pulls) {
    // A report would make it count as handled.
    if (cancelled()) break;
    try {
      const part = await partOf(pull, request, checkout, checkedOut, ended);
      const report = await apply(pull, part);
      caughtUp.push({ pull, report });
      const changed = new Map(part.comparison.changed.map((each) => [each.leaf.path, each]));
      ended.push(
        ...report.leaves.flatMap(({ leaf, outcome }) => {
          const found = changed.get(leaf);
          return found === undefined ? [] : [{ changed: found, outcome }];
        }),
      );
    } catch (error) {
      const problems = problemsOf(error);
      if (problems === undefined) throw error;
      caughtUp.push({ pull, report: failed(problems) });
    }
  }
  return { caughtUp, ended, left: pulls.slice(caughtUp.length) };
}
