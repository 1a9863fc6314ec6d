/**
 * What changed outside of Terraform according to a plan, and which planned changes that may explain. The normal plan
 * decides whether there is drift at all: right after an apply providers report `null → {}`.
 */
import { field, isRecord, list, record } from '../base/json.ts';
import { replaceMarked } from './marks.ts';
import { addressOf, type Path, type Plan, type ResourceChange } from './plan-json.ts';
import { changedOutputs } from './plan-summary.ts';

/** One attribute that differs from the state. */
export interface DriftedAttribute {
  /** `tags.Name`, `ingress[0].from_port`, `labels["a.b"]` */
  readonly path: string;
  /** In the state and in reality, as JSON texts; sensitive values are replaced. Absent if there was no value. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A resource that something other than Terraform changed, with what concerns the plan. */
export interface DriftedResource {
  /** `module.vpc.aws_subnet.this[0]` */
  readonly address: string;
  /** It was deleted; it has no attributes then. */
  readonly gone: boolean;
  readonly attributes: readonly DriftedAttribute[];
  /** Paths of attributes that other planned changes depend on; `''` means the whole resource. */
  readonly feeds: readonly string[];
}

/** A planned change, with the attributes that differ and whose new value is known. */
export interface PlannedChange {
  readonly address: string;
  readonly attributes: readonly string[];
  /** The same with their values, and those that are known only after the apply; only where something exists. */
  readonly values?: readonly DriftedAttribute[] | undefined;
  /** Of an action that is invoked: the address of the resource whose change invokes it. */
  readonly follows?: string | undefined;
}

/** What a plan says about drift. */
export interface PlanDrift {
  readonly resources: readonly DriftedResource[];
  /**
   * All planned changes of resources, including moves and imports, actions that are invoked, what is deferred, and parts
   * of the plan that this version does not know; reading data does not count.
   */
  readonly changes: readonly PlannedChange[];
  /** Changed output values. */
  readonly outputs: readonly string[];
}

/** Stands for a value that is known only after the apply; no JSON. */
const UNKNOWN = '(known after apply)';

/** Replaces a sensitive value. */
const SENSITIVE = '(sensitive value)';

interface Difference {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/** Drift that changes nothing (`null → {}`) is left out. */
export function driftOf(plan: Plan): PlanDrift {
  return {
    resources: plan.drift.flatMap((each) => driftedResource(each, plan.relevant)),
    changes: [
      ...plan.resources.flatMap(plannedChange),
      ...plan.invocations.map(({ address, triggeredBy }) => ({ address, attributes: [], follows: triggeredBy })),
      ...plan.deferredResources.map(({ change }) => ({ address: addressOf(change), attributes: [] })),
      ...plan.deferredInvocations.map(({ change }) => ({ address: change.address, attributes: [] })),
      ...plan.unknownParts.map((name) => ({ address: `plan.${name}`, attributes: [] })),
    ],
    outputs: changedOutputs(plan),
  };
}

function driftedResource(drift: ResourceChange, relevant: Plan['relevant']): readonly DriftedResource[] {
  const address = addressOf(drift);
  const gone = drift.actions.join() === 'delete';
  const differing = gone ? [] : differences(drift.before, drift.after);
  if (!gone && differing.length === 0) return [];
  const feeds = relevant
    .filter(({ resource }) => resource === address || resource === withoutKey(address))
    .filter(({ path }) => gone || differing.some((each) => overlap(each.path, path)))
    .map(({ path }) => pathText(path));
  return [
    {
      address,
      gone,
      attributes: differing.map(({ path, before, after }) => ({
        path: pathText(path),
        before: shown(before, at(drift.beforeSensitive, path)),
        after: shown(after, at(drift.afterSensitive, path)),
      })),
      feeds: [...new Set(feeds)],
    },
  ];
}

function plannedChange(resource: ResourceChange): readonly PlannedChange[] {
  const actions = resource.actions.join();
  const settled = !resource.imported && resource.movedFrom === undefined;
  if (actions === 'read' || (actions === 'no-op' && settled)) return [];
  const differing = differences(resource.before, resource.after);
  const exists = resource.actions.some((action) => action !== 'create') && isRecord(resource.after);
  return [
    {
      address: addressOf(resource),
      attributes: differing
        .filter(({ path }) => !isUnknown(resource.afterUnknown, path))
        .map(({ path }) => pathText(path)),
      ...(exists ? { values: differing.map((each) => plannedValue(resource, each)) } : {}),
    },
  ];
}

function plannedValue(resource: ResourceChange, { path, before, after }: Difference): DriftedAttribute {
  return {
    path: pathText(path),
    before: shown(before, at(resource.beforeSensitive, path)),
    after: isUnknown(resource.afterUnknown, path) ? UNKNOWN : shown(after, at(resource.afterSensitive, path)),
  };
}

/** `aws_subnet.this` of `aws_subnet.this["a"]`: Terraform names the whole resource if it does not know the instance. */
function withoutKey(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/u, '');
}

/** The deepest places where two values differ. Providers write "nothing" in several ways, which are equal here. */
function differences(before: unknown, after: unknown, path: Path = []): readonly Difference[] {
  if (isNothing(before) && isNothing(after)) return [];
  if ((isRecord(before) || isNothing(before)) && (isRecord(after) || isNothing(after))) {
    const names = [...new Set([before, after].flatMap((side) => Object.keys(record(side))))].sort();
    return names.flatMap((name) => differences(field(before, name), field(after, name), [...path, name]));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const items: readonly unknown[] = after;
    return list(before).flatMap((each, index) => differences(each, items[index], [...path, index]));
  }
  return before === after ? [] : [{ path, before, after }];
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isNothing);
}

function overlap(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((step, index) => String(step) === String(other[index]));
}

/** The part of a mark (`before_sensitive`, `after_unknown`) at a path; true if a parent is marked as a whole. */
function at(mark: unknown, path: Path): unknown {
  let found = mark;
  for (const step of path) {
    if (found === true) return true;
    found = typeof step === 'number' ? list(found)[step] : field(found, step);
  }
  return found;
}

/** Whether the value at the path, or something in it, is known only after the apply. */
function isUnknown(mark: unknown, path: Path): boolean {
  const holds = (part: unknown): boolean =>
    part === true || (Array.isArray(part) ? list(part).some(holds) : Object.values(record(part)).some(holds));
  return holds(at(mark, path));
}

/** `tags.Name`; a key that is not a plain name is in brackets, as in HCL. */
function pathText(path: Path): string {
  return path.reduce<string>((whole, step) => {
    if (typeof step === 'number') return `${whole}[${step}]`;
    if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) return `${whole}[${JSON.stringify(step)}]`;
    return whole === '' ? step : `${whole}.${step}`;
  }, '');
}

function shown(value: unknown, mark: unknown): string | undefined {
  return value === undefined || value === null
    ? undefined
    : JSON.stringify(replaceMarked(value, mark, () => SENSITIVE));
}
