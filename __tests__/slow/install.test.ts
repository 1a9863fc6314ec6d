import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { pathWithTerraform } from '../../loopback/ensure-terraform.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { listenOnLoopback } from '../../loopback/http-server.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { installProgram, type InstallRequest } from '../../src/terraform/install/install.ts';
import { PUBLISHERS } from '../../src/terraform/install/publishers.ts';
import { terraformPlatform } from '../../src/terraform/mirror.ts';
import {
  archiveOf,
  makeKeys,
  PLATFORM,
  publisherWith,
  releaseFiles,
  signatureOf,
  startReleaseServer,
  sumsOf,
  type Keys,
  type ReleaseServer,
  type Served,
} from '../terraform/install/release-server.ts';

const NOW = new Date('2026-11-28');
const VERSIONS = ['1.4.0', '1.9.8', '1.11.3', '1.11.4', '1.12.0-rc1'];
const FOLDER = '/terraform/1.11.4/terraform_1.11.4';
const ARCHIVE = `${FOLDER}_${PLATFORM}.zip`;
const SUMS = `${FOLDER}_SHA256SUMS`;
const SIGNATURE = `${SUMS}.sig`;

let keys: Keys;
let others: Keys;
let files: Served;
let server: ReleaseServer;
let cache: string;
let said: string[];

beforeAll(async () => {
  [keys, others] = [await makeKeys(), await makeKeys()];
  files = await releaseFiles(VERSIONS, keys);
});

beforeEach(async () => {
  server = await startReleaseServer(new Map(files));
  cache = temporaryDirectory('cache');
  said = [];
});

afterEach(() => server.close());
afterAll(removeTemporaryDirectories);

function install(wanted: string, more: Partial<InstallRequest> = {}) {
  const log = {
    info: (line: string) => void said.push(line),
    warning: (line: string) => void said.push(line),
    group: () => undefined,
  };
  return installProgram(
    {
      publisher: publisherWith(keys, `${server.url}/key`),
      wanted,
      found: undefined,
      mirror: server.url,
      cache,
      platform: PLATFORM,
      ...more,
    },
    { environment: { PATH: process.env['PATH'] ?? '' }, processes: createChildProcesses(), log, now: NOW },
  );
}

/** Every file that was unpacked. */
function unpacked(): readonly string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((each) =>
    statSync(join(cache, each)).isFile(),
  );
}

describe('a release', () => {
  test('is installed: one file, executable, verified', async () => {
    const path = join(cache, 'kompos-terraform/1.11.4', PLATFORM, 'terraform');
    expect(await install('1.11.4')).toMatchObject({ path, program: 'Terraform', version: '1.11.4' });
    expect(unpacked()).toEqual([`kompos-terraform/1.11.4/${PLATFORM}/terraform`]);
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(existsSync(join(cache, 'kompos-terraform/1.11.4/outside'))).toBe(false);
    expect(said).toEqual([expect.stringContaining(keys.fingerprint.slice(-16).toUpperCase())]);
  });

  test('is asked for once: then the cache has it', async () => {
    await install('1.11.4');
    const asked = server.asked.length;
    expect(asked).toBe(3);
    await install('1.11.4');
    await install('~> 1.11');
    expect(server.asked).toHaveLength(asked);
  });

  test.each([
    ['~> 1.9', '1.11.4'],
    ['< 1.11', '1.9.8'],
    ['1.11', '1.11.4'],
    ['latest', '1.11.4'],
    ['v1.11.3', '1.11.3'],
    ['1.12.0-rc1', '1.12.0-rc1'],
  ])('"%s" is %s', async (wanted, version) => {
    expect(await install(wanted)).toMatchObject({ version });
  });

  test('latest is on PATH already', async () => {
    const found = {
      path: '/bin/terraform',
      program: 'Terraform',
      version: '1.11.4',
      processes: createChildProcesses(),
    } as const;
    expect(await install('latest', { found })).toBe(found);
    expect(unpacked()).toEqual([]);
  });

  test('many runs at once: none sees half a file, all get it', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => install('1.11.4')));
    expect(all.map(({ version }) => version)).toEqual(Array.from({ length: 8 }, () => '1.11.4'));
    expect(unpacked()).toEqual([`kompos-terraform/1.11.4/${PLATFORM}/terraform`]);
  });

  test('what lies in the cache under a wrong name is replaced', async () => {
    writeFiles(cache, {
      [`kompos-terraform/1.11.4/${PLATFORM}/terraform`]: executable("#!/bin/sh\necho 'Terraform v1.0.0'\n"),
    });
    expect(await install('1.11.4')).toMatchObject({ version: '1.11.4' });
    expect(said[0]).toContain('is Terraform 1.0.0, not Terraform 1.11.4. It will be installed again.');
  });

  test('OpenTofu, by its own names', async () => {
    const tofu = await releaseFiles(['1.10.0'], keys, { tool: 'tofu', program: 'OpenTofu', ending: '.gpgsig' });
    for (const [path, answer] of tofu) server.served.set(path, answer);
    const publisher = { ...PUBLISHERS.tofu, key: keys.armored, fingerprint: keys.fingerprint };
    expect(await install('~> 1.9', { publisher })).toMatchObject({ program: 'OpenTofu', version: '1.10.0' });
  });
});

