/** What a reviewer must know about a plan besides its changes → problems of the report. Pure. */
import { warning, type Problem } from '../base/problems.ts';
import { count, firstFew } from '../markdown/phrases.ts';
import type { Diagnostic } from '../terraform/diagnostics.ts';
import type { PlanSummary } from '../terraform/plan-summary.ts';
import type { UnseenInput } from '../terraform/unseen-inputs.ts';

/** How many things are named one by one; the others are counted. */
const MOST_NAMED = 10;

/** Terraform's warning about a check that fails. */
const FAILED_CHECK = 'Check block assertion failed';

/**
 * @param leaf the path of the leaf, which becomes the place of these warnings
 * @param printed Terraform's own warnings, which are reported with their places
 */
export function planWarnings(
  leaf: string,
  { remarks, hasChanges }: PlanSummary,
  printed: readonly Diagnostic[] = [],
): readonly Problem[] {
  if (remarks === undefined) return [];
  const place = { file: leaf };
  const { unknownParts, incomplete, failedChecks, unseen } = remarks;
  return [
    ...some(unknownParts, (parts) =>
      warning('terraform', `The plan has parts that this version does not know: ${firstFew(parts, MOST_NAMED)}.`, {
        place,
        hint: 'They are compared with what was reviewed, but not explained here: update Kompos, or read them in the plan.',
      }),
    ),
    ...(incomplete && hasChanges
      ? [
          warning('terraform', 'The plan is not complete: another plan is needed after its apply.', {
            place,
            hint: 'Plan the leaf again after the apply: changes that were deferred, or excluded by a target, are still to come.',
          }),
        ]
      : []),
    ...some(printed.some(({ summary }) => summary === FAILED_CHECK) ? [] : failedChecks, (checks) =>
      warning('terraform', `Checks of the plan fail: ${firstFew(checks, MOST_NAMED)}`, {
        place,
        hint: 'The plan is applied anyway: a failed check only warns.',
      }),
    ),
    ...some(hasChanges ? unseen : [], (inputs) =>
      warning(
        'terraform',
        `A plan cannot show values that come from outside of these files: ${firstFew(inputs.map(inputInWords), MOST_NAMED)}. An apply uses their values at that time, not those of the reviewed plan.`,
        { place, hint: 'Keep these sources from changing between review and apply, or set the values elsewhere.' },
      ),
    ),
  ];
}

function some<T>(items: readonly T[], say: (items: readonly T[]) => Problem): readonly Problem[] {
  return items.length === 0 ? [] : [say(items)];
}

/** `aws_db_instance.this password_wo (write-only) from ephemeral.random_password.this` */
function inputInWords({ address, argument, sources }: UnseenInput): string {
  const what = argument === 'provisioner' ? 'provisioners' : `write-only argument ${argument}`;
  const from =
    sources.length === 0
      ? 'a function'
      : sources.length > 3
        ? count(sources.length, 'source', 'sources')
        : sources.join(', ');
  return `${what} of ${address} from ${from}`;
}
