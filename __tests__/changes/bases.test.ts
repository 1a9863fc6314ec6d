/** Rule by rule: which commit an event is compared with, in every kind of checkout, with real git. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { filesFrom } from '../../loopback/file-tree.ts';
import { runGit } from '../../loopback/git-command.ts';
import { checkoutAsRunner, createOrigin, type BareRepository } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import type { RevisionEvent } from '../../src/changes/revisions.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { withCheckout } from '../../src/execution/checkout.ts';
import { compareRevisions } from '../../src/execution/comparison.ts';

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

const project = filesFrom(`
  -- config/default.yaml --
  size: 1

  -- config/env=a/composition=app/app.yaml --
  name: a

  -- config/env=b/composition=app/app.yaml --
  name: b

  -- config/env=c/composition=app/app.yaml --
  name: c

  -- compositions/terraform/app/main.tf --
  variable "config" {}
  output "size" {
    value = [var.config.size, var.config.name]
  }
`);

/** A layer of one environment: what a commit changes tells it from the others. */
const layer = (environment: string, size: number): Record<string, string> => ({
  [`config/env=${environment}/env.yaml`]: `size: ${size}\n`,
});

afterAll(removeTemporaryDirectories);

interface Answer {
  readonly base: string | undefined;
  /** Environments of the changed leaves. */
  readonly changed: string;
  readonly why: string;
}

async function answer(directory: string, event: RevisionEvent): Promise<Answer> {
  const lines: string[] = [];
  const log = { info: (line: string) => lines.push(line), warning: () => undefined, group: () => undefined };
  const request = { projectRoot: directory, listMerge: undefined, serverUrl: 'https://github.com', token: undefined };
  return withCheckout(request, environment, openEnvironment({}), async (checkout) => {
    const { revisions, changed } = await compareRevisions(checkout, event, 'error', 'skip', log);
    const environments = changed.map(({ leaf }) => /env=(\w+)/u.exec(leaf.path)?.[1] ?? leaf.path);
    return { base: revisions.base, changed: environments.join(' '), why: lines.join('\n') };
  });
}

interface Commits {
  readonly fork: string;
  readonly main: string;
  readonly head: string;
  /** GitHub's test merge. */
  readonly testMerge: string;
  readonly merged: string;
  readonly squashed: string;
  readonly rebased: string;
  readonly withdrawn: string;
  /** Where the branch `linear` ends, whose fast-forward moves main. */
  readonly linear: string;
  readonly unrelated: string;
}

/** main goes on with `a` behind the fork; the pull request has two commits, both about `b` and `c`. */
async function history(): Promise<{ origin: BareRepository; commits: Commits }> {
  const repository = await createRepository(project);
  const fork = await repository.id();
  await repository.branch('pull');
  await repository.commit('b', layer('b', 2));
  const head = await repository.commit('c', layer('c', 2));
  await repository.checkout('main');
  const main = await repository.commit('a', layer('a', 2));
  const origin = await createOrigin(repository);
  const { merge: testMerge = '' } = await origin.pullRequest(1, { from: repository, head, base: 'main' });
  const onMain = async (name: string): Promise<void> => repository.branch(name, main);
  await onMain('merge');
  const merged = await repository.merge('pull');
  await onMain('squash');
  const squashed = await repository.squashMerge('pull');
  await onMain('rebase');
  const rebased = await repository.rebaseMerge('pull');
  await onMain('forced');
  const withdrawn = await repository.commit('withdrawn', layer('c', 9));
  await onMain('linear');
  await repository.commit('linear', layer('b', 3));
  const linear = await repository.commit('linear, going on', layer('c', 3));
  await repository.git('checkout', '--quiet', '--orphan', 'unrelated');
  const unrelated = await repository.commit('unrelated', layer('a', 5));
  await repository.push(origin);
  await origin.git('update-ref', '-d', 'refs/heads/forced');
  const commits = {
    fork,
    main,
    head,
    testMerge,
    merged,
    squashed,
    rebased,
    withdrawn,
    linear,
    unrelated,
  };
  return { origin, commits };
}

const kinds = [
  ['a full clone', { depth: 0 }],
  ['a single-branch clone', { depth: 0, singleBranch: true }],
  ['fetch-depth: 1', { depth: 1 }],
  ['a blobless clone', { depth: 0, filter: 'blob:none' }],
  ['a blobless clone with fetch-depth: 1', { depth: 1, filter: 'blob:none' }],
] as const;

let origin: BareRepository;
let commits: Commits;

beforeAll(async () => {
  ({ origin, commits } = await history());
});

