/** What a plan means for the infrastructure, in words and in counts. */
import { isBlocking } from '../../checks/check.ts';
import { hasErrors } from '../../base/problems.ts';
import { count } from '../../markdown/phrases.ts';
import { breaksReaders } from './reader-words.ts';
import type { LeafReport, PlanReport } from './report.ts';
import { AND, countsInWords, type Counts } from '../../markdown/counts.ts';

const NOTHING: Counts = { create: 0, update: 0, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 };

/** The counts of a planned leaf; undefined if there is no plan. */
export function countsOf(leaf: LeafReport): Counts | undefined {
  return leaf.outcome.status === 'planned' ? leaf.outcome.summary.counts : undefined;
}

/** Whether existing resources are at stake: destroyed, replaced, or no longer managed. */
export function isAlarming(leaf: LeafReport): boolean {
  const counts = countsOf(leaf);
  return leaf.restated === true || (counts !== undefined && counts.delete + counts.replace > 0);
}

/** A removed leaf whose resources stay where they are. */
export function isLeftBehind({ kind, outcome }: LeafReport): boolean {
  return kind === 'removed' && outcome.status === 'not-run';
}

/** Whether the leaf's plan does something, according to Terraform. */
function hasChanges(leaf: LeafReport): boolean {
  return leaf.outcome.status === 'planned' && leaf.outcome.summary.hasChanges;
}

/** A changed leaf whose plan does nothing and that has no warnings: it gets one line. */
export function isQuiet(leaf: LeafReport): boolean {
  return (
    leaf.outcome.status === 'planned' &&
    !leaf.outcome.summary.hasChanges &&
    leaf.problems.length === 0 &&
    leaf.restated !== true
  );
}

/** Destroys, replacements and states left behind first, then failures, then the rest, each in the order of applying. */
export function byUrgency(leaves: readonly LeafReport[]): readonly LeafReport[] {
  const rank = (leaf: LeafReport): number => (isAlarming(leaf) ? 0 : leaf.outcome.status === 'failed' ? 1 : 2);
  return leaves.toSorted((a, b) => rank(a) - rank(b));
}

/** A sign for what happens. */
export function iconOf(leaf: LeafReport): string {
  if (leaf.kind === 'failed' || leaf.outcome.status === 'failed') return '❌';
  if (leaf.kind === 'moved') return '🔵';
  if (leaf.kind === 'paused') return '⏸️';
  if (isAlarming(leaf)) return '🟥';
  if (isLeftBehind(leaf)) return '🟡';
  if (leaf.outcome.status === 'waits') return '⏳';
  if (leaf.outcome.status === 'not-run' || !leaf.outcome.summary.hasChanges) return '⚪';
  const { create, update, forget, other = 0, invoke = 0, defer = 0 } = leaf.outcome.summary.counts;
  return create > 0 && update + forget + other + invoke + defer === 0 ? '🟢' : '🟡';
}

/** A word for what happened to the leaf. */
export function wordOf(leaf: LeafReport): string {
  return leaf.kind === 'added' ? 'new' : leaf.kind;
}

