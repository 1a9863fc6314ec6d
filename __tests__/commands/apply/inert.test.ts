/** No text escapes its place in the report of an apply either. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { problem } from '../../../src/base/problems.ts';
import { renderApplyComment, renderApplySummary } from '../../../src/commands/apply/comment.ts';
import type { ApplyReport } from '../../../src/commands/apply/report.ts';
import { renderApplyText } from '../../../src/commands/apply/terminal.ts';
import { applyLeaf, applyReport, openPlan, resource } from './build.ts';
import { at } from '../plan/build.ts';
import { ACTING_TEXTS, anyText, count, expectPlain } from '../../support/inert.ts';

/** A report with one text in every place that somebody else may write. */
function reportWith(text: string): ApplyReport {
  const plan = { ...openPlan([resource(text, 'delete'), resource(text, 'replace'), resource(text)]), text };
  const differences = [
    { address: text, before: text, after: undefined, attributes: [text] },
    { address: `${text}2`, before: undefined, after: text, attributes: [] },
  ];
  const problems = [problem('yaml', text, { place: at(text, 1), sourceLine: text, hint: text })];
  const said = [{ address: text, action: text }];
  return applyReport(
    [
      applyLeaf('a', { status: 'refused', why: text, differences, plan }, { leaf: text, problems }),
      applyLeaf('b', { status: 'awaiting', why: text, differences, plan }),
      applyLeaf('c', { status: 'failed', stage: 'apply', output: text, done: said, failed: said }, { leaf: text }),
      applyLeaf('d', { status: 'failed', stage: 'render', output: '', done: [], failed: [] }, { problems }),
      applyLeaf('e', { status: 'orphaned', why: text, resources: [text] }, { leaf: text }),
      applyLeaf('f', { status: 'orphaned', why: text, resources: undefined }),
      applyLeaf('g', { status: 'moved', to: text }),
      applyLeaf('h', { status: 'not-tried', why: text }),
      applyLeaf('i', { status: 'superseded', why: text }),
    ],
    {
      title: text,
      notices: [text],
      problems,
      terraformVersion: text,
      unapplied: [{ number: 3, mergedAt: text, commit: text, leaves: [text, `${text}2`], why: text }],
    },
  );
}

function expectInert(text: string): void {
  const hostile = reportWith(text);
  for (const body of [...renderApplyComment(hostile, hostile.head), renderApplySummary(hostile)]) {
    const found = expectPlain(body);
    expect(count(found, /^<details/u)).toBe(6);
    expect(count(found, /^heading_open/u)).toBe(1);
    expect(count(found, /^table_open/u)).toBe(1);
  }
  for (const body of renderApplyComment(hostile, hostile.head, { bytes: 7_000 })) expectPlain(body);
  // A log line must neither act as a workflow command nor move the cursor.
  expect(renderApplyText(hostile)).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}]/u);
}

describe('a text shows as text and does nothing', () => {
  test.each(ACTING_TEXTS)('%s', (_, text) => {
    expectInert(text);
  });

  test('any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expectInert(text);
      }),
      { numRuns: 50 },
    );
  });
});
