/** Labels and check runs on a pull request of the loopback GitHub. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { jobToken, startGitHubApi, type GitHubApi } from '../../loopback/github-api.ts';
import { connectMarks, type MarkResult } from '../../src/github/pull-request-marks.ts';

const REPOSITORY = 'acme/infrastructure';
const HEAD = 'a'.repeat(40);
const ALL = ['kompos: no changes', 'kompos: changes', 'kompos: destroys'];

let api: GitHubApi;
let pullRequest = 0;

beforeAll(async () => {
  api = await startGitHubApi();
  api.addToken('ghs_job', { ...jobToken, permissions: { ...jobToken.permissions, checks: 'write' } });
  api.addToken('ghs_weak', { ...jobToken, permissions: { contents: 'read', 'pull-requests': 'read' } });
  api.addRepository(REPOSITORY);
});
beforeEach(() => {
  pullRequest += 1;
  api.addPullRequest(REPOSITORY, { number: pullRequest, head: { sha: HEAD }, base: { sha: '0'.repeat(40) } });
});
afterAll(() => api.close());

const labels = (): readonly string[] => api.labelsOf(REPOSITORY, pullRequest);
const label = (name: string, { head = HEAD, token = 'ghs_job' } = {}): Promise<MarkResult> =>
  connectMarks({ apiUrl: api.url, token, repository: REPOSITORY }).label(
    pullRequest,
    head,
    { name, color: 'fbca04' },
    ALL,
  );

describe('the label', () => {
  test('is the only one of ours; what is no longer true goes, and others stay', async () => {
    await label('kompos: destroys');
    api.changeIssue(REPOSITORY, pullRequest, { labels: [...labels(), 'team-a', 'Kompos: No Changes'] });
    await label('kompos: changes');
    expect(labels()).toEqual(['team-a', 'kompos: changes']);
  });

  test('is not written again', async () => {
    await label('kompos: changes');
    const before = api.writes().length;
    await label('kompos: changes');
    expect(api.writes()).toHaveLength(before);
  });

  test('is not written for a commit that is no longer the head', async () => {
    expect(await label('kompos: changes', { head: 'b'.repeat(40) })).toEqual({ kind: 'stale' });
    expect(labels()).toEqual([]);
  });

  test('is left alone without the permission', async () => {
    expect(await label('kompos: changes', { token: 'ghs_weak' })).toMatchObject({ kind: 'forbidden' });
    expect(labels()).toEqual([]);
  });
});

test.each([
  ['ghs_job', 'done'],
  ['ghs_weak', 'forbidden'],
])('the check run, with the token %s: %s', async (token, kind) => {
  const marks = connectMarks({ apiUrl: api.url, token, repository: REPOSITORY });
  const run = { name: 'Kompos', head: HEAD, title: '1 to create', summary: 'There.', url: undefined };
  expect(await marks.check({ ...run, conclusion: 'success' })).toMatchObject({ kind });
  expect(api.writes().at(-1)).toMatchObject({
    path: expect.stringMatching(/check-runs$/u),
    body: { name: 'Kompos', head_sha: HEAD, conclusion: 'success', output: { title: '1 to create' } },
  });
});
