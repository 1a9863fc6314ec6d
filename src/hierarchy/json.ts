/** Serializes values as JSON: the same value gives the same bytes, regardless of the order of its keys. */
import { formatProblem } from '../base/problems.ts';
import type { Scalar, ScalarValue, Value } from './value.ts';

/** Pretty JSON: two spaces, keys sorted by code unit, integers with all their digits, no trailing newline. */
export function toJson(value: Value): string {
  return write(value, '\n', written);
}

/** JSON on one line without spaces, keys sorted by code unit, integers with all their digits. */
export function toCompactJson(value: Value): string {
  return write(value, undefined, written);
}

/**
 * A string that is the same for two values exactly when `append_unique` treats them as equal: equal as JSON values (`1`
 * and `1.0` are the same number, key order is irrelevant), and, as in himl, which inherits this from Python, `true`
 * equals 1 and `false` equals 0 (conformance case hierarchy-46).
 */
export function listIdentity(value: Value): string {
  return write(value, undefined, ({ value: scalar, problem, isSealed }) => {
    // What is wrong with an item must not be lost with it.
    if (problem !== undefined && isSealed !== true) return formatProblem(problem);
    return typeof scalar === 'boolean' ? String(Number(scalar)) : scalarIdentity(scalar);
  });
}

/** Whether two values are equal as JSON values; origins and spellings are ignored. */
export function equalValues(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'scalar') return b.kind === 'scalar' && scalarIdentity(a.value) === scalarIdentity(b.value);
  if (a.kind === 'list') {
    if (b.kind !== 'list' || a.children.length !== b.children.length) return false;
    return a.children.every((child, position) => {
      const other = b.children[position];
      return other !== undefined && equalValues(child, other);
    });
  }
  if (b.kind !== 'map') return false;
  const entries = Object.entries(a.children);
  if (entries.length !== Object.keys(b.children).length) return false;
  return entries.every(([key, child]) => {
    const other = b.children[key];
    return other !== undefined && equalValues(child, other);
  });
}

/** The plain JavaScript value: maps as objects without a prototype, integers beyond the safe range as bigint. */
export function toPlain(value: Value): unknown {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.children.map(toPlain);
  const plain: Record<string, unknown> = {};
  Object.setPrototypeOf(plain, null);
  for (const [key, child] of Object.entries(value.children)) plain[key] = toPlain(child);
  return plain;
}

/** A float may hold the same integer as a bigint: both give its digits. */
function scalarIdentity(scalar: Scalar): string {
  return typeof scalar === 'number' && Number.isInteger(scalar) ? BigInt(scalar).toString() : exactScalar(scalar);
}

function written({ value }: ScalarValue): string {
  return exactScalar(value);
}

function exactScalar(scalar: Scalar): string {
  return typeof scalar === 'bigint' ? scalar.toString() : JSON.stringify(scalar);
}

/** `lineBreak` is a newline plus the indentation of the value itself; undefined writes everything on one line. */
function write(value: Value, lineBreak: string | undefined, scalar: (scalar: ScalarValue) => string): string {
  if (value.kind === 'scalar') return scalar(value);
  const inner = lineBreak === undefined ? undefined : `${lineBreak}  `;
  if (value.kind === 'list') {
    return enclose(
      '[',
      value.children.map((child) => write(child, inner, scalar)),
      ']',
      lineBreak,
    );
  }
  const colon = lineBreak === undefined ? ':' : ': ';
  const items: string[] = [];
  for (const key of Object.keys(value.children).sort()) {
    const child = value.children[key];
    if (child !== undefined) items.push(`${JSON.stringify(key)}${colon}${write(child, inner, scalar)}`);
  }
  return enclose('{', items, '}', lineBreak);
}

function enclose(open: string, items: readonly string[], close: string, lineBreak: string | undefined): string {
  if (items.length === 0) return open + close;
  if (lineBreak === undefined) return open + items.join(',') + close;
  return `${open}${lineBreak}  ${items.join(`,${lineBreak}  `)}${lineBreak}${close}`;
}
