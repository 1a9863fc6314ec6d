import { describe, expect, test } from '@jest/globals';
import { toCompactJson } from '../../src/hierarchy/json.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { interpolate } from '../../src/hierarchy/interpolation/interpolate.ts';
import { mergeLayer } from '../../src/hierarchy/merge.ts';
import { LIST_MERGES, type ListMerge } from '../../src/hierarchy/value.ts';
import { at, configurationOf, place, printed } from './reading.ts';

function merged(base: string, layer: string, listMerge: ListMerge = 'append') {
  return mergeLayer(configurationOf(base, 'base.yaml'), configurationOf(layer, 'layer.yaml'), listMerge);
}

test.each<[string, string, ListMerge, string]>([
  ['{a: 1}', '{b: 2}', 'append', '{"a":1,"b":2}'],
  ['{a: {b: {c: 1}}}', '{a: {b: {d: 2}}}', 'append', '{"a":{"b":{"c":1,"d":2}}}'],
  ['{a: [1]}', '{a: x}', 'append', '{"a":"x"}'],
  ['{a: {b: {c: 1}}}', '{a: {b: 1}}', 'append', '{"a":{"b":1}}'],
  ['{a: {b: 1}}', '{a: {b: {c: 1}}}', 'append', '{"a":{"b":{"c":1}}}'],
  ['{a: {b: 1}}', '{a: ~}', 'append', '{"a":null}'],
  ['{a: ~}', '{a: [1]}', 'append', '{"a":[1]}'],
  ['{l: [1]}', '{l: []}', 'override', '{"l":[]}'],
  ['{l: [1, 1]}', '{l: [1.0, 2, 2]}', 'append_unique', '{"l":[1,1,2,2]}'],
  [
    '{l: [{a: 1, b: 2}]}',
    '{l: [{b: 2, a: 1.0}, {a: "1", b: 2}]}',
    'append_unique',
    '{"l":[{"a":1,"b":2},{"a":"1","b":2}]}',
  ],
  ['{l: [[1, 2]]}', '{l: [[2, 1], [1, 2]]}', 'append_unique', '{"l":[[1,2],[2,1]]}'],
  ['{l: [10000000000000000000000]}', '{l: [1.0e+22]}', 'append_unique', '{"l":[10000000000000000000000]}'],
  ['{__proto__: {a: 1}}', '{__proto__: {b: 2}}', 'append', '{"__proto__":{"a":1,"b":2}}'],
])('%s + %s (%s) = %s', (base, layer, listMerge, json) => {
  const value = merged(base, layer, listMerge);
  expect(toCompactJson(value)).toBe(json);
});

describe('a map against a list or scalar at the top level', () => {
  test.each([
    ['{a: {}}', '{a: [1]}', 'layer.yaml:1:5: "a" is a list here, but a map in base.yaml:1:5.'],
    ['{a: 1}', '{a: {b: 1}}', 'layer.yaml:1:5: "a" is a map here, but a number in base.yaml:1:5.'],
    ['{a: {b: 1}, c: x}', '{c: {}, a: x}', 'layer.yaml:1:5: "c" is a map here, but a text in base.yaml:1:16.'],
  ])('%s + %s', (base, layer, message) => {
    const { problems } = interpolate(merged(base, layer), openEnvironment({}));
    expect(problems.every((each) => each.code === 'merge')).toBe(true);
    expect(printed(problems)).toContain(message);
  });
});

describe('origins', () => {
  const base = 'm: {a: 1, n: {x: 1}}\nl: [1]\nkept: {k: [1]}';
  const layer = 'm: {b: 2}\nl: [2]\nkept: {}';
  const value = merged(base, layer);
  test.each([
    ['m', 'layer.yaml:1:4'],
    ['m.a', 'base.yaml:1:8'],
    ['m.b', 'layer.yaml:1:8'],
    ['m.n', 'base.yaml:1:14'],
    ['l', 'layer.yaml:2:4'],
    ['l.0', 'base.yaml:2:5'],
    ['l.1', 'layer.yaml:2:5'],
    ['kept', 'base.yaml:3:7'],
  ])('%s is from %s', (key, expected) => {
    expect(place(at(value, key).origin)).toBe(expected);
  });

  test.each(LIST_MERGES.filter((each) => each !== 'override'))(
    '%s: a list that adds nothing leaves the origin',
    (how) => {
      expect(place(at(merged('l: [1]', 'l: []', how), 'l').origin)).toBe('base.yaml:1:4');
    },
  );
});

test('what a layer does not touch is the same object', () => {
  const base = configurationOf('a: {b: {c: 1}, d: {e: 1}}\nf: {g: 1}');
  const value = mergeLayer(base, configurationOf('a: {d: {e: 2}}'), 'append');
  expect(at(value, 'f')).toBe(at(base, 'f'));
  expect(at(value, 'a.b')).toBe(at(base, 'a.b'));
  expect(mergeLayer(base, configurationOf('f: {}'), 'append')).toBe(base);
});

test('a placeholder that a deeper layer replaces leaves nothing to interpolate', () => {
  expect(merged('a: {b: "{{x}}"}', 'a: {b: y}').templated).toBe(false);
  expect(merged('a: {b: y}', 'a: {c: "{{x}}"}').templated).toBe(true);
});
