/** Attacks on what counts as read: each names a file outside of the composition in a way that hides it. */
import { describe, expect, test } from '@jest/globals';
import { openEnvironment } from '../../../src/hierarchy/environment-reader.ts';
import { formatProblem } from '../../../src/base/problems.ts';
import { describeLeaf } from '../../../src/project/leaves.ts';
import { leavesOf, openProject } from '../../../src/project/project.ts';
import { createCaches, openRenderer, type RenderResult } from '../../../src/rendering/renderer.ts';
import { memorySnapshot, type Tree } from '../../support/memory-snapshot.ts';
import { NOTHING_OUTSIDE } from '../../../src/rendering/outside.ts';

const APP = 'compositions/terraform/app';
const CALL = 'locals {\n  kind = "small"\n}\nmodule "m" {\n  source = SOURCE\n}\n';

async function render(files: Tree, yaml = ''): Promise<RenderResult> {
  const tree: Tree = {
    'config/composition=app/app.yaml': `name: app\n${yaml}`,
    [`${APP}/main.tf`]: '',
    'modules/small/main.tf': '',
    'modules/other/main.tf': '',
    'docs/x.md': '',
    ...Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name.includes('/') ? name : `${APP}/${name}`, text]),
    ),
  };
  const project = await openProject(memorySnapshot(tree), '');
  const renderer = openRenderer(
    project,
    leavesOf(project),
    openEnvironment({}),
    createCaches(),
    undefined,
    NOTHING_OUTSIDE,
  );
  return renderer.render(describeLeaf('config/composition=app'));
}

async function reached(files: Tree, yaml = ''): Promise<string | readonly string[]> {
  const result = await render(files, yaml);
  if (!result.ok) return result.problems.map(formatProblem).join('\n');
  const { modules, files: others, anywhere } = result.reach;
  return anywhere === undefined
    ? [...modules.map(({ folder }) => folder), ...others.map(({ path }) => path)]
    : 'anywhere';
}

describe('the source of a module', () => {
  test.each<[string, string | readonly string[]]>([
    ['"../../../modules/${local.kind}"', ['modules/small']],
    ['"../../../modules/${var.config.kind}"', ['modules/other']],
    ['"../../../modules/${var.unknown}"', 'anywhere'],
    ['("../../../modules/small")', ['modules/small']],
    ['"../../../${"modules"}/small"', ['modules/small']],
    ['"..\\u002f../../modules/small"', ['modules/small']],
    ['"\\u002e./../../modules/small"', ['modules/small']],
    ['"${"."}./../../modules/small"', ['modules/small']],
    ['base64decode("Li4vLi4vLi4vbW9kdWxlcy9zbWFsbA==")', ['modules/small']],
    ['"/"', 'anywhere'],
    ['"/srv/m"', 'anywhere'],
    ['"file:///srv/m"', 'anywhere'],
    ['"../../../../outside"', 'anywhere'],
    ['"git::https://example.com/m.git//sub?ref=${var.config.kind}"', []],
    ['"terraform-aws-modules/vpc/aws"', []],
  ])('%s', async (source, expected) => {
    expect(await reached({ 'm.tf': CALL.replace('SOURCE', source) }, 'kind: other\n')).toEqual(expected);
  });

  test.each([
    ['a file of OpenTofu', { 'm.tofu': CALL.replace('SOURCE', '"../../../modules/small"') }],
    ['its JSON', { 'm.tofu.json': '{"module": {"m": {"source": "../../../modules/small"}}}' }],
    [
      'an override file',
      {
        'm.tf': CALL.replace('SOURCE', '"a/b/c"'),
        'x_override.tofu': CALL.replace('SOURCE', '"../../../modules/small"'),
      },
    ],
  ])('in %s', async (_, files) => {
    expect(await reached(files)).toEqual(['modules/small']);
  });
});

