import { describe, expect, test } from '@jest/globals';
import { PROD, stories, TOKEN } from '../support/story.ts';

const story = stories();

const LARGER = { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' };

/** Breaks the program where it asks for the processor, in the middle of its work. */
const BROKEN = `--import=data:text/javascript,${encodeURIComponent("Object.defineProperty(process,'arch',{get(){throw new TypeError('broken')}})")}`;

function debugLines(stdout: string): readonly string[] {
  return stdout.split('\n').flatMap((line) => /^::debug::(.*)$/u.exec(line)?.[1] ?? []);
}

describe('with debug logging enabled', () => {
  test('the log says what is compared, which programs run, what GitHub answers, and how long it takes', async () => {
    const { openPullRequest, plan } = await story();
    const pull = await openPullRequest(1, LARGER);
    const env = { RUNNER_DEBUG: '1', DEPLOY_SECRET: 'env=prod/composition' };
    const { stdout, code } = await plan(pull, { env, inputs: { 'apply-requires': 'approved' } });
    expect(code).toBe(0);
    const lines = debugLines(stdout);
    for (const expected of [
      /^kompos \d+\.\d+\.\d+(?:-[\w.]+)?, Node v/u,
      /^inputs that plan does not read: apply-requires$/u,
      new RegExp(`^comparing head ${pull.merge} with base ${pull.base}$`, 'u'),
      /^git rev-parse .*: exit code 0, \d+ ms$/u,
      /^1 of 2 leaves in reach: config\/\*\*\*=terraform\/terraform=app$/u,
      /^finding changed leaves: 1 changed, 0 unused, \d+ ms$/u,
      /^\S*terraform init .* in \/\S+: exit code 0, \d+ ms$/u,
      /^\S*terraform plan .* in \/\S+: exit code [02], \d+ ms$/u,
      /^GitHub: POST \/repos\/acme\/infrastructure\/issues\/1\/comments: status 201, \d+ ms$/u,
      /^command plan: done, \d+ ms$/u,
    ]) {
      expect(lines).toContainEqual(expect.stringMatching(expected));
    }
    const unmasked = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(unmasked.join('\n')).not.toContain(TOKEN);
    expect(lines.join('\n')).not.toContain(PROD);
  });

  test('an answer of GitHub that failed has its status', async () => {
    const { openPullRequest, plan, api } = await story();
    const pull = await openPullRequest(1, LARGER);
    api.failRequests(1, 502);
    const { stdout } = await plan(pull, { env: { RUNNER_DEBUG: '1' } });
    expect(debugLines(stdout)).toContainEqual(expect.stringMatching(/^GitHub: \w+ \/\S+: status 502, \d+ ms$/u));
  });
});

test('otherwise there is nothing of it', async () => {
  const { openPullRequest, plan } = await story();
  const { stdout } = await plan(await openPullRequest(1, LARGER));
  expect(debugLines(stdout)).toEqual([]);
});

test('a stack of an internal error names our sources, and what to do', async () => {
  const { openPullRequest, plan } = await story();
  const result = await plan(await openPullRequest(1, LARGER), { env: { NODE_OPTIONS: BROKEN } });
  expect(result.code).toBe(1);
  expect(result.stderr).toBe('');
  expect(result.log).toMatch(/TypeError: broken\n(.*\n)* +at \S*withTerraform \(src\/action\/job\.ts:\d+\)/u);
  expect(result.annotations).toMatchObject([
    { message: expect.stringMatching(/^Internal error: broken\.\n .*report it.*"Enable debug logging"/u) },
  ]);
});
