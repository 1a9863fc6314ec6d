/** Each changed leaf in full, for a terminal: why it changed, which resources will go, and Terraform's own text. */
import { formatPlace } from '../../base/problems.ts';
import { oneLine, visible } from '../../markdown/escaping.ts';
import { causesOf, causeText } from '../../markdown/reason-words.ts';
import { withoutLegend } from '../../markdown/plan-diff.ts';
import type { LeafReport, PlanReport } from './report.ts';
import { dangers } from '../../markdown/resource-list.ts';
import { byUrgency, isQuiet } from './verdict.ts';

/** Colors a text; the identity if there are no colors. */
export type Paint = (style: 'bold' | 'red' | 'green' | 'yellow', text: string) => string;

/** A piece of text for each leaf with more to say than its line of the table. */
export function leafDetails(report: PlanReport, paint: Paint): readonly string[] {
  return byUrgency(report.leaves)
    .filter((leaf) => !isQuiet(leaf))
    .flatMap((leaf) => {
      const pieces = [reasons(leaf), dangerText(leaf, paint), words(leaf, paint)].filter((piece) => piece !== '');
      return pieces.length === 0 ? [] : [[paint('bold', oneLine(leaf.leaf)), ...pieces].join('\n\n')];
    });
}

function reasons(leaf: LeafReport): string {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return '';
  const lines = leaf.reasons.flatMap(causesOf).map((cause) => {
    const { change, place } = cause;
    const where =
      change === undefined || place === undefined ? '' : `  (${formatPlace({ file: place.file, line: place.line })})`;
    return `  ${oneLine(`${causeText(cause, 200)}${where}`)}`;
  });
  return [...new Set(lines)].join('\n');
}

function dangerText({ outcome, restated }: LeafReport, paint: Paint): string {
  const found = outcome.status === 'planned' ? dangers(outcome.summary, Infinity) : [];
  const lines = found.map(({ verb, addresses, forcedBy }) => {
    const forces = forcedBy.length > 0 ? ` (forced by ${forcedBy.join(', ')})` : '';
    return `${verb} ${addresses.join(', ')}${forces}`;
  });
  if (restated === true) lines.push('Leaves its old state behind');
  return lines.map((line) => `  ${paint('red', oneLine(line))}`).join('\n');
}

const STYLES: Readonly<Record<string, 'red' | 'green' | 'yellow'>> = { '+': 'green', '-': 'red', '~': 'yellow' };

function words({ outcome }: LeafReport, paint: Paint): string {
  if (outcome.status === 'failed') return visible(outcome.output).trimEnd();
  if (outcome.status !== 'planned' || !outcome.summary.hasChanges) return '';
  const lines = withoutLegend(visible(outcome.text)).split('\n');
  return lines
    .map((line) => {
      const style = STYLES[/^ *(-\/\+|[-+~])(?: |$)/u.exec(line)?.[1]?.charAt(0) ?? ''];
      return style === undefined ? line : paint(style, line);
    })
    .join('\n');
}
