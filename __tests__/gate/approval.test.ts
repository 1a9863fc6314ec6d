import { describe, expect, test } from '@jest/globals';
import { missingApproval, type Review } from '../../src/gate/approval.ts';
import { BASE, HEAD } from './build.ts';

const pullRequest = { number: 7, head: HEAD, author: 'ada' };
/** Noon: the reviews here are from after it. */
const RECORDED = Date.UTC(2026, 0, 5, 12) / 1_000;
const NOBODY: ReadonlySet<string> = new Set();
let minute = 0;
function review(author: string | undefined, state: Review['state'], more: Partial<Review> = {}): Review {
  minute += 1;
  const submittedAt = new Date(Date.UTC(2026, 0, 5, 12, minute)).toISOString();
  return { author, isBot: false, state, commit: HEAD, authorCanPush: true, submittedAt, ...more };
}

describe('a pull request counts as approved', () => {
  test.each<[string, readonly Review[]]>([
    ['when somebody who may push approved its head commit', [review('grace', 'APPROVED')]],
    ['when a comment follows the approval', [review('grace', 'APPROVED'), review('grace', 'COMMENTED')]],
    [
      'when a comment on an older commit follows it',
      [review('grace', 'APPROVED'), review('grace', 'COMMENTED', { commit: BASE })],
    ],
    ['when a review that is still being written follows it', [review('grace', 'APPROVED'), review('grace', 'PENDING')]],
    [
      'when who asked for changes has approved since',
      [review('grace', 'CHANGES_REQUESTED'), review('grace', 'APPROVED')],
    ],
    [
      'when an earlier commit was approved, and the head commit too',
      [review('grace', 'APPROVED', { commit: BASE }), review('grace', 'APPROVED')],
    ],
    [
      'when one of two approved the head commit',
      [review('grace', 'APPROVED', { commit: BASE }), review('linus', 'APPROVED')],
    ],
    [
      'when somebody who may not push asks for changes',
      [review('grace', 'APPROVED'), review('eve', 'CHANGES_REQUESTED', { authorCanPush: false })],
    ],
    ['when a request for changes was dismissed', [review('linus', 'DISMISSED'), review('grace', 'APPROVED')]],
    [
      'in the order of time, not of the list',
      [review('grace', 'APPROVED', { submittedAt: '2026-02-01T00:00:00Z' }), review('grace', 'CHANGES_REQUESTED')],
    ],
  ])('%s', (_, reviews) => {
    expect(missingApproval(reviews, pullRequest, RECORDED, NOBODY)).toBeUndefined();
  });
});

describe('it does not', () => {
  const nobody =
    'Pull request #7 was not approved at 4f1c2d3 by anyone with push access other than its author and those who pushed it.';
  const earlier =
    'Pull request #7 was not approved at 4f1c2d3 by anyone with push access other than its author and those who pushed it (an earlier commit was approved).';
  test.each<[string, readonly Review[], string]>([
    ['when nobody has reviewed it', [], nobody],
    ['for a comment', [review('grace', 'COMMENTED')], nobody],
    ['for a review that is still being written', [review('grace', 'PENDING')], nobody],
    ['when its author approves', [review('ada', 'APPROVED')], nobody],
    ['when a bot that may not push approves', [review('some-app', 'APPROVED', { authorCanPush: false })], nobody],
    ['when somebody who may not push approves', [review('eve', 'APPROVED', { authorCanPush: false })], nobody],
    ['when the approval’s account is gone', [review(undefined, 'APPROVED')], nobody],
    ['when the approval was dismissed', [review('grace', 'DISMISSED')], nobody],
    ['when the approval was dismissed later', [review('grace', 'APPROVED'), review('grace', 'DISMISSED')], nobody],
    ['when only an earlier commit was approved', [review('grace', 'APPROVED', { commit: BASE })], earlier],
    ['when it is not known which commit was approved', [review('grace', 'APPROVED', { commit: undefined })], earlier],
    [
      'when who approved asks for changes later',
      [review('grace', 'APPROVED'), review('grace', 'CHANGES_REQUESTED')],
      'Pull request #7: grace has requested changes.',
    ],
    [
      'when who asked for changes only commented since',
      [review('grace', 'APPROVED'), review('linus', 'CHANGES_REQUESTED'), review('linus', 'COMMENTED')],
      'Pull request #7: linus has requested changes.',
    ],
    [
      'when changes were asked for at an earlier commit',
      [review('linus', 'CHANGES_REQUESTED', { commit: BASE }), review('grace', 'APPROVED')],
      'Pull request #7: linus has requested changes.',
    ],
    [
      'in the order of time, not of the list',
      [review('grace', 'DISMISSED', { submittedAt: '2026-02-01T00:00:00Z' }), review('grace', 'APPROVED')],
      nobody,
    ],
  ])('%s', (_, reviews, why) => {
    expect(missingApproval(reviews, pullRequest, RECORDED, NOBODY)).toBe(why);
  });
});

describe('an approval is for the plan that was there', () => {
  const at = (submittedAt: string): readonly Review[] => [review('grace', 'APPROVED', { submittedAt })];

  test.each<[string, string, boolean]>([
    ['from before any plan', '2026-01-05T09:00:00Z', false],
    ['from the very second of the plan', '2026-01-05T12:00:00Z', false],
    ['from the second after it', '2026-01-05T12:00:01Z', true],
    ['without a time', '', false],
  ])('%s', (_, submittedAt, counts) => {
    expect(missingApproval(at(submittedAt), pullRequest, RECORDED, NOBODY) === undefined).toBe(counts);
  });

  test('the refusal says so', () => {
    expect(missingApproval(at('2026-01-05T09:00:00Z'), pullRequest, RECORDED, NOBODY)).toBe(
      'Pull request #7 was approved before its plan was recorded at 12:00:00 UTC: the approval is not for this plan.',
    );
  });

  test('and a bot has read none', () => {
    const bots = [review('github-actions', 'APPROVED', { isBot: true })];
    expect(missingApproval(bots, pullRequest, RECORDED, NOBODY)).toMatch(/was not approved at 4f1c2d3 by anyone/u);
  });
});

test('who has pushed the head to another one’s branch does not approve it, but may ask for changes', () => {
  const eve = new Set(['eve']);
  const approved = review('eve', 'APPROVED');
  expect(missingApproval([approved], pullRequest, RECORDED, eve)).toMatch(/by anyone with push access other than/u);
  expect(missingApproval([approved, review('grace', 'APPROVED')], pullRequest, RECORDED, eve)).toBeUndefined();
  const against = [review('grace', 'APPROVED'), review('eve', 'CHANGES_REQUESTED')];
  expect(missingApproval(against, pullRequest, RECORDED, eve)).toContain('eve has requested changes');
});
