/**
 * The record of what was reviewed. It travels at the end of the report comment's parts, as an HTML comment that nobody
 * sees, and is bound to one head commit of one pull request. Pure.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ChangeDigest } from '../terraform/fingerprint.ts';
import { field, isRecord } from '../json.ts';

/** What a plan was made by, besides versions. */
export interface MadeBy {
  /** `Terraform` or `OpenTofu` */
  readonly program: string;
  /** `linux_amd64` */
  readonly platform: string;
  /** The beginning of each provider's `h1:` hash, in the order of `providers`. */
  readonly hashes: readonly string[];
}

/** One leaf's plan as it was reviewed. */
export interface ReviewedLeaf {
  readonly leaf: string;
  /** Whether the plan is one to destroy a leaf that is gone. */
  readonly destroys: boolean;
  /** Terraform's own verdict, which counts do not tell. */
  readonly hasChanges: boolean;
  /** 128 bits in hex. */
  readonly rendering: string;
  readonly fingerprint: string;
  readonly counts: {
    readonly create: number;
    readonly update: number;
    readonly replace: number;
    readonly delete: number;
  };
  /** `1.11.4` */
  readonly terraform: string;
  /** `registry.terraform.io/hashicorp/aws 5.100.0` */
  readonly providers: readonly string[];
  /** Names the cause where the same versions give another fingerprint. */
  readonly madeBy?: MadeBy | undefined;
  /** What the plan changes, to name a difference by address; undefined where there was no room for it. */
  readonly changes?: readonly ChangeDigest[] | undefined;
}

/** What a record is bound to. */
export interface RecordAbout {
  /** `owner/name` */
  readonly repository: string;
  readonly pullRequest: number;
  /** The pull request's head commit. */
  readonly head: string;
  readonly checkedOut: string;
  readonly base: string;
  readonly run: number;
  readonly attempt: number;
}

export interface ReviewRecord extends RecordAbout {
  readonly leaves: readonly ReviewedLeaf[];
}

const TRAILER = /\n<!-- kompos:record v1 ([A-Za-z0-9+/=]+) ([0-9a-f]{32}) -->\s*$/u;

/** Bytes of a comment's part that its record may take: the report needs the rest. */
const RECORD_BYTES = 22_000;

/**
 * The trailers of a report's parts. The first has all leaves where they fit; more of them are spread over more trailers.
 * The digests of single changes are the first to go, since only the wording of a refusal needs them.
 *
 * @param key the secret `fingerprint-key`: without one the checksum tells accidents, not forgeries
 * @param limit UTF-8 bytes of one trailer
 */
export function encodeRecord(
  record: ReviewRecord,
  key: string | undefined,
  limit: number = RECORD_BYTES,
): readonly string[] {
  if (record.leaves.length === 0) return [];
  const whole = encode(record, key);
  if (whole.length <= limit) return [whole];
  const short = { ...record, leaves: record.leaves.map((leaf) => ({ ...leaf, changes: undefined })) };
  return split(short, key, limit);
}

/** Halves until each half fits. A single leaf that does not fit has no record, and so cannot be applied by a merge. */
function split(record: ReviewRecord, key: string | undefined, limit: number): readonly string[] {
  const encoded = encode(record, key);
  if (encoded.length <= limit) return [encoded];
  if (record.leaves.length < 2) return [];
  const middle = Math.ceil(record.leaves.length / 2);
  return [record.leaves.slice(0, middle), record.leaves.slice(middle)].flatMap((leaves) =>
    split({ ...record, leaves }, key, limit),
  );
}

function encode(record: ReviewRecord, key: string | undefined): string {
  const payload = deflateRawSync(JSON.stringify(record), { level: 9 }).toString('base64');
  return `<!-- kompos:record v1 ${payload} ${checksum(payload, key)} -->`;
}

/** The record's text at the end of a comment's body, to be carried on as it is; undefined where there is none. */
export function trailerOf(body: string): string | undefined {
  return TRAILER.exec(body)?.[0].trim();
}

/** Far more than any comment's record unpacks to. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Why a comment's record cannot be believed. */
export type BadRecord = 'none' | 'damaged';

/** Reads the record at the end of a comment's body, believing nothing: any change of a byte in it makes it `damaged`. */
export function decodeRecord(body: string, key: string | undefined): ReviewRecord | BadRecord {
  if (!body.includes('<!-- kompos:record ')) return 'none';
  const [, payload = '', sum = ''] = TRAILER.exec(body) ?? [];
  if (payload === '' || !timingSafeEqual(Buffer.from(sum), Buffer.from(checksum(payload, key)))) return 'damaged';
  try {
    const packed = inflateRawSync(Buffer.from(payload, 'base64'), { maxOutputLength: MOST_BYTES });
    const record: unknown = JSON.parse(packed.toString('utf8'));
    return isRecordOfReview(record) ? record : 'damaged';
  } catch {
    return 'damaged';
  }
}

function checksum(payload: string, key: string | undefined): string {
  const hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  return hash.update(`kompos:record v1 ${payload}`).digest('hex').slice(0, 32);
}

function isRecordOfReview(value: unknown): value is ReviewRecord {
  return (
    ['repository', 'head', 'checkedOut', 'base'].every((name) => typeof field(value, name) === 'string') &&
    ['pullRequest', 'run', 'attempt'].every((name) => typeof field(value, name) === 'number') &&
    isListOf(field(value, 'leaves'), isReviewedLeaf)
  );
}

function isReviewedLeaf(value: unknown): value is ReviewedLeaf {
  const counts = field(value, 'counts');
  const changes = field(value, 'changes');
  return (
    ['leaf', 'rendering', 'fingerprint', 'terraform'].every((name) => typeof field(value, name) === 'string') &&
    ['destroys', 'hasChanges'].every((name) => typeof field(value, name) === 'boolean') &&
    ['create', 'update', 'replace', 'delete'].every((name) => typeof field(counts, name) === 'number') &&
    isListOf(field(value, 'providers'), isText) &&
    (field(value, 'madeBy') === undefined || isMadeBy(field(value, 'madeBy'))) &&
    (changes === undefined || isListOf(changes, isChangeDigest))
  );
}

function isMadeBy(value: unknown): value is MadeBy {
  return (
    ['program', 'platform'].every((name) => isText(field(value, name))) && isListOf(field(value, 'hashes'), isText)
  );
}

function isChangeDigest(value: unknown): value is ChangeDigest {
  const attributes = field(value, 'attributes');
  return (
    isText(field(value, 'address')) &&
    isText(field(value, 'actions')) &&
    isRecord(attributes) &&
    Object.values(attributes).every(isText)
  );
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
