/**
 * The comments of real pull requests: the real git, the real Terraform, the real engine. Each folder has the change and
 * the comment that it gets, to be read as a reviewer reads them: `comment.md` with Terraform, `opentofu.md` with OpenTofu.
 * `npm run golden` writes them.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { asTerraform, findOpenTofu } from '../support/opentofu.ts';
import { runningProgram } from '../support/terraform-version.ts';
import { openGoldenProject, type GoldenProject } from './project.ts';
import { PULL_REQUESTS } from './pull-requests.ts';

/** The programs whose words the files have. */
const GOLDEN = {
  Terraform: { version: '1.11', file: 'comment.md' },
  OpenTofu: { version: '1.12', file: 'opentofu.md' },
} as const;
const folder = fileURLToPath(new URL('.', import.meta.url));

const tofu = runningProgram === 'OpenTofu' ? undefined : findOpenTofu();
const programs: readonly (readonly [keyof typeof GOLDEN, string | undefined])[] = [
  [runningProgram, undefined],
  ...(tofu === undefined ? [] : [['OpenTofu', asTerraform(tofu)] as const]),
];
if (programs.every(([name]) => name !== 'OpenTofu'))
  test.skip('the comments of OpenTofu, which is not here', () => undefined);

afterAll(removeTemporaryDirectories);

describe.each(programs)('%s', (program, path) => {
  let project: GoldenProject;
  beforeAll(async () => {
    project = await openGoldenProject(path);
  });
  afterAll(() => project.close());

  test.each(Object.entries(PULL_REQUESTS))('%s', async (name, pullRequest) => {
    const checkedOut = await project.checkOut(name, pullRequest);
    expectGolden(`${name}/change.diff`, `This pull request ${pullRequest.does}.\n\n${checkedOut.diff}\n`);
    const { parts, written, outcome } = await project.plan(checkedOut);
    expect(parts).toHaveLength(1);
    const { version, file } = GOLDEN[program];
    // Other versions word their plans a little differently, but they do the same.
    const isWrittenWith = outcome.report.terraformVersion?.startsWith(`${version}.`) ?? true;
    if (isWrittenWith) expectGolden(`${name}/${file}`, written);
    else expect(headLine(written)).toBe(headLine(readFileSync(join(folder, name, file), 'utf8')));
  });
});

function headLine(markdown: string): string | undefined {
  return /^### .*$/mu.exec(markdown)?.[0];
}

function expectGolden(name: string, text: string): void {
  const path = join(folder, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
