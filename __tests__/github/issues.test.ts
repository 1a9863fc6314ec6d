import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { jobToken, startGitHubApi, type GitHubApi } from '../../loopback/github-api.ts';
import { digest } from '../../src/commands/drift/issues/identity.ts';
import { issueBlock } from '../../src/markdown/issue-block.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { connectIssues, type IssueTracker, type IssueWrite } from '../../src/github/issues.ts';

const BOT = 'github-actions[bot]';
const LABEL = 'kompos-drift';

const block = (text: string): string =>
  issueBlock(
    {
      scope: digest('s'),
      leaves: [{ leaf: digest('l'), state: undefined }],
      cause: digest('x'),
      class: 'drifted',
      since: '2026-01-01T00:00:00Z',
      title: digest('t'),
      content: digest('c'),
    },
    text,
  );
const create = (leaf: number): IssueWrite => ({
  kind: 'create',
  leaves: [`${leaf}`],
  title: `Drift ${leaf}`,
  body: block('found'),
});

let api: GitHubApi;
let repository = '';
let waited: number[] = [];
let tracker: IssueTracker;

beforeAll(async () => {
  api = await startGitHubApi();
  api.addToken('token', { ...jobToken, permissions: { contents: 'read', issues: 'write' } });
  api.addToken('reader', jobToken);
});
afterAll(() => api.close());

let number = 0;
beforeEach(() => {
  number += 1;
  repository = `acme/number-${number}`;
  api.addRepository(repository);
  waited = [];
  tracker = connect('token');
});

function connect(token: string): IssueTracker {
  return connectIssues({ apiUrl: api.url, token, repository }, (milliseconds) => {
    waited.push(milliseconds);
    return Promise.resolve();
  });
}

const writes = (): readonly string[] =>
  api.writes().flatMap(({ method, path, status }) => {
    const own = `/repos/${repository}/`;
    return path.startsWith(own) ? [`${method} ${path.slice(own.length)} ${status}`] : [];
  });

