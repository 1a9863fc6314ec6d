import { describe, expect, test } from '@jest/globals';
import { parseLayer, parseWhole } from '../../src/hierarchy/yaml/parse.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { interpolate } from '../../src/hierarchy/interpolation/interpolate.ts';
import { mergeLayer } from '../../src/hierarchy/merge.ts';
import { relocate } from '../../src/hierarchy/relocate.ts';
import { at, configurationOf, parsedJson, place, printed } from './reading.ts';

describe('plain scalars mean what PyYAML reads', () => {
  test.each([
    ['TRUE', 'true'],
    ['tRue', '"tRue"'],
    ['y', '"y"'],
    ['Off', 'false'],
    ['-0', '0'],
    ['00', '0'],
    ['-012', '-10'],
    ['0_7', '7'],
    ['0o7', '"0o7"'],
    ['089', '"089"'],
    ['1__0', '10'],
    ['_1', '"_1"'],
    ['-0x1F', '-31'],
    ['1:60', '"1:60"'],
    ['-1:30', '-90'],
    ['1:30.5', '90.5'],
    ['190:20:30.15', '685230.15'],
    ['-.5', '"-.5"'],
    ['.5e+3', '500'],
    ['685.230_15e+03', '685230.15'],
    ['1e3', '"1e3"'],
    ['1.', '1'],
    ['.', '"."'],
    ['9007199254740991', '9007199254740991'],
    ['-9007199254740993', '-9007199254740993'],
    ['0xFFFFFFFFFFFFFFFF', '18446744073709551615'],
    ['2020-01-02 03:04:05 +1', '"2020-01-02 03:04:05 +1"'],
    ['NULL', 'null'],
    ['nULL', '"nULL"'],
    ['=', '"="'],
    ['<<', '"<<"'],
    ['"1"', '"1"'],
    ["'~'", '"~"'],
    ['! 12', '12'],
    ['! "12"', '12'],
    ['!!str 12', '"12"'],
    ['!!str', '""'],
    ['!!int "0755"', '493'],
    ['!!int " 5"', '5'],
    ['!!float 3', '3'],
    ['!!float 1e3', '1000'],
    ['!!bool "Yes"', 'true'],
    ['!!null anything', 'null'],
    ['!!map {b: 1}', '{"b":1}'],
    ['!!seq [1]', '[1]'],
    ['!<tag:yaml.org,2002:str> 1', '"1"'],
    ['{b, c: }', '{"b":null,"c":null}'],
  ])('%s → %s', (yaml, json) => {
    expect(parsedJson(`a: ${yaml}`)).toBe(`{"a":${json}}`);
  });
});

