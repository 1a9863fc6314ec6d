/** Modules of a run: fetched once for all leaves that call them, and the same as if each leaf had fetched them. */
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRepository } from '../../loopback/git-repository.ts';
import { runCli } from '../../loopback/runner.ts';
import { executable, writeFiles } from '../../loopback/file-tree.ts';
import { createTerraformModules, type TerraformModules } from '../../loopback/modules.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import type { ModuleCall } from '../../src/rendering/module-calls.ts';
import { initialize } from '../../src/terraform/init.ts';
import { installedModules } from '../../src/terraform/installed-modules.ts';
import { runTerraform } from '../../src/terraform/process.ts';
import { shareModules, type SharedModules } from '../../src/terraform/shared-modules.ts';
import { planOptions, rootModule } from '../terraform/root-module.ts';

afterAll(removeTemporaryDirectories);

let modules: TerraformModules;
beforeAll(async () => {
  modules = await createTerraformModules();
  const inner = `module "inner" {\n  source     = "${modules.source('vpc', 'v1.5.0')}"\n  name       = "b"\n  cidr_block = "10.0.0.0/16"\n}\n`;
  await modules.repository.commit('Call one more', {
    'outer/main.tf': `${inner}module "beside" {\n  source     = "../vpc"\n  name       = "c"\n  cidr_block = "10.1.0.0/16"\n}\n`,
  });
  await modules.repository.tag('v3');
  await modules.repository.git('push', '--quiet', modules.origin.directory, 'v3');
});

interface Leaf {
  readonly directory: string;
  readonly calls: readonly ModuleCall[];
}

function leaf(key: string, source: string): Leaf {
  const given = source.includes('//vpc') ? '  name       = "a"\n  cidr_block = "10.0.0.0/16"\n' : '';
  const main = `module "${key}" {\n  source = "${source}"\n${given}}\n`;
  return { directory: rootModule({ 'main.tf': main }), calls: [{ key, source, version: undefined, via: [] }] };
}

/** A `git` that writes down what is cloned. */
function countingGit(): { readonly path: string; readonly clones: () => number } {
  const folder = temporaryDirectory('git');
  const log = join(folder, 'log');
  appendFileSync(log, '');
  const path = process.env['PATH'] ?? '';
  const git = `#!/bin/sh\ncase "$*" in clone*) echo "$*" >>"${log}";; esac\nPATH="${path}" exec git "$@"\n`;
  writeFiles(folder, { git: executable(git) });
  return {
    path: `${folder}:${path}`,
    clones: () => readFileSync(log, 'utf8').split('\n').length - 1,
  };
}

async function initializeAll(leaves: readonly Leaf[], shared?: SharedModules): Promise<number> {
  const { path, clones } = countingGit();
  const options = planOptions({ ...modules.environment, PATH: path });
  const codes = await Promise.all(
    leaves.map(async ({ directory, calls }) => {
      const init = () => initialize(directory, options, (args) => runTerraform({ ...options, args, directory }));
      return (await (shared === undefined ? init() : shared.around(directory, calls, init))).code;
    }),
  );
  expect(codes).toEqual(leaves.map(() => 0));
  return clones();
}

function digestOf({ directory }: Leaf): string {
  const places = { leafRoot: directory, top: directory, counted: [], committed: () => new Set<string>() };
  const { digest, beyondReview } = installedModules(directory, { ...places, everything: () => '' });
  expect(beyondReview).toBeUndefined();
  return digest;
}

function store(): string {
  return join(temporaryDirectory('store'), 'modules');
}

test('a source is fetched once for each ref, whatever the names of the calls; the copies are as if fetched', async () => {
  const sources = [
    ['vpc', modules.source('vpc', 'v1.5.0')],
    ['network', modules.source('vpc', 'v1.5.0')],
    ['vpc', modules.source('vpc', 'v1.5.0')],
    ['vpc', modules.source('vpc', 'v2.0.0-rc')],
    ['all', modules.source('outer', 'v3')],
    ['more', modules.source('outer', 'v3')],
  ] as const;
  const make = (): readonly Leaf[] => sources.map(([key, source]) => leaf(key, source));
  const [shared, apart] = [make(), make()];
  const folder = store();
  // The one within the other is another call, of one leaf only.
  expect(
    await initializeAll(
      shared,
      shareModules(
        folder,
        shared.map(({ calls }) => calls),
      ),
    ),
  ).toBe(4);
  expect(await initializeAll(apart)).toBe(8);
  expect(shared.map(digestOf)).toEqual(apart.map(digestOf));
  const listing = ({ directory }: Leaf): unknown =>
    JSON.parse(readFileSync(join(directory, '.terraform/modules/modules.json'), 'utf8'));
  expect(shared.map(listing)).toEqual(apart.map(listing));
  expect(readdirSync(folder)).toHaveLength(2);
});

