/** The recipes of docs/checks.md, as they stand there, on a project. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../loopback/file-tree.ts';
import { checkPrograms, haveCheckPrograms } from '../support/check-programs.ts';
import { prod, stories, twoLeaves } from '../support/story.ts';

const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');

/** The code block below a heading. */
function recipe(name: string): string {
  const block = new RegExp(`^### ${name}$.*?\n\`\`\`yaml\n(.*?)\`\`\``, 'msu').exec(page)?.[1];
  if (block === undefined) throw new Error(`docs/checks.md has no recipe "${name}"`);
  return block;
}

const story = stories();
let programs = '';
beforeAll(() => {
  programs = mkdtempSync(join(tmpdir(), 'programs-'));
  writeFiles(programs, checkPrograms);
  if (!haveCheckPrograms) console.warn('Skipped: no Checkov and Rego. Fetch them with "npm run check-programs".');
});
afterAll(() => {
  rmSync(programs, { recursive: true, force: true });
});

const DENY = `package main
import rego.v1
deny contains msg if {
  some change in input.resource_changes
  change.change.after.input == "prod 3"
  msg := sprintf("%s is too small", [change.address])
}
`;

const files = {
  ...twoLeaves,
  'policy/size.rego': DENY,
  '.tflint.hcl': 'rule "naming" {}\n',
  'trivy.yaml': 'severity: [HIGH]\n',
  'checkov.yaml': 'skip-check: [CKV2_AWS_62]\n',
  'compositions/terraform/aws/app/bucket.tf': 'resource "aws_s3_bucket" "logs" {\n  count  = 0\n  bucket = "logs"\n}\n',
};

const cases: readonly (readonly [name: string, real: boolean, expected: RegExp])[] = [
  ['conftest', true, /❌ <code>policy<\/code> · failed.*main - terraform_data\.app is too small/su],
  ['tflint', false, /❌ <code>tflint<\/code> · 1 finding.*terraform_naming_convention.*main\.tf:5/su],
  ['trivy', false, /❌ <code>trivy<\/code> · 1 finding.*AVD-AWS-0089.*main\.tf:5/su],
  ['checkov', true, /❌ <code>checkov<\/code> · \d+ findings.*CKV_AWS_18.*bucket\.tf:1/su],
];

test.each(cases.filter(([, real]) => haveCheckPrograms || !real))(
  'the recipe of %s finds what is wrong, where it is',
  async (name, _, expected) => {
    const bucket = name === 'checkov' ? files : { ...files, 'compositions/terraform/aws/app/bucket.tf': null };
    const { openPullRequest, plan, comments } = await story({ ...bucket, '.komposconfig.yaml': recipe(name) });
    const pullRequest = await openPullRequest(1, prod(3));
    const env = { PATH: `${programs}:${process.env['PATH'] ?? ''}` };
    const planned = await plan(pullRequest, { env });
    expect(comments(1)[0]).toMatch(expected);
    if (name === 'checkov') expect(comments(1)[0]).not.toContain('CKV2_AWS_62');
    expect(planned.code).toBe(1);
  },
  240_000,
);

test('the recipe of Infracost reads the plans of the output "results"', async () => {
  const { openPullRequest, plan } = await story(twoLeaves);
  const planned = await plan(await openPullRequest(1, prod(3)), { inputs: { 'leaf-results': 'true' } });
  const script = recipe('Infracost')
    .replace(/^- run: \|\n/u, '')
    .replace(/ {2}env:[^]*$/u, '');
  const folder = mkdtempSync(join(tmpdir(), 'costs-'));
  try {
    const env = { PATH: `${programs}:${process.env['PATH'] ?? ''}`, RESULTS: planned.outputs['results'] ?? '' };
    execFileSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], { cwd: folder, env });
    expect(readdirSync(folder)).toEqual(['cost-config_env=prod_composition=terraform_terraform=app.json']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
