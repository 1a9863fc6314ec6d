/** The main job: the leaves that a change touches, rendered and planned. */
import { headOf, isPlannable, renderedOf, type ChangedLeaf, type PlannableLeaf } from '../../changes/changed-leaf.ts';
import type { UnusedConfiguration } from '../../changes/changed-leaves.ts';
import { sharedStateProblems } from '../../changes/states.ts';
import type { RevisionEvent } from '../../changes/revisions.ts';
import type { CheckResult } from '../../checks/check.ts';
import type { ReviewedLeaf } from '../../gate/record.ts';
import { inOrderOfReads } from '../../gate/sequence.ts';
import { readTestMerge } from '../../gate/test-merge.ts';
import { hasErrors, ProblemError, warning, type Problem } from '../../base/problems.ts';
import { otherTools } from '../../project/leaves.ts';
import { findLeavesOf } from '../../project/project.ts';
import { planTimestampIn } from '../../rendering/use/plan-timestamp.ts';
import { lostState } from '../../rendering/state.ts';
import type { LeafReport, Outcome, PlanReport } from './report.ts';
import type { TerraformBinary } from '../../terraform/binary.ts';
import { outsideSettings } from '../../terraform/outside-settings.ts';
import { EITHER_PROGRAM } from '../../terraform/programs.ts';
import type { FingerprintContext } from '../../terraform/fingerprint.ts';
import { checkRefresh, refreshNotice } from '../../terraform/refresh.ts';
import type { PlanResult } from '../../terraform/plan.ts';
import { modifiedFiles, withCheckout, type Checkout, type CheckoutRequest } from '../../execution/checkout.ts';
import {
  compareRevisions,
  selectChanged,
  type ComparedRenderings,
  type Comparison,
} from '../../execution/comparison.ts';
import { checksNotRun, chooseChecks, type ChosenChecks } from '../../execution/choose-checks.ts';
import { planInParallel, type ParallelPlans, type WaitsAfterPlan } from '../../execution/plan-in-parallel.ts';
import type { RunFacts } from '../../execution/run-facts.ts';
import type { JobContext, PlanSettings } from '../../execution/leaf-terraform.ts';
import { planWarnings } from '../../execution/plan-warnings.ts';
import { readSecrets, unsealedNotice } from '../../execution/secrets.ts';
import { fingerprintContexts, reviewedLeaf, waitingLeaf, type ReviewSettings } from '../../execution/record-entry.ts';
import { forbiddenReads } from '../../execution/forbidden-reads.ts';
import { connectedLeaves, readChangeGraph, readsIn, stillRead } from '../../execution/change-graph.ts';
import { createdLeaves } from '../../execution/additions.ts';
import { waitsAfterPlan, waitUnstarted } from '../../execution/waiting-leaves.ts';
import { findFittingTerraform } from '../../execution/fitting-terraform.ts';
import { templateHint } from '../../execution/template-hint.ts';
import { changedFile } from '../../execution/record-judge.ts';
import { count } from '../../markdown/phrases.ts';
import { describeLeaf, outcomeOf } from './leaf-report.ts';
import { planDependents } from './plan-dependents.ts';
import { withReaders, type Dependents, type ReadsOfReport } from './with-readers.ts';

/** Paths of leaves in groups: what the plan of one means depends on the plans of its group, and of no other. */
type Groups = readonly (readonly string[])[];

/** Chooses the leaves that are planned here from all changed ones. */
export type Share = (changed: readonly ChangedLeaf[], groups: Groups) => readonly ChangedLeaf[];

/** How the leaves of a comparison are planned and reported, wherever the two revisions come from. */
export interface PlanLeavesRequest extends PlanSettings {
  readonly facts: RunFacts;
  /** The commit to show people; the checked-out one may be GitHub's test merge of it. */
  readonly shownHead: string | undefined;
  /** Why Terraform must not run (a pull request from a fork); undefined if it may. */
  readonly noTerraform: string | undefined;
  readonly leaves: readonly string[];
  /** Which of the changed leaves are planned and reported here, if other jobs do the rest; undefined: all. */
  readonly share?: Share | undefined;
  /** What of the readers of outputs that change is reported: their names, where it is not given. */
  readonly dependents?: Dependents | undefined;
}

