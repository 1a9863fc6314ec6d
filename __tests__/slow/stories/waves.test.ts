/** An apply in waves: each is a process of its own, with what the ones before have handed over. */
import { expect, test } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../../loopback/file-tree.ts';
import type { ActionResult } from '../../../loopback/runner.ts';
import { temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { DEV, PROD, stories, twoLeaves, type Push, type RunOptions, type Story } from '../../support/story.ts';

const story = stories();

const STAGE = 'config/env=stage/composition=terraform/terraform=app';
const LISTED =
  '[{"wave":"dev","environment":""},{"wave":"stage","environment":""},{"wave":"rest","environment":"live"}]';
const IN_PROD = { claims: { environment: 'Live' } };

const settings = `waves:
  - {name: dev, leaves: [config/env=dev/**]}
  - {name: stage, leaves: [env=stage]}
environments:
  config/env=prod/**: live
`;

/** The plan of an environment fails as long as a file of its name is in the folder. */
function files(flags: string): Files {
  return {
    ...twoLeaves,
    '.komposconfig.yaml': settings,
    'config/env=stage/env.yaml': 'env: {name: stage}\n',
    [`${STAGE}/app.yaml`]: 'app: {}\n',
    'compositions/terraform/aws/app/main.tf': `variable "config" {
  type = any
}

resource "terraform_data" "app" {
  input = "\${var.config.env.name} \${var.config.size}"
  lifecycle {
    precondition {
      condition     = !fileexists("${flags}/\${var.config.env.name}")
      error_message = "not yet"
    }
  }
}
`,
  };
}

const change = (size: number): Files => ({
  'config/default.yaml': (twoLeaves['config/default.yaml'] ?? '').replace('size: 1', `size: ${size}`),
  'config/env=dev/env.yaml': `env: {name: dev}\nsize: ${size + 1}\n`,
});

/** Runs the jobs of one workflow run. */
function openRun({ apply, comments }: Story, push: Push, runId: number) {
  const results = temporaryDirectory('waves');
  return async (wave: string, more: RunOptions = {}): Promise<ActionResult & { readonly comment: string }> => {
    const inputs = { wave, results, ...more.inputs };
    const result = await apply(push, { runId, ...more, inputs, env: { GITHUB_JOB: `wave-${wave}` } });
    return { ...result, comment: comments(1).at(-1) ?? '' };
  };
}

async function merged(begun: Story, changes = change(2)): Promise<Push> {
  const pullRequest = await begun.openPullRequest(1, changes);
  await begun.plan(pullRequest);
  return begun.merge(pullRequest);
}

test('three waves, one after the other, in one report', async () => {
  const begun = await story(files('/nowhere'));
  const { states, comments } = begun;
  // No leaf is changed, and still nobody gets to merge it unseen.
  const wrong = await begun.openPullRequest(2, { '.komposconfig.yaml': `${settings}  env=qa: live\n` });
  expect([(await begun.plan(wrong)).code, comments(2).join('')]).toEqual([
    1,
    expect.stringContaining('"env=qa" matches no leaf'),
  ]);
  const push = await merged(begun);
  const wave = openRun(begun, push, 50);
  const list = await wave('list');
  expect([list.code, list.outputs['waves'], states.paths(), comments(1).length]).toEqual([0, LISTED, [], 1]);

  const unasked = await begun.apply(push, { runId: 49, inputs: { comment: 'never' } });
  expect([unasked.code, states.paths()]).toEqual([1, []]);
  expect(unasked.summary).toContain('into the waves "dev", "stage", "rest", and this job applies them all at once');

  const dev = await wave('dev');
  expect([dev.code, states.paths(), dev.outputs['applied']]).toEqual([0, ['/dev'], JSON.stringify([DEV])]);
  expect(dev.comment).toContain('1 applied · 2 pending of 3 leaves');
  expect(dev.comment).toContain('`stage` (1 leaf), `rest` (1 leaf, environment `live`)');

  // Whatever the workflow file says, a wave does not start before those ahead of it are all well.
  const early = await wave('rest', IN_PROD);
  expect([early.code, states.paths(), early.comment]).toEqual([1, ['/dev'], dev.comment]);
  expect(early.log).toContain('Wave "stage" is not all well, so the next one is not applied: it has no results.');

  expect((await wave('2')).code).toBe(0);
  const elsewhere = await wave('rest');
  expect([elsewhere.code, states.paths()]).toEqual([1, ['/dev', '/stage']]);
  expect(elsewhere.log).toContain('Wave "rest" belongs to the environment "live", and this job is in none.');
  const foreign = await wave('rest', { ...IN_PROD, runId: 51, inputs: { comment: 'never' } });
  expect([foreign.code, states.paths()]).toEqual([1, ['/dev', '/stage']]);
  expect(foreign.log).toContain('are not used: its signature is of another run or workflow ("run_id")');

  const last = await wave('rest', IN_PROD);
  expect([last.code, states.paths()]).toEqual([0, ['/dev', '/prod', '/stage']]);
  expect(last.comment).toContain('Kompos apply: 3 applied of 3 leaves');
  expect(last.comment).toContain('In `dev`, `stage`, `prod`');
  expect(last.comment).not.toContain('Pending');
  expect([comments(1).length, last.outputs['applied']]).toEqual([2, JSON.stringify([PROD])]);
}, 120_000);

test('a failure stops the next wave, and the run goes on when it is gone', async () => {
  const flags = temporaryDirectory('flags');
  const begun = await story(files(flags));
  const { states } = begun;
  const wave = openRun(begun, await merged(begun), 50);
  writeFileSync(join(flags, 'stage'), '');
  expect((await wave('dev')).code).toBe(0);
  const failed = await wave('stage');
  expect([failed.code, states.paths()]).toEqual([1, ['/dev']]);
  expect(failed.comment).toContain('1 failed · 1 applied · 1 pending of 3 leaves');
  expect(failed.comment).toContain('gh run rerun 50 --failed --repo acme/infrastructure');
  const stopped = await wave('rest', IN_PROD);
  expect([stopped.code, stopped.comment]).toEqual([1, failed.comment]);
  expect(stopped.log).toContain(`1 leaf needs attention (${STAGE}: failed)`);

  rmSync(join(flags, 'stage'));
  const again = { runAttempt: 2 };
  expect((await wave('stage', again)).code).toBe(0);
  const last = await wave('rest', { ...again, ...IN_PROD });
  expect([last.code, states.paths()]).toEqual([0, ['/dev', '/prod', '/stage']]);
  expect(last.comment).toContain('3 applied of 3 leaves');
  expect(last.comment).toContain('attempt 1: failed');
}, 120_000);

test('neither a superseded leaf nor a wave without leaves stops the next wave', async () => {
  const begun = await story(files('/nowhere'));
  const { states, commitToMain } = begun;
  // Dev has a size of its own.
  const push = await merged(begun, { 'config/default.yaml': change(2)['config/default.yaml'] ?? '' });
  const wave = openRun(begun, push, 50);
  await commitToMain({ 'config/env=stage/env.yaml': 'env: {name: stage}\nsize: 9\n' });
  const stage = await wave('stage');
  expect([stage.code, states.paths()]).toEqual([0, []]);
  const last = await wave('rest', IN_PROD);
  expect([last.code, states.paths()]).toEqual([0, ['/prod']]);
  expect(last.comment).toContain('1 applied · 1 superseded of 2 leaves');
}, 120_000);
