import { createHash } from 'node:crypto';

/** A number that stands for a name: the same in every run, and the same in events and in the API's answers. */
export function numberFor(name: string): number {
  return 1_000_000 + (createHash('sha256').update(name.toLowerCase()).digest().readUInt32BE(0) % 900_000_000);
}
