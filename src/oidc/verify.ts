/** Checks a token's signature by its issuer's keys. Loaded only when there is a signed record to check. */
import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { isRecord, field, list } from '../base/json.ts';
import { messageOf } from '../base/node-errors.ts';
import { getJson, Unreachable } from './http.ts';

/** A token's claims, or a clause: why it proves nothing. */
export type Verified =
  | { readonly claims: JWTPayload; readonly issuedAt: number }
  | {
      readonly failure: string;
      /** Whether the issuer did not sign it; otherwise it could not be checked. */ readonly isInvalid?: true;
    };

/**
 * @param keys address of the issuer's key set, which is read once, for the first token
 */
export function openVerifier(keys: string): (token: string) => Promise<Verified> {
  let known: Promise<ReturnType<typeof createLocalJWKSet> | { readonly failure: string }> | undefined;
  return async (token) => {
    known ??= keySet(keys);
    const found = await known;
    return 'failure' in found ? found : verify(token, found);
  };
}

async function keySet(address: string): Promise<ReturnType<typeof createLocalJWKSet> | { readonly failure: string }> {
  try {
    const answer = await getJson(address, {});
    const keys = list(field(answer, 'keys')).filter(isRecord);
    return createLocalJWKSet({ keys: keys.map((key) => ({ ...key, kty: String(key['kty']) })) });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return {
      failure: `its signature could not be checked, because the keys of GitHub's OIDC provider could not be read (${error.message}): run the job again`,
    };
  }
}

async function verify(token: string, keys: ReturnType<typeof createLocalJWKSet>): Promise<Verified> {
  try {
    const { iat } = decodeJwt(token);
    if (iat === undefined || !Number.isSafeInteger(iat))
      return { failure: 'its signature has no time', isInvalid: true };
    // A token lives for minutes and a review for days: what counts is that it was valid when it was issued.
    const { payload } = await jwtVerify(token, keys, { algorithms: ['RS256'], currentDate: new Date(iat * 1_000) });
    return { claims: payload, issuedAt: iat };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) {
      return {
        failure:
          "the key that has signed it is not among the keys of GitHub's OIDC provider any more: plan again before a merge; after it, apply by hand",
      };
    }
    if (error instanceof errors.JOSEError)
      return { failure: `its signature is not valid (${error.code})`, isInvalid: true };
    // An unusable key makes the cryptography itself throw.
    return {
      failure: `its signature could not be checked, because a key of GitHub's OIDC provider is not usable (${messageOf(error)})`,
    };
  }
}
