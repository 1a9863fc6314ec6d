/** Which leaves differ between base and head, and why: plain data. */
import type { Origin } from '../hierarchy/value.ts';

/**
 * `failed` leaves cannot be rendered at head. `moved` ones are gone, but another leaf of head uses their state: there
 * is nothing to destroy. `selected` ones were asked for and compared with nothing.
 */
export type ChangeKind = 'added' | 'changed' | 'removed' | 'moved' | 'failed' | 'selected';

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
