/** Names, modes and bytes of folders on disk as digests, without following links out of them or reading endless files. */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readlinkSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { hasCode, messageOf } from '../base/node-errors.ts';

/** Why a folder has no digest: a sentence without a full stop. */
export class NoDigest extends Error {}

export interface FolderOptions {
  /** Absolute path, without links in it, of the folder that no link may lead out of. */
  readonly within: string;
  /** Whether an entry is left out, by its path below the folder; a folder with all that is in it. */
  readonly skip?: ((path: string) => boolean) | undefined;
}

/** How much may be read for the modules of one runtime directory. */
const MOST: Bound = { bytes: 100 * 1024 * 1024, files: 20_000 };

interface Bound {
  readonly bytes: number;
  readonly files: number;
}

/** Adds folders to one digest, with one bound for all of them. */
export class FolderDigest {
  readonly #hash: Hash = createHash('sha256');
  readonly #most: Bound;
  #bytes = 0;
  #files = 0;

  constructor(most: Bound = MOST) {
    this.#most = most;
  }

  /** Adds a line of data. */
  add(...line: readonly unknown[]): void {
    this.#hash.update(`${JSON.stringify(line)}\n`);
  }

  /**
   * Adds everything below a folder.
   *
   * @param folder absolute path
   * @throws NoDigest
   */
  addFolder(folder: string, options: FolderOptions, below = ''): void {
    // Names as bytes: two names that are not UTF-8 must not collide.
    const entries = readdirSync(join(folder, below), { withFileTypes: true, encoding: 'buffer' });
    for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
      const name = entry.name.toString('utf8');
      const path = `${below}${name}`;
      if (options.skip?.(path) === true) continue;
      if (!Buffer.from(name).equals(entry.name)) throw new NoDigest(`the name of ${path} is not UTF-8`);
      this.#count(1, 0);
      if (entry.isSymbolicLink()) this.add(path, 'link', linkIn(folder, path, options.within));
      else if (entry.isDirectory()) this.addFolder(folder, options, `${path}/`);
      else if (entry.isFile()) this.add(path, ...this.#contentOf(join(folder, path)));
      // Reading a pipe would block forever, and a device never ends.
      else this.add(path, 'special');
    }
  }

  /** In hex. */
  value(): string {
    return this.#hash.digest('hex');
  }

  #contentOf(path: string): readonly [string, string] {
    // It may have become something else since it was listed.
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { mode, size } = fstatSync(file);
      this.#count(0, size);
      const hash = createHash('sha256');
      const buffer = Buffer.alloc(Math.min(Math.max(size, 1), 1024 * 1024));
      for (let left = size + 1, read = 1; read > 0 && left > 0; left -= read) {
        read = readSync(file, buffer);
        hash.update(buffer.subarray(0, read));
      }
      return [(mode & 0o100) === 0 ? '-' : 'x', hash.digest('hex')];
    } finally {
      closeSync(file);
    }
  }

  #count(files: number, bytes: number): void {
    this.#files += files;
    this.#bytes += bytes;
    const { bytes: mostBytes, files: mostFiles } = this.#most;
    if (this.#files <= mostFiles && this.#bytes <= mostBytes) return;
    throw new NoDigest(`it is more than ${mostBytes / 1024 / 1024} MB, or more than ${mostFiles} files`);
  }
}

function linkIn(folder: string, path: string, within: string): string {
  const real = realPath(join(folder, path));
  if (real !== undefined && !isInside(real, within)) throw new NoDigest(`its link ${path} leads out of it`);
  return readlinkSync(join(folder, path));
}

/** Where a path leads; undefined where there is nothing. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return undefined;
    throw new NoDigest(messageOf(error));
  }
}

/** Whether an absolute path is a folder or below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
