/** Reports on a pull request of the loopback GitHub, written by several runs at once, and beside what people write. */
import { ApiError } from '../../loopback/github/api-error.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jobToken, startGitHubApi, type GitHubApi } from '../../loopback/github-api.ts';
import { connect, type GitHub } from '../../src/github/client.ts';
import { publishReport, type PublishResult } from '../../src/github/comments.ts';
import { marker, type ReportSource } from '../../src/markdown/marker.ts';

const REPOSITORY = 'acme/infrastructure';
const HEAD = 'a'.repeat(40);
const LATER = 'b'.repeat(40);
const OURS = jobToken.login;

let api: GitHubApi;
let github: GitHub;
let pullRequest = 0;

beforeAll(async () => {
  api = await startGitHubApi();
  api.addToken('ghs_job', jobToken);
  api.addRepository(REPOSITORY, { pushers: ['ada'] });
  github = connect({ apiUrl: api.url, token: 'ghs_job', repository: REPOSITORY });
});

afterAll(() => api.close());

interface Run {
  readonly run: number;
  readonly attempt?: number;
  readonly head?: string;
  readonly title?: string;
  /** Number of parts. */
  readonly parts?: number;
  readonly create?: boolean;
  readonly source?: ReportSource;
}

/** The parts that a run writes; their texts say which run it was. */
function bodies({ run, attempt = 1, head = HEAD, title = '', parts = 1, source }: Run): readonly string[] {
  return Array.from({ length: parts }, (_, index) => {
    const about = { kind: 'plan', title, part: index + 1, head, run, attempt, source } as const;
    return `${marker(about)}\nrun ${run}.${attempt} part ${index + 1}\n`;
  });
}

const publish = (run: Run): Promise<PublishResult> =>
  publishReport(github, { pullRequest, bodies: bodies(run), create: run.create ?? true });

function open(head = HEAD): void {
  pullRequest += 1;
  api.addPullRequest(REPOSITORY, { number: pullRequest, head: { sha: head }, base: { sha: '0'.repeat(40) } });
}

/** What stands there, without markers. */
const texts = (): readonly string[] =>
  api.comments(REPOSITORY, pullRequest).map(({ body }) => body.replace(/^<!--.*-->\n/u, '').trim());

describe('one report, kept up to date', () => {
  test('parts are added, written over in place, and removed', async () => {
    open();
    await publish({ run: 1, parts: 1 });
    const [first] = api.comments(REPOSITORY, pullRequest);
    await publish({ run: 2, parts: 3 });
    expect(texts()).toEqual(['run 2.1 part 1', 'run 2.1 part 2', 'run 2.1 part 3']);
    await publish({ run: 2, attempt: 2, parts: 2 });
    expect(texts()).toEqual(['run 2.2 part 1', 'run 2.2 part 2']);
    expect(api.comments(REPOSITORY, pullRequest)[0]?.id).toBe(first?.id);
  });

  test('what is the same is not written again', async () => {
    open();
    await publish({ run: 1 });
    const before = api.writes().length;
    const again = await publish({ run: 1 });
    expect(again).toMatchObject({ kind: 'published', url: expect.stringContaining('#issuecomment-') });
    expect(api.writes()).toHaveLength(before);
  });

  test('a part that somebody deleted comes back, also one that goes while we write', async () => {
    open();
    await publish({ run: 1, parts: 2 });
    const [first] = api.comments(REPOSITORY, pullRequest);
    api.deleteComment(first?.id ?? 0);
    await publish({ run: 2, parts: 2 });
    expect(texts().toSorted()).toEqual(['run 2.1 part 1', 'run 2.1 part 2']);

    const stop = api.before(({ method }) => {
      if (method !== 'PATCH') return;
      stop();
      api.deleteComment(api.comments(REPOSITORY, pullRequest)[0]?.id ?? 0);
    });
    await publish({ run: 3, parts: 2 });
    expect(texts().toSorted()).toEqual(['run 3.1 part 1', 'run 3.1 part 2']);
  });

  test('reports of different titles stand side by side', async () => {
    open();
    await publish({ run: 1, title: 'network' });
    await publish({ run: 1, title: 'apps' });
    expect(api.comments(REPOSITORY, pullRequest)).toHaveLength(2);
  });

  test('nothing new is begun where nothing is to be said', async () => {
    open();
    expect(await publish({ run: 1, create: false })).toEqual({ kind: 'unneeded' });
    await publish({ run: 2 });
    await publish({ run: 3, create: false });
    expect(texts()).toEqual(['run 3.1 part 1']);
  });
});

