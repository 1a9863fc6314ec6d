/** Files of which git has only a pointer or a ciphertext: Terraform must get the real content, or nothing. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../base/node-errors.ts';
import { problemError, ProblemError } from '../base/problems.ts';

/** Source: git-lfs, docs/spec.md. */
const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ .*\n)*?oid sha256:([0-9a-f]{64})\n/u;

/** Source: git-crypt, `commands.cpp`. */
const ENCRYPTED = Buffer.from('\0GITCRYPT\0', 'latin1');

/** Longer files are not pointers. */
const MAX_POINTER = 1024;

/**
 * The real content of a committed file. That of Git LFS comes from the checked-out file, and only if it is exactly what
 * the commit names.
 *
 * @param path from the repository root
 * @param tree absolute path of a folder on disk that has the commit's files
 * @throws ProblemError if the content is not available
 */
export function realContent(path: string, committed: Buffer, tree: string): Buffer {
  if (committed.subarray(0, ENCRYPTED.length).equals(ENCRYPTED)) {
    throw notHere(path, 'is encrypted by git-crypt', 'Keep what compositions read out of git-crypt.');
  }
  if (committed.length > MAX_POINTER) return committed;
  const wanted = POINTER.exec(committed.toString('utf8'))?.[1];
  if (wanted === undefined) return committed;
  const hint = 'Fetch it before this step: "lfs: true" at actions/checkout, or git lfs pull.';
  let found: Buffer;
  try {
    found = readFileSync(join(tree, path));
  } catch (error) {
    throw notHere(path, `is kept in Git LFS, and cannot be read here (${messageOf(error)})`, hint);
  }
  if (createHash('sha256').update(found).digest('hex') === wanted) return found;
  throw notHere(path, 'is kept in Git LFS, and what the commit names is not checked out', hint);
}

function notHere(file: string, why: string, hint: string): ProblemError {
  return problemError('files', `The file ${why}.`, { place: { file }, hint });
}
