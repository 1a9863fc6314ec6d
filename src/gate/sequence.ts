/** The order in which leaves must run. Pure. */
import type { Leaf } from '../project/leaves.ts';
import { inOrder } from '../project/order.ts';

/**
 * The items in the order in which they may start, each with the items that must finish first: the preceding ones in the
 * same place, and all in the places above. The rest may run concurrently.
 *
 * @param reversed for destroying: children before parents
 */
export function sequence<T extends { readonly leaf: Leaf }>(
  items: readonly T[],
  compositionOrder: readonly string[],
  reversed = false,
): readonly { readonly item: T; readonly after: readonly T[] }[] {
  const ordered = inOrder(items, compositionOrder);
  if (reversed) ordered.reverse();
  return ordered.map((item, index) => ({
    item,
    after: ordered.slice(0, index).filter((other) => isBound(other.leaf, item.leaf, reversed)),
  }));
}

/** Whether one leaf's place is the same as the other's, or above it. */
export function isAround(a: Leaf, b: Leaf): boolean {
  return isAtOrBelow(a, b) || isAtOrBelow(b, a);
}

function isBound(earlier: Leaf, later: Leaf, reversed: boolean): boolean {
  return reversed ? isAtOrBelow(earlier, later) : isAtOrBelow(later, earlier);
}

function isAtOrBelow(leaf: Leaf, other: Leaf): boolean {
  return leaf.place === other.place || leaf.place.startsWith(`${other.place}/`);
}
