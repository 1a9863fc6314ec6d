/** `command: apply`: what was done → log, the merged pull requests' comments, summary, outputs. */
import { applyReviewed, type ApplyRequest } from '../jobs/apply.ts';
import type { ReviewedPull } from '../jobs/reviews.ts';
import { formatProblem, problem, ProblemError, throwOnErrors, type Problem } from '../problems.ts';
import { renderApplyComment, renderApplySummary } from '../report/apply-markdown.ts';
import type { ApplyReport } from '../report/apply-report.ts';
import { renderApplyText } from '../report/apply-terminal.ts';
import { needsSomebody } from '../report/apply-words.ts';
import { maskReport, repositoryId, reviewSettings, tellRunner, withTerraform, type Job } from './job.ts';
import { annotate, setOutput, writeSummary } from './runner.ts';

/** Sets the exit code: 1 when somebody has to do something about a leaf. */
export async function runApply(job: Job): Promise<void> {
  const { inputs, facts, log, masker } = job;
  const { event, defaultBranch } = permittedEvent(job, process.env['GITHUB_REF'] ?? '');
  const { token } = inputs;
  if (token === undefined) {
    throw new ProblemError([
      problem('input', 'Input "token" is empty, so what was reviewed cannot be read.', {
        hint: "Leave the input out: its default is the job's own token.",
      }),
    ]);
  }
  const [{ connectPullRequests }, { answerOf }] = await Promise.all([
    import('../github/pull-requests.ts'),
    import('../github/errors.ts'),
  ]);
  const github = connectPullRequests(token, facts.repository);
  const manual = event.kind === 'manual';
  const work = withTerraform(job, (settings, around) =>
    applyReviewed(
      {
        ...facts,
        ...settings,
        ...reviewSettings(job, process.env),
        event,
        defaultBranch,
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
        // A push applies what was reviewed; only a person who starts a run by hand can accept something else.
        accepted: new Set(manual ? inputs.accept : []),
        destroyRemoved: inputs.destroyRemoved || (manual && inputs.removedAt !== undefined),
        removedAt: manual ? inputs.removedAt : undefined,
        compareOnly: event.kind === 'merge_group',
      },
      around,
      github,
    ),
  );
  // GitHub is asked before anything is applied, and not again until all is done.
  const result = await answerOf(
    work,
    'What was reviewed could not be read, so nothing was applied: ',
    'Check the input "token" (pull-requests: write) and https://www.githubstatus.com, then run the job again.',
  );
  const report = maskReport(result.report, masker);
  tellRunner(masker);
  log.info(renderApplyText(report));
  await writeSummary(renderApplySummary(report));
  setOutputs(report);
  annotateOpenLeaves(report);
  if (report.problems.some(({ severity }) => severity === 'error') || report.leaves.some(isOpen)) process.exitCode = 1;
  if (inputs.comment !== 'never' && !report.comparing) await reportBack(job, token, report, result.pulls);
}

/** Nothing is applied but on the default branch, and never because of a pull request's event. */
function permittedEvent(
  { event, inputs }: Job,
  ref: string,
): { readonly event: ApplyRequest['event']; readonly defaultBranch: string } {
  const { revisions, defaultBranch, untrusted, scheduled } = event;
  if (revisions.kind === 'pull_request') {
    throw refused('A pull request is planned, not applied ("command: apply" on the event pull_request).');
  }
  // Else what "accept" says would be accepted by nobody.
  if (scheduled)
    throw refused('A schedule applies nothing: there is no review behind it, and nobody who accepts a plan.');
  if (untrusted !== undefined) throw refused('This push is not trusted, so nothing of it is applied.');
  if (defaultBranch === undefined) throw refused('The event does not say which branch is the default one.');
  if (revisions.kind === 'merge_group') return { event: revisions, defaultBranch };
  if (ref !== `refs/heads/${defaultBranch}`) {
    throw refused(`Only commits of the default branch "${defaultBranch}" are applied, and this run is for "${ref}".`);
  }
  if (revisions.kind === 'manual' && inputs.leaves.length === 0) {
    throw new ProblemError([
      problem('input', 'Input "leaves" is empty: a manual run applies only the leaves that it names.', {
        hint: 'Give the leaves, one a line, and the fingerprints of their plans in "accept".',
      }),
    ]);
  }
  return { event: revisions, defaultBranch };
}

