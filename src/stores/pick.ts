/** Parts of a store's values. Pure. */
import { parseExactJson } from '../base/exact-json.ts';
import { ExactNumber, isRecord } from '../base/json.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import type { SecretData } from '../hierarchy/secrets.ts';
import type { Fetched } from './store.ts';

type DataMap = Readonly<Record<string, SecretData>>;

/** The part of a value that a reference means. */
export function pick({ key, path, store }: Pick<SecretReference, 'key' | 'path' | 'store'>, whole: Fetched): Fetched {
  if ('why' in whole || key.length === 0) return whole;
  let value = whole.value;
  for (const step of key) {
    const data = typeof value === 'string' ? parsed(value) : value;
    const found = data === undefined ? undefined : at(data, step);
    if (found === undefined) {
      const has = isMap(data) ? '' : ', because it is no map';
      return { why: `The secret ${store}:${path} has no "${step}"${has}.` };
    }
    value = found;
  }
  return { value, version: whole.version };
}

/** The key as it is, or as far as it is one, and then the rest. */
function at(data: SecretData, step: string): SecretData | undefined {
  if (isMap(data)) {
    if (Object.hasOwn(data, step)) return data[step];
    for (let end = step.indexOf('.'); end >= 0; end = step.indexOf('.', end + 1)) {
      const inner = Object.hasOwn(data, step.slice(0, end)) ? data[step.slice(0, end)] : undefined;
      const found = inner === undefined ? undefined : at(inner, step.slice(end + 1));
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isList(data)) return undefined;
  const [, position = '', rest] = /^(0|[1-9][0-9]*)(?:\.(.*))?$/su.exec(step) ?? [];
  const item = position === '' ? undefined : data[Number(position)];
  return item === undefined || rest === undefined ? item : at(item, rest);
}

/** The data that a JSON text holds; undefined if it is none. */
export function parsed(text: string): SecretData | undefined {
  try {
    return dataOf(parseExactJson(text));
  } catch {
    return undefined;
  }
}

/** What JSON can hold, integers with all their digits; undefined for anything else. */
export function dataOf(value: unknown): SecretData | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof ExactNumber) return /^-?\d+$/u.test(value.digits) ? BigInt(value.digits) : Number(value.digits);
  if (Array.isArray(value)) return value.map((each: unknown) => dataOf(each) ?? null);
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, dataOf(each) ?? null]));
}

function isMap(data: SecretData | undefined): data is DataMap {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isList(data: SecretData): data is readonly SecretData[] {
  return Array.isArray(data);
}

/** All texts and numbers in a value, as texts; those of a JSON text one by one, beside the text itself. */
export function scalarsOf(data: SecretData): readonly string[] {
  if (data === null || typeof data === 'boolean') return [];
  if (typeof data === 'object') return Object.values(data).flatMap(scalarsOf);
  const text = String(data);
  const inner = typeof data === 'string' && /^\s*[[{]/u.test(data) ? parsed(data) : undefined;
  return [...(text === '' ? [] : [text]), ...(inner === undefined ? [] : scalarsOf(inner))];
}
