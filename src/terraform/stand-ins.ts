/**
 * Stand-ins for secrets when a plan is digested without a key: never their text, and never one for all, or "drop
 * staging-db" could be reviewed and "drop production-db" applied. Each secret is named by its first location, which
 * reveals nothing: different secrets in the same locations have the same names.
 */
import { ExactNumber } from '../base/json.ts';
import { canonical, HiddenText } from './canonical.ts';
import { leavesOf, replaceMarked } from './marks.ts';

/** Shorter secrets are redacted only as whole texts: inside other texts they are everywhere ("1", "no"). */
const SHORTEST = 3;

export interface StandIns {
  /** Names a secret after a location, unless it has a name. */
  add(secret: unknown, place: string): void;
  /** A copy of a value without the marked parts, which must have been added, and without the secrets in its texts. */
  redact(value: unknown, mark: unknown): unknown;
  /** A copy of a text without the secrets in it. */
  inside(text: string): unknown;
  /** The same for people: a name is shown only if it cannot contain secrets itself. */
  readable(text: string): string;
}

/** @param known secrets whose names may be shown, by their text: `(environment: NAME)` */
export function createStandIns(known: ReadonlyMap<string, string>): StandIns {
  const wholes = new Map<string, string>();
  const texts = new Map<string, string>();
  const shown = new Map<string, string>();
  let index: Map<string, readonly number[]> | undefined;

  function addText(text: string, name: string): void {
    if (text === '' || texts.has(text)) return;
    texts.set(text, name);
    index = undefined;
  }

  /** A text as it is, as escaped in JSON and in addresses, and its lines, each with its own name. */
  function addSpellings(text: string, name: string): void {
    addText(text, name);
    addText(JSON.stringify(text).slice(1, -1), `${name}, as JSON`);
    // In addresses, Terraform escapes the signs of its templates too.
    addText(JSON.stringify(text.replace(/([$%])\{/gu, '$1$1{')).slice(1, -1), `${name}, as a key`);
    if (!text.includes('\n')) return;
    text.split('\n').forEach((line, number) => {
      const trimmed = line.trim();
      if (trimmed.length >= SHORTEST) addText(trimmed, `${name}, line ${number + 1}`);
    });
  }

  /** For each prefix of secrets, their lengths, longest first: one pass over a text finds all of them. */
  function lengthsByBeginning(): Map<string, readonly number[]> {
    const lengths = new Map<string, Set<number>>();
    for (const text of texts.keys()) {
      if (text.length < SHORTEST) continue;
      const beginning = text.slice(0, SHORTEST);
      lengths.set(beginning, (lengths.get(beginning) ?? new Set()).add(text.length));
    }
    return new Map([...lengths].map(([beginning, found]) => [beginning, [...found].sort((a, b) => b - a)]));
  }

  function pieces(text: string): readonly string[] {
    const whole = texts.get(text);
    if (whole !== undefined) return ['', whole, ''];
    index ??= lengthsByBeginning();
    const found: string[] = [];
    let copied = 0;
    for (let at = 0; at + SHORTEST <= text.length; at += 1) {
      const lengths = index.get(text.slice(at, at + SHORTEST)) ?? [];
      const length = lengths.find((each) => texts.has(text.slice(at, at + each)));
      if (length === undefined) continue;
      found.push(text.slice(copied, at), texts.get(text.slice(at, at + length)) ?? '');
      copied = at + length;
      at = copied - 1;
    }
    return [...found, text.slice(copied)];
  }

  function inside(text: string): unknown {
    const found = pieces(text);
    return found.length === 1 ? text : new HiddenText(found);
  }

  function whole(secret: unknown): unknown {
    if (secret === null || secret === undefined) return secret;
    return new HiddenText(['', wholes.get(canonical(secret)) ?? 'sensitive', '']);
  }

  for (const [text, name] of known) {
    addSpellings(text, name);
    shown.set(name, name);
  }

  return {
    inside,
    // Numbers stay: equal digits are coincidence.
    redact: (value, mark) =>
      replaceMarked(value, mark, whole, (each) => (typeof each === 'string' ? inside(each) : each)),
    add(secret, place) {
      if (secret === null || secret === undefined) return;
      const key = canonical(secret);
      if (!wholes.has(key)) wholes.set(key, typeof secret === 'string' ? (texts.get(secret) ?? place) : place);
      let part = 0;
      for (const leaf of leavesOf(secret)) {
        part += 1;
        const name = leaf === secret ? place : `${place}, part ${part}`;
        if (typeof leaf === 'string') addSpellings(leaf, name);
        else if (typeof leaf === 'number') addText(String(leaf), `${name}, as text`);
        else if (leaf instanceof ExactNumber) addText(leaf.digits, `${name}, as text`);
      }
    },
    readable(text) {
      // A location may itself contain a secret, such as the key of an instance.
      const nameFor = (name: string): string => {
        const known = shown.get(name) ?? `(sensitive value ${shown.size + 1})`;
        shown.set(name, known);
        return known;
      };
      return pieces(text)
        .map((each, position) => (position % 2 === 0 ? each : nameFor(each)))
        .join('');
    },
  };
}