describe('a report that answers another question', () => {
  const source = { workflow: '.github/workflows/plan.yml', job: 'plan', selection: '0'.repeat(16) };

  test.each<[string, Partial<typeof source>]>([
    ['of another selection', { selection: '1'.repeat(16) }],
    ['of another job', { job: 'other' }],
    ['of another workflow', { workflow: '.github/workflows/other.yml' }],
  ])('%s is not written over, and the message says what to set', async (_what, other) => {
    open();
    await publish({ run: 1, source });
    const refused = publish({ run: 2, source: { ...source, ...other } });
    await expect(refused).rejects.toThrow(/already written by[\s\S]*"title"/u);
    expect(texts()).toEqual(['run 1.1 part 1']);
  });

  test('of a selection that was changed with a new commit is', async () => {
    open();
    await publish({ run: 1, source });
    api.changePullRequest(REPOSITORY, pullRequest, { head: { sha: LATER } });
    await publish({ run: 2, head: LATER, source: { ...source, selection: '1'.repeat(16) } });
    expect(texts()).toEqual(['run 2.1 part 1']);
  });
});

describe('strangers', () => {
  test.each([
    ['somebody else’s comment with our marker', 'eve', bodies({ run: 1 })[0] ?? ''],
    ['our own comment that quotes one', OURS, `> ${bodies({ run: 1 })[0] ?? ''}`],
    ['our own comment about something else', OURS, 'Deployed.'],
  ])('%s is left alone', async (_rule, author, body) => {
    open();
    api.addComment(REPOSITORY, pullRequest, { author, body });
    await publish({ run: 2 });
    await publish({ run: 3 });
    expect(api.comments(REPOSITORY, pullRequest).map((each) => each.body)).toEqual([body, ...bodies({ run: 3 })]);
  });

  test('a forged newer run stops nobody', async () => {
    open();
    api.addComment(REPOSITORY, pullRequest, { author: 'eve', body: bodies({ run: 999_999 })[0] ?? '' });
    expect(await publish({ run: 2 })).toMatchObject({ kind: 'published' });
  });

  test('ours is found behind hundreds of others', async () => {
    open();
    for (let each = 0; each < 230; each += 1)
      api.addComment(REPOSITORY, pullRequest, { author: 'ada', body: `talk ${each}` });
    await publish({ run: 1 });
    await publish({ run: 2 });
    expect(texts().filter((text) => text.startsWith('run'))).toEqual(['run 2.1 part 1']);
  });
});

describe('an older run never writes over a newer one', () => {
  test.each<[string, Run, Run]>([
    ['an earlier run', { run: 2 }, { run: 1 }],
    ['an earlier attempt', { run: 2, attempt: 2 }, { run: 2, attempt: 1 }],
    ['an earlier run that is attempted again', { run: 2 }, { run: 1, attempt: 5 }],
    ['an earlier run with more parts', { run: 2, parts: 1 }, { run: 1, parts: 3 }],
    ['an earlier run with fewer parts', { run: 2, parts: 3 }, { run: 1, parts: 1 }],
  ])('%s', async (_rule, newer, older) => {
    open();
    await publish(newer);
    const before = texts();
    expect(await publish(older)).toMatchObject({ kind: 'superseded' });
    expect(texts()).toEqual(before);
  });

  test('a run for a commit that is no longer the head, whatever its number', async () => {
    open(LATER);
    expect(await publish({ run: 9, head: HEAD })).toEqual({
      kind: 'superseded',
      why: 'the pull request is at bbbbbbb by now',
    });
    expect(texts()).toEqual([]);
  });

  test('what an older run wrote in between is mended', async () => {
    open();
    await publish({ run: 1, parts: 2 });
    // Run 2 began before run 3 and writes its second part when run 3 has written its own.
    const [, second] = api.comments(REPOSITORY, pullRequest);
    let writes = 0;
    let mixed: readonly string[] = [];
    const stop = api.before(({ method }) => {
      if (method === 'PATCH') writes += 1;
      if (method !== 'GET' || writes < 2) return;
      stop();
      api.editComment(second?.id ?? 0, { editor: OURS, body: bodies({ run: 2, parts: 2 })[1] ?? '' });
      mixed = texts();
    });
    await publish({ run: 3, parts: 2 });
    expect(mixed).toEqual(['run 3.1 part 1', 'run 2.1 part 2']);
    expect(texts()).toEqual(['run 3.1 part 1', 'run 3.1 part 2']);
  });
});

