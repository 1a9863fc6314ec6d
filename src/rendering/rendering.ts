/** The result of rendering a leaf: plain data, compared between revisions and written to disk by `runtime/`. */
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import type { MapValue, Origin } from '../hierarchy/value.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Snapshot, SnapshotFile } from '../snapshot/snapshot.ts';
import type { ConfigurationUse } from './use/configuration-use.ts';
import type { Reach } from './use/reach.ts';
import type { SourceFolder } from './source-folders.ts';
import type { State } from './state.ts';

/** One configuration key that a pin takes its value from. */
export interface PinKey {
  /** `vpc.module_version`; `local.version` and `var.version` of values that are written in the code. */
  readonly key: string;
  /** The inserted text. */
  readonly value: string;
  /** Where the value was written. */
  readonly origin: Origin;
}

/**
 * A value at a place where Terraform wants it before it plans: a string literal of a template with placeholders in it,
 * or an expression, which newer versions accept there.
 */
export interface Pin {
  /** `module.vpc.source`, `terraform.backend.s3.key` */
  readonly address: string;
  readonly written: 'placeholder' | 'expression';
  /** Path of the template, or file, from the repository root, with the position of the literal or expression. */
  readonly template: Origin;
  /** The whole string literal once rendered, or what the expression is worked out to: `git::https://…?ref=v2.0.0`. */
  readonly value: string;
  readonly keys: readonly PinKey[];
}

/** A rendered block that contains pins, as Terraform understands it: shown to reviewers. */
export interface PinnedBlock {
  /** `module.vpc`, `terraform` */
  readonly address: string;
  /** Path of the template, or file, from the repository root, and the block's first line in it. */
  readonly template: Origin;
  /** The rendered text of the whole block, without a trailing newline. */
  readonly text: string;
}

/** One file of a rendering. */
export interface RenderedFile {
  /** Path below the runtime directory. */
  readonly name: string;
  readonly executable: boolean;
  /** A copied file is referenced, not included: equal ids mean equal bytes. */
  readonly content:
    | {
        readonly kind: 'copy';
        readonly file: SnapshotFile;
        /** Set for Terraform files only. */
        readonly text?: string | undefined;
      }
    | { readonly kind: 'template'; readonly file: SnapshotFile; readonly text: string }
    | { readonly kind: 'generated'; readonly text: string };
}

/** The files that a leaf gives Terraform. */
export interface Rendering {
  readonly leaf: Leaf;
  /** The composition's source folder, from the repository root. */
  readonly source: string;
  /** The composition's `var.config`. */
  readonly variables: MapValue;
  /** The content of `provider.tf.json`: the `provider` and `terraform` keys. */
  readonly provider: MapValue;
  /** In byte order of name. */
  readonly files: readonly RenderedFile[];
  readonly pins: readonly Pin[];
  /** The secrets in settings of a backend that a template has. */
  readonly pinSecrets: readonly SecretReference[];
  readonly blocks: readonly PinnedBlock[];
  /** Set where an expression that decides which modules and providers are installed could not be worked out. */
  readonly isOpen?: true;
  /** Undefined if no backend is configured. */
  readonly state: State | undefined;
  /** The file with its backend, where Terraform does not read it. */
  readonly onlyForOpenTofu: string | undefined;
}

/** A rendering with what else Terraform reads, and the parts of its configuration that are read. */
export interface Rendered {
  readonly rendering: Rendering;
  readonly reach: Reach;
  readonly use: ConfigurationUse;
  /** The code, as it was parsed: templates with their placeholders. */
  readonly code: {
    /** The composition's folder. */
    readonly root: SourceFolder;
    /** The local modules in the reach. */
    readonly modules: readonly SourceFolder[];
  };
  /** Where its files come from. */
  readonly snapshot: Snapshot;
  /** Files of SOPS that configuration reads values from, with a digest of what is encrypted there. */
  readonly sealedFiles: readonly { readonly path: string; readonly key: string; readonly digest: string }[];
}
