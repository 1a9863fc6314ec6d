/** Removed leaves whose state lives on: destroying them would destroy what another leaf manages. Pure. */
import { warning } from '../base/problems.ts';
import type { ChangedLeaf } from './changed-leaves.ts';
import type { States } from './states.ts';

/**
 * Marks removed leaves whose state any leaf of head uses as moved. Unchanged leaves count too: a state that they shared
 * with a removed leaf is still theirs.
 *
 * What a leaf that cannot be rendered uses nobody knows: as long as there is one that is not in the answer anyway (see
 * `mayLiveOn`), a removed leaf that is not moved loses its base rendering, so that nothing can destroy it.
 *
 * @param states of all leaves at head
 */
export function markMoved(changed: readonly ChangedLeaf[], { owners, unknown }: States): ChangedLeaf[] {
  return changed.map((each) => {
    if (each.kind !== 'removed') return each;
    const identity = each.base?.rendering.state?.identity;
    const [movedTo] = (identity === undefined ? undefined : owners.get(identity)) ?? [];
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
