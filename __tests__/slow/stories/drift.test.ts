import { afterAll, describe, expect, test } from '@jest/globals';
import { findProviderMirror } from '../../../loopback/provider-mirror.ts';
import { removeTemporaryDirectories } from '../../../loopback/temporary-directory.ts';
import { LEAF, startDriftingStory, startPendingStory, type DriftingStory } from '../../support/drifting.ts';
import { REPOSITORY } from '../../support/story.ts';

const mirror = findProviderMirror();
if (mirror === undefined) console.warn('There is no mirror with the AWS provider: the story of real drift is skipped.');
// Each of its plans starts the provider three times, so all ten runs with it take minutes.
const tenRealRuns = mirror !== undefined && process.env['TEN_REAL_RUNS'] === '1';

afterAll(removeTemporaryDirectories);

const RULE = [
  'drift:',
  '  ignore:',
  '    - address: aws_ssm_parameter.*',
  '      attribute: insecure_value',
  '      reason: The console may set it.',
  '',
].join('\n');

interface World {
  readonly name: string;
  readonly real: boolean;
  readonly start: () => Promise<DriftingStory>;
}
const worlds: readonly World[] = [
  { name: 'pending', real: false, start: () => startPendingStory() },
  ...(tenRealRuns ? [{ name: 'drifted', real: true, start: startDriftingStory }] : []),
];

describe.each(worlds)('ten runs over a leaf that is $name', ({ name, real, start }) => {
  test('leave exactly one issue, with exactly the writes that are needed', async () => {
    const story = await start();
    try {
      await tenRuns(story, name, real);
    } finally {
      await story.close();
    }
  }, 900_000);
});

(mirror === undefined ? test.skip : test)(
  'real drift: none right after the apply, a value, a resource that is gone, and a rule',
  async () => {
    const story = await startDriftingStory();
    const { api, project, inputs, change, remove, newWrites } = story;
    try {
      // The provider reports `null → {}` after each apply, and the second resource does so in every run.
      const clean = await story.drift({ inputs });
      expect([clean.code, clean.outputs['drifted'], clean.outputs['pending']]).toEqual([0, '[]', '[]']);
      expect(newWrites()).toEqual([]);

      change('one', '2');
      const drifted = await story.drift({ inputs });
      expect(drifted.outputs).toMatchObject({ drifted: JSON.stringify([LEAF]), pending: '[]' });
      expect(newWrites()).toEqual(['POST labels', 'POST issues']);
      const [issue] = api.issues(REPOSITORY);
      expect(issue?.body).toContain('- `aws_ssm_parameter.one` `insecure_value`: `"1"` → `"2"`');
      expect(issue?.body).not.toContain('aws_ssm_parameter.two');
      expect(issue?.body).not.toContain('tags');

      remove('two');
      await project.commit('Ignore it', { '.komposconfig.yaml': RULE });
      const gone = await story.drift({ inputs });
      expect(gone.outputs).toMatchObject({ drifted: JSON.stringify([LEAF]), pending: '[]' });
      expect(newWrites()).toEqual(['PATCH issues/1']);
      const body = api.issues(REPOSITORY)[0]?.body ?? '';
      expect(body).toContain('- `aws_ssm_parameter.two` is **gone**');
      expect(body).toMatch(/Ignored[\s\S]*- `aws_ssm_parameter.one` `insecure_value`: [^\n]*The console may set it\./u);
    } finally {
      await story.close();
    }
  },
  600_000,
);

