/** `command: plan` with `shard`: the plans of some of the leaves → a folder of results, for `command: report` to join. */
import { problemError } from '../base/problems.ts';
import { count } from '../markdown/phrases.ts';
import { planChangedLeaves } from '../commands/plan/plan.ts';
import { leavesOfShard, shardResults } from '../commands/plan/shares.ts';
import { renderText } from '../commands/plan/terminal.ts';
import { hasFailed } from '../commands/plan/verdict.ts';
import { mint, tokenRequest } from '../oidc/mint.ts';
import { Unreachable } from '../oidc/http.ts';
import { writeFolder } from '../shards/folder.ts';
import { keyedDigest, shardAudience, type ShardSignature } from '../shards/manifest.ts';
import { decidedSplit, splitLeaves, type ShardNumber, type Split } from '../shards/split.ts';
import { registerSecrets, withTerraform, type Job } from './job.ts';
import { leafResultsOf, planRequest, setLeafResults } from './plan.ts';
import { setOutput } from './runner.ts';
import { knownTimings, resultsFolder, sharedRun } from './shard-run.ts';

/**
 * Sets exit code 1 when a leaf failed, so that "Re-run failed jobs" plans it again. Nothing is posted.
 *
 * @throws ProblemError if the changed leaves cannot be determined, or are split otherwise than was decided
 */
export async function runShard(job: Job, { shard, of }: ShardNumber): Promise<void> {
  const { inputs, facts, log, masker } = job;
  const decided = inputs.split;
  if (decided !== undefined && decided.count !== of) {
    throw problemError(
      'input',
      `Input "shard" is "${shard}/${of}", and "split" is of ${count(decided.count, 'shard', 'shards')}.`,
      {
        hint: 'Take both from the outputs of the job with "command: affected".',
      },
    );
  }
  const timings = knownTimings(job);
  const leafResults = leafResultsOf(job);
  let split: Split | undefined;
  const outcome = await withTerraform(job, (settings, context) =>
    planChangedLeaves(
      {
        ...planRequest(job, settings),
        // Only the joining job writes a record.
        signing: undefined,
        decided,
        share(changed, groups) {
          split = decided === undefined ? splitLeaves(groups, of, timings) : decidedSplit(groups, decided, timings);
          const own = leavesOfShard(changed, split, shard);
          log.info(`Shard ${shard} of ${of}: ${count(own.length, 'leaf', 'leaves')}.`);
          return own;
        },
      },
      { ...context, results: leafResults },
    ),
  );
  await leafResults?.close();
  const results = shardResults(outcome, masker);
  registerSecrets(masker);
  log.info(renderText({ ...outcome.report, ...results }));
  const folder = resultsFolder(job, process.env);
  await writeFolder(
    folder,
    {
      ...sharedRun(job, outcome.report, { of, split: split?.digest ?? '' }, process.env),
      shard,
      attempt: facts.run?.attempt ?? 0,
    },
    results,
    (manifest) => signed(job, manifest, 'a merge will not apply them'),
  );
  log.info(`The results are in ${folder}, for "command: report".`);
  setOutput('shard-results', folder);
  setLeafResults(leafResults);
  if (hasFailed(outcome.report)) process.exitCode = 1;
}

/**
 * What proves who wrote a manifest. Without any proof, the results of a shard still make a report, but no record.
 *
 * @param otherwise what follows if it cannot be signed: a clause
 */
export async function signed(
  { inputs, event, log }: Job,
  manifest: string,
  otherwise: string,
): Promise<ShardSignature> {
  const { record, fingerprintKey: key } = inputs;
  const keyed = key === undefined ? undefined : keyedDigest(manifest, key);
  const tokens = record === 'signed' && event.untrusted === undefined ? tokenRequest(process.env) : undefined;
  if (tokens === undefined) return { keyed };
  try {
    return { keyed, token: await mint(tokens, shardAudience(manifest)) };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    log.warning(`GitHub's OIDC provider issued no token for these results (${error.message}), so ${otherwise}.`);
    return { keyed };
  }
}