describe.each(kinds)('%s', (_, checkout) => {
  const pull = (more: { merged?: boolean; mergeCommitSha?: string } = {}): RevisionEvent => ({
    kind: 'pull_request',
    headSha: commits.head,
    baseSha: commits.main,
    baseRef: 'main',
    merged: false,
    mergeCommitSha: undefined,
    ...more,
  });
  const merged = (mergeCommitSha: string): RevisionEvent => pull({ merged: true, mergeCommitSha });
  const push = (before: string, after: string, ref = 'refs/heads/main'): RevisionEvent => ({
    kind: 'push',
    before,
    after,
    ref,
    defaultBranch: 'main',
  });

  test.each<[string, string, keyof Commits, (all: Commits) => RevisionEvent, keyof Commits, string]>([
    ['a pull request, test merge', 'pull/1/merge', 'testMerge', () => pull(), 'main', 'b c'],
    ['a pull request, head commit', 'heads/pull', 'head', () => pull(), 'fork', 'b c'],
    ['a merged pull request', 'heads/merge', 'merged', (all) => merged(all.merged), 'main', 'b c'],
    ['a squashed one', 'heads/squash', 'squashed', (all) => merged(all.squashed), 'main', 'b c'],
    ['a rebased one', 'heads/rebase', 'rebased', (all) => merged(all.rebased), 'main', 'b c'],
    [
      'a fast-forwarded one',
      'heads/linear',
      'linear',
      (all) => ({ ...merged(all.linear), headSha: all.linear }),
      'main',
      'b c',
    ],
    [
      'a merged one, head commit',
      'heads/pull',
      'head',
      (all) => ({ ...merged(all.merged), baseSha: all.merged }),
      'fork',
      'b c',
    ],
    ['a push of a merge', 'heads/merge', 'merged', (all) => push(all.main, all.merged), 'main', 'b c'],
    ['a push of a squash', 'heads/squash', 'squashed', (all) => push(all.main, all.squashed), 'main', 'b c'],
    ['a push of a rebase', 'heads/rebase', 'rebased', (all) => push(all.main, all.rebased), 'main', 'b c'],
    ['a push of a fast-forward', 'heads/linear', 'linear', (all) => push(all.main, all.linear), 'main', 'b c'],
    ['a forced push', 'heads/linear', 'linear', (all) => push(all.withdrawn, all.linear), 'withdrawn', 'b c'],
    [
      'the first push of a branch',
      'heads/pull',
      'head',
      (all) => push('0'.repeat(40), all.head, 'refs/heads/pull'),
      'fork',
      'b c',
    ],
    [
      'a merge queue',
      'heads/merge',
      'merged',
      (all) => ({ kind: 'merge_group', baseSha: all.main, headSha: all.merged }),
      'main',
      'b c',
    ],
  ])('%s', async (_name, ref, at, event, base, changed) => {
    const workspace = await checkoutAsRunner(origin, { ref: `refs/${ref}`, sha: commits[at], ...checkout });
    const found = await answer(workspace.directory, event(commits));
    expect({ base: found.base, changed: found.changed }).toEqual({ base: commits[base], changed });
    expect(found.why).toMatch(
      new RegExp(`^Checked out ${commits[at].slice(0, 7)}; compared with ${commits[base].slice(0, 7)}, .+\\.$`, 'u'),
    );
  });

  test('unrelated histories are an error that says what to do', async () => {
    const sha = commits.unrelated;
    const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/unrelated', sha, ...checkout });
    const event = push('0'.repeat(40), sha, 'refs/heads/unrelated');
    await expect(answer(workspace.directory, event)).rejects.toThrow(/no common history[\s\S]*on-unknown-base: all/u);
  });
});

test.each([
  ['known to be merged', 'first', 'c'],
  ['not known yet: what it changed counts too, so that nothing is left out', 'main', 'a b c'],
])('a rebased pull request that stood on another one: %s', async (_, known, expected) => {
  const repository = await createRepository(project);
  const main = await repository.id();
  await repository.branch('one');
  await repository.commit('a', layer('a', 2));
  await repository.commit('b', layer('b', 2));
  await repository.branch('two');
  const head = await repository.commit('c', layer('c', 2));
  await repository.checkout('main');
  const meanwhile = await repository.commit('Meanwhile', { 'README.md': 'x\n' });
  const first = await repository.rebaseMerge('one');
  // The copies of what is merged already become empty, and are dropped.
  await repository.git('checkout', '--quiet', 'two');
  await repository.git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'rebase', '--quiet', 'main');
  const merged = await repository.id();
  await repository.git('checkout', '--quiet', '-B', 'main', merged);
  expect(await repository.id(`${merged}^`)).toBe(first);
  const origin = await createOrigin(repository);
  await origin.git('fetch', '--quiet', repository.directory, `${head}:refs/pull/2/head`);
  const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: merged, depth: 1 });
  const found = await answer(workspace.directory, {
    kind: 'pull_request',
    headSha: head,
    baseSha: known === 'first' ? first : main,
    baseRef: 'main',
    merged: true,
    mergeCommitSha: merged,
  });
  expect(found.changed).toBe(expected);
  expect(found.base).toBe(known === 'first' ? first : meanwhile);
});

/** Puts copies of commits on the checked-out branch as GitHub does: another committer, and all at one time. */
async function copy(repository: GitRepository, commits: readonly string[]): Promise<string> {
  const github = { GIT_COMMITTER_NAME: 'GitHub', GIT_COMMITTER_EMAIL: 'noreply@github.com' };
  const time = { GIT_COMMITTER_DATE: '1900000000 +0000' };
  await runGit(repository.directory, ['cherry-pick', ...commits], { ...github, ...time });
  return repository.id();
}

