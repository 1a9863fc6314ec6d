/** `command: apply`: the result → log, comments on merged pull requests, summary, outputs. */
import { applyReviewed, type ApplyRequest } from '../commands/apply/apply.ts';
import type { ReviewedPull } from '../commands/apply/reviewed-pull-requests.ts';
import { messageOf } from '../base/node-errors.ts';
import { hasErrors, problemError, ProblemError, throwOnErrors, type Problem } from '../base/problems.ts';
import { renderApplyComment, renderApplySummary } from '../commands/apply/comment.ts';
import { APPLY_NAMES, type ApplyReport, type EarlierOutcome } from '../commands/apply/report.ts';
import { maskReport } from '../masking/mask-data.ts';
import { historyTrailers, readHistory } from '../commands/apply/history.ts';
import { renderApplyText } from '../commands/apply/terminal.ts';
import { isOpen } from '../commands/apply/wording.ts';
import { joinWaves } from '../commands/apply/wave-results.ts';
import { listWaves } from '../commands/apply/list-waves.ts';
import type { PlanSettings } from '../execution/leaf-terraform.ts';
import { annotationsOf } from '../markdown/annotations.ts';
import { SUMMARY_BYTES } from '../markdown/github-limits.ts';
import { unappliedText } from '../commands/apply/unapplied-section.ts';
import {
  githubAccess,
  repositoryId,
  ownCode,
  reviewSettings,
  registerSecrets,
  withTerraform,
  type Job,
} from './job.ts';
import { publish } from './publish.ts';
import { annotate, setOutput, writeSummary } from './runner.ts';
import { openWaveJob } from './waves.ts';

/** Sets exit code 1 when a leaf needs attention. */
export async function runApply(job: Job): Promise<void> {
  const { inputs, facts, log, masker } = job;
  const { event, defaultBranch } = permittedEvent(
    job,
    process.env['GITHUB_REF'] ?? '',
    process.env['GITHUB_SHA'] ?? '',
  );
  const { token } = inputs;
  if (token === undefined) {
    throw problemError('input', 'Input "token" is empty, so the reviewed plans cannot be read.', {
      hint: "Omit the input: it defaults to the job's token.",
    });
  }
  const [{ connectPullRequests }, { answerOf }] = await Promise.all([
    import('../github/pull-requests.ts'),
    import('../github/errors.ts'),
  ]);
  const github = connectPullRequests(githubAccess(facts, token, process.env));
  const waves = inputs.wave === undefined ? undefined : openWaveJob(job);
  const wave =
    inputs.wave === undefined || waves === undefined ? undefined : { asked: inputs.wave, start: waves.start };
  const request = (settings: PlanSettings): ApplyRequest => ({
    ...applyRequest(job, settings, event, token),
    defaultBranch,
    wave,
  });
  if (inputs.wave === 'list') {
    const found = await withTerraform(job, (settings, context) => listWaves(request(settings), context));
    setOutput('waves', JSON.stringify(found.map(({ name, environment = '' }) => ({ wave: name, environment }))));
    return;
  }
  const work = withTerraform(job, (settings, context) => applyReviewed(request(settings), context, github));
  // GitHub is queried before anything is applied, and not again until everything is done.
  const result = await answerOf(
    work,
    'The reviewed plans could not be read, so nothing was applied: ',
    'Check the input "token" (pull-requests: write) and https://www.githubstatus.com, then run the job again.',
  );
  // In the order in which they were applied.
  const masked = maskReport(result.report, APPLY_NAMES, masker);
  const own = { ...masked, earlier: await earlierAttempts(job, token, masked, result.pulls) };
  const joined = joinWaves(waves?.earlier() ?? [], own);
  const caughtUp = result.caughtUp.map(({ pull, report }): Reported => ({
    report: maskReport(report, APPLY_NAMES, masker),
    pulls: [pull.review],
  }));
  const reported = [...caughtUp, { report: own, pulls: result.pulls }];
  registerSecrets(masker);
  for (const { report } of reported) log.info(renderApplyText(report));
  await writeSummary(summaryOf(reported.map(({ report }) => report)));
  setOutputs(reported.flatMap(({ report }) => report.leaves));
  annotateProblems(reported.map(({ report }) => report));
  // A cancelled job has only seconds left, and no wave follows it.
  if (!own.cancelled) await waves?.handOver(own);
  const unapplied = unappliedText(own);
  if (unapplied.length > 0) annotate({ severity: 'warning', title: 'Kompos apply', message: unapplied.join('\n') });
  if (reported.some(({ report }) => report.leaves.some(isOpen) || hasErrors(report.problems))) process.exitCode = 1;
  const reporting = inputs.comment !== 'never' && !own.comparing;
  // The comment is one for all waves; what a job says elsewhere is about its own.
  const toReport = [...caughtUp, { report: joined, pulls: result.pulls }];
  setOutput('comment-url', (reporting ? await reportBack(job, token, toReport) : undefined) ?? '');
}

