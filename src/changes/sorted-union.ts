/** What two sides have, either or both. */
import { compareBytes } from '../snapshot/snapshot.ts';

/** Each text of both once, in byte order. */
export function sortedUnion(some: Iterable<string>, others: Iterable<string>): readonly string[] {
  return [...new Set([...some, ...others])].sort(compareBytes);
}