describe('a path', () => {
  const P = ['compositions/terraform/policies/p.json'];
  test.each<[string, string | readonly string[]]>([
    ['"${path.module}/../policies/p.json"', P],
    ['"../policies/p.json"', P],
    ['format("%s/../policies/p.json", path.module)', P],
    ['replace("@/../policies/p.json", "@", path.module)', 'anywhere'],
    ['"${dirname(abspath(path.module))}/policies/p.json"', P],
    ['"${path.module}/${"../policies"}/p.json"', P],
    ['"${path.module}%{ if var.up }/../policies%{ endif }/p.json"', P],
    ['join("/", [path.module, "../policies/p.json"])', P],
    ['join("/", [path.module, "..", "policies", "p.json"])', P],
    ['join("/", concat(slice(split("/", abspath("x")), 0, 3), ["p.json"]))', 'anywhere'],
    ['trimsuffix(path.root, "/app")', 'anywhere'],
    ['"${dirname(path.cwd)}/policies/p.json"', P],
    ['var.up ? "../policies/p.json" : "here.json"', P],
    ['{ var = "x", x = var.config.p }.x', P],
    ['element([var.config.p, "x"], 0)', P],
    ['try(var.config["p"], "p.json")', P],
    ['"${var.config.up}/policies/p.json"', P],
    ['data.external.x.result.path', 'anywhere'],
    ['each.value', 'anywhere'],
    ['"a...b"', []],
    ['"${path.module}/${var.config.name}/p.json"', []],
  ])('%s', async (path, expected) => {
    const code = `variable "up" {}\noutput "x" {\n  value = file(${path})\n}\n`;
    const files = { 'compositions/terraform/policies/p.json': '', 'm.tf': code };
    expect(await reached(files, 'p: ../policies/p.json\nup: ".."\n')).toEqual(expected);
  });

  test.each([
    ['fileset(path.module, "../policies/*")', 'anywhere'],
    ['fileset("${path.module}/..", "policies/*")', P],
    ['provider::local::direxists("../policies")', P],
    ['dirname(path.module)', []],
  ])('%s', async (expression, expected) => {
    const files = {
      'compositions/terraform/policies/p.json': '',
      'm.tf': `output "x" {\n  value = ${expression}\n}\n`,
    };
    expect(await reached(files)).toEqual(expected);
  });
});

describe('what cannot be read may lead anywhere', () => {
  test.each<[string, Tree]>([
    ['a heredoc whose name is not ASCII', { 'm.tf': 'locals {\n  a = <<ÄX\n..\nÄX\n  b = 1\n}\n' }],
    ['a syntax error', { 'm.tf': 'locals {\n  a = = 1\n}\n' }],
    ['JSON that says something twice', { 'm.tf.json': '{"module": {"m": {"source": "./x"}}, "module": {}}' }],
    ['no JSON', { 'm.tf.json': '{' }],
  ])('%s', async (_, files) => {
    expect(await reached(files)).toBe('anywhere');
  });
});

describe('a text that a provider is given', () => {
  const given = (value: string): Tree => ({ 'm.tf': `resource "x" "y" {\n  name = ${value}\n}\n` });

  test.each([
    '"a-${var.config.name}.zip"',
    '"${x.a.id}.${x.b.zone}.example.com"',
    'replace(var.config.name, ".", "-")',
    'jsonencode({ a = var.config.name, b = [for k in ["x"] : k] })',
    '"/healthz"',
    '"~> 1.0"',
    'merge({ Name = "x" }, var.config)',
    '"${path.module}/templates/${var.config.name}"',
    'substr(x.y.z, 0, 8)',
    'base64decode(data.x.y.ca)',
    '"arn:aws:s3:::${var.config.name}/*"',
    'basename(dirname(path.cwd))',
  ])('%s stays inside', async (value) => {
    expect(await reached(given(value))).toEqual([]);
  });

  test.each([
    'var.config.name == "a" ? var.config.up : "x"',
    '"${var.config.up}/docs"',
    'substr(var.config.up, 0, 2)',
    '"cat ../../../docs/x.md"',
    '"$(git rev-parse --show-toplevel)/docs/x.md"',
    '"cd $GITHUB_WORKSPACE && ./x"',
    '"$${GITHUB_WORKSPACE}/docs/x.md"',
    '"cat $(dirname $PWD)/x"',
    '"cat .\'\'./x"',
    '"cat .\\\\./x"',
    '"/proc/self/environ"',
    '"/home/runner/work/r/r"',
  ])('%s does not', async (value) => {
    expect(await reached(given(value), 'up: "../../.."\n')).not.toEqual([]);
  });
});

