/**
 * Which record of a pull request may be trusted: the part that needs no keys and no git. Anybody with write access can
 * edit a comment, and any workflow can write one as `github-actions`. Pure.
 */
import { shortCommit } from '../base/names.ts';
import { parseMarker, type Marker } from '../markdown/marker.ts';
import { readPart, type FoundPart, type ReviewedLeaf } from './record.ts';

/** Who wrote something, as GraphQL tells it: a bot's login has no suffix there. */
export interface Actor {
  readonly login: string;
  readonly isBot: boolean;
}

export interface ReportComment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  readonly author: Actor | undefined;
  /** ISO time */
  readonly createdAt: string;
  /** ISO time; undefined when nobody has ever edited it. */
  readonly editedAt: string | undefined;
  /** Who edited it last; undefined when nobody did, or somebody whose account is gone. */
  readonly editor: Actor | undefined;
}

/** The pull request whose record is wanted. */
export interface ReviewedPullRequest {
  /** GitHub's number of the repository. */
  readonly repositoryId: string;
  readonly number: number;
  /** Its last head commit. */
  readonly head: string;
  /** Whether its head is a branch of the same repository. */
  readonly isOwn: boolean;
  /** ISO time; undefined while it is not merged. */
  readonly mergedAt: string | undefined;
}

/** Which reports are looked at, and how they are checked. */
export interface RecordSettings {
  /** Whose token it is: the account that writes the reports. */
  readonly login: string;
  /** Of the reports. */
  readonly title: string;
  /** The input `working-directory`. */
  readonly projectRoot: string;
  /** The secret `fingerprint-key`. */
  readonly key: string | undefined;
  /** What makes a record worth anything: a signature, the key, or just the account that wrote the comment. */
  readonly mode: RecordMode;
}

export const RECORD_MODES = ['signed', 'keyed', 'unsigned'] as const;
export type RecordMode = (typeof RECORD_MODES)[number];

/** What a merge may rely on. */
export type Trust =
  | {
      readonly ok: true;
      readonly leaves: readonly ReviewedLeaf[];
      /** Seconds since 1970: approvals and the merge count only if they are not from before. */
      readonly time: number;
      /** Who pushed what was planned, or opened it again: the accounts that started the runs that signed it. */
      readonly planners: ReadonlySet<string>;
    }
  | { readonly ok: false; /** A sentence. */ readonly why: string };

/** The parts of a pull request's newest record, all of them, in their order. */
export type FoundRecord =
  | {
      readonly ok: true;
      readonly parts: readonly FoundPart[];
      /** Seconds since 1970, as far as it is known without a signature: what it shows may have been away until then. */
      readonly time: number;
    }
  | { readonly ok: false; readonly why: string };

/** Whether an actor is the account that the token belongs to (its login has a bot's suffix). */
export function isAccount(actor: Actor | undefined, login: string): boolean {
  return actor !== undefined && (actor.isBot ? `${actor.login}[bot]` : actor.login) === login;
}

/** What tells whose report a comment is. */
type Authored = Pick<ReportComment, 'body' | 'author'>;

/** The comments that are reports of this account with this title, each with its marker. */
export function reportsOf<T extends Authored>(
  comments: readonly T[],
  login: string,
  title: string,
): readonly (T & { readonly marker: Marker })[] {
  return allReports(comments, login).filter(({ marker }) => marker.title === title);
}

function allReports<T extends Authored>(
  comments: readonly T[],
  login: string,
): readonly (T & { readonly marker: Marker })[] {
  return comments.flatMap((comment) => {
    const marker = isAccount(comment.author, login) ? parseMarker(comment.body) : undefined;
    return marker === undefined ? [] : [{ ...comment, marker }];
  });
}

