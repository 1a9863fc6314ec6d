/** What a folder of results says about itself: which shard of which run it is of, and the digest of its data. Pure. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isCount, isText, listOf, objectOf, optional, type Check } from '../base/shape.ts';

/** What all shards of a run have in common with the job that joins them. */
export interface SharedRun {
  /** Our version: another one may write other data. */
  readonly kompos: string;
  /** GitHub's id of the repository; empty on the command line, like the names that only a workflow has. */
  readonly repositoryId: string;
  /** `owner/name` */
  readonly repository: string;
  /** 0 outside of a workflow. */
  readonly run: number;
  /** `owner/name/.github/workflows/plan.yml@refs/pull/7/merge` */
  readonly workflow: string;
  /** 0 if it is for none. */
  readonly pullRequest: number;
  /** Full ids; empty for a working tree, and for nothing that is compared with. */
  readonly head: string;
  readonly checkedOut: string;
  readonly base: string;
  readonly title: string;
  /** The inputs `working-directory` and `leaves`. */
  readonly projectRoot: string;
  readonly selection: readonly string[];
  /** How many shards there are, and the digest of how the leaves are split. */
  readonly of: number;
  readonly split: string;
  /** Digest of what the changed leaves are rendered to; empty where commits say it. */
  readonly files: string;
}

export interface ShardManifest extends SharedRun {
  /** Counts from 1. */
  readonly shard: number;
  readonly attempt: number;
  /** SHA-256 of the results in hex. */
  readonly results: string;
}

const isManifest: Check<ShardManifest> = objectOf<ShardManifest>({
  kompos: isText,
  repositoryId: isText,
  repository: isText,
  run: isCount,
  workflow: isText,
  pullRequest: isCount,
  head: isText,
  checkedOut: isText,
  base: isText,
  title: isText,
  projectRoot: isText,
  selection: listOf(isText),
  of: isCount,
  split: isText,
  files: isText,
  shard: isCount,
  attempt: isCount,
  results: isText,
});

/** What proves who wrote a manifest. */
export interface ShardSignature {
  /** GitHub's OIDC token whose audience is the manifest's digest. */
  readonly token?: string | undefined;
  /** HMAC of the manifest with the secret `fingerprint-key`, in hex. */
  readonly keyed?: string | undefined;
}

const isSignature: Check<ShardSignature> = objectOf<ShardSignature>({
  token: optional(isText),
  keyed: optional(isText),
});

/** @returns undefined for anything that is no manifest */
export function readManifest(text: string): ShardManifest | undefined {
  const value = parsed(text);
  return isManifest(value) ? value : undefined;
}

/** @returns undefined for anything that is no signature */
export function readSignature(text: string): ShardSignature | undefined {
  const value = parsed(text);
  return isSignature(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function digestOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The audience that binds a token to a manifest, byte for byte. It differs from a record's: the token of a shard signs
 * no record.
 */
export function shardAudience(manifest: string): string {
  return `kompos:shard:v1:${digestOf(manifest)}`;
}

/** The manifest's HMAC, in hex. */
export function keyedDigest(manifest: string, key: string): string {
  return createHmac('sha256', key).update(`kompos:shard:v1 ${manifest}`).digest('hex');
}

/** Compares two digests in hex, in constant time. */
export function sameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
