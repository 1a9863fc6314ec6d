/** The hash of an installed provider, as lock files spell it: two binaries of one version have two. */
import { createHash } from 'node:crypto';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareBytes } from '../snapshot/snapshot.ts';

/** By path, size and times: a mirror's provider of hundreds of megabytes is read once, whatever the number of leaves. */
const known = new Map<string, Promise<string>>();

/**
 * `h1:…` of an unpacked provider; undefined where there is none. Source: `PackageHashV1` of Terraform, which is `Hash1` of
 * golang.org/x/mod/sumdb/dirhash. It differs between platforms, and a registry and a mirror give the same.
 *
 * @param folder absolute path, `.terraform/providers/<address>/<version>/<platform>`
 * @param verified the hashes in the lock file of a plan that has succeeded. Terraform has compared the provider with those
 *   of this kind, so that a single one is its hash, and nothing needs to be read.
 */
export async function providerHash(folder: string, verified: readonly string[] = []): Promise<string | undefined> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return undefined;
  const [only, ...others] = verified.filter((hash) => hash.startsWith('h1:'));
  if (only !== undefined && others.length === 0) return only;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const lines = await Promise.all(
    files.map(async (path): Promise<readonly [string, string]> => [
      relative(root, path).split(sep).join('/'),
      await fileHash(path),
    ]),
  );
  const listing = lines.sort(([a], [b]) => compareBytes(a, b)).map(([name, hash]) => `${hash}  ${name}\n`);
  return `h1:${createHash('sha256').update(listing.join('')).digest('base64')}`;
}

async function fileHash(path: string): Promise<string> {
  const { dev, ino, size, mtimeMs, ctimeMs } = await stat(path);
  const key = JSON.stringify([path, dev, ino, size, mtimeMs, ctimeMs]);
  let hash = known.get(key);
  if (hash === undefined) {
    hash = read(path);
    known.set(key, hash);
  }
  return hash;
}

/** Into one buffer: a stream would leave hundreds of megabytes of them to the garbage collector. */
async function read(path: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(1024 * 1024);
  const file = await open(path);
  try {
    for (let length = 1; length > 0;) {
      length = (await file.read(buffer, 0, buffer.length)).bytesRead;
      hash.update(buffer.subarray(0, length));
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
