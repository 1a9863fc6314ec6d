/** The results that a join believes, read and checked. */
import type { FoundFolder } from '../../shards/folder.ts';
import { joinShards, type Join, type JoiningRun, type Proof, type ShardFolder } from '../../shards/join.ts';
import type { Split } from '../../shards/split.ts';
import { wrongLeaves } from './joined-report.ts';
import { isShardResults, type ShardResults } from './shard-results.ts';

export interface JoinedResults extends Pick<Join, 'ignored' | 'refused' | 'unproven'> {
  /** By number of shard. */
  readonly shards: ReadonlyMap<number, ShardResults>;
}

/** Only what has the shape of results, and exactly the leaves of its shard, is used. */
export function joinedResults(
  run: JoiningRun,
  split: Split,
  folders: readonly FoundFolder[],
  proofs: ReadonlyMap<FoundFolder, Proof>,
): JoinedResults {
  const { taken, ignored, refused, unproven } = joinShards(run, folders, proofs);
  const shards = new Map<number, ShardResults>();
  const wrong: { name: string; why: string }[] = [];
  for (const [shard, folder] of taken) {
    const results = readResults(folder);
    const why =
      results === undefined
        ? 'its results.json is damaged, or of another version of Kompos'
        : wrongLeaves(results, split.shards[shard - 1] ?? []);
    if (results === undefined || why !== undefined) wrong.push({ name: folder.name, why: why ?? '' });
    else shards.set(shard, results);
  }
  return { shards, ignored, refused: [...refused, ...wrong], unproven };
}

function readResults(folder: ShardFolder): ShardResults | undefined {
  try {
    const results = folder.results();
    return isShardResults(results) ? results : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
