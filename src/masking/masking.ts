/**
 * Secrets out of everything that leaves the process. GitHub's own masking covers logs only, so comments, summaries,
 * annotations and outputs are masked here, before any escaping could change how a secret is spelled.
 */
import type { Pattern } from './patterns.ts';
import { foldedSecret, readingsOf } from './reading.ts';
import { createSearch } from './search.ts';
import { encodingsOf, SHORTEST, spellingsOf } from './spellings.ts';

/** Replaces a secret. */
export const MASK = '***';

/** Replaces a text that could not be masked. */
export const WITHHELD = '(This text could not be masked, so it is left out.)';

/** Up to this length a value counts only as a word of its own: `dev` must not turn `device` into `***ice`. */
const WORD_LENGTH = 5;

export interface Masker {
  /** Adds secrets; texts of several lines also line by line, as they appear in a plan. */
  add(secrets: Iterable<string>): void;
  /** Adds secrets that are also masked in base64 and hex. */
  addEncoded(secrets: Iterable<string>): void;
  /** Replaces every secret and every match of a pattern, also where they overlap. Failures reveal nothing. */
  mask(text: string): string;
  /** The secrets as added, for the runner's own log masking. */
  readonly secrets: ReadonlySet<string>;
}

export interface MaskerOptions {
  /**
   * The stand-in for one secret, given as it was added; where secrets overlap, those of all of them in order. Without
   * it every secret is `***`.
   */
  readonly replacement?: ((secret: string) => string) | undefined;
}

/** One stretch of a text that is not shown. */
interface Hidden {
  readonly start: number;
  readonly end: number;
  /** Undefined for the match of a pattern. */
  readonly secret: string | undefined;
}

/** @param patterns what else counts as secret, from the `mask` input */
export function createMasker(patterns: readonly Pattern[], { replacement }: MaskerOptions = {}): Masker {
  const secrets = new Set<string>();
  const encoded = new Set<string>();
  const search = createSearch<string>();

  function learn(secret: string, texts: Iterable<string>): void {
    for (const text of texts) {
      const codes = foldedSecret(text);
      search.add(codes, text.trim().length <= WORD_LENGTH, secret);
    }
  }

  function add(added: Iterable<string>): void {
    for (const secret of added) {
      if (secret.trim().length < SHORTEST || secrets.has(secret)) continue;
      secrets.add(secret);
      learn(secret, spellingsOf(secret));
    }
  }

  function replace(text: string): string {
    const hidden: Hidden[] = patterns.flatMap((pattern) =>
      pattern(text).map(({ start, end }) => ({ start, end, secret: undefined })),
    );
    if (secrets.size > 0) {
      for (const { codes, starts } of readingsOf(text)) {
        for (const { start, end, meaning } of search.find(codes)) {
          hidden.push({ start: starts[start] ?? 0, end: starts[end] ?? text.length, secret: meaning });
        }
      }
    }
    return hidden.length === 0 ? text : without(text, hidden, replacement);
  }

  return {
    secrets,
    add,
    addEncoded(added) {
      const all = [...added];
      add(all);
      for (const secret of all) {
        if (!secrets.has(secret) || encoded.has(secret)) continue;
        encoded.add(secret);
        learn(secret, encodingsOf(secret));
      }
    },
    mask(text) {
      try {
        return replace(text);
      } catch {
        // The error's message may contain the text or a secret. A report continues without the text; two plans must not
        // look equal because of it.
        if (replacement === undefined) return WITHHELD;
        throw new Error(WITHHELD);
      }
    },
  };
}

/** Overlapping stretches are replaced as one, so that nothing is left of any of them. */
function without(text: string, hidden: readonly Hidden[], replacement: MaskerOptions['replacement']): string {
  const pieces: string[] = [];
  let [shown, covered] = [0, 0];
  // Of those that begin at one place the longest goes first.
  for (const { start, end, secret } of [...hidden].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= covered || end <= start) continue;
    const apart = start >= covered;
    if (apart) pieces.push(text.slice(shown, start));
    if (replacement !== undefined && secret !== undefined) pieces.push(replacement(secret));
    else if (apart) pieces.push(MASK);
    covered = end;
    shown = end;
  }
  pieces.push(text.slice(shown));
  return pieces.join('');
}

/**
 * Masks every text in plain data, keys of objects left as they are.
 *
 * @param asIs keys of `data` itself whose values stay: where a report goes, and its commit. Otherwise a repository
 *   named like a secret could not be written to, and a record could never be found again.
 */
export function maskData<T>(data: T, masker: Masker, asIs: readonly string[] = []): T {
  return mapTexts(data, (text) => masker.mask(text), new Set(asIs));
}

/** A copy of the same shape, so the type that goes in comes out. */
function mapTexts<T>(data: T, change: (text: string) => string, asIs?: ReadonlySet<string>): T;
function mapTexts(data: unknown, change: (text: string) => string, asIs?: ReadonlySet<string>): unknown {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) {
    const items: readonly unknown[] = data;
    return items.map((each) => mapTexts(each, change));
  }
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, asIs?.has(key) === true ? value : mapTexts(value, change)]),
    );
  }
  return data;
}
