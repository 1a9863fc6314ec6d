/** The edges between leaves that count for a change: those at head, and of removed leaves those at base. */
import { headOf, type ChangedLeaf } from '../changes/changed-leaf.ts';
import type { Edge, Graph } from '../graph/graph.ts';
import { readLeafGraph, type LeafGraph } from '../graph/leaf-graph.ts';
import type { Reads } from '../gate/sequence.ts';
import type { Rendered } from '../rendering/rendering.ts';
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

/**
 * The edges to removed leaves of leaves that still read them at head: those that the change leaves alone, and those
 * whose code still has the data source, which no other edge explains.
 */
export function stillRead({ graph, former }: ChangeGraph, changed: readonly ChangedLeaf[]): readonly Edge[] {
  const removed = new Set(changed.filter(({ kind }) => kind === 'removed').map(({ leaf }) => leaf.path));
  const byPath = new Map(changed.map((each) => [each.leaf.path, each]));
  return former.filter(({ reader, reads, addresses }) => {
    if (!removed.has(reads) || removed.has(reader)) return false;
    const now = byPath.get(reader);
    if (now === undefined) return true;
    const head = headOf(now);
    const other = new Set(graph.edges.filter((edge) => edge.reader === reader).flatMap((edge) => edge.addresses));
    return head !== undefined && addresses.some((address) => !other.has(address) && hasDataSource(head, address));
  });
}

/** Whether the code of a leaf, or of its local modules, has a data source of this name. */
function hasDataSource({ code }: Rendered, address: string): boolean {
  const name = address.slice(address.lastIndexOf('.') + 1);
  const pattern = new RegExp(`"terraform_remote_state"[\\s:{]+"${name}"`, 'u');
  return [code.root, ...code.modules].some(({ files }) => files.some(({ hcl }) => hcl !== undefined && pattern.test(hcl.text)));
}

/** What decides in which order leaves are applied and destroyed. */
export function readsIn({ graph, former }: ChangeGraph): Reads {
  const of = new Map<string, Set<string>>();
  for (const { reader, reads } of [...graph.edges, ...former]) of.set(reader, (of.get(reader) ?? new Set()).add(reads));
  return { of, unknown: new Set(graph.unknown.map(({ reader }) => reader)) };
}
