/** Reads `terraform show -json` of a plan: what it will do, and what in it is secret. Format: JSON Output Format 1.x. */
import { randomUUID } from 'node:crypto';
import { ExactNumber, field, list, record, text } from '../base/json.ts';
import { problemError } from '../base/problems.ts';
import { eachMarked, leavesOf, mapPart } from './marks.ts';
import { actionsOf, triggerOf } from './plan-parts.ts';
import { sensitiveVariables } from './plan-reduction.ts';
import { remarksOn } from './plan-remarks.ts';
import type { PlannedResource, PlanSummary, ResourceAction } from './plan-summary.ts';

/** A Terraform plan as JSON, not yet looked at. */
export type PlanJson = unknown;

/**
 * Parses `terraform show -json`. A number that JavaScript cannot hold becomes an `ExactNumber`: Terraform's have any
 * length, and two long ids that differ in the last digit must neither look the same, nor be masked as another one, nor
 * pass as the text of the same digits. Equal ones are one object.
 */
export function parsePlan(json: string): PlanJson {
  const pieces: string[] = [];
  const token = /"|-?\d[\d.eE+-]*/gu;
  // A text that stands for such a number while parsing: no plan that was written before can have it.
  const mark = randomUUID();
  let copied = 0;
  for (let match = token.exec(json); match !== null; match = token.exec(json)) {
    const [found] = match;
    if (found === '"') token.lastIndex = endOfString(json, match.index);
    else if (String(Number(found)) !== found) {
      pieces.push(json.slice(copied, match.index), JSON.stringify(`${mark}${found}`));
      copied = token.lastIndex;
    }
  }
  const numbers = new Map<string, ExactNumber>();
  const revive = (_: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !value.startsWith(mark)) return value;
    const digits = value.slice(mark.length);
    const number = numbers.get(digits) ?? new ExactNumber(digits);
    numbers.set(digits, number);
    return number;
  };
  pieces.push(json.slice(copied));
  try {
    const plan: unknown = JSON.parse(pieces.join(''), pieces.length > 1 ? revive : undefined);
    return plan;
  } catch {
    // The parser quotes what it could not read, and no mask knows what is secret in that.
    throw problemError('terraform', 'What "terraform show -json" printed is no JSON.');
  }
}

/** The index behind the string that begins at `start`. No pattern does this: it would overflow on long strings. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  return json.length;
}

/**
 * @param changes Terraform's exit code said that there are changes; stands in where an old Terraform does not say
 *   `applyable`
 */
export function summarise(plan: PlanJson, changes: boolean): PlanSummary {
  const resources = [
    ...list(field(plan, 'resource_changes')).flatMap(describe),
    ...list(field(plan, 'action_invocations')).map(describeInvocation),
    ...list(field(plan, 'deferred_changes')).map((each) => describeDeferred(each, 'resource_change')),
    ...list(field(plan, 'deferred_action_invocations')).map((each) => describeDeferred(each, 'action_invocation')),
  ];
  const count = (action: ResourceAction): number => resources.filter((each) => each.action === action).length;
  const some = (action: 'other' | 'invoke' | 'defer'): Partial<PlanSummary['counts']> =>
    count(action) > 0 ? { [action]: count(action) } : {};
  const outputs = Object.values(record(field(plan, 'output_changes'))).filter(
    (change) => actionsOf(change) !== 'no-op',
  ).length;
  const applyable = field(plan, 'applyable');
  const remarks = remarksOn(plan);
  return {
    hasChanges: typeof applyable === 'boolean' ? applyable : changes,
    counts: {
      create: count('create'),
      update: count('update'),
      replace: count('replace'),
      delete: count('delete'),
      forget: count('forget'),
      move: resources.filter((each) => each.movedFrom !== undefined).length,
      import: resources.filter((each) => each.imported === true).length,
      outputs,
      ...some('other'),
      ...some('invoke'),
      ...some('defer'),
    },
    resources,
    ...(remarks === undefined ? {} : { remarks }),
  };
}

