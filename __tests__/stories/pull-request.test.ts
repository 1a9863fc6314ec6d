import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Files } from '../../loopback/file-tree.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { DEV, leavesIn, prod, PROD, REPOSITORY, twoLeaves, stories } from '../support/story.ts';
import { runningProgram } from '../support/terraform-version.ts';

const story = stories();

const defaults = twoLeaves['config/default.yaml'] ?? '';
describe('which leaves a pull request plans', () => {
  test('a shared default that one leaf overrides plans the other one only', async () => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(
      await openPullRequest(1, { 'config/default.yaml': defaults.replace('size: 1', 'size: 2') }),
    );
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
    expect(leavesIn(result.outputs)).toEqual([{ path: PROD, kind: 'changed' }]);
    expect(result.outputs).toMatchObject({
      changed: 'true',
      'has-changes': 'true',
      'comment-url': expect.stringContaining('#issuecomment-'),
    });
    const [comment = '', ...others] = comments(1);
    expect(others).toEqual([]);
    expect(comment).toContain('1 to create');
    expect(comment).toContain('- `size`: `1` → `2` in [`config/default.yaml:2`]');
    expect(comment).toContain('+       input  = "prod 2"');
    expect(comment).not.toContain(DEV);
    expect(result.summary).toContain('prod 2');
  });

  test.each<[string, Files]>([
    ['a comment', { 'config/default.yaml': `# hello\n${defaults}` }],
    ['a reordered key', { 'config/env=dev/env.yaml': 'size: 5\nenv: {name: dev}\n' }],
    ['a file that nothing reads', { 'README.md': 'hello\n' }],
    [
      'a value that is the same by another way',
      { 'config/env=prod/composition=terraform/terraform=app/app.yaml': 'app: {}\nsize: 1\n' },
    ],
  ])('%s changes nothing', async (_, files) => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(await openPullRequest(1, files));
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ changed: 'false', 'has-changes': 'false', leaves: '[]' });
    expect(comments(1)).toEqual([]);
    expect(result.summary).toContain('none of 2 leaves changes');
  });

  test('a comment that is there is brought up to date when nothing is changed any more', async () => {
    const { openPullRequest, plan, pushTo, comments } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    await plan(pullRequest);
    expect(comments(1)).toEqual([expect.stringContaining('1 of 2 leaves')]);
    const taken = { 'config/env=prod/env.yaml': twoLeaves['config/env=prod/env.yaml'] ?? '' };
    await plan(await pushTo(pullRequest, taken), { runId: 1_000_002 });
    expect(comments(1)).toEqual([expect.stringContaining('none of 2 leaves changes')]);
  });

  test('leaves that are not selected are counted nowhere, and a misspelt input plans nothing', async () => {
    const { openPullRequest, plan } = await story();
    const pullRequest = await openPullRequest(1, prod(2));
    const dev = await plan(pullRequest, { inputs: { leaves: DEV } });
    expect([dev.code, dev.summary]).toEqual([0, expect.stringContaining('the only leaf does not change')]);
    const misspelt = await plan(pullRequest, { env: { INPUT_LEAFS: DEV } });
    expect(misspelt).toMatchObject({ code: 1, outputs: {}, summary: '' });
    expect(misspelt.log).toMatch(
      /^::error title=Kompos::Input "leafs" does not exist\.%0A {2}Did you mean "leaves"\? .*INPUT_LEAFS/mu,
    );
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['a folder that is not there', { 'working-directory': 'nope' }, /^::error title=Kompos::.*nope/mu],
    ['a pattern that matches nothing', { leaves: 'config/env=live/**' }, /^::error title=Kompos::.*matches no leaf/mu],
  ])('%s is an error on the run', async (_, inputs, expected) => {
    const { openPullRequest, plan } = await story();
    const result = await plan(await openPullRequest(1, prod(2)), { inputs });
    expect([result.code, result.log]).toEqual([1, expect.stringMatching(expected)]);
  });

  test('a state server that is down is an error on the run', async () => {
    const { openPullRequest, plan } = await story();
    // Nothing listens there; a port that was free a moment ago may be another test's by now.
    const result = await plan(await openPullRequest(1, prod(2)), { env: { STATE_URL: 'http://127.0.0.1:1' } });
    expect(result.code).toBe(1);
    expect(result.log).toMatch(/^::error title=Kompos%3A .*::terraform (?:init|plan) failed: /mu);
  });

  test('an added, a removed and a moved leaf', async () => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(
      await openPullRequest(1, {
        // prod is renamed with its state, dev goes, test is new
        'config/env=prod/env.yaml': null,
        [`${PROD}/app.yaml`]: null,
        'config/env=live/env.yaml': 'env: {name: prod}\n',
        'config/env=live/composition=terraform/terraform=app/app.yaml': 'app: {}\n',
        'config/env=dev/env.yaml': null,
        [`${DEV}/app.yaml`]: null,
        'config/env=test/env.yaml': 'env: {name: test}\n',
        'config/env=test/composition=app/app.yaml': 'app: {}\n',
      }),
    );
    expect(result.code).toBe(0);
    expect(leavesIn(result.outputs)).toEqual([
      { path: DEV, kind: 'removed' },
      { path: 'config/env=live/composition=terraform/terraform=app', kind: 'added' },
      { path: PROD, kind: 'moved' },
      { path: 'config/env=test/composition=app', kind: 'added' },
    ]);
    expect(comments(1)[0]).toContain('config/env=live/composition=terraform/terraform=app');
  });

  test.each([
    ["GitHub's test merge, shallow", { checkout: 'merge', depth: 1 }],
    ["GitHub's test merge, full", { checkout: 'merge', depth: 0 }],
    ['the head commit, shallow', { checkout: 'head', depth: 1 }],
    ['the head commit, full', { checkout: 'head', depth: 0 }],
  ] as const)('what main did in the meantime is no change of the pull request: %s', async (_, how) => {
    const { openPullRequest, plan, project, origin, pushTo } = await story();
    const opened = await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
    await project.checkout('main');
    await project.commit('Meanwhile', { 'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 6\n' });
    await project.push(origin);
    const result = await plan(await pushTo(opened, { 'README.md': 'x\n' }), how);
    expect(result.code).toBe(0);
    expect(leavesIn(result.outputs)).toEqual([{ path: PROD, kind: 'changed' }]);
  });
});

