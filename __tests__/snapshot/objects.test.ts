import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { createGit } from '../../src/git/git.ts';
import { openObjects, type GitObject, type GitObjects } from '../../src/git/objects.ts';
import { openBlobs } from '../../src/snapshot/blobs.ts';
import { snapshotOfCommit } from '../../src/snapshot/commit-snapshot.ts';

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
const large = randomBytes(5 * 1024 * 1024);
/** Bytes that look like answers of git: only the announced size tells where an object ends. */
const tricky = `${'0'.repeat(40)} blob 3\nabc\nx missing\n\n\n`;
const files: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`many/${String(index)}`, `content ${String(index)}\n`]),
  ),
  'large.bin': large,
  'empty.txt': '',
  'tricky.txt': tricky,
};

let repository: GitRepository;
let objects: GitObjects;

beforeAll(async () => {
  repository = await createRepository(files);
  objects = openObjects(createGit(repository.directory, environment));
});

const opened: GitObjects[] = [];
afterAll(() => {
  for (const each of [objects, ...opened]) each.close();
  removeTemporaryDirectories();
});

const idOf = (content: string | Uint8Array): string =>
  createHash('sha1')
    .update(`blob ${String(Buffer.from(content).length)}\0`)
    .update(content)
    .digest('hex');
const digest = (object: GitObject | undefined): string | undefined =>
  object === undefined ? undefined : idOf(object.content);

test('many at once, with missing, empty and large ones among them: each gets its own', async () => {
  const missing = 'f'.repeat(40);
  const asked = Object.values(files).flatMap((content, index) => [
    idOf(content),
    ...(index % 7 === 0 ? [missing, 'no such revision', 'HEAD:nowhere/at all'] : []),
  ]);
  const answers = await Promise.all(asked.map((name) => objects.read(name)));
  const known = new Set(Object.values(files).map(idOf));
  for (const [index, name] of asked.entries()) {
    expect(answers[index]?.id).toBe(known.has(name) ? name : undefined);
    expect(digest(answers[index])).toBe(known.has(name) ? name : undefined);
  }
});

test('one after the other, the process waiting between', async () => {
  expect((await objects.read('HEAD:large.bin'))?.content.equals(large)).toBe(true);
  expect((await objects.read('HEAD:tricky.txt'))?.content.toString()).toBe(tricky);
  expect((await objects.read('HEAD:empty.txt'))?.content).toHaveLength(0);
});

test('other kinds of objects', async () => {
  expect(await objects.read('HEAD')).toMatchObject({ type: 'commit', id: await repository.id() });
  expect(await objects.read('HEAD^{tree}')).toMatchObject({ type: 'tree' });
});

test('a name with a line break in it asks for one thing: nothing', async () => {
  expect(await objects.read('HEAD\nHEAD')).toBeUndefined();
  expect(await objects.read('HEAD')).toMatchObject({ type: 'commit' });
});

test('objects that come later are found', async () => {
  const content = 'written after the process was started\n';
  expect(await objects.read(idOf(content))).toBeUndefined();
  await repository.commit('Later', { later: content });
  expect((await objects.read(idOf(content)))?.content.toString()).toBe(content);
});

test('a folder that is no repository: git says so to everyone who waits', async () => {
  const outside = openObjects(createGit(temporaryDirectory('no-repository'), environment));
  const answers = await Promise.allSettled([outside.read('HEAD'), outside.read('HEAD')]);
  for (const answer of answers) {
    expect(answer).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('not a git repository') },
    });
  }
});

/** A folder with a git that ends for good after so many bytes of an answer. */
function dyingGit(bytes: number): string {
  const folder = temporaryDirectory('dying');
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  const script = [
    `#!${process.execPath}`,
    `const { spawn } = require('node:child_process');`,
    `const { writeSync } = require('node:fs');`,
    `const child = spawn(${JSON.stringify(real)}, process.argv.slice(2), { stdio: ['inherit', 'pipe', 'inherit'] });`,
    `child.on('close', (code) => process.exit(code));`,
    `let left = ${bytes};`,
    `child.stdout.on('data', (chunk) => {`,
    `  left -= writeSync(1, chunk.subarray(0, left));`,
    `  if (left > 0) return;`,
    `  child.kill('SIGKILL');`,
    `  process.kill(process.pid, 'SIGKILL');`,
    `});`,
  ];
  writeFileSync(join(folder, 'git'), script.join('\n'), { mode: 0o755 });
  return folder;
}

