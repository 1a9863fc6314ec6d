/** Which leaves must be done before which. Pure. */
import type { Leaf } from '../project/leaves.ts';
import { inOrder } from '../project/order.ts';

/**
 * For each item, in the order in which they may begin, the items that must have ended before: those before it in its own
 * place, and all in the places above. The rest may run at the same time.
 *
 * @param reversed to destroy: the other way round
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

/** Whether the place of one of them is that of the other, or above it. */
export function isAround(a: Leaf, b: Leaf): boolean {
  return isAtOrBelow(a, b) || isAtOrBelow(b, a);
}

function isBound(earlier: Leaf, later: Leaf, reversed: boolean): boolean {
  return reversed ? isAtOrBelow(earlier, later) : isAtOrBelow(later, earlier);
}

function isAtOrBelow(leaf: Leaf, other: Leaf): boolean {
  return leaf.place === other.place || leaf.place.startsWith(`${other.place}/`);
}
