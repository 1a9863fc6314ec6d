/** The settings `allow_secrets` and `stores`: which secrets may be read, where, and by whom. */

export interface StoreSettings {
  /** Globs of references without their options, such as `ssm:/prod/**`: what the action may read. */
  readonly allow: readonly string[];
  /** Whether values may be too short to be masked reliably. */
  readonly allowShort: boolean;
  readonly aws: {
    /** URL of all services; undefined: AWS's own, or what the environment says. */
    readonly endpoint: string | undefined;
    readonly region: string | undefined;
    /** What a profile that a layer names means: `profile`, `environment`, or the ARN of a role. */
    readonly profiles: ReadonlyMap<string, string>;
  };
  readonly vault: {
    readonly address: string | undefined;
    readonly namespace: string | undefined;
    /** Where the key/value engine is mounted. */
    readonly mount: string | undefined;
    readonly kvVersion: string | undefined;
    readonly auth: {
      readonly method: string | undefined;
      readonly mount: string | undefined;
      readonly role: string | undefined;
      readonly audience: string | undefined;
      /** Absolute path. */
      readonly tokenFile: string | undefined;
    };
    /** The policies that tokens may be made for. */
    readonly tokenPolicies: readonly string[];
  };
  readonly sops: {
    /** Globs of the keys that files may be encrypted with, beside age and PGP: ARNs, URLs, resource names. */
    readonly keys: readonly string[];
  };
}

export const defaultStoreSettings: StoreSettings = {
  allow: [],
  allowShort: false,
  aws: { endpoint: undefined, region: undefined, profiles: new Map() },
  vault: {
    address: undefined,
    namespace: undefined,
    mount: undefined,
    kvVersion: undefined,
    auth: { method: undefined, mount: undefined, role: undefined, audience: undefined, tokenFile: undefined },
    tokenPolicies: [],
  },
  sops: { keys: [] },
};
