/** What every command of the action needs: the facts of the run, the project root, and the context of a job. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JobContext, PlanSettings } from '../execution/leaf-terraform.ts';
import type { RunFacts } from '../execution/run-facts.ts';
import type { GitHubAccess } from '../github/octokit.ts';
import type { ReviewSettings } from '../execution/record-entry.ts';
import type { SecretAccess } from '../execution/secrets.ts';
import { mint, tokenRequest } from '../oidc/mint.ts';
import { createChildProcesses } from '../base/child-process.ts';
import type { Log } from '../base/log.ts';
import type { OwnCode } from '../git/own-code.ts';
import type { Masker } from '../masking/masking.ts';
import { problemError } from '../base/problems.ts';
import { realFolder } from '../snapshot/real-folder.ts';
import { terraformPlatform } from '../terraform/mirror.ts';
import type { ActionEvent } from './event.ts';
import type { Inputs } from './inputs.ts';
import { pluginCache } from '../terraform/plugin-cache.ts';
import { restoreProviders, saveProviders, type ProviderCache } from './provider-cache.ts';
import { setSecret } from './runner.ts';
import { allowedEnvironment, childEnvironment, environmentStandIns, standInEnvironment } from './job-environment.ts';

/** One run of the action. */
export interface Job {
  readonly inputs: Inputs;
  readonly event: ActionEvent;
  readonly log: Log;
  readonly masker: Masker;
  readonly facts: RunFacts;
}

