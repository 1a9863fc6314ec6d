/** What uses a key, for a terminal and for programs. Pure. */
import { formatPlace, placeInFile } from '../../base/problems.ts';
import { oneLine } from '../../markdown/escaping.ts';
import { count } from '../../markdown/phrases.ts';
import { jsonValue, shownValue } from '../../markdown/value-text.ts';
import type { CodeRead } from '../../rendering/code-reads.ts';
import type { ReadingCode, Uses } from './found.ts';

const WIDTH = 74;
const MOST_VALUES = 20;
const MOST_LEAVES = 3;
const MOST_READS = 10;

export function usesText({ key, values, without, unresolved, references, code }: Uses): string {
  const seen = values.reduce((sum, { leaves }) => sum + leaves.length, 0);
  const parts = [
    [
      `${key} has ${count(values.length, 'value', 'values')} in ${count(seen, 'leaf', 'leaves')}.`,
      ...(without.length === 0 ? [] : [`${count(without.length, 'leaf does', 'leaves do')} not have it.`]),
    ],
    values
      .slice(0, MOST_VALUES)
      .flatMap(({ value, place, leaves }) => [
        shownValue(value, WIDTH),
        `    ${formatPlace(place)}`,
        ...fewLeaves(leaves).map((line) => `  ${line}`),
      ]),
    values.length > MOST_VALUES ? [`and ${count(values.length - MOST_VALUES)} more values: see --format json`] : [],
    unresolved.length === 0
      ? []
      : [
          `Cannot be resolved in ${count(unresolved.length, 'leaf', 'leaves')}:`,
          ...[...new Set(unresolved.map(({ why }) => why))].slice(0, MOST_LEAVES).map((why) => `  ${why}`),
        ],
    references.length === 0
      ? []
      : [
          'Taken over by',
          ...references
            .slice(0, MOST_READS)
            .flatMap((each) => [`  ${oneLine(each.key)}`, `      ${formatPlace(each.place)}`]),
          ...(references.length > MOST_READS ? [`  and ${count(references.length - MOST_READS)} more`] : []),
        ],
    ['Read by', ...(code.length === 0 ? ['  no code'] : code.flatMap(codeLines))],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function fewLeaves(leaves: readonly string[]): readonly string[] {
  const shown = leaves.slice(0, MOST_LEAVES).map(oneLine);
  const more = leaves.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${count(more)} more`] : [])];
}

function codeLines({ folder, leaves, reads, mayReadAll }: ReadingCode): readonly string[] {
  const more = reads.length - MOST_READS;
  return [
    `  ${oneLine(folder)} (${count(leaves, 'leaf', 'leaves')})`,
    ...reads.slice(0, MOST_READS).flatMap((each) => [`    ${what(each)}`, `      ${formatPlace(each)}`]),
    ...(more > 0 ? [`    and ${count(more)} more`] : []),
    ...(mayReadAll === undefined ? [] : [`    ${oneLine(mayReadAll)} may read any key.`]),
  ];
}

function what({ how, path, address }: CodeRead): string {
  const variable = ['var.config', ...path].join('.');
  return {
    pin: `pin ${address ?? ''}`,
    variable,
    'handed-on': `${variable}, handed on`,
    provider: 'the generated provider file',
  }[how];
}

/** Everything: all values with all their leaves. */
export function usesJson({ key, values, without, unresolved, references, code }: Uses): string {
  const document = {
    key,
    values: values.map(({ value, place, leaves }) => ({
      value: jsonValue(value),
      place: placeInFile(place) ?? null,
      leaves,
    })),
    without,
    unresolved,
    takenOverBy: references,
    code: code.map(({ folder, leaves, reads, mayReadAll }) => ({
      folder,
      leaves,
      reads: reads.map(({ path, ...read }) => ({ ...read, key: path.join('.') })),
      mayReadAll: mayReadAll ?? null,
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
