/**
 * The hidden first line of a comment, by which later runs find it. A marker alone proves nothing, since anybody can
 * write one: `github/` trusts it only together with the comment's author.
 */

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
}

const MARKER =
  /^<!-- kompos:(plan|apply) title=([\w.!~*'()%]*) part=(\d{1,4}) head=([0-9a-f]{0,64}) run=(\d{1,16})\.(\d{1,6}) -->/u;

/** The HTML comment at the very beginning of a comment's body. */
export function marker(about: Marker): string {
  // `encodeURIComponent` leaves `-` alone, and `--` would end an HTML comment; half a surrogate pair makes it throw.
  const title = encodeURIComponent(about.title.replace(/\p{Cs}/gu, '\ufffd')).replace(/-/gu, '%2D');
  const head = /^[0-9a-f]{0,64}$/u.test(about.head) ? about.head : '';
  return `<!-- kompos:${about.kind} title=${title} part=${about.part} head=${head} run=${about.run}.${about.attempt} -->`;
}

/** Reads the marker at the beginning of a comment; undefined for other comments, also those that quote a marker. */
export function parseMarker(body: string): Marker | undefined {
  const match = MARKER.exec(body);
  if (match === null) return undefined;
  const [, kind, title = '', part, head = '', run, attempt] = match;
  const decoded = decode(title);
  if (decoded === undefined) return undefined;
  return {
    kind: kind === 'apply' ? 'apply' : 'plan',
    title: decoded,
    part: Number(part),
    head,
    run: Number(run),
    attempt: Number(attempt),
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
