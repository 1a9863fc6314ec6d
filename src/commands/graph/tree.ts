/** A graph for the terminal. Pure. */
import type { Edge, Graph } from '../../graph/graph.ts';
import { oneLine } from '../../markdown/escaping.ts';
import { count } from '../../markdown/phrases.ts';
import { labelOf } from './formats.ts';
import type { Part } from './part.ts';

/** Of more reads that are not known, only the number is said. */
const MOST_UNKNOWN = 20;

/** Characters of an indent. */
const DEEPEST = 600;

/** What is below a leaf that was shown before is not shown again. */
export function graphAsTree({ graph, roots, directions, unread }: Part): string {
  const shown = new Set<string>();
  const tops = roots ?? topsOf(graph);
  const lines = tops.flatMap((leaf) => [
    oneLine(leaf),
    ...directions.flatMap((direction, index) =>
      linesOf(
        leaf,
        direction,
        neighbors(graph, direction),
        '',
        directions.length > 1,
        index < directions.length - 1,
        shown,
      ),
    ),
  ]);
  const more = graph.unknown.length - MOST_UNKNOWN;
  const unknown = [
    ...graph.unknown
      .slice(0, MOST_UNKNOWN)
      .map(({ reader, file, line, why }) => `? ${oneLine(reader)} reads a state at ${oneLine(file)}:${line}: ${why}`),
    ...(more > 0 ? [`? and ${count(more, 'other read', 'other reads')} that cannot be worked out`] : []),
  ];
  return [...lines, ...(lines.length > 0 ? [''] : []), ...unknown, totals(graph, unread)]
    .map((line) => `${line}\n`)
    .join('');
}

function totals({ leaves, edges, unknown }: Graph, unread: number): string {
  return [
    `${count(leaves.length, 'leaf', 'leaves')}, ${edges.length === 0 ? 'no edges' : count(edges.length, 'edge', 'edges')}`,
    ...(unknown.length === 0 ? [] : [`${count(unknown.length, 'read', 'reads')} that cannot be worked out`]),
    ...(unread === 0 ? [] : [`${count(unread, 'leaf', 'leaves')} that cannot be rendered`]),
  ]
    .join(', ')
    .concat('.');
}

/** The leaves with edges that read nothing, and one of each round that none of these leads to. */
function topsOf({ edges }: Graph): readonly string[] {
  const readers = new Set(edges.map(({ reader }) => reader));
  const read = new Set(edges.map(({ reads }) => reads));
  const tops = [...read].filter((leaf) => !readers.has(leaf));
  const next = neighbors({ leaves: [], edges, unknown: [] }, 'read by');
  const reached = new Set(tops);
  const spread = (): void => {
    for (const leaf of reached) for (const { reader } of next.get(leaf) ?? []) reached.add(reader);
  };
  spread();
  for (const leaf of [...read].sort()) {
    if (reached.has(leaf)) continue;
    tops.push(leaf);
    reached.add(leaf);
    spread();
  }
  return tops.sort();
}

type Direction = Part['directions'][number];
type Neighbors = ReadonlyMap<string, readonly Edge[]>;

function neighbors({ edges }: Graph, direction: Direction): Neighbors {
  const found = new Map<string, Edge[]>();
  for (const edge of edges) {
    const from = direction === 'reads' ? edge.reader : edge.reads;
    const known = found.get(from);
    if (known === undefined) found.set(from, [edge]);
    else known.push(edge);
  }
  return found;
}

/**
 * @param isNamed whether the lines say the direction
 * @param goesOn whether others follow at the same level
 */
function linesOf(
  leaf: string,
  direction: Direction,
  next: Neighbors,
  indent: string,
  isNamed: boolean,
  goesOn: boolean,
  shown: Set<string>,
): readonly string[] {
  const edges = next.get(leaf) ?? [];
  const key = `${direction} ${leaf}`;
  if (shown.has(key)) return edges.length === 0 ? [] : [`${indent}${goesOn ? '├─' : '└─'} … (above)`];
  if (indent.length > DEEPEST) return edges.length === 0 ? [] : [`${indent}└─ … (deeper)`];
  shown.add(key);
  return edges.flatMap((edge, index) => {
    const other = direction === 'reads' ? edge.reads : edge.reader;
    const isLast = index === edges.length - 1 && !goesOn;
    const label = labelOf(edge);
    const words = `${isNamed ? `${direction} ` : ''}${oneLine(other)}${label === '' ? '' : `  (${oneLine(label)})`}`;
    return [
      `${indent}${isLast ? '└─ ' : '├─ '}${words}`,
      ...linesOf(other, direction, next, `${indent}${isLast ? '   ' : '│  '}`, isNamed, false, shown),
    ];
  });
}
