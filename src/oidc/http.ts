/** GET requests for JSON, with retries but no redirects: a redirect could supply foreign keys or leak a token. */
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { abortedBy } from '../base/abort-request.ts';
import { boundedText } from '../base/bounded-text.ts';
import { timed } from '../base/debug.ts';
import { messageOf } from '../base/node-errors.ts';

/** Milliseconds before the second and the third try. */
const PAUSES = [500, 2_000];
/** Milliseconds for one answer, to its last byte. */
const ANSWERS_WITHIN = 10_000;
/** Bytes of one answer: far more than any key set has. */
const MOST_BYTES = 1_000_000;

/** An endpoint failed: the message is for people and does not contain what was sent. */
export class Unreachable extends Error {}

/**
 * @param headers of the request
 * @param answersWithin milliseconds of one try
 * @throws Unreachable if three attempts got no JSON
 */
export async function getJson(
  url: string,
  headers: Readonly<Record<string, string>>,
  answersWithin = ANSWERS_WITHIN,
): Promise<unknown> {
  const host = new URL(url).origin;
  for (let attempt = 0; ; attempt += 1) {
    let failure: string;
    let isFinal = false;
    try {
      const { statusCode, body } = await timed(
        `GET ${host}${new URL(url).pathname}`,
        () => get(url, { accept: 'application/json', ...headers }, answersWithin),
        (answer) => `status ${answer.statusCode}`,
      );
      if (statusCode === 200) return JSON.parse(body);
      failure = `${host} answered with status ${statusCode}`;
      isFinal = statusCode < 500 && statusCode !== 429;
    } catch (error) {
      failure = error instanceof SyntaxError ? `${host} did not answer with JSON` : `${host}: ${messageOf(error)}`;
    }
    const pause = PAUSES[attempt];
    if (isFinal || pause === undefined) throw new Unreachable(failure);
    await wait(pause);
  }
}

async function get(
  url: string,
  headers: Readonly<Record<string, string>>,
  answersWithin: number,
): Promise<{ readonly statusCode: number; readonly body: string }> {
  const signal = AbortSignal.timeout(answersWithin);
  try {
    const { message } = await new HttpClient('kompos', [abortedBy(signal)], { allowRedirects: false }).get(url, {
      ...headers,
    });
    return { statusCode: message.statusCode ?? 0, body: await boundedText(message, MOST_BYTES, 'the answer') };
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Error(`no answer within ${answersWithin / 1_000} seconds`, { cause: error });
  }
}
