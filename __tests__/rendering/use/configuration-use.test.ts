import { describe, expect, test } from '@jest/globals';
import { mapValue, createEntries, scalarValue, type MapValue, type Origin } from '../../../src/hierarchy/value.ts';
import { openLeafReads } from '../../../src/rendering/leaf-reads.ts';
import { openSourceFolders } from '../../../src/rendering/source-folders.ts';
import { memorySnapshot, type Tree } from '../../support/memory-snapshot.ts';

/** What of `var.config` the composition in `app` reads; `everything`, or the paths in byte order. */
async function read(tree: Tree, variables?: MapValue, provider = ''): Promise<string | readonly string[]> {
  const snapshot = memorySnapshot(tree);
  const reads = openLeafReads(snapshot, openSourceFolders(snapshot, new Map()), new Set());
  const reach = await reads.reach('app', { pinned: [], variables, provider });
  const { values } = await reads.use('app', reach);
  if (values.some((path) => path.length === 0)) return 'everything';
  return [...new Set(values.map((path) => path.join('.')))].sort();
}

const config = 'variable "config" {\n  type = any\n}\n';
const use = (expression: string): Tree => ({ 'app/main.tf': `${config}output "x" {\n  value = ${expression}\n}\n` });

describe('an expression reads what is below its static steps', () => {
  test.each<[string, string | readonly string[]]>([
    ['1', []],
    ['var.config.vpc.cidr_block', ['vpc.cidr_block']],
    ['var.config["vpc"].cidr_block', ['vpc.cidr_block']],
    ['var.config.zones[0].name', ['zones.0.name']],
    ['var.config.zones.0.name', ['zones.0.name']],
    ['var.config.zones[*].name', ['zones']],
    ['var.config.zones.*.name', ['zones']],
    ['var.config.vpcs[var.name].id', ['vpcs']],
    ['var.config.vpcs["${var.name}"].id', ['vpcs']],
    ['var.config.vpcs["a\\nb"].id', ['vpcs']],
    ['var.config.zones[01].name', ['zones']],
    ['[for name, vpc in var.config.vpcs : vpc.id]', ['vpcs']],
    ['try(var.config.vpc.id, var.config.id)', ['id', 'vpc.id']],
    ['"${var.config.name}-%{ if var.config.on }x%{ endif }"', ['name', 'on']],
    ['<<-EOT\n    ${var.config.name}\n  EOT\n', ['name']],
    ['templatefile("${path.module}/x.tftpl", { vpc = var.config.vpc })', ['vpc']],
    ['(var.config).vpc', 'everything'],
    ['var.config', 'everything'],
    ['var.config[var.name]', 'everything'],
    ['jsonencode(var.config)', 'everything'],
    ['[for key, value in var.config : key]', 'everything'],
    ['merge(var.config, {})', 'everything'],
    ['lookup(var.config, "vpc", null)', 'everything'],
    ['templatefile("${path.module}/x.tftpl", var.config)', 'everything'],
    ['[var][0].config.vpc', 'everything'],
  ])('%s', async (expression, expected) => {
    expect(await read(use(expression))).toEqual(expected);
  });
});

/** A resource that is given a value. */
const given = (value: string): Tree => ({ 'app/main.tf': `${config}resource "x" "y" {\n  name = ${value}\n}\n` });

