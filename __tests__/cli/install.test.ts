import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { terraformPlatform } from '../../src/terraform/mirror.ts';
import { startReleaseServer, type ReleaseServer } from '../terraform/install/release-server.ts';
import { openProject, threeCompositions } from './project.ts';

const ARCHIVE = `terraform_1.15.8_${terraformPlatform(process.platform, process.arch)}.zip`;

/** Answers with HashiCorp's own sums and their signature, and with an archive that is not theirs. */
let server: ReleaseServer;

beforeEach(async () => {
  const released = (name: string): Buffer =>
    readFileSync(new URL(`../terraform/install/released/${name}`, import.meta.url));
  const names = ['terraform_1.15.8_SHA256SUMS', 'terraform_1.15.8_SHA256SUMS.sig'];
  server = await startReleaseServer(
    new Map<string, Uint8Array>([
      ...names.map((name) => [`/terraform/1.15.8/${name}`, released(name)] as const),
      [`/terraform/1.15.8/${ARCHIVE}`, strToU8('another archive')],
    ]),
  );
});

afterEach(() => server.close());
afterAll(removeTemporaryDirectories);

test('an archive that HashiCorp did not sign is refused, and nothing of it stays', async () => {
  const cache = temporaryDirectory('cache');
  const project = openProject({ ...threeCompositions, '.terraform-version': '1.15.8\n' }, 'http://127.0.0.1:9', {
    KOMPOS_TERRAFORM_MIRROR: `${server.url}/`,
    XDG_CACHE_HOME: cache,
  });
  const result = await project.kompos('config/env=dev terraform plan');
  expect(result.code).toBe(1);
  expect(result.stderr).toContain('Error: .terraform-version: ');
  expect(result.stderr).toContain('.terraform-version asks for "1.15.8".');
  expect(result.stderr).toContain(`${ARCHIVE} is not what HashiCorp signed`);
  expect(readdirSync(cache, { recursive: true })).toEqual([]);
});

test('a mirror with a password, which would stand in logs, is refused and not repeated', async () => {
  const project = openProject(threeCompositions, 'http://127.0.0.1:9', {
    KOMPOS_TERRAFORM_MIRROR: 'https://user:hunter2@mirror.example.org',
  });
  const result = await project.kompos('config/env=dev terraform plan');
  expect(result.code).toBe(1);
  expect(result.stderr).toContain('KOMPOS_TERRAFORM_MIRROR is not the address of a mirror.');
  expect(result.stderr).not.toContain('hunter2');
});

describe('the program that a project asks for', () => {
  const tools = dirname(execFileSync('which', ['git'], { encoding: 'utf8' }).trim());
  /** A folder for PATH with a program that only says its version. */
  const onPath = (name: string, says: string): string => {
    const folder = temporaryDirectory('program');
    writeFiles(folder, { [name]: executable(`#!/bin/sh\necho '${says}'\n`) });
    return `${folder}:${tools}`;
  };
  const cli = (settings: string, PATH: string, code = '') =>
    openProject(
      {
        ...threeCompositions,
        '.komposconfig.yaml': settings,
        'compositions/terraform/network/versions.tf': code,
      },
      'http://127.0.0.1:9',
      { KOMPOS_TERRAFORM_MIRROR: 'none', PATH },
    ).kompos('config/env=dev terraform plan');

  test('the setting "tool" names it', async () => {
    const result = await cli('tool: tofu\n', onPath('terraform', 'Terraform v1.11.4'));
    expect(result.stderr).toContain('Error: OpenTofu was not found on PATH.');
  });

  test('terraform.version says nothing about OpenTofu, and nothing decides between the two', async () => {
    const result = await cli('terraform:\n  version: "~> 1.9"\n', onPath('tofu', 'OpenTofu v1.12.6'));
    expect(result.stderr).toContain(
      'Error: .komposconfig.yaml:2:13: Only OpenTofu 1.12.6 was found on PATH, but terraform.version asks for Terraform "~> 1.9".',
    );
    expect(result.stderr).toContain('Add "tool: tofu" or "tool: terraform" to .komposconfig.yaml.');
  });

  test('with "tool: tofu", terraform.version does not count', async () => {
    const result = await cli('tool: tofu\nterraform:\n  version: "~> 0.12"\n', onPath('tofu', 'OpenTofu v1.12.6'));
    expect(result.stderr).not.toContain('terraform.version');
    expect(result.stderr).not.toContain('on PATH');
  });

  test('another version is on PATH: what to do about it at the keyboard', async () => {
    const result = await cli('terraform:\n  version: "~> 1.9.0"\n', onPath('terraform', 'Terraform v1.11.4'));
    expect(result.stderr).toContain(
      'Error: .komposconfig.yaml:2:13: Terraform is 1.11.4, but terraform.version asks for "~> 1.9.0".\n' +
        '  Put Terraform ~> 1.9.0 first on PATH, unset KOMPOS_TERRAFORM_MIRROR ("none") so that kompos installs it, or change terraform.version.',
    );
  });

  test('another program of that name is not it', async () => {
    const result = await cli('tool: terraform\n', onPath('terraform', 'OpenTofu v1.12.6'));
    expect(result.stderr).toMatch(/Error: "\/.*terraform" is OpenTofu 1\.12\.6, but the project asks for Terraform\./u);
  });

  test('required_version names a version to install where nothing is on PATH', async () => {
    const result = await cli('', tools, 'terraform {\n  required_version = ">= 1.15"\n}\n');
    expect(result.stderr).toContain('compositions/terraform/network/versions.tf:2:23: Terraform was not found on PATH');
    expect(result.stderr).toContain('and required_version asks for ">= 1.15".');
  });
});
