import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { interpolate } from '../../src/hierarchy/interpolation/interpolate.ts';
import { parseLayer } from '../../src/hierarchy/yaml/parse.ts';
import type { MapValue } from '../../src/hierarchy/value.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { loadHclParser } from '../../src/rendering/hcl/hcl-grammar.ts';
import { readHcl } from '../../src/rendering/hcl/hcl-file.ts';
import { pinnedBlocks } from '../../src/rendering/static-pins.ts';
import { renderTemplate, type RenderedTemplate } from '../../src/rendering/template.ts';

const environment = openEnvironment({});

function configuration(yaml: string): MapValue {
  const { value } = parseLayer('config/c.yaml', yaml);
  if (value === undefined) throw new Error('the test has no configuration');
  return interpolate(value, environment).value;
}

async function render(text: string, yaml: string): Promise<RenderedTemplate> {
  const template = { path: 'tf/main.tf.versioned', text, parsed: readHcl(await loadHclParser(), text) };
  return renderTemplate(template, configuration(yaml), environment);
}

/** As JSON, apart from characters that YAML takes only as escapes. */
const yamlString = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\ufffe\uffff]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const module = (line: string): string => `module "vpc" {\n  ${line}\n}\n`;

describe('pins are put where Terraform allows no variable', () => {
  test.each([
    ['a source', module('source = "git::x?ref={{vpc.v}}"'), module('source = "git::x?ref=v1"')],
    ['spaces', module('source = "{{ vpc.v }}"'), module('source = "v1"')],
    ['two in one', module('source = "{{vpc.v}}-{{vpc.n}}"'), module('source = "v1-5"')],
    ['one inside another', module('source = "{{vpc.{{which}}}}"'), module('source = "v1"')],
    ['a version', module('version = "~> {{vpc.n}}"'), module('version = "~> 5"')],
    ['a comment is left alone', module('source = "a" # {{vpc.v}}'), module('source = "a" # {{vpc.v}}')],
    ['another argument is left alone', module('x = "{{ .Values.x }}"'), module('x = "{{ .Values.x }}"')],
    [
      'a heredoc is left alone',
      'locals {\n  a = <<EOT\n{{vpc.v}}\nEOT\n}\n',
      'locals {\n  a = <<EOT\n{{vpc.v}}\nEOT\n}\n',
    ],
    ['an escape', module('source = "{{`{{vpc.v}}`}}"'), module('source = "{{vpc.v}}"')],
    ['CRLF stays', 'module "a" {\r\n  source = "{{vpc.v}}"\r\n}\r\n', 'module "a" {\r\n  source = "v1"\r\n}\r\n'],
    ['braces inside', module('source = "{a} {{vpc.v}}"'), module('source = "{a} v1"')],
  ])('%s', async (_, text, expected) => {
    const rendered = await render(text, 'vpc: {v: v1, n: 5}\nwhich: v\n');
    expect(rendered.problems).toEqual([]);
    expect(rendered.text).toBe(expected);
  });
});

describe('no value may write HCL of its own', () => {
  test('nor hide an expression that follows it', async () => {
    const rendered = await render(module('source = "a{{k}}${local.x}"'), 'k: "b$"\n');
    expect(rendered.problems.map(({ message }) => message)).toEqual([expect.stringContaining('begin or hide')]);
    expect((await render(module('source = "a{{k}}${local.x}"'), 'k: "b%"\n')).problems).toEqual([]);
  });

  test.each(['a"b', 'a\\b', 'a\nb', '${x}', '%{if}', 'x$', '{y'])('%j', async (value) => {
    const around = value === 'x$' ? '{{k}}{y}' : value === '{y' ? '${{k}}' : '{{k}}';
    const rendered = await render(module(`source = "a${around}"`), `k: ${JSON.stringify(value)}\n`);
    // "${{k}}" is an expression already, so its placeholder is not resolved at all.
    if (value === '{y') expect(rendered.text).toContain('${{k}}');
    else expect(rendered.problems.map(formatProblem).join('\n')).toMatch(/pin|expression/u);
  });

  test.each([
    ['a map', 'k: {a: 1}'],
    ['a list', 'k: [1]'],
    ['null', 'k: null'],
    ['a number that would change', 'k: 1.10'],
  ])('%s', async (_, yaml) => {
    const rendered = await render(module('source = "{{k}}"'), `${yaml}\n`);
    expect(rendered.problems).toHaveLength(1);
  });

  test('any value stays inside the quotes that are there', async () => {
    const parser = await loadHclParser();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 12 }), async (value) => {
        const rendered = await render(module('source = "a{{k}}b"\n  other  = 1'), `k: ${yamlString(`x${value}`)}\n`);
        if (rendered.problems.length > 0) return;
        const { literals, code, errors } = readHcl(parser, rendered.text);
        expect(errors).toEqual([]);
        expect(literals).toHaveLength(1);
        expect(code.calls.map(({ source }) => source)).toEqual([{ kind: 'text', text: `ax${value}b` }]);
      }),
    );
  });
});

test('a missing key says what to add, with the line', async () => {
  const rendered = await render(module('source = "git::x?ref={{vpc.module_version}}"'), 'vpc: {}\n');
  expect(rendered.problems.map(formatProblem)).toEqual([
    [
      'tf/main.tf.versioned:2:24: Config key "vpc.module_version" not found for interpolation.',
      '      source = "git::x?ref={{vpc.module_version}}"',
      '                           ^',
      '  Add "vpc.module_version" to your hierarchical configuration.',
    ].join('\n'),
  ]);
});

