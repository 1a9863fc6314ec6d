/** The record of what a comment shows, signed if requested, and what to say about it. */
import { packRecord, seal, trailer, type RecordAbout, type ReviewedLeaf } from '../gate/record.ts';
import { audienceOf } from '../gate/signature.ts';
import type { RecordMode } from '../gate/trusted-record.ts';
import type { SigningFacts } from '../commands/plan/plan.ts';
import { mint, tokenRequest, type TokenRequest } from '../oidc/mint.ts';
import { count } from '../markdown/phrases.ts';
import { Unreachable } from '../oidc/http.ts';

/** What is to be recorded. */
export interface RecordRequest {
  readonly about: Omit<RecordAbout, 'testMerge'>;
  readonly leaves: readonly ReviewedLeaf[];
  readonly mode: RecordMode;
  readonly key: string | undefined;
  readonly signing: SigningFacts | undefined;
  /** The comment's parts, with the sentence about the merge; the first parts end with one of the hidden texts each. */
  readonly render: (merge: MergeSentence, trailers: readonly string[]) => readonly string[];
}

/** What the comment says about a merge. */
export interface MergeSentence {
  /** Whether a merge applies it, as far as this run can tell. */
  readonly ok: boolean;
  /** `''` if no plan has changes. */
  readonly sentence: string;
}

/** The comment's parts with their record, and what they say about the merge. */
export interface Recorded extends MergeSentence {
  readonly bodies: readonly string[];
}

/** How to apply a plan that a merge does not apply. */
export const BY_HAND =
  'After a merge, a maintainer runs the apply by hand (workflow_dispatch) with its leaves, reads the plans that it shows, and accepts their fingerprints.';

/** @param env the runner's environment: where tokens are requested */
export async function record(request: RecordRequest, env: NodeJS.ProcessEnv): Promise<Recorded> {
  const { about, leaves, mode, key, signing } = request;
  const parts = packRecord({ ...about, testMerge: signing?.testMerge ?? '' }, leaves);
  const where = mode === 'signed' ? tokenRequest(env) : undefined;
  const whyNot = missing(request, where);
  if (where === undefined || parts.length === 0) return write(whyNot, about.time, undefined);
  try {
    // The report shows its time, and its length predicts the others': those are bound to the text that shows the time.
    const first = await mint(where, audienceOf(''));
    return await write(whyNot, Math.max(about.time, issuedAt(first)), { where, length: first.length });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const failure = `GitHub's OIDC provider issued no token for its record (${error.message}). Run the plan again before the merge.`;
    return write(whyNot ?? failure, about.time, undefined);
  }

  async function write(
    failure: string | undefined,
    time: number,
    signer: { readonly where: TokenRequest; readonly length: number } | undefined,
  ): Promise<Recorded> {
    const matters = leaves.some(({ hasChanges }) => hasChanges);
    const merge = matters ? sentence(failure, time, leaves) : { ok: true, sentence: '' };
    const room = parts.map(({ payload }) => trailer(payload, '', key, signer && 'x'.repeat(signer.length)));
    const bodies: string[] = [];
    for (const [index, body] of request.render(merge, room).entries()) {
      const [part, held] = [parts[index], room[index]];
      if (part === undefined || held === undefined) bodies.push(body);
      else {
        const text = body.slice(0, -`${held}\n`.length);
        const token = signer && (await mint(signer.where, audienceOf(seal(part.payload, text))));
        bodies.push(`${text}${trailer(part.payload, text, key, token)}\n`);
      }
    }
    return { ...merge, bodies };
  }
}

/** Why a merge will not apply it, as far as is known before a token is requested. */
function missing({ mode, key, signing }: RecordRequest, where: TokenRequest | undefined): string | undefined {
  if (mode === 'signed') return unsignable(signing) ?? (where === undefined ? NO_PERMISSION : undefined);
  return mode === 'keyed' && key === undefined ? NO_KEY : undefined;
}

function sentence(failure: string | undefined, time: number, leaves: readonly ReviewedLeaf[]): MergeSentence {
  return failure === undefined
    ? { ok: true, sentence: applies(time, leaves) }
    : { ok: false, sentence: notApplied(failure) };
}

/** What a report says about plans that no merge applies; the reason is a clause with its period. */
export function notApplied(why: string): string {
  return `A merge will not apply this: ${why} ${BY_HAND}`;
}

const NO_KEY = '"record" is "keyed", and "fingerprint-key" is empty. Give the plan job the secret and plan again.';
const NO_PERMISSION = 'its record is not signed. Give the plan job "permissions: id-token: write" and plan again.';

function unsignable(signing: SigningFacts | undefined): string | undefined {
  if (signing === undefined) return 'the run does not say which commit and workflow it is for.';
  if (signing.failure !== undefined) return signing.failure;
  if (signing.changedWorkflow === undefined) return undefined;
  return `the pull request changes ${signing.changedWorkflow}, which plans it.`;
}

function applies(time: number, leaves: readonly ReviewedLeaf[]): string {
  const changing = leaves.filter(({ hasChanges }) => hasChanges);
  const unwell = changing.filter(({ checks }) => checks !== undefined && checks.failed.length > 0);
  if (unwell.length === changing.length) return 'A merge applies none of these plans: required checks failed.';
  const except = unwell.length === 0 ? '' : `, except in ${count(unwell.length, 'leaf', 'leaves')} whose checks failed`;
  const after = new Date(time * 1_000).toISOString().slice(11, 19);
  return `A merge applies exactly these plans${except}. If an approval is required, approve after ${after} UTC, the time of this plan.`;
}

/** The time of our own token, for display only. */
function issuedAt(token: string): number {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const time = typeof claims === 'object' && claims !== null && 'iat' in claims ? claims.iat : undefined;
  return typeof time === 'number' ? time : 0;
}