/** The record of a pull request, from its comments: whole, unedited, and made for exactly this. */
export function findRecord(
  comments: readonly ReportComment[],
  pullRequest: ReviewedPullRequest,
  settings: RecordSettings,
): FoundRecord {
  const { number } = pullRequest;
  if (!pullRequest.isOwn) {
    return refuse(`Pull request #${number} comes from a fork, whose plan nobody could review.`);
  }
  const reports = reportsOf(comments, settings.login, settings.title).filter(({ marker }) => marker.kind === 'plan');
  if (reports.length === 0) return refuse(noReport(comments, pullRequest, settings));

  const found: { part: FoundPart; written: number }[] = [];
  for (const { body, createdAt, editedAt, editor, url } of reports) {
    if ((editedAt !== undefined || editor !== undefined) && !isAccount(editor, settings.login)) {
      const who = editor?.login ?? 'somebody whose account is gone';
      return refuse(`The report of pull request #${number} was edited by ${who}: ${url}`);
    }
    const part = readPart(body, settings.key);
    if (part === 'none') continue;
    if (part === 'damaged') {
      return refuse(
        `The record in the report of pull request #${number} is damaged, or was made with another fingerprint-key: ${url}`,
      );
    }
    if (part === 'earlier-version') {
      return refuse(
        `The record in the report of pull request #${number} was written by an earlier version of Kompos: plan it with this one before it is merged. ${url}`,
      );
    }
    // Two runs at once can leave the same part twice.
    if (found.some((each) => each.part.sealed === part.sealed)) continue;
    found.push({ part, written: secondsOf(editedAt ?? createdAt) });
  }
  const newest = found.reduce<FoundPart | undefined>(
    (best, { part }) => (best === undefined || isLater(part.record, best.record) ? part : best),
    undefined,
  );
  if (newest === undefined) {
    return refuse(`The report of pull request #${number} has no record of a plan that could be applied.`);
  }
  const later = reports.find(({ marker }) => isLater(marker, newest.record));
  if (later !== undefined) {
    return refuse(`A later run has reported on pull request #${number} without a record: ${later.url}`);
  }
  // A part of an earlier run that was not cleared away is no part of this review.
  const own = found
    .filter(({ part }) => sameRun(part.record, newest.record))
    .sort((a, b) => a.part.record.part - b.part.record.part);
  const parts = own.map(({ part }) => part);
  const why = notThis(parts, pullRequest, settings) ?? incomplete(parts, number);
  if (why !== undefined) return refuse(why);
  // What a record says of its own time counts only with the key.
  const times = own.flatMap(({ part, written }) =>
    settings.key === undefined ? [written] : [written, part.record.time],
  );
  return { ok: true, parts, time: Math.max(...times) };
}

/** Why the parts were made for something else; undefined where they were not. */
function notThis(
  parts: readonly FoundPart[],
  { repositoryId, number, head }: ReviewedPullRequest,
  { title, projectRoot }: RecordSettings,
): string | undefined {
  for (const { record } of parts) {
    if (record.repositoryId !== repositoryId || record.pullRequest !== number) {
      return `The record in pull request #${number} was made for ${record.repository}#${record.pullRequest}.`;
    }
    if (record.head !== head) {
      return `What was planned is commit ${shortCommit(record.head)}, but pull request #${number} was merged at ${shortCommit(head)}.`;
    }
    if (record.title !== title) {
      return `The record in the report of pull request #${number} belongs to a report with ${named(record.title)}.`;
    }
    if (record.projectRoot !== projectRoot) {
      return `The record in the report of pull request #${number} is for the working-directory "${record.projectRoot}".`;
    }
  }
  return undefined;
}

/** A part that is missing may be the one whose plan differs. */
function incomplete(parts: readonly FoundPart[], number: number): string | undefined {
  const count = parts[0]?.record.parts ?? 0;
  const numbers = parts.map(({ record }) => record.part);
  const missing = Array.from({ length: Math.min(count, 1_000) }, (_, index) => index + 1).filter(
    (part) => !numbers.includes(part),
  );
  if (missing.length > 0) {
    return `Part ${missing.slice(0, 10).join(', ')} of ${count} of the record in pull request #${number} is missing.`;
  }
  if (parts.length !== count || parts.some(({ record }) => record.parts !== count)) {
    return `The parts of the record in pull request #${number} do not belong together.`;
  }
  return undefined;
}

/** Whether a record was there before the pull request was merged: the one written while an apply waits proves nothing. */
export function writtenAfterMerge(time: number, { number, mergedAt }: ReviewedPullRequest): string | undefined {
  if (mergedAt === undefined || time < secondsOf(mergedAt)) return undefined;
  return `The record in pull request #${number} is not from before its merge, so nobody has merged what it says.`;
}

/** @param iso as GitHub writes it, to the second; what is no time counts as later than everything */
export function secondsOf(iso: string): number {
  const milliseconds = Date.parse(iso);
  return Number.isNaN(milliseconds) ? Infinity : Math.floor(milliseconds / 1_000);
}

/** Reports that are there under other titles are most often the ones that were meant. */
function noReport(
  comments: readonly ReportComment[],
  { number }: ReviewedPullRequest,
  { login, title }: RecordSettings,
): string {
  const none = `Pull request #${number} has no report of ${login}${title === '' ? '' : ` with ${named(title)}`}`;
  const others = [...new Set(allReports(comments, login).map(({ marker }) => marker.title))].sort();
  if (others.length === 0) return `${none}.`;
  const wanted = title === '' ? ' without a title' : '';
  const found = others.slice(0, 10).map(named).join(', ');
  return `${none}${wanted}, but one with ${found}: what plans and what applies need the same "title" and "working-directory".`;
}

function named(title: string): string {
  return title === '' ? 'no title' : `the title "${title}"`;
}

function refuse(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}

type Run = Pick<Marker, 'run' | 'attempt'>;

function isLater(a: Run, b: Run): boolean {
  return a.run === b.run ? a.attempt > b.attempt : a.run > b.run;
}

function sameRun(a: Run, b: Run): boolean {
  return a.run === b.run && a.attempt === b.attempt;
}
