/** What one wave hands over to the next, as plain data: how its leaves ended, for the gate and for the one report. */
import {
  isCount,
  isFlag,
  isOneOf,
  isText,
  listOf,
  objectOf,
  optional,
  variantsOf,
  type Check,
} from '../../base/shape.ts';
import { formatProblem } from '../../base/problems.ts';
import { isProblem, isProgramName, isSummary } from '../../execution/report-shapes.ts';
import type { Difference } from '../../gate/judge.ts';
import type { AppliedResource } from '../../terraform/apply.ts';
import type {
  ApplyLeafReport,
  ApplyOutcome,
  ApplyReport,
  EarlierOutcome,
  OpenPlan,
  PendingLeaf,
  UnappliedMerge,
} from './report.ts';

/** Everything in it is masked. */
export interface WaveResults extends Pick<
  ApplyReport,
  | 'terraformVersion'
  | 'program'
  | 'cancelled'
  | 'notices'
  | 'leaves'
  | 'problems'
  | 'unapplied'
  | 'pending'
  | 'earlier'
  | 'masked'
> {
  readonly attempt: number;
}

/** Without the leaves of later waves. */
export function waveResults(report: ApplyReport): WaveResults {
  const { terraformVersion, program, cancelled, notices, problems, unapplied, pending, earlier, masked } = report;
  return {
    attempt: report.run?.attempt ?? 1,
    leaves: report.leaves.filter(({ outcome }) => outcome.status !== 'pending'),
    ...{ terraformVersion, program, cancelled, notices, problems, unapplied, pending, earlier, masked },
  };
}

/** One report of all waves so far: what the earlier ones said, and what this one says now. */
export function joinWaves(earlier: readonly WaveResults[], own: ApplyReport): ApplyReport {
  if (earlier.length === 0) return own;
  const all = [...earlier, own];
  const attempts = new Map(
    earlier.flatMap(({ leaves, attempt }) => leaves.map(({ leaf }): [string, number] => [leaf, attempt])),
  );
  // What an attempt says itself is not history.
  const before = all
    .flatMap((each) => each.earlier ?? [])
    .filter(({ leaf, attempt }) => attempt < (attempts.get(leaf) ?? Infinity));
  const pending = all.flatMap((each) => each.pending ?? []);
  const masked = Math.max(...all.map((each) => each.masked ?? 0));
  return {
    ...own,
    terraformVersion: own.terraformVersion ?? all.find((each) => each.terraformVersion !== undefined)?.terraformVersion,
    program: own.program ?? all.find((each) => each.program !== undefined)?.program,
    notices: [...new Set(all.flatMap(({ notices }) => notices))],
    leaves: [...earlier.flatMap(({ leaves, attempt }) => leaves.map((leaf) => ({ ...leaf, attempt }))), ...own.leaves],
    problems: distinct(
      all.flatMap(({ problems }) => problems),
      formatProblem,
    ),
    unapplied: distinct(
      all.flatMap(({ unapplied }) => unapplied),
      ({ number }) => String(number),
    ),
    pending: pending.length === 0 ? undefined : pending,
    earlier: distinct(before, (each) => JSON.stringify(each)),
    ...(masked === 0 ? {} : { masked }),
  };
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

const text = optional(isText);
const isTrue = (value: unknown): value is true => value === true;

type OutcomeOf<Status extends ApplyOutcome['status']> = Extract<ApplyOutcome, { status: Status }>;

const isApplied = listOf(objectOf<AppliedResource>({ address: isText, action: isText }));

const isPlan = objectOf<OpenPlan>({ summary: isSummary, text: isText, fingerprint: text });

const refused = {
  why: isText,
  differences: listOf(objectOf<Difference>({ address: isText, before: text, after: text, attributes: listOf(isText) })),
  plan: optional(isPlan),
  isUnseen: optional(isTrue),
};

const isOutcome = variantsOf<ApplyOutcome, 'status'>('status', {
  applied: objectOf<OutcomeOf<'applied'>>({
    status: isOneOf({ applied: true }),
    summary: isSummary,
    done: isApplied,
    failed: optional(isApplied),
    hookFailures: optional(listOf(isText)),
  }),
  planned: objectOf<OutcomeOf<'planned'>>({ status: isOneOf({ planned: true }), plan: isPlan }),
  nothing: objectOf<OutcomeOf<'nothing'>>({ status: isOneOf({ nothing: true }) }),
  'as-reviewed': objectOf<OutcomeOf<'as-reviewed'>>({ status: isOneOf({ 'as-reviewed': true }), summary: isSummary }),
  refused: objectOf<OutcomeOf<'refused'>>({ status: isOneOf({ refused: true }), ...refused }),
  awaiting: objectOf<OutcomeOf<'awaiting'>>({ status: isOneOf({ awaiting: true }), ...refused }),
  waits: objectOf<OutcomeOf<'waits'>>({ status: isOneOf({ waits: true }), for: listOf(isText) }),
  failed: objectOf<OutcomeOf<'failed'>>({
    status: isOneOf({ failed: true }),
    stage: isOneOf<OutcomeOf<'failed'>['stage']>({ render: true, init: true, plan: true, show: true, apply: true }),
    output: isText,
    done: isApplied,
    failed: isApplied,
  }),
  'not-tried': objectOf<OutcomeOf<'not-tried'>>({
    status: isOneOf({ 'not-tried': true }),
    why: isText,
    waitsFor: optional(listOf(isText)),
  }),
  superseded: objectOf<OutcomeOf<'superseded'>>({ status: isOneOf({ superseded: true }), why: isText }),
  paused: objectOf<OutcomeOf<'paused'>>({ status: isOneOf({ paused: true }), why: isText }),
  moved: objectOf<OutcomeOf<'moved'>>({ status: isOneOf({ moved: true }), to: text }),
  orphaned: objectOf<OutcomeOf<'orphaned'>>({
    status: isOneOf({ orphaned: true }),
    why: isText,
    resources: optional(listOf(isText)),
  }),
  pending: objectOf<OutcomeOf<'pending'>>({ status: isOneOf({ pending: true }), wave: isText, environment: text }),
});

/** Whether data is what a wave of this version hands over. */
export const isWaveResults: Check<WaveResults> = objectOf<WaveResults>({
  attempt: isCount,
  terraformVersion: text,
  program: optional(isProgramName),
  cancelled: isFlag,
  notices: listOf(isText),
  leaves: listOf(
    objectOf<ApplyLeafReport>({
      leaf: isText,
      outcome: isOutcome,
      pullRequest: optional(isCount),
      problems: listOf(isProblem),
      attempt: optional(isCount),
    }),
  ),
  problems: listOf(isProblem),
  unapplied: listOf(
    objectOf<UnappliedMerge>({ number: isCount, mergedAt: isText, commit: isText, leaves: listOf(isText), why: text }),
  ),
  pending: optional(listOf(objectOf<PendingLeaf>({ leaf: isText, reads: isText, outputs: listOf(isText) }))),
  earlier: optional(
    listOf(
      objectOf<EarlierOutcome>({
        attempt: isCount,
        leaf: isText,
        status: isOneOf<EarlierOutcome['status']>({
          applied: true,
          failed: true,
          refused: true,
          awaiting: true,
          'not-tried': true,
        }),
        words: isText,
      }),
    ),
  ),
  masked: optional(isCount),
});
