/** What the stores of AWS share: who asks, where, and what their errors mean. */
import pLimit from 'p-limit';
import { messageOf } from '../base/node-errors.ts';
import { textOf } from '../base/json.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { StoreFailure, type Fetched, type StoreContext } from './store.ts';

/** himl's region where a call names none. */
export const REGION_OF_HIML = 'us-east-1';

/** Milliseconds for a connection, and for an answer. */
const TIME = { connectionTimeout: 5_000, requestTimeout: 15_000 };
/** How many requests are under way at once. */
export const AT_ONCE = 30;
/** Throttled requests are tried again, with growing pauses. */
const ATTEMPTS = 6;

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
    readonly credentials: () => Promise<{ readonly accessKeyId: string }>;
  };
  destroy(): void;
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
  signal: AbortSignal,
  open: (first: SecretReference) => Promise<C>,
  read: (client: C, reference: SecretReference) => Promise<Fetched>,
): Promise<ReadonlyMap<SecretReference, Fetched>> {
  const found = new Map<SecretReference, Fetched>();
  const [first] = references;
  if (first === undefined) return found;
  const client = await open(first);
  try {
    const asker = await askerOf(first, client);
    const limit = pLimit(AT_ONCE);
    const readOne = (each: SecretReference): Promise<Fetched> =>
      read(client, each).catch((error: unknown) => notFetched(error, service, each.path, asker, signal));
    await Promise.all(references.map((each) => limit(async () => found.set(each, await readOne(each)))));
    return found;
  } finally {
    client.destroy();
  }
}

/** Who asks and where, for messages: the access key's id, which is no secret. */
export async function askerOf({ options }: SecretReference, client: Pick<Client, 'config'>): Promise<Asker> {
  const { profile } = options;
  const [region, keyId] = await Promise.all([client.config.region(), client.config.credentials()]).then(
    ([where, { accessKeyId }]) => [where, accessKeyId],
    (error: unknown) => {
      throw new StoreFailure(
        `AWS cannot be asked: ${messageOf(error)}`,
        'Configure credentials and a region, such as with aws-actions/configure-aws-credentials in a step before this one.',
      );
    },
  );
  const as = profile === undefined ? '' : `profile ${profile}, `;
  return { words: `${as}access key ${keyId}, ${region}` };
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
  const said = `${name === 'Error' ? code : name}: ${messageOf(error)}`;
  const isTransport = status === undefined && /^E[A-Z]{3,}|^CERT_|^ERR_|SELF_SIGNED/u.test(code);
  if (signal.aborted) {
    throw new StoreFailure(`${service} did not answer in time (${asker.words}).`);
  }
  if (isTransport || OF_ALL.test(name) || OF_ALL.test(code) || (status !== undefined && status >= 500)) {
    throw new StoreFailure(`${service} cannot be read (${asker.words}): ${said}`);
  }
  return { why: `${service} did not give ${what} (${asker.words}): ${said}` };
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  const { $metadata: metadata } = error;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

/** Why a region cannot be one: it becomes a part of a host's name. */
export function wrongRegion(region: string | undefined): string | undefined {
  if (region === undefined || /^[a-z]{2}(?:-[a-z0-9]+)+$/u.test(region)) return undefined;
  return `"${region}" is not an AWS region.`;
}
