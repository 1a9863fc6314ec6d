import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { executable, symlink, type Files } from '../../loopback/file-tree.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { createGit } from '../../src/git/git.ts';
import { openObjects, type GitObjects } from '../../src/git/objects.ts';
import { openBlobs } from '../../src/snapshot/blobs.ts';
import { snapshotOfCommit } from '../../src/snapshot/commit-snapshot.ts';
import { compareBytes, type Snapshot } from '../../src/snapshot/snapshot.ts';
import { snapshotOfWorkingTree } from '../../src/snapshot/working-tree-snapshot.ts';

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
const opened: GitObjects[] = [];

afterAll(() => {
  for (const objects of opened) objects.close();
  removeTemporaryDirectories();
});

/** The same tree, once as a commit and once as files on disk. */
interface Both {
  readonly repository: GitRepository;
  readonly commit: Snapshot;
  readonly disk: Snapshot;
}

async function both(files: Files): Promise<Both> {
  const repository = await createRepository(files);
  const git = createGit(repository.directory, environment);
  const objects = openObjects(git);
  opened.push(objects);
  return {
    repository,
    commit: await snapshotOfCommit(git, openBlobs(objects), await repository.id()),
    disk: snapshotOfWorkingTree(repository.directory),
  };
}

async function content(snapshot: Snapshot): Promise<readonly (readonly [string, boolean, string])[]> {
  const files = snapshot.files();
  await snapshot.load(files);
  return files.map((file) => [file.path, file.executable, snapshot.read(file).toString('latin1')] as const);
}

const pathsOf = (files: readonly { readonly path: string }[]): readonly string[] => files.map(({ path }) => path);

