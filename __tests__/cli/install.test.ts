import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
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
  expect(result.stderr).toContain('KOMPOS_TERRAFORM_MIRROR is no address of a mirror.');
  expect(result.stderr).not.toContain('hunter2');
});
