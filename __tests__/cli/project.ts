/** A project with three compositions in two places, whose states lie on a loopback server, and kompos started in it. */
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessResult, RunningProcess } from '../../loopback/child-process.ts';
import { filesFrom, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { runCli, startCli } from '../../loopback/runner.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform } from '../../loopback/terraform.ts';

/** `describe`, or `describe.skip` with a line that says why, where Terraform is missing. */
export function withTerraform<T>(describe: T & { readonly skip: T }): T {
  if (findTerraform() !== undefined) return describe;
  console.warn('terraform is not on PATH: the tests with real Terraform are skipped.');
  return describe.skip;
}

export interface TestProject {
  readonly directory: string;
  write(files: Files): void;
  /** Runs kompos with the words of a line as its arguments. */
  kompos(line: string, more?: { readonly cwd?: string; readonly env?: Record<string, string> }): Promise<ProcessResult>;
  start(line: string): RunningProcess;
  /** Whether something stands at a path of the project, links counting as such. */
  has(path: string): boolean;
  read(path: string): string;
}

export const network = 'config/env=dev/composition=terraform/terraform=network';
export const cluster = 'config/env=dev/composition=terraform/terraform=cluster';
export const app = 'config/env=dev/composition=terraform/terraform=app';
export const prodNetwork = 'config/env=prod/composition=terraform/terraform=network';

/**
 * @param stateUrl what `{{env(STATE_URL)}}` stands for
 * @param env on top of it
 */
export function openProject(
  files: Files,
  stateUrl: string,
  env: Readonly<Record<string, string>> = {},
  directory = temporaryDirectory('project'),
): TestProject {
  const environment = { STATE_URL: stateUrl, ...env };
  const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');
  writeFiles(directory, files);
  return {
    directory,
    write: (more) => {
      writeFiles(directory, more);
    },
    kompos: (line, more = {}) =>
      runCli(words(line), { cwd: more.cwd ?? directory, env: { ...environment, ...more.env } }),
    start: (line) => startCli(words(line), { cwd: directory, env: environment }),
    has: (path) => lstatSync(join(directory, path), { throwIfNoEntry: false }) !== undefined,
    read: (path) => readFileSync(join(directory, path), 'utf8'),
  };
}

/** The leaves that Terraform ran in, in that order, as kompos announced them: one alone, or each of several. */
export function ran({ stdout, stderr }: ProcessResult): readonly string[] {
  const several = [...stdout.matchAll(/^==> (config\/\S+) <==$/gmu)];
  const one = [...stderr.matchAll(/^(config\/\S+): terraform [^\n]*(?<!failed)$/gmu)];
  return (several.length > 0 ? several : one).map(([, leaf = '']) => leaf);
}

/** Every file and link below a folder with its content or target. */
export function treeOf(directory: string, below = ''): Readonly<Record<string, string>> {
  if (!existsSync(join(directory, below))) return {};
  const found = new Map<string, string>();
  for (const entry of readdirSync(join(directory, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) for (const [each, text] of Object.entries(treeOf(directory, path))) found.set(each, text);
    else if (entry.isSymbolicLink()) found.set(path, `-> ${readlinkSync(join(directory, path))}`);
    else found.set(path, readFileSync(join(directory, path), 'latin1'));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const main = `
  variable "config" {}

  resource "terraform_data" "this" {
    input = { name = var.config.name, size = var.config.size }

    lifecycle {
      precondition {
        condition     = var.config.size < 100
        error_message = "Too large."
      }
    }
  }

  output "name" {
    value = terraform_data.this.output.name
  }
`;

/** Compositions run in the order network, cluster, app: not the order of their names. */
export const threeCompositions: Files = filesFrom(`
  -- .komposconfig.yaml --
  compositions:
    order:
      terraform: [network, cluster]

  -- config/default.yaml --
  size: 1
  terraform:
    backend:
      http:
        address: "{{env(STATE_URL)}}/{{env}}/{{name}}"
        lock_address: "{{env(STATE_URL)}}/{{env}}/{{name}}"
        unlock_address: "{{env(STATE_URL)}}/{{env}}/{{name}}"

  -- config/env=dev/env.yaml --
  env: dev

  -- ${network}/leaf.yaml --
  name: network

  -- ${cluster}/leaf.yaml --
  name: cluster

  -- ${app}/leaf.yaml --
  name: app

  -- compositions/terraform/network/main.tf --
${main}
  -- compositions/terraform/cluster/main.tf --
${main}
  -- compositions/terraform/app/main.tf --
${main}
`);
