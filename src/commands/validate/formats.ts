/** What is wrong, for a terminal, for programs, and as GitHub's workflow commands. Pure. */
import type { Problem } from '../../base/problems.ts';
import type { Validation } from '../../execution/validation.ts';
import { cutMiddle } from '../../markdown/bytes.ts';
import { fence, oneLine, visible } from '../../markdown/escaping.ts';
import { count } from '../../markdown/phrases.ts';
import { otherTools } from '../../project/leaves.ts';
import { wrapped } from '../../markdown/wrapped.ts';

/** Colors a text; the identity if there are no colors. */
export type Paint = (style: 'bold' | 'red' | 'green' | 'yellow', text: string) => string;

const WIDTH = 80;
const INDENT = '    ';
const MOST_LEAVES = 3;
/** A job summary holds 1 MiB. */
const MOST_BYTES = 500_000;

/** Grouped by file, each problem with its line, a caret, what to do, and its leaves. */
export function validationText({ problems, leafCount, paused, others }: Validation, paint: Paint): string {
  const files = new Map<string, Problem[]>();
  for (const each of problems) {
    const file = each.place?.file ?? '';
    files.set(file, [...(files.get(file) ?? []), each]);
  }
  const groups = [...files].map(([file, found]) =>
    [
      ...(file === '' ? [] : [paint('bold', oneLine(file))]),
      ...found.flatMap((each) => problemLines(each, paint)),
    ].join('\n'),
  );
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const checked = `${count(leafCount, 'leaf', 'leaves')} checked${paused.length === 0 ? '' : `, ${count(paused.length)} of them paused`}.`;
  const total =
    problems.length === 0
      ? paint('green', 'No problems.')
      : paint(
          errors > 0 ? 'red' : 'yellow',
          `${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')}.`,
        );
  const skipped = others.length === 0 ? '' : ` ${oneLine(otherTools(others))}`;
  return `${[...groups, `${total} ${checked}${skipped}`].join('\n\n')}\n`;
}

function problemLines(
  { severity, message, place, sourceLine, hint, leaves = [] }: Problem,
  paint: Paint,
): readonly string[] {
  const where =
    place?.line === undefined ? '' : `${place.line}${place.column === undefined ? '' : `:${place.column}`}  `;
  const label = severity === 'error' ? paint('red', 'error') : paint('yellow', 'warning');
  const [first = '', ...others] = wrapped(message, WIDTH - INDENT.length, where.length + severity.length + 2);
  return [
    `  ${where}${label}  ${first}`,
    ...others.map((line) => `${INDENT}${line}`),
    ...caretLines(sourceLine, place?.column),
    ...wrapped(hint ?? '', WIDTH - INDENT.length).map((line) => `${INDENT}${line}`),
    ...leafLines(leaves).map((line) => `${INDENT}${line}`),
  ];
}

function caretLines(sourceLine: string | undefined, column: number | undefined): readonly string[] {
  if (sourceLine === undefined) return [];
  const shown = `${INDENT}  ${visible(sourceLine)}`;
  if (column === undefined) return [shown];
  return [shown, `${INDENT}  ${sourceLine.slice(0, column - 1).replace(/[^\t]/gu, ' ')}^`];
}

function leafLines(leaves: readonly string[]): readonly string[] {
  if (leaves.length === 0) return [];
  const shown = leaves.slice(0, MOST_LEAVES).map((leaf) => `  ${oneLine(leaf)}`);
  const more = leaves.length - shown.length;
  return [
    `In ${count(leaves.length, 'leaf', 'leaves')}:`,
    ...shown,
    ...(more > 0 ? [`  and ${count(more)} more`] : []),
  ];
}

/** The same for a job's summary, as a text that nothing in it can leave. */
export function validationSummary(validation: Validation): string {
  const text = validationText(validation, (_, each) => each);
  const body = cutMiddle(text, MOST_BYTES, (lines) => `… ${count(lines, 'more line', 'more lines')} in the log …`);
  return `### Kompos: validate\n\n${fence(body, 'text')}\n`;
}

/** Everything: each problem with all its leaves. */
export function validationJson({ problems, leafCount, paused, others }: Validation): string {
  const rows = problems.map(({ code, severity, message, place, sourceLine, hint, leaves }) => ({
    code,
    severity,
    message,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    sourceLine: sourceLine ?? null,
    hint: hint ?? null,
    leaves: leaves ?? [],
  }));
  const valid = problems.every(({ severity }) => severity !== 'error');
  return `${JSON.stringify({ valid, leafCount, paused, otherTools: others, problems: rows }, undefined, 2)}\n`;
}

/** A workflow command for each problem: a step of a workflow that prints them annotates the lines. */
export function githubCommands({ problems }: Validation): string {
  return problems
    .map(({ severity, message, place, hint, leaves = [] }) => {
      const properties = [
        ['title', 'Kompos'],
        ['file', place?.file],
        ['line', place?.line],
        ['col', place?.line === undefined ? undefined : place.column],
      ].flatMap(([name, value]) => (value === undefined ? [] : [`${String(name)}=${escapedProperty(String(value))}`]));
      const text = [message, hint, ...leafLines(leaves)].filter((part) => part !== undefined).join('\n');
      return `::${severity} ${properties.join(',')}::${escaped(visible(text))}\n`;
    })
    .join('');
}

/** As GitHub's own toolkit escapes data of workflow commands. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
