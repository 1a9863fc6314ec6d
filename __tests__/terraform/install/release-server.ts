/** A release server on loopback, with a key pair of its own and a "terraform" that is a shell script. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { strToU8, zipSync } from 'fflate';
import { createMessage, generateKey, sign, type PrivateKey } from 'openpgp';
import { listenOnLoopback, type LoopbackServer } from '../../../loopback/http-server.ts';
import { PUBLISHERS, type Publisher } from '../../../src/terraform/install/publishers.ts';

export const PLATFORM = 'linux_amd64';

export interface Keys {
  readonly privateKey: PrivateKey;
  readonly armored: string;
  readonly fingerprint: string;
}

export async function makeKeys(date = new Date('2025-01-01'), keyExpirationTime = 0): Promise<Keys> {
  const { privateKey, publicKey } = await generateKey({
    userIDs: [{ name: 'Publisher' }],
    type: 'curve25519',
    date,
    keyExpirationTime,
    format: 'object',
  });
  return { privateKey, armored: publicKey.armor(), fingerprint: publicKey.getFingerprint() };
}

export async function signatureOf(data: Uint8Array, { privateKey }: Keys, date: Date): Promise<Uint8Array> {
  const message = await createMessage({ binary: data });
  const signature: unknown = await sign({ message, signingKeys: privateKey, detached: true, format: 'binary', date });
  if (signature instanceof Uint8Array) return signature;
  throw new Error('The signature is not binary.');
}

export function archiveOf(version: string, name = 'terraform', program = 'Terraform'): Uint8Array {
  const script = strToU8(`#!/bin/sh\necho '${program} v${version}'\n`);
  return zipSync(
    { 'LICENSE.txt': strToU8('license'), [name]: script, '../outside': strToU8('x') },
    { mtime: '2025-01-01' },
  );
}

export function sumsOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const lines = Object.entries(files).map(([name, data]) => `${sha256(data)}  ${name}\n`);
  return strToU8(lines.join(''));
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Paths → what they answer. */
export type Served = Map<string, Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void)>;

/** The files of releases, as a publisher serves them. */
export async function releaseFiles(
  versions: readonly string[],
  keys: Keys,
  { date = new Date('2025-06-01'), tool = 'terraform', program = 'Terraform', ending = '.sig' } = {},
): Promise<Served> {
  const served: Served = new Map();
  for (const version of versions) {
    const archive = archiveOf(version, tool, program);
    const sums = sumsOf({
      [`${tool}_${version}_darwin_arm64.zip`]: strToU8('other'),
      [`${tool}_${version}_${PLATFORM}.zip`]: archive,
    });
    const folder = `/${tool}/${version}/${tool}_${version}`;
    served.set(`${folder}_${PLATFORM}.zip`, archive);
    served.set(`${folder}_SHA256SUMS`, sums);
    served.set(`${folder}_SHA256SUMS${ending}`, await signatureOf(sums, keys, date));
  }
  const index = { versions: Object.fromEntries(versions.map((version) => [version, { version }])) };
  served.set('/terraform/index.json', strToU8(JSON.stringify(index)));
  served.set('/tofu/api.json', strToU8(JSON.stringify({ versions: versions.map((id) => ({ id })) })));
  return served;
}

export interface ReleaseServer extends LoopbackServer {
  readonly served: Served;
  /** The paths that were asked for. */
  readonly asked: string[];
}

export async function startReleaseServer(served: Served): Promise<ReleaseServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = served.get(path);
    if (typeof answer === 'function') answer(request, response);
    else if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': answer.length }).end(answer);
  });
  return { ...(await listenOnLoopback(server)), served, asked };
}

/** The real publisher's row, with a key of the test's. */
export function publisherWith(
  { armored, fingerprint }: Pick<Keys, 'armored' | 'fingerprint'>,
  keyUrl: string,
): Publisher {
  return { ...PUBLISHERS.terraform, key: armored, fingerprint, keyUrl };
}
