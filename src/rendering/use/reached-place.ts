/** Places that Terraform may read, whatever is there: it may also be something that is not committed. */

/** A path from the repository root, with everything below it. */
export interface ReachedPlace {
  /** `''`: anywhere. */
  readonly path: string;
  /** Whether names that only begin like it are meant as well: `policies/p-` for `"${path.module}/policies/p-${x}"`. */
  readonly begins: boolean;
}