/** @param env the runner's environment */
export function runFacts(inputs: Inputs, env: NodeJS.ProcessEnv): RunFacts {
  const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const id = Number(env['GITHUB_RUN_ID'] ?? '');
  return {
    title: inputs.title,
    repository,
    serverUrl,
    runUrl: id > 0 ? `${serverUrl}/${repository}/actions/runs/${id}` : undefined,
    source: sourceOf(inputs, env),
    run: id > 0 ? { id, attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') } : undefined,
  };
}

/** Undefined outside of a workflow. */
function sourceOf(inputs: Inputs, env: NodeJS.ProcessEnv): RunFacts['source'] {
  const workflow = workflowOf(env);
  if (workflow === undefined) return undefined;
  const asked = JSON.stringify([inputs.workingDirectory, inputs.leaves, inputs.removedAt ?? '']);
  const selection = createHash('sha256').update(asked).digest('hex').slice(0, 16);
  return { workflow, job: env['GITHUB_JOB'] ?? '', selection };
}

/** Path of the workflow that runs, whose job may be in a reusable one. */
export function workflowOf(env: NodeJS.ProcessEnv): string | undefined {
  return /^[^/]+\/[^/]+\/([^@]+)@/u.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
}

/** @param env the runner's environment */
export function githubAccess({ repository }: RunFacts, token: string, env: NodeJS.ProcessEnv): GitHubAccess {
  return { apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com', token, repository };
}

/**
 * What a run by hand, or by schedule, may check out. Other events say which commit it has to be.
 *
 * @param env the runner's environment
 */
export function ownCode({ event, facts }: Job, env: NodeJS.ProcessEnv): OwnCode | undefined {
  if (event.revisions.kind !== 'manual') return undefined;
  return { repository: facts.repository, serverUrl: facts.serverUrl, sha: env['GITHUB_SHA'] ?? '' };
}

/** GitHub's id of the repository, which no other repository gets when names change. */
export function repositoryId(env: NodeJS.ProcessEnv): string {
  return env['GITHUB_REPOSITORY_ID'] ?? '';
}

/** What fingerprints are bound to, for jobs that make or compare them. */
export function reviewSettings({ inputs }: Job, env: NodeJS.ProcessEnv): ReviewSettings {
  return {
    fingerprintKey: inputs.fingerprintKey,
    standIns: standInEnvironment(env, inputs.allowEnv, inputs.fingerprintKey),
    hidden: environmentStandIns(env, inputs.allowEnv),
    unusedConfiguration: inputs.unusedConfiguration,
  };
}

/** A cancelled job is terminated after 7.5 seconds and killed 2.5 seconds later: by then the report must be written. */
const CANCEL_PATIENCE = { forItsOwn: 2_500, forItself: 4_000 };

/**
 * Runs something that starts Terraform, with its settings, cached providers, and signals passed on.
 *
 * @throws ProblemError for an invalid `working-directory`
 */
export async function withTerraform<T>(
  job: Job,
  use: (settings: PlanSettings, context: JobContext) => Promise<T>,
): Promise<T> {
  const { inputs, event, log, masker } = job;
  const { env } = process;
  const workspace = realpathSync(env['GITHUB_WORKSPACE'] ?? '.');
  const platform = terraformPlatform(process.platform, process.arch);
  const own = pluginCache(env, workspace);
  const mirror = own?.folder ?? join(env['RUNNER_TEMP'] ?? tmpdir(), 'kompos-providers');
  if (own !== undefined) log.info(`Providers are kept in ${own.folder}, the plugin cache that ${own.setBy} names.`);
  let unsaved: ProviderCache | undefined;
  const processes = createChildProcesses();
  const stopListening = processes.passSignalsOn(() => {
    log.warning('Cancelled: what is running was asked to stop.');
  }, CANCEL_PATIENCE);
  try {
    const result = await use(
      {
        projectRoot: projectRoot(workspace, inputs.workingDirectory),
        parallelism: inputs.parallelism,
        leafTimeLimit: inputs.leafTimeLimit,
        lockTimeout: locks(inputs) ? inputs.lockTimeout : undefined,
        providerMirror: mirror,
        hidesPluginCache: own?.isInSettings,
        platform,
      },
      {
        environment: childEnvironment(env, inputs.passIdToken),
        secrets: secretAccess(job, env),
        trust: { isOwn: false, trustsHead: trustsHead(job, env) },
        configurationEnvironment: allowedEnvironment(env, inputs.allowEnv, event.untrusted !== undefined),
        log,
        masker,
        now: new Date(),
        processes,
        program: { tool: inputs.tool, version: inputs.terraformVersion, mirror: inputs.terraformMirror },
        cancelled: processes.interrupted,
        async beforeTerraform({ program, version }, lockFiles) {
          // Whoever has a plugin cache decides whether it is kept between runs.
          if (lockFiles.length === 0 || own !== undefined) return;
          const isProposed = event.pullRequest !== undefined;
          const cache = { mirror, lockFiles, binary: { program, version }, platform, isProposed };
          if (await restoreProviders(cache, log)) unsaved = cache;
        },
      },
    );
    if (unsaved !== undefined) await saveProviders(unsaved, log);
    return result;
  } finally {
    stopListening();
  }
}

/**
 * Who reads secrets: a pull request's layers are a proposal, so settings of its base decide. Without a base, the default
 * branch's own do.
 */
function secretAccess({ inputs, event, masker }: Job, env: NodeJS.ProcessEnv): SecretAccess | undefined {
  if (event.untrusted !== undefined) return undefined;
  const request = tokenRequest(env);
  return {
    environment: childEnvironment(env, false),
    isOwn: false,
    trustsHead: trustsHead({ event }, env),
    narrowed: inputs.allowSecrets.length === 0 ? undefined : inputs.allowSecrets,
    key: inputs.fingerprintKey,
    idToken: request && ((audience) => mint(request, audience)),
    masker,
  };
}

/** Whether what is checked out is the default branch's own. */
function trustsHead({ event: { revisions, defaultBranch } }: Pick<Job, 'event'>, env: NodeJS.ProcessEnv): boolean {
  const isDefault = defaultBranch !== undefined && env['GITHUB_REF'] === `refs/heads/${defaultBranch}`;
  return isDefault && (revisions.kind === 'manual' || revisions.kind === 'push');
}

/** A role that only reads cannot take a lock, so plans take none unless they are asked to; an apply does. */
function locks({ lock, command }: Inputs): boolean {
  return lock === 'always' || (lock === 'auto' && command === 'apply');
}

/**
 * Absolute path of the project root.
 *
 * @throws ProblemError for an invalid `working-directory`
 */
export function projectRoot(workspace: string, workingDirectory: string): string {
  const real = realFolder(resolve(workspace, workingDirectory));
  if (real === undefined) {
    throw problemError(
      'input',
      `Input "working-directory" is "${workingDirectory}", which is not a folder in the workspace.`,
      {
        hint: 'Name the folder that holds .komposconfig.yaml, from the top of the repository.',
      },
    );
  }
  if (real === workspace || real.startsWith(`${workspace}/`)) return real;
  throw problemError('input', `Input "working-directory" is "${workingDirectory}", which is outside of the workspace.`);
}

const registered = new Set<string>();

/** Registers the secrets with the runner's own masking, which covers the logs of later steps too. */
export function registerSecrets(masker: Masker): void {
  for (const secret of masker.secrets) {
    if (!registered.has(secret)) setSecret(secret);
    registered.add(secret);
  }
}
