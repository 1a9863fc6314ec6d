/**
 * HashiCorp Vault and OpenBao, the key/value engine: `vault.path(a/b)` for a whole map, `vault.key(a/b/key)`,
 * `vault:a/b#key?version=3`, and `vault.token_policy(p)`, which makes a token.
 */
import { field, isRecord, record, text, textOf } from '../base/json.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { dataOf } from './pick.ts';
import { sideBySide } from './side-by-side.ts';
import { optionsOf, partsOf } from './spelling.ts';
import { referenceTo, type Fetched, type Store, type StoreContext } from './store.ts';
import { connectVault, saidByVault, type Vault } from './vault-client.ts';

const AT_ONCE = 20;

export const vault: Store = {
  name: 'vault',
  reference(call) {
    if (call.plain !== undefined) {
      const { path, key } = call.plain;
      const options = optionsOf('vault', call.plain.options, ['version']);
      return typeof options === 'string' ? options : checked(path, key === '' ? [] : [key], options);
    }
    const { parts } = call;
    if (parts.has('kv2') || parts.has('field')) {
      return 'himl ignores "kv2" and "field" and takes the whole map: write vault.path(…) for that, or vault:path#key for one value.';
    }
    const given = partsOf(call, ['path', 'key', 'token_policy']);
    if (typeof given === 'string') return given;
    // himl looks for them in this order.
    if (given['token_policy'] !== undefined)
      return referenceTo('vault', 'token', [], { policy: given['token_policy'] });
    if (given['path'] !== undefined) return checked(given['path'], [], {});
    const [, path = '', key = ''] = /^(.*?)\/*([^/]*)$/su.exec(given['key'] ?? '') ?? [];
    return key === '' ? 'It names no key.' : checked(path, [key], {});
  },
  fetch,
};

/** Slashes at the ends mean nothing to Vault; steps upwards would leave what patterns allow. */
function checked(
  written: string,
  key: readonly string[],
  options: Readonly<Record<string, string | undefined>>,
): SecretReference | string {
  const path = written.replace(/^\/+|\/+$/gu, '');
  if (path === '') return 'It names no path.';
  if (path.split('/').some((step) => step === '' || step === '.' || step === '..')) return `"${path}" is not a path.`;
  if (options['version'] !== undefined && !/^\d+$/u.test(options['version'])) return 'A version is a number.';
  return referenceTo('vault', path, key, options);
}

async function fetch(
  references: readonly SecretReference[],
  context: StoreContext,
): Promise<ReadonlyMap<SecretReference, Fetched>> {
  const policies = references.flatMap(({ options }) => options['policy'] ?? []);
  const { tokenPolicies } = context.settings.vault;
  const refused = new Set(policies.filter((policy) => !tokenPolicies.includes(policy)));
  const found = new Map<SecretReference, Fetched>();
  const open = references.filter((each) => {
    const isRefused = refused.has(each.options['policy'] ?? '');
    if (isRefused) found.set(each, refusedPolicy(each.options['policy'] ?? ''));
    return !isRefused;
  });
  if (open.length === 0) return found;
  const client = await connectVault(context);
  try {
    await sideBySide(open, AT_ONCE, async (each) => found.set(each, await fetchOne(each, client, context)));
    return found;
  } finally {
    // A token that was made from this one ends together with it.
    await client.close(policies.length > refused.size);
  }
}

function refusedPolicy(policy: string): Fetched {
  return {
    why: `vault.token_policy(${policy}) makes a token of Vault, which the settings do not allow.`,
    hint: `If that is meant, add to .komposconfig.yaml: stores: {vault: {token_policies: [${policy}]}}.`,
  };
}

async function fetchOne(
  reference: SecretReference,
  client: Vault,
  { settings, environment }: StoreContext,
): Promise<Fetched> {
  const { path, options } = reference;
  if (options['policy'] !== undefined) return makeToken(options['policy'], client, environment['VAULT_ROLE']);
  const mount = settings.vault.mount ?? environment['VAULT_MOUNT_POINT'] ?? 'kv';
  const isFirst = settings.vault.kvVersion === '1';
  const version = options['version'] === undefined ? '' : `?version=${options['version']}`;
  const { status, body } = await client.get(`${encoded(mount)}/${isFirst ? '' : 'data/'}${encoded(path)}${version}`);
  const shown = `${client.address}, ${mount}/${path}, ${client.asker}`;
  if (status !== 200) return { why: `Vault did not give ${path} (${shown}): ${answer(status, body)}` };
  const data = isFirst ? field(body, 'data') : field(field(body, 'data'), 'data');
  const value = isRecord(data) ? dataOf(data) : undefined;
  if (value === undefined) {
    return { why: `Vault did not give a key/value map for ${path} (${shown}): ${answer(status, body)}` };
  }
  if (isFirst) return { value, version: undefined };
  const { version: number, created_time: created } = record(field(field(body, 'data'), 'metadata'));
  // With its time: a secret that was deleted and made again begins with version 1.
  return { value, version: typeof number === 'number' ? `${number} of ${text(created) ?? 'unknown time'}` : undefined };
}

async function makeToken(policy: string, client: Vault, role: string | undefined): Promise<Fetched> {
  const where = `auth/token/create${role === undefined || role === '' ? '' : `/${encoded(role)}`}`;
  const { status, body } = await client.post(where, { policies: [policy], ttl: '24h' });
  const token = textOf(field(body, 'auth'), 'client_token');
  if (status === 200 && token !== undefined) return { value: token, version: undefined };
  return {
    why: `Vault made no token for the policy ${policy} (${client.address}, ${client.asker}): ${answer(status, body)}`,
  };
}

/** What Vault says about a secret. */
function answer(status: number, body: unknown): string {
  const isMissing = status === 404 && saidByVault(status, body) === 'status 404';
  if (!isMissing) return `${saidByVault(status, body)}.`;
  const { deletion_time: deleted, destroyed } = record(field(field(body, 'data'), 'metadata'));
  const isGone = destroyed === true || (text(deleted) ?? '') !== '';
  return `status 404, ${isGone ? 'this version of the secret was deleted' : 'there is no such secret'}.`;
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
