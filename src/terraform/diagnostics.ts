/**
 * Reads Terraform's errors and warnings: of init and plan from the human output, without colors, because `init -json` is
 * newer than the oldest supported version, and `plan -json` has no plan to read; of an apply from its JSON. Pure.
 * Formats: `internal/command/format/diagnostic.go` and `internal/command/views/json/diagnostic.go` in Terraform's sources.
 */
import { field, textOf } from '../base/json.ts';
import { beginsPlan } from './plan-output.ts';
import { stepIn } from './steps.ts';

/** One error or warning. `file` is relative to the directory that Terraform ran in; only for links, never for decisions. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  /** The text below the source line; often several lines, sometimes none. */
  readonly detail: string;
  /** What it is about: `aws_s3_bucket.logs`, `provider["registry.terraform.io/hashicorp/aws"]`. */
  readonly address?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** Of an error: what is printed below its place, the source lines and what the values in them are. */
  readonly source?: readonly string[] | undefined;
  /** How many more of the kind there are, which Terraform does not print. */
  readonly similar?: number | undefined;
}

const HEADER = /^(Error|Warning): (.+)$/u;
/** `with aws_s3_bucket.logs,` above the place, or alone where no place is known. */
const SUBJECT = /^ {2}with (\S.*),$/u;
const PLACE = /^ {2}on (\S.*) line (\d+)(?:, in .*)?:$/u;
const SIMILAR = /^\(and (one|\d+) more similar (?:warning|error)s? elsewhere\)$/mu;
/** On a terminal Terraform draws a frame around its messages. */
const FRAME = /^(?:│ ?|╷$|╵$)/u;

/** The errors of a failed `init` or `plan` in Terraform's order. */
export function errorsIn(output: string): readonly Diagnostic[] {
  return diagnosticsIn(output).filter(({ severity }) => severity === 'error');
}

/** The errors and warnings in Terraform's order. */
export function diagnosticsIn(output: string): readonly Diagnostic[] {
  const messages: Message[] = [];
  let current: Message | undefined;
  for (const framed of output.split('\n')) {
    const line = framed.replace(FRAME, '');
    const [, severity, summary = ''] = HEADER.exec(line) ?? [];
    if (severity !== undefined) {
      current = { severity: severity === 'Error' ? 'error' : 'warning', summary, lines: [] };
      messages.push(current);
    } else if (isOther(line)) current = undefined;
    else current?.lines.push(line);
  }
  return messages.map(({ severity, summary, lines }) => {
    const { source, ...found } = rest(lines);
    return { severity, summary, ...found, ...(severity === 'error' && source !== undefined ? { source } : {}) };
  });
}

interface Message extends Pick<Diagnostic, 'severity' | 'summary'> {
  readonly lines: string[];
}

/** OpenTofu prints warnings about its own settings above all else, and nothing between. */
function isOther(line: string): boolean {
  return beginsPlan(line) || stepIn(line) !== undefined;
}

function rest(lines: readonly string[]): Omit<Diagnostic, 'severity' | 'summary'> {
  const text = lines.join('\n');
  const similar = SIMILAR.exec(text)?.[1];
  const paragraphs = text
    .replace(SIMILAR, '')
    .split(/\n[ \t]*\n/u)
    .map((paragraph) => paragraph.replace(/^\n+/u, ''));
  let address: string | undefined;
  let place: { readonly file: string; readonly line: number; readonly source: readonly string[] } | undefined;
  const details = paragraphs.flatMap((paragraph) => {
    const [first = '', ...others] = paragraph.split('\n');
    const subject = address === undefined && place === undefined ? SUBJECT.exec(first)?.[1] : undefined;
    address ??= subject;
    const [, file, line] = PLACE.exec(subject === undefined ? first : (others[0] ?? '')) ?? [];
    // Without a place, the text follows on the next line.
    if (file === undefined) return subject === undefined ? [paragraph] : [others.join('\n')];
    // A place and its source lines are one paragraph.
    place ??= { file, line: Number(line), source: subject === undefined ? others : others.slice(1) };
    return [];
  });
  return {
    detail: details.join('\n').trim(),
    ...(address === undefined ? {} : { address }),
    ...(place ?? {}),
    ...(similar === undefined ? {} : { similar: similar === 'one' ? 1 : Number(similar) }),
  };
}

/** One of the machine-readable output. */
export function diagnosticOf(value: unknown): Diagnostic {
  const range = field(value, 'range');
  const line = field(field(range, 'start'), 'line');
  return {
    severity: field(value, 'severity') === 'error' ? 'error' : 'warning',
    summary: textOf(value, 'summary') ?? '',
    detail: (textOf(value, 'detail') ?? '').trim(),
    address: textOf(value, 'address'),
    file: textOf(range, 'filename'),
    line: typeof line === 'number' ? line : undefined,
  };
}

/** Of warnings with the same summary only the first, which counts the others, as Terraform prints them for people. */
export function consolidated(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isFirst = ({ severity, summary }: Diagnostic, index: number): boolean =>
    severity === 'error' ||
    diagnostics.findIndex((each) => each.severity === 'warning' && each.summary === summary) === index;
  return diagnostics.filter(isFirst).map((each) => {
    if (each.severity === 'error') return each;
    const alike = diagnostics.filter(({ severity, summary }) => severity === 'warning' && summary === each.summary);
    const printed = alike.reduce((sum, { similar = 0 }) => sum + 1 + similar, 0);
    return printed === 1 ? each : { ...each, similar: printed - 1 };
  });
}
