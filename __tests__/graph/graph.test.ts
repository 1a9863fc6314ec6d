import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cyclesOf,
  dependenciesOf,
  dependentsOf,
  levelsOf,
  readersOf,
  readsOf,
  type Edge,
  type Graph,
} from '../../src/graph/graph.ts';

/** `b>a` is "b reads a". */
function graphOf(text: string): Graph {
  const pairs = text.split(' ').filter(Boolean);
  const edges = pairs.map((pair): Edge => {
    const [reader = '', reads = ''] = pair.split('>');
    return { reader, reads, outputs: 'all', declared: false, addresses: [], places: [] };
  });
  return { leaves: [...new Set(pairs.flatMap((pair) => pair.split('>')))].sort(), edges, unknown: [] };
}

describe('neighbors', () => {
  const graph = graphOf('b>a c>b d>b e>d x>y');

  test('of a leaf itself', () => {
    expect(readsOf(graph, 'b').map(({ reads }) => reads)).toEqual(['a']);
    expect(readersOf(graph, 'b').map(({ reader }) => reader)).toEqual(['c', 'd']);
  });

  test('directly or through others', () => {
    expect(dependentsOf(graph, ['b'])).toEqual(['c', 'd', 'e']);
    expect(dependentsOf(graph, ['a', 'd', 'x'])).toEqual(['b', 'c', 'e']);
    expect(dependenciesOf(graph, ['e', 'x'])).toEqual(['a', 'b', 'd', 'y']);
    expect(dependentsOf(graph, ['nowhere'])).toEqual([]);
  });
});

describe('cycles', () => {
  test.each([
    ['b>a c>b', []],
    ['b>a a>b', [['a', 'b']]],
    ['b>a a>c c>b d>a', [['a', 'c', 'b']]],
    ['a>b b>c c>d d>a b>a', [['a', 'b']]],
    [
      'a>b b>a c>d d>c c>a',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%s', (text, rounds) => {
    expect(cyclesOf(graphOf(text))).toEqual(rounds);
  });
});

describe('levels', () => {
  test.each([
    ['b>a c>b', 'a b c d', [['a', 'd'], ['b'], ['c']]],
    // A leaf in between that is not given still keeps its order.
    ['b>a c>b', 'c a', [['a'], ['c']]],
    ['b>a a>b c>a', 'a b c', [['a', 'b'], ['c']]],
    ['b>a', 'b', [['b']]],
    ['', '', []],
  ])('%s of %s', (text, given, levels) => {
    expect(levelsOf(graphOf(text), given.split(' ').filter(Boolean))).toEqual(levels);
  });

  test('of a chain of 5,000 leaves', () => {
    const chain = Array.from({ length: 5_000 }, (_, index) => `${index + 1}>${index}`).join(' ');
    expect(levelsOf(graphOf(chain), ['5000', '0', '2500'])).toEqual([['0'], ['2500'], ['5000']]);
    expect(cyclesOf(graphOf(chain))).toEqual([]);
  });

  test('of any graph: a leaf comes after all that it leads to and that does not lead back', () => {
    const node = fc.integer({ min: 0, max: 7 });
    const pairs = fc.uniqueArray(
      fc.tuple(node, node).filter(([a, b]) => a !== b),
      { selector: String, maxLength: 20 },
    );
    fc.assert(
      fc.property(pairs, fc.uniqueArray(node, { minLength: 1 }), (edges, given) => {
        const graph = graphOf(edges.map((pair) => pair.join('>')).join(' '));
        const leads = (from: number, to: number): boolean => leadsTo(edges, from, to, []);
        const levels = levelsOf(graph, given.map(String));
        expect(levels.flat().sort()).toEqual(given.map(String).sort());
        const level = (leaf: number): number => levels.findIndex((each) => each.includes(String(leaf)));
        for (const a of given) {
          for (const b of given) {
            if (a === b || !leads(a, b)) continue;
            if (leads(b, a)) expect(level(a)).toBe(level(b));
            else expect(level(a)).toBeGreaterThan(level(b));
          }
        }
        const rounds = cyclesOf(graph);
        for (const round of rounds) {
          round.forEach((leaf, at) => {
            expect(edges).toContainEqual([Number(leaf), Number(round[(at + 1) % round.length])]);
          });
        }
        const inRound = [0, 1, 2, 3, 4, 5, 6, 7].some((leaf) => edges.some(([a, b]) => a === leaf && leads(b, leaf)));
        expect(rounds.length > 0).toBe(inRound);
      }),
      { numRuns: 300 },
    );
  });
});

function leadsTo(edges: readonly (readonly [number, number])[], from: number, to: number, seen: number[]): boolean {
  if (seen.includes(from)) return false;
  seen.push(from);
  return edges.some(([a, b]) => a === from && (b === to || leadsTo(edges, b, to, seen)));
}
