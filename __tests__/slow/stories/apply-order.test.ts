import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Files } from '../../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { inputsIn, startStory, type Story } from '../../support/story.ts';

const stories: Story[] = [];
async function story(files: Files, env: Readonly<Record<string, string>> = {}): Promise<Story> {
  const started = await startStory(files, { env });
  stories.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(stories.splice(0).map((each) => each.close()));
});
afterAll(removeTemporaryDirectories);

const NET = 'config/env=dev/composition=terraform/terraform=net';
const APP = 'config/env=dev/composition=terraform/terraform=app';
const variable = 'variable "config" {\n  type = any\n}\n';

/** `net` has an output that `app` reads from its state; states have locks. */
const twoStages: Readonly<Record<string, string>> = {
  '.komposconfig.yaml': 'compositions: {order: {terraform: [net, app]}}\n',
  'config/default.yaml': [
    'range: 10.0.0.0/16',
    'tag: a',
    'terraform:',
    '  backend:',
    '    http:',
    '      address: "{{env(STATE_URL)}}/{{name}}"',
    '      lock_address: "{{env(STATE_URL)}}/{{name}}"',
    '      unlock_address: "{{env(STATE_URL)}}/{{name}}"',
    '',
  ].join('\n'),
  'config/env=dev/env.yaml': 'states: "{{env(STATE_URL)}}"\n',
  [`${NET}/net.yaml`]: 'name: net\n',
  [`${APP}/app.yaml`]: 'name: app\n',
  'compositions/terraform/net/main.tf': `${variable}
resource "terraform_data" "net" {
  input = "\${var.config.range} \${var.config.tag}"
}
output "range" {
  value = terraform_data.net.input
}
`,
  'compositions/terraform/app/main.tf': `${variable}
data "terraform_remote_state" "net" {
  backend  = "http"
  config   = { address = "\${var.config.states}/net" }
  defaults = { range = "none" }
}
resource "terraform_data" "app" {
  input = "app \${var.config.tag} in \${data.terraform_remote_state.net.outputs.range}"
}
`,
};

const defaults = twoStages['config/default.yaml'] ?? '';
/** What every leaf sees and uses. */
const retagged: Files = { 'config/default.yaml': defaults.replace('tag: a', 'tag: x') };
const fingerprintIn = (text: string): string => /accept: ([0-9a-f]{32})/u.exec(text)?.[1] ?? 'none';

/** What an earlier apply of `net` left behind. */
function withNet(started: Story): Story {
  const outputs = { range: { value: 'none', type: 'string' } };
  started.states.setState('/net', {
    version: 4,
    terraform_version: '1.11.4',
    serial: 1,
    lineage: '6a0c3f8e-0000-4000-8000-000000000000',
    outputs,
    resources: [],
  });
  return started;
}

