import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decidedSplit,
  readDecision,
  readShardNumber,
  shardCount,
  splitLeaves,
  writeDecision,
} from '../../src/shards/split.ts';

const paths = (number: number): readonly string[] =>
  Array.from({ length: number }, (_, index) => `config/env=e${index % 40}/n=${index}/composition=c${index % 7}`);

const alone = (all: readonly string[]): readonly (readonly string[])[] => all.map((path) => [path]);

/** A few leaves take far longer than the others, as in real projects. */
function timingsOf(all: readonly string[]): ReadonlyMap<string, number> {
  return new Map(all.map((path, index) => [path, 2_000 + ((index * 7_919) % 1_000) + (index % 97 === 0 ? 60_000 : 0)]));
}

function longest(shards: readonly (readonly string[])[], time: (path: string) => number): number {
  return Math.max(...shards.map((leaves) => leaves.reduce((sum, path) => sum + time(path), 0)));
}

test.each([
  ['of 2 seconds each', new Map<string, number>()],
  ['of very different timings', timingsOf(paths(9_600))],
])('9,600 leaves %s over 64 shards are within 1.2 of the ideal', (_, known) => {
  const all = paths(9_600);
  const time = (path: string): number => known.get(path) ?? 2_000;
  const { shards } = splitLeaves(alone(all), 64, known);
  const ideal = all.reduce((sum, path) => sum + time(path), 0) / 64;
  expect(longest(shards, time) / ideal).toBeLessThan(1.2);
});

test('each leaf is in exactly one shard, whatever their order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.func(fc.integer({ min: 0, max: 1_000_000 })),
      (leaves, count, time) => {
        const timings = new Map(leaves.slice(0, 20).map((path) => [path, time(path)]));
        const split = splitLeaves(alone(leaves), count, timings);
        expect(split.shards).toHaveLength(count);
        expect(split.shards.flat().sort()).toEqual([...leaves].sort());
        expect(splitLeaves(alone(leaves.toReversed()), count, new Map([...timings].reverse()))).toEqual(split);
      },
    ),
    { numRuns: 50 },
  );
});

test('a group stays in one shard, and counts as long as its leaves together', () => {
  const all = paths(12);
  const together = all.slice(3, 9);
  const groups = [...alone(all.slice(0, 3)), together, ...alone(all.slice(9))];
  const { shards } = splitLeaves(groups, 2, new Map());
  expect(shards.map((leaves) => leaves.length)).toEqual([6, 6]);
  expect(shards.filter((leaves) => together.some((path) => leaves.includes(path)))).toHaveLength(1);
  expect(splitLeaves(alone(all), 2, new Map()).digest).not.toBe(splitLeaves(groups, 2, new Map()).digest);
  expect(shardCount([together], 8, new Map())).toBe(1);
});

describe('how many shards', () => {
  test.each([
    [0, 'auto', 0],
    [1, 'auto', 1],
    [100, 'auto', 10],
    [9_600, 'auto', 256],
    [3, 8, 3],
    [9_600, 64, 64],
  ] as const)('%s leaves, %s: %s', (leaves, wanted, expected) => {
    expect(shardCount(alone(paths(leaves)), wanted, new Map())).toBe(expected);
  });

  test('quick leaves are worth fewer', () => {
    const timings = new Map(paths(100).map((path) => [path, 1_000]));
    expect(shardCount(alone(paths(100)), 'auto', timings)).toBe(1);
    // A new leaf of a known composition counts like the others of it.
    expect(shardCount(alone([...paths(100), 'config/x=1/composition=c3']), 'auto', timings)).toBe(1);
  });
});

describe('what was decided', () => {
  const base = 'a'.repeat(40);

  test('is one word', () => {
    const { digest } = splitLeaves(alone(paths(9)), 3, new Map());
    for (const decision of [
      { count: 3, base, digest, attempt: 2 },
      { count: 0, base: undefined, digest, attempt: 0 },
    ]) {
      expect(readDecision(writeDecision(decision))).toEqual(decision);
    }
    for (const text of [
      '',
      '3',
      `3.${base}`,
      `300.${base}.${digest}.1`,
      `3.x.${digest}.1`,
      `3.${base}.${digest}`,
      `3.${base}.${digest}.1 `,
    ]) {
      expect(readDecision(text)).toBeUndefined();
    }
  });

  test.each([
    ['another leaf', paths(10), 3, new Map<string, number>()],
    ['a leaf less', paths(8), 3, new Map<string, number>()],
    ['another number', paths(9), 4, new Map<string, number>()],
    ['other timings', paths(9), 3, new Map([[paths(9)[0] ?? '', 7]])],
  ])('%s is another split', (_, leaves, count, timings) => {
    const { digest } = splitLeaves(alone(paths(9)), 3, new Map());
    expect(() => decidedSplit(alone(leaves), { count, digest }, timings)).toThrow('comes to another split');
    expect(decidedSplit(alone(paths(9)), { count: 3, digest }, new Map()).shards.flat()).toHaveLength(9);
  });
});

test.each([
  ['3/8', { shard: 3, of: 8 }],
  ['256/256', { shard: 256, of: 256 }],
  ['0/8', undefined],
  ['9/8', undefined],
  ['1/257', undefined],
  ['1', undefined],
  [' 1/2', undefined],
])('shard "%s"', (text, expected) => {
  expect(readShardNumber(text)).toEqual(expected);
});
