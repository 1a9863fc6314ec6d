/**
 * The hidden first line of a comment, by which later runs find it. A marker alone proves nothing, since anybody can
 * write one: `github/` trusts it only together with the comment's author.
 */

/** Which job asked which question. */
export interface ReportSource {
  /** Path of the workflow file. */
  readonly workflow: string;
  readonly job: string;
  /** Digest of the inputs that select leaves: 16 hex digits. */
  readonly selection: string;
}

/** What a comment is: two markers name the same comment when kind, title and part are the same. */
export interface Marker {
  readonly kind: 'plan' | 'apply';
  /** Distinguishes two reports on one pull request. */
  readonly title: string;
  /** Counts from 1. */
  readonly part: number;
  /** The pull request's head commit that the comment is about. */
  readonly head: string;
  /** The run that wrote it and its attempt; 0 if no run is known. */
  readonly run: number;
  readonly attempt: number;
  /** Undefined if that is not known. */
  readonly source?: ReportSource | undefined;
}

const MARKER =
  /^<!-- kompos:(plan|apply) title=([\w.!~*'()%]*) part=(\d{1,4}) head=([0-9a-f]{0,64}) run=(\d{1,16})\.(\d{1,6})(?: by=([\w.!~*'()%]*):([\w.!~*'()%]*):([0-9a-f]{16}))? -->/u;

/** The HTML comment at the very beginning of a comment's body. */
export function marker(about: Marker): string {
  const head = /^[0-9a-f]{0,64}$/u.test(about.head) ? about.head : '';
  const { source } = about;
  const by = source === undefined ? '' : ` by=${encode(source.workflow)}:${encode(source.job)}:${source.selection}`;
  return `<!-- kompos:${about.kind} title=${encode(about.title)} part=${about.part} head=${head} run=${about.run}.${about.attempt}${by} -->`;
}

/** `encodeURIComponent` leaves `-` alone, and `--` would end an HTML comment; half a surrogate pair makes it throw. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/-/gu, '%2D');
}

/** Reads the marker at the beginning of a comment; undefined for other comments, also those that quote a marker. */
export function parseMarker(body: string): Marker | undefined {
  const match = MARKER.exec(body);
  if (match === null) return undefined;
  const [, kind, title = '', part, head = '', run, attempt, by, as = '', selection] = match;
  const [decoded, workflow, job] = [decode(title), decode(by ?? ''), decode(as)];
  if (decoded === undefined || workflow === undefined || job === undefined) return undefined;
  return {
    kind: kind === 'apply' ? 'apply' : 'plan',
    title: decoded,
    part: Number(part),
    head,
    run: Number(run),
    attempt: Number(attempt),
    ...(selection === undefined ? {} : { source: { workflow, job, selection } }),
  };
}

function decode(title: string): string | undefined {
  try {
    return decodeURIComponent(title);
  } catch {
    return undefined; // written by someone else
  }
}

/**
 * Whether the existing comment was written by a later run (or a later attempt of the same one) than `ours` and must be
 * left alone. Run ids grow, so they show the order, which commit ids do not.
 */
export function isNewer(standing: Marker, ours: Marker): boolean {
  return standing.run === ours.run ? standing.attempt > ours.attempt : standing.run > ours.run;
}

/**
 * Whether the existing plan answers another question, and would be lost with its record: another job's, or this job's
 * about other leaves. A job whose leaves were changed since an earlier commit may go on.
 *
 * @param joined whether ours is joined from several jobs, and replaces what one job of the workflow said of the same leaves
 */
export function asksOtherwise(standing: Marker, ours: Marker, joined = false): boolean {
  const [theirs, own] = [standing.source, ours.source];
  if (theirs === undefined || own === undefined) return false;
  if (theirs.workflow !== own.workflow) return true;
  if (theirs.job !== own.job) return !(joined && theirs.selection === own.selection);
  return theirs.selection !== own.selection && standing.head === ours.head;
}

/** Whether two applies are about the same leaves: each selection has a report of its own. */
export function sameSelection({ source: a }: Pick<Marker, 'source'>, { source: b }: Pick<Marker, 'source'>): boolean {
  return a === undefined || b === undefined || a.selection === b.selection;
}
