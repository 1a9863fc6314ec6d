import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { packRecord, readPart, trailer as trailerFor, type ReviewRecord } from '../../src/gate/record.ts';
import { manyLeaves, record, recordIn, reviewedLeaf, TEXT, trailersOf } from './build.ts';

const KEY = 'a fingerprint key';
/** The comment that ends with a trailer. */
const comment = (trailer: string, text = TEXT): string => `${text}\n${trailer}\n`;
const bytes = (text: string): number => Buffer.byteLength(text);

function onlyTrailer(about: ReviewRecord, key?: string): string {
  const [trailer, ...more] = trailersOf(about, key);
  if (trailer === undefined || more.length > 0) throw new Error('not exactly one trailer');
  return trailer;
}

/** A trailer around any payload, with the checksum that belongs to it: what somebody without the key can forge. */
function forged(payload: string): string {
  const text = createHash('sha256').update(TEXT.trim()).digest('hex');
  const sum = createHash('sha256').update(`kompos:record v2 ${payload} ${text}`).digest('hex').slice(0, 32);
  return comment(`<!-- kompos:record v2 ${payload} ${sum} -->`);
}

const packed = (value: unknown): string => deflateRawSync(JSON.stringify(value)).toString('base64');

describe('a record', () => {
  const some = record([
    reviewedLeaf('config/env=ü/composition=app', { changes: undefined, destroys: true }),
    reviewedLeaf('b'),
  ]);

  test.each([['without a key', undefined] as const, ['with a key', KEY] as const])('comes back, %s', (_, key) => {
    expect(recordIn(comment(onlyTrailer(some, key)), key)).toEqual(JSON.parse(JSON.stringify(some)));
  });

  test.each([undefined, ['vpc', 'dns']])('keeps for what a leaf waited: %j', (waits) => {
    const about = record([reviewedLeaf('a', { waits })]);
    const read = recordIn(`${TEXT}${trailersOf(about)[0] ?? ''}\n`);
    expect(typeof read === 'string' ? read : read.leaves.map((leaf) => leaf.waits)).toEqual([waits]);
  });

  test.each([undefined, 'full', 'minimal', 'none'] as const)('keeps how much was refreshed: %s', (refresh) => {
    const about = record([reviewedLeaf('a', { refresh })]);
    const read = recordIn(comment(onlyTrailer(about)));
    expect(typeof read === 'string' ? read : read.leaves.map((leaf) => leaf.refresh)).toEqual([refresh]);
  });

  test('of no leaf is none', () => {
    expect(trailersOf(record([]), undefined)).toEqual([]);
    expect(recordIn('### Kompos\n', undefined)).toBe('none');
  });

  test('comes back with its token, and with the very bytes that the token is for', () => {
    const { leaves, ...about } = some;
    const [part] = packRecord(about, leaves);
    if (part === undefined) throw new Error('there is no part');
    const token = 'eyJ-_a.b--c.d_-e';
    const text = trailerFor(part.payload, TEXT, undefined, token);
    expect(text.slice(4, -3)).not.toContain('--');
    expect(readPart(comment(text), undefined)).toMatchObject({ token, payload: part.payload });
  });

  test('of 9,600 leaves takes few parts, each with room for a token and a report, and is read in no time', () => {
    const about = record([]);
    const random = (text: string): string => createHash('md5').update(text).digest('hex');
    const leaves = Array.from({ length: 9_600 }, (_, index) => ({
      ...reviewedLeaf(`config/env=dev/cluster=c${index % 1_200}/composition=terraform/terraform=t${index % 8}`),
      rendering: random(`r${index}`),
      fingerprint: random(`f${index}`),
    }));
    const parts = packRecord(about, leaves);
    expect(parts.length).toBeLessThan(24);
    for (const { payload } of parts) expect(payload.length).toBeLessThanOrEqual(30_000);
    const found = parts.map(({ payload }) =>
      readPart(comment(trailerFor(payload, TEXT, undefined, undefined)), undefined),
    );
    expect(found.flatMap((each) => (typeof each === 'string' ? [] : each.record.leaves))).toEqual(
      parts.flatMap((each) => each.record.leaves),
    );
    expect(parts.flatMap((each) => each.record.leaves.map(({ leaf }) => leaf))).toEqual(leaves.map(({ leaf }) => leaf));
  });

  test('of version 0.1 is told apart from a damaged one', () => {
    expect(recordIn(comment(`<!-- kompos:record v1 AAAA ${'0'.repeat(32)} -->`))).toBe('earlier-version');
  });

  test.each([
    ['another key', KEY, 'another key'],
    ['none, though it has one', KEY, undefined],
    ['one, though it has none', undefined, KEY],
  ])('made with a key is damaged when it is read with %s', (_, made, read) => {
    expect(recordIn(comment(onlyTrailer(some, made)), read)).toBe('damaged');
  });

  test('counts only at the end: what stands in the middle, or has words behind it, is damaged', () => {
    const trailer = onlyTrailer(some);
    expect(recordIn(`${comment(trailer)}more words\n`, undefined)).toBe('damaged');
    expect(recordIn(`\n${trailer} <!-- x -->`, undefined)).toBe('damaged');
    expect(recordIn(`words ${trailer}`, undefined)).toBe('damaged');
  });

  test('of two at the end only the last one is read', () => {
    const other = record([reviewedLeaf('other')]);
    const text = comment(onlyTrailer(some));
    const [last = ''] = trailersOf(other, undefined, undefined, text);
    const both = comment(last, text);
    expect(recordIn(both, undefined)).toEqual(other);
  });
});

