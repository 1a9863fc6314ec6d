/** All secret stores: references by what is written, and their values, each read once. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import type { SecretAnswer, SecretData, SecretReader } from '../hierarchy/secrets.ts';
import { pick } from './pick.ts';
import { s3 } from './s3.ts';
import { secretsManager } from './secrets-manager.ts';
import { sealedReference, sops } from './sops.ts';
import { readCall } from './spelling.ts';
import { ssm } from './ssm.ts';
import { StoreFailure, type Fetched, type Store, type StoreContext } from './store.ts';
import { vault } from './vault.ts';

/** Milliseconds for a store to say itself that time is over. */
const GRACE = 500;

const STORES: readonly Store[] = [ssm, secretsManager, s3, vault, sops];

/** A reader that knows how references are written, and gets the answers from elsewhere. */
export function secretReader(read: (reference: SecretReference) => SecretAnswer): SecretReader {
  return {
    read,
    fallbacks: (call) => (/^(?:ssm|s3)\s*\./u.test(call) && !call.includes('aws_profile(') ? ['aws.profile'] : []),
    reference(text, fallbacks) {
      const call = readCall(text);
      if (typeof call === 'string') return call;
      const store = STORES.find(({ name }) => name === call.store);
      return store?.reference(call, fallbacks) ?? `There is no store "${call.store}".`;
    },
    sealed: sealedReference,
  };
}

/** Stands for a secret wherever its value does not matter, or must not be known. */
export function standInFor({ name }: SecretReference, seal = ''): string {
  return `(secret: ${name}${seal})`;
}

/** Reads nothing. */
export const standIns: SecretReader = secretReader((reference) => ({ kind: 'stand-in', text: standInFor(reference) }));

/** What was read. */
export interface FetchedSecrets {
  /** By the name of the reference. */
  readonly byName: ReadonlyMap<string, Fetched>;
  readonly failures: readonly SharedFailure[];
}

/** Why none of some secrets could be read. */
export interface SharedFailure {
  readonly references: readonly SecretReference[];
  readonly failure: StoreFailure;
}

/**
 * Reads values, side by side. One that is missing does not hide the others; a store that cannot be read at all is one
 * failure.
 *
 * @param references each once
 */
export async function fetchSecrets(
  references: readonly SecretReference[],
  context: StoreContext,
): Promise<FetchedSecrets> {
  const byName = new Map<string, Fetched>();
  const failures: SharedFailure[] = [];
  await Promise.all(
    grouped(references, askedTogether).map(async (group) => {
      // Different parts of one value are read together.
      const sources = grouped(group, ({ path, options }) => [path, options]);
      const firsts = sources.flatMap(([first]) => first ?? []);
      const store = STORES.find(({ name }) => name === firsts[0]?.store);
      if (store === undefined) return;
      try {
        const found = await inTime(store.fetch(firsts, context), store, context.signal);
        for (const [first, ...others] of sources) {
          const whole = first && found.get(first);
          if (first === undefined || whole === undefined) continue;
          for (const each of [first, ...others]) byName.set(each.name, pick(each, whole));
        }
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
        failures.push({ references: group, failure: error });
      }
    }),
  );
  return { byName, failures };
}

/** What a store starts may not end by itself, such as a program that AWS's settings name for credentials. */
async function inTime<T>(reading: Promise<T>, { name }: Store, signal: AbortSignal): Promise<T> {
  const ended = new AbortController();
  const late = once(signal, 'abort', { signal: ended.signal }).then(async () => {
    await wait(GRACE, undefined, { signal: ended.signal });
    throw new StoreFailure(`The store ${name} was not read in time.`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([reading, late]);
  } finally {
    ended.abort();
  }
}

/** Whatever prevents one of them from being read prevents all of them: a file of SOPS, or somebody's access to a store. */
function askedTogether({ store, path, options }: SecretReference): unknown {
  return store === sops.name ? [store, path] : [store, options['profile'], options['region']];
}

function grouped<T>(all: readonly T[], key: (each: T) => unknown): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const name = JSON.stringify(key(each));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

/** The values that were read. */
export function fetchedReader(byName: FetchedSecrets['byName']): SecretReader {
  return secretReader((reference) => {
    const fetched = byName.get(reference.name);
    if (fetched === undefined) return { kind: 'none', why: `The secret ${reference.name} was not read.` };
    return 'why' in fetched
      ? { kind: 'none', why: fetched.why, hint: fetched.hint }
      : { kind: 'value', value: fetched.value };
  });
}

/**
 * Stand-ins for digests that change when a value does, as far as it may be known: an HMAC of the value with a key,
 * otherwise the store's version, otherwise nothing.
 */
export function sealedReader(byName: FetchedSecrets['byName'], key: string | undefined): SecretReader {
  return secretReader((reference) => {
    const fetched = byName.get(reference.name);
    return { kind: 'stand-in', text: standInFor(reference, fetched === undefined ? '' : sealOf(fetched, key)) };
  });
}

function sealOf(fetched: Fetched, key: string | undefined): string {
  if ('why' in fetched) return '';
  if (key !== undefined) return `: ${createHmac('sha256', key).update(canonical(fetched.value)).digest('hex')}`;
  return fetched.version === undefined ? '' : `, version ${fetched.version}`;
}

function canonical(data: SecretData): string {
  return JSON.stringify(data, (_, value: unknown) => (typeof value === 'bigint' ? { integer: String(value) } : value));
}
