/** An explanation for a terminal and for programs. Pure. */
import { formatPlace, formatProblem, placeInFile } from '../../base/problems.ts';
import type { PlaceholderLink } from '../../hierarchy/interpolation/placeholder-links.ts';
import type { LayerEffect, LayerStep } from '../../hierarchy/layer-steps.ts';
import type { Value } from '../../hierarchy/value.ts';
import { count } from '../../markdown/phrases.ts';
import { entriesOf, jsonValue, shownText, shownValue } from '../../markdown/value-text.ts';
import type { Explanation, Reader } from './explanation.ts';

/** Colors a text; the identity if there are no colors. */
export type Paint = (style: 'bold' | 'red' | 'green' | 'yellow', text: string) => string;

/** Of a value on a line of its own. */
const WIDTH = 74;
const MOST_ENTRIES = 40;
const MOST_PLACES = 20;

const VERBS: Readonly<Record<LayerEffect, string>> = {
  set: 'sets',
  overrode: 'overrides',
  merged: 'merges',
  added: 'adds items',
  repeated: 'repeats',
  removed: 'removes',
  broken: 'conflicts',
  left: 'leaves it',
};

export function explanationText(explanation: Explanation, paint: Paint): string {
  const { key, folder, setKey, steps, value, place, problems } = explanation;
  const title = `${paint('bold', key)} in ${folder}`;
  const result =
    value === undefined
      ? [paint('red', 'cannot be resolved:'), ...problems.map(formatProblem)].join('\n')
      : resultText(value, place === undefined ? '' : formatPlace(place));
  const layers = `Layers${setKey === key ? '' : `, for ${setKey}`}\n${stepsText(steps, paint)}`;
  const links = linkLines(explanation.links, 1);
  const parts = [
    `${title}\n${result}`,
    layers,
    links.length === 0 ? '' : `Placeholders\n${links.join('\n')}`,
    referencesText(explanation),
    readersText(explanation),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function resultText(value: Value, place: string): string {
  if (value.kind === 'scalar') return `  ${shownValue(value, 4 * WIDTH)}\n      ${place}`;
  const entries =
    value.kind === 'map'
      ? entriesOf(value)
      : value.children.map((child, index) => ({ key: String(index), value: child }));
  const shown = entries.slice(0, MOST_ENTRIES).map((entry) => {
    const origin = entry.value.source ?? entry.value.origin;
    return `  ${entry.key === '' ? '' : `${entry.key}: `}${shownValue(entry.value, WIDTH)}\n      ${formatPlace(origin)}`;
  });
  const more = entries.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${count(more)} more: see --format json`] : [])].join('\n');
}

function stepsText(steps: readonly LayerStep[], paint: Paint): string {
  const said = steps.filter(({ effect }) => effect !== 'left');
  const left = steps.length - said.length;
  const lines = said.map(({ effect, place, file, said: value }) => {
    const isLast = said.at(-1)?.file === file;
    const verb = VERBS[effect].padEnd(11);
    const shown = value === undefined ? '' : saidText(value);
    const where = formatPlace(place ?? { file });
    return `  ${isLast ? paint('green', verb) : verb} ${shown}\n      ${where}`;
  });
  const others =
    left === 0
      ? []
      : [
          said.length === 0
            ? '  No file sets it.'
            : `  ${count(left, 'other file leaves', 'other files leave')} it as it is.`,
        ];
  return [...lines, ...others].join('\n');
}

function saidText(value: Value): string {
  if (value.kind === 'scalar' && value.removes !== undefined) return '!remove';
  const tag = value.kind === 'scalar' || value.merge === undefined ? '' : `!${value.merge} `;
  if (value.kind === 'map') {
    const keys = Object.keys(value.children);
    return `${tag}${count(keys.length, 'key', 'keys')}: ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}`;
  }
  return `${tag}${value.kind === 'scalar' ? shownText(value.spelling, 4 * WIDTH) || 'empty' : shownValue(value, WIDTH)}`;
}

function linkLines(links: readonly PlaceholderLink[], depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  return links.flatMap((link) => {
    const place = link.place === undefined ? [] : [`${indent}    ${formatPlace(link.place)}`];
    return [`${indent}${link.written} ${meaning(link)}`, ...place, ...linkLines(link.links, depth + 1)];
  });
}

function meaning({ kind, name, value, written }: PlaceholderLink): string {
  const key = written === `{{${name}}}` ? '' : `is ${name} `;
  switch (kind) {
    case 'key':
      return value === undefined ? `${key}→ cannot be resolved` : `${key}→ ${shownValue(value, WIDTH)}`;
    case 'variable':
      return '→ a variable of the environment (not read here)';
    case 'secret':
      return '→ a secret (not read here)';
    case 'missing':
      return `${key}→ no layer sets it`;
    case 'broken':
      return '→ cannot be resolved';
  }
}

function referencesText({ references }: Explanation): string {
  const lines = references.slice(0, MOST_PLACES).map(({ key, place }) => `  ${key}\n      ${formatPlace(place)}`);
  const more = references.length - lines.length;
  if (lines.length === 0) return '';
  return ['Taken over by', ...lines, ...(more > 0 ? [`  and ${count(more)} more`] : [])].join('\n');
}

function readersText({ code, withheld }: Explanation): string {
  if (code === undefined) return '';
  const { readers, mayReadAll, folder } = code;
  const lines = readers.slice(0, MOST_PLACES).map(readerLine);
  const more = readers.length - lines.length;
  return [
    'Read by',
    ...(withheld === undefined ? [] : [`  var.config does not have it: ${withheld}.`]),
    ...lines,
    ...(more > 0 ? [`  and ${count(more)} more`] : []),
    ...(mayReadAll === undefined ? [] : [`  ${mayReadAll} may read any key.`]),
    ...(lines.length === 0 && mayReadAll === undefined ? [`  Nothing in ${folder} reads it.`] : []),
  ].join('\n');
}

function readerLine({ how, path, file, line, address, via }: Reader): string {
  const through = via === undefined ? '' : ` (through ${via})`;
  const what = {
    pin: `pin ${address ?? ''}`,
    variable: ['var.config', ...path].join('.'),
    'handed-on': `${['var.config', ...path].join('.')}, handed on`,
    provider: 'the generated provider file',
  }[how];
  return `  ${what}${through}\n      ${formatPlace({ file, line })}`;
}

/** Everything, places included. */
export function explanationJson(explanation: Explanation): string {
  const { key, folder, setKey, steps, links, value, place, problems, references, code, withheld } = explanation;
  const document = {
    key,
    folder,
    value: value === undefined ? null : jsonValue(value),
    place: placeInFile(place) ?? null,
    values:
      value?.kind === 'map'
        ? entriesOf(value, key).map((entry) => ({
            key: entry.key,
            value: jsonValue(entry.value),
            place: placeInFile(entry.value.source ?? entry.value.origin) ?? null,
          }))
        : [],
    problems,
    setKey,
    layers: steps.map(({ file, effect, place: at, said, value: after }) => ({
      file,
      effect,
      line: at?.line ?? null,
      column: at?.column ?? null,
      says: said === undefined ? null : jsonValue(said),
      value: after === undefined ? null : jsonValue(after),
    })),
    placeholders: links.map(linkJson),
    takenOverBy: references,
    code: code?.folder ?? null,
    readers: (code?.readers ?? []).map(({ path, ...reader }) => ({ ...reader, key: path.join('.') })),
    mayReadAll: code?.mayReadAll ?? null,
    withheldBy: withheld ?? null,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function linkJson({ written, kind, name, place, value, links }: PlaceholderLink): unknown {
  return {
    written,
    kind,
    name,
    place: place ?? null,
    value: value === undefined ? null : jsonValue(value),
    placeholders: links.map(linkJson),
  };
}
