/** A plan reduced to what decides what happens, in an order that is always the same. */
import { field, isRecord, list, record, text } from '../base/json.ts';
import { canonical } from './canonical.ts';
import { eachMarked, mapPart } from './marks.ts';
import type { PlanJson } from './plan-json.ts';
import { countedParts, isNoOp, leftOutParts } from './plan-parts.ts';
import { createStandIns, type StandIns } from './stand-ins.ts';
import { unseenVariables } from './unseen-inputs.ts';

/** The parts that count, by name, without what happens to nothing. Equal plans are equal, whatever Terraform adds. */
export type ReducedPlan = Readonly<Record<string, unknown>>;

/** @param known secrets that Terraform does not know of, by their text, with the names that stand for them */
export function standInsFor(plan: PlanJson, known: ReadonlyMap<string, string>): StandIns {
  const standIns = createStandIns(known);
  const add = (value: unknown, place: string): void => {
    standIns.add(value, place);
  };
  for (const [name, value] of sensitiveVariables(plan)) add(value, `(sensitive variable: ${name})`);
  // What counts comes first: the names must not depend on what varies without changing anything.
  for (const part of [inOrder(countedParts(plan)), leftOutParts(plan)]) {
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

/** Values of the root module's variables that it declares as sensitive, in the order of names. */
export function sensitiveVariables(plan: PlanJson): readonly (readonly [name: string, value: unknown])[] {
  const declared = record(field(field(field(plan, 'configuration'), 'root_module'), 'variables'));
  const values = record(field(plan, 'variables'));
  return Object.keys(declared)
    .sort()
    .flatMap((name) =>
      field(field(declared, name), 'sensitive') === true ? [[name, field(field(values, name), 'value')] as const] : [],
    );
}

/** @param standIns undefined where everything may stand in clear */
export function reducePlan(plan: PlanJson, standIns: StandIns | undefined): ReducedPlan {
  const reduced = mapPart(
    { ...inOrder(countedParts(plan)), variables: variablesThatCount(plan) },
    {
      value(value, mark, name, place) {
        const hidden = standIns === undefined ? value : hide(value, mark, standIns);
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
function variablesThatCount(plan: PlanJson): Readonly<Record<string, unknown>> {
  const values = record(field(plan, 'variables'));
  const sensitive = new Set(sensitiveVariables(plan).map(([name]) => name));
  return Object.fromEntries(
    unseenVariables(plan).map((name) => [
      name,
      { value: field(field(values, name), 'value'), sensitive: sensitive.has(name) },
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

function hide(value: unknown, mark: unknown, standIns: StandIns): unknown {
  if (mark === true) return standIns.whole(value);
  if (Array.isArray(value)) return list(value).map((each, index) => hide(each, list(mark)[index], standIns));
  if (!isRecord(value)) return standIns.inside(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hide(each, field(mark, key), standIns)]));
}

/** The lists of a plan have no order that means anything, and not the same one in every run. */
function inOrder(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { resource_changes: resources, output_changes: outputs, ...others } = parts;
  const sorted = Object.entries(others).map(([name, part]): [string, unknown] => [
    name,
    UNORDERED.has(name) && Array.isArray(part) ? sortBy(part, withoutValues) : part,
  ]);
  return {
    ...Object.fromEntries(sorted),
    resource_changes: Array.isArray(resources)
      ? sortBy(
          resources.filter((each) => !isNoOp(each)),
          addressOf,
        )
      : (resources ?? []),
    output_changes: isRecord(outputs)
      ? Object.fromEntries(Object.entries(outputs).filter(([, change]) => !isUnchanged(change)))
      : (outputs ?? {}),
  };
}

const UNORDERED: ReadonlySet<string> = new Set([
  'action_invocations',
  'deferred_changes',
  'deferred_action_invocations',
]);

function isUnchanged(output: unknown): boolean {
  return isNoOp({ change: output });
}

function sortBy(items: readonly unknown[], key: (item: unknown) => string): readonly unknown[] {
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
export function addressOf(resource: unknown): string {
  const deposed = text(field(resource, 'deposed'));
  const address = text(field(resource, 'address')) ?? '';
  return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}
