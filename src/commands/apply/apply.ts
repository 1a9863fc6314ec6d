/** `command: apply`: a merge applies what was reviewed, a manual run what a person accepts, and nothing else. */
import { shortCommit } from '../../base/names.ts';
import { isPlannable, renderedOf, type ChangedLeaf, type PlannableLeaf } from '../../changes/changed-leaf.ts';
import { sharedStateProblems } from '../../changes/states.ts';
import { otherVersion } from '../../gate/judge.ts';
import type { PullRequests } from '../../github/pull-requests.ts';
import { hasErrors, formatPlace, problem, ProblemError, problemsOf, type Problem } from '../../base/problems.ts';
import { planTimestampIn } from '../../rendering/use/plan-timestamp.ts';
import type { ApplyLeafReport, ApplyOutcome, ApplyReport, UnappliedMerge } from './report.ts';
import { count, leftOut } from '../../markdown/phrases.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import { chooseLeaves, compareForApply, laterChanges, type ApplyComparisonRequest } from './apply-comparison.ts';
import { applyLeaves, type ApplySettings } from './apply-leaves.ts';
import { pendingLeaves } from './pending-leaves.ts';
import { forbiddenFor, outcomeWithoutPlan, outcomeWithoutReview, type Candidate } from './candidate.ts';
import { catchUp, type ApplyPart, type CaughtUp } from './catch-up.ts';
import { modifiedFiles, withCheckout, type Checkout, type CheckoutRequest } from '../../execution/checkout.ts';
import { chooseChecks } from '../../execution/choose-checks.ts';
import type { Comparison } from '../../execution/comparison.ts';
import type { JobContext } from '../../execution/leaf-terraform.ts';
import type { RunFacts } from '../../execution/run-facts.ts';
import { planWarnings } from '../../execution/plan-warnings.ts';
import { terraformProblems } from '../../execution/terraform-problems.ts';
import type { Diagnostic } from '../../terraform/diagnostics.ts';
import { readsIn } from '../../execution/change-graph.ts';
import { waitForCandidates } from '../../execution/waiting-leaves.ts';
import { fingerprintContexts, type ReviewSettings } from '../../execution/record-entry.ts';
import {
  mergedPullRequests,
  MOST_COMMITS,
  pushedCommits,
  readReviews,
  reviewOf,
  type ReviewedPull,
  type ReviewQuestions,
} from './reviewed-pull-requests.ts';
import { outsideSettings } from '../../terraform/outside-settings.ts';
import { readSecrets } from '../../execution/secrets.ts';
import { findFittingTerraform } from '../../execution/fitting-terraform.ts';
import { recordJudge, type SigningSettings } from '../../execution/record-judge.ts';
import { unappliedPullRequests, type UnappliedPull } from './unapplied-merges.ts';
import { startWave, type WaveRequest } from './start-wave.ts';
import { severalWaves, wavesOf } from './waves.ts';

export interface ApplyRequest
  extends
    CheckoutRequest,
    ApplyComparisonRequest,
    ApplySettings,
    ReviewSettings,
    Omit<ReviewQuestions, 'title' | 'judgeRecord'>,
    Omit<SigningSettings, 'branch'> {
  readonly facts: RunFacts;
  /** The pull request that a merge group's ref names. */
  readonly queued: number | undefined;
  readonly leaves: readonly string[];
  /** Whether pull requests that were merged earlier but never applied are applied first. */
  readonly catchUp: boolean;
  /** Undefined: all leaves in this job. */
  readonly wave: WaveRequest | undefined;
  /** Whether applies are reported on pull requests: otherwise a missing apply cannot be detected. */
  readonly reporting: boolean;
}

export interface ApplyResult {
  readonly report: ApplyReport;
  /** The pull requests to report to. */
  readonly pulls: readonly ReviewedPull[];
  /** Those that were applied first, in that order. */
  readonly caughtUp: readonly CaughtUp[];
}

