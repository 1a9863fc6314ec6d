import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { pushEvent, workflowDispatchEvent } from '../../loopback/events.ts';
import { checkoutAsRunner } from '../../loopback/git-origin.ts';
import { jobToken } from '../../loopback/github-api.ts';
import { runAction } from '../../loopback/runner.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { startStateServer } from '../../loopback/state-server.ts';
import { startDriftStory, type DriftStory } from '../support/drift-story.ts';
import { apply } from '../support/drifting.ts';
import { REPOSITORY, TOKEN } from '../support/story.ts';

const stories: DriftStory[] = [];
afterEach(async () => {
  await Promise.all(stories.splice(0).map((each) => each.close()));
});
afterAll(removeTemporaryDirectories);

const BOT = 'github-actions[bot]';
const leafOf = (name: string): string => `config/env=${name}/composition=app`;
const env = (name: string): Record<string, string> => ({
  [`config/env=${name}/env.yaml`]: `env: {name: ${name}}\n`,
  [`${leafOf(name)}/app.yaml`]: 'app: {}\n',
});

/** Leaves that were merged and never applied, with a state each. */
async function fleet(...names: readonly string[]): Promise<DriftStory> {
  const story = await startDriftStory({
    'config/default.yaml': [
      'cloud: {type: aws}',
      'size: 1',
      'terraform: {backend: {http: {address: "{{env(STATE_URL)}}/{{env.name}}"}}}',
      '',
    ].join('\n'),
    ...Object.fromEntries(names.flatMap((name) => Object.entries(env(name)))),
    'compositions/terraform/aws/app/main.tf': [
      'variable "config" {',
      '  type = any',
      '}',
      'resource "terraform_data" "app" {',
      '  input = var.config.size',
      '  lifecycle {',
      '    precondition {',
      '      condition     = var.config.size < 9',
      '      error_message = "Too large."',
      '    }',
      '  }',
      '}',
      '',
    ].join('\n'),
  });
  stories.push(story);
  return story;
}

/** So that each leaf has an issue of its own. */
const PER_LEAF = { 'drift-issues': 'leaf' };

const titles = ({ api }: DriftStory): readonly string[] => api.issues(REPOSITORY).map(({ title }) => title);
const titleOf = (name: string): string => `Not applied: app · ${name}`;
const states = ({ api }: DriftStory): readonly string[] => api.issues(REPOSITORY).map(({ state }) => state);

describe('a run that dies in the middle', () => {
  test('leaves no duplicate when the next one runs', async () => {
    const story = await fleet('a', 'b', 'c', 'd');
    const running = await story.startDrift({ inputs: PER_LEAF });
    let created = 0;
    const stop = story.api.before(({ method, path }) => {
      if (method === 'POST' && path.endsWith('/issues')) created += 1;
      // GitHub carries it out; the answer reaches nobody.
      if (created === 3) running.signal('SIGKILL');
    });
    await running.finished;
    stop();
    expect(titles(story)).toEqual([titleOf('a'), titleOf('b'), titleOf('c')]);
    story.newWrites();

    const next = await story.drift({ inputs: PER_LEAF });
    expect(next.code).toBe(0);
    expect(story.newWrites()).toEqual(['POST issues']);
    expect(titles(story)).toEqual(['a', 'b', 'c', 'd'].map(titleOf));
  });

  test('between closing and saying why leaves nothing to do', async () => {
    const story = await fleet('a');
    await story.drift({ inputs: PER_LEAF });
    await story.project.commit('Remove it', { [`${leafOf('a')}/app.yaml`]: null, ...env('b') });
    const running = await story.startDrift({ inputs: { ...PER_LEAF, 'max-open-issues': '1' } });
    const stop = story.api.before(({ path }) => {
      if (path.endsWith('/comments')) running.signal('SIGKILL');
    });
    await running.finished;
    stop();
    story.newWrites();
    await story.drift({ inputs: PER_LEAF });
    expect(story.newWrites()).toEqual(['POST issues']);
    expect(states(story)).toEqual(['closed', 'open']);
  });
});

