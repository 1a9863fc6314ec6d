/** Vault's HTTP interface: logging in, requests with retries, and logging out. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { abortedBy } from '../base/abort-request.ts';
import { boundedText } from '../base/bounded-text.ts';
import { timed } from '../base/debug.ts';
import { field, isRecord, list, text, textOf } from '../base/json.ts';
import { messageOf } from '../base/node-errors.ts';
import { StoreFailure, type StoreContext } from './store.ts';

/** Milliseconds before the second, third and fourth try. */
const PAUSES = [250, 1_000, 3_000];
/** Milliseconds for one answer. */
const ANSWERS_WITHIN = 10_000;
/** Milliseconds that a busy server may ask to be left alone. */
const LONGEST_PAUSE = 20_000;
const SILENT = 'no answer in time';
/** Bytes of one answer. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Characters of what Vault says, in a message. */
const MOST_SAID = 500;
const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount/token';
const NO_WAY_IN =
  'Set VAULT_TOKEN, VAULT_ROLE_ID and VAULT_SECRET_ID, or VAULT_USERNAME and VAULT_PASSWORD, or in .komposconfig.yaml: stores: {vault: {auth: {method: jwt, role: …}}}.';

export interface VaultAnswer {
  readonly status: number;
  /** Parsed JSON; undefined if it is none. */
  readonly body: unknown;
  readonly retryAfter: string | undefined;
}

/** A connection as somebody. */
export interface Vault {
  readonly address: string;
  /** Who asks, in words. */
  readonly asker: string;
  get(path: string): Promise<VaultAnswer>;
  post(path: string, data: object): Promise<VaultAnswer>;
  /** Gives back a token that was made for this connection, unless others depend on it. */
  close(keepToken: boolean): Promise<void>;
}

/** Sends one request to a path below `/v1/`. */
type Send = (method: 'GET' | 'POST', path: string, token: string | undefined, data?: object) => Promise<VaultAnswer>;

interface Login {
  readonly token: string;
  readonly asker: string;
  /** Whether the token was made by logging in. */
  readonly isMade: boolean;
}

/** @throws StoreFailure if there is no address, nobody answers, or logging in fails */
export async function connectVault(context: StoreContext): Promise<Vault> {
  const { settings, environment } = context;
  const address = (settings.vault.address ?? environment['VAULT_ADDR'] ?? '').replace(/\/+$/u, '');
  if (!/^https?:\/\//u.test(address)) {
    const why = address === '' ? 'has no address' : `has the address "${address}", which is no http or https URL`;
    throw new StoreFailure(
      `Vault ${why}.`,
      'Set VAULT_ADDR, or in .komposconfig.yaml: stores: {vault: {address: https://…}}.',
    );
  }
  const send = sender(address, context);
  const { token, asker, isMade } = await login(send, address, context);
  context.conceal(token);
  return {
    address,
    asker,
    get: (path) => send('GET', path, token),
    post: (path, data) => send('POST', path, token, data),
    async close(keepToken) {
      // It expires by itself if that fails.
      if (isMade && !keepToken) await send('POST', 'auth/token/revoke-self', token, {}).catch(() => undefined);
    },
  };
}

async function login(
  send: Send,
  address: string,
  { settings, environment, isOwn, idToken }: StoreContext,
): Promise<Login> {
  const { method, mount, role = environment['VAULT_ROLE'], audience = address, tokenFile } = settings.vault.auth;
  const said = (name: string): string | undefined => (environment[name] === '' ? undefined : environment[name]);
  const [user, password] = [said('VAULT_USERNAME'), said('VAULT_PASSWORD')];
  const [roleId, secretId] = [said('VAULT_ROLE_ID'), said('VAULT_SECRET_ID')];

  if (method === undefined || method === 'token') {
    const given = said('VAULT_TOKEN');
    const token = given ?? (isOwn ? keptToken() : undefined);
    // As himl does, which goes on with LDAP where the token is none.
    const isGood =
      token !== undefined &&
      (user === undefined || (await send('GET', 'auth/token/lookup-self', token)).status === 200);
    if (token !== undefined && isGood)
      return {
        token,
        asker: `with the token of ${given === undefined ? '~/.vault-token' : 'VAULT_TOKEN'}`,
        isMade: false,
      };
    if (method === 'token') throw new StoreFailure(`Vault (${address}) has no token.`, 'Set VAULT_TOKEN.');
  }
  const by = async (name: string, path: string, data: object, asker: string): Promise<Login> => {
    const { status, body } = await send('POST', `auth/${encodeURIComponent(mount ?? name)}/${path}`, undefined, data);
    const token = textOf(field(body, 'auth'), 'client_token');
    if (status === 200 && token !== undefined) return { token, asker, isMade: true };
    throw new StoreFailure(`Vault (${address}) refused the login ${asker}: ${saidByVault(status, body)}.`);
  };
  if (method === 'approle' || (method === undefined && roleId !== undefined)) {
    const missing = roleId === undefined ? 'VAULT_ROLE_ID' : undefined;
    if (missing !== undefined) throw new StoreFailure(`Vault (${address}): AppRole needs ${missing}.`);
    return by('approle', 'login', { role_id: roleId, secret_id: secretId }, `as AppRole ${roleId ?? ''}`);
  }
  if (method === 'jwt') {
    if (idToken === undefined) {
      throw new StoreFailure(
        `Vault (${address}): the method jwt needs a token of GitHub.`,
        'Give the job "permissions: id-token: write".',
      );
    }
    const jwt = await idToken(audience).catch((error: unknown) => {
      throw new StoreFailure(`Vault (${address}): GitHub issued no token: ${messageOf(error)}.`);
    });
    return by('jwt', 'login', { role, jwt }, `with GitHub's token as role ${role ?? '(default)'}`);
  }
  if (method === 'kubernetes') {
    return by(
      'kubernetes',
      'login',
      { role, jwt: serviceAccount(address, tokenFile) },
      `as Kubernetes role ${role ?? ''}`,
    );
  }
  if (user === undefined || password === undefined) {
    throw new StoreFailure(`Vault (${address}): there is no way to log in.`, NO_WAY_IN);
  }
  return by('ldap', `login/${encodeURIComponent(user)}`, { password }, `over LDAP as ${user}`);
}