test('two runs that begin a report at once leave the newer one’s, however their requests meet', async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.boolean()), fc.integer({ min: 1, max: 2 }), async (choices, parts) => {
      open();
      // Both wait with each request until the other waits or has ended; then one of them goes on.
      const waiting: (() => void)[] = [];
      let active = 2;
      const goOn = (): void => {
        if (waiting.length < active) return;
        const [next] = waiting.splice(choices.next().value === true ? waiting.length - 1 : 0, 1);
        next?.();
      };
      const stop = api.before(
        () =>
          new Promise<void>((resolve) => {
            waiting.push(resolve);
            goOn();
          }),
      );
      const runs = [1, 2].map(async (run) => {
        await publish({ run, parts });
        active -= 1;
        if (active > 0) goOn();
      });
      await Promise.all(runs);
      stop();
      const expected = Array.from({ length: parts }, (_, index) => `run 2.1 part ${index + 1}`);
      expect(texts().toSorted()).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

describe('when GitHub is unwell', () => {
  test.each<[string, () => void]>([
    [
      'down for a moment',
      () => {
        api.failRequests(1);
      },
    ],
    [
      'asking to come back later',
      () => {
        api.limitWrites(1, { retryAfter: 1 });
      },
    ],
    [
      'asking so with 429',
      () => {
        api.limitWrites(1, { status: 429, retryAfter: 1 });
      },
    ],
  ])('%s: the request is repeated', async (_rule, trouble) => {
    open();
    trouble();
    expect(await publish({ run: 1 })).toMatchObject({ kind: 'published' });
    expect(texts()).toEqual(['run 1.1 part 1']);
  });

  test('failing after it has taken the comment: the repeated one is removed again', async () => {
    open();
    const stop = api.before(({ method, path }) => {
      if (method !== 'POST' || path === '/graphql') return;
      stop();
      api.addComment(REPOSITORY, pullRequest, { author: OURS, body: bodies({ run: 1 })[0] ?? '' });
      api.failRequests(1);
    });
    expect(await publish({ run: 1 })).toMatchObject({ kind: 'published' });
    expect(texts()).toEqual(['run 1.1 part 1']);
  });

  test('asking to come back in an hour: said, not waited for', async () => {
    open();
    api.limitWrites(1, { retryAfter: 3_600 });
    await expect(publish({ run: 1 })).rejects.toThrow(/secondary rate limit/u);
  });

  test('a token that may not write is told apart', async () => {
    api.addToken('ghs_reader', { ...jobToken, permissions: { contents: 'read', 'pull-requests': 'read' } });
    open();
    const request = { pullRequest, bodies: bodies({ run: 1 }), create: true };
    expect(
      await publishReport(connect({ apiUrl: api.url, token: 'ghs_reader', repository: REPOSITORY }), request),
    ).toMatchObject({ kind: 'forbidden' });
  });

  // The texts of GitHub itself.
  test.each([
    ['Unable to create comment because issue is locked.', 'Unlock the conversation'],
    [
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      'Authorize the token for the organization',
    ],
    [
      'Although you appear to have the correct authorization credentials, the `org` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
      "Add the runner's address",
    ],
    ['Repository was archived so is read-only.', 'archived repository'],
    ['Resource not accessible by integration', 'Give the job "permissions: pull-requests: write".'],
  ])('refused with "%s": what to do about just that', async (said, hint) => {
    open();
    const stop = api.before(({ isWrite }) => {
      if (isWrite) throw new ApiError(403, said);
    });
    try {
      expect(await publish({ run: 1 })).toMatchObject({
        kind: 'forbidden',
        message: expect.stringContaining(said),
        hint: expect.stringContaining(hint),
      });
    } finally {
      stop();
    }
  });
});