describe('issues', () => {
  test('stay as they are while the leaf cannot be planned, and close when it is clean', async () => {
    const story = await fleet('a');
    await story.drift();
    const [before] = story.api.issues(REPOSITORY);
    story.newWrites();

    await story.project.commit('Break it', { 'config/env=a/env.yaml': 'env: {name: a}\nsize: 10\n' });
    const broken = await story.drift();
    expect(broken.code).toBe(1);
    expect(story.newWrites()).toEqual([]);
    expect(story.api.issues(REPOSITORY)).toEqual([before]);
    expect(broken.summary).toMatch(/#### Failed[\s\S]*`app`\*\*: plan failed[^\n]*\[#1\]/u);
    expect(broken.annotations).toEqual([
      expect.objectContaining({ level: 'error', file: 'compositions/terraform/aws/app/main.tf' }),
      expect.objectContaining({ level: 'error', message: `${leafOf('a')}: plan failed` }),
    ]);

    await story.project.commit('Mend it', {
      'config/env=a/env.yaml': 'env: {name: a}\n',
      'compositions/terraform/aws/app/main.tf': 'variable "config" {\n  type = any\n}\n',
    });
    const clean = await story.drift();
    expect(clean.code).toBe(0);
    expect(story.newWrites()).toEqual(['PATCH issues/1', 'POST issues/1/comments']);
  });

  test('are opened up to the limit, and the summary names the leaves without one', async () => {
    const story = await fleet('a', 'b', 'c');
    const result = await story.drift({ inputs: { ...PER_LEAF, 'max-open-issues': '2' } });
    expect(result.code).toBe(0);
    expect(titles(story)).toEqual([titleOf('a'), titleOf('b')]);
    expect(result.summary).toMatch(/#### Without an issue[\s\S]*\*\*`app`\*\* · `c`/u);
    expect(result.outputs['pending']).toBe(JSON.stringify(['a', 'b', 'c'].map(leafOf)));
  });

  test('of others are left alone, whatever they hold, and of two the older one stays', async () => {
    const story = await fleet('a');
    await story.drift();
    const body = story.api.issues(REPOSITORY)[0]?.body ?? '';
    story.api.addIssue(REPOSITORY, { author: 'mallory', title: 'forged', body, labels: ['kompos-drift'] });
    story.api.addIssue(REPOSITORY, { author: BOT, title: titleOf('a'), body, labels: ['kompos-drift'] });
    story.newWrites();
    await story.drift();
    expect(story.newWrites()).toEqual(['PATCH issues/1', 'PATCH issues/3', 'POST issues/3/comments']);
    expect(states(story)).toEqual(['open', 'open', 'closed']);
    expect(story.api.comments(REPOSITORY, 3).map(({ body: note }) => note)).toEqual([
      expect.stringContaining('Continued in #1,'),
    ]);
  });

  test('of one changed default are one, which takes over those that were there', async () => {
    const story = await fleet('a', 'b', 'c');
    const { api, project, states: stored, newWrites } = story;
    const size = (name: string, number: number): Record<string, string> => ({
      [`config/env=${name}/env.yaml`]: `env: {name: ${name}}\nsize: ${number}\n`,
    });
    await apply(story, leafOf('a'));
    for (const each of ['/b', '/c']) stored.setState(each, stored.state('/a'));
    await project.commit('Change it', { 'config/default.yaml': defaults({ size: 2 }) });
    await story.drift({ inputs: PER_LEAF });
    expect(titles(story)).toEqual(['a', 'b', 'c'].map(titleOf));
    const before = api.issues(REPOSITORY)[1];
    api.changeIssue(REPOSITORY, 2, {
      labels: ['kompos-drift', 'team-b'],
      body: `Mine.\n\n${before?.body ?? ''}`,
    });
    api.addComment(REPOSITORY, 2, { author: 'ada', body: 'I look at it.' });
    newWrites();

    const one = await story.drift();
    expect(newWrites()).toEqual([
      'PATCH issues/1',
      'POST issues/1/labels',
      ...['2', '3'].flatMap((each) => [`PATCH issues/${each}`, `POST issues/${each}/comments`]),
    ]);
    const [first, second] = api.issues(REPOSITORY);
    expect(first).toMatchObject({
      ...{ title: 'Not applied: app · a and 2 more', state: 'open', labels: ['kompos-drift', 'team-b'] },
      body: expect.stringContaining(`leaves='{${['a', 'b', 'c'].map(leafOf).join()}}'`),
    });
    expect(first?.body).toContain('- `terraform_data.app` `input`: `1` → `2`');
    expect(second).toMatchObject({
      state: 'closed',
      body: expect.stringMatching(/^Mine\.[\s\S]*Continued in #1 since/u),
    });
    expect(second?.comments.map((each) => each.body)).toEqual(['I look at it.', expect.stringContaining('#1')]);
    expect(one.summary).toMatch(/`app`\*\* · 3 leaves: [^\n]*\[#1\][^\n]* in `a`, `b`, `c`/u);

    // Another value is another cause; what is not asked for stays.
    await project.commit('Change one', size('c', 3));
    await story.drift({ dispatched: true, inputs: { leaves: 'config/env=c' } });
    expect(newWrites()).toEqual(['PATCH issues/1', 'POST issues']);
    expect(titles(story).at(-1)).toBe(titleOf('c'));
    await project.commit('Mend one', size('a', 1));
    await story.drift({ dispatched: true, inputs: { leaves: 'config/env=a' } });
    expect(newWrites()).toEqual(['PATCH issues/1']);
    expect(api.issues(REPOSITORY)[0]).toMatchObject({
      state: 'open',
      body: expect.stringContaining('Partly resolved'),
    });
    await project.commit('Mend all', { ...size('b', 1), ...size('c', 1) });
    await story.drift();
    expect(newWrites()).toEqual([1, 4].flatMap((each) => [`PATCH issues/${each}`, `POST issues/${each}/comments`]));
    expect(states(story)).toEqual(['closed', 'closed', 'closed', 'closed']);
  });

  test('of leaves that are not asked for are neither closed nor written', async () => {
    const story = await fleet('a', 'b');
    await story.drift({ inputs: PER_LEAF });
    story.newWrites();
    await story.project.commit('Change both', { 'config/default.yaml': defaults({ size: 2 }) });
    const result = await story.drift({ dispatched: true, inputs: { ...PER_LEAF, leaves: 'config/env=b' } });
    expect(result.outputs['pending']).toBe(JSON.stringify([leafOf('b')]));
    expect(story.newWrites()).toEqual([]);
    expect(result.summary).toContain('1 pending · 0 clean · 1 not selected');
  });

  test('none are written with max-open-issues: 0, and no token is needed', async () => {
    const story = await fleet('a');
    const result = await story.drift({ token: '', inputs: { 'max-open-issues': '0' } });
    expect([result.code, result.outputs['pending']]).toEqual([0, JSON.stringify([leafOf('a')])]);
    expect(story.api.requests).toEqual([]);
  });

  test('hold nothing that hangs on a value of the environment', async () => {
    const story = await fleet('a');
    await story.drift();
    story.newWrites();
    const other = await startStateServer();
    await story.drift({ env: { STATE_URL: other.url } });
    await other.close();
    expect(story.newWrites()).toEqual([]);
  });

  test('that GitHub refuses to write are shown as they are', async () => {
    const story = await fleet('a');
    await story.drift();
    story.api.changeIssue(REPOSITORY, 1, { state: 'closed' });
    const stop = story.api.before(({ method }) => {
      if (method === 'PATCH') story.api.failRequests(1, 422);
    });
    const refused = await story.drift();
    stop();
    expect([refused.code, states(story)]).toEqual([1, ['closed']]);
    expect(refused.summary).toMatch(/#### Pending[\s\S]*\[#1\]\(\S+\) \(closed\)/u);

    await story.drift();
    expect(states(story)).toEqual(['open']);
  });

  test('that may not be written are an error; the summary has everything', async () => {
    const story = await fleet('a');
    story.api.addToken('ghs_reader', jobToken);
    const result = await story.drift({ token: 'ghs_reader' });
    expect(result.code).toBe(1);
    expect(result.annotations).toEqual([
      expect.objectContaining({ message: expect.stringContaining('issues: write') }),
    ]);
    expect(result.summary).toMatch(/may not read or write issues[\s\S]*#### Pending/u);
    expect(result.outputs['pending']).toBe(JSON.stringify([leafOf('a')]));
  });
});

function defaults({ size, state = '{{env.name}}' }: { size: number; state?: string }): string {
  return `cloud: {type: aws}\nsize: ${size}\nterraform: {backend: {http: {address: "{{env(STATE_URL)}}/${state}"}}}\n`;
}

describe('a run', () => {
  test('whose time is up ends in good order and says what was not checked', async () => {
    const story = await fleet('a', 'b');
    const result = await story.drift({ inputs: { 'time-limit': '1ms' } });
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ drifted: '[]', pending: '[]', errors: '[]' });
    expect(result.summary).toMatch(/#### Not checked[\s\S]*`a`: [^\n]*time limit[\s\S]*`b`: [^\n]*time limit/u);
    expect(story.newWrites()).toEqual([]);
  });

  test('plans no leaf whose state does not outlive the job, and says so', async () => {
    const story = await fleet('a');
    await story.project.commit('No backend', { 'config/default.yaml': 'cloud: {type: aws}\nsize: 1\n' });
    const result = await story.drift();
    expect([result.code, result.outputs['pending']]).toEqual([0, '[]']);
    expect(result.summary).toMatch(/#### Not checked[\s\S]*`app`\*\*: No backend is configured/u);
  });

  test('with two leaves of one state ends before Terraform starts, whichever are asked for', async () => {
    const story = await fleet('a', 'b');
    await story.project.commit('Share it', { 'config/default.yaml': defaults({ size: 1, state: 'shared' }) });
    const result = await story.drift({ dispatched: true, inputs: { leaves: 'config/env=a' } });
    expect(result.code).toBe(1);
    expect(result.log).toContain('Two leaves have the same state');
    expect(story.states.requests).toEqual([]);
    expect(story.api.requests).toEqual([]);
  });

  test('writes nothing that is masked', async () => {
    const story = await fleet('a');
    await story.project.commit('Change it', {
      'config/default.yaml': defaults({ size: 7 }).replace('7', '"7-hush-7"'),
    });
    await story.project.commit('Loosen', {
      'compositions/terraform/aws/app/main.tf':
        'variable "config" {\n  type = any\n}\nresource "terraform_data" "app" {\n  for_each = { (var.config.size) = 1 }\n}\n',
    });
    const result = await story.drift({ inputs: { mask: '7-h\\w+-7' } });
    expect(result.code).toBe(0);
    const [issue] = story.api.issues(REPOSITORY);
    expect(issue?.body).toContain('terraform_data.app["***"]');
    expect([result.log, result.summary, issue?.body].join('\n')).not.toContain('hush');
  });

  test('masks in what one leaf shows what only a clean one calls secret', async () => {
    const story = await startDriftStory({
      'config/default.yaml': `${defaults({ size: 1 })}password: correct-horse-9\n`,
      'config/env=a/env.yaml': 'env: {name: a}\n',
      'config/env=a/composition=hides/x.yaml': 'x: 1\n',
      'config/env=b/env.yaml': 'env: {name: b}\n',
      'config/env=b/composition=shows/x.yaml': 'x: 1\n',
      'compositions/terraform/aws/hides/main.tf':
        'variable "config" {\n  type = any\n}\nmodule "m" {\n  source = "./m"\n}\noutput "o" {\n  value     = var.config.password\n  sensitive = true\n}\n',
      'compositions/terraform/aws/hides/m/main.tf': 'locals {\n  x = 1\n}\n',
      'compositions/terraform/aws/shows/main.tf':
        'variable "config" {\n  type = any\n}\noutput "o" {\n  value = "x ${var.config.password} y"\n}\n',
    });
    stories.push(story);
    const outputs = { o: { value: 'correct-horse-9', type: 'string', sensitive: true } };
    const state = { version: 4, terraform_version: '1.5.0', serial: 1, lineage: 'l', outputs, resources: [] };
    await fetch(`${story.states.url}/a`, { method: 'POST', body: JSON.stringify(state) });

    const result = await story.drift({ inputs: { parallelism: '1' } });
    expect([result.code, result.outputs['pending']]).toEqual([0, '["config/env=b/composition=shows"]']);
    expect(result.log).toContain('"x *** y"');
    const [issue] = story.api.issues(REPOSITORY);
    expect([result.log, result.summary, issue?.body].join('\n')).not.toContain('correct-horse');
  });

  test('that is cancelled leaves the issues as they are', async () => {
    const story = await fleet('a', 'b');
    const place = '{{env(STATE_URL)}}/{{env.name}}';
    const backend = `{address: "${place}", lock_address: "${place}", lock_method: LOCK, unlock_address: "${place}", unlock_method: UNLOCK}`;
    const text = `cloud: {type: aws}\nsize: 1\nterraform: {backend: {http: ${backend}}}\n`;
    await story.project.commit('Lock it', { 'config/default.yaml': text });
    const release = story.states.hold('/a');
    const inputs = { lock: 'always', parallelism: '1', leaves: 'config/env=a\nconfig/env=b' };
    const running = await story.startDrift({ inputs });
    for (let tries = 0; tries < 200 && !story.states.requests.some(({ status }) => status === 423); tries += 1) {
      await wait(50);
    }
    const result = await running.cancel();
    release();
    expect(result.summary).toMatch(/The job was cancelled: issues were not updated/u);
    expect(story.api.requests).toEqual([]);
  });

  test('is refused on another event and on another branch', async () => {
    const story = await fleet('a');
    await story.project.branch('side');
    const side = await story.drift({ dispatched: true, ref: 'refs/heads/side' });
    expect([side.code, side.log]).toEqual([
      1,
      expect.stringContaining('Drift detection runs on the default branch "main"'),
    ]);

    const sha = await story.project.id('main');
    const workspace = await checkoutAsRunner(story.origin, { ref: 'refs/heads/main', sha });
    const pushed = await runAction({
      workspace: workspace.directory,
      event: pushEvent({ after: sha }),
      inputs: { command: 'drift' },
      apiUrl: story.api.url,
      token: TOKEN,
    });
    expect([pushed.code, pushed.log]).toEqual([1, expect.stringContaining('this event is push')]);
    expect(story.api.requests).toEqual([]);
  });

  test.each(['plan', 'apply', 'drift'])(
    "by hand refuses a pull request's code, whatever the command: %s",
    async (command) => {
      const story = await fleet('a');
      await story.project.push(story.origin);
      const sha = await story.project.id();
      await story.project.branch('side');
      await story.project.commit('Side', { 'config/env=a/env.yaml': 'env: {name: a}\nsize: 2\n' });
      const { head } = await story.origin.pullRequest(9, { from: story.project, head: 'side', base: 'main' });
      const workspace = await checkoutAsRunner(story.origin, { ref: 'refs/pull/9/head', sha: head });
      const { code, log } = await runAction({
        workspace: workspace.directory,
        event: workflowDispatchEvent({ sha, ref: 'refs/heads/main' }),
        inputs: { command, 'allow-env': 'STATE_URL', ...(command === 'apply' ? { leaves: leafOf('a') } : {}) },
        env: story.environment,
        apiUrl: story.api.url,
        token: TOKEN,
      });
      expect([code, log]).toEqual([1, expect.stringContaining('is of a pull request (refs/pull/9/head)')]);
      expect(story.states.requests).toEqual([]);
    },
  );
});
