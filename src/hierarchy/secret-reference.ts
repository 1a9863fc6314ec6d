/** What a configuration says of a secret. */

/** A value in a store, found by what is written in the configuration. */
export interface SecretReference {
  /** `ssm` */
  readonly store: string;
  /** The one spelling of all references to the same value: `ssm:/a/b?profile=p`. Not secret. */
  readonly name: string;
  /** What the patterns of `allow_secrets` are matched with, without the store: `/a/b`. */
  readonly path: string;
  /** The part of the value that is meant: keys of maps and JSON, from the outside in. */
  readonly key: readonly string[];
  /** How it is found, by name: `profile`, `region`, `version`. */
  readonly options: Readonly<Record<string, string>>;
}
