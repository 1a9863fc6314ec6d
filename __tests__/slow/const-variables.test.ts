/** A module source made of a variable, under the programs that can read one: `const = true`, or OpenTofu. */
import { describe, expect, test } from '@jest/globals';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesFrom, type Files } from '../../loopback/file-tree.ts';
import { namedPrograms } from '../../loopback/named-programs.ts';
import { terraformVersion } from '../../loopback/terraform.ts';
import { openProject, type TestProject } from '../cli/project.ts';
import { folderWith } from '../support/opentofu.ts';
import { stateServerForAll } from '../support/state-server.ts';

const leaf = 'config/env=dev/composition=terraform/terraform=web';
const early = `.kompos-runtime/leaves/${leaf}/compositions/terraform/web/kompos.auto.tfvars.json`;

function files(variable: string): Files {
  return filesFrom(`
    -- config/default.yaml --
    kind: small
    terraform:
      backend:
        http:
          address: "{{env(STATE_URL)}}/web"

    -- ${leaf}/leaf.yaml --
    size: 3

    -- modules/small/main.tf --
    resource "terraform_data" "this" {
      input = "small"
    }

    -- compositions/terraform/web/main.tf --
    ${variable.replaceAll('\n', '\n    ')}
    module "web" {
      source = "../../../modules/\${var.config.kind}"
    }
    resource "terraform_data" "size" {
      input = var.config.size
    }
    output "kind" {
      value = var.config.kind
    }
  `);
}

/** A folder for PATH with the oldest program of the folder that KOMPOS_TEST_PROGRAMS names whose name begins so. */
function folderOf(name: string): string | undefined {
  const program = namedPrograms().find((each) => each.name.startsWith(name));
  return program === undefined ? undefined : folderWith(program.path, program.tool);
}

const states = await stateServerForAll();

const CONST = 'variable "config" {\n  type  = any\n  const = true\n}';
const PLAIN = 'variable "config" {\n  type = any\n}';

const open = (variable: string, folder: string, tofu: boolean): TestProject =>
  openProject(files(variable), `${states.url}/${Math.random()}`, {
    PATH: tofu ? `${folder}:/usr/bin:/bin` : `${folder}:${process.env['PATH'] ?? ''}`,
  });

describe.each([
  ['Terraform 1.15.5', terraformVersion('1.15.5'), CONST, false],
  ['Terraform 1.16', folderOf('terraform-1.16'), CONST, false],
  ['OpenTofu 1.12', folderOf('tofu-1.12'), PLAIN, true],
])('%s', (name, folder, variable, tofu) => {
  const runs = folder === undefined ? test.skip : test;
  if (folder === undefined) console.warn(`${name} is not here: its tests are skipped.`);

  runs(
    'every command of a leaf works',
    async () => {
      const project = open(variable, folder ?? '', tofu);
      const failed: string[] = [];
      for (const line of [
        'plan',
        'apply -auto-approve',
        'output',
        'show',
        'validate',
        'refresh',
        'graph',
        'state list',
        'state show terraform_data.size',
        'state mv terraform_data.size terraform_data.other',
        'state mv terraform_data.other terraform_data.size',
        'state rm terraform_data.size',
        'state pull',
        'import terraform_data.size abc',
        'taint terraform_data.size',
        'untaint terraform_data.size',
        'providers',
        'destroy -auto-approve',
      ]) {
        const { code, stdout, stderr } = await project.kompos(`${leaf} terraform ${line}`);
        if (code !== 0) failed.push(`${line}: ${stdout}${stderr}`);
      }
      expect(failed).toEqual([]);
      expect(statSync(join(project.directory, early)).mode & 0o777).toBe(0o600);
    },
    120_000,
  );

  runs(
    'the plan shows the module that the variable names, and no warning',
    async () => {
      const { code, stdout } = await open(variable, folder ?? '', tofu).kompos(`${leaf} terraform plan`);
      expect(code).toBe(0);
      expect(stdout).toContain('module.web.terraform_data.this');
      expect(stdout).not.toContain('Warning');
    },
    60_000,
  );
});

describe('what the code does not need is not written', () => {
  const folder = terraformVersion('1.15.5');
  const runs = folder === undefined ? test.skip : test;
  const literal = (project: TestProject, main: string): void => {
    project.write({ 'compositions/terraform/web/main.tf': main });
  };

  runs(
    'a variable that is not const',
    async () => {
      const project = open(PLAIN, folder ?? '', false);
      literal(project, `${PLAIN}\nresource "terraform_data" "a" {\n  input = var.config.size\n}\n`);
      expect((await project.kompos(`${leaf} terraform plan`)).code).toBe(0);
      expect(project.has(early)).toBe(false);
    },
    60_000,
  );

  runs(
    'a root without the variable gets no value, and so no warning',
    async () => {
      const project = open(PLAIN, folder ?? '', false);
      literal(project, 'resource "terraform_data" "a" {}\n');
      const { code, stdout } = await project.kompos(`${leaf} terraform plan`);
      expect(code).toBe(0);
      expect(stdout).toContain('1 to add');
      expect(stdout).not.toContain('undeclared variable');
    },
    60_000,
  );
});

test.each([
  ['z.auto.tfvars.json', '{"config":{}}', 'sets the variable "config"'],
  ['terraform.tfvars', 'config = {}\n', 'sets the variable "config"'],
  ['kompos.auto.tfvars.json', '{}', 'Kompos writes a file of this name'],
])('a composition with its own %s is an error', async (name, text, words) => {
  const project = openProject(files(PLAIN), states.url);
  project.write({ [`compositions/terraform/web/${name}`]: text });
  const { code, stderr } = await project.kompos(`${leaf} terraform plan --dry-run`);
  expect(code).toBe(1);
  expect(stderr).toContain(words);
  expect(stderr).toContain(`compositions/terraform/web/${name}`);
});
