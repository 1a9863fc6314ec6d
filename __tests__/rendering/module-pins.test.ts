/** Pins that are made of expressions in local modules, with the values that the calls give them. */
import { expect, test } from '@jest/globals';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import type { Reason } from '../../src/changes/changed-leaf.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { createCaches } from '../../src/rendering/renderer.ts';
import type { Rendering } from '../../src/rendering/rendering.ts';
import { outsideSettings } from '../../src/terraform/outside-settings.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const APP = 'compositions/terraform/app';
const LEAF = 'config/env=dev/composition=app';
const VARIABLE = 'variable "config" {\n  type  = any\n  const = true\n}\n';
const INNER = 'variable "v" {\n  default = "v0"\n}\nmodule "vpc" {\n  source = "git::x?ref=${var.v}"\n}\n';
const call = (source: string, more = ''): string => `module "net" {\n  source = ${source}\n${more}}\n`;

function tree(files: Tree, yaml: string): Tree {
  return {
    [`${APP}/variables.tf`]: VARIABLE,
    ...Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name.startsWith('/') ? name.slice(1) : `${APP}/${name}`, text]),
    ),
    [`${LEAF}/app.yaml`]: yaml,
  };
}

async function render(files: Tree, yaml: string, environment = {}): Promise<Rendering> {
  const renderer = await rendererOf(tree(files, yaml), createCaches(), outsideSettings(environment).ofRenderings);
  const result = await renderer.render(describeLeaf(LEAF));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.rendering;
}

const at = `${LEAF}/app.yaml:1:4`;

test.each<[string, Tree, string, string, string]>([
  [
    'an argument',
    { 'm.tf': call('"./net"', '  v = var.config.v\n'), 'net/main.tf': INNER },
    'module.net.module.vpc.source',
    'git::x?ref=v1',
    at,
  ],
  [
    'its default',
    { 'm.tf': call('"./net"'), 'net/main.tf': INNER },
    'module.net.module.vpc.source',
    'git::x?ref=v0',
    `${APP}/net/main.tf:2:1`,
  ],
  [
    'a literal argument',
    { 'm.tf': call('"./net"', '  v = "v2"\n'), 'net/main.tf': INNER },
    'module.net.module.vpc.source',
    'git::x?ref=v2',
    `${APP}/m.tf:3:1`,
  ],
  [
    'the whole configuration',
    {
      'm.tf': call('"./net"', '  config = var.config\n'),
      'net/main.tf': `${VARIABLE}${INNER.replace('var.v', 'var.config.v')}`,
    },
    'module.net.module.vpc.source',
    'git::x?ref=v1',
    at,
  ],
  [
    'a local value of its own',
    { 'm.tf': call('"./net"'), 'net/main.tf': `locals {\n  v = "v3"\n}\n${INNER.replace('var.v', 'local.v')}` },
    'module.net.module.vpc.source',
    'git::x?ref=v3',
    `${APP}/net/main.tf:2:1`,
  ],
  [
    'a module of the repository',
    { 'm.tf': call('"../../../modules/${var.config.kind}"', '  v = var.config.v\n'), '/modules/net/main.tf': INNER },
    'module.net.module.vpc.source',
    'git::x?ref=v1',
    at,
  ],
  [
    'a module in a module',
    {
      'm.tf': call('"./net"', '  v = var.config.v\n'),
      'net/main.tf': `variable "v" {}\n${call('"../deep"', '  v = var.v\n')}`,
      'deep/main.tf': INNER,
    },
    'module.net.module.net.module.vpc.source',
    'git::x?ref=v1',
    at,
  ],
  [
    'a provider',
    {
      'm.tf': call('"./net"', '  v = var.config.v\n'),
      'net/main.tf':
        'variable "v" {}\nterraform {\n  required_providers {\n    aws = {\n      version = var.v\n    }\n  }\n}\n',
    },
    'module.net.terraform.required_providers.aws.version',
    'v1',
    at,
  ],
  [
    'JSON',
    {
      'm.tf.json': '{"module":{"net":{"source":"./net","v":"${var.config.v}"}}}',
      'net/main.tf.json': '{"variable":{"v":{}},"module":{"vpc":{"source":"git::x?ref=${var.v}"}}}',
    },
    'module.net.module.vpc.source',
    'git::x?ref=v1',
    at,
  ],
  [
    'a file of OpenTofu',
    { 'm.tf': call('"./net"', '  v = var.config.v\n'), 'net/main.tofu': INNER },
    'module.net.module.vpc.source',
    'git::x?ref=v1',
    at,
  ],
  [
    'a call that another file overrides',
    {
      'm.tf': call('"./net"', '  v = "a"\n'),
      'm_override.tf': 'module "net" {\n  v = var.config.v\n}\n',
      'net/main.tf': INNER,
    },
    'module.net.module.vpc.source',
    'git::x?ref=v1',
    at,
  ],
  [
    'a placeholder in front',
    { 'm.tf.versioned': call('"./{{kind}}"', '  v = var.config.v\n'), 'net/main.tf': INNER },
    'module.net.module.vpc.source',
    'git::x?ref=v1',
    at,
  ],
])('%s', async (_, files, address, value, origin) => {
  const { pins, blocks } = await render(files, 'v: v1\nkind: net\n');
  const pin = pins.find((each) => each.address === address);
  expect(pin?.value).toBe(value);
  expect(pin?.keys.map((key) => `${key.origin.file}:${key.origin.line}:${key.origin.column}`)).toEqual([origin]);
  const block = blocks.findLast((each) => address.startsWith(each.address));
  expect(block?.text).toContain(value);
});

