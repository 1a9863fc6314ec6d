/**
 * Secrets out of everything that leaves the process. GitHub's own masking covers logs only, so comments, summaries,
 * annotations and outputs are masked here, before any escaping could change how a secret is spelled.
 */
import type { Pattern } from './patterns.ts';
import { foldedSecret, readingsOf } from './reading.ts';
import { createSearch, type Search } from './search.ts';
import { decodedOf, encodingsOf, SHORTEST, spellingsOf } from './spellings.ts';

/** Replaces a secret. */
export const MASK = '***';

/** Replaces a text that could not be masked. */
export const WITHHELD = '(This text could not be masked, so it is left out.)';

/** Up to this length a value counts only as a word of its own: `dev` must not turn `device` into `***ice`. */
const WORD_LENGTH = 5;

export interface Masker {
  /** Adds secrets; texts of several lines also line by line, as they appear in a plan. */
  add(secrets: Iterable<string>): void;
  /** Adds secrets that are also masked in base64 and hex; of one that is base64 itself, also what it decodes to. */
  addEncoded(secrets: Iterable<string>): void;
  /** Replaces every secret and every match of a pattern, also where they overlap. Failures reveal nothing. */
  mask(text: string, options?: MaskOptions): string;
  /** The secrets as added, for the runner's own log masking. */
  readonly secrets: ReadonlySet<string>;
}

export interface MaskOptions {
  /** Collects what was replaced: each secret as it was added, and each match of a pattern. */
  readonly replaced?: Set<string> | undefined;
  /** Only secrets that the job was given (those of `addEncoded`), and patterns. */
  readonly onlyGiven?: boolean;
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
  const all = createSearch<string>();
  const given = createSearch<string>();

  function learn(secret: string, texts: Iterable<string>, searches: readonly Search<string>[]): void {
    for (const text of texts) {
      const codes = foldedSecret(text);
      for (const search of searches) search.add(codes, text.trim().length <= WORD_LENGTH, secret);
    }
  }

  function add(added: Iterable<string>): void {
    for (const secret of added) {
      if (secret.trim().length < SHORTEST || secrets.has(secret)) continue;
      secrets.add(secret);
      learn(secret, spellingsOf(secret), [all]);
    }
  }

  function replace(text: string, { replaced, onlyGiven = false }: MaskOptions): string {
    const hidden: Hidden[] = patterns.flatMap((pattern) =>
      pattern(text).map(({ start, end }) => ({ start, end, secret: undefined })),
    );
    if (secrets.size > 0) {
      for (const { codes, starts } of readingsOf(text)) {
        for (const { start, end, meaning } of (onlyGiven ? given : all).find(codes)) {
          hidden.push({ start: starts[start] ?? 0, end: starts[end] ?? text.length, secret: meaning });
        }
      }
    }
    if (hidden.length === 0) return text;
    for (const { start, end, secret } of hidden) if (end > start) replaced?.add(secret ?? text.slice(start, end));
    return without(text, hidden, replacement);
  }

  return {
    secrets,
    add,
    addEncoded(added) {
      const texts = [...added];
      add(texts);
      for (const secret of texts) {
        if (!secrets.has(secret) || encoded.has(secret)) continue;
        encoded.add(secret);
        learn(secret, encodingsOf(secret), [all, given]);
        learn(secret, spellingsOf(secret), [given]);
        const decoded = decodedOf(secret);
        if (decoded !== undefined) learn(secret, spellingsOf(decoded), [all, given]);
      }
    },
    mask(text, options = {}) {
      try {
        return replace(text, options);
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
