/** Providers of a run: downloaded and unpacked once, whether a lock file selects them or not. */
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { initialize, openInitTurns, type InitTurns } from '../../src/terraform/init.ts';
import { planDirectory } from '../../src/terraform/plan.ts';
import { pluginCache } from '../../src/terraform/plugin-cache.ts';
import { runTerraform } from '../../src/terraform/process.ts';
import { planOptions, rootModule } from './root-module.ts';

afterAll(removeTemporaryDirectories);

const { platform } = planOptions();

/** A mirror as a registry has it: each init that reads it unpacks an archive. */
function packedMirror(...versions: readonly string[]): string {
  const folder = temporaryDirectory('packed');
  const place = join(folder, 'example.com/acme/fake');
  mkdirSync(place, { recursive: true });
  for (const version of versions) {
    const program = `terraform-provider-fake_v${version}`;
    const archive = zipSync({ [program]: [Buffer.from(`#!/bin/sh\n# ${version}\n`), { attrs: 0o755 << 16, os: 3 }] });
    writeFileSync(join(place, `terraform-provider-fake_${version}_${platform}.zip`), archive);
  }
  const settings = join(folder, 'terraform.rc');
  writeFileSync(
    settings,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(folder)}\n  }\n}\n`,
  );
  return settings;
}

function needing(version: string): string {
  const source = 'source = "example.com/acme/fake"';
  return rootModule({
    'main.tf': `terraform {\n  required_providers {\n    fake = {\n      ${source}\n      version = "${version}"\n    }\n  }\n}\n`,
  });
}

/** What the inits of these directories were started with, in the order of their starts. */
async function initializeAll(
  directories: readonly string[],
  requirements: (directory: string) => string,
  settings: string,
  mirror = join(temporaryDirectory('mirror'), 'unpacked'),
): Promise<readonly string[]> {
  const turns: InitTurns = openInitTurns();
  const options = planOptions({ TF_CLI_CONFIG_FILE: settings }, { mirror, turns });
  const started: string[] = [];
  const results = await Promise.all(
    directories.map((directory) =>
      initialize(directory, { ...options, requirements: requirements(directory) }, (args) => {
        started.push(args.some((each) => each.startsWith('-plugin-dir=')) ? 'mirror' : 'registry');
        return runTerraform({ ...options, args, directory });
      }),
    ),
  );
  expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(directories.map(() => [0, '']));
  return started;
}

const installed = (directory: string, version: string): string =>
  join(directory, '.terraform/providers/example.com/acme/fake', version, platform);

describe('providers without a lock file', () => {
  test('are unpacked once for leaves that need the same ones, and the others take them from the mirror', async () => {
    const directories = Array.from({ length: 4 }, () => needing('>= 1.0'));
    const started = await initializeAll(directories, () => 'same', packedMirror('1.0.0', '1.2.0'));
    expect(started).toEqual(['registry', 'mirror', 'mirror', 'mirror']);
    for (const directory of directories) {
      expect(lstatSync(installed(directory, '1.2.0')).isSymbolicLink()).toBe(true);
      const program = join(installed(directory, '1.2.0'), 'terraform-provider-fake_v1.2.0');
      expect(readFileSync(program, 'utf8')).toContain('1.2.0');
    }
  });

  test('are selected by each that may need others', async () => {
    const directories = [needing('1.0.0'), needing('>= 1.0')];
    const started = await initializeAll(directories, (directory) => directory, packedMirror('1.0.0', '1.2.0'));
    expect(started).toEqual(['registry', 'registry']);
    expect(existsSync(installed(directories[1] ?? '', '1.2.0'))).toBe(true);
  });

  test('are those of the first of their kind, whatever else the mirror has', async () => {
    const mirror = join(temporaryDirectory('mirror'), 'unpacked');
    await initializeAll([needing('>= 1.0')], () => 'other', packedMirror('1.0.0', '1.2.0'), mirror);
    const directories = [needing('>= 1.0'), needing('>= 1.0')];
    const started = await initializeAll(directories, () => 'same', packedMirror('1.0.0'), mirror);
    expect(started).toEqual(['registry', 'mirror', 'registry']);
    for (const directory of directories) {
      expect(readFileSync(join(directory, '.terraform.lock.hcl'), 'utf8')).toContain('version     = "1.0.0"');
      expect(existsSync(installed(directory, '1.2.0'))).toBe(false);
    }
  });

  test('none at all: nothing is asked for twice', async () => {
    const directories = Array.from({ length: 3 }, () => rootModule({ 'main.tf': '' }));
    expect(await initializeAll(directories, () => 'none', packedMirror())).toEqual([
      'registry',
      'registry',
      'registry',
    ]);
  });
});

test('providers of a lock file are unpacked once, whatever the code', async () => {
  const settings = packedMirror('1.0.0');
  const first = needing('1.0.0');
  await initializeAll([first], () => '', settings);
  const lock = readFileSync(join(first, '.terraform.lock.hcl'));
  const directories = ['1.0.0', '>= 1.0', '~> 1.0'].map((version) => {
    const directory = needing(version);
    writeFileSync(join(directory, '.terraform.lock.hcl'), lock.toString().replace(/^ {2}constraints.*\n/mu, ''));
    return directory;
  });
  expect(await initializeAll(directories, (directory) => directory, settings)).toEqual([
    'registry',
    'mirror',
    'mirror',
  ]);
});

describe("the user's own plugin cache", () => {
  test('is the one of the variable, else the one of the CLI configuration', () => {
    const home = temporaryDirectory('home');
    const file = join(home, 'own.rc');
    const named = (folder: string): string => `provider_installation {}\n  plugin_cache_dir = "${folder}" # kept\n`;
    writeFileSync(file, named('$CACHE/${KIND}'));
    const settings = { HOME: home, TF_CLI_CONFIG_FILE: file, CACHE: '/cache', KIND: 'tf' };
    const found = { folder: '/cache/tf', setBy: file, isInSettings: true };
    expect(pluginCache(settings, '/project')).toEqual(found);
    const both = { folder: '/project/own', setBy: 'TF_PLUGIN_CACHE_DIR', isInSettings: true };
    expect(pluginCache({ ...settings, TF_PLUGIN_CACHE_DIR: 'own' }, '/project')).toEqual(both);
    expect(pluginCache({ HOME: home }, '/project')).toBeUndefined();
    writeFileSync(join(home, '.terraformrc'), named('/home-cache'));
    expect(pluginCache({ HOME: home }, '/project')).toMatchObject({ folder: '/home-cache' });
    expect(pluginCache({ HOME: home, TF_CLI_CONFIG_FILE: '/none' }, '/project')).toBeUndefined();
  });

  test('is filled and used, and Terraform itself never writes to it', async () => {
    const cache = join(temporaryDirectory('cache'), 'plugins');
    mkdirSync(cache);
    const settings = packedMirror('1.0.0');
    writeFileSync(settings, `plugin_cache_dir = ${JSON.stringify(cache)}\n${readFileSync(settings, 'utf8')}`);
    const options = planOptions({ TF_CLI_CONFIG_FILE: settings }, { mirror: cache, hidesPluginCache: true });
    const program = join(cache, 'example.com/acme/fake/1.0.0', platform, 'terraform-provider-fake_v1.0.0');
    const seen: number[] = [];
    let lock = '';
    for (let round = 0; round < 2; round += 1) {
      const directory = needing('1.0.0');
      if (lock !== '') writeFileSync(join(directory, '.terraform.lock.hcl'), lock);
      // The provider cannot really be started.
      expect(await planDirectory(directory, options)).toMatchObject({ stage: 'plan' });
      expect(readFileSync(join(installed(directory, '1.0.0'), 'terraform-provider-fake_v1.0.0'), 'utf8')).toContain(
        '1.0.0',
      );
      expect(realpathSync(installed(directory, '1.0.0'))).toBe(realpathSync(join(program, '..')));
      seen.push(statSync(program).ino);
      lock = readFileSync(join(directory, '.terraform.lock.hcl'), 'utf8');
    }
    expect(seen[0]).toBe(seen[1]);
  });
});

test('after the first of a kind has failed, the next one tries itself', async () => {
  const turns = openInitTurns();
  const begun: string[] = [];
  const run = (name: string, code: number) =>
    turns.take(
      'kind',
      (selected) => {
        begun.push(`${name} ${JSON.stringify(selected)}`);
        return Promise.resolve({ code, stdout: '', stderr: '' });
      },
      () => [{ address: 'a', version: '1' }],
    );
  await Promise.all([run('first', 1), run('second', 0)]);
  expect(begun).toEqual(['first undefined', 'second undefined']);
});
