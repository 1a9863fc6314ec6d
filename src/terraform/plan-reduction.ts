/** A plan reduced to what determines its effect, in a stable order. */
import { isRecord, list, record } from '../base/json.ts';
import { canonical } from './canonical.ts';
import { eachMarked, mapPart } from './marks.ts';
import { addressOf, type Change, type Plan, type ResourceChange } from './plan-json.ts';
import { sensitiveVariables } from './sensitive-values.ts';
import { createStandIns, type StandIns } from './stand-ins.ts';
import { unseenVariables } from './unseen-inputs.ts';

/** The parts that count, by name, without no-ops. Equal plans stay equal, whatever fields Terraform adds. */
export type ReducedPlan = Readonly<Record<string, unknown>>;

/** @param known secrets unknown to Terraform, with the names that replace them */
export function standInsFor(plan: Plan, known: ReadonlyMap<string, string>): StandIns {
  const standIns = createStandIns(known);
  const add = (value: unknown, place: string): void => {
    standIns.add(value, place);
  };
  for (const [name, value] of sensitiveVariables(plan)) add(value, `(sensitive variable: ${name})`);
  // What counts comes first: the names must not depend on what varies without an effect.
  for (const part of [inOrder(plan), plan.leftOut]) {
    mapPart(part, {
      value(value, mark, _, place) {
        eachMarked(value, mark, place, (secret, where) => {
          add(secret, `(sensitive: ${where})`);
        });
        return null;
      },
    });
  }
  return standIns;
}

/** @param standIns undefined if nothing has to be redacted */
export function reducePlan(plan: Plan, standIns: StandIns | undefined): ReducedPlan {
  const reduced = mapPart(
    { ...inOrder(plan), variables: variablesThatCount(plan) },
    {
      value(value, mark, name, place) {
        if (IDENTITIES.has(name)) return undefined;
        const redacted = standIns === undefined ? value : standIns.redact(value, mark);
        return ATTRIBUTES.has(name) && !place.startsWith('output_changes.') ? withoutNulls(redacted) : redacted;
      },
      text(each, name) {
        // Terraform before 1.16 has no other and does not say it.
        if (name === 'on_failure' && each === 'ActionOnFailureHalt') return undefined;
        return standIns === undefined || isOwnWord(name) ? each : standIns.inside(each);
      },
    },
  );
  const { applyable, complete, errored, ...parts } = record(reduced);
  // Terraform before 1.7 and OpenTofu lack these. That nothing cannot be applied says nothing more.
  const isApplyable =
    applyable !== false ||
    CHANGES.every((name) => Object.keys(record(parts[name])).length + list(parts[name]).length === 0);
  return { ...parts, applyable: isApplyable, complete: complete !== false, errored: errored ?? false };
}

/** The parts that say what will be done; what is deferred cannot be applied yet. */
const CHANGES = ['resource_changes', 'output_changes', 'action_invocations'] as const;

/** Variables of provisioners and write-only arguments, whose values are nowhere else in the plan. */
function variablesThatCount(plan: Plan): Readonly<Record<string, unknown>> {
  const { variables, root } = plan;
  return Object.fromEntries(
    unseenVariables(plan).map((name) => [
      name,
      { value: variables.get(name), sensitive: root.sensitive.includes(name) },
    ]),
  );
}

/** The attributes of resources and actions: a different version may know more of them, and write them as null. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['before', 'after', 'config_values']);

/** Of the object in `before` or `after`, and so redundant: Terraform before 1.12 and older providers do not have it. */
const IDENTITIES: ReadonlySet<string> = new Set(['before_identity', 'after_identity']);

function withoutNulls(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}

/** Addresses stay, or two could become equal, and so do actions, even if a secret is the text "delete". */
function isOwnWord(name: string): boolean {
  return (
    name === 'address' || name.endsWith('_address') || name === 'index' || name === 'actions' || name === 'deposed'
  );
}

/** The order of a plan's lists is meaningless and differs between runs. */
function inOrder({ counted, resources, outputs }: Plan): Readonly<Record<string, unknown>> {
  const sorted = Object.entries(counted).map(([name, part]): [string, unknown] => [
    name,
    UNORDERED.has(name) && Array.isArray(part) ? sortBy(part, withoutValues) : part,
  ]);
  const changing = sortBy(resources, addressOf).filter((each) => !isNoOp(each));
  const unchanged = new Set(outputs.filter(isNoOp).map(({ name }) => name));
  const { resource_changes: listed, output_changes: named } = counted;
  return {
    ...Object.fromEntries(sorted),
    resource_changes: Array.isArray(listed) ? changing.map(({ json }) => json) : (listed ?? []),
    output_changes: isRecord(named)
      ? Object.fromEntries(Object.entries(named).filter(([name]) => !unchanged.has(name)))
      : (named ?? {}),
  };
}

const UNORDERED: ReadonlySet<string> = new Set([
  'action_invocations',
  'deferred_changes',
  'deferred_action_invocations',
]);

/**
 * A resource that is only moved or imported changes the state, so it is not a no-op. An unknown field may mean
 * anything.
 */
function isNoOp({
  actions,
  imported,
  unknown,
  movedFrom,
}: Change & Partial<Pick<ResourceChange, 'movedFrom'>>): boolean {
  return actions.join() === 'no-op' && !imported && movedFrom === undefined && unknown.length === 0;
}

/** A copy sorted by keys that are computed once. */
export function sortBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, rank: key(item) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ item }) => item);
}

/** The order must not depend on redacted values. */
function withoutValues(item: unknown): string {
  return canonical(mapPart(item, { value: () => null }));
}
