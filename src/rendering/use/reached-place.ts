/** Places that Terraform may read, whatever lies there: what is not committed can lie there too. */

/** A path from the repository's top, with all that lies below it. */
export interface ReachedPlace {
  /** `''`: anywhere. */
  readonly path: string;
  /** Whether names that only begin like it are meant as well: `policies/p-` for `"${path.module}/policies/p-${x}"`. */
  readonly begins: boolean;
}
