/** Whose word an apply takes: the record's, an approval's, a merge queue's. */
import { describe, expect, test } from '@jest/globals';
import { prod, REPOSITORY, stories } from '../../support/story.ts';

const story = stories();

describe('whom the record is believed from', () => {
  test.each<[string, (body: string) => { editor: string; body: string }]>([
    [
      'a person who changes it',
      (body) => ({ editor: 'ada', body: body.replace('kompos:record v2 ', 'kompos:record v2 A') }),
    ],
    ['a person who changes nothing', (body) => ({ editor: 'ada', body })],
    [
      'our own account, one byte',
      (body) => ({ editor: 'github-actions[bot]', body: body.replace(/.( [0-9a-f]{32} )/u, 'A$1') }),
    ],
  ])('edited by %s: refused, also by the next run', async (_, edit) => {
    const { openPullRequest, plan, merge, apply, states, api } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const [comment] = api.comments(REPOSITORY, 1);
    api.editComment(comment?.id ?? 0, edit(comment?.body ?? ''));
    const push = await merge(pullRequest);
    for (const runAttempt of [1, 2]) {
      const result = await apply(push, { runAttempt });
      expect([result.code, states.paths()]).toEqual([1, []]);
    }
  });

  test('a record of another pull request, and one that somebody else wrote', async () => {
    const { openPullRequest, plan, merge, apply, states, api } = await story();
    const [one, two] = [await openPullRequest(1, prod(2)), await openPullRequest(2, prod(2))];
    await plan(one);
    const body = api.comments(REPOSITORY, 1)[0]?.body ?? '';
    api.addComment(REPOSITORY, 2, { author: 'eve', body });
    api.addComment(REPOSITORY, 2, { author: 'github-actions[bot]', body });
    const result = await apply(await merge(two));
    expect([result.code, states.paths()]).toEqual([1, []]);
    expect(result.log).toContain('was made for acme/infrastructure#1');
  });
});

describe('apply-requires: approved', () => {
  const inputs = { 'apply-requires': 'approved' };
  test('nobody has, then somebody who may push', async () => {
    const { openPullRequest, plan, merge, apply, states, api } = await story();
    api.setPusher(REPOSITORY, 'grace', true);
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const push = await merge(pullRequest);
    const refused = await apply(push, { inputs });
    expect([refused.code, states.paths()]).toEqual([1, []]);
    expect(refused.log).toContain('was not approved at');
    api.addReview(REPOSITORY, 1, { author: 'grace', state: 'APPROVED' });
    const approved = await apply(push, { inputs, runAttempt: 2 });
    expect([approved.code, states.paths()]).toEqual([0, ['/prod']]);
  });
});

describe('a merge queue', () => {
  test('compares the plan with the reviewed one and applies nothing', async () => {
    const { openPullRequest, plan, queue, commitToMain, states, comments } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    const before = comments(1);
    const same = await queue(pullRequest);
    expect(same.code).toBe(0);
    expect(same.summary).toContain('1 as reviewed of 1 leaf');
    await commitToMain({ 'compositions/terraform/aws/app/other.tf': 'resource "terraform_data" "other" {}\n' });
    const different = await queue(pullRequest);
    expect(different.code).toBe(1);
    expect(states.paths()).toEqual([]);
    expect(comments(1)).toEqual(before);
  });
});
