import { describe, expect, test } from '@jest/globals';
import type { ExistingIssue, Finding, Project } from '../../../src/commands/drift/issues/before.ts';
import { decideIssues, type IssueDecisions } from '../../../src/commands/drift/issues/decide.ts';
import { digest, type LeafIdentity } from '../../../src/commands/drift/issues/identity.ts';
import type { IssueMarker } from '../../../src/markdown/issue-block.ts';

const SCOPE = digest('scope');
const leaf = (name: string, state = name): LeafIdentity => ({
  leaf: digest('leaf', name),
  state: state === '' ? undefined : digest('state', state),
});

/** @param name of its leaf, or the names of several, a letter each */
function issue(
  number: number,
  name: string,
  more: Omit<Partial<ExistingIssue>, 'marker'> & { marker?: Partial<IssueMarker> } = {},
): ExistingIssue {
  const since = '2026-01-01T00:00:00Z';
  const leaves = letters(name).map((each) => leaf(each));
  const marker = { scope: SCOPE, leaves, cause: 'x', class: 'drifted' as const, since, title: '', content: 'same' };
  const url = `https://github.com/o/r/issues/${number}`;
  return { number, url, open: true, title: '', body: '', labels: [], ...more, marker: { ...marker, ...more.marker } };
}

const finding = (name: string, found: Finding['class'], content = 'same', cause = 'x'): Finding => ({
  identity: leaf(name),
  class: found,
  cause,
  content,
});

function project(names: readonly string[], more: Partial<Project> = {}): Project {
  return { scope: SCOPE, leaves: names.map((name) => leaf(name)), complete: true, ...more };
}

/** `update 1: ab`, `reopen 1: a`, `close 1`, `open a`: in short. */
function inShort({ decisions }: IssueDecisions): readonly string[] {
  return decisions.map((each) => {
    switch (each.kind) {
      case 'open':
        return `open ${namesOf(each.group.leaves)}`;
      case 'update': {
        const { takesOver } = each;
        const over = takesOver.length === 0 ? '' : `, takes over ${takesOver.map(({ number }) => number).join()}`;
        return `${each.reopen ? 'reopen' : 'update'} ${each.issue.number}: ${namesOf(each.group.leaves)}${over}`;
      }
      case 'keep':
        return `keep ${each.issue.number}: ${namesOf(each.leaves)}`;
      case 'moved':
        return `close ${each.issue.number} for ${each.to.join()}`;
      default:
        return `${each.kind} ${each.issue.number}`;
    }
  });
}

const LETTERS = letters('abcdefgh');

function letters(text: string): readonly string[] {
  return text.match(/./gu) ?? [];
}

function namesOf(leaves: readonly { readonly leaf: string }[]): string {
  return leaves.map((each) => LETTERS.find((name) => leaf(name).leaf === each.leaf) ?? '?').join('');
}

describe('one leaf', () => {
  const closed = issue(1, 'a', { open: false, marker: { class: 'clean' } });

  test.each<[string, Finding, readonly ExistingIssue[], readonly string[]]>([
    ['clean, and never anything else', finding('a', 'clean'), [], []],
    ['drifted for the first time', finding('a', 'drifted'), [], ['open a']],
    ['drifted as before', finding('a', 'drifted'), [issue(1, 'a')], []],
    ['drifted in another way', finding('a', 'drifted', 'other'), [issue(1, 'a')], ['update 1: a']],
    [
      'drifted as before, with its state elsewhere',
      finding('a', 'drifted'),
      [issue(1, 'a', { marker: { leaves: [leaf('a', 'elsewhere')] } })],
      ['update 1: a'],
    ],
    ['pending instead of drifted', finding('a', 'pending'), [issue(1, 'a')], ['update 1: a']],
    ['clean again', finding('a', 'clean'), [issue(1, 'a')], ['close 1']],
    ['still clean', finding('a', 'clean'), [closed], []],
    ['drifted again', finding('a', 'drifted'), [closed], ['reopen 1: a']],
    ['closed by a person while it drifts', finding('a', 'drifted'), [issue(1, 'a', { open: false })], ['reopen 1: a']],
    ['unknown, with an open issue', finding('a', 'unknown'), [issue(1, 'a')], []],
    ['unknown, with a closed issue', finding('a', 'unknown'), [closed], []],
    ['paused, with an open issue', finding('a', 'paused', 'paused'), [issue(1, 'a')], ['keep 1: a']],
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
      ['update 1: a, takes over 2', 'close 2 for 1'],
    ],
    ['clean, with two issues', finding('a', 'clean'), [issue(2, 'a'), issue(1, 'a')], ['close 1', 'close 2 for 1']],
    ['with a duplicate that is closed', finding('a', 'drifted'), [issue(1, 'a'), issue(2, 'a', { open: false })], []],
    [
      "beside another project's issue of the same leaf",
      finding('a', 'clean'),
      [issue(1, 'a', { marker: { scope: digest('x') } })],
      [],
    ],
  ])('%s', (_what, found, standing, expected) => {
    expect(inShort(decideIssues(standing, [found], project(['a']), 10))).toEqual(expected);
  });
});

