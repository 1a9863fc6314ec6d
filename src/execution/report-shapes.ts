/** Checks of data from other jobs: what the reports of all commands have in common. */
import { isCount, isFlag, isOneOf, isText, listOf, objectOf, optional } from '../base/shape.ts';
import type { Place, Problem, ProblemCode } from '../base/problems.ts';
import type {
  PlannedOutput,
  PlannedResource,
  PlanRemarks,
  PlanSummary,
  ResourceAction,
} from '../terraform/plan-summary.ts';
import type { ProgramName } from '../terraform/programs.ts';
import type { UnseenInput } from '../terraform/unseen-inputs.ts';

const text = optional(isText);

export const isPlace = objectOf<Place>({ file: isText, line: optional(isCount), column: optional(isCount) });

export const isProblem = objectOf<Problem>({
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
    wave: true,
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

export const isSummary = objectOf<PlanSummary>({
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

export const isProgramName = isOneOf<ProgramName>({ Terraform: true, OpenTofu: true });