describe('the file with the configuration may be read as a file', () => {
  test.each([
    'file("variables.tfvars.json")',
    'file("${path.module}/variables.tfvars.json")',
    'file("${path.root}/${var.name}")',
    'file("${path.cwd}/${var.name}")',
    'file("variables.${"tf"}${"vars"}.json")',
    'file("variables.\\u0074fvars.json")',
    'file(join("", ["variables.tf", "vars.json"]))',
    'file("./variables.tf${replace("v-ars", "-", "")}.json")',
    'file("vari${var.name}")',
    'file("files/../${join("", ["variables.tf", "vars.json"])}")',
    'file("../app/${join("", ["variables.tf", "vars.json"])}")',
    'file("${abspath(path.module)}/${join("", ["variables.tf", "vars.json"])}")',
    'file("${dirname(path.module)}/${join("", ["variables.tf", "vars.json"])}")',
    'file("/srv/app/${join("", ["variables.tf", "vars.json"])}")',
    'templatefile("variables.tf${"vars"}.json", {})',
    'fileset(path.module, "*")',
    'fileset("${path.module}", "*")',
    'fileset(".", "*")',
    'fileset("..", "app/*")',
    'fileset(path.module, "{a,v}*")',
    '[for name in fileset("files", "*") : file(name)]',
    'file(var.name)',
    'file(x.y.z)',
    'provider::local::directory_digest(".")',
    'provider::local::directory_digest("${path.module}/..")',
  ])('%s', async (expression) => {
    expect(await read(use(expression))).toBe('everything');
  });

  test.each([
    'path.module',
    'path.root',
    'abspath(path.root)',
    'abspath("")',
    '"${path.module}/"',
    '"${path.module}/.."',
    '"../../.."',
    '{ folder = path.module }',
    '"."',
    '"./"',
    '"./."',
    '"\\u002e"',
    '"./${trimspace("")}"',
    '["."]',
    'true ? "." : "x"',
    'coalesce(null, ".")',
    'split("/", ".")',
    '{ folder : "." }',
    'trimsuffix("./", "/")',
    'var.folder',
    'local.folder',
    'module.m.folder',
    'file("name.txt")',
    'jsondecode(file("part.json")).folder',
  ])('by a provider that gets %s', async (value) => {
    const around = {
      'app/around.tf':
        'variable "folder" {\n  default = "."\n}\nlocals {\n  folder = "./"\n}\nmodule "m" {\n  source = "./m"\n}\n',
      'app/m/main.tf': 'output "folder" {\n  value = path.root\n}\n',
      'app/name.txt': './\n',
      'app/part.json': '{"folder": "."}',
    };
    expect(await read({ ...given(value), ...around })).toBe('everything');
  });

  test.each(['.', './', 'variables.tfvars.json', './variables.tfvars.json'])(
    'by a provider that gets what the configuration or a file of variables says: %s',
    async (text) => {
      const at: Origin = { file: 'x.yaml', line: 1, column: 1 };
      const children = Object.assign(createEntries(), { folder: scalarValue(text, text, at) });
      expect(await read(given('var.config.folder'), mapValue(children, at))).toBe('everything');
      expect(await read({ ...given('var.folder'), 'app/terraform.tfvars': `folder = ${JSON.stringify(text)}\n` })).toBe(
        'everything',
      );
    },
  );

  test.each([
    ['.', 'everything'],
    ['variables.tfvars.json', 'everything'],
    ['files', []],
  ])('by the generated provider file, which says %s', async (path, expected) => {
    expect(await read(use('1'), undefined, JSON.stringify({ provider: { x: { path } } }))).toEqual(expected);
  });

  test('by the name that a file says', async () => {
    const tree = { ...given('trimspace(file("name.txt"))'), 'app/name.txt': 'variables.tfvars.json\n' };
    expect(await read(tree)).toBe('everything');
    expect(await read({ ...tree, 'app/name.txt': 'other.json\n' })).toEqual([]);
  });

  test.each([
    'file("${path.module}/policy.json")',
    'file("policies/${var.name}.json")',
    'file("${path.cwd}/x")',
    'file(join("/", [path.module, "x"]))',
    'file("../${"policy"}.json")',
    'fileset("${path.module}/policies", "*")',
    'fileset(path.module, "policies/*")',
    '[for name in fileset("policies", "*") : file("policies/${name}")]',
  ])('but not by %s', async (expression) => {
    expect(await read({ ...use(expression), 'app/policies/a.json': '{}' })).toEqual([]);
  });

  test.each([
    'join(".", ["a"])',
    'join("/", [".", "x"])',
    'split(".", "a.b")[0]',
    'replace("a.b", ".", "-")',
    'trimsuffix("a.", ".")',
    '"a.${"b"}."',
    'endswith("a.", ".")',
    'basename(abspath(path.root))',
    '"${path.module}/policies"',
    '"./${var.name}"',
    'jsonencode({ version = "1.0", path = "." == "." })',
    'file("policies/a.json")',
  ])('nor by a provider that gets %s', async (value) => {
    expect(await read({ ...given(value), 'app/policies/a.json': '{"Version": "2012-10-17"}\n' })).toEqual([]);
  });

  test.each([
    ['a program that Terraform starts', 'data "external" "x" {\n  program = ["./x"]\n}\n'],
    ['a program of a block without quotes', 'data external x {\n  program = ["./x"]\n}\n'],
    ['a provisioner', 'resource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "./x"\n  }\n}\n'],
    [
      'a provisioner without quotes',
      'resource "terraform_data" "x" {\n  provisioner local-exec {\n    command = "./x"\n  }\n}\n',
    ],
    ['an archive of the folder', 'data "archive_file" "x" {\n  source_dir = path.module\n}\n'],
    ['an archive of the working directory', 'data "archive_file" "x" {\n  source_dir = "."\n}\n'],
  ])('by %s', async (_, block) => {
    expect(await read({ 'app/main.tf': `${config}${block}` })).toBe('everything');
  });
});

