/** What the environment gives is not known: neither states nor pins are made of what it may override. */
import { describe, expect, test } from '@jest/globals';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { createCaches } from '../../src/rendering/renderer.ts';
import type { Rendering } from '../../src/rendering/rendering.ts';
import { outsideSettings } from '../../src/terraform/outside-settings.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const APP = 'compositions/terraform/app';
const path = (env: string): string => `config/env=${env}/composition=app`;
const variable = (name: string, value: string, type = 'any'): string =>
  `variable "${name}" {\n  type    = ${type}\n  default = ${value}\n}\n`;
const CODE = `${variable('k', '"dev"')}variable "config" {}
terraform {
  backend "s3" {
    bucket = "b"
    key    = "\${var.k}/\${var.config.env}"
  }
}
module "m" {
  source  = "x/y/z"
  version = "1.\${var.k}"
}
`;

function tree(files: Tree, leaves: readonly string[]): Tree {
  return {
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${APP}/${name}`, text])),
    ...Object.fromEntries(leaves.map((env) => [`${path(env)}/app.yaml`, `env: ${env}\n`])),
  };
}

async function render(files: Tree, environment: Readonly<Record<string, string>>): Promise<Rendering> {
  const outside = outsideSettings(environment).ofRenderings;
  const renderer = await rendererOf(tree(files, ['a']), createCaches(), outside);
  const result = await renderer.render(describeLeaf(path('a')));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.rendering;
}

// As Terraform 1.15.5 and OpenTofu 1.12.6 do it: options before files, files before TF_VAR_…, and that before defaults.
const TFVARS = { 'terraform.tfvars': 'k = "file"\n' };
test.each<[string, Tree, Readonly<Record<string, string>>, string | undefined]>([
  ['a default', {}, {}, '1.dev'],
  ['another variable is set', {}, { TF_VAR_other: 'x', TF_CLI_ARGS: '-var=other=x' }, '1.dev'],
  ['it is set', {}, { TF_VAR_k: 'prod' }, undefined],
  ['it is set to nothing', {}, { TF_VAR_k: '' }, undefined],
  ['a file wins over that', TFVARS, { TF_VAR_k: 'prod' }, '1.file'],
  ['an option wins over files', TFVARS, { TF_CLI_ARGS_init: '-var k=prod' }, undefined],
  ['a file that an option names', TFVARS, { TF_CLI_ARGS: '-var-file=/tmp/x' }, undefined],
  ['an option of another command', {}, { TF_CLI_ARGS_plan: '-var=k=prod' }, '1.dev'],
])('%s', async (_, files, environment, version) => {
  const { pins, state } = await render({ 'main.tf': CODE, ...files }, environment);
  expect(pins.find(({ address }) => address === 'module.m.version')?.value).toBe(version);
  expect(state?.identity === undefined).toBe(version === undefined);
});

test('nothing is destroyed whose state another leaf may have by then', async () => {
  // With TF_VAR_k=prod, the removed leaf and the one that stays have one state.
  const files = { 'main.tf': CODE.replace('${var.config.env}', 's') };
  const other = { [`${path('b')}/app.yaml`]: 'env: b\nterraform: {backend: {s3: {bucket: b, key: prod/s}}}\n' };
  const app = 'config/env=b/composition=other';
  const trees = (leaves: readonly string[]): Tree => ({
    ...tree(files, leaves),
    [`${app}/app.yaml`]: other[`${path('b')}/app.yaml`] ?? '',
    'compositions/terraform/other/main.tf': 'variable "config" {}\n',
  });
  const fates = async (environment: Readonly<Record<string, string>>): Promise<unknown> => {
    const [caches, outside] = [createCaches(), outsideSettings(environment).ofRenderings];
    const [base, head] = [trees(['a']), trees([])];
    const { changed } = await findChangedLeaves(
      await rendererOf(base, caches, outside),
      await rendererOf(head, caches, outside),
    );
    return changed.map((each) => each.kind === 'removed' && each.fate);
  };
  expect(await fates({ TF_VAR_k: 'prod' })).toEqual(['undecided']);
  expect(await fates({})).toEqual(['destroy']);
  // Options of init win over what files say; a file that they name may set anything.
  expect(await fates({ TF_CLI_ARGS_init: '-backend-config=prod.hcl' })).toEqual(['undecided']);
  expect(await fates({ TF_CLI_ARGS: '-backend-config=region=eu' })).toEqual(['destroy']);
  expect(await fates({ TF_CLI_ARGS_init: '-backend-config=key=all' })).not.toEqual(['destroy']);
});

describe('the declared type decides what a value is', () => {
  test.each<[string, string, string]>([
    ['number', '"007"', '7'],
    ['number', '"1.50"', '1.5'],
    ['bool', '"1"', 'true'],
    ['string', '7', '7'],
    ['any', '"007"', '007'],
    ['string', '"007"', '007'],
  ])('%s of %s', async (type, value, text) => {
    const of = async (main: string): Promise<string | undefined> =>
      (await render({ 'main.tf': main }, {})).state?.identity;
    const code = (key: string): string => `terraform {\n  backend "s3" {\n    bucket = "b"\n    key = ${key}\n  }\n}\n`;
    const found = await of(`${variable('k', value, type)}${code('"x${var.k}"')}`);
    expect(found).toBeDefined();
    expect(found).toBe(await of(code(`"x${text}"`)));
  });

  test.each([
    ['object({ v = number })', '7'],
    ['object({ v = optional(string) })', '007'],
    ['map(number)', '7'],
    ['any', '007'],
  ])('in the configuration: %s', async (type, text) => {
    const own = `variable "config" {\n  type = ${type}\n}\n${CODE.slice(CODE.indexOf('module'))}`.replace(
      'var.k',
      'var.config.v',
    );
    const trees = { ...tree({ 'main.tf': own }, []), [`${path('a')}/app.yaml`]: 'v: "007"\n' };
    const result = await (await rendererOf(trees)).render(describeLeaf(path('a')));
    expect(result.ok && result.rendering.pins.map(({ value }) => value)).toEqual([`1.${text}`]);
  });
});

test.each<[string, string]>([
  ['parentheses', '("k")'],
  ['an escape', '"\\u006b"'],
  ['a template', '"${"k"}"'],
  ['JSON', '"\\u006b"'],
])('one state that is written in two ways: %s', async (name, key) => {
  const json = `{"terraform":{"backend":{"s3":{"bucket":"b","key":${key}}}}}`;
  const hcl = (text: string): string => `terraform {\n  backend "s3" {\n    bucket = "b"\n    key = ${text}\n  }\n}\n`;
  const files: Tree = name === 'JSON' ? { 'main.tf.json': json } : { 'main.tf': hcl(key) };
  expect((await render(files, {})).state?.identity).toBe((await render({ 'main.tf': hcl('"k"') }, {})).state?.identity);
});

test('the value of a placeholder is read like any other text', async () => {
  const hcl = (text: string): string => `terraform {\n  backend "s3" {\n    bucket = "b"\n    key = ${text}\n  }\n}\n`;
  const plain = (await render({ 'main.tf': hcl('"a/k"') }, {})).state?.identity;
  for (const text of ['"{{env}}/k"', '("{{env}}/\\u006b")', '"{{env}}${"/k"}"'])
    expect((await render({ 'main.tf.versioned': hcl(text) }, {})).state?.identity).toBe(plain);
});

describe('a backend that only OpenTofu reads', () => {
  const BACKEND = 'terraform {\n  backend "s3" {\n    bucket = "b"\n    key = "k"\n  }\n}\n';

  test('is the one of the leaf, beside files that both read', async () => {
    const { state, onlyForOpenTofu } = await render({ 'main.tf': '', 'b.tofu': BACKEND }, {});
    expect(state?.identity).toBe((await render({ 'main.tf': BACKEND }, {})).state?.identity);
    expect(onlyForOpenTofu).toBe(`${APP}/b.tofu`);
  });

  test('but not where Terraform has one too', async () => {
    const { onlyForOpenTofu } = await render({ 'main.tf': BACKEND, 'b.tofu': '' }, {});
    expect(onlyForOpenTofu).toBeUndefined();
  });
});