describe('the issues that are ours', () => {
  test('are found on every page, open and closed; others are not', async () => {
    for (let each = 1; each <= 250; each += 1) {
      api.addIssue(repository, {
        author: BOT,
        title: `${each}`,
        labels: [LABEL],
        state: each % 2 === 0 ? 'closed' : 'open',
      });
    }
    api.addIssue(repository, { author: 'mallory', title: 'forged', labels: [LABEL], body: block('forged') });
    api.addIssue(repository, { author: BOT, title: 'without the label' });
    api.addPullRequest(repository, {
      number: 999,
      author: BOT,
      labels: [LABEL],
      head: { sha: 'a' },
      base: { sha: 'b' },
    });
    const found = await tracker.ours(LABEL);
    expect(found.map((each) => each.number)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
    expect(found.filter(({ open }) => open)).toHaveLength(125);
    expect(api.requests.some(({ path }) => path.includes('search'))).toBe(false);
    expect(writes()).toEqual([]);
  });
});

describe('while GitHub is down for a moment', () => {
  test('reading goes on', async () => {
    api.addIssue(repository, { author: BOT, title: 'Mine', labels: [LABEL] });
    api.failRequests(2);
    expect(await tracker.ours(LABEL)).toHaveLength(1);
    expect(waited).toEqual([1000, 2000]);
  });

  test('an edit is repeated, since it comes to the same', async () => {
    api.addIssue(repository, { author: BOT, title: 'Mine', body: block('old') });
    let failures = 0;
    const stop = api.before(({ method }) => {
      if (method !== 'PATCH' || (failures += 1) > 1) return;
      api.failRequests(1);
    });
    const edit: IssueWrite = { kind: 'edit', number: 1, block: block('new') };
    expect(await tracker.write([edit], LABEL)).toMatchObject({ done: [edit], problems: [] });
    stop();
    expect(api.issues(repository)).toMatchObject([{ body: block('new') }]);
  });

  test.each<[string, string, IssueWrite]>([
    ['an issue', 'issues', create(0)],
    ['a note', 'issues/1/comments', { kind: 'comment', number: 1, body: 'Clean.' }],
  ])('%s is not written again, since it may have been written', async (_what, path, write) => {
    api.addIssue(repository, { author: BOT, title: 'Mine' });
    api.addLabel(repository, LABEL);
    const stop = api.before(({ isWrite }) => {
      if (isWrite) api.failRequests(1);
    });
    const { done, problems } = await tracker.write([write], LABEL);
    stop();
    expect(problems.map(formatProblem).join()).toMatch(/GitHub answered 502/u);
    expect(done).toEqual([]);
    expect(writes()).toEqual([`POST ${path} 502`]);
  });
});

describe('writes', () => {
  const said = async (all: readonly IssueWrite[]): Promise<string> =>
    (await tracker.write(all, LABEL)).problems.map(formatProblem).join('\n');

  test('come one by one with a pause between them, and the label before the first issue', async () => {
    const { created } = await tracker.write([create(4), create(7)], LABEL);
    expect(writes()).toEqual(['POST labels 201', 'POST issues 201', 'POST issues 201']);
    expect(waited).toEqual([1000, 1000]);
    expect([...created]).toEqual([
      ['4', { number: 1, url: `https://github.com/${repository}/issues/1` }],
      ['7', { number: 2, url: `https://github.com/${repository}/issues/2` }],
    ]);
    expect(api.issues(repository).map(({ labels }) => labels)).toEqual([[LABEL], [LABEL]]);
  });

  test('make no label that is there, and none when nothing is created', async () => {
    api.addLabel(repository, 'Kompos-Drift');
    await tracker.write([create(0)], LABEL);
    await tracker.write([{ kind: 'comment', number: 1, body: 'Clean.' }], LABEL);
    expect(writes()).toEqual(['POST issues 201', 'POST issues/1/comments 201']);
  });

  test.each([403, 429] as const)('wait as long as GitHub asks for: %d', async (status) => {
    api.addLabel(repository, LABEL);
    api.limitWrites(2, { status, retryAfter: 7 });
    await tracker.write([create(0)], LABEL);
    expect(writes()).toEqual([`POST issues ${status}`, `POST issues ${status}`, 'POST issues 201']);
    expect(waited).toEqual([7000, 7000]);
    expect(api.issues(repository)).toHaveLength(1);
  });

  test('end when GitHub asks for more than a job is worth, or again and again', async () => {
    api.addLabel(repository, LABEL);
    api.limitWrites(1, { retryAfter: 3600 });
    expect(await said([create(0)])).toMatch(/Issues could not be brought up to date: GitHub answered 403/u);
    expect(waited).toEqual([]);
    api.limitWrites(3, { retryAfter: 1 });
    expect(await said([create(0)])).toMatch(/could not be brought up to date/u);
    expect(api.issues(repository)).toEqual([]);
  });

  test('keep what a person has written meanwhile', async () => {
    api.addIssue(repository, { author: BOT, title: 'Mine', body: `above\n${block('old')}\nbelow` });
    await tracker.write(
      [{ kind: 'edit', number: 1, block: block('new'), state: 'closed', reason: 'completed' }],
      LABEL,
    );
    expect(api.issues(repository)).toMatchObject([
      { title: 'Mine', body: `above\n${block('new')}\nbelow`, state: 'closed', stateReason: 'completed' },
    ]);
  });

  test('of an issue that is gone keep no other one from being written', async () => {
    api.addIssue(repository, { author: BOT, title: 'Mine', body: block('old') });
    const edit = (at: number): IssueWrite => ({ kind: 'edit', number: at, block: block('new') });
    const { done, problems } = await tracker.write([edit(7), edit(1)], LABEL);
    expect(problems.map(formatProblem).join()).toMatch(/GitHub answered 404/u);
    expect(done).toEqual([edit(1)]);
    expect(api.issues(repository)).toMatchObject([{ body: block('new') }]);
  });

  test('in favor of an issue are not tried if that one could not be written', async () => {
    for (const title of ['One', 'Two']) api.addIssue(repository, { author: BOT, title, body: block('old') });
    const close = (at: number, after: readonly number[]): readonly IssueWrite[] => [
      { kind: 'edit', number: at, state: 'closed', after },
      { kind: 'comment', number: at, body: 'Continued.' },
    ];
    const lost: IssueWrite = { kind: 'edit', number: 7, block: block('new') };
    const { done, problems } = await tracker.write([lost, ...close(1, [7]), ...close(2, [1])], LABEL);
    expect(problems).toHaveLength(1);
    expect(done).toEqual([]);
    expect(writes().filter((each) => !each.startsWith('PATCH issues/7'))).toEqual([]);
  });

  test('add labels to those that are there', async () => {
    api.addIssue(repository, { author: BOT, title: 'Mine', labels: [LABEL, 'mine'] });
    await tracker.write([{ kind: 'label', number: 1, labels: ['team-a', 'mine'] }], LABEL);
    expect((await tracker.ours(LABEL)).map(({ labels }) => labels)).toEqual([[LABEL, 'mine', 'team-a']]);
  });

  test('end after three failures in a row', async () => {
    const comment = (at: number): IssueWrite => ({ kind: 'comment', number: at, body: 'x' });
    await tracker.write([7, 8, 9, 10, 11].map(comment), LABEL);
    expect(writes()).toHaveLength(3);
  });

  test('without the permission are an error that names it', async () => {
    const reader = connect('reader');
    await expect(reader.ours(LABEL)).rejects.toThrow(/may not read or write issues[\s\S]*issues: write/u);
  });
});
