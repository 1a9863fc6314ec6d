import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lstat, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { executable, filesFrom, symlink } from '../../loopback/file-tree.ts';
import { type BareRepository, checkoutAsRunner, clone, createOrigin } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';

afterAll(removeTemporaryDirectories);

describe('files', () => {
  test('a tree is written down as one text', () => {
    const files = filesFrom(`
      -- config/defaults.yaml --
      vpc:
        size: 1

      -- empty.tf --
      -- main.tf --
      locals {}
    `);
    expect(files).toEqual({
      'config/defaults.yaml': 'vpc:\n  size: 1\n',
      'empty.tf': '',
      'main.tf': 'locals {}\n',
    });
    expect(() => filesFrom('text before the first file')).toThrow('-- path --');
  });

  test('texts, bytes, programs, links and removals become a commit', async () => {
    const repository = await createRepository({
      'a/ü.txt': 'text',
      'bytes.bin': new Uint8Array([0, 255]),
      'run.sh': executable('#!/bin/sh\n'),
      link: symlink('a'),
      'old.txt': 'old',
    });
    await repository.commit('Remove', { 'old.txt': null });
    const tree = await repository.git(
      '-c',
      'core.quotePath=false',
      'ls-tree',
      '-r',
      '--format=%(objectmode) %(path)',
      'HEAD',
    );
    expect(tree.split('\n')).toEqual(['100644 a/ü.txt', '100644 bytes.bin', '120000 link', '100755 run.sh']);
    expect(await readlink(join(repository.directory, 'link'))).toBe('a');
    expect((await lstat(join(repository.directory, 'run.sh'))).mode & 0o111).toBe(0o111);
  });
});

describe('history', () => {
  const history = async () => {
    const repository = await createRepository({ 'a.txt': '1' });
    await repository.branch('feature');
    await repository.commit('Two', { 'b.txt': '2' });
    await repository.commit('Three', { 'c.txt': '3' });
    await repository.checkout('main');
    return repository;
  };
  const parents = (repository: GitRepository, id: string) => repository.git('show', '--no-patch', '--format=%P', id);

  test('the same calls give the same ids', async () => {
    const [first, second] = await Promise.all([history(), history()]);
    expect(await first.merge('feature')).toBe(await second.merge('feature'));
    expect(await first.git('log', '-1', '--format=%aI')).toBe('2026-01-05T09:03:00+00:00');
  });

  test('a merge has two parents, a squash one commit, a rebase new copies of all', async () => {
    const repository = await history();
    const base = await repository.id();
    const feature = await repository.id('feature');

    expect(await parents(repository, await repository.merge('feature'))).toBe(`${base} ${feature}`);

    await repository.branch('squashed', base);
    expect(await parents(repository, await repository.squashMerge('feature'))).toBe(base);
    expect(await repository.git('diff', 'squashed', 'feature')).toBe('');

    await repository.branch('rebased', base);
    const last = await repository.rebaseMerge('feature');
    expect(last).not.toBe(feature);
    expect(await repository.git('log', '--format=%s', `${base}..${last}`)).toBe('Three\nTwo');

    await repository.branch('forward', base);
    expect(await repository.fastForward('feature')).toBe(feature);
  });
});

describe('origin', () => {
  let repository: GitRepository;
  let origin: BareRepository;

  beforeAll(async () => {
    repository = await createRepository({ 'a.txt': '1' });
    await repository.tag('v1');
    await repository.branch('feature');
    await repository.commit('Feature', { 'feature.txt': 'f' });
    await repository.checkout('main');
    await repository.commit('Main', { 'main.txt': 'm' });
    origin = await createOrigin(repository);
  });

  const commits = (each: GitRepository) => each.git('rev-list', '--count', '--all').then(Number);
  const missing = (each: GitRepository) =>
    each.git('rev-list', '--objects', '--all', '--missing=print').then((text) => text.match(/^\?/gmu)?.length ?? 0);

  test('clones are as deep, as wide and as full as asked', async () => {
    const full = await clone(origin);
    expect(await commits(full)).toBe(3);
    expect(await missing(full)).toBe(0);
    expect(await full.git('tag')).toBe('v1');

    const shallow = await clone(origin, { depth: 1 });
    expect(await shallow.git('rev-parse', '--is-shallow-repository')).toBe('true');
    expect(await commits(shallow)).toBe(1);

    const single = await clone(origin, { branch: 'feature', singleBranch: true });
    expect(await single.git('for-each-ref', '--format=%(refname)', 'refs/remotes')).toBe('refs/remotes/origin/feature');

    const blobless = await clone(origin, { filter: 'blob:none' });
    expect(await commits(blobless)).toBe(3);
    // Only the feature's own file was not checked out.
    expect(await missing(blobless)).toBe(1);
    expect(await blobless.git('show', 'origin/feature:feature.txt')).toBe('f');
    expect(await missing(blobless)).toBe(0);
  });

  test('a pull request has its head and its test merge', async () => {
    const { head, base, merge } = await origin.pullRequest(7, { from: repository, head: 'feature', base: 'main' });
    expect(head).toBe(await repository.id('feature'));
    expect(await origin.git('rev-parse', 'refs/pull/7/head')).toBe(head);
    expect(await origin.git('show', '--no-patch', '--format=%P', 'refs/pull/7/merge')).toBe(`${base} ${head}`);

    const workspace = await checkoutAsRunner(origin, { ref: 'refs/pull/7/merge', sha: merge ?? '' });
    expect(await workspace.id()).toBe(merge);
    expect(await commits(workspace)).toBe(1);
    expect(await workspace.git('for-each-ref', '--format=%(refname)')).toBe('refs/remotes/pull/7/merge');
    expect(await readFile(join(workspace.directory, 'feature.txt'), 'utf8')).toBe('f');
    // GitHub serves any commit by its id.
    await workspace.git('fetch', '--quiet', '--depth=1', 'origin', base);
  });

  test('branches that conflict have no test merge', async () => {
    const fork = await clone(origin);
    await fork.branch('conflict', 'HEAD~1');
    await fork.commit('Conflict', { 'main.txt': 'other' });
    const { merge } = await origin.pullRequest(8, { from: fork, head: 'conflict', base: 'main' });
    expect(merge).toBeUndefined();
    expect(await origin.git('for-each-ref', '--format=%(refname)', 'refs/pull/8')).toBe('refs/pull/8/head');
  });

  test('a branch is checked out with all of its history when asked', async () => {
    const sha = await repository.id('main');
    const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha, depth: 0, filter: 'blob:none' });
    expect(await workspace.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
    expect(await commits(workspace)).toBe(3);
    expect(await missing(workspace)).toBe(1);
  });
});