/** @throws ProblemError when no leaf could be examined */
export async function applyReviewed(
  request: ApplyRequest,
  context: JobContext,
  github: PullRequests,
): Promise<ApplyResult> {
  return withCheckout(request, context.environment, context.configurationEnvironment, async (checkout) => {
    const comparison = await compareForApply(request, checkout, context.log);
    const { pulls, notices, unapplied } = await findReviews(asking(request, checkout), context, checkout, github);
    const later = await laterChanges(request, checkout, comparison);
    const { caughtUp, ended, left } = await catchUp(
      request.catchUp ? unapplied : [],
      request,
      checkout,
      comparison,
      context.cancelled,
      async (pull, part) => {
        const words = `Pull request #${pull.number} was merged earlier, as ${shortCommit(pull.mergeCommit)}, but never applied: this run catches up on it.`;
        context.log.info(words);
        const report = await apply(request, context, checkout, part, [pull.review]);
        return { ...report, notices: [words, ...report.notices] };
      },
      (problems) => reportOf(request, context, comparison, { problems }),
    );
    const report = await apply(request, context, checkout, { comparison, later, own: undefined, ended }, pulls).catch(
      (error: unknown) => {
        const problems = problemsOf(error);
        // The results of the others must still be reported.
        if (problems === undefined || caughtUp.length === 0) throw error;
        return reportOf(request, context, comparison, { problems });
      },
    );
    const first = caughtUp.map(({ pull }) => pull.number);
    return {
      report: {
        ...report,
        notices: [
          ...report.notices,
          ...notices,
          ...(first.length === 0 ? [] : [`Merged earlier and applied first: ${listed(first)}, with reports there.`]),
        ],
        unapplied: (request.catchUp ? left : unapplied).map(unappliedMerge),
      },
      pulls,
      caughtUp,
    };
  });
}

function unappliedMerge({ number, mergedAt, mergeCommit, leaves, review }: UnappliedPull): UnappliedMerge {
  const { trustedRecord, unapproved } = review;
  return { number, mergedAt, commit: mergeCommit, leaves, why: trustedRecord.ok ? unapproved : trustedRecord.why };
}

/** A merge group's own commits are not on the branch yet, but their base is, or comes before them. */
function asking(request: ApplyRequest, checkout: Checkout): ApplyRequest & ReviewQuestions {
  const tip = request.event.kind === 'merge_group' ? request.event.baseSha : checkout.repository.head;
  const settings = { ...request, branch: request.defaultBranch };
  return { ...request, title: request.facts.title, judgeRecord: recordJudge(settings, checkout, tip) };
}

interface Reviews {
  readonly pulls: readonly ReviewedPull[];
  readonly notices: readonly string[];
  readonly unapplied: readonly UnappliedPull[];
}

async function findReviews(
  request: ApplyRequest & ReviewQuestions,
  { log, now }: JobContext,
  { history, repository }: Checkout,
  github: PullRequests,
): Promise<Reviews> {
  const { event, defaultBranch } = request;
  if (event.kind === 'manual') return { pulls: [], notices: [], unapplied: [] };
  if (event.kind === 'merge_group') {
    const queued = request.queued === undefined ? [] : [await github.pullRequest(request.queued)];
    return { pulls: await readReviews(github, queued, request), notices: [], unapplied: [] };
  }
  const notices: string[] = [];
  const commits = await pushedCommits(history, event.before, event.after);
  if (commits === undefined) {
    notices.push(
      `The push did not just add commits to the branch, or added more than ${MOST_COMMITS}, so the pull requests that it merged are unknown.`,
    );
  }
  const merged = await mergedPullRequests(github, commits ?? [], defaultBranch);
  log.info(merged.length === 0 ? 'No merged pull request.' : `Merged: ${listed(merged.map(({ number }) => number))}.`);
  const unapplied = request.reporting
    ? await unappliedPullRequests(github, {
        branch: defaultBranch,
        own: merged,
        now,
        title: request.facts.title,
        reviewOf: async (pull) => (await readReviews(github, [pull], request))[0],
        behind: (commit) => history.behind(commit, repository.head),
      })
    : { pulls: [], notices: [] };
  return {
    pulls: await readReviews(github, merged, request),
    notices: [...notices, ...unapplied.notices],
    unapplied: unapplied.pulls,
  };
}

function listed(numbers: readonly number[]): string {
  return numbers.map((number) => `#${number}`).join(', ');
}

