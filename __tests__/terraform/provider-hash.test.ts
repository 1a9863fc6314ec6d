import { afterAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { executable, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runTerraform } from '../../loopback/terraform.ts';
import { fingerprint } from '../../src/terraform/fingerprint.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { lockedHashes, terraformPlatform } from '../../src/terraform/mirror.ts';
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

test('is the one of the lock file where it has a single one that unpacked providers are compared with', async () => {
  const folder = temporaryDirectory('provider');
  writeFiles(folder, { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 1\n') });
  const read = await providerHash(folder);
  const lockFile = (...hashes: readonly string[]): string =>
    ['a/b/tiny-er', 'a/b/tiny'].map((address, index) => block(address, index === 0 ? ['h1:other'] : hashes)).join('\n');
  const block = (address: string, hashes: readonly string[]): string =>
    `provider "${address}" {\n  version = "1.2.3"\n  hashes = [\n${hashes.map((each) => `    "${each}",\n`).join('')}  ]\n}\n`;
  const found = (...hashes: readonly string[]) => providerHash(folder, lockedHashes(lockFile(...hashes), 'a/b/tiny'));
  expect(await found('h1:one', 'zh:x', 'zh:y')).toBe('h1:one');
  for (const hashes of [[], ['zh:x'], ['h1:one', 'h1:two']]) expect(await found(...hashes)).toBe(read);
  expect(await providerHash(join(folder, 'nothing'), ['h1:one'])).toBeUndefined();
});

test('of the lock file is what Terraform plans with, or no plan is made', async () => {
  const files = { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 1\n') };
  const mirror = temporaryDirectory('plugins');
  writeFiles(join(mirror, ADDRESS), files);
  const main =
    'terraform {\n  required_providers {\n    p = { source = "registry.terraform.io/acme/tiny" }\n  }\n}\nprovider "p" {}\n';
  const directory = rootModule({ 'main.tf': main });
  expect(await runTerraform(directory, ['init', `-plugin-dir=${mirror}`])).toMatchObject({ code: 0 });
  writeFiles(join(mirror, ADDRESS), { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 2\n') });
  const planned = await runTerraform(directory, ['plan', '-input=false']);
  expect(planned.code).toBe(1);
  expect(planned.stderr.replace(/\s+/gu, ' ')).toContain(
    'does not match any of the checksums recorded in the dependency lock',
  );
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
