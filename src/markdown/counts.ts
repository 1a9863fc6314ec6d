/** What a plan does, counted, in words. */
import type { PlanSummary } from '../terraform/plan-summary.ts';
import { count } from './phrases.ts';

export type Counts = PlanSummary['counts'];

/** Separates numbers of one report, in a comment as in a terminal. */
export const AND = ' · ';

/** `2 to destroy · 1 to replace · 1 to change · 3 to create`: what is not zero, danger first; empty if nothing is. */
export function countsInWords(counts: Counts): string {
  return [
    counts.delete > 0 ? `${count(counts.delete)} to destroy` : '',
    counts.replace > 0 ? `${count(counts.replace)} to replace` : '',
    counts.update > 0 ? `${count(counts.update)} to change` : '',
    counts.create > 0 ? `${count(counts.create)} to create` : '',
    ...quietCounts(counts),
  ]
    .filter((part) => part !== '')
    .join(AND);
}

/** What happens besides creating, changing and destroying. */
function quietCounts(counts: Counts): readonly string[] {
  const { other = 0, invoke = 0, defer = 0 } = counts;
  return [
    counts.forget > 0 ? `${count(counts.forget)} to forget` : '',
    counts.move > 0 ? `${count(counts.move)} to move` : '',
    counts.import > 0 ? `${count(counts.import)} to import` : '',
    counts.outputs > 0 ? `${count(counts.outputs, 'output', 'outputs')} to change` : '',
    other > 0 ? count(other, 'other change', 'other changes') : '',
    invoke > 0 ? `${count(invoke, 'action', 'actions')} to invoke` : '',
    defer > 0 ? `${count(defer)} deferred` : '',
  ].filter((part) => part !== '');
}
