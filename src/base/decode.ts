/** Reads bytes as the text that they are meant to be. */
import { isUtf8 } from 'node:buffer';
import { problem, type Problem, type ProblemCode } from './problems.ts';

/** Git LFS's pointers (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\//u;

/**
 * The text of a file, which must be UTF-8.
 *
 * @param code of the problem of a file that is something else
 */
export function decodeText(
  file: string,
  bytes: Buffer,
  code: ProblemCode,
): { readonly text: string } | { readonly problem: Problem } {
  const text = bytes.toString('utf8');
  if (bytes.subarray(0, 10).equals(Buffer.from('\0GITCRYPT\0'))) {
    return refuse('The file is encrypted with git-crypt.', 'Unlock the repository before ("git-crypt unlock").');
  }
  if (LFS_POINTER.test(text)) {
    return refuse('The file is a pointer of Git LFS.', 'Put the file itself into git, or check out with "lfs: true".');
  }
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isMarked || (first !== undefined && second !== undefined && (first === 0) !== (second === 0))) {
    return refuse('The file is UTF-16.', 'Save it as UTF-8.');
  }
  if (isUtf8(bytes)) return { text };
  const before = bytes.subarray(0, firstInvalid(bytes));
  const lines = before.toString('utf8').split('\n');
  const place = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const byte = (bytes[before.length] ?? 0).toString(16).toUpperCase();
  const message = `The file is not UTF-8: the byte 0x${byte} here is of another encoding, such as Latin-1 or Windows-1252.`;
  return { problem: problem(code, message, { place, hint: 'Save it as UTF-8.' }) };

  function refuse(message: string, hint: string): { problem: Problem } {
    return { problem: problem(code, message, { place: { file, line: 1, column: 1 }, hint }) };
  }
}

/** The length of the longest beginning that is valid. */
function firstInvalid(bytes: Buffer): number {
  let [valid, invalid] = [0, bytes.length];
  // A cut in the middle of a character is invalid as well, but never far from a valid one.
  const isValid = (length: number): boolean =>
    [0, 1, 2, 3].some((less) => length >= less && isUtf8(bytes.subarray(0, length - less)));
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (isValid(middle)) valid = middle;
    else invalid = middle;
  }
  let length = Math.min(bytes.length, valid + 1);
  while (length > 0 && !isUtf8(bytes.subarray(0, length))) length -= 1;
  return length;
}
