import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeFiles, type Files } from '../../loopback/file-tree.ts';
import { startServer, type LoopbackServer } from '../../loopback/http-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { restoreProviders, saveProviders, type ProviderCache } from '../../src/action/provider-cache.ts';

const lock = (name: string): string =>
  `provider "registry.terraform.io/hashicorp/${name}" {\n  version = "1.0.0"\n  hashes = []\n}\n`;
const binary = (name: string): Files => ({
  [`registry.terraform.io/hashicorp/${name}/1.0.0/linux_amd64/provider`]: name,
});

/** The runner's cache service, which knows of nothing and takes nothing. */
let service: LoopbackServer;
let asked: { readonly what: string; readonly key: string }[] = [];
let said: string[] = [];
const log = { info: (line: string) => void said.push(line), warning: () => undefined, group: () => undefined };

beforeEach(async () => {
  asked = [];
  said = [];
  service = await startServer(({ url, body }) => {
    const what = url.pathname.replace(/^.*\//u, '');
    asked.push({ what, key: /"key":\s*"([^"]*)"/u.exec(body)?.[1] ?? '' });
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
  return { mirror, lockFiles: [lock('aws'), lock('null')], binary, platform: 'linux_amd64' };
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

test('part of it is not, because nobody could add the rest under that key', async () => {
  await saveProviders(cacheWith(binary('aws')), log);
  expect(asked).toEqual([]);
  expect(said).toEqual([expect.stringContaining('lacks registry.terraform.io/hashicorp/null 1.0.0')]);
});
