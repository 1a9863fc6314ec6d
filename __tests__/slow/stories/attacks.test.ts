/** What people who may push branches and write as the workflow's account try, to have applied what nobody reviewed. */
import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Files } from '../../../loopback/file-tree.ts';
import { REPOSITORY, stories, type Story } from '../../support/story.ts';

const story = stories();
/** Any workflow of any branch may write as this account. */
const ACCOUNT = 'github-actions[bot]';
const prod = (size: number): Files => ({ 'config/env=prod/env.yaml': `env: {name: prod}\nsize: ${size}\n` });

function report({ api }: Story): { readonly id: number; readonly body: string } {
  const [found] = api.comments(REPOSITORY, 1);
  if (found === undefined) throw new Error('there is no comment');
  return found;
}

/** The comment with another plan, and the checksum that belongs to it. */
function showing(body: string, was: string, is: string): string {
  const at = body.lastIndexOf('\n<!-- kompos:record ');
  const text = body.slice(0, at).replaceAll(was, is);
  expect(text).not.toBe(body.slice(0, at));
  const [, begin = '', payload = '', token = ''] =
    /^\n(<!-- kompos:record v2 )(\S+) \S+ (.*)$/su.exec(body.slice(at)) ?? [];
  const digest = (of: string): string => createHash('sha256').update(of).digest('hex');
  return `${text}\n${begin}${payload} ${digest(`kompos:record v2 ${payload} ${digest(text.trim())}`).slice(0, 32)} ${token}`;
}

describe('the comment shows another plan than the one that is recorded', () => {
  test('and its record, which is genuine, holds for what the plan job wrote alone', async () => {
    const told = await story();
    const { api, openPullRequest, plan, merge, apply, states } = told;
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const { id, body } = report(told);
    expect(showing(showing(body, 'prod 2', 'prod 1'), 'prod 1', 'prod 2')).toBe(body);
    api.editComment(id, { editor: ACCOUNT, body: showing(body, 'prod 2', 'prod 1') });
    const result = await apply(await merge(pullRequest));
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(result.log).toMatch(/"aud" is .* the digest of this record and of the text above it/u);
  });

  test('until it was approved, and what the plan job wrote again afterwards', async () => {
    const told = await story();
    const { api, openPullRequest, plan, merge, apply, states } = told;
    api.setPusher(REPOSITORY, 'grace', true);
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const { id, body } = report(told);
    api.editComment(id, { editor: ACCOUNT, body: showing(body, 'prod 2', 'prod 1') });
    api.addReview(REPOSITORY, 1, { author: 'grace', state: 'APPROVED' });
    api.editComment(id, { editor: ACCOUNT, body });
    const push = await merge(pullRequest);
    const result = await apply(push, { inputs: { 'apply-requires': 'approved' } });
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(result.log).toContain('was approved before its plan');
  });

  test('until it was merged, and what the plan job wrote comes back while the apply waits', async () => {
    const told = await story();
    const { api, openPullRequest, plan, merge, apply, states } = told;
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const { id, body } = report(told);
    api.deleteComment(id);
    const push = await merge(pullRequest);
    api.addComment(REPOSITORY, 1, { author: ACCOUNT, body });
    const result = await apply(push);
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(result.log).toContain('was not written before the merge');
  });
});

test('who pushes to the branch of another one’s pull request does not approve what he has pushed', async () => {
  const { api, openPullRequest, plan, merge, apply, states } = await story();
  api.setPusher(REPOSITORY, 'eve', true);
  const pullRequest = await openPullRequest(1, prod(2));
  await plan(pullRequest, { facts: { actor: 'eve', author: 'ada' } });
  api.addReview(REPOSITORY, 1, { author: 'eve', state: 'APPROVED' });
  const push = await merge(pullRequest);
  const result = await apply(push, { inputs: { 'apply-requires': 'approved' } });
  expect([result.code, states.paths()]).toEqual([1, []]);
  expect(result.log).toContain('other than its author and those who pushed it');
});