describe('order', () => {
  test('an upstream apply changes a plan downstream: it awaits acceptance, then is accepted', async () => {
    const { openPullRequest, plan, merge, apply, dispatch, states, comments } = withNet(await story(twoStages));
    const pullRequest = await openPullRequest(1, retagged);
    await plan(pullRequest);
    const result = await apply(await merge(pullRequest));
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ applied: JSON.stringify([NET]), refused: JSON.stringify([APP]) });
    const comment = comments(1).at(-1) ?? '';
    expect(comment).toContain('1 awaiting acceptance · 1 applied of 2 leaves');
    expect(comment).toContain('app x in 10.0.0.0/16 x');
    const accepted = await dispatch({ leaves: APP, accept: fingerprintIn(comment) });
    expect(accepted.code).toBe(0);
    expect(inputsIn(states, '/app')).toEqual({ 'terraform_data.app': 'app x in 10.0.0.0/16 x' });
  });

  test('a failed leaf stops those after it; the next run does what is left', async () => {
    const flags = temporaryDirectory('flags');
    const files = {
      ...twoStages,
      'compositions/terraform/net/main.tf': `${variable}
resource "terraform_data" "first" {
  input = "first"
}
resource "terraform_data" "net" {
  input      = "\${var.config.range} \${var.config.tag}"
  depends_on = [terraform_data.first]
  provisioner "local-exec" {
    command = "test -e '${join(flags, 'ready')}'"
  }
}
`,
    };
    const { openPullRequest, plan, merge, apply, dispatch, states, comments } = withNet(await story(files));
    const pullRequest = await openPullRequest(1, retagged);
    await plan(pullRequest);
    const push = await merge(pullRequest);
    const failed = await apply(push);
    expect(failed.code).toBe(1);
    const comment = comments(1).at(-1) ?? '';
    expect(comment).toContain('1 failed · 1 not tried of 2 leaves');
    expect(comment).toContain('done: create terraform_data.first');
    expect(comment).toContain('local-exec provisioner error');
    expect(comment).toContain('It reads `net`, which was not applied.');
    expect(states.paths()).toEqual(['/net']);

    writeFileSync(join(flags, 'ready'), '');
    // What failed half-way has another plan now (the broken resource is replaced): a person has to accept it.
    const again = await apply(push, { runAttempt: 2 });
    expect(again.code).toBe(1);
    expect(comments(1).at(-1)).toContain('1 refused · 1 not tried of 2 leaves');
    const accepted = await dispatch({ leaves: NET, accept: fingerprintIn(comments(1).at(-1) ?? '') });
    expect(accepted.code).toBe(0);
    const last = await apply(push, { runAttempt: 3 });
    expect([last.code, states.paths()]).toEqual([0, ['/app', '/net']]);
  });
});

test('what keeps Terraform from being started keeps nothing that was applied from being reported', async () => {
  const folder = temporaryDirectory('bin');
  const path = join(folder, 'terraform');
  symlinkSync(execFileSync('which', ['terraform'], { encoding: 'utf8' }).trim(), path);
  const { openPullRequest, plan, merge, apply, comments } = withNet(
    await story({
      ...twoStages,
      'compositions/terraform/net/main.tf': `${variable}
resource "terraform_data" "net" {
  input = var.config.tag
  provisioner "local-exec" {
    command = "rm ${path}"
  }
}
`,
    }),
  );
  const pullRequest = await openPullRequest(1, retagged);
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
  await plan(pullRequest, { env });
  const result = await apply(await merge(pullRequest), { env });
  expect(result.code).toBe(1);
  expect(comments(1).at(-1)).toContain('1 failed · 1 applied of 2 leaves');
  expect(comments(1).at(-1)).toContain('ENOENT');
});

test('what keeps Terraform from being started before anything is applied is reported for each leaf', async () => {
  const folder = temporaryDirectory('bin');
  const real = execFileSync('which', ['terraform'], { encoding: 'utf8' }).trim();
  const path = join(folder, 'terraform');
  writeFileSync(path, `#!/bin/sh\n[ "$1" = plan ] && rm '${path}'\nexec '${real}' "$@"\n`, { mode: 0o755 });
  const { openPullRequest, plan, merge, apply, comments } = withNet(await story(twoStages));
  const pullRequest = await openPullRequest(1, retagged);
  await plan(pullRequest);
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
  const result = await apply(await merge(pullRequest), { env, inputs: { parallelism: '1' } });
  expect(result.code).toBe(1);
  expect(comments(1).at(-1)).toContain('2 failed of 2 leaves');
  expect(comments(1).at(-1)).toContain('ENOENT');
});

test('a runtime directory that cannot be removed keeps nothing that was applied from being reported', async () => {
  const spoil = 'd="$${PWD%%/leaves/*}/leaves/config"; rm -rf "$d"; touch "$d"';
  const { openPullRequest, plan, merge, apply, comments } = withNet(
    await story({
      ...twoStages,
      'compositions/terraform/net/main.tf': `${variable}
resource "terraform_data" "net" {
  input = var.config.tag
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = ${JSON.stringify(spoil)}
  }
}
`,
    }),
  );
  const pullRequest = await openPullRequest(1, retagged);
  await plan(pullRequest);
  const result = await apply(await merge(pullRequest));
  expect(result.code).toBe(1);
  expect(result.log).toMatch(/The runtime directory of \S+ could not be removed: ENOTDIR/u);
  expect(comments(1).at(-1)).toContain('1 failed · 1 applied of 2 leaves');
});

