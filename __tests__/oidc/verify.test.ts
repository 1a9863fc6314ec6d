import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { startOidcProvider, type OidcProvider } from '../../loopback/oidc-provider.ts';
import { issuerOf } from '../../src/gate/signature.ts';
import { mint, tokenRequest } from '../../src/oidc/mint.ts';
import { openVerifier, type Verified } from '../../src/oidc/verify.ts';

const NOON = Date.UTC(2026, 0, 5, 12) / 1_000;
let provider: OidcProvider;
beforeEach(async () => {
  provider = await startOidcProvider(() => NOON);
});
afterEach(() => provider.close());

const verify = (token: string): Promise<Verified> => openVerifier(issuerOf(provider.serverUrl).keys)(token);
const failureOf = async (token: string): Promise<string> => {
  const verified = await verify(token);
  return 'failure' in verified ? verified.failure : 'valid';
};

describe('a token', () => {
  test('is minted on one host and checked by the keys of another, however long ago', async () => {
    const request = tokenRequest(provider.grant({ repository_id: '7' }));
    if (request === undefined) throw new Error('there is nowhere to ask');
    expect(new URL(request.url).origin).not.toBe(provider.serverUrl);
    const token = await mint(request, 'kompos:record:v1:00');
    expect(await verify(token)).toMatchObject({
      claims: { aud: 'kompos:record:v1:00', repository_id: '7' },
      issuedAt: NOON,
    });
  });

  test('is asked for again while the provider is down, and is none where there is no permission', async () => {
    const request = tokenRequest(provider.grant({}));
    provider.failMints(1);
    await expect(request && mint(request, 'x')).resolves.toMatch(/^eyJ/u);
    expect(tokenRequest({})).toBeUndefined();
    await expect(request && mint({ ...request, bearer: 'wrong' }, 'x')).rejects.toThrow('answered with status 401');
  });

  test('of no algorithm, of HMAC with the public key, or of another key is not valid', async () => {
    const none = provider.token({}, { header: { alg: 'none' }, signature: () => Buffer.from('') });
    const pem = createPublicKey({ key: provider.publicKey(), format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const hmac = provider.token(
      {},
      { header: { alg: 'HS256' }, signature: (text) => createHmac('sha256', pem).update(text).digest() },
    );
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const other = provider.token({}, { signature: (text) => sign('sha256', Buffer.from(text), privateKey) });
    const longer = provider.token(
      {},
      { header: { alg: 'RS512' }, signature: (text) => sign('sha512', Buffer.from(text), privateKey) },
    );
    const own = provider.token(
      {},
      {
        header: { jwk: createPublicKey(privateKey).export({ format: 'jwk' }), kid: undefined },
        signature: (text) => sign('sha256', Buffer.from(text), privateKey),
      },
    );
    for (const token of [none, hmac, other, longer, own, 'no token', '..']) {
      expect(await failureOf(token)).toMatch(/is not valid/u);
    }
    expect(await failureOf(provider.token({}))).toBe('valid');
  });

  test('that had ended before it was issued, or begins later, is not valid', async () => {
    expect(await failureOf(provider.token({ exp: NOON - 1 }))).toMatch(/is not valid/u);
    expect(await failureOf(provider.token({ nbf: NOON + 1 }))).toMatch(/is not valid/u);
    expect(await failureOf(provider.token({ iat: undefined }))).toContain('no time');
  });

  test('whose key was rotated away is told apart, with the way on', async () => {
    const token = provider.token({});
    provider.rotate();
    expect(await failureOf(token)).toMatch(
      /is not among the keys.*plan again before a merge; after it, apply by hand/u,
    );
  });
});

describe('keys', () => {
  test.each<[string, (key: Readonly<Record<string, unknown>>) => unknown, RegExp]>([
    [
      'without a modulus',
      (key) => ({ keys: [{ ...key, n: undefined }] }),
      /could not be checked, because a key .* is not usable/u,
    ],
    ['of a modulus of a few bits', (key) => ({ keys: [{ ...key, n: 'AQAB' }] }), /a key .* is not usable/u],
    ['of a modulus that is a number', (key) => ({ keys: [{ ...key, n: 7 }] }), /a key .* is not usable/u],
    ['of another kind', (key) => ({ keys: [{ ...key, kty: 'oct', k: 'AAAA' }] }), /not among the keys/u],
    ['with the private part of one', (key) => ({ keys: [{ ...key, d: 'AQAB' }] }), /not/u],
    ['that are no list', (key) => ({ keys: key }), /not among the keys/u],
    ['that are texts and nothing', () => ({ keys: ['key', null, 7] }), /not among the keys/u],
    ['twice', (key) => ({ keys: [key, key] }), /is not valid \(ERR_JWKS_MULTIPLE_MATCHING_KEYS\)/u],
    ['at no place', () => [], /not among the keys/u],
  ])('%s check nothing, and the job goes on', async (_, keys, failure) => {
    const token = provider.token({});
    const body = JSON.stringify(keys(Object.fromEntries(Object.entries(provider.publicKey()))));
    provider.failKeys(1, { status: 200, body });
    expect(await failureOf(token)).toMatch(failure);
  });

  test('that cannot be reached are tried again', async () => {
    provider.failKeys(2);
    expect(await failureOf(provider.token({}))).toBe('valid');
    expect(provider.keyRequests()).toBe(3);
  });

  test('that stay unreachable are what the message says', async () => {
    provider.failKeys(99);
    expect(await failureOf(provider.token({}))).toMatch(/could not be checked.*status 503.*run the job again/u);
  });

  test('are never taken from where a redirect leads', async () => {
    const elsewhere = await startOidcProvider(() => NOON);
    const location = issuerOf(elsewhere.serverUrl).keys;
    provider.failKeys(1, { status: 302, headers: { location } });
    expect(await failureOf(elsewhere.token({}))).toMatch(/answered with status 302/u);
    expect(elsewhere.keyRequests()).toBe(0);
    await elsewhere.close();
  });
});
