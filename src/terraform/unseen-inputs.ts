/**
 * What a plan hands over without holding it: write-only arguments (Terraform 1.11) stand in no plan, and what provisioners
 * are given is worked out while applying. Where their sources can change outside of the files, another value than on
 * the day of the review is handed over, and no comparison of plans can tell.
 */
import { field, isRecord, list, record, text } from '../base/json.ts';
import type { ModuleConfiguration, Plan } from './plan-json.ts';

/** Something that Terraform hands to a provider or a provisioner while it applies and that no plan holds. */
export interface UnseenInput {
  /** `module.db.aws_db_instance.this` */
  readonly address: string;
  /** `password_wo`; `provisioner` for what provisioners are given. */
  readonly argument: string;
  /** `data.aws_secretsmanager_random_password.this`; empty where it is a function alone. */
  readonly sources: readonly string[];
}

/** Whatever a variable of a module is set to: what it refers to, as far as that may change. */
type Resolve = (variable: string) => readonly string[];

/** In the order of the configuration; only of resources that the plan creates or changes. */
export function unseenInputs(plan: Plan): readonly UnseenInput[] {
  const written = writtenResources(plan);
  // The configuration's values are in the digest of the rendering; other variables of the root come from outside.
  return inModule(plan.root, '', written, (variable) => (variable === 'config' ? [] : [`var.${variable}`]));
}

/** Names of the root module's variables among these: their values are known, and so can be compared. */
export function unseenVariables(plan: Plan): readonly string[] {
  const names = unseenInputs(plan).flatMap(({ sources }) =>
    sources.flatMap((source) => (source.startsWith('var.') ? [source.slice('var.'.length)] : [])),
  );
  return [...new Set(names)].sort();
}

/** By their addresses without the keys of instances: what the plan gives their attributes. */
function writtenResources(plan: Plan): ReadonlyMap<string, readonly unknown[]> {
  const written = new Map<string, unknown[]>();
  for (const { address, actions, after } of plan.resources) {
    if (actions.every((each) => each === 'no-op' || each === 'read' || each === 'delete' || each === 'forget'))
      continue;
    const key = withoutKeys(address);
    written.set(key, [...(written.get(key) ?? []), after]);
  }
  return written;
}

/** `module.a["x"].b.c[0]` → `module.a.b.c` */
function withoutKeys(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/gu, '');
}

function inModule(
  module: ModuleConfiguration,
  path: string,
  written: ReadonlyMap<string, readonly unknown[]>,
  resolve: Resolve,
): readonly UnseenInput[] {
  const own = module.resources.flatMap((resource) => {
    const address = `${path}${resource.address}`;
    const planned = written.get(address);
    return planned === undefined ? [] : inResource(resource, address, planned, resolve);
  });
  const calls = module.calls.flatMap(({ name, expressions, module: called }) =>
    inModule(called, `${path}module.${name}.`, written, (variable) => {
      const expression = field(expressions, variable);
      return expression === undefined ? [] : sourcesOf(expression, resolve);
    }),
  );
  return [...own, ...calls];
}

function inResource(
  { expressions, provisioners }: ModuleConfiguration['resources'][number],
  address: string,
  planned: readonly unknown[],
  resolve: Resolve,
): readonly UnseenInput[] {
  const found: UnseenInput[] = [];
  eachExpression(expressions, '', (expression, name, path) => {
    const isTopLevel = name === path;
    if (!isWriteOnly(expression, name)) return;
    // Some provider's ordinary argument may have such a name: what is write-only is null in every plan.
    if (isTopLevel && planned.some((after) => (field(after, name) ?? null) !== null)) return;
    const sources = sourcesOf(expression, resolve);
    if (sources.length > 0 || isFunction(expression)) found.push({ address, argument: path, sources });
  });
  const given = new Set<string>();
  for (const provisioner of provisioners) {
    eachExpression(provisioner, '', (expression) => {
      for (const source of sourcesOf(expression, resolve))
        if (/^(?:data|var|ephemeral)\./u.test(source)) given.add(source);
    });
  }
  return given.size === 0 ? found : [...found, { address, argument: 'provisioner', sources: [...given] }];
}

/** Nested blocks are objects, or lists of them, in the place of an expression. */
function eachExpression(
  value: unknown,
  path: string,
  found: (expression: unknown, name: string, path: string) => void,
): void {
  for (const [name, each] of Object.entries(record(value))) {
    const inside = path === '' ? name : `${path}.${name}`;
    if (isExpression(each)) found(each, name, inside);
    else if (Array.isArray(each)) for (const block of list(each)) eachExpression(block, inside, found);
    else eachExpression(each, inside, found);
  }
}

/** An expression says its constant value, or its references, or nothing, where it is a function of constants. */
function isExpression(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const keys = Object.keys(value);
  return keys.every((key) => key === 'constant_value' || (key === 'references' && Array.isArray(value[key])));
}

/**
 * Whether it sets a write-only argument. Only the provider's schema says so, and starting a provider for that costs
 * seconds; but all providers end their names with `_wo`, and an ephemeral value may stand nowhere else.
 */
function isWriteOnly(expression: unknown, name: string): boolean {
  return name.endsWith('_wo') || references(expression).some((each) => each.startsWith('ephemeral.'));
}

/** `file("/etc/x")`, `file("${path.module}/x")`: nothing in the plan says which file that is. */
function isFunction(expression: unknown): boolean {
  return (
    field(expression, 'constant_value') === undefined &&
    references(expression).every((each) => each.startsWith('path.'))
  );
}

function references(expression: unknown): readonly string[] {
  return list(field(expression, 'references')).flatMap((each) => text(each) ?? []);
}

/** Terraform names `data.a.b[0].c`, `data.a.b[0]` and `data.a.b`: the shortest says it. */
function isWithin(reference: string, other: string): boolean {
  return reference.startsWith(`${other}.`) || reference.startsWith(`${other}[`);
}

/** What never changes between two plans of the same files. */
const FIXED = /^(?:count\.index|each\.key|path\.\w+|terraform\.\w+|self\b.*)$/u;

function sourcesOf(expression: unknown, resolve: Resolve): readonly string[] {
  const found = new Set<string>();
  const all = references(expression);
  for (const each of all) {
    const variable = /^var\.([^.[]+)/u.exec(each)?.[1];
    if (variable !== undefined) for (const source of resolve(variable)) found.add(source);
    else if (!FIXED.test(each) && !all.some((other) => isWithin(each, other))) found.add(each);
  }
  return [...found];
}
