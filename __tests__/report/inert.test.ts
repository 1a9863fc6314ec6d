/** No text escapes its place, once a GitHub-flavoured renderer has made HTML of the report. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { renderComment } from '../../src/report/markdown.ts';
import type { PlanReport } from '../../src/report/report.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { problem, warning } from '../../src/problems.ts';
import { at, leaf, planned, report, vpcPin } from './build.ts';
import { HOSTILE } from './scenarios.ts';

// As GitHub does: HTML passes, bare links become links, and line breaks in comments count.
const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true });

/** A report with one text in every place that somebody else may write. */
function reportWith(text: string): PlanReport {
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
      // What two leaves have in common stands in a fold of its own.
      ...['f', 'g'].map((name) =>
        leaf(name, {
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

/** What stands outside of code and fences: the only text that GitHub looks at. */
interface Outside {
  readonly structure: readonly string[];
  readonly words: string;
}

function outside(body: string): Outside {
  const structure: string[] = [];
  const words: string[] = [];
  const html = (content: string): void => {
    const rest = content
      .replace(/<code>[^<]*<\/code>/gu, '<code/>')
      .replace(/^<!-- kompos:plan (?:(?!-->|<)[^\n])* -->/u, '');
    structure.push(rest.trim());
  };
  for (const token of markdown.parse(body, {})) {
    if (token.type === 'html_block') html(token.content);
    else if (token.type !== 'inline') structure.push(token.type === 'fence' ? `fence ${token.info}` : token.type);
    for (const child of token.children ?? []) {
      if (child.type === 'text') words.push(child.content);
      else if (child.type === 'html_inline') html(child.content);
      else if (child.type === 'link_open') structure.push(`link ${host(child.attrGet('href'))}`);
      else structure.push(child.type);
    }
  }
  return { structure, words: words.join('\n') };
}

function host(href: string | number | null): string {
  return (
    /^https:\/\/github\.com\/acme\/infra\/(?:blob\/[0-9a-f]{40}\/|compare\/|actions\/)/u.exec(String(href))?.[0] ??
    `elsewhere: ${String(href)}`
  );
}

/** Everything that GitHub could act upon in words. */
const ACTS = /@\w|#\d|GH-\d|\b[0-9a-f]{7,40}\b|:\/\/|www\.|[<>`|$\u202e\u200b]/u;

function expectInert(text: string): void {
  const hostile = reportWith(text);
  // The same report with a text that cannot act has the same structure but for the words of notices.
  for (const body of [...renderComment(hostile), renderSummary(hostile)]) {
    const found = expectPlain(body);
    expect(count(found, /^<details/u)).toBe(4);
    expect(count(found, /^heading_open/u)).toBe(1);
    expect(count(found, /^table_open/u)).toBe(4);
  }
  // Cut to pieces, with lists of resources and in parts.
  for (const body of renderComment(hostile, { bytes: 7_000 })) expectPlain(body);
}

function expectPlain(body: string): Outside {
  const found = outside(body);
  expect(found.words).not.toMatch(ACTS);
  for (const part of found.structure) expect(ALLOWED).toContain(part.replace(/^link https:.*/u, 'link'));
  expect(count(found, /^<details/u)).toBe(count(found, /^<\/details>/u));
  return found;
}

function count({ structure }: Outside, what: RegExp): number {
  return structure.filter((part) => what.test(part)).length;
}

const ALLOWED = [
  '',
  ...['heading', 'paragraph', 'blockquote', 'bullet_list', 'list_item', 'strong', 'em'].flatMap((name) => [
    `${name}_open`,
    `${name}_close`,
  ]),
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'].flatMap((name) => [`${name}_open`, `${name}_close`]),
  ...['fence diff', 'fence text', 'fence hcl', 'code_inline', 'softbreak', 'link', 'link_close', 'text_special'],
  ...['<sub>', '</sub>', '<br>', '</details>'],
  ...['🟥', '❌', '🟡', '⚪'].flatMap((icon) =>
    ['', ' open'].map((open) => `<details${open}>\n<summary>${icon} <code/></summary>`),
  ),
  '<details>\n<summary>⚪ 1 changed leaf plans nothing to do</summary>',
  '<details open>\n<summary>The same change in several leaves</summary>',
];

describe('a text shows as text and does nothing', () => {
  test.each([
    ['all of it together', HOSTILE],
    ['a mention', '@octocat and @acme/team'],
    ['references', '#1 GH-2 acme/infra#3 acme/infra@4f1c2d3'],
    ['a commit', '4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d'],
    ['links', 'https://evil.example www.evil.example a@evil.example [x](https://evil.example) <https://evil.example>'],
    ['an image', '![x](https://evil.example/x.png) <img src=x>'],
    ['HTML', '</code></summary></details></td></table><script>alert(1)</script>'],
    ['the beginning of a comment', '<!-- x'],
    ['the end of a comment', '--> x'],
    ['backticks', '` `` ``` ```` x'],
    ['tildes', '~~~\n~~x~~'],
    ['a closing fence', 'x\n```\n@octocat\n````\n</details>'],
    ['pipes', 'a | b \\| c \\\\| d ||'],
    ['a backslash at the end', 'x\\'],
    ['blocks', '# x\n\n- y\n\n> z\n\n    code\n\n---\n\n1. a\n\n[r]: https://evil.example'],
    ['math', '$x$ $`x`$ $$\nx\n$$'],
    ['spaces', '  x  '],
    ['two backticks apart', '`a` b `c'],
    ['a parenthesis before backticks', 'f(`a` and g`b`'],
  ])('%s', (_rule, text) => {
    expectInert(text);
  });

  test('any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '`',
        '``',
        '```',
        '~~~',
        '|',
        '\\',
        '\n',
        '\n\n',
        ' ',
        '<',
        '>',
        '<!--',
        '-->',
        '</details>',
        '</code>',
        '<b>',
      ),
      fc.constantFrom(
        '@a',
        '#1',
        'GH-1',
        'www.a.b',
        'http://a.b',
        '![',
        '[',
        '](',
        ')',
        '(',
        '*',
        '_',
        '$',
        '- ',
        '# ',
        '    ',
        '&lt;',
        '\u202e',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        expectInert(pieces.join(''));
      }),
      { numRuns: 120 },
    );
  });
});
