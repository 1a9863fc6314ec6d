/** The edges between leaves that count for a change: those at head, and of removed leaves those at base. */
import type { ChangedLeaf } from '../changes/changed-leaf.ts';
import type { Edge, Graph } from '../graph/graph.ts';
import { readLeafGraph, type LeafGraph } from '../graph/leaf-graph.ts';
import type { Reads } from '../gate/sequence.ts';
import type { Renderer } from '../rendering/renderer.ts';

export interface ChangeGraph extends LeafGraph {
  /** The edges at base between removed leaves, and between these and others. */
  readonly former: readonly Edge[];
}

/** Of a change without leaves. */
export const NO_GRAPH: ChangeGraph = { graph: { leaves: [], edges: [], unknown: [] }, former: [], problems: [] };

/** Reads all leaves of head, and those of base if the change removes any. */
export async function readChangeGraph(
  head: Renderer,
  base: Renderer | undefined,
  changed: readonly ChangedLeaf[],
): Promise<ChangeGraph> {
  if (changed.length === 0) return NO_GRAPH;
  const { graph, problems } = await readLeafGraph(head);
  const removed = new Set(changed.filter(({ kind }) => kind === 'removed').map(({ leaf }) => leaf.path));
  const before: Graph | undefined =
    removed.size === 0 || base === undefined ? undefined : (await readLeafGraph(base)).graph;
  const former = before?.edges.filter(({ reader, reads }) => removed.has(reader) || removed.has(reads)) ?? [];
  return { graph, former, problems };
}

/** What decides in which order leaves are applied and destroyed. */
export function readsIn({ graph, former }: ChangeGraph): Reads {
  const of = new Map<string, Set<string>>();
  for (const { reader, reads } of [...graph.edges, ...former]) of.set(reader, (of.get(reader) ?? new Set()).add(reads));
  return { of, unknown: new Set(graph.unknown.map(({ reader }) => reader)) };
}