describe('values that take another road', () => {
  const UP = ['compositions/terraform/up.txt'];
  const tree = (files: Tree): Tree => ({ 'compositions/terraform/up.txt': '', [`${APP}/files/in.txt`]: '', ...files });
  const run = (line: string): string =>
    `resource "terraform_data" "x" {\n  input = file("run.txt")\n  provisioner "local-exec" {\n    ${line}\n  }\n}\n`;
  const RUN = 'cat ../up.txt\necho\n';

  test.each<[string, Tree]>([
    [
      'self in a provisioner',
      {
        'm.tf': `resource "terraform_data" "x" {
          input = "../../up.txt"
          provisioner "local-exec" {
            command = "echo \${file("files/\${self.input}")}"
          }
        }`,
      },
    ],
    [
      'what a variable of an object type has where nothing is given',
      {
        'm.tf': `variable "p" {
          type    = map(object({ a = optional(string, "../../up.txt") }))
          default = { x = {} }
        }
        output "x" {
          value = file("files/\${var.p.x.a}")
        }`,
      },
    ],
    [
      'for_each in an override file',
      {
        'm.tf': 'module "m" {\n  source = "./r"\n  p = each.value\n}\n',
        'm_override.tf': 'module "m" {\n  for_each = toset(["../../up.txt"])\n}\n',
        [`${APP}/r/main.tf`]: 'variable "p" {}\noutput "x" {\n  value = file("${path.root}/files/${var.p}")\n}\n',
      },
    ],
    [
      'what lies beside the folder of a module',
      { 'm.tf': 'output "x" {\n  value = file("${dirname(abspath(path.module))}/up.txt")\n}\n' },
    ],
  ])('%s', async (_, files) => {
    expect(await reached(tree(files))).toEqual(expect.arrayContaining(UP));
  });

  test.each<[string, Tree]>([
    [
      'a file of variables with a part that cannot be read',
      {
        'm.tf': 'variable "p" {}\noutput "x" {\n  value = file("files/${var.p}")\n}\n',
        'terraform.tfvars': 'a = <<ÄX\n..\nÄX\np = "../../up.txt"\n',
      },
    ],
    [
      'a format with the number behind the width',
      { 'm.tf': 'output "x" {\n  value = file("files/${trimspace(format("%5[2]s", 1, "../../up.txt"))}")\n}\n' },
    ],
    [
      'a template that puts dots together out of a number',
      { 'm.tf': 'output "x" {\n  value = file("files/${templatestring(var.config.t, {})}")\n}\n' },
    ],
    ['a program of another resource', { 'm.tf': run('command = self.input'), 'run.txt': RUN }],
    ['an interpreter', { 'm.tf': run('interpreter = ["sh", "-c", file("run.txt")]'), 'run.txt': RUN }],
    [
      'a command in JSON',
      {
        'm.tf.json': JSON.stringify({
          resource: { terraform_data: { x: { provisioner: [{ 'local-exec': { command: '${file("run.txt")}' } }] } } },
        }),
        'run.txt': RUN,
      },
    ],
    [
      'a module that is told what to call next',
      {
        'm.tf': 'module "m" {\n  source = "../a"\n  next = "../a"\n}\n',
        'compositions/terraform/a/main.tf':
          'variable "next" {\n  const = true\n}\nmodule "n" {\n  source = var.next\n  next = "../../../docs"\n}\n',
      },
    ],
    ['a clone of the working copy', { 'm.tf': 'module "m" {\n  source = "git::/github/workspace"\n}\n' }],
  ])('%s', async (_, files) => {
    // A text that has no dot in it, and looks as tame as a name.
    const t = 'a/${substr(5 / 10, 1, 1)}${substr(5 / 10, 1, 1)}/${substr(5 / 10, 1, 1)}${substr(5 / 10, 1, 1)}/up';
    expect(await reached(tree(files), `t: '${t}'\n`)).toBe('anywhere');
  });
});

