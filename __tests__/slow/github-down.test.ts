import { afterAll, afterEach, expect, test } from '@jest/globals';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { leavesIn, PROD, startStory, twoLeaves, type RunOptions, type Story } from '../support/story.ts';

let story: Story;

afterEach(() => story.close());
afterAll(removeTemporaryDirectories);

test.each<[string, (api: Story['api']) => void, RunOptions, RegExp]>([
  [
    'the API is down',
    (api) => {
      api.failRequests(100, 502);
    },
    {},
    /Server Error/u,
  ],
  [
    'only GraphQL fails',
    (api) => {
      api.before(({ path }) => {
        if (path === '/graphql') api.failRequests(1, 500);
      });
    },
    {},
    /Server Error/u,
  ],
  [
    'something in between answers with a page',
    (api) => {
      api.answerPages(100);
    },
    {},
    /127\.0\.0\.1:\d+ answered with something other than JSON \(text\/html; charset=utf-8\)\. A proxy or a login page/u,
  ],
  [
    'only GraphQL is answered with a page',
    (api) => {
      api.before(({ path }) => {
        if (path === '/graphql') api.answerPages(1);
      });
    },
    {},
    /answered with something other than JSON/u,
  ],
  [
    'something in between fails with a page',
    (api) => {
      api.answerPages(100, 503);
    },
    {},
    /a web page, which is no answer of GitHub's API \(status 503\)/u,
  ],
  [
    'it turns writes down for a while',
    (api) => {
      api.limitWrites(100);
    },
    {},
    /secondary rate limit/u,
  ],
  ['the token is none', () => undefined, { token: 'ghs_9876543210jihgfedcba' }, /Bad credentials/u],
  [
    'nothing answers',
    () => undefined,
    { env: { GITHUB_API_URL: 'http://127.0.0.1:1', GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/graphql' } },
    /could not be posted/u,
  ],
])('%s: the job is red and says why; summary and outputs have the plans', async (_, trouble, options, why) => {
  story = await startStory(twoLeaves);
  const pullRequest = await story.openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
  trouble(story.api);
  const result = await story.plan(pullRequest, options);
  expect(result.code).toBe(1);
  expect(result.stderr).toBe('');
  expect(result.annotations).toEqual([
    expect.objectContaining({ level: 'error', message: expect.stringContaining('The report could not be posted: ') }),
  ]);
  expect(result.annotations[0]?.message).toMatch(why);
  expect(result.annotations[0]?.message).toContain('job summary');
  expect(result.summary).toContain('prod 2');
  expect(leavesIn(result.outputs)).toEqual([{ path: PROD, kind: 'changed' }]);
  expect(result.outputs).toMatchObject({ changed: 'true', 'has-changes': 'true' });
  expect(story.comments(1)).toEqual([]);
});
