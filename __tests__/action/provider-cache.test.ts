import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { writeFiles, type Files } from '../../loopback/file-tree.ts';
import { startServer, type LoopbackServer } from '../../loopback/http-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { keepVerified, checkableProviders } from '../../src/terraform/verified-mirror.ts';
import { at } from '../documents/files.ts';
import { restoreProviders, saveProviders, type ProviderCache } from '../../src/action/provider-cache.ts';

/** Of the folders below, by `sha256sum` and Go's rule. */
const HASHES: Readonly<Record<string, string>> = {
  aws: 'h1:m933uIjXMGOieOee6LJdMlenJHcb4r6pVcgaBKtApLI=',
  null: 'h1:9icI60DcO6KilRT36mHTIRueKNpXA13olu6lEKI9Eic=',
};
const lock = (name: string, hash = HASHES[name] ?? ''): string =>
  `provider "registry.terraform.io/hashicorp/${name}" {\n  version = "1.0.0"\n  hashes = [\n    "${hash}",\n    "zh:00",\n  ]\n}\n`;
const binary = (name: string): Files => ({
  [`registry.terraform.io/hashicorp/${name}/1.0.0/linux_amd64/provider`]: name,
});

/** The runner's cache service, which knows of nothing and takes nothing. */
let service: LoopbackServer;
let asked: { readonly what: string; readonly key: string; readonly more: unknown }[] = [];
let said: string[] = [];
const log = { info: (line: string) => void said.push(line), warning: () => undefined, group: () => undefined };

