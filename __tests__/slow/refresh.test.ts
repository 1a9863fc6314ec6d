/** The input `refresh`: what somebody changed behind the state's back, unseen by the plan and seen by the apply. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { namedPrograms } from '../../loopback/named-programs.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findProviderMirror } from '../../loopback/provider-mirror.ts';
import { jobToken } from '../../loopback/github-api.ts';
import { startDriftingStory, type DriftingStory } from '../support/drifting.ts';
import { inputsIn, prod, stories, TOKEN } from '../support/story.ts';

const story = stories();
const open: DriftingStory[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const MAIN = 'compositions/terraform/aws/app/main.tf';

/** One resource is changed outside, the pull request changes the other. */
async function changedOutside(): Promise<{ drifting: DriftingStory; files: Readonly<Record<string, string>> }> {
  const drifting = await startDriftingStory();
  open.push(drifting);
  drifting.api.addToken(TOKEN, jobToken);
  drifting.change('one', 'somebody else');
  const main = await drifting.project.git('show', `HEAD:${MAIN}`);
  const at = main.lastIndexOf('insecure_value = "1"');
  return { drifting, files: { [MAIN]: `${main.slice(0, at)}insecure_value = "2"${main.slice(at + 20)}\n` } };
}

const real = findProviderMirror() === undefined ? describe.skip : describe;
if (findProviderMirror() === undefined)
  console.warn('The AWS provider is not here: the tests of "refresh" are skipped.');

real('a plan', () => {
  test('without a refresh does not see it, and the apply refuses with that reason', async () => {
    const { drifting, files } = await changedOutside();
    const { openPullRequest, plan, merge, apply, comments, inputs } = drifting;
    const pullRequest = await openPullRequest(1, files);
    const planned = await plan(pullRequest, { inputs: { ...inputs, refresh: 'none' } });
    expect([planned.code, planned.log]).toEqual([0, expect.stringContaining('Planned with "refresh: none"')]);
    expect(comments(1)[0]).toContain('1 to change');
    expect(comments(1)[0]).toContain('> Planned with "refresh: none": no resource was refreshed');
    expect(comments(1)[0]).not.toContain('somebody else');
    const result = await apply(await merge(pullRequest), { inputs });
    expect([result.code, result.outputs['applied']]).toEqual([1, '[]']);
    const report = comments(1).at(-1) ?? '';
    expect(report).toContain('The reviewed plan was made with "refresh: none"');
    expect(report).toContain('aws_ssm_parameter.one');
    expect(report).toContain('somebody else');
  }, 300_000);

  test('that refreshes, as by default, sees it and is applied', async () => {
    const { drifting, files } = await changedOutside();
    const { openPullRequest, plan, merge, apply, comments, inputs } = drifting;
    const pullRequest = await openPullRequest(1, files);
    await plan(pullRequest, { inputs });
    expect(comments(1)[0]).toContain('2 to change');
    expect(comments(1)[0]).not.toContain('refresh:');
    const result = await apply(await merge(pullRequest), { inputs });
    expect([result.code, comments(1).at(-1)]).toEqual([0, expect.stringContaining('1 applied of 1 leaf')]);
  }, 300_000);

  test('with the smallest refresh is not made by a version that has none', async () => {
    const { drifting, files } = await changedOutside();
    const { openPullRequest, plan, comments, inputs } = drifting;
    const planned = await plan(await openPullRequest(1, files), { inputs: { ...inputs, refresh: 'minimal' } });
    expect(planned.code).toBe(1);
    expect(comments(1)[0]).toMatch(/Input "refresh" is "minimal", which Terraform \S+ does not have/u);
    expect(comments(1)[0]).toContain('Use Terraform 1.17 or newer');
  }, 300_000);
});

test('a plan without a refresh is applied where nothing has changed outside', async () => {
  const { openPullRequest, plan, merge, apply, states, comments } = await story();
  const first = await openPullRequest(1, prod(2));
  await plan(first);
  await apply(await merge(first));
  const second = await openPullRequest(2, prod(3));
  await plan(second, { inputs: { refresh: 'none' } });
  expect(comments(2)[0]).toContain('Planned with "refresh: none"');
  const result = await apply(await merge(second));
  expect([result.code, comments(2).at(-1)]).toEqual([0, expect.stringContaining('1 applied of 1 leaf')]);
  expect(inputsIn(states, '/prod')).toEqual({ 'terraform_data.app': 'prod 3' });
}, 120_000);

// The first previews of 1.17 do not have it.
const newest = namedPrograms().find(
  ({ tool, path }) =>
    tool === 'terraform' &&
    spawnSync(path, ['plan', '-help'], { encoding: 'utf8' }).stdout.includes('-minimal-refresh'),
);
if (newest === undefined) console.warn('No Terraform with "-minimal-refresh" is here: it is not tried.');

(newest === undefined ? test.skip : test)(
  'the smallest refresh of a version that has it, and the full one of its apply',
  async () => {
    const PATH = `${folderWith(newest?.path ?? '')}${delimiter}${process.env['PATH'] ?? ''}`;
    const { openPullRequest, plan, merge, apply, states, comments } = await story(undefined, { env: { PATH } });
    const pullRequest = await openPullRequest(1, prod(2));
    const planned = await plan(pullRequest, { inputs: { refresh: 'minimal' } });
    expect([planned.code, planned.log]).toEqual([0, expect.stringContaining('Planned with "refresh: minimal"')]);
    expect(comments(1)[0]).toContain('> Planned with "refresh: minimal"');
    const result = await apply(await merge(pullRequest));
    expect([result.code, comments(1).at(-1)]).toEqual([0, expect.stringContaining('1 applied of 1 leaf')]);
    expect(inputsIn(states, '/prod')).toEqual({ 'terraform_data.app': 'prod 2' });
  },
  120_000,
);

/** A folder to put first on PATH. */
function folderWith(program: string): string {
  const folder = temporaryDirectory('program');
  symlinkSync(program, join(folder, 'terraform'));
  return folder;
}
