/** `command: apply`: a merge applies what was reviewed, a manual run what a person accepts, and nothing else. */
import {
  findChangedLeaves,
  sharedStates,
  type ChangedLeaf,
  type UnusedConfiguration,
} from '../changes/changed-leaves.ts';
import { MAY_LIVE_ON, mayLiveOn } from '../changes/may-live-on.ts';
import type { RevisionEvent } from '../changes/revisions.ts';
import type { PullRequests } from '../github/pull-requests.ts';
import { formatPlace, problem, ProblemError, type Problem } from '../problems.ts';
import { inOrder } from '../project/order.ts';
import { selectLeaves } from '../project/selection.ts';
import { planTimestampIn } from '../rendering/plan-timestamp.ts';
import { lostState } from '../rendering/state.ts';
import type { ApplyLeafReport, ApplyOutcome, ApplyReport } from '../report/apply-report.ts';
import { leftOut } from '../report/words.ts';
import type { TerraformBinary } from '../terraform/binary.ts';
import { applyLeaves, type ApplySettings, type Candidate } from './apply-leaves.ts';
import { modifiedFiles, withCheckout, type Checkout, type CheckoutRequest } from './checkout.ts';
import { compareRevisions, type Comparison } from './comparison.ts';
import { runnable, type JobSurroundings } from './leaf-terraform.ts';
import type { RunFacts } from './plan.ts';
import { fingerprintContexts, type ReviewSettings } from './review.ts';
import {
  forgottenPullRequests,
  mergedPullRequests,
  pushedCommits,
  readReviews,
  reviewOf,
  type ReviewedPull,
} from './reviews.ts';
import { findFittingTerraform } from './terraform-binary.ts';

export interface ApplyRequest extends CheckoutRequest, ApplySettings, RunFacts, ReviewSettings {
  readonly projectRoot: string;
  readonly serverUrl: string;
  readonly event: Extract<RevisionEvent, { kind: 'push' | 'merge_group' | 'manual' }>;
  /** The only branch whose commits are applied. */
  readonly defaultBranch: string;
  /** The pull request that a merge group's ref names. */
  readonly queued: number | undefined;
  readonly leaves: readonly string[];
  readonly unusedConfiguration: UnusedConfiguration;
  readonly requires: 'reviewed-plan' | 'approved';
  /** Manual: the commit that removed the leaves that are to be destroyed. */
  readonly removedAt: string | undefined;
}

export interface ApplyResult {
  readonly report: ApplyReport;
  /** The pull requests to report to. */
  readonly pulls: readonly ReviewedPull[];
}

/** @throws ProblemError when nothing could be looked at, let alone applied */
export async function applyReviewed(
  request: ApplyRequest,
  around: JobSurroundings,
  github: PullRequests,
): Promise<ApplyResult> {
  return withCheckout(request, around.environment, around.configurationEnvironment, async (checkout) => {
    const comparison = await compare(request, around, checkout);
    const { pulls, notices } = await findReviews(request, around, checkout, github);
    const report = await apply(
      request,
      around,
      checkout,
      comparison,
      pulls,
      await laterChanges(request, checkout, comparison),
    );
    return { report: { ...report, notices: [...report.notices, ...notices] }, pulls };
  });
}

async function compare(request: ApplyRequest, around: JobSurroundings, checkout: Checkout): Promise<Comparison> {
  const { event, removedAt, unusedConfiguration } = request;
  if (removedAt === undefined) return compareRevisions(checkout, event, 'error', unusedConfiguration, around.log);
  // What stands before it is code that runs with the job's credentials, so only what was on the branch may.
  if (!(await checkout.history.wasTip(removedAt, checkout.repository.head))) {
    throw new ProblemError([
      problem(
        'input',
        `Input "removed-at": ${removedAt} is no commit of the branch's own, so nobody may have reviewed what stands before it.`,
        {
          hint: 'Name the commit by which the leaf left the default branch, such as the merge commit: "git log --first-parent --diff-filter=D -- <leaf>".',
        },
      ),
    ]);
  }
  const [before] = await checkout.history.parents(removedAt);
  if (before === undefined) {
    throw new ProblemError([
      problem('input', `Input "removed-at": ${removedAt} has no parent, so it removed nothing.`),
    ]);
  }
  await checkout.history.ensure(before);
  const revisions = {
    head: checkout.repository.head,
    base: before,
    why: `Checked out ${checkout.repository.head.slice(0, 7)}; leaves that ${removedAt.slice(0, 7)} removed are rendered from its parent ${before.slice(0, 7)}.`,
  };
  around.log.info(revisions.why);
  const [head, base] = [await checkout.open(revisions.head), await checkout.open(before)];
  const difference = await findChangedLeaves(base, head, unusedConfiguration);
  const changed = difference.changed.filter(({ kind }) => kind === 'removed' || kind === 'moved');
  return { revisions, head, base, changed, unused: 0, notices: [] };
}

interface Reviews {
  readonly pulls: readonly ReviewedPull[];
  readonly notices: readonly string[];
}

