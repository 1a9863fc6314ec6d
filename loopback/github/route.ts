/** How a request of the REST API finds its handler, and what handlers are given. */
import type { operations } from '@octokit/openapi-types';
import type { Token } from './access.ts';
import { ApiError, invalid, notFound } from './api-error.ts';
import type { Issue, Store, StoredRepository } from './store.ts';

/** A request to one repository. */
export interface RestCall {
  readonly store: Store;
  readonly repository: StoredRepository;
  readonly token: Token;
  /** The parts of the path that the route names, such as `number`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed body; `undefined` without one. */
  readonly body: unknown;
  /** Where the API lives, without a slash at the end. */
  readonly api: string;
  /** The whole path. */
  readonly path: string;
}

/** A success. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An operation of GitHub's description of its API, at its path. */
export interface Route {
  readonly operation: keyof operations;
  readonly method: string;
  readonly path: string;
  readonly handle: (call: RestCall) => Reply;
}

type Success<Operation extends keyof operations, Status extends number> = operations[Operation]['responses'] extends {
  [Each in Status]: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

/** A success whose body is what GitHub describes for the operation. */
export function reply<Operation extends keyof operations, Status extends number>(
  _operation: Operation,
  status: Status,
  body: Success<Operation, Status>,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, body, headers };
}

/** Matches a path against a route's; answers the parameters. */
export function parametersOf(route: Route, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = route.path.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? '';
    const name = /^\{(.+)\}$/u.exec(part)?.[1];
    if (name !== undefined) parameters.set(name, decodeURIComponent(actual));
    else if (part !== actual) return undefined;
  }
  return Object.fromEntries(parameters);
}

/** The issue or pull request that the path names. */
export function issueOf(call: RestCall): Issue {
  const issue = call.repository.issues.get(Number(call.parameters['number']));
  if (issue === undefined) throw notFound();
  return issue;
}

/** One field of the request's body. */
export function field(call: RestCall, name: string): unknown {
  const { body } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(400, 'Problems parsing JSON');
  }
  return Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
}

/** A text that must be there and must not be too long; GitHub counts characters, not bytes. */
export function requiredText(call: RestCall, name: string, resource: string, maximum: number): string {
  const value = field(call, name);
  if (typeof value !== 'string' || value.trim() === '') throw invalid(resource, name, 'missing_field');
  return limited(value, name, resource, maximum);
}

/** A text that may be absent; `null` stays `null`. */
export function optionalText(
  call: RestCall,
  name: string,
  resource: string,
  maximum: number,
): string | null | undefined {
  const value = field(call, name);
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string') throw invalid(resource, name, 'invalid');
  return limited(value, name, resource, maximum);
}

/** The longest body of a comment or an issue. */
export const longestBody = 65_536;

function limited(value: string, name: string, resource: string, maximum: number): string {
  if (value.length > maximum && Array.from(value).length > maximum) {
    throw invalid(resource, name, 'custom', `${name} is too long (maximum is ${maximum} characters)`);
  }
  return value;
}
