/** What uses a key, as data. */
import type { Origin, Value } from '../../hierarchy/value.ts';
import type { CodeRead } from '../../rendering/code-reads.ts';

/** A value and the leaves that see it, in byte order of path. */
export interface SeenValue {
  readonly value: Value;
  /** Where it is written, for the first of the leaves. */
  readonly place: Origin;
  readonly leaves: readonly string[];
}

/** The code of leaves that reads the key. */
export interface ReadingCode {
  /** The source folder, from the repository root. */
  readonly folder: string;
  readonly leaves: number;
  readonly reads: readonly CodeRead[];
  readonly mayReadAll: string | undefined;
}

export interface Uses {
  readonly key: string;
  /** The value that most leaves see first. */
  readonly values: readonly SeenValue[];
  /** Leaves without the key. */
  readonly without: readonly string[];
  /** Leaves where it cannot be resolved, with the first reason. */
  readonly unresolved: readonly { readonly leaf: string; readonly why: string }[];
  /** Keys whose placeholders refer to it, each at one place. */
  readonly references: readonly { readonly key: string; readonly place: Origin }[];
  readonly code: readonly ReadingCode[];
}
