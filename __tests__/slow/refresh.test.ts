/** The input `refresh`: what somebody changed behind the state's back, unseen by the plan and seen by the apply. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { findProviderMirror } from '../../loopback/provider-mirror.ts';
import { jobToken } from '../../loopback/github-api.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { startDriftingStory, type DriftingStory } from '../support/drifting.ts';
import { TOKEN } from '../support/story.ts';

const open: DriftingStory[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});
afterAll(removeTemporaryDirectories);

const MAIN = 'compositions/terraform/aws/app/main.tf';

/** One resource is changed outside, the pull request changes the other. */
async function changedOutside(): Promise<{ story: DriftingStory; files: Readonly<Record<string, string>> }> {
  const story = await startDriftingStory();
  open.push(story);
  story.api.addToken(TOKEN, jobToken);
  story.change('one', 'somebody else');
  const main = await story.project.git('show', `HEAD:${MAIN}`);
  const at = main.lastIndexOf('insecure_value = "1"');
  return { story, files: { [MAIN]: `${main.slice(0, at)}insecure_value = "2"${main.slice(at + 20)}\n` } };
}

const real = findProviderMirror() === undefined ? describe.skip : describe;
if (findProviderMirror() === undefined)
  console.warn('The AWS provider is not here: the tests of "refresh" are skipped.');

real('a plan', () => {
  test('without a refresh does not see it, and the apply refuses with that reason', async () => {
    const { story, files } = await changedOutside();
    const { openPullRequest, plan, merge, apply, comments, inputs } = story;
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
    const { story, files } = await changedOutside();
    const { openPullRequest, plan, merge, apply, comments, inputs } = story;
    const pullRequest = await openPullRequest(1, files);
    await plan(pullRequest, { inputs });
    expect(comments(1)[0]).toContain('2 to change');
    expect(comments(1)[0]).not.toContain('refresh:');
    const result = await apply(await merge(pullRequest), { inputs });
    expect([result.code, comments(1).at(-1)]).toEqual([0, expect.stringContaining('1 applied of 1 leaf')]);
  }, 300_000);

  test('without a refresh is applied where nothing has changed outside', async () => {
    const { story, files } = await changedOutside();
    story.change('one', '1');
    const { openPullRequest, plan, merge, apply, comments, inputs } = story;
    const pullRequest = await openPullRequest(1, files);
    await plan(pullRequest, { inputs: { ...inputs, refresh: 'none' } });
    const result = await apply(await merge(pullRequest), { inputs });
    expect([result.code, comments(1).at(-1)]).toEqual([0, expect.stringContaining('1 applied of 1 leaf')]);
  }, 300_000);

  test('with the smallest refresh is not made by a version that has none', async () => {
    const { story, files } = await changedOutside();
    const { openPullRequest, plan, comments, inputs } = story;
    const planned = await plan(await openPullRequest(1, files), { inputs: { ...inputs, refresh: 'minimal' } });
    expect(planned.code).toBe(1);
    expect(comments(1)[0]).toMatch(/Input "refresh" is "minimal", which Terraform \S+ does not have/u);
    expect(comments(1)[0]).toContain('Use Terraform 1.17 or newer');
  }, 300_000);
});