describe('a record is for the text above it', () => {
  const [trailer = ''] = trailersOf(record([reviewedLeaf('a')]), KEY);

  test.each([
    ['another word', TEXT.replace('words', 'swords')],
    ['a line more', `${TEXT}- nothing is destroyed\n`],
    ['a line less', TEXT.replace('\nwords\n', '')],
    ['another marker', TEXT.replace('plan', 'plan ')],
    ['space that pushes a word out of sight', TEXT.replace('words', `${' '.repeat(400)}words`)],
    ['a line that ends in the middle', TEXT.replace('words', 'wo\rrds')],
    ['blank space at the end of a line', TEXT.replace('Kompos', 'Kompos  ')],
    ['nothing', ''],
  ])('with %s it is damaged', (_, text) => {
    expect(recordIn(comment(trailer, text), KEY)).toBe('damaged');
  });

  test.each([
    ['line ends of another system', comment(trailer).replaceAll('\n', '\r\n')],
    ['blank lines in front of it', comment(trailer, `${TEXT}\n\n`)],
  ])('with %s it is the same', (_, body) => {
    expect(typeof recordIn(body, KEY)).toBe('object');
  });
});

describe('a record that was changed is never another record', () => {
  const trailer = onlyTrailer(record([reviewedLeaf('config/env=prod/composition=app', { changes: undefined })]), KEY);
  const refused = (changed: string): boolean => typeof recordIn(comment(changed), KEY) === 'string';

  test('in any single place, by any of these: replaced, deleted, inserted', () => {
    const others = ['A', 'b', '0', '9', '+', '/', '=', ' ', '\n', '-', '>', 'é', '\0'];
    const accepted: string[] = [];
    for (let at = 0; at < trailer.length; at += 1) {
      const [before, after] = [trailer.slice(0, at), trailer.slice(at + 1)];
      const changed = [
        before + after,
        ...others.flatMap((other) => [before + other + after, before + other + trailer.slice(at)]),
      ];
      for (const each of changed) if (each !== trailer && !isOnlyBlank(each) && !refused(each)) accepted.push(each);
    }
    expect(accepted).toEqual([]);
    expect(refused(trailer)).toBe(false);
  });

  /** Blank space in front of the trailer is none of it. */
  function isOnlyBlank(changed: string): boolean {
    return changed === `\n${trailer}`;
  }

  test('in several places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(trailer.length - 1), fc.constantFrom(...'ABCabc019+/= ->\n'.split(/(?:)/u))), {
          minLength: 1,
        }),
        (edits) => {
          let changed = trailer;
          for (const [at, other] of edits) changed = changed.slice(0, at) + other + changed.slice(at + 1);
          expect(changed.trim() === trailer || refused(changed)).toBe(true);
        },
      ),
    );
  });

  test('nor are two records cut together', () => {
    const other = onlyTrailer(record([reviewedLeaf('config/env=dev/composition=app')]), KEY);
    const parts = (text: string): readonly string[] => text.split(' ');
    const [one, two] = [parts(trailer), parts(other)];
    expect(refused([...one.slice(0, 3), two[3], one[4], one[5]].join(' '))).toBe(true);
    expect(refused([...one.slice(0, 4), two[4], one[5]].join(' '))).toBe(true);
  });
});

