/** The label of the pull request and the check run, where they are asked for. */
import { labelOf } from '../commands/plan/labels.ts';
import type { PlanReport } from '../commands/plan/report.ts';
import { alarm, hasFailed, verdict } from '../commands/plan/verdict.ts';
import { problemsOf } from '../base/problems.ts';
import { shorten } from '../markdown/bytes.ts';
import type { MarkResult } from '../github/pull-request-marks.ts';
import { githubAccess, type Job } from './job.ts';
import { setOutput } from './runner.ts';

/** GitHub allows 255 characters. */
const TITLE_LENGTH = 250;

/**
 * Sets the outputs `label` and `verdict`, and writes both to GitHub as the inputs ask. Nothing depends on them, so
 * neither a missing permission nor GitHub itself fails the job.
 */
export async function mark(job: Job, report: PlanReport, commentUrl: string | undefined): Promise<void> {
  const { inputs, event, log, facts } = job;
  const { wanted, all } = labelOf(report);
  setOutput('label', wanted.name);
  setOutput('verdict', verdict(report));
  const { token } = inputs;
  if (token === undefined || (!inputs.labels && !inputs.checkRun)) return;
  const [{ connectMarks }, { answerOf }] = await Promise.all([
    import('../github/pull-request-marks.ts'),
    import('../github/errors.ts'),
  ]);
  const marks = connectMarks(githubAccess(facts, token, process.env));
  const { pullRequest } = event;
  if (inputs.labels && pullRequest !== undefined) {
    await write(marks.label(pullRequest.number, pullRequest.headSha, wanted, all), 'label');
  }
  if (inputs.checkRun && report.head !== undefined) {
    const { title, head } = report;
    const run = {
      name: title === '' ? 'Kompos' : `Kompos ${shorten(title, 100)}`,
      head,
      conclusion: hasFailed(report) ? ('failure' as const) : ('success' as const),
      title: shorten(`${alarm(report)}${verdict(report)}`, TITLE_LENGTH),
      summary: commentUrl === undefined ? 'The job summary has the report.' : `[The report](${commentUrl})`,
      url: report.runUrl,
    };
    await write(marks.check(run), 'check run');
  }

  async function write(answer: Promise<MarkResult>, what: string): Promise<void> {
    try {
      const result = await answerOf(answer, `The ${what} was not written: `, 'The report is complete without it.');
      if (result.kind === 'forbidden') {
        log.info(`No ${what}: the token may not write it (${result.message}). ${result.hint}`);
      }
    } catch (error) {
      const problems = problemsOf(error);
      if (problems === undefined) throw error;
      for (const { message } of problems) log.warning(message);
    }
  }
}
