/** Terraform's `http` backend on this machine: states and their locks, by path. */
import { type Answer, type Call, startServer } from './http-server.ts';

/** Who holds a lock, in Terraform's own words (`statemgr.LockInfo`). */
export interface LockInfo {
  readonly ID: string;
  readonly Operation: string;
  readonly Info: string;
  readonly Who: string;
  readonly Version: string;
  readonly Created: string;
  readonly Path: string;
}

/** One request as it was answered. */
export interface StateRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** A server of states. A path is what follows the URL, such as `/dev/vpc`. */
export interface StateServer {
  readonly url: string;
  readonly requests: readonly StateRequest[];
  /** The `backend "http"` settings for one state, as arguments of its block. */
  backend(path: string): { readonly address: string; readonly lock_address: string; readonly unlock_address: string };
  /** The parsed state, or `undefined`. */
  state(path: string): unknown;
  /** The paths that hold a state, sorted. */
  paths(): readonly string[];
  setState(path: string, state: unknown): void;
  removeState(path: string): void;
  /** Holds a lock as another run would; answers the function that gives it back. */
  hold(path: string, holder?: Partial<LockInfo>): () => void;
  /** Who holds the lock of a state, or `undefined`. */
  holder(path: string): LockInfo | undefined;
  close(): Promise<void>;
}

const locked = 423;

/**
 * Starts a server of states. Locks are taken with LOCK and UNLOCK on a state's own path, or with any method that
 * Terraform's `lock_method` and `unlock_method` name (POST or PUT, DELETE) on `<path>/lock`.
 */
export async function startStateServer(): Promise<StateServer> {
  const states = new Map<string, string>();
  const locks = new Map<string, LockInfo>();
  const requests: StateRequest[] = [];

  function lock(path: string, body: string): Answer {
    const holder = locks.get(path);
    if (holder !== undefined) return json(locked, holder);
    locks.set(path, lockInfo(body));
    return { status: 200 };
  }

  function unlock(path: string, body: string): Answer {
    const holder = locks.get(path);
    // `force-unlock` sends no lock, so an empty body gives any lock back.
    if (holder !== undefined && body !== '' && lockInfo(body).ID !== holder.ID) return json(409, holder);
    locks.delete(path);
    return { status: 200 };
  }

  function write(path: string, { url, body }: Call): Answer {
    const holder = locks.get(path);
    if (holder !== undefined && url.searchParams.get('ID') !== holder.ID) return json(locked, holder);
    states.set(path, body);
    return { status: 200 };
  }

  function read(path: string): Answer {
    const state = states.get(path);
    return state === undefined ? { status: 404 } : { status: 200, body: state, headers: jsonHeaders };
  }

  function answer(call: Call): Answer {
    const path = decodeURIComponent(call.url.pathname);
    const lockOf = /^(.+)\/lock$/u.exec(path)?.[1];
    if (call.method === 'LOCK') return lock(path, call.body);
    if (call.method === 'UNLOCK') return unlock(path, call.body);
    if (lockOf !== undefined) return call.method === 'DELETE' ? unlock(lockOf, call.body) : lock(lockOf, call.body);
    if (call.method === 'GET') return read(path);
    if (call.method === 'POST' || call.method === 'PUT') return write(path, call);
    if (call.method === 'DELETE') return { status: states.delete(path) ? 200 : 404 };
    return { status: 405 };
  }

  const server = await startServer((call) => {
    const result = answer(call);
    requests.push({ method: call.method, path: call.url.pathname, status: result.status });
    return Promise.resolve(result);
  });

  return {
    url: server.url,
    requests,
    backend: (path) => {
      const address = `${server.url}${path}`;
      return { address, lock_address: address, unlock_address: address };
    },
    state: (path) => {
      const text = states.get(path);
      const state: unknown = text === undefined ? undefined : JSON.parse(text);
      return state;
    },
    paths: () => [...states.keys()].sort(),
    setState: (path, state) => void states.set(path, JSON.stringify(state)),
    removeState: (path) => void states.delete(path),
    hold: (path, holder = {}) => {
      locks.set(path, { ...somebodyElse, ...holder });
      return () => void locks.delete(path);
    },
    holder: (path) => locks.get(path),
    close: () => server.close(),
  };
}

const jsonHeaders = { 'content-type': 'application/json' };

const somebodyElse: LockInfo = {
  ID: '11111111-2222-3333-4444-555555555555',
  Operation: 'OperationTypeApply',
  Info: '',
  Who: 'grace@elsewhere',
  Version: '1.11.4',
  Created: '2026-01-05T12:00:00Z',
  Path: '',
};

function json(status: number, value: unknown): Answer {
  return { status, headers: jsonHeaders, body: JSON.stringify(value) };
}

function lockInfo(body: string): LockInfo {
  const value: unknown = JSON.parse(body);
  const text = (key: string): string => {
    const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return typeof field === 'string' ? field : '';
  };
  return {
    ID: text('ID'),
    Operation: text('Operation'),
    Info: text('Info'),
    Who: text('Who'),
    Version: text('Version'),
    Created: text('Created'),
    Path: text('Path'),
  };
}
