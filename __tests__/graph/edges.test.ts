/** Which leaf reads which one's state, as the code says. `slow/graph.test.ts` asks Terraform what it really reads. */
import { describe, expect, test } from '@jest/globals';
import { edges, read, VPC, X } from '../support/graph.ts';
import type { Tree } from '../support/memory-snapshot.ts';

describe('where the state is', () => {
  test.each<[string, Tree | string, readonly string[]]>([
    ['nothing', '', []],
    ['literals', read(VPC), ['vpc:']],
    [
      'settings that decide nothing',
      read('{ bucket = "states", key = "dev/vpc", region = "x", profile = "y" }'),
      ['vpc:'],
    ],
    ["a state that is no leaf's", read('{ bucket = "others", key = "dev/vpc" }'), []],
    ['its own state', read('{ bucket = "states", key = "dev/app" }'), []],
    ['the configuration', read('{ bucket = var.config.bucket, key = var.config.vpc_key }'), ['vpc:']],
    ['a template', read('{ bucket = "states", key = "${var.config.place}/vpc" }'), ['vpc:']],
    [
      'a local value',
      `locals {\n  env = "dev"\n}\n${read('{ bucket = "states", key = "${local.env}/vpc" }')}`,
      ['vpc:'],
    ],
    ['a function', read('{ bucket = "states", key = format("%s/vpc", var.config.place) }'), ['vpc:']],
    ['merge', read('merge(var.config.backend, { key = "dev/vpc" })'), ['vpc:']],
    [
      'merge, where the last one wins',
      read('merge({ key = "dev/a" }, var.config.backend, { key = "dev/vpc" })'),
      ['vpc:'],
    ],
    [
      'merge of local values',
      `locals {\n  all = { bucket = "states" }\n  c = merge(local.all, { key = "dev/vpc" })\n}\n${read('local.c')}`,
      ['vpc:'],
    ],
    [
      'a variable with a default',
      `variable "k" {\n  default = "dev/vpc"\n}\n${read('{ bucket = "states", key = var.k }')}`,
      ['vpc:'],
    ],
    [
      'a variable of a type',
      `variable "c" {\n  type = object({ bucket = string, key = optional(string, "dev/vpc") })\n  default = { bucket = "states", other = 1 }\n}\n${read('var.c')}`,
      ['vpc:'],
    ],
    [
      'terraform.tfvars',
      {
        'main.tf': `variable "k" {}\n${read('{ bucket = "states", key = var.k }')}`,
        'terraform.tfvars': 'k = "dev/vpc"\n',
      },
      ['vpc:'],
    ],
    ['an index', read('{ bucket = "states", key = var.config.keys["a"] }'), ['a:']],
    ['an index that is worked out', read('{ bucket = "states", key = var.config.keys[var.config.names[1]] }'), ['b:']],
    ['try', read('{ bucket = "states", key = try(var.config.missing, var.config.vpc_key) }'), ['vpc:']],
    ['lookup', read('{ bucket = "states", key = lookup(var.config.keys, "c", "dev/vpc") }'), ['vpc:']],
    ['coalesce', read('{ bucket = "states", key = coalesce(var.config.nothing, "dev/vpc") }'), ['vpc:']],
    [
      'settings that are null',
      read('{ bucket = "states", key = "dev/vpc", endpoints = null, role_arn = var.config.nothing }'),
      ['vpc:'],
    ],
    ['a conditional', read('{ bucket = "states", key = var.config.place == "dev" ? "dev/vpc" : "dev/a" }'), ['vpc:']],
    [
      'its other branch',
      read(
        '{ bucket = "states", key = !(var.config.place != "dev" || var.config.nothing != null) ? "dev/a" : "dev/b" }',
      ),
      ['a:'],
    ],
    [
      'a conditional in a template',
      read('{ bucket = "states", key = "dev/${var.config.nothing == null && true ? "b" : "a"}" }'),
      ['b:'],
    ],
    [
      'for',
      `locals {\n  all = { for k, v in var.config.keys : upper(k) => "\${v}" if k != "a" }\n}\n${read('{ bucket = "states", key = local.all["B"] }')}`,
      ['b:'],
    ],
    [
      'for over a list',
      read('{ bucket = "states", key = [for i, n in var.config.names : "dev/${n}" if i != "x"][1] }'),
      ['b:'],
    ],
    [
      'for over a list by name',
      `locals {\n  all = [for n in var.config.names : "dev/\${n}"]\n}\n${read('{ bucket = "states", key = local.all[1] }')}`,
      ['b:'],
    ],
    ['element', read('{ bucket = "states", key = "dev/${element(var.config.names, 3)}" }'), ['b:']],
    ['split and join', read('{ bucket = "states", key = join("/", concat(split(".", "dev.vpc"), [])) }'), ['vpc:']],
    ['arguments in a list', read('{ bucket = "states", key = coalesce(["dev/vpc", "dev/a"]...) }'), ['vpc:']],
    ['an index of a literal list', read('{ bucket = "states", key = ["dev/a", "dev/b"][1] }'), ['b:']],
    ['an attribute of a literal map', read('{ bucket = "states", key = { a = "dev/a", b = "dev/b" }.b }'), ['b:']],
    [
      'an attribute of a call',
      read('{ bucket = "states", key = merge(var.config.keys, { a = "dev/vpc" })["a"] }'),
      ['vpc:'],
    ],
    [
      'an index of keys',
      read('{ bucket = "states", key = "dev/${keys(var.config.keys)[length(var.config.names) == 2 ? 1 : 0]}" }'),
      ['?main.tf:1'],
    ],
    ['lists in a list', read('{ bucket = "states", key = concat([["dev/a"], ["dev/b"]]...)[1] }'), ['b:']],
    [
      'the order of a set',
      `locals {\n  s = tolist(toset(["dev/vpc", "dev/b", "dev/vpc"]))\n}\n${read('{ bucket = "states", key = local.s[0] }')}`,
      ['b:'],
    ],
    [
      'a set of a variable',
      `variable "s" {\n  type    = set(string)\n  default = ["dev/vpc", "dev/b"]\n}\nlocals {\n  s = [for k, v in var.s : k]\n}\n${read('{ bucket = "states", key = local.s[0] }')}`,
      ['b:'],
    ],
    [
      'a set of numbers, whose order is not known',
      `locals {\n  s = tolist(toset([10, 9]))\n}\n${read('{ bucket = "states", key = local.s[0] == 9 ? "dev/a" : "dev/b" }')}`,
      ['?main.tf:4'],
    ],
    [
      'try of what has an error inside',
      read(
        'try({ bucket = "states", key = "dev/a", profile = var.config.missing }, { bucket = "states", key = "dev/b" })',
      ),
      ['b:'],
    ],
    ["the backend's name", `locals {\n  b = "s3"\n}\n${read(VPC).replace('"s3"', 'local.b')}`, ['vpc:']],
    ['the default workspace', read(VPC, '  workspace = "default"\n'), ['vpc:']],
    ['the workspace of the run', read(VPC, '  workspace = terraform.workspace\n'), ['vpc:']],
    ['no workspace', read(VPC, '  workspace = null\n'), ['vpc:']],
    ['another workspace', read(VPC, '  workspace = "other"\n'), []],
    [
      'JSON',
      {
        'main.tf.json': JSON.stringify({
          data: {
            terraform_remote_state: {
              x: { backend: 's3', config: { bucket: 'states', key: '${var.config.vpc_key}' } },
            },
          },
        }),
      },
      ['vpc:'],
    ],
    [
      'JSON with lists',
      {
        'main.tf.json': JSON.stringify({
          data: [
            { terraform_remote_state: [{ x: [{ backend: 's3', config: { bucket: 'states', key: 'dev/vpc' } }] }] },
          ],
        }),
      },
      ['vpc:'],
    ],
    [
      'JSON with a value by itself',
      {
        'main.tf.json': JSON.stringify({
          locals: { c: { bucket: 'states', key: 'dev/vpc' } },
          data: { terraform_remote_state: { x: { backend: 's3', config: '${local.c}' } } },
        }),
      },
      ['vpc:'],
    ],
    ['a file of OpenTofu', { 'main.tofu': read(VPC) }, ['vpc:']],
    ['a template of Kompos', { 'main.tf.versioned': read(VPC) }, ['vpc:']],
    [
      'a file that overrides another one',
      {
        'main.tf': read('{ bucket = "states", key = "dev/a" }'),
        'main_override.tf': `data "terraform_remote_state" "x" {\n  config = ${VPC}\n}\n`,
      },
      ['vpc:'],
    ],
    [
      'a check',
      `check "c" {\n  ${read(VPC)}\n  assert {\n    condition = ${X}.outputs.ok\n    error_message = "no"\n  }\n}\n`,
      ['vpc: ok'],
    ],
    ['a folder that is no module', { 'other/main.tf': read(VPC) }, []],
    ['defaults', read(VPC, '  defaults = { vpc_id = "x" }\n'), ['vpc:']],
  ])('%s', async (_, files, expected) => {
    expect(await edges(files)).toEqual(expected);
  });
});

