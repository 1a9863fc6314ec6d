import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { filesIn, read, repository } from './files.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'examples/README.md',
  ...filesIn('docs', '.md'),
];

describe.each(documents)('%s', (document) => {
  const tokens = new MarkdownIt().parse(read(document), {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const targets = inline.flatMap((token) => {
    const target = token.attrGet('href') ?? token.attrGet('src');
    return typeof target !== 'string' || /^https?:/u.test(target) ? [] : [decodeURI(target)];
  });

  test('links lead to files that exist', () => {
    const missing = targets
      .map((target) => target.replace(/#.*$/u, ''))
      .filter((path) => path !== '' && !existsSync(`${repository}/${posix.join(posix.dirname(document), path)}`));
    expect(missing).toEqual([]);
  });

  test('links within the document lead to its headings', () => {
    const anchors = new Set(
      tokens.flatMap((token, index) =>
        token.type === 'heading_open' ? [anchor(tokens[index + 1]?.content ?? '')] : [],
      ),
    );
    const missing = targets.filter((target) => target.startsWith('#') && !anchors.has(target.slice(1)));
    expect(missing).toEqual([]);
  });

  test('is pictured with words for those who cannot see it', () => {
    for (const token of inline.filter(({ type }) => type === 'image')) expect(token.content).not.toBe('');
  });
});

/** GitHub's anchor of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}
