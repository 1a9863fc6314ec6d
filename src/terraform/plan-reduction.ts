/** A plan reduced to what decides what happens, in an order that is always the same. */
import { isRecord, record } from '../base/json.ts';
import { canonical } from './canonical.ts';
import { eachMarked, mapPart } from './marks.ts';
import type { Change, Plan, ResourceChange } from './plan-json.ts';
import { sensitiveVariables } from './sensitive-values.ts';
import { createStandIns, type StandIns } from './stand-ins.ts';
import { unseenVariables } from './unseen-inputs.ts';

/** The parts that count, by name, without what happens to nothing. Equal plans are equal, whatever Terraform adds. */
export type ReducedPlan = Readonly<Record<string, unknown>>;

/** @param known secrets that Terraform does not know of, by their text, with the names that stand for them */
export function standInsFor(plan: Plan, known: ReadonlyMap<string, string>): StandIns {
  const standIns = createStandIns(known);
  const add = (value: unknown, place: string): void => {
    standIns.add(value, place);
  };
  for (const [name, value] of sensitiveVariables(plan)) add(value, `(sensitive variable: ${name})`);
  // What counts comes first: the names must not depend on what varies without changing anything.
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

/** @param standIns undefined where everything may stand in clear */
export function reducePlan(plan: Plan, standIns: StandIns | undefined): ReducedPlan {
  const reduced = mapPart(
    { ...inOrder(plan), variables: variablesThatCount(plan) },
    {
      value(value, mark, name, place) {
        const hidden = standIns === undefined ? value : standIns.hide(value, mark);
        return ATTRIBUTES.has(name) && !place.startsWith('output_changes.') ? withoutNulls(hidden) : hidden;
      },
      text: (each, name) => (standIns === undefined || isOwnWord(name) ? each : standIns.inside(each)),
    },
  );
  const { applyable, complete, errored, ...parts } = record(reduced);
  // Terraform before 1.7 and OpenTofu do not say these.
  return { ...parts, applyable: applyable !== false, complete: complete !== false, errored: errored ?? false };
}

/** What provisioners and write-only arguments are given stands nowhere else. */
function variablesThatCount(plan: Plan): Readonly<Record<string, unknown>> {
  const { variables, root } = plan;
  return Object.fromEntries(
    unseenVariables(plan).map((name) => [
      name,
      { value: variables.get(name), sensitive: root.sensitive.includes(name) },
    ]),
  );
}

/** The attributes of resources and actions: another Terraform may know one more, and writes it as null. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['before', 'after', 'config_values']);

function withoutNulls(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}

/** Addresses stay, or two of them would be one; and so does what Terraform does, whatever secret reads "delete". */
function isOwnWord(name: string): boolean {
  return (
    name === 'address' || name.endsWith('_address') || name === 'index' || name === 'actions' || name === 'deposed'
  );
}

/** The lists of a plan have no order that means anything, and not the same one in every run. */
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
 * A resource that merely moves, or is imported as it is, changes the state: only what has no trace there does nothing.
 * A field that is not known may mean anything.
 */
function isNoOp({
  actions,
  imported,
  unknown,
  movedFrom,
}: Change & Partial<Pick<ResourceChange, 'movedFrom'>>): boolean {
  return actions.join() === 'no-op' && !imported && movedFrom === undefined && unknown.length === 0;
}

/** A sorted copy, by texts that are worked out once. */
export function sortBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, rank: key(item) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ item }) => item);
}

/** No order may depend on what is hidden. */
function withoutValues(item: unknown): string {
  return canonical(mapPart(item, { value: () => null }));
}

/** A resource's address; an object that was deposed stands beside the current one. */
export function addressOf({ address, deposed }: ResourceChange): string {
  return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}
