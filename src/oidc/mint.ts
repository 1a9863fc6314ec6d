/** Requests a token from GitHub's OIDC provider, like @actions/core, whose client loads a whole HTTP stack at start. */
import { field, text } from '../base/json.ts';
import { getJson, Unreachable } from './http.ts';

/** Where a job with `id-token: write` requests tokens. */
export interface TokenRequest {
  readonly url: string;
  readonly bearer: string;
}

/** Undefined if the job lacks the permission `id-token: write`. */
export function tokenRequest(env: Readonly<Record<string, string | undefined>>): TokenRequest | undefined {
  const [url, bearer] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']];
  return url === undefined || url === '' || bearer === undefined || bearer === '' ? undefined : { url, bearer };
}

/** A comment has room for a token of this many characters. */
const MOST_CHARACTERS = 12_000;

/** @throws Unreachable if no token is issued */
export async function mint({ url, bearer }: TokenRequest, audience: string): Promise<string> {
  const address = new URL(url);
  address.searchParams.set('audience', audience);
  const token = text(field(await getJson(address.href, { authorization: `Bearer ${bearer}` }), 'value'));
  if (token === undefined || !/^[\w-]+\.[\w-]+\.[\w-]+$/u.test(token)) {
    throw new Unreachable(`${address.origin} answered without a token`);
  }
  if (token.length > MOST_CHARACTERS) throw new Unreachable(`the token has more than ${MOST_CHARACTERS} characters`);
  return token;
}
