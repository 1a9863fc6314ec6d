/** Decides what happens to removed leaves: never destroy what another leaf now manages. Pure. */
import type { ChangedLeaf } from './changed-leaf.ts';
import { mayBeSame } from '../rendering/state.ts';
import type { States } from './states.ts';

const ANOTHER_FAILED = 'Another leaf does not render and may use this state, so nothing of it is destroyed.';

/**
 * Marks removed leaves whose state is used by any leaf at head as moved. This includes unchanged leaves: a state that
 * they shared with a removed leaf is still theirs.
 *
 * The state of a leaf that cannot be rendered is unknown. It may be that of a removed leaf, for example if a leaf is
 * renamed and broken in the same change. As long as there is one, removed leaves that are not moved are kept.
 *
 * So is one whose state may be that of another leaf: one of them cannot be worked out, or they differ only in what two
 * names of one server may differ in.
 *
 * @param states of all leaves at head
 */
export function decideFates(changed: readonly ChangedLeaf[], { owners, leaves, unknown }: States): ChangedLeaf[] {
  const hasFailed = changed.some(({ kind }) => kind === 'failed');
  return changed.map((each): ChangedLeaf => {
    if (each.kind !== 'removed') return each;
    const { leaf, kind, reasons, problems } = each;
    if (each.fate === 'destroy') {
      const [movedTo] = owners.get(each.base.rendering.state?.identity ?? '') ?? [];
      if (movedTo !== undefined) return { leaf, kind: 'moved', reasons, problems, base: each.base, movedTo };
    }
    if (hasFailed) return { leaf, kind, fate: 'undecided', why: ANOTHER_FAILED, reasons, problems };
    if (each.fate !== 'destroy') return each;
    const { state } = each.base.rendering;
    const other = state && leaves.find((one) => mayBeSame(one.state, state));
    if (other !== undefined) {
      const why = `${other.path} may use its state: whether it does cannot be worked out from their backends, so its destruction is not planned.`;
      return { leaf, kind, fate: 'undecided', why, reasons, problems };
    }
    if (unknown === undefined) return each;
    const why = `Another leaf may use its state, which cannot be known while ${unknown} cannot be rendered, so its destruction is not planned.`;
    return { leaf, kind, fate: 'undecided', why, reasons, problems };
  });
}
