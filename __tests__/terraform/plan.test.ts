import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { executable, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform, runTerraform } from '../../loopback/terraform.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { createMasker } from '../../src/masking/masking.ts';
import { addToMirror, lockedProviders, missingInMirror, terraformPlatform } from '../../src/terraform/mirror.ts';
import { planDirectory, type PlanOptions, type PlanResult } from '../../src/terraform/plan.ts';

const terraform = findTerraform();
if (terraform === undefined) console.warn('terraform is not on PATH: the tests with real Terraform are skipped.');
const platform = terraformPlatform(process.platform, process.arch);

afterAll(removeTemporaryDirectories);

function rootModule(files: Files): string {
  const directory = temporaryDirectory('plan');
  writeFiles(directory, {
    'variables.tf': 'variable "config" {}\n',
    'variables.tfvars.json': '{"config": {}}',
    ...files,
  });
  return directory;
}

interface Planned {
  readonly directory: string;
  readonly result: PlanResult;
  readonly lines: readonly string[];
}

async function plan(
  directory: string,
  more: Partial<PlanOptions> & { env?: Record<string, string> } = {},
): Promise<Planned> {
  const settings = temporaryDirectory('settings');
  writeFiles(settings, { 'terraform.rc': '' });
  const lines: string[] = [];
  const result = await planDirectory(directory, {
    binary: {
      path: terraform ?? 'terraform',
      program: 'Terraform',
      version: '1.11.4',
      processes: createChildProcesses(),
    },
    environment: {
      PATH: process.env['PATH'] ?? '',
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: join(settings, 'terraform.rc'),
      ...more.env,
    },
    lockTimeout: '0s',
    mirror: join(settings, 'no-mirror'),
    platform,
    onLine: (line) => lines.push(line),
    ...more,
  });
  return { directory, result, lines };
}

/** The words of a failure; a success has none. */
const failure = (result: PlanResult): string => (result.ok ? '' : result.output);
const text = (result: PlanResult): string => (result.ok ? result.text : '');

