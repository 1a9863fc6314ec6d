/** `command: drift`: plans every leaf and classifies the results. Nothing is ever applied. */
import { shortCommit } from '../../base/names.ts';
import { headOf, isPlannable, renderedOf, type ChangedLeaf } from '../../changes/changed-leaf.ts';
import { allLeaves } from '../../changes/changed-leaves.ts';
import { sharedStateProblems } from '../../changes/states.ts';
import { checkProblems } from '../../checks/groups.ts';
import { classify } from './classify.ts';
import { leafIdentity, scopeDigest, type LeafIdentity, type NamedLeaf } from './issues/identity.ts';
import { titleNames } from './issues/title-names.ts';
import { ignoring } from './ignore.ts';
import { inShare, type DriftShare } from './share.ts';
import type { EnvironmentReader } from '../../hierarchy/environment-reader.ts';
import { throwOnErrors, type Problem } from '../../base/problems.ts';
import { count } from '../../markdown/phrases.ts';
import { missingConfigRoots } from '../../project/project.ts';
import { leafSelection } from '../../project/selection.ts';
import { lostState } from '../../rendering/state.ts';
import type { DriftOutcome, DriftReport, LeafDrift } from './report.ts';
import { errorsIn } from '../../terraform/diagnostics.ts';
import type { PlanResult } from '../../terraform/plan.ts';
import { withCheckout, type Checkout, type CheckoutRequest } from '../../execution/checkout.ts';
import { chooseChecks } from '../../execution/choose-checks.ts';
import { planInParallel } from '../../execution/plan-in-parallel.ts';
import { planWarnings } from '../../execution/plan-warnings.ts';
import { terraformProblems } from '../../execution/terraform-problems.ts';
import type { JobContext, PlanSettings } from '../../execution/leaf-terraform.ts';
import { readSecrets } from '../../execution/secrets.ts';
import type { RunFacts } from '../../execution/run-facts.ts';
import { outsideSettings } from '../../terraform/outside-settings.ts';
import { findFittingTerraform } from '../../execution/fitting-terraform.ts';

export interface DriftRequest extends CheckoutRequest, PlanSettings {
  readonly facts: RunFacts;
  readonly projectRoot: string;
  readonly serverUrl: string;
  readonly leaves: readonly string[];
  /** Which of them this run checks; undefined: all. */
  readonly share: DriftShare | undefined;
  /** Stands in for the environment in digests; undefined if configuration reads none. */
  readonly standIns: EnvironmentReader | undefined;
  /** Whether the time is up: no further plan may start. */
  readonly deadlinePassed: () => boolean;
}

export interface DriftResult {
  readonly report: DriftReport;
  readonly scope: string;
  /** All leaves of the project. */
  readonly known: readonly NamedLeaf[];
  /** Whether every leaf's state is known, so that an issue of a leaf that is gone can be recognized. */
  readonly complete: boolean;
}

/**
 * Plans the leaves of the checked-out commit. Two leaves with one state are an error before anything starts, regardless
 * of the selected leaves.
 *
 * @throws ProblemError when no leaf could be checked
 */
