import { describe, expect, test } from '@jest/globals';
import { performance } from 'node:perf_hooks';
import type { ChangedLeaf } from '../../../src/changes/changed-leaf.ts';
import { renderComment } from '../../../src/commands/plan/comment/comment.ts';
import { joinedReport, wrongLeaves, type OwnFindings } from '../../../src/commands/plan/joined-report.ts';
import type { LeafReport } from '../../../src/commands/plan/report.ts';
import { isShardResults, type ShardResults } from '../../../src/commands/plan/shard-results.ts';
import { hasFailed } from '../../../src/commands/plan/verdict.ts';
import type { ReviewedLeaf } from '../../../src/gate/record.ts';
import { splitLeaves } from '../../../src/shards/split.ts';

const pathsOf = (number: number): readonly string[] =>
  Array.from(
    { length: number },
    (_, index) =>
      `config/env=dev/cluster=c${index % 1_200}/composition=terraform/terraform=t${Math.floor(index / 1_200)}`,
  );

function changed(path: string): ChangedLeaf {
  const [place = '', composition = ''] = path.split('/composition=terraform/terraform=');
  return { kind: 'failed', leaf: { path, place, composition, layers: [] }, reasons: [], problems: [] };
}

function planned(leaf: string): LeafReport {
  const counts = { create: 0, update: 1, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 };
  return {
    leaf,
    kind: 'changed',
    restated: false,
    reasons: [{ kind: 'configuration', key: 'size', before: '1', after: '2' }],
    pins: [],
    blocks: [],
    outcome: {
      status: 'planned',
      summary: { hasChanges: true, counts, resources: [{ address: 'terraform_data.this', action: 'update' }] },
      text: '  # terraform_data.this will be updated in-place\n  ~ resource "terraform_data" "this" {\n    }',
    },
    problems: [],
  };
}

function reviewed(leaf: string): ReviewedLeaf {
  return {
    leaf,
    destroys: false,
    hasChanges: true,
    rendering: 'a'.repeat(32),
    fingerprint: 'b'.repeat(32),
    counts: { create: 0, update: 1, replace: 0, delete: 0 },
    terraform: '1.11.4',
    providers: [],
  };
}

function results(leaves: readonly string[]): ShardResults {
  return {
    leaves: leaves.map(planned),
    problems: [],
    notices: [],
    terraformVersion: '1.11.4',
    program: 'Terraform',
    reviewed: leaves.map(reviewed),
    timings: Object.fromEntries(leaves.map((leaf) => [leaf, 2_000])),
  };
}

function findings(paths: readonly string[], shards: number): OwnFindings {
  const report = {
    title: '',
    repository: 'acme/infrastructure',
    serverUrl: 'https://github.com',
    runUrl: undefined,
    head: 'a'.repeat(40),
    checkedOut: 'a'.repeat(40),
    base: 'b'.repeat(40),
    terraformVersion: undefined,
    leafCount: paths.length,
    unused: 0,
    notices: [],
    leaves: [],
    problems: [],
  };
  const groups = paths.map((path) => [path]);
  return {
    report,
    reviewed: [],
    timings: new Map(),
    changed: paths.map(changed),
    groups,
    reads: { graph: { leaves: paths, edges: [], unknown: [] }, still: [], dependents: 'list' },
    split: splitLeaves(groups, shards, new Map()),
  };
}

