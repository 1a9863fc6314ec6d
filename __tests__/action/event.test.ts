import { describe, expect, test } from '@jest/globals';
import { readEvent } from '../../src/action/event.ts';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const repository = { full_name: 'acme/infra', default_branch: 'main' };
const pullRequest = (more: object = {}, head: object = {}): unknown => ({
  pull_request: {
    number: 7,
    merged: false,
    merge_commit_sha: null,
    user: { login: 'ada' },
    head: { sha: A, repo: { full_name: 'acme/infra' }, ...head },
    base: { sha: B, ref: 'main', repo: { full_name: 'acme/infra' } },
    ...more,
  },
});

describe('whose code it is', () => {
  test('a branch of the repository is trusted', () => {
    expect(readEvent('pull_request', pullRequest(), 'ada', '')).toEqual({
      revisions: {
        kind: 'pull_request',
        headSha: A,
        baseSha: B,
        baseRef: 'main',
        merged: false,
        mergeCommitSha: undefined,
      },
      scheduled: false,
      pullRequest: { number: 7, headSha: A },
      untrusted: undefined,
    });
  });

  test.each([
    ['a fork', pullRequest({}, { repo: { full_name: 'eve/infra' } }), 'ada', /fork/u],
    ['a fork that is gone', pullRequest({}, { repo: null }), 'ada', /fork/u],
    ['Dependabot, by its own push', pullRequest(), 'dependabot[bot]', /Dependabot/u],
    ['Dependabot, run again by a person', pullRequest({ user: { login: 'dependabot[bot]' } }), 'ada', /Dependabot/u],
  ])('%s is not', (_, payload, actor, why) => {
    expect(readEvent('pull_request', payload, actor, '').untrusted).toMatch(why);
  });

  test('what is to be taken for the merge commit must be a commit id', () => {
    const merged = (id: unknown): unknown => pullRequest({ merged: true, merge_commit_sha: id });
    expect(readEvent('pull_request', merged(B), 'ada', '').revisions).toMatchObject({ mergeCommitSha: B });
    for (const id of ['--upload-pack=x', 'main', null]) {
      expect(() => readEvent('pull_request', merged(id), 'ada', '')).toThrow(/pull_request\.merge_commit_sha/u);
    }
  });

  test.each(['pull_request_target', 'workflow_run'])('%s is refused', (name) => {
    expect(() => readEvent(name, pullRequest(), 'ada', '')).toThrow(/refused.*\n.*on: pull_request/u);
  });
});

describe('other events', () => {
  const group = (ref: string): object => ({ base_sha: B, head_sha: A, head_ref: ref });
  const queue = 'refs/heads/gh-readonly-queue/main/pr-7-abc';
  test.each([
    [
      'push',
      { before: B, after: A, ref: 'refs/heads/main', repository },
      {
        revisions: { kind: 'push', before: B, after: A, ref: 'refs/heads/main', defaultBranch: 'main' },
        defaultBranch: 'main',
      },
    ],
    [
      'merge_group',
      { merge_group: group(queue), repository },
      { revisions: { kind: 'merge_group', baseSha: B, headSha: A }, queued: 7, defaultBranch: 'main' },
    ],
    [
      'merge_group',
      { merge_group: group('refs/heads/another') },
      { revisions: { kind: 'merge_group', baseSha: B, headSha: A } },
    ],
    ['schedule', {}, { revisions: { kind: 'manual' }, scheduled: true, defaultBranch: 'trunk' }],
    ['workflow_dispatch', { repository }, { revisions: { kind: 'manual' }, defaultBranch: 'main' }],
  ])('%s', (name, payload, expected) => {
    expect(readEvent(name, payload, 'ada', 'refs/heads/trunk')).toEqual({ scheduled: false, ...expected });
  });

  test('any other is refused by name', () => {
    expect(() => readEvent('issue_comment', {}, 'ada', '')).toThrow(/"issue_comment" is not supported/u);
  });

  test.each([
    ['push', null, /"before"/u],
    ['push', { before: '--upload-pack=x', after: A }, /"before" that is a commit id/u],
    ['pull_request', {}, /"pull_request\.head\.sha"/u],
    ['pull_request', pullRequest({ number: '7' }), /"pull_request\.number"/u],
    ['merge_group', [], /"merge_group\.base_sha"/u],
  ])('a malformed %s says what is missing', (name, payload, message) => {
    expect(() => readEvent(name, payload, 'ada', 'refs/heads/trunk')).toThrow(message);
  });
});
