/** What `{{env(NAME)}}` may read. Callers pass the environment in: nothing in this folder accesses the process. */
import type { SecretReader } from './secrets.ts';

/** The result of reading a name: its value, not set, or not allowed, whether it is set or not. */
export type EnvironmentAnswer =
  { readonly kind: 'value'; readonly value: string } | { readonly kind: 'missing' } | { readonly kind: 'not-allowed' };

/** Reads variables by name. A name must always give the same result, since outcomes are cached. */
export interface EnvironmentReader {
  read(name: string): EnvironmentAnswer;
  /** What reads secret stores; undefined: none is connected. */
  readonly secrets?: SecretReader | undefined;
}

/** Reads from a record and allows every name: the command line passes the process environment. */
export function openEnvironment(variables: Readonly<Record<string, string | undefined>>): EnvironmentReader {
  return {
    read: (name) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
    },
  };
}

/** Reads nothing: each variable is `(environment: NAME)`, so that what is printed holds no value of the environment. */
export function withoutValues(): EnvironmentReader {
  return { read: (name) => ({ kind: 'value', value: `(environment: ${name})` }) };
}

/** The same, with `(environment: NAME)` for a variable that may be read but is not set. */
export function withStandIns(reader: EnvironmentReader): EnvironmentReader {
  const standIns = withoutValues();
  return {
    ...reader,
    read(name) {
      const answer = reader.read(name);
      return answer.kind === 'missing' ? standIns.read(name) : answer;
    },
  };
}
