import { describe, expect, test } from '@jest/globals';
import { openEnvironment, type EnvironmentReader } from '../../src/hierarchy/environment-reader.ts';
import { interpolate, interpolateText } from '../../src/hierarchy/interpolation/interpolate.ts';
import { toCompactJson } from '../../src/hierarchy/json.ts';
import { mergeLayer } from '../../src/hierarchy/merge.ts';
import { at, configurationOf, interpolatedJson, place, printed } from './reading.ts';

const noVariables = openEnvironment({});

describe('resolved', () => {
  test.each([
    [
      'a copied map, seen through',
      '{m: {k: {x: 1}}, c: "{{m}}", a: "{{c.k.x}}", b: "{{c.k}}"}',
      '{"a":1,"b":{"x":1},"c":{"k":{"x":1}},"m":{"k":{"x":1}}}',
    ],
    [
      'a map that needs a part of its own copy',
      '{m: {k: "{{c.j}}", j: 1}, c: "{{m}}"}',
      '{"c":{"j":1,"k":1},"m":{"j":1,"k":1}}',
    ],
    [
      'through two copies',
      '{a: "{{b}}", b: "{{c}}", c: [x, {k: y}], d: "{{a.1.k}}-{{a.0}}"}',
      '{"a":["x",{"k":"y"}],"b":["x",{"k":"y"}],"c":["x",{"k":"y"}],"d":"y-x"}',
    ],
    ['a neighbour in the same map', '{m: {a: "{{m.b}}", b: "{{m.c}}", c: 1}}', '{"m":{"a":1,"b":1,"c":1}}'],
    [
      'three levels of nesting',
      '{a: b, b: c, m: {c: {b: x}}, r: "{{m.{{{{a}}}}.{{a}}}}"}',
      '{"a":"b","b":"c","m":{"c":{"b":"x"}},"r":"x"}',
    ],
    ['a nested number as a list position', '{i: 1, l: [a, b], r: "{{l.{{i}}}}"}', '{"i":1,"l":["a","b"],"r":"b"}'],
    ['a key out of an escape', '{m: {x: 1}, r: "{{m.{{`x`}}}}"}', '{"m":{"x":1},"r":1}'],
    ['braces around a value', '{a: x, r: "{{{a}}}"}', '{"a":"x","r":"{x}"}'],
    [
      'what an escape holds is not resolved later',
      '{a: "{{`{{b}}`}}", b: 1, c: "{{a}}", d: "x{{a}}"}',
      '{"a":"{{b}}","b":1,"c":"{{b}}","d":"x{{b}}"}',
    ],
    [
      'a bigint in a text',
      '{a: 12345678901234567890, b: "{{a}}", c: "x{{b}}"}',
      '{"a":12345678901234567890,"b":12345678901234567890,"c":"x12345678901234567890"}',
    ],
    ['a quoted number in a text', '{a: "1.10", b: "v{{a}}"}', '{"a":"1.10","b":"v1.10"}'],
    ['an alias of a text with a placeholder', 'x: 1\na: &t "{{x}}-"\nb: *t', undefined],
    ['a dotted key beside nothing nested', '{"a.b": {c: 1}, r: "{{a.b}}"}', '{"a.b":{"c":1},"r":{"c":1}}'],
  ])('%s', (_, yaml, json) => {
    const answer = interpolatedJson(yaml);
    if (json !== undefined) expect(answer).toBe(json);
    else expect(answer).not.toContain('c.yaml');
  });
});

