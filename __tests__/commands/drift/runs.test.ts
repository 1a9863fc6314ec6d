/** Run after run on an issue list in memory, from what was found to the bodies that GitHub has. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IssuesPer } from '../../../src/commands/drift/issues/cause.ts';
import type { ExistingIssue } from '../../../src/commands/drift/issues/before.ts';
import { decideIssues } from '../../../src/commands/drift/issues/decide.ts';
import { digest, leafIdentity, type NamedLeaf } from '../../../src/commands/drift/issues/identity.ts';
import { findingsOf, issueWrites } from '../../../src/commands/drift/issues/writes.ts';
import type { DriftOutcome, DriftReport, LeafDrift } from '../../../src/commands/drift/report.ts';
import { readMarker, withBlock } from '../../../src/markdown/issue-block.ts';
import type { IssueWrite } from '../../../src/github/issues.ts';
import { changed, driftReport, found, open } from './scenarios.ts';

const SCOPE = digest('scope');
const ENVS = ['dev', 'stage', 'prod', 'test', 'demo'] as const;
type Env = (typeof ENVS)[number];
const pathOf = (env: Env): string => `config/env=${env}/composition=terraform/terraform=app`;
const digestOf = (env: Env): string => leafIdentity(pathOf(env), undefined).leaf;
const KNOWN: readonly NamedLeaf[] = ENVS.map((env) => {
  const path = pathOf(env);
  return { ...leafIdentity(path, env), path, name: `app · ${env}` };
});

/** What is found at a leaf: two ways to be pending, one to be drifted, and all others. Absent: not asked for. */
type State = '7' | '14' | 'drifted' | 'clean' | 'failed' | 'paused' | 'absent';
const STATES: readonly State[] = ['7', '14', 'drifted', 'clean', 'failed', 'paused', 'absent'];
const isOpen = (state: State): boolean => state === '7' || state === '14' || state === 'drifted';

function outcomeOf(env: Env, state: State): DriftOutcome | undefined {
  const address = `aws_log.${env}`;
  const resources = [{ address, action: 'update' as const }];
  switch (state) {
    case 'absent':
      return undefined;
    case 'clean':
      return { class: 'clean', ignored: [] };
    case 'failed':
      return { class: 'error', stage: 'plan', output: 'Error: no' };
    case 'paused':
      return { class: 'unchecked', why: 'It is disabled.', paused: true };
    case 'drifted':
      return open('drifted', [changed(address, { path: 'name', before: `"${env}"`, after: '"x"' })], resources);
    default: {
      const values = [{ path: 'retention', before: '1', after: state }];
      return open('pending', [], resources, { planned: [{ address, attributes: ['retention'], values }] });
    }
  }
}

type Run = Readonly<Record<Env, State>>;

function reportOf(run: Run, time: string): DriftReport {
  const leaves = ENVS.flatMap((env): readonly LeafDrift[] => {
    const outcome = outcomeOf(env, run[env]);
    return outcome === undefined
      ? []
      : [{ ...found(pathOf(env), outcome), identity: leafIdentity(pathOf(env), env), name: `app · ${env}` }];
  });
  return driftReport(leaves, { time });
}

interface Listed {
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  readonly labels: readonly string[];
  readonly comments: readonly string[];
}

/** GitHub, as far as it matters here: issue 1 is the first. */
function gitHub(): {
  readonly issues: Listed[];
  readonly run: (
    run: Run,
    per: IssuesPer,
    most?: number,
  ) => { writes: readonly IssueWrite[]; overLimit: readonly string[] };
  readonly homes: (env: Env) => readonly number[];
} {
  const issues: Listed[] = [];
  let day = 10;
  const carryOut = (write: IssueWrite): void => {
    if (write.kind === 'create') {
      issues.push({ title: write.title, body: write.body, open: true, labels: ['kompos-drift'], comments: [] });
      return;
    }
    const old = issues[write.number - 1];
    if (old === undefined) throw new Error(`there is no issue ${write.number}`);
    const edited: Listed =
      write.kind === 'comment'
        ? { ...old, comments: [...old.comments, write.body] }
        : write.kind === 'label'
          ? { ...old, labels: [...old.labels, ...write.labels] }
          : {
              ...old,
              title: write.title ?? old.title,
              body: write.block === undefined ? old.body : withBlock(old.body, write.block),
              open: write.state === undefined ? old.open : write.state === 'open',
            };
    issues[write.number - 1] = edited;
  };
  const standing = (): readonly ExistingIssue[] =>
    issues.flatMap((issue, index) => {
      const marker = readMarker(issue.body);
      return marker === undefined ? [] : [{ ...issue, number: index + 1, url: '', marker }];
    });
  return {
    issues,
    run(run, per, most = 100) {
      day += 1;
      const report = reportOf(run, `2026-11-${day}T04:17:00Z`);
      const project = { scope: SCOPE, leaves: KNOWN, complete: true };
      const { decisions, overLimit } = decideIssues(standing(), findingsOf(report, per), project, most);
      const writes = issueWrites(decisions, report, { scope: SCOPE, known: KNOWN });
      writes.forEach(carryOut);
      return { writes, overLimit };
    },
    homes: (env) =>
      standing().flatMap(({ open: isUp, number, marker }) =>
        isUp && marker.leaves.some(({ leaf }) => leaf === digestOf(env)) ? [number] : [],
      ),
  };
}