export interface PlanRequest extends CheckoutRequest, PlanLeavesRequest, ReviewSettings {
  readonly projectRoot: string;
  readonly serverUrl: string;
  readonly event: RevisionEvent;
  readonly onUnknownBase: 'error' | 'all';
  readonly unusedConfiguration: UnusedConfiguration;
  /** The base that another job of the run has chosen; undefined if none has. */
  readonly decided?: { readonly base: string | undefined } | undefined;
  /** What a signed record will be checked against; undefined if none is made. */
  readonly signing: PlanToSign | undefined;
}

/** The run that signs a record. */
export interface PlanToSign {
  /** The test merge that the run is for (`GITHUB_SHA`), which need not be what is checked out. */
  readonly testMerge: string;
  /** The pull request's head commit. */
  readonly head: string;
  /** Path of the workflow that plans. */
  readonly workflow: string;
}

/** What the checkout shows about that run. */
export interface SigningFacts {
  /** The test merge's raw object in base64. */
  readonly testMerge: string;
  /** Path of the workflow if the pull request changes it. */
  readonly changedWorkflow: string | undefined;
  /** Why that is not known, in git's words. */
  readonly failure?: string;
}

export interface PlanOutcome {
  readonly report: PlanReport;
  /** The leaves whose plan a merge may apply, for the record. */
  readonly reviewed: readonly ReviewedLeaf[];
  /** All changed leaves that were asked for, in order, whoever plans them. */
  readonly changed: readonly ChangedLeaf[];
  /** The paths of these, in groups that one job has to plan. */
  readonly groups: Groups;
  /** Who reads what of them. */
  readonly reads: ReadsOfReport;
  /** Milliseconds that plans took, by path of leaf. */
  readonly timings: ReadonlyMap<string, number>;
  readonly signing?: SigningFacts | undefined;
}

/**
 * Finds the changed leaves, renders and plans each. Problems of single leaves are in the report; a `ProblemError` means
 * that no report could be made.
 */
export async function planChangedLeaves(request: PlanRequest, context: JobContext): Promise<PlanOutcome> {
  return withCheckout(request, context.environment, context.configurationEnvironment, async (checkout) => {
    const comparison = await compareRevisions(
      checkout,
      request.event,
      request.onUnknownBase,
      request.unusedConfiguration,
      context.log,
      request.decided,
    );
    const { revisions } = comparison;
    const review = { checkout, revisions, settings: request };
    const outcome = await planLeaves(request, context, comparison, revisions, checkout.repository.top, review);
    return { ...outcome, signing: request.signing && (await signingFacts(checkout, request.signing)) };
  });
}

async function signingFacts(checkout: Checkout, { testMerge, head, workflow }: PlanToSign): Promise<SigningFacts> {
  try {
    const raw = (await checkout.rawCommit(testMerge)).toString('base64');
    const [onto = ''] = readTestMerge(raw).parents;
    return { testMerge: raw, changedWorkflow: await changedFile(checkout, [workflow], onto, head) };
  } catch (error) {
    // The plans are still valid.
    if (!(error instanceof ProblemError)) throw error;
    return {
      testMerge: '',
      changedWorkflow: undefined,
      failure: error.problems.map(({ message }) => message).join(' '),
    };
  }
}

/** What is needed to record the plans, so that a merge can apply them. */
interface Review {
  readonly checkout: Checkout;
  readonly revisions: Comparison['revisions'];
  readonly settings: ReviewSettings;
}

/**
 * Plans the leaves that differ, and describes them.
 *
 * @param commits full ids; of a working tree there is none
 * @param top absolute path of a folder that has the head's files
 * @param review absent if nothing will ever be applied from this, as on the command line
 */
