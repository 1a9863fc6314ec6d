/**
 * GitHub's API on this machine: the REST and GraphQL operations that the action uses, over a state that tests seed and
 * read. Answers have the shapes of GitHub's own description of its API.
 */
import { authenticate, type Token } from './github/access.ts';
import { account } from './github/account.ts';
import { ApiError, notFound } from './github/api-error.ts';
import { checkRoutes } from './github/check-routes.ts';
import { commentRoutes } from './github/comment-routes.ts';
import { Faults } from './github/faults.ts';
import { answerQuery, type GraphRequest } from './github/graphql.ts';
import { issueRoutes } from './github/issue-routes.ts';
import { labelRoutes } from './github/label-routes.ts';
import { numberFor } from './github/numbers.ts';
import { pullRoutes } from './github/pull-routes.ts';
import { parametersOf, type Reply, type RestCall } from './github/route.ts';
import { createSeeds, type Seeds } from './github/seeds.ts';
import { Store } from './github/store.ts';
import { type Answer, type Call, startServer } from './http-server.ts';

export type { Token } from './github/access.ts';

/** A request before it is answered. */
export interface ApiRequest {
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The parsed JSON; `undefined` without a body. */
  readonly body: unknown;
  /** Whom the token stands for; `undefined` when nobody. */
  readonly login: string | undefined;
  /** True for what changes something; GraphQL queries do not. */
  readonly isWrite: boolean;
}

/** A request as it was answered. */
export interface AnsweredRequest extends ApiRequest {
  readonly status: number;
}

/** The API and the tests' side of it. */
export interface GitHubApi extends Seeds {
  /** What `GITHUB_API_URL` is; GraphQL is at `<url>/graphql`. */
  readonly url: string;
  /** Every request so far, in the order of the answers. */
  readonly requests: readonly AnsweredRequest[];
  /** The requests so far that wanted to change something, refused ones included. */
  writes(): readonly AnsweredRequest[];
  /** Makes a token known. */
  addToken(secret: string, token: Token): void;
  /**
   * Runs before each answer; may wait, to let two runs meet as a test wants it, or throw an `ApiError` as the answer.
   * Answers how to take it away.
   */
  before(hook: (request: ApiRequest) => void | Promise<void>): () => void;
  /** The next writes meet a secondary rate limit (403 unless told, with `retry-after` in seconds). */
  limitWrites(count: number, limit?: { readonly status?: 403 | 429; readonly retryAfter?: number }): void;
  /** The next requests of any kind fail (502 unless told). */
  failRequests(count: number, status?: number): void;
  /** The next requests of any kind are answered by a web page (status 200 unless told). */
  answerPages(count: number, status?: number): void;
  close(): Promise<void>;
}

/** A job's token with the permissions that the paste-in workflow grants. */
export const jobToken: Token = {
  login: 'github-actions[bot]',
  kind: 'installation',
  permissions: { contents: 'read', 'pull-requests': 'write' },
};

const PAGE = '<!DOCTYPE html><html><title>Sign in</title><body>Sign in to reach the internet.</body></html>';

const routes = [...checkRoutes, ...commentRoutes, ...issueRoutes, ...labelRoutes, ...pullRoutes];

/** Starts an API that knows nobody and nothing yet. */
export async function startGitHubApi(): Promise<GitHubApi> {
  const store = new Store();
  const faults = new Faults();
  const tokens = new Map<string, Token>();
  const hooks = new Set<(request: ApiRequest) => void | Promise<void>>();
  const requests: AnsweredRequest[] = [];

  async function answer(call: Call): Promise<Answer> {
    const request = readRequest(call, tokens);
    let reply: Reply;
    try {
      for (const hook of hooks) await hook(request);
      const page = faults.page();
      if (page !== undefined) {
        return { status: page, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE };
      }
      faults.strike(request.isWrite);
      const token = authenticate(call.headers.authorization, tokens);
      reply = respond(request, token, store, server.url);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      reply = { status: error.status, body: error.body(), headers: error.headers };
    }
    requests.push({ ...request, status: reply.status });
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-github-media-type': 'github.v3; format=json',
    };
    const body = reply.body === undefined ? undefined : JSON.stringify(reply.body);
    return { status: reply.status, headers: { ...headers, ...reply.headers }, body };
  }

  const server = await startServer(answer);
  return {
    ...createSeeds(store),
    url: server.url,
    requests,
    writes: () => requests.filter((request) => request.isWrite),
    addToken: (secret, token) => void tokens.set(secret, token),
    before: (hook) => {
      hooks.add(hook);
      return () => void hooks.delete(hook);
    },
    limitWrites: (count, limit) => {
      faults.limitWrites(count, limit);
    },
    failRequests: (count, status) => {
      faults.failRequests(count, status);
    },
    answerPages: (count, status) => {
      faults.answerPages(count, status);
    },
    close: () => server.close(),
  };
}

function readRequest(call: Call, tokens: ReadonlyMap<string, Token>): ApiRequest {
  const path = call.url.pathname;
  const body = parsed(call.body);
  const secret = call.headers.authorization?.replace(/^\w+ /u, '') ?? '';
  const isMutation = path === '/graphql' && /^\s*mutation\b/u.test(graphRequest(body).query);
  return {
    method: call.method,
    path,
    query: call.url.searchParams,
    body,
    login: tokens.get(secret)?.login,
    isWrite: path === '/graphql' ? isMutation : call.method !== 'GET' && call.method !== 'HEAD',
  };
}

function respond(request: ApiRequest, token: Token, store: Store, api: string): Reply {
  if (request.path === '/graphql' && request.method === 'POST') {
    return { status: 200, body: answerQuery(graphRequest(request.body), store, token) };
  }
  if (request.path === '/user' && request.method === 'GET') {
    if (token.kind === 'installation') throw new ApiError(403, 'Resource not accessible by integration');
    return { status: 200, body: account(token.login, api) };
  }
  const path = withRepositoryName(request.path, store);
  for (const route of routes) {
    const parameters = route.method === request.method ? parametersOf(route, path) : undefined;
    if (parameters === undefined) continue;
    const repository = store.repository(`${parameters['owner'] ?? ''}/${parameters['repo'] ?? ''}`);
    if (repository === undefined) throw notFound();
    const call: RestCall = {
      store,
      repository,
      token,
      parameters,
      query: request.query,
      body: request.body,
      api,
      path,
    };
    return route.handle(call);
  }
  throw notFound();
}

/** `/repositories/{number}/…`, which links to other pages lead to, is the same as `/repos/{owner}/{repo}/…`. */
function withRepositoryName(path: string, store: Store): string {
  const number = /^\/repositories\/(\d+)/u.exec(path)?.[1];
  if (number === undefined) return path;
  const names = [...store.repositories.values()].map(({ facts }) => facts.fullName);
  const name = names.find((fullName) => String(numberFor(`repository ${fullName}`)) === number);
  return name === undefined ? path : path.replace(/^\/repositories\/\d+/u, `/repos/${name}`);
}

function graphRequest(body: unknown): GraphRequest {
  const part = (name: string): unknown =>
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  const [query, variables, operationName] = [part('query'), part('variables'), part('operationName')];
  return {
    query: typeof query === 'string' ? query : '',
    variables: typeof variables === 'object' && variables !== null ? Object.fromEntries(Object.entries(variables)) : {},
    operationName: typeof operationName === 'string' ? operationName : undefined,
  };
}

/** What is no JSON counts as no body; the handlers refuse that where they need one. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
