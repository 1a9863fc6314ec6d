/** `command: plan`: the report of a change → log, annotations, comment, summary, outputs. */
import { planChangedLeaves, type PlanOutcome, type PlanToSign } from '../commands/plan/plan.ts';
import { maskData } from '../masking/masking.ts';
import { problemError, problemsOf } from '../base/problems.ts';
import { annotations } from '../commands/plan/annotations.ts';
import { renderComment, renderSummary } from '../commands/plan/comment/comment.ts';
import { leavesOutput } from '../commands/plan/outputs.ts';
import type { PlanReport } from '../commands/plan/report.ts';
import { renderText } from '../commands/plan/terminal.ts';
import { hasFailed } from '../commands/plan/verdict.ts';
import {
  githubAccess,
  maskReport,
  repositoryId,
  reviewSettings,
  registerSecrets,
  withTerraform,
  type Job,
} from './job.ts';
import { BY_HAND, record, type MergeSentence, type Recorded, type RecordRequest } from './record.ts';
import type { PullRequest } from './event.ts';
import { annotate, setOutput, writeSummary } from './runner.ts';

/** Sets the exit code: 1 when a leaf failed, even if others were planned. */
export async function runPlan(job: Job): Promise<void> {
  const { inputs, event, log, masker } = job;
  const commenting = event.pullRequest !== undefined && inputs.comment !== 'never';
  if (commenting && inputs.token === undefined) {
    throw problemError('input', 'Input "token" is empty, so the report cannot be posted.', {
      hint: 'Leave the input out (its default is the job\'s own token), or set "comment: never".',
    });
  }
  const outcome = await makeReport(job);
  const masked = maskReport(outcome.report, masker);
  const recorded = commenting ? await recordOf(job, event.pullRequest, outcome, masked) : NO_RECORD;
  const report = withSentence(masked, recorded);
  registerSecrets(masker);
  log.info(renderText(report));
  annotations(report).forEach(annotate);
  if (!recorded.ok) annotate({ severity: 'warning', title: 'Kompos', message: recorded.sentence });

  await writeSummary(renderSummary(report));
  setOutputs(report);
  if (hasFailed(report)) process.exitCode = 1;
  // Last, because GitHub may refuse or be down: by then nobody loses a plan by it.
  const url =
    commenting && inputs.token !== undefined
      ? await publish(job, inputs.token, event.pullRequest.number, report, recorded.bodies)
      : undefined;
  setOutput('comment-url', url ?? '');
}

/** A report, also when the leaves could not be found: reviewers must see why. */
async function makeReport(job: Job): Promise<PlanOutcome> {
  const { inputs, event, facts } = job;
  try {
    return await withTerraform(job, (settings, context) =>
      planChangedLeaves(
        {
          facts,
          serverUrl: facts.serverUrl,
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
          signing: signing(job, process.env),
        },
        context,
      ),
    );
  } catch (error) {
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
    return { report, reviewed: [] };
  }
}

async function publish(
  job: Job,
  token: string,
  pullRequest: number,
  report: PlanReport,
  bodies: readonly string[],
): Promise<string | undefined> {
  const { inputs, event, log } = job;
  const [{ connect }, { publishReport }, { answerOf }] = await Promise.all([
    import('../github/client.ts'),
    import('../github/comments.ts'),
    import('../github/errors.ts'),
  ]);
  const result = await answerOf(
    publishReport(connect(githubAccess(report, token, process.env)), {
      pullRequest,
      bodies,
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

/** What it takes to sign a record; undefined where none is made. */
function signing({ inputs, event }: Job, env: NodeJS.ProcessEnv): PlanToSign | undefined {
  const { pullRequest, revisions, untrusted } = event;
  if (pullRequest === undefined || untrusted !== undefined || inputs.record !== 'signed') return undefined;
  // A merged one is reported no more.
  if (revisions.kind === 'pull_request' && revisions.merged) return undefined;
  const [, workflow] = /^[^/]+\/[^/]+\/([^@]+)@/u.exec(env['GITHUB_WORKFLOW_REF'] ?? '') ?? [];
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
): Promise<Recorded> {
  const render: RecordRequest['render'] = (merge, trailers) =>
    renderComment({ ...withSentence(masked, merge), head: pullRequest.headSha }, { trailers });
  if (event.untrusted !== undefined) {
    const sentence = report.leaves.length > 0 ? `A merge does not apply it. ${BY_HAND}` : '';
    return { ok: true, sentence, bodies: render({ ok: true, sentence }, []) };
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
        run: facts.run?.id ?? 0,
        attempt: facts.run?.attempt ?? 0,
        time: Math.floor(Date.now() / 1_000),
      },
      // A packed text is beyond any mask, so what somebody wrote in it is masked before.
      leaves: reviewed.map((leaf) => ({ ...leaf, changes: leaf.changes && maskData(leaf.changes, masker) })),
      mode: inputs.record,
      key: inputs.fingerprintKey,
      signing: signed,
      render,
    },
    process.env,
  );
}

/** What is missing stands above everything else. */
function withSentence(report: PlanReport, { ok, sentence }: MergeSentence): PlanReport {
  if (sentence === '') return report;
  return ok ? { ...report, merge: sentence } : { ...report, notices: [...report.notices, sentence] };
}

function setOutputs(report: PlanReport): void {
  setOutput('changed', String(report.leaves.length > 0));
  setOutput('leaves', JSON.stringify(leavesOutput(report)));
  setOutput(
    'has-changes',
    String(report.leaves.some(({ outcome }) => outcome.status === 'planned' && outcome.summary.hasChanges)),
  );
}
