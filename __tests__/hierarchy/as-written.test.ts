/** Configuration as people write it: answers from PyYAML 6.0.3 and himl 0.22, and from the rules where these are silent. */
import { describe, expect, test } from '@jest/globals';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { interpolate } from '../../src/hierarchy/interpolation/interpolate.ts';
import { toCompactJson } from '../../src/hierarchy/json.ts';
import { mergeLayer } from '../../src/hierarchy/merge.ts';
import { parseWhole } from '../../src/hierarchy/yaml/parse.ts';
import type { ListMerge } from '../../src/hierarchy/value.ts';
import { configurationOf, interpolatedJson, parsedJson, printed } from './reading.ts';

const only = (yaml: string, key: string): unknown => {
  const text = interpolatedJson(yaml);
  if (!text.startsWith('{')) return text;
  const value: unknown = JSON.parse(text);
  return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {})).get(key);
};

describe('keys that contain dots', () => {
  test.each([
    ['{z: {example.com: {id: 1}}, r: "{{z.example.com.id}}"}', 1],
    ['{example.com: {id: 1}, r: "{{example.com.id}}"}', 1],
    ['{a.b: {c.d: {e.f: 1}}, r: "{{a.b.c.d.e.f}}"}', 1],
    ['{z: [{x.y: {n: [5]}}], r: "{{z.0.x.y.n.0}}"}', 5],
    ['{z: {example: {com: {id: 2}}, example.com: {id: 1}}, r: "{{z.example.com.id}}"}', 2],
    ['{z: {example: {com: {}}, example.com: {id: 1}}, r: "{{z.example.com.id}}"}', 1],
    ['{z: {example.com: "{{y}}"}, y: {id: 1}, r: "{{z.example.com.id}}"}', 1],
    ['{z: "{{y}}", y: {example.com: {id: 1}}, r: "{{z.example.com.id}}"}', 1],
  ])('%s', (yaml, expected) => {
    expect(only(yaml, 'r')).toEqual(expected);
  });

  test('the hint never repeats the key', () => {
    expect(interpolatedJson('{z: {a.b: {c: 1}}, r: "{{z.a.b.d}}"}')).not.toMatch(/Did you mean "z\.a\.b\.d"/u);
  });
});

describe('an item that is one placeholder for a list', () => {
  test.each([
    ['{a: [1, 2], b: [3], r: ["{{a}}", "{{b}}", w]}', [1, 2, 3, 'w']],
    ['{a: [], r: ["{{a}}", x]}', ['x']],
    ['{a: [[1], 2], r: ["{{a}}"]}', [[1], 2]],
    ['{a: [1], r: [["{{a}}"], [2]]}', [[1], [2]]],
    ['{a: ["{{b}}"], b: [1, 2], r: ["{{a}}", 3]}', [1, 2, 3]],
    ['{a: {k: 1}, r: ["{{a}}"]}', [{ k: 1 }]],
    ['{a: [x, y], l: ["{{a}}", z], r: "{{l.1}}{{l.2}}"}', 'yz'],
    ['{a: [{n: 1}], l: [{n: 0}, "{{a}}"], r: "{{l.1.n}}"}', 1],
    ['{l: ["{{x}}", "{{l.0}}"], x: v, r: "{{l.1}}"}', 'v'],
  ])('%s', (yaml, expected) => {
    expect(only(yaml, 'r')).toEqual(expected);
  });

  test('lists that double end with a message', () => {
    const lists = Array.from({ length: 40 }, (_, n) => `l${n + 1}: ["{{l${n}}}", "{{l${n}}}"]`);
    expect(interpolatedJson(`l0: [1]\n${lists.join('\n')}`)).toContain('too large');
  });
});

describe('placeholders in keys', () => {
  test.each([
    ['{o: dev, r: {"{{o}}": 1}}', { dev: 1 }],
    ['{o: dev, n: 5, r: {"x-{{o}}-{{n}}": 1, y: 2}}', { 'x-dev-5': 1, y: 2 }],
    ['{o: dev, m: {"{{o}}": {k: 1}}, r: "{{m.dev.k}}"}', 1],
    ['{o: r, "{{o}}": {a: "{{o}}"}}', { a: 'r' }],
    ['{o: dev, r: {"{{`{{o}}`}}": 1}}', { '{{o}}': 1 }],
    ['{m: {"{{m.x}}": 1, x: a}, r: "{{m.a}}"}', 1],
  ])('%s', (yaml, expected) => {
    expect(only(yaml, 'r')).toEqual(expected);
  });

  test.each([
    ['{o: dev, r: {"{{o}}": 1, dev: 2}}', '"r.dev" is set twice once the placeholders in keys are resolved'],
    ['{o: dev, r: {dev: 2, "{{o}}": 1}}', '"r.dev" is set twice'],
    ['{o: dev, r: 1, dev: 2, "{{o}}": 1}', '"dev" is set twice'],
    ['{o: {a: 1}, r: {"{{o}}": 1}}', '"o" is a map'],
    ['{o: 1.10, r: {"{{o}}": 1}}', 'Quote it'],
    ['{r: {"{{no.such}}": 1}}', '"no.such" not found'],
    ['{m: {"{{m.y}}": 1}, r: "{{m.y}}"}', 'not found'],
  ])('%s', (yaml, message) => {
    expect(interpolatedJson(yaml)).toContain(message);
  });
});

