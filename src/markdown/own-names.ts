/** What makes the same change in two leaves look different: the names of their own folders. Pure. */
import type { PlanSummary } from '../terraform/plan-summary.ts';

/** What must be equal to the letter in two plans that count as the same: what happens to which existing objects. */
export function atStake({ hasChanges, counts, resources }: PlanSummary): unknown {
  const isAtStake = (action: string): boolean => action === 'delete' || action === 'replace' || action === 'forget';
  return [hasChanges, counts, resources.map(({ action, address }) => [action, isAtStake(action) ? address : ''])];
}

/**
 * What two leaves have in common that count as the same, as one text: `verbatim` to the letter, `facts` with the names of
 * the leaf's own folders put aside.
 *
 * @param leaf its path
 */
export function likeness(leaf: string, verbatim: unknown, facts: unknown): string {
  return `${JSON.stringify(verbatim)}\n${withoutOwnNames(JSON.stringify(facts), leaf)}`;
}

/**
 * The text with a sign in place of each value of the leaf's folders: `‹env›` for `dev` in `env=dev`. Only whole words
 * are names, and only with a letter, since numbers mean something else elsewhere.
 *
 * @param leaf its path
 */
export function withoutOwnNames(text: string, leaf: string): string {
  const signs = new Map<string, string>();
  for (const folder of leaf.split('/')) {
    const [, key = '', value = ''] = /^([^=]*)=([^]*)$/u.exec(folder) ?? [];
    const isWord = /\p{L}/u.test(value) && !/^(?:true|false|null)$/u.test(value);
    if (isWord && value.length > 1 && !signs.has(value)) signs.set(value, `‹${key}›`);
  }
  const pieces: string[] = [];
  let shown = 0;
  // Of those that begin at one place the longest counts.
  const found = [...signs].flatMap(([value, sign]) => words(text, value).map((start) => ({ start, value, sign })));
  for (const { start, value, sign } of found.toSorted((a, b) => a.start - b.start || b.value.length - a.value.length)) {
    if (start < shown) continue;
    pieces.push(text.slice(shown, start), sign);
    shown = start + value.length;
  }
  return shown === 0 ? text : `${pieces.join('')}${text.slice(shown)}`;
}

/** Where the value is a word of its own. Not a regular expression: each leaf has other values, and compiling takes longer. */
function words(text: string, value: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const end = at + value.length;
    const isInside =
      /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    if (!isInside) starts.push(at);
  }
  return starts;
}
