import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digest } from '../../src/commands/drift/issues/identity.ts';
import { aroundBlock, issueBlock, readMarker, withBlock, type IssueMarker } from '../../src/markdown/issue-block.ts';

const marker: IssueMarker = {
  scope: digest('scope'),
  leaves: [
    { leaf: digest('leaf'), state: digest('state') },
    { leaf: digest('other'), state: undefined },
  ],
  cause: digest('cause'),
  class: 'drifted',
  since: '2026-11-25T04:17:00Z',
  title: digest('title'),
  content: digest('content'),
};

// No text of a person's holds our hidden lines by accident.
const words = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('kompos:drift'));

describe('the block of an issue', () => {
  test('is found wherever it stands, and says what was written', () => {
    fc.assert(
      fc.property(words, words, words, (before, text, after) => {
        const body = `${before}${issueBlock(marker, text)}${after}`;
        expect(readMarker(body)).toEqual(marker);
        expect(aroundBlock(body)).toEqual({ before, after });
      }),
    );
  });

  test('is renewed without a change around it, however often', () => {
    fc.assert(
      fc.property(words, words, words, words, (before, one, two, after) => {
        const body = `${before}${issueBlock(marker, one)}${after}`;
        const renewed = withBlock(body, issueBlock({ ...marker, class: 'clean' }, two));
        expect(renewed).toBe(`${before}${issueBlock({ ...marker, class: 'clean' }, two)}${after}`);
        expect(withBlock(renewed, issueBlock(marker, one))).toBe(body);
      }),
    );
  });

  test('ends where it ends, whatever a plan has in it', () => {
    const body = `above${issueBlock(marker, `a ${issueBlock(marker, 'b')} c`)}below`;
    expect(aroundBlock(body)).toEqual({ before: 'above', after: 'below' });
  });

  test.each<[string, Partial<IssueMarker>]>([
    ['no leaves', { leaves: [], cause: undefined, class: 'moved' }],
    ['one leaf', { leaves: marker.leaves.slice(1) }],
    [
      'many leaves',
      { leaves: Array.from({ length: 250 }, (_, index) => ({ leaf: digest(`${index}`), state: undefined })) },
    ],
  ])('knows %s', (_what, more) => {
    const other = { ...marker, ...more };
    expect(readMarker(issueBlock(other, ''))).toEqual(other);
  });

  test('of a version that wrote one for each leaf is read, and has no cause', () => {
    const [scope, leaf, state] = ['scope', 'leaf', 'state'].map((word) => digest(word));
    const rest = `class=pending since=2026-11-25T04:17:00Z title=${digest('t')} content=${digest('c')}`;
    const old = (place = '-'): string => `<!-- kompos:drift scope=${scope} leaf=${leaf} state=${place} ${rest} -->`;
    expect(readMarker(`${old(state)}\nx\n<!-- kompos:drift end -->`)).toEqual({
      ...{ scope, leaves: [{ leaf, state }], cause: undefined, class: 'pending' },
      ...{ since: '2026-11-25T04:17:00Z', title: digest('t'), content: digest('c') },
    });
    expect(readMarker(old())?.leaves).toEqual([{ leaf, state: undefined }]);
  });

  test('keeps all of a text whose end was removed by somebody', () => {
    const body = issueBlock(marker, 'old').replace('<!-- kompos:drift end -->', 'mine');
    expect(withBlock(body, 'new')).toBe('new\nold\nmine');
  });

  test('comes back below what is left where somebody has removed it', () => {
    expect(withBlock('mine', 'new')).toBe('mine\n\nnew');
  });

  test.each([
    ['nothing', ''],
    ['another marker', '<!-- kompos:plan title= part=1 head= run=1.1 -->'],
    ['half a marker', `<!-- kompos:drift scope=${digest('a')} -->`],
    ['an unknown class', issueBlock(marker, '').replace('class=drifted', 'class=fine')],
  ])('%s is no block', (_what, body) => {
    expect(readMarker(body)).toBeUndefined();
  });
});
