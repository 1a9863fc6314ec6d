/** One report from many jobs: each shard is a process of its own, and so is the join. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { jobToken, type Token } from '../../loopback/github-api.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runCli, type ActionResult } from '../../loopback/runner.ts';
import { at } from '../documents/files.ts';
import { chainLeaf, chainLeaves, chainSources } from '../support/chain.ts';
import { startStory, twoLeaves, inputsIn, type PullRequest, type RunOptions, type Story } from '../support/story.ts';

const ENVIRONMENTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const leafOf = (name: string): string => `config/env=${name}/composition=terraform/terraform=app`;

const files = {
  'config/default.yaml': twoLeaves['config/default.yaml'] ?? '',
  'compositions/terraform/aws/app/main.tf': `${twoLeaves['compositions/terraform/aws/app/main.tf'] ?? ''}
resource "terraform_data" "secret" {
  input = sensitive("hush-\${var.config.env.name}")
}
`,
  ...Object.fromEntries(
    ENVIRONMENTS.flatMap((name, index) => [
      [`config/env=${name}/env.yaml`, `env: {name: ${name}}\nsize: ${index}\n`],
      [`${leafOf(name)}/app.yaml`, 'app: {}\n'],
    ]),
  ),
};

/** Eight leaves get another size, one of them cannot be planned, and one is removed. */
const change = {
  ...Object.fromEntries(
    ENVIRONMENTS.slice(0, 8).map((name, index) => [
      `config/env=${name}/env.yaml`,
      `env: {name: ${name}}\nsize: ${name === 'b' ? '"{{nothing.here}}"' : index + 100}\n`,
    ]),
  ),
  [`${leafOf('i')}/app.yaml`]: null,
  'config/env=i/env.yaml': null,
};

const RUN = 500;
const joining = { env: { GITHUB_JOB: 'report' }, runId: RUN };

let story: Story;
let pullRequest: PullRequest;
let single: ActionResult;
let singleComments: readonly string[];
let affected: ActionResult;
/** The folders of all shards, as they are downloaded. */
let complete: string;

function shard(number: string, folder: string, more: RunOptions = {}): RunOptions {
  return {
    runId: RUN,
    ...more,
    env: { GITHUB_JOB: 'plan', ...more.env },
    inputs: {
      shard: number,
      split: affected.outputs['split'] ?? '',
      results: folder,
      parallelism: '1',
      ...more.inputs,
    },
  };
}

/** Joins a copy of all folders after something was done to them; the report is in the summary only. */
async function joinWithout(change: (folder: string) => unknown, more: RunOptions = {}): Promise<ActionResult> {
  return report(change, { ...more, inputs: { comment: 'never', ...more.inputs } });
}

/** The same with a comment. An attempt has only one. */
async function report(
  change: (folder: string) => unknown = () => undefined,
  more: RunOptions = {},
): Promise<ActionResult & { readonly comments: readonly string[] }> {
  const folder = join(temporaryDirectory('results'), 'all');
  cpSync(complete, folder, { recursive: true });
  await change(folder);
  const result = await story.plan(pullRequest, {
    ...joining,
    ...more,
    inputs: { command: 'report', split: affected.outputs['split'] ?? '', results: folder, ...more.inputs },
  });
  return { ...result, comments: story.comments(1) };
}

/** Without what differs from run to run: signatures, the run's own numbers, and times. */
function plain(text: string): string {
  return text
    .replace(/\n<!-- kompos:record .*? -->/gu, '')
    .replace(/run=\d+\.\d+ by=[^:]+:(?:kompos|report):/u, 'run=… ')
    .replace(/actions\/runs\/\d+/gu, 'actions/runs/…')
    .replace(/approve after `[\d:]+` UTC/u, 'approve after …');
}

