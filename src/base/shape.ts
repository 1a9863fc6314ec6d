/** Checks whether data from outside has the shape of a type. The compiler demands a check for every property and variant. */
import { field, isRecord } from './json.ts';

/** Whether a value is of a type. */
export type Check<T> = (value: unknown) => value is T;

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A whole number from 0. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** One of these texts. */
export function isOneOf<T extends string>(all: Readonly<Record<T, true>>): Check<T> {
  return (value): value is T => typeof value === 'string' && Object.hasOwn(all, value);
}

/** What may also be absent. */
export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check);
}

/** An object with any keys, whose values pass. */
export function mapOf<T>(check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isRecord(value) && Object.values(value).every(check);
}

/** An object with a check for each property; further properties are ignored. */
export function objectOf<T>(checks: { readonly [Key in keyof T]-?: Check<T[Key]> }): Check<T>;
export function objectOf(checks: Readonly<Record<string, Check<unknown>>>): Check<unknown> {
  const rows = Object.entries(checks);
  return (value): value is unknown => isRecord(value) && rows.every(([key, check]) => check(field(value, key)));
}

/** An object whose variant the text of one property says. */
export function variantsOf<T extends Readonly<Record<Key, string>>, Key extends string>(
  key: Key,
  variants: { readonly [Name in T[Key]]: Check<Extract<T, Readonly<Record<Key, Name>>>> },
): Check<T>;
export function variantsOf(key: string, variants: Readonly<Record<string, Check<unknown>>>): Check<unknown> {
  return (value): value is unknown => {
    const name = field(value, key);
    return typeof name === 'string' && Object.hasOwn(variants, name) && variants[name]?.(value) === true;
  };
}
