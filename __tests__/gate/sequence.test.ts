import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isAround, sequence, type Reads } from '../../src/gate/sequence.ts';
import { describeLeaf, type Leaf } from '../../src/project/leaves.ts';

const ORDER = ['net', 'app'];
const NO_READS: Reads = { of: new Map(), unknown: new Set() };
const item = (path: string): { readonly leaf: Leaf } => ({
  leaf: describeLeaf(path.replace(/:(\w+)$/u, '/composition=terraform/terraform=$1')),
});
const name = ({ leaf }: { readonly leaf: Leaf }): string =>
  leaf.path.replace('/composition=terraform/terraform=', ':').replaceAll('config/', '');
const shown = (paths: readonly string[], reversed = false): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    sequence(
      paths.map((path) => item(`config/${path}`)),
      ORDER,
      NO_READS,
      reversed,
    ).map(({ item: each, after }) => [name(each), after.map(name)]),
  );

describe('what must have ended before', () => {
  test.each<[string, readonly string[], Readonly<Record<string, readonly string[]>>]>([
    ['nothing before a leaf alone', ['env=a:app'], { 'env=a:app': [] }],
    [
      'within a place the compositions in their order',
      ['env=a:app', 'env=a:net'],
      { 'env=a:net': [], 'env=a:app': ['env=a:net'] },
    ],
    [
      'unlisted ones last, by name',
      ['env=a:zip', 'env=a:dns', 'env=a:app'],
      { 'env=a:app': [], 'env=a:dns': ['env=a:app'], 'env=a:zip': ['env=a:app', 'env=a:dns'] },
    ],
    [
      'a parent place before its children, whatever the compositions',
      ['env=a/c=1:net', 'env=a:app'],
      { 'env=a:app': [], 'env=a/c=1:net': ['env=a:app'] },
    ],
    [
      'a grandparent too',
      ['env=a/c=1/n=2:net', 'env=a:net', 'env=b:net'],
      { 'env=a:net': [], 'env=a/c=1/n=2:net': ['env=a:net'], 'env=b:net': [] },
    ],
    ['other places run at the same time', ['env=a:app', 'env=b:net'], { 'env=a:app': [], 'env=b:net': [] }],
    [
      'a name that merely begins alike is another place',
      ['env=a:net', 'env=ab:net', 'env=a-b:net'],
      { 'env=a:net': [], 'env=a-b:net': [], 'env=ab:net': [] },
    ],
  ])('%s', (_, paths, expected) => {
    const found = shown(paths);
    expect(found).toEqual(expected);
    expect(Object.keys(found)).toEqual(Object.keys(expected));
  });

  test('to destroy, it is the other way round', () => {
    expect(shown(['env=a:net', 'env=a:app', 'env=a/c=1:net', 'env=b:app'], true)).toEqual({
      'env=b:app': [],
      'env=a/c=1:net': [],
      'env=a:app': ['env=a/c=1:net'],
      'env=a:net': ['env=a/c=1:net', 'env=a:app'],
    });
  });

  test('a leaf is around those of its place, above and below, and no others', () => {
    const around = (a: string, b: string): boolean => isAround(item(`config/${a}`).leaf, item(`config/${b}`).leaf);
    expect([
      around('env=a:net', 'env=a:app'),
      around('env=a:net', 'env=a/c=1:app'),
      around('env=a/c=1:net', 'env=a:app'),
    ]).toEqual([true, true, true]);
    expect([
      around('env=a:net', 'env=b:app'),
      around('env=a:net', 'env=ab:app'),
      around('env=a/c=1:net', 'env=a/c=2:net'),
    ]).toEqual([false, false, false]);
  });
});

