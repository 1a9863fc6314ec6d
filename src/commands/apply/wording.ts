/** The words for an apply: the same in comment, summary, terminal and outputs. Pure. */
import { hasErrors } from '../../base/problems.ts';
import type { ApplyLeafReport, ApplyOutcome, ApplyReport, EarlierOutcome } from './report.ts';
import { utf8Length } from '../../markdown/bytes.ts';
import { fitting } from '../../markdown/fit.ts';
import { AND, countsInWords } from '../../markdown/counts.ts';
import { leavesText } from '../../markdown/leaf-input.ts';
import { count } from '../../markdown/phrases.ts';
import { isJoinable } from '../../project/selection.ts';
import { commandInWords, programOf } from '../../terraform/programs.ts';

/** An icon for how a leaf ended, and a word for it. */
export function statusOf({ status }: ApplyOutcome): { readonly icon: string; readonly word: string } {
  switch (status) {
    case 'applied':
      return { icon: '✅', word: 'applied' };
    case 'as-reviewed':
      return { icon: '✅', word: 'as reviewed' };
    case 'planned':
      return { icon: '⏸️', word: 'planned, to be accepted' };
    case 'nothing':
      return { icon: '⚪', word: 'nothing to do' };
    case 'refused':
      return { icon: '⛔', word: 'refused' };
    case 'awaiting':
      return { icon: '⏸️', word: 'awaiting acceptance' };
    case 'failed':
      return { icon: '❌', word: 'failed' };
    case 'not-tried':
      return { icon: '⏹️', word: 'not tried' };
    case 'waits':
      return { icon: '⏳', word: 'waits' };
    case 'pending':
      return { icon: '⏳', word: 'pending' };
    case 'paused':
      return { icon: '⏸️', word: 'paused' };
    case 'superseded':
      return { icon: '⏭️', word: 'superseded' };
    case 'moved':
      return { icon: '🔵', word: 'moved' };
    case 'orphaned':
      return { icon: '🟠', word: 'orphaned' };
  }
}

/** The same for a leaf of a report: an attempt that finds nothing to do does not hide what an earlier one applied. */
export function statusIn(report: ApplyReport, leaf: ApplyLeafReport): ReturnType<typeof statusOf> {
  const before = appliedBefore(report, leaf);
  return before === undefined ? statusOf(leaf.outcome) : { icon: '✅', word: `applied in attempt ${before.attempt}` };
}

/** The earlier attempt that applied a leaf for which there is nothing to do now. */
function appliedBefore({ earlier = [] }: ApplyReport, { leaf, outcome }: ApplyLeafReport): EarlierOutcome | undefined {
  if (outcome.status !== 'nothing') return undefined;
  return earlier
    .filter((each) => each.leaf === leaf && each.status === 'applied')
    .toSorted((a, b) => b.attempt - a.attempt)[0];
}

/** What is said of a leaf besides its status: of what an earlier attempt applied, if there is nothing to do now. */
export function summaryIn(report: ApplyReport, leaf: ApplyLeafReport): string {
  return appliedBefore(report, leaf)?.words ?? summaryOf(leaf);
}

/** Earlier attempts that the leaf's own row does not speak of, one line each: `attempt 1: failed, apply failed`. */
export function earlierLines({ earlier = [], leaves }: ApplyReport, leaf: string): readonly string[] {
  const now = leaves.find((each) => each.leaf === leaf)?.outcome.status;
  return earlier
    .filter((each) => each.leaf === leaf && !(now === 'nothing' && each.status === 'applied'))
    .toSorted((a, b) => a.attempt - b.attempt)
    .map((each) => {
      const words = each.words === '' ? '' : ` (${each.words})`;
      return `attempt ${each.attempt}: ${each.status === 'not-tried' ? 'not tried' : each.status}${words}`;
    });
}

/** Leaves of earlier attempts that this one does not speak of, because it failed before, say. */
export function earlierOnly({ earlier = [], leaves }: ApplyReport): readonly string[] {
  const known = new Set(leaves.map(({ leaf }) => leaf));
  return [...new Set(earlier.map(({ leaf }) => leaf))].filter((leaf) => !known.has(leaf)).sort();
}

/** One sentence or less for a row of the table; no markdown. */
export function summaryOf({ outcome }: ApplyLeafReport): string {
  switch (outcome.status) {
    case 'applied':
    case 'as-reviewed':
      return countsInWords(outcome.summary.counts) || 'changes without a count';
    case 'nothing':
      return '';
    case 'planned':
    case 'refused':
    case 'awaiting':
      return outcome.plan === undefined ? '' : countsInWords(outcome.plan.summary.counts);
    case 'failed':
      return outcome.stage === 'render' ? 'does not render' : `${outcome.stage} failed`;
    case 'not-tried':
    case 'superseded':
    case 'paused':
      return outcome.why;
    case 'waits':
      return `for ${outcome.for.join(', ')}`;
    case 'pending':
      return `in wave ${outcome.wave}`;
    case 'moved':
      return outcome.to === undefined ? 'nothing to destroy' : `its state is used by ${outcome.to}`;
    case 'orphaned':
      return outcome.resources === undefined
        ? 'its resources are not known'
        : `${count(outcome.resources.length, 'resource is', 'resources are')} left behind`;
  }
}

