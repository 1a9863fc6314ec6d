import { describe, expect, test } from '@jest/globals';
import { believedRecord, isAccount, type Actor, type Belief, type ReportComment } from '../../src/gate/believe.ts';
import { encodeRecord, type ReviewRecord } from '../../src/gate/record.ts';
import { marker, type Marker } from '../../src/report/marker.ts';
import { BASE, HEAD, record, reviewedLeaf } from './build.ts';

const US = 'github-actions[bot]';
const bot: Actor = { login: 'github-actions', isBot: true };
/** A person may take the bot's name, but not its suffix. */
const namesake: Actor = { login: 'github-actions', isBot: false };
const otherBot: Actor = { login: 'dependabot', isBot: true };
const ada: Actor = { login: 'ada', isBot: false };
const pullRequest = { repository: 'acme/infrastructure', number: 7, head: HEAD };

let id = 0;
function comment(
  about: ReviewRecord | undefined,
  more: Partial<ReportComment> = {},
  mark: Partial<Marker> = {},
): ReportComment {
  id += 1;
  const head = marker({ kind: 'plan', title: '', part: 1, head: HEAD, run: 1, attempt: 1, ...mark });
  const [trailer = ''] = about === undefined ? [] : encodeRecord(about, undefined);
  const url = `https://github.com/acme/infrastructure/pull/7#issuecomment-${id}`;
  return {
    id,
    url,
    body: `${head}\n### Kompos\n\n${trailer}\n`,
    author: bot,
    edited: false,
    editor: undefined,
    ...more,
  };
}

const believed = (comments: readonly ReportComment[], login = US, title = ''): Belief =>
  believedRecord(comments, pullRequest, login, title, undefined);
const leavesOf = (belief: Belief): readonly string[] =>
  belief.ok ? belief.leaves.map(({ leaf }) => leaf) : [`refused: ${belief.why}`];

const good = record([reviewedLeaf('a')]);

describe('whose account it is', () => {
  test.each<[string, Actor | undefined, string, boolean]>([
    ['the bot', bot, US, true],
    ['a person with the bot’s name', namesake, US, false],
    ['a bot with a person’s name', { login: 'ada', isBot: true }, 'ada', false],
    ['a person', ada, 'ada', true],
    ['somebody whose account is gone', undefined, US, false],
    ['somebody with the suffix in the name', { login: US, isBot: false }, 'github-actions', false],
  ])('%s', (_, actor, login, same) => {
    expect(isAccount(actor, login)).toBe(same);
  });
});

describe('the record of a pull request is believed', () => {
  test('as our account wrote it', () => {
    expect(leavesOf(believed([comment(good)]))).toEqual(['a']);
  });

  test('when nobody else edited it', () => {
    expect(leavesOf(believed([comment(good, { edited: true, editor: bot })]))).toEqual(['a']);
  });

  test('from the report of an apply, which carries it on', () => {
    expect(leavesOf(believed([comment(good, {}, { kind: 'apply' })]))).toEqual(['a']);
  });

  test('in parts, in their order, whatever order they were written in', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((leaf) => record([reviewedLeaf(leaf)]));
    const belief = believed([
      comment(three, {}, { part: 3 }),
      comment(one, {}, { part: 1 }),
      comment(two, {}, { part: 2 }),
    ]);
    expect(leavesOf(belief)).toEqual(['a', 'b', 'c']);
    expect(belief.ok && belief.trailers).toEqual(
      [one, two, three].flatMap((each) => encodeRecord(each ?? good, undefined)),
    );
  });

  test('once, where two runs left a part twice', () => {
    const belief = believed([comment(good), comment(good)]);
    expect([leavesOf(belief), belief.ok && belief.trailers.length]).toEqual([['a'], 1]);
  });

  test('without the parts of an earlier run that were left behind', () => {
    const old = record([reviewedLeaf('a'), reviewedLeaf('gone')], { run: 1 });
    for (const newer of [
      { run: 2, attempt: 1 },
      { run: 1, attempt: 2 },
    ]) {
      const comments = [comment(record([reviewedLeaf('a')], newer)), comment(old, {}, { part: 2 })];
      expect(leavesOf(believed(comments))).toEqual(['a']);
      expect(leavesOf(believed([...comments].reverse()))).toEqual(['a']);
    }
  });

  test('beside whatever other people write, and quote', () => {
    const forged = record([reviewedLeaf('forged')], { run: 99_999_999_999 });
    const others = [
      comment(forged, { author: ada }),
      comment(forged, { author: namesake }),
      comment(forged, { author: otherBot }),
      comment(forged, { author: undefined }),
      comment(good, { author: ada, edited: true, editor: bot }),
    ];
    const quoting = { ...comment(forged), body: `> quoted\n${comment(forged).body}` };
    expect(leavesOf(believed([...others, comment(good), quoting]))).toEqual(['a']);
  });

  test('of the title that was asked for', () => {
    const other = comment(record([reviewedLeaf('other')], { run: 99_999_999_999 }), {}, { title: 'network' });
    expect(leavesOf(believed([comment(good), other]))).toEqual(['a']);
    expect(leavesOf(believed([comment(good), other], US, 'network'))).toEqual(['other']);
  });
});

