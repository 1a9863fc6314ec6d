/**
 * The parts of `terraform show -json` of a plan by their names: which of them decide what happens, which vary without
 * it, and which are newer than this list. What is not named here counts for the fingerprint all the same.
 * Format: JSON Output Format 1.x, `internal/command/jsonplan` in Terraform's sources.
 */
import { field, isRecord, list, record, text } from '../base/json.ts';
import type { PlanJson } from './plan-json.ts';

/** Parts that vary without changing what happens: what was read, how it was checked, when and by whom. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'prior_state',
  'planned_values',
  'resource_drift',
  'checks',
  'variables',
  'timestamp',
  'format_version',
  'terraform_version',
  'relevant_attributes',
]);

const CHANGE: readonly string[] = [
  'actions',
  'before',
  'after',
  'after_unknown',
  'before_sensitive',
  'after_sensitive',
  'replace_paths',
  'importing',
  'generated_config',
  'before_identity',
  'after_identity',
];

const RESOURCE: readonly string[] = [
  'address',
  'previous_address',
  'module_address',
  'mode',
  'type',
  'name',
  'index',
  'index_unknown',
  'provider_name',
  'deposed',
  'change',
  'action_reason',
];

const INVOCATION: readonly string[] = [
  'address',
  'type',
  'name',
  'config_values',
  'config_sensitive',
  'config_unknown',
  'provider_name',
  'lifecycle_action_trigger',
  'invoke_action_trigger',
];

const KNOWN: readonly string[] = [
  'resource_changes',
  'output_changes',
  'action_invocations',
  'deferred_changes',
  'deferred_action_invocations',
  'configuration',
  'applyable',
  'complete',
  'errored',
];

/** Terraform's actions in one word each: `delete create`. */
export function actionsOf(change: unknown): string {
  return list(field(change, 'actions')).join(' ');
}

/**
 * A resource that merely moves, or is imported as it is, changes the state: only what has no trace there does nothing.
 * A field that is not known may mean anything.
 */
export function isNoOp(resource: unknown): boolean {
  const change = field(resource, 'change');
  return (
    actionsOf(change) === 'no-op' &&
    field(resource, 'previous_address') === undefined &&
    field(change, 'importing') === undefined &&
    unknownInResource(resource, '').length === 0
  );
}

/** The parts of a plan that decide what happens, known or not, by their names. */
export function countedParts(plan: PlanJson): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record(plan)).filter(([name]) => !LEFT_OUT.has(name)));
}

/** The other ones. */
export function leftOutParts(plan: PlanJson): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record(plan)).filter(([name]) => LEFT_OUT.has(name)));
}

/** Names of counted parts as a whole that this version does not know: `foo`. */
export function unknownTopLevelParts(plan: PlanJson): readonly string[] {
  const isKnown = (name: string, value: unknown): boolean => {
    if (!KNOWN.includes(name)) return false;
    if (name.endsWith('s') && name !== 'output_changes') return Array.isArray(value);
    return typeof value === 'boolean' || isRecord(value);
  };
  return Object.entries(countedParts(plan)).flatMap(([name, value]) => (isKnown(name, value) ? [] : [name]));
}

/** Names of everything that counts and that this version does not know: `foo`, `resource_changes.change.bar`. */
export function unknownParts(plan: PlanJson): readonly string[] {
  const found = [
    ...unknownTopLevelParts(plan),
    ...list(field(plan, 'resource_changes')).flatMap((each) => unknownInResource(each, 'resource_changes.')),
    ...Object.values(record(field(plan, 'output_changes'))).flatMap((each) => others(each, CHANGE, 'output_changes.')),
    ...list(field(plan, 'action_invocations')).flatMap((each) => others(each, INVOCATION, 'action_invocations.')),
    ...list(field(plan, 'deferred_changes')).flatMap((each) => [
      ...others(each, ['reason', 'resource_change'], 'deferred_changes.'),
      ...unknownInResource(field(each, 'resource_change'), 'deferred_changes.resource_change.'),
    ]),
    ...list(field(plan, 'deferred_action_invocations')).flatMap((each) => [
      ...others(each, ['reason', 'action_invocation'], 'deferred_action_invocations.'),
      ...others(field(each, 'action_invocation'), INVOCATION, 'deferred_action_invocations.action_invocation.'),
    ]),
  ];
  return [...new Set(found)].sort();
}

function unknownInResource(resource: unknown, path: string): readonly string[] {
  return [...others(resource, RESOURCE, path), ...others(field(resource, 'change'), CHANGE, `${path}change.`)];
}

function others(value: unknown, known: readonly string[], path: string): readonly string[] {
  return Object.keys(record(value)).flatMap((name) => (known.includes(name) ? [] : [`${path}${name}`]));
}

/** What makes an action run: `after create of terraform_data.a`; undefined where nothing is said. */
export function triggerOf(invocation: unknown): string | undefined {
  const trigger = field(invocation, 'lifecycle_action_trigger');
  const event = text(field(trigger, 'action_trigger_event'));
  const resource = text(field(trigger, 'triggering_resource_address'));
  if (event === undefined && resource === undefined) return undefined;
  return [event?.replace(/(?<=[a-z])(?=[A-Z])|_/gu, ' ').toLowerCase(), resource && `of ${resource}`]
    .filter((part) => part !== undefined)
    .join(' ');
}
