import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { delimiter } from 'node:path';
import { executable, filesFrom, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform } from '../../loopback/terraform.ts';
import { DEV, leavesIn, PROD, startStory, twoLeaves, type PullRequest, type Story } from '../support/story.ts';

/** The composition of both leaves reaches a neighbour, a module three levels up with one of its own, and a file beside. */
const reaching: Files = {
  ...twoLeaves,
  ...filesFrom(`
    -- compositions/terraform/aws/app/reach.tf --
    module "common" {
      source = "../common"
    }

    module "x" {
      source = "../../../../modules/x"
      env    = var.config.env.name
    }

    resource "terraform_data" "reached" {
      input = join(" ", [module.common.text, module.x.text, jsondecode(file("\${path.module}/../policy.json")).version])
    }

    -- compositions/terraform/aws/common/main.tf --
    output "text" {
      value = trimspace(file("\${path.module}/text.txt"))
    }

    -- compositions/terraform/aws/common/text.txt --
    common

    -- compositions/terraform/aws/policy.json --
    { "version": "2012-10-17" }

    -- modules/x/main.tf --
    variable "env" {}

    module "deeper" {
      source = "../y"
      env    = var.env
    }

    output "text" {
      value = module.deeper.text
    }

    -- modules/y/main.tf --
    variable "env" {}

    output "text" {
      value = "y of \${var.env}"
    }
  `),
};

let story: Story;
let pullRequest: PullRequest;

beforeEach(async () => {
  story = await startStory(reaching);
  pullRequest = await story.openPullRequest(1, { 'compositions/terraform/aws/common/text.txt': 'uncommon\n' });
});
afterEach(() => story.close());
afterAll(removeTemporaryDirectories);

/** A PATH on which every `terraform plan` begins only when another one is about to begin; then it is the real one. */
function inPairs(): string {
  const tools = temporaryDirectory('pairs');
  writeFiles(tools, {
    terraform: executable(`#!/bin/sh
if [ "$1" = plan ]; then
  : > "${tools}/waiting.$$"
  tries=0
  until [ "$(ls "${tools}" | grep -c waiting)" -ge 2 ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 200 ]; then echo 'no other plan runs at the same time' >&2; exit 1; fi
    sleep 0.05
  done
fi
exec "${findTerraform() ?? 'terraform'}" "$@"
`),
  });
  return [tools, process.env['PATH'] ?? ''].join(delimiter);
}

test.each([
  ['at the same time', '2', { PATH: inPairs() }],
  ['one after the other', '1', {}],
])('two leaves of one composition, planned %s, reach what lies beside it', async (_, parallelism, env) => {
  const result = await story.plan(pullRequest, { inputs: { parallelism }, env });
  expect(result.stderr).toBe('');
  expect(result).toMatchObject({ code: 0, annotations: [] });
  expect(leavesIn(result.outputs)).toEqual([
    { path: DEV, kind: 'changed' },
    { path: PROD, kind: 'changed' },
  ]);
  const [comment = ''] = story.comments(1);
  expect(comment).toContain('"uncommon y of dev 2012-10-17"');
  expect(comment).toContain('"uncommon y of prod 2012-10-17"');
});
