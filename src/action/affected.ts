/** `command: affected`: how the changed leaves are split → outputs, from which a matrix of plan jobs is made. */
import { realpathSync } from 'node:fs';
import { decideShards } from '../commands/affected/shards.ts';
import { ownCode, projectRoot, type Job } from './job.ts';
import { allowedEnvironment, childEnvironment } from './job-environment.ts';
import { setOutput } from './runner.ts';
import { knownTimings } from './shard-run.ts';

/** @throws ProblemError when the changed leaves cannot be determined: no job needs to plan then */
export async function runAffected(job: Job): Promise<void> {
  const { inputs, event, facts, log } = job;
  const { env } = process;
  const workspace = realpathSync(env['GITHUB_WORKSPACE'] ?? '.');
  const { matrix, decision } = await decideShards(
    {
      projectRoot: projectRoot(workspace, inputs.workingDirectory),
      serverUrl: facts.serverUrl,
      ownCode: ownCode(job, env),
      listMerge: inputs.listMerge,
      token: inputs.token,
      event: event.revisions,
      onUnknownBase: inputs.onUnknownBase,
      unusedConfiguration: inputs.unusedConfiguration,
      leaves: inputs.leaves,
      shards: inputs.shards,
      timings: knownTimings(job),
      attempt: facts.run?.attempt ?? 0,
    },
    {
      environment: childEnvironment(env, false),
      configurationEnvironment: allowedEnvironment(env, inputs.allowEnv, event.untrusted !== undefined),
      log,
    },
  );
  setOutput('changed', String(matrix.length > 0));
  setOutput('matrix', JSON.stringify(matrix));
  setOutput('split', decision);
}