export async function planLeaves(
  request: PlanLeavesRequest,
  context: JobContext,
  comparison: ComparedRenderings,
  { head: checkedOut, base }: { readonly head: string | undefined; readonly base: string | undefined },
  top: string,
  review?: Review,
): Promise<PlanOutcome> {
  const { log } = context;
  const { head, changed } = comparison;
  const notices = [...comparison.notices];
  const { isSelected, selected: chosen } = selectChanged(comparison, request.leaves);
  const changeGraph = await readChangeGraph(head, comparison.base, chosen);
  const { graph } = changeGraph;
  const selected = inOrderOfReads(chosen, head.project.settings.compositionOrder, readsIn(changeGraph));
  const groups = connectedLeaves(changeGraph, selected);
  const own = request.share?.(selected, groups) ?? selected;
  const { dependents: wanted = 'list' } = request;
  const dependents = request.share !== undefined && wanted === 'plan' ? 'list' : wanted;
  if (dependents !== wanted) notices.push(ONLY_LISTED);
  const leafCount = head.leaves.filter(({ path }) => isSelected(path)).length;
  const outside = outsideSettings(context.environment);
  const problems: Problem[] = [
    ...head.project.warnings,
    ...changeGraph.problems,
    ...sharedStateProblems(comparison.sharedStates, selected, outside.ofStates),
    ...unusualPlans(outside.ofPlans, review !== undefined),
  ];
  const toPlan = own.filter(isPlannable);
  log.info(
    `${count(leafCount, 'leaf', 'leaves')}, ${count(selected.length)} ${comparison.base === undefined ? 'selected' : 'changed'}.`,
  );

  const { others } = findLeavesOf(head.project);
  if (others.length > 0) log.info(otherTools(others));

  let binary: TerraformBinary | undefined;
  let notRun = request.noTerraform;
  if (notRun !== undefined) notices.push(notRun);
  if (toPlan.length > 0 && notRun === undefined) {
    if (hasErrors(problems)) notRun = 'The errors above must be fixed first.';
    else {
      try {
        const found = await findFittingTerraform(head.project, request.projectRoot, context);
        checkRefresh(request.refresh, found);
        binary = found;
        const renderings = toPlan.flatMap((each) => headOf(each)?.rendering ?? []);
        const hint = templateHint(renderings, binary);
        if (hint !== undefined) log.info(hint);
        const refreshed = refreshNotice(request.refresh);
        if (refreshed !== undefined) notices.push(refreshed);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        problems.push(...error.problems);
        notRun = `${EITHER_PROGRAM} could not be started.`;
      }
    }
  }

  const results = new Map<ChangedLeaf, PlanResult>();
  const interrupted = new Set<ChangedLeaf>();
  const waiting = new Map<ChangedLeaf, readonly string[]>();
  /** Without their secrets; why is among the report's problems. */
  const incomplete = new Set<ChangedLeaf>();
  const reviewed: ReviewedLeaf[] = [];
  const timings = new Map<string, number>();
  let checked: ParallelPlans['checks'] = new Map();
  if (binary !== undefined) {
    if (review !== undefined)
      problems.push(...(await modifiedFiles(review.checkout, toPlan, context.environment, 'warning')));
    const secrets = await readSecrets(toPlan, comparison, context.secrets);
    problems.push(...secrets.problems);
    if (review !== undefined && secrets.unsealed.length > 0) notices.push(unsealedNotice(secrets.unsealed));
    for (const each of secrets.failed) incomplete.add(each);
    const complete = toPlan.filter((each) => !secrets.failed.has(each));
    const unstarted = waitUnstarted(complete, createdLeaves(changed), graph);
    const contexts =
      review === undefined
        ? new Map<PlannableLeaf, FingerprintContext>()
        : await fingerprintContexts(complete, review.checkout, review.revisions, review.settings, secrets);
    const waits: WaitsAfterPlan = (each, result, others) => waitsAfterPlan(each, result, others, comparison, graph);
    const checks = chooseChecks(comparison, context.trust, ['rendering', 'plan']);
    notices.push(...(checks?.notices ?? []));
    const {
      results: planned,
      stopped,
      checks: found,
      durations,
    } = await planInParallel(
      request,
      { ...context, withSecrets: secrets.rendered, checks },
      top,
      complete.filter((each) => !unstarted.has(each)),
      binary,
      contexts,
      waits,
    );
    const unchecked = [...unstarted.keys()].map((each) => [each, notYetChecked(checks, each)] as const);
    checked = new Map([...found, ...unchecked]);
    for (const [each, leaves] of unstarted) waiting.set(each, leaves);
    for (const [each, result] of planned) {
      const leaves = await waits(each, result, planned);
      if (leaves !== undefined) waiting.set(each, leaves);
    }
    for (const each of complete) {
      const leaves = waiting.get(each);
      const entry = leaves && waitingLeaf(each.leaf, leaves, contexts.get(each), binary, request);
      if (entry !== undefined && outside.ofPlans.length === 0) reviewed.push(entry);
    }
    for (const [each, result] of planned) {
      results.set(each, result);
      const entry = reviewedLeaf(each, result, contexts.get(each), binary, request, found.get(each) ?? []);
      if (entry !== undefined && outside.ofPlans.length === 0 && !isIncomplete(result)) reviewed.push(entry);
    }
    if (context.cancelled()) notRun = 'The job was cancelled before it was planned.';
    for (const each of stopped) interrupted.add(each);
    for (const [{ leaf }, duration] of durations) timings.set(leaf.path, duration);
  }
  const leaves = await Promise.all(
    own.map(async (each): Promise<LeafReport> => {
      const result = results.get(each);
      const warnings = [
        ...stateWarnings(each, review !== undefined),
        ...(await timestampWarning(each)),
        ...(result?.ok === true && result.beyondReview !== undefined ? [beyondReview(each, result.beyondReview)] : []),
        ...(result?.ok === true ? planWarnings(each.leaf.path, result.summary, result.warnings) : []),
        ...(waiting.has(each) ? [] : forbiddenReads(each.leaf.path, result)),
        ...(review !== undefined && result?.ok === true && result.fingerprint === undefined ? [unrecorded(each)] : []),
      ];
      const printed = result?.ok === true ? result.warnings : [];
      const why = interrupted.has(each) ? 'The job was cancelled while it was planned.' : notRun;
      const awaited = waiting.get(each);
      const without: Outcome = incomplete.has(each) ? NOT_RENDERED : withoutPlan(each, why);
      const outcome = awaited === undefined ? (result ? outcomeOf(result) : without) : waitsFor(awaited);
      const ahead = comparison.ahead?.leaves.get(each.leaf.path);
      return {
        ...describeLeaf(each, outcome, printed, warnings),
        checks: isPlannable(each) ? checked.get(each) : undefined,
        ahead,
      };
    }),
  );
  const reads = { graph, still: stillRead(changeGraph, changed), dependents };
  const described = withReaders(
    leaves,
    selected.map(({ leaf }) => leaf.path),
    reads,
  );
  const more =
    binary === undefined || dependents !== 'plan'
      ? { leaves: [], problems: [] }
      : await planDependents(described.leaves, comparison, request, context, top, binary);
  const report = {
    ...request.facts,
    head: request.shownHead ?? checkedOut,
    checkedOut,
    base,
    terraformVersion: binary?.version,
    program: binary?.program,
    leafCount,
    unused: comparison.unused.filter(isSelected).length,
    notices,
    ahead: comparison.ahead && { branch: comparison.ahead.branch, commit: comparison.ahead.commit },
    ...described,
    leaves: [...described.leaves, ...more.leaves],
    problems: [...problems, ...more.problems],
  };
  return { report, reviewed, changed: selected, groups, reads, timings };
}

