/**
 * The API client, which repeats requests as GitHub asks. Octokit's own plugins delay every GraphQL query by a second,
 * even reads, or ignore `retry-after`.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { timed } from '../base/debug.ts';
import { field, text } from '../base/json.ts';
import { messageOf } from '../base/node-errors.ts';
import { problemError } from '../base/problems.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** Seconds before the first and the second repetition of a request that failed on GitHub's side. */
const PAUSES = [1, 2];
/** Seconds that GitHub's documentation asks for if a rate limit names no time. */
const UNNAMED_PAUSE = 60;

/** Where the API is, and who asks it about what. */
export interface GitHubAccess {
  /** `https://api.github.com` */
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
}

/** How a client repeats requests that failed on GitHub's side or met a rate limit. */
export interface RetryPolicy {
  /** Waits this many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The longest pause in seconds; GitHub's hourly limit can ask for an hour. */
  readonly longestPause: number;
  /** Whether a create that failed on GitHub's side is repeated, although it may have succeeded. */
  readonly repeatsCreates: boolean;
}

/** For jobs that people wait for, and creates whose duplicates are found and removed. */
const USUAL: RetryPolicy = { wait: (milliseconds) => wait(milliseconds), longestPause: 90, repeatsCreates: true };

/** Milliseconds for one answer, to its last byte. Without a limit, a silent connection is kept for minutes. */
const ANSWERS_WITHIN = 30_000;

/** Why GitHub did not respond. It has a status like Octokit's own errors: 500 and above may be retried. */
class NoAnswer extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A client whose requests are repeated while GitHub is down or asks to come back later. */
export function openOctokit(
  { apiUrl, token }: Pick<GitHubAccess, 'apiUrl' | 'token'>,
  policy = USUAL,
  answersWithin = ANSWERS_WITHIN,
): Octokit {
  const octokit = getOctokit(token, { baseUrl: apiUrl });
  octokit.hook.wrap('request', async (once, options) => {
    async function request(): Promise<Awaited<ReturnType<typeof once>>> {
      const signal = AbortSignal.timeout(answersWithin);
      // In the options themselves: inner hooks get these, whatever is passed on.
      options.request = { ...options.request, signal };
      try {
        const response = await timed(
          `GitHub: ${options.method} ${pathOf(octokit.request.endpoint(options).url)}`,
          async () => once(options),
          ({ status }) => `status ${status}`,
          (error) => (signal.aborted ? 'no answer' : `status ${statusOf(error) ?? 'unknown'}`),
        );
        // Octokit turns a missing body into an empty text.
        if (!signal.aborted) return checked(response);
      } catch (error) {
        if (!signal.aborted) throw withoutPage(error);
      }
      throw new NoAnswer(500, `${hostOf(options)} did not answer within ${answersWithin / 1_000} seconds.`);
    }

    // GraphQL uses POST too, but only for queries.
    const isCreate = options.method === 'POST' && !options.url.endsWith('/graphql');
    for (const pause of PAUSES) {
      try {
        return await request();
      } catch (error) {
        const seconds = limitedFor(error) ?? (isCreate && !policy.repeatsCreates ? undefined : downFor(error, pause));
        if (seconds === undefined || seconds > policy.longestPause) throw error;
        await policy.wait(seconds * 1_000);
      }
    }
    return request();
  });
  return octokit;
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** Every answer that is used is JSON; 204 and 205 have no body. */
function checked<
  T extends { readonly status: number; readonly url: string; readonly headers: object; readonly data: unknown },
>(response: T): T {
  const { status, url, headers, data } = response;
  const type = text(field(headers, 'content-type')) ?? 'no type';
  const isJson = typeof data === 'object' && data !== null && type.includes('json');
  if (status === 204 || status === 205 || isJson) return response;
  throw new NoAnswer(
    // Octokit turns truncated JSON into a text: a retry may succeed.
    type.includes('json') ? 502 : status,
    `${new URL(url).host} answered with something other than JSON (${type}). A proxy or a login page in between may do that: check the runner's proxy settings, and that GITHUB_API_URL is the API's address.`,
  );
}

/** If an error comes as a web page, Octokit takes the whole page as the message. */
function withoutPage(error: unknown): unknown {
  const status = statusOf(error);
  const isPage = status !== undefined && /html/iu.test(headerOf(error, 'content-type') ?? '');
  if (!isPage || !(error instanceof Error)) return error;
  error.message = `a web page, which is no answer of GitHub's API (status ${status})`;
  return error;
}

function hostOf({ baseUrl }: { readonly baseUrl: string }): string {
  return new URL(baseUrl).host;
}

/**
 * The token's account, with a bot's suffix: `github-actions[bot]` for the job's own, which may not call `GET /user`.
 *
 * @throws ProblemError if GitHub does not say
 */
export async function viewerLogin(octokit: Octokit): Promise<string> {
  try {
    const answer: unknown = await octokit.graphql('query { viewer { login } }');
    const login = text(field(field(answer, 'viewer'), 'login'));
    if (login !== undefined) return login;
  } catch (error) {
    // Some Enterprise Servers refuse the question with the data of the answer, and status 200.
    if (statusOf(error) !== undefined) throw error;
  }
  // Installation tokens have no account of a person, and the job's own is the one that is given without being asked for.
  const token = text(field(await octokit.auth(), 'token')) ?? '';
  if (/^(?:ghs_|v1\.)/u.test(token)) return 'github-actions[bot]';
  throw problemError('github', 'GitHub did not say who the token belongs to.');
}

/** Seconds that a rate limit asks for: such a request was not carried out. Undefined for any other error. */
function limitedFor(error: unknown): number | undefined {
  const status = statusOf(error);
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headerOf(error, 'retry-after') ?? NaN);
  if (Number.isFinite(after)) return Math.max(after, 1);
  // Any other 403 is a matter of permissions.
  return status === 429 || /secondary rate limit/iu.test(messageOf(error)) ? UNNAMED_PAUSE : undefined;
}

/** The pause where GitHub failed; undefined for any other error. Octokit reports a broken connection as 500. */
function downFor(error: unknown, pause: number): number | undefined {
  return (statusOf(error) ?? 0) >= 500 ? pause : undefined;
}

/** The HTTP status of a failed request; undefined for other errors. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

function headerOf(error: unknown, name: string): string | undefined {
  const value = field(field(field(error, 'response'), 'headers'), name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