test('what is not the called one is fetched after all, and nothing of the copy stays', async () => {
  const outer = modules.source('outer', 'v3');
  const first = leaf('all', outer);
  // The code that Terraform reads calls another module than we have found.
  const other = { ...leaf('all', modules.source('vpc', 'v2.0.0-rc')), calls: first.calls };
  const alone = leaf('all', modules.source('vpc', 'v2.0.0-rc'));
  await initializeAll([first, other], shareModules(store(), [first.calls, other.calls]));
  await initializeAll([alone]);
  expect(digestOf(other)).toBe(digestOf(alone));
  expect(readdirSync(join(other.directory, '.terraform/modules')).sort()).toEqual(['all', 'modules.json']);
});

test('a copy that another leaf has changed, or removed, is not used; neither is one of a fetch that failed', async () => {
  const source = modules.source('vpc', 'v1.5.0');
  const next = (): Leaf => leaf('vpc', source);
  const [first, second, third, fourth] = [next(), next(), next(), next()];
  const leaves = [first, second, third, fourth];
  const folder = store();
  const shared = shareModules(
    folder,
    leaves.map(({ calls }) => calls),
  );
  await initializeAll([first], shared);
  expect(await initializeAll([second], shared)).toBe(0);
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('vpc/main.tf'));
  appendFileSync(join(folder, file ?? ''), '\nresource "terraform_data" "evil" {}\n');
  expect(await initializeAll([third], shared)).toBe(1);
  expect(digestOf(third)).toBe(digestOf(first));

  const again = shareModules(store(), [first.calls, fourth.calls]);
  const failed = await again.around(first.directory, first.calls, () =>
    Promise.resolve({ code: 1, stdout: '', stderr: '' }),
  );
  expect(failed.code).toBe(1);
  expect(await initializeAll([fourth], again)).toBe(1);
  expect(existsSync(join(fourth.directory, '.terraform/modules/vpc'))).toBe(true);
});

test('the leaves of a plan share what their templates and local modules call', async () => {
  const leafOf = (name: string): string => `config/env=${name}/composition=app`;
  const inner = `module "inner" {\n  source     = "${modules.source('vpc', 'v2.0.0-rc')}"\n  name       = "b"\n  cidr_block = "10.0.0.0/16"\n}\n`;
  const repository = await createRepository({
    '.gitignore': '.kompos-runtime/\n',
    'config/default.yaml': 'version: v1.5.0\nterraform: {backend: {local: {path: "/nowhere/{{name}}.tfstate"}}}\n',
    ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`${leafOf(name)}/app.yaml`, `name: ${name}\n`])),
    'compositions/terraform/app/main.tf.versioned': `module "vpc" {\n  source     = "${modules.source('vpc', '{{version}}')}"\n  name       = "a"\n  cidr_block = "10.0.0.0/16"\n}\nmodule "local" {\n  source = "../../local"\n}\n`,
    'compositions/local/main.tf': inner,
  });
  const base = await repository.id();
  await repository.commit('Change', { 'compositions/local/main.tf': inner.replace('10.0', '10.1') });
  const { path, clones } = countingGit();
  const env = { ...modules.environment, PATH: path, GIT_ALLOW_PROTOCOL: 'file' };
  const result = await runCli(['plan', '--base', base], { cwd: repository.directory, env });
  expect([result.code, result.stdout]).toEqual([0, expect.stringContaining('9 to create in 3 of 3 leaves')]);
  expect(clones()).toBe(2);
  expect(existsSync(join(repository.directory, '.kompos-runtime/modules'))).toBe(false);
});
