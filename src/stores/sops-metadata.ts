/** The keys that a file of SOPS says it is encrypted with: to decrypt it, SOPS asks each of them. Pure. */
import { field, isRecord, list, record, textOf } from '../base/json.ts';
import { leafGlob } from '../project/selection.ts';
import type { StoreSettings } from '../project/store-settings.ts';

/** A key; `address` is what has to be allowed; undefined: it is on the machine itself. */
export interface SopsKey {
  readonly kind: string;
  readonly address: string | undefined;
}

/** What SOPS keeps beside keys. */
const NO_KEYS = new Set(['lastmodified', 'mac', 'version', 'shamir_threshold', 'mac_only_encrypted']);
const IS_RULE = /^(?:un)?encrypted_(?:comment_)?(?:suffix|regex)$/u;
/** Their secret parts are on the machine, and the file names no address. */
const LOCAL = new Set(['age', 'pgp']);

/** What a key of each kind has. A field that only differs in case would replace it. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  kms: ['arn', 'role', 'context', 'aws_profile', 'created_at', 'enc'],
  gcp_kms: ['resource_id', 'created_at', 'enc'],
  azure_kv: ['vault_url', 'name', 'version', 'created_at', 'enc'],
  hc_vault: ['vault_address', 'engine_path', 'key_name', 'created_at', 'enc'],
};

/** Of a key that is never allowed. */
const UNKNOWN = 'unknown';
const KNOWN = new Set([...LOCAL, 'kms', 'gcp_kms', 'azure_kv', 'hc_vault']);

/** All keys of a file; undefined if it is not one of SOPS. */
export function keysOf(metadata: unknown): readonly SopsKey[] | undefined {
  if (!isRecord(metadata) || !('mac' in metadata)) return undefined;
  const groups = [metadata, ...list(field(metadata, 'key_groups')).map(record)];
  return groups.flatMap((group) =>
    Object.entries(group).flatMap(([kind, keys]) => {
      if (NO_KEYS.has(kind) || IS_RULE.test(kind) || kind === 'key_groups' || keys === null) return [];
      if (!Array.isArray(keys)) return [{ kind, address: `a key of the unknown kind "${kind}"` }];
      return list(keys).flatMap((key) => {
        const unknown = Object.keys(record(key)).find((name) => FIELDS[kind]?.includes(name) === false);
        if (unknown !== undefined) return [{ kind: UNKNOWN, address: `a key with the unknown field "${unknown}"` }];
        return addressesOf(kind, key).map((address) => ({ kind, address }));
      });
    }),
  );
}

function addressesOf(kind: string, key: unknown): readonly (string | undefined)[] {
  const [said, or] = [
    (name: string): string => textOf(key, name) ?? '',
    (text: string): string[] => (text === '' ? [] : [text]),
  ];
  if (LOCAL.has(kind)) return [undefined];
  switch (kind) {
    case 'kms':
      // The role is assumed, and the profile read, before the key is used.
      return [said('arn'), ...or(said('role')), ...or(said('aws_profile')).map((name) => `profile:${name}`)];
    case 'gcp_kms':
      return [said('resource_id')];
    case 'azure_kv':
      return [`${said('vault_url')}/keys/${said('name')}`];
    case 'hc_vault':
      return [`${said('vault_address')}/v1/${said('engine_path')}/keys/${said('key_name')}`];
    default:
      return [`a key of the unknown kind "${kind}"`];
  }
}

/** Whether comments decide what is encrypted. */
export function needsComments(metadata: unknown): boolean {
  return Object.keys(record(metadata)).some((name) => /^(?:un)?encrypted_comment_/u.test(name));
}

/** The first key that may not be asked, in words; undefined if all may. */
export function notAllowed(keys: readonly SopsKey[], { sops, aws }: StoreSettings): string | undefined {
  const refused = keys.find(({ kind, address }) => {
    if (!KNOWN.has(kind)) return true;
    if (address === undefined) return false;
    const [, profile] = /^profile:(.*)$/su.exec(address) ?? [];
    if (profile !== undefined) return aws.profiles.get(profile) !== 'profile';
    return !sops.keys.some((glob) => leafGlob(glob)(address));
  });
  return refused?.address;
}
