/** GET requests for JSON, patient and without redirects: a redirect would lead to keys, or take a token, elsewhere. */
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { timed } from '../base/debug.ts';
import { messageOf } from '../base/node-errors.ts';

/** Milliseconds before the second and the third try. */
const PAUSES = [500, 2_000];
const TIMEOUT = 10_000;

/** Something that did not answer as it should: its message is for people, without what was sent. */
export class Unreachable extends Error {}

/**
 * @param headers of the request
 * @throws Unreachable when three tries got no JSON
 */
export async function getJson(url: string, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const client = new HttpClient('kompos', undefined, { allowRedirects: false, socketTimeout: TIMEOUT });
  const host = new URL(url).origin;
  for (let attempt = 0; ; attempt += 1) {
    let failure: string;
    let isFinal = false;
    try {
      const response = await timed(
        `GET ${host}${new URL(url).pathname}`,
        () => client.get(url, { accept: 'application/json', ...headers }),
        ({ message }) => `status ${message.statusCode ?? 0}`,
      );
      const { statusCode = 0 } = response.message;
      const body = await response.readBody();
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
