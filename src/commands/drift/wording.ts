/** Words and tables that issues and the summary of a drift run share. */
import type { IgnoredDrift } from './ignore.ts';
import type { DriftedResource, PlannedChange } from '../../terraform/drift-json.ts';
import type { Problem } from '../../base/problems.ts';
import { code, prose } from '../../markdown/escaping.ts';
import { placeLink } from '../../markdown/links.ts';
import type { DriftOutcome, DriftReport } from './report.ts';
import { count } from '../../markdown/phrases.ts';

/** `2026-11-25 04:17 UTC`, from a time in ISO form. */
export function timeInWords(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

/** One item of a list for each drifted attribute: its value in the state → the value found. */
export function driftLines(resources: readonly DriftedResource[]): readonly string[] {
  return resources.flatMap(({ address, gone, attributes }) =>
    gone
      ? [`- ${code(address, 200)} is **gone**`]
      : attributes.map(
          ({ path, before, after }) => `- ${code(address, 200)} ${code(path, 120)}: ${value(before)} → ${value(after)}`,
        ),
  );
}

/** One item of a list for each attribute that an apply would change in what exists. */
export function plannedLines(planned: readonly PlannedChange[]): readonly string[] {
  return planned.flatMap(({ address, values = [] }) =>
    values.map(
      ({ path, before, after }) => `- ${code(address, 200)} ${code(path, 120)}: ${value(before)} → ${value(after)}`,
    ),
  );
}

/** What stands above them. */
export const DRIFT_HEAD = 'In the state → found:\n';

/** One item of a list for each difference that a rule of `drift.ignore` covers. */
export function ignoredLines(ignored: readonly IgnoredDrift[]): readonly string[] {
  return ignored.map(({ address, attribute, reason }) => {
    const what =
      attribute === undefined
        ? ' is gone'
        : ` ${code(attribute.path, 120)}: ${value(attribute.before)} → ${value(attribute.after)}`;
    return `- ${code(address, 200)}${what} (${prose(reason, 300)})`;
  });
}

/** One item of a list for each warning, with its place unless that is a leaf. */
export function warningLines(report: DriftReport, problems: readonly Problem[]): readonly string[] {
  return problemLines(
    report,
    problems.filter(({ severity }) => severity === 'warning'),
  );
}

/** Errors of required checks. */
export function failedCheckLines(report: DriftReport, problems: readonly Problem[]): readonly string[] {
  return problemLines(report, problems.filter(isFailedCheck));
}

/** Whether a required check is not well. */
export function isFailedCheck({ code: of, severity }: Problem): boolean {
  return of === 'check' && severity === 'error';
}

function problemLines(report: DriftReport, problems: readonly Problem[]): readonly string[] {
  return problems.map(({ place, message, leaves = [] }) => {
    const where = place?.line === undefined ? '' : `${placeLink({ ...report, base: undefined }, place)}: `;
    const [first, ...others] = place === undefined || place.line !== undefined ? leaves : [place.file];
    const whose = others.length > 0 ? count(others.length + 1, 'leaf', 'leaves') : first && code(first, 240);
    return `- ${where}${prose(message.replace('\n', ': '), 500)}${whose === undefined ? '' : ` (${whose})`}`;
  });
}

/** What differs in short: `aws_ssm_parameter.a (value), +2 more`. */
export function changesInShort(outcome: Extract<DriftOutcome, { class: 'drifted' | 'pending' }>): string {
  if (outcome.class === 'pending') {
    const { resources, counts } = outcome.summary;
    const names = resources.map(({ address, action }) => `${action} ${code(address, 120)}`);
    return few(names.length > 0 ? names : [count(counts.outputs, 'output', 'outputs')]);
  }
  return few(
    outcome.drifted.map(({ address, gone, attributes }) => {
      const what = gone ? 'gone' : few(attributes.map(({ path }) => code(path, 60)));
      return `${code(address, 120)} (${what})`;
    }),
  );
}

function few(items: readonly string[], most = 3): string {
  const more = items.length - most;
  return [...items.slice(0, most), ...(more > 0 ? [`+${count(more)} more`] : [])].join(', ');
}

function value(json: string | undefined): string {
  return json === undefined ? 'none' : code(json, 120);
}
