/** Sizes in UTF-8 bytes, because that is what GitHub counts, and cuts that never split a character. */

/** How many bytes the text takes in UTF-8. */
export function utf8Length(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The longest beginning of `text` that takes at most `bytes` bytes; no character is split. */
export function startOf(text: string, bytes: number): string {
  const encoded = Buffer.from(text.slice(0, bytes));
  let end = Math.min(bytes, encoded.length);
  while (isInside(encoded, end)) end -= 1;
  return encoded.toString('utf8', 0, end);
}

/** The longest end of `text` that takes at most `bytes` bytes; no character is split. */
export function endOf(text: string, bytes: number): string {
  const encoded = Buffer.from(text.slice(Math.max(0, text.length - bytes)));
  let start = Math.max(0, encoded.length - bytes);
  while (isInside(encoded, start)) start += 1;
  return encoded.toString('utf8', start);
}

/** Whether a cut before this byte would split a character. */
function isInside(encoded: Buffer, at: number): boolean {
  return ((encoded[at] ?? 0) & 0xc0) === 0x80;
}

/**
 * Cuts lines out of the middle of a text that takes more than `bytes` bytes: its beginning and end stay, with a line
 * between them that `pointer` makes from the number of removed lines. The result takes at most `bytes` bytes, unless
 * the pointer alone takes more.
 */
export function cutMiddle(text: string, bytes: number, pointer: (lines: number) => string): string {
  if (utf8Length(text) <= bytes) return text;
  // Two line breaks, and two marks where a line is cut.
  const left = Math.max(0, bytes - utf8Length(pointer(countLines(text, 0, text.length))) - 8);
  const head = wholeLinesBefore(startOf(text, Math.floor(left * 0.6)));
  const tail = wholeLinesAfter(endOf(text, Math.floor(left * 0.4)));
  const lines = countLines(text, head.cut.length, text.length - tail.cut.length);
  return `${head.shown}\n${pointer(lines)}\n${tail.shown}`;
}

interface Piece {
  /** The part of the text that stays. */
  readonly cut: string;
  /** The same as a line of its own, with a mark where it ends inside a line. */
  readonly shown: string;
}

/** Ends at a line break unless that would throw away most of it, as with one line of a megabyte. */
function wholeLinesBefore(text: string): Piece {
  const end = text.lastIndexOf('\n');
  if (end < text.length / 2) return { cut: text, shown: `${text}…` };
  return { cut: text.slice(0, end + 1), shown: text.slice(0, end) };
}

function wholeLinesAfter(text: string): Piece {
  const start = text.indexOf('\n') + 1;
  if (start === 0 || start > text.length / 2) return { cut: text, shown: `…${text}` };
  return { cut: text.slice(start), shown: text.slice(start) };
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return Math.max(lines, 1);
}

/** Shortens one line to at most `length` characters: its beginning and its end stay, with `…` between them. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const points = Array.from(text);
  if (points.length <= length) return text;
  const head = Math.ceil((length - 1) / 2);
  return `${points.slice(0, head).join('')}…${points.slice(points.length - (length - 1 - head)).join('')}`;
}
