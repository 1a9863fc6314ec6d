/** Which leaves of a change cannot be planned yet, because they read what other leaves of it create. */
import { posix } from 'node:path';
import { renderedOf, type ChangedLeaf, type PlannableLeaf } from '../changes/changed-leaf.ts';
import { readsOf, type Edge, type Graph } from '../graph/graph.ts';
import type { Rendered } from '../rendering/rendering.ts';
import type { Renderer } from '../rendering/renderer.ts';
import { compareBytes } from '../snapshot/snapshot.ts';
import { errorsIn } from '../terraform/diagnostics.ts';
import type { PlanResult } from '../terraform/plan.ts';
import { additionsTo, declaredOutputs } from './additions.ts';
import { sourcePlace } from './terraform-problems.ts';
import { waitsFor, type Addition, type ErrorContext } from './waiting.ts';

/** Paths of the leaves that each waiting leaf waits for. */
export type WaitingLeaves = ReadonlyMap<PlannableLeaf, readonly string[]>;

/**
 * The leaves that wait without Terraform being started: it would create the state that they read. Only `local`, `http`
 * and the default workspace of `s3` answer without writing when a state is not there.
 *
 * @param created the leaves whose states are not there yet
 */
export function waitUnstarted(
  leaves: readonly PlannableLeaf[],
  created: readonly ChangedLeaf[],
  graph: Graph,
): WaitingLeaves {
  const types = new Map(
    created.flatMap((each) => ('head' in each ? [[each.leaf.path, each.head.rendering.state?.type ?? 'local']] : [])),
  );
  return new Map(
    leaves.flatMap((each) => {
      if (each.kind === 'removed') return [];
      const writing = codeReads(graph, each.leaf.path).filter((edge) => {
        const type = types.get(edge.reads);
        return type !== undefined && createsWhatItReads(type, edge);
      });
      return writing.length === 0 ? [] : [[each, writing.map(({ reads }) => reads)] as const];
    }),
  );
}

function createsWhatItReads(type: string, { namesWorkspace }: Edge): boolean {
  if (type === 'local' || type === 'http') return false;
  return type !== 's3' || namesWorkspace === true;
}

/**
 * The leaves for which a leaf waits whose plan failed only because a state, or an output, is not there that the change
 * adds; undefined if it has failed.
 *
 * @param results what is known of the other plans
 * @param changed all leaves of the change, planned or not
 */
export async function waitsAfterPlan(
  each: PlannableLeaf,
  result: PlanResult,
  results: ReadonlyMap<PlannableLeaf, PlanResult>,
  { changed, base }: { readonly changed: readonly ChangedLeaf[]; readonly base: Renderer | undefined },
  graph: Graph,
): Promise<readonly string[] | undefined> {
  if (result.ok || result.stage !== 'plan' || each.kind === 'removed') return undefined;
  const edges = codeReads(graph, each.leaf.path);
  if (edges.length === 0) return undefined;
  const additions = await additionsTo(changed, base, results, new Set(edges.map(({ reads }) => reads)));
  return waitsOf(each, result.output, edges, additions);
}

/**
 * The same for the leaves of an apply, each of which may create what others read.
 *
 * @returns the leaves that wait without Terraform being started, and what decides it for one whose plan failed
 */
export function waitForCandidates(
  leaves: readonly PlannableLeaf[],
  graph: Graph,
): {
  readonly unstarted: WaitingLeaves;
  readonly afterPlan: (leaf: ChangedLeaf, failed: PlanResult) => readonly string[] | undefined;
} {
  const staying = leaves.filter(({ kind }) => kind !== 'removed');
  const additions = new Map(
    staying.map((each) => [each.leaf.path, { isNew: true, outputs: declaredOutputs(renderedOf(each)) }] as const),
  );
  return {
    unstarted: waitUnstarted(
      staying.filter(({ kind }) => kind === 'selected'),
      staying,
      graph,
    ),
    afterPlan(leaf, failed) {
      const each = staying.find((one) => one === leaf);
      if (each === undefined || failed.ok || failed.stage !== 'plan') return undefined;
      return waitsOf(each, failed.output, codeReads(graph, each.leaf.path), additions);
    },
  };
}

function waitsOf(
  each: PlannableLeaf,
  output: string,
  edges: readonly Edge[],
  additions: ReadonlyMap<string, Addition>,
): readonly string[] | undefined {
  return waitsFor(errorsIn(output), edges, additions, contextOf(renderedOf(each)));
}

function contextOf({ rendering, snapshot, code }: Rendered): ErrorContext {
  return {
    fileOf: ({ file, line }) => (file === undefined ? undefined : sourcePlace(rendering, snapshot, file, line)?.file),
    localAt(file, name) {
      const folder = [code.root, ...code.modules].find((each) => each.folder === posix.dirname(file));
      const values = (folder?.files ?? []).flatMap(
        ({ hcl }) => hcl?.parsed.code.locals.filter((local) => local.name === name) ?? [],
      );
      const [value] = values.map((local) => local.value);
      if (values.length > 1 || value?.kind !== 'reference' || value.isCut === true) return undefined;
      return [value.root, ...value.path].join('.');
    },
  };
}

/** What a leaf's code reads: what is only declared gives Terraform nothing that could be missing. */
function codeReads(graph: Graph, leaf: string): readonly Edge[] {
  return readsOf(graph, leaf)
    .filter(({ declared }) => !declared)
    .toSorted((a, b) => compareBytes(a.reads, b.reads));
}