export async function lookForDrift(request: DriftRequest, context: JobContext): Promise<DriftResult> {
  return withCheckout(request, context.environment, context.configurationEnvironment, async (checkout) => {
    const commit = checkout.repository.head;
    const head = await checkout.open(commit);
    const { changed: all, sharedStates } = await allLeaves(head);
    throwOnErrors(sharedStateProblems(sharedStates, all, outsideSettings(context.environment).ofStates));
    const isSelected = leafSelection(
      all.map(({ leaf }) => leaf.path),
      request.leaves,
    );
    const { share } = request;
    const selected = all.filter(
      ({ leaf }) => isSelected(leaf.path) && (share === undefined || inShare(leaf.path, share)),
    );
    const part = share === undefined ? '' : ` (share ${share.number % share.of} of ${share.of}, counted from 0)`;
    const found = `${count(all.length, 'leaf', 'leaves')}, ${count(selected.length)} to check${part}`;
    context.log.info(`Checked out ${shortCommit(commit)}: ${found}.`);

    const toPlan = selected.filter(isPlannable).filter((each) => stateless(each) === undefined);
    const binary =
      toPlan.length === 0 ? undefined : await findFittingTerraform(head.project, request.projectRoot, context);
    const secrets =
      binary === undefined ? undefined : await readSecrets(toPlan, { head, base: undefined }, context.secrets);
    const limited = {
      ...context,
      cancelled: () => context.cancelled() || request.deadlinePassed(),
      withSecrets: secrets?.rendered,
      checks: chooseChecks({ head, base: undefined }, context.trust, ['drift']),
    };
    const planned =
      binary === undefined
        ? undefined
        : await planInParallel(
            request,
            limited,
            checkout.repository.top,
            rotated(
              toPlan.filter((each) => secrets?.failed.has(each) !== true),
              request.facts.run?.id ?? 0,
            ),
            binary,
          );

    const stopped: ReadonlySet<ChangedLeaf> = planned?.stopped ?? new Set();
    const results: ReadonlyMap<ChangedLeaf, PlanResult> = planned?.results ?? new Map();
    const incomplete: ReadonlySet<ChangedLeaf> = secrets?.failed ?? new Set();
    const whyNot = (each: ChangedLeaf): string => {
      if (stopped.has(each)) return 'The job was cancelled while it was planned.';
      return context.cancelled() ? 'The job was cancelled before it was planned.' : 'The time limit was reached.';
    };
    const rules = head.project.settings.driftIgnore;
    const identities = await identify(all, request.standIns, checkout);
    const identityOf = (each: ChangedLeaf): LeafIdentity =>
      identities.get(each) ?? leafIdentity(each.leaf.path, undefined);
    const names = titleNames(all.map((each) => ({ path: each.leaf.path, identity: identityOf(each) })));
    const leaves = selected.map((each): LeafDrift => {
      const result = results.get(each);
      return {
        leaf: each.leaf.path,
        name: names.get(each.leaf.path) ?? each.leaf.path,
        identity: identityOf(each),
        outcome: outcomeOf(
          each,
          incomplete.has(each),
          result && classify(result, ignoring(rules, each.leaf.path)),
          stateless(each) ?? whyNot(each),
        ),
        problems: [
          ...each.problems,
          ...problemsOf(each, result),
          ...checkProblems({ leaf: each.leaf.path, checks: isPlannable(each) ? planned?.checks.get(each) : [] }),
        ],
      };
    });
    return {
      report: {
        ...request.facts,
        head: commit,
        time: context.now.toISOString().replace(/\.\d+Z$/u, 'Z'),
        terraformVersion: binary?.version,
        program: binary?.program,
        leafCount: all.length,
        leaves,
        problems: [...head.project.warnings, ...(secrets?.problems ?? [])],
      },
      scope: scopeDigest({ root: head.project.root, title: request.facts.title }),
      known: all.map((each) => {
        const { path } = each.leaf;
        return { ...identityOf(each), path, name: names.get(path) ?? path };
      }),
      complete:
        missingConfigRoots(head.project).length === 0 &&
        all.every((each) => {
          if (each.kind === 'paused') return true;
          const { rendering } = headOf(each) ?? {};
          return (
            rendering !== undefined && (rendering.state === undefined || identities.get(each)?.state !== undefined)
          );
        }),
    };
  });
}

/** What Terraform said about a leaf besides its changes. */
function problemsOf(each: ChangedLeaf, result: PlanResult | undefined): readonly Problem[] {
  if (result === undefined || !isPlannable(each)) return [];
  const rendered = renderedOf(each);
  if (!result.ok) return terraformProblems(rendered, [], errorsIn(result.output), result.stage);
  const { summary, warnings } = result;
  // What a plan cannot show matters to those who review one.
  const shown = { ...summary, remarks: summary.remarks && { ...summary.remarks, unseen: [] } };
  return [...terraformProblems(rendered, [], warnings, 'plan'), ...planWarnings(each.leaf.path, shown, warnings)];
}

/** Why there is no state to plan against: every run would create everything. */
function stateless(each: ChangedLeaf): string | undefined {
  const head = headOf(each);
  return head === undefined ? undefined : lostState(head.rendering.state, true);
}

function outcomeOf(
  each: ChangedLeaf,
  isIncomplete: boolean,
  planned: DriftOutcome | undefined,
  why: string,
): DriftOutcome {
  if (each.kind === 'paused') return { class: 'unchecked', why: each.why, paused: true };
  const { kind } = each;
  if (kind === 'failed' || isIncomplete) return { class: 'error', stage: 'render', output: '' };
  return planned ?? { class: 'unchecked', why };
}

/** Each run starts at a different leaf, so that a time limit does not always leave out the same ones. */
function rotated<T>(leaves: readonly T[], run: number): readonly T[] {
  const first = leaves.length === 0 ? 0 : run % leaves.length;
  return [...leaves.slice(first), ...leaves.slice(0, first)];
}

/** A backend's settings may contain secrets of the environment, so digests of them are made with stand-ins. */
async function identify(
  leaves: readonly ChangedLeaf[],
  standIns: EnvironmentReader | undefined,
  checkout: Checkout,
): Promise<ReadonlyMap<ChangedLeaf, LeafIdentity>> {
  const renderer = standIns === undefined ? undefined : await checkout.open(checkout.repository.head, standIns);
  const identities = new Map<ChangedLeaf, LeafIdentity>();
  for (const each of leaves) {
    let rendering = headOf(each)?.rendering;
    if (renderer !== undefined) {
      const result = await renderer.render(each.leaf);
      rendering = result.ok ? result.rendering : undefined;
    }
    identities.set(each, leafIdentity(each.leaf.path, rendering?.state?.identity));
  }
  return identities;
}
