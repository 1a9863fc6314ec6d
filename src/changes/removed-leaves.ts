/** What becomes of removed leaves: destroying what another leaf manages by now would be the worst of mistakes. Pure. */
import type { ChangedLeaf } from './changed-leaf.ts';
import type { States } from './states.ts';

const ANOTHER_FAILED = 'Another leaf does not render and may use this state, so nothing of it is destroyed.';

/**
 * Marks removed leaves whose state any leaf of head uses as moved. Unchanged leaves count too: a state that they shared
 * with a removed leaf is still theirs.
 *
 * The state of a leaf that cannot be rendered is not known, and it may be that of a removed leaf, as when a leaf is
 * renamed and broken at once. As long as there is one, a removed leaf that is not moved is kept.
 *
 * @param states of all leaves at head
 */
export function decideFates(changed: readonly ChangedLeaf[], { owners, unknown }: States): ChangedLeaf[] {
  const isAnotherFailed = changed.some(({ kind }) => kind === 'failed');
  return changed.map((each): ChangedLeaf => {
    if (each.kind !== 'removed') return each;
    const { leaf, kind, reasons, problems } = each;
    if (each.fate === 'destroy') {
      const [movedTo] = owners.get(each.base.rendering.state?.identity ?? '') ?? [];
      if (movedTo !== undefined) return { leaf, kind: 'moved', reasons, problems, base: each.base, movedTo };
    }
    if (isAnotherFailed) return { leaf, kind, fate: 'undecided', why: ANOTHER_FAILED, reasons, problems };
    if (unknown === undefined || each.fate !== 'destroy') return each;
    const why = `Another leaf may use its state, which cannot be known while ${unknown} cannot be rendered, so its destruction is not planned.`;
    return { leaf, kind, fate: 'undecided', why, reasons, problems };
  });
}
