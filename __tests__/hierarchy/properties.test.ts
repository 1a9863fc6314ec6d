/** What holds for every input; fast-check prints the seed of a failure. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { interpolate } from '../../src/hierarchy/interpolation/interpolate.ts';
import { equalValues, toCompactJson } from '../../src/hierarchy/json.ts';
import { openKnownOutcomes, type KnownOutcomes } from '../../src/hierarchy/interpolation/known-outcomes.ts';
import { mergeLayer } from '../../src/hierarchy/merge.ts';
import { parseLayer } from '../../src/hierarchy/yaml/parse.ts';
import { tokenize } from '../../src/hierarchy/interpolation/placeholder.ts';
import { relocate } from '../../src/hierarchy/relocate.ts';
import { LIST_MERGES, type MapValue } from '../../src/hierarchy/value.ts';
import { at, configurationOf } from './reading.ts';

const noVariables = openEnvironment({});
const key = fc.constantFrom('a', 'b', 'c', 'd');
const text = fc.string({ unit: 'grapheme' });
const anyKey = fc.oneof(key, text, fc.constantFrom('__proto__', 'constructor', 'yes', '1.10', '<<', '~'));
/** Maps as entries, so that `__proto__` is an ordinary key. */
type Json = string | number | boolean | null | readonly Json[] | ReadonlyMap<string, Json>;

function tree(keys: fc.Arbitrary<string>, texts: fc.Arbitrary<string>) {
  return fc.letrec<{ map: ReadonlyMap<string, Json>; json: Json }>((tie) => ({
    map: fc.array(fc.tuple(keys, tie('json')), { maxLength: 4 }).map((entries) => new Map(entries)),
    json: fc.oneof(
      { maxDepth: 4 },
      texts,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 4 }),
      tie('map'),
    ),
  })).map;
}

