import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHubApi, jobToken, startGitHubApi } from '../../loopback/github-api.ts';

const repository = 'acme/infra';
const here = { owner: 'acme', repo: 'infra' };
const issue = { ...here, issue_number: 1 };
const sha = (letter: string) => letter.repeat(40);

let api: GitHubApi;
const client = (token = 'job') => getOctokit(token, { baseUrl: api.url });

beforeEach(async () => {
  api = await startGitHubApi();
  api.addRepository(repository, { pushers: ['ada'] });
  api.addPullRequest(repository, {
    number: 1,
    head: { sha: sha('a') },
    base: { sha: sha('b') },
    mergeCommit: sha('c'),
  });
  api.addToken('job', jobToken);
  api.addToken('fork', { ...jobToken, permissions: { contents: 'read', 'pull-requests': 'read' } });
  api.addToken('drift', { ...jobToken, permissions: { contents: 'read', issues: 'write' } });
  api.addToken('ada', { login: 'ada', kind: 'user', permissions: { issues: 'write', 'pull-requests': 'write' } });
});
afterEach(() => api.close());

/** How a refused call was refused. */
const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'accepted',
    (error: unknown) => error,
  );

describe('comments', () => {
  test('are created, read, changed and deleted', async () => {
    const { issues } = client().rest;
    const { data: created } = await issues.createComment({ ...issue, body: 'one' });
    expect(created.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
    expect(created.html_url).toBe(`https://github.com/acme/infra/pull/1#issuecomment-${created.id}`);
    const comment_id = created.id;
    await issues.updateComment({ ...here, comment_id, body: 'two' });
    expect((await issues.getComment({ ...here, comment_id })).data.body).toBe('two');
    await issues.deleteComment({ ...here, comment_id });
    expect(api.comments(repository, 1)).toEqual([]);
    expect(await refusal(issues.getComment({ ...here, comment_id }))).toMatchObject({ status: 404 });
  });

  test('come in pages', async () => {
    for (let number = 1; number <= 205; number += 1)
      api.addComment(repository, 1, { author: 'ada', body: `${number}` });
    const first = await client().rest.issues.listComments(issue);
    expect(first.data).toHaveLength(30);
    expect(first.headers.link).toContain('rel="next"');
    const greedy = await client().rest.issues.listComments({ ...issue, per_page: 1000 });
    expect(greedy.data).toHaveLength(100);
    const octokit = client();
    const all = await octokit.paginate(octokit.rest.issues.listComments, { ...issue, per_page: 100 });
    expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 205 }, (_each, index) => `${index + 1}`));
  });

  test('hold 65,536 characters, whatever their bytes', async () => {
    await client().rest.issues.createComment({ ...issue, body: '💥'.repeat(65_536) });
    const refused = await refusal(client().rest.issues.createComment({ ...issue, body: 'x'.repeat(65_537) }));
    expect(refused).toMatchObject({
      status: 422,
      response: {
        data: {
          message: 'Validation Failed',
          errors: [{ message: 'body is too long (maximum is 65536 characters)' }],
        },
      },
    });
    expect(await refusal(client().rest.issues.createComment({ ...issue, body: '' }))).toMatchObject({ status: 422 });
  });
});

describe('access', () => {
  test('a token must be known and sufficient', async () => {
    const create = (token: string) => refusal(client(token).rest.issues.createComment({ ...issue, body: 'x' }));
    expect(await create('unknown')).toMatchObject({ status: 401, message: expect.stringContaining('Bad credentials') });
    expect(await create('fork')).toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    const number = api.addIssue(repository, { title: 'Drift' });
    const onIssue = client().rest.issues.createComment({ ...here, issue_number: number, body: 'x' });
    expect(await refusal(onIssue)).toMatchObject({ status: 403 });
    expect((await client('fork').rest.issues.listComments(issue)).data).toEqual([]);
    expect((await fetch(`${api.url}/repos/acme/infra`)).status).toBe(401);
  });

  test('a job is nobody in REST and github-actions[bot] in GraphQL', async () => {
    expect(await refusal(client().rest.users.getAuthenticated())).toMatchObject({ status: 403 });
    expect((await client('ada').rest.users.getAuthenticated()).data.login).toBe('ada');
    expect(await client().graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'github-actions[bot]' } });
  });
});