describe('no such version', () => {
  test.each([
    ['1.11.44', /There is no release 1\.11\.44 of Terraform\.\n {2}Did you mean 1\.11\.4\?/u],
    ['9.99.99', /There is no release 9\.99\.99 of Terraform\.\n {2}The newest is 1\.11\.4\./u],
    ['~> 2.0', /No release of Terraform since 1\.5\.0 fits "~> 2\.0"\.\n {2}The newest is 1\.11\.4\./u],
    ['1.4.0', /Kompos needs Terraform 1\.5\.0 or newer, not 1\.4\.0\./u],
    ['< 1.5', /No release of Terraform since 1\.5\.0 fits "< 1\.5"/u],
  ])('%s', async (wanted, message) => {
    await expect(install(wanted)).rejects.toThrow(message);
  });

  test('for this platform', async () => {
    await expect(install('1.11.4', { platform: 'plan9_arm' })).rejects.toThrow(
      'signed checksums of 1.11.4 do not list terraform_1.11.4_plan9_arm.zip',
    );
  });
});

describe('nothing is unpacked', () => {
  async function refused(message: RegExp | string): Promise<void> {
    await expect(install('1.11.4')).rejects.toThrow(message);
    expect(unpacked()).toEqual([]);
  }
  async function serveSigned(archive: Uint8Array): Promise<void> {
    const sums = sumsOf({ [`terraform_1.11.4_${PLATFORM}.zip`]: archive });
    server.served.set(ARCHIVE, archive);
    server.served.set(SUMS, sums);
    server.served.set(SIGNATURE, await signatureOf(sums, keys, new Date('2025-06-01')));
  }
  const evil = zipSync({ terraform: strToU8('#!/bin/sh\necho Terraform v1.11.4\ntouch /tmp/evil\n') });

  test('of another archive', async () => {
    server.served.set(ARCHIVE, evil);
    await refused(/terraform_1\.11\.4_linux_amd64\.zip is not what HashiCorp signed: its SHA-256 is [0-9a-f]{64}\./u);
  });

  test('of another archive with sums that fit it', async () => {
    server.served.set(ARCHIVE, evil);
    server.served.set(SUMS, sumsOf({ [`terraform_1.11.4_${PLATFORM}.zip`]: evil }));
    await refused("The checksums of Terraform 1.11.4 are not signed with HashiCorp's key: ");
  });

  test('signed with another key, whose text the server gives out', async () => {
    const sums = sumsOf({ [`terraform_1.11.4_${PLATFORM}.zip`]: evil });
    server.served.set(ARCHIVE, evil);
    server.served.set(SUMS, sums);
    server.served.set(SIGNATURE, await signatureOf(sums, others, new Date('2025-06-01')));
    server.served.set('/key', strToU8(others.armored));
    await refused(/With the key from http.*: it has another fingerprint\./u);
  });

  test('of another release, with its own true signature', async () => {
    for (const ending of ['_SHA256SUMS', '_SHA256SUMS.sig', `_${PLATFORM}.zip`]) {
      server.served.set(`${FOLDER}${ending}`, server.served.get(`/terraform/1.9.8/terraform_1.9.8${ending}`) ?? evil);
    }
    await refused('signed checksums of 1.11.4 do not list terraform_1.11.4_linux_amd64.zip');
  });

  test('without a signature', async () => {
    server.served.set(SIGNATURE, strToU8(''));
    await refused("are not signed with HashiCorp's key");
  });

  test('behind a redirect to another archive', async () => {
    server.served.set('/evil.zip', evil);
    server.served.set(ARCHIVE, (_, response) => response.writeHead(302, { location: `${server.url}/evil.zip` }).end());
    await refused('is not what HashiCorp signed');
  });

  test('that is truncated, with a length that fits', async () => {
    server.served.set(ARCHIVE, archiveOf('1.11.4').subarray(0, 100));
    await refused('is not what HashiCorp signed');
  });

  test('signed, with another version inside', async () => {
    await serveSigned(archiveOf('1.11.3'));
    await refused('The archive of Terraform 1.11.4 contains Terraform 1.11.3.');
  });

  test('signed, with another program inside', async () => {
    await serveSigned(archiveOf('1.11.4', 'terraform', 'OpenTofu'));
    await refused('The archive of Terraform 1.11.4 contains OpenTofu 1.11.4.');
  });

  test('signed, without the program', async () => {
    await serveSigned(archiveOf('1.11.4', 'tofu'));
    await refused('The archive of Terraform 1.11.4 does not contain a file "terraform".');
  });

  test('signed, with a link or a way out in the place of the program', async () => {
    for (const name of ['../terraform', '/terraform', './terraform', 'bin/terraform']) {
      await serveSigned(zipSync({ [name]: strToU8('#!/bin/sh\n') }));
      await refused('does not contain a file "terraform".');
    }
    // Type and permissions of a link, and its target as content: it is written as a file, which is no program.
    const link = zipSync({ terraform: [strToU8('/bin/true'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] });
    await serveSigned(link);
    await refused('terraform');
  });

  test('of any archive with changed bytes', async () => {
    const whole = archiveOf('1.11.4');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ by;
        server.served.set(ARCHIVE, changed);
        await refused('is not what HashiCorp signed');
      }),
      { numRuns: 40 },
    );
  });
});

