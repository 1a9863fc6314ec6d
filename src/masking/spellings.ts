/** Texts that reveal a secret: itself, its lines, its values as JSON, and its encodings. Pure. */
import { isUtf8 } from 'node:buffer';
import { isRecord } from '../base/json.ts';

/** Shorter values would tear holes into ordinary text ("1", "no") and hide nothing. */
export const SHORTEST = 3;

/** A shorter value inside of a JSON text is as likely an ordinary word ("true", "string"). */
const SHORTEST_INSIDE = 6;

/** Encoded, a shorter value is as likely a part of something else. */
const SHORTEST_ENCODED = 6;

/**
 * The texts that stand for a secret in what Terraform prints, apart from quoting and line breaks, which the search
 * ignores: in both normal forms, because Terraform composes accents and YAML does not; line by line, because a plan indents
 * each; and the values inside of a JSON text, which a plan prints again.
 */
export function spellingsOf(secret: string): ReadonlySet<string> {
  const texts = [secret, ...linesOf(secret), ...valuesInside(secret)];
  const spellings = texts.flatMap((text) => [
    text,
    text.normalize('NFC'),
    text.normalize('NFD'),
    // In the query of a URL.
    text.replaceAll(' ', '+'),
    // What is encoded in a URL is decoded by its reader.
    withoutPercents(text),
    // An accent at the beginning is composed with the preceding character.
    text.replace(/^\p{M}+/u, ''),
    // Where `{` follows, the signs at its end are read as one: HCL escapes them so.
    ...(/([$%])\1\s*$/u.test(text) ? [`${text.trimEnd()}{`] : []),
  ]);
  return new Set(spellings.filter((text) => text.trim().length >= SHORTEST));
}

/** What a secret looks like in base64, wherever it begins in an encoded text, and in hex. */
export function encodingsOf(secret: string): ReadonlySet<string> {
  const encodings = new Set<string>();
  for (const text of new Set([secret, secret.trim(), secret.normalize('NFC')])) {
    const bytes = Buffer.from(text);
    if (bytes.length < SHORTEST_ENCODED) continue;
    for (const each of base64Of(bytes)) encodings.add(each).add(each.replaceAll('+', '-').replaceAll('/', '_'));
    const hex = bytes.toString('hex');
    encodings.add(hex).add(hex.toUpperCase());
  }
  return encodings;
}

/**
 * The text that a secret holds in base64, such as a file's content as some stores give it; undefined if it holds none.
 * Hardly any other text decodes to valid UTF-8 without control characters.
 */
export function decodedOf(secret: string): string | undefined {
  const packed = secret.replace(/\s+/gu, '').replace(/=+$/u, '');
  if (packed.length < 8 || !/^(?:[A-Za-z0-9+/]+|[\w-]+)$/u.test(packed)) return undefined;
  const bytes = Buffer.from(packed, 'base64');
  const text = bytes.toString('utf8');
  const isText = isUtf8(bytes) && text.trim().length >= SHORTEST_ENCODED && !/[^\P{Cc}\s]/u.test(text);
  return isText ? text : undefined;
}

function withoutPercents(secret: string): string {
  try {
    return decodeURIComponent(secret);
  } catch {
    return secret;
  }
}

function linesOf(secret: string): readonly string[] {
  return /[\r\n]/u.test(secret) ? [...secret.split('\n'), ...secret.split(/\r\n?|\n/u)] : [];
}

function valuesInside(secret: string): readonly string[] {
  return textsIn(json(secret)).filter((text) => text.length >= SHORTEST_INSIDE);
}

/** Without recursion: the JSON may be nested deeper than the stack. */
function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  const open = [value];
  while (open.length > 0) {
    const each = open.pop();
    if (typeof each === 'string') {
      texts.push(each, ...linesOf(each));
      open.push(json(each));
    } else if (typeof each === 'number') texts.push(String(each));
    else if (Array.isArray(each)) for (const item of each) open.push(item);
    else if (isRecord(each)) for (const item of Object.values(each)) open.push(item);
  }
  return texts;
}

/** An object or a list in JSON, as a plan takes it apart too; undefined for any other text. */
function json(text: string): unknown {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** The characters of the encoding that the bytes alone decide, for each of the three ways to begin. */
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/u, '');
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(first, last);
  });
}
