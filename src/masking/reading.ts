/**
 * The ways to read a text that may have a secret in it. Terraform quotes as Go does, escapes `${` in keys, wraps its
 * messages at blanks and puts a rule before each line. A table of all such spellings of a secret would depend on which
 * characters each version of Go calls printable; so the text is decoded instead, and secrets stay as they are.
 */

/** A text as UTF-16 code units, with the position of each in the original text. */
export interface Reading {
  readonly codes: Uint16Array;
  /** One longer than `codes`: the last is the length of the original. */
  readonly starts: Int32Array;
}

/** Text in JSON in a quoted text is escaped twice; once more for a log line in JSON. */
const DEEPEST = 3;

const [BACKSLASH, PERCENT, DOLLAR, OPEN, BLANK, RULE, NEWLINE] = ['\\', '%', '$', '{', ' ', '│', '\n'].map((sign) =>
  sign.charCodeAt(0),
);

/** What one letter after a backslash means in Go, JSON, HCL and YAML. */
const ESCAPES = new Map(
  [
    ...['n\n', 'r\r', 't\t', 'v\v', 'f\f', 'b\b', 'a\u0007', 'e\u001b', '0\u0000'],
    ...['N\u0085', '_\u00a0', 'L\u2028', 'P\u2029', '""', "''", '//', '\\\\'],
  ].map((pair): [number, number] => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

/** Digits after these letters are a character's number. */
const NUMBERED = new Map([
  ['x'.charCodeAt(0), 2],
  ['u'.charCodeAt(0), 4],
  ['U'.charCodeAt(0), 8],
]);

/** By ASCII code. */
const ENCODED = Uint8Array.from({ length: 128 }, (_, code) => (/[\w+/-]/u.test(String.fromCharCode(code)) ? 1 : 0));

/** Base64 is broken into lines of 64 or 76 characters, and hex into shorter ones. */
const LINE = 32;
const BROKEN = new RegExp(`[\\w+/-]{${LINE}}[^\\S\\n]*(?:\\n|\\\\n)`, 'u');

/**
 * The text as it stands, with its escapes resolved (as often as there are some), with percent-encoding resolved, and with
 * the lines joined that an encoded text was broken into.
 */
export function readingsOf(text: string): readonly Reading[] {
  const readings: Reading[] = [];
  let reading = asItStands(text);
  const isBroken = BROKEN.test(text);
  readings.push(fold(reading));
  if (isBroken) readings.push(fold(withoutBreaks(reading)));
  if (/%[0-9a-f]{2}/iu.test(text)) readings.push(fold(withoutPercents(reading)));
  for (let depth = 0; depth < DEEPEST && reading.codes.includes(BACKSLASH ?? 0); depth += 1) {
    reading = withoutEscapes(reading);
    readings.push(fold(reading));
    if (isBroken) readings.push(fold(withoutBreaks(reading)));
  }
  return readings;
}

/** A secret as it is searched for in readings: folded as they are, without blanks around it. */
export function foldedSecret(secret: string): Uint16Array {
  const { codes } = fold(asItStands(secret));
  let [start, end] = [0, codes.length];
  while (start < end && codes[start] === BLANK) start += 1;
  while (end > start && codes[end - 1] === BLANK) end -= 1;
  return codes.subarray(start, end);
}

function asItStands(text: string): Reading {
  const codes = new Uint16Array(text.length);
  const starts = new Int32Array(text.length + 1);
  for (let index = 0; index < text.length; index += 1) {
    codes[index] = text.charCodeAt(index);
    starts[index] = index;
  }
  starts[text.length] = text.length;
  return { codes, starts };
}

/** Collects the units of a reading that is never longer than what it is made of. */
function collector(source: Reading): { push: (code: number, start: number) => void; finish: () => Reading } {
  const { length } = source.codes;
  const codes = new Uint16Array(length);
  const starts = new Int32Array(length + 1);
  let size = 0;
  return {
    push(code, start) {
      codes[size] = code;
      starts[size] = start;
      size += 1;
    },
    finish() {
      starts[size] = source.starts[length] ?? 0;
      return { codes: codes.subarray(0, size), starts: starts.subarray(0, size + 1) };
    },
  };
}

/** Runs of white space and rules become one blank, and runs of `$` or `%` before `{` one sign: HCL escapes them so. */
function fold(reading: Reading): Reading {
  const { codes, starts } = reading;
  const { push, finish } = collector(reading);
  for (let index = 0; index < codes.length;) {
    const code = codes[index] ?? 0;
    let next = index + 1;
    if (isBlank(code)) {
      while (next < codes.length && isBlank(codes[next] ?? 0)) next += 1;
      push(BLANK ?? 0, starts[index] ?? 0);
      index = next;
    } else if (code === DOLLAR || code === PERCENT) {
      while (codes[next] === code) next += 1;
      const end = codes[next] === OPEN ? index + 1 : next;
      for (let each = index; each < end; each += 1) push(code, starts[each] ?? 0);
      index = next;
    } else {
      push(code, starts[index] ?? 0);
      index = next;
    }
  }
  return finish();
}

/** White space as JavaScript, Go or C# see it, and the rule that Terraform draws beside its messages. */
function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  if (code < 0x2500) {
    return (
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f
    );
  }
  return code === RULE || code === 0x3000 || code === 0xfeff;
}

function withoutEscapes(reading: Reading): Reading {
  const { codes, starts } = reading;
  const { push, finish } = collector(reading);
  for (let index = 0; index < codes.length;) {
    const start = starts[index] ?? 0;
    const code = codes[index] ?? 0;
    const letter = codes[index + 1] ?? 0;
    const plain = code === BACKSLASH ? ESCAPES.get(letter) : undefined;
    const digits = code === BACKSLASH ? NUMBERED.get(letter) : undefined;
    const number = digits === undefined ? undefined : hexadecimal(codes, index + 2, digits);
    if (plain !== undefined) {
      push(plain, start);
      index += 2;
    } else if (digits !== undefined && number !== undefined && number <= 0x10ffff) {
      pushCodePoint(number, start, push);
      index += 2 + digits;
    } else {
      push(code, start);
      index += 1;
    }
  }
  return finish();
}

/** Lines that follow a long run of encoded characters continue it, regardless of indentation. */
function withoutBreaks(reading: Reading): Reading {
  const { codes, starts } = reading;
  const { push, finish } = collector(reading);
  let run = 0;
  for (let index = 0; index < codes.length;) {
    let next = index;
    while (next < codes.length && isBlank(codes[next] ?? 0)) next += 1;
    const joins = run >= LINE && codes.subarray(index, next).includes(NEWLINE ?? 0) && isEncoded(codes[next] ?? 0);
    if (next === index) {
      run = isEncoded(codes[index] ?? 0) ? run + 1 : 0;
      next += 1;
    } else if (!joins) run = 0;
    if (!joins) for (; index < next; index += 1) push(codes[index] ?? 0, starts[index] ?? 0);
    index = next;
  }
  return finish();
}

/** A letter or digit, or a sign of base64 in one of its two alphabets. */
function isEncoded(code: number): boolean {
  return ENCODED[code] === 1;
}

/** Percent-encoded bytes are read as UTF-8; invalid bytes stay as they are. */
function withoutPercents(reading: Reading): Reading {
  const { codes, starts } = reading;
  const { push, finish } = collector(reading);
  const byteAt = (index: number): number | undefined =>
    codes[index] === PERCENT ? hexadecimal(codes, index + 1, 2) : undefined;
  for (let index = 0; index < codes.length;) {
    const first = byteAt(index);
    const start = starts[index] ?? 0;
    if (first === undefined) {
      push(codes[index] ?? 0, start);
      index += 1;
      continue;
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    let point = more === 0 ? first : first & (0x3f >> more);
    for (let each = 1; each <= more; each += 1) point = (point << 6) | ((byteAt(index + 3 * each) ?? 0) & 0x3f);
    pushCodePoint(Math.min(point, 0x10ffff), start, push);
    index += 3 * (more + 1);
  }
  return finish();
}

function pushCodePoint(point: number, start: number, push: (code: number, start: number) => void): void {
  const text = String.fromCodePoint(point);
  for (let unit = 0; unit < text.length; unit += 1) push(text.charCodeAt(unit), start);
}

function hexadecimal(codes: Uint16Array, from: number, digits: number): number | undefined {
  if (from + digits > codes.length) return undefined;
  let value = 0;
  for (let index = from; index < from + digits; index += 1) {
    const code = codes[index] ?? 0;
    const digit =
      code >= 0x30 && code <= 0x39
        ? code - 0x30
        : (code | 0x20) >= 0x61 && (code | 0x20) <= 0x66
          ? (code | 0x20) - 0x57
          : -1;
    if (digit < 0) return undefined;
    value = value * 16 + digit;
  }
  return value;
}
