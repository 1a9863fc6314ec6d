/** What one shard hands over to the join, as plain data, and the check of data that claims to be it. */
import {
  isCount,
  isFlag,
  isOneOf,
  isText,
  listOf,
  mapOf,
  objectOf,
  optional,
  variantsOf,
  type Check,
} from '../../base/shape.ts';
import type { CheckResult, Finding } from '../../checks/check.ts';
import type { ChangeKind, Reason } from '../../changes/changed-leaf.ts';
import { isPlace, isProblem, isProgramName, isSummary } from '../../execution/report-shapes.ts';
import { isReviewedLeaf, type ReviewedLeaf } from '../../gate/record.ts';
import type { Origin } from '../../hierarchy/value.ts';
import type { Pin, PinKey, PinnedBlock } from '../../rendering/rendering.ts';
import type { BlockChange, LeafReport, Outcome, PlanReport } from './report.ts';

/** Everything in it is masked. */
export interface ShardResults extends Pick<
  PlanReport,
  'leaves' | 'problems' | 'notices' | 'terraformVersion' | 'program' | 'masked'
> {
  readonly reviewed: readonly ReviewedLeaf[];
  /** Milliseconds that plans took, by path of leaf. */
  readonly timings: Readonly<Record<string, number>>;
}

const text = optional(isText);

const isOrigin = objectOf<Origin>({ file: isText, line: isCount, column: isCount });

type ReasonOf<Kind extends Reason['kind']> = Extract<Reason, { kind: Kind }>;

const keyChange = { key: isText, before: text, after: text, origin: optional(isOrigin) };

const isReason = variantsOf<Reason, 'kind'>('kind', {
  configuration: objectOf<ReasonOf<'configuration'>>({ kind: isOneOf({ configuration: true }), ...keyChange }),
  pin: objectOf<ReasonOf<'pin'>>({
    kind: isOneOf({ pin: true }),
    address: isText,
    before: text,
    after: text,
    keys: listOf(objectOf<ReasonOf<'pin'>['keys'][number]>(keyChange)),
  }),
  file: objectOf<ReasonOf<'file'>>({
    kind: isOneOf({ file: true }),
    path: isText,
    change: isOneOf<ReasonOf<'file'>['change']>({ added: true, changed: true, removed: true }),
  }),
  module: objectOf<ReasonOf<'module'>>({
    kind: isOneOf({ module: true }),
    module: isText,
    via: listOf(isText),
    files: listOf(isText),
  }),
  setting: objectOf<ReasonOf<'setting'>>({ kind: isOneOf({ setting: true }), key: isText }),
  'base-failed': objectOf<ReasonOf<'base-failed'>>({ kind: isOneOf({ 'base-failed': true }), message: isText }),
});

const isPin = objectOf<Pin>({
  address: isText,
  written: isOneOf<Pin['written']>({ placeholder: true, expression: true }),
  template: isOrigin,
  value: isText,
  keys: listOf(objectOf<PinKey>({ key: isText, value: isText, origin: isOrigin })),
});

const isBlock = objectOf<PinnedBlock>({ address: isText, template: isOrigin, text: isText });

type OutcomeOf<Status extends Outcome['status']> = Extract<Outcome, { status: Status }>;

const isOutcome = variantsOf<Outcome, 'status'>('status', {
  planned: objectOf<OutcomeOf<'planned'>>({ status: isOneOf({ planned: true }), summary: isSummary, text: isText }),
  failed: objectOf<OutcomeOf<'failed'>>({
    status: isOneOf({ failed: true }),
    stage: isOneOf<OutcomeOf<'failed'>['stage']>({ render: true, init: true, plan: true, show: true }),
    output: isText,
  }),
  waits: objectOf<OutcomeOf<'waits'>>({ status: isOneOf({ waits: true }), for: listOf(isText) }),
  'not-run': objectOf<OutcomeOf<'not-run'>>({ status: isOneOf({ 'not-run': true }), why: isText }),
});

const isCheckResult = objectOf<CheckResult>({
  name: isText,
  on: isOneOf<CheckResult['on']>({ rendering: true, plan: true, drift: true }),
  required: isFlag,
  proposed: isFlag,
  status: isOneOf<CheckResult['status']>({ passed: true, failed: true, error: true, 'not-run': true }),
  why: isText,
  findings: listOf(
    objectOf<Finding>({
      level: isOneOf<Finding['level']>({ error: true, warning: true, note: true }),
      message: isText,
      rule: text,
      place: optional(isPlace),
    }),
  ),
  output: isText,
});

/** The join works out by itself who reads what. */
const isAbsent = (value: unknown): value is undefined => value === undefined;

const isLeafReport = objectOf<LeafReport>({
  leaf: isText,
  kind: isOneOf<ChangeKind>({
    added: true,
    selected: true,
    changed: true,
    removed: true,
    moved: true,
    failed: true,
    paused: true,
  }),
  movedTo: text,
  restated: optional(isFlag),
  reasons: listOf(isReason),
  pins: listOf(isPin),
  blocks: listOf(objectOf<BlockChange>({ address: isText, before: optional(isBlock), after: optional(isBlock) })),
  outcome: isOutcome,
  checks: optional(listOf(isCheckResult)),
  ahead: optional(listOf(isReason)),
  onlyReads: isAbsent,
  readers: isAbsent,
  problems: listOf(isProblem),
});

/** Whether data is what a shard of this version writes. */
export const isShardResults: Check<ShardResults> = objectOf<ShardResults>({
  leaves: listOf(isLeafReport),
  problems: listOf(isProblem),
  notices: listOf(isText),
  terraformVersion: text,
  program: optional(isProgramName),
  masked: optional(isCount),
  reviewed: listOf(isReviewedLeaf),
  timings: mapOf(isCount),
});
