/** Servers that are busy, or no stores: each ends in one message of bounded size, within its time. */
import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { startServer, type Answer } from '../../../loopback/http-server.ts';
import { runCli } from '../../../loopback/runner.ts';
import { temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { defaultStoreSettings } from '../../../src/project/store-settings.ts';
import { fetchSecrets, standIns } from '../../../src/stores/stores.ts';
import { folderOf, LEAF, project } from '../../support/secret-stores.ts';

const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const html = (status: number): Answer => ({ status, body: '<html>QqZzXx</html>' });
const busy = (seconds: number): Answer => json(429, { errors: ['rate limit'] }, { 'retry-after': String(seconds) });

async function config(reference: string, env: Readonly<Record<string, string>>) {
  const cwd = folderOf(project(`a: "{{${reference}}}"\n`));
  const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'none', AWS_REGION: 'us-east-1' };
  const { stdout, stderr } = await runCli([LEAF, 'config', '--format', 'json', '--filter', 'a'], {
    cwd,
    env: { ...keys, VAULT_TOKEN: 'QqZzXx-token', ...env },
  });
  return { stdout, stderr };
}

const ANSWERS: readonly (readonly [reference: string, answer: Answer, message: RegExp])[] = [
  ['vault:a#k', html(200), /status 200, and the answer is not one of Vault/u],
  ['vault:a#k', html(403), /status 403, and the answer is not one of Vault/u],
  ['vault:a#k', json(200, { data: { data: ['list'] } }), /did not give a key\/value map for a .*: status 200\./u],
  ['vault:a#k', json(400, { errors: ['E'.repeat(100_000)] }), /status 400, E{500}…\.\n/u],
  ['vault:a#k', json(404, { errors: [], warnings: ['Invalid path'] }), /status 404, Invalid path\./u],
  [
    'vault:a#k',
    json(404, { data: { data: null, metadata: { deletion_time: '2026-01-01T00:00:00Z' } } }),
    /this version of the secret was deleted/u,
  ],
  ['vault:a#k', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, /a redirect, which is not followed/u],
  ['vault:a#k', busy(3_600), /cannot be read: status 429, rate limit, try again in 3600 s\. Needed for vault:a#k\./u],
  ['ssm:/a', html(200), /status 200, and the answer is not one of AWS\./u],
  ['ssm:/a', html(403), /status 403, and the answer is not one of AWS\./u],
  ['ssm:/a', json(200, { data: {} }), /AWS SSM did not give \/a .*: the answer has no value\./u],
  ['secretsmanager:a', json(200, {}), /AWS Secrets Manager did not give a: the answer has no value\./u],
  [
    'ssm:/a',
    json(400, { __type: 'ExpiredTokenException', message: 'The security token is expired' }),
    /AWS SSM cannot be read .*: ExpiredTokenException: The security token is expired\. Needed/u,
  ],
];

test('each wrong answer ends in one message', async () => {
  const read = async ([reference, answer, message]: (typeof ANSWERS)[number]): Promise<void> => {
    const server = await startServer(() => Promise.resolve(answer));
    const began = Date.now();
    const { stdout, stderr } = await config(reference, { VAULT_ADDR: server.url, AWS_ENDPOINT_URL: server.url });
    await server.close();
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/QqZzXx|\n {4}at /u);
    expect(stderr.length).toBeLessThan(1_000);
    expect(Date.now() - began).toBeLessThan(20_000);
  };
  for (let at = 0; at < ANSWERS.length; at += 4) await Promise.all(ANSWERS.slice(at, at + 4).map(read));
}, 100_000);

test('a busy Vault is asked again when it says so', async () => {
  const asked: number[] = [];
  const server = await startServer(() => {
    asked.push(Date.now());
    return Promise.resolve(asked.length === 1 ? busy(2) : json(200, { data: { data: { k: 'at-last' } } }));
  });
  const { stdout } = await config('vault:a#k', { VAULT_ADDR: server.url });
  await server.close();
  const [first = 0, second = 0] = asked;
  expect(stdout).toContain('at-last');
  expect(second - first).toBeGreaterThan(1_900);
});

test('a certificate of nobody known is refused, and VAULT_CACERT names who is known', async () => {
  const folder = temporaryDirectory('tls');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...about], {
    stdio: 'ignore',
  });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
    response.end(JSON.stringify({ data: { data: { k: 'over-tls' } } })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const VAULT_ADDR = `https://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  const [refused, trusted] = await Promise.all([
    config('vault:a#k', { VAULT_ADDR }),
    config('vault:a#k', { VAULT_ADDR, VAULT_CACERT: cert }),
  ]);
  server.closeAllConnections();
  server.close();
  expect([refused.stdout, refused.stderr]).toEqual(['', expect.stringMatching(/self-signed[\s\S]*VAULT_CACERT/u)]);
  expect([trusted.stdout, trusted.stderr]).toEqual([expect.stringContaining('over-tls'), '']);
});

test('a program for credentials that never ends does not hold a run up', async () => {
  const config = join(temporaryDirectory('aws'), 'config');
  writeFileSync(config, '[profile h]\nregion = us-east-1\ncredential_process = /bin/sleep 2\n');
  const before = process.env['AWS_CONFIG_FILE'];
  process.env['AWS_CONFIG_FILE'] = config;
  const reference = standIns.reference('ssm:/a?profile=h', new Map());
  if (typeof reference === 'string') throw new Error(reference);
  const { failures } = await fetchSecrets([reference], {
    environment: {},
    settings: defaultStoreSettings,
    isOwn: true,
    root: '',
    readFile: () => Promise.resolve(undefined),
    idToken: undefined,
    conceal: () => undefined,
    signal: AbortSignal.timeout(1_000),
  });
  if (before === undefined) delete process.env['AWS_CONFIG_FILE'];
  else process.env['AWS_CONFIG_FILE'] = before;
  expect(failures.map(({ failure }) => failure.message)).toEqual(['The store ssm was not read in time.']);
});
