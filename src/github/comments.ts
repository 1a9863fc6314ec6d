/** The report comments of a pull request: found by marker and author, updated in place, never by an older run. */
import { shortCommit } from '../base/names.ts';
import { problemError, ProblemError } from '../base/problems.ts';
import { asksOtherwise, isNewer, parseMarker, sameSelection, type Marker } from '../markdown/marker.ts';
import type { GitHub } from './client.ts';
import { refusalHint } from './refusal.ts';

export interface PublishRequest {
  readonly pullRequest: number;
  /** The parts of the report; each begins with its marker. */
  readonly bodies: readonly string[];
  /** False: an existing report is updated, but no new one is created. */
  readonly create: boolean;
  /** Whether it is joined from the results of several jobs: it takes the place of the report that one job has made. */
  readonly joined?: boolean;
  /** Whether it contains all that an earlier job of the same run has reported, and takes that one's place. */
  readonly continued?: boolean;
}

export type PublishResult =
  | { readonly kind: 'published'; /** Of the first part. */ readonly url: string }
  /** Nothing is worth a new comment. */
  | { readonly kind: 'unneeded' }
  /** There is a newer report, or the pull request has moved on. */
  | { readonly kind: 'superseded'; readonly why: string }
  /** The token may not write; the message is GitHub's. */
  | { readonly kind: 'forbidden'; readonly message: string; readonly hint: string };

interface Standing {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  readonly marker: Marker;
}

interface Part {
  readonly body: string;
  readonly marker: Marker;
}

/**
 * How often comments are read and missing parts written: the last round finds nothing to do unless other runs or people
 * write at the same time.
 */
const ROUNDS = 4;

/**
 * Writes the parts of a report over existing ones, adds missing ones and removes those no longer needed. GitHub has no
 * conditional writes, so the comments are read again after writing, and what another run did in between is repaired.
 */
export async function publishReport(github: GitHub, request: PublishRequest): Promise<PublishResult> {
  const parts = request.bodies.flatMap((body): readonly Part[] => {
    const marker = parseMarker(body);
    return marker === undefined ? [] : [{ body, marker }];
  });
  const ours = parts[0]?.marker;
  if (ours === undefined || parts.length < request.bodies.length) {
    throw new Error('a report without a marker could never be found again');
  }
  try {
    return await publish(github, request, parts, ours);
  } catch (error) {
    const message = github.forbidden(error);
    if (message !== undefined) return { kind: 'forbidden', message, hint: refusalHint(message, 'pull-requests') };
    throw error;
  }
}

async function publish(
  github: GitHub,
  { pullRequest, create, joined = false, continued = false }: PublishRequest,
  parts: readonly Part[],
  ours: Marker,
): Promise<PublishResult> {
  const [{ head, merged }, login] = await Promise.all([github.pullRequest(pullRequest), github.login()]);
  if (ours.head !== '' && head !== ours.head) {
    return { kind: 'superseded', why: `the pull request is at ${shortCommit(head)} by now` };
  }
  // Its record belongs to the merge, and an apply that waits or is rerun needs it.
  if (merged && ours.kind === 'plan') return { kind: 'superseded', why: 'the pull request is merged by now' };
  let url = '';
  const written = new Set<number>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const standing = await findStanding(github, pullRequest, login, ours);
    const foreign =
      ours.kind === 'plan' ? standing.find((each) => asksOtherwise(each.marker, ours, joined)) : undefined;
    if (foreign !== undefined) throw otherQuestion(ours, foreign);
    const newer = standing.find((each) => isNewer(each.marker, ours));
    if (newer !== undefined) {
      // Not the oldest of a part: the newer run may be updating it.
      await remove(github, duplicates(standing).filter(isOf(ours)));
      return { kind: 'superseded', why: `a newer run has reported: ${newer.url}` };
    }
    const other = standing.find(
      (each) => ours.run > 0 && !continued && !written.has(each.id) && isOfOtherStep(each, parts),
    );
    if (other !== undefined) throw sameTitle(ours, other);
    if (round === 1 && standing.length === 0 && !create) return { kind: 'unneeded' };

    let wrote = false;
    for (const part of parts) {
      const own = standing.find(({ marker }) => marker.part === part.marker.part);
      if (part.marker.part === 1) url = own?.url ?? url;
      if (own !== undefined && !isStale(own, part, round)) continue;
      if (own !== undefined) {
        await github.updateComment(own.id, part.body);
        written.add(own.id);
      } else {
        const created = await github.createComment(pullRequest, part.body);
        written.add(created.id);
        if (part.marker.part === 1) url = created.url;
      }
      wrote = true;
    }
    const unneeded = [...standing.filter(({ marker }) => marker.part > parts.length), ...duplicates(standing)];
    await remove(github, unneeded);
    if (!wrote && unneeded.length === 0) break;
  }
  return { kind: 'published', url };
}