describe('refused, with the place', () => {
  test.each([
    [
      'a: 1\nb: 2\na: 3',
      'c.yaml:3:1: The key "a" is defined twice in the same map.\n    a: 3\n    ^\n  The first one is in line 1, column 1.',
    ],
    ['1: a\n"1": b', 'c.yaml:2:1: The key "1" is defined twice'],
    ['a: {b: 1, b: 2}', 'c.yaml:1:11: The key "b" is defined twice'],
    ['a: -.inf', 'c.yaml:1:4: The number -.inf has no JSON representation'],
    ['a: .NaN', 'c.yaml:1:4: The number .NaN has no'],
    ['a: 1.0e+400', 'c.yaml:1:4: The number 1.0e+400 has no'],
    ['a: !!float infinity', 'has no JSON representation'],
    ['a: 0x_', '"0x_" is not an integer.'],
    ['a: !!int 1.5', '"1.5" is not an integer.'],
    ['a: !!float x', '"x" is not a number.'],
    ['a: !!bool y', '"y" is not a boolean.'],
    ['a: !!map [1]', 'c.yaml:1:10: The tag "!!map" is not supported on a list.'],
    ['a: !!str {b: 1}', 'The tag "!!str" is not supported on a map.'],
    ['a: !!seq x', 'The tag "!!seq" is not supported on a scalar.'],
    ['a: !!binary eA==', 'The tag "!!binary" is not supported'],
    ['a: !!timestamp 2020-01-02', 'The tag "!!timestamp" is not supported'],
    ['a: !!set {b}', 'The tag "!!set" is not supported'],
    ['a: !!omap [b: 1]', 'The tag "!!omap" is not supported'],
    ['a: !!python/object/apply:os.system [x]', 'The tag "!!python/object/apply:os.system" is not supported'],
    ['a: !Ref thing', 'The tag "!Ref" is not supported'],
    ['!Ref k: 1', 'The tag "!Ref" is not supported'],
    ['a: 1\n---\nb: 2', 'c.yaml:2:1: A second document starts here'],
    ['- 1', 'c.yaml:1:1: The top level must be a mapping (key: value), not a list.'],
    ['text', 'The top level must be a mapping (key: value), not a text.'],
    ['a: *b', 'c.yaml:1:4: The alias "*b" has no anchor before it.'],
    ['a: &b [*b]', 'The alias "*b" is inside its own anchor.'],
    ['a: &b 1\nc: &b 2', 'c.yaml:2:7: The anchor "&b" is defined twice'],
    ['a: {{key}}', 'A placeholder must be quoted: "{{key}}".'],
    ['? [a]\n: 1', 'A key must be a string, not a map or list.'],
    ['{<<}', 'c.yaml:1:2: The value of a merge key'],
    ['<<: 1', 'c.yaml:1:5: The value of a merge key "<<" must be a map or a list of maps.'],
    ['<<: [{a: 1}, 2]', 'The value of a merge key "<<" must be a map or a list of maps.'],
    ['a: "\u0001"', 'c.yaml:1:5: The character U+0001 is not allowed in YAML.'],
    ['a: [1', 'c.yaml:1'],
    ['a: b: c', 'c.yaml:1'],
  ])('%j', (yaml, message) => {
    const { value, problems } = parseWhole('c.yaml', yaml);
    expect(value).toBeUndefined();
    expect(problems.map((each) => each.code)).toEqual(problems.map(() => 'yaml'));
    expect(printed(problems)).toContain(message);
  });

  test('all at once, in the order of the file', () => {
    const { problems } = parseWhole('c.yaml', 'a: .inf\nb: {c: !x 1, d: 1, d: 2}\ne: *f\n');
    expect(problems.map((each) => each.place?.line)).toEqual([1, 2, 2, 3]);
  });

  test('a problem in an anchor is not said again at its aliases', () => {
    expect(parseWhole('c.yaml', 'a: &x !no 1\nb: *x\n<<: *x').problems).toHaveLength(1);
  });

  test('a long line is not shown', () => {
    expect(parseWhole('c.yaml', `{a: "${'x'.repeat(1000)}", b: .inf}`).problems[0]?.sourceLine).toBeUndefined();
  });
});

