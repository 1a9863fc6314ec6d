/** Whether a file is signed with a publisher's key. */
import type { Key } from 'openpgp';
import { messageOf } from '../../base/node-errors.ts';

export type Judgement =
  | { readonly kind: 'good' }
  /** The text has no key with the fingerprint. */
  | { readonly kind: 'other-key' }
  /** In this form of it, the key had expired when the signature was made, or lacks the part that made it. */
  | { readonly kind: 'outdated-key'; readonly why: string }
  | { readonly kind: 'wrong'; readonly why: string };

/**
 * The key is the one with the fingerprint, whatever else its text has. It must have been valid when the signature was
 * made: expiring later is no reason to refuse what it signed.
 *
 * @param armored text of the key
 * @param fingerprint of the primary key, in lower case
 * @param signature detached, binary or armored: publishers document the name of the file, not its form
 */
export async function judgeSignature(
  armored: string,
  fingerprint: string,
  signed: Uint8Array,
  signature: Uint8Array,
  now: Date,
): Promise<Judgement> {
  // 400 KB, needed only here.
  const { createMessage, readKeys, readSignature, verify } = await import('openpgp');
  const keys = await readKeys({ armoredKeys: armored }).catch(() => []);
  const key = keys.find((each) => each.getFingerprint() === fingerprint);
  if (key === undefined) return { kind: 'other-key' };
  const text = Buffer.from(signature).toString('latin1');
  const isArmored = text.startsWith('-----BEGIN PGP SIGNATURE-----');
  let judgement: Judgement = { kind: 'wrong', why: 'there is no signature' };
  // A key whose life was extended vouches for itself from then on only: what it had signed before is verified with the
  // key as it is now.
  for (const asOfNow of [false, true]) {
    try {
      const { signatures } = await verify({
        message: await createMessage({ binary: signed }),
        signature: await (isArmored
          ? readSignature({ armoredSignature: text })
          : readSignature({ binarySignature: signature })),
        verificationKeys: key.toPublic(),
        date: now,
        config: { allowInsecureVerificationWithReformattedKeys: asOfNow },
      });
      for (const each of signatures) {
        judgement = await each.verified.then(
          (): Judgement => ({ kind: 'good' }),
          async (error: unknown) => {
            const { packets } = await each.signature;
            return whyNot(key, each.keyID, packets[0]?.created ?? null, messageOf(error));
          },
        );
        if (judgement.kind === 'good') return judgement;
      }
    } catch (error) {
      return { kind: 'wrong', why: messageOf(error) };
    }
  }
  return judgement;
}

async function whyNot(
  key: Key,
  keyId: Parameters<Key['getKeys']>[0],
  created: Date | null,
  why: string,
): Promise<Judgement> {
  const [part] = key.getKeys(keyId);
  if (part === undefined) return { kind: 'outdated-key', why: `it has no subkey ${keyId?.toHex() ?? ''}` };
  for (const each of [key, part]) {
    const expires = await each.getExpirationTime();
    if (created !== null && expires instanceof Date && expires < created) {
      return { kind: 'outdated-key', why: `it expired on ${expires.toISOString().slice(0, 10)}` };
    }
  }
  return { kind: 'wrong', why };
}
