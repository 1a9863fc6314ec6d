/** No text escapes its place, once a GitHub-flavoured renderer has made HTML of the report. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderComment, renderSummary } from '../../../src/commands/plan/comment/comment.ts';
import type { CommitReport } from '../../../src/commands/plan/report.ts';
import { problem, warning } from '../../../src/base/problems.ts';
import { at, leaf, planned, report, vpcPin } from './build.ts';
import { ACTING_TEXTS, anyText, count, expectPlain } from '../../support/inert.ts';

/** A report with one text in every place that somebody else may write. */
function reportWith(text: string): CommitReport {
  const keys = [{ key: text, before: text, after: `${text}2`, origin: at(text, 1) }];
  const block = (value: string) => ({ address: 'module.x', template: at(text, 1), text: value });
  const said = (severity: typeof problem) =>
    severity('pin', text, { place: at(text, 2, 1), sourceLine: text, hint: `${text}3` });
  return report(
    [
      leaf('a', {
        leaf: text,
        kind: 'changed',
        reasons: [
          { kind: 'configuration', key: text, before: text, after: `${text}2`, origin: at(text, 1) },
          { kind: 'pin', address: `module.${text}.source`, before: text, after: `${text}2`, keys },
          { kind: 'file', path: text, change: 'changed' },
          { kind: 'module', module: text, via: [text], files: [text] },
          { kind: 'setting', key: text },
          { kind: 'base-failed', message: text },
        ],
        pins: [{ ...vpcPin(text), address: `module.${text}.source` }],
        blocks: [{ address: 'module.x', before: block(text), after: block(`${text}2`) }],
        outcome: planned(text, [
          { address: text, action: 'delete' },
          { address: text, action: 'replace', forcedBy: [text] },
          { address: text, action: 'update', movedFrom: text },
        ]),
        problems: [said(warning)],
      }),
      leaf('b', { kind: 'moved', movedTo: text, outcome: { status: 'not-run', why: text } }),
      leaf('c', {
        leaf: text,
        kind: 'failed',
        outcome: { status: 'failed', stage: 'init', output: `${text}4` },
        // What the output says already is said in one line.
        problems: [problem('terraform', text, { place: at(text, 4), hint: `${text}6` })],
      }),
      leaf('d', { leaf: text, reasons: [{ kind: 'configuration', key: text, origin: at(text, 3) }] }),
      leaf('e', { outcome: { status: 'not-run', why: text } }),
      // Two leaves that change alike: what they have in common stands in a list, and in a fold of its own.
      ...['f', 'g'].map((name) =>
        leaf(name, {
          leaf: `config/layer=${name}${text}/terraform=${text}`,
          reasons: [
            { kind: 'configuration', key: `${text}7`, before: text, origin: at(text, 1) },
            { kind: 'file', path: `${text}7`, change: 'added' },
          ],
          blocks: [{ address: 'module.x', after: block(`${text}7`) }],
          restated: true,
          outcome: { status: 'not-run', why: text },
        }),
      ),
    ],
    { title: text, notices: [`${text}5`], problems: [said(problem)] },
  );
}

/** The same for the sections about more than plans: checks, readers, what waits, and a branch that is behind. */
function reportOfSections(text: string): CommitReport {
  const check = {
    name: 'www.evil.example',
    on: 'plan',
    required: true,
    proposed: true,
    why: text,
    output: text,
  } as const;
  const finding = { level: 'error', rule: text, message: `${text}2`, place: at(text, 2) } as const;
  const read = {
    outputs: [{ name: text, action: 'delete' } as const],
    leaves: [{ leaf: text, isHere: true, outputs: [text] }],
  };
  return report(
    [
      leaf('a', {
        leaf: text,
        outcome: planned(`${text}1`, [{ address: text, action: 'update' }]),
        ahead: [{ kind: 'configuration', key: text, before: text, after: `${text}2` }],
        readers: read,
        checks: [
          { ...check, status: 'failed', findings: [finding, { ...finding, message: text }] },
          { ...check, status: 'error', proposed: false, findings: [] },
          { ...check, name: 'passed', status: 'passed', why: '', output: '', findings: [] },
        ],
      }),
      leaf('b', { kind: 'added', outcome: { status: 'waits', for: [text, `${text}3`] } }),
      leaf('c', {
        onlyReads: [{ leaf: text, outputs: [text, `${text}2`] }],
        outcome: planned('x', [{ address: text, action: 'create' }]),
      }),
    ],
    {
      ahead: { branch: text, commit: '0123456789abcdef0123456789abcdef01234567' },
      merge: text,
      edges: ['b', 'c', 'd'].map((reader) => ({ reader: `${text}/${reader}`, reads: text })),
    },
  );
}

function expectInert(text: string): void {
  for (const body of [...renderComment(reportOfSections(text)), renderSummary(reportOfSections(text))]) {
    const found = expectPlain(body);
    expect(count(found, /^<details/u)).toBe(text === '' ? 5 : 6);
    expect(count(found, /^fence mermaid/u)).toBe(1);
  }
  const hostile = reportWith(text);
  // The same report with a text that cannot act has the same structure but for the words of notices.
  for (const body of [...renderComment(hostile), renderSummary(hostile)]) {
    const found = expectPlain(body);
    expect(count(found, /^<details/u)).toBe(5);
    expect(count(found, /^heading_open/u)).toBe(1);
    expect(count(found, /^table_open/u)).toBe(2);
  }
  // Cut to pieces, with lists of resources and in parts.
  for (const body of renderComment(hostile, { bytes: 7_000 })) expectPlain(body);
}

describe('a text shows as text and does nothing', () => {
  test.each(ACTING_TEXTS)('%s', (_rule, text) => {
    expectInert(text);
  });

  test('any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expectInert(text);
      }),
      { numRuns: 80 },
    );
  });
});
