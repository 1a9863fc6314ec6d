/** Versions of Terraform, and what may be asked of them. Pure. */
import { coerce, eq, gt, gte, lt, lte, neq, valid, type SemVer } from 'semver';

/** Whether it is a version, a constraint or a beginning of a version. */
export function canBeRead(wanted: string): boolean {
  return satisfies('0.0.0', wanted) !== undefined;
}

/** The version that is asked for, where it is a single one: `v1.11.4`, `= 1.11.4`. */
export function exactVersion(wanted: string): string | undefined {
  return /^=?\s*v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/u.exec(wanted.trim())?.[1];
}

/**
 * Whether a version is what an exact version, a constraint (`~> 1.9`, `>= 1.5, < 2`), or a beginning (`v1`, `1.11`) asks
 * for. Undefined: it cannot be read. Syntax: Terraform's version constraints.
 */
export function satisfies(version: string, wanted: string): boolean | undefined {
  const parts = wanted.split(',').map((part) => part.trim());
  let fits = true;
  for (const part of parts) {
    const match = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(-[0-9A-Za-z.-]+)?$/u.exec(part);
    const digits = match?.[2];
    const bound = digits === undefined ? null : coerce(digits);
    if (match === null || digits === undefined || bound === null) return undefined;
    const exact = `${bound.version}${match[3] ?? ''}`;
    if (valid(exact) === null) return undefined;
    fits &&= compare(version, match[1] ?? '=', exact, digits.split('.').length, bound);
  }
  return fits;
}

const COMPARISONS = new Map([
  ['!=', neq],
  ['>=', gte],
  ['<=', lte],
  ['>', gt],
  ['<', lt],
]);

function compare(version: string, operator: string, exact: string, precision: number, bound: SemVer): boolean {
  const comparison = COMPARISONS.get(operator);
  if (comparison !== undefined) return comparison(version, exact);
  if (operator === '~>') {
    const above = precision > 2 ? `${bound.major}.${bound.minor + 1}.0` : `${bound.major + 1}.0.0`;
    return gte(version, exact) && lt(version, above);
  }
  if (precision > 2) return eq(version, exact);
  // A beginning: "1" fits 1.x.y, "1.11" fits 1.11.x.
  const [own, wanted] = [version, exact].map((each) => each.split('.').slice(0, precision).join('.'));
  return own === wanted;
}
