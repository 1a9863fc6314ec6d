import { describe, expect, test } from '@jest/globals';
import { loadHclParser } from '../../../src/rendering/hcl/hcl-grammar.ts';
import { readHcl, type HclFile } from '../../../src/rendering/hcl/hcl-file.ts';

const read = async (text: string): Promise<HclFile> => readHcl(await loadHclParser(), text);

describe('static literals: where Terraform allows no variable', () => {
  test.each([
    ['source of a module', 'module "a" {\n  source = "x{{k}}"\n}\n', [['module.a.source', 'x{{k}}', 2, 13]]],
    ['version of a module', 'module "a" {\n  version = "1"\n}\n', [['module.a.version', '1', 2, 14]]],
    ['nothing else of a module', 'module "a" {\n  name = "{{k}}"\n  providers = { a = "x" }\n}\n', []],
    ['no nested block of a module', 'module "a" {\n  dynamic "b" {\n    source = "{{k}}"\n  }\n}\n', []],
    [
      'the backend',
      'terraform {\n  backend "s3" {\n    key = "k/{{k}}"\n  }\n}\n',
      [
        ['terraform.backend.s3', 's3', 2, 12],
        ['terraform.backend.s3.key', 'k/{{k}}', 3, 12],
      ],
    ],
    [
      'required_version',
      'terraform {\n  required_version = ">= 1"\n}\n',
      [['terraform.required_version', '>= 1', 2, 23]],
    ],
    [
      'objects of required_providers',
      'terraform {\n  required_providers {\n    aws = {\n      version = "{{v}}"\n    }\n  }\n}\n',
      [['terraform.required_providers.aws.version', '{{v}}', 4, 18]],
    ],
    [
      'lists in terraform',
      'terraform {\n  experiments = ["a", "b"]\n}\n',
      [
        ['terraform.experiments', 'a', 2, 19],
        ['terraform.experiments', 'b', 2, 24],
      ],
    ],
    ['no resource', 'resource "a" "b" {\n  source = "{{k}}"\n}\n', []],
    ['no comment', '# module "a" { source = "{{k}}" }\n', []],
    [
      'multi-byte text before it',
      'module "ä🚀" {\n  /* ü🚀 */ source = "{{k}}"\n}\n',
      [['module.ä🚀.source', '{{k}}', 2, 23]],
    ],
    ['an empty string has none', 'module "a" {\n  source = ""\n}\n', []],
  ])('%s', async (_, text, expected) => {
    const { literals } = await read(text);
    expect(
      literals.map(({ address, start, end, line, column }) => [address, text.slice(start, end), line, column]),
    ).toEqual(expected);
  });
});

describe('module calls', () => {
  test('literal sources as written; others are unknown', async () => {
    const { calls } = await read(
      'module "a" {\n  source = "../x"\n}\nmodule "b" {\n  source = "${var.x}"\n}\nmodule "c" {}\n',
    );
    expect(calls).toEqual([
      { name: 'a', source: '../x', line: 1 },
      { name: 'b', source: undefined, line: 4 },
      { name: 'c', source: undefined, line: 7 },
    ]);
  });
});

