/** Reads `terraform show -json` of a plan: what it will do, and what in it is secret. Format: JSON Output Format 1.x. */
import { field, isRecord, list, record, text } from '../json.ts';
import { problem, ProblemError } from '../problems.ts';
import type { PlannedResource, PlanSummary, ResourceAction } from './plan-summary.ts';

/** A Terraform plan as JSON, not yet looked at. */
export type PlanJson = unknown;

/**
 * Parses `terraform show -json`. A number that JavaScript cannot hold becomes the text of its digits: Terraform's have
 * any length, and two long ids that differ in the last digit must neither look the same nor be masked as another one.
 */
export function parsePlan(json: string): PlanJson {
  const pieces: string[] = [];
  const token = /"|-?\d[\d.eE+-]*/gu;
  let copied = 0;
  for (let match = token.exec(json); match !== null; match = token.exec(json)) {
    const [found] = match;
    if (found === '"') token.lastIndex = endOfString(json, match.index);
    else if (String(Number(found)) !== found) {
      pieces.push(json.slice(copied, match.index), JSON.stringify(found));
      copied = token.lastIndex;
    }
  }
  pieces.push(json.slice(copied));
  try {
    const plan: unknown = JSON.parse(pieces.join(''));
    return plan;
  } catch {
    // The parser quotes what it could not read, and no mask knows what is secret in that.
    throw new ProblemError([problem('terraform', 'What "terraform show -json" printed is no JSON.')]);
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
  const resources = list(field(plan, 'resource_changes')).flatMap(describe);
  const count = (action: ResourceAction): number => resources.filter((each) => each.action === action).length;
  const outputs = Object.values(record(field(plan, 'output_changes'))).filter((change) => {
    const actions = list(field(change, 'actions'));
    return !(actions.length === 1 && actions[0] === 'no-op');
  }).length;
  const applyable = field(plan, 'applyable');
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
    },
    resources,
  };
}

function describe(resource: unknown): PlannedResource[] {
  const change = field(resource, 'change');
  const address = text(field(resource, 'address')) ?? '';
  const movedFrom = text(field(resource, 'previous_address'));
  const imported = field(change, 'importing') !== undefined;
  const action = actionOf(list(field(change, 'actions')).join(' ')) ?? (imported ? 'import' : undefined);
  const shown = action ?? (movedFrom === undefined ? undefined : 'move');
  if (shown === undefined) return [];
  const forcedBy = shown === 'replace' ? forces(resource) : [];
  return [
    {
      address,
      action: shown,
      ...(movedFrom === undefined ? {} : { movedFrom }),
      ...(imported ? { imported } : {}),
      ...(forcedBy.length > 0 ? { forcedBy } : {}),
    },
  ];
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

function actionOf(actions: string): ResourceAction | undefined {
  switch (actions) {
    case 'create':
    case 'update':
    case 'delete':
    case 'read':
    case 'forget':
      return actions;
    case 'delete create':
    case 'create delete':
      return 'replace';
    // The old object is given up instead of destroyed.
    case 'create forget':
    case 'forget create':
      return 'create';
    default:
      return undefined;
  }
}

/**
 * Every sensitive text and number in the plan, from wherever Terraform marks one: changes, outputs, the state before
 * and after, sensitive input variables. Human plan text can show one that stands behind no mark there.
 */
export function sensitiveValues(plan: PlanJson): ReadonlySet<string> {
  const found = new Set<string>();
  const changes = [
    ...list(field(plan, 'resource_changes')),
    ...list(field(plan, 'resource_drift')),
    ...Object.values(record(field(plan, 'output_changes'))).map((change) => ({ change })),
  ];
  for (const each of changes) {
    const change = field(each, 'change');
    for (const side of ['before', 'after']) collect(field(change, side), field(change, `${side}_sensitive`), found);
  }
  for (const values of [field(field(plan, 'prior_state'), 'values'), field(plan, 'planned_values')]) {
    collectModule(field(values, 'root_module'), found);
    for (const output of Object.values(record(field(values, 'outputs')))) {
      if (field(output, 'sensitive') === true) collect(field(output, 'value'), true, found);
    }
  }
  const declared = record(field(field(field(plan, 'configuration'), 'root_module'), 'variables'));
  for (const [name, variable] of Object.entries(declared)) {
    if (field(variable, 'sensitive') === true)
      collect(field(field(field(plan, 'variables'), name), 'value'), true, found);
  }
  return found;
}

function collectModule(module: unknown, found: Set<string>): void {
  for (const resource of list(field(module, 'resources'))) {
    collect(field(resource, 'values'), field(resource, 'sensitive_values'), found);
  }
  for (const child of list(field(module, 'child_modules'))) collectModule(child, found);
}

/** `mark` mirrors the value: true where it and all below is sensitive. */
function collect(value: unknown, mark: unknown, found: Set<string>): void {
  if (mark === undefined || mark === false || value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const marks = list(mark);
    value.forEach((each, index) => {
      collect(each, mark === true || marks[index], found);
    });
  } else if (isRecord(value)) {
    for (const [key, each] of Object.entries(value)) collect(each, mark === true || field(mark, key), found);
  } else if (mark === true && (typeof value === 'string' || typeof value === 'number')) {
    found.add(String(value));
  }
}