/** The paths below a folder, or what is wrong there: the place and the words of each problem. */
function below(snapshot: Snapshot, folder: string): readonly string[] | string {
  try {
    return pathsOf(snapshot.filesBelow(folder));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('a tree with everything that works', () => {
  let tree: Both;

  beforeAll(async () => {
    tree = await both({
      'a.txt': 'a\n',
      'a-b/c.txt': 'c\n',
      'a/b.txt': 'b\n',
      'a/deep/er/d.txt': 'd\n',
      empty: '',
      'run.sh': executable('#!/bin/sh\n'),
      'bytes.bin': new Uint8Array([0, 255, 10, 13, 128, 0]),
      'crlf.txt': 'one\r\ntwo\r\n',
      'with blank and "quotes".txt': 'q\n',
      'ümläut/日本.txt': 'u\n',
      // Two that UTF-16 and UTF-8 order differently.
      '\uffee.txt': 'x\n',
      '🔑.txt': 'k\n',
      '.hidden/file': 'h\n',
      'links/to-file': symlink('../a.txt'),
      'links/to-program': symlink('../run.sh'),
      'links/to-folder': symlink('../a'),
      'links/chain': symlink('chain-2'),
      'links/chain-2': symlink('./chain-3'),
      'links/chain-3': symlink('../a//deep/../b.txt'),
      'links/through-folder': symlink('to-folder/deep/er/d.txt'),
      'linked-again': symlink('links'),
    });
  });

  test('is the same as a commit and on disk: paths in byte order, run bits, contents', async () => {
    const onDisk = await content(tree.disk);
    expect(await content(tree.commit)).toEqual(onDisk);
    const paths = onDisk.map(([path]) => path);
    expect(paths).toEqual([...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(paths).toEqual([...paths].sort(compareBytes));
    expect(onDisk).toEqual(
      expect.arrayContaining([
        ['run.sh', true, '#!/bin/sh\n'],
        ['a.txt', false, 'a\n'],
        ['bytes.bin', false, '\u0000\u00ff\n\r\u0080\u0000'],
        ['crlf.txt', false, 'one\r\ntwo\r\n'],
        ['links/chain', false, 'b\n'],
        ['links/through-folder', false, 'd\n'],
        ['links/to-file', false, 'a\n'],
        ['links/to-program', true, '#!/bin/sh\n'],
        ['links/to-folder/b.txt', false, 'b\n'],
        ['links/to-folder/deep/er/d.txt', false, 'd\n'],
        ['linked-again/to-folder/deep/er/d.txt', false, 'd\n'],
        ['linked-again/chain', false, 'b\n'],
      ]),
    );
    expect(paths).toHaveLength(29);
  });

  test.each([
    ['', 29],
    ['a', 2],
    ['a/deep', 1],
    ['links', 8],
    ['links/to-folder', 2],
    ['links/to-folder/deep', 1],
    ['linked-again', 8],
    ['a-b', 1],
    ['ümläut', 1],
    ['nowhere', 0],
    ['a.txt', 0],
    ['links/to-file', 0],
  ])('below "%s": %i files', (folder, count) => {
    const files = pathsOf(tree.disk.filesBelow(folder));
    expect(files).toHaveLength(count);
    expect(pathsOf(tree.commit.filesBelow(folder))).toEqual(files);
    if (folder !== '') expect(files.every((path) => path.startsWith(`${folder}/`))).toBe(true);
  });

  test.each([
    ['a', ['a/b.txt']],
    ['a/deep', []],
    [
      'links',
      ['links/chain', 'links/chain-2', 'links/chain-3', 'links/through-folder', 'links/to-file', 'links/to-program'],
    ],
    ['links/to-folder', ['links/to-folder/b.txt']],
    ['linked-again/to-folder/deep/er', ['linked-again/to-folder/deep/er/d.txt']],
    ['nowhere', []],
  ])('directly in "%s"', (folder, expected) => {
    expect(pathsOf(tree.disk.filesIn(folder))).toEqual(expected);
    expect(pathsOf(tree.commit.filesIn(folder))).toEqual(expected);
  });

  test.each([
    ['a.txt', true],
    ['run.sh', true],
    ['links/chain', true],
    ['linked-again/to-folder/b.txt', true],
    ['a', false],
    ['links/to-folder', false],
    ['nowhere', false],
    ['a.txt/x', false],
  ])('the file "%s": %s', (path, there) => {
    for (const snapshot of [tree.disk, tree.commit]) expect(snapshot.file(path)?.path).toBe(there ? path : undefined);
    expect(tree.commit.file(path)?.executable).toBe(tree.disk.file(path)?.executable);
  });
});

test('equal contents of two commits have equal ids, different ones have not', async () => {
  const { repository, commit } = await both({ a: 'same\n', b: 'same\n', c: 'first\n' });
  const git = createGit(repository.directory, environment);
  const objects = openObjects(git);
  opened.push(objects);
  const next = await snapshotOfCommit(git, openBlobs(objects), await repository.commit('Next', { c: 'second\n' }));
  const id = (snapshot: Snapshot, path: string): string | undefined => snapshot.file(path)?.id;
  expect(id(commit, 'a')).toBe(id(commit, 'b'));
  expect(id(commit, 'a')).toBe(id(next, 'a'));
  expect(id(commit, 'c')).not.toBe(id(next, 'c'));
});

describe('a link that is wrong', () => {
  const there = { 'a/file': 'a\n', 'b/file': 'b\n' };

  test.each([
    ['leads nowhere', { 'b/bad': symlink('nothing') }, 'b', 'b/bad'],
    ['leads nowhere by way of a folder', { 'b/bad': symlink('../a/nothing/deep') }, 'b', 'b/bad'],
    ['leads to itself', { 'b/bad': symlink('bad') }, 'b', 'b/bad'],
    ['leads in a circle of two', { 'b/bad': symlink('worse'), 'b/worse': symlink('bad') }, 'b', 'b/bad'],
    ['leads out', { 'b/bad': symlink('../../outside') }, 'b', 'b/bad'],
    ['leads out to a file that is there', { 'b/bad': symlink('../../../../../../../../etc/passwd') }, 'b', 'b/bad'],
    ['is absolute', { 'b/bad': symlink('/etc/passwd') }, 'b', 'b/bad'],
    ["leads into git's own folder", { 'b/bad': symlink('../.git/config') }, 'b', 'b/bad'],
    ['leads to the repository itself', { 'b/bad': symlink('..') }, 'b', 'b/bad'],
    ['leads to a folder that it is in', { 'b/c/bad': symlink('..'), 'b/c/file': 'c\n' }, 'b', 'b/c/bad'],
    [
      'leads in a circle of folders',
      { 'b/c/bad': symlink('../d'), 'b/d/back': symlink('../c'), 'b/c/file': 'c\n', 'b/d/file': 'd\n' },
      'b',
      'b/c/bad',
    ],
    ['is the end of a chain', { 'b/bad': symlink('next'), 'b/next': symlink('nothing') }, 'b', 'b/bad'],
  ] as const)('%s', async (_, files, folder, link) => {
    const { commit, disk } = await both({ ...there, ...files });
    for (const snapshot of [commit, disk]) {
      // The words and places may differ; that it is a problem of this link, and of no other folder, may not.
      expect(below(snapshot, folder)).toMatch(new RegExp(`^${link}\\b.*The symbolic link leads`, 'u'));
      expect(below(snapshot, 'a')).toEqual(['a/file']);
      // In a listing of everything a broken link is left out.
      expect(pathsOf(snapshot.files()).filter((path) => path.startsWith(link))).toEqual([]);
      expect(pathsOf(snapshot.files())).toEqual(expect.arrayContaining(['a/file', 'b/file']));
    }
  });

  test('a file behind it is a problem too, when it is asked for', async () => {
    const { commit, disk } = await both({ ...there, 'b/bad': symlink('nothing'), 'b/out': symlink('/etc/passwd') });
    for (const snapshot of [commit, disk]) {
      for (const path of ['b/bad', 'b/out']) expect(() => snapshot.file(path)).toThrow(`${path}: The symbolic link`);
      expect(() => snapshot.filesIn('b')).toThrow('The symbolic link');
    }
  });
});

test('the working tree: ignored and uncommitted files count, working data does not', async () => {
  const { repository, disk } = await both({ 'a.tf': 'a\n', '.gitignore': 'ignored/\n' });
  repository.write({
    'ignored/b.tf': 'b\n',
    'new.tf': 'n\n',
    '.kompos-runtime/leaves/c.tf': 'c\n',
    'x/.terraform/modules/m.tf': 'm\n',
    'node_modules/p/p.tf': 'p\n',
  });
  expect(pathsOf(disk.files())).toEqual(['.gitignore', 'a.tf', 'ignored/b.tf', 'new.tf']);
});

test('a commit: only what was committed, whatever lies on disk', async () => {
  const { repository, commit } = await both({ 'a.tf': 'a\n', 'gone.tf': 'g\n' });
  repository.write({ 'a.tf': 'changed\n', 'new.tf': 'n\n', 'gone.tf': null });
  expect(await content(commit)).toEqual([
    ['a.tf', false, 'a\n'],
    ['gone.tf', false, 'g\n'],
  ]);
});

test('a name that is not UTF-8 is a problem in a commit, where no disk need allow it', async () => {
  const repository = await createRepository({ 'a/good.txt': 'x\n', 'b/good.txt': 'y\n' });
  const blob = await repository.git('hash-object', 'a/good.txt');
  // Two names that decode to the same text.
  for (const byte of [0xfe, 0xff]) {
    const entry = [`100644 ${blob}\ta/`, Buffer.from([byte]), '.txt\0'].map((part) => Buffer.from(part));
    execFileSync('git', ['update-index', '-z', '--index-info'], {
      cwd: repository.directory,
      input: Buffer.concat(entry),
    });
  }
  const tree = await repository.git('write-tree');
  const git = createGit(repository.directory, environment);
  const objects = openObjects(git);
  opened.push(objects);
  const commit = await snapshotOfCommit(git, openBlobs(objects), tree);
  expect(below(commit, 'a')).toMatch(/^a\/\uFFFD\.txt.*not UTF-8/su);
  expect(below(commit, 'b')).toEqual(['b/good.txt']);
});
