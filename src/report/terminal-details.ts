/** Each changed leaf in full, for a terminal: why it is changed, what lives now and goes, and Terraform's own text. */
import type { Reason } from '../changes/changed-leaf.ts';
import { formatPlace, type Place } from '../problems.ts';
import type { PlanSummary, ResourceAction } from '../terraform/plan-summary.ts';
import { shorten } from './bytes.ts';
import { oneLine, visible } from './escaping.ts';
import { movedKeys } from './pins.ts';
import { withoutLegend } from './plan-diff.ts';
import type { LeafReport, PlanReport } from './report.ts';
import { byUrgency, isQuiet } from './verdict.ts';

/** Colours a text; the identity where there are no colours. */
export type Paint = (style: 'bold' | 'red' | 'green' | 'yellow', text: string) => string;

/** A piece of text for each leaf that the table's line has not said everything about. */
export function leafDetails(report: PlanReport, paint: Paint): readonly string[] {
  return byUrgency(report.leaves)
    .filter((leaf) => !isQuiet(leaf))
    .flatMap((leaf) => {
      const pieces = [reasons(leaf), dangers(leaf, paint), words(leaf, paint)].filter((piece) => piece !== '');
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

function dangers({ outcome, restated }: LeafReport, paint: Paint): string {
  const lines =
    outcome.status === 'planned'
      ? [danger('Destroys', outcome.summary, 'delete'), danger('Replaces', outcome.summary, 'replace')]
      : [];
  return [...lines, restated === true ? 'Leaves its old state behind' : '']
    .filter((line) => line !== '')
    .map((line) => `  ${paint('red', line)}`)
    .join('\n');
}

function danger(verb: string, { resources }: PlanSummary, action: ResourceAction): string {
  const named = resources.filter((each) => each.action === action);
  const names = named.map(({ address, forcedBy = [] }) =>
    oneLine(forcedBy.length > 0 ? `${address} (forced by ${forcedBy.join(', ')})` : address),
  );
  return names.length === 0 ? '' : `${verb} ${names.join(', ')}`;
}

const STYLES: Readonly<Record<string, 'red' | 'green' | 'yellow'>> = { '+': 'green', '-': 'red', '~': 'yellow' };

function words({ outcome }: LeafReport, paint: Paint): string {
  if (outcome.status === 'failed') return visible(outcome.output).trimEnd();
  if (outcome.status !== 'planned' || !outcome.summary.hasChanges) return '';
  const lines = withoutLegend(visible(outcome.text)).trim().split('\n');
  return lines
    .map((line) => {
      const style = STYLES[/^ *(-\/\+|[-+~])(?: |$)/u.exec(line)?.[1]?.charAt(0) ?? ''];
      return style === undefined ? line : paint(style, line);
    })
    .join('\n');
}
