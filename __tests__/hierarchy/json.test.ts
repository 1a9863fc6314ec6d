import { describe, expect, test } from '@jest/globals';
import { equalValues, toCompactJson, toJson, toPlain } from '../../src/hierarchy/json.ts';
import { configurationOf } from './reading.ts';

test('sorted by code unit, two spaces, all digits, no line break at the end', () => {
  const root = configurationOf(
    'b: [1, [], {}, {x: 1.50}]\n"10": a\n"9": "\\u2028\\"\\u00e9"\nB: 12345678901234567890\na: ~\n',
  );
  expect(toJson(root)).toBe(
    `{
  "10": "a",
  "9": "\u2028\\"é",
  "B": 12345678901234567890,
  "a": null,
  "b": [
    1,
    [],
    {},
    {
      "x": 1.5
    }
  ]
}`,
  );
  expect(toCompactJson(root)).toBe(
    '{"10":"a","9":"\u2028\\"é","B":12345678901234567890,"a":null,"b":[1,[],{},{"x":1.5}]}',
  );
  expect(toPlain(configurationOf('a: [1, {b: ~}]'))).toEqual({ a: [1, { b: null }] });
});

describe('equal as JSON values', () => {
  test.each([
    ['{a: 1, b: 2}', '{b: 2, a: 1.0}', true],
    ['{a: 10000000000000000000000}', '{a: 1.0e+22}', true],
    ['{a: 9007199254740993}', '{a: 9007199254740992}', false],
    ['{a: 1}', '{a: "1"}', false],
    ['{a: 1}', '{a: true}', false],
    ['{a: ~}', '{}', false],
    ['{a: [1, 2]}', '{a: [2, 1]}', false],
    ['{a: [1]}', '{a: [1, 2]}', false],
    ['{a: []}', '{a: {}}', false],
    ['{a: 0x10}', '{a: 16}', true],
    ['{a: {b: [x]}}', '{a: {b: ["x"]}}', true],
  ])('%s and %s: %s', (a, b, equal) => {
    expect(equalValues(configurationOf(a), configurationOf(b))).toBe(equal);
    expect(equalValues(configurationOf(b), configurationOf(a))).toBe(equal);
  });
});
