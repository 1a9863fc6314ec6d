/** `apply-requires: approved`: whether a pull request was approved in the state in which it was merged. Pure. */
import { shortCommit } from '../base/names.ts';

/** What an apply may require, or let through, besides what was reviewed. */
export const APPLY_REQUIREMENTS = ['reviewed-plan', 'approved', 'unplanned-creates'] as const;
export type ApplyRequirement = (typeof APPLY_REQUIREMENTS)[number];

/** A review as GraphQL reports it. */
export interface Review {
  readonly author: string | undefined;
  /** A bot's approval shows that no person read the plan: any workflow may approve as `github-actions`. */
  readonly isBot: boolean;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** The commit that was reviewed. */
  readonly commit: string | undefined;
  readonly authorCanPush: boolean;
  /** ISO time */
  readonly submittedAt: string;
}

/**
 * Why a pull request does not count as approved; undefined if it does: a user with push access, who is not its author
 * and did not push it, has approved exactly its head commit after its plan was recorded, and no user with push access has
 * requested changes since.
 *
 * @param planners who pushed the head, where known: pushing to someone else's branch makes a reviewer an author
 * @param recorded seconds since 1970: earlier approvals were given without a plan, or for a different one
 */
export function missingApproval(
  reviews: readonly Review[],
  pullRequest: { readonly number: number; readonly head: string; readonly author: string | undefined },
  recorded: number,
  planners: ReadonlySet<string>,
): string | undefined {
  const standing = new Map<string, Review>();
  for (const review of [...reviews].sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1))) {
    // A comment does not change the author's previous verdict.
    if (review.author === undefined || review.state === 'COMMENTED' || review.state === 'PENDING') continue;
    standing.set(review.author, review);
  }
  const counted = [...standing.values()].filter(
    ({ author, isBot, authorCanPush }) => authorCanPush && !isBot && author !== pullRequest.author,
  );
  const against = counted.find(({ state }) => state === 'CHANGES_REQUESTED');
  const name = `Pull request #${pullRequest.number}`;
  if (against !== undefined) return `${name}: ${against.author ?? 'someone'} has requested changes.`;
  const approved = counted.filter(({ state, author = '' }) => state === 'APPROVED' && !planners.has(author));
  const atHead = approved.filter(({ commit }) => commit === pullRequest.head);
  if (atHead.some(({ submittedAt }) => isAfter(submittedAt, recorded))) return undefined;
  if (atHead.length > 0) {
    const since = new Date(recorded * 1_000).toISOString().slice(11, 19);
    return `${name} was approved before its plan was recorded at ${since} UTC: the approval is not for this plan.`;
  }
  const stale = approved.length > 0 ? ' (an earlier commit was approved)' : '';
  return `${name} was not approved at ${shortCommit(pullRequest.head)} by anyone with push access other than its author and those who pushed it${stale}.`;
}

/** An invalid time is never after. */
function isAfter(iso: string, seconds: number): boolean {
  return Date.parse(iso) > seconds * 1_000;
}
