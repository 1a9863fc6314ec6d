/**
 * The record of what was reviewed. It is stored at the end of each part of the report comment as an invisible HTML
 * comment, and is bound to one head commit of one pull request. Pure.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ChangeDigest } from '../terraform/fingerprint.ts';
import { REFRESHES, type Refresh } from '../terraform/refresh.ts';
import { field, isRecord } from '../base/json.ts';

/** What a plan was made with, besides versions. */
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
  /** Whether the plan destroys a leaf that was removed. */
  readonly destroys: boolean;
  /** Terraform's own verdict, which cannot be derived from the counts. */
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
  /** Explains a different fingerprint where the versions are the same. */
  readonly madeBy?: MadeBy | undefined;
  /** Paths of the leaves that it waited for: it could not be planned, and only its rendering was reviewed. */
  readonly waits?: readonly string[] | undefined;
  /** How much the plan refreshed: everything, where it is not given. */
  readonly refresh?: Refresh | undefined;
  /** How its checks ended; undefined where none ran. */
  readonly checks?: ReviewedChecks | undefined;
  /** The plan's changes, to report differences by address; undefined if there was no room for them. */
  readonly changes?: readonly ChangeDigest[] | undefined;
}

/** The checks of a plan, by name. */
export interface ReviewedChecks {
  readonly passed: readonly string[];
  /** Required ones with findings, or that could not tell: the leaf must not be applied. */
  readonly failed: readonly string[];
}

/** What a record is bound to. */
export interface RecordAbout {
  /** GitHub's id of the repository, which survives renaming. */
  readonly repositoryId: string;
  /** `owner/name`, for people. */
  readonly repository: string;
  readonly pullRequest: number;
  /** The pull request's head commit. */
  readonly head: string;
  readonly checkedOut: string;
  readonly base: string;
  /** Of the report. */
  readonly title: string;
  /** The input `working-directory`. */
  readonly projectRoot: string;
  /** The input `leaves`. */
  readonly selection: readonly string[];
  /** Path of the workflow file and the job that planned; absent outside of a workflow. */
  readonly workflow?: string | undefined;
  readonly job?: string | undefined;
  readonly run: number;
  readonly attempt: number;
  /** Seconds since 1970: when the plans were recorded. */
  readonly time: number;
  /** The raw object of the run's test merge (`git cat-file commit`), in base64; empty if unknown. */
  readonly testMerge: string;
}

/** One part of a record: its own leaves, and how many parts there are. */
export interface ReviewRecord extends RecordAbout {
  /** Counts from 1. */
  readonly part: number;
  readonly parts: number;
  readonly leaves: readonly ReviewedLeaf[];
}

/** Base64url may contain `--`, which an HTML comment must not: a token's `-` is written as `+`. */
const TRAILER = /\n<!-- kompos:record v2 ([A-Za-z0-9+/=]+) ([0-9a-f]{32})(?: ([\w+.]+))? -->\s*$/u;

/** Bytes that a record may take of one part of the comment, without the token: the report needs the rest. */
const RECORD_BYTES = 20_000;
/** The same of a record of more than so many parts: a report that long is read in the summary. */
const FEW_PARTS = 4;
const MOST_RECORD_BYTES = 30_000;

/** A part of a record as it is stored, before signing. */
export interface PackedPart {
  readonly payload: string;
  readonly record: ReviewRecord;
}

/**
 * The parts of a record: one with all leaves if they fit, otherwise several. The digests of individual changes are
 * dropped first, since only the wording of a refusal needs them.
 *
 * @param limit bytes of one part's payload; by default as many as a report leaves room for
 */
export function packRecord(about: RecordAbout, leaves: readonly ReviewedLeaf[], limit?: number): readonly PackedPart[] {
  const [usual, most] = limit === undefined ? [RECORD_BYTES, MOST_RECORD_BYTES] : [limit, limit];
  if (leaves.length === 0) return [];
  const whole = pack({ ...about, part: 1, parts: 1, leaves });
  if (whole.payload.length <= usual) return [whole];
  const short = leaves.map((leaf) => ({ ...leaf, changes: undefined }));
  const few = split(about, short, usual);
  const groups = few.length <= FEW_PARTS ? few : split(about, short, most);
  return groups.map((each, index) => pack({ ...about, part: index + 1, parts: groups.length, leaves: each }));
}

/** As few groups as fit. A single leaf that does not fit gets no record, so a merge cannot apply it. */
function split(
  about: RecordAbout,
  leaves: readonly ReviewedLeaf[],
  limit: number,
): readonly (readonly ReviewedLeaf[])[] {
  // The largest possible part numbers, so that the real ones are never longer.
  const bytes = pack({ ...about, part: 9_999, parts: 9_999, leaves }).payload.length + NUMBERS;
  if (bytes <= limit) return [leaves];
  if (leaves.length < 2) return [];
  // A part compresses a little worse than the whole, and repeats what the record is about.
  const size = Math.ceil(leaves.length / Math.max(2, Math.ceil((bytes * 1.05) / limit)));
  const groups = Array.from({ length: Math.ceil(leaves.length / size) }, (_, index) =>
    leaves.slice(index * size, (index + 1) * size),
  );
  return groups.flatMap((each) => split(about, each, limit));
}