/** JSON with sorted keys. */
function json(value: unknown): string {
  if (value instanceof Map) {
    const keys = [...value.keys()].map(String).sort();
    return `{${keys.map((each) => `${JSON.stringify(each)}:${json(value.get(each) ?? null)}`).join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map((each: unknown) => json(each)).join(',')}]`;
  return JSON.stringify(value);
}

const layer = tree(key, fc.constantFrom('x', 'y', '{{a.b}}', '{{c}}-{{d}}')).map((map) => configurationOf(json(map)));

test('JSON is YAML: any tree comes back', () => {
  fc.assert(
    fc.property(tree(anyKey, text), (map) => {
      // Numbers as JSON writes them: YAML 1.1 wants a sign and a dot in an exponent.
      fc.pre(!/\de[-+]?\d/u.test(json(map)));
      expect(toCompactJson(configurationOf(json(map)))).toBe(json(map));
    }),
  );
});

test('any tree written as block YAML comes back', () => {
  const options = { version: '1.2', defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' } as const;
  fc.assert(
    fc.property(tree(anyKey, text), fc.constantFrom(20, 80, 0), (map, lineWidth) => {
      fc.pre(!/\de[-+]?\d/u.test(json(map)));
      const written = stringify(map, { ...options, lineWidth });
      expect(toCompactJson(configurationOf(written))).toBe(json(map).replaceAll('-0,', '0,'));
    }),
  );
});

test.each(['override', 'append', 'prepend'] as const)('merging layers without clashes is associative: %s', (how) => {
  const merge = (a: MapValue, b: MapValue) => mergeLayer(a, b, how);
  // Kinds that change on the way down are left out: what is replaced in between cannot come back.
  const shaped = fc
    .record({
      m: fc.dictionary(key, fc.dictionary(key, fc.integer(), { maxKeys: 3, noNullPrototype: true }), { maxKeys: 3 }),
      l: fc.array(fc.integer(), { maxLength: 3 }),
      s: fc.constantFrom('x', 'y', 1, true),
    })
    .map((value) => configurationOf(JSON.stringify(value)));
  fc.assert(
    fc.property(shaped, shaped, shaped, (a, b, c) => {
      expect(equalValues(merge(merge(a, b), c), merge(a, merge(b, c)))).toBe(true);
    }),
  );
});

test('merging and interpolating never change what they are given', () => {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  fc.assert(
    fc.property(layer, layer, fc.constantFrom(...LIST_MERGES), (a, b, how) => {
      freeze(a);
      freeze(b);
      const value = mergeLayer(a, b, how);
      freeze(value);
      interpolate(value, noVariables);
    }),
  );
});

describe('what configurations have in common is resolved once', () => {
  const texts = [
    'x',
    '{{a}}',
    '{{b.c}}',
    '{{a.b.c}}',
    '{{c}}-{{d}}',
    '{{a.{{c}}}}',
    '{{a.0}}',
    '{{env(A)}}',
    '{{d.a}}{{`{{`}}',
  ];
  const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'a.b', 'b.c');
  const layers = fc.array(
    tree(keys, fc.constantFrom(...texts)).map((map) => configurationOf(json(map))),
    { minLength: 2, maxLength: 5 },
  );
  /** So that most keys are there. */
  const above = configurationOf(
    '{a: {b: {c: b}, "0": q, c: x}, b: {c: a}, c: c, d: {a: v}, e: "{{b.c}}", f: "{{e}}-{{c}}"}',
  );
  const leaves = fc.array(fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 });
  const environment = openEnvironment({ A: 'c' });

  test('and each comes to what it comes to alone, problems and places included', () => {
    let recalled = 0;
    fc.assert(
      fc.property(layers, leaves, (written, chosen) => {
        const known = openKnownOutcomes();
        const counting: KnownOutcomes = {
          remember: (value, root, outcome) => {
            known.remember(value, root, outcome);
          },
          recall(value, root) {
            const found = known.recall(value, root);
            if (found !== undefined) recalled += 1;
            return found;
          },
        };
        for (const leaf of chosen) {
          const own = leaf.flatMap((index) => written[index % written.length] ?? []);
          const configuration = own.reduce((value, layer) => mergeLayer(value, layer, 'override'), above);
          const { value, problems } = interpolate(configuration, environment, { known: counting });
          expect({ value, problems }).toEqual(interpolate(configuration, environment));
        }
      }),
      { numRuns: 700 },
    );
    expect(recalled).toBeGreaterThan(350);
  });

  test('until something differs that a value depends on', () => {
    const known = openKnownOutcomes();
    const common = configurationOf('t: "{{m.k}}-{{env(A)}}"\nm: {k: "{{n}}"}\nu: "{{v}}"\nv: 1\n');
    const [first, same, other] = ['{n: x, z: 1}', '{n: x, z: 2}', '{n: y}'].map((own) => {
      const value = mergeLayer(common, configurationOf(own), 'override');
      return interpolate(value, environment, { known }).value;
    });
    if (first === undefined || same === undefined || other === undefined) throw new Error('three were made');
    expect([at(first, 't'), at(same, 't'), at(other, 't')].map(toCompactJson)).toEqual(['"x-c"', '"x-c"', '"y-c"']);
    // Another file's n is another value; what is in the common layer alone is the same.
    expect(at(same, 'u')).toBe(at(first, 'u'));
    expect(at(other, 'u')).toBe(at(first, 'u'));
  });
});

test('how large a configuration may become does not depend on which others came before', () => {
  const aliases = (key: string): string =>
    `${key}0: &${key}0 [${'x'.repeat(1_000)}]\n${Array.from({ length: 12 }, (_, i) => `${key}${i + 1}: &${key}${i + 1} [*${key}${i}, *${key}${i}]\n`).join('')}`;
  const large = [configurationOf(aliases('a'), 'a.yaml'), configurationOf(aliases('b'), 'b.yaml')];
  const common = configurationOf(
    Array.from({ length: 150 }, (_, i) => `t${i}: "{{name}}-${'y'.repeat(100)}"\n`).join(''),
  );
  const known = openKnownOutcomes();
  for (const name of ['n', 'o'.repeat(9_000), 'n', 'p']) {
    const layers = [...large, common, configurationOf(`name: ${name}`)];
    const value = layers.reduce((merged, each) => mergeLayer(merged, each, 'override'));
    expect(interpolate(value, noVariables, { known }).problems).toEqual([]);
  }
});

