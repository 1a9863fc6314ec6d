/** `/repos/{owner}/{repo}/issues`. Pull requests are issues too, in lists as well. */
import type { components } from '@octokit/openapi-types';
import { demand, permissionsFor } from './access.ts';
import { account } from './account.ts';
import { invalid } from './api-error.ts';
import { associationOf } from './comment-routes.ts';
import { labelAnswer } from './label-routes.ts';
import { pageOf } from './paging.ts';
import { field, issueOf, longestBody, optionalText, reply, requiredText, type RestCall, type Route } from './route.ts';
import { type Issue } from './store.ts';

const longestTitle = 256;

/** What the action does with issues. */
export const issueRoutes: readonly Route[] = [
  {
    operation: 'issues/list-for-repo',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues',
    handle: (call) => {
      demand(call.token, call.repository, 'read', ['issues']);
      const page = pageOf(call, listed(call));
      const body = page.items.map((issue) => issueAnswer(call, issue));
      return reply('issues/list-for-repo', 200, body, page.headers);
    },
  },
  {
    operation: 'issues/create',
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues',
    handle: (call) => {
      demand(call.token, call.repository, 'write', ['issues']);
      const title = requiredText(call, 'title', 'Issue', longestTitle);
      const body = optionalText(call, 'body', 'Issue', longestBody) ?? null;
      const author = call.token.login;
      const issue = call.store.addIssue(call.repository, { author, title, body, labels: labelsOf(call) ?? [] });
      return reply('issues/create', 201, issueAnswer(call, issue));
    },
  },
  {
    operation: 'issues/get',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{number}',
    handle: (call) => {
      const issue = issueOf(call);
      demand(call.token, call.repository, 'read', permissionsFor(issue));
      return reply('issues/get', 200, issueAnswer(call, issue));
    },
  },
  {
    operation: 'issues/update',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/{number}',
    handle: (call) => {
      const issue = issueOf(call);
      demand(call.token, call.repository, 'write', permissionsFor(issue));
      update(call, issue);
      return reply('issues/update', 200, issueAnswer(call, issue));
    },
  },
];

function listed(call: RestCall): readonly Issue[] {
  const state = call.query.get('state') ?? 'open';
  const labels = (call.query.get('labels') ?? '')
    .toLowerCase()
    .split(',')
    .filter((name) => name !== '');
  const creator = call.query.get('creator');
  const time = call.query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const ascending = call.query.get('direction') === 'asc' ? 1 : -1;
  return [...call.repository.issues.values()]
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => labels.every((name) => issue.labels.some((each) => each.toLowerCase() === name)))
    .filter((issue) => creator === null || issue.author === creator)
    .sort((a, b) => ascending * a[time].localeCompare(b[time]));
}

function update(call: RestCall, issue: Issue): void {
  const title = optionalText(call, 'title', 'Issue', longestTitle);
  const body = optionalText(call, 'body', 'Issue', longestBody);
  const labels = labelsOf(call);
  const state = field(call, 'state');
  if (state !== undefined && state !== 'open' && state !== 'closed') throw invalid('Issue', 'state', 'invalid');
  if (title === '') throw invalid('Issue', 'title', 'missing_field');
  issue.title = title ?? issue.title;
  issue.body = body === undefined ? issue.body : body;
  if (labels !== undefined) {
    issue.labels = labels;
    for (const name of labels) call.store.ensureLabel(call.repository, name);
  }
  issue.updatedAt = call.store.now();
  if (state !== undefined) call.store.setState(issue, state, reasonOf(call));
}

/** Names, or objects with a name: GitHub takes both. */
function labelsOf(call: RestCall): readonly string[] | undefined {
  const value = field(call, 'labels');
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw invalid('Issue', 'labels', 'invalid');
  return value.map((each: unknown) => {
    const name: unknown = typeof each === 'object' && each !== null ? Reflect.get(each, 'name') : each;
    if (typeof name !== 'string') throw invalid('Issue', 'labels', 'invalid');
    return name;
  });
}

function reasonOf(call: RestCall): Issue['stateReason'] | undefined {
  const reason = field(call, 'state_reason');
  const known = (['completed', 'not_planned', 'duplicate', 'reopened'] as const).find((each) => each === reason);
  if (known === undefined && reason !== undefined && reason !== null) throw invalid('Issue', 'state_reason', 'invalid');
  return known;
}

function issueAnswer(call: RestCall, issue: Issue): components['schemas']['issue'] {
  const { api, repository } = call;
  const { fullName } = repository.facts;
  const url = `${api}/repos/${fullName}/issues/${issue.number}`;
  const web = `https://github.com/${fullName}`;
  const pullWeb = `${web}/pull/${issue.number}`;
  const id = 10_000_000 + issue.number;
  return {
    id,
    node_id: `I_${id}`,
    url,
    repository_url: `${api}/repos/${fullName}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issue.pull === undefined ? `${web}/issues/${issue.number}` : pullWeb,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: account(issue.author, api),
    labels: issue.labels.map((name) => labelAnswer(call, name)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: issue.comments.length,
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: associationOf(issue.author, repository),
    ...(issue.pull === undefined
      ? {}
      : {
          draft: issue.pull.draft,
          pull_request: {
            url: `${api}/repos/${fullName}/pulls/${issue.number}`,
            html_url: pullWeb,
            diff_url: `${pullWeb}.diff`,
            patch_url: `${pullWeb}.patch`,
            merged_at: issue.pull.merged ? issue.closedAt : null,
          },
        }),
  };
}
