import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Files } from '../../loopback/file-tree.ts';
import type { ActionResult } from '../../loopback/runner.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { DEV, inputsIn, PROD, REPOSITORY, stories, twoLeaves, type Push, type Story } from '../support/story.ts';

const story = stories();

const STAGE = 'config/env=stage/composition=terraform/terraform=app';
const CATCH_UP = { inputs: { 'catch-up': 'true' } };

const threeLeaves: Files = {
  ...twoLeaves,
  'config/env=stage/env.yaml': 'env: {name: stage}\n',
  [`${STAGE}/app.yaml`]: 'app: {}\n',
};

const change = (environment: string, size: number): Files => ({
  [`config/env=${environment}/env.yaml`]: `env: {name: ${environment}}\nsize: ${size}\n`,
});

/** Opens and plans pull requests, then merges them in this order. */
async function mergeAll({ openPullRequest, plan, merge }: Story, changes: ReadonlyMap<number, Files>): Promise<Push[]> {
  const opened = [];
  for (const [number, files] of changes) opened.push(await openPullRequest(number, files));
  for (const each of opened) await plan(each);
  const pushes: Push[] = [];
  for (const each of opened) pushes.push(await merge(each));
  return pushes;
}

function only(push: Push | undefined): Push {
  if (push === undefined) throw new Error('nothing was pushed');
  return push;
}

/** Paths in the order in which something was written to them. */
function written({ states }: Story): readonly string[] {
  return states.requests.flatMap(({ method, path }) => (method === 'POST' ? [path] : []));
}

function warnings({ annotations }: ActionResult): readonly string[] {
  return annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
}

describe('a merge whose run never came', () => {
  test('is named by the next apply, and the run of its push, started again, ends that', async () => {
    const begun = await story(threeLeaves);
    const changes = new Map([
      [1, change('dev', 6)],
      [2, change('prod', 2)],
      [3, change('stage', 3)],
    ]);
    // GitHub cancelled the run of the second one, which waited, when the third one's began to wait.
    const [first, second, third] = (await mergeAll(begun, changes)).map(only);
    expect((await begun.apply(only(first))).code).toBe(0);
    const result = await begun.apply(only(third));
    expect([result.code, result.outputs['applied']]).toEqual([0, JSON.stringify([STAGE])]);
    const [warning = '', ...more] = warnings(result);
    expect(more).toEqual([]);
    expect(warning).toMatch(new RegExp(`#2, merged \\S+ as ${only(second).after.slice(0, 7)}: ${PROD}`, 'u'));
    expect(warning).toContain('Start the run of that push again');
    expect(warning).toContain(`leaves: ${PROD}`);
    expect(warning).toContain('catch-up: true');
    expect(warning).not.toContain('#1');
    const report = begun.comments(3).join('\n');
    for (const text of [report, result.summary]) {
      expect(text).toContain('Merged earlier but never applied');
      expect(text).toContain(`${begun.oidc.serverUrl}/${REPOSITORY}/pull/2`);
      expect(text).toContain(`${begun.oidc.serverUrl}/${REPOSITORY}/commit/${only(second).after}/checks`);
      expect(text).toContain(`leaves: ${PROD}`);
    }
    expect(begun.comments(2).join('\n')).not.toContain('Kompos apply');
    expect(begun.states.paths()).toEqual(['/dev', '/stage']);

    const again = await begun.apply(only(second));
    expect([again.code, again.outputs['applied']]).toEqual([0, JSON.stringify([PROD])]);
    expect(warnings(await begun.apply(only(third), { runId: 77 }))).toEqual([]);
  });

  test('is applied first with catch-up, in the order of merging, each reported on its own pull request', async () => {
    const begun = await story(threeLeaves);
    const changes = new Map([
      [9, change('stage', 3)],
      [4, change('prod', 2)],
      [7, change('dev', 6)],
    ]);
    const [, , last] = await mergeAll(begun, changes);
    const result = await begun.apply(only(last), CATCH_UP);
    expect([result.code, written(begun)]).toEqual([0, ['/stage', '/prod', '/dev']]);
    expect(result.outputs).toMatchObject({ applied: JSON.stringify([STAGE, PROD, DEV]), refused: '[]' });
    const reports = [9, 4, 7].map((number) => begun.comments(number).join('\n'));
    expect(reports).toEqual(reports.map(() => expect.stringContaining('Kompos apply: 1 applied of 1 leaf')));
    expect(reports.map((text) => [STAGE, PROD, DEV].filter((leaf) => text.includes(leaf)))).toEqual([
      [STAGE],
      [PROD],
      [DEV],
    ]);
    expect(reports[2]).toMatch(/applied first: .*9.*4/u);
    for (const leaf of [STAGE, PROD, DEV]) expect(result.summary).toContain(leaf);
    expect(warnings(result)).toEqual([]);
  });

  test('is applied whole where it was rebased', async () => {
    const begun = await story();
    const { openPullRequest, pushTo, plan, merge, apply } = begun;
    const lost = await pushTo(await openPullRequest(1, change('prod', 2)), { 'README.md': 'its second commit\n' });
    const next = await openPullRequest(2, change('dev', 6));
    await plan(lost);
    await plan(next);
    await merge(lost, 'rebase');
    const result = await apply(await merge(next, 'squash'), CATCH_UP);
    expect([result.code, written(begun)]).toEqual([0, ['/prod', '/dev']]);
  });

  test('is named by a push without a pull request, and applied by hand with catch-up and no leaves', async () => {
    const begun = await story();
    const lost = await begun.openPullRequest(1, change('prod', 2));
    await begun.plan(lost);
    // A run without a merge of its own looks back from its own time.
    begun.api.setClock(new Date().toISOString());
    await begun.merge(lost);
    const push = await begun.commitToMain({ 'README.md': 'x\n' });
    // Where applies report nothing, a missing report says nothing.
    expect(warnings(await begun.apply(push, { inputs: { comment: 'never' } }))).toEqual([]);
    const [warning] = warnings(await begun.apply(push));
    expect(warning).toContain('#1, merged');
    const refused = await begun.dispatch({});
    expect([refused.code, refused.log]).toEqual([1, expect.stringContaining('Input "leaves" is empty')]);
    const caughtUp = await begun.dispatch({ 'catch-up': 'true' });
    expect([caughtUp.code, inputsIn(begun.states, '/prod')]).toEqual([0, { 'terraform_data.app': 'prod 2' }]);
    expect(begun.comments(1).join('\n')).toContain('Kompos apply: 1 applied of 1 leaf');
  });

  test('is named for thirty days, whoever writes there later', async () => {
    const begun = await story(threeLeaves);
    const { openPullRequest, plan, merge, apply, api } = begun;
    const [old, older] = [await openPullRequest(1, change('prod', 8)), await openPullRequest(2, change('dev', 8))];
    await plan(old);
    await plan(older);
    const last = await openPullRequest(3, change('stage', 3));
    await plan(last);
    api.setClock('2027-03-01T00:00:00Z');
    await merge(older);
    api.setClock('2027-03-03T00:00:00Z');
    await merge(old);
    api.setClock('2027-04-01T00:00:00Z');
    api.addComment(REPOSITORY, 2, { author: 'ada', body: 'Is this live?' });
    const [warning] = warnings(await apply(await merge(last)));
    expect(warning).toContain('#1, merged 2027-03-03');
    expect(warning).not.toContain('#2');
  });
});

