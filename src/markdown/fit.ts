/**
 * Fits a report into the bytes that GitHub takes. The report is a list of blocks, and blocks give way in three steps:
 *
 * 1. long texts are cut in the middle,
 * 2. lists lose their last lines,
 * 3. the last details are left out.
 *
 * A step begins only when the one before it has done all that it can, and goes no further than necessary. Within a step
 * everything shrinks to the same size, so that what is short stays whole. What is cut says how much is gone. Everything
 * else stays as it is: if it is too much for one part, there are as few parts as possible, and the steps fill them.
 */
import { cutMiddle, utf8Length } from './bytes.ts';
import { fence } from './escaping.ts';
import { count } from './phrases.ts';

/** Step 1: Terraform's text, in a fence. */
export interface LongText {
  readonly kind: 'text';
  readonly language: 'diff' | 'text';
  readonly text: string;
  /** Where the whole text is: `job summary`. */
  readonly fullReport: string;
  /** Lines shown above a cut text, so that nothing that they name is lost. */
  readonly outline?: readonly string[];
}

/** Step 2: a list in one part, such as a table or a fence with one line for each thing. */
export interface Lines {
  readonly kind: 'lines';
  /** What surrounds the lines; dropped with the last of them. */
  readonly begin: string;
  readonly end: string;
  readonly lines: readonly string[];
  /** Says how many lines are left out. */
  readonly more: (left: number) => string;
  /** Bytes that the list always gets. */
  readonly least?: number;
  /** The most lines shown, however much room there is. */
  readonly most?: number;
}

/** A table below `head` that ends where the room does. */
export function shortTable(head: string, rows: readonly string[], more: Pick<Lines, 'least' | 'most'> = {}): Lines {
  return { kind: 'lines', begin: head, end: '', lines: rows, more: (left) => `\n+${count(left)} more`, ...more };
}

/** Single lines in one fence; `words` follow the number of lines that are left out. */
export function fencedLines(
  lines: readonly string[],
  language: 'diff' | 'text',
  words: string,
  more: Pick<Lines, 'least' | 'most'> = {},
): Lines {
  const { begin, body, end } = inFence(lines.join('\n'), language);
  const shown = lines.length === 0 ? [] : body.split('\n');
  return { kind: 'lines', begin, end, lines: shown, more: (left) => `… ${count(left)} ${words} …`, ...more };
}

/** Step 3: blocks in the order of their importance. */
export interface Details {
  readonly kind: 'details';
  readonly items: readonly Block[];
  /** Says how many items are left out. */
  readonly more: (left: number) => string;
}

/** Never cut: continues in the next part, below the same head. */
export interface Table {
  readonly kind: 'table';
  readonly head: string;
  readonly rows: readonly string[];
}

/** Blocks that stay in one part, folded. */
export interface Fold {
  readonly kind: 'fold';
  readonly open: boolean;
  /** Finished HTML. */
  readonly summary: string;
  readonly blocks: readonly Block[];
}

/** The same content in two versions. */
export interface Variants {
  readonly kind: 'variants';
  /** Where all details are there. */
  readonly complete: readonly Block[];
  /** Where some are left out. */
  readonly incomplete: readonly Block[];
}

/** A text stays as it is; an empty one, or a block with nothing in it, is dropped. */
export type Block = string | LongText | Lines | Details | Table | Fold | Variants;

/** Fewer bytes of a text, or of a list, are not worth reading. */
const LEAST_TEXT = 500;
const LEAST_LIST = 350;

/** How far the steps have gone: bytes of each text and of each list, and the number of details. */
interface Allowance {
  readonly texts: number;
  readonly lists: number;
  readonly details: number;
}

const EVERYTHING: Allowance = { texts: Infinity, lists: Infinity, details: Infinity };
const NOTHING: Allowance = { texts: 0, lists: 0, details: 0 };

/** A piece that is never split between parts. It is written only once it is known what has room. */
interface Unit {
  /** The most bytes that it takes. */
  readonly bytes: number;
  readonly write: () => string;
  /** The head of the table whose row it is. */
  readonly head?: string;
}

