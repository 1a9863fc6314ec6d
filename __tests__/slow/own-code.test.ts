/** What a run by hand may have checked out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BareRepository, checkoutAsRunner, clone, createOrigin } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { createGit } from '../../src/git/git.ts';
import { requireOwnCode } from '../../src/git/own-code.ts';
import { findRepository } from '../../src/git/repository.ts';

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

let origin: BareRepository;
let stranger: BareRepository;
let [main, fork, merge, feature] = ['', '', '', ''];

beforeAll(async () => {
  const source = await createRepository({ a: '0' });
  main = await source.id();
  await source.branch('feature');
  await source.commit('Feature', { c: '1' });
  feature = await source.id();
  await source.git('tag', 'v1', feature);
  origin = await createOrigin(source);
  await source.branch('stranger', 'main');
  await source.commit('Fork', { b: '1' });
  const opened = await origin.pullRequest(5, { from: source, head: 'stranger', base: 'main' });
  await source.git('tag', 'v2', 'stranger');
  stranger = await createOrigin(source);
  [fork, merge] = [opened.head, opened.merge ?? ''];
});

afterAll(removeTemporaryDirectories);

async function judge({ directory }: GitRepository): Promise<string> {
  const repository = await findRepository(directory, environment);
  if (repository === undefined) throw new Error('no repository');
  const own = { repository: 'acme/infra', serverUrl: 'https://github.com', sha: main };
  return requireOwnCode(createGit(directory, environment), repository, own).then(
    () => 'own',
    (error: unknown) => String(error),
  );
}

const FORK = 'https://github.com/mallory/infra';
const OTHER = /is of the repository mallory\/infra, but this run is for acme\/infra/u;
const MERGE = /is of a pull request \(refs\/pull\/5\/merge\), which may come from a fork\.[^]*"on: pull_request"/u;
const HEAD = /is of a pull request \(refs\/pull\/5\/head\)/u;

test.each<[string, () => Promise<GitRepository>, string | RegExp]>([
  ['the branch of the run', () => checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: main }), 'own'],
  ['another branch', () => checkoutAsRunner(origin, { ref: 'refs/heads/feature', sha: feature }), 'own'],
  ['a tag', () => checkoutAsRunner(origin, { ref: 'refs/tags/v1', sha: feature }), 'own'],
  ["a branch's commit, with all history", () => clone(origin, { branch: 'feature' }), 'own'],
  ['the test merge', () => checkoutAsRunner(origin, { ref: 'refs/pull/5/merge', sha: merge }), MERGE],
  ['the head of a pull request', () => checkoutAsRunner(origin, { ref: 'refs/pull/5/head', sha: fork }), HEAD],
  ['the same with all history', () => checkoutAsRunner(origin, { ref: 'refs/pull/5/head', sha: fork, depth: 0 }), HEAD],
  [
    'what was fetched without a name',
    async () => {
      const own = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: main });
      await own.git('fetch', '--quiet', 'origin', 'refs/pull/5/head');
      await own.git('checkout', '--quiet', 'FETCH_HEAD');
      return own;
    },
    HEAD,
  ],
  [
    'what gh has checked out',
    async () => {
      const own = await clone(origin);
      await own.git('fetch', '--quiet', 'origin', 'refs/pull/5/head:patch');
      await own.git('config', 'branch.patch.merge', 'refs/pull/5/head');
      await own.git('checkout', '--quiet', 'patch');
      return own;
    },
    HEAD,
  ],
  [
    'what was fetched beside the branches',
    async () => {
      const own = await clone(origin);
      await own.git('fetch', '--quiet', 'origin', '+refs/pull/*/head:refs/remotes/origin/pr/*');
      await own.git('checkout', '--quiet', 'origin/pr/5');
      return own;
    },
    HEAD,
  ],
  [
    'what is always fetched beside the branches',
    async () => {
      const own = await clone(origin);
      await own.git('config', '--add', 'remote.origin.fetch', '+refs/pull/*:refs/remotes/origin/requests/*');
      await own.git('fetch', '--quiet');
      await own.git('fetch', '--quiet', 'origin', 'main');
      await own.git('checkout', '--quiet', 'origin/requests/5/head');
      return own;
    },
    /is of a pull request \(refs\/remotes\/origin\/requests\/5\/head\)/u,
  ],
  [
    'a branch that is called like a pull request',
    async () => {
      const own = await clone(origin);
      await own.git('fetch', '--quiet', 'origin', 'feature:refs/remotes/origin/pr/5');
      await own.git('checkout', '--quiet', 'origin/pr/5');
      return own;
    },
    'own',
  ],
  [
    'a branch of another remote, with a tag',
    async () => {
      const own = await clone(origin);
      await own.git('remote', 'add', 'mallory', stranger.url);
      await own.git('fetch', '--quiet', 'mallory');
      await own.git('remote', 'set-url', 'mallory', FORK);
      await own.git('checkout', '--quiet', 'mallory/stranger');
      return own;
    },
    OTHER,
  ],
  [
    'what was fetched from another address',
    async () => {
      const own = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: main });
      await own.git('fetch', '--quiet', '--depth=1', stranger.url, 'stranger');
      await own.git('checkout', '--quiet', 'FETCH_HEAD');
      // As if the address were this one.
      const fetched = join(own.directory, '.git/FETCH_HEAD');
      writeFileSync(fetched, readFileSync(fetched, 'utf8').replace(/file:.*/u, FORK));
      return own;
    },
    OTHER,
  ],
  [
    'what gh has checked out, of a fork that may be pushed to',
    async () => {
      const own = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: main });
      await own.git('fetch', '--quiet', '--depth=1', stranger.url, 'stranger:patch');
      await own.git('config', 'branch.patch.remote', FORK);
      await own.git('config', 'branch.patch.merge', 'refs/heads/stranger');
      await own.git('checkout', '--quiet', 'patch');
      return own;
    },
    OTHER,
  ],
  [
    'a commit that no branch has',
    async () => {
      const own = await clone(origin);
      await own.git('fetch', '--quiet', 'origin', fork);
      await own.git('checkout', '--quiet', fork);
      return own;
    },
    /is in no branch and no tag of this repository/u,
  ],
])('%s', async (_, checkout, expected) => {
  const verdict = await judge(await checkout());
  if (typeof expected === 'string') expect(verdict).toBe(expected);
  else expect(verdict).toMatch(expected);
});

test.each([
  ['https://github.com/mallory/infra', /is of the repository mallory\/infra, but this run is for acme\/infra/u],
  ['https://x-access-token:t@github.com/mallory/infra.git', /repository mallory\/infra,/u],
  ['git@github.com:mallory/infra.git', /repository mallory\/infra,/u],
  ['ssh://git@github.com/mallory/infra', /repository mallory\/infra,/u],
  ['https://github.com/Acme/Infra', /^own$/u],
  ['https://github.example.com/mallory/infra', /^own$/u],
])('a clone of %s', async (url, expected) => {
  const own = await checkoutAsRunner(origin, { ref: 'refs/heads/feature', sha: feature });
  await own.git('remote', 'set-url', 'origin', url);
  expect(await judge(own)).toMatch(expected);
});
