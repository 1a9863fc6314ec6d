/** Values of secret stores, as configuration refers to them. Pure: callers pass in what knows the stores. */
import type { SecretReference } from './secret-reference.ts';
import { createEntries, listValue, mapValue, type Origin, type Scalar, type ScalarValue, type Value } from './value.ts';

/** Data of a store. */
export type SecretData = Scalar | readonly SecretData[] | { readonly [key: string]: SecretData };

/** The result of reading a secret. A stand-in says what would be there. */
export type SecretAnswer =
  | { readonly kind: 'value'; readonly value: SecretData }
  | { readonly kind: 'stand-in'; readonly text: string }
  | { readonly kind: 'none'; readonly why: string; readonly hint?: string | undefined };

/** Reads secrets by reference. A reference must always give the same result, since outcomes are cached. */
export interface SecretReader {
  /** Keys of the configuration that a call falls back to, such as `aws.profile`. */
  fallbacks(call: string): readonly string[];
  /**
   * @param call the text between the braces
   * @param fallbacks the values of those keys, as far as there are any
   * @returns why it is none, as a sentence
   */
  reference(call: string, fallbacks: ReadonlyMap<string, string>): SecretReference | string;
  /** The value that SOPS has encrypted in a layer. */
  sealed(file: string, ciphertext: string): SecretReference;
  read(reference: SecretReference): SecretAnswer;
}

/** Whether this process has made a value with secrets: most never do, and then none has to be looked for. */
let isAnyMade = false;

/** A value of a store as if it had been written at a place; texts in it are final, whatever braces they have. */
export function secretValue(data: SecretData, origin: Origin, secrets: readonly SecretReference[]): Value {
  isAnyMade = true;
  if (typeof data !== 'object' || data === null) {
    return { kind: 'scalar', value: data, spelling: String(data), origin, templated: false, secrets };
  }
  if (isList(data)) {
    return listValue(
      data.map((each) => secretValue(each, origin, secrets)),
      origin,
    );
  }
  const children = createEntries();
  for (const [key, each] of Object.entries(data)) children[key] = secretValue(each, origin, secrets);
  // A store's keys are final too.
  return { ...mapValue(children, origin), templated: false };
}

function isList(data: object): data is readonly SecretData[] {
  return Array.isArray(data);
}

/** A text that stands for a secret whose value is not read. */
export function standInValue(text: string, origin: Origin, secrets: readonly SecretReference[]): ScalarValue {
  isAnyMade = true;
  return { kind: 'scalar', value: text, spelling: text, origin, templated: false, secrets, isStandIn: true };
}

const inside = new WeakMap<Value, readonly SecretReference[]>();
const NONE: readonly SecretReference[] = [];
/** So many scalars are looked at again faster than they are remembered: what is remembered weakly slows each garbage collection. */
const FEW = 16;

/** The secrets that a value contains, each once. */
export function secretsIn(value: Value): readonly SecretReference[] {
  if (!isAnyMade) return NONE;
  if (value.kind === 'scalar') return value.secrets ?? NONE;
  // Leaves share most of their configuration.
  const found = inside.get(value);
  if (found !== undefined) return found;
  const children = value.kind === 'map' ? Object.values(value.children) : value.children;
  // Most values have none: no list is made for them.
  let references = NONE;
  let isFlat = true;
  for (const child of children) {
    isFlat &&= child.kind === 'scalar';
    const own = secretsIn(child);
    if (own.length > 0) references = references.concat(own);
  }
  const all = distinct(references);
  if (!isFlat || children.length > FEW) inside.set(value, all);
  return all;
}

/** Each reference once. */
export function distinct(references: readonly SecretReference[]): readonly SecretReference[] {
  return references.length < 2 ? references : [...new Map(references.map((each) => [each.name, each])).values()];
}
