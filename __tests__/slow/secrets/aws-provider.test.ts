/** Secrets of AWS in resources of AWS, by the provider itself: planned, applied, changed outside, found. */
import { afterEach, expect, test } from '@jest/globals';
import { findProviderMirror, mirrorSettings } from '../../../loopback/provider-mirror.ts';
import { jobToken } from '../../../loopback/github-api.ts';
import type { ActionResult } from '../../../loopback/runner.ts';
import { startDriftStory, type DriftStory } from '../../support/drift-story.ts';
import { LEAF, project, secretStores, withStores } from '../../support/secret-stores.ts';
import { REPOSITORY } from '../../support/story.ts';

const stores = secretStores();
const mirror = findProviderMirror();
if (mirror === undefined) console.warn('Skipped: no AWS provider 5.100.0 in a folder "tf-plugins".');
const withProvider = mirror === undefined ? test.skip : test;

let drifting: DriftStory | undefined;
afterEach(async () => drifting?.close());

const OLD = 'deploy-QqZzXx-1001';
const OUTSIDE = 'by-hand-QqZzXx-1002';

const MAIN = `variable "config" {
  type = any
}
terraform {
  required_providers {
    aws = {
      source  = "registry.terraform.io/hashicorp/aws"
      version = "5.100.0"
    }
  }
}
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "AKIAEXAMPLE"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  endpoints {
    ssm = var.config.aws_url
  }
}
resource "aws_ssm_parameter" "copy" {
  name  = "/copy"
  type  = "SecureString"
  value = var.config.password
  description = "size \${try(var.config.size, 0)}"
}
`;

const FILES = {
  ...project(
    [
      'terraform: {backend: {http: {address: "{{env(STATE_URL)}}/dev"}}}',
      'aws_url: "{{env(AWS_URL)}}"',
      'password: "{{ssm:/deploy/password?profile=p}}"',
      '',
    ].join('\n'),
  ),
  '.komposconfig.yaml': 'allow_secrets: ["ssm:/deploy/*"]\nstores: {aws: {profiles: {p: profile}}}\n',
  'compositions/terraform/aws/app/main.tf': MAIN,
};

function shown({ stdout, stderr, outputs, summary, annotations }: ActionResult): string {
  const log = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [...log, stderr, JSON.stringify([outputs, annotations]), summary].join('\n');
}

withStores('the provider of AWS', () => {
  withProvider(
    'applies a secret of AWS, and drift finds what was changed outside',
    async () => {
      const { aws, env } = stores();
      await aws.parameter('/deploy/password', OLD);
      drifting = await startDriftStory(FILES, {
        token: { ...jobToken, permissions: { ...jobToken.permissions, issues: 'write' } },
        env: { ...env, AWS_URL: aws.url, TF_CLI_CONFIG_FILE: mirrorSettings(mirror ?? ''), GOGC: '400' },
      });
      const { openPullRequest, plan, merge, apply, comments, drift, api } = drifting;
      const inputs = { 'allow-env': 'STATE_URL\nAWS_URL' };

      const pull = await openPullRequest(1, { 'config/env=dev/more.yaml': 'size: 2\n' });
      const planned = await plan(pull, { inputs });
      expect([planned.code, shown(planned)]).toEqual([0, expect.stringContaining('aws_ssm_parameter.copy')]);
      const applied = await apply(await merge(pull), { inputs });
      expect([applied.code, applied.outputs['applied']]).toEqual([0, expect.stringContaining(LEAF)]);
      expect(await aws.valueOf('/copy')).toBe(OLD);

      await aws.parameter('/copy', OUTSIDE);
      const changed = await drift({ inputs });
      expect(changed.outputs['drifted']).toContain(LEAF);

      const issues = api.issues(REPOSITORY).map(({ title, body }) => `${title}\n${String(body)}`);
      const all = [planned, applied, changed].map(shown).concat(comments(1), issues).join('\n');
      expect([OLD, OUTSIDE].filter((value) => all.includes(value))).toEqual([]);
    },
    480_000,
  );
});
