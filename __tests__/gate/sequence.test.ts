import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isAround, sequence } from '../../src/gate/sequence.ts';
import { describeLeaf, type Leaf } from '../../src/project/leaves.ts';

const ORDER = ['net', 'app'];
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
        const ordered = sequence(items, ORDER, reversed);
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
          sequence(items, ORDER, reversed).map((each) => name(each.item));
        expect(names(true)).toEqual([...names(false)].reverse());
      }),
    );
  });
});
