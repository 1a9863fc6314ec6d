/** Each changed leaf in full, for a terminal: why it is changed, what lives now and goes, and Terraform's own text. */
import type { Reason } from '../../changes/changed-leaf.ts';
import { formatPlace, type Place } from '../../base/problems.ts';
import { shorten } from '../../markdown/bytes.ts';
import { oneLine, visible } from '../../markdown/escaping.ts';
import { movedKeys } from './pin-moves.ts';
import { withoutLegend } from '../../markdown/plan-diff.ts';
import type { LeafReport, PlanReport } from './report.ts';
import { dangers } from '../../markdown/resource-list.ts';
import { byUrgency, isQuiet } from './verdict.ts';

/** Colours a text; the identity where there are no colours. */
export type Paint = (style: 'bold' | 'red' | 'green' | 'yellow', text: string) => string;

/** A piece of text for each leaf that the table's line has not said everything about. */
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
  return [...new Set(leaf.reasons.flatMap(reasonLines))].map((line) => `  ${oneLine(line)}`).join('\n');
}

function reasonLines(reason: Reason): readonly string[] {
  switch (reason.kind) {
    case 'configuration':
      return [change(reason.key, unquoted(reason.before), unquoted(reason.after), reason.origin)];
    case 'pin': {
      const keys = movedKeys(reason);
      if (keys.length === 0) return [change(reason.address, reason.before, reason.after)];
      return keys.map(({ key, before, after, origin }) => change(key, before, after, origin));
    }
    case 'file':
      return [`${reason.change} ${reason.path}`];
    case 'module':
      return [`module ${reason.module}${reason.via.length > 0 ? `, through ${reason.via.join(', ')}` : ''}`];
    case 'setting':
      return [`setting ${reason.key}`];
    case 'base-failed':
      return [`did not render at base: ${reason.message}`];
  }
}

/** Characters of one value. */
const LONGEST = 200;

function change(name: string, before?: string, after?: string, origin?: Place): string {
  const value = (text: string | undefined): string => (text === undefined ? 'not set' : shorten(text, LONGEST));
  const place = origin === undefined ? '' : `  (${formatPlace({ file: origin.file, line: origin.line })})`;
  return `${name}: ${value(before)} → ${value(after)}${place}`;
}

/** A plain JSON text as its words, so that a key and the pin that it moves are one line. */
function unquoted(json: string | undefined): string | undefined {
  return json === undefined ? undefined : (/^"([^"\\]*)"$/u.exec(json)?.[1] ?? json);
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
  const lines = withoutLegend(visible(outcome.text)).replace(/^\n+/u, '').trimEnd().split('\n');
  return lines
    .map((line) => {
      const style = STYLES[/^ *(-\/\+|[-+~])(?: |$)/u.exec(line)?.[1]?.charAt(0) ?? ''];
      return style === undefined ? line : paint(style, line);
    })
    .join('\n');
}
