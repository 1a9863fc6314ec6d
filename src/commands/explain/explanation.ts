/** How a value came to be, as data. */
import type { Problem } from '../../base/problems.ts';
import type { PlaceholderLink } from '../../hierarchy/interpolation/placeholder-links.ts';
import type { LayerStep } from '../../hierarchy/layer-steps.ts';
import type { Origin, Value } from '../../hierarchy/value.ts';
import type { CodeRead } from '../../rendering/code-reads.ts';

/** Something that reads the value, directly or through the key that it names. */
export interface Reader extends CodeRead {
  /** The key that takes the value over with a placeholder; undefined: the key itself is read. */
  readonly via: string | undefined;
}

export interface Explanation {
  readonly key: string;
  /** A leaf, or a folder above leaves, from the project root. */
  readonly folder: string;
  /** The key that the layers set: that of a list, or of a placeholder, that the value is behind. */
  readonly setKey: string;
  readonly steps: readonly LayerStep[];
  readonly links: readonly PlaceholderLink[];
  /** Undefined if it cannot be resolved. */
  readonly value: Value | undefined;
  /** Where the final value is written. */
  readonly place: Origin | undefined;
  readonly problems: readonly Problem[];
  /** Keys whose values take it over, and where they do. */
  readonly references: readonly { readonly key: string; readonly place: Origin }[];
  /** Undefined if the folder is above leaves, or has no code. */
  readonly code:
    | { readonly folder: string; readonly readers: readonly Reader[]; readonly mayReadAll: string | undefined }
    | undefined;
  /** Why the composition's `var.config` lacks the key; undefined: it has it. */
  readonly withheld: string | undefined;
}
