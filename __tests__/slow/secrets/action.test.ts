/** Secrets out of real stores in the action: who may read which, and that nothing of them is shown. */
import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { startProcess } from '../../../loopback/child-process.ts';
import { startServer } from '../../../loopback/http-server.ts';
import type { ActionResult } from '../../../loopback/runner.ts';
import { sopsFolder } from '../../../loopback/stores.ts';
import { startDriftStory } from '../../support/drift-story.ts';
import { folderOf, LEAF, MAIN, project, secretStores, VALUES, withStores } from '../../support/secret-stores.ts';
import { stories } from '../../support/story.ts';

const stores = secretStores();
const story = stories();

const REFERENCES = [
  'secrets:',
  '  ssm: "{{ssm.path(/app/password).aws_profile(p)}}"',
  '  manager: "{{secretsmanager:app/db#password?profile=p}}"',
  '  s3: "{{s3.bucket(bucket-one).path(path/to/key.txt)}}"',
  '  vault: "{{vault.key(app/db/password)}}"',
  '  file: "{{sops:secrets.enc.yaml#db.password}}"',
  '  url: "postgres://u:{{vault:app/db#password}}@h"',
  '',
].join('\n');
const BACKEND = 'terraform: {backend: {http: {address: "{{env(STATE_URL)}}/dev"}}}\n';
const ALLOW = [
  'allow_secrets: ["ssm:/app/**", "secretsmanager:app/**", "s3:bucket-one/**", "vault:app/**", "sops:**"]',
  'stores: {aws: {profiles: {p: profile}}}',
  '',
].join('\n');

function files(settings = ALLOW, layer = REFERENCES): Readonly<Record<string, string>> {
  return {
    ...project(`${BACKEND}${layer}`),
    '.komposconfig.yaml': settings,
    'secrets.enc.yaml': stores().sealedFile,
    'config/env=dev/sealed.yaml': stores().sealedLayer,
    'compositions/terraform/aws/app/main.tf': MAIN.replace(
      'var.config.secrets',
      '[var.config.secrets, var.config.sealed, try(var.config.size, 0)]',
    ),
  };
}

function everywhere(
  { stdout, stderr, outputs, summary, annotations }: ActionResult,
  bodies: readonly string[],
): string {
  const said = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [...said, stderr, JSON.stringify(outputs), summary, JSON.stringify(annotations), ...bodies].join('\n');
}

