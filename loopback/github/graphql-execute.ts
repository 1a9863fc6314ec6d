/** Answers a GraphQL query from objects whose fields are functions: exactly what was asked for, nothing else. */
import {
  type FieldSelection,
  type Operation,
  parseQuery,
  type QueryDocument,
  type Selection,
} from './graphql-query.ts';
import type { QueryValue } from './graphql-query.ts';

/** The arguments of a field, variables put in. */
export type Arguments = Readonly<Record<string, unknown>>;

/** An object of the schema. */
export interface GraphObject {
  readonly type: string;
  /** The interfaces and unions that it belongs to. */
  readonly also?: readonly string[];
  readonly fields: Readonly<Record<string, (given: Arguments) => GraphValue>>;
}

/** What a field answers. */
type GraphValue = string | number | boolean | null | GraphObject | readonly GraphObject[];

/** A failure of one field: the answer has `null` there and goes on. */
export class FieldError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = 'FieldError';
    this.type = type;
  }
}

/** An entry of `errors`. */
interface GraphError {
  readonly message: string;
  readonly type?: string;
  readonly path?: readonly string[];
}

/** GitHub's answer, always with status 200. */
export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphError[];
}

/** A request's body. */
export interface GraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** Runs a query against the schema's root. */
export function execute(request: GraphRequest, root: GraphObject): GraphAnswer {
  try {
    const document = parseQuery(request.query);
    const operation = operationOf(document, request.operationName);
    const run = new Run(document, variablesOf(operation, request.variables));
    const data = run.select(operation.selections, root, []);
    return run.errors.length === 0 ? { data } : { data, errors: run.errors };
  } catch (error) {
    // The query itself is wrong: GitHub answers no data at all.
    return { errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
}

function operationOf({ operations }: QueryDocument, name: string | undefined): Operation {
  const chosen = name === undefined ? operations : operations.filter((each) => each.name === name);
  const [operation, ...rest] = chosen;
  if (operation === undefined) throw new Error(`No operation named "${name ?? ''}"`);
  if (rest.length > 0) throw new Error('An operation name is required');
  if (operation.kind !== 'query') throw new Error(`The loopback GitHub answers no ${operation.kind}`);
  return operation;
}

function variablesOf(operation: Operation, given: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(
    operation.variables.map(({ name, required, byDefault }) => {
      const value = given[name] ?? (byDefault?.kind === 'constant' ? byDefault.value : null);
      if (value === null && required) throw new Error(`Variable $${name} was provided invalid value`);
      return [name, value];
    }),
  );
}

class Run {
  readonly errors: GraphError[] = [];
  readonly #document: QueryDocument;
  readonly #variables: ReadonlyMap<string, unknown>;

  constructor(document: QueryDocument, variables: ReadonlyMap<string, unknown>) {
    this.#document = document;
    this.#variables = variables;
  }

  select(selections: readonly Selection[], object: GraphObject, path: readonly string[]): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const selection of selections) {
      if (selection.kind === 'field') {
        result[selection.alias] = this.#field(selection, object, [...path, selection.alias]);
        continue;
      }
      const fragment = selection.name === undefined ? selection : this.#document.fragments.get(selection.name);
      if (fragment === undefined) throw new Error(`Fragment ${selection.name ?? ''} was used, but not defined`);
      const applies = fragment.type === undefined || [object.type, ...(object.also ?? [])].includes(fragment.type);
      if (applies) Object.assign(result, this.select(fragment.selections, object, path));
    }
    return result;
  }

  #field(selection: FieldSelection, object: GraphObject, path: readonly string[]): unknown {
    if (selection.name === '__typename') return object.type;
    const resolve = object.fields[selection.name];
    if (resolve === undefined) throw new Error(`Field '${selection.name}' doesn't exist on type '${object.type}'`);
    const given = Object.fromEntries([...selection.arguments].map(([name, value]) => [name, this.#value(value)]));
    try {
      return this.#answer(selection, resolve(given), path);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      this.errors.push({ type: error.type, path, message: error.message });
      return null;
    }
  }

  #answer(selection: FieldSelection, value: GraphValue, path: readonly string[]): unknown {
    if (value === null || typeof value !== 'object') {
      if (value !== null && selection.selections.length > 0) {
        throw new Error(`Selections can't be made on scalars (field '${selection.name}')`);
      }
      return value;
    }
    if (selection.selections.length === 0) throw new Error(`Field must have selections (field '${selection.name}')`);
    if ('type' in value) return this.select(selection.selections, value, path);
    return value.map((each, index) => this.select(selection.selections, each, [...path, String(index)]));
  }

  #value(value: QueryValue): unknown {
    if (value.kind === 'constant') return value.value;
    if (value.kind === 'list') return value.items.map((each) => this.#value(each));
    if (!this.#variables.has(value.name)) throw new Error(`Variable $${value.name} is used but not declared`);
    return this.#variables.get(value.name);
  }
}
