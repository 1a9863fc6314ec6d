/** `command: apply`: a merge applies what was reviewed, a manual run what a person accepts, and nothing else. */
import type { ChangedLeaf } from '../../changes/changed-leaves.ts';
import { MAY_LIVE_ON, mayLiveOn } from '../../changes/may-live-on.ts';
import { sharedStateProblems } from '../../changes/states.ts';
import { otherVersion } from '../../gate/judge.ts';
import type { PullRequests } from '../../github/pull-requests.ts';
import { formatPlace, ProblemError, problemsOf, type Problem } from '../../base/problems.ts';
import { inOrder } from '../../project/order.ts';
import { selectLeaves } from '../../project/selection.ts';
import { planTimestampIn } from '../../rendering/use/plan-timestamp.ts';
import { lostState } from '../../rendering/state.ts';
import type { ApplyLeafReport, ApplyOutcome, ApplyReport, UnappliedMerge } from './report.ts';
import { leftOut } from '../../markdown/plain-words.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import { compareForApply, laterChanges, type ApplyComparisonRequest } from './apply-comparison.ts';
import { applyLeaves, type ApplySettings, type Candidate } from './apply-leaves.ts';
import { catchUp, type ApplyPart, type CaughtUp, type EndedLeaf } from './catch-up.ts';
import { modifiedFiles, withCheckout, type Checkout, type CheckoutRequest } from '../../execution/checkout.ts';
import type { Comparison } from '../../execution/comparison.ts';
import { runnable, type JobSurroundings } from '../../execution/leaf-terraform.ts';
import type { RunFacts } from '../plan/plan.ts';
import { planWarnings } from '../../execution/plan-warnings.ts';
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
import { findFittingTerraform } from '../../execution/fitting-terraform.ts';
import { recordJudge, type SigningSettings } from '../../execution/record-judge.ts';
import { unappliedPullRequests, type UnappliedPull } from './unapplied-merges.ts';

export interface ApplyRequest
  extends
    CheckoutRequest,
    ApplyComparisonRequest,
    ApplySettings,
    RunFacts,
    ReviewSettings,
    Omit<ReviewQuestions, 'trustedRecord'>,
    Omit<SigningSettings, 'branch'> {
  readonly projectRoot: string;
  readonly serverUrl: string;
  /** The pull request that a merge group's ref names. */
  readonly queued: number | undefined;
  readonly leaves: readonly string[];
  /** Whether pull requests that were merged before and never applied are applied first. */
  readonly catchUp: boolean;
  /** Whether applies are reported on pull requests: else it cannot be told which ones never came. */
  readonly reporting: boolean;
}

export interface ApplyResult {
  readonly report: ApplyReport;
  /** The pull requests to report to. */
  readonly pulls: readonly ReviewedPull[];
  /** Those that were applied before, in that order. */
  readonly caughtUp: readonly CaughtUp[];
}

/** @throws ProblemError when nothing could be looked at, let alone applied */
export async function applyReviewed(
  request: ApplyRequest,
  around: JobSurroundings,
  github: PullRequests,
): Promise<ApplyResult> {
  return withCheckout(request, around.environment, around.configurationEnvironment, async (checkout) => {
    const comparison = await compareForApply(request, checkout, around.log);
    const { pulls, notices, unapplied } = await findReviews(asking(request, checkout), around, checkout, github);
    const later = await laterChanges(request, checkout, comparison);
    const { caughtUp, ended, left } = await catchUp(
      request.catchUp ? unapplied : [],
      request,
      checkout,
      comparison,
      around.cancelled,
      async (pull, part) => {
        const words = `Pull request #${pull.number} was merged before, as ${pull.mergeCommit.slice(0, 7)}, and never applied: this run catches up on it.`;
        around.log.info(words);
        const report = await apply(request, around, checkout, part, [pull.review]);
        return { ...report, notices: [words, ...report.notices] };
      },
      (problems) => reportOf(request, around, comparison, { problems }),
    );
    const report = await apply(request, around, checkout, { comparison, later, own: undefined, ended }, pulls).catch(
      (error: unknown) => {
        const problems = problemsOf(error);
        // What was done for the others must be reported all the same.
        if (problems === undefined || caughtUp.length === 0) throw error;
        return reportOf(request, around, comparison, { problems });
      },
    );
    const first = caughtUp.map(({ pull }) => pull.number);
    return {
      report: {
        ...report,
        notices: [
          ...report.notices,
          ...notices,
          ...(first.length === 0 ? [] : [`Merged before and applied first: ${listed(first)}, reported there.`]),
        ],
        unapplied: (request.catchUp ? left : unapplied).map(unappliedMerge),
      },
      pulls,
      caughtUp,
    };
  });
}

