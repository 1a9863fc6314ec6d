/** What was reviewed: the pull requests behind an apply, and what their records say about a leaf. */
import pLimit from 'p-limit';
import { missingApproval, type ApplyRequirement } from '../../gate/approval.ts';
import type { RecordMode, ReviewedPullRequest, Trust } from '../../gate/trusted-record.ts';
import type { ReviewedLeaf } from '../../gate/record.ts';
import type { History } from '../../git/history.ts';
import type { MergedPullRequest, PullRequestHistory, PullRequests } from '../../github/pull-requests.ts';
import type { RecordJudge } from '../../execution/record-judge.ts';

/** A merged (or queued) pull request with what can be trusted of its review. */
export interface ReviewedPull {
  readonly number: number;
  readonly head: string;
  readonly trustedRecord: Trust;
  /** Why its approval does not suffice; undefined if it does, or none is needed. */
  readonly unapproved: string | undefined;
}

export interface ReviewQuestions {
  /** GitHub's id of the repository. */
  readonly repositoryId: string;
  /** Of the reports. */
  readonly title: string;
  /** The input `working-directory`. */
  readonly workingDirectory: string;
  /** Which records count. */
  readonly record: RecordMode;
  readonly judgeRecord: RecordJudge;
  readonly fingerprintKey: string | undefined;
  readonly requires: readonly ApplyRequirement[];
}

/** More commits than any merge adds to a branch at once; a larger push was something else. */
export const MOST_COMMITS = 100;

/** Concurrent calls of GitHub's API. */
const MOST_CALLS = 8;

/**
 * The commits that a push added to a branch, newest first, along first parents: a merge commit stands for its pull
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

/** The pull requests that added commits to a branch, by number. */
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

/** Reads each pull request's report, trusting as little of it as possible. */
export async function readReviews(
  github: PullRequests,
  pullRequests: readonly MergedPullRequest[],
  questions: ReviewQuestions,
): Promise<readonly ReviewedPull[]> {
  if (pullRequests.length === 0) return [];
  const login = await github.login();
  const read: ReviewedPull[] = [];
  // One at a time: if one fails, no other keeps reading in the background.
  for (const pullRequest of pullRequests) {
    const { number, head } = pullRequest;
    const found = await github.history(number);
    const trustedRecord = await trust(found, pullRequest, login, questions);
    read.push({ number, head, trustedRecord, unapproved: unapproved(found, pullRequest, trustedRecord, questions) });
  }
  return read;
}

function trust(
  { comments }: PullRequestHistory,
  pullRequest: MergedPullRequest,
  login: string,
  { repositoryId, title, workingDirectory, record, fingerprintKey, judgeRecord }: ReviewQuestions,
): Promise<Trust> {
  const about: ReviewedPullRequest = { ...pullRequest, repositoryId };
  return judgeRecord(comments, about, {
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
  trustedRecord: Trust,
  { requires }: ReviewQuestions,
): string | undefined {
  return requires.includes('approved') && trustedRecord.ok
    ? missingApproval(reviews, { number, head, author }, trustedRecord.time, trustedRecord.planners)
    : undefined;
}

/** A leaf's entry in the records, or a sentence why none counts. */
export function reviewOf(
  leaf: string,
  pulls: readonly ReviewedPull[],
): { readonly pullRequest: number | undefined; readonly reviewed: ReviewedLeaf | { readonly missing: string } } {
  const having = pulls.flatMap(({ number, trustedRecord, unapproved }) => {
    const found = trustedRecord.ok ? trustedRecord.leaves.find((each) => each.leaf === leaf) : undefined;
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
  if (pulls.length === 0) return 'No merged pull request belongs to this commit, so its plan was not reviewed.';
  const untrusted = pulls.flatMap(({ trustedRecord }) => (trustedRecord.ok ? [] : [trustedRecord.why]));
  if (untrusted.length > 0) return untrusted.join(' ');
  const partial = pulls.flatMap(({ number, trustedRecord }) => {
    if (!trustedRecord.ok || trustedRecord.asked.selection.length === 0) return [];
    const { selection, workflow, job } = trustedRecord.asked;
    const by = workflow === undefined || job === undefined ? '' : ` (job "${job}" of ${workflow})`;
    return [` The plan of #${number}${by} covers only "leaves: ${selection.join(' ')}".`];
  });
  return `It was not planned in ${pulls.map(({ number }) => `#${number}`).join(', ')}.${partial.join('')}`;
}
