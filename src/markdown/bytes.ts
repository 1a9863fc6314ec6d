/** Sizes in UTF-8 bytes, because that is what GitHub counts, and cuts that never split a character. */

/** How many bytes the text takes in UTF-8. */
export function utf8Length(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The longest beginning of `text` that takes at most `bytes` bytes; a surrogate pair stays whole. */
export function startOf(text: string, bytes: number): string {
  let used = 0;
  let end = 0;
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0;
    used += bytesOf(point);
    if (used > bytes) break;
    end += point > 0xffff ? 2 : 1;
  }
  return text.slice(0, end);
}

/** The longest end of `text` that takes at most `bytes` bytes; a surrogate pair stays whole. */
export function endOf(text: string, bytes: number): string {
  let used = 0;
  let start = text.length;
  while (start > 0) {
    const pair = start > 1 ? (text.codePointAt(start - 2) ?? 0) : 0;
    const point = pair > 0xffff ? pair : text.charCodeAt(start - 1);
    used += bytesOf(point);
    if (used > bytes) break;
    start -= point > 0xffff ? 2 : 1;
  }
  return text.slice(start);
}

function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point > 0xffff ? 4 : 3;
}

/**
 * Cuts lines out of the middle of a text: its beginning and its end stay, about `bytes` bytes in all, with a line
 * between them that `pointer` makes from the number of lines that are gone. A text that fits stays as it is.
 */
export function cutMiddle(text: string, bytes: number, pointer: (lines: number) => string): string {
  if (utf8Length(text) <= bytes) return text;
  const head = wholeLinesBefore(startOf(text, Math.floor(bytes * 0.6)));
  const tail = wholeLinesAfter(endOf(text, Math.floor(bytes * 0.4)));
  const gone = text.length - head.cut.length - tail.cut.length;
  const lines = countLines(text, head.cut.length, head.cut.length + gone);
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
