import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isNewer, marker, parseMarker, type Marker } from '../../src/markdown/marker.ts';

const ours: Marker = { kind: 'plan', title: '', part: 1, head: 'abc1234', run: 100, attempt: 2 };

test('what is written is read back, and no title breaks the HTML comment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(9_998), fc.nat(), (title, part, run) => {
      const about = { ...ours, title, part: part + 1, run };
      const text = marker(about);
      expect(text.slice(4, -3)).not.toMatch(/--|>|\n/u);
      expect(parseMarker(`${text}\nrest`)).toEqual(about);
    }),
  );
});

describe('a comment is not ours', () => {
  test.each([
    ['without a marker', 'Looks good'],
    ['that quotes a marker', `> ${marker(ours)}`],
    ['that says something before it', `Look:\n${marker(ours)}`],
    ['with a broken title', marker(ours).replace('title=', 'title=%')],
  ])('%s', (_rule, body) => {
    expect(parseMarker(body)).toBeUndefined();
  });
});

describe('a newer run’s comment is left alone', () => {
  test.each([
    ['a later run', { run: 101, attempt: 1 }, true],
    ['a later attempt of the same run', { run: 100, attempt: 3 }, true],
    ['the same attempt', { run: 100, attempt: 2 }, false],
    ['an earlier run, attempted again', { run: 99, attempt: 7 }, false],
  ])('%s', (_rule, standing, newer) => {
    expect(isNewer({ ...ours, ...standing }, ours)).toBe(newer);
  });
});