/** Characters by which the packed text can be longer with different part numbers. */
const NUMBERS = 16;

function pack(record: ReviewRecord): PackedPart {
  return { payload: deflateRawSync(JSON.stringify(record), { level: 9 }).toString('base64'), record };
}

/**
 * What the checksum and a token's audience are bound to: a part, and the text above it that reviewers read. Otherwise
 * anyone who can write as the workflow's account could show a different plan.
 */
export function seal(payload: string, text: string): string {
  // GitHub may return different line endings; any other difference could hide text.
  const shown = text.replaceAll('\r\n', '\n').trim();
  return `${payload} ${createHash('sha256').update(shown).digest('hex')}`;
}

/**
 * The hidden text that carries a part at the end of a comment's body.
 *
 * @param text the body above it
 * @param key the secret `fingerprint-key`: without one, the checksum detects accidents, not forgeries
 * @param token GitHub's OIDC token for the sealed part
 */
export function trailer(payload: string, text: string, key: string | undefined, token: string | undefined): string {
  const signature = token === undefined ? '' : ` ${token.replaceAll('-', '+')}`;
  return `<!-- kompos:record v2 ${payload} ${checksum(seal(payload, text), key)}${signature} -->`;
}

/** Far more than the record of any comment unpacks to. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Why a comment has no readable record. */
export type BadRecord = 'none' | 'damaged' | 'earlier-version';

/** A part of a record as found in a comment. */
export interface FoundPart extends PackedPart {
  /** The payload sealed with the text above it. */
  readonly sealed: string;
  readonly token: string | undefined;
}

/** Reads the record at the end of a comment's body, trusting nothing: any change to it or above it makes it `damaged`. */
export function readPart(body: string, key: string | undefined): FoundPart | BadRecord {
  if (!body.includes('<!-- kompos:record ')) return 'none';
  const found = TRAILER.exec(body);
  const [, payload = '', sum = '', signature] = found ?? [];
  if (payload === '') return body.includes('<!-- kompos:record v1 ') ? 'earlier-version' : 'damaged';
  const sealed = seal(payload, body.slice(0, found?.index));
  if (!timingSafeEqual(Buffer.from(sum), Buffer.from(checksum(sealed, key)))) return 'damaged';
  try {
    const packed = inflateRawSync(Buffer.from(payload, 'base64'), { maxOutputLength: MOST_BYTES });
    const record: unknown = JSON.parse(packed.toString('utf8'));
    return isPartOfReview(record) ? { payload, sealed, record, token: signature?.replaceAll('+', '-') } : 'damaged';
  } catch {
    return 'damaged';
  }
}

function checksum(sealed: string, key: string | undefined): string {
  const hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  return hash.update(`kompos:record v2 ${sealed}`).digest('hex').slice(0, 32);
}

const TEXTS = [
  'repositoryId',
  'repository',
  'head',
  'checkedOut',
  'base',
  'title',
  'projectRoot',
  'testMerge',
] as const;

function isPartOfReview(value: unknown): value is ReviewRecord {
  return (
    TEXTS.every((name) => typeof field(value, name) === 'string') &&
    ['pullRequest', 'run', 'attempt', 'time', 'part', 'parts'].every((name) =>
      Number.isSafeInteger(field(value, name)),
    ) &&
    isListOf(field(value, 'selection'), isText) &&
    ['workflow', 'job'].every((name) => ['string', 'undefined'].includes(typeof field(value, name))) &&
    isListOf(field(value, 'leaves'), isReviewedLeaf)
  );
}

/** Whether data is an entry of a record. */
export function isReviewedLeaf(value: unknown): value is ReviewedLeaf {
  const counts = field(value, 'counts');
  const changes = field(value, 'changes');
  return (
    ['leaf', 'rendering', 'fingerprint', 'terraform'].every((name) => typeof field(value, name) === 'string') &&
    ['destroys', 'hasChanges'].every((name) => typeof field(value, name) === 'boolean') &&
    ['create', 'update', 'replace', 'delete'].every((name) => typeof field(counts, name) === 'number') &&
    isListOf(field(value, 'providers'), isText) &&
    (field(value, 'waits') === undefined || isListOf(field(value, 'waits'), isText)) &&
    (field(value, 'madeBy') === undefined || isMadeBy(field(value, 'madeBy'))) &&
    (field(value, 'checks') === undefined || isReviewedChecks(field(value, 'checks'))) &&
    [undefined, ...REFRESHES].some((each) => each === field(value, 'refresh')) &&
    (changes === undefined || isListOf(changes, isChangeDigest))
  );
}

function isReviewedChecks(value: unknown): value is ReviewedChecks {
  return ['passed', 'failed'].every((name) => isListOf(field(value, name), isText));
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
