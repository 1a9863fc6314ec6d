/** What a secret store is. A new store is one file with these two functions, and a line in `stores.ts`. */
import type { Environment } from '../base/environment.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import type { SecretData } from '../hierarchy/secrets.ts';
import type { StoreSettings } from '../project/store-settings.ts';

export interface Store {
  readonly name: string;
  /**
   * What a call refers to. Pure.
   *
   * @param fallbacks values of the configuration's keys that calls fall back to
   * @returns why it refers to nothing, as a sentence
   */
  reference(call: StoreCall, fallbacks: ReadonlyMap<string, string>): SecretReference | string;
  /**
   * Reads values, each once, side by side; all of a reference's value, whatever its `key`.
   *
   * @param references of the same profile and region, at least one
   * @throws StoreFailure if none of them can be read, for a reason that they share
   */
  fetch(references: readonly SecretReference[], context: StoreContext): Promise<ReadonlyMap<SecretReference, Fetched>>;
}

/** A call as it is written, in himl's spelling or the plain one. */
export interface StoreCall {
  readonly store: string;
  /** Of `ssm.path(/a).aws_profile(p)`: `path` and `aws_profile`. Undefined: it is written without parentheses. */
  readonly parts: ReadonlyMap<string, string | undefined>;
  /** Of `vault:app/db#password?version=3`. */
  readonly plain:
    { readonly path: string; readonly key: string; readonly options: ReadonlyMap<string, string> } | undefined;
}

/** The value of a reference, or a sentence that says why there is none. */
export type Fetched =
  | {
      readonly value: SecretData;
      /** Changes whenever the value does, and says nothing about it; undefined if the store has none. */
      readonly version: string | undefined;
    }
  | { readonly why: string; readonly hint?: string | undefined };

export interface StoreContext {
  readonly environment: Environment;
  /** Settings that decide where secrets are looked for, and by whom. */
  readonly settings: StoreSettings;
  /** Whether layers are trusted as the command line's own are; false: they may be anybody's proposal. */
  readonly isOwn: boolean;
  /** The project root, from the repository root. */
  readonly root: string;
  /** The content of a file, from the repository root; undefined if there is none. */
  readonly readFile: (path: string) => Promise<Buffer | undefined>;
  /** A token of GitHub's OIDC provider; undefined if the job cannot request any. */
  readonly idToken: ((audience: string) => Promise<string>) | undefined;
  /** Keeps a text that gives access out of everything that is shown. */
  readonly conceal: (text: string) => void;
  /** Aborted when the time for all reading is over. */
  readonly signal: AbortSignal;
}

/** A store cannot be read at all. `message` is one or more sentences for people, without what was sent. */
export class StoreFailure extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** A reference with its canonical name: `ssm:/a/b#key?profile=p`. Options without a value are left out. */
export function referenceTo(
  store: string,
  path: string,
  key: readonly string[],
  options: Readonly<Record<string, string | undefined>> = {},
): SecretReference {
  const given = Object.entries(options).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  given.sort(([a], [b]) => (a < b ? -1 : 1));
  const query = given.map(([name, value]) => `${name}=${escaped(value)}`).join('&');
  const keys = key.map((each) => `#${escaped(each)}`).join('');
  const name = `${store}:${escaped(path)}${keys}${query === '' ? '' : `?${query}`}`;
  return { store, name, path, key, options: Object.fromEntries(given) };
}

/** Two references never have one name: himl's spellings allow paths with the signs of the plain one. */
function escaped(text: string): string {
  return text.replace(/[#?&%]/gu, encodeURIComponent);
}
