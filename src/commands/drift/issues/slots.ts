/** Leaves with one cause, as many as one issue can name. Pure. */
import type { MarkedLeaf } from '../../../markdown/issue-block.ts';
import type { Finding } from './before.ts';
import type { Held } from './held.ts';

/** What one open issue is to be about. */
export interface Slot {
  readonly cause: string;
  readonly class: 'drifted' | 'pending';
  readonly leaves: readonly MarkedLeaf[];
  /** What was found at the leaf that stands for all. */
  readonly first: Finding;
  /** The open issue about the same cause, if there is one. */
  readonly home: Held | undefined;
}

/** Their digests, names and the command that applies them fit into an issue. */
export const MOST_LEAVES = 250;

/**
 * One slot for each cause, or several if it has too many leaves. Leaves stay in the open issue about their cause; those
 * that were not checked are in its slot too. What drifted comes first: it is more urgent than what was never applied.
 *
 * @param waits whether a leaf, by its digest, was not checked
 */
export function slotsOf(
  held: readonly Held[],
  findings: readonly Finding[],
  waits: (leaf: string) => boolean,
): readonly Slot[] {
  const causes = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    if (finding.class !== 'drifted' && finding.class !== 'pending') continue;
    const same = causes.get(finding.cause);
    if (same === undefined) causes.set(finding.cause, [finding]);
    else same.push(finding);
  }
  const slots = [...causes].flatMap(([cause, found]) =>
    packed(
      held.filter(({ issue }) => issue.open && issue.marker.cause === cause),
      found,
      waits,
    ).map(({ home, leaves }): Slot => {
      const inIt = new Set(leaves.map(({ leaf }) => leaf));
      const first = found.find(({ identity }) => inIt.has(identity.leaf)) ?? found[0];
      return { cause, class: found[0].class === 'drifted' ? 'drifted' : 'pending', leaves, first, home };
    }),
  );
  return slots.toSorted((a, b) => rank(a) - rank(b));
}

function packed(
  homes: readonly Held[],
  found: readonly Finding[],
  waits: (leaf: string) => boolean,
): readonly { readonly home: Held | undefined; readonly leaves: MarkedLeaf[] }[] {
  const own = new Map<string, MarkedLeaf>(found.map(({ identity }) => [identity.leaf, identity]));
  const stays = homes.map(({ leaves }) =>
    leaves.flatMap((each) => own.get(each.leaf) ?? (waits(each.leaf) ? [each] : [])),
  );
  const all = new Map([...stays.flat(), ...own.values()].map((each) => [each.leaf, each]));
  const needed = Math.ceil(all.size / MOST_LEAVES);
  const slots: { home: Held | undefined; leaves: MarkedLeaf[] }[] = homes
    .slice(0, needed)
    .map((home, index) => ({ home, leaves: (stays[index] ?? []).slice(0, MOST_LEAVES) }));
  for (const { leaves } of slots) for (const { leaf } of leaves) all.delete(leaf);
  for (const each of all.values()) {
    const room = slots.find(({ leaves }) => leaves.length < MOST_LEAVES);
    if (room === undefined) slots.push({ home: undefined, leaves: [each] });
    else room.leaves.push(each);
  }
  return slots;
}

function rank({ class: found }: Slot): number {
  return found === 'drifted' ? 0 : 1;
}
