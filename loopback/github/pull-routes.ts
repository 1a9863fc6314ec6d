/** `/repos/{owner}/{repo}`, its pull requests and their reviews. */
import type { components } from '@octokit/openapi-types';
import { demand } from './access.ts';
import { account } from './account.ts';
import { notFound } from './api-error.ts';
import { associationOf } from './comment-routes.ts';
import { labelAnswer } from './label-routes.ts';
import { pageOf } from './paging.ts';
import { type PullRequestFacts, pullRequestDetails, pullRequestEnd, pullRequestFields } from './pull-request.ts';
import { apiRepository, fullRepository, type RepositoryFacts } from './repository.ts';
import { issueOf, type Reply, reply, type RestCall, type Route } from './route.ts';
import { isPull, type PullIssue, type Review } from './store.ts';

type Schemas = components['schemas'];

/** What the action reads about a repository and its pull requests. */
export const pullRoutes: readonly Route[] = [
  {
    operation: 'repos/get',
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    handle: (call) => reply('repos/get', 200, fullRepository(call.repository.facts, call.api)),
  },
  {
    operation: 'pulls/list',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls',
    handle: (call) => {
      demand(call.token, call.repository, 'read', ['pull-requests']);
      const page = pageOf(call, listed(call));
      const body = page.items.map((issue) => simplePull(call, issue));
      return withDeletedForks(reply('pulls/list', 200, body, page.headers));
    },
  },
  {
    operation: 'pulls/get',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{number}',
    handle: (call) => withDeletedForks(reply('pulls/get', 200, fullPull(call, pullOf(call)))),
  },
  {
    operation: 'pulls/list-reviews',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{number}/reviews',
    handle: (call) => {
      const issue = pullOf(call);
      const page = pageOf(call, issue.pull.reviews);
      const body = page.items.map((review) => reviewAnswer(call, issue, review));
      return reply('pulls/list-reviews', 200, body, page.headers);
    },
  },
  {
    operation: 'repos/list-pull-requests-associated-with-commit',
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{sha}/pulls',
    handle: (call) => {
      demand(call.token, call.repository, 'read', ['pull-requests']);
      const sha = call.parameters['sha'] ?? '';
      const page = pageOf(
        call,
        pulls(call).filter((issue) => belongsTo(sha, issue)),
      );
      const body = page.items.map((issue) => simplePull(call, issue));
      return withDeletedForks(reply('repos/list-pull-requests-associated-with-commit', 200, body, page.headers));
    },
  },
];

function pulls(call: RestCall): readonly PullIssue[] {
  return [...call.repository.issues.values()].filter(isPull);
}

function pullOf(call: RestCall): PullIssue {
  const issue = issueOf(call);
  if (!isPull(issue)) throw notFound();
  demand(call.token, call.repository, 'read', ['pull-requests']);
  return issue;
}

/** A commit's pull requests: those that brought it into the base branch, and those whose branch ends in it. */
function belongsTo(sha: string, { pull }: PullIssue): boolean {
  return pull.head.sha === sha || (pull.merged && pull.mergeCommit === sha) || pull.commits.includes(sha);
}

function listed(call: RestCall): readonly PullIssue[] {
  const state = call.query.get('state') ?? 'open';
  const [base, head] = [call.query.get('base'), call.query.get('head')];
  const time = call.query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const ascending = call.query.get('direction') === 'asc' ? 1 : -1;
  return pulls(call)
    .filter((issue) => state === 'all' || issue.state === state)
    .filter(({ pull }) => base === null || pull.base.ref === base)
    .filter(({ pull }) => head === null || pullRequestEnd(pull.head, pull.head.repository, call.api).label === head)
    .sort((a, b) => ascending * a[time].localeCompare(b[time]));
}

function factsOf(issue: PullIssue): PullRequestFacts {
  const { base, head, draft, merged, mergeCommit } = issue.pull;
  return { ...issue, base, head, draft, merged, mergeCommit };
}

function simplePull(call: RestCall, issue: PullIssue): Schemas['pull-request-simple'] {
  const { repository, api } = call;
  return {
    ...pullRequestFields(factsOf(issue), repository.facts, api),
    author_association: associationOf(issue.author, repository),
    labels: issue.labels.map((name) => {
      const label = labelAnswer(call, name);
      return { ...label, description: label.description ?? '' };
    }),
    ...ends(call, issue),
  };
}

function fullPull(call: RestCall, issue: PullIssue): Schemas['pull-request'] {
  const { repository, api } = call;
  const facts = factsOf(issue);
  return {
    ...pullRequestFields(facts, repository.facts, api),
    ...pullRequestDetails(facts, issue.comments.length, api),
    author_association: associationOf(issue.author, repository),
    labels: issue.labels.map((name) => labelAnswer(call, name)),
    ...ends(call, issue),
  };
}

/** Stands in while answers are typed: GitHub's description allows no `null` where GitHub answers it. */
const deletedFork: RepositoryFacts = { fullName: 'ghost/deleted-fork', fork: true };

function ends({ repository, api }: RestCall, { pull }: PullIssue) {
  const headRepository = pull.head.repository ?? deletedFork;
  return {
    head: { ...pullRequestEnd(pull.head, pull.head.repository, api), repo: apiRepository(headRepository, api) },
    base: { ...pullRequestEnd(pull.base, repository.facts, api), repo: apiRepository(repository.facts, api) },
  };
}

/** Puts `null` where a fork is gone, as GitHub does. */
function withDeletedForks(answer: Reply): Reply {
  const body: unknown = JSON.parse(JSON.stringify(answer.body), (key, value: unknown): unknown => {
    if (key !== 'repo' || typeof value !== 'object' || value === null) return value;
    return Reflect.get(value, 'full_name') === deletedFork.fullName ? null : value;
  });
  return { ...answer, body };
}

function reviewAnswer(call: RestCall, issue: PullIssue, review: Review): Schemas['pull-request-review'] {
  const { fullName } = call.repository.facts;
  const web = `https://github.com/${fullName}/pull/${issue.number}#pullrequestreview-${review.id}`;
  const url = `${call.api}/repos/${fullName}/pulls/${issue.number}`;
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: account(review.author, call.api),
    body: review.body,
    state: review.state,
    html_url: web,
    pull_request_url: url,
    _links: { html: { href: web }, pull_request: { href: url } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
    author_association: associationOf(review.author, call.repository),
  };
}
