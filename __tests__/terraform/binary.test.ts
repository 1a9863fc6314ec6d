import { afterAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { checkVersion, findTerraform } from '../../src/terraform/binary.ts';

afterAll(removeTemporaryDirectories);

const place = { file: '.komposconfig.yaml' };

describe('terraform.version', () => {
  test.each([
    ['1.11.4', '1.11.4'],
    ['1.11.4', 'v1.11.4'],
    ['1.11.4', '= 1.11.4'],
    ['1.11.4', 'v1'],
    ['1.11.4', '1'],
    ['1.11.4', '1.11'],
    ['1.11.4', '~> 1.9'],
    ['1.11.4', '~>1.11.0'],
    ['1.11.4', '~> 1'],
    ['1.11.4', '>= 1.5, < 2'],
    ['1.11.4', '>=1.11.4'],
    ['1.11.4', '<= 1.11.4, != 1.11.3'],
    ['1.12.0-rc1', '1.12.0-rc1'],
    ['1.12.0-rc1', '1.12'],
  ])('%s fits "%s"', (version, wanted) => {
    expect(() => {
      checkVersion(version, wanted, place);
    }).not.toThrow();
  });

  test.each([
    ['1.11.4', '1.11.3'],
    ['1.11.4', 'v0'],
    // A beginning ends at a dot: 1.1 is not the beginning of 1.11.
    ['1.11.4', '1.1'],
    ['1.11.4', '~> 1.12'],
    ['1.11.4', '~> 1.9.0'],
    ['2.0.0', '~> 1.9'],
    ['2.0.0', '>= 1.5, < 2'],
    ['1.4.9', '>= 1.5, < 2'],
    ['1.11.4', '!= 1.11.4'],
    ['1.11.4', '> 1.11.4'],
    ['1.11.4', '< 1.11.4'],
    ['1.12.0-rc1', '>= 1.12.0'],
    ['1.12.0', '1.12.0-rc1'],
  ])('%s does not fit "%s"', (version, wanted) => {
    expect(() => {
      checkVersion(version, wanted, place);
    }).toThrow(`.komposconfig.yaml: Terraform is ${version}, but terraform.version asks for "${wanted}".`);
  });

  test.each(['', 'latest', '1.x', '>= 1.5 < 2', '1.2.3.4', '=> 1.5', '>= 1.5,', '^1.5'])(
    '"%s" cannot be read',
    (wanted) => {
      expect(() => {
        checkVersion('1.11.4', wanted, place);
      }).toThrow(`terraform.version "${wanted}" is neither a version nor a constraint.`);
    },
  );
});

describe('which Terraform', () => {
  const says = (version: string) => executable(`#!/bin/sh\necho 'Terraform v${version}'\n`);
  const broken = executable('#!/bin/sh\necho "no such machine" >&2\nexit 3\n');

  function machine(): {
    folder: string;
    find: (environment: Record<string, string>) => ReturnType<typeof findTerraform>;
  } {
    const folder = temporaryDirectory('binary');
    writeFiles(folder, {
      'first/terraform': says('1.1.1'),
      'second/terraform': says('2.2.2'),
      'wrapped/terraform': says('8.8.8'),
      'wrapped/terraform-bin': says('3.3.3'),
      'unwrapped/terraform': says('4.4.4'),
      'not-executable/terraform': 'text',
      'folder/terraform/terraform': says('9.9.9'),
      'broken/terraform': broken,
      'empty/readme': '',
    });
    return { folder, find: (environment) => findTerraform(folder, environment, createChildProcesses()) };
  }

  test.each([
    ['the first on PATH', ['first', 'second'], undefined, '1.1.1', 'first/terraform'],
    ['setup-terraform wraps it: the real binary', ['wrapped', 'first'], 'wrapped', '3.3.3', 'wrapped/terraform-bin'],
    ['whatever stands first on PATH', ['first', 'wrapped'], 'wrapped', '3.3.3', 'wrapped/terraform-bin'],
    ['no wrapper was installed', ['unwrapped'], 'unwrapped', '4.4.4', 'unwrapped/terraform'],
    ['only what can run', ['empty', 'not-executable', 'folder', 'second'], undefined, '2.2.2', 'second/terraform'],
  ])('%s', async (_, path, wrapped, version, expected) => {
    const { folder, find } = machine();
    const found = await find({
      PATH: path.map((each) => join(folder, each)).join(':'),
      ...(wrapped === undefined ? {} : { TERRAFORM_CLI_PATH: join(folder, wrapped) }),
    });
    expect(found).toMatchObject({ path: join(folder, expected), program: 'Terraform', version });
  });

  test.each([['empty'], ['not-executable'], ['folder']])('none in "%s": how to get it', async (path) => {
    const { folder, find } = machine();
    await expect(find({ PATH: join(folder, path) })).rejects.toThrow(
      /^Terraform was not found on PATH\.\n.*hashicorp\/setup-terraform.*https:\/\/developer\.hashicorp\.com\/terraform\/install/u,
    );
  });

  test('no PATH at all', async () => {
    await expect(findTerraform('/', {}, createChildProcesses())).rejects.toThrow('Terraform was not found on PATH.');
  });

  test('runs in the project root: a version manager chooses by what lies there', async () => {
    const { folder, find } = machine();
    writeFiles(folder, {
      'shim/terraform': executable('#!/bin/sh\nread version <.version && echo "Terraform v$version"\n'),
      '.version': '5.5.5\n',
    });
    expect(await find({ PATH: join(folder, 'shim') })).toMatchObject({ version: '5.5.5' });
  });

  test('one that cannot say its version: its own words', async () => {
    const { folder, find } = machine();
    await expect(find({ PATH: join(folder, 'broken') })).rejects.toThrow(
      `"${join(folder, 'broken/terraform')} version" failed: no such machine`,
    );
  });
});
