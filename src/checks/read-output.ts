/**
 * What a check printed → findings. Pure.
 * Format: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import { field, isRecord, list, textOf } from '../base/json.ts';

/** A finding with its file as the tool names it. */
export interface RawFinding {
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly rule?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The findings of a SARIF log; undefined if the text is none. */
export function readSarif(text: string): readonly RawFinding[] | undefined {
  const log = parsed(text);
  if (!isRecord(log) || !Array.isArray(log['runs'])) return undefined;
  return list(log['runs']).flatMap((run) => {
    const rules = list(field(field(field(run, 'tool'), 'driver'), 'rules'));
    return list(field(run, 'results')).flatMap((result) => findingOf(result, rules));
  });
}

function parsed(text: string): unknown {
  const begin = text.indexOf('{');
  if (begin < 0) return undefined;
  try {
    return JSON.parse(text.slice(begin));
  } catch {
    return undefined;
  }
}

function findingOf(result: unknown, rules: readonly unknown[]): readonly RawFinding[] {
  // What a tool was told to pass over, or that holds.
  if (list(field(result, 'suppressions')).length > 0) return [];
  const kind = textOf(result, 'kind') ?? 'fail';
  if (kind !== 'fail' && kind !== 'open' && kind !== 'review') return [];
  const place = field(list(field(result, 'locations'))[0], 'physicalLocation');
  const region = field(place, 'region');
  const index = numberOf(field(result, 'ruleIndex'));
  const rule = textOf(result, 'ruleId') ?? textOf(field(result, 'rule'), 'id');
  const definition =
    rules.find((each) => textOf(each, 'id') === rule) ?? (index === undefined ? undefined : rules[index]);
  const byDefault = textOf(field(definition, 'defaultConfiguration'), 'level');
  const message = field(result, 'message');
  const [text = ''] = [
    textOf(message, 'text'),
    textOf(message, 'markdown'),
    textOf(field(definition, 'shortDescription'), 'text'),
    rule,
  ].filter((each) => each !== undefined && each.trim() !== '');
  return [
    {
      level: levelOf(textOf(result, 'level') ?? byDefault),
      message: text,
      rule,
      file: fileOf(textOf(field(place, 'artifactLocation'), 'uri')),
      line: numberOf(field(region, 'startLine')),
      column: numberOf(field(region, 'startColumn')),
    },
  ];
}

function levelOf(level: string | undefined): RawFinding['level'] {
  return level === 'error' || level === 'note' ? level : level === 'none' ? 'note' : 'warning';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** A URI's path, or the text as it stands where it is none. */
function fileOf(uri: string | undefined): string | undefined {
  if (uri === undefined) return undefined;
  try {
    return decodeURIComponent(uri.replace(/^file:\/\/(?=\/)/u, ''));
  } catch {
    return uri;
  }
}

/** `main.tf:12:3: message`, as compilers and linters print it. */
const LINE =
  /^\s*(?:\[?(error|warning|notice|note)\]?:?\s+)?((?:\.{0,2}\/)?[^\s:(][^\s:]*):(\d+)(?::(\d+))?:?\s+(.+)$/iu;

/** Lines that name a file and a line. */
export function readLines(text: string): readonly RawFinding[] {
  return text.split(/\r?\n/u).flatMap((each): readonly RawFinding[] => {
    const [, level = '', file, line, column, message = ''] = LINE.exec(each) ?? [];
    if (file === undefined) return [];
    return [
      {
        level: /^warning$/iu.test(level) ? 'warning' : /^not/iu.test(level) ? 'note' : 'error',
        message,
        file,
        line: Number(line),
        column: column === undefined ? undefined : Number(column),
      },
    ];
  });
}
