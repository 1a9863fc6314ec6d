/** `command: plan`: the report of a change → log, annotations, comment, summary, outputs. */
import { encodeRecord, type ReviewedLeaf } from '../gate/record.ts';
import { planChangedLeaves, type PlanOutcome } from '../jobs/plan.ts';
import { maskData } from '../masking.ts';
import { problem, ProblemError, problemsOf } from '../problems.ts';
import { annotations } from '../report/annotations.ts';
import { renderComment } from '../report/markdown.ts';
import { leavesOutput } from '../report/outputs.ts';
import type { PlanReport } from '../report/report.ts';
import { renderSummary } from '../report/summary.ts';
import { renderText } from '../report/terminal.ts';
import { hasFailed } from '../report/verdict.ts';
import { maskReport, reviewSettings, tellRunner, withTerraform, type Job } from './job.ts';
import { annotate, setOutput, writeSummary } from './runner.ts';

/** Sets the exit code: 1 when a leaf failed, whatever else was planned. */
export async function runPlan(job: Job): Promise<void> {
  const { inputs, event, log, masker } = job;
  const commenting = event.pullRequest !== undefined && inputs.comment !== 'never';
  if (commenting && inputs.token === undefined) {
    throw new ProblemError([
      problem('input', 'Input "token" is empty, so the report cannot be posted.', {
        hint: 'Leave the input out (its default is the job\'s own token), or set "comment: never".',
      }),
    ]);
  }
  const outcome = await makeReport(job);
  const report = maskReport(outcome.report, masker);
  tellRunner(masker);
  log.info(renderText(report));
  annotations(report).forEach(annotate);

  await writeSummary(renderSummary(report));
  setOutputs(report);
  if (hasFailed(report)) process.exitCode = 1;
  // Last, because GitHub may refuse or be down: by then nobody loses a plan by it.
  const url =
    commenting && inputs.token !== undefined
      ? await publish(job, inputs.token, event.pullRequest.number, report, outcome.reviewed)
      : undefined;
  setOutput('comment-url', url ?? '');
}

/** A report in any case that a reviewer should hear of: also of what kept the leaves from being found. */
async function makeReport(job: Job): Promise<PlanOutcome> {
  const { inputs, event, facts } = job;
  try {
    return await withTerraform(job, (settings, around) =>
      planChangedLeaves(
        {
          ...facts,
          ...settings,
          ...reviewSettings(job, process.env),
          event: event.revisions,
          shownHead: event.pullRequest?.headSha,
          noTerraform: event.untrusted,
          leaves: inputs.leaves,
          listMerge: inputs.listMerge,
          unusedConfiguration: inputs.unusedConfiguration,
          onUnknownBase: inputs.onUnknownBase,
          token: inputs.token,
        },
        around,
      ),
    );
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined) throw error;
    const checkedOut = process.env['GITHUB_SHA'] ?? '';
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
    return { report, reviewed: [] };
  }
}

async function publish(
  job: Job,
  token: string,
  pullRequest: number,
  report: PlanReport,
  reviewed: readonly ReviewedLeaf[],
): Promise<string | undefined> {
  const { inputs, event, log } = job;
  const [{ connect }, { publishReport }, { answerOf }] = await Promise.all([
    import('../github/client.ts'),
    import('../github/comments.ts'),
    import('../github/errors.ts'),
  ]);
  const result = await answerOf(
    publishReport(connect(token, report.repository), {
      pullRequest,
      bodies: renderComment(report, { trailers: trailers(job, pullRequest, report, reviewed) }),
      create: inputs.comment === 'always' || report.leaves.length > 0 || report.problems.length > 0,
    }),
    'The report could not be posted: ',
    'It is in the job summary. Check the input "token" and https://www.githubstatus.com, then run the job again.',
  );
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
      if (event.untrusted === undefined) {
        const message = `${words} Give the job "permissions: pull-requests: write".`;
        annotate({ severity: 'warning', title: 'Kompos', message });
      } else log.info(words);
      return undefined;
    }
  }
}

/** The record of what the comment shows, for the apply after the merge. */
function trailers(
  { inputs, masker }: Job,
  pullRequest: number,
  { repository, head, checkedOut, base, run }: PlanReport,
  reviewed: readonly ReviewedLeaf[],
): readonly string[] {
  const about = { repository, pullRequest, head, checkedOut, base: base ?? '' };
  // A packed text is beyond any mask, so what somebody wrote in it is masked before.
  const leaves = reviewed.map((leaf) => ({ ...leaf, changes: leaf.changes && maskData(leaf.changes, masker) }));
  return encodeRecord({ ...about, run: run?.id ?? 0, attempt: run?.attempt ?? 0, leaves }, inputs.fingerprintKey);
}

function setOutputs(report: PlanReport): void {
  setOutput('changed', String(report.leaves.length > 0));
  setOutput('leaves', JSON.stringify(leavesOutput(report)));
  setOutput(
    'has-changes',
    String(report.leaves.some(({ outcome }) => outcome.status === 'planned' && outcome.summary.hasChanges)),
  );
}
