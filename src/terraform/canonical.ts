/** One text for each value, so that values can be compared and digested. */
import { ExactNumber, isRecord, list, Opaque } from '../base/json.ts';

/** A text in which some pieces are redacted, each replaced by a name. */
export class HiddenText extends Opaque {
  /** Clear text and names of redacted pieces alternately, beginning with clear text. */
  readonly pieces: readonly string[];

  constructor(pieces: readonly string[]) {
    super();
    this.pieces = pieces;
  }

  toJSON(): string {
    return this.pieces.join('');
  }
}

/**
 * Like JSON with sorted object keys, but equal numbers have equal texts however they are spelled, and a redacted text
 * differs from any text that a plan could contain.
 */
export function canonical(value: unknown): string {
  if (value instanceof HiddenText) return `hidden(${value.pieces.map((each) => JSON.stringify(each)).join(',')})`;
  if (value instanceof ExactNumber) return canonicalNumber(value.digits);
  if (typeof value === 'number') return canonicalNumber(String(value));
  if (Array.isArray(value)) return `[${list(value).map(canonical).join(',')}]`;
  if (isRecord(value)) {
    const fields = Object.keys(value)
      .sort()
      .flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(value[key])}`]));
    return `{${fields.join(',')}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}

/** `1`, `1.0` and `10e-1` → `1e0`; zero has no sign. */
function canonicalNumber(spelled: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/u.exec(spelled) ?? [];
  if (whole === '') return `number(${JSON.stringify(spelled)})`;
  const digits = `${whole}${fraction}`.replace(/^0+/u, '');
  if (digits === '') return '0e0';
  const significant = digits.replace(/0+$/u, '');
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}
