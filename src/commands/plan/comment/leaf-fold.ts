/** One leaf in full, folded: what its pins and keys were and are, what went wrong, and the plan. */
import { formatProblem } from '../../../base/problems.ts';
import { cutMiddle, startOf, utf8Length } from '../../../markdown/bytes.ts';
import { detailsMarkdown, type Details } from './leaf-details.ts';
import { fence, htmlCode, prose, visible } from '../../../markdown/escaping.ts';
import { planDiff } from '../../../markdown/plan-diff.ts';
import { problemsSection } from './problems-section.ts';
import type { LeafReport, PlanReport } from '../report.ts';
import { dangerLines, resourceLines } from '../../../markdown/resource-list.ts';
import type { Room } from '../../../markdown/limits.ts';
import { isAlarming, isDestructive, isLeftBehind, isQuiet, stateOf } from '../verdict.ts';
import { count } from '../../../markdown/plain-words.ts';

/** A fold's pieces; the long text is kept apart because it is what shrinks. */
export interface Fold {
  readonly open: boolean;
  readonly summary: string;
  /** Paragraphs before the text. */
  readonly before: readonly string[];
  readonly text?: FoldText | undefined;
}

/** A plan, or what Terraform said when it failed. */
interface FoldText {
  readonly language: 'diff' | 'text';
  readonly body: string;
  readonly bytes: number;
  /** Stands before a text that is cut: a line for each resource, so that none is lost. */
  readonly resources: readonly string[];
  readonly resourceBytes: number;
}

/** How many bytes of each leaf's text and of its list of resources are shown. */
export interface FoldLimits {
  readonly text: number;
  readonly resources: number;
}

export const WHOLE: FoldLimits = { text: Infinity, resources: Infinity };

/** What stands above the folds and so in none of them. */
export interface AlreadySaid {
  /** Why Terraform did not run. */
  readonly whys: ReadonlySet<string>;
  /** Problems that several leaves share, in their printed form. */
  readonly problems: ReadonlySet<string>;
}

/**
 * The leaf's fold; undefined when the table's line has said all there is.
 *
 * @param details what changed in this leaf alone
 */
export function foldOf(
  report: PlanReport,
  leaf: LeafReport,
  details: Details,
  room: Room,
  said: AlreadySaid,
): Fold | undefined {
  if (isQuiet(leaf)) return undefined;
  const problems = leaf.problems.filter((each) => !said.problems.has(formatProblem(each)));
  const { outcome } = leaf;
  const output = outcome.status === 'failed' ? outcome.output : '';
  const before = [
    ...(leaf.kind === 'removed' ? [removedSentence(leaf)] : []),
    ...(outcome.status === 'not-run' && !said.whys.has(outcome.why) ? [withoutPlan(leaf, outcome.why)] : []),
    ...(outcome.status === 'planned' ? dangerLines(outcome.summary) : []),
    ...problemsSection(report, problems, room, { output, leaf: leaf.leaf }),
    ...detailsMarkdown(details, room),
  ].filter((part) => part !== '');
  const text = foldText(leaf);
  if (before.length === 0 && text === undefined) return undefined;
  return {
    open: isAlarming(leaf) || isLeftBehind(leaf) || outcome.status === 'failed',
    summary: `${stateOf(leaf).icon} ${htmlCode(leaf.leaf, 240)}`,
    before,
    text,
  };
}

function withoutPlan({ kind }: LeafReport, why: string): string {
  if (kind === 'moved') return '';
  return kind === 'removed' ? prose(why, 500) : notRun(why);
}

/** `Terraform did not run: …`, as a sentence. */
export function notRun(why: string): string {
  return `Terraform did not run: ${prose(why, 500)}`;
}

function removedSentence(leaf: LeafReport): string {
  if (!isDestructive(leaf)) return '';
  return 'This leaf is gone at head. What it holds is destroyed only with `destroy-removed: true`; else it is left behind:';
}

function foldText(leaf: LeafReport): FoldText | undefined {
  const { outcome } = leaf;
  if (outcome.status === 'planned' && outcome.summary.hasChanges) {
    const resources = resourceLines(outcome.summary);
    return textOf('diff', planDiff(visible(outcome.text)), resources);
  }
  if (outcome.status === 'failed' && outcome.output.trim() !== '') {
    return textOf('text', visible(outcome.output).replace(/^\n+/u, '').trimEnd(), []);
  }
  return undefined;
}

function textOf(language: 'diff' | 'text', body: string, resources: readonly string[]): FoldText {
  return {
    language,
    body,
    bytes: utf8Length(body),
    resources,
    resourceBytes: utf8Length(resources.join('\n')),
  };
}

/** The fold as markdown, its text cut to the limits. Blank lines end the HTML blocks, so that fences work inside. */
export function foldMarkdown(fold: Fold, limits: FoldLimits, room: Room): string {
  return [
    `<details${fold.open ? ' open' : ''}>\n<summary>${fold.summary}</summary>`,
    ...fold.before,
    ...(fold.text === undefined ? [] : textMarkdown(fold.text, limits, room)),
    '</details>',
  ].join('\n\n');
}

function textMarkdown(text: FoldText, limits: FoldLimits, room: Room): readonly string[] {
  if (text.body === '') return [];
  if (text.bytes <= limits.text) return [fence(text.body, text.language)];
  const resources = cutList(text.resources, limits.resources, room);
  const cut = cutMiddle(
    text.body,
    limits.text,
    (lines) => `… ${count(lines, 'line', 'lines')} cut here: the ${room.elsewhere} has all of it …`,
  );
  return [fence(resources === '' ? cut : `${resources}\n\n${cut}`, text.language)];
}

function cutList(lines: readonly string[], bytes: number, room: Room): string {
  const all = lines.join('\n');
  if (bytes === Infinity || utf8Length(all) <= bytes) return all;
  const start = startOf(all, bytes);
  const shown = start.slice(0, Math.max(0, start.lastIndexOf('\n')));
  const left = lines.length - (shown === '' ? 0 : shown.split('\n').length);
  return `${shown}\n… ${count(left)} more in the ${room.elsewhere} …`.replace(/^\n/u, '');
}