describe('a leaf that is gone', () => {
  const renamed = { ...project(['b']), leaves: [leaf('b', 'a')] };
  const atB = (found: Finding['class'], content = 'same'): Finding => ({
    identity: leaf('b', 'a'),
    class: found,
    cause: 'x',
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
    ['is carried over to the leaf with its state', [atB('drifted')], [issue(1, 'a')], renamed, ['update 1: b']],
    ['is carried over also when closed', [atB('drifted')], [issue(1, 'a', { open: false })], renamed, ['reopen 1: b']],
    ['is closed when that leaf is clean', [atB('clean')], [issue(1, 'a')], renamed, ['close 1']],
    ['waits while that leaf is unknown', [atB('unknown')], [issue(1, 'a')], renamed, []],
    ['waits while that leaf is not asked for', [], [issue(1, 'a')], renamed, []],
    [
      'is closed for good when that leaf has an issue',
      [atB('drifted')],
      [issue(1, 'a', { marker: { cause: 'y' } }), issue(2, 'b', { marker: { leaves: [leaf('b', 'a')] } })],
      renamed,
      ['gone 1'],
    ],
    [
      'is not carried over without a known state',
      [atB('drifted')],
      [issue(1, 'a', { marker: { leaves: [leaf('a', '')], cause: 'y' } })],
      renamed,
      ['gone 1', 'open b'],
    ],
  ])('%s', (_what, findings, standing, all, expected) => {
    expect(inShort(decideIssues(standing, findings, all, 10))).toEqual(expected);
  });
});