beforeEach(async () => {
  asked = [];
  said = [];
  service = await startServer(({ url, body }) => {
    const what = url.pathname.replace(/^.*\//u, '');
    const request: unknown = JSON.parse(body);
    asked.push({ what, key: String(at(request, 'key')), more: at(request, 'restore_keys') ?? [] });
    return Promise.resolve({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":false}' });
  });
  process.env['ACTIONS_CACHE_SERVICE_V2'] = 'true';
  process.env['ACTIONS_RESULTS_URL'] = `${service.url}/`;
  process.env['ACTIONS_RUNTIME_TOKEN'] = 'token';
  process.env['RUNNER_TEMP'] = temporaryDirectory('runner');
});
afterEach(async () => {
  for (const name of ['CACHE_SERVICE_V2', 'RESULTS_URL', 'RUNTIME_TOKEN'])
    Reflect.deleteProperty(process.env, `ACTIONS_${name}`);
  Reflect.deleteProperty(process.env, 'RUNNER_TEMP');
  await service.close();
});
afterAll(removeTemporaryDirectories);

function cacheWith(...binaries: readonly Files[]): ProviderCache {
  const mirror = temporaryDirectory('mirror');
  for (const each of binaries) writeFiles(mirror, each);
  const binary = { program: 'Terraform', version: '1.11.4' } as const;
  return { mirror, lockFiles: [lock('aws'), lock('null')], binary, platform: 'linux_amd64', isProposed: false };
}

test('all that the lock files select is saved, under the key that is asked for', async () => {
  const cache = cacheWith(binary('aws'), binary('null'));
  expect(await restoreProviders(cache, log)).toBe(true);
  await saveProviders(cache, log);
  expect(asked.map(({ what }) => what)).toEqual(['GetCacheEntryDownloadURL', 'CreateCacheEntry']);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
  expect(asked[0]?.key).toMatch(/^kompos-providers-linux_amd64-terraform-1\.11\.4-[0-9a-f]{32}$/u);
});

test('each program and version has a key of its own', async () => {
  const cache = cacheWith();
  await restoreProviders(cache, log);
  await restoreProviders({ ...cache, binary: { program: 'OpenTofu', version: '1.11.4' } }, log);
  await restoreProviders({ ...cache, binary: { program: 'OpenTofu', version: '1.12.6' } }, log);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(3);
});

test('what a pull request saves is never asked for by another run, and it may read what the default branch has', async () => {
  const cache = { ...cacheWith(binary('aws'), binary('null')), isProposed: true };
  await restoreProviders(cache, log);
  await saveProviders(cache, log);
  await restoreProviders({ ...cache, isProposed: false }, log);
  const [own, saved, others] = asked;
  expect([own?.key, own?.more]).toEqual([saved?.key, [others?.key]]);
  expect(saved?.key).toMatch(/^kompos-proposed-/u);
  // The service also answers with an entry whose key only begins with the one that is asked for.
  expect(saved?.key.startsWith(others?.key ?? '')).toBe(false);
  expect(others?.more).toEqual([]);
});

test('part of it is not, because nobody could add the rest under that key', async () => {
  await saveProviders(cacheWith(binary('aws')), log);
  expect(asked).toEqual([]);
  expect(said).toEqual([expect.stringContaining('lacks registry.terraform.io/hashicorp/null 1.0.0')]);
});

test('a lock file whose hashes are only of zip files is of no use, and is not asked for', async () => {
  const cache = { ...cacheWith(binary('aws')), lockFiles: [lock('aws', 'zh:01')] };
  expect(await restoreProviders(cache, log)).toBe(false);
  expect(asked).toEqual([]);
  expect(said).toEqual([expect.stringContaining('no "h1:" hash of registry.terraform.io/hashicorp/aws 1.0.0')]);
});

describe('of what another job has written to the cache', () => {
  const AWS = 'registry.terraform.io/hashicorp/aws/1.0.0/linux_amd64';
  const wrong = [{ address: 'registry.terraform.io/hashicorp/aws', version: '1.0.0' }];
  const keep = (mirror: string) => keepVerified(mirror, checkableProviders([lock('aws'), lock('null')]), 'linux_amd64');
  const files = (mirror: string): readonly string[] =>
    readdirSync(mirror, { recursive: true, withFileTypes: true })
      .filter((each) => !each.isDirectory())
      .map((each) => relative(mirror, join(each.parentPath, each.name)));

  test('only what a lock file has the hash of is kept', async () => {
    const { mirror } = cacheWith(binary('aws'), {
      'registry.terraform.io/evil/null/1.0.0/linux_amd64/provider': 'x',
      'registry.terraform.io/hashicorp/aws/1.0.1/linux_amd64/provider': 'x',
      'registry.terraform.io/hashicorp/aws/1.0.0/darwin_arm64/provider': 'x',
      file: 'x',
    });
    expect(await keep(mirror)).toEqual([]);
    expect(files(mirror)).toEqual([`${AWS}/provider`]);
  });

  test.each<[string, (mirror: string) => void]>([
    [
      'another binary',
      (mirror) => {
        writeFileSync(join(mirror, AWS, 'provider'), 'aws\n');
      },
    ],
    [
      'one more file',
      (mirror) => {
        writeFileSync(join(mirror, AWS, 'more'), '');
      },
    ],
    [
      'a link to the same bytes',
      (mirror) => {
        const elsewhere = join(temporaryDirectory('elsewhere'), 'provider');
        renameSync(join(mirror, AWS, 'provider'), elsewhere);
        symlinkSync(elsewhere, join(mirror, AWS, 'provider'));
      },
    ],
    [
      'a folder that is a link',
      (mirror) => {
        const elsewhere = join(temporaryDirectory('elsewhere'), 'aws');
        renameSync(dirname(dirname(join(mirror, AWS))), elsewhere);
        symlinkSync(elsewhere, dirname(dirname(join(mirror, AWS))));
      },
    ],
  ])('%s: none of it is kept', async (_, poison) => {
    const { mirror } = cacheWith(binary('aws'), binary('null'));
    poison(mirror);
    expect(await keep(mirror)).toEqual(wrong);
    expect(files(mirror)).toEqual(['registry.terraform.io/hashicorp/null/1.0.0/linux_amd64/provider']);
  });
});
