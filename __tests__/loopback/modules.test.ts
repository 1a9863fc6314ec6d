import { afterAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from '../../loopback/file-tree.ts';
import { runGit } from '../../loopback/git-command.ts';
import { createTerraformModules } from '../../loopback/modules.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform, runTerraform } from '../../loopback/terraform.ts';

afterAll(removeTemporaryDirectories);

test('git finds the documented addresses on this machine', async () => {
  const { environment } = await createTerraformModules();
  const addresses = [
    'https://github.com/org/terraform-modules.git',
    'ssh://git@github.com/org/terraform-modules.git',
    'git@github.com:org/terraform-modules.git',
  ];
  for (const address of addresses) {
    const tags = await runGit('/', ['ls-remote', '--tags', address], environment);
    expect(tags).toMatch(/refs\/tags\/v1\.5\.0\n.*refs\/tags\/v2\.0\.0-rc$/u);
  }
});

const terraform = findTerraform();
if (terraform === undefined) console.warn('terraform is not on PATH: the tests with real Terraform are skipped.');

(terraform === undefined ? describe.skip : describe)('with Terraform', () => {
  test('a source is fetched at its version; a version that is not there is an error', async () => {
    const modules = await createTerraformModules();
    const directory = temporaryDirectory('root-module');
    const sourcing = (source: string) => {
      writeFiles(directory, {
        'main.tf': `module "vpc" {\n  source = "${source}"\n  name = "a"\n  cidr_block = "10.0.0.0/16"\n}\n`,
      });
    };
    const get = () => runTerraform(directory, ['get', '-update', '-no-color'], modules.environment);
    const fetched = (file: string) => readFile(join(directory, '.terraform/modules/vpc/vpc', file), 'utf8');

    sourcing(modules.source('vpc', 'v1.5.0'));
    expect(await get()).toMatchObject({ code: 0 });
    await expect(fetched('subnets.tf')).rejects.toThrow('ENOENT');

    sourcing(modules.source('vpc', 'v2.0.0-rc'));
    expect(await get()).toMatchObject({ code: 0 });
    expect(await fetched('subnets.tf')).toContain('cidrsubnet');
    expect(await runTerraform(directory, ['init', '-no-color'], modules.environment)).toMatchObject({ code: 0 });
    expect(await runTerraform(directory, ['plan', '-no-color'], modules.environment)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 to add'),
    });

    sourcing(modules.source('vpc', 'v9'));
    expect(await get()).toMatchObject({ code: 1, stderr: expect.stringContaining('v9') });
  });
});
