/** The report's other renderings: annotations, the output `leaves`, the terminal, and hints. */
import { describe, expect, test } from '@jest/globals';
import { problem, warning } from '../../../src/base/problems.ts';
import { annotations } from '../../../src/commands/plan/annotations.ts';
import { utf8Length } from '../../../src/markdown/bytes.ts';
import { movablePin } from '../../../src/rendering/movable-pin.ts';
import { renderComment } from '../../../src/commands/plan/comment/comment.ts';
import { leavesOutput } from '../../../src/commands/plan/outputs.ts';
import { pinMoves } from '../../../src/commands/plan/pin-moves.ts';
import { renderText, renderWholeText } from '../../../src/commands/plan/terminal.ts';
import type { PlannedResource } from '../../../src/terraform/plan-summary.ts';
import { at, leaf, leafPath, planned, report, vpcPin, vpcPinReason } from './build.ts';
import { SCENARIOS } from './scenarios.ts';

const broken = (line: number) =>
  problem('yaml', `Bad line ${line}.`, { place: at('config/a.yaml', line, 2), hint: 'Mend it.' });

describe('annotations', () => {
  test('say what is wrong, where, and for which leaf', () => {
    expect(annotations(report([leaf('vpc', { problems: [broken(3)] })]))).toEqual([
      {
        severity: 'error',
        title: `Kompos: ${leafPath('vpc')}`,
        message: 'Bad line 3.\nMend it.',
        file: 'config/a.yaml',
        line: 3,
        column: 2,
      },
    ]);
  });

  test('a problem that many leaves share is one', () => {
    const found = annotations(report([1, 2, 3].map((number) => leaf(`vpc${number}`, { problems: [broken(3)] }))));
    expect(found.map(({ title }) => title)).toEqual([`Kompos: ${leafPath('vpc1')} and 2 other leaves`]);
  });

  test('at most ten, errors first, and one that counts the rest', () => {
    const problems = [
      warning('yaml', 'Odd.', { place: at('config/a.yaml', 1) }),
      ...Array.from({ length: 14 }, (_, index) => broken(index + 2)),
      problem('git', 'No place.'),
    ];
    const found = annotations(report([], { problems }));
    expect(found.map(({ severity }) => severity)).toEqual([...Array<string>(10).fill('error'), 'notice']);
    expect(found.at(-1)?.message).toBe('6 more problems are in the report.');
  });

  test('an error without a place has none either, a warning without one is left to the report', () => {
    const problems = [problem('git', 'No place.', { hint: 'Fetch it.' }), warning('git', 'Odd.')];
    expect(annotations(report([], { problems }))).toEqual([
      { severity: 'error', title: 'Kompos', message: 'No place.\nFetch it.' },
    ]);
  });

  test('a leaf that failed without a place in the repository says what Terraform said', () => {
    const output = 'Error: Failed to get existing workspaces\n\nGet "http://state": connection refused\n';
    const down = leaf('vpc', { outcome: { status: 'failed', stage: 'init', output } });
    const broke = leaf('eks', { outcome: { status: 'failed', stage: 'plan', output: 'killed' } });
    const known = leaf('dns', { outcome: { status: 'failed', stage: 'plan', output }, problems: [broken(3)] });
    expect(annotations(report([down, broke, known])).map(({ title, message }) => [title, message])).toEqual([
      [
        `Kompos: ${leafPath('vpc')}`,
        'terraform init failed: Failed to get existing workspaces\nGet "http://state": connection refused',
      ],
      [`Kompos: ${leafPath('eks')}`, 'terraform plan failed: killed'],
      [`Kompos: ${leafPath('dns')}`, 'Bad line 3.\nMend it.'],
    ]);
  });
});

