import type { Graph } from '../../graph/graph.ts';

/** The part of a graph that is shown, and what it is shown from. */
export interface Part {
  readonly graph: Graph;
  /** Leaves that a tree begins with; undefined: those that read nothing. */
  readonly roots: readonly string[] | undefined;
  readonly directions: readonly ('reads' | 'read by')[];
  /** How many leaves of the part could not be rendered. */
  readonly unread: number;
}
