/** A repository with two projects, one of each program: one workflow plans both, and a merge applies both. */
import { expect, test } from '@jest/globals';
import { delimiter } from 'node:path';
import type { Files } from '../../loopback/file-tree.ts';
import { findOpenTofu, folderWith } from '../support/opentofu.ts';
import { inputsIn, stories } from '../support/story.ts';

const story = stories();
const tofu = findOpenTofu();
if (tofu === undefined) console.warn('OpenTofu is not here: the story with both programs is skipped.');

const LEAF = 'config/env=dev/composition=app';

function project(folder: string, tool: string, main: string): Files {
  return {
    [`${folder}/.komposconfig.yaml`]: `tool: ${tool}\n`,
    [`${folder}/config/default.yaml`]: `size: 1\nterraform: {backend: {http: {address: "{{env(STATE_URL)}}/${folder}"}}}\n`,
    [`${folder}/${LEAF}/app.yaml`]: 'app: {}\n',
    [`${folder}/compositions/terraform/app/${main}`]:
      'variable "config" {\n  type = any\n}\nresource "terraform_data" "app" {\n  input = var.config.size\n}\n',
  };
}

const files = { ...project('one', 'terraform', 'main.tf'), ...project('two', 'tofu', 'main.tofu') };

/** The steps of the workflow's jobs. */
const steps = [
  { name: 'Terraform', inputs: { 'working-directory': 'one', title: 'Terraform' } },
  { name: 'OpenTofu', inputs: { 'working-directory': 'two', title: 'OpenTofu' } },
];

(tofu === undefined ? test.skip : test)(
  'both are planned, recorded and applied; the other program is refused',
  async () => {
    const PATH = `${folderWith(tofu ?? '', 'tofu')}${delimiter}${process.env['PATH'] ?? ''}`;
    const { openPullRequest, plan, merge, apply, comments, states } = await story(files, { env: { PATH } });
    const pullRequest = await openPullRequest(1, {
      [`one/${LEAF}/app.yaml`]: 'size: 2\n',
      [`two/${LEAF}/app.yaml`]: 'size: 3\n',
    });
    for (const { inputs } of steps) expect(await plan(pullRequest, { inputs })).toMatchObject({ code: 0 });
    expect(comments(1)).toHaveLength(2);
    for (const [index, { name, inputs }] of steps.entries()) {
      const comment = comments(1)[index] ?? '';
      expect(comment).toContain(`${inputs['working-directory']}/${LEAF}`);
      expect(comment).toMatch(new RegExp(`${name} \\d+\\.\\d+`, 'u'));
      expect(comment).not.toContain(`${steps[1 - index]?.inputs['working-directory'] ?? ''}/${LEAF}`);
    }

    const push = await merge(pullRequest);
    const other = await apply(push, { inputs: { ...steps[1]?.inputs, tool: 'terraform' } });
    expect([other.code, other.log]).toEqual([
      1,
      expect.stringMatching(/planned with OpenTofu .* when reviewed, and with Terraform/u),
    ]);
    expect(states.state('/two')).toBeUndefined();
    for (const { inputs } of steps) {
      const applied = await apply(push, { inputs, runAttempt: 2 });
      expect([applied.code, applied.log]).toEqual([0, expect.stringContaining('1 applied')]);
    }
    expect(inputsIn(states, '/one')).toEqual({ 'terraform_data.app': 2 });
    expect(inputsIn(states, '/two')).toEqual({ 'terraform_data.app': 3 });
    // A second run finds nothing left to do.
    for (const { inputs } of steps) expect(await apply(push, { inputs, runAttempt: 3 })).toMatchObject({ code: 0 });
  },
  120_000,
);
