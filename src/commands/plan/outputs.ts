/** The `leaves` output of the Action: what later steps of a workflow decide on. */
import type { ChangeKind, Reason } from '../../changes/changed-leaf.ts';
import { shorten, utf8Length } from '../../markdown/bytes.ts';
import { fitting } from '../../markdown/fit.ts';
import type { LeafReport, PlanReport } from './report.ts';
import type { Counts } from '../../markdown/counts.ts';
import { countsOf } from './verdict.ts';

/** One changed leaf. `counts` is absent if there is no plan; `truncated` if part of `reasons` was left out. */
export interface LeafOutput {
  readonly path: string;
  readonly kind: ChangeKind;
  readonly outcome: LeafReport['outcome']['status'];
  readonly counts?: Counts | undefined;
  /** Paths of the leaves that it waits for. */
  readonly waitsFor?: readonly string[] | undefined;
  readonly reasons: readonly Reason[];
  readonly truncated?: true | undefined;
}

/** GitHub accepts about a megabyte for all outputs of a job together. */
const OUTPUT_BYTES = 500_000;

/**
 * The changed leaves, whose JSON takes less than `limit` bytes. Reasons are shortened first: long values, then all but
 * the first few, then all. If there are too many leaves, the last one that fits says `truncated`.
 */
export function leavesOutput(report: PlanReport, limit = OUTPUT_BYTES): readonly LeafOutput[] {
  for (const shortening of SHORTENINGS) {
    const leaves = report.leaves.map((leaf) => leafOutput(leaf, shortening));
    if (utf8Length(JSON.stringify(leaves)) < limit) return leaves;
  }
  return firstThatFit(
    report.leaves.map((leaf) => leafOutput(leaf, () => [])),
    limit,
  );
}

type Shortening = (reasons: readonly Reason[]) => readonly Reason[];

const SHORTENINGS: readonly Shortening[] = [
  (reasons) => reasons,
  (reasons) => reasons.map(withShortValues),
  (reasons) => reasons.slice(0, 5).map(withShortValues),
  () => [],
];

function leafOutput(leaf: LeafReport, shortening: Shortening): LeafOutput {
  const reasons = shortening(leaf.reasons);
  const whole =
    reasons.length === leaf.reasons.length && reasons.every((reason, index) => reason === leaf.reasons[index]);
  const counts = countsOf(leaf);
  return {
    path: leaf.leaf,
    kind: leaf.kind,
    outcome: leaf.outcome.status,
    ...(counts === undefined ? {} : { counts }),
    ...(leaf.outcome.status === 'waits' ? { waitsFor: leaf.outcome.for } : {}),
    reasons,
    ...(whole ? {} : { truncated: true }),
  };
}

/** The very same reason if nothing in it is long. */
function withShortValues(reason: Reason): Reason {
  switch (reason.kind) {
    case 'configuration':
      return isLong(reason) ? { ...reason, ...shortValues(reason) } : reason;
    case 'pin':
      return isLong(reason) || reason.keys.some(isLong)
        ? { ...reason, ...shortValues(reason), keys: reason.keys.map((key) => ({ ...key, ...shortValues(key) })) }
        : reason;
    case 'module':
      return reason.files.length > 10 ? { ...reason, files: reason.files.slice(0, 10) } : reason;
    case 'base-failed':
      return reason.message.length > LONG ? { ...reason, message: shorten(reason.message, LONG) } : reason;
    case 'file':
    case 'setting':
      return reason;
  }
}

const LONG = 100;

interface Values {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

function isLong({ before, after }: Values): boolean {
  return (before?.length ?? 0) > LONG || (after?.length ?? 0) > LONG;
}

function shortValues({ before, after }: Values): Values {
  return {
    ...(before === undefined ? {} : { before: shorten(before, LONG) }),
    ...(after === undefined ? {} : { after: shorten(after, LONG) }),
  };
}

function firstThatFit(leaves: readonly LeafOutput[], limit: number): readonly LeafOutput[] {
  const sizes = leaves.map((leaf) => utf8Length(JSON.stringify(leaf)) + 1);
  const number = fitting(sizes, limit - '[],"truncated":true'.length - 1);
  return leaves.slice(0, number).map((leaf, index) => (index === number - 1 ? { ...leaf, truncated: true } : leaf));
}