test.each([
  ['before the merge', 'b'],
  ['where that is not known: it counts too, so that nothing is left out', 'a b'],
])('a commit of a rebased pull request that was picked %s', async (when, expected) => {
  const repository = await createRepository(project);
  const fork = await repository.id();
  await repository.branch('pull');
  const hotfix = await repository.commit('a', layer('a', 2));
  const head = await repository.commit('b', layer('b', 2));
  await repository.checkout('main');
  const meanwhile = await repository.commit('Meanwhile', { 'README.md': 'x\n' });
  const picked = await copy(repository, [hotfix]);
  const merged = await copy(repository, [head]);
  const origin = await createOrigin(repository);
  const { directory } = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: merged, depth: 1 });
  const isKnown = when === 'before the merge';
  const event = { kind: 'pull_request', headSha: head, baseSha: isKnown ? picked : fork, baseRef: 'main' } as const;
  const found = await answer(directory, { ...event, merged: true, mergeCommitSha: merged });
  expect(found.changed).toBe(expected);
  expect(found.base).toBe(isKnown ? picked : meanwhile);
});

test.each([
  ['one branch after the other', [0, 1, 2, 3]],
  ['the other one first', [2, 3, 0, 1]],
  ['by time', [0, 2, 1, 3]],
])('a rebased pull request that had a branch merged into it, copied %s', async (_, order) => {
  const repository = await createRepository(project);
  await repository.branch('side');
  await repository.branch('pull');
  const own = [await repository.commit('a', layer('a', 2)), await repository.commit('README', { 'README.md': '1\n' })];
  await repository.checkout('side');
  const others = [await repository.commit('b', layer('b', 2)), await repository.commit('OTHER', { 'OTHER.md': '1\n' })];
  await repository.checkout('pull');
  const head = await repository.merge('side');
  await repository.checkout('main');
  const before = await repository.commit('c', layer('c', 2));
  const commits = [...own, ...others];
  const merged = await copy(
    repository,
    order.flatMap((index) => commits[index] ?? []),
  );
  const origin = await createOrigin(repository);
  const { directory } = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha: merged, depth: 1 });
  const event = { kind: 'pull_request', headSha: head, baseSha: before, baseRef: 'main', merged: true } as const;
  const found = await answer(directory, { ...event, mergeCommitSha: merged });
  expect(found).toMatchObject({ base: before, changed: 'a b' });
});

test('a blobless clone gets what it lacks in one fetch', async () => {
  const repository = await createRepository(project);
  const base = await repository.id();
  const more = Object.fromEntries(['a', 'b', 'c'].flatMap((name) => Object.entries(layer(name, 2))));
  const head = await repository.commit('all', {
    ...more,
    'config/default.yaml': 'size: 3\n',
    'config/env=a/composition=app/app.yaml': 'name: x\n',
    'config/env=b/composition=app/app.yaml': 'name: y\n',
  });
  const origin = await createOrigin(repository);
  const workspace = await checkoutAsRunner(origin, {
    ref: 'refs/heads/main',
    sha: head,
    depth: 0,
    filter: 'blob:none',
  });
  const packs = async (): Promise<number> =>
    Number(/packs: (\d+)/u.exec(await workspace.git('count-objects', '-v'))?.[1]);
  const before = await packs();
  const event = { kind: 'push', before: base, after: head, ref: 'refs/heads/main', defaultBranch: 'main' } as const;
  expect((await answer(workspace.directory, event)).changed).toBe('a b c');
  expect((await packs()) - before).toBe(1);
});

test('behind the cut of a shallow clone there may be a younger common ancestor', async () => {
  const repository = await createRepository(project);
  const old = await repository.id();
  await repository.branch('side');
  await repository.checkout('main');
  for (const size of [2, 3, 4]) await repository.commit(`main ${size}`, layer('a', size));
  const fork = await repository.id();
  await repository.checkout('side');
  await repository.branch('pull', fork);
  for (const index of [1, 2, 3, 4]) await repository.commit(`pull ${index}`, { 'README.md': `${index}\n` });
  await repository.branch('join', old);
  await repository.commit('join', { 'other.md': 'x\n' });
  const head = await repository.merge('pull');
  await repository.checkout('main');
  const main = await repository.commit('on', layer('b', 2));
  const origin = await createOrigin(repository);
  const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/join', sha: head, depth: 5 });
  await workspace.git('fetch', '--quiet', '--depth=5', 'origin', main);
  // What git knows of by now is older than where the branch was really left.
  expect(await workspace.git('merge-base', head, main)).toBe(old);
  const event = {
    kind: 'pull_request',
    headSha: head,
    baseSha: main,
    baseRef: 'main',
    merged: false,
    mergeCommitSha: undefined,
  } as const;
  expect((await answer(workspace.directory, event)).base).toBe(fork);
});
