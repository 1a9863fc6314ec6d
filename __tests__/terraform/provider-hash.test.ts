import { afterAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { executable, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runTerraform } from '../../loopback/terraform.ts';
import { fingerprint } from '../../src/terraform/fingerprint.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { terraformPlatform } from '../../src/terraform/mirror.ts';
import { providerHash } from '../../src/terraform/provider-hash.ts';
import { plainContext, rootModule } from './root-module.ts';

afterAll(removeTemporaryDirectories);

const ADDRESS = `registry.terraform.io/acme/tiny/1.2.3/${terraformPlatform(process.platform, process.arch)}`;

/** Initialises with a provider of a mirror: what Terraform itself writes into the lock file, and what we say. */
async function hashes(files: Files): Promise<readonly [string | undefined, string | undefined]> {
  const mirror = temporaryDirectory('plugins');
  writeFiles(join(mirror, ADDRESS), files);
  const main = 'terraform {\n  required_providers {\n    p = { source = "registry.terraform.io/acme/tiny" }\n  }\n}\n';
  const directory = rootModule({ 'main.tf': main });
  expect(await runTerraform(directory, ['init', `-plugin-dir=${mirror}`])).toMatchObject({ code: 0 });
  const lockFile = readFileSync(join(directory, '.terraform.lock.hcl'), 'utf8');
  const found = await providerHash(join(directory, '.terraform/providers', ADDRESS));
  return [/"(h1:[^"]+)"/u.exec(lockFile)?.[1], found];
}

test('is the one that Terraform writes into the lock file, and another one for another binary', async () => {
  const provider = { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 1\n') };
  const more = { 'LICENSE.txt': 'x', 'a/b.txt': 'in a folder', 'a.txt': '', 'ä.txt': '', 'A.txt': '' };
  const all = [];
  for (const files of [
    provider,
    { ...provider, ...more },
    { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 2\n') },
  ]) {
    const [terraforms, ours] = await hashes(files);
    expect(ours).toBe(terraforms);
    all.push(ours);
  }
  expect(new Set(all).size).toBe(3);
});

test('is looked at again when the binary was replaced under its name, with the same length', async () => {
  const folder = temporaryDirectory('provider');
  writeFiles(folder, { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 1\n') });
  const before = await providerHash(folder);
  writeFiles(folder, { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 2\n') });
  expect(await providerHash(folder)).not.toBe(before);
  expect(await providerHash(join(folder, 'nothing'))).toBeUndefined();
});

test('belongs to the fingerprint, and so does the program', () => {
  const of = (hash: string, program: string): string =>
    fingerprint(
      readPlan({}),
      { providers: [{ address: 'a/b/c', version: '1', hash }], modules: '', program },
      plainContext,
    ).value;
  const all = [of('h1:a', 'Terraform'), of('h1:b', 'Terraform'), of('h1:a', 'OpenTofu')];
  expect(new Set(all).size).toBe(3);
});