describe('with catch-up nothing unreviewed is applied', () => {
  const source = twoLeaves['compositions/terraform/aws/app/main.tf'] ?? '';
  const withMore: Files = {
    ...twoLeaves,
    'compositions/terraform/aws/app/main.tf': source.replace('${var.config.size}', '$& ${var.config.more}'),
    'config/default.yaml': `${twoLeaves['config/default.yaml'] ?? ''}more: none\n`,
  };
  const more: Files = { [`${PROD}/app.yaml`]: 'app: {}\nmore: some\n' };

  test('a leaf that both change is refused where neither was planned with the other', async () => {
    const begun = await story(withMore);
    const [, last] = await mergeAll(
      begun,
      new Map([
        [1, { ...change('prod', 2), ...change('dev', 6) }],
        [2, more],
      ]),
    );
    const result = await begun.apply(only(last), CATCH_UP);
    expect([result.code, begun.states.paths()]).toEqual([1, ['/dev']]);
    expect(result.outputs).toMatchObject({ applied: JSON.stringify([DEV]), refused: JSON.stringify([PROD]) });
    expect(begun.comments(1).join('\n')).toMatch(/superseded/u);
  });

  test('it is applied where the later one was planned with the earlier, as that plan says', async () => {
    const begun = await story(withMore);
    await mergeAll(begun, new Map([[1, change('prod', 2)]]));
    const [last] = await mergeAll(begun, new Map([[2, more]]));
    const result = await begun.apply(only(last), CATCH_UP);
    expect([result.code, inputsIn(begun.states, '/prod')]).toEqual([0, { 'terraform_data.app': 'prod 2 some' }]);
  });

  test('what is not as it was reviewed is refused, and keeps only what comes after it from being applied', async () => {
    const WEB = 'config/env=prod/composition=terraform/terraform=web';
    const begun = await story({
      ...twoLeaves,
      [`${WEB}/web.yaml`]: 'terraform: {backend: {http: {address: "{{env(STATE_URL)}}/web"}}}\n',
      'compositions/terraform/aws/web/main.tf': source,
    });
    const web = `terraform: {backend: {http: {address: "{{env(STATE_URL)}}/web"}}}\nsize: 7\n`;
    const [, last] = await mergeAll(
      begun,
      new Map([
        [1, { [`${PROD}/app.yaml`]: 'app: {}\nsize: 2\n' }],
        [2, { ...change('dev', 6), [`${WEB}/web.yaml`]: web }],
      ]),
    );
    const [comment] = begun.api.comments(REPOSITORY, 1);
    begun.api.editComment(comment?.id ?? 0, { editor: 'ada', body: comment?.body ?? '' });
    const result = await begun.apply(only(last), CATCH_UP);
    expect([result.code, begun.states.paths()]).toEqual([1, ['/dev']]);
    expect(result.outputs).toMatchObject({ refused: JSON.stringify([PROD, WEB]) });
    expect(begun.comments(1).join('\n')).toMatch(/1 refused of 1 leaf[^]*was edited by/u);
    expect(begun.comments(2).join('\n')).toMatch(/It comes after .*terraform=app.*, which was not applied/u);
    // It has been looked at: a report of it stands there.
    expect(warnings(await begun.apply(only(last), { runId: 99 }))).toEqual([]);
  });

  test('what has been taken back since is not applied, and that is reported', async () => {
    const begun = await story();
    await mergeAll(begun, new Map([[1, change('prod', 2)]]));
    const back = { 'config/env=prod/env.yaml': twoLeaves['config/env=prod/env.yaml'] ?? '' };
    const [last] = await mergeAll(begun, new Map([[2, back]]));
    const inputs = { 'catch-up': 'true', comment: 'changes' };
    expect((await begun.apply(only(last), { inputs, runId: 10 })).code).toBe(0);
    expect(inputsIn(begun.states, '/prod')).toEqual({ 'terraform_data.app': 'prod 1' });
    expect(begun.comments(1).join('\n')).toContain('no leaf changes, so there was nothing to apply');
  });

  test('one whose commits cannot be had keeps nothing else from being applied', async () => {
    const begun = await story();
    const { api, openPullRequest, plan, merge, apply } = begun;
    const [lost, next] = [await openPullRequest(1, change('prod', 2)), await openPullRequest(2, change('dev', 6))];
    await plan(lost);
    await plan(next);
    await merge(lost, 'squash');
    api.changePullRequest(REPOSITORY, 1, { head: { sha: 'f'.repeat(40) } });
    const result = await apply(await merge(next), CATCH_UP);
    expect([result.code, begun.states.paths()]).toEqual([1, ['/dev']]);
    expect(begun.comments(1).join('\n')).toMatch(/nothing was applied[^]*f{40} is not in this clone/u);
    expect(begun.comments(2).join('\n')).toContain('1 applied of 1 leaf');
  });

  test('one whose run was killed is named, although Terraform went on to its end', async () => {
    const flags = temporaryDirectory('flags');
    const slow = `provisioner "local-exec" {\n    command = "touch '${join(flags, 'begun')}' && sleep 2"\n  }`;
    const begun = await story({
      ...threeLeaves,
      'compositions/terraform/aws/app/main.tf': source.replace(/^ {2}input.*$/mu, `$&\n  ${slow}`),
    });
    const changes = new Map([
      [1, change('prod', 2)],
      [2, change('stage', 3)],
    ]);
    const [first, second] = await mergeAll(begun, changes);
    const running = await begun.startApply(only(first));
    while (!existsSync(join(flags, 'begun'))) await wait(50);
    running.signal('SIGKILL');
    await running.finished;
    while (!begun.states.paths().includes('/prod')) await wait(50);
    expect(begun.comments(1).join('\n')).not.toContain('Kompos apply');
    const result = await begun.apply(only(second));
    expect([result.code, result.outputs['applied']]).toEqual([0, JSON.stringify([STAGE])]);
    expect(warnings(result).join('\n')).toMatch(new RegExp(`#1, merged .*: ${PROD}`, 'u'));

    // Run again, it finds nothing left to do, and says so.
    expect((await begun.apply(only(first))).code).toBe(0);
    expect(begun.comments(1).join('\n')).toContain('Kompos apply');
  });

  test('a cancelled run leaves those that it has not begun with to the next one', async () => {
    const flags = temporaryDirectory('flags');
    const slow = `provisioner "local-exec" {\n    command = "touch '${join(flags, 'begun')}' && sleep 2"\n  }`;
    const begun = await story({
      ...threeLeaves,
      'compositions/terraform/aws/app/main.tf': source.replace(/^ {2}input.*$/mu, `$&\n  ${slow}`),
    });
    const changes = new Map([
      [1, change('prod', 2)],
      [2, change('stage', 3)],
      [3, { 'README.md': 'x\n' }],
    ]);
    const [, , last] = await mergeAll(begun, changes);
    const running = await begun.startApply(only(last), CATCH_UP);
    while (!existsSync(join(flags, 'begun'))) await wait(50);
    const result = await running.cancel();
    expect(result.code).toBe(1);
    expect(begun.comments(1).join('\n')).toContain('Kompos apply');
    expect(begun.comments(2).join('\n')).not.toContain('Kompos apply');
    expect(warnings(result).join('\n')).toMatch(/#2, merged .*terraform=app/u);
    expect(warnings(result).join('\n')).not.toContain('#1, merged');
  });
});
