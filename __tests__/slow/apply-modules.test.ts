/** Modules that another commit changes after the review: their new code must not run, however they are named. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { writeFiles, type Files } from '../../loopback/file-tree.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { terraformVersion } from '../../loopback/terraform.ts';
import { PROD, stories, twoLeaves, type Story } from '../support/story.ts';

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

/** Of a command that refers to something, a plan has no more than the names that it refers to. */
const moduleRunning = (command: string): string => `variable "input" {}

resource "terraform_data" "m" {
  input = var.input
  provisioner "local-exec" {
    command = "${command} # \${var.input}"
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

interface World {
  readonly story: Story;
  readonly canary: string;
}

async function begin({ declarations, source, more = {} }: Spelling): Promise<World> {
  const canary = join(temporaryDirectory('canary'), 'ran');
  const begun = await story({
    ...twoLeaves,
    ...more,
    'compositions/terraform/aws/app/main.tf': main(declarations, source),
    'modules/small/main.tf': moduleRunning(`echo reviewed > ${canary}`),
  });
  return { story: begun, canary };
}

const prod = (size: number): Files => ({ 'config/env=prod/env.yaml': `env: {name: prod}\nsize: ${size}\n` });

describe.each(cases)('a module named by %s', (_, { env, ...spelling }) => {
  test('that another commit changes after the review is refused', async () => {
    const { story: acme, canary } = await begin(spelling);
    const pullRequest = await acme.openPullRequest(1, prod(2));
    expect(await acme.plan(pullRequest, { env })).toMatchObject({ code: 0 });
    await acme.commitToMain({ 'modules/small/main.tf': moduleRunning(`echo evil > ${canary}`) });
    const refused = await acme.apply(await acme.merge(pullRequest), { env });
    expect(refused.outputs).toMatchObject({ applied: '[]', refused: JSON.stringify([PROD]) });
    expect([refused.code, acme.states.paths(), existsSync(canary)]).toEqual([1, [], false]);
    expect(refused.log).toMatch(/files differ from the reviewed ones|the difference is in .* a module/u);
  });
});

(newer === undefined ? describe.skip : describe)('nothing but what was reviewed has changed', () => {
  test('a module named by a local value is applied', async () => {
    const [[, spelling] = ['', { declarations: '', source: '' }]] = dynamic;
    const { story: acme, canary } = await begin(spelling);
    const pullRequest = await acme.openPullRequest(1, prod(2));
    await acme.plan(pullRequest, { env: { PATH: path } });
    const applied = await acme.apply(await acme.merge(pullRequest), { env: { PATH: path } });
    expect([applied.code, acme.states.paths(), readFileSync(canary, 'utf8')]).toEqual([0, ['/prod'], 'reviewed\n']);
  });

  test('another version of Terraform is named, and applies', async () => {
    const { story: acme } = await begin({ declarations: ANY, source: '"../../../../modules/small"' });
    const pullRequest = await acme.openPullRequest(1, prod(2));
    await acme.plan(pullRequest);
    const applied = await acme.apply(await acme.merge(pullRequest), { env: { PATH: path } });
    expect([applied.code, acme.states.paths()]).toEqual([0, ['/prod']]);
    expect(applied.log).toMatch(
      /Reviewed with Terraform [\d.]+, applied with Terraform 1\.15\.5: the plan is the same\./u,
    );
  });
});

test('a module outside of the repository is planned with a warning and never applied', async () => {
  const outside = temporaryDirectory('outside');
  const canary = join(outside, 'ran');
  writeFiles(outside, { 'main.tf': moduleRunning(`echo ran > ${canary}`) });
  const { openPullRequest, plan, merge, apply, dispatch, states, comments } = await story({
    ...twoLeaves,
    'compositions/terraform/aws/app/main.tf': main(ANY, JSON.stringify(outside)),
  });
  const pullRequest = await openPullRequest(1, prod(2));
  await plan(pullRequest);
  expect(comments(1)[0]).toMatch(/outside of the repository\. It can be planned, but not applied\./u);
  const refused = await apply(await merge(pullRequest));
  const byHand = await dispatch({ leaves: PROD });
  for (const result of [refused, byHand]) {
    expect(result.code).toBe(1);
    expect(result.log).toContain('outside of the repository');
    // Where there is no way to accept it, none is offered.
    expect(result.log).not.toContain('accept:');
  }
  expect([states.paths(), existsSync(canary)]).toEqual([[], false]);
});

test('what a step has left where a leaf reads: a warning in the pull request, and no apply', async () => {
  const canary = join(temporaryDirectory('canary'), 'ran');
  const { openPullRequest, plan, merge, apply, states, comments } = await story({
    ...twoLeaves,
    '.gitignore': '*.sh\n',
    'compositions/terraform/aws/app/main.tf': main(ANY, '"../../../../modules/small"'),
    'modules/small/main.tf': moduleRunning('sh ${path.module}/run.sh'),
  });
  const left = { 'modules/small/run.sh': `echo evil > ${canary}\n` };
  const pullRequest = await openPullRequest(1, prod(2));
  await plan(pullRequest, { left });
  expect(comments(1)[0]).toContain('Leaves can read files that are not committed (modules/small/run.sh)');
  const refused = await apply(await merge(pullRequest), { left });
  expect([refused.code, states.paths(), existsSync(canary)]).toEqual([1, [], false]);
  expect(refused.log).toContain('Leaves can read files that are not committed (modules/small/run.sh)');
});