function describe(resource: unknown): PlannedResource[] {
  const change = field(resource, 'change');
  const address = text(field(resource, 'address')) ?? '';
  const movedFrom = text(field(resource, 'previous_address'));
  const imported = field(change, 'importing') !== undefined;
  const { action, words } = actionOf(list(field(change, 'actions')));
  const settled = imported ? 'import' : movedFrom === undefined ? undefined : 'move';
  const shown = action ?? settled;
  if (shown === undefined) return [];
  const forcedBy = shown === 'replace' ? forces(resource) : [];
  return [
    {
      address,
      action: shown,
      ...(movedFrom === undefined ? {} : { movedFrom }),
      ...(imported ? { imported } : {}),
      ...(forcedBy.length > 0 ? { forcedBy } : {}),
      ...(words === undefined ? {} : { words }),
    },
  ];
}

function describeInvocation(invocation: unknown): PlannedResource {
  const trigger = triggerOf(invocation);
  return {
    address: text(field(invocation, 'address')) ?? '',
    action: 'invoke',
    ...(trigger === undefined ? {} : { words: trigger }),
  };
}

/** @param part where the change that waits stands */
function describeDeferred(deferred: unknown, part: string): PlannedResource {
  const reason = text(field(deferred, 'reason'));
  return {
    address: text(field(field(deferred, part), 'address')) ?? '',
    action: 'defer',
    ...(reason === undefined ? {} : { words: reason.replaceAll('_', ' ') }),
  };
}

/** The human plan marks these too, but not each of them, and not where its text is cut. */
function forces(resource: unknown): readonly string[] {
  switch (text(field(resource, 'action_reason'))) {
    case 'replace_because_tainted':
      return ['taint'];
    case 'replace_by_triggers':
      return ['replace_triggered_by'];
    default:
      return list(field(field(resource, 'change'), 'replace_paths')).map(attributePath);
  }
}

/** `["network", 0, "id"]` → `network[0].id` */
function attributePath(path: unknown): string {
  return list(path)
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${text(step) ?? '?'}`))
    .join('');
}

/** Undefined where nothing happens. What is not known is never nothing, and may destroy where it says "delete". */
function actionOf(actions: readonly unknown[]): {
  readonly action: ResourceAction | undefined;
  readonly words?: string | undefined;
} {
  const joined = actions.map((each) => text(each) ?? '?').join(' ');
  switch (joined) {
    case 'no-op':
      return { action: undefined };
    case 'create':
    case 'update':
    case 'delete':
    case 'read':
    case 'forget':
      return { action: joined };
    case 'delete create':
    case 'create delete':
      return { action: 'replace' };
    // The old object is given up instead of destroyed.
    case 'create forget':
    case 'forget create':
      return { action: 'create' };
    default: {
      const words = joined === '' ? 'no action' : joined.replaceAll(' ', ', ');
      if (!actions.includes('delete')) return { action: 'other', words };
      return { action: actions.includes('create') ? 'replace' : 'delete', words };
    }
  }
}

/**
 * Every sensitive text and number in the plan, from wherever Terraform marks one: changes, outputs, the state before
 * and after, sensitive input variables, actions, and parts that are newer than this version. Human plan text can show
 * one that stands behind no mark there.
 */
export function sensitiveValues(plan: PlanJson): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (secret: unknown): void => {
    for (const leaf of leavesOf(secret)) {
      if (leaf instanceof ExactNumber) found.add(leaf.digits);
      else if (typeof leaf === 'string' || typeof leaf === 'number') found.add(String(leaf));
    }
  };
  for (const [, value] of sensitiveVariables(plan)) collect(value);
  mapPart(plan, {
    value(value, mark) {
      eachMarked(value, mark, '', collect);
      return null;
    },
  });
  return found;
}
