/** Looks at a report as GitHub would, for texts that somebody else wrote and that must not act. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { HOSTILE } from '../commands/plan/scenarios.ts';

// As GitHub does: HTML passes, bare links become links, and line breaks in comments count.
const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true });

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
      .replace(/^<!-- kompos:(?:plan|apply) (?:(?!-->|<)[^\n])* -->/u, '');
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
    /^https:\/\/github\.com\/acme\/infra\/(?:blob\/[0-9a-f]{40}\/|compare\/|actions\/|pull\/3$|commit\/[0-9a-f]{40}\/checks$)/u.exec(
      String(href),
    )?.[0] ?? `elsewhere: ${String(href)}`
  );
}

/** Everything that GitHub could act upon in words. */
const ACTS = /@\w|#\d|GH-\d|\b[0-9a-f]{7,40}\b|:\/\/|www\.|[<>`|$\u202e\u200b]/u;

/** Fails when anything in a body could act; answers what stands outside of code. */
export function expectPlain(body: string): Outside {
  const found = outside(body);
  expect(found.words).not.toMatch(ACTS);
  for (const part of found.structure) expect(ALLOWED).toContain(part.replace(/^link https:.*/u, 'link'));
  expect(count(found, /^<details/u)).toBe(count(found, /^<\/details>/u));
  return found;
}

/** How often something stands there. */
export function count({ structure }: Outside, what: RegExp): number {
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
  ...['🟥', '❌', '🟡', '⚪', '⛔', '⏸️', '🟠', '⏹️'].flatMap((icon) =>
    ['', ' open'].map((open) => `<details${open}>\n<summary>${icon} <code/></summary>`),
  ),
  '<details>\n<summary>⚪ 1 changed leaf without planned changes</summary>',
  '<details>\n<summary>The same change in several leaves</summary>',
  '<details>\n<summary><code/></summary>',
  'fence mermaid',
  '<details>\n<summary>1 leaf reads what changes</summary>',
  '<details>\n<summary>Graph: 4 leaves, 3 edges</summary>',
  '<details open>\n<summary>❌ <code/> (as proposed here) · 2 findings · <code/></summary>',
  '<details>\n<summary>❌ <code/> · could not tell · <code/></summary>',
  ...['🟡', '🟢'].map((icon) => `<details>\n<summary>${icon} <code/></summary>`),
  ...['🟥', '🟡', '🟠'].map((icon) => `<details open>\n<summary>${icon} <code/> · 2 leaves</summary>`),
];

/** Texts that do something where they are not escaped, each with a name. */
export const ACTING_TEXTS: readonly (readonly [string, string])[] = [
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
];

/** Any text, made mostly of what means something to GitHub. */
export function anyText(): fc.Arbitrary<string> {
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
  return fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
}
