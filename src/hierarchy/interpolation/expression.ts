/** The expression in a placeholder: a key, a variable's name, or a call to a secret store. */

export type Expression =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'secret'; readonly call: string };

/**
 * Calls that himl uses to read secret stores, with their arguments in any order, and the plainer `ssm:/a/b`. A plain
 * `vault.ref` without a call is an ordinary key.
 */
const SECRET_CALL = /^(?:(?:ssm|s3|vault|sops)\s*\.[^()]*\(|(?:ssm|secretsmanager|s3|vault|sops):)/u;
const SECRET_START = /^\s*(?:ssm|secretsmanager|s3|vault|sops)\s*[.:]/u;
const VARIABLE_CALL = /^env(?:\(([^()]*)\)|:([^()]*))$/u;

/**
 * Parses the inside of a placeholder, with nested ones already resolved. `written` is the source text up to the first
 * nested placeholder: only that may begin a call, so that no value can turn itself into one.
 */
export function readExpression(inside: string, written: string): Expression {
  const key = inside.trim();
  const [, called, plain] = /^\s*env[(:]/u.test(written) ? (VARIABLE_CALL.exec(key) ?? []) : [];
  const name = called ?? plain;
  if (name !== undefined) return { kind: 'variable', name: name.trim().replace(/^(["'])(.*)\1$/u, '$2') };
  if (SECRET_START.test(written) && SECRET_CALL.test(key)) return { kind: 'secret', call: key };
  return { kind: 'key', key };
}