describe('what leaves read', () => {
  /** `app < net, dns`: app reads net and dns; `app < ?`: it reads something that is not known. */
  const readsIn = (lines: readonly string[]): Reads => {
    const of = new Map<string, Set<string>>();
    const unknown = new Set<string>();
    for (const [reader = '', read = ''] of lines.map((line) => line.split(' < '))) {
      const path = item(`config/${reader}`).leaf.path;
      const known = read.split(', ').filter((each) => each !== '?');
      of.set(path, new Set(known.map((each) => item(`config/${each}`).leaf.path)));
      if (read.includes('?')) unknown.add(path);
    }
    return { of, unknown };
  };

  /** `app: net, (dns)`: app starts after net and dns, and does not start if net failed. */
  const steps = (paths: readonly string[], reads: readonly string[], reversed = false): readonly string[] =>
    sequence(
      paths.map((path) => item(`config/${path}`)),
      ORDER,
      readsIn(reads),
      reversed,
    ).map(
      ({ item: each, after, needs }) =>
        `${name(each)} after ${after.map((other) => (needs.includes(other) ? name(other) : `(${name(other)})`)).join(', ')}`,
    );

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'a reader comes after what it reads, whatever the order of compositions and names',
      ['e=a:net', 'e=a:app', 'e=b:zip', 'e=a/c=1:dns'],
      ['e=a:net < e=a:app', 'e=a:app < e=b:zip, e=a/c=1:dns'],
      // dns reads nothing, and so waits for the place above, as far as that does not contradict the reads.
      ['e=a/c=1:dns after ', 'e=b:zip after ', 'e=a:app after e=a/c=1:dns, e=b:zip', 'e=a:net after e=a:app'],
    ],
    [
      'readers in one place that the setting does not list start together',
      ['e=a:net', 'e=a:dns', 'e=a:zip'],
      ['e=a:dns < e=a:net', 'e=a:zip < e=a:net'],
      ['e=a:net after ', 'e=a:dns after e=a:net', 'e=a:zip after e=a:net'],
    ],
    [
      'a reader waits for what the setting lists before it, but does not depend on it',
      ['e=a:net', 'e=a:app', 'e=b:zip'],
      ['e=a:app < e=b:zip'],
      ['e=a:net after ', 'e=b:zip after ', 'e=a:app after (e=a:net), e=b:zip'],
    ],
    [
      'and for the places above',
      ['e=a:net', 'e=a/c=1:dns', 'e=b:zip'],
      ['e=a/c=1:dns < e=b:zip'],
      ['e=a:net after ', 'e=b:zip after ', 'e=a/c=1:dns after (e=a:net), e=b:zip'],
    ],
    [
      'of a leaf that reads nothing, or what is not known, the order is all that is known',
      ['e=a:net', 'e=a:dns', 'e=a:zip'],
      ['e=a:zip < e=a:net, ?'],
      ['e=a:net after ', 'e=a:dns after e=a:net', 'e=a:zip after e=a:net, e=a:dns'],
    ],
    [
      'a leaf that is not of the run binds nobody',
      ['e=b:dns', 'e=c:zip'],
      ['e=b:dns < e=a:net'],
      ['e=b:dns after ', 'e=c:zip after '],
    ],
    ['a leaf that reads itself does not wait for itself', ['e=a:net'], ['e=a:net < e=a:net'], ['e=a:net after ']],
    [
      'a round does not stop the others',
      ['e=a:dns', 'e=b:dns', 'e=c:dns', 'e=d:dns'],
      ['e=a:dns < e=b:dns', 'e=b:dns < e=a:dns', 'e=d:dns < e=b:dns'],
      ['e=c:dns after ', 'e=a:dns after ', 'e=b:dns after e=a:dns', 'e=d:dns after e=b:dns'],
    ],
  ])('%s', (_, paths, reads, expected) => {
    expect(steps(paths, reads)).toEqual(expected);
  });

  test('to destroy, readers come first', () => {
    const reads = ['e=a:net < e=b:app', 'e=b:dns < e=b:app', 'e=b:zip < e=b:app'];
    expect(steps(['e=b:app', 'e=a:net', 'e=b:dns', 'e=b:zip'], reads, true)).toEqual([
      'e=b:zip after ',
      'e=b:dns after ',
      'e=a:net after ',
      'e=b:app after e=b:zip, e=b:dns, e=a:net',
    ]);
  });
});