function unappliedMerge({ number, mergedAt, mergeCommit, leaves, review }: UnappliedPull): UnappliedMerge {
  const { belief, unapproved } = review;
  return { number, mergedAt, commit: mergeCommit, leaves, why: belief.ok ? unapproved : belief.why };
}

/** A merge group's own commits are not on the branch yet, but what they stand on is, or comes before them. */
function asking(request: ApplyRequest, checkout: Checkout): ApplyRequest & ReviewQuestions {
  const tip = request.event.kind === 'merge_group' ? request.event.baseSha : checkout.repository.head;
  const settings = { ...request, branch: request.defaultBranch };
  return { ...request, trustedRecord: recordJudge(settings, checkout, tip) };
}

interface Reviews {
  readonly pulls: readonly ReviewedPull[];
  readonly notices: readonly string[];
  readonly unapplied: readonly UnappliedPull[];
}

async function findReviews(
  request: ApplyRequest & ReviewQuestions,
  { log, now }: JobSurroundings,
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
      `The push did not just add to the branch, or brought more than ${MOST_COMMITS} commits, so it cannot be told which pull requests it merged.`,
    );
  }
  const merged = await mergedPullRequests(github, commits ?? [], defaultBranch);
  log.info(merged.length === 0 ? 'No merged pull request.' : `Merged: ${listed(merged.map(({ number }) => number))}.`);
  const unapplied = request.reporting
    ? await unappliedPullRequests(github, {
        branch: defaultBranch,
        own: merged,
        now,
        title: request.title,
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
  around: JobSurroundings,
  checkout: Checkout,
  { comparison, later, own, ended }: ApplyPart,
  pulls: readonly ReviewedPull[],
): Promise<ApplyReport> {
  const { head, base } = comparison;
  const selected = inOrder(
    selectLeaves(comparison.changed, head.leaves, request.leaves).filter(({ leaf }) => own?.has(leaf.path) ?? true),
    head.project.settings.compositionOrder,
  );
  const problems: Problem[] = [
    ...head.project.warnings,
    ...sharedStateProblems(comparison.sharedStates, selected),
    ...(await modifiedFiles(checkout, selected, around.environment, 'error')),
  ];
  const decided = new Map<ChangedLeaf, ApplyOutcome>();
  const versions = new Set<string>();
  for (const each of selected) {
    const outcome =
      withoutTerraform(each, comparison.changed, later) ??
      withoutReview(each, reviewedOf(each, request.event, pulls), request);
    if (outcome !== undefined) decided.set(each, outcome);
  }
  const open = selected.filter((each) => !decided.has(each));
  around.log.info(`${selected.length} leaves to look at, ${open.length} of them to plan.`);

  const binary = open.length === 0 ? undefined : await terraformFor(comparison, request.projectRoot, around, problems);
  if (binary !== undefined) {
    const contexts = await fingerprintContexts(open, checkout, comparison, request);
    const candidates = await Promise.all(
      selected.map(async (changed): Promise<Candidate> => ({
        leaf: changed.leaf,
        changed,
        known: decided.get(changed),
        reviewed: reviewedOf(changed, request.event, pulls),
        restless: await restlessness(changed, comparison),
        forbidden: forbidden(changed, request.event),
        context: contexts.get(changed),
      })),
    );
    const sources = { top: checkout.repository.top, head, base };
    const all = [...ended.map(endedCandidate), ...candidates];
    for (const [{ changed, reviewed }, outcome] of await applyLeaves(request, around, sources, all, binary)) {
      decided.set(changed, outcome);
      if (outcome.status !== 'applied' || 'missing' in reviewed) continue;
      const other = otherVersion(binary.version, reviewed);
      if (other !== undefined) versions.add(other);
    }
  }
  return reportOf(request, around, comparison, {
    terraformVersion: binary?.version,
    notices: [...comparison.notices, leftOut(comparison.unused), ...versions].filter((notice) => notice !== ''),
    leaves: selected.map((changed): ApplyLeafReport => {
      const outcome = decided.get(changed) ?? {
        status: 'not-tried',
        why: 'The errors above have to be mended first.',
      };
      return {
        leaf: changed.leaf.path,
        outcome,
        pullRequest: reviewOf(changed.leaf.path, pulls).pullRequest,
        problems: [...changed.problems, ...outcomeWarnings(changed.leaf.path, outcome)],
      };
    }),
    problems,
  });
}

function reportOf(
  request: ApplyRequest,
  around: JobSurroundings,
  { revisions }: Comparison,
  found: Partial<ApplyReport>,
): ApplyReport {
  return {
    title: request.title,
    repository: request.repository,
    serverUrl: request.serverUrl,
    head: revisions.head,
    base: revisions.base,
    runUrl: request.runUrl,
    run: request.run,
    terraformVersion: undefined,
    comparing: request.compareOnly,
    cancelled: around.cancelled(),
    notices: [],
    leaves: [],
    problems: [],
    unapplied: [],
    ...found,
  };
}

/** A leaf of an earlier pull request, which only says what may come after it. */
function endedCandidate({ changed, outcome }: EndedLeaf): Candidate {
  return {
    leaf: changed.leaf,
    changed,
    known: outcome,
    reviewed: { missing: '' },
    restless: undefined,
    forbidden: undefined,
    context: undefined,
  };
}

/** What has to be known of the plan that was applied, or was not. */
function outcomeWarnings(leaf: string, outcome: ApplyOutcome): readonly Problem[] {
  switch (outcome.status) {
    case 'applied':
    case 'as-reviewed':
      return planWarnings(leaf, outcome.summary);
    case 'refused':
    case 'awaiting':
      return outcome.plan === undefined ? [] : planWarnings(leaf, outcome.plan.summary);
    default:
      return [];
  }
}

/** What can be said of a leaf without planning it. */
function withoutTerraform(
  each: ChangedLeaf,
  all: readonly ChangedLeaf[],
  later: ReadonlySet<string>,
): ApplyOutcome | undefined {
  if (each.kind === 'moved') return { status: 'moved', to: each.movedTo };
  if (later.has(each.leaf.path)) {
    return { status: 'superseded', why: 'A later commit of the branch changes it too; that commit is to be applied.' };
  }
  if (each.kind === 'failed') return { status: 'failed', stage: 'render', output: '', done: [], failed: [] };
  if (mayLiveOn(each, all)) return { status: 'not-tried', why: MAY_LIVE_ON };
  if (runnable(each) === undefined) {
    if (each.reasons.some(({ kind }) => kind === 'base-failed')) {
      return {
        status: 'orphaned',
        why: 'It does not render at base, so what it made is not known.',
        resources: undefined,
      };
    }
    const why = each.problems[0]?.message ?? 'It cannot be planned.';
    return { status: 'not-tried', why };
  }
  return undefined;
}

/**
 * What no review stands behind is refused as it is: its plan would run code that nobody has reviewed with the
 * credentials of the apply. A manual run plans it, for the person who has started that.
 */
function withoutReview(
  { kind }: ChangedLeaf,
  reviewed: Candidate['reviewed'],
  { event, destroyRemoved }: ApplyRequest,
): ApplyOutcome | undefined {
  if (event.kind === 'manual' || !('missing' in reviewed)) return undefined;
  if (kind === 'removed' && !destroyRemoved) {
    return { status: 'orphaned', why: `Nothing of it is destroyed. ${reviewed.missing}`, resources: undefined };
  }
  return { status: 'refused', why: reviewed.missing, differences: [], plan: undefined };
}

async function terraformFor(
  { head }: Comparison,
  projectRoot: string,
  around: JobSurroundings,
  problems: Problem[],
): Promise<TerraformBinary | undefined> {
  if (problems.some(({ severity }) => severity === 'error')) return undefined;
  try {
    return await findFittingTerraform(head.project, projectRoot, around);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function reviewedOf(
  { leaf }: ChangedLeaf,
  event: ApplyRequest['event'],
  pulls: readonly ReviewedPull[],
): Candidate['reviewed'] {
  if (event.kind === 'manual') return { missing: 'A manual run applies only plans whose fingerprint is accepted.' };
  return reviewOf(leaf.path, pulls).reviewed;
}

/** Why the leaf's plan is never the same twice; undefined where nothing is known to make it so. */
async function restlessness(changed: ChangedLeaf, { head, base }: Comparison): Promise<string | undefined> {
  const rendered = runnable(changed);
  const snapshot = (changed.kind === 'removed' ? base : head)?.project.snapshot;
  if (rendered === undefined || snapshot === undefined) return undefined;
  const place = await planTimestampIn(rendered, snapshot);
  return place && `plantimestamp() in ${formatPlace(place)} is another value at each plan.`;
}

/** Why a leaf is not applied even when its plan is as reviewed, and whether a person may accept it all the same. */
function forbidden({ kind, head, restated }: ChangedLeaf, event: ApplyRequest['event']): Candidate['forbidden'] {
  if (kind === 'removed') return undefined;
  const lost = lostState(head?.rendering.state, true);
  if (lost !== undefined) return { why: `${lost} Configure a remote backend.`, acceptable: false };
  // A manual run compares with nothing: there the accepted plan shows that everything is created anew.
  if (restated !== true || event.kind === 'manual') return undefined;
  const why =
    'Its state lies elsewhere than before: everything would be created anew, and what is there left behind. Move the state before ("terraform state"), or accept the plan.';
  return { why, acceptable: true };
}
