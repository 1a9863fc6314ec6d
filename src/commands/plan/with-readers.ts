/** Adds to a report who reads what its plans change, and the edges of its picture. Pure. */
import type { Edge, Graph } from '../../graph/graph.ts';
import { edgesAmong, readersOfOutputs, readersOfRemoved, type Readers } from './readers.ts';
import type { LeafReport, PlanReport } from './report.ts';

/** Whether readers of changed outputs are named, or planned as well. */
export type Dependents = 'list' | 'plan' | 'none';

/** What the readers of a report's leaves follow from. */
export interface ReadsOfReport {
  readonly graph: Graph;
  /** Edges to leaves that are removed. */
  readonly still: readonly Edge[];
  readonly dependents: Dependents;
}

/**
 * @param paths of all leaves of the report, of which `leaves` may be a part
 */
export function withReaders(
  leaves: readonly LeafReport[],
  paths: readonly string[],
  { graph, still, dependents }: ReadsOfReport,
): Pick<PlanReport, 'leaves' | 'edges'> {
  const reported = new Set(paths);
  const described = leaves.map((each) => {
    const readers = readersOf(each);
    return readers === undefined ? each : { ...each, readers };
  });
  const shown = new Set([
    ...reported,
    ...described.flatMap(({ readers }) => readers?.leaves.map(({ leaf }) => leaf) ?? []),
  ]);
  const edges = edgesAmong(graph, shown);
  return edges.length === 0 ? { leaves: described } : { leaves: described, edges };

  function readersOf({ leaf, kind, outcome }: LeafReport): Readers | undefined {
    // That something is taken away from others is never left out.
    if (kind === 'removed') return readersOfRemoved(leaf, still, reported);
    if (outcome.status !== 'planned') return undefined;
    const outputs = outcome.summary.outputs ?? [];
    const counted = dependents === 'none' ? outputs.filter(({ action }) => action === 'delete') : outputs;
    return readersOfOutputs(leaf, counted, graph, reported);
  }
}
