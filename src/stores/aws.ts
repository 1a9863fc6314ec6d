/** What the stores of AWS share: who asks, where, and what their errors mean. */
import { pipeline, Readable, Transform } from 'node:stream';
import { messageOf } from '../base/node-errors.ts';
import { field, isRecord, textOf } from '../base/json.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { sideBySide } from './side-by-side.ts';
import { StoreFailure, type Fetched, type StoreContext } from './store.ts';

/** himl's region where a call names none. */
export const REGION_OF_HIML = 'us-east-1';

/** Milliseconds for a connection, and for an answer. */
const TIME = { connectionTimeout: 5_000, requestTimeout: 15_000 };
/** How many requests are under way at once. */
export const AT_ONCE = 30;
/** Throttled requests are tried again, with growing pauses. */
const ATTEMPTS = 6;
/** Bytes of one answer. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Characters of what AWS says, in a message. */
const MOST_SAID = 500;

/** Who asks and where, in words. */
export interface Asker {
  readonly words: string;
}

/** The configuration of a client of the SDK. */
export interface ClientSettings {
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly credentials?: Credentials;
  readonly maxAttempts: number;
  readonly requestHandler: typeof TIME & { readonly throwOnRequestTimeout: boolean; readonly httpsAgent: object };
}

type Credentials = ReturnType<(typeof import('@aws-sdk/credential-providers'))['fromTemporaryCredentials']>;

/**
 * The client's configuration for a reference. A layer only names a profile: what the name means is up to the settings.
 *
 * @throws StoreFailure if the profile may not be used
 */
export async function clientSettings(
  { store, options }: SecretReference,
  { settings, isOwn }: StoreContext,
): Promise<ClientSettings> {
  const { profile: name } = options;
  const region = options['region'] ?? settings.aws.region;
  const { endpoint } = settings.aws;
  const common = {
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: ATTEMPTS,
    requestHandler: { ...TIME, throwOnRequestTimeout: true, httpsAgent: { maxSockets: AT_ONCE } },
  };
  if (name === undefined) return common;
  const meaning = settings.aws.profiles.get(name) ?? (isOwn ? 'profile' : undefined);
  if (meaning === undefined) {
    throw new StoreFailure(
      `The AWS profile "${name}" is named in a layer, and the settings at the base commit do not say what it means here.`,
      `Add to .komposconfig.yaml: stores: {aws: {profiles: {${name}: environment}}}, or "profile", or the ARN of a role.`,
    );
  }
  if (meaning === 'environment') return common;
  if (meaning === 'profile') return { ...common, profile: name };
  const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  const clientConfig = { ...(region === undefined ? {} : { region }), ...(endpoint === undefined ? {} : { endpoint }) };
  const params = { RoleArn: meaning, RoleSessionName: `kompos-${store}` };
  return { ...common, credentials: fromTemporaryCredentials({ params, clientConfig }) };
}

/** What all clients of the SDK have. */
interface Client {
  readonly config: {
    readonly region: () => Promise<string>;
    readonly credentials: () => Promise<AwsKeys>;
  };
  readonly middlewareStack: {
    add(middleware: typeof boundedAnswer, options: { readonly step: 'deserialize'; readonly priority: 'low' }): void;
  };
  destroy(): void;
}

interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/**
 * Reads secrets by a request for each of them.
 *
 * @param references all with the same client
 * @param service `AWS S3`
 * @throws StoreFailure if none can be read
 */
export async function fetchEach<C extends Client>(
  references: readonly SecretReference[],
  service: string,
  context: StoreContext,
  open: (first: SecretReference) => Promise<C>,
  read: (client: C, reference: SecretReference) => Promise<Fetched>,
): Promise<ReadonlyMap<SecretReference, Fetched>> {
  const found = new Map<SecretReference, Fetched>();
  const [first] = references;
  if (first === undefined) return found;
  const client = await open(first);
  try {
    const asker = await startAsking(first, client, context);
    const readOne = (each: SecretReference): Promise<Fetched> =>
      read(client, each).catch((error: unknown) => notFetched(error, service, each.path, asker, context.signal));
    await sideBySide(references, AT_ONCE, async (each) => found.set(each, await readOne(each)));
    return found;
  } finally {
    client.destroy();
  }
}

/**
 * Prepares a client: its answers get a limit, and the keys that it found are kept out of everything that is shown.
 *
 * @returns who asks and where, for messages: the access key's id, which is no secret
 */
