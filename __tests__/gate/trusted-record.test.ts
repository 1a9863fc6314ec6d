import { describe, expect, test } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import {
  findRecord,
  isAccount,
  writtenAfterMerge,
  type Actor,
  type FoundRecord,
  type RecordMode,
  type ReportComment,
} from '../../src/gate/trusted-record.ts';
import { trailer, type ReviewRecord } from '../../src/gate/record.ts';
import { marker, type Marker } from '../../src/markdown/marker.ts';
import { BASE, HEAD, record, reviewedLeaf, trailersOf } from './build.ts';

const US = 'github-actions[bot]';
const bot: Actor = { login: 'github-actions', isBot: true };
/** A person may take the bot's name, but not its suffix. */
const namesake: Actor = { login: 'github-actions', isBot: false };
const otherBot: Actor = { login: 'dependabot', isBot: true };
const ada: Actor = { login: 'ada', isBot: false };
const pullRequest = { repositoryId: '1296269', number: 7, head: HEAD, isOwn: true, mergedAt: undefined };

let id = 0;
function comment(
  about: ReviewRecord | undefined,
  more: Partial<ReportComment> = {},
  mark: Partial<Marker> = {},
): ReportComment {
  id += 1;
  const head = marker({ kind: 'plan', title: '', part: 1, head: HEAD, run: 1, attempt: 1, ...mark });
  const text = `${head}\n### Kompos\n`;
  const hidden = about === undefined ? '' : packedWhole(about, text);
  const url = `https://github.com/acme/infrastructure/pull/7#issuecomment-${id}`;
  return {
    id,
    url,
    body: `${text}\n${hidden}\n`,
    author: bot,
    createdAt: '2026-01-05T12:00:00Z',
    editedAt: undefined,
    editor: undefined,
    ...more,
  };
}

const believed = (comments: readonly ReportComment[], login = US, title = ''): FoundRecord =>
  findRecord(comments, pullRequest, { login, title, projectRoot: '.', key: undefined, mode: 'unsigned' });
const leavesOf = (found: FoundRecord): readonly string[] =>
  found.ok ? found.parts.flatMap((part) => part.record.leaves.map(({ leaf }) => leaf)) : [`refused: ${found.why}`];
/** A part as it is, whatever it says of other parts. */
const packedWhole = ({ leaves, ...rest }: ReviewRecord, text: string): string => {
  const payload = deflateRawSync(JSON.stringify({ ...rest, leaves })).toString('base64');
  return trailer(payload, text, undefined, undefined);
};

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
    expect(leavesOf(believed([comment(good, { editedAt: '2026-01-05T12:30:00Z', editor: bot })]))).toEqual(['a']);
  });

  test('but not from the report of an apply, which has none', () => {
    expect(leavesOf(believed([comment(good, {}, { kind: 'apply' })]))).toEqual([expect.stringContaining('refused')]);
  });

  test('in parts, in their order, whatever order they were written in', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((leaf, index) =>
      record([reviewedLeaf(leaf)], { part: index + 1, parts: 3 }),
    );
    const trustedRecord = believed([
      comment(three, {}, { part: 3 }),
      comment(one, {}, { part: 1 }),
      comment(two, {}, { part: 2 }),
    ]);
    expect(leavesOf(trustedRecord)).toEqual(['a', 'b', 'c']);
  });

  test('once, where two runs left a part twice', () => {
    const trustedRecord = believed([comment(good), comment(good)]);
    expect([leavesOf(trustedRecord), trustedRecord.ok && trustedRecord.parts.length]).toEqual([['a'], 1]);
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
      comment(good, { author: ada, editedAt: '2026-01-05T12:30:00Z', editor: bot }),
    ];
    const quoting = { ...comment(forged), body: `> quoted\n${comment(forged).body}` };
    expect(leavesOf(believed([...others, comment(good), quoting]))).toEqual(['a']);
  });

  test('of the title that was asked for', () => {
    const other = comment(
      record([reviewedLeaf('other')], { run: 99_999_999_999, title: 'network' }),
      {},
      { title: 'network' },
    );
    expect(leavesOf(believed([comment(good), other]))).toEqual(['a']);
    expect(leavesOf(believed([comment(good), other], US, 'network'))).toEqual(['other']);
  });
});

