/** What a plan marks as secret. */
import { ExactNumber } from '../base/json.ts';
import { eachMarked, leavesOf, mapPart } from './marks.ts';
import type { Plan } from './plan-json.ts';

/** Values of the root module's variables that it declares as sensitive, in the order of names. */
export function sensitiveVariables({ root, variables }: Plan): readonly (readonly [name: string, value: unknown])[] {
  return root.sensitive.map((name) => [name, variables.get(name)]);
}

/**
 * Every sensitive text and number in the plan, from wherever Terraform marks one: changes, outputs, the state before
 * and after, sensitive input variables, actions, and parts that are newer than this version. The human-readable plan can
 * show one that is not marked there.
 */
export function sensitiveValues(plan: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (secret: unknown): void => {
    for (const leaf of leavesOf(secret)) {
      if (leaf instanceof ExactNumber) found.add(leaf.digits);
      else if (typeof leaf === 'string' || typeof leaf === 'number') found.add(String(leaf));
    }
  };
  for (const [, value] of sensitiveVariables(plan)) collect(value);
  mapPart(plan.json, {
    value(value, mark) {
      eachMarked(value, mark, '', collect);
      return null;
    },
  });
  return found;
}
