/** What counts as a difference, and what is said of it. */
import { expect, test } from '@jest/globals';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const LEAF = 'config/composition=app/app.yaml';
const FOLDER = 'compositions/terraform/app';
const TEMPLATE = `${FOLDER}/main.tf.versioned`;
const module = (source: string): string => `module "m" {\n  source = "${source}"\n}\n`;
const tags = 'terraform {\n  cloud {\n    workspaces {\n      tags = ["{{env}}", "{{team}}"]\n    }\n  }\n}\n';
const reader = 'variable "config" {}\noutput "x" {\n  value = try(var.config.terraform.key, "none")\n}\n';

/** Each reason in short; undefined where the leaf is not changed. */
async function reasons(base: Tree, head: Tree): Promise<readonly string[] | undefined> {
  const { changed } = await findChangedLeaves(await rendererOf(base), await rendererOf(head));
  return changed[0]?.reasons.map((reason) => {
    switch (reason.kind) {
      case 'pin':
        return `pin ${reason.address}: ${String(reason.before)} → ${String(reason.after)}`;
      case 'configuration':
        return `configuration ${reason.key}: ${String(reason.before)} → ${String(reason.after)}`;
      case 'file':
        return `file ${reason.path} ${reason.change}`;
      case 'module':
        return `module ${reason.module}`;
      case 'setting':
        return `setting ${reason.key}`;
      case 'base-failed':
        return 'base failed';
    }
  });
}

const settings = (text: string): Tree => ({ '.komposconfig.yaml': text });
const filtered = (keys: string): Tree => settings(`compositions: {config_keys: {filtered: {app: [${keys}]}}}\n`);

test.each<[string, Tree, Tree, readonly string[] | undefined]>([
  [
    'one element of a list of pins',
    { [LEAF]: 'env: dev\nteam: a\n', [TEMPLATE]: tags },
    { [LEAF]: 'env: prod\nteam: a\n', [TEMPLATE]: tags },
    ['pin terraform.cloud.workspaces.tags: dev → prod'],
  ],
  [
    'the first of two pins with one address',
    { [LEAF]: 'v: 1\nw: 1\n', [TEMPLATE]: `${module('a?{{v}}')}${module('b?{{w}}')}` },
    { [LEAF]: 'v: 2\nw: 1\n', [TEMPLATE]: `${module('a?{{v}}')}${module('b?{{w}}')}` },
    ['pin module.m.source: a?1 → a?2'],
  ],
  [
    'a pin that comes to the text that was there',
    { [LEAF]: 'v: v1\n', [TEMPLATE]: module('a?ref=v1') },
    { [LEAF]: 'v: v1\n', [TEMPLATE]: module('a?ref={{v}}') },
    undefined,
  ],
  [
    'a template in place of a plain file with its text',
    { [LEAF]: 'v: v1\n', [`${FOLDER}/main.tf`]: module('a?ref=v1') },
    { [LEAF]: 'v: v1\n', [TEMPLATE]: module('a?ref={{v}}') },
    undefined,
  ],
  [
    'the folder of all compositions moved, with the setting',
    { [LEAF]: 'v: v1\n', [TEMPLATE]: module('a?ref={{v}}') },
    {
      ...settings('terraform: {local_path: tf}\n'),
      [LEAF]: 'v: v1\n',
      'tf/app/main.tf.versioned': module('a?ref={{v}}'),
    },
    undefined,
  ],
  [
    'a filter that takes a key from the variables, though the provider file has it',
    { ...filtered('a, terraform'), [LEAF]: 'a: 1\nterraform: {key: x}\n', [`${FOLDER}/main.tf`]: reader },
    { ...filtered('a'), [LEAF]: 'a: 1\nterraform: {key: x}\n', [`${FOLDER}/main.tf`]: reader },
    ['configuration terraform.key: "x" → undefined', 'setting compositions.config_keys.filtered.app'],
  ],
  [
    'a key of both files, once',
    { [LEAF]: 'terraform: {key: x}\n', [`${FOLDER}/main.tf`]: reader },
    { [LEAF]: 'terraform: {key: y}\n', [`${FOLDER}/main.tf`]: reader },
    ['configuration terraform.key: "x" → "y"'],
  ],
  [
    'compositions at the top of the project',
    { ...settings('terraform: {local_path: .}\n'), [LEAF]: 'a: 1\n', 'app/main.tf': 'locals {}\n' },
    { ...settings('terraform: {local_path: .}\n'), [LEAF]: 'a: 1\n', 'app/main.tf': 'locals { x = 1 }\n' },
    ['file app/main.tf changed'],
  ],
])('%s', async (_, base, head, expected) => {
  expect(await reasons(base, head)).toEqual(expected);
});
