/** A stable part of the leaves, for runs that each check another part. Pure. */
import { createHash } from 'node:crypto';

/** The share `number` modulo `of`. */
export interface DriftShare {
  readonly number: number;
  readonly of: number;
}

/**
 * Whether a leaf is in a share. That depends on nothing but its path: each leaf is in exactly one share, whatever other
 * leaves there are.
 */
export function inShare(path: string, { number, of }: DriftShare): boolean {
  return createHash('sha256').update(path).digest().readUIntBE(0, 6) % of === number % of;
}
