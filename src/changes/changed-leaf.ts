/** Which leaves differ between base and head, and why: plain data. */
import type { Problem } from '../base/problems.ts';
import type { Origin } from '../hierarchy/value.ts';
import type { Leaf } from '../project/leaves.ts';
import type { PinnedBlock, Rendered } from '../rendering/rendering.ts';

/** What every kind of changed leaf has. */
interface Changed {
  readonly leaf: Leaf;
  readonly reasons: readonly Reason[];
  /** Errors of a failed leaf, warnings of any. */
  readonly problems: readonly Problem[];
}

/** Base does not have it. */
export interface AddedLeaf extends Changed {
  readonly kind: 'added';
  readonly head: Rendered;
}

/** It was asked for, and compared with nothing. */
export interface SelectedLeaf extends Changed {
  readonly kind: 'selected';
  readonly head: Rendered;
}

/** Its rendering differs. */
export interface DifferingLeaf extends Changed {
  readonly kind: 'changed';
  readonly head: Rendered;
  /** Its blocks with pins at base; undefined where it does not render there. Nothing else of that rendering is kept. */
  readonly blocksBefore: readonly PinnedBlock[] | undefined;
  /** Whether its backend changed, so that its state is another one than before. */
  readonly restated: boolean;
}

/** Head does not have it, and nothing else goes on with its state. */
export interface RemovedLeaf extends Changed {
  readonly kind: 'removed';
  readonly fate: 'destroy';
  readonly base: Rendered;
}

/** Head does not have it, and nothing of it is destroyed. */
export interface KeptLeaf extends Changed {
  readonly kind: 'removed';
  /** `orphan`: what it made is not known. `undecided`: another leaf may go on with its state. */
  readonly fate: 'orphan' | 'undecided';
  /** A sentence. */
  readonly why: string;
}

/** Head does not have it, but another leaf of head uses its state. */
export interface MovedLeaf extends Changed {
  readonly kind: 'moved';
  readonly base: Rendered;
  /** Path of the leaf that has its state now. */
  readonly movedTo: string;
}

/** It does not render at head. */
export interface FailedLeaf extends Changed {
  readonly kind: 'failed';
}

/** A leaf that a change touches, or that was asked for. */
export type ChangedLeaf = PlannableLeaf | KeptLeaf | MovedLeaf | FailedLeaf;

/** A leaf that Terraform can run for: a removed one to destroy all of it. */
export type PlannableLeaf = AddedLeaf | SelectedLeaf | DifferingLeaf | RemovedLeaf;

export type ChangeKind = ChangedLeaf['kind'];

export function isPlannable(each: ChangedLeaf): each is PlannableLeaf {
  return 'head' in each || (each.kind === 'removed' && each.fate === 'destroy');
}

/** What Terraform runs on: the head's rendering, for a removed leaf the base's. */
export function renderedOf(each: PlannableLeaf): Rendered {
  return each.kind === 'removed' ? each.base : each.head;
}

/** The rendering at head; undefined where there is none. */
export function headOf(each: ChangedLeaf): Rendered | undefined {
  return 'head' in each ? each.head : undefined;
}

/** Why a leaf is changed. `before` and `after` are JSON texts (pins: plain texts); absent where there was no value. */
export type Reason =
  | {
      readonly kind: 'configuration';
      /** `vpc.cidr_block` */
      readonly key: string;
      readonly before?: string | undefined;
      readonly after?: string | undefined;
      /** The head's origin; for a removed key the base's. */
      readonly origin?: Origin | undefined;
    }
  | {
      readonly kind: 'pin';
      /** `module.vpc.source` */
      readonly address: string;
      /** The rendered literals: `git::https://…?ref=v1.5.0`. */
      readonly before?: string | undefined;
      readonly after?: string | undefined;
      /** The configuration keys behind it, with the part of the value that each gives. */
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
      /** The modules that lead there, nearest to the leaf first; empty when the leaf itself calls it. */
      readonly via: readonly string[];
      readonly files: readonly string[];
    }
  | { readonly kind: 'setting'; /** `compositions.config_keys.excluded.vpc` */ readonly key: string }
  | { readonly kind: 'base-failed'; /** First line of the problem at base. */ readonly message: string };
