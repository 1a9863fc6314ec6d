/** The package as npm would deliver it: packed, installed into an empty folder without a network, and used. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { withTerraform } from '../cli/project.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const folder = temporaryDirectory('package');
const environment = { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: join(folder, 'terraform.rc') };

function run(cwd: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(() => {
  writeFiles(folder, { 'terraform.rc': '' });
  const tarball = run(repository, 'node', 'scripts/pack.mjs', folder).trim();
  run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', tarball);
}, 120_000);
afterAll(removeTemporaryDirectories);

test('needs no other package, and brings the programs', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['kompos-github']);
  const manifest: unknown = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ version: run(folder, 'npx', '--offline', 'kompos', '--version').trim() });
  for (const file of ['LICENSE', 'README.md', 'dist/licenses.txt', 'schema/komposconfig.schema.json']) {
    expect(existsSync(join(folder, 'node_modules/kompos-github', file))).toBe(true);
  }
});

withTerraform(test)(
  'two commands lead from an empty folder to a plan',
  () => {
    run(folder, 'npx', '--offline', 'kompos', 'init', 'new');
    const plan = run(join(folder, 'new'), 'npx', '--offline', 'kompos', 'config', 'terraform', 'plan', '-no-color');
    expect(plan.match(/Plan: 1 to add, 0 to change, 0 to destroy\./gu)).toHaveLength(2);
    expect(plan).toContain('"example-dev in dev, version 1.1"');
    expect(plan).toContain('"example-prod in prod"');
  },
  120_000,
);
