import { describe, expect, test } from '@jest/globals';
import { wantedTool, wantedVersion, type Wishes } from '../../src/terraform/wanted-program.ts';

const nothing: Wishes = {
  tool: undefined,
  version: undefined,
  files: { terraform: undefined, tofu: undefined },
  setting: undefined,
};
const terraform = { file: 'infra/.terraform-version', text: '1.11.4\n' };
const tofu = { file: 'infra/.opentofu-version', text: '# for tenv\n\n1.10.0 # newest\n' };
const setting = { place: { file: 'infra/.komposconfig.yaml', line: 2, column: 12 }, text: '~> 1.9' };

test.each<[string, Partial<Wishes>, string | undefined, string | undefined, string | undefined]>([
  ['nothing: what is on PATH', {}, undefined, undefined, undefined],
  [
    'the input first',
    { version: 'latest', files: { terraform, tofu }, setting },
    undefined,
    'latest',
    'input "terraform-version"',
  ],
  [
    'then the version file, which also names the program',
    { files: { terraform, tofu: undefined }, setting },
    'terraform',
    '1.11.4',
    '.terraform-version',
  ],
  ['then the setting', { setting }, undefined, '~> 1.9', 'terraform.version'],
  [
    'OpenTofu alone has a version file',
    { files: { terraform: undefined, tofu }, setting },
    'tofu',
    '1.10.0',
    '.opentofu-version',
  ],
  ['both have one: what is on PATH', { files: { terraform, tofu } }, undefined, '1.11.4', '.terraform-version'],
  ['the tool chooses the file', { tool: 'tofu', files: { terraform, tofu } }, 'tofu', '1.10.0', '.opentofu-version'],
  [
    'a tool never reads the other file',
    { tool: 'tofu', files: { terraform, tofu: undefined } },
    'tofu',
    undefined,
    undefined,
  ],
  ['terraform.version says nothing about OpenTofu', { tool: 'tofu', setting }, 'tofu', undefined, undefined],
  [
    'nor the other way',
    { tool: 'terraform', files: { terraform: undefined, tofu } },
    'terraform',
    undefined,
    undefined,
  ],
])('%s', (_, wishes, tool, version, by) => {
  const all = { ...nothing, ...wishes };
  const wanted = wantedVersion(all, wantedTool(all) ?? 'terraform');
  expect([wantedTool(all), wanted?.text, wanted?.by]).toEqual([tool, version, by]);
});

describe('what cannot be read', () => {
  test.each(['', 'newest', 'latest:^1.9', 'min-required', 'v1.x', '>= 1.5 < 2'])('"%s" in a version file', (text) => {
    expect(() =>
      wantedVersion({ ...nothing, files: { terraform: { ...terraform, text }, tofu: undefined } }, 'terraform'),
    ).toThrow(`infra/.terraform-version: .terraform-version "${text}" is neither a version nor a constraint.`);
  });

  test('the input: named', () => {
    expect(() => wantedVersion({ ...nothing, version: 'newest' }, 'tofu')).toThrow(
      'Input "terraform-version" "newest" is neither a version nor a constraint.\n  Allowed: a version (1.11.4)',
    );
  });
});