describe('the head line of leaves that were selected, not compared', () => {
  const all = { base: undefined, leafCount: 2 };
  const notRun = { status: 'not-run', why: 'The errors above must be fixed first.' } as const;

  test.each([
    ['nothing to do', leaf('vpc', { kind: 'selected' }), all, 'nothing to do in 1 of 2 leaves'],
    ['not planned', leaf('vpc', { kind: 'selected', outcome: notRun }), all, '1 of 2 leaves not planned'],
    ['a comparison', leaf('vpc'), { leafCount: 2 }, 'nothing to do in 1 of 2 leaves that changed'],
  ])('%s', (_, each, about, expected) => {
    expect(renderText(report([each], about)).split('\n')[0]).toBe(`Kompos: ${expected}`);
  });

  test.each([
    [0, 'there are no leaves'],
    [1, 'the only leaf does not change'],
    [12, 'none of 12 leaves changes'],
  ])('of %d leaves none differs', (leafCount, expected) => {
    expect(renderText(report([], { leafCount }))).toBe(`Kompos: ${expected}\n`);
  });
});

describe('the output `leaves`', () => {
  const long = 'x'.repeat(2_000);
  const many = (leaves: number, reasons: number, value: string) =>
    report(
      Array.from({ length: leaves }, (_, index) =>
        leaf(`vpc${index}`, {
          reasons: Array.from({ length: reasons }, (__, key) => ({
            kind: 'configuration',
            key: `a.k${key}`,
            before: value,
            after: `${value}2`,
          })),
        }),
      ),
    );

  test('has path, kind, outcome, counts and reasons', () => {
    const [only] = leavesOutput(report([leaf('vpc', { reasons: [vpcPinReason('v1', 'v2')] })]));
    expect(only).toEqual({
      path: leafPath('vpc'),
      kind: 'changed',
      outcome: 'planned',
      counts: { create: 0, update: 0, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 },
      reasons: [vpcPinReason('v1', 'v2')],
    });
  });

  test.each([
    ['long values are shortened first', many(300, 1, long), 300, 1],
    ['then only the first few reasons stay', many(300, 30, long), 300, 5],
    ['then none', many(1_500, 30, long), 1_500, 0],
    ['then not even all leaves', many(9_000, 1, 'x'), undefined, 0],
  ])('%s', (_rule, data, leaves, reasons) => {
    const output = leavesOutput(data);
    expect(utf8Length(JSON.stringify(output))).toBeLessThan(500_000);
    if (leaves !== undefined) expect(output).toHaveLength(leaves);
    expect(output.at(-1)).toMatchObject({ truncated: true });
    expect(output.at(-1)?.reasons).toHaveLength(reasons);
  });
});

describe('a module’s source', () => {
  const source = (value: string) => movablePin({ ...vpcPin(''), value });
  test.each([
    ['git::https://a.b/c.git?ref=main', 'main'],
    ['git::https://a.b/c.git//vpc?ref=feature/vpc-2', 'feature/vpc-2'],
    ['git::https://a.b/c.git?ref=refs/heads/v1', 'refs/heads/v1'],
    ['github.com/a/b?depth=1&ref=stable', 'stable'],
    ['git@github.com:a/b.git', undefined],
    ['git::ssh://git@a.b/c.git?ref=', undefined],
  ])('%s can move', (value, ref) => {
    expect(source(value)).toEqual({ address: 'module.vpc.source', ref });
  });

  test.each([
    ['git::https://a.b/c.git?ref=v1.2.0'],
    ['git::https://a.b/c.git?ref=vpc/v1.2.0'],
    ['git::https://a.b/c.git?ref=4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d'],
    ['git::https://a.b/c.git?ref=refs/tags/stable'],
    ['../common'],
    ['terraform-aws-modules/vpc/aws'],
  ])('%s stands still', (value) => {
    expect(source(value)).toBeUndefined();
  });
});

