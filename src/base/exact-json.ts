/** JSON whose numbers keep all their digits. */
import { randomUUID } from 'node:crypto';
import { ExactNumber } from './json.ts';

/**
 * Parses JSON as Terraform writes it. A number that JavaScript cannot hold becomes an `ExactNumber`: Terraform's have any
 * length, and two long ids that differ in the last digit must neither look the same, nor be masked as another one, nor
 * pass as the text of the same digits. Equal ones are one object. (lossless-json takes five times as long for a plan of
 * 50 MB, and four times the memory; the source text that `JSON.parse` gives to revivers comes with Node 22.)
 *
 * @throws Error if it is not JSON; the message has nothing of it
 */
export function parseExactJson(json: string): unknown {
  const pieces: string[] = [];
  const token = /"|-?\d[\d.eE+-]*/gu;
  // Marks such a number while parsing: no existing plan can contain it.
  const mark = randomUUID();
  let copied = 0;
  for (let match = token.exec(json); match !== null; match = token.exec(json)) {
    const [found] = match;
    if (found === '"') token.lastIndex = endOfString(json, match.index);
    else if (String(Number(found)) !== found) {
      pieces.push(json.slice(copied, match.index), JSON.stringify(`${mark}${found}`));
      copied = token.lastIndex;
    }
  }
  const numbers = new Map<string, ExactNumber>();
  const revive = (_: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !value.startsWith(mark)) return value;
    const digits = value.slice(mark.length);
    const number = numbers.get(digits) ?? new ExactNumber(digits);
    numbers.set(digits, number);
    return number;
  };
  pieces.push(json.slice(copied));
  try {
    const value: unknown = JSON.parse(pieces.join(''), pieces.length > 1 ? revive : undefined);
    return value;
  } catch {
    // The parser quotes what it could not read, and masking does not know its secrets.
    throw new Error('not JSON');
  }
}

/** The index after the string that begins at `start`. Not a regular expression, which would overflow on long strings. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  return json.length;
}
