/** How references to secrets are written in placeholders. Pure. */
import type { StoreCall } from './store.ts';

/** `password` and `version=3` in `vault:app/db#password?version=3`. */
const PLAIN = /^([a-z0-9]+):([^#?]*)(?:#([^?]*))?(?:\?(.*))?$/su;

/**
 * Splits himl's `ssm.path(/a/b).aws_profile(p)`, in any order of its parts, or the plain `ssm:/a/b?profile=p`. As in
 * himl, a value ends at the first `)`, and white space counts only within values.
 *
 * @returns why it is neither, as a sentence
 */
export function readCall(text: string): StoreCall | string {
  const plain = PLAIN.exec(text);
  if (plain !== null) {
    const [, store = '', path = '', key = '', query = ''] = plain;
    const options = new Map<string, string>();
    for (const pair of query === '' ? [] : query.split('&')) {
      const [, name, value] = /^\s*([a-z_]+)\s*=\s*(\S.*?)\s*$/u.exec(pair) ?? [];
      if (name === undefined || value === undefined) return `"${pair.trim()}" is not of the form name=value.`;
      options.set(name, value);
    }
    return { store, parts: new Map(), plain: { path: path.trim(), key: key.trim(), options } };
  }
  // As himl splits: at dots outside of parentheses.
  const [store = '', ...written] = text.split(/\.\s*(?![^()]*\))/u);
  const parts = new Map<string, string | undefined>();
  for (const part of written) {
    const [, name = '', value] = /^([^()]*)(?:\(([^()]*)\))?\s*$/u.exec(part) ?? [];
    if (name.trim() === '') return `"${part.trim()}" is not of the form name(value).`;
    if (parts.has(name.trim())) return `"${name.trim()}" is there twice.`;
    parts.set(name.trim(), value?.trim());
  }
  return { store: store.trim(), parts, plain: undefined };
}

/**
 * The values of a call's parts by name.
 *
 * @param allowed the parts that there are, in himl's spelling
 * @returns which part is unknown or empty, as a sentence
 */
export function partsOf(
  { store, parts }: StoreCall,
  allowed: readonly string[],
): Readonly<Record<string, string | undefined>> | string {
  for (const [name, value] of parts) {
    if (!allowed.includes(name)) return `${store} has no "${name}"; it has ${allowed.join(', ')}.`;
    if (value === undefined || value === '') return `"${name}" has no value.`;
  }
  return Object.fromEntries(parts);
}

/** The options of a plain reference by name, or which one is unknown, as a sentence. */
export function optionsOf(
  store: string,
  options: ReadonlyMap<string, string>,
  allowed: readonly string[],
): Readonly<Record<string, string | undefined>> | string {
  for (const name of options.keys()) {
    if (!allowed.includes(name)) return `${store} has no option "${name}"; it has ${allowed.join(', ')}.`;
  }
  return Object.fromEntries(options);
}
