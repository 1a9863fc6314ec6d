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
    // Most texts have few of the names, and looking for a text is far faster than for a word.
    if (isWord && value.length > 1 && !signs.has(value) && text.includes(value)) signs.set(value, `‹${key}›`);
  }
  if (signs.size === 0) return text;
  const longestFirst = [...signs.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const any = longestFirst.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu'),
    (name) => signs.get(name) ?? name,
  );
}