describe('refused, each with its place', () => {
  test.each([
    ['{a: "{{b}}", b: "{{c}}-", c: "{{a}}"}', 'c.yaml:1:5: Circular placeholders: a → b → c → a.'],
    ['{a: "{{a}}"}', 'c.yaml:1:5: Circular placeholders: a → a.'],
    ['{x: "{{a}}", a: "{{b}}", b: "{{a}}"}', 'c.yaml:1:17: Circular placeholders: a → b → a.'],
    ['{m: {k: "{{m}}"}}', 'c.yaml:1:9: Circular placeholders: m → m.k → m.'],
    ['{l: ["{{l}}"]}', 'c.yaml:1:6: Circular placeholders: l → l.0 → l.'],
    ['{m: {k: "{{c.k}}"}, c: "{{m}}"}', 'c.yaml:1:9: Circular placeholders: m.k → c.k → m.k.'],
    ['{a: "{{a.b}}"}', 'c.yaml:1:5: Circular placeholders: a → a.'],
    ['{a: "{{m.{{a}}}}", m: {}}', 'c.yaml:1:5: Circular placeholders: a → a.'],
    ['{a: "{{b}}", b: "{{a}}", c: "{{a.k}}"}', 'c.yaml:1:5: Circular placeholders: a → b → a.'],
    [
      '{v: 1.10, a: "v{{v}}"}',
      'c.yaml:1:14: "v" is written 1.10, which YAML reads as the number 1.1: it would change inside a string.\n  Quote it at c.yaml:1:5: "1.10".',
    ],
    [
      '{v: 1.10, w: "{{v}}", a: "v{{w}}"}',
      'c.yaml:1:26: "w" is written 1.10, which YAML reads as the number 1.1: it would change inside a string.\n  Quote it at c.yaml:1:5: "1.10".',
    ],
    ['{v: 1.0, a: "{{m.{{v}}}}", m: {"1.0": x}}', '"v" is written 1.0'],
    ['{v: 0755, a: "v{{v}}"}', '"v" is written 0755, which YAML reads as the number 493'],
    ['{v: no, a: "{{v}}-1"}', '"v" is written no, which YAML reads as the boolean false'],
    ['{m: {k: 1}, a: "x{{m}}"}', 'c.yaml:1:16: "m" is a map, which cannot be inserted into a string.'],
    ['{m: [1], a: "x{{m}}"}', '"m" is a list, which'],
    ['{m: ~, a: "x{{m}}"}', '"m" is null, which'],
    [
      '{t: x, a: "{{t.k}}"}',
      'c.yaml:1:11: Config key "t.k" not found for interpolation.\n  Add "t.k" to your hierarchical configuration.',
    ],
    [
      '{vpc: {version: 1}, a: "{{vpc.verison}}"}',
      'Add "vpc.verison" to your hierarchical configuration. Did you mean "vpc.version"?',
    ],
    ['{vpc: {module_version: 1}, a: "{{module_version}}"}', 'Did you mean "vpc.module_version"?'],
    ['{l: [1, 2], a: "{{l.01}}"}', 'Config key "l.01" not found'],
    ['{a: "{{{{`x`}}", b: 1}', 'The placeholder "{{{{`x`}}" is never closed.'],
    ['{e: "", a: "{{{{e}}}}"}', 'c.yaml:1:12: The placeholder "{{}}" is empty.'],
    [
      '{a: "{{ssm.path(/k).aws_profile(p)}}"}',
      'No secret store is connected: "{{ssm.path(/k).aws_profile(p)}}" cannot be resolved.',
    ],
    ['{a: "x {{s3.bucket(b).path(p).base64decode()}}"}', 'No secret store is connected: "{{s3.bucket(b)'],
    ['{a: "{{vault.kv2.path(/x).k}}"}', 'No secret store is connected: "{{vault.kv2.path(/x).k}}"'],
    ['{a: "{{vault.path(/x)}}"}', 'No secret store is connected: "{{vault.path(/x)}}"'],
    ['{a: "{{sops.secret_file(f).secret_key(k)}}"}', 'No secret store is connected: "{{sops.secret_file(f)'],
    ['{p: /x, a: "{{vault.path({{p}})}}"}', 'No secret store is connected: "{{vault.path(/x)}}"'],
  ])('%s', (yaml, message) => {
    const { value, problems } = interpolate(configurationOf(yaml), noVariables);
    expect(printed(problems)).toContain(message);
    expect(problems.map((each) => each.code)).toEqual(['interpolation']);
    expect(value.templated).toBe(true);
  });

  test('all at once, in the order of the file, each cause once', () => {
    const yaml = 'd: "{{c}} {{b}} {{m}}"\nc: "{{no}}{{nor}}{{no}}"\nb: "{{}}"\nm: {k: "{{c}}"}\n';
    expect(printed(interpolate(configurationOf(yaml), noVariables).problems).replaceAll(/\n {2}.*/gu, '')).toBe(
      [
        'c.yaml:2:4: Config key "no" not found for interpolation.',
        'c.yaml:2:4: Config key "nor" not found for interpolation.',
        'c.yaml:3:4: The placeholder "{{}}" is empty.',
      ].join('\n'),
    );
  });

  test('over several files', () => {
    const [b, a] = [configurationOf('b: "{{x}}"', 'b.yaml'), configurationOf('a: "{{y}}"', 'a.yaml')];
    const { problems } = interpolate(mergeLayer(b, a, 'append'), noVariables);
    expect(problems.map((each) => each.place?.file)).toEqual(['a.yaml', 'b.yaml']);
  });
});