async function tenRuns(story: DriftingStory, name: string, real: boolean): Promise<void> {
  const { api, project, inputs, change, newWrites } = story;
  const open = JSON.stringify([LEAF]);
  const run = async (code = 0): Promise<Awaited<ReturnType<DriftingStory['drift']>>> => {
    const result = await story.drift({ inputs });
    expect([result.log, result.stderr, result.code]).toEqual([expect.any(String), expect.any(String), code]);
    return result;
  };
  const issue = () => {
    const [only, ...more] = api.issues(REPOSITORY);
    expect(more).toEqual([]);
    if (only === undefined) throw new Error('there is no issue');
    return only;
  };

  // 1. Clean, although the provider reports `null → {}` right after the apply.
  const clean = await run();
  expect(newWrites()).toEqual([]);
  expect(clean.outputs).toMatchObject({ drifted: '[]', pending: '[]', errors: '[]' });

  // 2. Drift.
  change('one', '2');
  const found = await run();
  expect(newWrites()).toEqual(['POST labels', 'POST issues']);
  expect(found.outputs).toMatchObject({ drifted: '[]', pending: '[]', [name]: open });
  expect(issue()).toMatchObject({ state: 'open', labels: ['kompos-drift'] });
  expect(issue().body).toContain('.one');
  expect(issue().body).not.toContain('.two');
  if (real) expect(issue().body).toContain('- `aws_ssm_parameter.one` `insecure_value`: `"1"` → `"2"`');

  // 3. The same drift.
  const same = await run();
  expect(newWrites()).toEqual([]);
  expect(same.summary).toContain(`[#${issue().number}](https://github.com/${REPOSITORY}/issues/${issue().number})`);

  // 4. More drift.
  change('two', '2');
  await run();
  expect(newWrites()).toEqual(['PATCH issues/1']);
  expect(issue().body).toContain('.two');

  // 5. A person edits.
  const { body, labels } = issue();
  api.changeIssue(REPOSITORY, 1, {
    body: `Mine above.\r\n\r\n${body ?? ''}\r\n\r\nMine below.`,
    labels: [...labels, 'team-a'],
  });
  api.addComment(REPOSITORY, 1, { author: 'ada', body: 'I look at it.' });
  await run();
  expect(newWrites()).toEqual([]);

  // 6. Ignored by a rule; what is no drift is mended instead.
  if (real) await project.commit('Ignore it', { '.komposconfig.yaml': RULE });
  else {
    change('one', '1');
    change('two', '1');
  }
  const ignored = await run();
  expect(newWrites()).toEqual(['PATCH issues/1', 'POST issues/1/comments']);
  expect(issue()).toMatchObject({ state: 'closed', stateReason: 'completed', labels: ['kompos-drift', 'team-a'] });
  expect(issue().body).toMatch(/^Mine above\.[\s\S]*has been clean since[\s\S]*Mine below\.$/u);
  expect(issue().comments.map(({ author }) => author)).toEqual(['ada', 'github-actions[bot]']);
  if (real) expect(ignored.summary).toMatch(/#### Ignored[\s\S]*insecure_value[\s\S]*The console may set it\./u);

  // 7. An error.
  await project.commit('Break it', { 'config/env=dev/env.yaml': 'env: {name: "{{gone.away}}"}\n' });
  const broken = await run(1);
  expect(newWrites()).toEqual([]);
  expect(broken.outputs).toMatchObject({ drifted: '[]', pending: '[]', errors: open });

  // 8. Clean.
  change('one', '1');
  change('two', '1');
  await project.commit('Mend it', { 'config/env=dev/env.yaml': 'env: {name: dev}\n', '.komposconfig.yaml': null });
  await run();
  expect(newWrites()).toEqual([]);

  // 9. The leaf is renamed with its state, and drifts again.
  await project.git('mv', 'config/env=dev', 'config/env=development');
  await project.commit('Rename it');
  change('two', '3');
  await run();
  expect(newWrites()).toEqual(['PATCH issues/1']);
  expect(issue()).toMatchObject({ state: 'open', title: expect.stringMatching(/: app · development$/u) });
  expect(issue().body).toMatch(/^Mine above\.[\s\S]*\.two[\s\S]*Mine below\.$/u);

  // 10. The leaf is gone.
  await project.git('rm', '-r', '--quiet', 'config/env=development');
  await project.commit('Remove it');
  await run();
  expect(newWrites()).toEqual(['PATCH issues/1', 'POST issues/1/comments']);
  expect(issue()).toMatchObject({ state: 'closed', stateReason: 'not_planned' });
  expect(issue().comments.at(-1)?.body).toContain('Closed for good');
}
