/** What is wrong with a repository or a base is said, with what to do about it. */
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { filesFrom } from '../../loopback/file-tree.ts';
import { checkoutAsRunner, createOrigin } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { withCheckout } from '../../src/execution/checkout.ts';
import { compareRevisions } from '../../src/execution/comparison.ts';

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const LEAF = 'config/env=a/composition=app';
const project = filesFrom(`
  -- config/default.yaml --
  size: 1

  -- ${LEAF}/app.yaml --
  name: a

  -- compositions/terraform/app/main.tf --
  variable "config" {}
  output "size" {
    value = var.config.size
  }
`);

afterAll(removeTemporaryDirectories);

async function changed(
  directory: string,
  before: string,
  after: string,
  env: Record<string, string> = environment,
): Promise<unknown> {
  const request = { projectRoot: directory, listMerge: undefined, serverUrl: 'https://github.com', token: undefined };
  const event = { kind: 'push', before, after, ref: 'refs/heads/main', defaultBranch: 'main' } as const;
  const log = { info: () => undefined, warning: () => undefined, group: () => undefined };
  return withCheckout(request, env, openEnvironment({}), async (checkout) => {
    const comparison = await compareRevisions(checkout, event, 'error', 'skip', log);
    return comparison.changed.map(({ leaf, kind, reasons, problems }) => ({
      path: leaf.path,
      kind,
      reasons,
      problems,
    }));
  });
}

async function twoCommits(
  before: Record<string, string>,
  after: Record<string, string>,
): Promise<[GitRepository, string, string]> {
  const repository = await createRepository({ ...project, ...before });
  const base = await repository.id();
  return [repository, base, await repository.commit('After', after)];
}

describe('what cannot be read at one side', () => {
  const broken = { 'config/default.yaml': 'size: [\n' };
  const sound = { 'config/default.yaml': 'size: 1\n' };

  test('broken YAML at base only: the leaf is changed', async () => {
    const [repository, base, head] = await twoCommits(broken, sound);
    expect(await changed(repository.directory, base, head)).toMatchObject([
      { path: LEAF, kind: 'changed', reasons: [{ kind: 'base-failed' }], problems: [] },
    ]);
  });

  test('broken YAML at head only: the leaf is failed, on its line', async () => {
    const [repository, base, head] = await twoCommits(sound, broken);
    expect(await changed(repository.directory, base, head)).toMatchObject([
      { path: LEAF, kind: 'failed', problems: [{ place: { file: 'config/default.yaml', line: expect.any(Number) } }] },
    ]);
  });

  test('broken YAML at both: failed, said once', async () => {
    const [repository, base, head] = await twoCommits(broken, { [`${LEAF}/app.yaml`]: 'name: b\n' });
    const found = await changed(repository.directory, base, head);
    expect(found).toMatchObject([{ path: LEAF, kind: 'failed', reasons: [], problems: [{ code: 'yaml' }] }]);
  });

  test('broken settings at base do not keep their correction from being looked at', async () => {
    const settings = (text: string): Record<string, string> => ({ '.komposconfig.yaml': text });
    const [repository, base, head] = await twoCommits(settings('terraform: [\n'), settings('terraform: {}\n'));
    expect(await changed(repository.directory, base, head)).toMatchObject([
      { path: LEAF, kind: 'changed', reasons: [{ kind: 'base-failed' }] },
    ]);
    await expect(changed(repository.directory, head, base)).rejects.toThrow(/checked-out commit/u);
  });
});

describe('a repository that cannot be used', () => {
  test('a base that is gone from the remote', async () => {
    const [repository, , head] = await twoCommits({}, { 'config/default.yaml': 'size: 2\n' });
    await createOrigin(repository).then((origin) => repository.git('remote', 'add', 'origin', origin.url));
    await expect(changed(repository.directory, 'f'.repeat(40), head)).rejects.toThrow(
      /could not be fetched[\s\S]*fetch-depth: 0/u,
    );
  });

  test('a shallow clone without a remote', async () => {
    const [repository, base, head] = await twoCommits({}, { 'config/default.yaml': 'size: 2\n' });
    const origin = await createOrigin(repository);
    const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: head });
    await workspace.git('remote', 'remove', 'origin');
    await expect(changed(workspace.directory, base, head)).rejects.toThrow(
      /could not be fetched[\s\S]*fetch-depth: 0/u,
    );
  });

  const MAIN = 'compositions/terraform/app/main.tf';
  test.each([
    ['a layer', 'config/default.yaml', 'size: 2\n', 'not an object'],
    ['a source', MAIN, 'variable "config" {}\n', 'not an object'],
    ['a source that is empty on disk', MAIN, 'variable "config" {}\n', ''],
    ['a source that is gone', MAIN, 'variable "config" {}\n', undefined],
  ])('a corrupt object at base is no change, whatever needs it: %s', async (_, path, text, onDisk) => {
    const [repository, base, head] = await twoCommits({}, { [path]: text });
    const id = await repository.git('rev-parse', `${base}:${path}`);
    const folder = join(repository.directory, '.git/objects', id.slice(0, 2));
    const file = join(folder, id.slice(2));
    chmodSync(file, 0o644);
    if (onDisk === undefined) rmSync(file);
    else writeFileSync(file, onDisk);
    await expect(changed(repository.directory, base, head)).rejects.toThrow(/damaged[\s\S]*[Cc]heck out again/u);
  });

  test('one that belongs to somebody else', async () => {
    const [repository, base, head] = await twoCommits({}, {});
    const foreign = { ...environment, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    await expect(changed(repository.directory, base, head, foreign)).rejects.toThrow(
      /safe\.directory "\$GITHUB_WORKSPACE"/u,
    );
  });

  test('no git', async () => {
    const [repository, base, head] = await twoCommits({}, {});
    await expect(changed(repository.directory, base, head, { PATH: '/nowhere' })).rejects.toThrow(
      /git could not be started[\s\S]*Install git/u,
    );
  });
});