describe('env(NAME)', () => {
  const reader: EnvironmentReader = {
    read: (name) => (name === 'SECRET' ? { kind: 'not-allowed' } : openEnvironment({ A: '1', T: '{{x}}' }).read(name)),
  };
  test.each([
    ['{a: "{{env(A)}}"}', '{"a":"1"}'],
    ['{a: "{{ env( A ) }}-{{env(A)}}"}', '{"a":"1-1"}'],
    ['{n: A, a: "{{env({{n}})}}"}', '{"a":"1","n":"A"}'],
    ['{a: "{{env(T)}}", b: "{{a}}{{env(T)}}", x: 1}', '{"a":"{{x}}","b":"{{x}}{{x}}","x":1}'],
    ['{m: {"1": x}, a: "{{m.{{env(A)}}}}"}', '{"a":"x","m":{"1":"x"}}'],
    ['{a: "{{env(NOPE)}}"}', 'c.yaml:1:5: The environment variable NOPE is not set.'],
    ['{a: "{{env()}}"}', 'c.yaml:1:5: The placeholder "{{env()}}" names no environment variable.'],
    [
      '{a: "x{{env(SECRET)}}"}',
      'c.yaml:1:5: The environment variable SECRET may not be read here.\n  List SECRET in the `allow-env` input.',
    ],
    ['{e: "env(A)", a: "{{{{e}}}}"}', 'Config key "env(A)" not found'],
    ['{a: "{{env(toString)}}"}', 'toString is not set'],
  ])('%s', (yaml, expected) => {
    expect(interpolatedJson(yaml, reader)).toContain(expected);
  });
});

describe('bounds', () => {
  const lines = (count: number, line: (i: number) => string, last: string) =>
    [...Array.from({ length: count }, (_, i) => line(i)), `k${count}: ${last}`].join('\n');
  test.each([
    ['a chain of 10,000', lines(10_000, (i) => `k${i}: "{{k${i + 1}}}"`, 'end'), '"k0":"end"'],
    ['a chain of 1,000 texts', lines(1_000, (i) => `k${i}: "{{k${i + 1}}} "`, '""'), '"k999":" "'],
    ['a cycle of 10,000', lines(10_000, (i) => `k${i}: "{{k${i + 1}}}"`, '"{{k0}}"'), 'more … → k9982'],
    [
      'a thousand million texts',
      lines(60, (i) => `k${i}: "{{k${i + 1}}}{{k${i + 1}}}"`, 'end'),
      'The placeholders make this string longer than 1 MiB',
    ],
    [
      'a thousand million values',
      lines(60, (i) => `k${i}: ["{{k${i + 1}}}", "{{k${i + 1}}}"]`, 'end'),
      'make the configuration too large or too deep',
    ],
    [
      'many long texts',
      lines(200, (i) => `k${i}: "{{k200}}"`, 'x'.repeat(100_000)),
      'make the configuration too large or too deep',
    ],
    [
      'maps put together deeply',
      lines(2000, (i) => `k${i}: {x: "{{k${i + 1}}}"}`, 'end'),
      'make the configuration too large or too deep',
    ],
    ['a key of a hundred thousand parts', `a: "{{a${'.a'.repeat(100_000)}}}"`, 'Circular'],
    ['a missing key of a hundred thousand parts', `a: "{{b${'.a'.repeat(100_000)}}}"\nb: {a: {}}`, 'not found'],
  ])('%s', (_, yaml, expected) => {
    expect(interpolatedJson(yaml)).toContain(expected);
  });
});

describe('origins', () => {
  const root = interpolate(
    configurationOf('v: "1.10"\nw: "{{v}}"\nx: "{{w}}"\nt: "v{{x}}"\nm: {k: "{{t}}"}\nn: "{{m}}"\n'),
    noVariables,
  ).value;
  test.each([
    ['w', 'c.yaml:2:4', 'c.yaml:1:4'],
    ['x', 'c.yaml:3:4', 'c.yaml:1:4'],
    ['t', 'c.yaml:4:4', undefined],
    ['m.k', 'c.yaml:5:8', 'c.yaml:4:4'],
    ['n', 'c.yaml:6:4', 'c.yaml:5:4'],
  ])('%s stands at %s, its text is written at %s', (key, origin, source) => {
    const value = at(root, key);
    expect(place(value.origin)).toBe(origin);
    expect(value.source && place(value.source)).toBe(source);
  });

  test('what has no placeholder is the same object', () => {
    const before = configurationOf('a: {b: 1}\nc: {d: "{{a.b}}", e: {f: 1}}');
    const { value } = interpolate(before, noVariables);
    expect(at(value, 'a')).toBe(at(before, 'a'));
    expect(at(value, 'c.e')).toBe(at(before, 'c.e'));
    expect(at(value, 'c').templated).toBe(false);
    expect(interpolate(value, noVariables).value).toBe(value);
  });
});