/**
 * Whether a comment still has to be written. What our own run has written stays, even if GitHub returns a slightly
 * different text.
 */
function isStale(own: Standing, part: Part, round: number): boolean {
  return own.body !== part.body && (round === 1 || !isOf(part.marker)(own));
}

/** Whether our run wrote it, but in a different report: a repeated request may have posted our own text twice. */
function isOfOtherStep(standing: Standing, parts: readonly Part[]): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  const own = parts.find(({ marker }) => marker.part === standing.marker.part) ?? parts[0];
  return own !== undefined && isOf(own.marker)(standing) && plain(own.body) !== plain(standing.body);
}

/** The bodies of the report that an earlier attempt of the same run left, in order; none if there is none. */
export async function earlierReport(
  github: GitHub,
  pullRequest: number,
  ours: Omit<Marker, 'part' | 'head'>,
): Promise<readonly string[]> {
  const standing = await findStanding(github, pullRequest, await github.login(), ours);
  return standing
    .filter(({ marker: { run, attempt } }) => run === ours.run && attempt < ours.attempt)
    .map(({ body }) => body);
}

/** It would be lost, and its leaves would not be applied. */
function otherQuestion(ours: Marker, { url, marker: { source } }: Standing): ProblemError {
  const same = source?.workflow === ours.source?.workflow && source?.job === ours.source?.job;
  const whose = same ? 'this job, about other leaves' : `the job "${source?.job ?? ''}" of ${source?.workflow ?? ''}`;
  return problemError('github', `A report ${withTitle(ours)} was already written by ${whose}: ${url}`, {
    hint: 'Give each of them a "title" of its own, and the same one to the step that applies it. If the other one does not exist any more, delete its comment.',
  });
}

function withTitle({ title }: Marker): string {
  return title === '' ? 'without a title' : `with the title "${title}"`;
}

/** Each step would overwrite the report of the previous one, and its record. */
function sameTitle(ours: Marker, { url }: Standing): ProblemError {
  return problemError(
    'github',
    `Another step of this run already reported its ${ours.kind} ${withTitle(ours)}: ${url}`,
    {
      hint: 'Give each step a "title" of its own, and the same one to the step that applies it.',
    },
  );
}

function isOf(ours: Marker): (each: Standing) => boolean {
  return ({ marker }) => marker.run === ours.run && marker.attempt === ours.attempt;
}

/** All but the oldest of each part: runs that create a report at the same time all keep the oldest one. */
function duplicates(standing: readonly Standing[]): readonly Standing[] {
  const seen = new Set<number>();
  return standing.filter(({ marker }) => seen.has(marker.part) || !seen.add(marker.part));
}

async function remove(github: GitHub, comments: readonly Standing[]): Promise<void> {
  for (const { id } of new Set(comments)) await github.deleteComment(id);
}

/**
 * All parts of earlier reports of the same kind and title, oldest first. Comments by others never count, whatever their
 * content; an apply has its own report, so that the plan's record stays as it was reviewed.
 */
async function findStanding(
  github: GitHub,
  pullRequest: number,
  login: string,
  ours: Omit<Marker, 'part' | 'head'>,
): Promise<readonly Standing[]> {
  const comments = await github.comments(pullRequest);
  return comments
    .flatMap(({ id, body, url, author }) => {
      const marker = author === login ? parseMarker(body) : undefined;
      if (marker?.title !== ours.title || marker.kind !== ours.kind) return [];
      return ours.kind === 'plan' || sameSelection(marker, ours) ? [{ id, body, url, marker }] : [];
    })
    .sort((a, b) => a.id - b.id);
}