describe('a block scalar at the end of a file', () => {
  test.each([
    ['a: |\n  x', 'x'],
    ['a: |\r\n  x', 'x'],
    ['a: |+\n  x', 'x'],
    ['a: >\n  x\n  y', 'x y'],
    ['a: |-\n  x', 'x'],
    ['a: |\n  x\n', 'x\n'],
    ['a: |+\n  x\n\n', 'x\n\n'],
    ['a: |\n  x\n  ', 'x\n'],
    ['a: |\n  x\nb: 1', 'x\n'],
    ['a: |\n  x\n# c', 'x\n'],
    ['a: "x"', 'x'],
  ])('%j', (yaml, expected) => {
    expect(JSON.parse(parsedJson(yaml))).toMatchObject({ a: expected });
    expect(JSON.parse(parsedJson(`l:\n- ${yaml.slice(3).replace(/\nb: 1$/u, '\n- 1')}`))).toMatchObject({
      l: expect.arrayContaining([expected]),
    });
  });
});

describe('removing and replacing from a deeper layer', () => {
  const merged = (above: string, below: string, how: ListMerge = 'append'): string => {
    const value = mergeLayer(configurationOf(above, 'above.yaml'), configurationOf(below, 'below.yaml'), how);
    const result = interpolate(value, openEnvironment({}));
    return result.problems.length > 0 ? printed(result.problems) : toCompactJson(result.value);
  };

  test.each<[string, string, string, ListMerge?]>([
    ['l: [1]', 'l: !override [2]', '{"l":[2]}'],
    ['l: [1]', 'l: !prepend [2]', '{"l":[2,1]}'],
    ['l: [1]', 'l: !append [2]', '{"l":[1,2]}', 'override'],
    ['l: [1, 2]', 'l: !append_unique [2, 3]', '{"l":[1,2,3]}'],
    ['m: {a: 1}', 'm: !override {b: 2}', '{"m":{"b":2}}'],
    ['m: {a: 1, b: 2}', 'm: {a: !remove }', '{"m":{"b":2}}'],
    ['a: {x: 1}\nb: 1', 'a: !remove', '{"b":1}'],
    ['l: [1, {k: 2}, 3]', 'l: !remove [{k: 2}, 1]', '{"l":[3]}'],
    ['a: "{{no.such}}"\nb: 1', 'a: !remove', '{"b":1}'],
    ['m: {l: [1]}', 'm:\n  l: !override\n  - 2', '{"m":{"l":[2]}}'],
    ['{}', 'l: !append [2]\nm: !override {a: 1}', '{"l":[2],"m":{"a":1}}'],
    ['a: 1\nl: [1]', '!override\nl: [2]', '{"l":[2]}'],
    ['a: "{{no.such}}"', '--- !override {}', '{}'],
  ])('%j + %j', (...[above, below, expected, how]) => {
    expect(merged(above, below, how)).toBe(expected);
  });

  test.each([
    [
      'vpc: 1',
      'vcp: !remove',
      'below.yaml:1:13: There is nothing in the layers above that "!remove" could remove.\n  Did you mean "vpc"?',
    ],
    ['l: [1]', 'l: !remove [2]', 'below.yaml:1:13: The list "l" of the layers above has no such item'],
    ['l: {a: 1}', 'l: !remove [2]', 'is a map in above.yaml:1:4'],
    ['a: 1', 'b: {c: !remove }', 'nothing in the layers above'],
  ])('%j + %j is an error', (above, below, message) => {
    expect(merged(above, below)).toContain(message);
  });

  test('one layer further down, it is an ordinary value', () => {
    const layers = ['l: [1]', 'l: !override [2]', 'l: [3]'].map((text) => configurationOf(text));
    expect(toCompactJson(layers.reduce((value, layer) => mergeLayer(value, layer, 'append')))).toBe('{"l":[2,3]}');
  });

  test.each([
    ['a: !remove x', 'takes nothing, or a list'],
    ['a: !prepend {b: 1}', 'The tag "!prepend" is not supported on a map'],
    ['a: !override 1', 'The tag "!override" is not supported on a scalar'],
    ['!remove', 'c.yaml:1:8: The tag "!remove" removes a key or items of a list, not the layers above.'],
    ['!remove [a]', 'not the layers above'],
    ['!remove {a: 1}', 'The tag "!remove" is not supported on a map'],
    ['!append [a]', 'The top level must be a mapping'],
    ['l: [1, !override {a: 1}]', 'c.yaml:1:18: The tag "!override" has no effect inside a list'],
    ['l:\n- a: !append [1]', 'The tag "!append" has no effect inside a list'],
    ['l: !prepend [!remove ]', 'The tag "!remove" has no effect inside a list'],
  ])('%s', (yaml, message) => {
    expect(parsedJson(yaml)).toContain(message);
  });

  test.each([
    ['m: {a: {b: 1}}', 'm:\n  a:\n', 'below.yaml:2:3: "m.a" is empty here, but a map in above.yaml:1:8.'],
    ['m: [1]', 'm:', '"m" is empty here, but a list in above.yaml:1:4.'],
    ['m: {a: [1]}', 'm: {a}', '"m.a" is empty here'],
  ])('%j + %j says what is empty', (above, below, message) => {
    expect(merged(above, below).replace(':2:4:', ':2:3:').replace(':2:5:', ':2:3:')).toContain(message);
  });

  test.each(['null', '~', 'Null', '!!null null'])('%s written out replaces a map', (written) => {
    expect(merged('m: {a: 1}', `m: ${written}`)).toBe('{"m":null}');
  });

  test('empty over a scalar or over nothing is null', () => {
    expect(merged('a: 1', 'a:\nb:')).toBe('{"a":null,"b":null}');
  });
});

