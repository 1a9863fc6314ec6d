/** Which leaves use which Terraform state. */
import { problem, type Problem } from '../base/problems.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Rendering } from '../rendering/rendering.ts';
import { headOf, type ChangedLeaf } from './changed-leaf.ts';

/** The states of a project's leaves at one commit. */
export interface States {
  /** Paths of the leaves that use a state, in the project's order, by the state's identity. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** The first leaf whose state is unknown although nothing in its reach differs: it cannot be rendered. */
  readonly unknown: string | undefined;
}

/** Leaves that would write to one state; in the project's order. */
export type SharedState = readonly string[];

/** The states of changed leaves alone, which cost nothing more to know. */
export function statesOfChanged(changed: readonly ChangedLeaf[]): States {
  return { owners: ownersOf(changed.flatMap((each) => headOf(each)?.rendering ?? [])), unknown: undefined };
}

/** The states of all leaves at head: those that did not change are rendered. */
export async function statesOfAll(changed: readonly ChangedLeaf[], head: Renderer): Promise<States> {
  const known = new Map(changed.map((each) => [each.leaf.path, each]));
  const renderings: Rendering[] = [];
  let unknown: string | undefined;
  for (const leaf of head.leaves) {
    const found = known.get(leaf.path);
    if (found !== undefined) {
      if ('head' in found) renderings.push(found.head.rendering);
      continue;
    }
    const result = await head.render(leaf);
    if (result.ok) renderings.push(result.rendering);
    else unknown ??= leaf.path;
  }
  return { owners: ownersOf(renderings), unknown };
}

/** Leaves of which one would destroy what the other made. */
export function sharedStates(renderings: readonly Rendering[]): readonly SharedState[] {
  return [...ownersOf(renderings).values()].filter((leaves) => leaves.length > 1);
}

/** Those of the states with several owners that a change has a part in. */
export function sharedByChange({ owners }: States, changed: readonly ChangedLeaf[]): readonly SharedState[] {
  const touched = new Set(changed.flatMap((each) => ('head' in each ? [each.leaf.path] : [])));
  return [...owners.values()].filter((leaves) => leaves.length > 1 && leaves.some((path) => touched.has(path)));
}

/**
 * Errors that keep everything from starting.
 *
 * @param about the leaves that something is to be done with: only what they have a part in counts
 */
export function sharedStateProblems(
  shared: readonly SharedState[],
  about: readonly { readonly leaf: Leaf }[],
): readonly Problem[] {
  const paths = new Set(about.map(({ leaf }) => leaf.path));
  return shared
    .filter((leaves) => leaves.some((path) => paths.has(path)))
    .flatMap(([first = '', ...others]) =>
      others.map((other) =>
        problem('state', `Two leaves have the same state: ${first} and ${other}.`, {
          place: { file: other },
          hint: "Each would destroy what the other made. Give the backend a setting that differs, such as a key with the leaf's place and composition in it.",
        }),
      ),
    );
}

function ownersOf(renderings: readonly Rendering[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { leaf, state } of renderings) {
    if (state === undefined) continue;
    const known = owners.get(state.identity);
    if (known === undefined) owners.set(state.identity, [leaf.path]);
    else known.push(leaf.path);
  }
  return owners;
}
