/** The order in which leaves must run. Pure. */
import type { Leaf } from '../project/leaves.ts';
import { inOrder } from '../project/order.ts';

/** What is known of the leaves that a leaf reads. */
export interface Reads {
  /** Paths of leaves by the path of the leaf that reads them directly. */
  readonly of: ReadonlyMap<string, ReadonlySet<string>>;
  /** Paths of leaves that read what could not be worked out. */
  readonly unknown: ReadonlySet<string>;
}

export interface Step<T> {
  readonly item: T;
  /** What must have ended before it starts. */
  readonly after: readonly T[];
  /** Those of them that it depends on: it must not start if one of these failed. */
  readonly needs: readonly T[];
}

/**
 * The items in the order in which they may start: after what they read, then parent places before child places and
 * compositions in their order. A leaf waits for what it reads; for those that precede it in its place; and for the places
 * above. What a leaf depends on is known if it reads something: then it is independent of the others, and waits, of its
 * place, only for compositions that the setting lists before its own. Of one that reads nothing, the order is all that
 * is known. The rest may run concurrently. What contradicts the order of reads is dropped; so are cycles.
 *
 * @param compositionOrder the setting `compositions.order`
 * @param reversed for destroying: readers before what they read, children before parents
 */
export function sequence<T extends { readonly leaf: Leaf }>(
  items: readonly T[],
  compositionOrder: readonly string[],
  reads: Reads,
  reversed = false,
): readonly Step<T>[] {
  const natural = inOrder(items, compositionOrder);
  if (reversed) natural.reverse();
  const listed = new Set(compositionOrder);
  const readsOf = (item: T): ReadonlySet<string> => reads.of.get(item.leaf.path) ?? NONE;
  const isRead = (upper: T, lower: T): boolean => readsOf(lower).has(upper.leaf.path);
  const ordered = afterReads(natural, readsOf, reversed);
  return ordered.map((item, index) => {
    const before = ordered.slice(0, index).flatMap((other) => {
      const [upper, lower] = reversed ? [item, other] : [other, item];
      if (isRead(upper, lower)) return [{ other, isNeeded: true }];
      if (!isAtOrBelow(lower.leaf, upper.leaf)) return [];
      const isKnown = readsOf(lower).size > 0 && !reads.unknown.has(lower.leaf.path);
      const areListed = [upper, lower].every(({ leaf }) => listed.has(leaf.composition));
      const isFree = isKnown && upper.leaf.place === lower.leaf.place && !areListed;
      return isFree ? [] : [{ other, isNeeded: !isKnown }];
    });
    return {
      item,
      after: before.map(({ other }) => other),
      needs: before.filter(({ isNeeded }) => isNeeded).map(({ other }) => other),
    };
  });
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The items in the order in which they are applied: after what they read, then parent places before child places and
 * compositions in their order.
 *
 * @param reversed for destroying
 */
export function inOrderOfReads<T extends { readonly leaf: Leaf }>(
  items: readonly T[],
  compositionOrder: readonly string[],
  reads: Pick<Reads, 'of'>,
  reversed = false,
): readonly T[] {
  const natural = inOrder(items, compositionOrder);
  if (reversed) natural.reverse();
  return afterReads(natural, ({ leaf }) => reads.of.get(leaf.path) ?? NONE, reversed);
}

/** The first of those that nothing left must precede is next; in a round of leaves, the first of all. */
function afterReads<T extends { readonly leaf: Leaf }>(
  natural: readonly T[],
  readsOf: (item: T) => ReadonlySet<string>,
  reversed: boolean,
): readonly T[] {
  const byPath = new Map<string, T[]>();
  for (const each of natural) byPath.set(each.leaf.path, [...(byPath.get(each.leaf.path) ?? []), each]);
  const followers = new Map<T, T[]>(natural.map((each) => [each, []]));
  const open = new Map<T, number>(natural.map((each) => [each, 0]));
  for (const lower of natural) {
    for (const upper of [...readsOf(lower)].flatMap((path) => byPath.get(path) ?? [])) {
      const [first, second] = reversed ? [lower, upper] : [upper, lower];
      if (first === second) continue;
      followers.get(first)?.push(second);
      open.set(second, (open.get(second) ?? 0) + 1);
    }
  }
  const rank = new Map(natural.map((each, index) => [each, index]));
  const byRank = (a: T, b: T): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const ordered: T[] = [];
  const ready = natural.filter((each) => open.get(each) === 0);
  while (open.size > 0) {
    const [next] = ready.length > 0 ? ready.splice(0, 1) : open.keys();
    if (next === undefined) break;
    open.delete(next);
    ordered.push(next);
    for (const follower of followers.get(next) ?? []) {
      const left = open.get(follower);
      if (left === undefined) continue;
      open.set(follower, left - 1);
      if (left > 1) continue;
      const index = ready.findIndex((each) => byRank(follower, each) < 0);
      ready.splice(index < 0 ? ready.length : index, 0, follower);
    }
  }
  return ordered;
}

/** Whether one leaf's place is the same as the other's, or above it. */
export function isAround(a: Leaf, b: Leaf): boolean {
  return isAtOrBelow(a, b) || isAtOrBelow(b, a);
}

function isAtOrBelow(leaf: Leaf, other: Leaf): boolean {
  return leaf.place === other.place || leaf.place.startsWith(`${other.place}/`);
}
