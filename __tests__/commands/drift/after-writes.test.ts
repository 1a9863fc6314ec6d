import { expect, test } from '@jest/globals';
import type { ExistingIssue } from '../../../src/commands/drift/issues/before.ts';
import { digest } from '../../../src/commands/drift/issues/identity.ts';
import { issueBlock, type IssueMarker } from '../../../src/markdown/issue-block.ts';
import type { IssueWrite } from '../../../src/github/issues.ts';
import { issuesNow } from '../../../src/commands/drift/issues/after-writes.ts';
import type { LeafIssue } from '../../../src/commands/drift/summary.ts';

const BEFORE = '2026-01-01T00:00:00Z';
const NOW = '2026-02-02T00:00:00Z';
const LEAF = digest('leaf');
const url = 'https://github.com/o/r/issues/1';
const marker = (since: string): IssueMarker => ({
  scope: digest('scope'),
  leaves: [{ leaf: LEAF, state: undefined }],
  cause: digest('cause'),
  class: 'drifted',
  since,
  title: digest('title'),
  content: digest('content'),
});
const standing = (open: boolean): ExistingIssue => ({
  ...{ number: 1, url, open, title: '', body: '', labels: [] },
  marker: marker(BEFORE),
});
const edit = (state: 'open' | 'closed' | undefined, since: string): IssueWrite => ({
  ...{ kind: 'edit', number: 1, state },
  block: issueBlock(marker(since), 'text'),
});
const note: IssueWrite = { kind: 'comment', number: 1, body: 'Clean.' };
const create: IssueWrite = { kind: 'create', leaves: [LEAF], title: '', body: issueBlock(marker(NOW), 'text') };
const open = (since: string): LeafIssue => ({ number: 1, url, open: true, since });
const closed: LeafIssue = { number: 1, url, open: false, since: undefined };

test.each<[string, ExistingIssue | undefined, readonly IssueWrite[], LeafIssue | undefined]>([
  ['nothing written: an open issue is as it was', standing(true), [], open(BEFORE)],
  ['nothing written: a closed one too', standing(false), [], closed],
  ['brought up to date: known since when the issue says', standing(true), [edit(undefined, BEFORE)], open(BEFORE)],
  ['closed', standing(true), [edit('closed', NOW), note], closed],
  ['closed, and the note refused', standing(true), [edit('closed', NOW)], closed],
  ['reopened: known since now', standing(false), [edit('open', NOW)], open(NOW)],
  ['opened', undefined, [create], open(NOW)],
  ['to be opened, and refused', undefined, [], undefined],
])('%s', (_what, stood, done, expected) => {
  const created = new Map(done.includes(create) ? [[LEAF, { number: 1, url }]] : []);
  const now = issuesNow(stood === undefined ? [] : [stood], done, created);
  expect(now.get(LEAF)).toEqual(expected);
});

test('a leaf that has moved is in the issue that says so: in the old one if that could not be written', () => {
  const OTHER = digest('other leaf');
  const both = [LEAF, OTHER].map((leaf) => ({ leaf, state: undefined }));
  const of = (number: number, leaves: typeof both): ExistingIssue => ({
    ...standing(true),
    number,
    marker: { ...marker(BEFORE), leaves },
  });
  const [first, second] = [of(1, both.slice(0, 1)), of(2, both.slice(1))];
  const takes: IssueWrite = { kind: 'edit', number: 1, block: issueBlock({ ...marker(BEFORE), leaves: both }, '') };
  const gives: IssueWrite = {
    ...{ kind: 'edit', number: 2, state: 'closed' },
    block: issueBlock({ ...marker(NOW), leaves: [], class: 'moved' }, ''),
  };
  const numbers = (done: readonly IssueWrite[]): readonly unknown[] =>
    [LEAF, OTHER].map((leaf) => issuesNow([first, second], done, new Map()).get(leaf)?.number);
  expect(numbers([])).toEqual([1, 2]);
  expect(numbers([takes, gives])).toEqual([1, 1]);
});
