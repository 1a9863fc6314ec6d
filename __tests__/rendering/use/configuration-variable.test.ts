/** Whether a program wants the configuration before it plans: from the code of the root and of what it calls. */
import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../../src/base/problems.ts';
import { configurationNeed } from '../../../src/execution/configuration-need.ts';
import { describeLeaf } from '../../../src/project/leaves.ts';
import { loadHclParser } from '../../../src/rendering/hcl/hcl-grammar.ts';
import type { RenderResult } from '../../../src/rendering/renderer.ts';
import { configurationVariable } from '../../../src/rendering/use/configuration-variable.ts';
import type { Tree } from '../../support/memory-snapshot.ts';
import { rendererOf } from '../../support/renderers.ts';

const APP = 'compositions/terraform/app';
const LEAF = 'config/env=dev/composition=app';

async function render(files: Tree): Promise<Extract<RenderResult, { ok: true }>> {
  const own: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) own[name.startsWith('/') ? name.slice(1) : `${APP}/${name}`] = text;
  const renderer = await rendererOf({ ...own, [`${LEAF}/app.yaml`]: 'v: v1\nkind: small\n' });
  const result = await renderer.render(describeLeaf(LEAF));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

const PLAIN = 'variable "config" {\n  type = any\n}\n';
const CONST = 'variable "config" {\n  type  = any\n  const = true\n}\n';
const RESOURCE = 'resource "terraform_data" "a" {\n  input = var.config.v\n}\n';
const module = (source: string, more = ''): string => `module "m" {\n  source = ${source}\n${more}}\n`;
const SMALL = { '/modules/small/main.tf': 'resource "terraform_data" "m" {}\n' };

type Expected = readonly [isDeclared: boolean, isConst: boolean, isStatic: boolean];
const NONE: Expected = [false, false, false];
const PLANNED: Expected = [true, false, false];
const STATIC: Expected = [true, false, true];

async function found(files: Tree, tofu: boolean): Promise<Expected> {
  const { isDeclared, isConst, isStatic } = configurationVariable(await render(files), await loadHclParser(), tofu);
  return [isDeclared, isConst, isStatic];
}

