/** Which folders of results a join takes, and what is read and written of them. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { clearFolder, readFolders, writeFolder } from '../../src/shards/folder.ts';
import { joinShards, type JoiningRun, type Proof } from '../../src/shards/join.ts';
import type { ShardManifest } from '../../src/shards/manifest.ts';

afterAll(removeTemporaryDirectories);

const shared = {
  kompos: '1.0.0',
  repositoryId: '5',
  repository: 'acme/infrastructure',
  run: 500,
  workflow: 'acme/infrastructure/.github/workflows/plan.yml@refs/pull/7/merge',
  pullRequest: 7,
  head: 'a'.repeat(40),
  checkedOut: 'b'.repeat(40),
  base: 'c'.repeat(40),
  title: 'prod',
  projectRoot: '.',
  selection: [],
  of: 2,
  split: 'd'.repeat(32),
  files: '',
  attempt: 3,
};
const run: JoiningRun = { ...shared, since: 2 };

/** One folder: what it says otherwise than shard 1 of attempt 2, its proof, and its data. */
type Given = readonly [name: string, different: Partial<ShardManifest>, proof?: Proof['kind'], data?: string];

/** What a join makes of folders: the name of the one that is taken for each shard, and the others with the reason. */
function joined(...given: readonly Given[]): unknown {
  const proofs = new Map<ReturnType<typeof readFolders>[number], Proof>();
  for (const [name, different, proof = 'proven', data = name] of given) {
    const manifest = { ...shared, attempt: 2, shard: 1, results: data, ...different };
    const folder = { kind: 'results', name, manifest, text: '', signature: {}, results: () => undefined } as const;
    proofs.set(folder, proof === 'proven' ? { kind: proof } : { kind: proof, why: proof });
  }
  const { taken, ignored, refused, unproven } = joinShards(run, [...proofs.keys()], proofs);
  return {
    taken: [...taken].map(([shard, { name }]) => `${shard}: ${name}`),
    ignored: ignored.map(({ name, why }) => `${name}: ${why}`),
    refused: refused.map(({ name, why }) => `${name}: ${why}`),
    unproven,
  };
}

const nothing = { taken: [], ignored: [], refused: [], unproven: undefined };

test('the newest of each shard counts, as long as not all jobs have run again', () => {
  expect(joined(['a', {}], ['b', { attempt: 3 }], ['c', { shard: 2 }])).toEqual({
    ...nothing,
    taken: ['1: b', '2: c'],
    ignored: ['a: attempt 3 has newer results'],
  });
  // A shard that was killed in the second attempt must not pass for the one of the first.
  expect(joined(['a', { attempt: 1 }])).toEqual({
    ...nothing,
    ignored: ['a: all jobs have run again since attempt 1'],
  });
  expect(joined(['a', { attempt: 4 }])).toEqual({
    ...nothing,
    refused: ['a: it is of attempt 4, which is later than this one'],
  });
});

test('results twice are the same, or refused', () => {
  expect(joined(['a', {}, 'proven', 'x'], ['b', {}, 'proven', 'x'])).toEqual({ ...nothing, taken: ['1: a'] });
  expect(joined(['a', {}], ['b', {}])).toMatchObject({ taken: [], refused: [{}, {}].map(() => expect.any(String)) });
});

test('another report of the same run is left alone; a forged folder is refused whatever it says', () => {
  expect(joined(['a', { title: 'prod-2' }])).toEqual({
    ...nothing,
    ignored: ['a: its title is "prod-2", and here it is "prod"'],
  });
  expect(joined(['a', { title: 'prod-2' }, 'forged'])).toEqual({ ...nothing, refused: ['a: forged'] });
  expect(joined(['a', { title: 'prod-2', run: 499 }])).toMatchObject({ ignored: [], refused: [expect.any(String)] });
});

test('what nobody has signed makes no record', () => {
  expect(joined(['a', {}, 'unproven'], ['b', { shard: 2 }])).toEqual({
    ...nothing,
    taken: ['1: a', '2: b'],
    unproven: 'unproven',
  });
});

test.each<Partial<ShardManifest>>([
  { kompos: '1.0.1' },
  { repositoryId: '6' },
  { repository: 'acme/other' },
  { run: 501 },
  { workflow: 'x' },
  { pullRequest: 8 },
  { head: 'x' },
  { checkedOut: 'x' },
  { base: 'x' },
  { projectRoot: 'x' },
  { selection: ['x'] },
  { of: 3 },
  { split: 'x' },
  { files: 'x' },
  { shard: 3 },
  { shard: 0 },
])('a folder of something else: %j', (different) => {
  expect(joined(['a', { attempt: 3, ...different }])).toEqual({
    ...nothing,
    refused: [expect.stringMatching(/^a: /u)],
  });
});

describe('folders', () => {
  const write = (folder: string): Promise<void> =>
    writeFolder(folder, { ...shared, shard: 1 }, { some: 'data' }, () => Promise.resolve({}));
  const kinds = (folder: string): unknown =>
    readFolders([folder]).map((found) => [found.name, found.kind === 'unusable' ? found.why : found.kind]);

  test('a job that begins leaves nothing of an earlier one', async () => {
    const folder = temporaryDirectory('shard');
    await write(folder);
    expect(kinds(folder)).toEqual([[folder, 'results']]);
    clearFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
    clearFolder(join(folder, 'none'));
    // Somebody else's file is not removed, and nothing is written through a link.
    writeFileSync(join(folder, 'manifest.json'), '{"name": "an app"}');
    await expect(write(folder)).rejects.toThrow('is not from Kompos');
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
    const other = join(temporaryDirectory('other'), 'file');
    writeFileSync(other, 'mine');
    rmSync(join(folder, 'manifest.json'));
    symlinkSync(other, join(folder, 'manifest.json'));
    await write(folder);
    expect(kinds(folder)).toEqual([[folder, 'results']]);
  });

  test('links, pipes, folders, sizes, half-written ones and other bytes: none is read, and no name does harm', async () => {
    const all = temporaryDirectory('all');
    const at = (name: string, file = ''): string => join(all, name, file);
    const names = ['a ::error::x', 'b%0A\n::stop::', 'c', 'd', 'e', 'f', 'g', 'h', '-rf'];
    for (const name of names) await write(at(name));
    rmSync(at('c', 'results.json'));
    symlinkSync(at('d', 'results.json'), at('c', 'results.json'));
    rmSync(at('d', 'manifest.json'));
    execFileSync('mkfifo', [at('d', 'manifest.json')]);
    rmSync(at('e', 'results.json'));
    mkdirSync(at('e', 'results.json'));
    truncateSync(at('f', 'results.json'), 200_000_001);
    renameSync(at('g', 'manifest.json'), at('g', 'manifest.json.unfinished'));
    writeFileSync(at('h', 'results.json'), '{"some":"date"}');
    symlinkSync(at('a ::error::x'), at('link'));
    expect(kinds(all)).toEqual([
      ['-rf', 'results'],
      ['a ::error::x', 'results'],
      ['b%0A\n::stop::', 'results'],
      ['c', expect.stringMatching(/results\.json is a symbolic link$/u)],
      ['d', expect.stringMatching(/manifest\.json is not a file$/u)],
      ['e', expect.stringMatching(/results\.json is not a file$/u)],
      ['f', expect.stringMatching(/results\.json has more than 200000000 bytes$/u)],
      ['g', 'unfinished'],
      ['h', 'its results.json is not the one that its manifest.json names'],
      ['link', 'it is a symbolic link'],
    ]);
  });
});
