/** `apply-requires: approved`: whether a pull request was approved as it was merged. Pure. */
import { shortCommit } from '../base/names.ts';

/** A review as GraphQL tells it. */
export interface Review {
  readonly author: string | undefined;
  /** A bot is nobody who could have read a plan: any workflow may approve as `github-actions`. */
  readonly isBot: boolean;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** The commit that was reviewed. */
  readonly commit: string | undefined;
  readonly authorCanPush: boolean;
  /** ISO time */
  readonly submittedAt: string;
}

/**
 * Why a pull request does not count as approved; undefined when it does: somebody who may push, and neither is its author nor
 * has pushed it, has approved exactly its head commit after its plan was recorded, and nobody who may push has asked for
 * changes since.
 *
 * @param planners who pushed the head, as far as it is known: whoever pushes to another one's branch reviews himself
 * @param recorded seconds since 1970: whoever approved before has seen no plan, or another one
 */
export function missingApproval(
  reviews: readonly Review[],
  pullRequest: { readonly number: number; readonly head: string; readonly author: string | undefined },
  recorded: number,
  planners: ReadonlySet<string>,
): string | undefined {
  const standing = new Map<string, Review>();
  for (const review of [...reviews].sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1))) {
    // A comment says nothing about approval, so what was said before it still stands.
    if (review.author === undefined || review.state === 'COMMENTED' || review.state === 'PENDING') continue;
    standing.set(review.author, review);
  }
  const counted = [...standing.values()].filter(
    ({ author, isBot, authorCanPush }) => authorCanPush && !isBot && author !== pullRequest.author,
  );
  const against = counted.find(({ state }) => state === 'CHANGES_REQUESTED');
  const name = `Pull request #${pullRequest.number}`;
  if (against !== undefined) return `${name}: ${against.author ?? 'somebody'} has requested changes.`;
  const approved = counted.filter(({ state, author = '' }) => state === 'APPROVED' && !planners.has(author));
  const atHead = approved.filter(({ commit }) => commit === pullRequest.head);
  if (atHead.some(({ submittedAt }) => isAfter(submittedAt, recorded))) return undefined;
  if (atHead.length > 0) {
    const since = new Date(recorded * 1_000).toISOString().slice(11, 19);
    return `${name} was approved before its plan, which is from ${since} UTC: what was approved is not this plan.`;
  }
  const stale = approved.length > 0 ? ' (an earlier commit was)' : '';
  return `${name} was not approved at ${shortCommit(pullRequest.head)} by anybody who may push, other than its author and who pushed it${stale}.`;
}

/** What is no time is not after anything. */
function isAfter(iso: string, seconds: number): boolean {
  return Date.parse(iso) > seconds * 1_000;
}
