import { expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { filesIn, read, repository } from './files.ts';

/** Phrases that are translated, as regular expressions whose spaces may be line breaks, and what to write instead. */
const INSTEAD: readonly (readonly [phrase: string, instead: string])[] = [
  ['mend(?:s|ed|ing)?', 'fix'],
  ['anew', 'again'],
  ['makes? no sense', 'is invalid'],
  ['lies elsewhere', 'is somewhere else'],
  ['nobody knows', 'is unknown'],
  ['for ever', 'forever'],
  ['parted by', 'separated by'],
  ['mistakes? of (?:ours|its own)', 'internal error'],
  ['in good order', 'valid'],
  ['(?:is|are|be)(?: not)? to be had', 'is available'],
  ['(?:one|name|path|pattern|leaf) a line', 'one per line'],
];

/** A space of a phrase: also the end of a line, with what begins the next line of a comment or a quote. */
const SPACE = String.raw`\s+(?:(?:\*|//|#|>)\s+)?`;
const PATTERNS = INSTEAD.map(([phrase, instead]) => ({
  pattern: new RegExp(String.raw`\b(?:${phrase.replaceAll(' ', SPACE)})\b`, 'giu'),
  instead,
}));

const documents = [
  ...readdirSync(repository).filter((name) => name.endsWith('.md') || name === 'action.yml'),
  ...filesIn('docs', '.md'),
  ...['.md', '.yml', '.yaml', '.tf'].flatMap((ends) => filesIn('examples', ends)),
];

function translated(file: string, text: string): readonly string[] {
  return PATTERNS.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const line = text.slice(0, index).split('\n').length;
      return `${file}:${line}: "${found}": write "${instead}"`;
    }),
  );
}

test('sources and documents have no translated phrases', () => {
  const files = [...filesIn('src', '.ts'), ...documents];
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => translated(file, read(file)))).toEqual([]);
});

test.each([
  ['one line', 'a\nnobody knows', 2],
  ['a comment of several lines', '/**\n * It waits for\n * ever.\n */', 2],
  ['line comments', '  // Files are in good\n  // order.', 1],
  ['a quote', '> names, one\n> a line', 1],
  ['a capital', 'Mended', 1],
])('finds a phrase in %s', (_, text, line) => {
  expect(translated('a.ts', text)).toEqual([expect.stringContaining(`a.ts:${line}: `)]);
});

test.each(['amend a commit', 'recommended', 'one at a time', 'to be handled', 'one online'])(
  'leaves "%s" alone',
  (text) => {
    expect(translated('a.ts', text)).toEqual([]);
  },
);
