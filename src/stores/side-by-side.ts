/** Many requests at once, but not all. */
import pLimit from 'p-limit';

/** Reads each of them. Once one throws, those that have not begun never do: nobody waits for a store that is down. */
export async function sideBySide<T>(
  all: readonly T[],
  atOnce: number,
  read: (each: T) => Promise<unknown>,
): Promise<void> {
  const limit = pLimit(atOnce);
  try {
    await Promise.all(all.map((each) => limit(read, each)));
  } finally {
    limit.clearQueue();
  }
}
