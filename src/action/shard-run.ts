/** What the jobs of one sharded run have in common: how leaves are split, where results are, who may sign them. */
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { version } from '../base/version.ts';
import type { PlanReport } from '../commands/plan/report.ts';
import type { SharedRun } from '../shards/manifest.ts';
import { readTimings, type Timings } from '../shards/timings.ts';
import { repositoryId, type Job } from './job.ts';

/** The timings that the leaves are split by. An unusable file is the same to all jobs of a run: there are none. */
export function knownTimings({ inputs, log }: Job): Timings {
  const found = readTimings(inputs.timings === undefined ? undefined : resolve(inputs.timings));
  if (!('why' in found)) return found;
  log.warning(found.why);
  return new Map();
}

/** Absolute path of the folder that a shard's results are written to, or that all of them were downloaded to. */
export function resultsFolder({ inputs }: Job, env: NodeJS.ProcessEnv): string {
  return resolve(inputs.results ?? join(env['RUNNER_TEMP'] ?? tmpdir(), 'kompos-shards'));
}

/** What a shard's manifest and the join have to agree on. */
export function sharedRun(
  { inputs, event, facts }: Job,
  { head, checkedOut, base }: Pick<PlanReport, 'head' | 'checkedOut' | 'base'>,
  { of, split }: Pick<SharedRun, 'of' | 'split'>,
  env: NodeJS.ProcessEnv,
): SharedRun {
  return {
    kompos: version(),
    repositoryId: repositoryId(env),
    repository: facts.repository,
    run: facts.run?.id ?? 0,
    workflow: env['GITHUB_WORKFLOW_REF'] ?? '',
    pullRequest: event.pullRequest?.number ?? 0,
    head: head ?? '',
    checkedOut: checkedOut ?? '',
    base: base ?? '',
    title: facts.title,
    projectRoot: inputs.workingDirectory,
    selection: inputs.leaves,
    of,
    split,
    files: '',
  };
}
