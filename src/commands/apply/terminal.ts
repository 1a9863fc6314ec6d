/** The report of an apply for a log: no markdown, everything in full. */
import { formatProblem } from '../../base/problems.ts';
import type { ApplyLeafReport, ApplyReport } from './report.ts';
import {
  actionInWords,
  applyVerdict,
  statusIn,
  summaryIn,
  earlierLines,
  earlierOnly,
  stateLeft,
  inputsFor,
  leftBehind,
  sharedInputs,
  nextStep,
} from './wording.ts';
import { oneLine, visible } from '../../markdown/escaping.ts';
import { pendingText } from './pending-section.ts';
import { unappliedText } from './unapplied-section.ts';
import { wavesText } from './waves-section.ts';

/** The verdict, then each leaf with its outcome and the next step. */
export function renderApplyText(report: ApplyReport): string {
  const name = report.title === '' ? 'Kompos apply' : `Kompos apply ${oneLine(report.title)}`;
  const lines = [`${name}: ${applyVerdict(report)}`, ...[...unappliedText(report), ...report.notices].map(visible)];
  for (const each of report.problems) lines.push(visible(`Error: ${formatProblem(each)}`));
  lines.push(...report.leaves.flatMap((leaf) => linesOf(leaf, report)));
  lines.push(...pendingText(report), ...wavesText(report));
  for (const leaf of earlierOnly(report))
    lines.push(`  ${oneLine(leaf)}  ${earlierLines(report, leaf).map(oneLine).join('; ')}`);
  for (const { words, inputs } of sharedInputs(report))
    lines.push(words, ...inputs.map((each) => `  ${oneLine(each)}`));
  return `${lines.join('\n')}\n`;
}

function linesOf(leaf: ApplyLeafReport, report: ApplyReport): readonly string[] {
  const short = summaryIn(report, leaf);
  const problems = leaf.problems.map((each) => visible(`    ${formatProblem(each)}`));
  return [
    `  ${statusIn(report, leaf).word}  ${oneLine(leaf.leaf)}${short === '' ? '' : `  ${oneLine(short)}`}`,
    ...earlierLines(report, leaf.leaf).map((line) => `    ${oneLine(line)}`),
    ...detail(leaf),
    ...problems,
    ...(nextStep(leaf, report) === '' ? [] : [`    ${nextStep(leaf, report)}`]),
    ...inputsFor(leaf, report).map((line) => `      ${oneLine(line)}`),
  ];
}

function detail({ outcome }: ApplyLeafReport): readonly string[] {
  switch (outcome.status) {
    case 'refused':
    case 'awaiting':
      return [
        outcome.why,
        ...outcome.differences.map(({ address, before, after, attributes }) => {
          const names = attributes.length > 0 ? `: ${attributes.join(', ')}` : '';
          return `${address} (${actionInWords(before)} → ${actionInWords(after)})${names}`;
        }),
      ].map((line) => `    ${oneLine(line)}`);
    case 'failed':
      return [
        ...(outcome.output === '' ? [] : [visible(outcome.output)]),
        ...stateLeft(outcome).map((line) => `    ${oneLine(line)}`),
      ];
    case 'applied':
      return [
        ...(outcome.failed ?? []).map(({ address }) => `    failed, which on_failure allows: ${oneLine(address)}`),
        ...leftBehind(outcome).map((address) => `    forgotten, not destroyed: ${oneLine(address)}`),
      ];
    case 'orphaned':
      return (outcome.resources ?? []).map((address) => `    ${oneLine(address)}`);
    default:
      return [];
  }
}
