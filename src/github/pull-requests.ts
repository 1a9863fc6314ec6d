/** Merged pull requests on GitHub: the authors and editors of their comments, and their approvals. */
import type { Review } from '../gate/approval.ts';
import type { Actor, ReportComment } from '../gate/trusted-record.ts';
import { field, isRecord, list, text } from '../base/json.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { openOctokit, viewerLogin, type GitHubAccess } from './octokit.ts';
import { closedSince, firstComments, type FirstComments } from './recent-merges.ts';

/** What an apply needs of a pull request. */
export interface MergedPullRequest {
  readonly number: number;
  /** Its last head commit. */
  readonly head: string;
  /** Whether its head is a branch of the same repository; a deleted fork's is not. */
  readonly isOwn: boolean;
  readonly baseRef: string;
  /** ISO time; undefined until it is merged. */
  readonly mergedAt: string | undefined;
  /** The tip of its base branch according to GitHub. */
  readonly baseSha: string;
  /** The commit that merged it into the base branch (for a rebase, the last one); undefined if GitHub does not say. */
  readonly mergeCommit: string | undefined;
}

/** A pull request with what people and runs wrote there. */
export interface PullRequestHistory {
  readonly author: string | undefined;
  /** All of them, oldest first. */
  readonly comments: readonly ReportComment[];
  readonly reviews: readonly Review[];
}

export interface RecentMerges {
  readonly merged: readonly MergedPullRequest[];
  /** False: there were more than the limit, and the least recently updated ones are missing. */
  readonly complete: boolean;
}

export interface PullRequests {
  /** The token's account, with a bot's suffix: `github-actions[bot]`. */
  login(): Promise<string>;
  pullRequest(number: number): Promise<MergedPullRequest>;
  /** Pull requests that GitHub associates with a commit. */
  ofCommit(commit: string): Promise<readonly MergedPullRequest[]>;
  /** Those merged into a branch since a time (ISO). */
  mergedSince(branch: string, since: string): Promise<RecentMerges>;
  /** The first comments of each of these pull requests, with few calls. */
  firstComments(numbers: readonly number[]): Promise<ReadonlyMap<number, FirstComments>>;
  history(number: number): Promise<PullRequestHistory>;
}

const HISTORY = `
  query ($owner: String!, $repo: String!, $number: Int!, $comments: String, $reviews: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        author { login }
        comments(first: 100, after: $comments) {
          pageInfo { hasNextPage endCursor }
          nodes { databaseId body url createdAt lastEditedAt author { __typename login } editor { __typename login } }
        }
        reviews(first: 100, after: $reviews) {
          pageInfo { hasNextPage endCursor }
          nodes { state submittedAt authorCanPushToRepository author { __typename login } commit { oid } }
        }
      }
    }
  }`;

export function connectPullRequests(access: GitHubAccess): PullRequests {
  const octokit = openOctokit(access);
  const [owner = '', repo = ''] = access.repository.split('/');
  let login: Promise<string> | undefined;

  return {
    // The token's account does not change.
    login: () => (login ??= viewerLogin(octokit)),
    async pullRequest(number) {
      const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
      return describe(data);
    },
    async ofCommit(commit) {
      const all = await octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
        owner,
        repo,
        commit_sha: commit,
        per_page: 100,
      });
      return all.map(describe);
    },
    async mergedSince(branch, since) {
      const { items, complete } = await closedSince(octokit, { owner, repo }, branch, since);
      const merged = items.map(describe).filter(({ mergedAt }) => mergedAt !== undefined && mergedAt >= since);
      return { merged, complete };
    },
    firstComments: (numbers) => firstComments(octokit, { owner, repo }, numbers),
    async history(number) {
      const comments: ReportComment[] = [];
      const reviews: Review[] = [];
      let author: string | undefined;
      let cursors: { comments: string | null; reviews: string | null } = { comments: null, reviews: null };
      let more = true;
      while (more) {
        const answer: unknown = await octokit.graphql(HISTORY, { owner, repo, number, ...cursors });
        const pull = field(field(answer, 'repository'), 'pullRequest');
        if (!isRecord(pull)) throw unexpected(`pull request #${number}`);
        author = text(field(field(pull, 'author'), 'login'));
        comments.push(...list(field(field(pull, 'comments'), 'nodes')).map(reportComment));
        reviews.push(...list(field(field(pull, 'reviews'), 'nodes')).map(review));
        const [next, nextReviews] = [endOf(field(pull, 'comments')), endOf(field(pull, 'reviews'))];
        more = next.more || nextReviews.more;
        cursors = { comments: next.cursor ?? cursors.comments, reviews: nextReviews.cursor ?? cursors.reviews };
      }
      return { author, comments, reviews };
    },
  };
}

function describe(data: {
  readonly number: number;
  readonly head: { readonly sha: string; readonly repo?: { readonly id: number } | null };
  readonly base: { readonly ref: string; readonly sha: string; readonly repo?: { readonly id: number } | null };
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
}): MergedPullRequest {
  return {
    number: data.number,
    head: data.head.sha,
    isOwn: data.head.repo?.id !== undefined && data.head.repo.id === data.base.repo?.id,
    baseRef: data.base.ref,
    mergedAt: data.merged_at ?? undefined,
    baseSha: data.base.sha,
    mergeCommit: data.merge_commit_sha ?? undefined,
  };
}

/** Where the next page begins: after what was read, so that a finished list returns nothing twice. */
function endOf(connection: unknown): { more: boolean; cursor: string | undefined } {
  const page = field(connection, 'pageInfo');
  return { more: field(page, 'hasNextPage') === true, cursor: text(field(page, 'endCursor')) };
}

function reportComment(node: unknown): ReportComment {
  const id = field(node, 'databaseId');
  const body = text(field(node, 'body'));
  const createdAt = text(field(node, 'createdAt'));
  if (typeof id !== 'number' || body === undefined || createdAt === undefined) throw unexpected('the comments');
  return {
    id,
    body,
    url: text(field(node, 'url')) ?? '',
    author: actor(field(node, 'author')),
    createdAt,
    // GitHub names no editor if the account was deleted.
    editedAt: text(field(node, 'lastEditedAt')),
    editor: actor(field(node, 'editor')),
  };
}

function actor(node: unknown): Actor | undefined {
  const login = text(field(node, 'login'));
  return login === undefined ? undefined : { login, isBot: field(node, '__typename') === 'Bot' };
}

const STATES = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'] as const;

function review(node: unknown): Review {
  const state = STATES.find((each) => each === field(node, 'state'));
  if (state === undefined) throw unexpected('the reviews');
  const author = actor(field(node, 'author'));
  return {
    author: author?.login,
    isBot: author?.isBot === true,
    state,
    commit: text(field(field(node, 'commit'), 'oid')),
    authorCanPush: field(node, 'authorCanPushToRepository') === true,
    submittedAt: text(field(node, 'submittedAt')) ?? '',
  };
}

function unexpected(what: string): ProblemError {
  return problemError('github', `GitHub's answer about ${what} has an unexpected form.`);
}