beforeAll(async () => {
  story = await startStory(files);
  pullRequest = await story.openPullRequest(1, change);
  single = await story.plan(pullRequest, { runId: 400 });
  singleComments = story.comments(1);
  affected = await story.plan(pullRequest, { runId: RUN, inputs: { command: 'affected', shards: '8' } });
  complete = temporaryDirectory('complete');
  const numbers: unknown = JSON.parse(affected.outputs['matrix'] ?? '');
  expect(numbers).toEqual(['1/8', '2/8', '3/8', '4/8', '5/8', '6/8', '7/8', '8/8']);
  for (const number of ['1/8', '2/8', '3/8', '4/8', '5/8', '6/8', '7/8', '8/8']) {
    const { stderr, comments } = await planShard(number);
    expect([number, stderr, comments]).toEqual([number, '', singleComments]);
  }
}, 300_000);

async function planShard(number: string) {
  const folder = join(complete, `shard-${number.replace('/', '-')}`);
  const result = await story.plan(pullRequest, shard(number, folder));
  return { ...result, comments: story.comments(1) };
}

afterAll(async () => {
  await story.close();
});

test('the outputs that go from job to job name no leaf', () => {
  const { split = '', matrix = '' } = affected.outputs;
  expect(split).toMatch(/^8\.[0-9a-f]{40}\.[0-9a-f]{32}\.1$/u);
  expect(matrix.length + split.length).toBeLessThan(200);
});

test('the joined report is the one of a single job, and takes its place', async () => {
  const joined = await report();
  expect(joined.stderr).toBe('');
  expect(joined.comments.map(plain)).toEqual(singleComments.map(plain));
  expect(joined.comments[0]).toContain('A merge applies exactly these plans.');
  expect(plain(joined.summary)).toBe(plain(single.summary));
  expect(joined.outputs['leaves']).toBe(single.outputs['leaves']);
  expect(joined.outputs['verdict']).toBe(single.outputs['verdict']);
  expect(joined.annotations).toEqual(single.annotations);
  expect([joined.code, single.code]).toEqual([1, 1]);
  expect(joined.comments.join('')).not.toContain('hush-');
  const results = ['1', '8'].map((each) => readFileSync(join(complete, `shard-${each}-8/results.json`), 'utf8'));
  expect(results.join('')).not.toContain('hush-');
}, 120_000);

