/** What stands between the braces of a placeholder: a key, a variable's name, or the call of a secret store. */

export type Expression =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'secret'; readonly call: string };

/** Calls by which himl reads secret stores; they are refused. A plain `vault.ref` without a call is a key like any other. */
const SECRET_CALL = /^(?:ssm\.path|s3\.bucket|vault\.path|vault\.[^.()\s]+\.path|sops\.[^()]*)\s*\(/u;
const VARIABLE_CALL = /^env\(([^()]*)\)$/u;

/**
 * Reads the inside of a placeholder, with nested ones already put in. `written` is what its author wrote up to the first
 * nested placeholder: only that may spell `env(`, so that no value can make itself a call.
 */
export function readExpression(inside: string, written: string): Expression {
  const key = inside.trim();
  const name = written.trimStart().startsWith('env(') ? VARIABLE_CALL.exec(key)?.[1] : undefined;
  if (name !== undefined) return { kind: 'variable', name: name.trim() };
  if (SECRET_CALL.test(key)) return { kind: 'secret', call: key };
  return { kind: 'key', key };
}
