/** What a plan does, counted, in words. */
import type { PlanSummary } from '../terraform/plan-summary.ts';
import { count } from './phrases.ts';

export type Counts = PlanSummary['counts'];

/** `3 to create, 1 to change, 1 to replace, 2 to destroy`: only what is not zero; empty when nothing is counted. */
export function countsInWords(counts: Counts): string {
  return [
    counts.create > 0 ? `${count(counts.create)} to create` : '',
    counts.update > 0 ? `${count(counts.update)} to change` : '',
    counts.replace > 0 ? `${count(counts.replace)} to replace` : '',
    counts.delete > 0 ? `${count(counts.delete)} to destroy` : '',
    ...quietCounts(counts),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What happens besides creating, changing and destroying. */
export function quietCounts(counts: Counts): readonly string[] {
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