test('what keeps Terraform from being started for one leaf keeps no other plan from being reported', async () => {
  const folder = temporaryDirectory('bin');
  const real = execFileSync('which', ['terraform'], { encoding: 'utf8' }).trim();
  const path = join(folder, 'terraform');
  const script = `#!/bin/sh\ncase "$PWD $1" in *env=prod*plan) rm '${path}' ;; esac\nexec '${real}' "$@"\n`;
  writeFileSync(path, script, { mode: 0o755 });
  const { openPullRequest, plan, comments } = await story();
  const both = {
    'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 7\n',
    'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 7\n',
  };
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
  const result = await plan(await openPullRequest(1, both), { env, inputs: { parallelism: '1' } });
  expect(result.code).toBe(1);
  expect(leavesIn(result.outputs).map((leaf) => leaf.path)).toEqual([DEV, PROD]);
  expect(comments(1)[0]).toContain('1 of 2 leaves failed');
  expect(comments(1)[0]).toContain('ENOENT');
  expect(comments(1)[0]).toContain('input  = "dev 7"');
});

describe('one comment, kept up to date in place', () => {
  test("a later push updates it; an older run and a stranger's comment leave it alone", async () => {
    const { openPullRequest, plan, pushTo, comments, api } = await story();
    const first = await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
    await plan(first, { runId: 100 });
    api.addComment(REPOSITORY, 1, { author: 'eve', body: comments(1)[0] ?? '' });
    const second = await pushTo(first, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 3\n' });
    const updated = await plan(second, { runId: 200 });
    expect(updated.code).toBe(0);
    expect(comments(1)).toHaveLength(2);
    expect(comments(1)[0]).toContain('prod 3');
    expect(comments(1)[1]).toContain('prod 2');

    const late = await plan(first, { runId: 100, runAttempt: 2 });
    expect(late.code).toBe(0);
    expect(late.log).toContain('No comment was written');
    expect(comments(1)[0]).toContain('prod 3');
  });

  test('a second step of a run that has no title of its own overwrites nothing, and fails', async () => {
    const { openPullRequest, plan, comments } = await story();
    const pullRequest = await openPullRequest(1, { 'config/default.yaml': `${defaults}more: 1\n` });
    const options = (leaf: string, title = ''): Parameters<typeof plan>[1] => ({
      runId: 100,
      inputs: { leaves: leaf, title, 'unused-configuration': 'plan' },
    });
    expect((await plan(pullRequest, options(DEV))).code).toBe(0);
    const second = await plan(pullRequest, options(PROD));
    expect(second.code).toBe(1);
    expect(second.annotations[0]?.message).toMatch(
      /report without a title was already written by this job[\s\S]*"title"/u,
    );
    expect(comments(1)).toEqual([expect.stringContaining(DEV)]);
    expect((await plan(pullRequest, options(PROD, 'prod'))).code).toBe(0);
    expect(comments(1)).toHaveLength(2);
  });

  test('two runs at once leave one comment', async () => {
    const { openPullRequest, plan, comments, api } = await story();
    const pullRequest = await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
    // Both wait with their first write until the other has come as far.
    let waiting = 0;
    let open: () => void = () => undefined;
    const bothAreThere = new Promise<void>((resolve) => {
      open = resolve;
    });
    api.before(async ({ isWrite }) => {
      if (!isWrite) return;
      waiting += 1;
      if (waiting === 2) open();
      await bothAreThere;
    });
    const results = await Promise.all([plan(pullRequest, { runId: 1 }), plan(pullRequest, { runId: 2 })]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect(comments(1)).toHaveLength(1);
    expect(comments(1)[0]).toContain('run=2.1');
  });

  test('it is found on any page, and a deleted one comes back', async () => {
    const { openPullRequest, plan, comments, api } = await story();
    const pullRequest = await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
    for (let index = 0; index < 120; index += 1)
      api.addComment(REPOSITORY, 1, { author: 'ada', body: `talk ${index}` });
    await plan(pullRequest, { runId: 1 });
    await plan(pullRequest, { runId: 2 });
    const [own, ...others] = api.comments(REPOSITORY, 1).filter(({ body }) => body.includes('kompos:plan'));
    expect(others).toEqual([]);
    api.deleteComment(own?.id ?? 0);
    await plan(pullRequest, { runId: 3 });
    expect(comments(1).filter((body) => body.includes('kompos:plan'))).toHaveLength(1);
  });

  test.each([
    ['never', { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' }, 0],
    ['changes', { 'README.md': 'x\n' }, 0],
    ['changes', { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' }, 1],
  ])('comment: %s', async (comment, files, count) => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(await openPullRequest(1, files), { inputs: { comment } });
    expect(result.code).toBe(0);
    expect(comments(1)).toHaveLength(count);
    expect(result.summary).toContain('Kompos');
  });

  test('a plan that is too long is cut, and the job summary has all of it', async () => {
    const long = `locals {\n  lines = [for i in range(1000) : [for j in range(3) : "line \${i}.\${j} of a long text with ümläuts"]]\n}\n\nresource "terraform_data" "long" {\n  input = local.lines\n}\n`;
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(await openPullRequest(1, { 'compositions/terraform/aws/app/long.tf': long }), {
      inputs: { leaves: 'config/env=dev' },
    });
    expect(result.code).toBe(0);
    expect(Buffer.byteLength(comments(1)[0] ?? '')).toBeLessThan(60_000);
    expect(comments(1)[0]).toContain('terraform_data.long');
    expect(result.summary).toContain('line 500.1 of');
  });
});

describe('what fails, and what goes on', () => {
  test.each<[string, Files, RegExp, { file: string; line: number }]>([
    [
      'broken YAML',
      { 'config/env=dev/env.yaml': 'env: {name: dev}\nsize: [5\n' },
      /env=dev\/env\.yaml/u,
      { file: 'config/env=dev/env.yaml', line: 3 },
    ],
    [
      'a missing key',
      { 'config/env=dev/env.yaml': 'env: {name: dev}\nsize: "{{no.such}}"\n' },
      /Config key "no\.such" not found/u,
      { file: 'config/env=dev/env.yaml', line: 2 },
    ],
    [
      'a cycle',
      { 'config/env=dev/env.yaml': 'env: {name: dev}\nsize: "{{b}}"\nb: "{{size}}"\n' },
      /→/u,
      { file: 'config/env=dev/env.yaml', line: 2 },
    ],
  ])('%s: an annotation on its line, and the other leaf is planned', async (_, files, message, place) => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(
      await openPullRequest(1, { ...files, 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' }),
    );
    expect(result.code).toBe(1);
    expect(result.annotations).toEqual([
      expect.objectContaining({ level: 'error', file: place.file, line: expect.any(Number) }),
    ]);
    expect(Math.abs((result.annotations[0]?.line ?? 0) - place.line)).toBeLessThanOrEqual(1);
    expect(leavesIn(result.outputs)).toEqual([
      { path: DEV, kind: 'failed' },
      { path: PROD, kind: 'changed' },
    ]);
    expect(comments(1)[0]).toMatch(message);
    expect(comments(1)[0]).toContain('prod 2');
  });

  test('an unknown composition folder', async () => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(
      await openPullRequest(1, { 'config/env=dev/env.yaml': 'env: {name: dev}\ncloud: {type: awss}\n' }),
    );
    expect(result.code).toBe(1);
    expect(comments(1)[0]).toContain('The composition folder "compositions/terraform/awss/app" does not exist.');
  });

  test("Terraform's own error, from init and from plan", async () => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(
      await openPullRequest(1, {
        'compositions/terraform/aws/app/main.tf': `${twoLeaves['compositions/terraform/aws/app/main.tf'] ?? ''}\nmodule "m" {\n  source = "./\${terraform_data.app.id}"\n}\n`,
      }),
    );
    expect(result.code).toBe(1);
    expect(result.outputs['has-changes']).toBe('false');
    expect(comments(1)[0]).toContain('init failed');
    expect(comments(1)[0]).toMatch(
      /Error: (Variables not allowed|Unsuitable value|Invalid module source|Dynamic value in static context)/u,
    );
    // For both leaves at once, on the line of the file that they share.
    const place = { level: 'error', file: 'compositions/terraform/aws/app/main.tf', line: 10 };
    // OpenTofu warns about the same line, too.
    const errors = result.annotations.filter(({ level }) => level === 'error');
    expect(errors).not.toEqual([]);
    for (const annotation of errors) expect(annotation).toMatchObject(place);
    expect(errors[0]?.title).toContain('and 1 other leaf');
  });

  test('two leaves with one state: an error before anything starts', async () => {
    const { openPullRequest, plan, comments, states } = await story();
    const result = await plan(
      await openPullRequest(1, { 'config/default.yaml': defaults.replace('/{{env.name}}"', '/same"') }),
    );
    expect(result.code).toBe(1);
    expect(comments(1)[0]).toContain('Two leaves have the same state');
    expect(states.requests).toEqual([]);
  });

  test('a copied leaf that would write to the state of one that does not change: the same', async () => {
    const { openPullRequest, plan, comments, states } = await story();
    const copy = 'config/env=copy/composition=terraform/terraform=app';
    const copied = { 'config/env=copy/env.yaml': 'env: {name: prod}\n', [`${copy}/app.yaml`]: 'app: {}\n' };
    const result = await plan(await openPullRequest(1, copied));
    expect(result.code).toBe(1);
    expect(comments(1)[0]).toContain('Two leaves have the same state');
    expect(comments(1)[0]).toContain(PROD);
    expect(states.requests).toEqual([]);
  });

  test('a machine that refuses a file: reported, without a stack', async () => {
    const { openPullRequest, plan, comments } = await story();
    const pullRequest = await openPullRequest(1, { 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n' });
    const result = await plan(pullRequest, { env: { TMPDIR: '/dev/null/nowhere' } });
    expect(result.code).toBe(1);
    expect(comments(1)[0]).toMatch(/ENOTDIR[\s\S]*the disk, the permissions/u);
    expect(result.log + result.stderr).not.toMatch(/^\s+at /mu);
  });

  test('settings of the wrong shape: reported on their line', async () => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(await openPullRequest(1, { '.komposconfig.yaml': 'terraform:\n  version: 1.10\n' }));
    expect(result.code).toBe(1);
    expect(result.annotations).toEqual([
      expect.objectContaining({ level: 'error', file: '.komposconfig.yaml', line: 2 }),
    ]);
    expect(comments(1)[0]).toContain('Setting "terraform.version"');
  });

  const unfit = {
    Terraform: /Terraform is .*, but terraform\.version asks for "~> 0\.12"/u,
    OpenTofu: /Only OpenTofu .* was found on PATH, but terraform\.version asks for Terraform "~> 0\.12"/u,
  };
  test('a Terraform that does not fit', async () => {
    const { openPullRequest, plan, comments } = await story();
    const result = await plan(
      await openPullRequest(1, {
        '.komposconfig.yaml': 'terraform:\n  version: "~> 0.12"\n',
        'config/default.yaml': defaults.replace('size: 1', 'size: 2'),
      }),
      { inputs: { 'terraform-mirror': 'none' } },
    );
    expect(result.code).toBe(1);
    expect(comments(1)[0]).toMatch(unfit[runningProgram]);
  });

  test.each([
    ['a misspelled input', { inputs: { comment: 'alway' } }, /Input "comment" is "alway"[\s\S]*Did you mean "always"/u],
    ['a missing token', { inputs: { token: '' } }, /Input "token" is empty/u],
    [
      'a working directory that is not there',
      { inputs: { 'working-directory': 'infra' } },
      /Input "working-directory" is "infra"/u,
    ],
    [
      'a working directory that is a file',
      { inputs: { 'working-directory': 'config/default.yaml' } },
      /Input "working-directory" is "config\/default\.yaml", which is not a folder/u,
    ],
    [
      'a leaf pattern that matches none',
      { inputs: { leaves: 'config/env=dve/**' } },
      /"config\/env=dve\/\*\*" matches no leaf/u,
    ],
    ['a malformed event', { env: { GITHUB_EVENT_PATH: '/nowhere' } }, /GITHUB_EVENT_PATH/u],
  ])('%s: one clear message, exit code 1, no stack trace', async (_, options, message) => {
    const { openPullRequest, plan } = await story();
    const result = await plan(await openPullRequest(1, { 'README.md': 'x\n' }), options);
    expect(result.code).toBe(1);
    expect(result.log + result.stdout).toMatch(message);
    expect(result.stdout + result.stderr).not.toMatch(/^ {4}at /mu);
  });
});
