/** Short names tell the leaves of a report apart, whatever they are called. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leafNames, nameAlone, nameInWords } from '../../src/markdown/leaf-names.ts';

function namesOf(paths: readonly string[]): readonly string[] {
  const names = leafNames(paths);
  return paths.map((path) => nameInWords(names.of(path)));
}

const LEAF = 'composition=terraform/terraform=';

describe('a leaf’s name', () => {
  test.each([
    ['is short where it is the only one', [`config/env=prod/${LEAF}vpc`], ['vpc']],
    [
      'has a place where the name is not enough',
      [`config/env=dev/cluster=dev1/${LEAF}vpc`, `config/env=prod/cluster=p1/${LEAF}vpc`],
      ['vpc · dev / dev1', 'vpc · prod / p1'],
    ],
    [
      'leaves out what all have',
      [`config/env=dev/region=eu/${LEAF}vpc`, `config/env=dev/region=us/${LEAF}eks`],
      ['vpc · eu', 'eks · us'],
    ],
    ['has the keys where values do not tell', ['c/env=a/x=vpc', 'c/team=a/x=vpc'], ['x=vpc · env=a', 'x=vpc · team=a']],
    ['of a folder without a value is the folder', ['config/app', 'config/db='], ['app', 'db=']],
    ['is the path where nothing else tells', ['a/b', 'b/a/b'], ['a/b', 'b/a/b']],
    ['is never empty', ['/', 'a/'], ['.', '. · a']],
  ])('%s', (_rule, paths, expected) => {
    expect(namesOf(paths)).toEqual(expected);
  });

  const folder = fc.oneof(
    fc.constantFrom('a', 'b', 'k=a', 'k=b', 'l=a', 'k=', '=', '', ' · ', 'a · b ', ' / ', 'k=a=b'),
    fc.string({ maxLength: 4 }).map((text) => text.replaceAll('/', '')),
  );
  const somePaths = fc.uniqueArray(
    fc
      .array(folder, { minLength: 1, maxLength: 5 })
      .map((folders) => folders.join('/'))
      .filter((path) => path !== ''),
    { minLength: 1, maxLength: 12 },
  );

  test('is unique, never empty, and does not depend on the order', () => {
    fc.assert(
      fc.property(somePaths, (paths) => {
        const names = namesOf(paths);
        expect(new Set(names).size).toBe(paths.length);
        expect(names).not.toContain('');
        expect([...namesOf(paths.toReversed())].reverse()).toEqual(names);
        expect(leafNames(paths.toReversed()).patterns).toEqual(leafNames(paths).patterns);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('the patterns say what the names leave out', () => {
  expect(leafNames([`config/env=dev/${LEAF}vpc`, `config/env=prod/${LEAF}eks`]).patterns).toEqual([
    `config/env=*/${LEAF}*`,
  ]);
  expect(leafNames([`config/env=dev/${LEAF}vpc`]).patterns).toEqual([`config/env=dev/${LEAF}vpc`]);
});

test.each([
  [`config/env=prod/region=eu/${LEAF}vpc`, 'vpc · prod / eu'],
  ['config/env=prod/composition=vpc', 'vpc · prod'],
  ['config/env=prod/composition=helmfile/helmfile=a/extra', 'extra · prod / a'],
  ['app', 'app'],
])('where no other leaf is known, %s is %s', (path, expected) => {
  expect(nameInWords(nameAlone(path))).toBe(expected);
});
