/** What each layer does to a key: tables by hand from himl's rules, and a reader that shares no code with ours. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { layerSteps, type LayerStep } from '../../src/hierarchy/layer-steps.ts';
import { lookup } from '../../src/hierarchy/interpolation/lookup.ts';
import { toCompactJson } from '../../src/hierarchy/json.ts';
import { mergeLayer } from '../../src/hierarchy/merge.ts';
import type { ListMerge, MapValue } from '../../src/hierarchy/value.ts';
import { configurationOf } from './reading.ts';

function stepsOf(texts: readonly string[], key: string, listMerge: ListMerge = 'append') {
  const layers = texts.map((text, index) => ({ file: `${index}.yaml`, value: configurationOf(text, `${index}.yaml`) }));
  return layerSteps(layers, key, listMerge);
}

/** `set 1:4 = "x"`: the effect, where, and the value after it. */
function shown({ effect, place, value }: LayerStep): string {
  const where = place === undefined ? '' : ` ${place.line}:${place.column}`;
  return `${effect}${where} = ${value === undefined ? 'nothing' : toCompactJson(value)}`;
}

describe('what each layer does to a key', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['the deeper layer wins', 'a', ['a: 1', 'b: 2', 'a: 3'], ['set 1:4 = 1', 'left = 1', 'overrode 1:4 = 3']],
    ['the same again', 'a', ['a: x', 'a: x'], ['set 1:4 = "x"', 'repeated 1:4 = "x"']],
    ['not there yet', 'a.b', ['a: {c: 1}', 'a:\n  b: 2'], ['left = nothing', 'set 2:6 = 2']],
    ['maps merge', 'a', ['a: {b: 1}', 'a: {c: 2}'], ['set 1:4 = {"b":1}', 'merged 1:4 = {"b":1,"c":2}']],
    ['null is a value', 'a', ['a: 1', 'a: null'], ['set 1:4 = 1', 'overrode 1:4 = null']],
    [
      'a scalar over the map that holds it',
      'm.a.b',
      ['m: {a: {b: 1}}', 'm: {a: x}'],
      ['set 1:12 = 1', 'removed 1:8 = nothing'],
    ],
    [
      '!override of the map that holds it',
      'm.a',
      ['m: {a: 1}', 'm: !override {b: 2}'],
      ['set 1:8 = 1', 'removed 1:14 = nothing'],
    ],
    [
      '!remove',
      'm.a',
      ['m: {a: 1}', 'm: {a: !remove }', 'm: {a: 2}'],
      ['set 1:8 = 1', 'removed 1:16 = nothing', 'set 1:8 = 2'],
    ],
    ['an empty value over a map', 'a', ['a: {b: 1}', 'a:'], ['set 1:4 = {"b":1}', 'broken 1:3 = null']],
    ['a list gets more items', 'l', ['l: [1]', 'l: [2]'], ['set 1:4 = [1]', 'added 1:4 = [1,2]']],
    [
      'a list with a tag of its own',
      'l',
      ['l: [1]', 'l: !override [2]', 'l: !prepend [3]'],
      ['set 1:4 = [1]', 'overrode 1:14 = [2]', 'added 1:13 = [3,2]'],
    ],
    ['a list with nothing new', 'l', ['l: [1]', 'l: []'], ['set 1:4 = [1]', 'repeated 1:4 = [1]']],
    ['a key with dots in it', 'a.b', ['a.b: 1', '"a.b": 2'], ['set 1:6 = 1', 'overrode 1:8 = 2']],
  ])('%s', (_, key, texts, expected) => {
    expect(stepsOf(texts, key).steps.map(shown)).toEqual(expected);
  });

  test.each<[ListMerge, readonly string[]]>([
    ['append', ['set 1:4 = [1]', 'added 1:4 = [1,1,2]']],
    ['append_unique', ['set 1:4 = [1]', 'added 1:4 = [1,2]']],
    ['prepend', ['set 1:4 = [1]', 'added 1:4 = [1,2,1]']],
    ['override', ['set 1:4 = [1]', 'overrode 1:4 = [1,2]']],
  ])('lists, %s', (listMerge, expected) => {
    expect(stepsOf(['l: [1]', 'l: [1, 2]'], 'l', listMerge).steps.map(shown)).toEqual(expected);
  });

  test('an item of a list, and what is behind a placeholder, are set with the whole', () => {
    expect(stepsOf(['l: [{a: 1}]'], 'l.0.a').key).toBe('l');
    expect(stepsOf(['a: "{{b}}"', 'b: {c: 1}'], 'a.c')).toMatchObject({
      key: 'a',
      steps: [{ effect: 'set' }, { effect: 'left' }],
    });
    expect(stepsOf(['a: {b: 1}'], 'a.b').key).toBe('a.b');
  });
});

type Plain = number | { readonly [key: string]: Plain };

const names = fc.constantFrom('a', 'b', 'c');
const plain = fc.letrec<{ map: { readonly [key: string]: Plain }; value: Plain }>((tie) => ({
  map: fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, fc.nat(3), tie('map')),
})).map;

/** The value at a path of plain data. */
function read(value: Plain | undefined, path: readonly string[]): Plain | undefined {
  return path.reduce<Plain | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), value);
}

/** himl's deep merge for maps and numbers. */
function deepMerge(before: Plain | undefined, after: Plain): Plain {
  if (typeof before !== 'object' || typeof after !== 'object') return after;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    keys.map((key) => [key, after[key] === undefined ? (before[key] ?? 0) : deepMerge(before[key], after[key])]),
  );
}

test('the value after each layer is what an independent merge of the layers down to it has', () => {
  const below = fc.record({ top: plain });
  fc.assert(
    fc.property(fc.array(below, { minLength: 1, maxLength: 4 }), fc.array(names, { maxLength: 3 }), (layers, path) => {
      const key = ['top', ...path].join('.');
      const { steps } = stepsOf(
        layers.map((layer) => JSON.stringify(layer)),
        key,
      );
      let merged: Plain = {};
      for (const [index, layer] of layers.entries()) {
        const before = read(merged, ['top', ...path]);
        merged = deepMerge(merged, layer);
        const after = read(merged, ['top', ...path]);
        const own = read(layer, ['top', ...path]);
        const step = steps[index];
        expect(step?.value === undefined ? undefined : JSON.parse(toCompactJson(step.value))).toEqual(after);
        if (own !== undefined && before === undefined) expect(step?.effect).toBe('set');
        if (own === undefined && before !== undefined && after === undefined) expect(step?.effect).toBe('removed');
        if (own === undefined && before === undefined) expect(step?.effect).toBe('left');
        if (own !== undefined && typeof own !== 'object' && before !== undefined) {
          expect(step?.effect).toBe(own === before ? 'repeated' : 'overrode');
        }
        if (step?.effect === 'left') expect(own).toBeUndefined();
      }
    }),
  );
});

test('the last step has what the configuration has', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ top: plain }), { minLength: 1, maxLength: 4 }), names, (layers, name) => {
      const texts = layers.map((layer) => JSON.stringify(layer));
      const [first = configurationOf('{}'), ...rest] = texts.map((text) => configurationOf(text));
      const merged = rest.reduce<MapValue>((above, layer) => mergeLayer(above, layer, 'append'), first);
      const expected = lookup(merged, `top.${name}`);
      const last = stepsOf(texts, `top.${name}`).steps.at(-1)?.value;
      expect(last && toCompactJson(last)).toBe(expected && toCompactJson(expected));
    }),
  );
});
