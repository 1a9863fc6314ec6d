/** The leaves that differ between base and head, and why: plain data. */
import type { Problem } from '../base/problems.ts';
import type { Origin } from '../hierarchy/value.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Paused } from '../rendering/renderer.ts';
import type { PinnedBlock, Rendered } from '../rendering/rendering.ts';

/** Common to every kind of changed leaf. */
interface Changed {
  readonly leaf: Leaf;
  readonly reasons: readonly Reason[];
  /** Errors of a failed leaf, warnings of any. */
  readonly problems: readonly Problem[];
}

/** The leaf does not exist at base. */
export interface AddedLeaf extends Changed {
  readonly kind: 'added';
  readonly head: Rendered;
}

/** The leaf was requested without a comparison. */
export interface SelectedLeaf extends Changed {
  readonly kind: 'selected';
  readonly head: Rendered;
}

/** Its rendering differs. */
export interface DifferingLeaf extends Changed {
  readonly kind: 'changed';
  readonly head: Rendered;
  /** Its blocks with pins at base; undefined if it does not render there. The rest of that rendering is discarded. */
  readonly blocksBefore: readonly PinnedBlock[] | undefined;
  /** Whether its backend changed, so that it uses another state than before. */
  readonly restated: boolean;
}

/** The leaf does not exist at head, and no other leaf uses its state. */
export interface RemovedLeaf extends Changed {
  readonly kind: 'removed';
  readonly fate: 'destroy';
  readonly base: Rendered;
}

/** The leaf does not exist at head, but nothing is destroyed. */
export interface KeptLeaf extends Changed {
  readonly kind: 'removed';
  /** `orphan`: what it created is unknown. `undecided`: another leaf may use its state. */
  readonly fate: 'orphan' | 'undecided';
  /** A sentence. */
  readonly why: string;
}

/** The leaf does not exist at head, but another leaf there uses its state. */
export interface MovedLeaf extends Changed {
  readonly kind: 'moved';
  readonly base: Rendered;
  /** Path of the leaf that now uses its state. */
  readonly movedTo: string;
}

/** The leaf does not render at head. */
export interface FailedLeaf extends Changed {
  readonly kind: 'failed';
}

/** The leaf is paused at head, and either was not at base or was requested: nothing of it is planned or destroyed. */
export interface PausedLeaf extends Changed {
  readonly kind: 'paused';
  /** A sentence. */
  readonly why: string;
  readonly paused: Paused;
}

/** A leaf that a change affects, or that was requested. */
export type ChangedLeaf = PlannableLeaf | KeptLeaf | MovedLeaf | FailedLeaf | PausedLeaf;

/** A leaf that Terraform can run for; for a removed one, to destroy everything. */
export type PlannableLeaf = AddedLeaf | SelectedLeaf | DifferingLeaf | RemovedLeaf;

export type ChangeKind = ChangedLeaf['kind'];

export function isPlannable(each: ChangedLeaf): each is PlannableLeaf {
  return 'head' in each || (each.kind === 'removed' && each.fate === 'destroy');
}

/** The rendering that Terraform runs on: head's, or base's for a removed leaf. */
export function renderedOf(each: PlannableLeaf): Rendered {
  return each.kind === 'removed' ? each.base : each.head;
}

/** The rendering at head, if any. */
export function headOf(each: ChangedLeaf): Rendered | undefined {
  return 'head' in each ? each.head : undefined;
}

/** Why a leaf is changed. `before` and `after` are JSON (for pins: plain text); absent if there was no value. */
export type Reason =
  | {
      readonly kind: 'configuration';
      /** `vpc.cidr_block` */
      readonly key: string;
      readonly before?: string | undefined;
      readonly after?: string | undefined;
      /** The origin at head; for a removed key, at base. */
      readonly origin?: Origin | undefined;
    }
  | {
      readonly kind: 'pin';
      /** `module.vpc.source` */
      readonly address: string;
      /** The rendered literals: `git::https://…?ref=v1.5.0`. */
      readonly before?: string | undefined;
      readonly after?: string | undefined;
      /** The configuration keys behind it, with the part of the value that each contributes. */
      readonly keys: readonly {
        readonly key: string;
        readonly before?: string | undefined;
        readonly after?: string | undefined;
        readonly origin?: Origin | undefined;
      }[];
    }
  | {
      readonly kind: 'file';
      /** From the repository root. */
      readonly path: string;
      readonly change: 'added' | 'changed' | 'removed';
    }
  | {
      readonly kind: 'module';
      /** Folder of the local module from the repository root. */
      readonly module: string;
      /** The chain of modules that leads there, starting from the leaf; empty if the leaf itself calls it. */
      readonly via: readonly string[];
      readonly files: readonly string[];
    }
  | { readonly kind: 'setting'; /** `compositions.config_keys.excluded.vpc` */ readonly key: string }
  | { readonly kind: 'base-failed'; /** First line of the problem at base. */ readonly message: string };
