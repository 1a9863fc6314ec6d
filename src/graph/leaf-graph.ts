/** The graph of a project's leaves at one revision. */
import { problem, type Problem } from '../base/problems.ts';
import { declaredDependencies, unmatchedDependencies } from '../project/depends-on.ts';
import { leavesOf } from '../project/project.ts';
import type { LeafStates, Renderer } from '../rendering/renderer.ts';
import { cyclesOf, type Edge, type Graph } from './graph.ts';
import { graphOf } from './read-graph.ts';
import type { OwnState } from './state-owners.ts';

export interface LeafGraph {
  readonly graph: Graph;
  /** Rounds of leaves that read each other are errors; globs of `depends_on` that match no leaf are warnings. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the edges between all leaves of a project at one revision. What was rendered before is not rendered again, and no
 * secrets are read: stand-ins take their places. Leaves that cannot be rendered, and paused ones, read nothing.
 *
 * @param gone the states of leaves that are no longer there, but that others may still read
 */
export async function readLeafGraph(renderer: Renderer, gone: readonly OwnState[] = []): Promise<LeafGraph> {
  const { project } = renderer;
  const leaves = leavesOf(project);
  await renderer.load(leaves);
  const states: LeafStates[] = [];
  for (const leaf of leaves) states.push(await renderer.statesOf(leaf));
  const graph = graphOf(states, declaredDependencies(project, leaves), gone);
  return {
    graph,
    problems: [
      ...cyclesOf(graph).map((round) => roundProblem(round, graph)),
      ...unmatchedDependencies(project, leaves),
    ],
  };
}

function roundProblem(round: readonly string[], { edges }: Graph): Problem {
  const [first = ''] = round;
  const steps = round.map((leaf, at) =>
    edges.find(({ reader, reads }) => reader === leaf && reads === (round[at + 1] ?? first)),
  );
  const place = steps.find((edge) => edge?.places[0] !== undefined)?.places[0];
  return problem('leaf', `Leaves depend on each other in a circle: ${[...round, first].join(' → ')}.`, {
    place: place ?? { file: first },
    hint: `No order works for these: ${steps.map(stepText).join('; ')}. Move what one of them reads into a leaf of its own.`,
  });
}

function stepText(edge: Edge | undefined): string {
  if (edge === undefined) return '';
  const { reader, reads, declared, outputs } = edge;
  if (declared) return `${reader} depends on ${reads} by depends_on`;
  if (outputs === 'all' || outputs.length === 0) return `${reader} reads the state of ${reads}`;
  return `${reader} reads ${outputs.join(', ')} of ${reads}`;
}
