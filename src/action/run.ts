/** The GitHub Actions edge: environment, inputs and event → one request; the report → log, summary, outputs, comment. */
import { readFileSync, realpathSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { messageOf } from '../node-errors.ts';
import { planChangedLeaves } from '../jobs/plan.ts';
import type { Log } from '../log.ts';
import { createMasker, maskData, type Masker } from '../masking.ts';
import { formatProblem, problem, ProblemError, type Problem } from '../problems.ts';
import { annotations } from '../report/annotations.ts';
import { renderComment } from '../report/markdown.ts';
import { leavesOutput } from '../report/outputs.ts';
import type { PlanReport } from '../report/report.ts';
import { renderSummary } from '../report/summary.ts';
import { renderText } from '../report/terminal.ts';
import { terraformPlatform } from '../terraform/mirror.ts';
import { passSignalsOn } from '../terraform/process.ts';
import { readEvent, type ActionEvent } from './event.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { createActionLog } from './log.ts';
import { annotate, getInput, setOutput, setSecret, writeSummary } from './runner.ts';
import { cacheKey, restoreProviders, saveProviders } from './provider-cache.ts';
import { allowedEnvironment, childEnvironment } from './surroundings.ts';

/** Runs the action. Sets the exit code; only a mistake of ours is thrown. */
export async function runAction(): Promise<void> {
  const masker = createMasker([]);
  try {
    const inputs = readInputs(getInput, availableParallelism());
    const event = readEvent(process.env['GITHUB_EVENT_NAME'] ?? '', readPayload(), process.env['GITHUB_ACTOR'] ?? '');
    await run(inputs, event, createMasker(inputs.mask));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    annotateProblems(error.problems, masker);
    process.exitCode = 1;
  }
}

async function run(inputs: Inputs, event: ActionEvent, masker: Masker): Promise<void> {
  const log = createActionLog((line) => process.stdout.write(`${line}\n`), masker);
  const commenting = event.pullRequest !== undefined && inputs.comment !== 'never';
  if (commenting && inputs.token === undefined) {
    throw new ProblemError([
      problem('input', 'Input "token" is empty, so the report cannot be posted.', {
        hint: 'Leave the input out (its default is the job\'s own token), or set "comment: never".',
      }),
    ]);
  }
  const trusted = event.untrusted === undefined;
  if (inputs.token !== undefined) addSecrets(masker, [inputs.token]);
  // An untrusted run never sees the values, so there is nothing to mask.
  if (trusted)
    addSecrets(
      masker,
      inputs.allowEnv.flatMap((name) => process.env[name] ?? []),
    );

  const report = maskData(await makeReport(inputs, event, masker, log), masker);
  tellRunner(masker);
  log.info(renderText(report));
  annotations(report).forEach(annotate);

  const url =
    commenting && inputs.token !== undefined
      ? await publish(inputs, inputs.token, event.pullRequest.number, report, trusted, log)
      : undefined;
  await writeSummary(renderSummary(report));
  setOutputs(report, url);
  if (hasFailed(report)) process.exitCode = 1;
}

/** A report in any case that a reviewer should hear of: also of what kept the leaves from being found. */
async function makeReport(inputs: Inputs, event: ActionEvent, masker: Masker, log: Log): Promise<PlanReport> {
  const { env } = process;
  const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const id = Number(env['GITHUB_RUN_ID'] ?? '');
  const workspace = realpathSync(env['GITHUB_WORKSPACE'] ?? '.');
  const platform = terraformPlatform(process.platform, process.arch);
  const mirror = join(env['RUNNER_TEMP'] ?? tmpdir(), 'kompos-providers');
  const about = {
    title: inputs.title,
    repository,
    serverUrl,
    runUrl: id > 0 ? `${serverUrl}/${repository}/actions/runs/${id}` : undefined,
    run: id > 0 ? { id, attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') } : undefined,
  };
  let unsaved: string | undefined;
  const stopListening = passSignalsOn(() => {
    log.warning('Cancelled: Terraform was asked to stop.');
  });
  try {
    const report = await planChangedLeaves(
      {
        ...about,
        projectRoot: projectRoot(workspace, inputs.workingDirectory),
        event: event.revisions,
        shownHead: event.pullRequest?.headSha,
        noTerraform: event.untrusted,
        leaves: inputs.leaves,
        parallelism: inputs.parallelism,
        listMerge: inputs.listMerge,
        onUnknownBase: inputs.onUnknownBase,
        lockTimeout: inputs.lockTimeout,
        token: inputs.token,
        providerMirror: mirror,
        platform,
      },
      {
        environment: childEnvironment(env),
        configurationEnvironment: allowedEnvironment(env, inputs.allowEnv, event.untrusted !== undefined),
        log,
        masker,
        now: new Date(),
        async beforeTerraform(version, lockFiles) {
          if (lockFiles.length === 0) return;
          const key = cacheKey(lockFiles, version, platform);
          if (await restoreProviders(mirror, key, log)) unsaved = key;
        },
      },
    );
    if (unsaved !== undefined) await saveProviders(mirror, unsaved, log);
    return report;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return {
      ...about,
      head: event.pullRequest?.headSha ?? env['GITHUB_SHA'] ?? '',
      checkedOut: env['GITHUB_SHA'] ?? '',
      base: undefined,
      terraformVersion: undefined,
      leafCount: 0,
      notices: [],
      leaves: [],
      problems: error.problems,
    };
  } finally {
    stopListening();
  }
}

function projectRoot(workspace: string, workingDirectory: string): string {
  const path = resolve(workspace, workingDirectory);
  try {
    const real = realpathSync(path);
    if (real === workspace || real.startsWith(`${workspace}/`)) return real;
  } catch {
    throw new ProblemError([
      problem('input', `Input "working-directory" is "${workingDirectory}", which does not exist in the workspace.`, {
        hint: 'Name the folder that holds .komposconfig.yaml, from the top of the repository.',
      }),
    ]);
  }
  throw new ProblemError([
    problem('input', `Input "working-directory" is "${workingDirectory}", which lies outside of the workspace.`),
  ]);
}

async function publish(
  inputs: Inputs,
  token: string,
  pullRequest: number,
  report: PlanReport,
  trusted: boolean,
  log: Log,
): Promise<string | undefined> {
  const [{ connect }, { publishReport }] = await Promise.all([
    import('../github/client.ts'),
    import('../github/comments.ts'),
  ]);
  const result = await publishReport(connect(token, report.repository), {
    pullRequest,
    bodies: renderComment(report),
    create: inputs.comment === 'always' || report.leaves.length > 0 || report.problems.length > 0,
  });
  switch (result.kind) {
    case 'published':
      log.info(`Reported at ${result.url}`);
      return result.url;
    case 'unneeded':
      return undefined;
    case 'superseded':
      log.info(`No comment was written: ${result.why}.`);
      return undefined;
    case 'forbidden': {
      const words = `The token may not write comments (${result.message}): the report is in the job summary.`;
      if (trusted) {
        const message = `${words} Give the job "permissions: pull-requests: write".`;
        annotate({ severity: 'warning', title: 'Kompos', message });
      } else log.info(words);
      return undefined;
    }
  }
}

function hasFailed(report: PlanReport): boolean {
  return (
    report.problems.some(isError) ||
    report.leaves.some(({ outcome, problems }) => outcome.status === 'failed' || problems.some(isError))
  );
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function setOutputs(report: PlanReport, url: string | undefined): void {
  setOutput('changed', String(report.leaves.length > 0));
  setOutput('leaves', JSON.stringify(leavesOutput(report)));
  setOutput(
    'has-changes',
    String(report.leaves.some(({ outcome }) => outcome.status === 'planned' && outcome.summary.hasChanges)),
  );
  setOutput('comment-url', url ?? '');
}

/** Problems before there is anything to report on. */
function annotateProblems(problems: readonly Problem[], masker: Masker): void {
  for (const each of problems) {
    const { file, line } = each.place ?? {};
    annotate({ severity: 'error', title: 'Kompos', message: masker.mask(formatProblem(each)), file, line });
  }
}

function addSecrets(masker: Masker, secrets: readonly string[]): void {
  masker.add(secrets);
  tellRunner(masker);
}

const told = new Set<string>();

/** Hands the secrets to the runner's own masking, which covers the logs of later steps too. */
function tellRunner(masker: Masker): void {
  for (const secret of masker.secrets) {
    if (!told.has(secret)) setSecret(secret);
    told.add(secret);
  }
}

function readPayload(): unknown {
  const path = process.env['GITHUB_EVENT_PATH'] ?? '';
  try {
    const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return payload;
  } catch (error) {
    const why = messageOf(error);
    throw new ProblemError([
      problem('event', `The event in GITHUB_EVENT_PATH ("${path}") cannot be read: ${why}`, {
        hint: 'GitHub sets it for every step; outside of a workflow use the command line: kompos --help.',
      }),
    ]);
  }
}
