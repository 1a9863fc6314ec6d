/** What `{{env(NAME)}}` may read. The environment itself is handed in: nothing in this room touches the process. */

/** The answer to one name: its value; not set; or set or not, it may not be read here. */
export type EnvironmentAnswer =
  { readonly kind: 'value'; readonly value: string } | { readonly kind: 'missing' } | { readonly kind: 'not-allowed' };

/** Reads variables by name. It must answer a name the same way each time: outcomes are kept. */
export interface EnvironmentReader {
  read(name: string): EnvironmentAnswer;
}

/** Reads from a record, every name allowed: the command line hands in the process's own environment. */
export function openEnvironment(variables: Readonly<Record<string, string | undefined>>): EnvironmentReader {
  return {
    read: (name) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
    },
  };
}