async function findReviews(
  request: ApplyRequest,
  { log }: JobSurroundings,
  { history }: Checkout,
  github: PullRequests,
): Promise<Reviews> {
  const { event, defaultBranch } = request;
  if (event.kind === 'manual') return { pulls: [], notices: [] };
  if (event.kind === 'merge_group') {
    const queued = request.queued === undefined ? [] : [await github.pullRequest(request.queued)];
    return { pulls: await readReviews(github, queued, request), notices: [] };
  }
  const notices: string[] = [];
  const commits = await pushedCommits(history, event.before, event.after);
  if (commits === undefined) {
    notices.push('The push did not just add to the branch, so it cannot be told which pull requests it merged.');
  }
  const merged = await mergedPullRequests(github, commits ?? [], defaultBranch);
  log.info(merged.length === 0 ? 'No merged pull request.' : `Merged: ${listed(merged.map(({ number }) => number))}.`);
  const forgotten = await forgottenPullRequests(github, merged, defaultBranch, request);
  if (forgotten.length > 0) {
    notices.push(
      `Merged before, and not reported as applied: ${listed(forgotten)}. Run the apply of its push again, or apply its leaves by hand.`,
    );
  }
  return { pulls: await readReviews(github, merged, request), notices };
}

function listed(numbers: readonly number[]): string {
  return numbers.map((number) => `#${number}`).join(', ');
}

/**
 * Paths of leaves that commits behind the applied one change: applying them now would set them back. A removed leaf is
 * among them when a leaf of the branch's tip goes on with its state.
 */
async function laterChanges(
  { event, defaultBranch, unusedConfiguration }: ApplyRequest,
  checkout: Checkout,
  { head, base, changed, revisions }: Comparison,
): Promise<ReadonlySet<string>> {
  if (event.kind === 'merge_group') return new Set();
  const tip = await checkout.history.remoteBranch(defaultBranch);
  if (tip === revisions.head) return new Set();
  await checkout.history.ensure(tip);
  const now = await checkout.open(tip);
  const later = new Set((await findChangedLeaves(head, now, unusedConfiguration)).changed.map(({ leaf }) => leaf.path));
  if (base === undefined || !changed.some(({ kind }) => kind === 'removed')) return later;
  for (const each of (await findChangedLeaves(base, now, unusedConfiguration)).changed) {
    if (each.kind === 'moved' || (each.kind === 'removed' && each.base === undefined)) later.add(each.leaf.path);
  }
  return later;
}

async function apply(
  request: ApplyRequest,
  around: JobSurroundings,
  checkout: Checkout,
  comparison: Comparison,
  pulls: readonly ReviewedPull[],
  later: ReadonlySet<string>,
): Promise<ApplyReport> {
  const { revisions, head, base } = comparison;
  const selected = inOrder(
    selectLeaves(comparison.changed, head.leaves, request.leaves),
    head.project.settings.compositionOrder,
  );
  const problems: Problem[] = [
    ...head.project.warnings,
    ...sharedStates(selected.flatMap((each) => each.head?.rendering ?? [])),
    ...(await modifiedFiles(checkout, 'error')),
  ];
  const decided = new Map<ChangedLeaf, ApplyOutcome>();
  for (const each of selected) {
    const outcome = withoutTerraform(each, comparison.changed, later);
    if (outcome !== undefined) decided.set(each, outcome);
  }
  const open = selected.filter((each) => !decided.has(each));
  around.log.info(`${selected.length} leaves to look at, ${open.length} of them to plan.`);

  const binary = open.length === 0 ? undefined : await terraformFor(comparison, around, problems);
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
    for (const [{ changed }, outcome] of await applyLeaves(request, around, sources, candidates, binary)) {
      decided.set(changed, outcome);
    }
  }
  return {
    title: request.title,
    repository: request.repository,
    serverUrl: request.serverUrl,
    head: revisions.head,
    base: revisions.base,
    runUrl: request.runUrl,
    run: request.run,
    terraformVersion: binary?.version,
    comparing: request.compareOnly,
    cancelled: around.cancelled(),
    notices: [...comparison.notices, leftOut(comparison.unused)].filter((notice) => notice !== ''),
    leaves: selected.map((changed): ApplyLeafReport => ({
      leaf: changed.leaf.path,
      outcome: decided.get(changed) ?? { status: 'not-tried', why: 'The errors above have to be mended first.' },
      pullRequest: reviewOf(changed.leaf.path, pulls).pullRequest,
      problems: changed.problems,
    })),
    problems,
  };
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
    return { status: 'orphaned', why: 'It does not render at base, so what it made is not known.', resources: [] };
  }
  return undefined;
}

async function terraformFor(
  { head }: Comparison,
  around: JobSurroundings,
  problems: Problem[],
): Promise<TerraformBinary | undefined> {
  if (problems.some(({ severity }) => severity === 'error')) return undefined;
  try {
    return await findFittingTerraform(head.project, around.environment);
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
