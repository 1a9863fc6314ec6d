/** Removed leaves whose state lives on: destroying them would destroy what another leaf manages. */
import { warning } from '../problems.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Rendered } from '../rendering/rendering.ts';
import type { Leaf } from '../project/leaves.ts';
import type { ChangedLeaf } from './changed-leaves.ts';

/**
 * Marks removed leaves whose state any leaf of head uses as moved. Unchanged leaves count too: a state that they shared
 * with a removed leaf is still theirs. They are rendered only where something was removed.
 *
 * What a leaf that cannot be rendered uses nobody knows: as long as there is one that is not in the answer anyway (see
 * `mayLiveOn`), a removed leaf that is not moved loses its base rendering, so that nothing can destroy it.
 */
export async function markMoved(changed: readonly ChangedLeaf[], head: Renderer): Promise<ChangedLeaf[]> {
  if (!changed.some(({ kind }) => kind === 'removed')) return [...changed];
  const { owners, unknown } = await stateOwners(changed, head);
  return changed.map((each) => {
    if (each.kind !== 'removed') return each;
    const identity = each.base?.rendering.state?.identity;
    const movedTo = identity === undefined ? undefined : owners.get(identity);
    if (movedTo !== undefined) return { ...each, kind: 'moved', movedTo };
    if (unknown === undefined || each.base === undefined) return each;
    const message = `Whether another leaf goes on with its state cannot be told while ${unknown} cannot be rendered, so its destruction is not planned.`;
    return {
      ...each,
      base: undefined,
      problems: [...each.problems, warning('state', message, { place: { file: each.leaf.path } })],
    };
  });
}

/** The leaf that uses a state, by the state's identity, and the first leaf that cannot be rendered although nothing in its reach differs. */
async function stateOwners(
  changed: readonly ChangedLeaf[],
  head: Renderer,
): Promise<{ owners: ReadonlyMap<string, string>; unknown: string | undefined }> {
  const known = new Map(changed.flatMap((each) => (each.head === undefined ? [] : [[each.leaf.path, each.head]])));
  const failed = new Set(changed.flatMap(({ leaf, kind }) => (kind === 'failed' ? [leaf.path] : [])));
  const owners = new Map<string, string>();
  let unknown: string | undefined;
  for (const leaf of head.leaves) {
    const rendered = known.get(leaf.path) ?? (await renderedAt(head, leaf));
    if (rendered === undefined && !failed.has(leaf.path)) unknown ??= leaf.path;
    const identity = rendered?.rendering.state?.identity;
    if (identity !== undefined && !owners.has(identity)) owners.set(identity, leaf.path);
  }
  return { owners, unknown };
}

async function renderedAt(head: Renderer, leaf: Leaf): Promise<Rendered | undefined> {
  const result = await head.render(leaf);
  return result.ok ? result : undefined;
}