describe('leaves that go', () => {
  const applied = async (): Promise<Story> => {
    const started = await story(twoStages);
    const { openPullRequest, plan, merge, apply } = started;
    const pullRequest = await openPullRequest(1, retagged);
    await plan(pullRequest, { inputs: { leaves: NET } });
    await apply(await merge(pullRequest), { inputs: { leaves: NET } });
    expect(started.states.paths()).toEqual(['/net']);
    return started;
  };

  test('removed, without opting in: what is left behind is listed, and destroyed later by hand', async () => {
    const { openPullRequest, plan, merge, apply, dispatch, states, comments } = await applied();
    const pullRequest = await openPullRequest(2, { [`${NET}/net.yaml`]: null });
    const planned = await plan(pullRequest);
    expect(planned.code).toBe(0);
    expect(comments(2).at(-1)).toContain('terraform_data.net');
    const push = await merge(pullRequest);
    const result = await apply(push);
    expect(result.code).toBe(0);
    expect(comments(2).at(-1)).toContain('1 orphaned of 1 leaf');
    expect(comments(2).at(-1)).toContain('terraform_data.net');
    expect(Object.keys(inputsIn(states, '/net'))).toEqual(['terraform_data.net']);

    const looked = await dispatch({ leaves: NET, 'removed-at': push.after });
    expect(looked.code).toBe(0);
    const destroyed = await dispatch({ leaves: NET, 'removed-at': push.after, accept: fingerprintIn(looked.log) });
    expect(destroyed.code).toBe(0);
    expect(inputsIn(states, '/net')).toEqual({});
  });

  test('removed while a leaf that did not change cannot be rendered: not tried, and the job is red', async () => {
    const { openPullRequest, plan, merge, apply, commitToMain, states, comments } = await applied();
    const broken = 'config/env=other/composition=terraform/terraform=net/net.yaml';
    await commitToMain({ [broken]: 'name: "{{missing}}"\n' });
    const pullRequest = await openPullRequest(2, { [`${NET}/net.yaml`]: null });
    await plan(pullRequest);
    const result = await apply(await merge(pullRequest), { inputs: { 'destroy-removed': 'true' } });
    expect(result.code).toBe(1);
    expect(comments(2).at(-1)).toContain('1 not tried of 1 leaf');
    expect(comments(2).at(-1)).toContain('Another leaf may use its state');
    expect(Object.keys(inputsIn(states, '/net'))).toEqual(['terraform_data.net']);
  });

  test('removed, with destroy-removed: what was reviewed is destroyed', async () => {
    const { openPullRequest, plan, merge, apply, states, comments } = await applied();
    const pullRequest = await openPullRequest(2, { [`${NET}/net.yaml`]: null });
    await plan(pullRequest);
    const result = await apply(await merge(pullRequest), { inputs: { 'destroy-removed': 'true' } });
    expect(result.code).toBe(0);
    expect(comments(2).at(-1)).toContain('1 applied of 1 leaf');
    expect(inputsIn(states, '/net')).toEqual({});
  });

  test('removed, and its state taken over by a later merge: an old job destroys nothing of it', async () => {
    const { openPullRequest, plan, merge, apply, commitToMain, states } = await applied();
    const pullRequest = await openPullRequest(2, { [`${NET}/net.yaml`]: null });
    await plan(pullRequest);
    const old = await merge(pullRequest);
    await commitToMain({ 'config/env=new/composition=terraform/terraform=net/net.yaml': 'name: net\n' });
    const before = states.state('/net');
    const result = await apply(old, { inputs: { 'destroy-removed': 'true' } });
    expect(result.log).toMatch(new RegExp(`superseded +${NET}`, 'u'));
    expect(states.state('/net')).toEqual(before);
  });

  test('what was never on the default branch is not run to destroy what a leaf left behind', async () => {
    const { project, dispatch, origin } = await applied();
    await project.checkout('main');
    await project.branch('theirs');
    await project.commit('Theirs', { 'config/env=x/composition=terraform/terraform=net/net.yaml': 'name: net\n' });
    const removal = await project.commit('Gone', {
      'config/env=x/composition=terraform/terraform=net/net.yaml': null,
    });
    await project.push(origin);
    const leaves = 'config/env=x/composition=terraform/terraform=net';
    const refused = await dispatch({ leaves, 'removed-at': removal });
    expect([refused.code, refused.log]).toEqual([1, expect.stringContaining('is not a commit of the branch itself')]);
    await project.checkout('main');
    await project.merge('theirs');
    const merged = await dispatch({ leaves, 'removed-at': removal });
    expect([merged.code, merged.log]).toEqual([1, expect.stringContaining('is not a commit of the branch itself')]);
  });

  test('what is checked out but was never merged is not applied, whoever accepts it', async () => {
    const { project, dispatch, origin, commitToMain } = await applied();
    const { before } = await commitToMain({ 'README.md': 'x\n' });
    await project.checkout('main');
    await project.branch('theirs');
    const theirs = await project.commit('Theirs', { [`${NET}/net.yaml`]: 'name: net\ntag: theirs\n' });
    await project.push(origin);
    const refused = await dispatch({ leaves: NET }, { sha: theirs });
    expect([refused.code, refused.log]).toEqual([1, expect.stringMatching(/is not a commit of "main"/u)]);
    // An older commit of main's own is looked at: what comes later is said of each leaf.
    expect((await dispatch({ leaves: NET }, { sha: before })).log).not.toContain('is not a commit of');
  });

  test('renamed with its state: nothing is destroyed', async () => {
    const { openPullRequest, plan, merge, apply, states, comments } = await applied();
    const pullRequest = await openPullRequest(2, {
      [`${NET}/net.yaml`]: null,
      'config/env=new/composition=terraform/terraform=net/net.yaml': 'name: net\n',
    });
    await plan(pullRequest);
    const before = states.state('/net');
    const result = await apply(await merge(pullRequest), { inputs: { 'destroy-removed': 'true' } });
    expect(result.code).toBe(0);
    expect(comments(2).at(-1)).toContain('1 moved');
    expect(states.state('/net')).toEqual(before);
  });
});