/** Whether the leaf needs attention, which makes the job fail. */
export function needsAttention({ status }: ApplyOutcome): boolean {
  return status === 'refused' || status === 'awaiting' || status === 'failed' || status === 'not-tried';
}

/** Whether a leaf makes the job fail, and stops the next wave. */
export function isOpen(leaf: ApplyLeafReport): boolean {
  return needsAttention(leaf.outcome) || hasFailedHooks(leaf);
}

export function hasFailedHooks({ outcome }: ApplyLeafReport): boolean {
  return outcome.status === 'applied' && (outcome.hookFailures ?? []).length > 0;
}

/** The head line's words: how many leaves ended how. */
export function applyVerdict(report: ApplyReport): string {
  if (hasErrors(report.problems)) return 'nothing was applied';
  if (report.leaves.length === 0) return 'no leaf changes, so there was nothing to apply';
  const parts = (
    [
      'failed',
      'refused',
      'awaiting',
      'not-tried',
      'planned',
      'applied',
      'as-reviewed',
      'waits',
      'pending',
      'superseded',
      'paused',
      'orphaned',
      'moved',
      'nothing',
    ] as const
  ).flatMap((status) => {
    const some = report.leaves.filter(({ outcome }) => outcome.status === status);
    const before = some.filter((leaf) => appliedBefore(report, leaf) !== undefined).length;
    const [first] = some;
    if (first === undefined) return [];
    return [
      ...(before > 0 ? [`${count(before)} applied in an earlier attempt`] : []),
      ...(some.length > before ? [`${count(some.length - before)} ${statusOf(first.outcome).word}`] : []),
    ];
  });
  const words = `${parts.join(AND)} of ${count(report.leaves.length, 'leaf', 'leaves')}`;
  return report.cancelled ? `cancelled: ${words}` : words;
}

/** The fingerprint to accept; undefined if accepting it would not help. */
function acceptable({ outcome }: ApplyLeafReport, { comparing }: ApplyReport): string | undefined {
  return comparing || !('plan' in outcome) ? undefined : outcome.plan?.fingerprint;
}

/** Terraform's own words; they only select a hint. */
const LOCKED = 'Error acquiring the state lock';

/** The next step for a leaf that was not applied. If a fingerprint can be accepted, what to paste follows it. */
export function nextStep(leaf: ApplyLeafReport, report: ApplyReport): string {
  const { outcome } = leaf;
  switch (outcome.status) {
    case 'planned':
    case 'refused':
    case 'awaiting':
      if (report.comparing) {
        return 'Bring the pull request up to date with its base branch, so that it is planned and reviewed again, then queue it again.';
      }
      if (outcome.plan === undefined) {
        return 'It was not planned here, because it has no review. To see its plan, run this workflow by hand (workflow_dispatch) on the default branch with these leaves; the report of that run has the fingerprint to accept:';
      }
      return acceptable(leaf, report) === undefined
        ? 'Fix the cause and open a pull request that plans it again.'
        : 'Read the plan. To apply exactly this plan, run this workflow by hand (workflow_dispatch) on the default branch with:';
    case 'failed':
      if (outcome.output.includes(LOCKED)) {
        return `When the holder of the lock has finished, run this job again. If it died, first check what it may have created that is not in the state, then release the lock with \`${commandInWords(programOf(report), 'force-unlock')}\` and its ID.`;
      }
      return outcome.stage === 'apply'
        ? 'Fix the cause, then run this job again: it plans again and applies only what is left. A plan that has changed by then must be accepted.'
        : 'Fix the cause, then run this job again.';
    case 'orphaned':
      if (report.comparing) return '';
      if (outcome.resources === undefined) {
        return 'Its resources are in its state. To destroy them, check out a commit at which the leaf renders, and run `kompos <leaf> terraform destroy` there.';
      }
      return 'To destroy it later, run this workflow by hand on the default branch (of a push with several commits, name the one that removed the leaf) with:';
    default:
      return '';
  }
}

/** Terraform's actions on one resource, in the words of a plan; undefined: the plan leaves it alone. */
export function actionInWords(actions: string | undefined): string {
  switch (actions) {
    case undefined:
      return 'not in the plan';
    case 'delete':
      return 'destroy';
    case 'delete create':
      return 'destroy, then create';
    case 'create delete':
      return 'create, then destroy';
    case 'create forget':
    case 'forget create':
      return 'replace, and forget the old object';
    case 'no-op':
      return 'move or import';
    default:
      return actions;
  }
}

/** What an apply did not destroy but forgot: addresses. */
export function leftBehind({ summary }: Extract<ApplyOutcome, { status: 'applied' }>): readonly string[] {
  return summary.resources.flatMap(({ address, action, forgets }) =>
    action === 'forget' ? [address] : forgets === true ? [`${address} (the replaced object)`] : [],
  );
}