describe('paths that expressions name', () => {
  test.each([
    ['file("${path.module}/../policy.json")', [{ from: 'module', text: '/../policy.json', complete: true }]],
    ['file("${ path.root }/x")', [{ from: 'root', text: '/x', complete: true }]],
    ['file("${path.module}/../p/${var.x}.json")', [{ from: 'module', text: '/../p/', complete: false }]],
    ['file("../up.json")', [{ from: 'working-directory', text: '../up.json', complete: true }]],
    ['file("./here.json")', []],
    ['fileset(path.module, "**")', [{ from: 'module', text: '', complete: false }]],
    ['"${local.base}/../x"', [{ from: 'unknown', text: '', complete: false }]],
    [
      'join("/", [path.module, "..", "x"])',
      [
        { from: 'module', text: '', complete: false },
        { from: 'unknown', text: '', complete: false },
      ],
    ],
    ['"a...b"', []],
    ['file("${path.module}/policy.json")', [{ from: 'module', text: '/policy.json', complete: true }]],
    ['"${path.module}/files/${each.key}"', [{ from: 'module', text: '/files/', complete: false }]],
    ['"${path.module}/${var.config.policy}"', [{ from: 'module', text: '/', complete: false }]],
    ['join("/", [path.module, "policies", "p.json"])', [{ from: 'module', text: '', complete: false }]],
    ['format("%s/policies/%s", path.module, "p.json")', [{ from: 'module', text: '', complete: false }]],
    ['merge(local.tags, { module = path.module })', [{ from: 'module', text: '', complete: false }]],
    [
      'templatefile("${path.module}/x.tftpl", { dir = path.module })',
      [
        { from: 'module', text: '/x.tftpl', complete: true },
        { from: 'module', text: '', complete: false },
      ],
    ],
    [
      'format("${path.module}/../%s", "p.json")',
      [
        { from: 'module', text: '/../', complete: false },
        { from: 'unknown', text: '', complete: false },
      ],
    ],
    ['basename(abspath(path.module))', [{ from: 'module', text: '', complete: false }]],
    ['file(abspath("../up.json"))', [{ from: 'working-directory', text: '../up.json', complete: true }]],
    ['file(var.up ? "../up.json" : "here.json")', [{ from: 'working-directory', text: '../up.json', complete: true }]],
    ['[for f in fileset("${path.module}/p", "**") : dirname(f)]', [{ from: 'module', text: '/p', complete: true }]],
    [
      '"../up.json"',
      [
        { from: 'working-directory', text: '../up.json', complete: true },
        { from: 'module', text: '../up.json', complete: true },
      ],
    ],
    ['file(local.policies[var.name])', [{ from: 'local', text: 'policies', complete: true }]],
    ['filesha1(data.archive_file.lambda.output_path)', []],
    ['basename(dirname(abspath(path.root)))', [{ from: 'root', text: '', complete: false }]],
    ['replace(path.module, "\\\\", "/")', [{ from: 'module', text: '', complete: false }]],
    ['file(local.policies["a"].path)', [{ from: 'local', text: 'policies', complete: true }]],
    ['file(local.policy)', [{ from: 'local', text: 'policy', complete: true }]],
  ])('%s', async (expression, expected) => {
    const { paths } = await read(`locals {\n  x = ${expression}\n}\n`);
    expect(paths).toEqual(expected);
  });

  test.each([
    'file(format("%s/../policies/p.json", path.module))',
    'file(replace("@/../policies/p.json", "@", path.module))',
    'file(replace("x/../policies/p.json", "x", path.module))',
    '"%s/../policies/p.json"',
    'fileset(path.module, "../policies/*")',
    'file("${dirname(abspath(path.module))}/policies/p.json")',
    'dirname(path.module)',
    'dirname("${path.module}")',
    'dirname(local.folder)',
    '"${dirname(path.cwd)}/policies"',
    'trimsuffix(path.root, "/app")',
    'join("/", slice(split("/", abspath("x")), 0, 3))',
    'templatefile("x.tftpl", { dir = dirname(path.module) })',
    'join("/", [path.module, "../policies/p.json"])',
    '"${path.module}/${"../policies"}/p.json"',
    '"${path.module}%{ if var.up }/../policies%{ endif }/p.json"',
    'file(var.config.policy)',
    'file(var.config["policy"])',
    'file("${var.config.policy}")',
    'file("${var.config.folder}/p.json")',
    'file(try(var.config.policy, "p.json"))',
    'file(var.own ? "p.json" : var.config.policy)',
    'fileset(var.folder, "*")',
    'file(element([var.config.p, "x"], 0))',
    'file(data.external.x.result.path)',
    'file({ var = "x", x = var.config.p }.x)',
    'templatefile(each.value, {})',
  ])('%s may lead anywhere', async (expression) => {
    const { paths } = await read(`locals {\n  x = ${expression}\n}\n`);
    expect(paths).toContainEqual({ from: 'unknown', text: '', complete: false });
  });

  test('local values that say in plain words where they lead', async () => {
    const { localPaths } = await read(
      'locals {\n  a = "${path.module}/x"\n  b = path.module\n  c = var.config.c\n  d = "${var.config.d}/x"\n  e = "x/${var.e}"\n  f = { x = "../x" }\n  g = { x = "../x", y = var.config.y }\n  h = { for k in ["a"] : k => "${path.module}/${k}" }\n  i = merge(local.f, {})\n}\n',
    );
    expect(localPaths).toEqual(['a', 'b', 'e', 'f', 'h']);
  });

  const here = { from: 'module', text: '', complete: false };
  test.each([
    ['fileset(path.module, "*")', [here]],
    ['{ a = path.module }', [here]],
    ['{ for file in local.files : file.name => file }', [{ from: 'local', text: 'files', complete: true }]],
    ['var.files', [{ from: 'unknown', text: '', complete: false }]],
    ['{ a = var.config.a, b = "x" }', [{ from: 'unknown', text: '', complete: false }]],
  ])('a file for each of %s', async (forEach, expected) => {
    const call = `  for_each = ${forEach}\n  x = file(each.value)\n}\n`;
    for (const block of ['resource "a" "b"', 'module "m"']) {
      expect((await read(`${block} {\n${call}`)).paths).toEqual(expected);
    }
  });
});

test('a backend and its settings', async () => {
  const text =
    'terraform {\n  backend "s3" {\n    bucket = "b"\n    assume_role {\n      role_arn = "r"\n    }\n  }\n}\n';
  const { backends } = await read(text);
  expect(
    backends.map(({ type, settings }) => [
      type,
      settings.map(({ name, start, end }) => [name, text.slice(start, end)]),
    ]),
  ).toEqual([
    [
      's3',
      [
        ['bucket', '"b"'],
        ['assume_role.role_arn', '"r"'],
      ],
    ],
  ]);
});

test('what cannot be parsed is listed, and nothing throws', async () => {
  const { errors } = await read('module "a" {\n  source = "{{k}}\n}\n');
  expect(errors.length).toBeGreaterThan(0);
});
