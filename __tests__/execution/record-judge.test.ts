/** The judge of signed records, with real git and a real provider: what a token proves, and what it does not. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { startOidcProvider, type Claims, type OidcProvider } from '../../loopback/oidc-provider.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { packRecord, seal, trailer, type PackedPart, type RecordAbout } from '../../src/gate/record.ts';
import { audienceOf } from '../../src/gate/signature.ts';
import type { RecordMode, ReportComment, Trust } from '../../src/gate/trusted-record.ts';
import { withCheckout } from '../../src/execution/checkout.ts';
import { recordJudge } from '../../src/execution/record-judge.ts';
import { marker } from '../../src/markdown/marker.ts';
import { record, reviewedLeaf } from '../gate/build.ts';

const NOON = Date.UTC(2026, 0, 5, 12) / 1_000;
const PLAN = '.github/workflows/plan.yml';
let provider: OidcProvider;
let project: GitRepository;
let onto: string;
beforeEach(async () => {
  provider = await startOidcProvider(() => NOON);
  project = await createRepository({ [PLAN]: 'name: Plan\n' });
  onto = await project.id();
});
afterEach(() => provider.close());
afterAll(removeTemporaryDirectories);

/** A branch off main, and its test merge as GitHub makes it. */
async function pullRequest(branch: string, files: Readonly<Record<string, string>>, base = 'main') {
  await project.checkout(base);
  await project.branch(branch);
  const head = await project.commit('Change', files);
  return { head, merge: await testMerge(head, base) };
}

async function testMerge(head: string, base: string): Promise<string> {
  await project.checkout(base);
  await project.git('checkout', '--quiet', '--detach');
  const merge = await project.merge(head);
  await project.checkout('main');
  return merge;
}

async function raw(commit: string): Promise<string> {
  const object = `${await project.git('cat-file', 'commit', commit)}\n`;
  return Buffer.from(object).toString('base64');
}

interface Signed {
  readonly head: string;
  readonly merge: string;
  /** Claims that are otherwise than those of the plan job. */
  readonly claims?: Claims;
  readonly about?: Partial<RecordAbout>;
  readonly key?: string;
}

/** The report comment of a plan job, for this record. */
async function report({ head, merge, claims, about, key }: Signed, token?: string): Promise<ReportComment> {
  const { leaves, ...plain } = record([reviewedLeaf('a')], { head, run: 12, attempt: 1, testMerge: await raw(merge) });
  const [part] = packRecord({ ...plain, ...about }, leaves);
  if (part === undefined) throw new Error('there is no part');
  return commentOf(part, { head, merge, ...(claims && { claims }), ...(key !== undefined && { key }) }, token);
}

/** The comment with one part of a record. */
function commentOf(part: PackedPart, { head, merge, claims, key }: Signed, token?: string): ReportComment {
  const ref = 'refs/pull/7/merge';
  const workflow = `acme/infrastructure/${PLAN}@${ref}`;
  const begin = marker({ kind: 'plan', title: '', part: part.record.part, head, run: 12, attempt: 1 });
  const signature = provider.token({
    aud: audienceOf(seal(part.payload, begin)),
    repository_id: '1296269',
    event_name: 'pull_request',
    ref,
    base_ref: 'main',
    run_id: '12',
    run_attempt: '1',
    sha: merge,
    workflow_sha: merge,
    workflow_ref: workflow,
    job_workflow_ref: workflow,
    ...claims,
  });
  return {
    id: part.record.part,
    url: '',
    body: `${begin}\n\n${trailer(part.payload, begin, key, token ?? signature)}\n`,
    author: { login: 'github-actions', isBot: true },
    createdAt: '2026-01-05T12:00:00Z',
    editedAt: undefined,
    editor: undefined,
  };
}

interface Judging {
  readonly mode?: RecordMode;
  readonly key?: string;
  readonly mergedAt?: string;
}

function judge(comment: ReportComment, head: string, judging: Judging = {}): Promise<Trust> {
  return judgeAll([comment], head, judging);
}

async function judgeAll(comments: readonly ReportComment[], head: string, judging: Judging = {}): Promise<Trust> {
  const { mode = 'signed', key, mergedAt } = judging;
  const request = {
    projectRoot: project.directory,
    listMerge: undefined,
    serverUrl: provider.serverUrl,
    token: undefined,
  };
  const environment = { PATH: process.env['PATH'] ?? '' };
  return withCheckout(request, environment, { read: () => ({ kind: 'missing' }) }, (checkout) => {
    const signing = { serverUrl: provider.serverUrl, branch: 'main', planWorkflows: [PLAN], planJobWorkflows: [] };
    const judgeRecord = recordJudge(signing, checkout, onto);
    return judgeRecord(
      comments,
      { repositoryId: '1296269', number: 7, head, isOwn: true, mergedAt },
      { login: 'github-actions[bot]', title: '', projectRoot: '.', key, mode },
    );
  });
}

