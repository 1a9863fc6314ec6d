/** The graph of a project's leaves at one revision. */
import { problem, warning, type Problem } from '../base/problems.ts';
import { declaredDependencies, unmatchedDependencies } from '../project/depends-on.ts';
import type { Leaf } from '../project/leaves.ts';
import { leavesOf, type Project } from '../project/project.ts';
import { settingPlace } from '../project/setting-place.ts';
import { unmatchedWaves } from '../project/waves.ts';
import type { LeafStates, Renderer } from '../rendering/renderer.ts';
import { cyclesOf, dependenciesOf, dependentsOf, type Edge, type Graph } from './graph.ts';
import { graphOf } from './read-graph.ts';
import type { OwnState } from './state-owners.ts';
import { contradictedWaves } from './waves.ts';

export interface LeafGraph {
  readonly graph: Graph;
  /**
   * Rounds of leaves that read each other are errors. Globs of `depends_on` that match no leaf are warnings, and so are
   * compositions that `compositions.order` puts before what they read. Waves that no leaf is in, or that contradict the
   * order, are errors.
   */
  readonly problems: readonly Problem[];
  /** The leaves that each error is about: all that read each other there. */
  readonly rounds: ReadonlyMap<Problem, readonly string[]>;
}

interface ReadGraph extends LeafGraph {
  /** Leaves that could not be rendered, so that it is not known what they read: paths. */
  readonly unread: readonly string[];
}

/**
 * Reads the edges between all leaves of a project at one revision. What was rendered before is not rendered again, and no
 * secrets are read: stand-ins take their places. Leaves that cannot be rendered, and paused ones, read nothing.
 *
 * @param gone the states of leaves that are no longer there, but that others may still read
 */
export async function readLeafGraph(renderer: Renderer, gone: readonly OwnState[] = []): Promise<ReadGraph> {
  const { project } = renderer;
  const leaves = leavesOf(project);
  await renderer.load(leaves);
  const states: LeafStates[] = [];
  for (const leaf of leaves) states.push(await renderer.statesOf(leaf));
  const graph = graphOf(states, declaredDependencies(project, leaves), gone);
  const rounds = new Map(cyclesOf(graph).map((round) => [roundProblem(round, graph), groupOf(round, graph)]));
  return {
    graph,
    rounds,
    problems: [
      ...rounds.keys(),
      ...orderProblems(graph, leaves, project),
      ...unmatchedDependencies(project, leaves),
      ...unmatchedWaves(
        project,
        leaves.map(({ path }) => path),
      ),
      ...contradictedWaves(
        project,
        leaves.map((leaf) => ({ leaf, isRemoved: false })),
        graph.edges,
      ),
    ],
    unread: states.flatMap(({ leaf, isRendered }) => (isRendered ? [] : [leaf])),
  };
}

/** Of two compositions of one place, the one that reads the other comes second, whatever the settings say. */
function orderProblems({ edges }: Graph, leaves: readonly Leaf[], project: Project): readonly Problem[] {
  const rank = new Map(project.settings.compositionOrder.map((name, index) => [name, index]));
  const byPath = new Map(leaves.map((leaf) => [leaf.path, leaf]));
  const found = new Map<string, Problem>();
  for (const edge of edges) {
    const [reader, reads] = [byPath.get(edge.reader), byPath.get(edge.reads)];
    if (reader === undefined || reads === undefined || reader.place !== reads.place) continue;
    const [first, second] = [rank.get(reader.composition), rank.get(reads.composition)];
    if (first === undefined || second === undefined || first >= second) continue;
    const names = `${reader.composition} before ${reads.composition}`;
    const message = `"compositions.order.terraform" puts ${names}, but ${stepText(edge)}: the leaf that is read comes first.`;
    const details = { place: settingPlace(project, reader.composition), hint: 'Change their order in the settings.' };
    if (!found.has(names)) found.set(names, warning('settings', message, details));
  }
  return [...found.values()];
}

/** All leaves that lead to a round and back. */
function groupOf(round: readonly string[], graph: Graph): readonly string[] {
  const before = new Set(dependenciesOf(graph, round));
  return [...round, ...dependentsOf(graph, round).filter((leaf) => before.has(leaf))];
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
