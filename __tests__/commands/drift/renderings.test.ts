/** The issue and the dashboard: as files to be read, inert whatever they say, and never too long. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { readFileSync, writeFileSync } from 'node:fs';
import { warning } from '../../../src/base/problems.ts';
import { utf8Length } from '../../../src/markdown/bytes.ts';
import {
  cleanNote,
  cleanText,
  goneNote,
  goneText,
  issueContent,
  issueText,
  issueTitle,
  type IssueSubject,
  movedNote,
  movedText,
  partlyText,
  pausedText,
} from '../../../src/commands/drift/issues/text.ts';
import { renderDriftSummary, renderDriftText } from '../../../src/commands/drift/summary.ts';
import type { DriftReport, LeafDrift } from '../../../src/commands/drift/report.ts';
import { changed, drifted, driftReport, everything, fifteen, found, open, pending } from './scenarios.ts';
import { HOSTILE } from '../plan/scenarios.ts';

const LEAF = 'config/env=prod/cluster=c1/composition=terraform/terraform=dns';
const SINCE = '2026-11-20T04:23:00Z';
const issue = { number: 12, url: 'https://github.com/acme/infrastructure/issues/12', open: true, since: SINCE };
const digestsOf = (report: DriftReport, ...indexes: readonly number[]): readonly string[] =>
  report.leaves.filter((_, index) => indexes.includes(index)).map(({ identity }) => identity.leaf);
const issuesOf = (report: DriftReport, ...indexes: readonly number[]) =>
  new Map(digestsOf(report, ...indexes).map((leaf) => [leaf, issue]));
const dashboard = (report: DriftReport) => ({
  report,
  issues: issuesOf(report, 0, 3),
  overLimit: digestsOf(report, 1),
  notices: [],
});

/** An issue about a leaf, or about several whose paths differ only at their ends. */
function about(first: LeafDrift, outcome: ReturnType<typeof open>, leaves = 1): IssueSubject {
  const paths = Array.from({ length: leaves }, (_, index) => `${first.leaf}${index === 0 ? '' : index}`);
  return { first, outcome, leaves: paths, paused: new Set(paths.slice(2)), lost: leaves === 1 ? 0 : 1 };
}

function fifteenLeaves(): IssueSubject {
  const [first] = fifteen;
  if (first?.outcome.class !== 'pending') throw new Error();
  return { first, outcome: first.outcome, leaves: fifteen.map(({ leaf }) => leaf), paused: new Set(), lost: 0 };
}

const fifteenReport = driftReport(fifteen, { masked: 1 });
const fifteenOfOneCause = {
  report: fifteenReport,
  issues: issuesOf(fifteenReport, ...fifteen.keys()),
  overLimit: [],
  notices: [],
};

describe('to be read', () => {
  test.each<[string, () => string]>([
    [
      'drifted',
      () => issueText(everything, about(everything.leaves[0] ?? found(LEAF, drifted), drifted), SINCE, 60_000),
    ],
    ['pending', () => issueText(everything, about(found(LEAF, pending), pending), SINCE, 60_000)],
    ['pending-15-leaves', () => issueText(everything, fifteenLeaves(), SINCE, 60_000)],
    ['drifted-3-leaves', () => issueText(everything, about(found(LEAF, drifted), drifted, 3), SINCE, 60_000)],
    ['summary', () => renderDriftSummary(dashboard(everything))],
    ['summary-15-leaves', () => renderDriftSummary(fifteenOfOneCause)],
    ['log', () => renderDriftText(dashboard(everything))],
    [
      'notes',
      () =>
        [
          cleanNote(everything, [found(LEAF, { class: 'clean', ignored: [] })]),
          cleanNote(everything, [found(LEAF, { class: 'clean', ignored: drifted.ignored })]),
          goneNote(everything, 1),
          movedNote(everything, [12, 17]),
          cleanText(everything, [LEAF]),
          cleanText(everything, [LEAF, LEAF]),
          goneText(everything, 1),
          goneText(everything, 3),
          movedText(everything, [12]),
          pausedText(everything, 'The leaf is disabled.', 1, '**Paused** since never. Old.\n\nBefore.'),
          pausedText(everything, 'The leaf is disabled.', 3, 'Before.'),
          partlyText(everything, [LEAF], 2, '**Partly resolved** at noon: old\n\nBefore.'),
        ].join('\n\n---\n\n'),
    ],
  ])('%s', (name, render) => {
    const file = new URL(`../../golden/drift/${name}.md`, import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, `${render().trimEnd()}\n`);
    expect(`${render().trimEnd()}\n`).toBe(readFileSync(file, 'utf8'));
  });
});

describe('what the issue says', () => {
  const base = issueContent(found(LEAF, drifted));

  test('does not hang on the run, the time or the text of the plan', () => {
    expect(issueContent(found(LEAF, { ...drifted, text: 'other' }))).toBe(base);
  });

  test.each([
    [
      'an attribute',
      {
        ...drifted,
        drifted: [changed('aws_ssm_parameter.one', { path: 'insecure_value', before: '"1"', after: '"3"' })],
      },
    ],
    ['a planned change', { ...drifted, summary: { ...drifted.summary, resources: [] } }],
    ['what is ignored', { ...drifted, ignored: [] }],
    ['the class', { ...drifted, class: 'pending' as const }],
  ])('is another with %s', (_what, outcome) => {
    expect(issueContent(found(LEAF, outcome))).not.toBe(base);
  });

  test('is another with a warning', () => {
    expect(issueContent({ ...found(LEAF, drifted), problems: [warning('terraform', 'Old.')] })).not.toBe(base);
  });
});

