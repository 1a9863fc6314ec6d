/** Contents of git's blobs by id: shared by all snapshots of one repository, so that equal files are read once. */
import type { GitObjects } from '../git/objects.ts';
import { problemError } from '../base/problems.ts';

export interface Blobs {
  /**
   * Reads blobs that were not requested yet, and waits for those being read.
   *
   * @param ready called with those to be read, beforehand
   * @param label of the commit that has them, for messages
   * @throws ProblemError where one is not in the repository
   */
  load(ids: readonly string[], ready: (ids: readonly string[]) => Promise<void>, label: string): Promise<void>;
  /** The content of a loaded blob. */
  content(id: string): Buffer | undefined;
}

/** Nothing is read before it is requested. */
export function openBlobs(objects: GitObjects): Blobs {
  const contents = new Map<string, Buffer>();
  const loading = new Map<string, Promise<void>>();

  async function read(id: string, ready: Promise<void>, label: string): Promise<void> {
    await ready;
    const object = await objects.read(id);
    if (object === undefined) {
      throw problemError('git', `The object ${id} of ${label} is missing from the repository, or damaged.`, {
        hint: 'Check out again with actions/checkout, into an empty workspace and without a custom object filter.',
      });
    }
    contents.set(id, object.content);
  }

  return {
    async load(ids, ready, label) {
      const asked = new Set(ids.filter((id) => !contents.has(id)));
      const fresh = [...asked].filter((id) => !loading.has(id));
      const isReady = ready(fresh);
      for (const id of fresh) loading.set(id, read(id, isReady, label));
      await Promise.all([...asked].flatMap((id) => loading.get(id) ?? []));
    },
    content: (id) => contents.get(id),
  };
}
