/** What docs/getting-started.md tells to do, done step by step: with the real git, Terraform, command line and action. */
import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGit } from '../../loopback/git-command.ts';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { codeBlocks, read, repository } from '../documents/files.ts';
import { stories } from '../support/story.ts';

const PAGE = 'docs/getting-started.md';
/** The comment that the page has a picture of (`npm run screenshots -- --documents`). */
const GOLDEN = join(repository, '__tests__/golden/first-change/comment.md');
const story = stories();

test('an empty repository comes to a merged apply', async () => {
  const [write = '', local = '', workflows = '', branch = ''] = codeBlocks(PAGE, 'sh');
  const [created = '', planned = '', toCreate = '', applied = ''] = codeBlocks(PAGE, 'text').map((text) => text.trim());
  const [backend = '', newVersion = ''] = codeBlocks(PAGE, 'yaml');
  const folder = temporaryDirectory('walk');
  await runGit(folder, ['init', '--quiet', '--bare', 'github']);
  const environment = environmentOf(folder);
  const type = (lines: string, cwd: string): string => {
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', lines], { cwd, env: environment, encoding: 'utf8' });
    expect({ lines, status, stderr }).toMatchObject({ status: 0 });
    return stdout;
  };
  const root = join(folder, 'infrastructure');

  // 1. Write a project
  expect(type(write.replace(/^npm install .*$/mu, ''), folder)).toContain(created);
  expect(type(local, root)).toContain(planned);

  // 2. Say where the states are
  const defaults = join(root, 'config/default.yaml');
  writeFileSync(defaults, readFileSync(defaults, 'utf8').replace(/^# States:.*/msu, ''));
  appendFileSync(defaults, withoutName(backend, 'config/default.yaml'));
  expect(
    type('kompos config/env=dev terraform plan --dry-run; cat .kompos-runtime/terraform/app/*.json', root),
  ).toContain('"config/env=dev/composition=app.tfstate"');

  // 3. Push the workflows, and 4. open a pull request
  type(`${workflows}${branch}`, root);
  const github = join(folder, 'github');
  const first = await filesAt(github, 'main');
  expect(Object.keys(first)).toEqual([
    '.github/workflows/apply.yml',
    '.github/workflows/drift.yml',
    '.github/workflows/plan.yml',
    '.gitignore',
  ]);
  const leaves = await filesAt(github, 'first-leaves');
  const reached = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^\.(?:git|kompos-runtime)\//u.test(name) && statSync(join(root, name)).isFile(),
  );
  expect(Object.keys(leaves).sort()).toEqual(reached.sort());

  // From here on it is GitHub that does it, and a server on this machine that holds the states.
  const { project, openPullRequest, plan, merge, apply, comments, states } = await story(first);
  const atHand = {
    ...leaves,
    'config/default.yaml': (leaves['config/default.yaml'] ?? '').replace(
      /s3:.*?key: '([^'\n]*)'/su,
      `http:\n      address: '{{env(STATE_URL)}}/$1'`,
    ),
  };
  const initial = await apply({ before: '0'.repeat(40), after: await project.id() });
  expect(initial.code).toBe(0);
  const one = await openPullRequest(1, atHand);
  await plan(one);
  expect(comments(1).join('\n')).toContain(`### ${toCreate}\n`);

  // 5. Merge it
  expect(await apply(await merge(one))).toMatchObject({ code: 0 });
  expect(comments(1).at(-1)).toContain(`### ${applied}\n`);
  expect(states.paths()).toEqual([
    '/config/env=dev/composition=app.tfstate',
    '/config/env=prod/composition=app.tfstate',
  ]);

  // 6. Roll out a module version
  const change = { 'config/env=prod/env.yaml': withoutName(newVersion, 'config/env=prod/env.yaml') };
  const two = await openPullRequest(2, change);
  await plan(two);
  expectGolden(comments(2).join('\n'));
  expect(await apply(await merge(two))).toMatchObject({ code: 0 });
});

/** What a person has: kompos on PATH, a name, and a GitHub that is reached. */
function environmentOf(folder: string): Readonly<Record<string, string>> {
  mkdirSync(join(folder, 'bin'));
  symlinkSync(join(repository, 'dist/index.js'), join(folder, 'bin/kompos'));
  const address = /https:\/\/github\.com\/example\/\S+/u.exec(read(PAGE))?.[0] ?? '';
  return {
    PATH: `${folder}/bin:${process.env['PATH'] ?? ''}`,
    HOME: folder,
    CHECKPOINT_DISABLE: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.file://${folder}/github.insteadOf`,
    GIT_CONFIG_VALUE_0: address,
  };
}

async function filesAt(directory: string, revision: string): Promise<Readonly<Record<string, string>>> {
  const paths = (await runGit(directory, ['ls-tree', '-r', '--name-only', revision])).split('\n');
  const entries = paths.map(
    async (path) => [path, `${await runGit(directory, ['show', `${revision}:${path}`])}\n`] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** A block without its first line, which says which file it is. */
function withoutName(block: string, file: string): string {
  expect(block.startsWith(`# ${file}\n`)).toBe(true);
  return block.slice(block.indexOf('\n') + 1);
}

/** The comment as a reader sees it, with the same names in every run. */
function expectGolden(comment: string): void {
  const visible = comment
    .replace(/<!-- kompos:.*?-->\n?/gsu, '')
    .replace(/http:\/\/127\.0\.0\.1:\d+/gu, 'https://github.com')
    .replace(/\b[0-9a-f]{40}\b/gu, 'a'.repeat(40))
    .replace(/\b[0-9a-f]{7}\b/gu, 'a'.repeat(7))
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, '00000000-0000-4000-8000-000000000001')
    .replace(/\b\d\d:\d\d:\d\d\b/gu, '09:00:00')
    .replace(/\bTerraform \d+\.\d+\.\d+/gu, 'Terraform 1.11.4');
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(join(GOLDEN, '..'), { recursive: true });
    writeFileSync(GOLDEN, `${visible.trim()}\n`);
  }
  expect(`${visible.trim()}\n`).toBe(readFileSync(GOLDEN, 'utf8'));
}
