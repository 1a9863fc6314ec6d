import { describe, expect, test } from '@jest/globals';
import { satisfies } from '../../src/terraform/version-constraint.ts';

describe('terraform.version', () => {
  test.each([
    ['1.11.4', '1.11.4'],
    ['1.11.4', 'v1.11.4'],
    ['1.11.4', '= 1.11.4'],
    ['1.11.4', 'v1'],
    ['1.11.4', '1'],
    ['1.11.4', '1.11'],
    ['1.11.4', '~> 1.9'],
    ['1.11.4', '~>1.11.0'],
    ['1.11.4', '~> 1'],
    ['1.11.4', '>= 1.5, < 2'],
    ['1.11.4', '>=1.11.4'],
    ['1.11.4', '<= 1.11.4, != 1.11.3'],
    ['1.12.0-rc1', '1.12.0-rc1'],
    ['1.12.0-rc1', '1.12'],
  ])('%s fits "%s"', (version, wanted) => {
    expect(satisfies(version, wanted)).toBe(true);
  });

  test.each([
    ['1.11.4', '1.11.3'],
    ['1.11.4', 'v0'],
    // A beginning ends at a dot: 1.1 is not the beginning of 1.11.
    ['1.11.4', '1.1'],
    ['1.11.4', '~> 1.12'],
    ['1.11.4', '~> 1.9.0'],
    ['2.0.0', '~> 1.9'],
    ['2.0.0', '>= 1.5, < 2'],
    ['1.4.9', '>= 1.5, < 2'],
    ['1.11.4', '!= 1.11.4'],
    ['1.11.4', '> 1.11.4'],
    ['1.11.4', '< 1.11.4'],
    ['1.12.0-rc1', '>= 1.12.0'],
    ['1.12.0', '1.12.0-rc1'],
  ])('%s does not fit "%s"', (version, wanted) => {
    expect(satisfies(version, wanted)).toBe(false);
  });

  test.each(['', 'latest', '1.x', '>= 1.5 < 2', '1.2.3.4', '=> 1.5', '>= 1.5,', '^1.5'])(
    '"%s" cannot be read',
    (wanted) => {
      expect(satisfies('1.11.4', wanted)).toBeUndefined();
    },
  );
});