describe('locks', () => {
  test('a lock that does not come free is named with its holder, and nothing is applied', async () => {
    const { openPullRequest, plan, merge, apply, states, comments } = withNet(await story(twoStages));
    const pullRequest = await openPullRequest(1, retagged);
    await plan(pullRequest);
    const push = await merge(pullRequest);
    const release = states.hold('/net');
    const inputs = { 'lock-timeout': '1s' };
    const before = states.state('/net');
    const held = await apply(push, { inputs });
    expect([held.code, states.state('/net'), states.paths()]).toEqual([1, before, ['/net']]);
    // This backend tells Terraform the lock's id only; others tell who holds it and since when.
    expect(comments(1).at(-1)).toContain('ID=11111111-2222-3333-4444-555555555555');
    release();
    expect((await apply(push, { inputs, runAttempt: 2 })).outputs['applied']).toBe(JSON.stringify([NET]));
  });

  test('cancelled in the middle of an apply: Terraform ends in good order, and the report says so', async () => {
    const flags = temporaryDirectory('flags');
    const files = {
      ...twoStages,
      'compositions/terraform/net/main.tf': `${variable}
resource "terraform_data" "net" {
  input = "\${var.config.range} \${var.config.tag}"
  provisioner "local-exec" {
    command = "touch '${join(flags, 'begun')}' && sleep 3"
  }
}
`,
    };
    const { openPullRequest, plan, merge, startApply, apply, states, comments } = withNet(await story(files));
    const pullRequest = await openPullRequest(1, retagged);
    await plan(pullRequest);
    const push = await merge(pullRequest);
    const running = await startApply(push);
    while (!existsSync(join(flags, 'begun'))) await wait(50);
    const result = await running.cancel();
    expect(result.code).toBe(1);
    expect(states.holder('/net')).toBeUndefined();
    expect(comments(1).at(-1)).toContain('cancelled: ');
    expect(comments(1).at(-1)).toContain('1 not tried');
    expect(states.paths()).toEqual(['/net']);
    const next = await apply(push, { runAttempt: 2 });
    expect(next.outputs['refused']).toBe(JSON.stringify([NET, APP]));
  });
});
