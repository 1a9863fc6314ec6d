/** The report for a terminal or a log, without markdown: one line for a leaf, problems in full. */
import { checkGroups, checkOutcome, checkTitle, findingLine, passedChecks } from '../../checks/groups.ts';
import { formatProblem, inLeaves } from '../../base/problems.ts';
import { oneLine, visible } from '../../markdown/escaping.ts';
import { leafTable } from '../../markdown/leaf-table.ts';
import { behindTarget } from './behind.ts';
import { pinMoves } from './pin-moves.ts';
import type { LeafReport, PlanReport, ReadOutputs } from './report.ts';
import { leafDetails, type Paint } from './terminal-details.ts';
import { countsInWords } from '../../markdown/counts.ts';
import { byUrgency, isLeftBehind, verdict, wordOf } from './verdict.ts';
import { count, leftOut, maskedValues } from '../../markdown/phrases.ts';

/** The verdict, notices, a table of leaves with what is planned and which pins move, then the problems. */
export function renderText(report: PlanReport): string {
  return joined([...overview(report), checks(report), problems(report)]);
}

/**
 * The same with each leaf in full: why it is changed, and its plan.
 *
 * @param columns of the terminal, if it is printed to one
 */
export function renderWholeText(report: PlanReport, paint: Paint, columns?: number): string {
  return joined([...overview(report, columns), ...leafDetails(report, paint), checks(report), problems(report)]);
}

function joined(pieces: readonly string[]): string {
  return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`;
}

function overview(report: PlanReport, columns?: number): readonly string[] {
  const rows = byUrgency(report.leaves).map((leaf) => ({
    word: wordOf(leaf),
    leaf: leaf.leaf,
    cells: [plannedInWords(leaf), leaf.onlyReads === undefined ? pinsInWords(leaf) : readsInWords(leaf.onlyReads)],
  }));
  const title = report.title === '' ? 'Kompos' : `Kompos ${oneLine(report.title)}`;
  return [
    `${title}: ${verdict(report)}`,
    behindTarget(report, PLAIN),
    report.notices.map(visible).join('\n'),
    leafTable(rows, columns, '  ').join('\n'),
    leftOut(report.unused),
    visible(report.merge ?? ''),
    maskedValues(report),
  ];
}

const PLAIN = { text: (text: string) => `"${oneLine(text)}"`, leaf: oneLine };

/** Of what one check says. */
const MOST_LINES = 200;

/** What checks found, each once. */
function checks(report: PlanReport): string {
  const passed = passedChecks(report.leaves);
  const lines = checkGroups(report.leaves).flatMap(({ result, leaves }) => {
    const [first = ''] = leaves;
    const where = leaves.length === 1 ? first : count(leaves.length, 'leaf', 'leaves');
    const words = [result.why, ...result.findings.map(findingLine), ...result.output.split('\n')].filter(
      (line) => line.trim() !== '',
    );
    const left = words.length - MOST_LINES;
    return [
      `Check ${checkTitle(result)}: ${checkOutcome(result)} in ${oneLine(where)}`,
      ...words.slice(0, MOST_LINES).map((line) => `  ${oneLine(line)}`),
      ...(left > 0 ? [`  +${count(left)} more`] : []),
    ];
  });
  return [...lines, ...(passed.length === 0 ? [] : [`Checks passed: ${passed.join(', ')}`])].join('\n');
}

function problems(report: PlanReport): string {
  const all = [...report.problems, ...inLeaves(report.leaves)].map((each) =>
    visible(each.severity === 'warning' ? `Warning: ${formatProblem(each)}` : `Error: ${formatProblem(each)}`),
  );
  return [...new Set(all)].join('\n');
}

function plannedInWords(leaf: LeafReport): string {
  switch (leaf.outcome.status) {
    case 'failed':
      return leaf.outcome.stage === 'render' ? 'does not render' : `${leaf.outcome.stage} failed`;
    case 'waits':
      return `waits for ${leaf.outcome.for.map(oneLine).join(', ')}`;
    case 'not-run':
      if (leaf.kind === 'paused') return leaf.outcome.why;
      return leaf.kind === 'moved' ? 'nothing to destroy' : isLeftBehind(leaf) ? 'nothing destroyed' : 'not planned';
    case 'planned':
      return leaf.outcome.summary.hasChanges ? countsInWords(leaf.outcome.summary.counts) || 'changes' : 'no changes';
  }
}

function readsInWords(reads: readonly ReadOutputs[]): string {
  const items = reads.map(({ leaf, outputs }) => `${outputs.join(', ')} of ${leaf}`);
  return oneLine(`only because it reads ${items.join('; ')}`);
}

function pinsInWords(leaf: LeafReport): string {
  return pinMoves(leaf)
    .map(({ labels, before, after }) =>
      [
        labels.join(', '),
        before,
        before === undefined ? undefined : '→',
        after ?? (before === undefined ? undefined : 'none'),
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .join('; ');
}
