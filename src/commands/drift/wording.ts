/** Words and tables that issues and the summary of a drift run share. */
import type { IgnoredDrift } from './ignore.ts';
import type { DriftedResource } from '../../terraform/drift-json.ts';
import { code, prose, row } from '../../markdown/escaping.ts';
import type { DriftOutcome } from './report.ts';
import { count } from '../../markdown/phrases.ts';

/** `2026-11-25 04:17 UTC`, from a time in ISO form. */
export function timeInWords(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

/** One row for each drifted attribute: its value in the state, and the value found. */
export function driftRows(resources: readonly DriftedResource[]): readonly string[] {
  return resources.flatMap(({ address, gone, attributes }) =>
    gone
      ? [row([code(address, 200), '**gone**', '', ''])]
      : attributes.map(({ path, before, after }) =>
          row([code(address, 200), code(path, 120), value(before), value(after)]),
        ),
  );
}

export const DRIFT_HEAD = '| Resource | Attribute | In the state | Found |\n| --- | --- | --- | --- |';

/** Rows of the table below `IGNORED_HEAD`, one for each difference that a rule of `drift.ignore` covers. */
export function ignoredRows(ignored: readonly IgnoredDrift[]): readonly string[] {
  return ignored.map(({ address, attribute, reason }) =>
    row([
      code(address, 200),
      attribute === undefined ? 'gone' : code(attribute.path, 120),
      attribute === undefined ? '' : `${value(attribute.before)} → ${value(attribute.after)}`,
      prose(reason, 300),
    ]),
  );
}

export const IGNORED_HEAD = '| Resource | Attribute | Change | Why it is ignored |\n| --- | --- | --- | --- |';

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
