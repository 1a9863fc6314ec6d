/** A module source made of `var.config`, from the pull request to the apply: no template, no placeholder. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { filesFrom, type Files } from '../../loopback/file-tree.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { terraformVersion } from '../../loopback/terraform.ts';
import { field, list } from '../../src/base/json.ts';
import { stories, type Story } from '../support/story.ts';

const story = stories();
const leaf = 'config/env=dev/composition=terraform/terraform=web';

const DEFAULTS = 'kind: small\nterraform: {backend: {http: {address: "{{env(STATE_URL)}}/web"}}}\n';

function files(variable: string): Files {
  const own = filesFrom(`
    -- ${leaf}/leaf.yaml --
    size: 3

    -- modules/small/main.tf --
    resource "terraform_data" "this" {
      input = "small"
    }

    -- modules/large/main.tf --
    resource "terraform_data" "this" {
      input = "large"
    }

    -- compositions/terraform/web/main.tf --
    ${variable}
    locals {
      kind = var.config.kind
    }
    module "web" {
      source = "../../../modules/\${local.kind}"
    }
    resource "terraform_data" "size" {
      input = var.config.size
    }
  `);
  return { ...own, 'config/default.yaml': DEFAULTS };
}

/** A folder to put first on PATH. */
function folderOf(name: string, executable: string): string | undefined {
  const program = join(process.env['KOMPOS_TEST_PROGRAMS'] ?? '', name);
  if (process.env['KOMPOS_TEST_PROGRAMS'] === undefined || !existsSync(program)) return undefined;
  const folder = join(temporaryDirectory('program'), 'bin');
  mkdirSync(folder);
  symlinkSync(statSync(program).isDirectory() ? join(program, executable) : program, join(folder, executable));
  return folder;
}

const CONST = 'variable "config" {\n      type  = any\n      const = true\n    }';
const PLAIN = 'variable "config" {\n      type = any\n    }';

/** The addresses in the state, with what each has as `input`. */
function addresses({ states }: Story): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    list(field(states.state('/web'), 'resources')).map((each): [string, unknown] => {
      const address = [field(each, 'module'), field(each, 'type'), field(each, 'name')].filter(Boolean).join('.');
      const input = field(field(list(field(each, 'instances'))[0], 'attributes'), 'input');
      return [address, field(input, 'value') ?? input];
    }),
  );
}

describe.each([
  ['Terraform 1.15.5', terraformVersion('1.15.5'), CONST, 'terraform'],
  ['Terraform 1.16', folderOf('terraform-1.16.0', 'terraform'), CONST, 'terraform'],
  ['Terraform 1.17', folderOf('terraform-1.17.0', 'terraform'), CONST, 'terraform'],
  ['OpenTofu 1.12', folderOf('tofu-1.12.6', 'tofu'), PLAIN, 'tofu'],
])('%s', (name, folder, variable, tool) => {
  const runs = folder === undefined ? test.skip : test;
  if (folder === undefined) console.warn(`${name} is not here: its tests are skipped.`);
  const begin = (): Promise<Story> =>
    story(files(variable), { env: { PATH: `${folder ?? ''}${delimiter}${process.env['PATH'] ?? ''}` } });
  const inputs = { tool };

  runs(
    'what the variable names is shown, planned, and applied after the merge',
    async () => {
      const begun = await begin();
      const { openPullRequest, plan, merge, apply, comments, commitToMain } = begun;
      const first = await openPullRequest(1, { [`${leaf}/leaf.yaml`]: 'size: 4\n' });
      const shown = await plan(first, { inputs });
      expect([shown.code, shown.log]).toEqual([0, expect.anything()]);
      expect(comments(1)[0]).toContain('module.web.terraform_data.this');
      const small = await apply(await merge(first), { inputs });
      expect([small.code, small.log]).toEqual([0, expect.stringContaining('1 applied')]);
      expect(addresses(begun)).toEqual({ 'module.web.terraform_data.this': 'small', 'terraform_data.size': 4 });

      // A commit between the two moves nothing.
      await commitToMain({ 'README.md': 'changed\n' });
      const second = await openPullRequest(2, {
        'config/default.yaml': DEFAULTS.replace('small', 'large'),
      });
      const planned = await plan(second, { inputs });
      const comment = comments(2)[0] ?? '';
      expect(planned.code).toBe(0);
      expect(comment).toContain('| **`web`** | `small` → `large` |');
      expect(comment).toContain('-  source = "../../../modules/small"\n+  source = "../../../modules/large"');
      expect(comment).toContain('`kind`: `small` → `large` in [`config/default.yaml:1`]');
      expect(comment).not.toContain('auto.tfvars');
      expect(planned.log).not.toContain('Warning');
      const large = await apply(await merge(second), { inputs });
      expect([large.code, large.log]).toEqual([0, expect.stringContaining('1 applied')]);
      expect(addresses(begun)).toEqual({ 'module.web.terraform_data.this': 'large', 'terraform_data.size': 4 });
    },
    180_000,
  );

  runs(
    'what changes after the review is refused',
    async () => {
      const begun = await begin();
      const { openPullRequest, plan, merge, apply, comments, commitToMain } = begun;
      const reviewed = await openPullRequest(1, { [`${leaf}/leaf.yaml`]: 'size: 4\n' });
      await plan(reviewed, { inputs });
      await commitToMain({ 'modules/small/main.tf': 'resource "terraform_data" "this" {\n  input = "other"\n}\n' });
      const result = await apply(await merge(reviewed), { inputs });
      expect([result.code, result.log]).toEqual([1, expect.stringContaining('Both its files and its plan differ')]);
      expect(comments(1).at(-1)).toContain('Both its files and its plan differ');
      expect(addresses(begun)).toEqual({});
    },
    120_000,
  );
});
