import { describe, expect, test } from '@jest/globals';
import type { Files } from '../../loopback/file-tree.ts';
import { leavesIn, PROD, TOKEN, twoLeaves, stories } from '../support/story.ts';

const story = stories();

describe('whose code it is', () => {
  const change: Files = { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\nwho: "{{env(STATE_URL)}}"\n' };
  const readOnly = {
    login: 'github-actions[bot]',
    kind: 'installation',
    permissions: { contents: 'read', 'pull-requests': 'read' },
  } as const;

  test.each([
    ['a fork', { head: { sha: '', repository: 'eve/infrastructure' } }],
    ['Dependabot', { author: 'dependabot[bot]' }],
  ])('%s: rendered and reported, without Terraform and environment values; the job stays green', async (_, facts) => {
    const { openPullRequest, plan, comments, states } = await story(twoLeaves, { token: readOnly });
    const pullRequest = await openPullRequest(1, change);
    const withHead = 'head' in facts ? { head: { ...facts.head, sha: pullRequest.head } } : facts;
    const result = await plan(pullRequest, { facts: withHead });
    expect(result.code).toBe(0);
    expect(comments(1)).toEqual([]);
    expect(states.requests).toEqual([]);
    expect(result.summary).toContain('nothing was planned');
    expect(result.summary).toContain(PROD);
    expect(result.summary + result.stdout).not.toContain(states.url);
    expect(leavesIn(result.outputs)).toEqual([{ path: PROD, kind: 'changed' }]);
  });

  test('a token that may not write, on a trusted pull request: a warning says which permission to give', async () => {
    const { openPullRequest, plan } = await story(twoLeaves, { token: readOnly });
    const result = await plan(await openPullRequest(1, change));
    expect(result.code).toBe(0);
    expect(result.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('pull-requests: write') }),
    ]);
    expect(result.summary).toContain('prod 2');
  });

  test('pull_request_target is refused', async () => {
    const { openPullRequest, plan, states } = await story();
    const result = await plan(await openPullRequest(1, change), { facts: { event: 'pull_request_target' } });
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('"pull_request_target" is refused');
    expect(states.requests).toEqual([]);
  });
});

describe('secrets', () => {
  test('sensitive values, allowed environment values and patterns appear nowhere', async () => {
    const secret = 'correct horse battery staple';
    const { openPullRequest, plan, comments, states } = await story({
      ...twoLeaves,
      'compositions/terraform/aws/app/secret.tf': [
        'variable "password" {',
        '  type      = string',
        `  default   = "${secret}"`,
        '  sensitive = true',
        '}',
        'resource "terraform_data" "user" {',
        '  input = { password = nonsensitive(var.password), code = "AKIA1234", where = var.config.where }',
        '}',
        '',
      ].join('\n'),
    });
    const result = await plan(
      await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nwhere: "at {{env(STATE_URL)}}"\n' }),
      { inputs: { mask: 'AKIA[0-9]+' } },
    );
    expect(result.code).toBe(0);
    const everywhere = [
      ...comments(1),
      result.summary,
      result.log,
      JSON.stringify(result.outputs),
      JSON.stringify(result.annotations),
    ].join('\n');
    expect(everywhere).toContain('terraform_data.user');
    for (const hidden of [secret, 'AKIA1234', states.url, TOKEN]) expect(everywhere).not.toContain(hidden);
    expect(everywhere).toContain('where    = "at ***"');
  });

  test('a value that is also the name of the repository or the title hides neither: the report finds its place', async () => {
    const { openPullRequest, plan, merge, apply, comments } = await story();
    const env = { ORG: 'acme', STAGE: 'prod' };
    const inputs = { 'allow-env': 'STATE_URL\nORG\nSTAGE', title: 'prod' };
    const pullRequest = await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
    const result = await plan(pullRequest, { env, inputs });
    expect([result.code, comments(1).length]).toEqual([0, 1]);
    const applied = await apply(await merge(pullRequest), { env, inputs });
    expect(applied.code).toBe(0);
    expect(comments(1).at(-1)).toContain('1 applied of 1 leaf');
  });

  test('a name that is not allowed is an error that says what to list', async () => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(
      await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nhome: "{{env(HOME)}}"\n' }),
    );
    expect(result.code).toBe(1);
    expect(comments(1).at(-1)).toMatch(/HOME[\s\S]*allow-env/u);
  });
});