describe('pull requests', () => {
  test('tell their ends, their merge and their reviews', async () => {
    const { pulls, repos } = client().rest;
    const pull = { ...here, pull_number: 1 };
    expect((await pulls.get(pull)).data).toMatchObject({
      merged: false,
      merge_commit_sha: sha('c'),
      head: { sha: sha('a'), ref: 'feature', repo: { full_name: repository } },
      base: { sha: sha('b'), ref: 'main' },
    });
    api.addReview(repository, 1, { author: 'ada', state: 'APPROVED' });
    expect((await pulls.listReviews(pull)).data).toMatchObject([{ state: 'APPROVED', commit_id: sha('a') }]);
    expect((await repos.get(here)).data).toMatchObject({ default_branch: 'main', private: true });

    const associated = async (commit: string) =>
      (await repos.listPullRequestsAssociatedWithCommit({ ...here, commit_sha: commit })).data.map(
        ({ number }) => number,
      );
    expect(await associated(sha('d'))).toEqual([]);
    api.changePullRequest(repository, 1, { merged: true, mergeCommit: sha('d'), commits: [sha('e')] });
    expect(await associated(sha('d'))).toEqual([1]);
    expect(await associated(sha('e'))).toEqual([1]);
    expect((await pulls.get(pull)).data).toMatchObject({ state: 'closed', merged: true });
    expect(await refusal(pulls.get({ ...here, pull_number: 2 }))).toMatchObject({ status: 404 });
  });

  test('of deleted forks have no head repository', async () => {
    api.changePullRequest(repository, 1, { head: { sha: sha('a'), repository: null } });
    expect((await client().rest.pulls.get({ ...here, pull_number: 1 })).data.head.repo).toBeNull();
  });
});

test('issues are created with labels, listed by them, closed and reopened', async () => {
  const { issues } = client('drift').rest;
  expect(await refusal(issues.getLabel({ ...here, name: 'kompos-drift' }))).toMatchObject({ status: 404 });
  await issues.createLabel({ ...here, name: 'kompos-drift', color: 'b60205' });
  const again = refusal(issues.createLabel({ ...here, name: 'Kompos-Drift' }));
  expect(await again).toMatchObject({ status: 422 });

  const { data: created } = await issues.create({
    ...here,
    title: 'Drift',
    body: 'x',
    labels: ['kompos-drift', 'new'],
  });
  expect(api.labels(repository)).toEqual(['kompos-drift', 'new']);
  const one = { ...here, issue_number: created.number };
  const labelled = async (state: 'open' | 'closed') =>
    (await issues.listForRepo({ ...here, labels: 'kompos-drift', state })).data.map(({ number }) => number);
  expect(await labelled('open')).toEqual([created.number]);
  await issues.update({ ...one, state: 'closed', state_reason: 'completed' });
  expect(await labelled('open')).toEqual([]);
  expect(await labelled('closed')).toEqual([created.number]);
  await issues.update({ ...one, state: 'open', title: 'Still', body: null, labels: ['kompos-drift'] });
  expect((await issues.get(one)).data).toMatchObject({
    state: 'open',
    title: 'Still',
    body: null,
    state_reason: 'reopened',
  });

  const every = await issues.listForRepo({ ...here, state: 'all', direction: 'asc' });
  expect(every.data.map(({ pull_request }) => pull_request !== undefined)).toEqual([true, false]);
});