(terraform === undefined ? describe.skip : describe)('a runtime directory', () => {
  let states: StateServer;

  beforeAll(async () => {
    states = await startStateServer();
  });

  afterAll(() => states.close());

  const withState = (path: string): string =>
    `terraform {\n  backend "http" {\n${Object.entries(states.backend(path))
      .map(([name, value]) => `    ${name} = "${value}"\n`)
      .join('')}  }\n}\n`;

  test('is initialised and planned, with the configuration as a variable', async () => {
    const directory = rootModule({
      'variables.tfvars.json': '{"config": {"name": "from-the-configuration"}}',
      'main.tf': 'resource "terraform_data" "a" {\n  input = var.config.name\n}\n',
    });
    const { result, lines } = await plan(directory);
    expect(result).toMatchObject({
      ok: true,
      summary: { hasChanges: true, counts: { create: 1 }, resources: [{ address: 'terraform_data.a' }] },
    });
    expect(text(result)).toMatch(
      /^(?:Terraform|OpenTofu) used[\s\S]*\+ input {2}= "from-the-configuration"[\s\S]*1 to add/u,
    );
    expect(lines.some((line) => line.includes('has been successfully initialized'))).toBe(true);
    expect(lines).toContain('Plan: 1 to add, 0 to change, 0 to destroy.');
    expect(readdirSync(directory)).not.toContain('kompos.tfplan');
  });

  test('without changes', async () => {
    const directory = rootModule({ 'main.tf': `${withState('/same')}resource "terraform_data" "a" {}\n` });
    await runTerraform(directory, ['init']);
    await runTerraform(directory, ['apply', '-auto-approve', '-var-file=variables.tfvars.json']);
    const { result } = await plan(directory);
    expect(result).toMatchObject({ ok: true, summary: { hasChanges: false, resources: [] } });
    expect(text(result)).toContain('No changes.');
  });

  test('only moved: changes without any count in its summary', async () => {
    const directory = rootModule({ 'main.tf': `${withState('/moved')}resource "terraform_data" "a" {}\n` });
    await runTerraform(directory, ['init']);
    await runTerraform(directory, ['apply', '-auto-approve', '-var-file=variables.tfvars.json']);
    writeFiles(directory, {
      'main.tf': `${withState('/moved')}resource "terraform_data" "b" {}\nmoved {\n  from = terraform_data.a\n  to   = terraform_data.b\n}\n`,
    });
    const { result } = await plan(directory);
    expect(result).toMatchObject({ ok: true, summary: { hasChanges: true, counts: { move: 1, create: 0 } } });
    expect(text(result)).toContain('Plan: 0 to add, 0 to change, 0 to destroy.');
  });

  test.each([
    ['init', 'a module that is not there', 'module "m" {\n  source = "./nowhere"\n}\n', 'module "m" at main.tf:1'],
    ['init', 'no HCL', 'resource "terraform_data" {\n', 'main.tf line 1'],
    ['plan', 'what validation finds', 'output "o" {\n  value = terraform_data.none.id\n}\n', 'main.tf line 2'],
  ])('%s fails: %s', async (stage, _, main, words) => {
    const { directory, result } = await plan(rootModule({ 'main.tf': main }));
    expect(result).toMatchObject({ ok: false, stage });
    expect(failure(result)).toContain(words);
    expect(readdirSync(directory)).not.toContain('kompos.tfplan');
  });

  // Of a trace nobody knows what is in it: requests with their headers, the whole configuration.
  test.each([
    ['TF_LOG', 'trace'],
    ['TF_LOG', 'json'],
    ['TF_LOG_CORE', 'debug'],
    ['TF_LOG_PROVIDER', 'trace'],
  ])('%s=%s: of a failure only the diagnostics are reported, and the job log has the trace', async (name, level) => {
    const main = 'resource "terraform_data" "a" {\n  input = file("nowhere")\n}\n';
    const { result, lines } = await plan(rootModule({ 'main.tf': main }), { env: { [name]: level } });
    expect(result).toMatchObject({ ok: false, stage: 'plan' });
    expect(failure(result)).toMatch(/^Error: Invalid function argument\n[\s\S]*main.tf line 2/u);
    expect(failure(result)).not.toMatch(/\[(?:TRACE|DEBUG|INFO)\]|@level/u);
    if (name !== 'TF_LOG_PROVIDER') expect(lines.join('\n')).toMatch(/\[(?:DEBUG|TRACE)\]|"@level"/u);
  });

  test('a locked state: who holds it', async () => {
    const giveBack = states.hold('/locked', { ID: 'the-lock-of-another-run' });
    const { result } = await plan(rootModule({ 'main.tf': withState('/locked') }));
    giveBack();
    expect(result).toMatchObject({ ok: false, stage: 'plan' });
    expect(failure(result)).toContain('ID=the-lock-of-another-run');
  });

  test('a locked state is waited for', async () => {
    const giveBack = states.hold('/waited', {});
    const planned = plan(rootModule({ 'main.tf': withState('/waited') }), { lockTimeout: '20s' });
    setTimeout(giveBack, 500);
    expect((await planned).result).toMatchObject({ ok: true });
  });

  test.each(['hunter22secret', 'correct horse battery staple'])(
    'a plan that fails half-way: the secret "%s" is known, and nothing is left behind',
    async (secret) => {
      const directory = rootModule({
        'main.tf': `
          variable "password" {
            type      = string
            sensitive = true
          }
          resource "terraform_data" "bad" {
            lifecycle {
              precondition {
                condition     = length(var.password) < 3
                error_message = "The password that somebody gave us in this very environment is \${nonsensitive(var.password)}: too long."
              }
            }
          }
        `,
      });
      const { result } = await plan(directory, { env: { TF_VAR_password: secret } });
      expect(result).toMatchObject({ ok: false, stage: 'plan' });
      expect([...result.sensitive]).toContain(secret);
      const masker = createMasker([]);
      masker.add(result.sensitive);
      expect(masker.mask(failure(result)).replaceAll(/\s+/gu, ' ')).toContain(
        'The password that somebody gave us in this very environment is ***: too long.',
      );
      expect(readdirSync(directory)).not.toContain('kompos.tfplan');
    },
  );

  test('credentials are taken out of URLs: of failures, lines and plans', async () => {
    const url = 'https://someone:t0ken@127.0.0.1:9/x.git';
    const failed = await plan(rootModule({ 'main.tf': `module "m" {\n  source = "git::${url}"\n}\n` }));
    expect(failed.result).toMatchObject({ ok: false, stage: 'init' });
    expect(failure(failed.result)).toContain('git::https://127.0.0.1:9/x.git');
    expect(failed.lines.join('\n')).toContain('Downloading git::https://127.0.0.1:9/x.git for m...');
    const planned = await plan(rootModule({ 'main.tf': `resource "terraform_data" "a" {\n  input = "${url}"\n}\n` }));
    expect(text(planned.result)).toContain('"https://127.0.0.1:9/x.git"');
    expect(JSON.stringify([failed, planned])).not.toContain('t0ken');
  });
});

