import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decideIssues,
  type Finding,
  type IssueDecisions,
  type Project,
  type ExistingIssue,
} from '../../../src/commands/drift/issues/decide.ts';
import { digest, type LeafIdentity } from '../../../src/commands/drift/issues/identity.ts';
import type { IssueMarker } from '../../../src/markdown/issue-block.ts';

const SCOPE = digest('scope');
const leaf = (name: string, state: string | undefined = name): LeafIdentity => ({
  leaf: digest('leaf', name),
  state: state && digest('state', state),
});

function issue(
  number: number,
  name: string,
  more: Omit<Partial<ExistingIssue>, 'marker'> & { marker?: Partial<IssueMarker> } = {},
): ExistingIssue {
  const { leaf: id, state } = leaf(name);
  const since = '2026-01-01T00:00:00Z';
  const marker = { scope: SCOPE, leaf: id, state, class: 'drifted' as const, since, title: '', content: 'same' };
  const url = `https://github.com/o/r/issues/${number}`;
  return { number, url, open: true, title: '', body: '', ...more, marker: { ...marker, ...more.marker } };
}

const finding = (name: string, found: Finding['class'], content = 'same'): Finding => ({
  identity: leaf(name),
  class: found,
  content,
});

function project(names: readonly string[], more: Partial<Project> = {}): Project {
  return { scope: SCOPE, leaves: names.map((name) => leaf(name)), complete: true, ...more };
}

/** `update 1`, `reopen 1`, `close 1`, `open a`: in short. */
function inShort({ decisions }: IssueDecisions, names: readonly string[]): readonly string[] {
  return decisions.map((each) => {
    if (each.kind === 'open') return `open ${names.find((name) => leaf(name).leaf === each.leaf) ?? ''}`;
    const verb = each.kind === 'update' && each.reopen ? 'reopen' : each.kind;
    return `${verb} ${each.issue.number}`;
  });
}

describe('one leaf', () => {
  const closed = issue(1, 'a', { open: false, marker: { class: 'clean' } });

  test.each<[string, Finding, readonly ExistingIssue[], readonly string[]]>([
    ['clean, and never anything else', finding('a', 'clean'), [], []],
    ['drifted for the first time', finding('a', 'drifted'), [], ['open a']],
    ['drifted as before', finding('a', 'drifted'), [issue(1, 'a')], []],
    ['drifted in another way', finding('a', 'drifted', 'other'), [issue(1, 'a')], ['update 1']],
    [
      'drifted as before, with its state elsewhere',
      finding('a', 'drifted'),
      [issue(1, 'a', { marker: { state: digest('elsewhere') } })],
      ['update 1'],
    ],
    ['pending instead of drifted', finding('a', 'pending'), [issue(1, 'a')], ['update 1']],
    ['clean again', finding('a', 'clean'), [issue(1, 'a')], ['close 1']],
    ['still clean', finding('a', 'clean'), [closed], []],
    ['drifted again', finding('a', 'drifted'), [closed], ['reopen 1']],
    ['closed by a person while it drifts', finding('a', 'drifted'), [issue(1, 'a', { open: false })], ['reopen 1']],
    ['unknown, with an open issue', finding('a', 'unknown'), [issue(1, 'a')], []],
    ['unknown, with a closed issue', finding('a', 'unknown'), [closed], []],
    ['paused, with an open issue', finding('a', 'paused', 'paused'), [issue(1, 'a')], ['update 1']],
    [
      'paused, with a marked issue',
      finding('a', 'paused', 'paused'),
      [issue(1, 'a', { marker: { content: 'paused' } })],
      [],
    ],
    ['paused, with a closed issue', finding('a', 'paused', 'paused'), [closed], []],
    ['paused, without an issue', finding('a', 'paused', 'paused'), [], []],
    [
      'drifted, with two issues: the oldest stays',
      finding('a', 'drifted'),
      [issue(2, 'a'), issue(1, 'a')],
      ['duplicate 2'],
    ],
    ['clean, with two issues', finding('a', 'clean'), [issue(2, 'a'), issue(1, 'a')], ['duplicate 2', 'close 1']],
    ['with a duplicate that is closed', finding('a', 'drifted'), [issue(1, 'a'), issue(2, 'a', { open: false })], []],
    [
      "beside another project's issue of the same leaf",
      finding('a', 'clean'),
      [issue(1, 'a', { marker: { scope: digest('x') } })],
      [],
    ],
  ])('%s', (_what, found, standing, expected) => {
    expect(inShort(decideIssues(standing, [found], project(['a']), 10), ['a'])).toEqual(expected);
  });
});