async function apply(
  request: ApplyRequest,
  context: JobContext,
  checkout: Checkout,
  { comparison, later, own, ended }: ApplyPart,
  pulls: readonly ReviewedPull[],
): Promise<ApplyReport> {
  const { head } = comparison;
  const { selected: all, changeGraph, isSelected } = await chooseLeaves(comparison, request.leaves, own);
  const waves = wavesOf(comparison, all, changeGraph, request.destroyRemoved);
  const wave = request.wave && (await startWave(request.wave, waves, all, comparison));
  const selected = wave?.own ?? all;
  const { compositionOrder } = head.project.settings;
  const reads = readsIn(changeGraph);
  const problems: Problem[] = [
    ...head.project.warnings,
    ...changeGraph.problems,
    ...waves.problems,
    ...(wave === undefined && !request.compareOnly ? severalWaves(waves) : []),
    ...sharedStateProblems(comparison.sharedStates, selected, outsideSettings(context.environment).ofStates),
    ...(await modifiedFiles(checkout, selected, context.environment, 'error')),
  ];
  const reviews = new Map(selected.map((each) => [each, reviewOf(each.leaf.path, pulls)]));
  const outcomes = new Map<ChangedLeaf, ApplyOutcome>();
  const open: { readonly changed: PlannableLeaf; readonly reviewed: Candidate['reviewed'] }[] = [];
  const isManual = request.event.kind === 'manual';
  for (const changed of selected) {
    const reviewed = (isManual ? undefined : reviews.get(changed)?.reviewed) ?? BY_HAND;
    if (changed.kind !== 'moved' && later.has(changed.leaf.path)) outcomes.set(changed, SUPERSEDED);
    else if (!isPlannable(changed)) outcomes.set(changed, outcomeWithoutPlan(changed));
    else if (isManual || !('missing' in reviewed)) open.push({ changed, reviewed });
    else outcomes.set(changed, outcomeWithoutReview(changed, reviewed.missing, request));
  }
  context.log.info(`${count(selected.length, 'leaf', 'leaves')} to check, ${count(open.length)} of them to plan.`);

  const notices = [...comparison.notices];
  const versions = new Set<string>();
  let printed: ReadonlyMap<ChangedLeaf, readonly Diagnostic[]> = new Map();
  const binary = open.length === 0 ? undefined : await terraformFor(comparison, request.projectRoot, context, problems);
  if (binary !== undefined) {
    const secrets = await readSecrets(
      open.map(({ changed }) => changed),
      comparison,
      context.secrets,
    );
    problems.push(...secrets.problems);
    for (const each of secrets.failed) outcomes.set(each, NOT_RENDERED);
    const complete = open.filter(({ changed }) => !secrets.failed.has(changed));
    const leaves = complete.map(({ changed }) => changed);
    const contexts = await fingerprintContexts(leaves, checkout, comparison.revisions, request, secrets);
    const waiting = waitForCandidates(leaves, changeGraph.graph);
    const candidates = await Promise.all(
      complete.map(async ({ changed, reviewed }): Promise<Candidate> => ({
        changed,
        reviewed,
        planNeverRepeats: await whyPlanNeverRepeats(changed),
        forbidden: forbiddenFor(changed, isManual),
        context: contexts.get(changed),
        postponed: ('missing' in reviewed ? undefined : reviewed.waits) ?? waiting.unstarted.get(changed),
      })),
    );
    const checks = chooseChecks(comparison, context.trust, ['rendering', 'plan']);
    notices.push(...(checks?.notices ?? []));
    const settled = [...outcomes].map(([changed, outcome]) => ({ changed, outcome }));
    const applied = await applyLeaves(
      request,
      { ...context, withSecrets: secrets.rendered, checks },
      checkout.repository.top,
      {
        compositions: compositionOrder,
        reads,
        waitsFor: waiting.afterPlan,
      },
      candidates,
      [...ended, ...(wave?.ended ?? []), ...settled],
      binary,
    );
    printed = applied.printed;
    for (const { changed, reviewed } of candidates) {
      const outcome = applied.outcomes.get(changed);
      if (outcome !== undefined) outcomes.set(changed, outcome);
      if (outcome?.status !== 'applied' || 'missing' in reviewed) continue;
      const other = otherVersion(binary, reviewed);
      if (other !== undefined) versions.add(other);
    }
  }
  return reportOf(request, context, comparison, {
    terraformVersion: binary?.version,
    program: binary?.program,
    notices: [...notices, leftOut(comparison.unused.filter(isSelected).length), ...versions].filter(
      (notice) => notice !== '',
    ),
    wave: wave && { name: wave.name, byHand: isManual },
    leaves: [
      ...selected.map((changed): ApplyLeafReport => {
        const ended = outcomes.get(changed) ?? { status: 'not-tried', why: 'The errors above must be fixed first.' };
        const outcome = isManual && request.accepted.size === 0 ? asPlanned(ended) : ended;
        return {
          leaf: changed.leaf.path,
          outcome,
          pullRequest: reviews.get(changed)?.pullRequest,
          problems: [...changed.problems, ...outcomeProblems(changed, outcome, printed.get(changed) ?? [])],
        };
      }),
      ...(wave?.later ?? []).map(({ changed, ...later }): ApplyLeafReport => ({
        leaf: changed.leaf.path,
        outcome: { status: 'pending', ...later },
        pullRequest: reviewOf(changed.leaf.path, pulls).pullRequest,
        problems: [],
      })),
    ],
    pending: pendingLeaves(all, outcomes, changeGraph.graph),
    problems,
  });
}