function refused(message: string): ProblemError {
  return new ProblemError([
    problem('event', message, {
      hint: 'Run "command: apply" on: push: branches: [<default branch>], on merge_group, or by hand (workflow_dispatch) on the default branch.',
    }),
  ]);
}

function isOpen({ outcome }: ApplyReport['leaves'][number]): boolean {
  return needsSomebody(outcome);
}

function setOutputs(report: ApplyReport): void {
  const paths = (...statuses: readonly string[]): string =>
    JSON.stringify(report.leaves.filter(({ outcome }) => statuses.includes(outcome.status)).map(({ leaf }) => leaf));
  setOutput('applied', paths('applied'));
  setOutput('refused', paths('refused', 'awaiting', 'not-tried', 'failed'));
}

/** GitHub shows ten errors of a step; the report has all of them. */
function annotateOpenLeaves(report: ApplyReport): void {
  for (const each of report.problems.slice(0, 5)) {
    const { file, line } = each.place ?? {};
    annotate({ severity: each.severity, title: 'Kompos', message: formatProblem(each), file, line });
  }
  const open = report.leaves.filter(isOpen);
  if (open.length === 0) return;
  const named = open.slice(0, 10).map(({ leaf, outcome }) => `${leaf}: ${outcome.status}`);
  const message = [...named, ...(open.length > 10 ? [`and ${open.length - 10} more`] : [])].join('\n');
  annotate({ severity: 'error', title: 'Kompos apply', message });
}

/** Reports to each merged pull request, in a comment beside that of the plan. */
async function reportBack(
  { inputs, log }: Job,
  token: string,
  report: ApplyReport,
  pulls: readonly ReviewedPull[],
): Promise<void> {
  if (pulls.length === 0) return;
  const [{ connect }, { publishReport }, { answerOf }] = await Promise.all([
    import('../github/client.ts'),
    import('../github/comments.ts'),
    import('../github/errors.ts'),
  ]);
  const github = connect(token, report.repository);
  const problems: Problem[] = [];
  for (const pull of pulls) {
    const own = pulls.length === 1 ? report : { ...report, leaves: report.leaves.filter(isAbout(pull)) };
    const bodies = renderApplyComment(own, pull.head);
    const result = await answerOf(
      publishReport(github, {
        pullRequest: pull.number,
        bodies,
        create: inputs.comment === 'always' || own.leaves.length > 0 || own.problems.length > 0,
      }),
      `What was done could not be reported to pull request #${pull.number}: `,
      'It is in the job summary. Check the input "token" and https://www.githubstatus.com.',
    ).catch((error: unknown) => {
      // The others may still hear of it.
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return undefined;
    });
    if (result === undefined) continue;
    if (result.kind === 'published') log.info(`Reported at ${result.url}`);
    if (result.kind === 'superseded') log.info(`No comment was written: ${result.why}.`);
    if (result.kind === 'forbidden') {
      const message = `The token may not write comments (${result.message}): the report is in the job summary. Give the job "permissions: pull-requests: write".`;
      annotate({ severity: 'warning', title: 'Kompos', message });
    }
  }
  throwOnErrors(problems);
}

/** A leaf that belongs to no single pull request concerns all of them. */
function isAbout({ number }: ReviewedPull): (leaf: ApplyReport['leaves'][number]) => boolean {
  return ({ pullRequest }) => pullRequest === undefined || pullRequest === number;
}
