import { afterAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { findTerraform } from '../../src/terraform/binary.ts';
import type { Tool } from '../../src/terraform/wanted-program.ts';

afterAll(removeTemporaryDirectories);

describe('which Terraform', () => {
  const says = (version: string) => executable(`#!/bin/sh\necho 'Terraform v${version}'\n`);
  const broken = executable('#!/bin/sh\necho "no such machine" >&2\nexit 3\n');

  function machine(): {
    folder: string;
    find: (environment: Record<string, string>, tool?: Tool) => ReturnType<typeof findTerraform>;
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
    return { folder, find: (environment, tool) => findTerraform(folder, environment, createChildProcesses(), tool) };
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

  test.each([['empty'], ['not-executable'], ['folder']])('none in "%s"', async (path) => {
    const { folder, find } = machine();
    expect(await find({ PATH: join(folder, path) })).toBeUndefined();
  });

  test('no PATH at all', async () => {
    expect(await findTerraform('/', {}, createChildProcesses())).toBeUndefined();
  });

  test.each([
    [undefined, 'Terraform', 'both/terraform'],
    ['terraform', 'Terraform', 'both/terraform'],
    ['tofu', 'OpenTofu', 'both/tofu'],
  ] as const)('both programs are there, and the tool is %s: %s', async (tool, program, expected) => {
    const { folder, find } = machine();
    writeFiles(folder, {
      'both/terraform': says('1.1.1'),
      'both/tofu': executable("#!/bin/sh\necho 'OpenTofu v1.12.6'\n"),
    });
    const found = await find({ PATH: join(folder, 'both') }, tool);
    expect(found).toMatchObject({ program, path: join(folder, expected) });
  });

  test('never takes one program for the other', async () => {
    const { folder, find } = machine();
    expect(await find({ PATH: join(folder, 'first') }, 'tofu')).toBeUndefined();
  });

  test('the program that tfenv would start: its shim chooses anew in each folder', async () => {
    const { folder, find } = machine();
    writeFiles(folder, {
      'tfenv/bin/terraform': says('6.6.6'),
      'tfenv/libexec/tfenv-exec': '',
      'tfenv/versions/6.6.6/terraform': says('6.6.6'),
    });
    const found = await find({ PATH: join(folder, 'tfenv/bin') });
    expect(found).toMatchObject({ path: join(folder, 'tfenv/versions/6.6.6/terraform'), version: '6.6.6' });
  });

  test.each([
    ['terraform', 'Terraform'],
    ['tofu', 'OpenTofu'],
  ] as const)('the %s that tenv would start', async (tool, program) => {
    const { folder, find } = machine();
    const binary = executable(`#!/bin/sh\necho '${program} v7.7.7'\n`);
    writeFiles(folder, {
      'tenv/tenv': executable(''),
      [`tenv/${tool}`]: binary,
      [`home/.tenv/${program}/7.7.7/${tool}`]: binary,
      [`root/${program}/7.7.7/${tool}`]: binary,
    });
    const PATH = join(folder, 'tenv');
    expect(await find({ PATH, HOME: join(folder, 'home') }, tool)).toMatchObject({
      path: join(folder, `home/.tenv/${program}/7.7.7/${tool}`),
    });
    expect(await find({ PATH, HOME: join(folder, 'home'), TENV_ROOT: join(folder, 'root') })).toMatchObject({
      path: join(folder, `root/${program}/7.7.7/${tool}`),
    });
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

  test.each([
    [
      'echo "asdf: no version is set for terraform"',
      / version" printed no version: asdf: no version is set for terraform$/mu,
    ],
    ['echo "Switching versions"; exit 3', / version" failed: Switching versions$/mu],
    ['exit 3', / version" failed: terraform version ended with exit code 3 and printed nothing\.$/mu],
    ['kill -9 $$', / version" failed: terraform version was ended by SIGKILL \(signal 9\)\./u],
  ])('one that says something else: %s', async (script, words) => {
    const { folder, find } = machine();
    writeFiles(folder, { 'shim/terraform': executable(`#!/bin/sh\n${script}\n`) });
    await expect(find({ PATH: join(folder, 'shim') })).rejects.toThrow(words);
  });

  test('one that says something first is understood', async () => {
    const { folder, find } = machine();
    writeFiles(folder, {
      'shim/terraform': executable('#!/bin/sh\necho "Switching versions"\necho Terraform v5.5.5\n'),
    });
    expect(await find({ PATH: join(folder, 'shim') })).toMatchObject({ version: '5.5.5' });
  });
});
