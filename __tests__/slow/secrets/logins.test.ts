/**
 * Ways to log in, against OpenBao and moto themselves. Only what stands behind OpenBao is a stand-in: the part of the
 * Kubernetes API that reviews tokens.
 */
import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { Environment } from '../../../loopback/git-command.ts';
import { startServer } from '../../../loopback/http-server.ts';
import { runCli } from '../../../loopback/runner.ts';
import { temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { field, textOf } from '../../../src/base/json.ts';
import { folderOf, LEAF, project, secretStores, VALUES, withStores } from '../../support/secret-stores.ts';

const stores = secretStores();

async function read(reference: string, settings: string, more: Environment) {
  const cwd = folderOf({ ...project(`a: "{{${reference}}}"\n`), '.komposconfig.yaml': settings });
  const { stdout, stderr } = await runCli([LEAF, 'config', '--format', 'json', '--filter', 'a'], {
    cwd,
    env: { ...stores().env, ...more },
  });
  return { value: stdout === '' ? undefined : textOf(JSON.parse(stdout), 'a'), stderr };
}

const reader = (): Promise<unknown> =>
  stores().vault.call('PUT', 'sys/policies/acl/login', { policy: 'path "kv/*" {capabilities = ["read"]}' });

withStores('logging in', () => {
  test('over LDAP, with the right password only', async () => {
    await reader();
    const { vault } = stores();
    // OpenBao has no LDAP built in. Its own passwords have the same interface, at the place of LDAP.
    await vault.call('POST', 'sys/auth/ldap', { type: 'userpass' });
    await vault.call('POST', 'auth/ldap/users/ada', { password: 'QqZzXx-of-ada', token_policies: 'login' });
    const as = { VAULT_TOKEN: '', VAULT_USERNAME: 'ada' };
    const right = await read('vault:app/db#password', '', { ...as, VAULT_PASSWORD: 'QqZzXx-of-ada' });
    const wrong = await read('vault:app/db#password', '', { ...as, VAULT_PASSWORD: 'QqZzXx-of-bob' });
    expect([right.value, right.stderr]).toEqual([VALUES.vault, '']);
    expect(wrong.stderr).toMatch(/refused the login over LDAP as ada: status 4/u);
    expect(wrong.stderr).not.toContain('QqZzXx');
  }, 60_000);

  test("with a service account's token of Kubernetes", async () => {
    await reader();
    const reviewed: unknown[] = [];
    const api = await startServer(({ body }) => {
      const token = textOf(field(JSON.parse(body), 'spec'), 'token');
      reviewed.push(token);
      const user = { username: 'system:serviceaccount:ci:runner', uid: '1', groups: [] };
      const status =
        token?.split('.').length === 3 && token !== 'not.a.token'
          ? { authenticated: true, user }
          : { authenticated: false };
      const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', status };
      return Promise.resolve({ status: 201, body: JSON.stringify(review) });
    });
    const { vault } = stores();
    await vault.call('POST', 'sys/auth/kubernetes', { type: 'kubernetes' });
    await vault.call('POST', 'auth/kubernetes/config', {
      kubernetes_host: api.url,
      token_reviewer_jwt: jwt({ iss: 'kubernetes/serviceaccount' }),
      disable_local_ca_jwt: true,
      kubernetes_ca_cert: rootCertificates[0],
    });
    await vault.call('POST', 'auth/kubernetes/role/plan', {
      bound_service_account_names: 'runner',
      bound_service_account_namespaces: 'ci',
      token_policies: 'login',
    });
    const file = join(temporaryDirectory('token'), 'token');
    const settings = `stores: {vault: {auth: {method: kubernetes, role: plan, token_file: ${file}}}}\n`;
    const missing = await read('vault:app/db#password', settings, { VAULT_TOKEN: '' });
    expect(missing.stderr).toMatch(/the method kubernetes needs a service account: .*ENOENT/u);
    writeFileSync(file, 'not.a.token');
    const refused = await read('vault:app/db#password', settings, { VAULT_TOKEN: '' });
    expect(refused.stderr).toMatch(/refused the login as Kubernetes role plan: status [45]/u);
    const token = jwt({
      iss: 'kubernetes/serviceaccount',
      sub: 'system:serviceaccount:ci:runner',
      iat: 1_000_000_000,
      nbf: 1_000_000_000,
      exp: 4_000_000_000,
      'kubernetes.io': { namespace: 'ci', serviceaccount: { name: 'runner', uid: '1' } },
    });
    writeFileSync(file, `${token}\n`);
    const allowed = await read('vault:app/db#password', settings, { VAULT_TOKEN: '' });
    await api.close();
    expect([allowed.value, allowed.stderr, reviewed.includes(token)]).toEqual([VALUES.vault, '', true]);
  }, 60_000);

  test('by the role that a profile stands for', async () => {
    const asked: string[] = [];
    // In front of moto, to see who asks.
    const watched = await startServer(async ({ method, headers, body }) => {
      const text = body;
      asked.push(/Action=AssumeRole&/u.test(text) ? text : String(headers.authorization));
      const answer = await fetch(stores().aws.url, {
        method,
        body: text,
        headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
          ['host', 'content-length', 'connection'].includes(name) ? [] : [[name, String(value)]],
        ),
      });
      const type = answer.headers.get('content-type') ?? '';
      return { status: answer.status, body: await answer.text(), headers: { 'content-type': type } };
    });
    const settings = 'stores: {aws: {profiles: {deploy: "arn:aws:iam::123456789012:role/reader"}}}\n';
    const { value, stderr } = await read('ssm:/app/password?profile=deploy&region=us-east-1', settings, {
      AWS_ENDPOINT_URL: watched.url,
      AWS_ACCESS_KEY_ID: 'AKIAOFTHEJOB',
      AWS_SECRET_ACCESS_KEY: 'QqZzXx-credential',
      AWS_REGION: 'us-east-1',
    });
    await watched.close();
    expect([value, stderr]).toEqual([VALUES.ssm, '']);
    const [assumed = '', ...used] = asked;
    expect(decodeURIComponent(assumed)).toContain('RoleArn=arn:aws:iam::123456789012:role/reader');
    expect(used.filter((each) => each.includes('AKIAOFTHEJOB'))).toEqual([]);
    expect(used.some((each) => each.includes('/ssm/'))).toBe(true);
  }, 60_000);
});

function jwt(claims: object): string {
  const part = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`;
}