test('what aliases repeat is weighed as often as it is written out', () => {
  const list = `x: ${'x'.repeat(100_000)}\nl: [&t "{{x}}", ${Array.from({ length: 150 }, () => '*t').join(', ')}]\n`;
  expect(interpolate(configurationOf(list), noVariables).problems).toMatchObject([{ code: 'interpolation' }]);
});

test('a layer that has the text of another file is read as that file is', () => {
  fc.assert(
    fc.property(tree(anyKey, text), (map) => {
      const options = { version: '1.2', defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' } as const;
      const written = `${stringify(map, options)}\n`;
      fc.pre(map.size > 0);
      expect(relocate(configurationOf(written, 'a.yaml'), 'b.yaml')).toEqual(configurationOf(written, 'b.yaml'));
    }),
  );
});

test('aliases of a layer that is read for another file stay one value each', () => {
  const lines = Array.from({ length: 18 }, (_, i) => `k${i}: &k${i} [${i === 0 ? 'x' : `*k${i - 1}, *k${i - 1}`}]\n`);
  const there = relocate(configurationOf(lines.join(''), 'a.yaml'), 'b.yaml');
  const [some, same] = [at(there, 'k17.0'), at(there, 'k17.1')];
  expect(some).toBe(same);
  expect(some).toBe(at(there, 'k16'));
});

test('merging a layer twice with override changes nothing more', () => {
  fc.assert(
    fc.property(layer, layer, (a, b) => {
      const once = mergeLayer(a, b, 'override');
      expect(equalValues(mergeLayer(once, b, 'override'), once)).toBe(true);
    }),
  );
});

const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\n|: |- |{|}|[|]|, |"|\'|&a |*a|<<|!!str |!x |---\n|...\n|? |#|%YAML 1.1\n|>|\t'.split('|'),
        '|',
      ),
      fc.constantFrom('  ', '    ', 'key', '{{', '}}', '`', '\r\n', '.inf', '1.10', '\uFEFF'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('any text as YAML gives a map, nothing, or problems with a place', () => {
  fc.assert(
    fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary' })), (written) => {
      const { value, problems } = parseLayer('c.yaml', written);
      for (const each of problems) expect(each).toMatchObject({ code: 'yaml', place: { file: 'c.yaml' } });
      if (value !== undefined) {
        expect(problems).toEqual([]);
        interpolate(value, noVariables);
      }
    }),
    { numRuns: 2000 },
  );
});

const braces = fc
  .array(fc.constantFrom('{', '{{', '}', '}}', '`', 'a', '.', ' ', '{{`', '`}}'))
  .map((all) => all.join(''));

test('any text has tokens that cover it', () => {
  fc.assert(
    fc.property(fc.oneof(braces, fc.string({ unit: 'binary' })), (written) => {
      const parts = tokenize(written);
      expect(parts.map((part) => written.slice(part.start, part.end)).join('')).toBe(written);
      expect(parts.map((part) => part.start)).toEqual([0, ...parts.map((part) => part.end)].slice(0, parts.length));
    }),
    { numRuns: 2000 },
  );
});

test('an escape gives any text without a backtick back', () => {
  fc.assert(
    fc.property(fc.oneof(braces, text), fc.oneof(braces, text), (inside, before) => {
      const escaped = inside.replaceAll('`', '');
      const plain = before.replaceAll(/[{`]/gu, '');
      const root = configurationOf(JSON.stringify({ a: `${plain}{{\`${escaped}\`}}` }));
      expect(toCompactJson(interpolate(root, noVariables).value)).toBe(JSON.stringify({ a: plain + escaped }));
    }),
  );
});