describe('several instances', () => {
  const key = (text: string): string => `{ bucket = "states", key = ${text} }`;
  test.each<[string, Tree | string, readonly string[]]>([
    ['a set', read(key('"dev/${each.key}"'), '  for_each = toset(["a", "vpc"])\n'), ['a:', 'vpc:']],
    [
      'a set of the configuration',
      read(key('"dev/${each.value}"'), '  for_each = toset(var.config.names)\n'),
      ['a:', 'b:'],
    ],
    ['a map', read(key('each.value'), '  for_each = { one = "dev/a", two = "dev/vpc" }\n'), ['a:', 'vpc:']],
    ['a map of the configuration', read(key('each.value'), '  for_each = var.config.keys\n'), ['a:', 'b:']],
    ['maps in a map', read(key('each.value.key'), '  for_each = { one = { key = "dev/b" } }\n'), ['b:']],
    [
      'an index by the key',
      `locals {\n  k = { a = "dev/b" }\n}\n${read(key('local.k[each.key]'), '  for_each = toset(["a"])\n')}`,
      ['b:'],
    ],
    ['the keys of a map', read(key('"dev/${each.key}"'), '  for_each = toset(keys(var.config.keys))\n'), ['a:', 'b:']],
    [
      'in the workspace of the run',
      read(key('"dev/${each.key}"'), '  for_each  = toset(["a"])\n  workspace = terraform.workspace\n'),
      ['a:'],
    ],
    ['for', read(key('each.value'), '  for_each = { for n in var.config.names : n => "dev/${n}" }\n'), ['a:', 'b:']],
    ['a conditional count', read(VPC, '  count = var.config.place == "prod" ? 1 : 0\n'), []],
    [
      'the number of a list',
      read(key('"dev/${var.config.names[count.index]}"'), '  count = length(var.config.names)\n'),
      ['a:', 'b:'],
    ],
    ['none', read(key('"dev/${each.key}"'), '  for_each = {}\n'), []],
    ['count', read(key('var.config.keys[var.config.names[count.index]]'), '  count = 2\n'), ['a:', 'b:']],
    ['count 0', read(VPC, '  count = 0\n'), []],
    ['keys that are not known, where they do not matter', read(VPC, '  for_each = aws_x.y.z\n'), ['vpc:']],
    ['keys that are not known', read(key('each.key'), '  for_each = aws_x.y.z\n'), ['?main.tf:1']],
    [
      'outputs by key',
      `${read(key('each.value'), '  for_each = var.config.keys\n')}output "o" {\n  value = [${X}["a"].outputs.one, ${X}["b"].outputs.two]\n}\n`,
      ['a: one', 'b: two'],
    ],
    [
      'outputs by a key that is not known',
      `${read(key('each.value'), '  for_each = var.config.keys\n')}output "o" {\n  value = ${X}[aws_x.y].outputs.one\n}\n`,
      ['a: one', 'b: one'],
    ],
    [
      'outputs of all',
      `${read(key('each.value'), '  for_each = var.config.keys\n')}output "o" {\n  value = [for x in ${X} : x.outputs.one]\n}\n`,
      ['a: *', 'b: *'],
    ],
    [
      'outputs by index',
      `${read(key('"dev/vpc"'), '  count = 1\n')}output "o" {\n  value = ${X}[0].outputs.one\n}\n`,
      ['vpc: one'],
    ],
    [
      'outputs of each by splat',
      `${read(key('"dev/vpc"'), '  count = 1\n')}output "o" {\n  value = one(${X}[*].outputs.one)\n}\n`,
      ['vpc: one'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await edges(files)).toEqual(expected);
  });
});

describe('which outputs', () => {
  const output = (value: string): string => `${read(VPC)}output "o" {\n  value = ${value}\n}\n`;
  test.each<[string, string, readonly string[]]>([
    ['by name', output(`${X}.outputs.vpc_id`), ['vpc: vpc_id']],
    ['by index', output(`${X}.outputs["vpc_id"]`), ['vpc: vpc_id']],
    ['several', output(`[${X}.outputs.b, ${X}.outputs.a.c[0], ${X}.outputs.b]`), ['vpc: a b']],
    ['in a template', output(`"x-\${${X}.outputs.vpc_id}"`), ['vpc: vpc_id']],
    ['in a function', output(`try(${X}.outputs.vpc_id, null)`), ['vpc: vpc_id']],
    ['in a condition', output(`${X}.outputs.flag ? 1 : 2`), ['vpc: flag']],
    ['all', output(`${X}.outputs`), ['vpc: *']],
    ['one that is worked out', output(`${X}.outputs[var.config.place]`), ['vpc: *']],
    ['all of the data source', output(X), ['vpc: *']],
    ['none, but how it is read', output(`${X}.backend`), ['vpc:']],
    ['of any data source', output('data.terraform_remote_state'), ['vpc: *']],
    [
      'in a resource, a local value and a module',
      `${read(VPC)}locals {\n  a = ${X}.outputs.a\n}\nresource "terraform_data" "b" {\n  input = ${X}.outputs.b\n}\nmodule "m" {\n  source = "git::x"\n  c = ${X}.outputs.c\n}\n`,
      ['vpc: a b c'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await edges(files)).toEqual(expected);
  });
});

describe('local modules', () => {
  const inner = `variable "key" {}\n${read('{ bucket = "states", key = var.key }')}output "o" {\n  value = ${X}.outputs.id\n}\n`;
  test.each<[string, Tree, readonly string[]]>([
    [
      'an argument',
      { 'm.tf': 'module "m" {\n  source = "./m"\n  key = "dev/vpc"\n}\n', 'm/main.tf': inner },
      ['vpc: id'],
    ],
    [
      'two calls',
      {
        'm.tf':
          'module "m" {\n  source = "./m"\n  key = "dev/a"\n}\nmodule "n" {\n  source = "./m"\n  key = "dev/b"\n}\n',
        'm/main.tf': inner,
      },
      ['a: id', 'b: id'],
    ],
    [
      'one for each',
      {
        'm.tf': 'module "m" {\n  source = "./m"\n  for_each = toset(["a", "b"])\n  key = "dev/${each.key}"\n}\n',
        'm/main.tf': inner,
      },
      ['a: id', 'b: id'],
    ],
    [
      'a shared module',
      {
        'm.tf': 'module "m" {\n  source = "../../../modules/m"\n  key = var.config.vpc_key\n}\n',
        '/modules/m/main.tf': inner,
      },
      ['vpc: id'],
    ],
    [
      'a module in a module',
      {
        'm.tf': 'module "m" {\n  source = "./m"\n}\n',
        'm/main.tf': 'module "n" {\n  source = "../n"\n  key = "dev/vpc"\n}\n',
        'n/main.tf': inner,
      },
      ['vpc: id'],
    ],
    [
      'a source that is worked out',
      {
        'm.tf': 'locals {\n  m = "m"\n}\nmodule "m" {\n  source = "./${local.m}"\n  key = "dev/vpc"\n}\n',
        'm/main.tf': inner,
      },
      ['vpc: id'],
    ],
    [
      'more calls than are followed',
      {
        'm.tf': Array.from(
          { length: 402 },
          (_, index) => `module "m${index}" {\n  source = "./m"\n  key    = "${index}"\n}\n`,
        ).join(''),
        'm/main.tf': inner,
      },
      ['?m.tf:1597', '?m.tf:1601', '?m.tf:1605'],
    ],
    [
      'an output of another module',
      { 'm.tf': 'module "m" {\n  source = "./m"\n  key = module.n.key\n}\n', 'm/main.tf': inner },
      ['?m/main.tf:2'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await edges(files)).toEqual(expected);
  });
});

describe('what is not known', () => {
  test.each<[string, Tree | string, readonly string[]]>([
    ['a data source', read('{ bucket = "states", key = data.x.y.z }'), ['?main.tf:1']],
    ['a resource', `\n${read('{ bucket = "states", key = aws_x.y.z }')}`, ['?main.tf:2']],
    ['the whole of it', read('jsondecode(file("x"))'), ['?main.tf:1']],
    ['its backend', read(VPC).replace('"s3"', 'aws_x.y'), ['?main.tf:1']],
    ['its workspace', read(VPC, '  workspace = aws_x.y\n'), ['?main.tf:1']],
    ['a variable without a value', `variable "k" {}\n${read('{ bucket = "states", key = var.k }')}`, ['?main.tf:2']],
    ['a key in a bucket of others', read('{ bucket = "others", key = aws_x.y }'), []],
    [
      'JSON',
      {
        'main.tf.json': JSON.stringify(
          {
            data: { terraform_remote_state: { x: { backend: 's3', config: { bucket: 'states', key: '${aws_x.y}' } } } },
          },
          undefined,
          1,
        ),
      },
      ['?main.tf.json:4'],
    ],
    ['a file that cannot be read', `${read(VPC)}a "b" {`, ['?main.tf:1', '?main.tf:5']],
  ])('%s', async (_, files, expected) => {
    expect(await edges(files)).toEqual(expected);
  });

  test('a variable that the environment sets', async () => {
    const files = `variable "k" {\n  default = "dev/vpc"\n}\n${read('{ bucket = "states", key = var.k }')}`;
    expect(await edges(files, '', { TF_VAR_k: 'x' })).toEqual(['?main.tf:4']);
  });

  test('the workspace that the environment selects', async () => {
    const environment = { TF_WORKSPACE: 'w' };
    expect(await edges(read(VPC, '  workspace = terraform.workspace\n'), '', environment)).toEqual(['vpc:']);
    expect(await edges(read(VPC, '  workspace = "w"\n'), '', environment)).toEqual(['?main.tf:1']);
    expect(await edges(read(VPC), '', environment)).toEqual([]);
  });
});