describe('problems instead of a stack or a wrong state', () => {
  test.each<[string, Tree, RegExp]>([
    ['provider.tofu.json', { 'provider.tofu.json': '{}' }, /OpenTofu would read this file/u],
    ['provider.tofu.json as a template', { 'provider.tofu.json.versioned': '{}' }, /OpenTofu would read this file/u],
    ['provider.tf.json as a template', { 'provider.tf.json.versioned': '{}' }, /Kompos writes a file of this name/u],
    ...['tf', 'tofu', 'tf.json', 'tofu.json'].map((ending): [string, Tree, RegExp] => [
      `a template of X.${ending} beside X.${ending}`,
      { [`m.${ending}.versioned`]: '{}', [`m.${ending}`]: '{}' },
      new RegExp(`app/m\\.${ending}\\.versioned: .*as well: compositions/terraform/app/m\\.${ending}\\n`, 'u'),
    ]),
    [
      'another backend for OpenTofu',
      {
        'b.tf': 'terraform {\n  backend "s3" {\n    key = "a"\n  }\n}\n',
        'b.tofu': 'terraform {\n  backend "s3" {\n    key = "b"\n  }\n}\n',
      },
      /keep the state in different places/u,
    ],
    [
      '20,000 nested lists',
      { 'm.tf': `locals {\n  a = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n}\n` },
      /nests brackets/u,
    ],
    ['20,000 operators', { 'm.tf': `locals {\n  a = 1${' + 1'.repeat(20_000)}\n}\n` }, /too many operators|^$/u],
    ['10 MB', { 'm.tf': '# comment\n'.repeat(1_000_000) }, /is larger than 2 MB/u],
  ])('%s', async (_, files, message) => {
    const result = await render(files);
    expect(result.ok ? '' : result.problems.map(formatProblem).join('\n')).toMatch(message);
  });

  test('a function named like what every object has', async () => {
    expect((await render({ 'm.tf': 'locals {\n  a = constructor(".", "x")\n}\n' })).ok).toBe(true);
  });

  test('a template of OpenTofu gets its pins', async () => {
    const result = await render({ 'm.tofu.versioned': 'module "m" {\n  source = "../{{name}}"\n}\n' });
    expect(result.ok ? result.rendering.files.map(({ name }) => name) : []).toContain('m.tofu');
    expect(result.ok ? result.rendering.pins.map(({ value }) => value) : []).toEqual(['../app']);
  });
});

test.each([
  ['\u00e9', 'e\u0301'],
  // The sign of the unit kelvin.
  ['K', '\u212a'],
])('a text under a key in another normal form leads where it says: %s', async (inCode, inYaml) => {
  const files = { [`${APP}/files/in.txt`]: '', 'compositions/terraform/up.txt': '' };
  const code = `output "x" {\n  value = file("files/\${var.config.${inCode}}")\n}\n`;
  expect(await reached({ ...files, 'm.tf': code }, `${inYaml}: ../../up.txt\n`)).toEqual([
    'compositions/terraform/up.txt',
  ]);
});

test.each(['file("../e\u0301.txt")', 'file("../${"e"}${"\\u0301"}.txt")', 'file("../\u00e9.txt")'])(
  'a path is one in NFC, as Terraform has it: %s',
  async (value) => {
    const files = { 'compositions/terraform/\u00e9.txt': '', 'm.tf': `output "x" {\n  value = ${value}\n}\n` };
    expect(await reached(files)).toEqual(['compositions/terraform/\u00e9.txt']);
  },
);

test('a key is read whatever normal form its name has in YAML and in HCL', async () => {
  for (const [inYaml, inCode] of [
    ['e\u0301', '\u00e9'],
    ['\u00e9', 'e\u0301'],
  ] as const) {
    const result = await render({ 'm.tf': `output "x" {\n  value = var.config.${inCode}\n}\n` }, `${inYaml}: 1\n`);
    expect(result.ok ? result.use.values : []).toEqual([['\u00e9']]);
  }
});
