/** Leaves that change alike in one fold: what their keys were and are, what went wrong, and the plan. */
import { formatProblem } from '../../../base/problems.ts';
import { AND } from '../../../markdown/counts.ts';
import { code, htmlCode, prose, visible } from '../../../markdown/escaping.ts';
import type { Block, Fold, LongText } from '../../../markdown/fit.ts';
import type { LeafNames } from '../../../markdown/leaf-names.ts';
import { count } from '../../../markdown/phrases.ts';
import { withoutOwnNames } from '../../../markdown/own-names.ts';
import { planDiff } from '../../../markdown/plan-diff.ts';
import { dangerLines, resourceLines } from '../../../markdown/resource-list.ts';
import { placeInWords, placesOf } from '../../../markdown/shown-names.ts';
import { behindInLeaf } from '../behind.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import { programOf } from '../../../terraform/programs.ts';
import { iconOf, isAlarming, isLeftBehind } from '../verdict.ts';
import type { DetailLimits } from './detail-limits.ts';
import type { LeafGroup } from './groups.ts';
import { detailsMarkdown, type Changes } from './leaf-details.ts';
import { problemsSection } from './problems-section.ts';

/** What folds are made from, and what stands above all of them and therefore in none. */
export interface FoldContext {
  readonly report: PlanReport;
  readonly names: LeafNames;
  readonly changes: Changes;
  readonly limits: DetailLimits;
  /** Why Terraform did not run. */
  readonly whys: ReadonlySet<string>;
  /** Problems that several leaves share, in their printed form. */
  readonly problems: ReadonlySet<string>;
}

/** One for each group with more to say than its row, with the number of its leaves. */
export function groupFolds(
  groups: readonly LeafGroup[],
  context: FoldContext,
): readonly { readonly fold: Fold; readonly leaves: number }[] {
  const seen = new Map<string, LeafReport>();
  return groups.flatMap((group) =>
    groupFold(group, context, seen).map((fold) => ({ fold, leaves: group.others.length + 1 })),
  );
}

/** @param seen what Terraform says, with the leaf that shows it: word for word the same is shown once */
function groupFold({ first, others }: LeafGroup, context: FoldContext, seen: Map<string, LeafReport>): readonly Fold[] {
  const { names, limits } = context;
  const text = leafText(first, limits);
  const blocks = [...leafBlocks(first, context), ...textOnce(context, first, text, seen)];
  const isOpen = isAlarming(first) || isLeftBehind(first) || first.outcome.status === 'failed';
  if (others.length === 0) {
    if (blocks.length === 0) return [];
    return [{ kind: 'fold', open: isOpen, summary: `${iconOf(first)} ${htmlCode(first.leaf, 240)}`, blocks }];
  }
  const own = text === undefined ? undefined : withoutOwnNames(text.text, first.leaf);
  const isSame = (leaf: LeafReport): boolean => {
    const theirs = leafText(leaf, limits);
    return theirs === undefined ? text === undefined : withoutOwnNames(theirs.text, leaf.leaf) === own;
  };
  const different = others.filter((leaf) => !isSame(leaf));
  const leaves = [first, ...others];
  const name = names.of(first.leaf).name;
  return [
    {
      kind: 'fold',
      open: isOpen,
      summary: `${iconOf(first)} ${htmlCode(name, 80)}${AND}${count(leaves.length, 'leaf', 'leaves')}`,
      blocks: [
        placesOf(
          leaves.map(({ leaf }) => leaf),
          names,
          limits.fullReport,
        ),
        `${code(first.leaf, 240)}:`,
        ...blocks,
        sameness(others.length - different.length, others.length, programOf(context.report)),
        {
          kind: 'details',
          items: different.map((leaf): Fold => ({
            kind: 'fold',
            open: false,
            summary: htmlCode(placeInWords(names.of(leaf.leaf)), 160),
            blocks: [`${code(leaf.leaf, 240)}:`, ...textOnce(context, leaf, leafText(leaf, limits), seen)],
          })),
          more: (left) => `${count(left, 'plan does', 'plans do')} not fit here: the ${limits.fullReport} has them.`,
        },
      ],
    },
  ];
}

/** How it was decided that leaves are the same. */
function sameness(same: number, others: number, program: string): string {
  const apart = 'apart from the names of their folders';
  const differs = `${program}'s output differs`;
  if (same === 0) return `The same changes to the same resources in all of them, ${apart}; ${differs}:`;
  const rest = same === others ? '' : ` For ${count(others - same)} more, ${differs}:`;
  return `The same in ${count(same)} more, ${apart}.${rest}`;
}

function leafBlocks(leaf: LeafReport, { report, changes, limits, whys, problems }: FoldContext): readonly string[] {
  const { outcome } = leaf;
  const own = leaf.problems.filter((each) => !problems.has(formatProblem(each)));
  const output = outcome.status === 'failed' ? outcome.output : '';
  const behind = behindInLeaf(report, leaf, { text: (text) => code(text, 160) });
  return [
    removedSentence(leaf),
    outcome.status === 'not-run' && !whys.has(outcome.why) ? withoutPlan(leaf, outcome.why) : '',
    behind === '' ? '' : `⚠️ ${behind}`,
    ...(outcome.status === 'planned' ? dangerLines(outcome.summary) : []),
    ...problemsSection(report, own, limits, { leaf: leaf.leaf, output }),
    ...detailsMarkdown(changes.own(leaf), limits),
  ].filter((block) => block !== '');
}

function textOnce(
  { report }: FoldContext,
  leaf: LeafReport,
  text: LongText | undefined,
  seen: Map<string, LeafReport>,
): readonly Block[] {
  if (text === undefined) return [];
  const same = seen.get(text.text);
  if (same !== undefined) return [sameAs(report, leaf, same)];
  seen.set(text.text, leaf);
  return [text];
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
