/** `command: report`: folders of results that shards have written → one report, one record. No Terraform runs. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem, problemsOf, type Problem } from '../base/problems.ts';
import { joinedReport } from '../commands/plan/joined-report.ts';
import { joinedResults } from '../commands/plan/joined-results.ts';
import { planChangedLeaves, type PlanOutcome } from '../commands/plan/plan.ts';
import { tokenRequest } from '../oidc/mint.ts';
import { readFolders } from '../shards/folder.ts';
import { proveFolders } from '../shards/proofs.ts';
import { decidedSplit, splitLeaves, type Split } from '../shards/split.ts';
import { writeTimings, type Timings } from '../shards/timings.ts';
import { withTerraform, type Job } from './job.ts';
import { checkToken, planRequest, reportPlan, unreported, type Joined } from './plan.ts';
import { knownTimings, resultsFolder, sharedRun } from './shard-run.ts';

/** Sets exit code 1 when a leaf failed, or a shard has no results. */
export async function runReport(job: Job): Promise<void> {
  checkToken(job);
  const { inputs } = job;
  const timings = knownTimings(job);
  let own: PlanOutcome;
  try {
    own = await withTerraform(job, (settings, context) =>
      planChangedLeaves({ ...planRequest(job, settings), decided: inputs.split, share: () => [] }, context),
    );
  } catch (error) {
    await reportPlan(job, unreported(job, error), { unproven: undefined });
    return;
  }
  const { outcome, joined } = await join(job, own, timings);
  if (inputs.timings !== undefined) writeTimings(resolve(inputs.timings), timings, outcome.timings);
  await reportPlan(job, outcome, joined);
}

async function join(
  job: Job,
  own: PlanOutcome,
  timings: Timings,
): Promise<{ readonly outcome: PlanOutcome; readonly joined: Joined }> {
  const { inputs, facts, log } = job;
  const split = chooseSplit(job, own, timings);
  if ('problems' in split) {
    // What is known is still reported, with all leaves as not planned.
    const report = { ...own.report, problems: [...split.problems, ...own.report.problems] };
    const nothing = joinedReport({ ...own, report, split: { shards: [], digest: '' } }, new Map(), []);
    return { outcome: { ...own, ...nothing }, joined: { unproven: undefined } };
  }
  const folder = resultsFolder(job, process.env);
  const folders = existsSync(folder) ? readFolders([folder]) : [];
  log.info(`Results in ${folder}: ${folders.map(({ name }) => name).join(', ') || 'none'}.`);
  const proofs = await proveFolders(folders, {
    mode: inputs.record,
    key: inputs.fingerprintKey,
    tokens: job.event.untrusted === undefined ? tokenRequest(process.env) : undefined,
    serverUrl: facts.serverUrl,
    part: 'shard',
  });
  const run = sharedRun(job, own.report, { of: split.shards.length, split: split.digest }, process.env);
  const results = joinedResults({ ...run, attempt: facts.run?.attempt ?? 0 }, split, folders, proofs);
  for (const { name, why } of results.ignored) log.info(`The results in ${name} do not count: ${why}.`);
  const { report, reviewed, timings: measured } = joinedReport({ ...own, split }, results.shards, results.refused);
  return {
    outcome: { ...own, report, reviewed, timings: measured },
    joined: { unproven: results.unproven },
  };
}

/** How the leaves are split; the problems if that is not known, or is not what was decided. */
function chooseSplit(
  { inputs }: Job,
  { groups }: PlanOutcome,
  timings: Timings,
): Split | { readonly problems: readonly Problem[] } {
  const { split, shards } = inputs;
  if (split === undefined) {
    if (shards !== 'auto') return splitLeaves(groups, shards, timings);
    const message = 'How the leaves are split is not known: the job with "command: affected" failed or never ran.';
    return { problems: [problem('shard', message, { hint: 'Its log says why. Run all jobs again.' })] };
  }
  try {
    return decidedSplit(groups, split, timings);
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined) throw error;
    return { problems };
  }
}
