/** What makes the same change in two leaves look different: the names of their own folders. Pure. */
import type { PlanSummary } from '../terraform/plan-summary.ts';

/** What must be equal to the letter in two plans that count as the same: what happens to which existing objects. */
export function atStake({ hasChanges, counts, resources }: PlanSummary): unknown {
  const isAtStake = (action: string): boolean => action === 'delete' || action === 'replace' || action === 'forget';
  return [hasChanges, counts, resources.map(({ action, address }) => [action, isAtStake(action) ? address : ''])];
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
  if (signs.size === 0) return text;
  const longestFirst = [...signs.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  // Every leaf has an expression of its own, and one with the classes of `WORD_` in it takes milliseconds to compile.
  const any = new RegExp(longestFirst.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|'), 'g');
  let [result, done] = ['', 0];
  for (let found = any.exec(text); found !== null; found = any.exec(text)) {
    const { index } = found;
    const isWord = (value: string): boolean =>
      text.startsWith(value, index) && !WORD_BEGINS.test(text.slice(index + value.length, index + value.length + 2));
    const name = WORD_ENDS.test(text.slice(Math.max(0, index - 2), index)) ? undefined : longestFirst.find(isWord);
    any.lastIndex = index + (name?.length ?? 1);
    if (name === undefined) continue;
    result += `${text.slice(done, index)}${signs.get(name) ?? name}`;
    done = any.lastIndex;
  }
  return result + text.slice(done);
}

/** A letter or number at the beginning or the end: what stands beside it is part of a longer word. */
const WORD_BEGINS = /^[\p{L}\p{N}]/u;
const WORD_ENDS = /[\p{L}\p{N}]$/u;