const why = (trust: Trust): string => (trust.ok ? 'trusted' : trust.why);

describe('a signed record', () => {
  test('of the plan job is trusted, from the time of its token', async () => {
    const made = await pullRequest('feature', { 'a.yaml': 'a: 1\n' });
    expect(await judge(await report(made), made.head)).toMatchObject({ ok: true, time: NOON, leaves: [{ leaf: 'a' }] });
  });

  test('without its token, or with one that was cut, is not', async () => {
    const made = await pullRequest('feature', { 'a.yaml': 'a: 1\n' });
    const signed = await report(made);
    const stripped = { ...signed, body: signed.body.replace(/( [0-9a-f]{32}) \S+ -->/u, '$1 -->') };
    expect(why(await judge(stripped, made.head))).toMatch(/it is not signed: .*id-token: write/u);
    const cut = { ...signed, body: signed.body.replace(/.{9} -->\n$/u, ' -->\n') };
    expect(why(await judge(cut, made.head))).toMatch(/its signature is not valid/u);
  });

  test('for another record, made by another job or for another title, is not', async () => {
    const made = await pullRequest('feature', { 'a.yaml': 'a: 1\n' });
    const others = [
      { ...made, about: { title: 'dev' } },
      { ...made, about: { selection: ['config/env=dev'] } },
    ];
    for (const other of others) {
      const token = / [0-9a-f]{32} (\S+) -->/u.exec((await report(other)).body)?.[1]?.replaceAll('+', '-');
      expect(why(await judge(await report(made, token), made.head))).toMatch(
        /"aud" is .* the digest of this record and of the text above it/u,
      );
    }
  });

  test.each<[string, unknown]>([
    ['repository_id', '666'],
    ['event_name', 'push'],
    ['ref', 'refs/pull/8/merge'],
    ['run_id', '13'],
    ['run_attempt', '2'],
    ['workflow_ref', 'acme/infrastructure/.github/workflows/evil.yml@refs/pull/7/merge'],
  ])('whose token says another %s is not', async (claim, value) => {
    const made = await pullRequest('feature', { 'a.yaml': 'a: 1\n' });
    expect(why(await judge(await report({ ...made, claims: { [claim]: value } }), made.head))).toContain(`"${claim}"`);
  });

  test('of several parts is as late as the latest of their tokens', async () => {
    const made = await pullRequest('feature', { 'a.yaml': 'a: 1\n' });
    const leaves = [reviewedLeaf('a'), reviewedLeaf('b')];
    const { leaves: all, ...about } = record(leaves, {
      head: made.head,
      run: 12,
      attempt: 1,
      testMerge: await raw(made.merge),
    });
    const short = all.map((leaf) => ({ ...leaf, changes: undefined }));
    const [whole] = packRecord(about, short);
    const parts = packRecord(about, all, (whole?.payload.length ?? 0) - 1);
    expect(parts).toHaveLength(2);
    const comments = parts.map((part, index) =>
      commentOf(part, { ...made, claims: { iat: NOON + (index === 0 ? 60 : 0) } }),
    );
    expect(await judgeAll(comments, made.head)).toMatchObject({ ok: true, time: NOON + 60 });
    const merged = { mergedAt: '2026-01-05T12:00:30Z' };
    expect(why(await judgeAll(comments, made.head, merged))).toMatch(/not written before the merge/u);
  });

  test('from after the merge is not', async () => {
    const made = await pullRequest('feature', { 'a.yaml': 'a: 1\n' });
    const trust = await judge(await report(made), made.head, { mergedAt: '2026-01-05T11:59:59Z' });
    expect(why(trust)).toMatch(/was not written before the merge/u);
  });
});

