/**
 * What leaves cost beyond Terraform itself: `npm run bench:terraform`. CPU seconds of whole processes, two at a time,
 * against the same Terraform commands from a shell in directories that are rendered already; and how many inits of a run
 * unpack the AWS provider of a mirror with archives.
 *
 * Where the rest goes, of 24 leaves of `terraform_data` (CPU seconds, Node 24): Terraform's init, plan and show 3.3, or
 * 2.7 with less garbage collection, which only init and show of small plans get (`terraform/process.ts`), and the shell
 * does not; one `terraform version` and git 0.05; our own start, comparing and rendering 0.2; starting 72 processes 0.2,
 * most of it for copying the page tables of a process of 90 MB; files for output, and writing, sealing and removing
 * runtime directories 0.1; reading the plans, fingerprints and masks 0.1. `GOGC=100 npm run bench:terraform` gives both
 * the same garbage collection: the ratio of this row is then 1.2.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Files } from '../loopback/file-tree.ts';
import { createOrigin, checkoutAsRunner } from '../loopback/git-origin.ts';
import { createRepository } from '../loopback/git-repository.ts';
import { findProviderMirror, mirrorSettings } from '../loopback/provider-mirror.ts';
import { runAction, runCli, runnerNode } from '../loopback/runner.ts';
import { startStateServer } from '../loopback/state-server.ts';
import { temporaryDirectory } from '../loopback/temporary-directory.ts';
import { scheduleEvent } from '../loopback/events.ts';
import { findTerraform } from '../loopback/terraform.ts';
import { packMirror, UNPACKED } from './packed-mirror.ts';
import { printTable } from './table.ts';

/** Pairs of measurements; the least of each counts, as other work only adds. */
const ROUNDS = Number(process.argv[2] ?? '3');

const AWS = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}
data "aws_iam_policy_document" "this" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}
`;

const states = await startStateServer();
const mirror = process.env['NO_MIRROR'] ? undefined : findProviderMirror();
const scratch = temporaryDirectory('bench');
const clock = join(scratch, 'node');
/** Go's setting for Terraform, for the shell and for us. */
const garbageCollection = process.env['GOGC'] === undefined ? {} : { GOGC: process.env['GOGC'] };
const lines = [['leaves', 'how', 'shell', 'kompos', 'ratio', 'at most']];
try {
  writeFileSync(
    clock,
    `#!/bin/bash\nTIMEFORMAT='%U %S'\n{ time ${runnerNode()} "$@" 2>&3; } 3>&2 2>>${scratch}/cpu\n`,
    {
      mode: 0o755,
    },
  );
  await measure('terraform_data', 24, '', 1.1);
  if (mirror === undefined)
    process.stdout.write('Without a provider mirror: the rows with the AWS provider are skipped.\n');
  else {
    await measure('AWS provider', 6, AWS, 1.03, 1.05, { TF_CLI_CONFIG_FILE: mirrorSettings(mirror) });
    await countUnpacks(mirror, 6);
  }
  printTable(lines);
} finally {
  await states.close();
  rmSync(scratch, { recursive: true, force: true });
}

function layer(size: number): string {
  return `size: ${size}\nterraform:\n  backend:\n    http:\n      address: ${states.backend('/').address}{{name}}\n`;
}

/** Leaves with one resource each; a change of the default layer plans all of them. */
function project(leaves: number, code: string): Files {
  const files = Object.fromEntries(
    Array.from({ length: leaves }, (_, index) => [
      `config/env=e${index}/composition=app/app.yaml`,
      `name: e${index}\n`,
    ]),
  );
  return {
    ...files,
    '.gitignore': '.kompos-runtime/\n',
    'config/default.yaml': layer(1),
    'compositions/terraform/app/main.tf': `variable "config" {\n  type = any\n}\n${code}resource "terraform_data" "this" {\n  input = var.config.size\n}\n`,
  };
}

async function measure(
  name: string,
  leaves: number,
  code: string,
  atMost: number,
  driftAtMost?: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const env = { ...garbageCollection, ...settings };
  const directory = temporaryDirectory('project');
  const files = project(leaves, code);
  const repository = await createRepository(files, directory);
  const base = await repository.id();
  const kompos = (...args: readonly string[]): Promise<{ readonly code: number | null; readonly stderr: string }> =>
    runCli(args, { cwd: directory, env, node: clock });
  await succeed(kompos('config', 'terraform', 'apply', '-auto-approve'));
  const clean = await shell(directory, 'plan -out=p', env);
  await repository.commit('Change', { 'config/default.yaml': layer(2) });
  const pairs: { shell: number; kompos: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // A plan removes them.
    await succeed(kompos('config', 'terraform', 'plan', '--dry-run'));
    const own = await shell(directory, 'plan -out=p && terraform show -json p', env);
    cpu();
    await succeed(kompos('plan', '--base', base));
    pairs.push({ shell: own, kompos: cpu() });
  }
  row(name, leaves, 'plan', pairs, atMost);
  if (driftAtMost === undefined) return;
  await repository.git('reset', '--quiet', '--hard', base);
  const origin = await createOrigin(repository);
  const { directory: workspace } = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: base });
  const drifts: { shell: number; kompos: number }[] = [{ shell: clean, kompos: Infinity }];
  for (let round = 0; round < ROUNDS; round += 1) {
    cpu();
    const inputs = { command: 'drift', 'max-open-issues': '0', parallelism: '2' };
    await succeed(runAction({ workspace, event: scheduleEvent({ sha: base }), inputs, env, node: clock }));
    drifts.push({ shell: Infinity, kompos: cpu() });
  }
  row(name, leaves, 'drift, clean', drifts, driftAtMost);
}