describe('what is wrong with a value counts where the value is needed', () => {
  const needed = (key: string): boolean => key !== 'helm';

  test.each([
    ['{x: .inf}', 'has no JSON representation'],
    ['[1, .nan]', 'has no JSON representation'],
    ['!!int x', 'is not an integer'],
    ['!vault x', 'The tag "!vault" is not supported on a scalar'],
    ['!vault {a: &a 1, b: *a}', 'The tag "!vault" is not supported on a map'],
    ['!vault [1]', 'The tag "!vault" is not supported on a list'],
    ['{a: 1, b: 2, a: 3}', 'The key "a" is defined twice'],
    ['{a: 1, a: 2, a: 3}', 'c.yaml:1:20: The key "a" is defined twice'],
    ['{[a]: 1}', 'A key must be a string'],
    ['{!!int x: 1}', 'is not an integer'],
    ['{a: {{key}}}', 'A key must be a string'],
    ['\n  \u200bb: 1', 'U+200B'],
    ['{<<: 1}', 'The value of a merge key'],
    ['{<<: [{a: 1}, .inf]}', 'has no JSON representation'],
    ['*none', 'has no anchor before it'],
    ['&a [*a]', 'is inside its own anchor'],
    ['[&a 1, &a 2]', 'is defined twice in this file'],
    ['[!append [1]]', 'has no effect inside a list'],
    ['!remove x', 'takes nothing, or a list of items'],
    ['!remove [.inf]', 'has no JSON representation'],
    ['{a: "ENC[AES256_GCM,data]"}', 'is encrypted with SOPS'],
  ])('helm: %s', (written, message) => {
    const { value, problems } = parseLayer('c.yaml', `helm: ${written}\nvpc: 1\nname: "{{vpc}}"\n`);
    if (value === undefined) throw new Error(printed(problems));
    const without = interpolate(value, openEnvironment({}), { needed });
    expect(without.problems).toEqual([]);
    expect(at(without.value, 'name')).toMatchObject({ value: 1 });
    expect(printed(interpolate(value, openEnvironment({})).problems)).toContain(message);
    const base = at(value, 'helm').kind === 'list' ? '[0]' : '{x: {y: 1}}';
    const below = mergeLayer(configurationOf(`helm: ${base}`), value, 'append');
    expect(printed(interpolate(below, openEnvironment({})).problems)).toContain(message);
    const above = mergeLayer(value, configurationOf(`helm: ${base}`), 'append');
    expect(printed(interpolate(above, openEnvironment({})).problems)).toContain(message);
  });

  test.each(['[a]: 1', '\u00a0a: 1', '<<: 1', '!!int x: 1', '!!map x', '.inf', '!no {a: 1}'])(
    'at the top, where any key may be meant, nothing of the file is read: %j',
    (yaml) => {
      const { value, problems } = parseLayer('c.yaml', yaml);
      expect(value).toBeUndefined();
      expect(problems).toHaveLength(1);
    },
  );

  test('a file with the same text has its own places', () => {
    const { value } = parseLayer('a.yaml', 'x: .inf\ny: !remove [1]\n');
    if (value === undefined) throw new Error('no value');
    const { problems } = interpolate(relocate(value, 'b.yaml'), openEnvironment({}));
    expect(problems.map((each) => each.place?.file)).toEqual(['b.yaml', 'b.yaml']);
  });

  test('append_unique loses no item that is wrong', () => {
    const merged = mergeLayer(configurationOf('l: [~]'), configurationOf('l: [.inf]'), 'append_unique');
    expect(printed(interpolate(merged, openEnvironment({})).problems)).toContain('has no JSON representation');
  });
});

describe('empty files', () => {
  test.each(['', '# only a comment\n', '---\n', '--- # x\n...\n', '~', '\uFEFF', '\r\n'])(
    '%j holds nothing',
    (text) => {
      expect(parseLayer('c.yaml', text)).toEqual({ value: undefined, problems: [] });
    },
  );
});

describe('keys stay as written', () => {
  test.each([
    ['true: 1', 'true'],
    ['no: 1', 'no'],
    ['1.10: 1', '1.10'],
    ['0755: 1', '0755'],
    ['.inf: 1', '.inf'],
    ['~: 1', '~'],
    ['!!str 1_0: 1', '1_0'],
    ['"a\\tb": 1', 'a\tb'],
    ['"<<": 1', '<<'],
    ['!!str <<: 1', '<<'],
    ['x: &k key\n*k : 1', 'key'],
  ])('%j', (yaml, key) => {
    expect(Object.keys(configurationOf(yaml).children)).toContain(key);
  });

  test('__proto__ and constructor are keys like any other', () => {
    expect(parsedJson('__proto__: {a: 1}\nconstructor: 2')).toBe('{"__proto__":{"a":1},"constructor":2}');
  });
});