describe('what the join does not believe', () => {
  test('shards that are missing, damaged, forged or links: each is named, and its leaves', async () => {
    const { code, stdout, summary } = await joinWithout((folder) => {
      const at = (name: string): string => join(folder, name);
      rmSync(at('shard-1-8'), { recursive: true });
      rmSync(at('shard-2-8/manifest.json'));
      edit(at('shard-3-8/results.json'), (text) => text.replace('"leaves"', '"leaves" '));
      edit(at('shard-4-8/manifest.json'), (text) => `${text} `);
      edit(at('shard-5-8/signature.json'), (text) => text.replace(/.{40}"\}$/u, `${'A'.repeat(40)}"}`));
      // The same results twice say the same.
      rmSync(at('shard-6-8'), { recursive: true });
      cpSync(at('shard-7-8'), at('shard-6-8'), { recursive: true });
      rmSync(at('shard-8-8/results.json'));
      symlinkSync(join(complete, 'shard-8-8/results.json'), at('shard-8-8/results.json'));
      symlinkSync(join(complete, 'shard-1-8'), at('link'));
      mkdirSync(at('other'));
      writeFileSync(at('other/manifest.json'), '[]');
    });
    expect(code).toBe(1);
    const refused = [...summary.matchAll(/The results in (\S+) are not used: (.*)\./gu)].map(([, name, why]) => [
      name,
      why,
    ]);
    expect(refused).toEqual([
      ['link', 'it is a symbolic link'],
      ['other', 'its manifest.json is damaged, or of another version of Kompos'],
      ['shard-3-8', 'its results.json is not the one that its manifest.json names'],
      ['shard-4-8', 'its signature is for something else ("aud")'],
      ['shard-5-8', expect.stringMatching(/^its signature is not valid/u)],
      ['shard-8-8', expect.stringMatching(/results\.json is a symbolic link$/u)],
    ]);
    const lost = [...summary.matchAll(/Shard (\d) of 8 has no results: its job/gu)].map(([, number]) => number);
    expect(lost).toEqual(['1', '2', '3', '4', '5', '6', '8']);
    for (const name of ENVIRONMENTS.slice(0, 8)) expect(summary).toContain(leafOf(name));
    expect(stdout).toContain('The results in shard-2-8 do not count: its job ended before it was complete.');
  }, 60_000);

  test('results of another attempt, run, workflow, repository or report', async () => {
    const all = temporaryDirectory('foreign');
    const rows: readonly (readonly [string, RunOptions, string])[] = [
      ['a', { runId: 499 }, 'its signature is of another run or workflow ("run_id")'],
      ['b', { runAttempt: 7 }, 'it is of attempt 7, which is later than this one'],
      [
        'c',
        { claims: { job_workflow_ref: 'mallory/x/.github/workflows/y.yml@main' } },
        'its signature is of another run or workflow ("job_workflow_ref")',
      ],
      ['d', { inputs: { title: 'x' } }, 'its title is "x", and here it is ""'],
      // Without a signature, what they say of themselves decides.
      ['e', { runId: 499, mayMint: false }, 'its run is "499", and here it is "500"'],
    ];
    for (const [name, more] of rows) await story.plan(pullRequest, shard('3/8', join(all, name), more));
    const { code, stdout, summary } = await joinWithout((folder) => {
      rmSync(join(folder, 'shard-3-8'), { recursive: true });
      cpSync(all, folder, { recursive: true });
    });
    expect(code).toBe(1);
    const refused = [...summary.matchAll(/The results in (\S+) are not used: (.*)\./gu)].map(([, name, why]) => [
      name,
      why,
    ]);
    expect(refused).toEqual(rows.flatMap(([name, , why]) => (name === 'd' ? [] : [[name, why]])));
    // Another report of the same run.
    expect(stdout).toContain('The results in d do not count: its title is "x", and here it is "".');
    expect(summary).toContain('Shard 3 of 8 has no results');
  }, 60_000);

  test('two different results of one attempt', async () => {
    const second = join(temporaryDirectory('second'), 'results');
    await story.plan(pullRequest, shard('3/8', second));
    // At least the time of its plan differs.
    const { summary } = await joinWithout((folder) => {
      cpSync(second, join(folder, 'shard-3-8-again'), { recursive: true });
    });
    expect(summary).toContain(
      'shard-3-8 are not used: shard 3 has other results of the same attempt in shard-3-8-again',
    );
    expect(summary).toContain('shard-3-8-again are not used');
    expect(summary).toContain('Shard 3 of 8 has no results');
  }, 60_000);

  test('results without a signature: a report, and no record', async () => {
    const other = join(temporaryDirectory('other'), 'results');
    await story.plan(pullRequest, shard('3/8', other, { mayMint: false }));
    const { comments } = await report(
      (folder) => {
        rmSync(join(folder, 'shard-3-8'), { recursive: true });
        cpSync(other, join(folder, 'unsigned'), { recursive: true });
      },
      { runAttempt: 2 },
    );
    expect(comments.join('')).toContain('A merge will not apply this: the results of shard 3 are not signed.');
    expect(comments.join('')).not.toContain('kompos:record');
    expect(comments.join('')).not.toContain('Shard 3 of 8');
  }, 60_000);

  test('a split that nobody decided, and one that this job does not come to', async () => {
    const none = await joinWithout(() => undefined, { inputs: { split: '' } });
    expect(none.summary).toContain('How the leaves are split is not known');
    const [, base = ''] = (affected.outputs['split'] ?? '').split('.');
    const wrong = `8.${base}.${'0'.repeat(32)}.1`;
    const other = await joinWithout(() => undefined, { inputs: { split: wrong } });
    expect(other.summary).toContain('This job comes to another split of the leaves');
    const folder = join(temporaryDirectory('other'), 'results');
    const planned = await story.plan(pullRequest, shard('3/8', folder, { inputs: { split: wrong } }));
    expect([planned.code, planned.stdout]).toEqual([1, expect.stringContaining('another split of the leaves')]);
  }, 60_000);
});

test('a second attempt of one job joins with the others of the first', async () => {
  const again = join(temporaryDirectory('again'), 'results');
  await story.plan(pullRequest, shard('3/8', again, { runAttempt: 2 }));
  const { stdout, comments } = await report(
    (folder) => {
      cpSync(again, join(folder, 'shard-3-8-attempt-2'), { recursive: true });
    },
    { runAttempt: 3 },
  );
  expect(stdout).toContain('The results in shard-3-8 do not count: attempt 2 has newer results.');
  expect(comments.map(plain)).toEqual(singleComments.map(plain));
}, 60_000);

test('a shard that is killed at any time is reported, or its results are whole', async () => {
  for (const [index, milliseconds] of [100, 900, 2_000].entries()) {
    const folder = join(temporaryDirectory('killed'), 'results');
    const running = await story.startPlan(pullRequest, shard('5/8', folder, { runAttempt: 2 }));
    await Promise.race([wait(milliseconds), running.finished]);
    running.killTree();
    await running.finished;
    const { comments } = await report(
      (all) => {
        rmSync(join(all, 'shard-5-8'), { recursive: true });
        mkdirSync(folder, { recursive: true });
        cpSync(folder, join(all, 'shard-5-8-attempt-2'), { recursive: true });
      },
      { runAttempt: 4 + index },
    );
    const isLost = comments
      .join('')
      .includes('Shard 5 of 8 has no results: its job failed, was cancelled, or never ran.');
    if (!isLost) expect(comments.map(plain)).toEqual(singleComments.map(plain));
    else expect(comments.join('')).toMatch(/In config\/env=\w\/composition=terraform\/terraform=app|In 2 leaves/u);
  }
}, 120_000);

test('a fork has a joined report as well, and nothing is planned or recorded', async () => {
  const facts = { head: { sha: pullRequest.head, repository: 'mallory/infrastructure' } };
  const all = temporaryDirectory('fork');
  const options = { runId: 600, facts, mayMint: false };
  await story.plan(pullRequest, shard('1/1', join(all, 'only'), { ...options, inputs: { split: '' } }));
  const { code, summary } = await report(undefined, {
    ...options,
    inputs: { split: '', shards: '1', results: all, comment: 'never' },
  });
  expect(summary).toContain('comes from a fork');
  expect(summary).not.toContain('Shard 1 of 1');
  expect(code).toBe(1);
}, 60_000);

test('a merge applies what was joined', async () => {
  await report(undefined, { runAttempt: 20 });
  const push = await story.merge(pullRequest);
  const applied = await story.apply(push, { runId: 700 });
  expect(applied.outputs['applied']).toContain(leafOf('h'));
  expect(inputsIn(story.states, '/h')['terraform_data.app']).toBe('h 107');
}, 120_000);

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

test('leaves that read each other are in one shard; waiting leaves, checks and all outputs are as those of one job', async () => {
  const chain = { vpc: {}, eks: { vpc: ['id'] }, dns: {} };
  const names = Object.keys(chain);
  const settings = `checks:
  - {name: lint, on: rendering, required: false, command: [sh, -c, 'echo "main.tf:1:1: $KOMPOS_COMPOSITION is odd"; exit 1']}
  - {name: policy, command: [sh, -c, 'test "$KOMPOS_COMPOSITION" = vpc || { echo "not allowed"; exit 1; }']}
`;
  const token: Token = { ...jobToken, permissions: { ...jobToken.permissions, checks: 'write' } };
  const chained = await startStory({ '.komposconfig.yaml': settings, ...chainSources(chain) }, { token });
  try {
    const added = await chained.openPullRequest(1, { ...chainLeaves('one', names), ...chainLeaves('two', names) });
    const more = { labels: 'true', 'check-run': 'true' };
    const marks = (): readonly unknown[] =>
      chained.api
        .writes()
        .flatMap(({ path, body }) =>
          path.endsWith('/check-runs') ? [at(body, 'conclusion'), at(body, 'output', 'title')] : [],
        );
    const alone = await chained.plan(added, { runId: 800, inputs: more });
    const before = chained.comments(1);
    expect(before.join('')).toContain('not allowed');
    const { outputs } = await chained.plan(added, { runId: 801, inputs: { command: 'affected', shards: '6' } });
    // Two groups of two, and two leaves alone.
    expect(JSON.parse(outputs['matrix'] ?? '')).toEqual(['1/4', '2/4', '3/4', '4/4']);
    const split = outputs['split'] ?? '';
    const folder = temporaryDirectory('chained');
    for (const number of ['1', '2', '3', '4']) {
      const inputs = { ...more, shard: `${number}/4`, split, results: join(folder, number), dependents: 'plan' };
      await chained.plan(added, { runId: 801, env: { GITHUB_JOB: 'plan' }, inputs });
    }
    expect(marks()).toHaveLength(2);
    const inputs = { ...more, command: 'report', split, results: folder };
    const joined = await chained.plan(added, { ...joining, runId: 801, inputs });
    expect(marks().slice(2)).toEqual(marks().slice(0, 2));
    expect(readFileSync(joined.outputs['sarif'] ?? '', 'utf8')).toBe(
      readFileSync(alone.outputs['sarif'] ?? '', 'utf8'),
    );
    const same = ({ outputs: all }: ActionResult): unknown => ({ ...all, sarif: '', results: '' });
    expect(same(joined)).toEqual(same(alone));
    expect([joined.annotations, joined.code]).toEqual([alone.annotations, alone.code]);
    expect(JSON.parse(joined.outputs['leaves'] ?? '')).toContainEqual(
      expect.objectContaining({
        path: chainLeaf('two', 'eks'),
        outcome: 'waits',
        waitsFor: [chainLeaf('two', 'vpc')],
      }),
    );
    const listed = /^.*are listed, not planned: "dependents: plan".*\n+/gmu;
    expect(joined.summary).toMatch(listed);
    const comments = chained.comments(1).map((text) => plain(text).replace(listed, ''));
    expect(comments).toEqual(before.map(plain));
  } finally {
    await chained.close();
  }
}, 120_000);

test('on the command line: several folders are joined, and not those of a working tree that was edited in between', async () => {
  const repository = await createRepository({ ...twoLeaves, '.gitignore': '.kompos-runtime/\n' });
  const call = { cwd: repository.directory, env: { STATE_URL: story.states.url } };
  const kompos = (line: string) => runCli(line.split(' '), call);
  repository.write({
    'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 6\n',
    'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 2\n',
  });
  const results = temporaryDirectory('results');
  const folders = ['1', '2'].map((each) => join(results, each));
  for (const [index, folder] of folders.entries()) {
    expect((await kompos(`plan --shard ${index + 1}/2 --results ${folder}`)).code).toBe(0);
  }
  const joined = await kompos(`report ${folders.join(' ')}`);
  expect([joined.code, joined.stdout]).toEqual([0, (await kompos('plan')).stdout]);
  repository.write({ 'config/env=prod/env.yaml': 'env: {name: prod}\nsize: 7\n' });
  expect((await kompos(`plan --shard 2/2 --results ${folders[1]}`)).code).toBe(0);
  const stale = await kompos(`report ${results}`);
  expect([stale.code, stale.stdout]).toEqual([
    1,
    expect.stringContaining('The results in 1 are not used: its digest of the files is'),
  ]);
}, 120_000);