test('9,600 leaves of 64 shards make a comment that is read in one screen, in seconds', () => {
  const own = findings(pathsOf(9_600), 64);
  const started = performance.now();
  const shards = new Map(own.split.shards.map((leaves, index) => [index + 1, results(leaves)]));
  expect([...shards.values()].every(isShardResults)).toBe(true);
  const joined = joinedReport(own, shards, []);
  expect(joined.report.leaves.map(({ leaf }) => leaf)).toEqual(own.changed.map(({ leaf }) => leaf.path));
  expect(joined.reviewed).toHaveLength(9_600);
  const bodies = renderComment({ ...joined.report, head: 'a'.repeat(40) });
  const [visible = ''] = (bodies[0] ?? '').split('<details');
  expect([bodies.length, visible.split('\n').length]).toEqual([1, expect.any(Number)]);
  expect(visible.split('\n').length).toBeLessThan(30);
  expect(visible).toContain('9,600');
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('who reads what, what waits and what checks found is joined too', () => {
  const [network = '', app = '', other = ''] = pathsOf(3);
  const none = findings([network, app, other], 2);
  const edge = { reader: app, reads: network, outputs: ['id'], declared: false, addresses: [], places: [] };
  const own = { ...none, reads: { ...none.reads, graph: { ...none.reads.graph, edges: [edge] } } };
  const first = planned(network);
  const outputs = [{ name: 'id', action: 'update' as const }];
  if (first.outcome.status !== 'planned') throw new Error('It is planned.');
  const summary = { ...first.outcome.summary, outputs };
  const finding = { level: 'error' as const, message: 'open', rule: 'X1', place: { file: 'a.tf', line: 3 } };
  const check = { name: 'policy', on: 'plan' as const, required: true, proposed: false, why: '', output: '' };
  const all = new Map<number, ShardResults>([
    [1, { ...results([network]), leaves: [{ ...first, outcome: { ...first.outcome, summary } }] }],
    [
      2,
      {
        ...results([app, other]),
        leaves: [
          { ...planned(app), outcome: { status: 'waits', for: [network] } },
          { ...planned(other), checks: [{ ...check, status: 'failed', findings: [finding] }] },
        ],
      },
    ],
  ]);
  expect([...all.values()].map((each) => isShardResults(JSON.parse(JSON.stringify(each))))).toEqual([true, true]);
  expect([...all].map(([shard, each]) => wrongLeaves(each, shard === 1 ? [network] : [app, other]))).toEqual([
    undefined,
    undefined,
  ]);
  const { report } = joinedReport(own, all, []);
  expect(report.edges).toEqual([{ reader: app, reads: network }]);
  expect(report.leaves.map(({ readers }) => readers)).toEqual([
    { outputs, leaves: [{ leaf: app, isHere: true, outputs: ['id'] }] },
    undefined,
    undefined,
  ]);
  expect(report.leaves[2]?.checks?.[0]?.findings).toEqual([finding]);
});

describe('what is missing', () => {
  const paths = pathsOf(10);
  const own = findings(paths, 3);
  const [first = [], second = []] = own.split.shards;

  test('is named with its leaves, which are not planned, and the report has failed', () => {
    const joined = joinedReport(own, new Map([[1, results(first)]]), [{ name: 'x', why: 'it is odd' }]);
    expect(joined.report.problems.map(({ message }) => message)).toEqual([
      'Shard 2 of 3 has no results: its job failed, was cancelled, or never ran.',
      'Shard 3 of 3 has no results: its job failed, was cancelled, or never ran.',
      'The results in x are not used: it is odd.',
    ]);
    expect(joined.report.problems[0]?.leaves).toEqual(second);
    expect(joined.report.leaves).toHaveLength(10);
    expect(joined.reviewed.map(({ leaf }) => leaf).sort()).toEqual([...first].sort());
    expect(hasFailed(joined.report)).toBe(true);
  });

  test.each([
    ["another shard's leaf", results([...first, second[0] ?? '']), /which is not a leaf of its share/u],
    ['a leaf twice', results([...first, first[0] ?? '']), /or is twice in it/u],
    ['a leaf less', results(first.slice(1)), /does not report/u],
    ['a record of nothing planned', { ...results(first), reviewed: [reviewed(second[0] ?? '')] }, /has not planned/u],
    [
      'a record twice',
      { ...results(first), reviewed: [...first, ...first].map(reviewed) },
      /has not planned, or does so twice/u,
    ],
  ])('%s is refused', (_, found, words) => {
    expect(wrongLeaves(found, first)).toMatch(words);
    expect(wrongLeaves(results(first), first)).toBeUndefined();
  });
});

test('problems that shards share are there once, with all of their leaves', () => {
  const own = findings(pathsOf(2), 2);
  const shards = own.split.shards.map((leaves) => ({
    ...results(leaves),
    notices: ['Said by each.'],
    problems: [{ code: 'secrets', severity: 'warning', message: 'No access.', leaves } as const],
  }));
  const { report } = joinedReport(own, new Map(shards.map((each, index) => [index + 1, each])), []);
  expect(report.notices).toEqual(['Said by each.']);
  expect(report.problems).toEqual([
    { code: 'secrets', severity: 'warning', message: 'No access.', leaves: own.split.shards.flat() },
  ]);
});

test.each([
  ['no object', null],
  ['a leaf without an outcome', { ...results(['a']), leaves: [{ ...planned('a'), outcome: { status: 'new' } }] }],
  ['a count that is a text', { ...results(['a']), timings: { a: '1' } }],
  ['a reason of no known kind', { ...results(['a']), leaves: [{ ...planned('a'), reasons: [{ kind: 'x' }] }] }],
  [
    'a place that is a text',
    { ...results([]), problems: [{ code: 'git', severity: 'error', message: '', place: 'x' }] },
  ],
])('%s is no result', (_, data) => {
  expect(isShardResults(data)).toBe(false);
  expect(isShardResults(JSON.parse(JSON.stringify(results(['a']))))).toBe(true);
});
