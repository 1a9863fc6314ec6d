/** `command: plan`: the report of a change → log, annotations, comment, summary, outputs. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checksSarif } from '../checks/sarif.ts';
import { openLeafResults, type LeafResults } from '../execution/leaf-results.ts';
import { planChangedLeaves, type PlanOutcome, type PlanRequest, type PlanToSign } from '../commands/plan/plan.ts';
import { maskData, maskReport } from '../masking/mask-data.ts';
import { problemError, problemsOf } from '../base/problems.ts';
import { annotations } from '../commands/plan/annotations.ts';
import { renderComment, renderSummary } from '../commands/plan/comment/comment.ts';
import { leavesOutput } from '../commands/plan/outputs.ts';
import { PLAN_NAMES, type PlanReport } from '../commands/plan/report.ts';
import type { PlanSettings } from '../execution/leaf-terraform.ts';
import { CHANGE_NAMES } from '../execution/report-names.ts';
import { renderText } from '../commands/plan/terminal.ts';
import { hasFailed } from '../commands/plan/verdict.ts';
import { ownCode, repositoryId, reviewSettings, registerSecrets, withTerraform, workflowOf, type Job } from './job.ts';
import { mark } from './marks.ts';
import { publish } from './publish.ts';
import { BY_HAND, notApplied, record, type MergeSentence, type Recorded, type RecordRequest } from './record.ts';
import type { PullRequest } from './event.ts';
import { annotate, setOutput, writeSummary } from './runner.ts';

/** Sets exit code 1 when a leaf failed, even if others were planned. */
export async function runPlan(job: Job): Promise<void> {
  checkToken(job);
  const results = leafResultsOf(job);
  let outcome: PlanOutcome;
  try {
    outcome = await withTerraform(job, (settings, context) =>
      planChangedLeaves(planRequest(job, settings), { ...context, results }),
    );
  } catch (error) {
    outcome = unreported(job, error);
  }
  await results?.close();
  setLeafResults(results);
  await reportPlan(job, outcome);
}

/** @throws ProblemError if there is a comment to write, and no token */
export function checkToken(job: Job): void {
  if (!isCommenting(job) || job.inputs.token !== undefined) return;
  throw problemError('input', 'Input "token" is empty, so the report cannot be posted.', {
    hint: 'Omit the input (it defaults to the job\'s token), or set "comment: never".',
  });
}

function isCommenting({ inputs, event }: Job): boolean {
  return event.pullRequest !== undefined && inputs.comment !== 'never';
}

/**
 * Reports to the log, the run and the pull request. Sets exit code 1 when a leaf failed.
 *
 * @param joined what is different about the results of several jobs
 */
export async function reportPlan(job: Job, outcome: PlanOutcome, joined?: Joined): Promise<void> {
  const { inputs, event, log, masker } = job;
  const commenting = event.pullRequest !== undefined && inputs.comment !== 'never';
  const masked = maskReport(outcome.report, PLAN_NAMES, masker);
  const recorded = commenting ? await recordOf(job, event.pullRequest, outcome, masked, joined) : NO_RECORD;
  const report = withSentence(masked, recorded);
  registerSecrets(masker);
  log.info(renderText(report));
  annotations(report).forEach(annotate);
  if (!recorded.ok) annotate({ severity: 'warning', title: 'Kompos', message: recorded.sentence });

  await writeSummary(renderSummary(report));
  setOutputs(report);
  setOutput('sarif', writeSarif(report));
  if (hasFailed(report)) process.exitCode = 1;
  // Last, because GitHub may refuse or be down: by then no plan is lost.
  const url =
    commenting && inputs.token !== undefined
      ? await publish(
          job,
          report,
          inputs.token,
          {
            pullRequest: event.pullRequest.number,
            bodies: recorded.bodies,
            create: inputs.comment === 'always' || report.leaves.length > 0 || report.problems.length > 0,
            joined: joined !== undefined,
          },
          { what: 'The report could not be posted: ', next: ', then run the job again' },
        )
      : undefined;
  setOutput('comment-url', url ?? '');
  await mark(job, report, url);
}

/** What is different about a report that is joined from the results of several jobs. */
export interface Joined {
  /** Why no record may be made of them: a clause with its period; undefined if one may. */
  readonly unproven: string | undefined;
}

/** What a plan job asks for. */
export function planRequest(job: Job, settings: PlanSettings & { readonly projectRoot: string }): PlanRequest {
  const { inputs, event, facts } = job;
  return {
    facts,
    serverUrl: facts.serverUrl,
    ownCode: ownCode(job, process.env),
    ...settings,
    ...reviewSettings(job, process.env),
    refresh: inputs.refresh,
    event: event.revisions,
    shownHead: event.pullRequest?.headSha,
    noTerraform: event.untrusted,
    leaves: inputs.leaves,
    dependents: inputs.dependents,
    listMerge: inputs.listMerge,
    unusedConfiguration: inputs.unusedConfiguration,
    onUnknownBase: inputs.onUnknownBase,
    token: inputs.token,
    signing: signing(job, process.env),
  };
}

