/**
 * GitHub's OIDC provider of an Enterprise Server on this machine: real RSA keys, one host that publishes them at
 * `<server>/_services/token/.well-known/jwks`, and another one that mints.
 */
import { createPrivateKey, generateKeyPairSync, randomUUID, sign, type JsonWebKey } from 'node:crypto';
import type { TriggeringEvent } from './events.ts';
import { repositoryIdOf } from './events.ts';
import type { Environment } from './git-command.ts';
import { startServer, type Answer } from './http-server.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** How a token is signed otherwise than the provider does. */
export interface Forgery {
  readonly header?: Readonly<Record<string, unknown>>;
  /** The signature over a text; the provider's own unless told. */
  readonly signature?: (text: string) => Buffer;
}

export interface OidcProvider {
  /** What `GITHUB_SERVER_URL` is. */
  readonly serverUrl: string;
  /** Lets a job ask for tokens with these claims; its two variables. */
  grant(claims: Claims): Environment;
  /** A token as the provider makes it, or nearly. */
  token(claims: Claims, forgery?: Forgery): string;
  /** The public key that the next tokens are signed for. */
  publicKey(): JsonWebKey;
  /** From now on another key signs, and the old one is not published any more. */
  rotate(): void;
  /** So many requests for the keys fail; the number of requests until now. */
  failKeys(count: number, answer?: Answer): void;
  keyRequests(): number;
  /** So many requests for a token fail. */
  failMints(count: number): void;
  close(): Promise<void>;
}

/** @param now the clock of the tokens, seconds since 1970 */
export async function startOidcProvider(now: () => number): Promise<OidcProvider> {
  const granted = new Map<string, Claims>();
  let key = newKey();
  let failingKeys = 0;
  let failingMints = 0;
  let failure: Answer = { status: 503 };
  let keyRequests = 0;

  const server = await startServer(({ url }) => {
    if (url.pathname !== '/_services/token/.well-known/jwks') return Promise.resolve({ status: 404 });
    keyRequests += 1;
    failingKeys -= 1;
    return Promise.resolve(failingKeys >= 0 ? failure : json({ keys: [key.jwk] }));
  });
  const minting = await startServer(({ url, headers }) => {
    failingMints -= 1;
    if (failingMints >= 0) return Promise.resolve({ status: 503 });
    const claims = granted.get(headers.authorization ?? '');
    if (claims === undefined) return Promise.resolve({ status: 401 });
    return Promise.resolve(json({ count: 1, value: token({ ...claims, aud: url.searchParams.get('audience') }) }));
  });
  const issuer = `${server.url}/_services/token`;

  function token(claims: Claims, { header, signature }: Forgery = {}): string {
    const issued = now();
    const times = { nbf: issued - 300, iat: issued, exp: issued + 300 };
    const head = { typ: 'JWT', alg: 'RS256', kid: key.jwk.kid, ...header };
    const text = [head, { jti: randomUUID(), iss: issuer, ...times, ...claims }].map(encoded).join('.');
    const signed = signature?.(text) ?? sign('sha256', Buffer.from(text), createPrivateKey(key.pem));
    return `${text}.${signed.toString('base64url')}`;
  }

  return {
    serverUrl: server.url,
    grant(claims) {
      const bearer = randomUUID();
      granted.set(`Bearer ${bearer}`, claims);
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${minting.url}/idtoken?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
      };
    },
    token,
    publicKey: () => key.jwk,
    rotate() {
      key = newKey();
    },
    failKeys(count, answer = { status: 503 }) {
      failingKeys = count;
      failure = answer;
    },
    keyRequests: () => keyRequests,
    failMints(count) {
      failingMints = count;
    },
    async close() {
      await Promise.all([server.close(), minting.close()]);
    },
  };
}

/** What GitHub says of a job (docs.github.com/en/actions/reference/security/oidc), without what nobody reads. */
export function claimsOf(job: {
  readonly event: TriggeringEvent;
  readonly runId: number;
  readonly runAttempt: number;
  readonly workflow: string;
}): Claims {
  const { event } = job;
  const workflowRef = `${event.repository}/${job.workflow}@${event.ref}`;
  return {
    sub: `repo:${event.repository}:${event.name}`,
    repository: event.repository,
    repository_id: repositoryIdOf(event),
    event_name: event.name,
    ref: event.ref,
    base_ref: event.baseRef,
    head_ref: event.headRef,
    sha: event.sha,
    actor: event.actor,
    run_id: String(job.runId),
    run_attempt: String(job.runAttempt),
    workflow_ref: workflowRef,
    workflow_sha: event.sha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: event.sha,
  };
}

function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  return {
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function json(value: unknown): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
