/** Files encrypted by SOPS: `sops.secret_file(f).secret_key(['a']['b'])`, `sops:f#a.b`, and layers. */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import pLimit from 'p-limit';
import { boundedText } from '../base/bounded-text.ts';
import { startPiped } from '../base/child-process.ts';
import { decodeText } from '../base/decode.ts';
import type { Environment } from '../base/environment.ts';
import { messageOf } from '../base/node-errors.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { toPlain } from '../hierarchy/json.ts';
import type { SecretData } from '../hierarchy/secrets.ts';
import { parseLayer } from '../hierarchy/yaml/parse.ts';
import { joinPath, leadsOut } from '../snapshot/snapshot.ts';
import { dataOf, parsed, pick } from './pick.ts';
import { plainJson } from './sops-json.ts';
import { keysOf, needsComments, notAllowed } from './sops-metadata.ts';
import { optionsOf, partsOf } from './spelling.ts';
import { referenceTo, StoreFailure, type Fetched, type Store, type StoreContext } from './store.ts';

/** Bytes of decrypted text. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Lines of what SOPS says, in a message. */
const MOST_LINES = 12;
/** One process each. */
const AT_ONCE = 4;

export const sops: Store = {
  name: 'sops',
  reference(call) {
    if (call.plain !== undefined) {
      const { path, key } = call.plain;
      const options = optionsOf('sops', call.plain.options, []);
      return typeof options === 'string' ? options : checked(path, key === '' ? [] : [key]);
    }
    const parts = partsOf(call, ['secret_file', 'secret_key']);
    if (typeof parts === 'string') return parts;
    const { secret_file: file = '', secret_key: key = '' } = parts;
    if (key === '') return 'It names no secret_key.';
    // As himl reads it: ['a']['b'].
    const steps = key.replace(/^[[\]]+|[[\]]+$/gu, '').split("']['");
    return checked(
      file,
      steps.map((step) => step.replace(/^'+|'+$/gu, '')),
    );
  },
  fetch,
};

function checked(file: string, key: readonly string[]): SecretReference | string {
  const path = joinPath('', file);
  if (path === '' || file === '') return 'It names no file.';
  return leadsOut(path) ? `"${file}" is outside of the project.` : referenceTo('sops', path, key);
}

/** What a layer has encrypted. It counts by its ciphertext: where that is written does not matter. */
export function sealedReference(file: string, ciphertext: string): SecretReference {
  const digest = createHash('sha256').update(ciphertext).digest('hex').slice(0, 16);
  return { store: 'sops', name: `sops:${digest}`, path: file, key: [], options: { sealed: ciphertext } };
}

/** The file that a reference is in, from the repository root. */
export function fileOf({ path, options }: SecretReference, root: string): string {
  return options['sealed'] === undefined ? joinPath(root, path) : path;
}

/**
 * A digest of what a file has encrypted at a reference's key: equal until the value is encrypted again, whatever happens
 * to the file's keys. Undefined if it is not one of SOPS.
 */
export function ciphertextDigest({ path, key }: SecretReference, content: Buffer): string | undefined {
  const type = typeOf(path);
  const decoded = decodeText(path, content, 'yaml');
  if (type === undefined || !('text' in decoded)) return undefined;
  const encrypted = read(path, decoded.text, type);
  if (encrypted === undefined || keysOf(encrypted.metadata) === undefined) return undefined;
  const found = pick({ store: 'sops', path, key }, { value: encrypted.data, version: undefined });
  return 'value' in found ? digestOf(found.value) : undefined;
}