describe('several leaves', () => {
  const x = (names: string): readonly Finding[] => letters(names).map((name) => finding(name, 'drifted'));
  const y = (names: string): readonly Finding[] => letters(names).map((name) => finding(name, 'pending', 'other', 'y'));
  const is = (found: Finding['class'], names: string): readonly Finding[] =>
    letters(names).map((name) => finding(name, found, 'paused', ''));
  const alone = (number: number, name: string): ExistingIssue => issue(number, name, { marker: { cause: undefined } });
  const atY = (number: number, names: string, open = true): ExistingIssue =>
    issue(number, names, { open, marker: { cause: 'y', class: 'pending', content: 'other' } });
  const closed = (number: number, names: string): ExistingIssue => issue(number, names, { open: false });

  test.each<[string, readonly Finding[], readonly ExistingIssue[], readonly string[]]>([
    ['with one cause share an issue', x('abc'), [], ['open abc']],
    ['with two causes have two', [...x('ab'), ...y('cd')], [], ['open ab', 'open cd']],
    ['as before', x('abc'), [issue(1, 'abc')], []],
    ['in another order', x('cab'), [issue(1, 'abc')], []],
    ['one more', x('abc'), [issue(1, 'ab')], ['update 1: abc']],
    ['one is clean', [...x('ab'), ...is('clean', 'c')], [issue(1, 'abc')], ['update 1: ab']],
    ['all are clean', is('clean', 'abc'), [issue(1, 'abc')], ['close 1']],
    ['all are clean but one that failed', is('clean', 'ab'), [issue(1, 'abc')], ['keep 1: c']],
    ['all that are left were not checked', is('clean', 'ab'), [issue(1, 'abcd')], ['keep 1: cd']],
    ['none was checked', is('unknown', 'ab'), [issue(1, 'abc')], []],
    ['one was checked and is as before', x('a'), [issue(1, 'abc')], []],
    ['the others were clean before', is('clean', 'c'), [issue(1, 'c')], ['close 1']],
    ['some are paused', [...x('ab'), ...is('paused', 'c')], [issue(1, 'abc')], ['update 1: abc']],
    ['all are paused', is('paused', 'abc'), [issue(1, 'abc')], ['keep 1: abc']],
    ['all are paused, as said', is('paused', 'ab'), [issue(1, 'ab', { marker: { content: 'paused' } })], []],
    ['some are paused, others were not checked', [...is('paused', 'a'), ...is('unknown', 'b')], [issue(1, 'ab')], []],
    // The cause changes.
    ['all have another cause: their issue follows', y('abc'), [issue(1, 'abc')], ['update 1: abc']],
    ['one has another cause', [...x('ab'), ...y('c')], [issue(1, 'abc')], ['update 1: ab', 'open c']],
    [
      'one moves to the issue of its new cause',
      [...x('ab'), ...y('cd')],
      [issue(1, 'abc'), atY(2, 'd')],
      ['update 1: ab', 'update 2: cd'],
    ],
    [
      'one moves while the others were not checked',
      y('a'),
      [issue(1, 'abc'), atY(2, 'd')],
      ['update 2: ad', 'keep 1: bc'],
    ],
    ['one gets a new issue while the others were not checked', y('a'), [issue(1, 'ab')], ['keep 1: b', 'open a']],
    ['the last one moves', y('a'), [issue(1, 'a'), atY(2, 'd')], ['update 2: ad, takes over 1', 'close 1 for 2']],
    [
      'the last one moves, others are clean',
      [...y('a'), ...is('clean', 'b')],
      [issue(1, 'ab'), atY(2, 'd')],
      ['update 2: ad, takes over 1', 'close 1 for 2'],
    ],
    [
      'two causes become one',
      y('abcd'),
      [issue(1, 'ab'), atY(2, 'cd')],
      ['update 2: abcd, takes over 1', 'close 1 for 2'],
    ],
    [
      'two causes become a third one: the issue of more leaves stays',
      y('abcde'),
      [issue(1, 'ab'), issue(2, 'cde', { marker: { cause: 'z' } })],
      ['update 2: abcde, takes over 1', 'close 1 for 2'],
    ],
    [
      'one cause becomes two: the issue goes with more leaves',
      [...x('a').map((each) => ({ ...each, cause: 'z' })), ...y('bc')],
      [issue(1, 'abc')],
      ['update 1: bc', 'open a'],
    ],
    [
      'had an issue each',
      x('abc'),
      [alone(1, 'a'), alone(2, 'b'), alone(3, 'c')],
      ['update 1: abc, takes over 2,3', 'close 2 for 1', 'close 3 for 1'],
    ],
    [
      'had an issue each, and one was not checked',
      x('ac'),
      [alone(1, 'a'), alone(2, 'b'), alone(3, 'c')],
      ['update 1: ac, takes over 3', 'close 3 for 1'],
    ],
    [
      'have two issues of one cause: the older one stays, for those too that were not checked',
      x('ac'),
      [issue(1, 'ab'), issue(2, 'cd')],
      ['update 1: abcd, takes over 2', 'close 2 for 1'],
    ],
    // Closed issues.
    ['differ again in the same way', x('ab'), [closed(1, 'abc')], ['reopen 1: ab']],
    ['others differ in the same way', x('de'), [closed(1, 'abc')], ['reopen 1: de']],
    ['differ again in another way', y('abcd'), [closed(1, 'ab')], ['reopen 1: abcd']],
    ['only some differ in another way', y('ab'), [closed(1, 'abc')], ['open ab']],
    [
      'were in an issue that was given up',
      x('ab'),
      [issue(1, '', { open: false, marker: { cause: undefined, class: 'moved' } })],
      ['open ab'],
    ],
    [
      'were in an issue whose leaves are gone',
      x('ab'),
      [closed(1, 'h')].map((each) => ({ ...each, marker: { ...each.marker, class: 'gone' as const } })),
      ['open ab'],
    ],
  ])('%s', (_what, findings, standing, expected) => {
    expect(inShort(decideIssues(standing, findings, project(letters('abcde')), 10))).toEqual(expected);
  });

  test.each<[string, Project, readonly string[]]>([
    ['is no longer named', project(letters('ab')), ['update 1: ab']],
    ['stays while the states of all leaves are not known', project(letters('ab'), { complete: false }), []],
    [
      'is called by its new name',
      { ...project([]), leaves: [leaf('a'), leaf('b'), leaf('d', 'c')] },
      ['update 1: abd'],
    ],
  ])('one of them that is gone %s', (_what, all, expected) => {
    expect(inShort(decideIssues([issue(1, 'abc')], x('ab'), all, 10))).toEqual(expected);
  });

  test('all of them are gone', () => {
    expect(inShort(decideIssues([issue(1, 'abc')], [], project(['d']), 10))).toEqual(['gone 1']);
  });

  test('the limit counts causes, and a leaf stays in its issue while there is no room for another one', () => {
    const findings = [...x('ab'), ...y('c'), finding('d', 'pending', 'z', 'z')];
    const result = decideIssues([issue(1, 'ce')], findings, project(letters('abcde')), 1);
    // `e` was not checked, so the issue about it stays, with `c` and for the cause of `a` and `b`.
    expect(inShort(result)).toEqual(['update 1: abe']);
    expect(namesOf(result.overLimit.map((each) => ({ leaf: each })))).toBe('cd');
  });

  test('a leaf without room for its new cause stays in the issue that is still needed for others', () => {
    expect(decideIssues([issue(1, 'ab')], y('a'), project(letters('ab')), 1)).toEqual({ decisions: [], overLimit: [] });
    const clean = [...y('a'), ...is('clean', 'b')];
    expect(inShort(decideIssues([issue(1, 'abc')], clean, project(letters('abc')), 1))).toEqual(['keep 1: ac']);
  });

  test('more than an issue can name are in several, and stay where they are', () => {
    const many = Array.from({ length: 600 }, (_, index) => `leaf ${index}`);
    const found = many.map((name) => finding(name, 'pending'));
    const all = project(many);
    const first = decideIssues([], found, all, 10).decisions;
    const sizes = first.map((each) => (each.kind === 'open' ? each.group.leaves.length : 0));
    expect(sizes).toEqual([250, 250, 100]);
    const standing = first.map((each, index) => {
      if (each.kind !== 'open') throw new Error();
      return issue(index + 1, '', { marker: { ...each.group } });
    });
    expect(decideIssues(standing, found, all, 10).decisions).toEqual([]);
    // The first is clean, one is new: it takes the room.
    const next = [finding('leaf 0', 'clean'), ...found.slice(1), finding('new', 'pending')];
    const { decisions } = decideIssues(standing, next, project([...many, 'new']), 10);
    expect(decisions.map((each) => each.kind === 'update' && each.issue.number)).toEqual([1]);
    // Few are left: one issue names them all.
    const few = [
      ...found.slice(0, 2),
      ...found.slice(590),
      ...many.slice(2, 590).map((name) => finding(name, 'clean')),
    ];
    expect(decideIssues(standing, few, all, 10).decisions.map(({ kind }) => kind)).toEqual([
      'update',
      'close',
      'moved',
    ]);
  });
});

describe('no more issues are open than allowed', () => {
  const names = ['a', 'b', 'c', 'd'];
  const own = (name: string, found: Finding['class']): Finding => finding(name, found, 'same', name);

  test('drift comes before what is pending, and what has no issue is named', () => {
    const findings = [own('a', 'pending'), own('b', 'drifted'), own('c', 'pending'), own('d', 'drifted')];
    const result = decideIssues([], findings, project(names), 3);
    expect(inShort(result)).toEqual(['open b', 'open d', 'open a']);
    expect(result.overLimit).toEqual([leaf('c').leaf]);
  });

  test('what closes makes room', () => {
    const findings = [finding('a', 'clean'), own('b', 'drifted')];
    expect(inShort(decideIssues([issue(1, 'a')], findings, project(names), 1))).toEqual(['close 1', 'open b']);
  });

  test('reopening counts', () => {
    const findings = [finding('a', 'drifted'), own('b', 'drifted')];
    const result = decideIssues([issue(1, 'a'), issue(2, 'b', { open: false })], findings, project(names), 1);
    expect(result).toMatchObject({ decisions: [], overLimit: [leaf('b').leaf] });
  });
});