/** Where `vault login` leaves it. */
function keptToken(): string | undefined {
  try {
    return readFileSync(join(homedir(), '.vault-token'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

function serviceAccount(address: string, file = SERVICE_ACCOUNT): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StoreFailure(`Vault (${address}): the method kubernetes needs a service account: ${messageOf(error)}.`);
  }
}

/** What Vault says about a request. What is no answer of Vault is not quoted. */
export function saidByVault(status: number, body: unknown): string {
  if (!isRecord(body)) return `status ${status}, and the answer is not one of Vault`;
  const all = ['errors', 'warnings'].flatMap((name) => list(field(body, name)));
  const said = all
    .flatMap((each) => text(each)?.trim() ?? [])
    .join('; ')
    .replace(/[.\s]+$/u, '');
  return `status ${status}${said === '' ? '' : `, ${said.length > MOST_SAID ? `${said.slice(0, MOST_SAID)}…` : said}`}`;
}

function sender(address: string, { settings, environment, signal }: StoreContext): Send {
  const namespace = settings.vault.namespace ?? environment['VAULT_NAMESPACE'] ?? '';
  const ignoreSslError = /^(?:y|yes|t|true|on|1)$/iu.test(environment['VAULT_SKIP_VERIFY'] ?? '');
  const authorities = certificates(address, environment['VAULT_CACERT'] ?? '');
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'x-vault-request': 'true',
    ...(namespace === '' ? {} : { 'x-vault-namespace': namespace }),
  };
  async function once(method: string, path: string, token: string | undefined, data?: object): Promise<VaultAnswer> {
    // Not AbortSignal.any: what Node 20 makes of a timeout may be collected before it fires.
    const own = new AbortController();
    const stop = (): void => {
      own.abort();
    };
    const timer = setTimeout(stop, ANSWERS_WITHIN);
    signal.addEventListener('abort', stop);
    try {
      const client = new HttpClient('kompos', [abortedBy(own.signal), ...authorities], {
        allowRedirects: false,
        ignoreSslError,
      });
      const { message } = await client.request(
        method,
        `${address}/v1/${path}`,
        data === undefined ? null : JSON.stringify(data),
        { ...headers, ...(token === undefined ? {} : { 'x-vault-token': token }) },
      );
      const body = json(await boundedText(message, MOST_BYTES, 'the answer'));
      return { status: message.statusCode ?? 0, body, retryAfter: message.headers['retry-after'] };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }
  return async (method, path, token, data) => {
    for (let attempt = 0; ; attempt += 1) {
      let failure: string;
      let pause = PAUSES[attempt];
      try {
        const found = await timed(
          `${method} ${address}/v1/${path}`,
          () => once(method, path, token, data),
          ({ status }) => `status ${status}`,
        );
        if (found.status < 500 && found.status !== 429) {
          if (found.status < 300 || found.status >= 400) return found;
          throw new StoreFailure(`Vault (${address}) answered with a redirect, which is not followed.`);
        }
        failure = `${saidByVault(found.status, found.body)}${found.status === 503 ? ', it may be sealed' : ''}`;
        const asked = pauseOf(found.retryAfter);
        if (pause !== undefined && asked !== undefined) {
          if (asked > LONGEST_PAUSE) failure += `, try again in ${Math.ceil(asked / 1_000)} s`;
          pause = asked > LONGEST_PAUSE ? undefined : Math.max(pause, asked);
        }
      } catch (error) {
        if (error instanceof StoreFailure) throw error;
        failure = signal.aborted || /abort|timeout/iu.test(messageOf(error)) ? SILENT : messageOf(error);
        // Who does not answer twice does not at all.
        if (failure === SILENT) pause = PAUSES[attempt + 2];
      }
      if (pause === undefined || signal.aborted) {
        throw new StoreFailure(`Vault (${address}) cannot be read: ${failure}.`, hintFor(failure));
      }
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  };
}

function hintFor(failure: string): string | undefined {
  return /certificate|self-signed|altnames/iu.test(failure)
    ? 'Name the file with the certificate of its authority in VAULT_CACERT, or in NODE_EXTRA_CA_CERTS.'
    : undefined;
}

/** Milliseconds that a server asks to wait. */
function pauseOf(retryAfter: string | undefined): number | undefined {
  return retryAfter !== undefined && /^\d+$/u.test(retryAfter) ? Number(retryAfter) * 1_000 : undefined;
}

/** Makes requests trust the certificates of a file, instead of those that Node knows, as Vault's own client does. */
function certificates(address: string, file: string): readonly ReturnType<typeof abortedBy>[] {
  if (file === '') return [];
  let ca: string;
  try {
    ca = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StoreFailure(`Vault (${address}): VAULT_CACERT cannot be read: ${messageOf(error)}.`);
  }
  return [
    {
      ...abortedBy(new AbortController().signal),
      prepareRequest({ agent }) {
        const settings = field(agent, 'options');
        if (isRecord(settings)) Object.assign(settings, { ca });
      },
    },
  ];
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
