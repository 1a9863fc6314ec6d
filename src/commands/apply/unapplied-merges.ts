/**
 * Merged pull requests that were never applied. A push's run may be missing: GitHub cancelled it while it waited
 * because another one queued behind it, a commit message says "[skip ci]", a bot merged with its own token, or a runner
 * died before it reported. No run is red then, so the next apply has to notice.
 */
import { reportsOf } from '../../gate/trusted-record.ts';
import type { MergedPullRequest, PullRequests } from '../../github/pull-requests.ts';
import type { FoundComment } from '../../github/recent-merges.ts';
import { problemError } from '../../base/problems.ts';
import type { ReviewedPull } from './reviewed-pull-requests.ts';

/** A pull request that was merged earlier, with its review and no report of an apply. */
export interface UnappliedPull extends MergedPullRequest {
  readonly mergedAt: string;
  readonly mergeCommit: string;
  readonly review: ReviewedPull;
  /** Paths of the leaves whose reviewed plan has changes; none if its record is not trusted. */
  readonly leaves: readonly string[];
}

export interface UnappliedSearch {
  readonly branch: string;
  /** Pull requests that this run applies itself. */
  readonly own: readonly MergedPullRequest[];
  readonly now: Date;
  /** Of the reports. */
  readonly title: string;
  /** The review of one of them. */
  readonly reviewOf: (pullRequest: MergedPullRequest) => Promise<ReviewedPull | undefined>;
  /** How many commits of the branch follow a commit up to what is checked out; undefined if it is none of them. */
  readonly behind: (commit: string) => Promise<number | undefined>;
}

export interface Unapplied {
  /** In the order of merging. */
  readonly pulls: readonly UnappliedPull[];
  /** Sentences about what could not be checked. */
  readonly notices: readonly string[];
}

/** How long GitHub lets a run be started again. */
const DAYS = 30;

/** Searches those that were merged within 30 days before this run's own, or before now if it has none. */
export async function unappliedPullRequests(
  github: PullRequests,
  { branch, own, now, title, reviewOf, behind }: UnappliedSearch,
): Promise<Unapplied> {
  // A job that runs again looks back from its own merge.
  const until = own.flatMap(({ mergedAt }) => mergedAt ?? []).sort()[0];
  const since = seconds((until === undefined ? now.getTime() : Date.parse(until)) - DAYS * 86_400_000);
  const { merged, complete } = await github.mergedSince(branch, since);
  const numbers = new Set(own.map(({ number }) => number));
  const earlier = merged.flatMap((each) => {
    const { number, mergedAt, mergeCommit } = each;
    if (mergedAt === undefined || mergeCommit === undefined || numbers.has(number)) return [];
    return until === undefined || mergedAt <= until ? [{ ...each, mergedAt, mergeCommit }] : [];
  });
  const unreported = await withoutApplyReport(github, earlier, title);

  const found: { pull: UnappliedPull; behind: number }[] = [];
  for (const pull of unreported) {
    const distance = await behind(pull.mergeCommit);
    // What is not on the branch, or comes after the checked-out commit, is not for this run to apply.
    if (distance === undefined) continue;
    const review = await reviewOf(pull);
    if (review === undefined) continue;
    const leaves = review.trustedRecord.ok ? review.trustedRecord.leaves.filter(({ hasChanges }) => hasChanges) : [];
    if (review.trustedRecord.ok && leaves.length === 0) continue;
    found.push({ pull: { ...pull, review, leaves: leaves.map(({ leaf }) => leaf) }, behind: distance });
  }
  // A merge queue merges several in one second.
  found.sort((a, b) => b.behind - a.behind);
  return {
    pulls: found.map(({ pull }) => pull),
    notices: complete
      ? []
      : [
          `Of the pull requests closed in the last ${DAYS} days, only the most recently updated were checked: others may have been merged but not applied.`,
        ],
  };
}

/** Those with a record of what was planned in a report, but without a report of an apply. */
async function withoutApplyReport<T extends MergedPullRequest & { readonly mergedAt: string }>(
  github: PullRequests,
  pulls: readonly T[],
  title: string,
): Promise<readonly T[]> {
  if (pulls.length === 0) return [];
  const login = await github.login();
  const first = await github.firstComments(pulls.map(({ number }) => number));
  const unreported: T[] = [];
  for (const pull of pulls) {
    const { comments, complete } = first.get(pull.number) ?? { comments: [], complete: true };
    const isReported = (some: readonly FoundComment[]): boolean =>
      reportsOf(some, login, title).some(
        // One from before the merge means nothing: another workflow of the account may have echoed it.
        ({ marker, createdAt, editedAt }) => marker.kind === 'apply' && (editedAt ?? createdAt) >= pull.mergedAt,
      );
    if (isReported(comments)) continue;
    const all = complete ? comments : (await github.history(pull.number)).comments;
    if (!isReported(all) && reportsOf(all, login, title).some(({ body }) => body.includes(RECORD)))
      unreported.push(pull);
  }
  return unreported;
}

/** How a record of any version begins: a plan without one changed no leaf. */
const RECORD = '<!-- kompos:record ';

/** ISO time as GitHub writes it. */
function seconds(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) {
    throw problemError('github', "GitHub's answer has an invalid time of a merge.");
  }
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/u, 'Z');
}