function applyRequest(
  job: Job,
  settings: PlanSettings,
  event: ApplyRequest['event'],
  token: string,
): Omit<ApplyRequest, 'defaultBranch' | 'wave'> {
  const { inputs, facts } = job;
  const manual = event.kind === 'manual';
  return {
    facts,
    serverUrl: facts.serverUrl,
    ownCode: ownCode(job, process.env),
    ...settings,
    ...reviewSettings(job, process.env),
    event,
    queued: job.event.queued,
    leaves: inputs.leaves,
    listMerge: inputs.listMerge,
    unusedConfiguration: inputs.unusedConfiguration,
    token,
    requires: inputs.applyRequires,
    repositoryId: repositoryId(process.env),
    workingDirectory: inputs.workingDirectory,
    record: inputs.record,
    planWorkflows: inputs.planWorkflows,
    planJobWorkflows: inputs.planJobWorkflows,
    // A push applies only what was reviewed; accepting anything else takes a manual run.
    accepted: new Set(manual ? inputs.accept : []),
    allowsUnseenCreates: inputs.applyRequires.includes('unplanned-creates'),
    destroyRemoved: inputs.destroyRemoved || (manual && inputs.removedAt !== undefined),
    removedAt: manual ? inputs.removedAt : undefined,
    compareOnly: event.kind === 'merge_group',
    catchUp: inputs.catchUp,
    reporting: inputs.comment !== 'never',
  };
}

/** What earlier attempts of this run reported: without them, an attempt says "nothing to do" of what they applied. */
async function earlierAttempts(
  { inputs, facts, log }: Job,
  token: string,
  { comparing, cancelled }: ApplyReport,
  pulls: readonly ReviewedPull[],
): Promise<readonly EarlierOutcome[]> {
  const { run } = facts;
  // A cancelled job has only seconds left.
  if (run === undefined || run.attempt < 2 || comparing || cancelled || inputs.comment === 'never') return [];
  const [{ connect }, { earlierReport }] = await Promise.all([
    import('../github/client.ts'),
    import('../github/comments.ts'),
  ]);
  const github = connect(githubAccess(facts, token, process.env));
  const about = { kind: 'apply', title: facts.title, run: run.id, attempt: run.attempt, source: facts.source } as const;
  try {
    const found: EarlierOutcome[] = [];
    for (const { number } of pulls) found.push(...(await earlierReport(github, number, about)).flatMap(readHistory));
    return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
  } catch (error) {
    // What this attempt did must still be reported.
    log.warning(`The reports of earlier attempts could not be read: ${messageOf(error)}`);
    return [];
  }
}

/** A report and the pull requests that get it. */
interface Reported {
  readonly report: ApplyReport;
  readonly pulls: readonly ReviewedPull[];
}

function summaryOf(reports: readonly ApplyReport[]): string {
  return reports.map((report) => renderApplySummary(report, Math.floor(SUMMARY_BYTES / reports.length))).join('\n');
}

/** Applies run only on the default branch, and never for a pull request event. */
function permittedEvent(
  { event, inputs }: Job,
  ref: string,
  sha: string,
): { readonly event: ApplyRequest['event']; readonly defaultBranch: string } {
  const { revisions, defaultBranch, untrusted, scheduled } = event;
  if (revisions.kind === 'pull_request') {
    throw refused('A pull request is planned, not applied ("command: apply" on the event pull_request).');
  }
  // Otherwise "accept" would take effect without a person accepting anything.
  if (scheduled) throw refused('A scheduled run does not apply: it has no review, and no person to accept a plan.');
  if (untrusted !== undefined) throw refused('This push is not trusted, so nothing is applied.');
  if (defaultBranch === undefined) throw refused('The event does not name the default branch.');
  if (revisions.kind === 'merge_group') return { event: revisions, defaultBranch };
  if (ref !== `refs/heads/${defaultBranch}`) {
    throw refused(`Only commits of the default branch "${defaultBranch}" are applied, but this run is for "${ref}".`);
  }
  if (revisions.kind === 'manual' && inputs.leaves.length === 0 && inputs.catchUp) {
    // Like an empty push: all there is to apply is what was merged earlier and never applied.
    return { event: { kind: 'push', before: sha, after: sha, ref, defaultBranch }, defaultBranch };
  }
  if (revisions.kind === 'manual' && inputs.leaves.length === 0) {
    throw problemError('input', 'Input "leaves" is empty: a manual run applies only the leaves that it names.', {
      hint: 'List the leaves, one per line, and the fingerprints of their plans in "accept"; or set "catch-up: true" to apply what was merged but never applied.',
    });
  }
  return { event: revisions, defaultBranch };
}