/** Without its secrets; why is among the report's problems. */
const NOT_RENDERED: ApplyOutcome = { status: 'failed', stage: 'render', output: '', done: [], failed: [] };

/** A manual run plans leaves without a review, for the person who started it. */
const BY_HAND = { missing: 'A manual run applies only plans whose fingerprint is accepted.' };

const SUPERSEDED: ApplyOutcome = {
  status: 'superseded',
  why: 'A later commit of the branch changes it too and is applied instead.',
};

function reportOf(
  request: ApplyRequest,
  context: JobContext,
  { revisions }: Comparison,
  found: Partial<ApplyReport>,
): ApplyReport {
  return {
    ...request.facts,
    head: revisions.head,
    base: revisions.base,
    terraformVersion: undefined,
    comparing: request.compareOnly,
    cancelled: context.cancelled(),
    notices: [],
    leaves: [],
    problems: [],
    unapplied: [],
    ...found,
  };
}

/** A plan that a person wants to see first is not refused if it can be accepted. */
function asPlanned(outcome: ApplyOutcome): ApplyOutcome {
  if (outcome.status !== 'refused' || outcome.plan?.fingerprint === undefined) return outcome;
  return { status: 'planned', plan: outcome.plan };
}

/** What Terraform printed about a leaf, with places in the repository, and warnings about its plan, applied or not. */
function outcomeProblems(
  changed: ChangedLeaf,
  outcome: ApplyOutcome,
  printed: readonly Diagnostic[],
): readonly Problem[] {
  const stage = outcome.status === 'failed' && outcome.stage !== 'render' ? outcome.stage : 'apply';
  const summary = 'plan' in outcome ? outcome.plan?.summary : 'summary' in outcome ? outcome.summary : undefined;
  return [
    ...(isPlannable(changed) ? terraformProblems(renderedOf(changed), changed.reasons, printed, stage) : []),
    ...(summary === undefined ? [] : planWarnings(changed.leaf.path, summary, printed)),
    ...hookProblems(changed, outcome),
  ];
}

function hookProblems({ leaf }: ChangedLeaf, outcome: ApplyOutcome): readonly Problem[] {
  const failures = outcome.status === 'applied' ? (outcome.hookFailures ?? []) : [];
  return failures.map((failure) =>
    problem('check', failure, {
      place: { file: leaf.path },
      hint: 'The leaf stays applied. Running the job again does not run the hook again, because nothing is left to apply.',
    }),
  );
}

async function terraformFor(
  { head }: Comparison,
  projectRoot: string,
  context: JobContext,
  problems: Problem[],
): Promise<TerraformBinary | undefined> {
  if (hasErrors(problems)) return undefined;
  try {
    return await findFittingTerraform(head.project, projectRoot, context);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

async function whyPlanNeverRepeats(changed: PlannableLeaf): Promise<string | undefined> {
  const place = await planTimestampIn(renderedOf(changed));
  return place && `plantimestamp() in ${formatPlace(place)} differs at each plan.`;
}