describe('GraphQL', () => {
  const query = `
    query Comments($owner: String!, $name: String!, $number: Int!, $first: Int = 2, $after: String) {
      repository(owner: $owner, name: $name) {
        pullRequest(number: $number) {
          comments(first: $first, after: $after) {
            pageInfo { hasNextPage endCursor }
            nodes { databaseId body url isMinimized author { ...Who } editor { __typename login } }
          }
        }
      }
    }
    fragment Who on Actor { __typename login ... on Bot { databaseId } }`;
  const variables = { owner: 'acme', name: 'infra', number: 1 };

  test('tells who wrote and who edited, page by page', async () => {
    const { data: own } = await client().rest.issues.createComment({ ...issue, body: 'report' });
    const { id } = own;
    const forged = api.addComment(repository, 1, { author: 'mallory', body: 'forged' });
    api.addComment(repository, 1, { author: 'ada', body: 'third' });
    api.editComment(id, { editor: 'ada', body: 'changed' });
    api.minimizeComment(forged);

    const first = await client().graphql(query, variables);
    expect(first).toMatchObject({
      repository: {
        pullRequest: {
          comments: {
            pageInfo: { hasNextPage: true },
            nodes: [
              {
                databaseId: id,
                body: 'changed',
                url: own.html_url,
                isMinimized: false,
                author: { __typename: 'Bot', login: 'github-actions', databaseId: 41_898_282 },
                editor: { __typename: 'User', login: 'ada' },
              },
              { databaseId: forged, isMinimized: true, author: { __typename: 'User', login: 'mallory' }, editor: null },
            ],
          },
        },
      },
    });
    const after = JSON.stringify(first).match(/"endCursor":"([^"]+)"/u)?.[1];
    const second = await client().graphql(query, { ...variables, after });
    expect(second).toMatchObject({
      repository: { pullRequest: { comments: { pageInfo: { hasNextPage: false }, nodes: [{ body: 'third' }] } } },
    });

    await client().rest.issues.updateComment({ ...here, comment_id: id, body: 'ours again' });
    expect(await client().graphql(query, variables)).toMatchObject({
      repository: {
        pullRequest: { comments: { nodes: [{ editor: { __typename: 'Bot', login: 'github-actions' } }, {}] } },
      },
    });
  });

  test('tells whether a reviewer may push', async () => {
    api.addReview(repository, 1, { author: 'ada', state: 'APPROVED' });
    api.addReview(repository, 1, { author: 'eve', state: 'APPROVED', commit: sha('9') });
    const reviews = `{ repository(owner: "acme", name: "infra") { pullRequest(number: 1) { headRefOid reviews(last: 100, states: [APPROVED]) {
      totalCount nodes { state authorCanPushToRepository author { login } commit { oid } } } } } }`;
    expect(await client().graphql(reviews)).toEqual({
      repository: {
        pullRequest: {
          headRefOid: sha('a'),
          reviews: {
            totalCount: 2,
            nodes: [
              {
                state: 'APPROVED',
                authorCanPushToRepository: true,
                author: { login: 'ada' },
                commit: { oid: sha('a') },
              },
              {
                state: 'APPROVED',
                authorCanPushToRepository: false,
                author: { login: 'eve' },
                commit: { oid: sha('9') },
              },
            ],
          },
        },
      },
    });
  });

  test.each([
    ['too many at once', query, { ...variables, first: 101 }, 'exceeds the `first` limit of 100 records'],
    ['nothing there', query, { ...variables, number: 99 }, 'Could not resolve to a PullRequest with the number of 99'],
    ['an unknown field', '{ viewer { shoeSize } }', {}, 'Cannot query field "shoeSize" on type "User"'],
    ['a missing variable', query, { owner: 'acme' }, 'Variable "$name" of required type "String!" was not provided'],
    ['no query', '{ viewer {', {}, 'Syntax Error: Expected Name, found <EOF>'],
  ])('refuses %s', async (_name, text, given, message) => {
    expect(await refusal(client().graphql(text, given))).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('needs a permission', async () => {
    api.addToken('none', { ...jobToken, permissions: {} });
    const refused = await refusal(client('none').graphql(query, variables));
    expect(refused).toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
  });
});

describe('troubles', () => {
  const write = () => refusal(client().rest.issues.createComment({ ...issue, body: 'x' }));

  test('rate limits hit writes, failures hit everything', async () => {
    api.limitWrites(1, { status: 429, retryAfter: 2 });
    expect((await client().rest.issues.listComments(issue)).status).toBe(200);
    expect(await write()).toMatchObject({ status: 429, response: { headers: { 'retry-after': '2' } } });
    expect(await write()).toBe('accepted');
    api.failRequests(1);
    expect(await refusal(client().graphql('{ viewer { login } }'))).toMatchObject({ status: 502 });
    expect(api.writes().map(({ method, status, login }) => [method, status, login])).toEqual([
      ['POST', 429, 'github-actions[bot]'],
      ['POST', 201, 'github-actions[bot]'],
    ]);
    expect(api.requests).toHaveLength(4);
  });

  test('a hook can let somebody else go first', async () => {
    const remove = api.before(async ({ isWrite }) => {
      if (!isWrite) return;
      remove();
      await client().rest.issues.createComment({ ...issue, body: 'first' });
    });
    await client().rest.issues.createComment({ ...issue, body: 'second' });
    expect(api.comments(repository, 1).map(({ body }) => body)).toEqual(['first', 'second']);
  });
});
