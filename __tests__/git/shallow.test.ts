/** A fetch that deepens cuts nothing off what a clone had. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareRepository, clone, createOrigin } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { createGit } from '../../src/git/git.ts';
import { openHistory } from '../../src/git/history.ts';
import { openObjects } from '../../src/git/objects.ts';
import { findRepository } from '../../src/git/repository.ts';
import { cuts, keepingHistory } from '../../src/git/shallow.ts';

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

let source: GitRepository;
let origin: BareRepository;

beforeAll(async () => {
  source = await createRepository({ a: '0' });
  for (const index of [1, 2, 3, 4, 5, 6, 7, 8]) await source.commit(`Main ${index}`, { a: `${index}` });
  await source.branch('feature', 'main~2');
  await source.commit('Feature', { b: '1' });
  origin = await createOrigin(source);
});

afterAll(removeTemporaryDirectories);

const count = async (repository: GitRepository): Promise<number> =>
  Number(await repository.git('rev-list', '--count', 'HEAD'));

describe('keepingHistory', () => {
  test('a full clone stays one', async () => {
    const whole = await clone(origin);
    const before = await count(whole);
    await keepingHistory(createGit(whole.directory, environment), [], async () => {
      await whole.git('fetch', '--quiet', '--depth=2', 'origin', 'main');
      expect(await count(whole)).toBe(2);
    });
    expect(await count(whole)).toBe(before);
    expect(await whole.git('rev-parse', '--is-shallow-repository')).toBe('false');
  });

  test('what is fetched ends where git says', async () => {
    const shallow = await clone(origin, { depth: 3 });
    const git = createGit(shallow.directory, environment);
    await keepingHistory(git, [], async () => {
      await shallow.git('fetch', '--quiet', '--deepen=2', 'origin', 'main');
    });
    expect(await count(shallow)).toBe(5);
    expect([...(await cuts(git))]).toEqual([await shallow.id('HEAD~4')]);
  });

  test('leaves the list alone while another git changes it', async () => {
    const shallow = await clone(origin, { depth: 6 });
    const [list, lock] = [join(shallow.directory, '.git/shallow'), join(shallow.directory, '.git/shallow.lock')];
    let cut = '';
    const kept = keepingHistory(createGit(shallow.directory, environment), [], async () => {
      await shallow.git('fetch', '--quiet', '--depth=2', 'origin', 'main');
      cut = readFileSync(list, 'utf8');
      writeFileSync(lock, '');
    });
    await expect(kept).rejects.toThrow(`${lock} exists: another git process is fetching into this clone.`);
    expect(readFileSync(list, 'utf8')).toBe(cut);
    rmSync(lock);
  });
});

describe.each([2, 4, 6])('a clone of depth %i', (depth) => {
  let shallow: GitRepository;

  beforeEach(async () => {
    shallow = await clone(origin, { branch: 'feature', depth });
  });

  test.each(['main', 'main~2', 'main~4', 'main~7'])(
    'keeps its history, and its references, while it gets %s',
    async (wanted) => {
      const git = createGit(shallow.directory, environment);
      const repository = await findRepository(shallow.directory, environment);
      if (repository === undefined) throw new Error('no repository');
      const before = { commits: await count(shallow), references: await shallow.git('for-each-ref') };
      const objects = openObjects(git);
      try {
        const history = openHistory(git, objects, repository, undefined);
        await history.ensure(await source.id(wanted));
        expect(await history.remoteBranch('main')).toBe(await source.id('main'));
      } finally {
        objects.close();
      }
      expect({ commits: await count(shallow), references: await shallow.git('for-each-ref') }).toEqual(before);
    },
  );
});

test('several merge bases of one shallow clone are looked for at once', async () => {
  const project = await createRepository({ a: '0' });
  for (const index of [1, 2, 3, 4]) await project.commit(`Main ${index}`, { a: `${index}` });
  const heads: string[] = [];
  for (const name of ['one', 'two', 'three']) {
    await project.branch(name, 'main');
    heads.push(await project.commit(name, { [name]: '1' }));
  }
  await project.checkout('main');
  const fork = await project.id('main');
  const tip = await project.commit('Main 5', { a: '5' });
  const shallow = await clone(await createOrigin(project), { branch: 'main', depth: 1 });
  const git = createGit(shallow.directory, environment);
  const repository = await findRepository(shallow.directory, environment);
  if (repository === undefined) throw new Error('no repository');
  const objects = openObjects(git);
  try {
    const history = openHistory(git, objects, repository, undefined);
    const found = await Promise.all(heads.map((head) => history.mergeBase(head, tip)));
    expect(found).toEqual([fork, fork, fork]);
  } finally {
    objects.close();
  }
});
