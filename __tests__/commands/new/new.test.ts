import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { symlink, writeFiles, type Files } from '../../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { createNew, type NewRequest } from '../../../src/commands/new/new.ts';

afterAll(removeTemporaryDirectories);

const project: Files = {
  'config/a.yaml': 'cloud: {type: aws}\n',
  'config/env=dev/composition=terraform/terraform=vpc/a.yaml': '{}\n',
  'compositions/terraform/aws/vpc/main.tf': 'variable "config" {}\n',
};

function run(kind: NewRequest['kind'], name: string, files: Files = {}, cloud?: string): [string, Promise<string>] {
  const directory = temporaryDirectory('project');
  writeFiles(directory, { ...project, ...files });
  const environment = { PATH: process.env['PATH'] ?? '' };
  return [directory, createNew({ kind, name, cloud, rootPath: '.' }, { directory, environment })];
}

test('a leaf renders at once', async () => {
  const [directory, text] = run('leaf', './config/env=prod//composition=vpc/');
  expect(await text).toBe(
    'Created\n  config/env=prod/composition=vpc/vpc.yaml\n\nNext\n  kompos config/env=prod/composition=vpc terraform plan\n',
  );
  expect(readFileSync(join(directory, 'config/env=prod/composition=vpc/vpc.yaml'), 'utf8')).toMatch(/^# /u);
});

test('secrets are not read, which is said', async () => {
  const [, text] = run('leaf', 'config/env=prod/composition=vpc', { 'config/b.yaml': 'a: "{{vault:a#b}}"\n' });
  expect(await text).toContain('\nIt needs 1 secret, not read here.\n\nNext\n');
});

test('what a leaf still lacks is listed', async () => {
  const template = 'module "m" {\n  source = "./{{version}}"\n}\n';
  const [, text] = run('leaf', 'config/env=prod/composition=vpc', {
    'compositions/terraform/aws/vpc/m.tf.versioned': template,
  });
  expect(await text).toContain(
    'Before it can be planned\ncompositions/terraform/aws/vpc/m.tf.versioned:2:15: Config key "version"',
  );
});

test('a composition goes where the others are, and has the variable', async () => {
  const [directory, text] = run('composition', 'dns');
  expect(await text).toContain('compositions/terraform/aws/dns/main.tf.versioned');
  expect(readFileSync(join(directory, 'compositions/terraform/aws/dns/variables.tf'), 'utf8')).toContain(
    'variable "config"',
  );
  expect(await run('composition', 'dns', {}, 'gcp')[1]).toContain('compositions/terraform/gcp/dns/');
  expect(await run('composition', 'dns', { 'compositions/terraform/x/main.tf': '' })[1]).toContain(
    '  compositions/terraform/dns/',
  );
  const settings = 'terraform: {local_path: stacks, root_path: tf}\n';
  expect(await run('composition', 'dns', { '.komposconfig.yaml': settings })[1]).toContain('  stacks/tf/dns/');
});

describe('refused', () => {
  test.each<[NewRequest['kind'], string, Files, string]>([
    ['leaf', 'config/env=dev/composition=terraform/terraform=vpc', {}, 'There is such a folder already.'],
    ['leaf', 'config/env=dev/composition=terraform', {}, 'has leaves below it'],
    ['leaf', 'config/env=x/composition=vcp', {}, 'There is no composition "vcp".\n  Did you mean "vpc"?'],
    ['leaf', 'config/env=x', {}, 'is no path of a leaf'],
    ['leaf', 'config/composition=', {}, 'is no path of a leaf'],
    ['leaf', 'config/composition=a/b/terraform=vpc', {}, 'is no path of a leaf'],
    ['leaf', 'env=x/composition=vpc', {}, 'is not below config.'],
    ['leaf', 'config/../../composition=vpc', {}, 'is not below config.'],
    ['leaf', 'config/link/composition=vpc', { 'config/link': symlink('/tmp') }, 'has to be a folder'],
    ['composition', 'vpc', {}, 'There is a composition already.'],
    ['composition', '../x', {}, 'is no name of a composition'],
    ['composition', '', {}, 'is no name of a composition'],
  ])('%s %s', async (kind, name, files, message) => {
    await expect(run(kind, name, files)[1]).rejects.toThrow(message);
  });

  test('a cloud that leads out', async () => {
    await expect(run('composition', 'x', {}, '../../..')[1]).rejects.toThrow('--cloud');
  });
});
