import { expect, test } from '@jest/globals';
import { nearest } from '../../src/base/closest-name.ts';

test.each<[string, readonly string[], string | undefined, number | undefined]>([
  ['paln', ['apply', 'plan'], 'plan', undefined],
  ['plan', ['plant', 'plan'], 'plan', undefined],
  ['overide', ['append', 'override'], 'override', undefined],
  ['destroy', ['plan', 'apply'], undefined, undefined],
  // Two neighbours swapped are one letter away, or the limit would keep them apart.
  ['vpc.sizes.samll', ['vpc.sizes.small', 'vpc.sizes.smart'], 'vpc.sizes.small', 1],
  ['ab', ['ac'], undefined, 0],
])('"%s" among %j: %s', (word, candidates, expected, most) => {
  expect(nearest(word, candidates, most)).toBe(expected);
});
