/** Leaves that change alike, put together: a reader reads each change once, however many leaves it is in. */
import { formatProblem } from '../../../base/problems.ts';
import type { LeafNames } from '../../../markdown/leaf-names.ts';
import type { LeafReport, Outcome } from '../report.ts';

/** At least one leaf; the first stands for all. */
export interface LeafGroup {
  readonly first: LeafReport;
  readonly others: readonly LeafReport[];
}

/**
 * Groups of leaves of one name with the same reasons, outcome, counted actions, resources and problems. Names of a
 * leaf's own folders are put aside before the comparison, everything else has to be equal. The order stays: each group
 * is where its first leaf is.
 */
export function groupsOf(leaves: readonly LeafReport[], names: LeafNames): readonly LeafGroup[] {
  const groups = new Map<string, LeafReport[]>();
  for (const leaf of leaves) {
    const { kind, restated, reasons, pins, blocks, outcome, movedTo, ahead } = leaf;
    const problems = leaf.problems.map(formatProblem);
    const facts = { kind, restated, reasons, pins, blocks, movedTo, ahead, problems, outcome: shapeOf(outcome) };
    const verbatim = JSON.stringify([names.of(leaf.leaf).name, kind, restated ?? false, outcomeVerbatim(outcome)]);
    const key = `${verbatim}\n${withoutOwnNames(JSON.stringify(facts), leaf)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [leaf]);
    else group.push(leaf);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}

/** What must be equal to the letter: how it ended, and what happens to which existing objects. */
function outcomeVerbatim(outcome: Outcome): unknown {
  if (outcome.status !== 'planned') return outcome.status;
  const { hasChanges, counts, resources } = outcome.summary;
  const atStake = (action: string): boolean => action === 'delete' || action === 'replace' || action === 'forget';
  return [hasChanges, counts, resources.map(({ action, address }) => [action, atStake(action) ? address : ''])];
}

/** All but a plan's text, which has ids that differ. */
function shapeOf(outcome: Outcome): unknown {
  return outcome.status === 'planned' ? outcome.summary : outcome;
}

/**
 * The text with a sign in place of each value of the leaf's folders: `‹env›` for `dev` in `env=dev`. Only whole words
 * are names, and only with a letter, since numbers mean something else elsewhere.
 */
export function withoutOwnNames(text: string, { leaf }: LeafReport): string {
  const signs = new Map<string, string>();
  for (const folder of leaf.split('/')) {
    const [, key = '', value = ''] = /^([^=]*)=([^]*)$/u.exec(folder) ?? [];
    const isWord = /\p{L}/u.test(value) && !/^(?:true|false|null)$/u.test(value);
    if (isWord && value.length > 1 && !signs.has(value)) signs.set(value, `‹${key}›`);
  }
  if (signs.size === 0) return text;
  const longestFirst = [...signs.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const any = longestFirst.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu'),
    (name) => signs.get(name) ?? name,
  );
}
