/** Modules that another commit changes after the review: their new code must not run, however they are named. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Files } from '../../loopback/file-tree.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { terraformVersion } from '../../loopback/terraform.ts';
import { PROD, stories, twoLeaves } from '../support/story.ts';

const newer = terraformVersion('1.15.5');
if (newer === undefined) {
  console.warn('Terraform 1.15.5 is not there (npm run terraform-versions): the stories with it are skipped.');
}
const path = [newer ?? '', process.env['PATH'] ?? ''].join(delimiter);

const story = stories();

const main = (declarations: string, source: string): string => `${declarations}
module "m" {
  source = ${source}
  input  = "\${var.config.env.name} \${var.config.size}"
}
`;

/** What a provisioner runs is in no plan. */
const moduleRunning = (command: string): string => `variable "input" {}

resource "terraform_data" "m" {
  input = var.input
  provisioner "local-exec" {
    command = "${command}"
  }
}
`;

const ANY = 'variable "config" {\n  type = any\n}\n';

interface Spelling {
  readonly declarations: string;
  readonly source: string;
  readonly more?: Files;
}

const dynamic: readonly (readonly [string, Spelling])[] = [
  [
    'a local value',
    { declarations: `${ANY}locals {\n  kind = "small"\n}\n`, source: '"../../../../modules/${local.kind}"' },
  ],
  [
    'a path that comes from the YAML',
    {
      declarations: 'variable "config" {\n  type  = any\n  const = true\n}\n',
      source: '"../../../../modules/${var.config.kind}"',
      more: {
        'config/default.yaml': `${twoLeaves['config/default.yaml'] ?? ''}kind: small\n`,
        // Terraform's "init" and "show" want the value too.
        'compositions/terraform/aws/app/kind.auto.tfvars.json': '{"config": {"kind": "small"}}',
      },
    },
  ],
];

const cases: readonly (readonly [string, Spelling & { readonly env: Readonly<Record<string, string>> }])[] = [
  ['a plain source', { declarations: ANY, source: '"../../../../modules/small"', env: {} }],
  ...(newer === undefined
    ? []
    : dynamic.map(([name, spelling]) => [name, { ...spelling, env: { PATH: path } }] as const)),
];

describe.each(cases)('a module named by %s', (_, { declarations, source, more = {}, env }) => {
  test('that another commit changes after the review is refused, and unchanged it is applied', async () => {
    const canary = join(temporaryDirectory('canary'), 'ran');
    const { openPullRequest, plan, merge, apply, commitToMain, states, comments } = await story({
      ...twoLeaves,
      ...more,
      'compositions/terraform/aws/app/main.tf': main(declarations, source),
      'modules/small/main.tf': moduleRunning(`echo reviewed >> ${canary}`),
    });
    const first = await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
    expect(await plan(first, { env })).toMatchObject({ code: 0 });
    await commitToMain({ 'modules/small/main.tf': moduleRunning(`echo evil >> ${canary}`) });
    const refused = await apply(await merge(first), { env });
    expect(refused.outputs).toMatchObject({ applied: '[]', refused: JSON.stringify([PROD]) });
    expect([refused.code, states.paths(), existsSync(canary)]).toEqual([1, [], false]);
    expect(comments(1).join('\n')).toMatch(/files are not the ones that were reviewed|what differs is in .* a module/u);

    const second = await openPullRequest(2, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 3\n' });
    await plan(second, { env });
    const applied = await apply(await merge(second), { env });
    expect([applied.code, states.paths(), readFileSync(canary, 'utf8')]).toEqual([0, ['/prod'], 'evil\n']);
  });
});