describe("the publisher's key", () => {
  const dayOfKey = new Date('2025-01-01');

  test('expired after the release was signed: no reason to refuse', async () => {
    const shortLived = await makeKeys(dayOfKey, 365 * 86_400);
    server.served.clear();
    for (const [path, answer] of await releaseFiles(['1.11.4'], shortLived)) server.served.set(path, answer);
    const publisher = publisherWith(shortLived, `${server.url}/key`);
    expect(await install('1.11.4', { publisher })).toMatchObject({ version: '1.11.4' });
    expect(server.asked).not.toContain('/key');
  });

  /** The form of a key that the source has, and the extended one that signs. */
  async function extended(): Promise<{ old: Keys; extended: Keys }> {
    const { reformatKey } = await import('openpgp');
    const old = await makeKeys(dayOfKey, 30 * 86_400);
    const { privateKey, publicKey } = await reformatKey({
      privateKey: old.privateKey,
      userIDs: [{ name: 'Publisher' }],
      keyExpirationTime: 0,
      date: new Date('2025-02-15'),
      format: 'object',
    });
    expect(publicKey.getFingerprint()).toBe(old.fingerprint);
    return { old, extended: { privateKey, armored: publicKey.armor(), fingerprint: old.fingerprint } };
  }

  test('was extended: its current form is fetched, compared by fingerprint, and that is said', async () => {
    const { old, extended: longer } = await extended();
    for (const [path, answer] of await releaseFiles(['1.11.4'], longer)) server.served.set(path, answer);
    server.served.set('/key', strToU8(longer.armored));
    const publisher = publisherWith(old, `${server.url}/key`);
    expect(await install('1.11.4', { publisher })).toMatchObject({ version: '1.11.4' });
    expect(said[0]).toMatch(/it expired on 2025-01-31\. The current one from http.*same fingerprint and verifies/u);
  });

  test.each([
    ['cannot be had', undefined, 'could not be downloaded: 127.0.0.1'],
    ['is garbage', 'garbage', 'it has another fingerprint'],
    ["is another's", 'other', 'it has another fingerprint'],
    ['is still expired', 'old', 'it expired on 2025-01-31'],
  ])('was extended, and its current form %s', async (_, which, message) => {
    const { old, extended: longer } = await extended();
    for (const [path, answer] of await releaseFiles(['1.11.4'], longer)) server.served.set(path, answer);
    const text = which === 'other' ? others.armored : which === 'old' ? old.armored : which;
    if (text !== undefined) server.served.set('/key', strToU8(text));
    await expect(install('1.11.4', { publisher: publisherWith(old, `${server.url}/key`) })).rejects.toThrow(message);
    expect(unpacked()).toEqual([]);
  });
});