describe('whatever the leaves', () => {
  const folder = fc.constantFrom('a=1', 'a=10', 'a=1-x', 'b=1', 'ü=1');
  const path = fc
    .tuple(fc.array(folder, { maxLength: 4 }), fc.constantFrom('net', 'app', 'dns', 'a'))
    .map(([folders, composition]) => `${['config', ...folders].join('/')}:${composition}`);
  const some = fc.uniqueArray(path, { maxLength: 14 }).map((paths) => paths.map(item));
  const at = (leaf: Leaf): readonly string[] => leaf.place.split('/');
  const isAtOrAbove = (a: Leaf, b: Leaf): boolean => at(a).every((part, index) => at(b)[index] === part);

  test.each([false, true])('each comes once, after exactly those that it must wait for (reversed: %s)', (reversed) => {
    fc.assert(
      fc.property(some, (items) => {
        const ordered = sequence(items, ORDER, NO_READS, reversed);
        expect(new Set(ordered.map((each) => each.item))).toEqual(new Set(items));
        expect(ordered).toHaveLength(items.length);
        const places = new Map(ordered.map((each, index) => [each.item, index]));
        for (const { item: each, after } of ordered) {
          // Nothing waits for what begins later, so there is no cycle, and nothing for itself.
          expect(after.every((other) => (places.get(other) ?? Infinity) < (places.get(each) ?? -1))).toBe(true);
          const above = items.filter((other) => {
            if (other === each) return false;
            const [upper, lower] = reversed ? [each, other] : [other, each];
            return isAtOrAbove(upper.leaf, lower.leaf) && upper.leaf.place !== lower.leaf.place;
          });
          const beside = items.filter((other) => other !== each && other.leaf.place === each.leaf.place);
          expect(above.every((other) => after.includes(other))).toBe(true);
          expect(after.every((other) => above.includes(other) || beside.includes(other))).toBe(true);
          // Of two in one place exactly one waits for the other.
          for (const other of beside) {
            const back = ordered.find((found) => found.item === other)?.after.includes(each);
            expect(after.includes(other)).toBe(back !== true);
          }
        }
      }),
    );
  });

  test('to destroy is exactly the reverse', () => {
    fc.assert(
      fc.property(some, (items) => {
        const names = (reversed: boolean): readonly string[] =>
          sequence(items, ORDER, NO_READS, reversed).map((each) => name(each.item));
        expect(names(true)).toEqual([...names(false)].reverse());
      }),
    );
  });

  /** Reads among the leaves without a round: each reads only what precedes it in a random order. */
  const reading = some.chain((items) =>
    fc
      .tuple(
        fc.shuffledSubarray(items, { minLength: items.length }),
        fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 20 }),
        fc.array(fc.nat(13), { maxLength: 3 }),
      )
      .map(([order, pairs, doubtful]) => {
        const of = new Map<string, Set<string>>();
        for (const [a, b] of pairs) {
          const [lower, upper] = [order[Math.max(a, b)], order[Math.min(a, b)]];
          if (lower === undefined || upper === undefined || lower === upper) continue;
          of.set(lower.leaf.path, (of.get(lower.leaf.path) ?? new Set()).add(upper.leaf.path));
        }
        const unknown = new Set(doubtful.flatMap((index) => order[index]?.leaf.path ?? []));
        return { items, reads: { of, unknown } };
      }),
  );

  test.each([false, true])('reads are obeyed, and nothing else stops a reader (reversed: %s)', (reversed) => {
    fc.assert(
      fc.property(reading, ({ items, reads }) => {
        const ordered = sequence(items, ORDER, reads, reversed);
        expect(new Set(ordered.map((each) => each.item))).toEqual(new Set(items));
        expect(ordered).toHaveLength(items.length);
        const places = new Map(ordered.map((each, index) => [each.item, index]));
        const readBy = (a: Leaf, b: Leaf): boolean => reads.of.get(b.path)?.has(a.path) === true;
        for (const { item: each, after, needs } of ordered) {
          expect(after.every((other) => (places.get(other) ?? Infinity) < (places.get(each) ?? -1))).toBe(true);
          expect(needs.every((other) => after.includes(other))).toBe(true);
          for (const other of items) {
            const reader = reversed ? other : each;
            const isRead = reversed ? readBy(each.leaf, other.leaf) : readBy(other.leaf, each.leaf);
            const isKnown = reads.of.has(reader.leaf.path) && !reads.unknown.has(reader.leaf.path);
            if (isRead) expect(needs).toContain(other);
            else if (needs.includes(other)) {
              // Only of a leaf that reads nothing known, and only around it.
              expect(isKnown).toBe(false);
              expect(isAround(each.leaf, other.leaf)).toBe(true);
            }
          }
        }
      }),
    );
  });

  test('the first that may start does', () => {
    fc.assert(
      fc.property(reading, ({ items, reads }) => {
        const natural = sequence(items, ORDER, NO_READS).map((each) => each.item);
        const left = [...natural];
        const expected: unknown[] = [];
        while (left.length > 0) {
          const next = left.find(({ leaf }) =>
            left.every((other) => reads.of.get(leaf.path)?.has(other.leaf.path) !== true),
          );
          if (next === undefined) throw new Error('there is a round');
          left.splice(left.indexOf(next), 1);
          expected.push(next);
        }
        expect(sequence(items, ORDER, reads).map((each) => each.item)).toEqual(expected);
      }),
    );
  });
});