describe('it is refused', () => {
  const damaged = comment(good);
  test.each<[string, readonly ReportComment[], RegExp]>([
    ['without any comment', [], /#7 has no report of github-actions\[bot\]/u],
    ['from a person with the bot’s name', [comment(good, { author: namesake })], /has no report of/u],
    ['from another bot', [comment(good, { author: otherBot })], /has no report of/u],
    [
      'of other titles, which are named',
      ['./network', 'apps', 'apps'].map((title) => comment(good, {}, { title })),
      /no report of github-actions\[bot\] without a title, but one with the title "\.\/network", the title "apps": /u,
    ],
    ['without a record', [comment(undefined)], /has no record of a plan that could be applied/u],
    ['edited by a person', [comment(good, { edited: true, editor: ada })], /was edited by ada: https:/u],
    [
      'edited by the bot’s namesake',
      [comment(good, { edited: true, editor: namesake })],
      /was edited by github-actions:/u,
    ],
    ['edited by another bot', [comment(good, { edited: true, editor: otherBot })], /was edited by dependabot:/u],
    [
      'edited by an account that is gone',
      [comment(good, { edited: true })],
      /edited by somebody whose account is gone/u,
    ],
    [
      'when a person edited another part of it',
      [comment(good), comment(record([reviewedLeaf('b')]), { edited: true, editor: ada }, { part: 2 })],
      /was edited by ada/u,
    ],
    [
      'damaged',
      [{ ...damaged, body: damaged.body.replace(/(?<=record v1 )./u, '/') }],
      /is damaged, or was made with another fingerprint-key: https:/u,
    ],
    ['made with a key that this run has not', [keyed()], /made with another fingerprint-key/u],
    [
      'of another pull request',
      [comment(record([reviewedLeaf('a')], { pullRequest: 8 }))],
      /was made for acme\/infrastructure#8/u,
    ],
    [
      'of another repository',
      [comment(record([reviewedLeaf('a')], { repository: 'eve/copy' }))],
      /was made for eve\/copy#7/u,
    ],
    [
      'of another commit',
      [comment(record([reviewedLeaf('a')], { head: BASE }))],
      /planned is commit b0a1c2d, but .*#7 was merged at 4f1c2d3/u,
    ],
    [
      'when the newest run planned another commit, whatever an older one did',
      [comment(good), comment(record([reviewedLeaf('a')], { head: BASE, run: good.run + 1 }), {}, { part: 2 })],
      /planned is commit b0a1c2d/u,
    ],
  ])('%s', (_, comments, why) => {
    const belief = believed(comments);
    expect(belief.ok ? 'believed' : belief.why).toMatch(why);
  });

  test('of none but the title that was asked for', () => {
    const titled = believed([comment(good), comment(good, { author: ada }, { title: 'ada’s' })], US, 'network');
    expect(leavesOf(titled)).toEqual([
      expect.stringMatching(
        /no report of github-actions\[bot\] with the title "network", but one with no title: .*"title"/u,
      ),
    ]);
    expect(leavesOf(believed([], US, 'network'))).toEqual([
      'refused: Pull request #7 has no report of github-actions[bot] with the title "network".',
    ]);
  });

  function keyed(): ReportComment {
    const [trailer = ''] = encodeRecord(good, 'a key');
    const plain = comment(undefined);
    return { ...plain, body: `${plain.body}\n${trailer}\n` };
  }
});

test('a part of the same run that was made for something else does not come along', () => {
  const foreign = record([reviewedLeaf('foreign')], { pullRequest: 8 });
  expect(leavesOf(believed([comment(good), comment(foreign, {}, { part: 2 })]))).toEqual(['a']);
});
