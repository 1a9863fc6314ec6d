import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ProcessResult } from '../../loopback/child-process.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { runCli } from '../../loopback/runner.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { PROD, twoLeaves } from '../support/story.ts';
import { withTerraform } from './project.ts';

let repository: GitRepository;
let states: StateServer;

function kompos(line: string, env: Readonly<Record<string, string>> = {}): Promise<ProcessResult> {
  return runCli(line.split(' '), { cwd: repository.directory, env: { STATE_URL: states.url, ...env } });
}

beforeEach(async () => {
  states = await startStateServer();
  repository = await createRepository({ ...twoLeaves, '.gitignore': '.kompos-runtime/\n' });
});
afterEach(() => states.close());
afterAll(removeTemporaryDirectories);

test('--verbose says on standard error what runs, masked; standard output stays as it is', async () => {
  repository.write({ 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
  const quiet = await kompos('affected');
  const { code, stdout, stderr } = await kompos('affected --verbose', { DEPLOY_SECRET: 'env=prod/composition' });
  expect({ code, stdout }).toEqual({ code: 0, stdout: quiet.stdout });
  expect(quiet.stderr).not.toContain('[debug]');
  expect(stderr).toMatch(/^\[debug\] kompos \d/mu);
  expect(stderr).toMatch(/^\[debug\] comparing head the working tree with base [0-9a-f]{40}$/mu);
  expect(stderr).toMatch(/^\[debug\] git .* in \/\S+: exit code 0, \d+ ms$/mu);
  expect(stderr).toMatch(/^\[debug\] 1 of 2 leaves in reach: config\/\*\*\*=terraform\/terraform=app$/mu);
  expect(stderr).toMatch(/^\[debug\] kompos affected: done, \d+ ms$/mu);
  expect(stderr).not.toContain(PROD);
});

withTerraform(test)("Terraform's arguments are shown without the values of variables", async () => {
  const { stderr } = await kompos(`${PROD} terraform validate -no-color --verbose -var=x=hidden-1 -var y=hidden-2`);
  expect(stderr).toMatch(/^\[debug\] \S*terraform validate -no-color -var=\*\*\* -var \*\*\* in \/.*: exit code/mu);
  expect(
    stderr
      .split('\n')
      .filter((line) => line.startsWith('[debug]'))
      .join('\n'),
  ).not.toContain('hidden');
});

test('an internal error names the place in our sources, and what to do', async () => {
  const broken = "Object.defineProperty(process,'arch',{get(){throw new TypeError('broken')}})";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` };
  const { code, stdout, stderr } = await kompos('plan', env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [, line = ''] = /TypeError: broken\n(?:.*\n)* +at \S*edge \(src\/cli\/run\.ts:(\d+)\)/u.exec(stderr) ?? [];
  const source = readFileSync('src/cli/run.ts', 'utf8').split('\n')[Number(line) - 1];
  expect(source).toContain('process.arch');
  expect(stderr).toMatch(/^Error: Internal error: broken\.\n .*report it.*--verbose/mu);
});
