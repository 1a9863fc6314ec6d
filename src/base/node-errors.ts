/** Errors from Node, examined without relying on their class: values of other realms fail `instanceof`. */
import { textOf } from './json.ts';

/** Whether a system error has one of the codes (`ENOENT`). */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = textOf(error, 'code');
  return code !== undefined && codes.includes(code);
}

/** Whether it comes from the operating system: a full disk, a missing permission. */
export function isSystemError(error: unknown): boolean {
  return textOf(error, 'syscall') !== undefined;
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
    ? error.message
    : String(error);
}
