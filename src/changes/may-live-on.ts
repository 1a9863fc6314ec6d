/** When it is not certain that a removed leaf is really gone. Pure. */
import type { ChangedLeaf } from './changed-leaves.ts';

/** Why such a leaf is neither planned nor destroyed. */
export const MAY_LIVE_ON =
  'Another leaf does not render, so it is not known whether that one goes on with this state. Nothing of it is destroyed.';

/**
 * Whether a removed leaf's state may be used by a leaf that cannot be rendered, as when a leaf is renamed and broken at
 * once: its destruction must be neither shown nor applied then.
 */
export function mayLiveOn({ kind }: ChangedLeaf, all: readonly ChangedLeaf[]): boolean {
  return kind === 'removed' && all.some((other) => other.kind === 'failed');
}
