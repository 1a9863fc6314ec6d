import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ProcessResult } from '../../loopback/child-process.ts';
import { filesFrom } from '../../loopback/file-tree.ts';
import { checkoutAsRunner, clone, createOrigin } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { runCli } from '../../loopback/runner.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';

const DEV = 'config/env=dev/composition=terraform/terraform=app';
const PROD = 'config/env=prod/composition=terraform/terraform=app';

const project = filesFrom(`
  -- .gitignore --
  ignored.yaml

  -- config/default.yaml --
  size: 1

  -- config/env=dev/env.yaml --
  env: dev

  -- config/env=prod/env.yaml --
  env: prod

  -- ${DEV}/app.yaml --
  app: {}

  -- ${PROD}/app.yaml --
  app: {}

  -- compositions/terraform/app/main.tf --
  variable "config" {}
  output "all" {
    value = var.config
  }
`);

const GIT = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

function kompos(directory: string, line: string): Promise<ProcessResult> {
  return runCli(line.split(' '), { cwd: directory, env: GIT });
}

async function paths(directory: string, more = ''): Promise<readonly string[]> {
  const { stdout, stderr } = await kompos(directory, `affected --format paths${more}`);
  return stdout === '' && stderr.includes('Error') ? [stderr] : stdout.split('\n').filter((line) => line !== '');
}

afterAll(removeTemporaryDirectories);

