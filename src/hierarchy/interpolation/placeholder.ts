/**
 * Cuts a text at its placeholders. The same reading serves configuration values and the string literals of templates:
 * `{{key}}`, placeholders inside placeholders, and ``{{`as is`}}``. A `}}` that closes nothing has no meaning.
 */

import type { ScalarValue } from '../value.ts';

/** A piece of a text; `start` and `end` are offsets (UTF-16) into the whole text. */
export type Part = LiteralPart | EscapedPart | PlaceholderPart | MalformedPart;

/** Text outside of braces. */
export interface LiteralPart {
  readonly kind: 'literal';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** ``{{`text`}}``: to be put out as it is. */
export interface EscapedPart {
  readonly kind: 'escaped';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface PlaceholderPart {
  readonly kind: 'placeholder';
  /** What stands between the braces. */
  readonly parts: readonly Part[];
  /** The same as one text, where no placeholder or mistake is in it. */
  readonly inside: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** A mistake; `text` is the piece as written. */
export interface MalformedPart {
  readonly kind: 'malformed';
  readonly reason: 'empty' | 'never-closed' | 'nested-too-deeply';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Placeholders inside placeholders: two levels occur in practice. */
export const MAX_NESTING = 32;

/** An opened placeholder; the lowest of the stack stands for the text itself. */
interface Open {
  readonly start: number;
  readonly parts: Part[];
  /** How many placeholders deep its contents go. */
  depth: number;
}

/**
 * Tokenises a text; the parts cover it without gaps. Never throws. In an odd run of braces the first ones are text, so
 * that `{{{a}}}` is the value of `a` in braces.
 */
export function tokenise(text: string): readonly Part[] {
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
    const escapes = text[runEnd] === '`';
    for (at = runStart; at < (escapes ? runEnd - 2 : runEnd); at += 2) {
      top = { start: at, parts: [], depth: 0 };
      stack.push(top);
    }
    if (!escapes) continue;
    const end = text.indexOf('`}}', runEnd + 1);
    if (end < 0) return neverClosed(stack, text, at);
    top.parts.push({ kind: 'escaped', text: text.slice(runEnd + 1, end), start: at, end: end + 3 });
    at = end + 3;
  }
  if (stack.length > 1) return neverClosed(stack, text, undefined);
  pushLiteral(whole, text, at, text.length);
  return whole.parts;
}

/** Scalars are shared by the configurations of many leaves: each is cut into parts once. */
const partsByScalar = new WeakMap<ScalarValue, readonly Part[]>();

/** The parts of a scalar as it is spelled. */
export function partsOf(scalar: ScalarValue): readonly Part[] {
  let parts = partsByScalar.get(scalar);
  if (parts === undefined) {
    parts = tokenise(scalar.spelling);
    partsByScalar.set(scalar, parts);
  }
  return parts;
}

/** The placeholder that is the whole text, whose value keeps its type. */
export function wholePlaceholder(parts: readonly Part[]): PlaceholderPart | undefined {
  const [only, more] = parts;
  return more === undefined && only?.kind === 'placeholder' ? only : undefined;
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

/** The outermost placeholder (or escape) that is still open takes the rest of the text with it. */
function neverClosed(stack: readonly Open[], text: string, escape: number | undefined): readonly Part[] {
  const [whole, outermost] = stack;
  const start = outermost?.start ?? escape ?? 0;
  const rest: Part = { kind: 'malformed', reason: 'never-closed', text: text.slice(start), start, end: text.length };
  return [...(whole?.parts ?? []), rest];
}