export async function startAsking(
  { options }: SecretReference,
  client: Pick<Client, 'config' | 'middlewareStack'>,
  { conceal }: StoreContext,
): Promise<Asker> {
  const { profile } = options;
  client.middlewareStack.add(boundedAnswer, { step: 'deserialize', priority: 'low' });
  const [region, keyId] = await Promise.all([client.config.region(), client.config.credentials()]).then(
    ([where, { accessKeyId, secretAccessKey, sessionToken }]) => {
      for (const each of [secretAccessKey, sessionToken ?? '']) conceal(each);
      return [where, accessKeyId];
    },
    (error: unknown) => {
      throw new StoreFailure(
        `AWS cannot be asked: ${messageOf(error).replace(/\.?\s*$/u, '.')}`,
        'Configure credentials and a region, such as with aws-actions/configure-aws-credentials in a step before this one.',
      );
    },
  );
  const as = profile === undefined ? '' : `profile ${profile}, `;
  return { words: `${as}access key ${keyId}, ${region}` };
}

/** Middleware of the SDK, which itself reads answers of any size into memory. */
export function boundedAnswer<A, R extends { readonly response: unknown }>(
  next: (args: A) => Promise<R>,
): (args: A) => Promise<R> {
  return async (args) => {
    const result = await next(args);
    const { response } = result;
    if (!isRecord(response)) return result;
    const { body } = response;
    if (!(body instanceof Readable)) return result;
    let size = 0;
    const bounded = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length;
        if (size > MOST_BYTES) done(new Error(`the answer has more than ${MOST_BYTES} bytes`));
        else done(null, chunk);
      },
    });
    // The reader of the answer gets the error.
    pipeline(body, bounded, () => undefined);
    Object.assign(response, { body: bounded });
    return result;
  };
}

/** Of no single secret: who asks, the way there, or the whole service. */
const OF_ALL =
  /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|Expired|RequestExpired|Throttl|TooManyRequests|SlowDown|RequestLimitExceeded|ServiceUnavailable|InternalServer|InternalFailure|Credentials|Token(?:Provider|Refresh)|Timeout|Abort|AuthorizationHeaderMalformed|InvalidAccessKeyId|AuthFailure)/u;

/**
 * What the answer to one request means for its secret.
 *
 * @param service `AWS SSM`
 * @throws StoreFailure if it means the same for all others
 */
export function notFetched(error: unknown, service: string, what: string, asker: Asker, signal: AbortSignal): Fetched {
  const name = textOf(error, 'name') ?? '';
  const code = textOf(error, 'code') ?? textOf(error, 'Code') ?? name;
  const status = statusOf(error);
  const said = whatAwsSaid(error, name === 'Error' ? code : name, status);
  const isTransport = /^E[A-Z]{3,}|^CERT_|^ERR_|SELF_SIGNED/u.test(code);
  if (signal.aborted) {
    throw new StoreFailure(`${service} did not answer in time (${asker.words}).`);
  }
  if (
    isTransport ||
    OF_ALL.test(name) ||
    OF_ALL.test(code) ||
    status === 429 ||
    (status !== undefined && status >= 500)
  ) {
    throw new StoreFailure(`${service} cannot be read (${asker.words}): ${said}`);
  }
  return { why: `${service} did not give ${what} (${asker.words}): ${said}` };
}

/** An answer without what was asked for: another server's, for example. */
export function withoutValue(service: string, what: string, asker?: Asker): Fetched {
  const by = asker === undefined ? '' : ` (${asker.words})`;
  return { why: `${service} did not give ${what}${by}: the answer has no value.` };
}

/** What is no answer of AWS is not quoted: it may be anything, also a secret that was cut off. */
function whatAwsSaid(error: unknown, name: string, status: number | undefined): string {
  const message = messageOf(error).replace(/\s*Deserialization error: to see the raw response[\s\S]*$/u, '');
  const isForeign = name === 'Unknown' || /\bJSON\b|XML parse error/u.test(message);
  if (isForeign) return `status ${status ?? 'unknown'}, and the answer is not one of AWS.`;
  const shown = message.length > MOST_SAID ? `${message.slice(0, MOST_SAID)}…` : message.replace(/\.?\s*$/u, '.');
  return name === '' ? shown : `${name}: ${shown}`;
}

function statusOf(error: unknown): number | undefined {
  const [metadata, response] = [field(error, '$metadata'), field(error, '$response')];
  const status = field(metadata, 'httpStatusCode') ?? field(response, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}

/** Why a region cannot be one: it becomes a part of a host's name. */
export function wrongRegion(region: string | undefined): string | undefined {
  if (region === undefined || /^[a-z]{2}(?:-[a-z0-9]+)+$/u.test(region)) return undefined;
  return `"${region}" is not an AWS region.`;
}
