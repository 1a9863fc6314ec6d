/** Root modules for the real Terraform, planned as runtime directories are. */
import { writeFiles, type Files } from '../../loopback/file-tree.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTerraform, runTerraform } from '../../loopback/terraform.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import type { FingerprintContext } from '../../src/terraform/fingerprint.ts';
import { terraformPlatform } from '../../src/terraform/mirror.ts';
import type { PlanOptions } from '../../src/terraform/plan.ts';
import { parseExact } from '../../src/terraform/exact-json.ts';
import type { StateServer } from '../../loopback/state-server.ts';

/** A folder with files, and with the configuration that every runtime directory has. */
export function rootModule(files: Files): string {
  const directory = temporaryDirectory('root-module');
  writeFiles(directory, {
    'variables.tf': 'variable "config" {\n  type    = any\n  default = null\n}\n',
    'variables.tfvars.json': '{"config": {}}',
    ...files,
  });
  return directory;
}

/** A `terraform` block whose state lies on a server, with locks. */
export function withState(states: StateServer, path: string): string {
  const settings = Object.entries(states.backend(path)).map(([name, value]) => `    ${name} = "${value}"\n`);
  return `terraform {\n  backend "http" {\n${settings.join('')}  }\n}\n`;
}

export const plainContext: FingerprintContext = { rendering: 'r', key: undefined, standIns: new Map() };

/** @param env on top of what keeps Terraform off the network */
export function planOptions(env: Readonly<Record<string, string>> = {}, more: Partial<PlanOptions> = {}): PlanOptions {
  const settings = temporaryDirectory('settings');
  writeFiles(settings, { 'terraform.rc': '' });
  return {
    binary: {
      path: findTerraform() ?? 'terraform',
      program: 'Terraform',
      version: '1.11.4',
      processes: createChildProcesses(),
    },
    environment: {
      PATH: process.env['PATH'] ?? '',
      HOME: settings,
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: join(settings, 'terraform.rc'),
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_ALLOW_PROTOCOL: 'file',
      ...env,
    },
    lockTimeout: '0s',
    mirror: join(settings, 'no-mirror'),
    platform: terraformPlatform(process.platform, process.arch),
    ...more,
  };
}

interface Without {
  readonly env?: Readonly<Record<string, string>>;
  /** The state's file. */
  readonly state?: string;
  readonly args?: readonly string[];
}

/** Plans one file beside a state, without the `init` that only backends and modules need: half the time. */
export async function planJson(main: string, how: Without = {}): Promise<unknown> {
  return parseExact(await planText(main, how));
}

/** The same as `terraform show -json` writes it. */
export async function planText(main: string, { env, state, args = [] }: Without = {}): Promise<string> {
  const directory = rootModule({ 'main.tf': main, ...(state === undefined ? {} : { 'terraform.tfstate': state }) });
  const planned = await runTerraform(directory, ['plan', '-out=p', ...args], env);
  if (planned.code !== 0) throw new Error(planned.stderr);
  return (await runTerraform(directory, ['show', '-json', 'p'], env)).stdout;
}

/** The state's file as an apply of one file leaves it. */
export async function appliedState(main: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const directory = rootModule({ 'main.tf': main });
  const applied = await runTerraform(directory, ['apply', '-auto-approve'], env);
  if (applied.code !== 0) throw new Error(applied.stderr);
  return readFileSync(join(directory, 'terraform.tfstate'), 'utf8');
}
