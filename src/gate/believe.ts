/** Which record of a pull request may be believed. Anybody with write access can edit a comment: so hardly any. Pure. */
import { parseMarker, type Marker } from '../report/marker.ts';
import { decodeRecord, trailerOf, type ReviewRecord, type ReviewedLeaf } from './record.ts';

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
  /** Whether anybody has ever edited it. */
  readonly edited: boolean;
  /** Who edited it last; undefined when nobody did, or somebody whose account is gone. */
  readonly editor: Actor | undefined;
}

/** The pull request whose record is wanted. */
export interface ReviewedPullRequest {
  /** `owner/name` */
  readonly repository: string;
  readonly number: number;
  /** Its last head commit. */
  readonly head: string;
}

export type Belief =
  | {
      readonly ok: true;
      readonly leaves: readonly ReviewedLeaf[];
      /** The records' texts, in the order of the parts, to be carried on when the comment is rewritten. */
      readonly trailers: readonly string[];
    }
  | { readonly ok: false; /** A sentence. */ readonly why: string };

/** Whether an actor is the account that the token belongs to (its login has a bot's suffix). */
export function isAccount(actor: Actor | undefined, login: string): boolean {
  return actor !== undefined && (actor.isBot ? `${actor.login}[bot]` : actor.login) === login;
}

type Report = ReportComment & { readonly marker: Marker };

/** The comments that are reports of this account with this title, each with its marker. */
export function reportsOf(comments: readonly ReportComment[], login: string, title: string): readonly Report[] {
  return allReports(comments, login).filter(({ marker }) => marker.title === title);
}

function allReports(comments: readonly ReportComment[], login: string): readonly Report[] {
  return comments.flatMap((comment) => {
    const marker = isAccount(comment.author, login) ? parseMarker(comment.body) : undefined;
    return marker === undefined ? [] : [{ ...comment, marker }];
  });
}

/**
 * The record of a pull request, from its comments.
 *
 * @param login whose token it is: the account that writes the reports
 * @param title of the reports
 * @param key the secret `fingerprint-key`
 */
export function believedRecord(
  comments: readonly ReportComment[],
  pullRequest: ReviewedPullRequest,
  login: string,
  title: string,
  key: string | undefined,
): Belief {
  const reports = reportsOf(comments, login, title);
  if (reports.length === 0) return refuse(noReport(comments, pullRequest, login, title));

  const records: { record: ReviewRecord; part: number; trailer: string }[] = [];
  for (const { body, edited, editor, url, marker } of reports) {
    if ((edited || editor !== undefined) && !isAccount(editor, login)) {
      const who = editor?.login ?? 'somebody whose account is gone';
      return refuse(`The report of pull request #${pullRequest.number} was edited by ${who}: ${url}`);
    }
    const record = decodeRecord(body, key);
    if (record === 'damaged') {
      return refuse(
        `The record in the report of pull request #${pullRequest.number} is damaged, or was made with another fingerprint-key: ${url}`,
      );
    }
    const trailer = trailerOf(body);
    // Two runs at once can leave the same part twice.
    if (record === 'none' || trailer === undefined || records.some((each) => each.trailer === trailer)) continue;
    records.push({ record, part: marker.part, trailer });
  }
  const newest = records.reduce<ReviewRecord | undefined>(
    (best, { record }) => (best === undefined || isLater(record, best) ? record : best),
    undefined,
  );
  if (newest === undefined) {
    return refuse(`The report of pull request #${pullRequest.number} has no record of a plan that could be applied.`);
  }
  if (newest.repository !== pullRequest.repository || newest.pullRequest !== pullRequest.number) {
    return refuse(
      `The record in pull request #${pullRequest.number} was made for ${newest.repository}#${newest.pullRequest}.`,
    );
  }
  if (newest.head !== pullRequest.head) {
    return refuse(
      `What was planned is commit ${short(newest.head)}, but pull request #${pullRequest.number} was merged at ${short(pullRequest.head)}.`,
    );
  }
  // A part of an earlier run that was not cleared away is no part of this review.
  const parts = records.filter(({ record }) => sameRun(record, newest)).sort((a, b) => a.part - b.part);
  return {
    ok: true,
    leaves: parts.flatMap(({ record }) => record.leaves),
    trailers: parts.map(({ trailer }) => trailer),
  };
}

/** Reports that are there under other titles are most often the ones that were meant. */
function noReport(
  comments: readonly ReportComment[],
  { number }: ReviewedPullRequest,
  login: string,
  title: string,
): string {
  const named = (each: string): string => (each === '' ? 'no title' : `the title "${each}"`);
  const none = `Pull request #${number} has no report of ${login}${title === '' ? '' : ` with ${named(title)}`}`;
  const others = [...new Set(allReports(comments, login).map(({ marker }) => marker.title))].sort();
  if (others.length === 0) return `${none}.`;
  const wanted = title === '' ? ' without a title' : '';
  const found = others.slice(0, 10).map(named).join(', ');
  return `${none}${wanted}, but one with ${found}: what plans and what applies need the same "title" and "working-directory".`;
}

function refuse(why: string): Belief {
  return { ok: false, why };
}

function isLater(a: ReviewRecord, b: ReviewRecord): boolean {
  return a.run === b.run ? a.attempt > b.attempt : a.run > b.run;
}

function sameRun(a: ReviewRecord, b: ReviewRecord): boolean {
  return (
    a.run === b.run &&
    a.attempt === b.attempt &&
    a.head === b.head &&
    a.repository === b.repository &&
    a.pullRequest === b.pullRequest
  );
}

function short(commit: string): string {
  return commit.slice(0, 7);
}