describe('interpolateText', () => {
  const template = { file: 'main.tf.versioned', line: 3, column: 12 };
  const root = interpolate(
    configurationOf('vpc: {version: v1.2.0, pinned: "{{vpc.version}}"}\nn: 5\nf: 1.10\nz: ~\nwhich: vpc\nb: true\n'),
    noVariables,
  ).value;
  const read = (text: string) => interpolateText(text, template, root, openEnvironment({ REF: '{{n}}' }));

  test.each([
    ['git::x?ref={{vpc.version}}', 'git::x?ref=v1.2.0', [['vpc.version', 'v1.2.0', 'c.yaml:1:16']]],
    [
      '{{vpc.pinned}}-{{n}}',
      'v1.2.0-5',
      [
        ['vpc.pinned', 'v1.2.0', 'c.yaml:1:16'],
        ['n', '5', 'c.yaml:2:4'],
      ],
    ],
    ['{{{{which}}.version}}', 'v1.2.0', [['vpc.version', 'v1.2.0', 'c.yaml:1:16']]],
    ['{{b}}', 'true', [['b', 'true', 'c.yaml:6:4']]],
    ['{{env(REF)}}', '{{n}}', [['env(REF)', '{{n}}', 'main.tf.versioned:3:12']]],
    ['{{`{{n}}`}}', '{{n}}', []],
    ['~> 1.0', '~> 1.0', []],
  ])('%s → %s', (text, expected, keys) => {
    const result = read(text);
    expect(result.problems).toEqual([]);
    expect(result.text).toBe(expected);
    expect(result.keys.map((each) => [each.key, each.text, place(each.origin)])).toEqual(keys);
  });

  test.each([
    ['{{f}}', '"f" is written 1.10, which YAML reads as the number 1.1'],
    ['{{z}}', '"z" is null'],
    ['{{vpc}}', '"vpc" is a map'],
    ['{{vpc.{{z}}}}', '"z" is null'],
    ['{{}}', 'is empty'],
    ['x{{n', 'is never closed'],
  ])('%s is refused', (text, message) => {
    const { problems, ...rest } = read(text);
    expect(printed(problems)).toContain(`main.tf.versioned:3:${12 + text.lastIndexOf('{{')}: `);
    expect(printed(problems)).toContain(message);
    expect(problems.map((each) => each.code)).toEqual(['pin']);
    expect(rest).toEqual({ text, keys: [] });
  });

  test('a missing key says exactly what the rules say', () => {
    expect(read('{{eks.module_version}}').problems).toEqual([
      {
        code: 'pin',
        severity: 'error',
        message: 'Config key "eks.module_version" not found for interpolation.',
        place: template,
        hint: 'Add "eks.module_version" to your hierarchical configuration.',
      },
    ]);
  });
});

describe('thousands of placeholders take time in proportion to their number', () => {
  const N = 4_000;
  const each = (line: (index: number) => string): string =>
    Array.from({ length: N }, (_, index) => line(index)).join('\n');

  test.each([
    ['placeholders in keys', `p: x\nm:\n${each((i) => `  "{{p}}${i}": 1`)}`, (i: number) => `m.x${i}`],
    ['placeholders in top-level keys', `p: x\n${each((i) => `"{{p}}${i}": 1`)}`, (i: number) => `x${i}`],
    ['dots in keys', `m:\n${each((i) => `  a.b${i}: 1`)}`, (i: number) => `m.a.b${i}`],
    ['dots in top-level keys', each((i) => `a.b${i}: 1`), (i: number) => `a.b${i}`],
    ['items behind a list', `s: [0, 0]\nm:\n  - "{{s}}"\n${each(() => '  - 1')}`, (i: number) => `m.${i + 2}`],
  ])('%s', (_, given, key) => {
    const configuration = configurationOf(`${given}\nr:\n${each((i) => `  k${i}: "{{${key(i)}}}"`)}`);
    const before = process.cpuUsage();
    const { value, problems } = interpolate(configuration, openEnvironment({}));
    const { user } = process.cpuUsage(before);
    expect(problems).toEqual([]);
    expect(toCompactJson(at(value, `r.k${N - 1}`))).toBe('1');
    expect(user / 1e6).toBeLessThan(1.5);
  });

  test('missing keys', () => {
    const configuration = configurationOf(
      `m:\n${each((i) => `  some_name${i}: 1`)}\nr:\n${each((i) => `  k${i}: "{{m.some_nam${i}}}"`)}`,
    );
    const before = process.cpuUsage();
    const { problems } = interpolate(configuration, openEnvironment({}));
    const { user } = process.cpuUsage(before);
    expect(problems).toHaveLength(N);
    expect(problems[0]?.hint).toContain('some_name0');
    expect(user / 1e6).toBeLessThan(3);
  });
});
