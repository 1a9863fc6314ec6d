/** Which leaves read which leaves' states, as plain data, and what follows from it. Pure. */
import { compareBytes } from '../snapshot/snapshot.ts';

/** Where a read is written. */
export interface ReadPlace {
  /** From the repository root. */
  readonly file: string;
  readonly line: number;
}

/** One leaf reads outputs of another one's state. At most one edge for each two leaves, never from a leaf to itself. */
export interface Edge {
  /** Path of the leaf that reads. */
  readonly reader: string;
  /** Path of the leaf whose state is read. */
  readonly reads: string;
  /** The names of the outputs, in byte order. `all`: any of them may be read. Empty: declared, and no code reads it. */
  readonly outputs: readonly string[] | 'all';
  /** Whether no code shows it, and only `depends_on` in the settings says so. */
  readonly declared: boolean;
  /** The data sources, with those of local modules: `module.net.data.terraform_remote_state.vpc`. Without instance keys. */
  readonly addresses: readonly string[];
  /** Whether one of them reads a workspace other than the default one, or may. */
  readonly namesWorkspace?: boolean | undefined;
  /** Where the data sources are, or nothing if it is declared. */
  readonly places: readonly ReadPlace[];
}

/** A read whose state is not known before Terraform runs. */
export interface UnknownRead extends ReadPlace {
  /** Path of the leaf. */
  readonly reader: string;
  /** As of an edge. */
  readonly address: string;
  /** A sentence. */
  readonly why: string;
}

export interface Graph {
  /** Paths of all leaves, in byte order. */
  readonly leaves: readonly string[];
  /** In byte order of reader, then of what it reads. */
  readonly edges: readonly Edge[];
  /** In byte order of reader, then of file and line. */
  readonly unknown: readonly UnknownRead[];
}

const byReader = new WeakMap<Graph, ReadonlyMap<string, readonly Edge[]>>();

/** The edges of a leaf to what it reads itself. */
export function readsOf(graph: Graph, leaf: string): readonly Edge[] {
  let grouped = byReader.get(graph);
  if (grouped === undefined) {
    const found = new Map<string, Edge[]>();
    for (const edge of graph.edges) {
      const own = found.get(edge.reader);
      if (own === undefined) found.set(edge.reader, [edge]);
      else own.push(edge);
    }
    grouped = found;
    byReader.set(graph, grouped);
  }
  return grouped.get(leaf) ?? [];
}

/** The edges of the leaves that read a leaf themselves. */
export function readersOf({ edges }: Graph, leaf: string): readonly Edge[] {
  return edges.filter(({ reads }) => reads === leaf);
}

/** The leaves that read some leaves, directly or through others, without those; in byte order. */
export function dependentsOf({ edges }: Graph, leaves: Iterable<string>): readonly string[] {
  return reached(leaves, groupedBy(edges, 'reads', 'reader'));
}

/** The leaves that some leaves read, directly or through others, without those; in byte order. */
export function dependenciesOf({ edges }: Graph, leaves: Iterable<string>): readonly string[] {
  return reached(leaves, groupedBy(edges, 'reader', 'reads'));
}

/**
 * The rounds of the graph, one for each group of leaves that read each other: each leaf reads the next one, and the last
 * one reads the first, which is the first of the group in byte order.
 */
export function cyclesOf({ edges }: Graph): readonly (readonly string[])[] {
  const next = groupedBy(edges, 'reader', 'reads');
  return groupsOf(next).map((group) => shortestRound(group, next));
}

/**
 * The leaves in steps: what a leaf reads, itself or through leaves that are not given, is in an earlier step. Leaves that
 * read each other are in one step. Each step is in byte order.
 */