/** The head line's words: what will be done in how many leaves, what failed, and what was not planned. No markdown. */
export function verdict(report: PlanReport): string {
  if (report.leaves.length === 0 && hasErrors(report.problems)) return 'the changed leaves could not be determined';
  if (report.leaves.length === 0)
    return report.leafCount === 0
      ? 'there are no leaves'
      : report.leafCount === 1
        ? 'the only leaf does not change'
        : `none of ${count(report.leafCount)} leaves changes`;
  const changing = report.leaves.filter((leaf) => hasChanges(leaf) && leaf.kind !== 'removed');
  const removed = report.leaves.filter((leaf) => hasChanges(leaf) && leaf.kind === 'removed');
  const failed = report.leaves.filter((leaf) => leaf.outcome.status === 'failed');
  const waiting = report.leaves.filter(({ outcome }) => outcome.status === 'waits');
  const leftBehind = report.leaves.filter(isLeftBehind);
  const restated = report.leaves.filter((leaf) => leaf.restated === true);
  const unplanned = report.leaves.filter(
    (leaf) => leaf.outcome.status === 'not-run' && !['moved', 'removed', 'paused'].includes(leaf.kind),
  );
  const paused = report.leaves.filter(({ kind }) => kind === 'paused');
  const moved = report.leaves.filter((leaf) => leaf.outcome.status === 'not-run' && leaf.kind === 'moved');
  const unchecked = report.leaves.filter(({ checks = [] }) => checks.some(isBlocking));
  const parts = [
    failed.length > 0 ? `${outOf(failed, report)} failed` : '',
    unchecked.length > 0 ? `checks failed in ${leavesOf(unchecked)}` : '',
    removed.length > 0
      ? `${countsInWords(totals(removed)) || 'changes'} in ${outOf(removed, report)}, only with destroy-removed`
      : '',
    changing.length > 0
      ? `${countsInWords(totals(changing)) || 'changes'} in ${failed.length > 0 ? leavesOf(changing) : outOf(changing, report)}`
      : '',
    waiting.length > 0 ? `${leavesOf(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} for others` : '',
    restated.length > 0 ? `the old state of ${leavesOf(restated)} left behind` : '',
    unplanned.length > 0 ? `${outOf(unplanned, report)} ${isCompared(report) ? 'changed, ' : ''}not planned` : '',
    paused.length > 0 ? `${leavesOf(paused)} paused` : '',
    leftBehind.length > 0 ? `${leavesOf(leftBehind)} removed, nothing destroyed` : '',
    moved.length > 0 && changing.length + removed.length + failed.length + unplanned.length + leftBehind.length === 0
      ? `${leavesOf(moved)} moved, nothing to destroy`
      : '',
  ].filter((part) => part !== '');
  return parts.length > 0
    ? parts.join(AND)
    : `nothing to do in ${outOf(report.leaves, report)}${isCompared(report) ? ' that changed' : ''}`;
}

/** The signs before the head line: something failed, something that exists is at stake. */
export function alarm(report: PlanReport): string {
  const signs = `${hasFailed(report) ? '❌' : ''}${report.leaves.some(isAlarming) || breaksReaders(report) ? '🟥' : ''}`;
  return signs === '' ? '' : `${signs} `;
}

function leavesOf(some: readonly LeafReport[]): string {
  return count(some.length, 'leaf', 'leaves');
}

/** Whether its leaves differ from a base, and were not merely selected. */
export function isCompared({ base }: PlanReport): boolean {
  return base !== undefined;
}

function totals(leaves: readonly LeafReport[]): Counts {
  return leaves.reduce((sum, leaf) => add(sum, countsOf(leaf) ?? NOTHING), NOTHING);
}

function add(a: Counts, b: Counts): Counts {
  return {
    create: a.create + b.create,
    update: a.update + b.update,
    replace: a.replace + b.replace,
    delete: a.delete + b.delete,
    forget: a.forget + b.forget,
    move: a.move + b.move,
    import: a.import + b.import,
    outputs: a.outputs + b.outputs,
    other: (a.other ?? 0) + (b.other ?? 0),
    invoke: (a.invoke ?? 0) + (b.invoke ?? 0),
    defer: (a.defer ?? 0) + (b.defer ?? 0),
  };
}

/** `2 of 40 leaves`; without `of 40` if leaves that head no longer has are among them. */
function outOf(some: readonly LeafReport[], report: PlanReport): string {
  if (some.every(({ kind }) => kind === 'removed')) return count(some.length, 'removed leaf', 'removed leaves');
  const gone = some.some(({ kind }) => kind === 'removed' || kind === 'moved');
  if (gone || some.length > report.leafCount) return leavesOf(some);
  return `${count(some.length)} of ${count(report.leafCount, 'leaf', 'leaves')}`;
}

/** Whether something failed, even if other leaves were planned. */
export function hasFailed(report: PlanReport): boolean {
  return (
    hasErrors(report.problems) ||
    report.leaves.some(
      ({ outcome, problems, checks = [] }) =>
        outcome.status === 'failed' || hasErrors(problems) || checks.some(isBlocking),
    )
  );
}