function refused(message: string): ProblemError {
  return problemError('event', message, {
    hint: 'Run "command: apply" on: push: branches: [<default branch>], on merge_group, or by hand (workflow_dispatch) on the default branch.',
  });
}

function setOutputs(leaves: ApplyReport['leaves']): void {
  const paths = (...statuses: readonly string[]): string =>
    JSON.stringify(leaves.filter(({ outcome }) => statuses.includes(outcome.status)).map(({ leaf }) => leaf));
  setOutput('applied', paths('applied'));
  setOutput('refused', paths('refused', 'awaiting', 'not-tried', 'failed'));
}

/** Leaves that need attention are one error together; the report has all problems. */
function annotateProblems(reports: readonly ApplyReport[]): void {
  const leaves = reports.flatMap((report) => report.leaves);
  const found = [
    // Every report repeats a warning about the whole project.
    ...reports.flatMap(({ problems }) => problems.map((problem) => ({ problem, leaf: undefined }))),
    ...leaves.flatMap(({ leaf, problems }) => problems.map((problem) => ({ problem, leaf }))),
  ];
  annotationsOf(found, 1).forEach(annotate);
  const open = leaves.filter(isOpen);
  if (open.length === 0) return;
  const named = open.slice(0, 10).map(({ leaf, outcome }) => `${leaf}: ${outcome.status}`);
  const message = [...named, ...(open.length > 10 ? [`and ${open.length - 10} more`] : [])].join('\n');
  annotate({ severity: 'error', title: 'Kompos apply', message });
}

/**
 * Reports to each merged pull request, in a comment next to the plan's.
 *
 * @returns the address of the last comment
 */
async function reportBack(job: Job, token: string, reported: readonly Reported[]): Promise<string | undefined> {
  const all = reported.flatMap(({ report, pulls }) =>
    pulls.map((pull) => ({
      pull,
      own: pulls.length === 1 ? report : onlyAbout(pull, report),
    })),
  );
  const problems: Problem[] = [];
  let last: string | undefined;
  for (const { pull, own } of all) {
    const hasContent = own.leaves.length > 0 || own.problems.length > 0 || isExpected(pull);
    const request = {
      pullRequest: pull.number,
      bodies: renderApplyComment(own, pull.head, { trailers: historyTrailers(own) }),
      create: job.inputs.comment === 'always' || hasContent,
      continued: own.wave !== undefined,
    };
    try {
      const url = await publish(job, own, token, request, {
        what: `The result could not be reported to pull request #${pull.number}: `,
      });
      last = url ?? last;
    } catch (error) {
      // The other reports can still be posted.
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  throwOnErrors(problems);
  return last;
}

/** Without a report, the reviewed plans would look as if they had never been applied. */
function isExpected({ trustedRecord }: ReviewedPull): boolean {
  return trustedRecord.ok && trustedRecord.leaves.some(({ hasChanges }) => hasChanges);
}

function onlyAbout(pull: ReviewedPull, report: ApplyReport): ApplyReport {
  const leaves = report.leaves.filter(isAbout(pull));
  const others = new Set(report.leaves.filter((leaf) => !leaves.includes(leaf)).map(({ leaf }) => leaf));
  return { ...report, leaves, earlier: report.earlier?.filter(({ leaf }) => !others.has(leaf)) };
}

/** A leaf that belongs to no single pull request concerns all of them. */
function isAbout({ number }: ReviewedPull): (leaf: ApplyReport['leaves'][number]) => boolean {
  return ({ pullRequest }) => pullRequest === undefined || pullRequest === number;
}