/** @param recorded whether plans are otherwise recorded, for a merge to apply them */
function unusualPlans(variables: readonly string[], recorded: boolean): readonly Problem[] {
  if (variables.length === 0) return [];
  const [names, have] = [variables.join(', '), variables.length === 1 ? 'has' : 'have'];
  const consequence = recorded ? ' A merge does not apply them.' : '';
  return [
    warning(
      'terraform',
      `${names} ${have} options such as -target, so the plans are not all that an apply would do.${consequence}`,
      {
        hint: 'Remove them from the environment of this step.',
      },
    ),
  ];
}

const ONLY_LISTED =
  'Leaves that read outputs which change are listed, not planned: "dependents: plan" is only for plans in a single job.';

function isIncomplete(result: PlanResult): boolean {
  return result.ok && result.summary.remarks?.incomplete === true;
}

function notYetChecked(checks: ChosenChecks | undefined, { leaf }: PlannableLeaf): readonly CheckResult[] {
  return checks === undefined ? [] : checksNotRun(checks, leaf.path, 'It waits for other leaves; the apply runs it.');
}

function waitsFor(leaves: readonly string[]): Outcome {
  return { status: 'waits', for: leaves };
}

const NOT_RENDERED: Outcome = { status: 'failed', stage: 'render', output: '' };

