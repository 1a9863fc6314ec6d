/** The search for merges that were never applied, among many pull requests of the loopback GitHub. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { jobToken, startGitHubApi, type GitHubApi } from '../../../loopback/github-api.ts';
import { connectPullRequests, type PullRequests } from '../../../src/github/pull-requests.ts';
import { unappliedPullRequests, type Unapplied } from '../../../src/commands/apply/unapplied-merges.ts';
import { marker } from '../../../src/markdown/marker.ts';

const OURS = jobToken.login;
const HEAD = 'a'.repeat(40);

let api: GitHubApi;
let connect: (repository: string) => PullRequests;
let repository = '';
let repositories = 0;
let calls = 0;

beforeAll(async () => {
  api = await startGitHubApi();
  api.addToken('ghs_job', jobToken);
  api.before(() => {
    calls += 1;
  });
  connect = (name) => connectPullRequests({ apiUrl: api.url, token: 'ghs_job', repository: name });
});

beforeEach(() => {
  repositories += 1;
  repository = `acme/infrastructure-${repositories}`;
  api.addRepository(repository, { pushers: ['ada'] });
});

afterAll(() => api.close());

function report(kind: 'plan' | 'apply', title = ''): string {
  return `${marker({ kind, title, part: 1, head: HEAD, run: 1, attempt: 1 })}\nreport\n`;
}

const planned = (title = ''): string => `${report('plan', title)}\n<!-- kompos:record v1 AAAA ${'0'.repeat(32)} -->\n`;

const commitOf = (number: number): string => number.toString(16).padStart(40, '0');

/** A merged pull request with the comments of our runs: `bodies` from before its merge, `applied` from after it. */
function merged(
  number: number,
  bodies: readonly string[],
  more: { readonly ref?: string; readonly closed?: true; readonly applied?: string } = {},
) {
  api.addPullRequest(repository, { number, head: { sha: HEAD }, base: { sha: HEAD, ref: more.ref ?? 'main' } });
  for (const body of bodies) api.addComment(repository, number, { author: OURS, body });
  api.changePullRequest(repository, number, {
    state: 'closed',
    ...(more.closed === true ? {} : { merged: true, mergeCommit: commitOf(number) }),
  });
  if (more.applied !== undefined) api.addComment(repository, number, { author: OURS, body: more.applied });
}

function search(behind: (number: number) => number | undefined = (number) => 1_000 - number): Promise<Unapplied> {
  const now = new Date(api.comments(repository, 1)[0]?.createdAt ?? '');
  return unappliedPullRequests(connect(repository), {
    branch: 'main',
    own: [],
    now,
    title: '',
    // Nobody trusts these records: how much there was to apply is not known.
    reviewOf: ({ number, head }) =>
      Promise.resolve({ number, head, trustedRecord: { ok: false, why: 'It is damaged.' }, unapproved: undefined }),
    behind: (commit) => Promise.resolve(behind(Number.parseInt(commit, 16))),
  });
}

const numbersOf = ({ pulls }: Unapplied): readonly number[] => pulls.map(({ number }) => number);

test('on every page, with few calls', async () => {
  merged(1, [planned()]);
  for (let number = 2; number <= 150; number += 1) merged(number, [planned()], { applied: report('apply') });
  calls = 0;
  const found = await search();
  expect([numbersOf(found), found.notices]).toEqual([[1], []]);
  // Two pages of pull requests, who we are, and eight calls for their comments.
  expect(calls).toBe(11);
});

test('an apply report counts wherever it stands, and only ours with the same title', async () => {
  const chatter = Array.from({ length: 105 }, (_, index) => `comment ${index}`);
  merged(1, [planned(), ...chatter], { applied: report('apply') });
  merged(2, [planned(), ...chatter]);
  merged(3, [planned()], { applied: report('apply', 'other') });
  merged(4, [planned()]);
  api.addComment(repository, 4, { author: 'ada', body: report('apply') });
  // Nothing was to be applied: no leaf was changed, or it was planned under another title.
  merged(5, [report('plan')]);
  merged(6, [planned('other')]);
  merged(7, []);
  api.addComment(repository, 7, { author: 'ada', body: planned() });
  expect(numbersOf(await search())).toEqual([2, 3, 4]);
});

test('an apply report from before the merge, which somebody may have had echoed, hides nothing', async () => {
  merged(1, [planned(), report('apply')]);
  merged(2, [planned()], { applied: report('apply') });
  expect(numbersOf(await search())).toEqual([1]);
});

test('only what was merged, into this branch, and is in what is checked out', async () => {
  merged(1, [planned()], { closed: true });
  merged(2, [planned()], { ref: 'release' });
  merged(3, [planned()]);
  merged(4, [planned()]);
  expect(numbersOf(await search((number) => (number === 3 ? undefined : 1)))).toEqual([4]);
});

test('in the order in which they came into the branch', async () => {
  for (const number of [1, 2, 3, 4]) merged(number, [planned()]);
  const behind = [0, 7, 3, 9, 5];
  expect(numbersOf(await search((number) => behind[number]))).toEqual([3, 1, 4, 2]);
});

test('what is too many is said', async () => {
  merged(1, [planned()]);
  for (let number = 2; number <= 401; number += 1) merged(number, [], { closed: true });
  const found = await search();
  expect(numbersOf(found)).toEqual([]);
  expect(found.notices).toEqual([expect.stringContaining('only the most recently updated were checked')]);
});
