/** `command: drift`: the drift report → issues, log, summary, outputs. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ExistingIssue } from '../commands/drift/issues/before.ts';
import { decideIssues } from '../commands/drift/issues/decide.ts';
import { readMarker } from '../markdown/issue-block.ts';
import { count } from '../markdown/phrases.ts';
import { findingsOf, issueWrites } from '../commands/drift/issues/writes.ts';
import { issuesNow } from '../commands/drift/issues/after-writes.ts';
import { lookForDrift, type DriftResult } from '../commands/drift/drift.ts';
import { formatProblem, problemError, ProblemError, type Problem } from '../base/problems.ts';
import { DRIFT_NAMES, leavesOfClass, type DriftReport, type LeafDrift } from '../commands/drift/report.ts';
import { maskReport } from '../masking/mask-data.ts';
import { renderDriftSummary, renderDriftText, type DriftDashboard } from '../commands/drift/summary.ts';
import { githubAccess, ownCode, reviewSettings, registerSecrets, withTerraform, type Job } from './job.ts';
import { annotate, setOutput, writeSummary } from './runner.ts';

/** Sets exit code 1 when a leaf could not be planned or issues could not be written. Drift itself is not a failure. */
export async function runDrift(job: Job): Promise<void> {
  const { inputs, log, masker } = job;
  checkEvent(job, process.env['GITHUB_REF'] ?? '');
  if (inputs.token === undefined && inputs.maxOpenIssues > 0) {
    throw problemError('input', 'Input "token" is empty, so issues cannot be written.', {
      hint: 'Omit the input (it defaults to the job\'s token), or set "max-open-issues: 0".',
    });
  }
  const started = Date.now();
  const { timeLimit } = inputs;
  const { result, cancelled } = await withTerraform(job, async (settings, context) => {
    const found = await lookForDrift(
      {
        facts: job.facts,
        serverUrl: job.facts.serverUrl,
        ownCode: ownCode(job, process.env),
        ...settings,
        changesOnly: true,
        leaves: inputs.leaves,
        share: inputs.driftShare,
        listMerge: inputs.listMerge,
        token: inputs.token,
        standIns: reviewSettings(job, process.env).standIns,
        deadlinePassed: () => timeLimit !== undefined && Date.now() - started >= timeLimit,
      },
      context,
    );
    return { result: found, cancelled: context.cancelled() };
  });
  const report = maskReport(result.report, DRIFT_NAMES, masker);
  registerSecrets(masker);

  // A cancelled job has only seconds left: the next run updates the issues.
  const dashboard = cancelled
    ? withoutIssues(report, 'The job was cancelled: issues were not updated.')
    : await bringIssuesUpToDate(job, result, report);
  log.info(renderDriftText(dashboard));
  annotateErrors(report);
  await writeSummary(renderDriftSummary(dashboard));
  setOutput('drifted', paths(report, 'drifted'));
  setOutput('pending', paths(report, 'pending'));
  setOutput('errors', paths(report, 'error'));
  if (leavesOfClass(report, 'error').length > 0 || report.leaves.some(hasFailedChecks)) process.exitCode = 1;
}

/** Whether a required check of `on: drift` has findings, or could not tell. */
function hasFailedChecks({ problems }: LeafDrift): boolean {
  return problems.some(({ code, severity }) => code === 'check' && severity === 'error');
}

/** Drift is what exists compared with the default branch: any other commit differs anyway. */
function checkEvent({ event }: Job, ref: string): void {
  const { revisions, defaultBranch } = event;
  const hint = 'Run "command: drift" on a schedule or by hand (workflow_dispatch) on the default branch.';
  if (revisions.kind !== 'manual') {
    const message = `Drift detection runs on a schedule or by hand, but this event is ${revisions.kind}.`;
    throw problemError('event', message, { hint });
  }
  if (defaultBranch === undefined || ref !== `refs/heads/${defaultBranch}`) {
    const branch = defaultBranch === undefined ? 'the default branch' : `the default branch "${defaultBranch}"`;
    const message = `Drift detection runs on ${branch}, but this run is for "${ref}".`;
    throw problemError('event', message, { hint });
  }
}

async function bringIssuesUpToDate(job: Job, result: DriftResult, report: DriftReport): Promise<DriftDashboard> {
  const { inputs, log } = job;
  const { token, maxOpenIssues, driftLabel, driftIssues } = inputs;
  if (token === undefined || maxOpenIssues === 0) return withoutIssues(report);
  const { connectIssues } = await import('../github/issues.ts');
  const tracker = connectIssues(githubAccess(report, token, process.env), (milliseconds) => wait(milliseconds));
  try {
    const standing = (await tracker.ours(driftLabel)).flatMap((issue): readonly ExistingIssue[] => {
      const marker = readMarker(issue.body);
      return marker === undefined ? [] : [{ ...issue, marker }];
    });
    const findings = findingsOf(report, driftIssues);
    const { scope, known, complete } = result;
    const { decisions, overLimit } = decideIssues(
      standing,
      findings,
      { scope, leaves: known, complete },
      maxOpenIssues,
    );
    const writes = issueWrites(decisions, report, result);
    log.info(
      `${count(standing.length, 'drift issue exists', 'drift issues exist')}; ${count(writes.length, 'write', 'writes')} to bring them up to date.`,
    );
    const { done, created, problems } = await tracker.write(writes, driftLabel);
    const own = standing.filter(({ marker }) => marker.scope === scope);
    return { report, issues: issuesNow(own, done, created), overLimit, notices: unwritten(job, problems) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return withoutIssues(report, ...unwritten(job, error.problems));
  }
}

/** Reports what could not be written and fails the job: the issues differ from the summary. */
function unwritten({ masker }: Job, problems: readonly Problem[]): readonly string[] {
  const different = [...new Map(problems.map((each) => [formatProblem(each), each])).values()];
  for (const each of different) {
    annotate({ severity: 'error', title: 'Kompos drift', message: masker.mask(formatProblem(each)) });
  }
  if (different.length > 0) process.exitCode = 1;
  return different.map(({ message }) => masker.mask(message));
}

function withoutIssues(report: DriftReport, ...notices: readonly string[]): DriftDashboard {
  return { report, issues: new Map(), overLimit: [], notices };
}

/** GitHub shows at most ten errors per step; the summary has all of them. */
function annotateErrors(report: DriftReport): void {
  const failed = leavesOfClass(report, 'error');
  const found = report.leaves.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
  for (const each of [...new Map(found.map((one) => [formatProblem(one), one])).values()].slice(0, 9)) {
    const { file, line } = each.place ?? {};
    annotate({ severity: 'error', title: 'Kompos drift', message: formatProblem(each), file, line });
  }
  const planned = failed.filter(({ outcome }) => outcome.stage !== 'render');
  if (planned.length === 0) return;
  const named = planned.slice(0, 10).map(({ leaf, outcome }) => `${leaf}: ${outcome.stage} failed`);
  const message = [...named, ...(planned.length > 10 ? [`and ${planned.length - 10} more`] : [])].join('\n');
  annotate({ severity: 'error', title: 'Kompos drift', message });
}

function paths(report: DriftReport, name: 'drifted' | 'pending' | 'error'): string {
  return JSON.stringify(leavesOfClass(report, name).map(({ leaf }) => leaf));
}