test('each mistake is placed at its own placeholder', async () => {
  const rendered = await render(module('source = "{{a.{{b}}}}/{{m}}/{{}}/{{env(X)}}/{{n"'), 'm: {}\nn: 1\n');
  expect(rendered.problems.map(({ place, message }) => [place?.column, message])).toEqual([
    [17, 'Config key "b" not found for interpolation.'],
    [25, '"m" is a map, which cannot be inserted into a string.'],
    [31, 'The placeholder "{{}}" is empty.'],
    [36, 'The environment variable X is not set.'],
    [47, 'The placeholder "{{n" is never closed.'],
  ]);
});

test('a pin knows its place, its value, and the line that sets it', async () => {
  const text = module('source = "git::x?ref={{vpc.v}}"');
  const { pins, replacements } = await render(text, 'base: v2\nvpc:\n  v: "{{base}}"\n');
  const parsed = readHcl(await loadHclParser(), text);
  const blocks = pinnedBlocks('tf/main.tf.versioned', { text, parsed }, replacements);
  expect(pins).toEqual([
    {
      address: 'module.vpc.source',
      written: 'placeholder',
      template: { file: 'tf/main.tf.versioned', line: 2, column: 13 },
      value: 'git::x?ref=v2',
      keys: [{ key: 'vpc.v', value: 'v2', origin: { file: 'config/c.yaml', line: 1, column: 7 } }],
    },
  ]);
  expect(blocks).toEqual([
    {
      address: 'module.vpc',
      template: { file: 'tf/main.tf.versioned', line: 1, column: 1 },
      text: 'module "vpc" {\n  source = "git::x?ref=v2"\n}',
    },
  ]);
});

test.each([
  ['a missing quote', 'module "a" {\n  source = "{{k}}\n}\n', 2],
  ['a missing brace', 'module "a" {\n  source = "{{k}}"\n', 2],
])('a template that is no HCL hides no placeholder: %s', async (_, text, line) => {
  const rendered = await render(text, 'k: v\n');
  expect(rendered.problems[0]?.place?.line).toBe(line);
});

describe('what the grammar cannot read although Terraform can', () => {
  test.each([
    ['an exponent', 'locals {\n  a = 1e9\n}\n'],
    ['exponents with a sign and a fraction', 'locals {\n  a = [1E5, 1e-3, 1.5e+3, x.1e, a1e5]\n}\n'],
    ['an exponent in a nested block', 'x "y" {\n  z {\n    a = 1e9\n  }\n}\n'],
    ['an exponent in an expression in a text', 'locals {\n  a = "x${1e9}"\n}\n'],
    ['a directive with three signs', 'locals {\n  a = "%%%{ x"\n}\n'],
    ['three signs at the end of a text', 'locals {\n  a = "x$$${"\n}\n'],
    ['many signs', 'locals {\n  a = "$$$$$$${x} %%%%{"\n}\n'],
    ['signs in a heredoc', 'locals {\n  a = <<E\n$$${x} %%%{ y\nE\n  b = <<-X\n  1e9 } "\n  X\n}\n'],
    ['names that are not ASCII', 'locals {\n  größe = 1e9\n  名 = local.größe\n}\n'],
    ['what no grammar knows', 'locals {\n  a = ? §\n}\n'],
    ['a quote that is not closed', 'locals {\n  a = "x\n}\n'],
    ['braces in comments and texts', 'locals {\n  # }{ "\n  a = "}" // {\n  b = 1e9 /* " */\n}\n'],
  ])('%s costs no pin, before it or behind it', async (_, text) => {
    const pinned = (source: string): string => `${module(source)}${text}${module(source)}`;
    const rendered = await render(pinned('source = "git::x?ref={{vpc.v}}"'), 'vpc: {v: v1}');
    expect(rendered.problems).toEqual([]);
    expect(rendered.text).toBe(pinned('source = "git::x?ref=v1"'));
  });

  test.each([
    ['with an exponent', 'terraform {\n  backend "s3" {\n    a = 1e9\n    key = "{{k}}/x"\n  }\n}\n'],
    ['with signs', 'terraform {\n  backend "s3" {\n    a = "x$$${"\n    key = "%%%{{{k}}/x"\n  }\n}\n'],
  ])('a backend %s is read in full', async (_, text) => {
    const rendered = await render(text, 'k: v');
    expect(rendered.problems).toEqual([]);
    expect(rendered.text).toBe(text.replace('{{k}}', 'v'));
  });

  test.each([
    [
      'terraform {\n  backend "s3" {\n    key = "{{k}}/x"\n    a = ? §\n  }\n}\n',
      'tf/main.tf.versioned:3:12: ',
      'key = "{{k}}/x"',
    ],
    [
      'module "m" {\n  version = "1\n  source = "{{k}}"\n}\n',
      'tf/main.tf.versioned:2:13: ',
      'This quote is not closed',
    ],
  ])('with braces in it, it fails with the place: %j', async (text, place, shown) => {
    const { problems } = await render(text, 'k: v');
    expect(problems.map(formatProblem).join('\n')).toMatch(new RegExp(`^${place.replaceAll('.', '[.]')}`, 'u'));
    expect(problems.map(formatProblem).join('\n')).toContain(shown);
  });
});
