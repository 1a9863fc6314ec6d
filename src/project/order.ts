/** The order in which leaves run. */
import { compareBytes } from '../snapshot/snapshot.ts';
import type { Leaf } from './leaves.ts';

/**
 * Sorts parent places before child places; within a place, compositions in the given order, then unlisted ones by name.
 *
 * @param compositionOrder `compositions.order.terraform`
 */
export function inOrder<T extends { readonly leaf: Leaf }>(
  items: readonly T[],
  compositionOrder: readonly string[],
): T[] {
  const rank = new Map(compositionOrder.map((composition, index) => [composition, index]));
  const rankOf = (leaf: Leaf): number => rank.get(leaf.composition) ?? compositionOrder.length;
  return [...items].sort(
    (a, b) =>
      comparePlaces(a.leaf.place, b.leaf.place) ||
      rankOf(a.leaf) - rankOf(b.leaf) ||
      compareBytes(a.leaf.composition, b.leaf.composition) ||
      compareBytes(a.leaf.path, b.leaf.path),
  );
}

/** Compares folder by folder, so that a parent precedes its children regardless of the characters in their names. */
function comparePlaces(a: string, b: string): number {
  const as = a.split('/');
  const bs = b.split('/');
  for (let index = 0; index < Math.min(as.length, bs.length); index += 1) {
    const order = compareBytes(as[index] ?? '', bs[index] ?? '');
    if (order !== 0) return order;
  }
  return as.length - bs.length;
}
