/** `composition.enabled: false` on a runner: nothing runs, nothing is destroyed, and every report says so. */
import { afterAll, expect, test } from '@jest/globals';
import { removeTemporaryDirectories } from '../../../loopback/temporary-directory.ts';
import { LEAF, startPendingStory } from '../../support/drifting.ts';
import { inputsIn, leavesIn, prod, PROD, REPOSITORY, stories, twoLeaves } from '../../support/story.ts';

const story = stories();
afterAll(removeTemporaryDirectories);

const pause = { [`${PROD}/pause.yaml`]: 'composition: {enabled: false}\n' };

test('pausing destroys nothing, a merge applies nothing, and unpausing goes on where it was', async () => {
  const { openPullRequest, plan, merge, apply, states, comments } = await story();
  const first = await openPullRequest(1, prod(2));
  await plan(first);
  await apply(await merge(first));
  const before = states.state('/prod');

  const pausing = await openPullRequest(2, { ...pause, ...prod(3) });
  const planned = await plan(pausing);
  expect(planned.code).toBe(0);
  expect(leavesIn(planned.outputs)).toEqual([{ path: PROD, kind: 'paused' }]);
  expect(planned.outputs['has-changes']).toBe('false');
  expect(comments(2)[0]).toContain('1 leaf paused');
  expect(comments(2)[0]).toContain(`\`composition.enabled\` is false in \`${PROD}/pause.yaml:1:24\``);
  expect(comments(2)[0]).toContain('What it created stays, but nothing plans, applies or checks it any more');
  const applied = await apply(await merge(pausing));
  expect([applied.code, applied.outputs['applied'], applied.outputs['refused']]).toEqual([0, '[]', '[]']);
  expect(applied.summary).toContain('paused');
  expect(states.state('/prod')).toEqual(before);

  const meanwhile = await openPullRequest(3, prod(4));
  const none = await plan(meanwhile);
  expect([none.code, none.outputs['changed']]).toEqual([0, 'false']);
  await merge(meanwhile);

  const going = await openPullRequest(4, { [`${PROD}/pause.yaml`]: null });
  expect(leavesIn((await plan(going)).outputs)).toEqual([{ path: PROD, kind: 'changed' }]);
  await apply(await merge(going));
  expect(inputsIn(states, '/prod')).toEqual({ 'terraform_data.app': 'prod 4' });
}, 300_000);

test('a value that is no boolean fails the leaf, and a removed leaf that was paused is not destroyed', async () => {
  const { openPullRequest, plan, commitToMain } = await story({ ...twoLeaves, ...pause });
  const wrong = await openPullRequest(1, { [`${PROD}/pause.yaml`]: 'composition: {enabled: "false"}\n' });
  const failed = await plan(wrong);
  expect([failed.code, leavesIn(failed.outputs)]).toEqual([1, [{ path: PROD, kind: 'failed' }]]);
  expect(failed.annotations.map(({ message }) => message).join()).toContain('must be true or false, not "false"');
  await commitToMain({});
  const removing = await openPullRequest(2, { [`${PROD}/app.yaml`]: null, [`${PROD}/pause.yaml`]: null });
  const removed = await plan(removing);
  expect([removed.code, removed.outputs['has-changes']]).toEqual([0, 'false']);
  expect(removed.summary).toContain('It was paused, so nothing of it is destroyed.');
}, 300_000);

test('a drift issue stays open and is marked, once, and is as it was when the leaf is checked again', async () => {
  const drifting = await startPendingStory();
  try {
    const { api, project, change, drift, newWrites } = drifting;
    change('one', '2');
    await drift();
    const found = api.issues(REPOSITORY)[0]?.body ?? '';
    newWrites();
    await project.commit('Pause', { [`${LEAF}/pause.yaml`]: 'composition: {enabled: false}\n' });
    const paused = await drift();
    expect([paused.code, paused.outputs['pending']]).toEqual([0, '[]']);
    expect(paused.summary).toContain('It is paused');
    expect(newWrites()).toEqual(['PATCH issues/1']);
    const [marked] = api.issues(REPOSITORY);
    expect(marked?.state).toBe('open');
    expect(marked?.body).toContain('**Paused** since ');
    expect(marked?.body).toContain('An apply would do this now:');
    await drift();
    expect(newWrites()).toEqual([]);
    await project.commit('Go on', { [`${LEAF}/pause.yaml`]: null });
    await drift();
    expect(newWrites()).toEqual(['PATCH issues/1']);
    expect((api.issues(REPOSITORY)[0]?.body ?? '').split('<sub>')[0]).toBe(found.split('<sub>')[0]);
  } finally {
    await drifting.close();
  }
}, 300_000);