describe('the provider mirror', () => {
  const lockFile = `
# This file is maintained automatically by "terraform init".

provider "registry.terraform.io/hashicorp/aws" {
  version     = "5.100.0"
  constraints = ">= 5.0.0, != 5.1.0"
  hashes = [
    "h1:abc=",
    "zh:0123",
  ]
}

provider "example.com/team/thing" {
  version = "1.2.3-rc1"
}
`;
  const providers = [
    { address: 'registry.terraform.io/hashicorp/aws', version: '5.100.0' },
    { address: 'example.com/team/thing', version: '1.2.3-rc1' },
  ];
  const folders = ['registry.terraform.io/hashicorp/aws/5.100.0', 'example.com/team/thing/1.2.3-rc1'];

  test('what a lock file selects', () => {
    expect(lockedProviders(lockFile)).toEqual(providers);
    expect(lockedProviders('')).toEqual([]);
    expect(lockedProviders('# provider "a/b/c" {}\n')).toEqual([]);
  });

  test.each([
    ['linux', 'x64', 'linux_amd64'],
    ['linux', 'arm64', 'linux_arm64'],
    ['darwin', 'arm64', 'darwin_arm64'],
    ['win32', 'x64', 'windows_amd64'],
    ['win32', 'ia32', 'windows_386'],
  ] as const)('%s on %s is %s', (system, machine, expected) => {
    expect(terraformPlatform(system, machine)).toBe(expected);
  });

  test('takes what init installed, once, and has it then', () => {
    const mirror = join(temporaryDirectory('mirror'), 'not', 'made', 'yet');
    const directory = temporaryDirectory('initialised');
    for (const folder of folders) {
      writeFiles(join(directory, '.terraform/providers', folder, 'linux_amd64'), { provider: folder });
    }
    expect(missingInMirror(mirror, providers, 'linux_amd64')).toEqual(providers);
    addToMirror(mirror, directory, providers, 'linux_amd64');
    expect(missingInMirror(mirror, providers, 'linux_amd64')).toEqual([]);
    expect(missingInMirror(mirror, providers, 'darwin_arm64')).toEqual(providers);
    const other = { address: 'a/b/c', version: '1' };
    expect(missingInMirror(mirror, [other, ...providers], 'linux_amd64')).toEqual([other]);
    for (const folder of folders) {
      expect(readFileSync(join(mirror, folder, 'linux_amd64/provider'), 'utf8')).toBe(folder);
      // Half-copied folders would be taken for platforms.
      expect(readdirSync(join(mirror, folder))).toEqual(['linux_amd64']);
    }

    // A mirror is only ever added to.
    const [first = ''] = folders;
    rmSync(join(directory, '.terraform'), { recursive: true });
    writeFiles(join(directory, '.terraform/providers', first, 'linux_amd64'), { provider: 'another' });
    addToMirror(mirror, directory, providers, 'linux_amd64');
    expect(readFileSync(join(mirror, first, 'linux_amd64/provider'), 'utf8')).toBe(first);
  });

  test('takes no link (init took the provider from a mirror), and nothing that is not there', () => {
    const mirror = temporaryDirectory('mirror');
    const elsewhere = temporaryDirectory('elsewhere');
    const directory = temporaryDirectory('initialised');
    const [first = ''] = folders;
    writeFiles(elsewhere, { provider: 'x' });
    writeFiles(directory, { [`.terraform/providers/${first}/linux_amd64`]: { kind: 'symlink', target: elsewhere } });
    addToMirror(mirror, directory, providers, 'linux_amd64');
    expect(readdirSync(mirror)).toEqual([]);
  });

  test('writes through no link on the way', () => {
    const mirror = temporaryDirectory('mirror');
    const outside = temporaryDirectory('outside');
    const directory = temporaryDirectory('initialised');
    for (const folder of folders) {
      writeFiles(join(directory, '.terraform/providers', folder, 'linux_amd64'), { provider: folder });
      writeFiles(mirror, { [folder.split('/')[0] ?? '']: { kind: 'symlink', target: outside } });
    }
    addToMirror(mirror, directory, providers, 'linux_amd64');
    expect(readdirSync(outside)).toEqual([]);
  });

  test('never fails: it only saves time', () => {
    const blocked = temporaryDirectory('mirror');
    writeFiles(blocked, { mirror: 'a file' });
    const directory = temporaryDirectory('initialised');
    for (const folder of folders) writeFiles(join(directory, '.terraform/providers', folder, 'linux_amd64'), { a: '' });
    expect(() => {
      addToMirror(join(blocked, 'mirror'), directory, providers, 'linux_amd64');
    }).not.toThrow();
  });
});

