/** Folders of results on disk. What is read was written by other jobs: links are refused, and sizes are bounded. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { hasCode, messageOf } from '../base/node-errors.ts';
import { problemError } from '../base/problems.ts';
import { digestOf, readManifest, readSignature, type ShardManifest, type ShardSignature } from './manifest.ts';

const [MANIFEST, RESULTS, SIGNATURE] = ['manifest.json', 'results.json', 'signature.json'];
const SMALL_BYTES = 200_000;
/** Bytes of one shard's results: a text of more than twice as many cannot be made in Node. */
const RESULT_BYTES = 200_000_000;
/** Folders of one join: 256 shards, each a few times. */
const MOST_FOLDERS = 2_000;

/** A folder as it was found. */
export type FoundFolder =
  | {
      readonly kind: 'results';
      readonly name: string;
      readonly manifest: ShardManifest;
      /** The manifest, byte for byte. */
      readonly text: string;
      readonly signature: ShardSignature;
      /** The data, whose digest is the manifest's. */
      readonly results: () => unknown;
    }
  /** Its job ended before it was complete. */
  | { readonly kind: 'unfinished'; readonly name: string }
  | { readonly kind: 'unusable'; readonly name: string; /** A clause. */ readonly why: string };

/**
 * Writes one shard's results. The manifest comes last: without it, a folder counts as unfinished.
 *
 * @param folder absolute path; what an earlier shard has left in it is replaced
 * @param sign the manifest's text → its signature
 * @throws ProblemError if the results are too large to be joined
 */
export async function writeFolder(
  folder: string,
  about: Omit<ShardManifest, 'results'>,
  results: unknown,
  sign: (manifest: string) => Promise<ShardSignature>,
): Promise<void> {
  const text = JSON.stringify(results);
  if (Buffer.byteLength(text) > RESULT_BYTES) {
    throw problemError('files', `The results of shard ${about.shard} take more than ${RESULT_BYTES / 1e6} MB.`, {
      hint: 'Split the leaves into more shards (input "shards").',
    });
  }
  const manifest: ShardManifest = { ...about, results: digestOf(text) };
  const manifestText = `${JSON.stringify(manifest, undefined, 2)}\n`;
  const signature = await sign(manifestText);
  mkdirSync(folder, { recursive: true });
  clearFolder(folder);
  writeFileSync(join(folder, RESULTS), text, { flag: 'wx' });
  writeFileSync(join(folder, SIGNATURE), JSON.stringify(signature), { flag: 'wx' });
  const unfinished = join(folder, `${MANIFEST}.unfinished`);
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, manifestText, { flag: 'wx' });
  renameSync(unfinished, join(folder, MANIFEST));
}

/**
 * Removes what an earlier shard has left in a folder, before anything begins: a job that is killed must not pass on the
 * results of another one.
 *
 * @param folder absolute path; it need not exist
 * @throws ProblemError if it has a manifest of something else in it
 */
export function clearFolder(folder: string): void {
  const path = join(folder, MANIFEST);
  const file = lstatSync(path, { throwIfNoEntry: false });
  if (file?.isFile() === true && !(file.size <= SMALL_BYTES && isOurs(path))) {
    throw problemError('files', `${path} is not from Kompos, and would be overwritten.`, {
      hint: 'Name a folder that has nothing else in it.',
    });
  }
  // A link that somebody else has left there is not followed.
  for (const name of [MANIFEST, RESULTS, SIGNATURE]) rmSync(join(folder, name), { force: true });
}

/** Whether a manifest is one of ours, of any version. */
function isOurs(path: string): boolean {
  const text = readSmall(path) ?? '';
  return /^\{\s*"kompos": "/u.test(text);
}

/**
 * Reads folders of results.
 *
 * @param directories absolute paths: each is such a folder, or holds some, as `actions/download-artifact` leaves them
 * @throws ProblemError if one of them is not there, or holds far too much
 */
export function readFolders(directories: readonly string[]): readonly FoundFolder[] {
  const found = directories.flatMap((directory) => {
    const path = realDirectory(directory);
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (entries.some(({ name }) => name === MANIFEST || name === RESULTS)) return [{ path, name: directory }];
    return entries
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => ({ path: join(path, name), name }));
  });
  if (found.length > MOST_FOLDERS) {
    throw problemError(
      'files',
      `There are ${found.length} folders of results, and at most ${MOST_FOLDERS} are joined.`,
      {
        hint: 'Download only the artifacts of this run.',
      },
    );
  }
  return found.map(({ path, name }) => readFolder(path, name));
}

function realDirectory(directory: string): string {
  try {
    const path = realpathSync(directory);
    if (lstatSync(path).isDirectory()) return path;
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
  }
  throw problemError('files', `${directory} is not a folder.`, {
    hint: 'Name the folder into which the results of the shards were downloaded.',
  });
}

function readFolder(path: string, name: string): FoundFolder {
  try {
    if (lstatSync(path).isSymbolicLink()) return unusable('it is a symbolic link');
    const text = readSmall(join(path, MANIFEST));
    if (text === undefined) return { kind: 'unfinished', name };
    const manifest = readManifest(text);
    if (manifest === undefined) return unusable('its manifest.json is damaged, or of another version of Kompos');
    const signature = readSignature(readSmall(join(path, SIGNATURE)) ?? '{}');
    if (signature === undefined) return unusable('its signature.json is damaged');
    const bytes = readFile(join(path, RESULTS), RESULT_BYTES);
    if (bytes === undefined || digestOf(bytes) !== manifest.results) {
      return unusable('its results.json is not the one that its manifest.json names');
    }
    return { kind: 'results', name, manifest, text, signature, results: () => parsed(bytes) };
  } catch (error) {
    return unusable(messageOf(error));
  }

  function unusable(why: string): FoundFolder {
    return { kind: 'unusable', name, why };
  }
}

function parsed(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString('utf8'));
}

function readSmall(path: string): string | undefined {
  return readFile(path, SMALL_BYTES)?.toString('utf8');
}

/** @returns undefined if it does not exist */
function readFile(path: string, most: number): Buffer | undefined {
  let descriptor: number;
  try {
    // A pipe without a writer would block forever.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (hasCode(error, 'ELOOP')) throw new Error(`${path} is a symbolic link`, { cause: error });
    throw error;
  }
  try {
    const file = fstatSync(descriptor);
    if (!file.isFile()) throw new Error(`${path} is not a file`);
    if (file.size > most) throw new Error(`${path} has more than ${most} bytes`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