describe('messages', () => {
  test.each([
    ['m: "{{ .Values.x }}"', 'write {{`{{ .Values.x }}`}}.'],
    ['m: "{{- .Values.x -}}"', 'If it is meant as text'],
    ['m: \'{{ lookup("a", "b") }}\'', 'If it is meant as text'],
    ['m: "${{ github.ref }}"', 'write {{`{{ github.ref }}`}}.'],
    ['m: "{{ $labels.x }}"', 'If it is meant as text'],
    ['m: "{{ x | default }}"', 'If it is meant as text'],
    ['m: "{{#each x}}"', 'If it is meant as text'],
    ['m: "{{\'a.b\'}}"\na: {b: 1}', 'Write it without quotes: {{a.b}}.'],
    ['m: "{{cwd}}"', 'path.module'],
    ['m: "{{remote_states.x}}"', 'terraform_remote_state'],
    ['m: "{{komposconfig.terraform.version}}"', 'Settings are no part of the configuration'],
    ['a: 1\nm: |\n  x\n  y {{no}}\n', 'c.yaml:4:5: '],
    ['m: >\n  x\n\n  y\n  {{a}} {{no}}\na: 1', 'c.yaml:5:9: '],
    ['m: "x\n  y\n  {{no}}"', 'c.yaml:3:3: '],
    ['name: {{project}}-x', 'must be quoted: "{{project}}-x"'],
    ['l:\n- {{b}}/x', 'must be quoted: "{{b}}/x"'],
    ['a: 1\nb: "x\nc: 2\nd: 3\n', 'c.yaml:2:4: This quote is never closed.'],
    ['\u00a0a: 1', 'c.yaml:1:1: The key begins or ends with the character U+00A0'],
    ['a:\n  \u200bb: 1', 'U+200B'],
  ])('%j', (yaml, message) => {
    const { value, problems } = parseWhole('c.yaml', yaml);
    expect(value === undefined ? printed(problems) : interpolatedJson(yaml)).toContain(message);
  });

  test.each([
    'ssm.path(/a)',
    'ssm.aws_profile(p).path(/a)',
    'ssm.region_name(r).path(/a).aws_profile(p)',
    's3.bucket(b).path(p).base64encode(true)',
    's3.path(p).bucket(b)',
    'vault.key(a/b)',
    'vault.token_policy(p)',
    'vault.path(a)',
    'vault.kv2.path(a).field(k)',
    'sops.secret_file(f).secret_key(k)',
    'sops.secret_key(k).secret_file(f)',
    ' ssm.path( /a ) ',
  ])('%s is a secret store', (call) => {
    expect(interpolatedJson(`m: "{{${call}}}"`)).toContain('No secret store is connected');
    expect(interpolatedJson(`m: "x-{{${call}}}"`)).toContain('No secret store is connected');
  });

  test('a key of such a name is a key', () => {
    expect(only('{vault: {ref: 1}, ssm: {path: 2}, r: "{{vault.ref}}{{ssm.path}}"}', 'r')).toBe('12');
  });

  test.each(['{{ `a` }}', '{{`a` }}', '{{ `a`}}', '{{`a`}}'])('%s is text', (written) => {
    expect(only(`r: "x ${written}"`, 'r')).toBe('x a');
    expect(only(`r: "${written}"`, 'r')).toBe('a');
  });

  test.each(['env(X)', "env('X')", 'env( X )'])('{{%s}}', (call) => {
    expect(interpolatedJson(`r: "{{${call}}}"`, openEnvironment({ X: 'v' }))).toBe('{"r":"v"}');
  });

  test('double quotes around a name', () => {
    expect(interpolatedJson(`r: '{{env("X")}}'`, openEnvironment({ X: 'v' }))).toBe('{"r":"v"}');
  });
});