type Measured = (allowed: Allowance) => readonly Unit[];

/**
 * The blocks as parts in order, with blank lines between them.
 *
 * @param bytes how many UTF-8 bytes a part takes at most, counted from 1. A block that cannot give way and is larger has
 *   a part of its own.
 */
export function fit(blocks: readonly Block[], bytes: (part: number) => number): readonly string[] {
  const measured = blocks.map(measure);
  const within = (allowed: Allowance): Packed =>
    pack(
      measured.flatMap((units) => units(allowed)),
      bytes,
    );
  const smallest = [NOTHING, { ...NOTHING, details: Infinity }].map(within);
  const possible = smallest.filter(({ tooLarge }) => !tooLarge);
  const fewest = Math.min(...(possible.length > 0 ? possible : smallest).map(({ parts }) => parts.length));
  const fits = ({ parts, tooLarge }: Packed): boolean => !tooLarge && parts.length <= fewest;

  let allowed = EVERYTHING;
  const most = Math.max(...Array.from({ length: fewest }, (_, index) => bytes(index + 1)));
  const shrink = (step: keyof Allowance): void => {
    allowed = { ...allowed, [step]: largest(most, (number) => fits(within({ ...allowed, [step]: number }))) };
  };
  for (const step of ['texts', 'lists', 'details'] as const) {
    if (!fits(within(allowed))) shrink(step);
  }
  // What is left out may leave room for what stays.
  if (allowed.details < Infinity) for (const step of ['lists', 'texts'] as const) shrink(step);
  return within(allowed).parts.map(write);
}

/** How many of these, from the first on, fit into the given bytes. */
export function fitting(sizes: readonly number[], bytes: number): number {
  let used = 0;
  let number = 0;
  for (const size of sizes) {
    used += size;
    if (used > bytes) break;
    number += 1;
  }
  return number;
}

