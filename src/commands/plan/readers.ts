/** Who reads the outputs that a change touches. Pure. */
import type { Edge, Graph } from '../../graph/graph.ts';
import type { PlannedOutput } from '../../terraform/plan-summary.ts';

/** What others read of a leaf that a plan takes away or changes. */
export interface Readers {
  /** Those outputs that somebody reads, in the plan's order; empty of a leaf that is removed. */
  readonly outputs: readonly PlannedOutput[];
  readonly leaves: readonly Reader[];
}

export interface Reader {
  readonly leaf: string;
  /** Whether the report has it. */
  readonly isHere: boolean;
  /** Which of the outputs it reads. */
  readonly outputs: readonly string[];
}

/**
 * The leaves that read outputs which a plan changes, replaces or removes; undefined for none. Outputs that it adds are
 * left out: who reads them waits.
 *
 * @param reported paths of the leaves of the report
 */
export function readersOfOutputs(
  leaf: string,
  outputs: readonly PlannedOutput[],
  { edges }: Graph,
  reported: ReadonlySet<string>,
): Readers | undefined {
  const changed = outputs.filter(({ action }) => action !== 'create');
  if (changed.length === 0) return undefined;
  const leaves = edges.flatMap((edge): readonly Reader[] => {
    if (edge.reads !== leaf) return [];
    const read = changed.filter(({ name }) => edge.outputs === 'all' || edge.outputs.includes(name));
    return read.length === 0 ? [] : [readerOf(edge, reported, read)];
  });
  const read = new Set(leaves.flatMap((each) => each.outputs));
  return leaves.length === 0 ? undefined : { outputs: changed.filter(({ name }) => read.has(name)), leaves };
}

/** The leaves that still read a leaf that is removed; undefined for none. */
export function readersOfRemoved(
  leaf: string,
  still: readonly Edge[],
  reported: ReadonlySet<string>,
): Readers | undefined {
  const leaves = still.filter(({ reads }) => reads === leaf).map((edge) => readerOf(edge, reported, []));
  return leaves.length === 0 ? undefined : { outputs: [], leaves };
}

function readerOf({ reader }: Edge, reported: ReadonlySet<string>, outputs: readonly PlannedOutput[]): Reader {
  return { leaf: reader, isHere: reported.has(reader), outputs: outputs.map(({ name }) => name) };
}

/** An edge of the picture: paths. */
export interface ShownEdge {
  readonly reader: string;
  readonly reads: string;
}

/** More say nothing to anybody. */
const MOST_EDGES = 2_000;

/** The edges between some leaves, for the picture. */
export function edgesAmong({ edges }: Graph, leaves: ReadonlySet<string>): readonly ShownEdge[] {
  return edges
    .filter(({ reader, reads }) => leaves.has(reader) && leaves.has(reads))
    .slice(0, MOST_EDGES)
    .map(({ reader, reads }) => ({ reader, reads }));
}