export function levelsOf(graph: Graph, leaves: Iterable<string>): readonly (readonly string[])[] {
  const given = [...new Set(leaves)].sort(compareBytes);
  const next = groupedBy(graph.edges, 'reader', 'reads');
  const groupOf = new Map(groupsOf(next).flatMap((group) => group.map((leaf) => [leaf, group] as const)));
  const isGiven = new Set(given);
  const steps = new Map<string, number>();
  // Without recursion: a chain may be as long as the project is large.
  for (const start of given) {
    const stack = [start];
    for (let leaf = stack.at(-1); leaf !== undefined; leaf = stack.at(-1)) {
      const group = groupOf.get(leaf) ?? [leaf];
      const inGroup = new Set(group);
      const read = group.flatMap((each) => next.get(each) ?? []).filter((each) => !inGroup.has(each));
      const open = steps.has(leaf) ? [] : read.filter((each) => !steps.has(each));
      if (open.length > 0) {
        stack.push(...open);
        continue;
      }
      stack.pop();
      const after = (each: string): number => (steps.get(each) ?? 0) + (isGivenGroup(each) ? 1 : 0);
      const step = Math.max(0, ...read.map(after));
      for (const each of group) steps.set(each, step);
    }
  }
  const levels = new Map<number, string[]>();
  for (const leaf of given) {
    const step = steps.get(leaf) ?? 0;
    levels.set(step, [...(levels.get(step) ?? []), leaf]);
  }
  return [...levels].sort(([a], [b]) => a - b).map(([, level]) => level);

  function isGivenGroup(leaf: string): boolean {
    return (groupOf.get(leaf) ?? [leaf]).some((each) => isGiven.has(each));
  }
}

type Neighbors = ReadonlyMap<string, readonly string[]>;

function groupedBy(edges: readonly Edge[], from: 'reader' | 'reads', to: 'reader' | 'reads'): Neighbors {
  const found = new Map<string, string[]>();
  for (const edge of edges) {
    const known = found.get(edge[from]);
    if (known === undefined) found.set(edge[from], [edge[to]]);
    else known.push(edge[to]);
  }
  return found;
}

function reached(leaves: Iterable<string>, next: Neighbors): readonly string[] {
  const start = new Set(leaves);
  const found = new Set(start);
  for (const leaf of found) for (const each of next.get(leaf) ?? []) found.add(each);
  return [...found].filter((leaf) => !start.has(leaf)).sort(compareBytes);
}

/** The groups of several leaves of which each one leads to each other one (Tarjan), in byte order. */
function groupsOf(next: Neighbors): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: (readonly string[])[] = [];
  const enter = (leaf: string): { leaf: string; at: number } => {
    index.set(leaf, index.size);
    low.set(leaf, index.size - 1);
    open.push(leaf);
    isOpen.add(leaf);
    return { leaf, at: 0 };
  };
  for (const start of next.keys()) {
    if (index.has(start)) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { leaf } = top;
      const other = next.get(leaf)?.[top.at];
      top.at += 1;
      if (other !== undefined) {
        if (!index.has(other)) path.push(enter(other));
        else if (isOpen.has(other)) low.set(leaf, Math.min(low.get(leaf) ?? 0, index.get(other) ?? 0));
        continue;
      }
      path.pop();
      const above = path.at(-1)?.leaf;
      if (above !== undefined) low.set(above, Math.min(low.get(above) ?? 0, low.get(leaf) ?? 0));
      if (low.get(leaf) !== index.get(leaf)) continue;
      const group = open.splice(open.lastIndexOf(leaf));
      for (const each of group) isOpen.delete(each);
      if (group.length > 1) groups.push(group.sort(compareBytes));
    }
  }
  return groups.sort(([a = ''], [b = '']) => compareBytes(a, b));
}

function shortestRound(group: readonly string[], next: Neighbors): readonly string[] {
  const [first = ''] = group;
  const before = new Map<string, string>();
  const queue = [first];
  for (const leaf of queue) {
    for (const other of next.get(leaf) ?? []) {
      if (other === first) {
        const round = [leaf];
        for (let at = before.get(leaf); at !== undefined; at = before.get(at)) round.unshift(at);
        return round;
      }
      if (!before.has(other)) {
        before.set(other, leaf);
        queue.push(other);
      }
    }
  }
  return group;
}
