/** Which records a merge applies, from the plan job's permission to the apply, on the bundle. */
import { describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../../loopback/file-tree.ts';
import { PLAN_WORKFLOW } from '../../../loopback/runner.ts';
import { temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { inputsIn, REPOSITORY, stories } from '../../support/story.ts';

const story = stories();

const prod = (size: number): Files => ({ 'config/env=prod/env.yaml': `env: {name: prod}\nsize: ${size}\n` });

/** A Terraform that only says that it was started. */
function canary(): { readonly env: { readonly PATH: string }; readonly wasStarted: () => boolean } {
  const folder = temporaryDirectory('canary');
  const file = join(folder, 'started');
  writeFileSync(join(folder, 'terraform'), `#!/bin/sh\ntouch ${file}\nexit 1\n`);
  chmodSync(join(folder, 'terraform'), 0o755);
  return { env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` }, wasStarted: () => existsSync(file) };
}

describe('the plan job may not sign', () => {
  test('the comment says what is missing, and the merge applies nothing and starts no Terraform', async () => {
    const { openPullRequest, plan, merge, apply, comments, states } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    const planned = await plan(pullRequest, { mayMint: false });
    expect(comments(1)[0]).toMatch(/A merge will not apply this: .*id-token: write/u);
    expect(planned.annotations.map(({ message }) => message).join()).toContain('A merge will not apply this');
    const { env, wasStarted } = canary();
    const result = await apply(await merge(pullRequest), { env });
    expect([result.code, states.paths(), wasStarted()]).toEqual([1, [], false]);
    expect(comments(1).at(-1)).toMatch(/is not trusted: it is not signed/u);
  });

  test('unless the apply takes unsigned records', async () => {
    const { openPullRequest, plan, merge, apply, states } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    const inputs = { record: 'unsigned' };
    await plan(pullRequest, { mayMint: false, inputs });
    const result = await apply(await merge(pullRequest), { inputs });
    expect([result.code, inputsIn(states, '/prod')]).toEqual([0, { 'terraform_data.app': 'prod 2' }]);
  });

  test('or keyed ones', async () => {
    const { api, openPullRequest, plan, merge, apply, states } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    const inputs = { record: 'keyed', 'fingerprint-key': 'a secret of both jobs' };
    await plan(pullRequest, { mayMint: false, inputs });
    // The time of a keyed record is the runner's.
    api.setClock(new Date(Date.now() + 2_000).toISOString());
    const push = await merge(pullRequest);
    const stranger = await apply(push, { inputs: { ...inputs, 'fingerprint-key': 'another secret' } });
    expect([stranger.code, states.paths()]).toEqual([1, []]);
    expect((await apply(push, { inputs, runAttempt: 2 })).code).toBe(0);
    expect(states.paths()).toEqual(['/prod']);
  });
});

test('a keyed record without the key says at the plan that a merge will not apply it', async () => {
  const { openPullRequest, plan, comments } = await story();
  await plan(await openPullRequest(1, prod(2)), { inputs: { record: 'keyed' } });
  expect(comments(1)[0]).toMatch(/A merge will not apply this: "record" is "keyed", and "fingerprint-key" is empty/u);
});

test('a pull request that changes the workflow that plans it is applied by hand, which it says from the start', async () => {
  const { openPullRequest, plan, merge, apply, comments, states } = await story();
  const pullRequest = await openPullRequest(1, { ...prod(2), [PLAN_WORKFLOW]: 'name: Evil\n' });
  await plan(pullRequest);
  expect(comments(1)[0]).toMatch(/the pull request changes .*plan\.yml.*, which plans it/u);
  const result = await apply(await merge(pullRequest));
  expect([result.code, states.paths()]).toEqual([1, []]);
});

test('a plan by a workflow that was not named is not trusted, until it is named', async () => {
  const workflow = '.github/workflows/terraform.yml';
  const { openPullRequest, plan, merge, apply, project, origin, states } = await story();
  await project.checkout('main');
  await project.commit('Workflow', { [workflow]: 'name: Terraform\n' });
  await project.push(origin);
  const pullRequest = await openPullRequest(1, prod(2));
  await plan(pullRequest, { workflow });
  const push = await merge(pullRequest);
  const refused = await apply(push);
  expect([refused.code, states.paths()]).toEqual([1, []]);
  expect(refused.log).toContain('input "plan-workflow"');
  const named = await apply(push, { inputs: { 'plan-workflow': `${PLAN_WORKFLOW}\n${workflow}` }, runAttempt: 2 });
  expect([named.code, states.paths()]).toEqual([0, ['/prod']]);
});

describe('an approval is for the plan that was shown', () => {
  const inputs = { 'apply-requires': 'approved' };

  test('one from before any plan, or before the plan ran again, does not count', async () => {
    const { api, openPullRequest, plan, merge, apply, comments, states } = await story();
    api.setPusher(REPOSITORY, 'grace', true);
    const pullRequest = await openPullRequest(1, prod(2));
    api.addReview(REPOSITORY, 1, { author: 'grace', state: 'APPROVED' });
    await plan(pullRequest);
    api.addReview(REPOSITORY, 1, { author: 'grace', state: 'APPROVED' });
    // Something outside has changed, and the plan of the same head runs again.
    await plan(pullRequest, { runAttempt: 2 });
    const push = await merge(pullRequest);
    const { env, wasStarted } = canary();
    const refused = await apply(push, { inputs, env });
    expect([refused.code, states.paths(), wasStarted()]).toEqual([1, [], false]);
    expect(comments(1).at(-1)).toContain('was approved before its plan');
  });

  test('one after it counts, whatever another title and the apply itself have written since', async () => {
    const { api, openPullRequest, plan, merge, apply, states } = await story();
    api.setPusher(REPOSITORY, 'grace', true);
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    api.addReview(REPOSITORY, 1, { author: 'grace', state: 'APPROVED' });
    await plan(pullRequest, { runId: 2_000_000, inputs: { title: 'another' } });
    const push = await merge(pullRequest);
    const first = await apply(push, { inputs });
    expect([first.code, states.paths()]).toEqual([0, ['/prod']]);
    const again = await apply(push, { inputs, runAttempt: 2 });
    expect([again.code, again.outputs['refused']]).toEqual([0, '[]']);
  });

  test('a bot is nobody else', async () => {
    const { api, openPullRequest, plan, merge, apply, states } = await story();
    api.setPusher(REPOSITORY, 'github-actions[bot]', true);
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    api.addReview(REPOSITORY, 1, { author: 'github-actions[bot]', state: 'APPROVED' });
    const refused = await apply(await merge(pullRequest), { inputs });
    expect([refused.code, states.paths()]).toEqual([1, []]);
  });
});

test('a record that is written while the apply waits is no record of what was merged', async () => {
  const { api, openPullRequest, plan, merge, apply, comments, states } = await story();
  const pullRequest = await openPullRequest(1, prod(2));
  const push = await merge(pullRequest);
  // The plan job is still open to an edit of its comment: as if it had not seen the merge.
  api.changePullRequest(REPOSITORY, 1, { state: 'open', merged: false });
  await plan(pullRequest);
  const body = comments(1)[0] ?? '';
  api.deleteComment(api.comments(REPOSITORY, 1)[0]?.id ?? 0);
  api.setClock('2026-01-05T12:00:00Z');
  api.changePullRequest(REPOSITORY, 1, { state: 'closed', merged: true });
  api.addComment(REPOSITORY, 1, { author: 'github-actions[bot]', body });
  const result = await apply(push);
  expect([result.code, states.paths()]).toEqual([1, []]);
  expect(result.log).toContain('was not written before the merge');
});

test('a push without a review starts no Terraform with the credentials of the apply', async () => {
  const { commitToMain, apply } = await story();
  const { env, wasStarted } = canary();
  const result = await apply(await commitToMain(prod(2)), { env });
  expect([result.code, result.log, wasStarted()]).toEqual([1, expect.stringContaining('was not reviewed'), false]);
});