describe('a file that templatefile renders may read the configuration as a file too', () => {
  const template = (path: string, text: string): Tree => ({
    ...use('templatefile(PATH, { vpc = var.config.vpc })'.replace('PATH', path)),
    'app/x.tftpl': text,
    'app/sub/y.tftpl': text,
    'lib/z.tftpl': text,
    'app/README.md': 'See variables.tfvars.json.',
  });

  test.each([
    '"${path.module}/x.tftpl"',
    '"${path.root}/sub/y.tftpl"',
    '"${path.module}/sub/${var.name}.tftpl"',
    '"x.tftpl"',
    '"./x.tftpl"',
    '"${path.module}/../lib/z.tftpl"',
  ])('%s', async (path) => {
    const plain = template(path, '${vpc.id} %{ for z in vpc.zones }${z}%{ endfor }');
    expect(await read({ ...plain, 'app/README.md': '' })).toEqual(['vpc']);
    expect(await read(template(path, '${jsondecode(file("variables.tfvars.json")).config.id}'))).toBe('everything');
    expect(await read(template(path, '${file(name)}'))).toBe('everything');
  });

  test('in a module that is called as well, and no other file beside it', async () => {
    const inModule = {
      ...template('"${path.module}/x.tftpl"', '${vpc.id}'),
      'app/module.tf': 'module "m" {\n  source = "../lib"\n}\n',
      'lib/main.tf': 'output "z" {\n  value = templatefile("${path.module}/z.tftpl", {})\n}\n',
    };
    expect(await read(inModule)).toEqual(['vpc']);
    expect(await read({ ...inModule, 'lib/z.tftpl': '${file("variables.tfvars.json")}' })).toBe('everything');
  });
});

test('the checks of the variable read too, its type only as far as it names attributes', async () => {
  const declared = (body: string): Tree => ({ 'app/main.tf': `variable "config" {\n${body}\n}\n` });
  const validation = 'validation {\n  condition = var.config.size > 1\n  error_message = "Small."\n}';
  expect(await read(declared(validation))).toEqual(['size']);
  expect(await read(declared('type = object({ vpc = any, "id" = optional(string, "x") })'))).toEqual(['id', 'vpc']);
  expect(await read(declared('type = map(any)'))).toBe('everything');
});

