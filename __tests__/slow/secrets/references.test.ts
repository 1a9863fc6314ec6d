/**
 * References to secrets on the command line, out of real stores: AWS's as moto answers, OpenBao, SOPS. The answers of the
 * first table are what himl 0.22 gives for the same files and the same stores.
 */
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Environment } from '../../../loopback/git-command.ts';
import { createRepository } from '../../../loopback/git-repository.ts';
import { listenOnLoopback, startServer } from '../../../loopback/http-server.ts';
import { runCli } from '../../../loopback/runner.ts';
import { record } from '../../../src/base/json.ts';
import { folderOf, LEAF, MAIN, project, secretStores, VALUES, withStores } from '../../support/secret-stores.ts';

const stores = secretStores();

async function configOf(layer: string, more: Environment = {}, args: readonly string[] = [], files = {}) {
  const { env, sealedFile } = stores();
  const cwd = folderOf({ ...project(layer), 'secrets.enc.yaml': sealedFile, ...files });
  const { code, stdout, stderr } = await runCli([LEAF, 'config', '--format', 'json', ...args], {
    cwd,
    env: { ...env, ...more },
  });
  const config: unknown = code === 0 ? JSON.parse(stdout) : undefined;
  return { code, stderr, config: record(config) };
}

withStores('references on the command line', () => {
  test('himl gives the same for its own spellings, in any order', async () => {
    const spellings: readonly (readonly [string, unknown])[] = [
      ['ssm.path(/app/password).aws_profile(p)', VALUES.ssm],
      ['ssm.aws_profile(p).region_name(us-east-1).path(/app/password)', VALUES.ssm],
      ['ssm.path(/app/password)', VALUES.ssm],
      [' ssm.path( /app/password ) ', VALUES.ssm],
      ['s3.bucket(bucket-one).path(path/to/key.txt).base64encode(true)', Buffer.from(VALUES.s3).toString('base64')],
      [
        's3.base64encode(true).path(path/to/key.txt).aws_profile(p).bucket(bucket-one)',
        Buffer.from(VALUES.s3).toString('base64'),
      ],
      ['vault.path(app/db)', { password: VALUES.vault, user: 'administrator' }],
      ['vault.key(app/db/password)', VALUES.vault],
      ['vault.key(/app/db/password)', VALUES.vault],
      ["sops.secret_file(secrets.enc.yaml).secret_key(['db']['password'])", VALUES.file],
      ["sops.secret_key(['db']['port']).secret_file(secrets.enc.yaml)", 5432],
      [
        "sops.secret_file(secrets.enc.yaml).secret_key(['db'])",
        { password: VALUES.file, port: 5432, on: true, list: ['alpha-value', 'beta-value'] },
      ],
    ];
    const layer = spellings.map(([spelling], index) => `s${index}: "{{${spelling}}}"\n`).join('');
    const { code, stderr, config } = await configOf(`${layer}again: "{{s7}}"\n`);
    expect([code, stderr]).toEqual([0, '']);
    spellings.forEach(([spelling, value], index) => {
      expect([spelling, config[`s${index}`]]).toEqual([spelling, value]);
    });
    expect(config['again']).toBe(VALUES.vault);
  });

  test('plain spellings, parts, texts around them, encrypted layers, and what is below a map', async () => {
    const { code, stderr, config } = await configOf(
      [
        'a: "{{ssm:/app/password?profile=p}}"',
        'b: "{{ssm:/app/password?version=1&profile=p&region=us-east-1}}"',
        'c: "{{secretsmanager:app/db#password?profile=p}}"',
        'd: "{{secretsmanager:app/db#n.x?profile=p}}"',
        'e: "{{s3:bucket-one/path/to/key.txt?profile=p}}"',
        'f: "{{vault:app/db#password}}"',
        'g: "{{vault:app/db#password?version=1}}"',
        'h: "{{sops:secrets.enc.yaml#db.list.1}}"',
        'i: "{{env:HELLO}}"',
        'j: "postgres://u:{{vault:app/db#password}}@h/{{ssm:/app/{{name}}?profile=p}}"',
        'name: password',
        'whole: "{{vault.path(app/db)}}"',
        'k: "{{whole.password}}"',
        'l: ["{{sops:secrets.enc.yaml#db.list}}", last]',
        '',
      ].join('\n'),
      { HELLO: 'hello' },
      [],
      {
        'config/env=dev/sealed.yaml': stores().sealedLayer,
        [`${LEAF}/over.yaml`]: 'sealed: {size: 1, list: [three]}\n',
      },
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(config).toMatchObject({
      ...{
        a: VALUES.ssm,
        b: VALUES.ssm,
        c: VALUES.manager,
        d: 'nested-value',
        e: VALUES.s3,
        f: VALUES.vault,
        g: VALUES.vault,
      },
      ...{ h: 'beta-value', i: 'hello', j: `postgres://u:${VALUES.vault}@h/${VALUES.ssm}`, k: VALUES.vault },
      l: ['alpha-value', 'beta-value', 'last'],
      sealed: { password: VALUES.layer, size: 1, list: ['one-value', 'two-value', 'three'] },
    });
    expect(config).not.toHaveProperty('sops');
  });

  test('what is not shown or not needed is not read, and --skip-secrets reads nothing', async () => {
    const down = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', VAULT_ADDR: 'http://127.0.0.1:9', PATH: '/usr/bin:/bin' };
    const layer = 'a: "{{ssm:/app/password?profile=p}}"\nb: "{{vault:x#y}}"\nc: 1\n';
    expect((await configOf(layer, down, ['--filter', 'c'])).config).toEqual({ c: 1 });
    const { config } = await configOf(layer, down, ['--skip-secrets', '--filter', 'a', '--filter', 'b']);
    expect(config).toEqual({ a: '(secret: ssm:/app/password?profile=p)', b: '(secret: vault:x#y)' });
    const repository = await createRepository(project(layer));
    repository.write({ 'config/env=dev/env.yaml': `${layer}secrets: {a: "{{ssm:/app/password}}"}\n` });
    const affected = await runCli(['affected', '--base', 'HEAD'], {
      cwd: repository.directory,
      env: { ...stores().env, ...down },
    });
    expect([affected.code, affected.stdout]).toEqual([0, expect.stringContaining(LEAF)]);
  });

  test('a file of SOPS changes what it encrypts, not who may decrypt it', async () => {
    const { sealedFile, sealedLayer, env } = stores();
    const changed = async (layer: string, file: string): Promise<string> => {
      const repository = await createRepository({
        ...project('secrets: "{{sops:secrets.enc.yaml#db.password}}"\n'),
        'secrets.enc.yaml': sealedFile,
        'config/env=dev/sealed.yaml': sealedLayer,
        'compositions/terraform/aws/app/main.tf': MAIN.replace(
          'var.config.secrets',
          '[var.config.secrets, var.config.sealed]',
        ),
      });
      repository.write({ 'secrets.enc.yaml': file, 'config/env=dev/sealed.yaml': layer });
      return (await runCli(['affected', '--base', 'HEAD'], { cwd: repository.directory, env })).stdout;
    };
    // As `sops updatekeys` and a later `sops edit` of something else leave it.
    const metadata = (text: string): string =>
      text.replace(/lastmodified: .*/u, 'lastmodified: "2030-01-01T00:00:00Z"').replace(/mac: .*/u, 'mac: ENC[other]');
    const value = (text: string): string => text.replace(/(password: ENC\[AES256_GCM,data:)...../u, '$1AAAAA');
    expect(metadata(sealedFile)).not.toBe(sealedFile);
    const found = await Promise.all([
      changed(metadata(sealedLayer), metadata(sealedFile)),
      changed(value(sealedLayer), sealedFile),
      changed(sealedLayer, value(sealedFile)),
      changed(sealedLayer, sealedFile.replace(/(port: ENC\[AES256_GCM,data:)..../u, '$1AAAA')),
    ]);
    expect(found.map((each) => each.includes(LEAF))).toEqual([false, true, true, false]);
  });

  test.each<[string, string, Environment, RegExp]>([
    [
      'a missing parameter',
      'ssm:/no?profile=p',
      {},
      /env\.yaml:1:4: AWS SSM did not give \/no \(profile p, access key AKIAEXAMPLE, us-east-1\): ParameterNotFound/u,
    ],
    ['a missing secret', 'secretsmanager:no?profile=p', {}, /did not give no .*ResourceNotFound/u],
    ['a missing object', 's3:bucket-one/no?profile=p', {}, /did not give bucket-one\/no .*NoSuchKey/u],
    [
      'a missing path',
      'vault:no#k',
      {},
      /Vault did not give no \(http:\S+, kv\/no, with the token of VAULT_TOKEN\): status 404/u,
    ],
    ['a missing key', 'vault:app/db#no', {}, /vault:app\/db has no "no"/u],
    ['a missing key of a file', 'sops:secrets.enc.yaml#db.no', {}, /has no "db.no"/u],
    ['a missing file', 'sops:no.yaml#k', {}, /There is no file no.yaml/u],
    [
      'no key for a file',
      'sops:secrets.enc.yaml#db',
      { SOPS_AGE_KEY: '' },
      /SOPS cannot decrypt secrets.enc.yaml: [\s\S]*identit/u,
    ],
    [
      'no sops',
      'sops:secrets.enc.yaml#db',
      { PATH: '/nowhere' },
      /SOPS cannot decrypt secrets.enc.yaml: the program "sops" is not on PATH/u,
    ],
    [
      'no credentials',
      'ssm:/a?region=us-east-1',
      { AWS_CONFIG_FILE: '/no', AWS_EC2_METADATA_DISABLED: 'true' },
      /AWS cannot be asked: .*credentials/iu,
    ],
    ['an unknown profile', 'ssm:/a?profile=nobody', {}, /AWS cannot be asked: .*nobody/iu],
    ['a wrong token', 'vault:app/db#password', { VAULT_TOKEN: 'no' }, /status 403/u],
    ['no address', 'vault:app/db#password', { VAULT_ADDR: '' }, /Vault has no address/u],
    ['an address of another kind', 'vault:a#b', { VAULT_ADDR: 'file:///etc' }, /which is no http or https URL/u],
    [
      'a store that is down',
      'vault:a#b',
      { VAULT_ADDR: 'http://127.0.0.1:9' },
      /Vault \(http:\/\/127.0.0.1:9\) cannot be read/u,
    ],
    ['AWS that is down', 'ssm:/a?profile=p', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }, /AWS SSM cannot be read/u],
    ['a token of a policy', 'vault.token_policy(p)', {}, /makes a token of Vault, which the settings do not allow/u],
    ['a form that himl does not follow', 'vault.kv2.path(a).field(b)', {}, /himl ignores "kv2" and "field"/u],
    ['an unknown part', 'ssm.path(/a).aws_profil(p)', {}, /ssm has no "aws_profil"; it has path, aws_profile/u],
    ['an unknown option', 'ssm:/a?profil=p', {}, /ssm has no option "profil"/u],
    ['a region that is a host', 'ssm:/a?region=x.evil.example', {}, /not an AWS region/u],
    ['a path upwards', 'vault:app/../x#k', {}, /"app\/..\/x" is not a path/u],
    ['a file outside', 'sops:../x.yaml#k', {}, /outside of the project/u],
  ])('%s', async (_, reference, more, message) => {
    const began = Date.now();
    const { code, stderr } = await configOf(`a: "{{${reference}}}"\n`, more);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/QqZzXx|\n {4}at /u);
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  test('one that is missing hides no other, and a store that is down is one message', async () => {
    const layer = Array.from({ length: 30 }, (_, index) => `v${index}: "{{vault:x/p${index}#k}}"\n`).join('');
    const { stderr } = await configOf(`a: "{{ssm:/no?profile=p}}"\nb: "{{ssm:/neither?profile=p}}"\n`);
    expect(stderr).toMatch(/\/no [\s\S]*\/neither /u);
    const { stderr: down } = await configOf(layer, { VAULT_ADDR: 'http://127.0.0.1:9' });
    expect(down.split('\n').filter((line) => line.includes('Vault'))).toHaveLength(1);
    expect(down).toContain('Needed for vault:x/p0#k and 29 more.');
  });

  test('throttling is waited for, and a server that never answers ends in time', async () => {
    let asked = 0;
    const throttling = await startServer(() => {
      asked += 1;
      return Promise.resolve(
        asked < 3
          ? { status: 400, body: JSON.stringify({ __type: 'ThrottlingException', message: 'Rate exceeded' }) }
          : {
              status: 200,
              body: JSON.stringify({
                Parameters: [{ Name: '/a', Value: 'at-last', Version: 1 }],
                InvalidParameters: [],
              }),
            },
      );
    });
    const { config } = await configOf('a: "{{ssm:/a?profile=p}}"\n', { AWS_ENDPOINT_URL: throttling.url });
    await throttling.close();
    expect([config['a'], asked]).toEqual(['at-last', 3]);
    const silent: Server = createServer(() => undefined);
    const server = await listenOnLoopback(silent);
    const began = Date.now();
    const { stderr } = await configOf('a: "{{vault:x#k}}"\n', { VAULT_ADDR: server.url });
    silent.closeAllConnections();
    await server.close();
    expect(stderr).toMatch(/cannot be read: no answer in time/u);
    expect(Date.now() - began).toBeLessThan(30_000);
  }, 100_000);

  test('AppRole, LDAP as a last resort, and version 1 of the engine', async () => {
    await stores().vault.call('POST', 'sys/auth/approle', { type: 'approle' });
    await stores().vault.call('PUT', 'sys/policies/acl/reader', {
      policy: 'path "kv/*" {capabilities = ["read"]}\npath "kv1/*" {capabilities = ["read"]}',
    });
    await stores().vault.call('POST', 'auth/approle/role/app', { token_policies: 'reader' });
    const role =
      idIn(await stores().vault.call('POST', 'auth/approle/role/app/role-id', { role_id: 'role-of-the-tests' })) ??
      'role-of-the-tests';
    const secret = idIn(await stores().vault.call('POST', 'auth/approle/role/app/secret-id', {})) ?? '';
    const byRole = { VAULT_TOKEN: '', VAULT_ROLE_ID: role, VAULT_SECRET_ID: secret };
    expect((await configOf('a: "{{vault:app/db#password}}"\n', byRole)).config['a']).toBe(VALUES.vault);
    const settings = {
      '.komposconfig.yaml': "stores: {vault: {mount: kv1, kv_version: '1', token_policies: [reader]}}\n",
    };
    const { config } = await configOf(
      'a: "{{vault:app/one#password}}"\nb: "{{vault.token_policy(reader)}}"\n',
      {},
      [],
      settings,
    );
    expect(config).toMatchObject({ a: VALUES.first, b: expect.stringMatching(/^s\./u) });
    const ldap = await configOf('a: "{{vault:app/db#password}}"\n', {
      VAULT_TOKEN: 'no',
      VAULT_USERNAME: 'ada',
      VAULT_PASSWORD: 'QqZzXx',
    });
    expect(ldap.stderr).toMatch(/refused the login over LDAP as ada: status/u);
    expect(ldap.stderr).not.toContain('QqZzXx');
  });

  test('500 secrets cost little more than the servers take', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `/many/${index}`);
    for (let at = 0; at < names.length; at += 50) {
      await Promise.all(names.slice(at, at + 50).map((name) => stores().aws.parameter(name, `value-of-${name}`)));
    }
    const layer = names.map((name, index) => `s${index}: "{{ssm:${name}?profile=p}}"\n`).join('');
    const time = async (args: readonly string[]): Promise<number> => {
      const began = Date.now();
      expect((await configOf(layer, {}, args)).code).toBe(0);
      return Date.now() - began;
    };
    const without = await time(['--skip-secrets']);
    // The server's own time: the same batches, one after the other, by somebody else's client.
    const began = Date.now();
    for (let at = 0; at < names.length; at += 10) {
      await fetch(stores().aws.url, {
        method: 'POST',
        body: JSON.stringify({ Names: names.slice(at, at + 10), WithDecryption: true }),
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AmazonSSM.GetParameters',
          authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261128/us-east-1/ssm/aws4_request, SignedHeaders=host, Signature=0',
        },
      }).then((response) => response.text());
    }
    const served = Date.now() - began;
    const withThem = await time([]);
    expect(withThem - without - served).toBeLessThan(1_000);
  }, 60_000);

  test('Terraform gets them, and nothing stays on disk', async () => {
    const cwd = folderOf({ ...project(`secrets: {a: "{{ssm:/app/password?profile=p}}"}\n`) });
    const { code, stdout } = await runCli([LEAF, 'terraform', 'plan'], { cwd, env: stores().env });
    expect([code, stdout]).toEqual([0, expect.stringContaining(VALUES.ssm)]);
    const files = readdirSync(join(cwd, '.kompos-runtime'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.filter((file) => readFileSync(file, 'utf8').includes(VALUES.ssm))).toEqual([]);
    await runCli([LEAF, 'terraform', 'plan', '--dry-run'], { cwd, env: stores().env });
    // The place that people are shown is a link to it.
    const generated = [...new Set(files.map((file) => realpathSync(file)))].filter((file) =>
      file.endsWith('variables.tfvars.json'),
    );
    expect(
      generated.map((file) => [statSync(file).mode & 0o777, readFileSync(file, 'utf8').includes(VALUES.ssm)]),
    ).toEqual([[0o600, true]]);
  });
});

function idIn(answer: unknown): string | undefined {
  const text = JSON.stringify(answer ?? {});
  return /"(?:secret_id|role_id)":"([^"]+)"/u.exec(text)?.[1];
}
