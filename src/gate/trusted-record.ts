/**
 * Decides which record of a pull request may be trusted, without keys or git. Anyone with write access can edit a
 * comment, and any workflow can write one as `github-actions`. Pure.
 */
import { shortCommit } from '../base/names.ts';
import { parseMarker, type Marker } from '../markdown/marker.ts';
import { readPart, type FoundPart, type RecordAbout, type ReviewedLeaf } from './record.ts';

/** An author as GraphQL reports it: a bot's login has no suffix. */
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
  /** ISO time; undefined if never edited. */
  readonly editedAt: string | undefined;
  /** The last editor; undefined if it was never edited, or the account was deleted. */
  readonly editor: Actor | undefined;
}

/** The pull request whose record is requested. */
export interface ReviewedPullRequest {
  /** GitHub's id of the repository. */
  readonly repositoryId: string;
  readonly number: number;
  /** Its last head commit. */
  readonly head: string;
  /** Whether its head is a branch in the same repository. */
  readonly isOwn: boolean;
  /** ISO time; undefined until it is merged. */
  readonly mergedAt: string | undefined;
}

/** Which reports are considered, and how they are checked. */
export interface RecordSettings {
  /** The token's account, which writes the reports. */
  readonly login: string;
  /** Of the reports. */
  readonly title: string;
  /** The input `working-directory`. */
  readonly projectRoot: string;
  /** The secret `fingerprint-key`. */
  readonly key: string | undefined;
  /** What a record must be backed by: a signature, the key, or only the account that wrote the comment. */
  readonly mode: RecordMode;
}

export const RECORD_MODES = ['signed', 'keyed', 'unsigned'] as const;
export type RecordMode = (typeof RECORD_MODES)[number];

/** What an apply may rely on. */
export type Trust =
  | {
      readonly ok: true;
      readonly leaves: readonly ReviewedLeaf[];
      /** Seconds since 1970: approvals and the merge count only from then on. */
      readonly time: number;
      /** Who pushed or reopened what was planned: the accounts that started the signing runs. */
      readonly planners: ReadonlySet<string>;
      /** What was asked: the input `leaves` of the plan, and the job that ran it. */
      readonly asked: Pick<RecordAbout, 'selection' | 'workflow' | 'job'>;
    }
  | { readonly ok: false; /** A sentence. */ readonly why: string };

/** All parts of a pull request's newest record, in order. */
export type FoundRecord =
  | {
      readonly ok: true;
      readonly parts: readonly FoundPart[];
      /** Seconds since 1970, as known without a signature: its contents may not have been visible until then. */
      readonly time: number;
    }
  | { readonly ok: false; readonly why: string };

/** Whether an actor is the token's account (whose login has a bot's suffix). */
export function isAccount(actor: Actor | undefined, login: string): boolean {
  return actor !== undefined && (actor.isBot ? `${actor.login}[bot]` : actor.login) === login;
}

/** What identifies the author of a report. */
type Authored = Pick<ReportComment, 'body' | 'author'>;

/** The comments that are reports by this account with this title, each with its marker. */
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

/** Finds a pull request's record in its comments: complete, unedited, and made for exactly this pull request. */
export function findRecord(
  comments: readonly ReportComment[],
  pullRequest: ReviewedPullRequest,
  settings: RecordSettings,
): FoundRecord {
  const { number } = pullRequest;
  if (!pullRequest.isOwn) {
    return refuse(`Pull request #${number} comes from a fork: plans of forks are not reviewed.`);
  }
  const reports = reportsOf(comments, settings.login, settings.title).filter(({ marker }) => marker.kind === 'plan');
  if (reports.length === 0) return refuse(noReport(comments, pullRequest, settings));

  const found: { part: FoundPart; written: number }[] = [];
  for (const { body, createdAt, editedAt, editor, url } of reports) {
    if ((editedAt !== undefined || editor !== undefined) && !isAccount(editor, settings.login)) {
      const who = editor?.login ?? 'a deleted account';
      return refuse(`The report of pull request #${number} was edited by ${who}: ${url}`);
    }
    const part = readPart(body, settings.key);
    if (part === 'none') continue;
    if (part === 'damaged') {
      return refuse(
        `The record in the report of pull request #${number} is damaged, or was made with a different fingerprint-key: ${url}`,
      );
    }
    if (part === 'earlier-version') {
      return refuse(
        `The record in the report of pull request #${number} was written by an earlier version of Kompos: plan it again with this version before merging. ${url}`,
      );
    }
    // Concurrent runs can leave the same part twice.
    if (found.some((each) => each.part.sealed === part.sealed)) continue;
    found.push({ part, written: secondsOf(editedAt ?? createdAt) });
  }
  const newest = found.reduce<FoundPart | undefined>(
    (best, { part }) => (best === undefined || isLater(part.record, best.record) ? part : best),
    undefined,
  );
  if (newest === undefined) {
    return refuse(`The report of pull request #${number} has no record of a plan that can be applied.`);
  }
  const later = reports.find(({ marker }) => isLater(marker, newest.record));
  if (later !== undefined) {
    return refuse(`A later run reported on pull request #${number} without a record: ${later.url}`);
  }
  // A part left over from an earlier run does not belong to this review.
  const own = found
    .filter(({ part }) => sameRun(part.record, newest.record))
    .sort((a, b) => a.part.record.part - b.part.record.part);
  const parts = own.map(({ part }) => part);
  const why = notThis(parts, pullRequest, settings) ?? incomplete(parts, number);
  if (why !== undefined) return refuse(why);
  // A record's own time counts only with the key.
  const times = own.flatMap(({ part, written }) =>
    settings.key === undefined ? [written] : [written, part.record.time],
  );
  return { ok: true, parts, time: Math.max(...times) };
}

/** Why the parts do not belong to this pull request and these settings; undefined if they do. */
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
      return `The plan is for commit ${shortCommit(record.head)}, but pull request #${number} was merged at ${shortCommit(head)}.`;
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

/** Why parts are missing or do not match: a missing part may be the one whose plan differs. */
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

/** Why a record does not predate the merge; undefined if it does. One written while an apply waits proves nothing. */
export function writtenAfterMerge(time: number, { number, mergedAt }: ReviewedPullRequest): string | undefined {
  if (mergedAt === undefined || time < secondsOf(mergedAt)) return undefined;
  return `The record in pull request #${number} was not written before the merge, so it is not what was merged.`;
}

/** @param iso as GitHub writes it, to the second; an invalid time counts as later than any other */
export function secondsOf(iso: string): number {
  const milliseconds = Date.parse(iso);
  return Number.isNaN(milliseconds) ? Infinity : Math.floor(milliseconds / 1_000);
}

/** Lists reports with other titles: most often one of those was meant. */
function noReport(
  comments: readonly ReportComment[],
  { number }: ReviewedPullRequest,
  { login, title }: RecordSettings,
): string {
  const none = `Pull request #${number} has no report by ${login}${title === '' ? '' : ` with ${named(title)}`}`;
  const others = [...new Set(allReports(comments, login).map(({ marker }) => marker.title))].sort();
  if (others.length === 0) return `${none}.`;
  const wanted = title === '' ? ' without a title' : '';
  const found = others.slice(0, 10).map(named).join(', ');
  return `${none}${wanted}, but has one with ${found}: the plan and the apply need the same "title" and "working-directory".`;
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