describe('what moves in a pin', () => {
  const key = (name: string, before: string | undefined, after: string | undefined) => ({ key: name, before, after });
  const pin = (address: string, before: string, after: string, keys: readonly ReturnType<typeof key>[] = []) => ({
    kind: 'pin' as const,
    address,
    before,
    after,
    keys,
  });
  test.each([
    [
      'the keys that differ',
      [pin('module.vpc.source', 'u?ref=v1', 'u?ref=v2', [key('url', 'u', 'u'), key('v', 'v1', 'v2')])],
      [{ labels: ['vpc'], before: 'v1', after: 'v2' }],
    ],
    [
      'modules that share a move',
      [pin('module.a.source', 'x?ref=v1', 'x?ref=v2'), pin('module.b.source', 'y?ref=v1', 'y?ref=v2')],
      [{ labels: ['a', 'b'], before: 'v1', after: 'v2' }],
    ],
    [
      'all of a source that differs elsewhere too',
      [pin('module.a.source', 'x?ref=v1', 'y?ref=v2')],
      [{ labels: ['a'], before: 'x?ref=v1', after: 'y?ref=v2' }],
    ],
    [
      'a provider',
      [pin('terraform.required_providers.aws.version', '5.1', '5.2')],
      [{ labels: ['aws'], before: '5.1', after: '5.2' }],
    ],
    [
      'a backend',
      [pin('terraform.backend.s3.key', 'a', 'b')],
      [{ labels: ['backend.s3.key'], before: 'a', after: 'b' }],
    ],
    [
      'a pin of a local module is named by the calls that lead to it',
      [
        pin('module.net.module.vpc.version', '1', '2'),
        pin('module.net.terraform.required_providers.aws.version', '1', '2'),
      ],
      [{ labels: ['net.vpc', 'net.aws'], before: '1', after: '2' }],
    ],
  ])('%s', (_rule, reasons, moves) => {
    expect(pinMoves(leaf('vpc', { reasons }))).toEqual(moves);
  });
});