/**
 * A report even when the changed leaves could not be determined: reviewers must see why.
 *
 * @throws the error itself if it is an internal one
 */
export function unreported({ event, facts }: Job, error: unknown): PlanOutcome {
  const problems = problemsOf(error);
  if (problems === undefined) throw error;
  const checkedOut = process.env['GITHUB_SHA'];
  const report = {
    ...facts,
    head: event.pullRequest?.headSha ?? checkedOut,
    checkedOut,
    base: undefined,
    terraformVersion: undefined,
    leafCount: 0,
    unused: 0,
    notices: [],
    leaves: [],
    problems,
  };
  const reads = { graph: { leaves: [], edges: [], unknown: [] }, still: [], dependents: 'list' } as const;
  return { report, reviewed: [], changed: [], groups: [], reads, timings: new Map() };
}

/** What is needed to sign a record; undefined if none is made. */
function signing({ inputs, event }: Job, env: NodeJS.ProcessEnv): PlanToSign | undefined {
  const { pullRequest, revisions, untrusted } = event;
  if (pullRequest === undefined || untrusted !== undefined || inputs.record !== 'signed') return undefined;
  // After the merge, nothing is reported.
  if (revisions.kind === 'pull_request' && revisions.merged) return undefined;
  const workflow = workflowOf(env);
  const testMerge = env['GITHUB_SHA'];
  if (workflow === undefined || testMerge === undefined) return undefined;
  return { testMerge, head: pullRequest.headSha, workflow };
}

const NO_RECORD: Recorded = { bodies: [], ok: true, sentence: '' };

/** The comment with the record of what it shows, for the apply after the merge. */
async function recordOf(
  { inputs, event, facts, masker }: Job,
  pullRequest: PullRequest,
  { report, reviewed, signing: signed }: PlanOutcome,
  masked: PlanReport,
  joined: Joined | undefined,
): Promise<Recorded> {
  const render: RecordRequest['render'] = (merge, trailers) =>
    renderComment({ ...withSentence(masked, merge), head: pullRequest.headSha }, { trailers });
  if (event.untrusted !== undefined) {
    const sentence = report.leaves.length > 0 ? `A merge does not apply it. ${BY_HAND}` : '';
    return { ok: true, sentence, bodies: render({ ok: true, sentence }, []) };
  }
  if (joined?.unproven !== undefined) {
    const sentence = reviewed.some(({ hasChanges }) => hasChanges) ? notApplied(joined.unproven) : '';
    const merge = { ok: sentence === '', sentence };
    return { ...merge, bodies: render(merge, []) };
  }
  const { repository, checkedOut, base, title } = report;
  return record(
    {
      about: {
        repositoryId: repositoryId(process.env),
        repository,
        pullRequest: pullRequest.number,
        head: pullRequest.headSha,
        checkedOut: checkedOut ?? '',
        base: base ?? '',
        title,
        projectRoot: inputs.workingDirectory,
        selection: inputs.leaves,
        workflow: facts.source?.workflow,
        job: facts.source?.job,
        run: facts.run?.id ?? 0,
        attempt: facts.run?.attempt ?? 0,
        time: Math.floor(Date.now() / 1_000),
      },
      // Packed text can no longer be masked, so free text in it is masked first.
      leaves: reviewed.map((leaf) => ({
        ...leaf,
        changes: leaf.changes && maskData(leaf.changes, CHANGE_NAMES, masker),
      })),
      mode: inputs.record,
      key: inputs.fingerprintKey,
      signing: signed,
      render,
    },
    process.env,
  );
}

/** What is missing is shown above everything else. */
function withSentence(report: PlanReport, { ok, sentence }: MergeSentence): PlanReport {
  if (sentence === '') return report;
  return ok ? { ...report, merge: sentence } : { ...report, notices: [...report.notices, sentence] };
}

/** Where later steps find files of each leaf; undefined unless they are asked for. */
export function leafResultsOf({ inputs, masker }: Job): LeafResults | undefined {
  return inputs.leafResults
    ? openLeafResults(join(mkdtempSync(temporary('kompos-results-')), 'results'), masker)
    : undefined;
}

export function setLeafResults(results: LeafResults | undefined): void {
  setOutput('results', results?.folder ?? '');
}

/** Absolute path in the folder that later steps of the job can read. */
function temporary(name: string): string {
  return join(process.env['RUNNER_TEMP'] ?? tmpdir(), name);
}

/** @returns the path of the file; empty without checks */
function writeSarif({ leaves }: PlanReport): string {
  if (leaves.every(({ checks = [] }) => checks.length === 0)) return '';
  // Two steps of a job may each have one, and what a check has put there is not followed.
  const path = join(mkdtempSync(temporary('kompos-sarif-')), 'checks.sarif');
  writeFileSync(path, checksSarif(leaves));
  return path;
}

function setOutputs(report: PlanReport): void {
  setOutput('changed', String(report.leaves.length > 0));
  setOutput('leaves', JSON.stringify(leavesOutput(report)));
  setOutput(
    'has-changes',
    String(report.leaves.some(({ outcome }) => outcome.status === 'planned' && outcome.summary.hasChanges)),
  );
}
