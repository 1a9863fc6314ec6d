import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { at, entriesOf, filesIn, read, repository } from './files.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'examples/README.md',
  ...filesIn('docs', '.md'),
];

/** Of a picture. */
const MOST_BYTES = 150_000;

const pages = new Map(documents.map((document) => [document, pageOf(document)]));

describe.each(documents)('%s', (document) => {
  const { targets, images, anchors } = pages.get(document) ?? pageOf(document);

  test('links lead to files that exist', () => {
    const missing = targets.filter(({ path }) => !existsSync(`${repository}/${path}`));
    expect(missing).toEqual([]);
  });

  test('links to headings lead to headings', () => {
    const missing = targets.filter(({ path, anchor }) => {
      const there = path === document ? anchors : pages.get(path)?.anchors;
      return anchor !== '' && there?.has(anchor) !== true;
    });
    expect(missing).toEqual([]);
  });

  test('is pictured with words for those who cannot see it, in files that are small', () => {
    for (const { words, path } of images) {
      expect([path, words]).toEqual([path, expect.stringMatching(/\S/u)]);
      expect(statSync(`${repository}/${path}`).size).toBeLessThan(MOST_BYTES);
    }
  });
});

test('pictures are of the reports as they are now: else run "npm run screenshots -- --documents"', () => {
  const pictures: unknown = JSON.parse(read('docs/pictures.json'));
  const files = entriesOf(pictures).flatMap(([name, picture]) => {
    const text = read(`__tests__/golden/${String(at(picture, 'report'))}`);
    expect([name, at(picture, 'digest')]).toEqual([name, createHash('sha256').update(text).digest('hex')]);
    return [`docs/${name}.png`, `docs/${name}-dark.png`];
  });
  expect(files.sort()).toEqual(filesIn('docs', '.png'));
});

describe('every page is found', () => {
  const linked = new Set(
    ['README.md', 'docs/README.md'].flatMap((page) => pageOf(page).targets).map(({ path }) => path),
  );

  test.each(filesIn('docs', '.md').filter((page) => !page.startsWith('docs/decisions/')))('%s', (page) => {
    expect([...linked, 'docs/README.md']).toContain(page);
  });
});

test('what the program prints leads to headings too', () => {
  const sources = filesIn('src', '.ts').map(read).join('\n');
  const links = [
    ...sources.matchAll(/https:\/\/github\.com\/kompos-io\/kompos-github\/blob\/\w+\/([\w/.-]+)(?:#([\w-]+))?/gu),
  ];
  expect(links.length).toBeGreaterThan(0);
  for (const [link, path = '', anchor] of links) {
    expect([link, pages.has(path)]).toEqual([link, true]);
    if (anchor !== undefined) expect([link, pages.get(path)?.anchors.has(anchor)]).toEqual([link, true]);
  }
});

interface Target {
  /** From the top of the repository. */
  readonly path: string;
  /** Empty if it is the whole file that is meant. */
  readonly anchor: string;
}

interface Page {
  readonly targets: readonly Target[];
  readonly images: readonly { readonly path: string; readonly words: string }[];
  readonly anchors: ReadonlySet<string>;
}

function pageOf(document: string): Page {
  const text = read(document);
  const tokens = new MarkdownIt({ html: true }).parse(text, {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const html = tokens.flatMap(({ type, content }) => (type === 'html_block' ? [content] : [])).join('\n');
  const pictures = [...html.matchAll(/<img alt="(?<words>[^"]*)" src="(?<src>[^"]*)"/gu)].map(({ groups }) => ({
    words: groups?.['words'] ?? '',
    src: groups?.['src'] ?? '',
  }));
  const images = [
    ...pictures,
    ...inline
      .filter(({ type }) => type === 'image')
      .map((token) => ({ words: token.content, src: String(token.attrGet('src')) })),
  ];
  const addresses = [
    ...inline.flatMap((token) => (token.attrGet('href') === null ? [] : [String(token.attrGet('href'))])),
    ...images.map(({ src }) => src),
    ...[...html.matchAll(/srcset="([^"]*)"/gu)].map(([, srcset = '']) => srcset),
  ];
  const toFile = (path: string): string =>
    path === '' ? document : posix.join(posix.dirname(document), decodeURI(path));
  return {
    targets: addresses
      .filter((address) => !/^(?:https?|mailto):/u.test(address))
      .map((address) => {
        const [path = '', anchor = ''] = address.split('#');
        return { path: toFile(path), anchor };
      }),
    images: images.map(({ words, src }) => ({ words, path: toFile(src) })),
    anchors: new Set(
      tokens.flatMap((token, index) =>
        token.type === 'heading_open' ? [anchorOf(tokens[index + 1]?.content ?? '')] : [],
      ),
    ),
  };
}

/** GitHub's anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}