test.each<[string, Tree, Readonly<Record<string, string>>]>([
  [
    'an argument that is not known',
    { 'm.tf': call('"./net"', '  v = terraform.workspace\n'), 'net/main.tf': INNER },
    {},
  ],
  [
    'a variable of the environment',
    { 'm.tf': `variable "w" {\n  default = "a"\n}\n${call('"./net"', '  v = var.w\n')}`, 'net/main.tf': INNER },
    { TF_VAR_w: 'b' },
  ],
  [
    'each of several',
    { 'm.tf': call('"./net"', '  for_each = toset(["a"])\n  v = each.key\n'), 'net/main.tf': INNER },
    {},
  ],
  [
    'a module without an end',
    {
      'm.tf': call('"./net"', '  v = terraform.workspace\n'),
      'net/main.tf': `${INNER}${call('"../net"', '  v = var.v\n')}`,
    },
    {},
  ],
  [
    'files that the programs read differently',
    {
      'm.tf': call('"./net"', '  v = local.v\n'),
      'l.tf': 'locals {\n  v = "a"\n}\n',
      'l.tofu': 'locals {\n  v = "b"\n}\n',
      'net/main.tf': INNER,
    },
    {},
  ],
])('none is shown of %s', async (_, files, environment) => {
  const { pins } = await render(files, 'v: v1\n', environment);
  expect(pins.filter(({ address }) => address.startsWith('module.net.module'))).toEqual([]);
});

test('before and after', async () => {
  const files = { 'm.tf': call('"./net"', '  v = var.config.v\n'), 'net/main.tf': INNER };
  const caches = createCaches();
  const [base, head] = [tree(files, 'v: v1\n'), tree(files, 'v: v2\n')];
  const { changed } = await findChangedLeaves(await rendererOf(base, caches), await rendererOf(head, caches));
  const reasons: readonly Reason[] = changed[0]?.reasons ?? [];
  expect(reasons.filter(({ kind }) => kind === 'pin')).toMatchObject([
    {
      address: 'module.net.module.vpc.source',
      before: 'git::x?ref=v1',
      after: 'git::x?ref=v2',
      keys: [{ key: 'v', before: 'v1', after: 'v2', origin: { file: `${LEAF}/app.yaml`, line: 1 } }],
    },
  ]);
});