function digestOf(data: SecretData): string {
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Of all files together. */
const limit = pLimit(AT_ONCE);

async function fetch(
  references: readonly SecretReference[],
  context: StoreContext,
): Promise<ReadonlyMap<SecretReference, Fetched>> {
  const found = new Map<SecretReference, Fetched>();
  const files = new Set(references.map((each) => fileOf(each, context.root)));
  for (const file of files) {
    const decrypted = await limit(() => decryptFile(file, context));
    if ('why' in decrypted) throw new StoreFailure(decrypted.why, decrypted.hint);
    for (const each of references) {
      if (fileOf(each, context.root) === file) found.set(each, valueIn(each, decrypted));
    }
  }
  return found;
}

interface Decrypted {
  readonly whole: Fetched;
  readonly byCiphertext: ReadonlyMap<string, SecretData>;
}

interface NotDecrypted {
  readonly why: string;
  readonly hint?: string | undefined;
}

function valueIn({ options, path }: SecretReference, decrypted: Decrypted): Fetched {
  const { sealed } = options;
  if (sealed === undefined) return decrypted.whole;
  const value = decrypted.byCiphertext.get(sealed);
  if (value === undefined) return { why: `SOPS decrypted ${path} to something else than it has.` };
  // Its own ciphertext is in its name, with an initialization vector that is never used twice.
  return { value, version: 'as in the file' };
}

async function decryptFile(file: string, context: StoreContext): Promise<Decrypted | NotDecrypted> {
  const bytes = await context.readFile(file);
  if (bytes === undefined) return { why: `There is no file ${file}.`, hint: 'Name it from the project root.' };
  const decoded = decodeText(file, bytes, 'yaml');
  const text = 'text' in decoded ? decoded.text : undefined;
  const input = context.isOwn
    ? { bytes, type: typeOf(file), text, environment: context.environment }
    : checkedInput(file, text, context);
  if ('why' in input) return input;
  const { type } = input;
  const encrypted = input.text !== undefined && type !== undefined ? read(file, input.text, type) : undefined;
  const result = await run(input.bytes, type, input.environment, context.signal);
  if ('why' in result) return { why: `SOPS cannot decrypt ${file}: ${result.why}`, hint: result.hint };
  const version = digestOf(encrypted?.data ?? bytes.toString('base64'));
  if (type === undefined) return { whole: { value: result.text, version }, byCiphertext: new Map() };
  const data = read(file, result.text, type)?.data;
  if (data === undefined) return { why: `What SOPS decrypted ${file} to cannot be read as ${type}.` };
  const byCiphertext = new Map<string, SecretData>();
  if (encrypted !== undefined) pair(encrypted.data, data, byCiphertext);
  return { whole: { value: data, version }, byCiphertext };
}

/** What SOPS gets, and as which it is read. */
interface SopsInput {
  readonly bytes: Buffer;
  readonly type: 'yaml' | 'json' | undefined;
  readonly text: string | undefined;
  readonly environment: Environment;
}

/** The file in the form that its keys were checked in: SOPS asks each key that it reads out of it. */
function checkedInput(
  file: string,
  text: string | undefined,
  { environment, settings }: StoreContext,
): SopsInput | NotDecrypted {
  const isReadable = typeOf(file) !== undefined && text !== undefined;
  const plain = isReadable ? plainJson(text) : undefined;
  if (plain !== undefined && 'why' in plain) {
    return { why: `${file} cannot be checked before SOPS decrypts it: ${plain.why}` };
  }
  const metadata = plain && read(file, plain.json, 'json')?.metadata;
  const keys = keysOf(metadata);
  if (plain === undefined || keys === undefined) {
    return {
      why: `${file} is not a YAML or JSON file encrypted by SOPS, so its keys cannot be checked before it is decrypted.`,
    };
  }
  if (needsComments(metadata)) {
    return { why: `${file} says in comments what of it is encrypted, which is not supported here.` };
  }
  const refused = notAllowed(keys, settings);
  if (refused !== undefined) {
    return {
      why: `${file} is encrypted with ${refused}, which the settings at the base commit do not allow: SOPS would contact it.`,
      hint: 'If that is meant, merge it into .komposconfig.yaml first: stores: {sops: {keys: [...]}}.',
    };
  }
  const bytes = Buffer.from(plain.json);
  return { bytes, type: 'json', text: plain.json, environment: keysEnvironment(environment, keys) };
}

function typeOf(file: string): 'yaml' | 'json' | undefined {
  if (/\.ya?ml$/u.test(file)) return 'yaml';
  return file.endsWith('.json') ? 'json' : undefined;
}

/** A file's data, with what SOPS keeps in it apart. */
function read(
  file: string,
  content: string,
  type: 'yaml' | 'json',
): { readonly data: SecretData; readonly metadata: SecretData | undefined } | undefined {
  const all = type === 'json' ? parsed(content) : ofYaml(file, content);
  if (typeof all !== 'object' || all === null || Array.isArray(all)) return undefined;
  const { sops: metadata, ...data } = Object.fromEntries(Object.entries(all));
  return { data, metadata };
}

function ofYaml(file: string, content: string): SecretData | undefined {
  const { value } = parseLayer(file, content, { keepsMetadata: true });
  const plain = value && toPlain(value);
  return dataOf(plain);
}

/** Finds the value of each ciphertext. */
function pair(encrypted: SecretData, decrypted: SecretData | undefined, found: Map<string, SecretData>): void {
  if (decrypted === undefined) return;
  if (typeof encrypted === 'string' && encrypted.startsWith('ENC[')) found.set(encrypted, decrypted);
  if (typeof encrypted !== 'object' || encrypted === null) return;
  const own = new Map(typeof decrypted === 'object' && decrypted !== null ? Object.entries(decrypted) : []);
  for (const [key, child] of Object.entries(encrypted)) pair(child, own.get(key), found);
}

/** What SOPS needs for age and PGP, and for the services that a file's keys are in: nothing else can be sent away. */
function keysEnvironment(environment: Environment, keys: readonly { readonly kind: string }[]): Environment {
  const kinds = new Set(keys.map(({ kind }) => kind));
  const needed = [
    /^(?:PATH|HOME|LANG|LC_.*|TMPDIR|XDG_CONFIG_HOME|GNUPGHOME|GPG_.*|SOPS_AGE_.*|SOPS_GPG_EXEC|.*_PROXY|.*_proxy|SSL_CERT_.*)$/u,
    ...(kinds.has('kms') ? [/^AWS_/u] : []),
    ...(kinds.has('gcp_kms') ? [/^(?:GOOGLE_|CLOUDSDK_|GCLOUD_)/u] : []),
    ...(kinds.has('azure_kv') ? [/^(?:AZURE_|IDENTITY_|MSI_)/u] : []),
    ...(kinds.has('hc_vault') ? [/^VAULT_/u] : []),
  ];
  return Object.fromEntries(Object.entries(environment).filter(([name]) => needed.some((each) => each.test(name))));
}

/** Without digests: SOPS shows the one that it computes over all values, which tells whoever guesses them. */
function shown(said: string): string {
  return said
    .trim()
    .split('\n')
    .slice(0, MOST_LINES)
    .join('\n')
    .replace(/[0-9a-f]{64,}/giu, '…');
}

/** Through pipes: what is decrypted never gets onto a disk. */
async function run(
  encrypted: Buffer,
  type: string | undefined,
  environment: Environment,
  signal: AbortSignal,
): Promise<{ readonly text: string } | { readonly why: string; readonly hint?: string }> {
  const types = ['--input-type', type ?? 'binary', '--output-type', type ?? 'binary'];
  const child = startPiped({
    program: 'sops',
    // From version 3.9 on it reads standard input, if it is told a name for it.
    args: ['--disable-version-check', 'decrypt', ...types, '--filename-override', `secrets.${type ?? 'bin'}`],
    directory: tmpdir(),
    environment,
  });
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop);
  try {
    const ended = new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        resolve(code ?? 1);
      });
    });
    // It may end without reading.
    child.stdin.on('error', () => undefined);
    child.stdin.end(encrypted);
    const printed = [child.stdout, child.stderr].map((stream) => boundedText(stream, MOST_BYTES, 'it'));
    const [code, out = '', said = ''] = await Promise.all([ended, ...printed]);
    if (signal.aborted) return { why: 'it did not end in time' };
    if (code === 0) return { text: out };
    return { why: shown(said) || `exit code ${code}` };
  } catch (error) {
    child.kill('SIGKILL');
    if (messageOf(error).includes('ENOENT')) {
      return {
        why: 'the program "sops" is not on PATH.',
        hint: 'Install it in a step before this one: https://getsops.io',
      };
    }
    return { why: messageOf(error) };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
