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
import type { Place, Problem, ProblemCode } from '../../base/problems.ts';
import type { CheckResult, Finding } from '../../checks/check.ts';
import type { ChangeKind, Reason } from '../../changes/changed-leaf.ts';
import { isReviewedLeaf, type ReviewedLeaf } from '../../gate/record.ts';
import type { Origin } from '../../hierarchy/value.ts';
import type { Pin, PinKey, PinnedBlock } from '../../rendering/rendering.ts';
import type {
  PlannedOutput,
  PlannedResource,
  PlanRemarks,
  PlanSummary,
  ResourceAction,
} from '../../terraform/plan-summary.ts';
import type { ProgramName } from '../../terraform/programs.ts';
import type { UnseenInput } from '../../terraform/unseen-inputs.ts';
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

const isPlace = objectOf<Place>({ file: isText, line: optional(isCount), column: optional(isCount) });

const isProblem = objectOf<Problem>({
  code: isOneOf<ProblemCode>({
    yaml: true,
    layer: true,
    merge: true,
    interpolation: true,
    secrets: true,
    settings: true,
    schema: true,
    leaf: true,
    composition: true,
    template: true,
    pin: true,
    state: true,
    path: true,
    lock: true,
    git: true,
    base: true,
    event: true,
    input: true,
    github: true,
    terraform: true,
    usage: true,
    files: true,
    shard: true,
    check: true,
    internal: true,
  }),
  severity: isOneOf<Problem['severity']>({ error: true, warning: true }),
  message: isText,
  place: optional(isPlace),
  sourceLine: text,
  hint: text,
  leaves: optional(listOf(isText)),
});

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

const isResource = objectOf<PlannedResource>({
  address: isText,
  action: isOneOf<ResourceAction>({
    create: true,
    update: true,
    replace: true,
    delete: true,
    forget: true,
    read: true,
    move: true,
    import: true,
    invoke: true,
    defer: true,
    other: true,
  }),
  movedFrom: text,
  forcedBy: optional(listOf(isText)),
  forgets: optional((value): value is true => value === true),
  because: text,
  imported: optional(isFlag),
  words: text,
});

const isSummary = objectOf<PlanSummary>({
  hasChanges: isFlag,
  counts: objectOf<PlanSummary['counts']>({
    create: isCount,
    update: isCount,
    replace: isCount,
    delete: isCount,
    forget: isCount,
    move: isCount,
    import: isCount,
    outputs: isCount,
    other: optional(isCount),
    invoke: optional(isCount),
    defer: optional(isCount),
  }),
  resources: listOf(isResource),
  outputs: optional(
    listOf(
      objectOf<PlannedOutput>({
        name: isText,
        action: isOneOf<PlannedOutput['action']>({ create: true, update: true, replace: true, delete: true }),
      }),
    ),
  ),
  remarks: optional(
    objectOf<PlanRemarks>({
      unknownParts: listOf(isText),
      incomplete: isFlag,
      failedChecks: listOf(isText),
      unseen: listOf(objectOf<UnseenInput>({ address: isText, argument: isText, sources: listOf(isText) })),
    }),
  ),
});

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
  program: optional(isOneOf<ProgramName>({ Terraform: true, OpenTofu: true })),
  masked: optional(isCount),
  reviewed: listOf(isReviewedLeaf),
  timings: mapOf(isCount),
});
