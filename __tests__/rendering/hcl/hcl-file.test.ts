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
