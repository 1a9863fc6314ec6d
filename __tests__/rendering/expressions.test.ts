/** Pins and backends that are made of expressions, which newer versions of both programs work out by themselves. */
import { describe, expect, test } from '@jest/globals';
import { findChangedLeaves, type Difference } from '../../src/changes/changed-leaves.ts';
import type { Reason } from '../../src/changes/changed-leaf.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { replaceableTemplates } from '../../src/rendering/replaceable-templates.ts';
import { renderingDigest } from '../../src/rendering/digest.ts';
import { createCaches, type RenderResult } from '../../src/rendering/renderer.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const APP = 'compositions/terraform/app';
const VARIABLE = 'variable "config" {\n  type = any\n  const = true\n}\n';
const path = (env: string): string => `config/env=${env}/composition=app`;

/** Files of the composition, and the configuration of each environment. */
function tree(files: Tree, leaves: Readonly<Record<string, string>>): Tree {
  return {
    [`${APP}/variables.tf`]: VARIABLE,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${APP}/${name}`, text])),
    ...Object.fromEntries(Object.entries(leaves).map(([env, yaml]) => [`${path(env)}/app.yaml`, yaml])),
  };
}

async function render(files: Tree, yaml: string): Promise<Extract<RenderResult, { ok: true }>> {
  const renderer = await rendererOf(tree(files, { dev: yaml }));
  const result = await renderer.render(describeLeaf(path('dev')));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

async function compare(base: Tree, head: Tree): Promise<Difference> {
  const caches = createCaches();
  return findChangedLeaves(await rendererOf(base, caches), await rendererOf(head, caches));
}

const module = (source: string): string => `module "vpc" {\n  source = ${source}\n  x      = 1\n}\n`;

describe('a module source or version is a pin with the value that it comes to', () => {
  test.each<[string, Tree, string, string, readonly string[]]>([
    [
      'configuration',
      { 'm.tf': module('"git::x?ref=${var.config.v}"') },
      'v: v1\n',
      'git::x?ref=v1',
      ['v at config/env=dev/composition=app/app.yaml:1:4'],
    ],
    [
      'a number',
      { 'm.tf': module('"git::x?ref=v${var.config.v}"') },
      'v: 2\n',
      'git::x?ref=v2',
      ['v at config/env=dev/composition=app/app.yaml:1:4'],
    ],
    [
      'a value that another key gives',
      { 'm.tf': module('"git::x?ref=${var.config.v}"') },
      'w: v1\nv: "{{w}}"\n',
      'git::x?ref=v1',
      ['v at config/env=dev/composition=app/app.yaml:1:4'],
    ],
    [
      'a local value',
      { 'm.tf': `locals {\n  a = 1\n  v = "v3"\n}\n${module('"git::x?ref=${local.v}"')}` },
      'v: 1\n',
      'git::x?ref=v3',
      [`local.v at ${APP}/m.tf:3:1`],
    ],
    [
      'a map of versions',
      { 'm.tf': module('"git::x?ref=${local.v["vpc"]}"'), 'l.tf': 'locals {\n  v = { vpc = "v1", dns = "v2" }\n}\n' },
      'v: 1\n',
      'git::x?ref=v1',
      [`local.v.vpc at ${APP}/l.tf:2:1`],
    ],
    [
      'a default',
      {
        'm.tf': `variable "v" {\n  type = string\n  const = true\n  default = "v4"\n}\n${module('"git::x?ref=${var.v}"')}`,
      },
      'v: 1\n',
      'git::x?ref=v4',
      [`var.v at ${APP}/m.tf:4:1`],
    ],
    [
      'tfvars over a default',
      {
        'm.tf': `variable "v" {\n  const = true\n  default = "v4"\n}\n${module('"git::x?ref=${var.v}"')}`,
        'terraform.tfvars': '\nv = "v5"\n',
        'b.auto.tfvars.json': '{"v": "v7"}',
        'a.auto.tfvars': 'v = "v6"',
      },
      'v: 1\n',
      'git::x?ref=v7',
      [`var.v at ${APP}/b.auto.tfvars.json:1:1`],
    ],
    [
      'JSON',
      { 'm.tf.json': '{"module": {"vpc": {"source": "git::x?ref=${var.config.v}"}}}' },
      'v: v1\n',
      'git::x?ref=v1',
      ['v at config/env=dev/composition=app/app.yaml:1:4'],
    ],
    [
      'a template that has expressions',
      { 'm.tf.versioned': `${module('"git::x?ref=${var.config.v}"')}module "b" {\n  source = "{{v}}"\n}\n` },
      'v: v1\n',
      'git::x?ref=v1',
      ['v at config/env=dev/composition=app/app.yaml:1:4'],
    ],
  ])('%s', async (_, files, yaml, value, keys) => {
    const { rendering } = await render(files, yaml);
    const pin = rendering.pins.find(({ address }) => address === 'module.vpc.source');
    expect(pin?.value).toBe(value);
    expect(pin?.keys.map(({ key, origin }) => `${key} at ${origin.file}:${origin.line}:${origin.column}`)).toEqual(
      keys,
    );
    const [block] = rendering.blocks;
    expect(block?.text).toContain(value);
    // What Terraform gets stays as it was written.
    const text = rendering.files.flatMap(({ content }) => (content.kind === 'generated' ? [] : (content.text ?? '')));
    expect(text.join('')).not.toContain(`"${value}"`);
  });

  test.each<[string, Tree, string]>([
    ['nothing that could change', { 'm.tf': module('"git::x?ref=${"v1"}"') }, 'v: 1\n'],
    ['a condition', { 'm.tf': module('var.config.v == "a" ? "./a" : "./b"') }, 'v: a\n'],
    [
      'a value of two definitions',
      {
        'm.tf': module('local.v'),
        'l.tf': 'locals {\n  v = "a/b/c"\n}\n',
        'l_override.tf': 'locals {\n  v = "a/b/d"\n}\n',
      },
      'v: 1\n',
    ],
    ['a null', { 'm.tf': module('try(var.config.v, "a/b/c")') }, 'v: null\n'],
    [
      'an attribute that a type may give',
      {
        'm.tf': module('try(var.config.w, "a/b/c")'),
        'variables.tf': 'variable "config" {\n  type = object({ w = optional(string, "d/e/f") })\n}\n',
      },
      'v: 1\n',
    ],
    ['a number whose spelling changes', { 'm.tf': module('"git::x?ref=${1.50}"') }, 'v: 1\n'],
    ['an item of a list', { 'm.tf': module('"git::x?ref=${var.config.v[0]}"') }, 'v: [a]\n'],
    [
      'a step by number into a map',
      { 'm.tf': module('"git::x?ref=${local.m.b}"'), 'l.tf': 'locals {\n  m = var.config.v[0]\n}\n' },
      'v: {b: wrong, 0: {b: right}}\n',
    ],
    ['a function of the machine', { 'm.tf': module('"git::x?ref=${terraform.workspace}"') }, 'v: 1\n'],
    ['itself', { 'm.tf': module('local.v'), 'l.tf': 'locals {\n  v = local.v\n}\n' }, 'v: 1\n'],
    ['a file with a mistake', { 'm.tf': module('"git::x?ref=${var.config.v}"'), 'l.tf': 'locals {\n' }, 'v: v1\n'],
  ])('none is shown where it is %s', async (_, files, yaml) => {
    expect((await render(files, yaml)).rendering.pins).toEqual([]);
  });

  test('a provider requirement, but no password of a backend', async () => {
    const { rendering } = await render(
      {
        'm.tf':
          'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = var.config.v\n    }\n  }\n  backend "pg" {\n    conn_str    = var.config.secret\n    schema_name = var.config.v\n  }\n  encryption {\n    passphrase = var.config.secret\n  }\n}\n',
      },
      'v: "5.1"\nsecret: hunter2\n',
    );
    expect(rendering.pins.map(({ address, value }) => [address, value])).toEqual([
      ['terraform.required_providers.aws.version', '5.1'],
      ['terraform.backend.pg.schema_name', '5.1'],
    ]);
    expect(JSON.stringify([rendering.pins, rendering.blocks, rendering.state])).not.toContain('hunter2');
  });

  test('before and after, with the line that sets it, and a local module is followed', async () => {
    const files = {
      'm.tf': `${module('"git::x?ref=${var.config.v}"')}module "l" {\n  source = "../\${var.config.kind}"\n}\n`,
      '../one/main.tf': 'output "x" {\n  value = 1\n}\n',
      '../two/main.tf': 'output "x" {\n  value = 2\n}\n',
    };
    const both = (yaml: string): Tree =>
      Object.fromEntries(
        Object.entries(tree(files, { dev: yaml })).map(([name, text]) => [name.replace('/app/..', ''), text]),
      );
    const { changed } = await compare(both('v: v1\nkind: one\n'), both('v: v2\nkind: two\n'));
    const reasons: readonly Reason[] = changed[0]?.reasons ?? [];
    expect(reasons.filter(({ kind }) => kind === 'pin')).toMatchObject([
      { address: 'module.l.source', before: '../one', after: '../two' },
      {
        address: 'module.vpc.source',
        before: 'git::x?ref=v1',
        after: 'git::x?ref=v2',
        keys: [{ key: 'v', before: 'v1', after: 'v2', origin: { line: 1 } }],
      },
    ]);
    const head = changed[0] !== undefined && 'head' in changed[0] ? changed[0].head : undefined;
    expect(head?.reach.modules.map(({ folder }) => folder)).toEqual(['compositions/terraform/two']);
  });

  test('a template that becomes an expression of the same value moves no pin', async () => {
    const { changed } = await compare(
      tree({ 'm.tf.versioned': module('"git::x?ref={{v}}"') }, { dev: 'v: v1\n' }),
      tree({ 'm.tf': module('"git::x?ref=${var.config.v}"') }, { dev: 'v: v1\n' }),
    );
    expect(changed[0]?.reasons.filter(({ kind }) => kind === 'pin')).toEqual([]);
  });
});

test('templates could go whose placeholders are all in module sources, and are var.config too', async () => {
  const placeholder = (at: string): string => module(`"git::x?ref=${at}"`);
  const { rendering } = await render(
    {
      'a.tf.versioned': placeholder('{{v}}'),
      'b.tf.json.versioned': '{"module": {"b": {"source": "{{v}}", "version": "{{deep.{{v}}}}"}}}',
      'c.tf.versioned': `terraform {\n  required_version = "{{v}}"\n}\n${module('"{{v}}"')}`,
      'd.tf.versioned': placeholder('{{provider.x}}'),
      'e.tf.versioned': placeholder('{{n}}'),
      'sub/f.tf.versioned': placeholder('{{v}}'),
      'g.tf': '',
    },
    'v: v1\nn: 1\ndeep: {v1: x}\nprovider: {x: y}\n',
  );
  expect(replaceableTemplates([rendering])).toEqual([`${APP}/a.tf.versioned`, `${APP}/b.tf.json.versioned`]);
});

describe('the state of a backend that is made of expressions', () => {
  const backend = (key: string, more = ''): string =>
    `terraform {\n  backend "s3" {\n    bucket = "b"\n    key    = ${key}\n${more}  }\n}\n`;
  const identity = async ({ yaml = '', ...files }: Tree): Promise<string | undefined> =>
    (await render(files, `env: dev\n${yaml}`)).rendering.state?.identity;

  test.each<[string, Tree]>([
    ['configuration', { 'b.tf': backend('"${var.config.env}/s"') }],
    ['a whole value', { 'b.tf': backend('var.config.k'), yaml: 'k: dev/s\n' }],
    ['local values', { 'b.tf': `locals {\n  k = "\${var.config.env}/s"\n}\n${backend('local.k')}` }],
    ['JSON', { 'b.tf.json': '{"terraform":{"backend":{"s3":{"key":"${var.config.env}/s","bucket":"b"}}}}' }],
    [
      'the configuration that has an expression itself',
      { yaml: 'terraform: {backend: {s3: {bucket: b, key: "${var.config.env}/s"}}}\n' },
    ],
    ['an access that is not known', { 'b.tf': backend('"dev/s"', '    profile = terraform.workspace\n') }],
    ['an override', { 'b.tf': backend('"x"'), 'b_override.tf': backend('"dev/s"') }],
    ['a file for each program', { 'b.tf': backend('"dev/s"'), 'b.tofu': backend('"${var.config.env}/s"') }],
    [
      'a template for one and an expression for the other',
      { 'b.tf.versioned': backend('"{{env}}/s"'), 'b.tofu': backend('"${var.config.env}/s"') },
    ],
    ['a hidden file, which nobody reads', { 'b.tf': backend('"dev/s"'), '.old.tf': backend('"x"') }],
  ])('is the same as with a literal: %s', async (_, files) => {
    expect(await identity(files)).toBe(await identity({ 'b.tf': backend('"dev/s"') }));
  });

  test('is not known where a setting is not, and a warning says where', async () => {
    const { rendering, warnings } = await render({ 'b.tf': backend('"${terraform.workspace}/s"') }, 'env: dev\n');
    expect(rendering.state?.identity).toBeUndefined();
    expect(warnings.map(formatProblem).join('\n')).toContain(
      `${APP}/b.tf:2: Where the state is cannot be worked out, so no other leaf with the same state would be noticed: key = "\${terraform.workspace}/s"`,
    );
  });

  test('of files that only OpenTofu reads', async () => {
    const of = async (key: string): Promise<RenderResult> =>
      (await rendererOf({ [`${APP}/b.tofu`]: backend(key), [`${path('dev')}/app.yaml`]: 'env: dev\n' })).render(
        describeLeaf(path('dev')),
      );
    const [one, other] = [await of('"${var.config.env}/s"'), await of('"dev/s"')];
    expect(one.ok && other.ok).toBe(true);
    expect(one.ok && one.rendering.state?.identity).toBe(other.ok && other.rendering.state?.identity);
  });

  test('two programs that would keep it in different places are an error', async () => {
    const files = { 'b.tf': backend('"dev/s"'), 'b.tofu': backend('"${var.config.env}/s"') };
    const renderer = await rendererOf(tree(files, { dev: 'env: prod\n' }));
    const result = await renderer.render(describeLeaf(path('dev')));
    expect(result.ok ? '' : result.problems.map(({ message }) => message).join()).toContain('in different places');
  });

  const known = { 'b.tf': backend('"${var.config.env}/s"') };
  const unknown = { 'b.tf': backend('"${terraform.workspace}/${var.config.env}/s"') };
  const fates = ({ changed }: Difference): unknown =>
    changed.map((each) => [
      each.leaf.path,
      each.kind,
      each.kind === 'removed' ? each.fate : each.kind === 'moved' ? each.movedTo : '',
    ]);

  test('leaves of one composition have each its own', async () => {
    const base = tree(known, { a: 'env: a\n', b: 'env: b\n', c: 'env: c\n' });
    const head = tree(known, { a: 'env: a\nx: 1\n', b: 'env: b\n' });
    const difference = await compare(base, head);
    expect(difference.sharedStates).toEqual([]);
    expect(fates(difference)).toEqual([[path('c'), 'removed', 'destroy']]);
  });

  test('a leaf that is renamed has moved, and a copy of it shares its state', async () => {
    expect(fates(await compare(tree(known, { a: 'env: a\n' }), tree(known, { z: 'env: a\n' })))).toEqual([
      [path('a'), 'moved', path('z')],
      [path('z'), 'added', ''],
    ]);
    const { sharedStates } = await compare(
      tree(known, { a: 'env: a\n' }),
      tree(known, { a: 'env: a\n', z: 'env: a\n' }),
    );
    expect(sharedStates).toEqual([[path('a'), path('z')]]);
  });

  test("is nobody else's where it is not known: nothing is shared, moved or destroyed", async () => {
    const difference = await compare(
      tree(unknown, { a: 'env: a\n', b: 'env: b\n' }),
      tree(unknown, { b: 'env: b\n', z: 'env: a\n' }),
    );
    expect(difference.sharedStates).toEqual([]);
    expect(fates(difference)).toEqual([
      [path('a'), 'removed', 'undecided'],
      [path('z'), 'added', ''],
    ]);
  });

  test('a leaf goes where the others, whose state is not known, are in another bucket or backend', async () => {
    const other = {
      [`${path('x')}/app.yaml`]: 'terraform: {backend: {s3: {bucket: "{{bucket}}", key: "${terraform.workspace}"}}}\n',
      [`${path('y')}/app.yaml`]: 'terraform: {backend: {gcs: {bucket: b, prefix: "${terraform.workspace}"}}}\n',
      'compositions/terraform/app/main.tf': VARIABLE,
      'config/a.yaml': 'bucket: c\n',
    };
    const gone = { [`${path('a')}/app.yaml`]: 'terraform: {backend: {s3: {bucket: b, key: k}}}\n' };
    expect(fates(await compare({ ...other, ...gone }, other))).toEqual([[path('a'), 'removed', 'destroy']]);
    const same = { ...other, 'config/a.yaml': 'bucket: b\n' };
    expect(fates(await compare({ ...same, ...gone }, same))).toEqual([[path('a'), 'removed', 'undecided']]);
  });

  test.each<[string, string, string, boolean]>([
    ['another value', '"${var.config.env}/s"', '"${var.config.env}/t"', true],
    ['the same one, written otherwise', '"${var.config.env}/s"', '"a/s"', false],
    ['one that is not known any more', '"a/s"', '"${terraform.workspace}/s"', true],
    ['none that is known', '"${terraform.workspace}/s"', '"${terraform.workspace}/s"', false],
  ])('a leaf leaves its state behind: %s', async (_, before, after, restated) => {
    const at = (key: string, x: number): Tree =>
      tree({ 'b.tf': backend(key), 'x.tf': `locals {\n  x = ${x}\n}\n` }, { a: 'env: a\n' });
    const { changed } = await compare(at(before, 1), at(after, 2));
    expect(changed).toMatchObject([{ kind: 'changed', restated }]);
  });
});

describe('tests and queries change no plan', () => {
  const NAMES = [
    'a.tftest.hcl',
    'a.tftest.json',
    'a.tofutest.hcl',
    'a.tofutest.json',
    'a.tfquery.hcl',
    'tests/a.tftest.hcl',
    'tests/mocks/a.tfmock.hcl',
  ];
  const at = (own: Tree, text: string): Tree => ({
    ...tree({ 'm.tf': 'module "m" {\n  source = "../../../modules/m"\n}\n', ...own }, { a: 'env: a\n' }),
    'modules/m/main.tf': '',
    ...Object.fromEntries(
      NAMES.flatMap((name) => [
        [`${APP}/${name}`, text],
        [`modules/m/${name}`, text],
      ]),
    ),
  });
  const output = (value: string): Tree => ({ 'o.tf': `output "o" {\n  value = ${value}\n}\n` });

  test('in a composition and in its modules', async () => {
    expect(await compare(at({}, 'x'), at({}, 'y'))).toMatchObject({ changed: [], unused: [] });
    const without = tree({ 'm.tf': 'module "m" {\n  source = "../../../modules/m"\n}\n' }, { a: 'env: a\n' });
    expect((await compare({ ...without, 'modules/m/main.tf': '' }, at({}, 'y'))).changed).toEqual([]);
  });

  test.each<[string, string, readonly string[]]>([
    ['a file', 'file("a.tftest.hcl")', [`${APP}/a.tftest.hcl`]],
    ['a file of a module', 'file("../../../modules/m/tests/a.tftest.hcl")', ['modules/m/tests/a.tftest.hcl']],
    ['a template', 'templatefile("${path.module}/tests/a.tftest.hcl", {})', [`${APP}/tests/a.tftest.hcl`]],
    [
      'a set of files',
      '[for f in fileset("${path.module}/tests", "*.hcl") : f]',
      [`${APP}/tests/a.tftest.hcl`, `${APP}/tests/mocks/a.tfmock.hcl`],
    ],
    ['anything', 'file(var.config.missing.x)', []],
  ])('unless something reads them: %s', async (_, value, paths) => {
    const { changed } = await compare(at(output(value), 'x'), at(output(value), 'y'));
    const found = changed[0]?.reasons.flatMap((reason) => (reason.kind === 'file' ? [reason.path] : [])) ?? [];
    if (paths.length > 0) expect(found).toEqual(paths);
    else expect(found.length).toBeGreaterThanOrEqual(NAMES.length);
  });

  test('nor what a review is of, unless something reads them', async () => {
    const digestOf = async (files: Tree): Promise<string> => {
      const result = await (await rendererOf(files)).render(describeLeaf(path('a')));
      if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
      return renderingDigest(result);
    };
    expect(await digestOf(at({}, 'x'))).toBe(await digestOf(at({}, 'y')));
    const reads = output('file("a.tftest.hcl")');
    expect(await digestOf(at(reads, 'x'))).not.toBe(await digestOf(at(reads, 'y')));
  });

  test('or a provider is given their folder', async () => {
    const archive = { 'd.tf': 'data "archive_file" "a" {\n  source_dir = "tests"\n}\n' };
    expect((await compare(at(archive, 'x'), at(archive, 'y'))).changed).toHaveLength(1);
  });
});
