import { describe, expect, test } from '@jest/globals';
import { MAX_NESTING, tokenize, wholePlaceholder, type Part } from '../../src/hierarchy/interpolation/placeholder.ts';

/** `[…]` a placeholder, `<…>` an escape, `!reason(…)` a mistake. */
function sketch(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'literal':
          return part.text;
        case 'escaped':
          return `<${part.text}>`;
        case 'placeholder':
          return `[${sketch(part.parts)}]`;
        case 'malformed':
          return `!${part.reason}(${part.text})`;
      }
    })
    .join('');
}

test.each([
  ['', ''],
  ['a } b { c }}', 'a } b { c }}'],
  ['{{a}}', '[a]'],
  ['x{{ a }}y{{b}}', 'x[ a ]y[b]'],
  ['{{a.{{b}}.{{c.{{d}}}}}}', '[a.[b].[c.[d]]]'],
  ['{{{a}}}', '{[a]}'],
  ['${{{a}}}', '${[a]}'],
  ['{"x":{{a}}}', '{"x":[a]}'],
  ['{{{{a}}}}', '[[a]]'],
  ['{{a}b}}', '[a}b]'],
  ['{{`{{n}}`}}', '<{{n}}>'],
  ['{{``}}', '<>'],
  ['{{{`x`}}}', '{<x>}'],
  ['{{`a`b`}}', '<a`b>'],
  ['{{`{{`}}x{{`}}`}}', '<{{>x<}}>'],
  ['{{by.{{`x`}}}}', '[by.<x>]'],
  ['{{ `a` }}', '<a>'],
  ['{{}}', '!empty({{}})'],
  ['{{}}{{ \t\n}}', '!empty({{}})!empty({{ \t\n}})'],
  ['{{a.{{}}}}', '[a.!empty({{}})]'],
  ['x{{n', 'x!never-closed({{n)'],
  ['{{a}} {{b.{{c}}', '[a] !never-closed({{b.{{c}})'],
  ['{{`n}}', '!never-closed({{`n}})'],
  ['{{a {{`n}}', '!never-closed({{a {{`n}})'],
  ['{{{', '{!never-closed({{)'],
])('%j', (text, expected) => {
  expect(sketch(tokenize(text))).toBe(expected);
});

test('offsets point into the text and cover it', () => {
  const text = 'é{{a.{{b}}}}{{`x`}}!';
  const parts = tokenize(text);
  expect(parts.map((part) => text.slice(part.start, part.end))).toEqual(['é', '{{a.{{b}}}}', '{{`x`}}', '!']);
  const inner = wholePlaceholder(parts.slice(1, 2))?.parts.at(-1);
  expect(text.slice(inner?.start, inner?.end)).toBe('{{b}}');
});

test('nesting is bounded', () => {
  const nested = (depth: number) => tokenize(`${'{{'.repeat(depth)}a${'}}'.repeat(depth)}`)[0]?.kind;
  expect(nested(MAX_NESTING)).toBe('placeholder');
  expect(nested(MAX_NESTING + 1)).toBe('malformed');
  expect(nested(100_000)).toBe('malformed');
});

describe('the whole text', () => {
  test.each([
    ['{{a}}', true],
    ['{{ a.{{b}} }}', true],
    [' {{a}}', false],
    ['{{a}}{{b}}', false],
    ['{{`a`}}', false],
    ['{{}}', false],
    ['', false],
  ])('%j: %s', (text, whole) => {
    expect(wholePlaceholder(tokenize(text)) !== undefined).toBe(whole);
  });
});