/** The largest whole number up to `most` that passes; 0 if none does. If a number passes, all smaller ones do. */
function largest(most: number, holds: (number: number) => boolean): number {
  let [good, bad] = [0, holds(0) ? most + 1 : 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

interface Packed {
  readonly parts: readonly (readonly Unit[])[];
  /** Whether a unit is larger than a part of its own. */
  readonly tooLarge: boolean;
}

/** Larger units, or more of them, never take fewer parts. */
function pack(units: readonly Unit[], bytes: (part: number) => number): Packed {
  const parts: Unit[][] = [];
  let tooLarge = false;
  let left = 0;
  for (const unit of units) {
    const part = parts.at(-1);
    const next = utf8Length(gap(part?.at(-1), unit)) + unit.bytes;
    if (part !== undefined && next <= left) {
      part.push(unit);
      left -= next;
    } else {
      parts.push([unit]);
      left = bytes(parts.length) - utf8Length(gap(undefined, unit)) - unit.bytes;
      tooLarge ||= left < 0;
    }
  }
  return { parts, tooLarge };
}

/** What separates a unit from the one before it: a line break between rows of a table, otherwise a blank line. */
function gap(before: Unit | undefined, { head }: Unit): string {
  if (head !== undefined && head === before?.head) return '\n';
  return `${before === undefined ? '' : '\n\n'}${head === undefined ? '' : `${head}\n`}`;
}

function write(units: readonly Unit[]): string {
  return units.map((unit, index) => gap(units[index - 1], unit) + unit.write()).join('');
}

function asOne(units: readonly Unit[], begin = '', end = ''): Unit {
  const gaps = utf8Length(units.map((unit, index) => gap(units[index - 1], unit)).join(''));
  const bytes = units.reduce((sum, unit) => sum + unit.bytes, gaps + utf8Length(begin + end));
  return { bytes, write: () => begin + write(units) + end };
}

function unitOf(text: string): Unit {
  return { bytes: utf8Length(text), write: () => text };
}

function measure(block: Block): Measured {
  if (typeof block === 'string') {
    const units = block === '' ? [] : [unitOf(block)];
    return () => units;
  }
  switch (block.kind) {
    case 'text':
      return measureText(block);
    case 'lines': {
      const list = measureLines(block);
      return ({ lists }) => (block.lines.length === 0 ? [] : [list(Math.max(lists, block.least ?? LEAST_LIST))]);
    }
    case 'details': {
      const items = block.items.map(measure).filter((units) => units(EVERYTHING).length > 0);
      return (allowed) => {
        const left = Math.max(0, items.length - allowed.details);
        const shown = items.slice(0, items.length - left).map((units) => asOne(units(allowed)));
        return left === 0 ? shown : [...shown, unitOf(block.more(left))];
      };
    }
    case 'table': {
      const units = block.rows.map((row) => ({ ...unitOf(row), head: block.head }));
      return () => units;
    }
    case 'fold': {
      const inside = block.blocks.map(measure);
      const begin = `<details${block.open ? ' open' : ''}>\n<summary>${block.summary}</summary>\n\n`;
      return (allowed) => {
        const units = inside.flatMap((each) => each(allowed));
        // Blank lines end the HTML blocks, so that markdown works inside.
        return units.length === 0 ? [] : [asOne(units, begin, '\n\n</details>')];
      };
    }
    case 'variants': {
      const [complete, incomplete] = [block.complete.map(measure), block.incomplete.map(measure)];
      return (allowed) => (allowed.details === Infinity ? complete : incomplete).flatMap((each) => each(allowed));
    }
  }
}

/** Shows the whole text if a cut one would take no less. */
function measureText({ text, language, fullReport, outline = [] }: LongText): Measured {
  const { fenced, body, frame } = inFence(text, language);
  if (body === '') return () => [];
  const whole = unitOf(fenced);
  const more = (left: number): string => `… ${count(left)} more in the ${fullReport} …`;
  const pointer = (lines: number): string =>
    `… ${count(lines, 'line', 'lines')} cut here: the ${fullReport} has all of it …`;
  const above = measureLines({ begin: '', end: '', lines: outline, more });
  const widest = Math.max(frame, inFence(outline.join('\n'), language).frame);
  return ({ texts, lists }) => {
    if (whole.bytes <= texts) return [whole];
    const bytes = Math.max(texts, LEAST_TEXT);
    const cut = { bytes, write: () => cutMiddle(body, bytes, pointer) };
    const inside = asOne(outline.length === 0 ? [cut] : [above(Math.max(lists, LEAST_LIST)), cut]);
    const short = { bytes: inside.bytes + widest, write: () => fence(inside.write(), language) };
    return [short.bytes < whole.bytes ? short : whole];
  };
}

/** The lines of a fence, and how many bytes the first and the last take: no more for pieces of the text. */
function inFence(text: string, language: LongText['language']) {
  const fenced = fence(text, language);
  const begin = fenced.slice(0, fenced.indexOf('\n'));
  const end = begin.slice(0, -language.length);
  const body = fenced.slice(begin.length + 1, -end.length - 1);
  return { fenced, begin, body, end, frame: begin.length + end.length + 2 };
}

function measureLines({ begin, end, lines, more, most = Infinity }: Omit<Lines, 'kind'>): (bytes: number) => Unit {
  const list = (some: readonly string[]): string =>
    `${begin === '' ? '' : `${begin}\n`}${some.join('\n')}${end === '' ? '' : `\n${end}`}`;
  const whole = unitOf(list(lines));
  const sizes = lines.slice(0, most).map((line) => utf8Length(line) + 1);
  const fixed = utf8Length(list([more(lines.length)]));
  return (bytes) => {
    if (whole.bytes <= bytes && lines.length <= most) return whole;
    const shown = fitting(sizes, bytes - fixed);
    const rest = more(lines.length - shown);
    return unitOf(shown === 0 ? rest.trim() : list([...lines.slice(0, shown), rest]));
  };
}
