/**
 * Encrypted files as JSON that can be read in one way only. A file's keys are checked before SOPS gets it, and SOPS reads
 * YAML and JSON in ways of its own: of two equal keys it may take both, and `"Sops"` for `"sops"`. So it gets what was
 * checked. Pure.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';

const OPTIONS = { version: '1.2', schema: 'core', merge: false, intAsBigInt: true, logLevel: 'error' } as const;

/**
 * The same data as JSON, in the same order, which SOPS's checksum depends on.
 *
 * @param text YAML or JSON
 * @returns a sentence about why there is none: it has errors, or something that readers take differently
 */
export function plainJson(text: string): { readonly json: string } | { readonly why: string } {
  try {
    const document = parseDocument(text, OPTIONS);
    const [error] = document.errors;
    return error === undefined ? { json: written(document.contents) } : { why: firstLine(error.message) };
  } catch (error) {
    return { why: error instanceof NotPlain ? error.message : 'It is nested too deeply.' };
  }
}

class NotPlain extends Error {}

function written(node: unknown): string {
  if (isAlias(node)) throw new NotPlain('It has an alias.');
  if (node === null || node === undefined) return 'null';
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) throw new NotPlain('It has a key that is no text.');
  if (node.tag !== undefined) throw new NotPlain(`It has the tag "${node.tag}".`);
  if (isSeq(node)) return `[${node.items.map(written).join(',')}]`;
  if (isMap(node)) {
    return `{${node.items.map(({ key, value }) => `${keyOf(key)}:${written(value)}`).join(',')}}`;
  }
  return scalar(node.value);
}

function keyOf(key: unknown): string {
  // SOPS allows no other keys either.
  const name = isScalar(key) && key.tag === undefined ? key.value : undefined;
  if (typeof name !== 'string') throw new NotPlain('It has a key that is no text.');
  // Case folding, as Go's reader of JSON does it.
  if (name !== 'sops' && /^sops$/iu.test(name)) throw new NotPlain(`SOPS would take its key "${name}" for "sops".`);
  return JSON.stringify(name);
}

function scalar(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new NotPlain('It has a number that is not finite.');
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return JSON.stringify(value);
  throw new NotPlain('It has a value that is no text, number or boolean.');
}

function firstLine(message: string): string {
  return `${message.split('\n')[0]?.replace(/[:.]?$/u, '') ?? ''}.`;
}
