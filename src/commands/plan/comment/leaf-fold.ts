/** One leaf in full, folded: what its pins and keys were and are, what went wrong, and the plan. */
import { formatProblem } from '../../../base/problems.ts';
import { detailsMarkdown, type Details } from './leaf-details.ts';
import type { DetailLimits } from './detail-limits.ts';
import { code, htmlCode, prose, visible } from '../../../markdown/escaping.ts';
import type { Fold, LongText } from '../../../markdown/fit.ts';
import { planDiff } from '../../../markdown/plan-diff.ts';
import { problemsSection } from './problems-section.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import { dangerLines, resourceLines } from '../../../markdown/resource-list.ts';
import { isAlarming, isLeftBehind, stateOf } from '../verdict.ts';
import { programOf } from '../../../terraform/programs.ts';

/** What is shown above the folds and therefore in none of them. */
export interface ShownAbove {
  /** Why Terraform did not run. */
  readonly whys: ReadonlySet<string>;
  /** Problems that several leaves share, in their printed form. */
  readonly problems: ReadonlySet<string>;
}

/**
 * One for each leaf with more to say than its row.
 *
 * @param details what changed in each leaf alone
 */
export function leafFolds(
  report: PlanReport,
  leaves: readonly LeafReport[],
  details: readonly Details[],
  limits: DetailLimits,
  above: ShownAbove,
): readonly Fold[] {
  const first = new Map<string, LeafReport>();
  return leaves.flatMap((leaf, index): readonly Fold[] => {
    const text = leafText(leaf, limits);
    const same = text && first.get(text.text);
    if (text !== undefined && same === undefined) first.set(text.text, leaf);
    const { outcome } = leaf;
    const problems = leaf.problems.filter((each) => !above.problems.has(formatProblem(each)));
    const output = outcome.status === 'failed' ? outcome.output : '';
    const own = details[index];
    const blocks = [
      removedSentence(leaf),
      outcome.status === 'not-run' && !above.whys.has(outcome.why) ? withoutPlan(leaf, outcome.why) : '',
      ...(outcome.status === 'planned' ? dangerLines(outcome.summary) : []),
      ...problemsSection(report, problems, limits, { leaf: leaf.leaf, output }),
      ...(own === undefined ? [] : detailsMarkdown(own, limits)),
      // What Terraform says word for word about several leaves is shown only in the first of them.
      same === undefined ? (text ?? '') : sameAs(report, leaf, same),
    ].filter((block) => block !== '');
    if (blocks.length === 0) return [];
    const open = isAlarming(leaf) || isLeftBehind(leaf) || outcome.status === 'failed';
    return [{ kind: 'fold', open, summary: `${stateOf(leaf).icon} ${htmlCode(leaf.leaf, 240)}`, blocks }];
  });
}

function sameAs(report: PlanReport, { outcome }: LeafReport, { leaf }: LeafReport): string {
  const what =
    outcome.status === 'failed' ? `${programOf(report)} says the same as for` : 'The plan reads the same as that of';
  return `${what} ${code(leaf, 240)}.`;
}

function withoutPlan({ kind }: LeafReport, why: string): string {
  if (kind === 'moved') return '';
  return kind === 'removed' ? prose(why, 500) : notRun(why);
}

/** `Not planned: …`, as a sentence. */
export function notRun(why: string): string {
  return `Not planned: ${prose(why, 500)}`;
}

function removedSentence(leaf: LeafReport): string {
  if (leaf.kind !== 'removed' || leaf.outcome.status !== 'planned' || !leaf.outcome.summary.hasChanges) return '';
  return 'This leaf is gone at head. Its resources are destroyed only with `destroy-removed: true`; otherwise they are left behind:';
}

/** A plan, or what Terraform said when it failed. */
function leafText({ outcome }: LeafReport, { fullReport }: DetailLimits): LongText | undefined {
  if (outcome.status === 'planned' && outcome.summary.hasChanges) {
    const text = planDiff(visible(outcome.text));
    return { kind: 'text', language: 'diff', text, fullReport, outline: resourceLines(outcome.summary) };
  }
  if (outcome.status === 'failed' && outcome.output.trim() !== '') {
    const text = visible(outcome.output).replace(/^\n+/u, '').trimEnd();
    return { kind: 'text', language: 'text', text, fullReport };
  }
  return undefined;
}