describe('it is refused', () => {
  const damaged = comment(good);
  test.each<[string, readonly ReportComment[], RegExp]>([
    ['without any comment', [], /#7 has no report by github-actions\[bot\]/u],
    ['from a person with the bot’s name', [comment(good, { author: namesake })], /has no report by/u],
    ['from another bot', [comment(good, { author: otherBot })], /has no report by/u],
    [
      'of other titles, which are named',
      ['./network', 'apps', 'apps'].map((title) => comment(good, {}, { title })),
      /no report by github-actions\[bot\] without a title, but has one with the title "\.\/network", the title "apps": /u,
    ],
    ['without a record', [comment(undefined)], /has no record of a plan that can be applied/u],
    [
      'edited by a person',
      [comment(good, { editedAt: '2026-01-05T12:30:00Z', editor: ada })],
      /was edited by ada: https:/u,
    ],
    [
      'edited by the bot’s namesake',
      [comment(good, { editedAt: '2026-01-05T12:30:00Z', editor: namesake })],
      /was edited by github-actions:/u,
    ],
    [
      'edited by another bot',
      [comment(good, { editedAt: '2026-01-05T12:30:00Z', editor: otherBot })],
      /was edited by dependabot:/u,
    ],
    [
      'edited by an account that is gone',
      [comment(good, { editedAt: '2026-01-05T12:30:00Z' })],
      /edited by a deleted account/u,
    ],
    [
      'when a person edited another part of it',
      [
        comment(good),
        comment(record([reviewedLeaf('b')]), { editedAt: '2026-01-05T12:30:00Z', editor: ada }, { part: 2 }),
      ],
      /was edited by ada/u,
    ],
    [
      'damaged',
      [{ ...damaged, body: damaged.body.replace(/(?<=record v2 )./u, '/') }],
      /is damaged, or was made with a different fingerprint-key: https:/u,
    ],
    ['made with a key that this run has not', [keyed()], /made with a different fingerprint-key/u],
    [
      'of another pull request',
      [comment(record([reviewedLeaf('a')], { pullRequest: 8 }))],
      /was made for acme\/infrastructure#8/u,
    ],
    [
      'of another repository',
      [comment(record([reviewedLeaf('a')], { repository: 'eve/copy', repositoryId: '666' }))],
      /was made for eve\/copy#7/u,
    ],
    [
      'of another commit',
      [comment(record([reviewedLeaf('a')], { head: BASE }))],
      /plan is for commit b0a1c2d, but .*#7 was merged at 4f1c2d3/u,
    ],
    [
      'when a later run has reported, and recorded nothing',
      [comment(good), comment(undefined, {}, { part: 2, run: good.run, attempt: 2 })],
      /A later run reported on pull request #7 without a record: https:/u,
    ],
    [
      'when it stands below another text as well',
      [comment(good), comment(good, {}, { head: BASE })],
      /do not belong together/u,
    ],
    [
      'when the newest run planned another commit, whatever an older one did',
      [comment(good), comment(record([reviewedLeaf('a')], { head: BASE, run: good.run + 1 }), {}, { part: 2 })],
      /plan is for commit b0a1c2d/u,
    ],
  ])('%s', (_, comments, why) => {
    const trustedRecord = believed(comments);
    expect(trustedRecord.ok ? 'believed' : trustedRecord.why).toMatch(why);
  });

  test('of none but the title that was asked for', () => {
    const titled = believed([comment(good), comment(good, { author: ada }, { title: 'ada’s' })], US, 'network');
    expect(leavesOf(titled)).toEqual([
      expect.stringMatching(
        /no report by github-actions\[bot\] with the title "network", but has one with no title: .*"title"/u,
      ),
    ]);
    expect(leavesOf(believed([], US, 'network'))).toEqual([
      'refused: Pull request #7 has no report by github-actions[bot] with the title "network".',
    ]);
  });

  function keyed(): ReportComment {
    const plain = comment(undefined);
    const [text = ''] = trailersOf(good, 'a key', undefined, plain.body);
    return { ...plain, body: `${plain.body}\n${text}\n` };
  }
});

describe('all parts of it', () => {
  const part = (number: number, parts: number, more: Partial<ReviewRecord> = {}): ReportComment =>
    comment(record([reviewedLeaf(`leaf ${number}`)], { part: number, parts, ...more }), {}, { part: number });

  test.each<[string, readonly ReportComment[], RegExp]>([
    ['one is dropped', [part(1, 3), part(3, 3)], /Part 2 of 3 of the record in pull request #7 is missing/u],
    ['the last one is dropped', [part(1, 2)], /Part 2 of 2 /u],
    ['one is there in two versions', [part(1, 2), part(2, 2), part(2, 2, { base: HEAD })], /do not belong together/u],
    ['they count differently', [part(1, 1), part(2, 2)], /do not belong together|missing/u],
    ['one belongs to another pull request', [part(1, 2), part(2, 2, { pullRequest: 8 })], /was made for acme/u],
    [
      'one belongs to another title',
      [part(1, 2), part(2, 2, { title: 'dev' })],
      /belongs to a report with the title "dev"/u,
    ],
    ['one belongs to another project', [part(1, 2), part(2, 2, { projectRoot: 'dev' })], /working-directory "dev"/u],
  ])('%s: refused', (_, comments, why) => {
    const found = believed(comments);
    expect(found.ok ? 'trusted' : found.why).toMatch(why);
  });

  test('of version 0.1: refused, with the way on', () => {
    const old = comment(undefined);
    const body = `${old.body}\n<!-- kompos:record v1 AAAA ${'0'.repeat(32)} -->\n`;
    const found = believed([{ ...old, body }]);
    expect(found.ok ? 'trusted' : found.why).toMatch(/earlier version of Kompos: plan it again with this/u);
  });
});

test('a pull request from a fork has no record, whatever stands in its comments', () => {
  const settings = { login: US, title: '', projectRoot: '.', key: undefined, mode: 'unsigned' } as const;
  const found = findRecord([comment(good)], { ...pullRequest, isOwn: false }, settings);
  expect(found.ok ? 'trusted' : found.why).toContain('comes from a fork');
});

test('a record is from when its comment was last edited: until then it may have shown something else', () => {
  const settings = { login: US, title: '', projectRoot: '.' } as const;
  const time = (more: Partial<ReportComment>, mode: RecordMode, key?: string): number | undefined => {
    const plain = comment(undefined);
    const [text = ''] = trailersOf(good, key, undefined, plain.body);
    const found = findRecord([{ ...plain, ...more, body: `${plain.body}\n${text}\n` }], pullRequest, {
      ...settings,
      key,
      mode,
    });
    return found.ok ? found.time : undefined;
  };
  const edited = { editedAt: '2026-01-05T13:00:00Z', editor: bot };
  const one = Date.UTC(2026, 0, 5, 13) / 1_000;
  expect([time(edited, 'unsigned'), time(edited, 'signed'), time(edited, 'keyed', 'key')]).toEqual([one, one, one]);
  // With the key, what it says of its own time is true.
  const early = { createdAt: '2026-01-05T11:00:00Z' };
  expect([time(early, 'signed'), time(early, 'keyed', 'key')]).toEqual([one - 7_200, one - 3_600]);
});

test.each([
  ['a second before it', 11, undefined],
  ['in its very second', 12, /not written before the merge/u],
  ['a second after it', 13, /not written before the merge/u],
])('a record of a merge, %s', (_, seconds, why) => {
  const merged = { ...pullRequest, mergedAt: '2026-01-05T12:00:12Z' };
  const found = writtenAfterMerge(Date.UTC(2026, 0, 5, 12) / 1_000 + seconds, merged);
  if (why === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(why);
});