/** What a failed apply did, and what it started but did not finish: one line each. */
export function stateLeft({ done, failed }: Extract<ApplyOutcome, { status: 'failed' }>): readonly string[] {
  return [
    ...done.map(({ address, action }) => `done: ${action} ${address}`),
    ...failed.map(({ address, action }) => `not finished: ${action} ${address}`),
  ];
}

/** A manual run that applies exactly one plan, or destroys what a removed leaf left behind. */
interface ManualRun {
  readonly leaf: string;
  /** Those that wait for it: the run plans them after it. */
  readonly followers: readonly string[];
  readonly accept: string | undefined;
  readonly removedAt: string | undefined;
}

/** Undefined if no manual run helps. */
function manualRun(leaf: ApplyLeafReport, report: ApplyReport): ManualRun | undefined {
  if (leaf.outcome.status === 'orphaned') {
    // A leaf that cannot be rendered cannot be destroyed, and in a merge check it still exists.
    if (leaf.outcome.resources === undefined || report.comparing) return undefined;
    return { leaf: leaf.leaf, followers: [], accept: undefined, removedAt: report.head };
  }
  if (leaf.outcome.status === 'refused' && leaf.outcome.plan === undefined && !report.comparing) {
    return { leaf: leaf.leaf, followers: [], accept: undefined, removedAt: undefined };
  }
  const accept = acceptable(leaf, report);
  if (accept === undefined) return undefined;
  return { leaf: leaf.leaf, followers: followersOf(leaf.leaf, report), accept, removedAt: undefined };
}

/** The leaves that could not be planned because they wait for a leaf, directly or through others. */
function followersOf(leaf: string, { leaves }: ApplyReport): readonly string[] {
  if (!isJoinable(leaf)) return [];
  const waiting = leaves.flatMap(({ leaf: path, outcome }) =>
    outcome.status === 'not-tried' && outcome.waitsFor !== undefined && isJoinable(path)
      ? [{ path, waitsFor: outcome.waitsFor }]
      : [],
  );
  const found = new Set([leaf]);
  for (const each of found) {
    for (const { path, waitsFor } of waiting) if (waitsFor.includes(each)) found.add(path);
  }
  found.delete(leaf);
  const some = [...found];
  const room = MOST_TOGETHER - utf8Length(leaf);
  return some.slice(
    0,
    fitting(
      some.map((each) => utf8Length(each) + 1),
      room,
    ),
  );
}

/** The inputs of one run for all of these, as the one-line fields of "Run workflow" take them. */
function inputsOf(runs: readonly ManualRun[]): readonly string[] {
  const accept = [...new Set(runs.flatMap((run) => run.accept ?? []))].join(' ');
  const removedAt = runs[0]?.removedAt;
  return [
    `leaves: ${leavesText([...new Set(runs.flatMap(({ leaf, followers }) => [leaf, ...followers]))])}`,
    ...(accept === '' ? [] : [`accept: ${accept}`]),
    ...(removedAt === undefined ? [] : [`removed-at: ${removedAt}`]),
  ];
}

/** Inputs of the manual run for one leaf; none if none helps. */
export function inputsFor(leaf: ApplyLeafReport, report: ApplyReport): readonly string[] {
  const run = manualRun(leaf, report);
  return run === undefined ? [] : inputsOf([run]);
}

/** Bytes of all inputs of one run: they fit into a part of a comment, and into what GitHub accepts for a run. */
const MOST_TOGETHER = 8_000;

/** Inputs of one manual run for all leaves of a kind that need one, with a sentence before them; for two and more. */
export function sharedInputs(
  report: ApplyReport,
): readonly { readonly words: string; readonly inputs: readonly string[] }[] {
  if (report.comparing) return [];
  const groups: ManualRun[][] = [];
  for (const run of report.leaves.flatMap((leaf) => manualRun(leaf, report) ?? [])) {
    // Any other leaf is pasted alone.
    if (!isJoinable(run.leaf)) continue;
    const group = groups.findLast(([first]) => first?.removedAt === run.removedAt);
    if (group === undefined || utf8Length(inputsOf([...group, run]).join('\n')) > MOST_TOGETHER) groups.push([run]);
    else group.push(run);
  }
  return groups
    .filter(
      (group) =>
        group.length > 1 || groups.some((other) => other !== group && other[0]?.removedAt === group[0]?.removedAt),
    )
    .map((group) => {
      const these = group.length === 1 ? 'this leaf' : `these ${count(group.length)} leaves`;
      const words = group.some(({ accept }) => accept !== undefined)
        ? `Read the plans of ${these}. To apply exactly these plans, run this workflow by hand (workflow_dispatch) on the default branch with:`
        : `To destroy the resources of ${these} later, run this workflow by hand on the default branch (of a push with several commits, name the one that removed them) with:`;
      return { words, inputs: inputsOf(group) };
    });
}