test('local values that are other names are followed, whatever file they stand in', async () => {
  const locals = 'locals {\n  all = var.config\n  vpc = local.all.vpc\n  size = var.config.size + 1\n}\n';
  const tree = { ...use('local.vpc.id'), 'app/locals.tf': locals };
  expect(await read(tree)).toEqual(['size', 'vpc.id']);
  expect(await read({ ...tree, 'app/more.tf': 'output "y" {\n  value = local.all\n}\n' })).toBe('everything');
});

describe('a module', () => {
  const call = (source: string, argument: string): string => `module "m" {\n  source = "${source}"\n  ${argument}\n}\n`;
  const inner = { 'lib/main.tf': `${config}output "x" {\n  value = var.config.id\n}\n` };

  test.each<[string, string, Tree, string | readonly string[]]>([
    ['of the repository is looked into', call('../lib', 'config = var.config'), inner, ['id']],
    ['gets a part', call('../lib', 'config = var.config.vpc'), inner, ['vpc.id']],
    [
      'gets a part under another name',
      `locals {\n  vpc = var.config.vpc\n}\n${call('../lib', 'config = local.vpc')}`,
      inner,
      ['vpc.id'],
    ],
    ['gets a single value', call('../lib', 'id = var.config.vpc.id'), inner, ['vpc.id']],
    ['gets something that is made of it', call('../lib', 'config = merge(var.config.vpc, {})'), inner, ['vpc']],
    ['is repeated', call('../lib', 'for_each = var.config.vpcs'), inner, ['vpcs']],
    ['is repeated for each key', call('../lib', 'for_each = var.config'), inner, 'everything'],
    [
      'has its source changed by an override file',
      call('../lib', 'config = var.config.vpc'),
      { ...inner, 'app/main_override.tf': call('../other', ''), 'other/main.tf': config },
      ['vpc'],
    ],
    ['of somewhere else gets all', call('git::https://example.com/m.git', 'config = var.config'), {}, 'everything'],
    ['of somewhere else gets a part', call('git::https://example.com/m.git', 'vpc = var.config.vpc'), {}, ['vpc']],
    ['is named by a pin', call('../{{name}}', 'config = var.config'), inner, 'everything'],
    ['does not exist', call('../nothing', 'config = var.config'), {}, 'everything'],
    ['is JSON', call('../lib', 'config = var.config'), { 'lib/main.tf.json': '{}' }, 'everything'],
    [
      'looks at the configuration’s file',
      call('../lib', 'id = 1'),
      { 'lib/main.tf': 'output "x" {\n  value = file("${path.root}/variables.tfvars.json")\n}\n' },
      'everything',
    ],
  ])('%s', async (_, main, modules, expected) => {
    expect(await read({ 'app/main.tf': `${config}${main}`, ...modules })).toEqual(expected);
  });

  test('passes it on to a module of the same relative name in another folder', async () => {
    const tree = {
      'app/main.tf': `${config}${call('./part', 'config = var.config')}`,
      'app/part/main.tf': `${config}${call('./part', 'config = var.config.deep')}`,
      'app/part/part/main.tf': `${config}output "x" {\n  value = var.config.id\n}\n`,
    };
    expect(await read(tree)).toEqual(['deep.id']);
  });
});

test('modules that call themselves are followed to an end', async () => {
  const itself = `${config}module "m" {\n  source = "../lib"\n  config = var.config.a\n}\n`;
  const tree = { 'app/main.tf': itself, 'lib/main.tf': itself };
  expect(await read(tree)).toHaveLength(1);
});

test.each([
  ['JSON', { 'app/main.tf.json': '{"output": {"x": {"value": "${var.config.a}"}}}' }],
  ['a file that cannot be read as HCL', { 'app/main.tf': 'output "x" {\n  value = = var.config.a\n}\n' }],
])('%s may read everything', async (_, tree) => {
  expect(await read(tree)).toBe('everything');
});