describe('what somebody who may push a branch tries', () => {
  test('an evil workflow is pushed, signs for the head that is pushed next, and is gone', async () => {
    const evil = await pullRequest('feature', { [PLAN]: 'name: Evil\n' });
    await project.checkout('feature');
    const head = await project.commit('As if nothing had been', { [PLAN]: 'name: Plan\n', 'a.yaml': 'a: 666\n' });
    await project.checkout('main');
    // The token is for the evil test merge; the record names the head that will be there.
    const token = await report({ head, merge: evil.merge });
    expect(why(await judge(token, head))).toMatch(/its signature is for the head commit [0-9a-f]{7}, not for/u);
    // Nor does the good test merge help, which is not the one in the token.
    const later = await report({
      head,
      merge: await testMerge(head, 'main'),
      claims: { sha: evil.merge, workflow_sha: evil.merge },
    });
    expect(why(await judge(later, head))).toContain('"sha"');
  });

  test('a pull request into a branch of his own signs, and is retargeted to main', async () => {
    await project.checkout('main');
    await project.branch('own');
    await project.commit('Evil', { [PLAN]: 'name: Evil\n' });
    const made = await pullRequest('feature', { 'a.yaml': 'a: 666\n' }, 'own');
    const signed = await report({ ...made, claims: { base_ref: 'own' } });
    expect(why(await judge(signed, made.head))).toMatch(/"base_ref" is "own", expected main/u);
    // Even if the claim were right: main has never been at what it was planned on.
    expect(why(await judge(await report(made), made.head))).toMatch(/which was never the tip of "main"/u);
  });

  test.each<[string, (commits: { base: string; head: string; other: string }) => readonly string[]]>([
    ['of one parent', ({ head }) => [head]],
    ['the other way round', ({ base, head }) => [head, base]],
    ['of three parents', ({ base, head, other }) => [base, head, other]],
    ['of another head', ({ base, other }) => [base, other]],
  ])('a test merge %s proves nothing of the head', async (_, parentsOf) => {
    const { head } = await pullRequest('feature', { 'a.yaml': 'a: 666\n' });
    const { head: other } = await pullRequest('other', { 'b.yaml': 'b: 1\n' });
    const parents = parentsOf({ base: onto, head, other }).flatMap((parent) => ['-p', parent]);
    const eve = ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.com'];
    const merge = await project.git(...eve, 'commit-tree', `${head}^{tree}`, ...parents, '-m', 'Merge');
    expect(why(await judge(await report({ head, merge }), head))).toMatch(/its signature is for the head commit/u);
  });

  test('the pull request changes the workflow that plans it', async () => {
    const made = await pullRequest('feature', { [PLAN]: 'name: Evil\n' });
    expect(why(await judge(await report(made), made.head))).toContain(`the pull request changes ${PLAN}`);
  });

  test('two merge bases hide from each other that the workflow is another one', async () => {
    // A pull request whose whole difference is harmless brings both spellings of the workflow into main's history.
    await project.checkout('main');
    await project.branch('left');
    await project.commit('Evil', { [PLAN]: 'name: Evil\n' });
    await project.branch('right');
    await project.commit('As before', { [PLAN]: 'name: Plan\n' });
    await project.checkout('left');
    await project.commit('Later than the other', { 'left.yaml': 'left: 1\n' });
    await project.branch('harmless', 'right');
    await project.merge('left');
    expect(await project.git('diff', '--stat', 'main', 'HEAD', '--', PLAN)).toBe('');
    await project.checkout('main');
    onto = await project.merge('harmless');
    // The next one begins at both, and takes the evil side. GitHub compares with the first base, and shows nothing.
    await project.branch('feature', 'left');
    const eve = ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.com'];
    await project.git(...eve, 'merge', '--quiet', '--no-commit', '--strategy=ours', 'right');
    const head = await project.commit('Change', { 'a.yaml': 'a: 666\n' });
    await project.checkout('main');
    const bases = (await project.git('merge-base', '--all', 'main', head)).split('\n');
    expect(bases).toHaveLength(2);
    expect(await project.git('diff', '--stat', bases[0] ?? '', head, '--', PLAN)).toBe('');
    const merge = await testMerge(head, 'main');
    expect(await project.git('show', `${merge}:${PLAN}`)).toBe('name: Evil');
    expect(why(await judge(await report({ head, merge }), head))).toContain(`the pull request changes ${PLAN}`);
  });
});

describe('with a fingerprint-key', () => {
  test('both must hold: without the token, and without the key, it is not trusted', async () => {
    const made = await pullRequest('feature', { 'a.yaml': 'a: 1\n' });
    const both = await report({ ...made, key: 'secret' });
    expect(why(await judge(both, made.head, { key: 'secret' }))).toBe('trusted');
    const stripped = { ...both, body: both.body.replace(/( [0-9a-f]{32}) \S+ -->/u, '$1 -->') };
    expect(why(await judge(stripped, made.head, { key: 'secret' }))).toMatch(/it is not signed/u);
    expect(why(await judge(await report(made), made.head, { key: 'secret' }))).toMatch(/is damaged/u);
    expect(why(await judge(stripped, made.head, { key: 'secret', mode: 'keyed' }))).toBe('trusted');
  });
});