// In the header of the first answer, in its content, at its end, and in the second answer's header.
test.each([10, 60, 253, 254, 280])(
  'git that dies after %i bytes: nothing that follows is taken for an answer',
  async (bytes) => {
    const [a, b] = ['a'.repeat(200), 'b'.repeat(300)];
    const two = await createRepository({ 'a.txt': a, 'b.txt': b });
    const PATH = `${dyingGit(bytes)}:${environment.PATH}`;
    const own = openObjects(createGit(two.directory, { ...environment, PATH }));
    opened.push(own);
    const answers = await Promise.allSettled([own.read(idOf(a)), own.read(idOf(b))]);
    const later = await Promise.allSettled([own.read(idOf(b)), own.read(idOf(a))]);
    for (const answer of [...answers.slice(1), ...later]) {
      const message = expect.stringContaining('ended early (killed with SIGKILL, perhaps out of memory)');
      expect(answer).toMatchObject({ status: 'rejected', reason: { message } });
    }
    const [first] = answers;
    if (first.status === 'fulfilled') expect(digest(first.value)).toBe(idOf(a));
  },
);

test('git that answers with another object than the one that was asked for: neither it nor what follows is taken', async () => {
  const folder = temporaryDirectory('wrong');
  const [asked, other] = [idOf('asked'), idOf('other')];
  const lines = [
    `#!${process.execPath}`,
    `process.stdin.on('data', () => process.stdout.write('${other} blob 5\\nother\\n${asked} blob 5\\nasked\\n'));`,
  ];
  writeFileSync(join(folder, 'git'), lines.join('\n'), { mode: 0o755 });
  const own = openObjects(createGit(repository.directory, { ...environment, PATH: `${folder}:${environment.PATH}` }));
  opened.push(own);
  const answers = await Promise.allSettled([own.read(asked), own.read(asked)]);
  const later = await Promise.allSettled([own.read(asked)]);
  for (const answer of [...answers, ...later]) {
    const message = expect.stringContaining(`returned ${other} instead of ${asked}`);
    expect(answer).toMatchObject({ status: 'rejected', reason: { message } });
  }
});

test('a blob that the repository has lost: its id and what to do', async () => {
  const broken = await createRepository({ 'a.txt': 'lost\n' });
  const git = createGit(broken.directory, environment);
  const own = openObjects(git);
  opened.push(own);
  const snapshot = await snapshotOfCommit(git, openBlobs(own), await broken.id());
  const id = idOf('lost\n');
  rmSync(join(broken.directory, '.git/objects', id.slice(0, 2), id.slice(2)));
  await expect(snapshot.load(snapshot.files())).rejects.toThrow(
    new RegExp(`The object ${id} of [0-9a-f]{7} is missing[\\s\\S]*actions/checkout`, 'u'),
  );
});

test('what is closed starts no process again that would keep kompos from ending', async () => {
  const folder = temporaryDirectory('counting-git');
  const started = join(folder, 'started');
  const path = environment.PATH;
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho x >> '${started}'\nPATH='${path}' exec git "$@"\n`, {
    mode: 0o755,
  });
  const own = openObjects(createGit(repository.directory, { ...environment, PATH: `${folder}:${path}` }));
  const id = idOf(tricky);
  expect(digest(await own.read(id))).toBe(id);
  own.close();
  await expect(own.read(id)).rejects.toThrow('was closed');
  // Its process may have ended by now, which is when another one would be started.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(own.read(id)).rejects.toThrow('was closed');
  expect(readFileSync(started, 'utf8')).toBe('x\n');
});
