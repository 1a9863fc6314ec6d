/** A branch that does not have all of its target: what that means for the plans. Pure. */
import { causesOf, causeText } from '../../markdown/reason-words.ts';
import { count, firstFew } from '../../markdown/phrases.ts';
import type { LeafReport, PlanReport } from './report.ts';

/** How text of other people is shown: as inline code, say. */
interface Style {
  readonly text: (text: string) => string;
  readonly leaf: (path: string) => string;
}

/** Sentences about the whole report; empty for a branch that is up to date. */
export function behindTarget({ ahead, leaves }: PlanReport, { text, leaf }: Style): string {
  if (ahead === undefined) return '';
  const branch = text(ahead.branch);
  const both = leaves.filter((each) => each.ahead !== undefined);
  const begin = `The head commit is planned, and it does not have all of ${branch}, which has changed`;
  if (both.length === 0) return `${begin} none of these leaves since.`;
  const names = firstFew(
    both.map((each) => leaf(each.leaf)),
    10,
  );
  return `${begin} ${count(both.length)} of these leaves since: ${names}. Their plans take that back: what they destroy or replace may be what ${branch} has added. Bring the branch up to date before you rely on them.`;
}

/** Sentences about one leaf; empty if the target branch has not changed it. */
export function behindInLeaf({ ahead }: PlanReport, leaf: LeafReport, { text }: Pick<Style, 'text'>): string {
  if (ahead === undefined || leaf.ahead === undefined) return '';
  const branch = text(ahead.branch);
  const causes = firstFew(
    [...new Set(leaf.ahead.flatMap(causesOf).map((cause) => text(causeText(cause, 60).trim())))],
    3,
  );
  const why = causes === '' ? '' : ` (${causes})`;
  return `${branch} has changed this leaf since${why}, and this commit does not have that: what the plan destroys or replaces may be what ${branch} has added.`;
}