test('a problem that leaves share stands once, above the table', () => {
  const failed = (name: string) =>
    leaf(name, { kind: 'failed', outcome: { status: 'failed', stage: 'render', output: '' }, problems: [broken(3)] });
  const comment = renderComment(report([failed('a'), failed('b')])).join('');
  expect(comment.match(/Bad line 3/gu)).toHaveLength(1);
  expect(comment).toMatch(/\(2 leaves\)\n```text\nBad line 3/u);
  expect(comment).not.toContain('<details');
});

test('what Terraform’s own words say is not said again as a problem', () => {
  const comment = renderComment(
    report([
      leaf('a', {
        outcome: { status: 'failed', stage: 'plan', output: '╷\n│ Error: No valid credentials\n╵' },
        problems: [problem('terraform', 'Error: No valid credentials')],
      }),
    ]),
  ).join('');
  expect(comment.match(/No valid credentials/gu)).toHaveLength(1);
});

describe('links', () => {
  test('encode the path and lead to the head commit', () => {
    const problems = [problem('yaml', 'Bad.', { place: at('config/env=ü/(a) b.yaml', 3, 1) })];
    expect(renderComment(report([], { problems })).join('')).toContain(
      '[`config/env=ü/(a) b.yaml:3`](https://github.com/acme/infra/blob/4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d/config/env%3D%C3%BC/%28a%29%20b.yaml#L3)',
    );
  });

  test('are left out where the repository or the run is none', () => {
    const comment = renderComment(
      report([leaf('a', { problems: [broken(3)] })], { repository: 'x](y', runUrl: 'javascript:alert(1)' }),
    ).join('');
    expect(comment).not.toContain('](');
  });
});

test('the terminal gets plain lines', () => {
  const scenario = SCENARIOS['replace-and-destroy'];
  expect(scenario && renderText(scenario))
    .toBe(`Kompos: 2 to destroy · 2 to replace · 1 to change · 1 to create · 1 output to change in 3 of 40 leaves

  changed  ${leafPath('vpc')}      2 to destroy · 1 to replace · 1 to change · 1 to create  vpc v1.5.0 → v2.0.0-rc
  changed  ${leafPath('workers')}  1 to replace
  changed  ${leafPath('dns')}      1 output to change
`);
});

describe('what lives now and goes', () => {
  const replaced = (name: string, ...forcedBy: readonly string[]): PlannedResource => ({
    address: `aws_subnet.${name}`,
    action: 'replace',
    ...(forcedBy.length > 0 ? { forcedBy } : {}),
  });
  const plan = planned('Plan text', [
    replaced('a', 'cidr_block'),
    replaced('b', 'cidr_block'),
    replaced('c', 'zone', 'cidr_block'),
    replaced('d'),
    { address: 'aws_vpc.this', action: 'delete' },
  ]);

  test('is named once for each cause in the comment', () => {
    const comment = renderComment(report([leaf('vpc', { outcome: plan })])).join('');
    expect(comment.match(/^🟥 .*$/gmu)).toEqual([
      '🟥 **Destroys** `aws_vpc.this`',
      '🟥 **Replaces** `aws_subnet.a`, `aws_subnet.b` (forced by `cidr_block`)',
      '🟥 **Replaces** `aws_subnet.c` (forced by `zone`, `cidr_block`)',
      '🟥 **Replaces** `aws_subnet.d`',
    ]);
  });

  test('and on the terminal, with why the leaf is changed', () => {
    const changed = leaf('vpc', { outcome: plan, reasons: [vpcPinReason('v1', 'v2')] });
    expect(renderWholeText(report([changed]), (style, text) => (style === 'red' ? `<${text}>` : text))).toContain(`
  vpc.module_version: v1 → v2  (config/env=prod/vpc.yaml:3)

  <Destroys aws_vpc.this>
  <Replaces aws_subnet.a, aws_subnet.b (forced by cidr_block)>
  <Replaces aws_subnet.c (forced by zone, cidr_block)>
  <Replaces aws_subnet.d>

Plan text
`);
  });

  test('more than twenty are counted', () => {
    const many = Array.from({ length: 23 }, (_, index) => replaced(`s${index}`, index < 12 ? 'a' : 'b'));
    const comment = renderComment(report([leaf('vpc', { outcome: planned('', many) })])).join('');
    expect(comment).toMatch(/`aws_subnet\.s19` \(forced by `b`\) \+3 more\n/u);
    expect(comment).not.toContain('`aws_subnet.s20`');
  });
});

test('what is left out is no notice: it is said below everything else', () => {
  const some = report([leaf('vpc', { outcome: planned('', []) })], { unused: 1_200, notices: ['First.'] });
  const sentence = '1,200 leaves see a change of configuration without using it, and are left out.';
  const [before, after] = renderComment(some).join('').split(`<sub>${sentence}</sub>\n\n`);
  expect(before).toContain('terraform=vpc');
  expect(after).toMatch(/^<sub>.*<\/sub>\n$/u);
  expect(renderText(some)).toMatch(new RegExp(`${sentence}\n$`, 'u'));
  expect(renderComment(report([], { unused: 1 })).join('')).toContain('1 leaf sees');
});

test('the terminal gets no control characters', () => {
  const text = renderText(report([leaf('a', { leaf: 'x\u001b[2Jy\nz' })], { notices: ['\u001b[31mred'] }));
  expect(text).toContain('x\\u001b[2Jy↵z');
  expect(text).toContain('\\u001b[31mred');
  const hostile = '\u001b[2J\u0007\u202e';
  const all = leaf(hostile, {
    reasons: [
      { kind: 'configuration', key: hostile, before: hostile, after: hostile, origin: at(hostile, 1) },
      { kind: 'file', path: hostile, change: 'added' },
      { kind: 'module', module: hostile, via: [hostile], files: [] },
      { kind: 'setting', key: hostile },
      { kind: 'base-failed', message: hostile },
    ],
    outcome: planned(hostile, [{ address: hostile, action: 'replace', forcedBy: [hostile] }]),
    problems: [problem('yaml', hostile, { hint: hostile })],
  });
  const failed = leaf('b', { outcome: { status: 'failed', stage: 'plan', output: hostile } });
  const whole = renderWholeText(report([all, failed], { title: hostile }), (_style, words) => words);
  expect(whole).not.toMatch(/[^\P{C}\n]/u);
});
