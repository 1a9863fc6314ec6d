/** `kompos graph`: which leaves read which leaves' states. */
import { problemError, type Problem } from '../../base/problems.ts';
import { nearest } from '../../base/closest-name.ts';
import { openLocalProject, type LocalContext, type LocalProject } from '../../execution/local-project.ts';
import { dependenciesOf, dependentsOf, type Graph } from '../../graph/graph.ts';
import { readLeafGraph } from '../../graph/leaf-graph.ts';
import type { ListMerge } from '../../hierarchy/value.ts';
import { closestTo, leafPattern } from '../../project/selection.ts';
import { graphAsDot, graphAsJson, graphAsMermaid } from './formats.ts';
import type { Part } from './part.ts';
import { graphAsTree } from './tree.ts';

export interface GraphRequest {
  readonly rootPath: string | undefined;
  readonly listMerge: ListMerge | undefined;
  /** The leaves to show, with what they read and what reads them, as typed; undefined: all. */
  readonly configPath: string | undefined;
  /** Leaves whose readers are shown: a path, a glob, layers, or a composition's name. */
  readonly reads: string | undefined;
  /** Leaves of which is shown what they read. */
  readonly readBy: string | undefined;
  readonly format: 'tree' | 'dot' | 'mermaid' | 'json';
}

export interface ShownGraph {
  /** What to print. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** @throws ProblemError if no leaf is meant */
export async function showGraph(request: GraphRequest, context: LocalContext): Promise<ShownGraph> {
  const local = await openLocalProject(request, context);
  // What is meant is known before anything is read.
  const part = choosePart(request, local);
  const { graph, problems, unread } = await readLeafGraph(local.renderer);
  const shown = part(graph, unread);
  const formats = { tree: graphAsTree, dot: graphAsDot, mermaid: graphAsMermaid, json: graphAsJson };
  return { text: formats[request.format](shown), problems };
}

type ChoosePart = (graph: Graph, unread: readonly string[]) => Part;

function choosePart({ configPath, reads, readBy }: GraphRequest, local: LocalProject): ChoosePart {
  const paths = local.renderer.leaves.map(({ path }) => path);
  const [read, readers] = [reads, readBy].map((each) => (each === undefined ? undefined : meant(each, paths)));
  const chosen = configPath === undefined && local.place.here === '' ? undefined : local.select().leaves;
  const selected = chosen !== undefined && chosen.length < paths.length ? chosen.map(({ path }) => path) : undefined;
  if (read === undefined && readers === undefined && selected === undefined) {
    return (graph, unread) => ({ graph, roots: undefined, directions: ['read by'], unread: unread.length });
  }
  return (graph, unread) => {
    const kept = new Set(paths);
    if (read !== undefined) keep(kept, [...read, ...dependentsOf(graph, read)]);
    if (readers !== undefined) keep(kept, [...readers, ...dependenciesOf(graph, readers)]);
    if (selected !== undefined) keep(kept, around(graph, selected));
    const part = partOf(graph, kept);
    const only = selected?.length === 1 ? selected : undefined;
    return {
      graph: part,
      roots: (read ?? readers ?? only)?.filter((leaf) => kept.has(leaf)),
      directions:
        read !== undefined ? ['read by'] : readers !== undefined ? ['reads'] : BOTH.slice(only === undefined ? 1 : 0),
      unread: unread.filter((leaf) => kept.has(leaf)).length,
    };
  };
}

const BOTH = ['reads', 'read by'] as const;

function around(graph: Graph, leaves: readonly string[]): readonly string[] {
  return [...leaves, ...dependentsOf(graph, leaves), ...dependenciesOf(graph, leaves)];
}

function keep(kept: Set<string>, leaves: readonly string[]): void {
  const wanted = new Set(leaves);
  for (const leaf of kept) if (!wanted.has(leaf)) kept.delete(leaf);
}

function partOf({ leaves, edges, unknown }: Graph, kept: ReadonlySet<string>): Graph {
  return {
    leaves: leaves.filter((leaf) => kept.has(leaf)),
    edges: edges.filter(({ reader, reads }) => kept.has(reader) && kept.has(reads)),
    unknown: unknown.filter(({ reader }) => kept.has(reader)),
  };
}

/** The leaves that a word means; a name by itself is a composition's. */
function meant(word: string, paths: readonly string[]): readonly string[] {
  const name = word.replace(/\/+$/u, '');
  const { matches } = leafPattern(/[/=*?[\]{}!()]/u.test(name) ? name : `composition=${name}`);
  const found = paths.filter((path) => matches(path));
  if (found.length > 0) return found;
  const names = paths.map((path) => path.slice(path.lastIndexOf('=') + 1));
  const closest = nearest(name, new Set(names));
  throw problemError('leaf', `"${word}" matches no leaf.`, {
    hint: closest === undefined ? closestTo(name, paths) : `Did you mean "${closest}"?`,
  });
}
