/** Checks who wrote folders of results: by the key, or by GitHub's tokens. */
import { decodeJwt, errors } from 'jose';
import type { RecordMode } from '../gate/trusted-record.ts';
import { issuerOf, type Claims } from '../gate/signature.ts';
import { mint, type TokenRequest } from '../oidc/mint.ts';
import { Unreachable } from '../oidc/http.ts';
import { openVerifier, type Verified } from '../oidc/verify.ts';
import type { FoundFolder } from './folder.ts';
import { wrongShardClaim, type Proof, type ShardFolder } from './join.ts';
import { keyedDigest, sameDigest, shardAudience } from './manifest.ts';

export interface ProofSettings {
  /** The input `record`: what a record is made of needs the same proof as the record. */
  readonly mode: RecordMode;
  readonly key: string | undefined;
  /** Where this job requests tokens; undefined without the permission `id-token: write`. */
  readonly tokens: TokenRequest | undefined;
  readonly serverUrl: string;
  /** What the results are of. */
  readonly part: 'shard' | 'wave';
}

/** The proof of each folder that has results in it. */
export async function proveFolders(
  folders: readonly FoundFolder[],
  settings: ProofSettings,
): Promise<ReadonlyMap<FoundFolder, Proof>> {
  const found = folders.filter((folder) => folder.kind === 'results');
  const signed = found.some(({ signature }) => signature.token !== undefined);
  const own = settings.mode === 'signed' && signed ? await ownClaims(settings) : undefined;
  const verify = openVerifier(issuerOf(settings.serverUrl).keys);
  const proofs = new Map<FoundFolder, Proof>();
  for (const folder of found) proofs.set(folder, await prove(folder, settings, own, verify));
  return proofs;
}

/** The claims that GitHub itself gives this job, whose run, workflow and commit the shards' must be. */
async function ownClaims({ tokens }: ProofSettings): Promise<Claims | { readonly why: string }> {
  if (tokens === undefined) {
    return { why: 'the results of the other jobs cannot be checked. Give this job "permissions: id-token: write".' };
  }
  try {
    const claims: Claims = decodeJwt(await mint(tokens, 'kompos:join'));
    return claims;
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof errors.JOSEError)) throw error;
    return { why: `the results of the other jobs cannot be checked: ${error.message}. Run the job again.` };
  }
}

async function prove(
  { manifest, text, signature }: ShardFolder,
  { mode, key, part }: ProofSettings,
  own: Claims | { readonly why: string } | undefined,
  verify: (token: string) => Promise<Verified>,
): Promise<Proof> {
  const which = `the results of ${part} ${manifest.shard}`;
  if (mode === 'unsigned') return { kind: 'proven' };
  if (key !== undefined) {
    if (signature.keyed === undefined) return unproven(`${which} were written without the "fingerprint-key".`);
    if (!sameDigest(signature.keyed, keyedDigest(text, key))) {
      return { kind: 'forged', why: 'it was not written with this "fingerprint-key"' };
    }
  }
  if (mode === 'keyed') {
    return key === undefined ? unproven('"record" is "keyed", and "fingerprint-key" is empty.') : { kind: 'proven' };
  }
  if (signature.token === undefined) {
    return unproven(`${which} are not signed. Give its job "permissions: id-token: write" and run it again.`);
  }
  if (own === undefined) return unproven(`${which} were not checked.`);
  if (typeof own['why'] === 'string') return unproven(own['why']);
  const verified = await verify(signature.token);
  if ('failure' in verified) {
    return verified.isInvalid === true
      ? { kind: 'forged', why: verified.failure }
      : unproven(`of ${which}, ${verified.failure}.`);
  }
  const wrong = wrongShardClaim(verified.claims, own, shardAudience(text), manifest.attempt);
  return wrong === undefined ? { kind: 'proven' } : { kind: 'forged', why: wrong };
}

function unproven(why: string): Proof {
  return { kind: 'unproven', why };
}