describe('kompos affected', () => {
  let repository: GitRepository;

  beforeEach(async () => {
    repository = await createRepository(project);
  });

  test('compares the working tree with where it branched off the default branch', async () => {
    await repository.branch('feature');
    await repository.commit('A committed change', { 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    await repository.checkout('main');
    await repository.commit('Something else on main', { 'config/default.yaml': 'size: 9\n' });
    await repository.checkout('feature');
    repository.write({ [`${PROD}/app.yaml`]: 'app: {a: 1}\n' });
    const { code, stdout, stderr } = await kompos(repository.directory, 'affected');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/Comparing the working tree with [0-9a-f]{7}, where it branched off main\./u),
    });
    expect(stdout).toContain(`changed  ${DEV}`);
    expect(stdout).toContain('size: 1 → 2');
    expect(stdout).toContain(`changed  ${PROD}`);
    expect(stdout).toContain('2 leaves of 2.');
  });

  test.each<[string, Record<string, string | null>, readonly string[]]>([
    ['a changed file that is not committed', { [`${DEV}/app.yaml`]: 'app: {a: 1}\n' }, [DEV]],
    ['an untracked layer', { 'config/env=prod/more.yaml': 'more: 1\n' }, [PROD]],
    ['an ignored layer', { 'config/env=prod/ignored.yaml': 'more: 1\n' }, []],
    ['a deleted leaf', { [`${DEV}/app.yaml`]: null }, [DEV]],
    ['a new leaf', { [`${DEV.replace('=app', '=db')}/db.yaml`]: 'db: {}\n' }, [DEV.replace('=app', '=db')]],
    ['a comment', { 'config/default.yaml': '# why\nsize: 1\n' }, []],
    ['working data of kompos', { '.kompos-runtime/x/main.tf': 'x\n' }, []],
  ])('sees %s', async (_, files, expected) => {
    repository.write(files);
    expect(await paths(repository.directory)).toEqual(expected);
  });

  test('counts leaves that are gone apart from those that are there', async () => {
    repository.write({ [`${DEV}/app.yaml`]: null, [`${PROD}/app.yaml`]: 'app: {a: 1}\n' });
    const { stdout } = await kompos(repository.directory, 'affected');
    expect(stdout).toContain('1 leaf of 1, and 1 that is gone.');
  });

  test('leaves index and objects of the repository as they are', async () => {
    const objects = (): readonly string[] =>
      readdirSync(join(repository.directory, '.git/objects'), { recursive: true }).map(String).sort();
    const index = (): string => readFileSync(join(repository.directory, '.git/index'), 'latin1');
    repository.write({ 'config/env=prod/more.yaml': 'more: 1\n', 'config/default.yaml': 'size: 2\n' });
    const before = [objects(), index()];
    expect(await paths(repository.directory)).toEqual([DEV, PROD]);
    expect([objects(), index()]).toEqual(before);
  });

  test('compares any two revisions, whatever is checked out', async () => {
    await repository.tag('v1');
    await repository.commit('Two', { 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    await repository.tag('v2');
    await repository.commit('Three', { 'config/env=prod/env.yaml': 'env: prod\nsize: 2\n' });
    expect(await paths(repository.directory, ' --base v1 --head v2')).toEqual([DEV]);
    expect(await paths(repository.directory, ' --base v2')).toEqual([PROD]);
    expect(await paths(repository.directory, ' --base=HEAD --head=v1')).toEqual([DEV, PROD]);
  });

  test('takes a path to look below, in front or behind', async () => {
    repository.write({ 'config/default.yaml': 'size: 2\n' });
    expect(await paths(repository.directory, ' config/env=dev')).toEqual([DEV]);
    const { stdout } = await kompos(repository.directory, `${PROD} affected --format paths`);
    expect(stdout).toBe(`${PROD}\n`);
    expect(await paths(repository.directory, ' config/env=dve')).toEqual([
      expect.stringContaining('Did you mean "config/env=dev"?'),
    ]);
  });

  test('tells programs every reason with its place', async () => {
    repository.write({ 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    const { stdout } = await kompos(repository.directory, 'affected --format json');
    expect(JSON.parse(stdout)).toEqual({
      base: await repository.id(),
      head: null,
      leafCount: 2,
      leaves: [
        {
          path: DEV,
          kind: 'changed',
          reasons: [
            {
              kind: 'configuration',
              key: 'size',
              before: '1',
              after: '2',
              origin: { file: 'config/env=dev/env.yaml', line: 2, column: 7 },
            },
          ],
          problems: [],
        },
      ],
      unused: [],
    });
  });

  test('a leaf that cannot be rendered is in the answer, and an error with its line', async () => {
    repository.write({ 'config/env=dev/env.yaml': 'env: [\n' });
    const { code, stdout, stderr } = await kompos(repository.directory, 'affected --format paths');
    expect({ code, stdout }).toEqual({ code: 1, stdout: `${DEV}\n` });
    expect(stderr).toContain('config/env=dev/env.yaml:');
  });

  test('looks at the remote of a clone first, and deepens a shallow one', async () => {
    const first = await repository.id();
    const origin = await createOrigin(repository);
    await repository.commit('Main goes on', { 'config/default.yaml': 'size: 3\n' });
    await repository.push(origin);
    await repository.git('checkout', '--quiet', '-b', 'feature', first);
    await repository.commit('Feature', { 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    await repository.push(origin);
    const full = await clone(origin, { branch: 'feature' });
    expect(await paths(full.directory)).toEqual([DEV]);
    const shallow = await clone(origin, { branch: 'feature', depth: 1 });
    await shallow.git('fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    expect(await paths(shallow.directory)).toEqual([DEV]);
  });

  test.each([
    ['all of it', {}],
    ['a depth', { depth: 1 }],
    ['no files that are not checked out', { filter: 'blob:none' }],
    ['both', { depth: 1, filter: 'blob:none' }],
  ])('asks the remote for its default branch where the clone has only another one: %s', async (_, options) => {
    const origin = await createOrigin(repository);
    await origin.git('branch', '-m', 'main', 'trunk');
    await repository.git('checkout', '--quiet', '-b', 'feature');
    await repository.commit('Feature', { 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    await repository.git('push', '--quiet', origin.url, 'feature');
    const single = await clone(origin, { branch: 'feature', singleBranch: true, ...options });
    const { stdout, stderr } = await kompos(single.directory, 'affected --format paths');
    expect(stdout).toBe(`${DEV}\n`);
    expect(stderr).toMatch(/^Comparing the working tree with \w{7}, where it branched off origin\/trunk\.$/mu);
    expect(await single.git('for-each-ref', '--format=%(refname)', 'refs/remotes')).toBe('refs/remotes/origin/feature');
  });

  test('cuts nothing off a shallow clone, and leaves no reference behind', async () => {
    const origin = await createOrigin(repository);
    for (const size of [2, 3, 4, 5]) await repository.commit(`${size}`, { 'README.md': `${size}\n` });
    await repository.push(origin);
    await repository.git('checkout', '--quiet', '-b', 'feature');
    await repository.commit('Feature', { 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    await repository.git('push', '--quiet', origin.url, 'feature');
    const shallow = await clone(origin, { branch: 'feature', depth: 4 });
    const before = await shallow.git('rev-list', '--count', 'HEAD');
    expect(await paths(shallow.directory)).toEqual([DEV]);
    expect(await shallow.git('rev-list', '--count', 'HEAD')).toBe(before);
    expect(await shallow.git('for-each-ref', '--format=%(refname)', 'refs/kompos')).toBe('');
  });

  test('cuts nothing off a shallow clone that has to be deepened, because the branch has gone on', async () => {
    // More than the first step of deepening: that would end in the middle of what the clone has.
    const line = Array.from({ length: 70 }, (_, index) => index);
    for (const index of line) await repository.commit(`Main ${index}`, { 'README.md': `${index}\n` });
    await repository.branch('other', 'HEAD~5');
    await repository.commit('Other', { 'OTHER.md': 'x\n' });
    await repository.git('checkout', '--quiet', '-b', 'feature', 'main');
    await repository.commit('Feature', { 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    await repository.checkout('main');
    await repository.commit('Main goes on', { 'README.md': 'x\n' });
    const origin = await createOrigin(repository);
    const shallow = await clone(origin, { branch: 'feature', depth: 65 });
    await shallow.git('fetch', '--quiet', '--depth=60', 'origin', 'other:other');
    const count = async (tip: string): Promise<number> => Number(await shallow.git('rev-list', '--count', tip));
    const before = { feature: await count('feature'), other: await count('other') };
    expect(await paths(shallow.directory)).toEqual([DEV]);
    expect(await count('feature')).toBeGreaterThanOrEqual(before.feature);
    expect(await count('other')).toBeGreaterThanOrEqual(before.other);
    await shallow.git('fsck', '--connectivity-only');
  });

  test.each([
    ['which is not main, although there is one', 'origin'],
    ['of a remote that is not called origin', 'upstream'],
  ])('asks for the default branch %s', async (_, name) => {
    const origin = await createOrigin(repository);
    await repository.commit('Main is old', { 'config/default.yaml': 'size: 3\n' });
    await repository.push(origin);
    await repository.branch('develop', 'HEAD^');
    await repository.git('push', '--quiet', origin.url, 'develop');
    await origin.git('symbolic-ref', 'HEAD', 'refs/heads/develop');
    await repository.git('checkout', '--quiet', '-b', 'feature');
    await repository.commit('Feature', { 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    await repository.git('push', '--quiet', origin.url, 'feature');
    for (const depth of [0, 1]) {
      const sha = await repository.id();
      const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/feature', sha, depth });
      if (name !== 'origin') await workspace.git('remote', 'rename', 'origin', name);
      const { stdout, stderr } = await kompos(workspace.directory, 'affected --format paths');
      expect(stderr).toContain(`where it branched off ${name}/develop.`);
      expect(stdout).toBe(`${DEV}\n`);
    }
  });

  test('says that a remote did not answer, where nothing else tells the branch', async () => {
    const origin = await createOrigin(repository);
    await repository.git('checkout', '--quiet', '-b', 'feature');
    await repository.push(origin);
    const single = await clone(origin, { branch: 'feature', singleBranch: true });
    await single.git('remote', 'set-url', 'origin', 'file:///nowhere/at/all');
    const { stderr } = await kompos(single.directory, 'affected');
    expect(stderr).toMatch(
      /no main or master[\s\S]*The remote did not report its default branch: fatal:[\s\S]*\/nowhere\/at\/all[\s\S]*--base REV/u,
    );
  });

  test('says that a remote has no default branch, where nothing else tells the branch', async () => {
    await repository.git('branch', '--move', 'trunk');
    await repository.git('remote', 'add', 'origin', (await createOrigin()).url);
    const { stderr } = await kompos(repository.directory, 'affected');
    expect(stderr).toContain('The remote did not report its default branch: it names none.');
  });

  test('does without a remote that does not answer', async () => {
    await repository.git('remote', 'add', 'origin', join(repository.directory, 'gone'));
    repository.write({ 'config/env=dev/env.yaml': 'env: dev\nsize: 2\n' });
    expect(await paths(repository.directory)).toEqual([DEV]);
  });

  test('works in a subfolder of the repository', async () => {
    const inside = Object.fromEntries(Object.entries(project).map(([path, text]) => [`infra/live/${path}`, text]));
    const nested = await createRepository(inside);
    nested.write({ 'infra/live/config/default.yaml': 'size: 2\n', 'config/default.yaml': 'size: 5\n' });
    expect(await paths(join(nested.directory, 'infra/live'))).toEqual([DEV, PROD]);
    expect(await paths(nested.directory, ' --root-path infra/live')).toEqual([DEV, PROD]);
  });

  test.each([
    ['affected --base nothing', /--base is "nothing", which is not a commit/u],
    ['affected --head --help', /--head needs a value/u],
    ['affected --format yaml', /Allowed: table, json, paths/u],
    ['affected --bsae x', /Did you mean "--base"/u],
  ])('kompos %s: an error that helps', async (line, message) => {
    const { code, stderr } = await kompos(repository.directory, line);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(message);
  });

  test('says what is missing where there is no repository, no commit, or no branch to compare with', async () => {
    const nowhere = temporaryDirectory('no-repository');
    expect((await kompos(nowhere, 'affected')).stderr).toMatch(
      /is not in a git repository\. There is nothing to compare with/u,
    );
    await repository.git('checkout', '--quiet', '--detach');
    await repository.git('branch', '-m', 'main', 'trunk');
    expect((await kompos(repository.directory, 'affected')).stderr).toMatch(/no main or master[\s\S]*--base REV/u);
  });
});