/** An unpacked filesystem mirror with the AWS provider, where this machine has one. */
const plugins = [process.env['KOMPOS_TEST_PLUGINS'], '/opt/tf-plugins'].find(
  (folder) => folder !== undefined && existsSync(join(folder, 'registry.terraform.io/hashicorp/aws')),
);
if (plugins === undefined) {
  console.warn('No KOMPOS_TEST_PLUGINS or /opt/tf-plugins with the AWS provider: the test with it is skipped.');
}

(terraform === undefined ? describe.skip : describe)(
  'a committed lock file and a mirror: init asks no registry',
  () => {
    /** Port 9 is "discard": whoever asks the registry fails at once. */
    const env = { HTTPS_PROXY: 'http://127.0.0.1:9' };

    interface LockedModule {
      readonly mirror: string;
      readonly lockFile: string;
      readonly files: Files;
    }

    async function lockedModule(mirror: string, source: string): Promise<LockedModule> {
      const main = `terraform {\n  required_providers {\n    p = { source = "${source}" }\n  }\n}\n`;
      const directory = rootModule({ 'main.tf': main });
      expect(await runTerraform(directory, ['init', `-plugin-dir=${mirror}`])).toMatchObject({ code: 0 });
      const lockFile = readFileSync(join(directory, '.terraform.lock.hcl'), 'utf8');
      return { mirror, lockFile, files: { 'main.tf': main, '.terraform.lock.hcl': lockFile } };
    }

    /** Plans and looks at what init left: a link into the mirror, and the lock file as it was committed. */
    async function planFrom({ mirror, lockFile, files }: LockedModule): Promise<PlanResult> {
      const { directory, result } = await plan(rootModule(files), { mirror, env });
      const [{ address, version } = { address: '', version: '' }] = lockedProviders(lockFile);
      const installed = join(directory, '.terraform/providers', address, version, platform);
      expect(lstatSync(installed).isSymbolicLink()).toBe(true);
      expect(realpathSync(installed)).toBe(realpathSync(join(mirror, address, version, platform)));
      expect(readFileSync(join(directory, '.terraform.lock.hcl'), 'utf8')).toBe(lockFile);
      return result;
    }

    test('a provider that no registry has', async () => {
      const mirror = temporaryDirectory('plugins');
      const folder = join(mirror, 'registry.terraform.io/acme/tiny/1.2.3', platform);
      writeFiles(folder, { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 1\n') });
      const locked = await lockedModule(mirror, 'registry.terraform.io/acme/tiny');
      // It is no real one, so planning fails; init does not.
      expect(await planFrom(locked)).toMatchObject({ ok: false, stage: 'plan' });

      // There is no other way to get it, and a mirror with other bytes than the lock file's is not believed.
      expect((await plan(rootModule(locked.files), { env })).result).toMatchObject({ ok: false, stage: 'init' });
      writeFiles(folder, { 'terraform-provider-tiny_v1.2.3': executable('#!/bin/sh\nexit 2\n') });
      expect((await plan(rootModule(locked.files), { mirror, env })).result).toMatchObject({
        ok: false,
        stage: 'init',
      });
    });

    (plugins === undefined ? test.skip : test)('the AWS provider', async () => {
      const result = await planFrom(await lockedModule(plugins ?? '', 'registry.terraform.io/hashicorp/aws'));
      expect(result).toMatchObject({ ok: true, summary: { hasChanges: false } });
    });
  },
);
