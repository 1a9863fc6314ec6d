/** What was reviewed: the pull requests behind an apply, and what their records say of a leaf. */
import pLimit from 'p-limit';
import { missingApproval } from '../../gate/approval.ts';
import type { RecordMode, ReviewedPullRequest, Trust } from '../../gate/trusted-record.ts';
import type { ReviewedLeaf } from '../../gate/record.ts';
import type { History } from '../../git/history.ts';
import type { MergedPullRequest, PullRequestHistory, PullRequests } from '../../github/pull-requests.ts';
import type { TrustedRecord } from '../../execution/record-judge.ts';

/** A merged (or queued) pull request with what may be believed of its review. */
export interface ReviewedPull {
  readonly number: number;
  readonly head: string;
  readonly belief: Trust;
  /** Why its approval does not suffice; undefined where it does, or none is needed. */
  readonly unapproved: string | undefined;
}

export interface ReviewQuestions {
  /** GitHub's number of the repository. */
  readonly repositoryId: string;
  /** Of the reports. */
  readonly title: string;
  /** The input `working-directory`. */
  readonly workingDirectory: string;
  /** Which records count. */
  readonly record: RecordMode;
  readonly trustedRecord: TrustedRecord;
  readonly fingerprintKey: string | undefined;
  readonly requires: 'reviewed-plan' | 'approved';
}

/** More commits than any merge brings to a branch at once; beyond it the push was something else. */
export const MOST_COMMITS = 100;

/** Calls of GitHub's API at a time. */
const MOST_CALLS = 8;

/**
 * The commits that a push put on a branch, newest first, along first parents: a merge commit stands for its pull
 * request. Undefined when `before` is not among their ancestors, as after a forced push.
 */
export async function pushedCommits(
  history: Pick<History, 'parents'>,
  before: string,
  after: string,
): Promise<readonly string[] | undefined> {
  const commits: string[] = [];
  let at: string | undefined = after;
  while (at !== undefined && at !== before && commits.length < MOST_COMMITS) {
    commits.push(at);
    [at] = await history.parents(at);
  }
  return at === before ? commits : undefined;
}

/** The pull requests that brought commits to a branch, by number. */
export async function mergedPullRequests(
  github: PullRequests,
  commits: readonly string[],
  branch: string,
): Promise<readonly MergedPullRequest[]> {
  const limit = pLimit(MOST_CALLS);
  const all = await Promise.all(commits.map((commit) => limit(() => github.ofCommit(commit))));
  const merged = all.flat().filter(({ mergedAt, baseRef }) => mergedAt !== undefined && baseRef === branch);
  const found = new Map(merged.map((each) => [each.number, each]));
  return [...found.values()].sort((a, b) => a.number - b.number);
}

/** Reads what each pull request's report says, and believes as little of it as it must. */
export async function readReviews(
  github: PullRequests,
  pullRequests: readonly MergedPullRequest[],
  questions: ReviewQuestions,
): Promise<readonly ReviewedPull[]> {
  if (pullRequests.length === 0) return [];
  const login = await github.login();
  const read: ReviewedPull[] = [];
  // One after the other: should one fail, no other goes on reading behind it.
  for (const pullRequest of pullRequests) {
    const { number, head } = pullRequest;
    const found = await github.history(number);
    const belief = await trust(found, pullRequest, login, questions);
    read.push({ number, head, belief, unapproved: unapproved(found, pullRequest, belief, questions) });
  }
  return read;
}

function trust(
  { comments }: PullRequestHistory,
  pullRequest: MergedPullRequest,
  login: string,
  { repositoryId, title, workingDirectory, record, fingerprintKey, trustedRecord }: ReviewQuestions,
): Promise<Trust> {
  const about: ReviewedPullRequest = { ...pullRequest, repositoryId };
  return trustedRecord(comments, about, {
    login,
    title,
    projectRoot: workingDirectory,
    key: fingerprintKey,
    mode: record,
  });
}

function unapproved(
  { author, reviews }: PullRequestHistory,
  { number, head }: MergedPullRequest,
  belief: Trust,
  { requires }: ReviewQuestions,
): string | undefined {
  return requires === 'approved' && belief.ok
    ? missingApproval(reviews, { number, head, author }, belief.time, belief.planners)
    : undefined;
}

/** A leaf's entry in the records, or a sentence why there is none that counts. */
export function reviewOf(
  leaf: string,
  pulls: readonly ReviewedPull[],
): { readonly pullRequest: number | undefined; readonly reviewed: ReviewedLeaf | { readonly missing: string } } {
  const having = pulls.flatMap(({ number, belief, unapproved }) => {
    const found = belief.ok ? belief.leaves.find((each) => each.leaf === leaf) : undefined;
    return found === undefined ? [] : [{ number, found, unapproved }];
  });
  const [first, second] = having;
  if (first !== undefined && second !== undefined) {
    const numbers = having.map(({ number }) => `#${number}`).join(' and ');
    return {
      pullRequest: undefined,
      reviewed: { missing: `Pull requests ${numbers} of one push change it: neither was reviewed with the other.` },
    };
  }
  if (first !== undefined) {
    const { number, found, unapproved } = first;
    return { pullRequest: number, reviewed: unapproved === undefined ? found : { missing: unapproved } };
  }
  const [only] = pulls;
  return { pullRequest: pulls.length === 1 ? only?.number : undefined, reviewed: { missing: whyMissing(pulls) } };
}

function whyMissing(pulls: readonly ReviewedPull[]): string {
  if (pulls.length === 0) return 'No merged pull request belongs to this commit, so nobody has reviewed the plan.';
  const unbelieved = pulls.flatMap(({ belief }) => (belief.ok ? [] : [belief.why]));
  if (unbelieved.length > 0) return unbelieved.join(' ');
  return `It is not among the leaves that were planned in ${pulls.map(({ number }) => `#${number}`).join(', ')}.`;
}