/** The outcome of a leaf for which Terraform did not run, for its own reason or for the one that is given. */
export function withoutPlan(each: ChangedLeaf, notRun: string | undefined): Outcome {
  if (isPlannable(each)) return { status: 'not-run', why: notRun ?? 'Its plan was not begun.' };
  switch (each.kind) {
    case 'failed':
      return NOT_RENDERED;
    case 'removed':
    case 'paused':
      return { status: 'not-run', why: each.why };
    case 'moved':
      return { status: 'not-run', why: `Its state is used by ${each.movedTo} now; there is nothing to destroy.` };
  }
}

function unrecorded({ leaf }: ChangedLeaf): Problem {
  return warning(
    'state',
    'A merge cannot apply it: which files it has depends on the value of an environment variable.',
    {
      place: { file: leaf.path },
      hint: 'Keep {{env(…)}} out of cloud.type, cloud.provider and of values that must be numbers.',
    },
  );
}

function beyondReview({ leaf }: ChangedLeaf, why: string): Problem {
  return warning('terraform', `${why} It can be planned, but not applied.`, {
    place: { file: leaf.path },
    hint: 'Keep modules in the repository, or take them from a registry or a git repository.',
  });
}

/** What a reviewer must know about a leaf that no merge will ever apply. */
async function timestampWarning(each: ChangedLeaf): Promise<readonly Problem[]> {
  const place = isPlannable(each) ? await planTimestampIn(renderedOf(each)) : undefined;
  if (place === undefined) return [];
  return [
    warning('terraform', 'plantimestamp() differs at each plan, so a merge cannot apply what was reviewed.', {
      place,
      hint: 'Use timestamp() in a resource that keeps it, or the time_static resource.',
    }),
  ];
}

/**
 * What a reviewer must know about where this leaf's state is stored.
 *
 * @param onRunner whether nothing on disk outlives the run
 */
function stateWarnings(each: ChangedLeaf, onRunner: boolean): readonly Problem[] {
  const head = headOf(each);
  if (head === undefined) return [];
  const place = { file: each.leaf.path };
  const lost = lostState(head.rendering.state, onRunner);
  return [
    ...(lost === undefined
      ? []
      : [
          warning('state', `${lost} It can be planned, but not applied.`, {
            place,
            hint: 'Configure a remote backend, in the composition or below the configuration\'s "terraform" key.',
          }),
        ]),
    ...(each.kind === 'changed' && each.restated
      ? [
          warning(
            'state',
            'Its backend changed: the old state is left behind, and everything is created again. A merge does not apply this unless a person accepts it.',
            {
              place,
              hint: 'Keep the backend settings, or move the state before merging.',
            },
          ),
        ]
      : []),
  ];
}