describe('what the checksum cannot tell is refused by its shape', () => {
  const good = record([reviewedLeaf('a')]);

  test('the forger’s tool works: a right shape is read', () => {
    expect(recordIn(forged(packed(good)), undefined)).toEqual(good);
    expect(recordIn(forged(packed(good)), KEY)).toBe('damaged');
  });

  test('a decompression bomb, though a record is at its end', () => {
    const padded = Buffer.concat([Buffer.alloc(64 * 1024 * 1024, ' '), Buffer.from(JSON.stringify(good))]);
    const bomb = deflateRawSync(padded).toString('base64');
    expect(bytes(bomb)).toBeLessThan(100_000);
    expect(recordIn(forged(bomb), undefined)).toBe('damaged');
  });

  test.each([
    ['no deflate stream', 'AAAA'],
    ['no JSON', deflateRawSync('{').toString('base64')],
    ['half a stream', packed(good).slice(0, 40)],
    ['null', packed(null)],
    ['a list', packed([good])],
    ['a text', packed('record')],
    ['no leaves', packed({ ...good, leaves: undefined })],
    ['leaves that are none', packed({ ...good, leaves: [null] })],
    ['a number as commit', packed({ ...good, head: 7 })],
    ['a text as pull request', packed({ ...good, pullRequest: '7' })],
    ['a leaf without a fingerprint', packed({ ...good, leaves: [{ ...reviewedLeaf('a'), fingerprint: undefined }] })],
    ['a list as fingerprint', packed({ ...good, leaves: [{ ...reviewedLeaf('a'), fingerprint: ['x'] }] })],
    ['a text as verdict', packed({ ...good, leaves: [{ ...reviewedLeaf('a'), destroys: 'false' }] })],
    ['counts that are none', packed({ ...good, leaves: [{ ...reviewedLeaf('a'), counts: [1, 0, 0, 0] }] })],
    ['providers that are none', packed({ ...good, leaves: [{ ...reviewedLeaf('a'), providers: [{}] }] })],
    ['leaves to wait for that are none', packed({ ...good, leaves: [{ ...reviewedLeaf('a'), waits: [1] }] })],
    ['a refresh that does not exist', packed({ ...good, leaves: [{ ...reviewedLeaf('a'), refresh: 'some' }] })],
    ['changes that are none', packed({ ...good, leaves: [{ ...reviewedLeaf('a'), changes: [{ address: 'x' }] }] })],
    [
      'a digest that is no text',
      packed({
        ...good,
        leaves: [{ ...reviewedLeaf('a'), changes: [{ address: 'x', actions: '', attributes: { a: 1 } }] }],
      }),
    ],
    [
      'what only a prototype has',
      deflateRawSync(JSON.stringify(good).replace('"head"', '"__proto__"')).toString('base64'),
    ],
  ])('%s', (_, payload) => {
    expect(recordIn(forged(payload), undefined)).toBe('damaged');
  });

  test('any JSON at all: damaged, or a record all of whose fields are what they should be', () => {
    const pieces = fc.oneof(
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(pieces, (json) => {
        expect(recordIn(forged(deflateRawSync(json).toString('base64')), undefined)).toBe('damaged');
      }),
    );
  });

  test('any field replaced by anything of another type is damaged', () => {
    const paths = [
      ...Object.keys(good).map((name) => [name]),
      ...Object.keys(reviewedLeaf('a')).map((name) => ['leaves', '0', name]),
      ...['create', 'update', 'replace', 'delete'].map((name) => ['leaves', '0', 'counts', name]),
      ...['address', 'actions', 'attributes'].map((name) => ['leaves', '0', 'changes', '0', name]),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const changed: unknown = JSON.parse(JSON.stringify(good));
        const old = replaceAt(changed, path, value);
        fc.pre(kindOf(old) !== kindOf(value));
        expect(recordIn(forged(packed(changed)), undefined)).toBe('damaged');
      }),
      { numRuns: 500 },
    );
  });

  /** Sets a value deep inside of parsed JSON; answers what stood there. */
  function replaceAt(root: unknown, path: readonly string[], value: unknown): unknown {
    const [name = '', ...rest] = path;
    if (typeof root !== 'object' || root === null) throw new Error(`nothing at ${path.join('.')}`);
    const old: unknown = Reflect.get(root, name);
    if (rest.length > 0) return replaceAt(old, rest, value);
    Reflect.set(root, name, value);
    return old;
  }

  function kindOf(value: unknown): string {
    return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
  }
});