// As GitHub does: HTML passes, bare links become links, and line breaks count.
const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true });

function reportWith(text: string): DriftReport {
  const attribute = { path: text, before: text, after: text };
  const outcome = open(
    'drifted',
    [changed(text, attribute), { address: text, gone: true, attributes: [], feeds: [] }],
    [{ address: text, action: 'delete' }],
    {
      ignored: [{ address: text, attribute, reason: text }],
      text,
    },
  );
  const warned = [{ file: text, line: 3 }, { file: text }].map((place) => warning('terraform', text, { place }));
  return driftReport(
    [
      { ...found(text, outcome), problems: warned },
      found(text, { ...outcome, class: 'pending', drifted: [] }),
      found(text, { class: 'error', stage: 'plan', output: text }),
      found(text, { class: 'unchecked', why: text }),
      { ...found(text, { class: 'clean', ignored: outcome.ignored }), problems: warned },
    ],
    { title: text },
  );
}

/** All markdown that is made of a report. */
function pages(report: DriftReport): readonly string[] {
  return [
    renderDriftSummary({
      report,
      issues: issuesOf(report, 0),
      overLimit: digestsOf(report, 1),
      notices: [report.title],
    }),
    ...report.leaves.flatMap((leaf) => {
      const { outcome } = leaf;
      if (outcome.class === 'clean') return [cleanNote(report, [leaf]), cleanText(report, [leaf.leaf])];
      return outcome.class === 'drifted' || outcome.class === 'pending'
        ? [issueText(report, about(leaf, outcome, outcome.class === 'drifted' ? 1 : 3), SINCE, 60_000)]
        : [];
    }),
  ];
}

/** What stands outside of code and could act: mentions, references, links elsewhere. */
function acting(page: string): readonly string[] {
  const html = markdown.render(page);
  const outside = html.replace(/<pre>[\s\S]*?<\/pre>/gu, '').replace(/<code>[\s\S]*?<\/code>/gu, '');
  const links = [...outside.matchAll(/(?:href|src)="([^"]*)"/gu)].flatMap(([, target = '']) =>
    target.startsWith('https://github.com/acme/infrastructure/') ? [] : [target],
  );
  const tags = [...outside.matchAll(/<(\/?[a-z][\w-]*)/giu)].flatMap(([, tag = '']) =>
    /^\/?(p|table|thead|tbody|tr|th|td|h[1-6]|ul|li|strong|sub|details|summary|a|br|blockquote|em)$/u.test(tag)
      ? []
      : [tag],
  );
  const mentions = [...outside.replace(/<[^>]*>/gu, ' ').matchAll(/@\w+/gu)].map(([mention]) => mention);
  return [...links, ...tags, ...mentions];
}

describe('nothing that somebody wrote acts', () => {
  test.each(
    [
      HOSTILE,
      '@octocat',
      '<img src=x onerror=alert(1)>',
      '[x](https://evil.example)',
      '```\n@octocat',
      '| a | b |\n@octocat',
      '<!-- kompos:drift end -->',
    ].map((text) => [text]),
  )('%j', (text) => {
    expect(pages(reportWith(text)).flatMap(acting)).toEqual([]);
  });

  test('any text', () => {
    const piece = fc.constantFrom(
      '@octocat',
      '`',
      '```',
      '|',
      '\n',
      '<b>',
      '](https://evil.example)',
      '[',
      ' ',
      '\\',
      '~~~',
      '#1',
      '-->',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(pages(reportWith(pieces.join(''))).flatMap(acting)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('nothing is too long', () => {
  const long = '𝒳'.repeat(2_000);
  const many = open(
    'drifted',
    Array.from({ length: 300 }, (_, index) => changed(`${long}${index}`, { path: long, before: long, after: long })),
    Array.from({ length: 300 }, (_, index) => ({ address: `${long}${index}`, action: 'delete' as const })),
    {
      ignored: Array.from({ length: 300 }, () => ({
        address: long,
        attribute: { path: long, before: long, after: long },
        reason: long,
      })),
    },
  );

  test.each([4_000, 10_000, 60_000])('an issue of %d bytes', (bytes) => {
    const text = issueText(everything, about(found(LEAF, many), many), SINCE, bytes);
    expect(utf8Length(text)).toBeLessThan(bytes);
    expect(text).toContain('more');
    expect(text).toContain('**How to fix it**');
  });

  test('a title', () => {
    expect(issueTitle('x'.repeat(400), 'pending')).toHaveLength(240);
  });

  test('the summary, of 2,000 leaves', () => {
    const report = driftReport(
      Array.from({ length: 2_000 }, (_, index) =>
        found(`${LEAF}${index}`, {
          ...many,
          drifted: many.drifted.slice(0, 5),
          summary: { ...many.summary, resources: many.summary.resources.slice(0, 5) },
          ignored: [],
          text: 'x\n'.repeat(5_000),
        }),
      ),
    );
    const text = renderDriftSummary({
      report,
      issues: new Map(),
      overLimit: report.leaves.map(({ identity }) => identity.leaf),
      notices: [],
    });
    expect(utf8Length(text)).toBeLessThan(1_000_000);
    expect(text).toContain('Nothing was applied.');
  });
});
