/** What identifies an issue, as digests: leaf paths and backends may contain masked text. */
import { createHash } from 'node:crypto';

/** Distinguishes the issues of several projects, or of several views of one, in one repository. */
export interface DriftScope {
  /** The project root, from the top of the repository. */
  readonly root: string;
  /** The input `title`. */
  readonly title: string;
}

/** A leaf of the project as issues know it. */
export interface LeafIdentity {
  /** Digest of its path. */
  readonly leaf: string;
  /** Digest of its state's place; undefined if that is not known. */
  readonly state: string | undefined;
}

/** The same with what issues call it. */
export interface NamedLeaf extends LeafIdentity {
  readonly path: string;
  /** Tells it from all other leaves of the project: `vpc · prod`. */
  readonly name: string;
}

/** 128 bits in hex. */
export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** What the issues of one project and title have in common, however many projects the repository has: 32 hex digits. */
export function scopeDigest({ root, title }: DriftScope): string {
  return digest('scope', root, title);
}

/** @param state the state identity, made without values of the environment */
export function leafIdentity(path: string, state: string | undefined): LeafIdentity {
  return { leaf: digest('leaf', path), state: state && digest('state', state) };
}