describe('room', () => {
  const share = 22_000;
  const read = (trailers: readonly string[]) =>
    trailers.flatMap((each) => {
      const found = recordIn(comment(each), undefined);
      return typeof found === 'string' ? [] : found.leaves;
    });

  test('300 leaves with five resources each fit into the share of one comment', () => {
    const leaves = manyLeaves(300);
    const trailers = trailersOf(record(leaves), undefined);
    expect(trailers).toHaveLength(1);
    expect(trailers.map(bytes).every((size) => size <= share)).toBe(true);
    expect(read(trailers).map(({ leaf, fingerprint }) => [leaf, fingerprint])).toEqual(
      leaves.map(({ leaf, fingerprint }) => [leaf, fingerprint]),
    );
  });

  test('3,000 leaves are spread over more trailers, in order, and none is lost', () => {
    const leaves = manyLeaves(3_000);
    const trailers = trailersOf(record(leaves), undefined);
    expect(trailers.length).toBeGreaterThan(1);
    expect(trailers.map(bytes).every((size) => size <= 32_000)).toBe(true);
    expect(read(trailers)).toEqual(JSON.parse(JSON.stringify(leaves.map((leaf) => ({ ...leaf, changes: undefined })))));
  });

  test('a few leaves keep what names their differences', () => {
    const leaves = manyLeaves(20);
    expect(read(trailersOf(record(leaves), undefined))).toEqual(leaves);
  });

  test('a leaf that alone has no room has no record, and the others keep theirs', () => {
    const noise = Array.from({ length: 1_000 }, (_, index) => createHash('sha256').update(String(index)).digest('hex'));
    const [first, second] = [reviewedLeaf('first'), reviewedLeaf('second')];
    const huge = reviewedLeaf('huge', { providers: noise });
    const trailers = trailersOf(record([first, huge, second]), undefined);
    expect(read(trailers).map(({ leaf }) => leaf)).toEqual(['first', 'second']);
  });

  test('however many leaves and however little room: no payload is over its limit, and what fits alone is there', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 900, max: 5_000 }), (number, limit) => {
        const leaves = manyLeaves(number);
        const trailers = trailersOf(record(leaves), KEY, limit);
        expect(trailers.every((each) => bytes(each) <= limit + 100)).toBe(true);
        const found = trailers.flatMap((each) => {
          const decoded = recordIn(comment(each), KEY);
          return typeof decoded === 'string' ? [] : decoded.leaves;
        });
        expect(found.map(({ leaf }) => leaf)).toEqual(leaves.map(({ leaf }) => leaf));
      }),
      { numRuns: 40 },
    );
  });
});