describe('merge keys', () => {
  test.each([
    ['own keys win, before or after', '{b: 2, <<: {a: 1, b: 1}}', '{"a":1,"b":2}'],
    ['the first of a list wins', '{<<: [{a: 1}, {a: 2, b: 2}]}', '{"a":1,"b":2}'],
    ['the last of several wins', '{<<: {a: 1}, <<: {a: 2}}', '{"a":2}'],
    ['they are not deep', '{<<: {m: {a: 1}}, m: {b: 2}}', '{"m":{"b":2}}'],
    ['a list of none', '{<<: [], a: 1}', '{"a":1}'],
  ])('%s', (_, yaml, json) => {
    expect(parsedJson(`x: ${yaml}`)).toBe(`{"x":${json}}`);
  });

  test('through other merge keys', () => {
    expect(parsedJson('a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, z: 3}')).toBe(
      '{"a":{"x":1},"b":{"x":1,"y":2},"c":{"x":1,"y":2,"z":3}}',
    );
  });
});

describe('every value knows where it was written', () => {
  test.each([
    ['a: 1', 'a', 'c.yaml:1:4'],
    ['a: &x !!str 1', 'a', 'c.yaml:1:13'],
    ['a:\n  b: [1, x]', 'a.b.1', 'c.yaml:2:10'],
    ['a:\n  b: [1, x]', 'a', 'c.yaml:2:3'],
    ['a: |\n  text', 'a', 'c.yaml:1:4'],
    ['a: 1\r\nb: 2\r\n', 'b', 'c.yaml:2:4'],
    ['\uFEFFa: 1', 'a', 'c.yaml:1:4'],
    ['x: &x {k: 1}\ny: *x', 'y.k', 'c.yaml:1:11'],
    ['x: &x {k: 1}\ny: {<<: *x}', 'y.k', 'c.yaml:1:11'],
    ['a: {b, c: 1}', 'a.b', 'c.yaml:1:5'],
  ])('%j: %s at %s', (yaml, key, expected) => {
    expect(place(at(configurationOf(yaml), key).origin)).toBe(expected);
  });

  test.each([
    ['1.10', '1.10'],
    ['0x1F', '0x1F'],
    ['no', 'no'],
    ['"1.10"', '1.10'],
    ['!!float 3', '3'],
    ['12345678901234567890', '12345678901234567890'],
  ])('%s is spelled %s', (yaml, spelling) => {
    expect(at(configurationOf(`a: ${yaml}`), 'a')).toMatchObject({ spelling });
  });

  test('templated: a placeholder somewhere below', () => {
    const root = configurationOf('a: {b: ["{{x}}"]}\nc: {d: "}}"}');
    expect([root, at(root, 'a'), at(root, 'c')].map((each) => each.templated)).toEqual([true, true, false]);
  });
});

describe('bombs', () => {
  test('an alias is a copy that costs nothing', () => {
    const root = configurationOf('a: &a {k: 1}\nb: *a');
    expect(at(root, 'b')).toBe(at(root, 'a'));
  });

  test('aliases of aliases that stand for billions of values', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`);
    const { problems } = parseLayer('c.yaml', lines.join('\n'));
    expect(problems).toHaveLength(1);
    expect(printed(problems)).toContain('more than 10 MiB');
  });

  test.each([
    ['flow lists', '['.repeat(50_000)],
    ['flow maps', `${'{a: '.repeat(3000)}1${'}'.repeat(3000)}`],
    ['block maps', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}k:`).join('\n')],
    ['block lists', `a:\n ${'- '.repeat(5000)}x`],
    ['explicit keys', '? '.repeat(5000)],
    ['aliases', Array.from({ length: 2000 }, (_, i) => `a${i}: &a${i} [${i === 0 ? '' : `*a${i - 1}`}]`).join('\n')],
  ])('nesting without end: %s', (_, yaml) => {
    expect(printed(parseLayer('c.yaml', yaml).problems)).toMatch(/^c\.yaml:\d+:\d+: .*/u);
  });

  test('500 levels are fine', () => {
    expect(parsedJson(`a: ${'['.repeat(498)}${']'.repeat(498)}`)).toHaveLength(498 * 2 + 6);
  });
});