describe('the demo and the tests', () => {
  const platform = terraformPlatform(process.platform, process.arch);
  const environment = (program: string) => {
    const folder = temporaryDirectory('path');
    if (program !== '') writeFiles(folder, { terraform: executable(`#!/bin/sh\necho '${program}'\n`) });
    return { PATH: folder, KOMPOS_TERRAFORM_MIRROR: server.url };
  };
  const publisher = () => publisherWith(keys, `${server.url}/key`);

  test('use the Terraform on PATH', async () => {
    const env = environment('Terraform v1.5.0');
    expect(await pathWithTerraform(env, publisher(), cache)).toBe(env.PATH);
    expect(server.asked).toEqual([]);
  });

  test.each(['', 'Terraform v1.4.6'])('install one where there is none, or an old one: "%s"', async (program) => {
    const env = environment(program);
    const folder = join(cache, 'kompos-terraform/1.11.4', platform);
    const archive = archiveOf('1.11.4');
    const name = `terraform_1.11.4_${platform}.zip`;
    const sums = sumsOf({ [name]: archive });
    server.served.set(`/terraform/1.11.4/${name}`, archive);
    server.served.set(SUMS, sums);
    server.served.set(SIGNATURE, await signatureOf(sums, keys, new Date('2025-06-01')));
    expect(await pathWithTerraform(env, publisher(), cache)).toBe(`${folder}:${env.PATH}`);
  });

  test('say in one message what to do where it cannot be installed', async () => {
    server.served.clear();
    server.served.set(SUMS, (_, response) => response.writeHead(410).end());
    await expect(pathWithTerraform(environment(''), publisher(), cache)).rejects.toThrow(
      /^There is no Terraform 1\.5\.0 or newer on PATH, and it could not be installed:\n.*answered with status 410\.\n.*\nInstall it yourself: https/u,
    );
  });

  test('install nothing that HashiCorp did not sign', async () => {
    await expect(pathWithTerraform(environment(''), PUBLISHERS.terraform, cache)).rejects.toThrow(
      "are not signed with HashiCorp's key",
    );
    expect(unpacked()).toEqual([]);
  });
});

describe('the network', () => {
  test('is not there: what to check', async () => {
    await server.close();
    await expect(install('1.11.4')).rejects.toThrow(
      /Terraform 1\.11\.4 could not be downloaded: 127\.0\.0\.1:\d+: .*\n.*https_proxy, no_proxy/u,
    );
  }, 30_000);

  test('is behind a proxy: it is asked, except for the hosts of no_proxy', async () => {
    const tunnels: string[] = [];
    const proxy = createServer().on('connect', (request: IncomingMessage, socket: Duplex) => {
      tunnels.push(request.url ?? '');
      const upstream = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    const listening = await listenOnLoopback(proxy);
    const names = ['http_proxy', 'no_proxy'] as const;
    const before = names.map((name) => process.env[name]);
    try {
      // Only the proxy knows that name.
      const mirror = 'http://releases.example.test';
      Object.assign(process.env, { http_proxy: listening.url, no_proxy: '' });
      expect(await install('1.11.4', { mirror })).toMatchObject({ version: '1.11.4' });
      expect(new Set(tunnels)).toEqual(new Set(['releases.example.test:80']));

      tunnels.length = 0;
      process.env['no_proxy'] = '127.0.0.1';
      expect(await install('1.11.3')).toMatchObject({ version: '1.11.3' });
      expect(tunnels).toEqual([]);
    } finally {
      for (const [index, name] of names.entries()) {
        const value = before[index];
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
      await listening.close();
    }
  }, 30_000);

  test('breaks off: goes on where it stopped', async () => {
    const whole = archiveOf('1.11.4');
    const ranges: (string | undefined)[] = [];
    server.served.set(ARCHIVE, (request, response) => {
      const { range } = request.headers;
      ranges.push(range);
      const start = Number(/^bytes=(\d+)-$/u.exec(range ?? '')?.[1] ?? 0);
      const end = Math.min(start + 100, whole.length);
      response.writeHead(range === undefined ? 200 : 206, {
        etag: '"one"',
        'content-length': whole.length - start,
        'content-range': `bytes ${start}-${whole.length - 1}/${whole.length}`,
      });
      response.write(whole.subarray(start, end), () => {
        if (end === whole.length) response.end();
        else response.destroy();
      });
    });
    expect(await install('1.11.4')).toMatchObject({ version: '1.11.4' });
    expect(ranges.slice(0, 2)).toEqual([undefined, 'bytes=100-']);
  }, 30_000);

  test('breaks off on a server that knows no ranges: starts again', async () => {
    const whole = archiveOf('1.11.4');
    let calls = 0;
    server.served.set(ARCHIVE, (_, response) => {
      calls += 1;
      response.writeHead(200, { etag: '"one"', 'content-length': whole.length });
      if (calls > 1) response.end(whole);
      else response.write(whole.subarray(0, 100), () => response.destroy());
    });
    expect(await install('1.11.4')).toMatchObject({ version: '1.11.4' });
    expect(calls).toBe(2);
  }, 30_000);

  test('has a server that is down for good: tried a bounded number of times', async () => {
    server.served.set(SUMS, (_, response) => response.writeHead(503).end());
    await expect(install('1.11.4')).rejects.toThrow(
      /could not be downloaded: 127\.0\.0\.1:\d+ answered with status 503/u,
    );
    expect(server.asked.filter((path) => path === SUMS)).toHaveLength(5);
  }, 30_000);
});
