import { expect, test } from '@jest/globals';
import { inShare } from '../../../src/commands/drift/share.ts';

const paths = Array.from({ length: 2_400 }, (_, index) => `config/env=e${index % 7}/n=${index}/composition=vpc`);

test('each leaf is in exactly one share, and the shares are about as large as each other', () => {
  const shares = Array.from({ length: 24 }, (_, number) => paths.filter((path) => inShare(path, { number, of: 24 })));
  expect(shares.flat().sort()).toEqual([...paths].sort());
  for (const share of shares) expect(Math.abs(share.length - 100)).toBeLessThan(50);
});

// Made with Python's hashlib: a leaf that moved to another share with a release would not be checked for a while.
test.each([
  ['config/env=dev/composition=vpc', 3],
  ['config/env=prod/composition=vpc', 17],
  ['config/env=ü 😀/composition=terraform/terraform=app', 16],
])('%s is in share %d of 24, for good', (path, number) => {
  expect(inShare(path, { number, of: 24 })).toBe(true);
  expect(inShare(path, { number: number + 24 * 1_000_003, of: 24 })).toBe(true);
  expect(inShare(path, { number: number + 1, of: 24 })).toBe(false);
  expect(inShare(path, { number: 7, of: 1 })).toBe(true);
});
