/** What rendering makes of a leaf: plain data, compared between revisions and written to disk by `runtime/`. */
import type { Origin } from '../hierarchy/value.ts';

/** One configuration key that a pin takes its value from. */
export interface PinKey {
  /** `vpc.module_version` */
  readonly key: string;
  /** The text that was put in. */
  readonly value: string;
  /** Where the value was written. */
  readonly origin: Origin;
}

/** One static place of a template with placeholders in it. */
export interface Pin {
  /** `module.vpc.source`, `terraform.backend.s3.key` */
  readonly address: string;
  /** Path of the template from the repository root, with the position of the string literal. */
  readonly template: Origin;
  /** The whole string literal once rendered: `git::https://…?ref=v2.0.0`. */
  readonly value: string;
  readonly keys: readonly PinKey[];
}

/** A rendered block that holds pins: the interpolated versioned source that reviewers see. */
export interface PinnedBlock {
  /** `module.vpc`, `terraform` */
  readonly address: string;
  /** Path of the template from the repository root, and the block's first line in it. */
  readonly template: Origin;
  /** The rendered text of the whole block, no line break at the end. */
  readonly text: string;
}
