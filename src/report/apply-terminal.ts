/** The report of an apply for a log: no markdown, everything in full. */
import { formatProblem } from '../problems.ts';
import type { ApplyReport } from './apply-report.ts';
import { applyVerdict, endOf, inShort, wayOn } from './apply-words.ts';
import { oneLine, visible } from './escaping.ts';

/** The verdict, then each leaf with what became of it and how to go on. */
export function renderApplyText(report: ApplyReport): string {
  const lines = [`Kompos: ${applyVerdict(report)}`, ...report.notices.map(visible)];
  for (const each of report.problems) lines.push(visible(`Error: ${formatProblem(each)}`));
  for (const leaf of report.leaves) {
    const { outcome } = leaf;
    const short = inShort(leaf);
    lines.push(`  ${endOf(outcome).word}  ${oneLine(leaf.leaf)}${short === '' ? '' : `  ${oneLine(short)}`}`);
    if (outcome.status === 'refused' || outcome.status === 'awaiting') {
      lines.push(`    ${oneLine(outcome.why)}`);
      for (const { address, before, after, attributes } of outcome.differences) {
        const names = attributes.length > 0 ? `: ${attributes.join(', ')}` : '';
        lines.push(oneLine(`    ${address} (${before ?? 'not planned'} → ${after ?? 'not planned'})${names}`));
      }
      if (outcome.plan?.fingerprint !== undefined) {
        lines.push(
          `    ${wayOn(leaf)}`,
          `      leaves: ${oneLine(leaf.leaf)}`,
          `      accept: ${outcome.plan.fingerprint}`,
        );
      }
    }
    if (outcome.status === 'failed' && outcome.output !== '') lines.push(visible(outcome.output));
    if (outcome.status === 'orphaned') lines.push(...outcome.resources.map((address) => `    ${oneLine(address)}`));
    for (const each of leaf.problems) lines.push(visible(`    ${formatProblem(each)}`));
  }
  return `${lines.join('\n')}\n`;
}
