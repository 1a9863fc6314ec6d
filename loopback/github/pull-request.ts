/** The fields of a pull request that events and the REST API share. */
import { account } from './account.ts';
import { numberFor } from './numbers.ts';
import type { RepositoryFacts } from './repository.ts';
import { ownerAndName } from './repository.ts';

/** What tests say about a pull request. */
export interface PullRequestFacts {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly author: string;
  readonly base: { readonly ref: string; readonly sha: string };
  /** `repository` differs from the base's for a fork; `undefined` when the fork is gone. */
  readonly head: { readonly ref: string; readonly sha: string; readonly repository: RepositoryFacts | undefined };
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly merged: boolean;
  /** The test merge while open, the commit on the base branch once merged. */
  readonly mergeCommit: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
}

/** The fields that need no choice between the two type packages: everything but labels and the two repositories. */
export function pullRequestFields(facts: PullRequestFacts, base: RepositoryFacts, api: string) {
  const url = `${api}/repos/${base.fullName}/pulls/${facts.number}`;
  const issue = `${api}/repos/${base.fullName}/issues/${facts.number}`;
  const web = `https://github.com/${base.fullName}/pull/${facts.number}`;
  const statuses = `${api}/repos/${base.fullName}/statuses/${facts.head.sha}`;
  const id = numberFor(`pull request ${base.fullName} ${facts.number}`);
  return {
    url,
    id,
    node_id: `PR_${id}`,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issue,
    number: facts.number,
    state: facts.state,
    locked: false,
    title: facts.title,
    user: account(facts.author, api),
    body: facts.body,
    created_at: facts.createdAt,
    updated_at: facts.updatedAt,
    closed_at: facts.closedAt,
    merged_at: facts.merged ? facts.closedAt : null,
    merge_commit_sha: facts.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    milestone: null,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/repos/${base.fullName}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    _links: {
      self: { href: url },
      html: { href: web },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/repos/${base.fullName}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    auto_merge: null,
    active_lock_reason: null,
    draft: facts.draft,
  };
}

/** The fields that lists leave out and a single pull request has. */
export function pullRequestDetails(facts: PullRequestFacts, comments: number, api: string) {
  return {
    merged: facts.merged,
    mergeable: facts.state === 'open' ? facts.mergeCommit !== null : null,
    rebaseable: null,
    mergeable_state: facts.state === 'open' && facts.mergeCommit !== null ? 'clean' : 'unknown',
    merged_by: facts.merged ? account(facts.author, api) : null,
    comments,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: 1,
  };
}

/** `head` or `base` without its repository. */
export function pullRequestEnd(
  end: { ref: string; sha: string },
  repository: RepositoryFacts | undefined,
  api: string,
) {
  const owner = repository === undefined ? 'unknown' : ownerAndName(repository.fullName).owner;
  return { label: `${owner}:${end.ref}`, ref: end.ref, sha: end.sha, user: account(owner, api) };
}
