/** `catch-up: true`: what the lost run of an earlier merge would apply by now, one pull request after the other. */
import { findChangedLeaves } from '../../changes/changed-leaves.ts';
import { resolveRevisions } from '../../changes/revisions.ts';
import { problemsOf } from '../../base/problems.ts';
import type { ApplyReport } from './report.ts';
import type { EndedLeaf } from './candidate.ts';
import { laterChanges, type ApplyComparisonRequest } from './apply-comparison.ts';
import type { Checkout } from '../../execution/checkout.ts';
import type { Comparison } from '../../execution/comparison.ts';
import type { UnappliedPull } from './unapplied-merges.ts';

/** What one of the pull requests behind an apply has to apply. */
export interface ApplyPart {
  readonly comparison: Comparison;
  /** Paths of the leaves that later commits change. */
  readonly later: ReadonlySet<string>;
  /** Paths of the leaves that are its own; undefined: all that differ. */
  readonly own: ReadonlySet<string> | undefined;
  /** How leaves of pull requests before it have ended in this run: what comes after one that was not applied waits. */
  readonly ended: readonly EndedLeaf[];
}

/**
 * The leaves that a pull request's merge changed, as they are at the checked-out commit. One that was changed since is
 * left to the commit that did: its plan is judged against that review, whose plan has both changes in it or does not hold.
 *
 * @param checkedOut the comparison of the run itself
 * @throws ProblemError where its commits cannot be had
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
      unused: difference.unused.length,
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
 * Applies them in the order of merging, each as its own run would have.
 *
 * @param cancelled whether the job was: nothing new is begun then
 * @param apply what applies one part, and reports on it
 * @param failed the report of a pull request whose commits cannot be had: it must not keep the others from being applied
 * @returns the reports, how the leaves ended, and those that are left for another run
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
    // With a report it would count as looked at.
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
