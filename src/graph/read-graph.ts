/** Makes the graph of what is known of each leaf. Pure. */
import type { Dependency } from '../project/depends-on.ts';
import type { LeafStates } from '../rendering/renderer.ts';
import type { StateRead } from '../rendering/state-reads.ts';
import { compareBytes } from '../snapshot/snapshot.ts';
import type { Edge, Graph, ReadPlace, UnknownRead } from './graph.ts';
import { openOwners, type Owners, type OwnState } from './state-owners.ts';

/**
 * @param leaves all leaves of a project
 * @param gone the states of leaves that are no longer there, but that others may still read
 */
export function graphOf(
  leaves: readonly LeafStates[],
  declared: readonly Dependency[],
  gone: readonly OwnState[] = [],
): Graph {
  const own = leaves.flatMap(({ leaf, state }) => (state === undefined ? [] : [{ leaf, state }]));
  const owners = openOwners([...own, ...gone]);
  const edges: Edge[] = [];
  const unknown: UnknownRead[] = [];
  const dependencies = new Map<string, Set<string>>();
  for (const [leaf, on] of declared) dependencies.set(leaf, (dependencies.get(leaf) ?? new Set()).add(on));
  for (const { leaf, reads } of leaves) {
    const found = new Map<string, StateRead[]>();
    for (const read of reads) {
      for (const owner of certainOwners(read, owners)) {
        if (owner !== leaf) found.set(owner, [...(found.get(owner) ?? []), read]);
      }
    }
    const others = [...(dependencies.get(leaf) ?? [])].filter((on) => !found.has(on));
    const own = [
      ...[...found].map(([on, all]) => edgeOf(leaf, on, all)),
      ...others.map((on) => ({ reader: leaf, reads: on, outputs: [], declared: true, addresses: [], places: [] })),
    ];
    edges.push(...own.sort((a, b) => compareBytes(a.reads, b.reads)));
    unknown.push(...distinct(reads.flatMap((read) => unknownRead(leaf, read, owners))));
  }
  const paths = leaves.map(({ leaf }) => leaf).sort(compareBytes);
  return {
    leaves: paths,
    edges: edges.sort((a, b) => compareBytes(a.reader, b.reader)),
    unknown: unknown.sort((a, b) => compareBytes(a.reader, b.reader)),
  };
}

function certainOwners({ state, why }: StateRead, owners: Owners): readonly string[] {
  return state === undefined || why !== undefined ? [] : owners.certain(state);
}

/** One that cannot be a leaf's is no business of the graph. */
function unknownRead(reader: string, read: StateRead, owners: Owners): readonly UnknownRead[] {
  const { state, why, address, file, line } = read;
  const about = { reader, address, file, line };
  if (state === undefined) return [{ ...about, why: why ?? '' }];
  if (certainOwners(read, owners).length > 0) return [];
  const [first, ...others] = owners.possible(state).filter((leaf) => leaf !== reader);
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `, or of ${others.length} other leaves`;
  return [{ ...about, why: why ?? `It may be the state of ${first}${more}: what is known does not tell.` }];
}

function edgeOf(reader: string, reads: string, all: readonly StateRead[]): Edge {
  const names = all.map(({ outputs }) => outputs);
  const isAny = names.includes('all');
  const places = new Map(all.map(({ file, line }): [string, ReadPlace] => [`${file}:${line}`, { file, line }]));
  return {
    reader,
    reads,
    outputs: isAny ? 'all' : sorted(names.flatMap((each) => (each === 'all' ? [] : each))),
    declared: false,
    addresses: sorted(all.map(({ address }) => address)),
    namesWorkspace: all.some((each) => each.namesWorkspace),
    places: [...places.values()].sort((a, b) => compareBytes(a.file, b.file) || a.line - b.line),
  };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(compareBytes);
}

function distinct(reads: readonly UnknownRead[]): readonly UnknownRead[] {
  const all = [...new Map(reads.map((read) => [JSON.stringify(read), read])).values()];
  return all.sort((a, b) => compareBytes(a.file, b.file) || a.line - b.line);
}
