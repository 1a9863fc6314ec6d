import { describe, expect, test } from '@jest/globals';
import { cell, code, fence, htmlCode, prose, visible } from '../../src/markdown/escaping.ts';

describe('unseen characters are shown', () => {
  test.each([
    ['bidirectional override', 'a\u202eb', 'a\\u202eb'],
    ['isolate', 'a\u2066b', 'a\\u2066b'],
    ['zero-width space', 'a\u200bb', 'a\\u200bb'],
    ['byte order mark', '\ufeffa', '\\ufeffa'],
    ['tag character', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['Hangul filler', 'a\u3164b', 'a\\u3164b'],
    ['escape of a terminal', '\u001b[31m', '\\u001b[31m'],
    ['half a surrogate pair', 'a\ud800b', 'a\\ud800b'],
    ['line separator', 'a\u2028b', 'a\\u2028b'],
    ['carriage return alone', 'a\rb', 'a\\u000db'],
    ['Windows line break is a line break', 'a\r\nb', 'a\nb'],
    ['tab stays', 'a\tb', 'a\tb'],
    ['emoji and accents stay', 'é 🟥 ⚠️ 漢', 'é 🟥 ⚠️ 漢'],
  ])('%s', (_rule, text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe('inline code', () => {
  test.each([
    ['plain', 'a.b', '`a.b`'],
    ['one backtick inside', 'a`b', '``a`b``'],
    ['a run of backticks inside', 'a```b`c', '````a```b`c````'],
    ['a backtick at the end', 'a`', '`` a` ``'],
    ['spaces at both ends are kept', ' a ', '`  a  `'],
    ['line breaks', 'a\n\nb', '`a↵↵b`'],
    ['nothing', '', '` `'],
    ['a thousand backticks', '`'.repeat(1000), '`` `×1000 ``'],
  ])('%s', (_rule, text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  test('a long text is cut in the middle, between characters', () => {
    expect(code('🟥'.repeat(10), 5)).toBe('`🟥🟥…🟥🟥`');
  });
});

test('a pipe never ends a cell, also after a backslash', () => {
  expect(cell(code('a|b\\|c'))).toBe('`a\\|b\\\\|c`');
});

test('code in HTML holds no tag and no line break', () => {
  expect(htmlCode('</code>\n<b> & "x"')).toBe('<code>&#60;/code&#62;↵&#60;b&#62; &#38; &#34;x&#34;</code>');
});

describe('a fence is longer than any run of backticks inside', () => {
  test.each([
    ['none', 'a', '```text\na\n```'],
    ['three', 'a\n```\nb', '````text\na\n```\nb\n````'],
    ['tildes are text', '~~~', '```text\n~~~\n```'],
  ])('%s', (_rule, text, markdown) => {
    expect(fence(text, 'text')).toBe(markdown);
  });
});

describe('prose keeps plain words and makes code of everything else', () => {
  test.each([
    ['words', "Terraform didn't run, for (good) reasons.", "Terraform didn't run, for (good) reasons."],
    ['numbers', 'It took 3 of 1.11 minutes.', 'It took 3 of 1.11 minutes.'],
    ['a mention', 'Ask @octocat.', 'Ask `@octocat`.'],
    ['references', 'See #12, GH-1 and a/b#3', 'See `#12`, `GH-1` and `a/b#3`'],
    ['a commit', 'At deadbeef', 'At `deadbeef`'],
    ['links', 'www.a.b or https://a.b', '`www.a.b` or `https://a.b`'],
    ['what stands in backticks is code', 'Set `a.b` (or `c`).', 'Set `a.b` (or `c`).'],
    ['a lone backtick', 'a ` b', 'a `` ` `` b'],
    ['a list item', '1. one', '`1`. one'],
    ['a heading', '# one', '`#` one'],
    ['HTML', '<img src=x>', '`<img` `src=x>`'],
    ['emphasis', '**a** _b_', '`**a**` `_b_`'],
    ['line breaks', 'a\n\nb', 'a b'],
  ])('%s', (_rule, text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });
});
