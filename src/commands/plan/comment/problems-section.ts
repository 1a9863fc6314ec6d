/** Problems in full: a link to the line, and below it what is wrong, the line itself with a caret, and the hint. */
import { formatPlace, formatProblem, type Problem } from '../../../base/problems.ts';
import { shorten } from '../../../markdown/bytes.ts';
import { code, fence, prose, visible } from '../../../markdown/escaping.ts';
import { placeLink } from '../../../markdown/links.ts';
import type { PlanReport } from '../report.ts';
import type { DetailLimits } from './detail-limits.ts';
import { count } from '../../../markdown/phrases.ts';

/** A problem that more than one leaf has, such as a broken default: it is shown once for all of them. */
export interface SharedProblem {
  readonly problem: Problem;
  readonly leaves: number;
}

/** The problems that several leaves share, by their printed form. */
export function sharedProblems(report: PlanReport): ReadonlyMap<string, SharedProblem> {
  const found = new Map<string, SharedProblem>();
  for (const leaf of report.leaves) {
    for (const [printed, problem] of new Map(leaf.problems.map((each) => [formatProblem(each), each]))) {
      found.set(printed, { problem, leaves: (found.get(printed)?.leaves ?? 0) + 1 });
    }
  }
  return new Map([...found].filter(([, { leaves }]) => leaves > 1));
}

/** Shared problems as shown above the table. */
export function sharedSection(
  report: PlanReport,
  shared: readonly SharedProblem[],
  limits: DetailLimits,
): readonly string[] {
  const shown = shared
    .toSorted((a, b) => rank(a.problem) - rank(b.problem))
    .slice(0, limits.items)
    .map(({ problem, leaves }) => block(report, problem, ` (${count(leaves)} leaves)`));
  return [...shown, ...left(shared.length - limits.items, limits)];
}

/** What surrounds problems: the name of a leaf above, Terraform's output below. */
interface ProblemContext {
  readonly leaf: string;
  readonly output: string;
}

/**
 * Errors first, each once. If Terraform's output has a problem word for word, only its place is shown, or nothing if
 * the place is just the leaf.
 */
export function problemsSection(
  report: PlanReport,
  problems: readonly Problem[],
  limits: DetailLimits,
  { leaf, output }: ProblemContext = { leaf: '', output: '' },
): readonly string[] {
  const printedBefore = new Set<string>();
  const fresh = problems
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((each) => {
      const printed = formatProblem(each);
      if (printedBefore.has(printed) || (each.place === undefined && isIn(output, each))) return false;
      printedBefore.add(printed);
      return true;
    });
  const known = fresh.filter((each) => isIn(output, each));
  const shown = fresh.slice(0, limits.items).map((each) => {
    if (known.includes(each)) return inOneLine(report, each, known.length > 1);
    return block(report, each.place?.file === leaf ? { ...each, place: undefined } : each);
  });
  return [...shown, ...left(fresh.length - limits.items, limits)];
}

/** The first line decides: in Terraform's output, its source lines follow. */
function isIn(output: string, each: Problem): boolean {
  return output !== '' && output.includes(firstLine(each));
}

function firstLine({ message }: Problem): string {
  return message.split('\n', 1)[0] ?? '';
}

/** In one line, for a problem shown in full below. */
function inOneLine(report: PlanReport, each: Problem, several: boolean): string {
  const which = several ? `: ${code(firstLine(each), 200)}` : '';
  const hint = each.hint === undefined ? '' : `. ${prose(each.hint, 1_000)}`;
  return `${title(report, each)}${which}${hint}`;
}

function rank(each: Problem): number {
  return each.severity === 'error' ? 0 : 1;
}

function left(more: number, limits: DetailLimits): readonly string[] {
  return more > 0 ? [`+${count(more, 'problem', 'problems')} in the ${limits.fullReport}`] : [];
}

function block(report: PlanReport, each: Problem, note = ''): string {
  return `${title(report, each)}${note}\n${fence(words(each), 'text')}`;
}

function title(report: PlanReport, each: Problem): string {
  const severity = each.severity === 'error' ? '❌ **Error**' : '⚠️ **Warning**';
  return each.place === undefined ? severity : `${severity} in ${placeLink(report, each.place)}`;
}

/** The printed form without its place, which the link shows. */
function words(each: Problem): string {
  const place = each.place === undefined ? '' : `${formatPlace(each.place)}: `;
  return formatProblem({
    ...each,
    message: shorten(visible(each.message), 2_000),
    hint: each.hint === undefined ? undefined : shorten(visible(each.hint), 1_000),
    // A shortened line would move the caret.
    sourceLine: each.sourceLine !== undefined && each.sourceLine.length > 500 ? undefined : each.sourceLine,
  }).slice(place.length);
}
