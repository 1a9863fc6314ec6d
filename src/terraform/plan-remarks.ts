/** What a reviewer has to know of a plan that no list of changes says. Read from `terraform show -json`. */
import { field, list, text } from '../base/json.ts';
import type { PlanJson } from './plan-json.ts';
import { unknownParts } from './plan-parts.ts';
import type { PlanRemarks } from './plan-summary.ts';
import { unseenInputs } from './unseen-inputs.ts';

/** Undefined where there is nothing to remark. */
export function remarksOn(plan: PlanJson): PlanRemarks | undefined {
  const remarks = {
    unknownParts: unknownParts(plan),
    incomplete: field(plan, 'complete') === false && field(plan, 'errored') !== true,
    failedChecks: list(field(plan, 'checks')).flatMap(failures),
    unseen: unseenInputs(plan),
  };
  const { unknownParts: parts, incomplete, failedChecks, unseen } = remarks;
  return incomplete || parts.length + failedChecks.length + unseen.length > 0 ? remarks : undefined;
}

/** Each instance that does not hold; one that is not known yet may still hold. */
function failures(check: unknown): readonly string[] {
  const instances = list(field(check, 'instances'));
  return (instances.length > 0 ? instances : [check]).flatMap((each) => {
    const status = text(field(each, 'status'));
    if (status !== 'fail' && status !== 'error') return [];
    const name =
      text(field(field(each, 'address'), 'to_display')) ?? text(field(field(check, 'address'), 'to_display'));
    const messages = list(field(each, 'problems')).flatMap((problem) => text(field(problem, 'message')) ?? []);
    return [messages.length === 0 ? (name ?? '') : `${name ?? ''}: ${messages.join(' ')}`];
  });
}