async function succeed(running: Promise<{ readonly code: number | null; readonly stderr: string }>): Promise<void> {
  const { code, stderr } = await running;
  if (code !== 0) throw new Error(stderr);
}

/** CPU seconds since the last time. */
function cpu(): number {
  const text = readFileSync(join(scratch, 'cpu'), 'utf8');
  writeFileSync(join(scratch, 'cpu'), '');
  return sum(text);
}

/** How often a run unpacks the provider for leaves without a lock file; each init of the shell does. */
async function countUnpacks(unpacked: string, leaves: number): Promise<void> {
  const packed = join(scratch, 'packed');
  packMirror(unpacked, packed);
  const directory = temporaryDirectory('project');
  const repository = await createRepository({ LICENSE: '' }, directory);
  const base = await repository.id();
  await repository.commit('Add leaves', project(leaves, AWS));
  const env = { TF_CLI_CONFIG_FILE: mirrorSettings(packed), PATH: recordingTerraform() };
  await succeed(runCli(['plan', '--base', base], { cwd: directory, env }));
  const counts = ['init', 'unpacked'].map((word) => readFileSync(join(scratch, word), 'utf8').length);
  const [inits = 0, unpacks = 0] = counts;
  if (unpacks !== 1 || inits !== leaves) process.exitCode = 1;
  lines.push([`${leaves} × packed provider`, 'unpacks of a run', String(leaves), String(unpacks), '', '1']);
}

/** A PATH on which `terraform` notes each init, and each that left an unpacked provider instead of a link. */
function recordingTerraform(): string {
  const folder = join(scratch, 'bin');
  mkdirSync(folder);
  const script = [
    '#!/bin/sh',
    `${findTerraform() ?? 'terraform'} "$@"`,
    'code=$?',
    '[ "$1" = init ] || exit $code',
    `printf x >>${scratch}/init`,
    `for each in ${UNPACKED}/*; do [ -d "$each" ] && [ ! -L "$each" ] && printf x >>${scratch}/unpacked; done`,
    'exit $code',
    '',
  ];
  writeFileSync(join(folder, 'terraform'), script.join('\n'), { mode: 0o755 });
  return `${folder}:${process.env['PATH'] ?? ''}`;
}

function sum(text: string): number {
  return text
    .split(/\s+/u)
    .map(Number)
    .reduce((total, each) => total + each, 0);
}

/** CPU seconds of Terraform in every rendered directory. */
async function shell(directory: string, commands: string, env: Readonly<Record<string, string>>): Promise<number> {
  const rendered = readdirSync(join(directory, '.kompos-runtime/leaves'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('variables.tfvars.json'))
    .map((path) => join(directory, '.kompos-runtime/leaves', dirname(path)));
  const plan = commands.replace('plan', 'plan -input=false -var-file=variables.tfvars.json');
  const each = `cd "$1" && rm -rf .terraform && terraform init -input=false && terraform ${plan}`;
  const script = `TIMEFORMAT='%U %S'; time printf '%s\\0' "$@" | xargs -0 -P2 -n1 sh -c '${each}' sh >/dev/null`;
  const settings = join(scratch, 'terraform.rc');
  writeFileSync(settings, '');
  // Not synchronously: the state server answers from this process.
  const { stderr } = await promisify(execFile)('bash', ['-c', script, 'bash', ...rendered], {
    env: {
      PATH: `${dirname(findTerraform() ?? '')}:${process.env['PATH'] ?? ''}`,
      HOME: scratch,
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: settings,
      TF_IN_AUTOMATION: '1',
      ...env,
    },
  });
  return sum(stderr.trim().split('\n').at(-1) ?? '');
}

function row(
  name: string,
  leaves: number,
  how: string,
  pairs: readonly { readonly shell: number; readonly kompos: number }[],
  atMost: number,
): void {
  const least = (key: 'shell' | 'kompos'): number => Math.min(...pairs.map((pair) => pair[key]));
  const ratio = least('kompos') / least('shell');
  if (ratio > atMost) process.exitCode = 1;
  const numbers = [least('shell'), least('kompos'), ratio, atMost].map((number) => number.toFixed(2));
  lines.push([`${leaves} × ${name}`, how, ...numbers]);
}
