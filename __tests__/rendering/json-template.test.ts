/** Templates in JSON: what is put in is seen by `JSON.parse`, and every other byte stays. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatProblem } from '../../src/base/problems.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import type { RenderResult } from '../../src/rendering/renderer.ts';
import { rendererOf } from '../support/renderers.ts';

const APP = 'compositions/terraform/app';

async function render(text: string, yaml: string, name = 'm.tf.json'): Promise<RenderResult> {
  const renderer = await rendererOf({
    [`${APP}/${name}.versioned`]: text,
    'config/composition=app/app.yaml': yaml,
  });
  return renderer.render(describeLeaf('config/composition=app'));
}

function textOf(result: RenderResult, name = 'm.tf.json'): string {
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  const content = result.rendering.files.find((file) => file.name === name)?.content;
  return content?.text ?? '';
}

function messagesOf(result: RenderResult): readonly string[] {
  return result.ok ? [] : result.problems.map(formatProblem);
}

describe('pins are put where Terraform allows no variable, and nowhere else', () => {
  test.each<[string, string, string]>([
    ['a source', '{"module":{"a":{"source":"x?{{k}}"}}}', '{"module":{"a":{"source":"x?v1"}}}'],
    ['a version', '{"module":{"a":{"version":"{{k}}"}}}', '{"module":{"a":{"version":"v1"}}}'],
    ['lists of bodies', '{"module":[{"a":[{"source":"{{k}}"}]}]}', '{"module":[{"a":[{"source":"v1"}]}]}'],
    [
      'a key twice',
      '{"module":{"a":{"source":"{{k}}"},"a":{"source":"{{k}}"}}}',
      '{"module":{"a":{"source":"v1"},"a":{"source":"v1"}}}',
    ],
    [
      'another argument of a module',
      '{"module":{"a":{"x":"{{k}}","y":{"source":"{{k}}"}}}}',
      '{"module":{"a":{"x":"{{k}}","y":{"source":"{{k}}"}}}}',
    ],
    ['an object key of a module', '{"module":{"{{k}}":{"source":"s"}}}', '{"module":{"{{k}}":{"source":"s"}}}'],
    [
      'all of terraform',
      '{"terraform":{"required_version":"{{k}}","a":[{"b":"{{k}}"}]}}',
      '{"terraform":{"required_version":"v1","a":[{"b":"v1"}]}}',
    ],
    [
      'a label',
      '{"terraform":{"backend":{"{{k}}":{"key":"a{{k}}"}}}}',
      '{"terraform":{"backend":{"v1":{"key":"av1"}}}}',
    ],
    [
      'a key that is no label',
      '{"terraform":{"required_providers":{"{{k}}":{}}}}',
      '{"terraform":{"required_providers":{"{{k}}":{}}}}',
    ],
    ['a resource', '{"resource":{"a":{"b":{"source":"{{k}}"}}}}', '{"resource":{"a":{"b":{"source":"{{k}}"}}}}'],
    ['terraform elsewhere', '{"locals":{"terraform":{"x":"{{k}}"}}}', '{"locals":{"terraform":{"x":"{{k}}"}}}'],
    [
      'escapes stay',
      '{"module":{"\\u0061":{"source":"\\u0041\\/\\ud83d\\ude00🚀{{k}}\\t"}}}',
      '{"module":{"\\u0061":{"source":"\\u0041\\/\\ud83d\\ude00🚀v1\\t"}}}',
    ],
    [
      'beside expressions',
      '{"module":{"a":{"source":"\\u0041${"{{k}}"}{{k}}${var.x}🚀{{k}}"}}}'.replace('${"{{k}}"}', '${\\"{{k}}\\"}'),
      '{"module":{"a":{"source":"\\u0041${\\"{{k}}\\"}v1${var.x}🚀v1"}}}',
    ],
    [
      'CRLF, tabs and a byte order mark',
      '\uFEFF{\r\n\t"module": {\r\n\t"a": {"source" :\t"{{k}}"}}}\r\n',
      '\uFEFF{\r\n\t"module": {\r\n\t"a": {"source" :\t"v1"}}}\r\n',
    ],
  ])('%s', async (_, text, expected) => {
    expect(textOf(await render(text, 'k: v1\n'))).toBe(expected);
  });

  test('for OpenTofu too', async () => {
    const result = await render('{"module":{"a":{"source":"{{k}}"}}}', 'k: v1\n', 'm.tofu.json');
    expect(textOf(result, 'm.tofu.json')).toBe('{"module":{"a":{"source":"v1"}}}');
  });
});

describe('no value leaves its string', () => {
  test('whatever the value, the same document comes out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.string({ maxLength: 6 }),
        async (value, around) => {
          const before = { module: { a: { source: `${around}{{k}}`, 'n"}': around } }, resource: [1, around] };
          // Placeholders and expressions of the surroundings are another matter.
          fc.pre(!/\{|\}/u.test(around));
          const yaml = JSON.stringify({ k: `x${value}` }).replace(
            /[\u007f-\u009f\ufffe\uffff]/gu,
            (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
          );
          const result = await render(JSON.stringify(before, undefined, 1), `${yaml}\n`);
          if (!result.ok) return;
          const after: unknown = JSON.parse(textOf(result));
          const module = { a: { ...before.module.a, source: `${around}x${value}` } };
          expect(after).toEqual({ ...before, module });
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each<[string, string, string]>([
    ['a quote', '{{k}}', "'\"'"],
    ['a backslash', '{{k}}', "'\\'"],
    ['an escape', '{{k}}', "'\\u0022'"],
    ['a beginning of an expression', '{{k}}', "'${x}'"],
    ['one that an escape makes', '\\u0024{{k}}', "'{x}'"],
    ['one that it hides', '{{k}}${var.x}', "'a$'"],
  ])('%s', async (_, source, value) => {
    const result = await render(`{"module":{"a":{"source":"${source}"}}}`, `k: ${value}\n`);
    expect(messagesOf(result)).toHaveLength(1);
  });
});

test('mistakes have their file, line and column', async () => {
  const at = async (text: string): Promise<readonly string[]> => messagesOf(await render(text, 'k: v1\n'));
  const line = '    "é🚀": {"x": "é🚀", "source": "git::x?ref={{v}}"}';
  const missing = await at(`{\n  "module": {\n${line}\n  }\n}\n`);
  expect(missing).toHaveLength(1);
  expect(missing[0]).toContain(
    `${APP}/m.tf.json.versioned:3:${line.indexOf('{{v}}') + 1}: Config key "v" not found for interpolation.`,
  );
  expect(missing[0]).toContain('    "é🚀": {"x"');
  expect((await at('{\n  "module": {"a": {"source": "{{k}}",}}\n}\n'))[0]).toMatch(/versioned:2:38: .*not valid JSON/u);
  expect((await at('{\n  "module": {"a": {"source": {{k}}}}\n}\n'))[0]).toMatch(/versioned:2:3\d: .*not valid JSON/u);
});

test('a block is shown as it will be read, and a backend counts', async () => {
  const text = `{
    "module": {
        "vpc": {
            "source": "git::x?ref={{k}}",
            "name": "n"
        }
    },
    "terraform": {"backend": {"s3": {"key": "{{k}}/s"}}}
}
`;
  const result = await render(text, 'k: v1\n');
  if (!result.ok) throw new Error(messagesOf(result).join('\n'));
  const { blocks, pins, state } = result.rendering;
  expect(blocks.map(({ address, template, text: shown }) => [address, template.line, shown])).toEqual([
    ['module.vpc', 3, '"vpc": {\n    "source": "git::x?ref=v1",\n    "name": "n"\n}'],
    ['terraform', 8, '"terraform": {"backend": {"s3": {"key": "v1/s"}}}'],
  ]);
  expect(pins.map(({ address, value, template }) => [address, value, template.line, template.column])).toEqual([
    ['module.vpc.source', 'git::x?ref=v1', 4, 24],
    ['terraform.backend.s3.key', 'v1/s', 8, 46],
  ]);
  const plain = await render('{"terraform": {"backend": {"s3": {"key": "v1/s"}}}}', 'k: v1\n');
  expect(plain.ok && plain.rendering.state?.identity).toBe(state?.identity);
});

test('equal bytes are read as what their name says', async () => {
  const text = '{"module": {"a": {"source": "../one"}}}';
  const renderer = await rendererOf({
    [`${APP}/a.tf`]: text,
    [`${APP}/b.tf.json`]: text,
    'compositions/terraform/one/main.tf': '',
    'config/composition=app/app.yaml': 'k: 1\n',
  });
  const result = await renderer.render(describeLeaf('config/composition=app'));
  expect(result.ok ? result.reach.modules.map(({ folder }) => folder) : messagesOf(result)).toEqual([
    'compositions/terraform/one',
  ]);
});
