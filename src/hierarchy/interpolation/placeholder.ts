/**
 * Splits a text at its placeholders. Configuration values and string literals of templates share this syntax: `{{key}}`,
 * nested placeholders, and ``{{`as is`}}``. A `}}` that closes nothing is literal.
 */

import type { ScalarValue, Value } from '../value.ts';

/** A part of a text; `start` and `end` are offsets (UTF-16) into the whole text. */
export type Part = LiteralPart | EscapedPart | PlaceholderPart | MalformedPart;

/** Text outside of braces. */
export interface LiteralPart {
  readonly kind: 'literal';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** ``{{`text`}}``: literal text. */
export interface EscapedPart {
  readonly kind: 'escaped';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface PlaceholderPart {
  readonly kind: 'placeholder';
  /** The parts between the braces. */
  readonly parts: readonly Part[];
  /** The same as one string, if it contains no placeholder or syntax error. */
  readonly inside: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** A syntax error; `text` is the source text. */
export interface MalformedPart {
  readonly kind: 'malformed';
  readonly reason: 'empty' | 'never-closed' | 'nested-too-deeply';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How deep placeholders may nest: two levels occur in practice. */
export const MAX_NESTING = 32;

/** Blanks are allowed, as in other placeholders. */
const ESCAPE_START = /\s*`/uy;
const ESCAPE_END = /`\s*\}\}/gu;

/** An open placeholder; the bottom of the stack is the text itself. */
interface Open {
  readonly start: number;
  readonly parts: Part[];
  /** How many levels of placeholders it contains. */
  depth: number;
}

/**
 * Tokenizes a text; the parts cover it without gaps. Never throws. In an odd run of braces the first one is literal, so
 * that `{{{a}}}` is the value of `a` in braces.
 */
export function tokenize(text: string): readonly Part[] {
  const whole: Open = { start: 0, parts: [], depth: 0 };
  const stack: Open[] = [whole];
  let top = whole;
  let at = 0;
  for (const { 0: found, index } of text.matchAll(/\{+|\}\}/gu)) {
    if (index < at || found === '{' || (found === '}}' && stack.length === 1)) continue;
    if (found === '}}') {
      pushLiteral(top, text, at, index);
      at = index + 2;
      stack.pop();
      const outer = stack.at(-1) ?? whole;
      outer.parts.push(close(top, text, at));
      outer.depth = Math.max(outer.depth, top.depth + 1);
      top = outer;
      continue;
    }
    const runStart = index + (found.length % 2);
    const runEnd = index + found.length;
    pushLiteral(top, text, at, runStart);
    ESCAPE_START.lastIndex = runEnd;
    const opening = ESCAPE_START.exec(text)?.[0].length ?? 0;
    const escapes = opening > 0;
    for (at = runStart; at < (escapes ? runEnd - 2 : runEnd); at += 2) {
      top = { start: at, parts: [], depth: 0 };
      stack.push(top);
    }
    if (!escapes) continue;
    ESCAPE_END.lastIndex = runEnd + opening;
    const closing = ESCAPE_END.exec(text);
    if (closing === null) return neverClosed(stack, text, at);
    const end = closing.index + closing[0].length;
    top.parts.push({ kind: 'escaped', text: text.slice(runEnd + opening, closing.index), start: at, end });
    at = end;
  }
  if (stack.length > 1) return neverClosed(stack, text, undefined);
  pushLiteral(whole, text, at, text.length);
  return whole.parts;
}

/** The configurations of many leaves share scalars: each is tokenized once. */
const partsByScalar = new WeakMap<ScalarValue, readonly Part[]>();

/** The parts of a scalar's spelling. */
export function partsOf(scalar: ScalarValue): readonly Part[] {
  let parts = partsByScalar.get(scalar);
  if (parts === undefined) {
    parts = tokenize(scalar.spelling);
    partsByScalar.set(scalar, parts);
  }
  return parts;
}

/** The placeholder that makes up the whole text, whose value keeps its type. */
export function wholePlaceholder(parts: readonly Part[]): PlaceholderPart | undefined {
  const [only, more] = parts;
  return more === undefined && only?.kind === 'placeholder' ? only : undefined;
}

/** Whether a value is a text that is a single placeholder. */
export function isWholePlaceholder(value: Value): value is ScalarValue {
  return value.kind === 'scalar' && value.templated && wholePlaceholder(partsOf(value)) !== undefined;
}

function pushLiteral(top: Open, text: string, start: number, end: number): void {
  if (end > start) top.parts.push({ kind: 'literal', text: text.slice(start, end), start, end });
}

function close(open: Open, text: string, end: number): Part {
  const { start, parts, depth } = open;
  const blank = parts.every((part) => part.kind === 'literal' && part.text.trim() === '');
  if (!blank && depth < MAX_NESTING) return { kind: 'placeholder', parts, inside: plainText(parts), start, end };
  return { kind: 'malformed', reason: blank ? 'empty' : 'nested-too-deeply', text: text.slice(start, end), start, end };
}

function plainText(parts: readonly Part[]): string | undefined {
  const texts = parts.filter((part) => part.kind === 'literal' || part.kind === 'escaped');
  return texts.length === parts.length ? texts.map((part) => part.text).join('') : undefined;
}

/** The outermost open placeholder or escape extends to the end of the text. */
function neverClosed(stack: readonly Open[], text: string, escape: number | undefined): readonly Part[] {
  const [whole, outermost] = stack;
  const start = outermost?.start ?? escape ?? 0;
  const rest: Part = { kind: 'malformed', reason: 'never-closed', text: text.slice(start), start, end: text.length };
  return [...(whole?.parts ?? []), rest];
}
