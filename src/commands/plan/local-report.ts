/** `kompos report`: the results of shards that `kompos plan --shard` has written, as one report. */
import { resolve } from 'node:path';
import { problemError } from '../../base/problems.ts';
import { withLocalComparison } from '../../execution/local-comparison.ts';
import { openEnvironment } from '../../hierarchy/environment-reader.ts';
import { maskReport } from '../../masking/mask-data.ts';
import { readFolders, type FoundFolder } from '../../shards/folder.ts';
import { splitLeaves } from '../../shards/split.ts';
import { joinedReport } from './joined-report.ts';
import { joinedResults } from './joined-results.ts';
import {
  localMasker,
  localRun,
  planComparison,
  remembering,
  rendered,
  type LocalPlan,
  type LocalPlanContext,
  type LocalPlanRequest,
} from './local-plan.ts';
import { PLAN_NAMES } from './report.ts';

export interface LocalReportRequest extends Omit<LocalPlanRequest, 'shard' | 'skipSecrets'> {
  /** Folders of results, or that hold some, as typed. */
  readonly directories: readonly string[];
}

/**
 * Works out the changed leaves again, and joins what shards say of them. Nothing is planned. Whoever runs this has the
 * folders from a place that they trust: nothing is signed.
 *
 * @throws ProblemError when nothing can be compared, or there are no results
 */
export async function reportLocally(request: LocalReportRequest, context: LocalPlanContext): Promise<LocalPlan> {
  const folders = readFolders(request.directories.map((directory) => resolve(context.directory, directory)));
  const of = shardsOf(folders);
  const masker = localMasker(context);
  const configurationEnvironment = remembering(openEnvironment(context.environment), masker);
  const report = await withLocalComparison(
    { ...request, head: undefined },
    { ...context, configurationEnvironment },
    async (comparison) => {
      const own = await planComparison(comparison, configurationEnvironment, masker, context, {
        skipSecrets: true,
        share: () => [],
      });
      const split = splitLeaves(own.groups, of, new Map());
      const run = { ...(await localRun(comparison, request.configPath, split)), attempt: 0, since: 0 };
      const proofs = new Map(folders.map((folder) => [folder, { kind: 'proven' } as const]));
      const { shards, ignored, refused } = joinedResults(run, split, folders, proofs);
      for (const { name, why } of ignored) context.log.info(`The results in ${name} do not count: ${why}.`);
      return joinedReport({ ...own, split }, shards, refused).report;
    },
  );
  return rendered(maskReport(report, PLAN_NAMES, masker), request.format, context);
}

/** How many shards there are, which every folder of results says. */
function shardsOf(folders: readonly FoundFolder[]): number {
  for (const folder of folders) if (folder.kind === 'results') return folder.manifest.of;
  throw problemError('files', 'There are no results of shards in these folders.', {
    hint: 'Write some first: kompos plan --shard 1/8 --results DIR.',
  });
}
