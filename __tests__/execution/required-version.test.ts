import { expect, test } from '@jest/globals';
import { requiredVersion } from '../../src/execution/required-version.ts';
import { openProject } from '../../src/project/project.ts';
import type { Tool } from '../../src/terraform/wanted-program.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

const code = 'infra/compositions/terraform';

async function required(files: Readonly<Record<string, string>>, tool: Tool = 'terraform') {
  const snapshot = memorySnapshot({ 'infra/config/env=dev/composition=vpc/vpc.yaml': 'a: 1\n', ...files });
  return requiredVersion(await openProject(snapshot, 'infra'), tool);
}

const requires = (constraint: string): string => `terraform {\n  required_version = "${constraint}"\n}\n`;

test('every constraint of the code must hold, each is named once', async () => {
  expect(
    await required({
      [`${code}/aws/vpc/main.tf`]: requires('>= 1.5'),
      [`${code}/aws/vpc/modules/net/versions.tf.versioned`]: requires('>= 1.5, < 2'),
      [`${code}/aws/vpc/versions.tf.json`]: '{"terraform": [{"required_version": "!= 1.9.0"}]}',
      [`${code}/aws/vpc/z.tf`]: requires('>= 1.5'),
    }),
  ).toEqual({
    text: '>= 1.5, >= 1.5, < 2, != 1.9.0',
    by: 'required_version',
    place: { file: `${code}/aws/vpc/main.tf`, line: 2, column: 23 },
  });
});

test.each([
  ['1.11', '1.11.0'],
  ['= 1.11', '= 1.11.0'],
  ['v1', 'v1.0.0'],
  ['~> 1.9', '~> 1.9'],
  ['1.11.4', '1.11.4'],
])('"%s" is to Terraform "%s"', async (written, means) => {
  expect(await required({ [`${code}/vpc/main.tf`]: requires(written) })).toMatchObject({ text: means });
});

test.each([
  ['a value of each leaf', `${code}/vpc/main.tf.versioned`, requires('{{versions.terraform}}')],
  ['what cannot be read', `${code}/vpc/main.tf`, requires('newest')],
  ['a composition of no leaf', `${code}/dns/main.tf`, requires('~> 0.12')],
  ['a comment', `${code}/vpc/main.tf`, '# required_version = "1.5.0"\n'],
  ['another block', `${code}/vpc/main.tf`, 'locals {\n  required_version = "1.5.0"\n}\n'],
  ['JSON that is none', `${code}/vpc/main.tf.json`, '{"required_version'],
  ['a file that Terraform does not read', `${code}/vpc/main.tofu`, requires('1.5.0')],
])('%s says nothing', async (_, path, text) => {
  expect(await required({ [path]: text })).toBeUndefined();
});

test('OpenTofu reads main.tofu instead of main.tf', async () => {
  const files = {
    [`${code}/vpc/main.tf`]: requires('>= 1.15'),
    [`${code}/vpc/main.tofu.versioned`]: requires('>= 1.8'),
  };
  expect(await required(files, 'tofu')).toMatchObject({ text: '>= 1.8' });
  expect(await required(files)).toMatchObject({ text: '>= 1.15' });
});
