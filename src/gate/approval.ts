/** `apply-requires: approved`: whether a pull request was approved as it was merged. Pure. */

/** A review as GraphQL tells it. */
export interface Review {
  readonly author: string | undefined;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** The commit that was reviewed. */
  readonly commit: string | undefined;
  readonly authorCanPush: boolean;
  /** ISO time */
  readonly submittedAt: string;
}

/**
 * Why a pull request does not count as approved; undefined when it does: somebody who may push and is not its author has
 * approved exactly its head commit, and nobody who may push has asked for changes since.
 */
export function missingApproval(
  reviews: readonly Review[],
  pullRequest: { readonly number: number; readonly head: string; readonly author: string | undefined },
): string | undefined {
  const standing = new Map<string, Review>();
  for (const review of [...reviews].sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1))) {
    // A comment says nothing about approval, so what was said before it still stands.
    if (review.author === undefined || review.state === 'COMMENTED' || review.state === 'PENDING') continue;
    standing.set(review.author, review);
  }
  const counted = [...standing.values()].filter(
    ({ author, authorCanPush }) => authorCanPush && author !== pullRequest.author,
  );
  const against = counted.find(({ state }) => state === 'CHANGES_REQUESTED');
  const name = `Pull request #${pullRequest.number}`;
  if (against !== undefined) return `${name}: ${against.author ?? 'somebody'} has requested changes.`;
  const approved = counted.filter(({ state }) => state === 'APPROVED');
  if (approved.some(({ commit }) => commit === pullRequest.head)) return undefined;
  const stale = approved.length > 0 ? ' (an earlier commit was)' : '';
  return `${name} was not approved at ${pullRequest.head.slice(0, 7)} by anybody who may push, other than its author${stale}.`;
}
