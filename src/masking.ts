/**
 * Secrets out of everything that leaves the process. GitHub's own masking covers logs only, so comments, summaries,
 * annotations and outputs are masked here, before any escaping could change how a secret is spelled.
 */

/** What stands in the place of a secret. */
export const MASK = '***';

/** Shorter values would tear holes into ordinary text ("1", "no") and hide nothing. */
const SHORTEST = 3;
/** Up to this length a value counts only as a word of its own: `dev` must not turn `device` into `***ice`. */
const WORD_LENGTH = 5;

export interface Masker {
  /** Adds secrets; texts of several lines also line by line, as they appear in a plan. */
  add(secrets: Iterable<string>): void;
  /** Replaces every secret and every match of a pattern. */
  mask(text: string): string;
  /** The secrets as added, for the runner's own log masking. */
  readonly secrets: ReadonlySet<string>;
}

/** @param patterns what else counts as secret, from the `mask` input; used with the flags `gu` */
export function createMasker(patterns: readonly RegExp[]): Masker {
  const secrets = new Set<string>();
  let compiled: RegExp | undefined;

  function compile(): RegExp | undefined {
    const spellings = new Set<string>();
    for (const secret of secrets) for (const spelling of spellingsOf(secret)) spellings.add(spelling);
    if (spellings.size === 0) return undefined;
    // Longest first, so that a secret that contains another one goes as a whole.
    const alternatives = [...spellings].sort((a, b) => b.length - a.length).map(toPattern);
    return new RegExp(alternatives.join('|'), 'gu');
  }

  return {
    secrets,
    add(added) {
      for (const secret of added) if (secret.trim().length >= SHORTEST) secrets.add(secret);
      compiled = undefined;
    },
    mask(text) {
      compiled ??= compile();
      let masked = compiled === undefined ? text : text.replace(compiled, MASK);
      for (const pattern of patterns) masked = masked.replace(pattern, (match) => (match === '' ? '' : MASK));
      return masked;
    },
  };
}

/**
 * Masks every text in plain data, keys of objects left as they are.
 *
 * @param asIs keys of `data` itself whose values stay: where a report goes, and which commit it is about. A repository
 *   that has the name of a secret could not be written to otherwise, and a record never be found again.
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

/** A secret as a plan may spell it: as it is, as a quoted string's inside, and each of its lines. */
function spellingsOf(secret: string): readonly string[] {
  const lines = secret.includes('\n') ? secret.split('\n') : [];
  return [secret, JSON.stringify(secret).slice(1, -1), ...lines]
    .map((text) => text.trim())
    .filter((text) => text.length >= SHORTEST);
}

function toPattern(text: string): string {
  // Terraform wraps its messages at blanks, and puts a rule before each line of them.
  const escaped = text
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join('[\\s│]+');
  return text.length <= WORD_LENGTH ? `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])` : escaped;
}
