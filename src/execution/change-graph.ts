/** The edges between leaves that count for a change: those at head, also to removed leaves, and those that end with it. */
import type { ChangedLeaf } from '../changes/changed-leaf.ts';
import { inOrderOfReads, type Reads } from '../gate/sequence.ts';
import type { Edge, Graph } from '../graph/graph.ts';
import { readLeafGraph, type LeafGraph } from '../graph/leaf-graph.ts';
import { graphOf } from '../graph/read-graph.ts';
import type { Problem } from '../base/problems.ts';
import { declaredDependencies } from '../project/depends-on.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Renderer } from '../rendering/renderer.ts';
import { compareBytes } from '../snapshot/snapshot.ts';

export interface ChangeGraph {
  /** Of head. Its edges may lead to leaves that the change removes. */
  readonly graph: Graph;
  /** Edges at base to leaves that the change removes, of leaves that it removes or changes. */
  readonly former: readonly Edge[];
  readonly problems: readonly Problem[];
}

/** Reads all leaves of head; of a change without leaves, nothing, unless its waves have to be checked. */
export async function readChangeGraph(
  head: Renderer,
  base: Renderer | undefined,
  changed: readonly ChangedLeaf[],
): Promise<ChangeGraph> {
  if (changed.length === 0 && !changesWaves(head, base))
    return { graph: { leaves: [], edges: [], unknown: [] }, former: [], problems: [] };
  const removed = new Set(changed.filter(({ kind }) => kind === 'removed').map(({ leaf }) => leaf.path));
  if (removed.size === 0 || base === undefined) return { ...own(await readLeafGraph(head), changed), former: [] };
  const atBase = new Set(base.leaves.map(({ path }) => path));
  const before = changed.map(({ leaf }) => leaf).filter(({ path }) => atBase.has(path));
  const states = await Promise.all(before.map((leaf) => base.statesOf(leaf)));
  const gone = states.flatMap(({ leaf, state }) => (removed.has(leaf) && state !== undefined ? [{ leaf, state }] : []));
  const former = graphOf(states, declaredDependencies(base.project, base.leaves)).edges;
  return { ...own(await readLeafGraph(head, gone), changed), former: former.filter(({ reads }) => removed.has(reads)) };
}

/** Whether other leaves are to be applied in waves, or other ones, than before. */
function changesWaves(head: Renderer, base: Renderer | undefined): boolean {
  const [now, before] = [head, base].map((each) => {
    const { waves = [], environments = new Map<string, string>() } = each?.project.settings ?? {};
    return JSON.stringify([waves, [...environments]]);
  });
  return base !== undefined && now !== before;
}

/** A round of other leaves does not stop a change that has nothing to do with it; wrong settings do. */
function own({ graph, problems, rounds }: LeafGraph, changed: readonly ChangedLeaf[]): Omit<ChangeGraph, 'former'> {
  const paths = new Set(changed.map(({ leaf }) => leaf.path));
  const isOwn = (each: Problem): boolean => rounds.get(each)?.some((leaf) => paths.has(leaf)) ?? true;
  return { graph, problems: problems.filter(isOwn) };
}

/** The edges to removed leaves of leaves that still read them at head. */
export function stillRead({ graph }: ChangeGraph, changed: readonly ChangedLeaf[]): readonly Edge[] {
  const removed = new Set(changed.filter(({ kind }) => kind === 'removed').map(({ leaf }) => leaf.path));
  return removed.size === 0 ? [] : graph.edges.filter(({ reads }) => removed.has(reads));
}

/** The leaves in the order in which a command runs for them, by what they read of each other. */
export async function inOrderOfRun(
  leaves: readonly Leaf[],
  { project, statesOf }: Pick<Renderer, 'project' | 'statesOf'>,
  reversed: boolean,
): Promise<readonly Leaf[]> {
  const items = leaves.map((leaf) => ({ leaf }));
  const states = leaves.length < 2 ? [] : await Promise.all(leaves.map((leaf) => statesOf(leaf)));
  const { edges } = graphOf(states, declaredDependencies(project, leaves));
  return inOrderOfReads(items, project.settings.compositionOrder, { of: byReader(edges) }, reversed).map(
    ({ leaf }) => leaf,
  );
}

/** What decides in which order leaves are applied and destroyed. */
export function readsIn({ graph, former }: ChangeGraph): Reads {
  return { of: byReader([...graph.edges, ...former]), unknown: new Set(graph.unknown.map(({ reader }) => reader)) };
}

/**
 * The paths of a change's leaves in groups that no read connects, directly or through others of the change: what a plan
 * means depends on those of the leaves that it reads. Groups and their leaves are in byte order.
 */
export function connectedLeaves(
  { graph, former }: ChangeGraph,
  changed: readonly ChangedLeaf[],
): readonly (readonly string[])[] {
  const paths = changed.map(({ leaf }) => leaf.path).sort(compareBytes);
  const groups = new Map(paths.map((path) => [path, [path]]));
  for (const { reader, reads } of [...graph.edges, ...former]) {
    const [one, other] = [groups.get(reader), groups.get(reads)];
    if (one === undefined || other === undefined || one === other) continue;
    const [small, large] = one.length < other.length ? [one, other] : [other, one];
    for (const path of small) {
      large.push(path);
      groups.set(path, large);
    }
  }
  return [...new Set(groups.values())].map((group) => group.sort(compareBytes));
}

function byReader(edges: readonly Edge[]): Reads['of'] {
  const of = new Map<string, Set<string>>();
  for (const { reader, reads } of edges) of.set(reader, (of.get(reader) ?? new Set()).add(reads));
  return of;
}
