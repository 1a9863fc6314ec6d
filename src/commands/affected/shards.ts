/** `command: affected`: the changed leaves, split into shards for the jobs of a matrix. No Terraform runs. */
import type { Log } from '../../base/log.ts';
import type { Environment } from '../../base/environment.ts';
import type { UnusedConfiguration } from '../../changes/changed-leaves.ts';
import type { RevisionEvent } from '../../changes/revisions.ts';
import { withCheckout, type CheckoutRequest } from '../../execution/checkout.ts';
import { connectedLeaves, readChangeGraph } from '../../execution/change-graph.ts';
import { compareRevisions, selectChanged } from '../../execution/comparison.ts';
import type { EnvironmentReader } from '../../hierarchy/environment-reader.ts';
import { count } from '../../markdown/phrases.ts';
import { shardCount, splitLeaves, writeDecision } from '../../shards/split.ts';
import type { Timings } from '../../shards/timings.ts';

export interface ShardsRequest extends CheckoutRequest {
  readonly event: RevisionEvent;
  readonly onUnknownBase: 'error' | 'all';
  readonly unusedConfiguration: UnusedConfiguration;
  readonly leaves: readonly string[];
  readonly shards: number | 'auto';
  readonly timings: Timings;
  /** Of the run; 0 outside of a workflow. */
  readonly attempt: number;
}

/** None of it grows with the project: each shard finds its own leaves. */
export interface Shards {
  /** `1/8` to `8/8`; empty if no leaf is changed. */
  readonly matrix: readonly string[];
  /** What all other jobs hold to. */
  readonly decision: string;
}

/** @throws ProblemError when the changed leaves cannot be determined */
export async function decideShards(
  request: ShardsRequest,
  context: {
    readonly environment: Environment;
    readonly configurationEnvironment: EnvironmentReader;
    readonly log: Log;
  },
): Promise<Shards> {
  const { environment, configurationEnvironment, log } = context;
  return withCheckout(request, environment, configurationEnvironment, async (checkout) => {
    const { event, onUnknownBase, unusedConfiguration, timings, attempt } = request;
    const comparison = await compareRevisions(checkout, event, onUnknownBase, unusedConfiguration, log);
    const { selected } = selectChanged(comparison, request.leaves);
    const groups = connectedLeaves(await readChangeGraph(comparison.head, comparison.base, selected), selected);
    const number = shardCount(groups, request.shards, timings);
    const { shards, digest } = splitLeaves(groups, number, timings);
    log.info(`${count(groups.flat().length, 'leaf', 'leaves')} in ${count(number, 'shard', 'shards')}.`);
    shards.forEach((leaves, index) => {
      log.group(`Shard ${index + 1} of ${number}: ${count(leaves.length, 'leaf', 'leaves')}`, leaves);
    });
    return {
      matrix: shards.map((_, index) => `${index + 1}/${number}`),
      decision: writeDecision({ count: number, base: comparison.revisions.base, digest, attempt }),
    };
  });
}
