/** Finds which leaves use which Terraform state. */
import { problem, warning, type Problem } from '../base/problems.ts';
import type { OwnState } from '../graph/state-owners.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Paused, Renderer } from '../rendering/renderer.ts';
import type { Rendering } from '../rendering/rendering.ts';
import type { State } from '../rendering/state.ts';
import { headOf, type ChangedLeaf } from './changed-leaf.ts';

/** The states of a project's leaves at one commit. */
export interface States {
  /** Paths of the leaves that use a state, in project order, by the state's identity. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** All of them that have a state, known or not. */
  readonly leaves: readonly { readonly path: string; readonly state: State }[];
  /** The owners that are paused: nothing runs for them, so sharing a state with another leaf harms none. */
  readonly paused: ReadonlySet<string>;
  /** The first unchanged leaf whose state is unknown because it cannot be rendered. */
  readonly unknown: string | undefined;
}

/** The states of leaves that are no longer there: others may still read these. */
export function goneStates(changed: readonly ChangedLeaf[]): readonly OwnState[] {
  return changed.flatMap((each) => {
    const state = each.kind === 'removed' && 'base' in each ? each.base.rendering.state : undefined;
    return state === undefined ? [] : [{ leaf: each.leaf.path, state }];
  });
}

/** Leaves that would write to the same state, in project order. */
export type SharedState = readonly string[];

/** The states of changed leaves only, which are already rendered. */
export function statesOfChanged(changed: readonly ChangedLeaf[]): States {
  const renderings = changed.flatMap((each) => headOf(each)?.rendering ?? []);
  return { owners: ownersOf(renderings), leaves: leavesOf(renderings), paused: new Set(), unknown: undefined };
}

/** The states of all leaves at head; renders the unchanged ones. */
export async function statesOfAll(changed: readonly ChangedLeaf[], head: Renderer): Promise<States> {
  const known = new Map(changed.map((each) => [each.leaf.path, each]));
  const renderings: Rendering[] = [];
  const paused = new Set<string>();
  let unknown: string | undefined;
  for (const leaf of head.leaves) {
    const found = known.get(leaf.path);
    if (found !== undefined) {
      if ('head' in found) renderings.push(found.head.rendering);
      if (found.kind === 'paused') pause(leaf.path, found.paused);
      continue;
    }
    const result = await head.render(leaf);
    if (result.ok) renderings.push(result.rendering);
    else if (result.paused === undefined) unknown ??= leaf.path;
    else pause(leaf.path, result.paused);
  }
  return { owners: ownersOf(renderings), leaves: leavesOf(renderings), paused, unknown };

  function pause(path: string, { rendering }: Paused): void {
    paused.add(path);
    if (rendering === undefined) unknown ??= path;
    else renderings.push(rendering);
  }
}

/** Groups of leaves that would destroy each other's resources. */
export function sharedStates(renderings: readonly Pick<Rendering, 'leaf' | 'state'>[]): readonly SharedState[] {
  return [...ownersOf(renderings).values()].filter((leaves) => leaves.length > 1);
}

/** The states with several owners, at least one of them a changed leaf. */
export function sharedByChange({ owners, paused }: States, changed: readonly ChangedLeaf[]): readonly SharedState[] {
  const touched = new Set(changed.flatMap((each) => ('head' in each ? [each.leaf.path] : [])));
  return [...owners.values()]
    .map((leaves) => leaves.filter((path) => !paused.has(path)))
    .filter((leaves) => leaves.length > 1 && leaves.some((path) => touched.has(path)));
}

/**
 * Errors that prevent the run from starting; warnings where the environment decides where states are.
 *
 * @param about the leaves to run: only states that these use are reported
 * @param variables names of the environment variables that complete or select states
 */
export function sharedStateProblems(
  shared: readonly SharedState[],
  about: readonly { readonly leaf: Leaf }[],
  variables: readonly string[] = [],
): readonly Problem[] {
  const paths = new Set(about.map(({ leaf }) => leaf.path));
  return shared
    .filter((leaves) => leaves.some((path) => paths.has(path)))
    .map((leaves) => {
      const others = leaves.slice(0, -1).join(', ');
      const number = leaves.length === 2 ? 'Two' : String(leaves.length);
      const all = `${others} and ${leaves.at(-1) ?? ''}`;
      const place = { file: leaves.findLast((path) => paths.has(path)) ?? '' };
      if (variables.length > 0) {
        return warning('state', `${number} leaves have the same backend settings: ${all}.`, {
          place,
          hint: `Whether they share a state depends on ${variables.join(', ')}. If they do, each would destroy what the other created.`,
        });
      }
      return problem('state', `${number} leaves have the same state: ${all}.`, {
        place,
        hint: "Each would destroy what the other created. Give their backends different settings, such as a key that contains the leaf's place and composition.",
      });
    });
}

function leavesOf(renderings: readonly Rendering[]): States['leaves'] {
  return renderings.flatMap(({ leaf, state }) => (state === undefined ? [] : [{ path: leaf.path, state }]));
}

/** What is unknown is nobody's: nothing says that it is shared. */
function ownersOf(renderings: readonly Pick<Rendering, 'leaf' | 'state'>[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { leaf, state } of renderings) {
    if (state?.identity === undefined) continue;
    const known = owners.get(state.identity);
    if (known === undefined) owners.set(state.identity, [leaf.path]);
    else known.push(leaf.path);
  }
  return owners;
}