describe('a root', () => {
  test.each<[string, Tree, Expected]>([
    ['without the variable', { 'a.tf': 'resource "terraform_data" "a" {}\n' }, NONE],
    ['with another variable', { 'a.tf': 'variable "other" {}\n' }, NONE],
    ['that only plans with it', { 'a.tf': `${PLAIN}${RESOURCE}` }, PLANNED],
    ['with a constant one', { 'a.tf': `${CONST}${RESOURCE}` }, [true, true, false]],
    ['with const = false', { 'a.tf': CONST.replace('true', 'false') }, PLANNED],
    [
      'with it in a module source',
      { 'a.tf': `${PLAIN}${module('"../../../modules/${var.config.kind}"')}`, ...SMALL },
      STATIC,
    ],
    ['with it in a module version', { 'a.tf': `${PLAIN}${module('"x/y/z"', '  version = var.config.v\n')}` }, STATIC],
    [
      'with a local value of it in a source, through another',
      {
        'a.tf': `${PLAIN}locals {\n  a = local.b\n  b = var.config.v\n}\n${module('"git::https://x.example/m?ref=${local.a}"')}`,
      },
      STATIC,
    ],
    [
      'with local values that use each other, and not it',
      {
        'a.tf': `${PLAIN}locals {\n  a = local.b\n  b = local.a\n}\n${module('"git::https://x.example/m?ref=${local.a}"')}`,
      },
      PLANNED,
    ],
    [
      'with a literal local value in a source, and it elsewhere',
      {
        'a.tf': `${PLAIN}locals {\n  a = "small"\n  b = var.config.v\n}\n${module('"../../../modules/${local.a}"')}`,
        ...SMALL,
      },
      PLANNED,
    ],
    [
      'with another variable in a source',
      {
        'a.tf': `${PLAIN}variable "kind" {\n  default = "small"\n}\n${module('"../../../modules/${var.kind}"')}`,
        ...SMALL,
      },
      PLANNED,
    ],
    [
      'with it in the backend',
      { 'a.tf': `${PLAIN}terraform {\n  backend "s3" {\n    key = var.config.v\n  }\n}\n` },
      STATIC,
    ],
    [
      'with it in the encryption of the state',
      {
        'a.tf': `${PLAIN}terraform {\n  encryption {\n    key_provider "pbkdf2" "k" {\n      passphrase = var.config.v\n    }\n  }\n}\n`,
      },
      STATIC,
    ],
    [
      'with it in a provider requirement',
      {
        'a.tf': `${PLAIN}terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = var.config.v\n    }\n  }\n}\n`,
      },
      STATIC,
    ],
    [
      'with it in what a provider is repeated for',
      { 'a.tf': `${PLAIN}provider "aws" {\n  for_each = var.config.regions\n  alias    = "by"\n}\n` },
      STATIC,
    ],
    ['with it in a provider', { 'a.tf': `${PLAIN}provider "aws" {\n  region = var.config.region\n}\n` }, PLANNED],
    [
      'that gives it to a module in the repository',
      {
        'a.tf': `${PLAIN}${module('"../../../modules/small"', '  x = var.config\n')}`,
        '/modules/small/main.tf': 'variable "x" {}\n',
      },
      PLANNED,
    ],
    [
      'that gives it to a module in the repository that has a source of it',
      {
        'a.tf': `${PLAIN}${module('"../../../modules/outer"', '  kind = var.config.kind\n')}`,
        '/modules/outer/main.tf': `variable "kind" {}\n${module('"../${var.kind}"')}`,
        ...SMALL,
      },
      STATIC,
    ],
    [
      'that gives it to a module from elsewhere',
      { 'a.tf': `${PLAIN}${module('"git::https://x.example/m"', '  x = var.config\n')}` },
      STATIC,
    ],
    [
      'that gives a module from elsewhere something else',
      { 'a.tf': `${PLAIN}${module('"git::https://x.example/m"', '  x = "a"\n')}${RESOURCE}` },
      PLANNED,
    ],
    ['in JSON', { 'a.tf.json': JSON.stringify({ variable: { config: { type: 'any' } } }) }, PLANNED],
    [
      'in JSON with a constant one',
      { 'a.tf.json': JSON.stringify({ variable: { config: { type: 'any', const: true } } }) },
      [true, true, false],
    ],
    [
      'in JSON, in a list, with it in a source',
      {
        'a.tf.json': JSON.stringify({
          variable: [{ config: [{ type: 'any' }] }],
          locals: { kind: '${var.config.kind}' },
          module: [{ m: [{ source: '../../../modules/${local.kind}' }] }],
        }),
        ...SMALL,
      },
      STATIC,
    ],
    [
      'in JSON with it in the backend',
      {
        'a.tf.json': JSON.stringify({
          variable: { config: {} },
          terraform: { backend: { s3: { key: '${var.config.v}' } } },
        }),
      },
      STATIC,
    ],
  ])('%s', async (_, files, expected) => {
    expect(await found(files, false)).toEqual(expected);
    expect(await found(files, true)).toEqual(expected);
  });

  test.each<[string, Tree, Expected, Expected]>([
    ['declared only for OpenTofu', { 'a.tf': RESOURCE.replace('var.config.v', '1'), 'v.tofu': PLAIN }, NONE, PLANNED],
    ['declared in a file that OpenTofu replaces', { 'v.tf': PLAIN, 'v.tofu': 'locals {}\n' }, PLANNED, NONE],
    [
      'with a source of it only for OpenTofu',
      {
        'v.tf': PLAIN,
        'm.tf': module('"../../../modules/small"'),
        'm.tofu': module('"../../../modules/${var.config.kind}"'),
        ...SMALL,
      },
      PLANNED,
      STATIC,
    ],
    [
      'in JSON that OpenTofu replaces',
      { 'v.tf.json': JSON.stringify({ variable: { config: { const: true } } }), 'v.tofu.json': '{}' },
      [true, true, false],
      NONE,
    ],
  ])('with files of both programs: %s', async (_, files, terraform, tofu) => {
    expect(await found(files, false)).toEqual(terraform);
    expect(await found(files, true)).toEqual(tofu);
  });
});

test.each([
  ['Terraform', '1.11.4', CONST, 'plan'],
  ['Terraform', '1.15.5', CONST, 'early'],
  ['Terraform', '1.15.5', PLAIN, 'plan'],
  ['Terraform', '1.16.0-rc2', CONST, 'early'],
  ['OpenTofu', '1.8.0', PLAIN, 'early'],
  ['OpenTofu', '1.12.6', PLAIN, 'early'],
  ['OpenTofu', '1.12.6', '', 'none'],
] as const)('%s %s, given %j, wants it: %s', async (program, version, variable, need) => {
  const backend = 'terraform {\n  backend "s3" {\n    key = "a/${var.config.v}"\n  }\n}\n';
  const rendered = await render({ 'a.tf': variable === '' ? 'locals {}\n' : `${variable}${backend}` });
  expect((await configurationNeed(rendered, { program, version })).need).toBe(need);
  // What serves early commands is no part of what is compared.
  expect(rendered.rendering.files.map(({ name }) => name)).not.toContain('kompos.auto.tfvars.json');
});
