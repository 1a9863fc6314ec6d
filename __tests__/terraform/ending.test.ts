import { expect, test } from '@jest/globals';
import { durationInWords, endingInWords } from '../../src/terraform/ending.ts';

test.each([
  [137, true, /^terraform plan was ended by SIGKILL \(signal 9\)\. Often the machine has run out of memory/u],
  [139, false, /^terraform plan was ended by SIGSEGV \(signal 11\)\.$/u],
  [1, false, /^terraform plan ended with exit code 1 and printed nothing\.$/u],
])('exit code %d, with words of its own: %s', (code, hasWords, expected) => {
  expect(endingInWords('Terraform', 'plan', code, hasWords)).toMatch(expected);
});

test('an error that Terraform has explained needs no more words', () => {
  expect(endingInWords('Terraform', 'plan', 1, true)).toBeUndefined();
});

test.each([
  [1_500, '1.5 s'],
  [60_000, '1 min'],
  [90_000, '1 min 30 s'],
  [7_200_000, '120 min'],
])('%d milliseconds are %s', (milliseconds, expected) => {
  expect(durationInWords(milliseconds)).toBe(expected);
});
