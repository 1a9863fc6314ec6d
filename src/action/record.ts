/** The record of what a comment shows, signed where that is asked for, and what to say of it. */
import { packRecord, trailer, type RecordAbout, type ReviewedLeaf } from '../gate/record.ts';
import { audienceOf } from '../gate/signature.ts';
import type { RecordMode } from '../gate/trusted-record.ts';
import type { SigningFacts } from '../commands/plan/plan.ts';
import { mint, tokenRequest } from '../oidc/mint.ts';
import { Unreachable } from '../oidc/http.ts';

/** What is to be recorded. */
export interface RecordRequest {
  readonly about: Omit<RecordAbout, 'testMerge'>;
  readonly leaves: readonly ReviewedLeaf[];
  readonly mode: RecordMode;
  readonly key: string | undefined;
  readonly signing: SigningFacts | undefined;
}

/** The hidden texts for the parts of a comment, and a sentence for its readers. */
export interface Recorded {
  readonly trailers: readonly string[];
  /** Whether a merge applies it, as far as it is known here. */
  readonly ok: boolean;
  /** `''` where no plan has changes. */
  readonly sentence: string;
}

/** How a plan is applied that a merge does not apply. */
export const BY_HAND =
  'After a merge, a maintainer runs the apply by hand (workflow_dispatch) with its leaves, reads the plans that it shows, and accepts their fingerprints.';

/** @param env the runner's environment: where tokens are asked for */
export async function record(request: RecordRequest, env: NodeJS.ProcessEnv): Promise<Recorded> {
  const { about, leaves, mode, key, signing } = request;
  const parts = packRecord({ ...about, testMerge: signing?.testMerge ?? '' }, leaves);
  const matters = leaves.some(({ hasChanges }) => hasChanges);
  if (mode !== 'signed') {
    const trailers = parts.map((part) => trailer(part, key, undefined));
    if (!matters) return { trailers, ok: true, sentence: '' };
    return mode === 'keyed' && key === undefined
      ? { trailers, ok: false, sentence: `A merge will not apply this: ${NO_KEY} ${BY_HAND}` }
      : { trailers, ok: true, sentence: applies(about.time) };
  }
  let time = about.time;
  let missing = unsignable(signing);
  const trailers: string[] = [];
  const where = tokenRequest(env);
  if (where === undefined) missing ??= NO_PERMISSION;
  for (const part of parts) {
    let token: string | undefined;
    try {
      if (where !== undefined) token = await mint(where, audienceOf(part.payload));
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      missing ??= `GitHub's OIDC provider gave no token for its record (${error.message}). Run the plan again before the merge.`;
    }
    if (token !== undefined) time = Math.max(time, issuedAt(token));
    trailers.push(trailer(part, key, token));
  }
  if (!matters) return { trailers, ok: true, sentence: '' };
  if (missing !== undefined)
    return { trailers, ok: false, sentence: `A merge will not apply this: ${missing} ${BY_HAND}` };
  return { trailers, ok: true, sentence: applies(time) };
}

const NO_KEY = '"record" is "keyed", and "fingerprint-key" is empty. Give the plan job the secret and plan again.';
const NO_PERMISSION = 'its record is not signed. Give the plan job "permissions: id-token: write" and plan again.';

function unsignable(signing: SigningFacts | undefined): string | undefined {
  if (signing === undefined) return 'the run does not say which commit and which workflow it is for.';
  if (signing.failure !== undefined) return signing.failure;
  if (signing.changedWorkflow === undefined) return undefined;
  return `the pull request changes ${signing.changedWorkflow}, which plans it.`;
}

function applies(time: number): string {
  const after = new Date(time * 1_000).toISOString().slice(11, 19);
  return `A merge applies exactly these plans. Where it needs an approval, approve after ${after} UTC, the time of this plan.`;
}

/** The time of our own token, only to be shown. */
function issuedAt(token: string): number {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const time = typeof claims === 'object' && claims !== null && 'iat' in claims ? claims.iat : undefined;
  return typeof time === 'number' ? time : 0;
}