describe('a leaf that is gone', () => {
  const renamed = { ...project(['b']), leaves: [leaf('b', 'a')] };
  const atB = (found: Finding['class'], content = 'same'): Finding => ({
    identity: leaf('b', 'a'),
    class: found,
    content,
  });

  test.each<[string, readonly Finding[], readonly ExistingIssue[], Project, readonly string[]]>([
    ['is closed for good', [], [issue(1, 'a')], project(['b']), ['gone 1']],
    ['is left alone once closed', [], [issue(1, 'a', { open: false })], project(['b']), []],
    [
      'is not told while the states of all leaves are not known',
      [],
      [issue(1, 'a')],
      project(['b'], { complete: false }),
      [],
    ],
    ['is carried over to the leaf with its state', [atB('drifted')], [issue(1, 'a')], renamed, ['update 1']],
    ['is carried over also when closed', [atB('drifted')], [issue(1, 'a', { open: false })], renamed, ['reopen 1']],
    ['is closed when that leaf is clean', [atB('clean')], [issue(1, 'a')], renamed, ['close 1']],
    ['waits while that leaf is unknown', [atB('unknown')], [issue(1, 'a')], renamed, []],
    ['waits while that leaf is not asked for', [], [issue(1, 'a')], renamed, []],
    [
      'is closed for good when that leaf has an issue',
      [atB('drifted')],
      [issue(1, 'a'), { ...issue(2, 'b'), marker: { ...issue(2, 'b').marker, state: leaf('b', 'a').state } }],
      renamed,
      ['gone 1'],
    ],
    [
      'is not carried over without a known state',
      [atB('drifted')],
      [issue(1, 'a', { marker: { state: undefined } })],
      renamed,
      ['gone 1', 'open b'],
    ],
  ])('%s', (_what, findings, standing, all, expected) => {
    expect(inShort(decideIssues(standing, findings, all, 10), ['b'])).toEqual(expected);
  });
});

describe('no more issues are open than allowed', () => {
  const names = ['a', 'b', 'c', 'd'];

  test('drift comes before what is pending, and what has no issue is named', () => {
    const findings = [
      finding('a', 'pending'),
      finding('b', 'drifted'),
      finding('c', 'pending'),
      finding('d', 'drifted'),
    ];
    const result = decideIssues([], findings, project(names), 3);
    expect(inShort(result, names)).toEqual(['open b', 'open d', 'open a']);
    expect(result.overLimit).toEqual([leaf('c').leaf]);
  });

  test('what closes makes room', () => {
    const findings = [finding('a', 'clean'), finding('b', 'drifted')];
    expect(inShort(decideIssues([issue(1, 'a')], findings, project(names), 1), names)).toEqual(['close 1', 'open b']);
  });

  test('reopening counts', () => {
    const findings = [finding('a', 'drifted'), finding('b', 'drifted')];
    const result = decideIssues([issue(1, 'a'), issue(2, 'b', { open: false })], findings, project(names), 1);
    expect(result).toMatchObject({ decisions: [], overLimit: [leaf('b').leaf] });
  });
});

describe('whatever stands and whatever is found', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e'];
  const anyIssue = fc.record({
    name: fc.constantFrom(...NAMES),
    open: fc.boolean(),
    class: fc.constantFrom('clean' as const, 'drifted' as const, 'pending' as const, 'gone' as const),
    content: fc.constantFrom('same', 'other'),
    foreign: fc.boolean(),
  });
  const scene = fc.record({
    standing: fc.array(anyIssue, { maxLength: 8 }),
    leaves: fc.subarray(NAMES),
    classes: fc.array(fc.constantFrom<Finding['class']>('clean', 'drifted', 'pending', 'paused', 'unknown'), {
      minLength: 5,
      maxLength: 5,
    }),
    most: fc.nat({ max: 4 }),
  });

  /** What GitHub has after the decisions were carried out. */
  function carriedOut(
    standing: readonly ExistingIssue[],
    findings: readonly Finding[],
    { decisions }: IssueDecisions,
  ): readonly ExistingIssue[] {
    const after = new Map(standing.map((each) => [each.number, each]));
    for (const each of decisions) {
      const number = each.kind === 'open' ? after.size + 1 : each.issue.number;
      const old = after.get(number) ?? issue(number, 'new');
      if (each.kind === 'gone' || each.kind === 'duplicate') after.set(number, { ...old, open: false });
      else {
        const found = findings.find(({ identity }) => identity.leaf === each.leaf);
        if (found === undefined || found.class === 'unknown') throw new Error('nothing is decided on what is unknown');
        const now = found.class === 'paused' ? old.marker.class : found.class;
        const marker = { ...old.marker, scope: SCOPE, ...found.identity, class: now, content: found.content };
        after.set(number, { ...old, open: each.kind !== 'close', marker });
      }
    }
    return [...after.values()];
  }

  test('a second look finds nothing to do, no leaf has two open issues, and strangers are left alone', () => {
    fc.assert(
      fc.property(scene, ({ standing: seeds, leaves, classes, most }) => {
        const standing = seeds.map(({ name, open, class: found, content, foreign }, index) =>
          issue(index + 1, name, {
            open,
            marker: { class: found, content, ...(foreign ? { scope: digest('x') } : {}) },
          }),
        );
        const findings = leaves.map((name, index) => finding(name, classes[index] ?? 'clean'));
        const own = project(leaves);
        const first = decideIssues(standing, findings, own, most);
        const after = carriedOut(standing, findings, first);

        expect(decideIssues(after, findings, own, most).decisions).toEqual([]);
        const ours = after.filter(({ marker, open }) => open && marker.scope === SCOPE);
        expect(new Set(ours.map(({ marker }) => marker.leaf)).size).toBe(ours.length);
        expect(after.filter(({ marker }) => marker.scope !== SCOPE)).toEqual(
          standing.filter(({ marker }) => marker.scope !== SCOPE),
        );
        const opened = first.decisions.filter(
          (each) => each.kind === 'open' || (each.kind === 'update' && each.reopen),
        );
        if (opened.length > 0) expect(ours.length).toBeLessThanOrEqual(most);
        // Every leaf that is not clean has an open issue or is named.
        findings.forEach((found) => {
          if (found.class !== 'drifted' && found.class !== 'pending') return;
          const has = ours.some(({ marker }) => marker.leaf === found.identity.leaf);
          expect(has || first.overLimit.includes(found.identity.leaf)).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });
});
