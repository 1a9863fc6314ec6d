/**
 * Values that a plan passes on without containing them: write-only arguments (Terraform 1.11) are in no plan, and the
 * inputs of provisioners are computed while applying. If their sources can change outside of the files, the value may
 * differ from the one at the time of review, and no comparison of plans can detect it.
 */
import { field, isRecord, list, record, text } from '../base/json.ts';
import type { ModuleConfiguration, Plan } from './plan-json.ts';

/** A value that Terraform passes to a provider or a provisioner during an apply and that is in no plan. */
export interface UnseenInput {
  /** `module.db.aws_db_instance.this` */
  readonly address: string;
  /** `password_wo`; `provisioner` for the inputs of provisioners. */
  readonly argument: string;
  /** `data.aws_secretsmanager_random_password.this`; empty if it is only a function. */
  readonly sources: readonly string[];
}

/** The sources of a module variable's value that may change. */
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

/** Planned attribute values by address without instance keys. */
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

/** An address without instance keys: `module.a["x"].b.c[0]` → `module.a.b.c` */
export function withoutKeys(address: string): string {
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
    // An ordinary argument may have such a name: a write-only one is null in every plan.
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

/** Nested blocks are objects, or lists of objects, in place of an expression. */
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

/** An expression has its constant value or its references, or neither if it is a function of constants. */
function isExpression(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const keys = Object.keys(value);
  return keys.every((key) => key === 'constant_value' || (key === 'references' && Array.isArray(value[key])));
}

/**
 * Whether it sets a write-only argument. Only the provider's schema says so, and starting a provider for that costs
 * seconds; but all providers end their names with `_wo`, and an ephemeral value is allowed nowhere else.
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

/** Terraform names `data.a.b[0].c`, `data.a.b[0]` and `data.a.b`: the shortest is enough. */
function isWithin(reference: string, other: string): boolean {
  return reference.startsWith(`${other}.`) || reference.startsWith(`${other}[`);
}

/** References that never change between two plans of the same files. */
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
