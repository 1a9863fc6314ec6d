/**
 * Finds any of many texts in a text. Prefixes of the texts are kept by their hash, and whole texts by length and hash,
 * so that neither their size nor their number slows the search down, and adding one costs no more than reading it.
 * Equal hashes of different texts would mask a text too much, never too little.
 */

/** A text to be found, with its meaning. */
interface Entry<T> {
  readonly word: boolean;
  readonly meaning: T;
}

/** Of one length, by hash. `powers` remove what precedes a text from a hash. */
interface OfLength<T> {
  readonly length: number;
  readonly powers: readonly [number, number];
  readonly byHash: Map<number, Entry<T>>;
}

/** Texts with at least `prefix` code units, by the hash of that many. */
interface Shelf<T> {
  readonly prefix: number;
  readonly power: number;
  /** By some bits of the hash: whether there can be a text that begins like this. */
  readonly maybe: Uint8Array;
  /** The longest first. */
  readonly byPrefix: Map<number, OfLength<T>[]>;
}

/** One occurrence of a text: code units from `start` to `end`. */
export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly meaning: T;
}

export interface Search<T> {
  /** @param word whether it counts only where no letter, digit or `_` is beside it */
  add(codes: Uint16Array, word: boolean, meaning: T): void;
  /** The longest match at each place, in order; matches may overlap. */
  find(codes: Uint16Array): readonly Found<T>[];
}

const { imul } = Math;

const BASES = [0x01000193, 0x5bd1e995] as const;
const PREFIXES = [128, 32, 8, 3, 1] as const;
const BITS = 16;

export function createSearch<T>(): Search<T> {
  const shelves = new Map<number, Shelf<T>>();

  function shelfFor(length: number): Shelf<T> {
    const prefix = PREFIXES.find((each) => each <= length) ?? 1;
    const known = shelves.get(prefix);
    if (known !== undefined) return known;
    const made = {
      prefix,
      power: power(BASES[0], prefix),
      maybe: new Uint8Array(1 << BITS),
      byPrefix: new Map<number, OfLength<T>[]>(),
    };
    shelves.set(prefix, made);
    return made;
  }

  return {
    add(codes, word, meaning) {
      const { length } = codes;
      if (length === 0) return;
      const { prefix, maybe, byPrefix } = shelfFor(length);
      const sums = sumsOf(codes);
      const begins = sums[0][prefix] ?? 0;
      maybe[bits(begins)] = 1;
      const lengths = byPrefix.get(begins) ?? [];
      byPrefix.set(begins, lengths);
      let same = lengths.find((each) => each.length === length);
      if (same === undefined) {
        same = { length, powers: [power(BASES[0], length), power(BASES[1], length)], byHash: new Map() };
        lengths.push(same);
        lengths.sort((a, b) => b.length - a.length);
      }
      const hash = join(sums[0][length] ?? 0, sums[1][length] ?? 0);
      const known = same.byHash.get(hash);
      // The same text as a word and as any text counts as any text.
      if (known === undefined || (known.word && !word)) same.byHash.set(hash, { word, meaning });
    },
    find(codes) {
      const found: Found<T>[] = [];
      if (shelves.size === 0) return found;
      const [first, second] = sumsOf(codes);
      // The longest match of one place may begin on any shelf; those with longer texts come first.
      const ordered = PREFIXES.flatMap((prefix) => shelves.get(prefix) ?? []);
      for (let start = 0; start < codes.length; start += 1) {
        for (const shelf of ordered) {
          const end = start + shelf.prefix;
          if (end > codes.length) continue;
          const begins = ((first[end] ?? 0) - imul(first[start] ?? 0, shelf.power)) | 0;
          if (shelf.maybe[bits(begins)] === 0) continue;
          const match = longest(shelf.byPrefix.get(begins) ?? [], start, codes, first, second);
          if (match === undefined) continue;
          found.push(match);
          break;
        }
      }
      return found;
    },
  };

  function longest(
    lengths: readonly OfLength<T>[],
    start: number,
    codes: Uint16Array,
    first: Int32Array,
    second: Int32Array,
  ): Found<T> | undefined {
    for (const { length, powers, byHash } of lengths) {
      const end = start + length;
      if (end > codes.length) continue;
      const hash = join(
        ((first[end] ?? 0) - imul(first[start] ?? 0, powers[0])) | 0,
        ((second[end] ?? 0) - imul(second[start] ?? 0, powers[1])) | 0,
      );
      const entry = byHash.get(hash);
      if (entry === undefined || (entry.word && !isWord(codes, start, end))) continue;
      return { start, end, meaning: entry.meaning };
    }
    return undefined;
  }
}

/** The hash of the first n units, for each n. */
function sumsOf(codes: Uint16Array): readonly [Int32Array, Int32Array] {
  const [first, second] = [new Int32Array(codes.length + 1), new Int32Array(codes.length + 1)];
  let [a, b] = [0, 0];
  for (let index = 0; index < codes.length; index += 1) {
    const code = (codes[index] ?? 0) + 1;
    a = (imul(a, BASES[0]) + code) | 0;
    b = (imul(b, BASES[1]) + code) | 0;
    first[index + 1] = a;
    second[index + 1] = b;
  }
  return [first, second];
}

function power(base: number, exponent: number): number {
  let [result, factor] = [1, base];
  for (let left = exponent; left > 0; left >>>= 1) {
    if (left % 2 === 1) result = imul(result, factor);
    factor = imul(factor, factor);
  }
  return result;
}

function bits(hash: number): number {
  return imul(hash, 0x9e3779b1) >>> (32 - BITS);
}

/** Two hashes as one number that JavaScript holds exactly. */
function join(first: number, second: number): number {
  return (first >>> 0) * 0x200000 + ((second >>> 0) & 0x1fffff);
}

function isWord(codes: Uint16Array, start: number, end: number): boolean {
  return (
    !isWordSign(characterBefore(codes, start)) && !isWordSign(String.fromCharCode(...codes.subarray(end, end + 2)))
  );
}

function characterBefore(codes: Uint16Array, index: number): string {
  const text = String.fromCharCode(...codes.subarray(Math.max(0, index - 2), index));
  return Array.from(text).at(-1) ?? '';
}

function isWordSign(text: string): boolean {
  return /^[\p{L}\p{N}_]/u.test(text);
}
