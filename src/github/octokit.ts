/**
 * The API client of this room, with the patience that GitHub asks for. Octokit's own plugins for it put a second before
 * every GraphQL query, reads too, or do not heed `retry-after`.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { field, text } from '../json.ts';
import { problem, ProblemError } from '../problems.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** Seconds before the first and the second repetition of a request that failed on GitHub's side. */
const PAUSES = [1, 2];
/** A job must not hang for longer than this, in seconds; GitHub's hourly limit can ask for an hour. */
const LONGEST_PAUSE = 90;

/** A client whose requests are repeated while GitHub is down or asks to come back later. */
export function openOctokit(token: string): Octokit {
  const octokit = getOctokit(token);
  octokit.hook.wrap('request', async (request, options) => {
    for (const pause of PAUSES) {
      try {
        return await request(options);
      } catch (error) {
        const seconds = secondsToWait(error, pause);
        if (seconds === undefined || seconds > LONGEST_PAUSE) throw error;
        await wait(seconds * 1_000);
      }
    }
    return request(options);
  });
  return octokit;
}

/**
 * Who the token is, with a bot's suffix: `github-actions[bot]` for the job's own. (`GET /user` is refused to it.)
 *
 * @throws ProblemError when GitHub does not say
 */
export async function viewerLogin(octokit: Octokit): Promise<string> {
  const answer: unknown = await octokit.graphql('query { viewer { login } }');
  const login = text(field(field(answer, 'viewer'), 'login'));
  if (login !== undefined) return login;
  throw new ProblemError([problem('github', 'GitHub did not say who the token belongs to.')]);
}

/** Undefined for an error that would come again. */
function secondsToWait(error: unknown, pause: number): number | undefined {
  const status = statusOf(error);
  // Octokit's own word for a connection that broke is 500.
  if (status !== undefined && status >= 500) return pause;
  if (status !== 403 && status !== 429) return undefined;
  // Without the header a 403 is a matter of permissions.
  const after = Number(headerOf(error, 'retry-after') ?? NaN);
  return Number.isFinite(after) ? Math.max(after, 1) : undefined;
}

/** The HTTP status of a failed request; undefined for other errors. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

function headerOf(error: unknown, name: string): string | undefined {
  const value = field(field(field(error, 'response'), 'headers'), name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