describe('whatever is found, run after run', () => {
  const anyState = fc.constantFrom(...STATES);
  const anyRun = fc.record({
    states: fc.record({ dev: anyState, stage: anyState, prod: anyState, test: anyState, demo: anyState }),
    per: fc.constantFrom<IssuesPer>('cause', 'leaf'),
    most: fc.constantFrom(1, 2, 100),
  });

  test('each leaf that is not as its code says is in one open issue, and none is open without such a leaf', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { minLength: 1, maxLength: 6 }), (runs) => {
        const { run, homes, issues } = gitHub();
        for (const { states, per, most } of runs) {
          const before = new Map(ENVS.map((env) => [env, homes(env)]));
          const { overLimit } = run(states, per, most);
          for (const env of ENVS) {
            const state = states[env];
            if (isOpen(state)) expect(homes(env)).toHaveLength(overLimit.includes(digestOf(env)) ? 0 : 1);
            else if (state === 'clean') expect(homes(env)).toEqual([]);
            // Nothing is known of it: it is where it was, or where its cause is.
            else expect(homes(env)).toHaveLength(before.get(env)?.length ?? 0);
          }
          issues.forEach((issue, index) => {
            if (issue.open) expect(ENVS.some((env) => homes(env).includes(index + 1))).toBe(true);
          });
          for (const [one, other] of ENVS.flatMap((a) => ENVS.map((b) => [a, b] as const))) {
            if (one === other || states[one] !== states[other] || !isOpen(states[one]) || most < 100) continue;
            const [[a], [b]] = [homes(one), homes(other)];
            if (a !== undefined && b !== undefined) expect(a === b).toBe(per === 'cause');
          }
          expect(run(states, per, most).writes).toEqual([]);
        }
      }),
      { numRuns: 120 },
    );
  });
});

test('an issue that takes others over has their labels and the oldest date, and they close only after it was written', () => {
  const { run, issues } = gitHub();
  const most: Run = { dev: '7', stage: 'absent', prod: 'absent', test: 'absent', demo: 'absent' };
  run({ ...most, dev: 'absent', prod: '7' }, 'leaf');
  run(most, 'leaf');
  run({ ...most, stage: '7' }, 'leaf');
  expect(issues.map(({ title }) => title)).toEqual(['prod', 'dev', 'stage'].map((env) => `Not applied: app · ${env}`));
  [[], ['team-a'], ['team-a', 'urgent']].forEach((labels, index) => {
    const issue = issues[index];
    if (issue !== undefined) issues[index] = { ...issue, labels: [...issue.labels, ...labels] };
  });
  const { writes } = run({ ...most, stage: '7', prod: '7' }, 'cause');
  const [first] = issues;
  expect(first).toMatchObject({ open: true, title: 'Not applied: app · dev and 2 more' });
  expect(first?.labels).toEqual(['kompos-drift', 'team-a', 'urgent']);
  expect(first?.body).toContain('Known since 2026-11-11');
  expect(issues.slice(1).map((each) => [each.open, each.comments.length])).toEqual([
    [false, 1],
    [false, 1],
  ]);
  const closing = writes.flatMap((write) => (write.kind === 'edit' && write.state === 'closed' ? [write.after] : []));
  expect(closing).toEqual([[1], [1]]);
});

test('runs that each check another share have one issue for a cause, and write nothing when nothing changes', () => {
  const { run, issues } = gitHub();
  const none: Run = { dev: 'absent', stage: 'absent', prod: 'absent', test: 'absent', demo: 'absent' };
  const shares = ENVS.map((env): Run => ({ ...none, [env]: env === 'demo' ? 'clean' : '7' }));
  for (const share of shares) run(share, 'cause');
  expect(issues.map(({ open: isUp, title }) => [isUp, title])).toEqual([[true, 'Not applied: app · dev and 3 more']]);
  for (const share of shares) expect(run(share, 'cause').writes).toEqual([]);
  // The last one that is not applied keeps it open.
  for (const env of ['dev', 'stage', 'prod'] as const) run({ ...none, [env]: 'clean' }, 'cause');
  expect(issues.map(({ open: isUp }) => isUp)).toEqual([true]);
  run({ ...none, demo: 'clean' }, 'cause');
  expect(issues.map(({ open: isUp }) => isUp)).toEqual([true]);
  run({ ...none, test: 'clean' }, 'cause');
  expect(issues.map(({ open: isUp }) => isUp)).toEqual([false]);
});

test('the oldest date stays where the issue that takes over is the younger one', () => {
  const { run, issues } = gitHub();
  const none: Run = { dev: 'absent', stage: 'absent', prod: 'absent', test: 'absent', demo: 'absent' };
  run({ ...none, dev: '7' }, 'cause');
  run({ ...none, stage: '14', prod: '14' }, 'cause');
  run({ ...none, dev: '14', stage: '14', prod: '14' }, 'cause');
  expect(issues.map(({ open: isUp }) => isUp)).toEqual([false, true]);
  expect(issues[1]?.body).toContain('Known since 2026-11-11');
});