withStores('the action', () => {
  const SIZE = { [`${LEAF}/app.yaml`]: 'size: 2\n' };

  test('plans with them and shows none, and the merge applies it', async () => {
    const { openPullRequest, plan, comments, merge, apply, states } = await story(files(), { env: stores().env });
    const pull = await openPullRequest(1, SIZE);
    const planned = await plan(pull);
    const text = everywhere(planned, comments(1));
    expect([planned.code, text]).toEqual([0, expect.stringContaining('terraform_data.app')]);
    expect(text).toContain('***');
    expect(text).toContain('count by name only');
    expect(Object.values(VALUES).filter((value) => text.includes(value))).toEqual([]);
    const applied = await apply(await merge(pull));
    expect([applied.code, applied.outputs['applied']]).toEqual([0, expect.stringContaining(LEAF)]);
    expect(Object.values(VALUES).filter((value) => everywhere(applied, comments(1)).includes(value))).toEqual([]);
    expect(JSON.stringify(states.state('/dev'))).toContain(VALUES.layer);
    expect(JSON.stringify(states.state('/dev'))).toContain(VALUES.file);
  }, 120_000);

  test('a value that changes between plan and merge is another plan', async () => {
    const { openPullRequest, plan, merge, apply } = await story(files(), { env: stores().env });
    const pull = await openPullRequest(1, SIZE);
    const inputs = { 'fingerprint-key': 'a key of the tests' };
    expect((await plan(pull, { inputs })).code).toBe(0);
    await stores().vault.call('POST', 'kv/data/app/db', {
      data: { password: 'changed-QqZzXx', user: 'administrator' },
    });
    const applied = await apply(await merge(pull), { inputs });
    await stores().vault.call('POST', 'kv/data/app/db', { data: { password: VALUES.vault, user: 'administrator' } });
    expect([applied.code, applied.outputs['refused']]).toEqual([1, expect.stringContaining(LEAF)]);
    expect(everywhere(applied, [])).not.toContain('changed-QqZzXx');
  }, 120_000);

  test("without a key the store's version counts, and what was removed in between is not applied without it", async () => {
    const { vault, env } = stores();
    const { openPullRequest, plan, merge, apply } = await story(
      files(ALLOW, 'secrets: {vault: "{{vault:app/db#password}}"}\n'),
      { env },
    );
    const data = { password: VALUES.vault, user: 'administrator' };
    const pull = await openPullRequest(1, SIZE);
    expect((await plan(pull)).code).toBe(0);
    // Made again, it has the first version once more.
    await vault.call('DELETE', 'kv/metadata/app/db', {});
    await vault.call('POST', 'kv/data/app/db', { data: { ...data, password: 'made-again-QqZzXx' } });
    const push = await merge(pull);
    const rotated = await apply(push);
    expect([rotated.code, rotated.outputs['refused']]).toEqual([1, expect.stringContaining(LEAF)]);
    await vault.call('DELETE', 'kv/metadata/app/db', {});
    const removed = await apply(push);
    await vault.call('POST', 'kv/data/app/db', { data });
    expect([removed.code, removed.outputs['applied']]).toEqual([1, '[]']);
    const text = everywhere(removed, []);
    expect(text).toMatch(/Vault did not give app\/db .*: status 404, there is no such secret/u);
    expect(everywhere(rotated, []) + text).not.toContain('QqZzXx');
  }, 120_000);

  test.each<[string, string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string]>([
    [
      'settings that allow nothing',
      'stores: {aws: {profiles: {p: profile}}}\n',
      SIZE,
      {},
      '"allow_secrets" at the base commit does not name it',
    ],
    [
      'a pull request that allows itself more',
      'stores: {aws: {profiles: {p: profile}}}\n',
      { ...SIZE, '.komposconfig.yaml': ALLOW },
      {},
      '"allow_secrets" at the base commit does not name it',
    ],
    [
      'another path',
      ALLOW,
      { 'config/env=dev/more.yaml': 'secrets: {ssm: "{{ssm:/other/password?profile=p}}"}\n' },
      {},
      'The secret ssm:/other/password may not be read here',
    ],
    [
      'an input that narrows',
      ALLOW,
      SIZE,
      { 'allow-secrets': 'ssm:/app/**\nsops:**' },
      'the input "allow-secrets" does not name it',
    ],
    [
      'a profile that nobody allowed',
      ALLOW.replace('p: profile', 'q: profile'),
      SIZE,
      {},
      'The AWS profile "p" is named in a layer',
    ],
    [
      'a value that is too short',
      ALLOW.replace('/app/**', '/**'),
      { 'config/env=dev/more.yaml': 'secrets: {ssm: "{{ssm:/short?profile=p}}"}\n' },
      {},
      'has fewer than 6 characters',
    ],
  ])(
    '%s',
    async (_, settings, changes, inputs, message) => {
      const { openPullRequest, plan, comments } = await story(files(settings), { env: stores().env });
      const planned = await plan(await openPullRequest(1, changes), { inputs });
      const text = everywhere(planned, comments(1));
      expect([planned.code, text]).toEqual([1, expect.stringContaining(message)]);
      expect(Object.values(VALUES).filter((value) => text.includes(value))).toEqual([]);
    },
    60_000,
  );

  test('SOPS is not started for a file with an address of the pull request', async () => {
    const asked: string[] = [];
    const evil = await startServer(({ url, headers }) => {
      asked.push(`${url.pathname} ${String(headers['x-vault-token'])}`);
      return Promise.resolve({ status: 200, body: '{}' });
    });
    const address = `    hc_vault:\n        - vault_address: ${evil.url}\n          engine_path: transit\n          key_name: k\n          created_at: '2026-01-01T00:00:00Z'\n          enc: vault:v1:x\n`;
    const stolen = stores().sealedLayer.replace(/\nsops:\n(?: {4}age:\n(?: {8}.*\n)*)?/u, `\nsops:\n${address}`);
    expect(stolen).toContain('hc_vault');
    // What it would do: that is why the file is looked at first.
    const folder = folderOf({ 'x.yaml': stolen });
    const args = ['--disable-version-check', 'decrypt', 'x.yaml'];
    await startProcess(join(sopsFolder, 'sops'), args, { cwd: folder, env: stores().env }).finished;
    expect(asked.join('\n')).toContain(stores().vault.token);
    asked.length = 0;
    const { openPullRequest, plan, comments } = await story(files(), { env: stores().env });
    const planned = await plan(await openPullRequest(1, { ...SIZE, 'config/env=dev/sealed.yaml': stolen }));
    await evil.close();
    expect(everywhere(planned, comments(1))).toContain('which the settings at the base commit do not allow');
    expect([planned.code, asked]).toEqual([1, []]);
  }, 60_000);

  test("Vault knows the job by GitHub's token", async () => {
    const { vault, env } = stores();
    const settings = ALLOW.replace(
      'stores: {',
      'stores: {vault: {auth: {method: jwt, role: plan, audience: vault.example}}, ',
    );
    const layer = 'secrets: {vault: "{{vault:app/db#password}}"}\n';
    const { openPullRequest, plan, comments, oidc } = await story(files(settings, layer), {
      env: { ...env, VAULT_TOKEN: '' },
    });
    await vault.call('POST', 'sys/auth/jwt', { type: 'jwt' });
    await vault.call('POST', 'auth/jwt/config', { jwks_url: `${oidc.serverUrl}/_services/token/.well-known/jwks` });
    await vault.call('PUT', 'sys/policies/acl/plan', { policy: 'path "kv/*" {capabilities = ["read"]}' });
    await vault.call('POST', 'auth/jwt/role/plan', {
      role_type: 'jwt',
      user_claim: 'repository',
      bound_audiences: ['vault.example'],
      bound_claims: { repository: 'acme/infrastructure' },
      token_policies: ['plan'],
      expiration_leeway: 1_000_000_000,
      not_before_leeway: 1_000_000_000,
      clock_skew_leeway: 1_000_000_000,
    });
    const pull = await openPullRequest(1, SIZE);
    const planned = await plan(pull);
    const text = everywhere(planned, comments(1));
    expect([planned.code, text]).toEqual([0, expect.stringContaining('terraform_data.app')]);
    expect(text).not.toContain(VALUES.vault);
    const without = await plan(pull, { mayMint: false });
    expect(everywhere(without, [])).toContain('permissions: id-token: write');
  }, 60_000);

  test('a fork reads nothing', async () => {
    let asked = 0;
    const watched = await startServer(() => {
      asked += 1;
      return Promise.resolve({ status: 500 });
    });
    const { openPullRequest, plan } = await story(files(), {
      env: { ...stores().env, AWS_ENDPOINT_URL: watched.url, VAULT_ADDR: watched.url },
    });
    const pull = await openPullRequest(1, SIZE);
    const planned = await plan(pull, { facts: { head: { sha: pull.head, repository: 'mallory/infrastructure' } } });
    await watched.close();
    expect([planned.code, asked]).toEqual([0, 0]);
    expect(planned.summary).toContain(LEAF);
  }, 60_000);

  test.each([
    ['a key', '"{{ssm:/app/password}}": 1\n', {}],
    ['a placeholder', 'a: "{{x.{{ssm:/app/password}}}}"\n', {}],
    ['cloud.type', 'cloud: {type: "{{ssm:/app/password}}"}\n', {}],
    ['composition.enabled', 'composition: {enabled: "{{ssm:/app/password}}"}\n', {}],
    ['required_version', 'terraform: {required_version: "{{ssm:/app/password}}"}\n', {}],
    [
      'a pin',
      'v: "{{ssm:/app/password}}"\n',
      {
        'compositions/terraform/aws/app/m.tf.versioned':
          'module "m" {\n  source = "git::https://example.com/m.git?ref={{v}}"\n}\n',
      },
    ],
  ])(
    'a secret that reaches %s is an error',
    async (_, layer, more) => {
      const { openPullRequest, plan } = await story(files(), { env: stores().env });
      const planned = await plan(await openPullRequest(1, { 'config/env=dev/more.yaml': layer, ...more }));
      expect([planned.code, planned.stdout]).toEqual([1, expect.stringMatching(/secret|must not be/u)]);
      expect(everywhere(planned, [])).not.toContain(VALUES.ssm);
    },
    60_000,
  );

  test('in a backend it is known by its reference alone, and drift finds what a store changed', async () => {
    const layer = REFERENCES.replace(
      'secrets:',
      `terraform: {backend: {http: {address: "{{env(STATE_URL)}}/dev", password: "{{vault:app/db#password}}"}}}\nsecrets:`,
    );
    const drifting = await startDriftStory(
      { ...files(ALLOW, ''), 'config/env=dev/env.yaml': layer },
      { env: stores().env },
    );
    const first = await drifting.drift({ inputs: { 'max-open-issues': '0' } });
    const text = everywhere(first, []);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.outputs['pending']).toContain(LEAF);
    expect(Object.values(VALUES).filter((value) => text.includes(value))).toEqual([]);
    await drifting.close();
  }, 60_000);
});
