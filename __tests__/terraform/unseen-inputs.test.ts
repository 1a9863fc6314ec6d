/**
 * The attack: what is reviewed sets a password from outside; outside changes, the plan does not, for it never held the
 * password. What cannot be compared is named; what can be is compared.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFiles } from '../../loopback/file-tree.ts';
import { findProviderMirror, mirrorSettings } from '../../loopback/provider-mirror.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runTerraform } from '../../loopback/terraform.ts';
import { differencesOf } from '../../src/gate/judge.ts';
import { fingerprint } from '../../src/terraform/fingerprint.ts';
import { parseExact } from '../../src/terraform/exact-json.ts';
import { readPlan, type Plan } from '../../src/terraform/plan-json.ts';
import { summarise } from '../../src/terraform/plan-summary.ts';
import { unseenInputs, type UnseenInput } from '../../src/terraform/unseen-inputs.ts';
import { atLeast } from '../support/terraform-version.ts';
import { appliedState, plainContext, planJson } from './root-module.ts';

afterAll(removeTemporaryDirectories);

const named = (plan: unknown): readonly string[] =>
  (summarise(readPlan(plan), true).remarks?.unseen ?? []).map(
    ({ address, argument, sources }) => `${address} ${argument}: ${sources.join(', ')}`,
  );

const mirror = findProviderMirror();
if (mirror === undefined) console.warn('There is no mirror with the AWS provider: the test with it is skipped.');

(mirror !== undefined && atLeast('1.11') ? describe : describe.skip)('write-only arguments of a real provider', () => {
  // The mirror has one registry's folder, whatever the program.
  const PROVIDERS = `
terraform {
  required_providers {
    aws = {
      source = "registry.terraform.io/hashicorp/aws"
    }
  }
}
`;
  const MAIN = `
provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "x"
  secret_key                  = "x"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}
variable "config" {
  default = { password = "in the files" }
}
variable "outside" {
  sensitive = true
}
variable "passing" {
  ephemeral = true
}
locals {
  parameters = {
    constant = "constant"
    file     = file("secret.txt")
    yaml     = var.config.password
  }
}
resource "aws_ssm_parameter" "constant" {
  name             = "constant"
  type             = "SecureString"
  value_wo         = "constant"
  value_wo_version = 1
}
resource "aws_ssm_parameter" "yaml" {
  name             = "yaml"
  type             = "SecureString"
  value_wo         = var.config.password
  value_wo_version = 1
}
resource "aws_ssm_parameter" "file" {
  name             = "file"
  type             = "SecureString"
  value_wo         = file("\${path.module}/secret.txt")
  value_wo_version = 1
}
resource "aws_ssm_parameter" "local" {
  for_each         = toset(["a", "b"])
  name             = each.key
  type             = "SecureString"
  value_wo         = local.parameters[each.key]
  value_wo_version = 1
}
resource "aws_ssm_parameter" "passing" {
  name             = "passing"
  type             = "SecureString"
  value_wo         = var.passing
  value_wo_version = 1
}
resource "aws_ssm_parameter" "shown" {
  name  = "shown"
  type  = "String"
  value = nonsensitive(var.outside)
}
module "m" {
  source = "./m"
  fixed  = var.config.password
  moving = "\${var.outside}!"
}
`;
  const MODULE = `
variable "fixed" {}
variable "moving" {}
resource "aws_secretsmanager_secret" "a" {
  name = "a"
}
resource "aws_secretsmanager_secret_version" "fixed" {
  secret_id                = aws_secretsmanager_secret.a.id
  secret_string_wo         = var.fixed
  secret_string_wo_version = 1
}
resource "aws_secretsmanager_secret_version" "moving" {
  secret_id                = aws_secretsmanager_secret.a.id
  secret_string_wo         = var.moving
  secret_string_wo_version = 1
}
`;
  let json = '';

  beforeAll(async () => {
    const directory = temporaryDirectory('write-only');
    const main = MAIN.replace('["a", "b"]', '["yaml", "file"]');
    writeFiles(directory, { 'main.tf': PROVIDERS + main, 'm/main.tf': PROVIDERS + MODULE, 'secret.txt': 'the-secret' });
    const env = {
      TF_CLI_CONFIG_FILE: mirrorSettings(mirror ?? ''),
      TF_VAR_outside: 'from-outside',
      TF_VAR_passing: 'passing-by',
    };
    for (const args of [['init'], ['plan', '-out=p'], ['show', '-json', 'p']]) {
      const { code, stdout, stderr } = await runTerraform(directory, args, env);
      if (code !== 0) throw new Error(stderr);
      json = stdout;
    }
  }, 60_000);

  test('are named where they are set from outside', () => {
    for (const value of ['passing-by', 'the-secret']) expect(json).not.toContain(value);
    expect(named(parseExact(json))).toEqual([
      'aws_ssm_parameter.file value_wo: ',
      'aws_ssm_parameter.local value_wo: local.parameters',
      'aws_ssm_parameter.passing value_wo: var.passing',
      'module.m.aws_secretsmanager_secret_version.moving secret_string_wo: var.outside',
    ]);
  });

  test('are compared as far as they stand in the plan', () => {
    const value = (plan: string, key?: string): string =>
      fingerprint(readPlan(parseExact(plan)), { providers: [], modules: '' }, { ...plainContext, key }).value;
    const other = json.replace('"outside":{"value":"from-outside"}', '"outside":{"value":"another-one"}');
    expect(other).not.toBe(json);
    expect(value(other, 'a key')).not.toBe(value(json, 'a key'));
  });
});

describe('write-only arguments', () => {
  const written = (expressions: object, after: object = {}, actions: readonly string[] = ['create']): Plan =>
    readPlan({
      resource_changes: [{ address: 'a.b["x]"]', change: { actions, after } }],
      configuration: { root_module: { resources: [{ address: 'a.b', expressions }] } },
    });
  const from = (...references: readonly string[]): object => ({ references });

  test.each<[string, object, readonly string[]]>([
    [
      'an ephemeral value, whatever the name',
      { key: from('ephemeral.r.p.result', 'ephemeral.r.p') },
      ['a.b["x]"] key: ephemeral.r.p'],
    ],
    ['a data source', { p_wo: from('data.x.y[0].z', 'data.x.y[0]', 'data.x.y') }, ['p_wo: data.x.y']],
    ['a function of nothing', { p_wo: {} }, ['p_wo: ']],
    ['a block', { block: { p_wo: from('local.a') } }, ['block.p_wo: local.a']],
    [
      'one of several blocks',
      { block: [{ p_wo: { constant_value: 1 } }, { p_wo: from('local.a') }] },
      ['block.p_wo: local.a'],
    ],
    ['itself by its position', { p_wo: from('each.key', 'count.index') }, []],
    ['a constant', { p_wo: { constant_value: 'x' } }, []],
    ['the configuration', { p_wo: from('var.config.a.b', 'var.config.a', 'var.config') }, []],
  ])('from %s', (_, expressions, found) => {
    expect(unseenInputs(written(expressions)).map(inWords)).toEqual(
      found.map((each) => each.replace('a.b["x]"] ', '')),
    );
  });

  test('are no arguments that the plan shows, and are given to nothing that is left alone or destroyed', () => {
    const expressions = { p_wo: from('local.a') };
    expect(unseenInputs(written(expressions, { p_wo: 'shown' }))).toEqual([]);
    expect(unseenInputs(written(expressions, {}, ['no-op']))).toEqual([]);
    expect(unseenInputs(written(expressions, {}, ['delete']))).toEqual([]);
    expect(unseenInputs(written(expressions, { p_wo: null }, ['update']))).toHaveLength(1);
    expect(unseenInputs(written(expressions, {}, ['delete', 'create']))).toHaveLength(1);
  });

  function inWords({ argument, sources }: UnseenInput): string {
    return `${argument}: ${sources.join(', ')}`;
  }
});

describe('what provisioners are given', () => {
  const config = { TF_VAR_config: '{"name":"n"}' };
  const main = `
variable "target" {}
resource "terraform_data" "a" {
  provisioner "local-exec" {
    command = "true \${var.target} of \${var.config.name} and \${self.id}"
  }
}
`;

  test('is named, and is another plan where it is another variable’s value', async () => {
    const plans = await Promise.all(
      ['staging', 'production'].map((target) => planJson(main, { env: { ...config, TF_VAR_target: target } })),
    );
    for (const plan of plans) expect(named(plan)).toEqual(['terraform_data.a provisioner: var.target']);
    const [one, two] = plans.map((plan) => fingerprint(readPlan(plan), { providers: [], modules: '' }, plainContext));
    expect(one?.value).not.toBe(two?.value);
    expect(differencesOf(one?.changes ?? [], two?.changes ?? [])).toEqual([
      { address: 'var.target', before: 'handed over', after: 'handed over', attributes: ['value'] },
    ]);
  });

  test('is of no matter where the resource stays as it is', async () => {
    const state = await appliedState(main, { ...config, TF_VAR_target: 'staging' });
    expect(named(await planJson(main, { state, env: { ...config, TF_VAR_target: 'production' } }))).toEqual([]);
  });
});
