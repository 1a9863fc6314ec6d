/** Reads Terraform's errors from its human output: `init -json` is newer than the oldest supported version. Pure. */

/** One error. `file` is relative to the directory that Terraform ran in; only for links, never for decisions. */
export interface Diagnostic {
  readonly summary: string;
  /** The text below the source line; often several lines, sometimes none. */
  readonly detail: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

const HEADER = /^(Error|Warning): (.+)$/u;
const PLACE = /^ {2}on (\S.*) line (\d+)(?:, in .*)?:$/u;
/** On a terminal Terraform draws a frame around its messages. */
const FRAME = /^(?:│ ?|╷$|╵$)/u;

/** The errors of a failed `init` or `plan` in Terraform's order. */
export function errorsIn(output: string): readonly Diagnostic[] {
  const messages: { isError: boolean; summary: string; lines: string[] }[] = [];
  for (const framed of output.split('\n')) {
    const line = framed.replace(FRAME, '');
    const [, severity, summary = ''] = HEADER.exec(line) ?? [];
    if (severity === undefined) messages.at(-1)?.lines.push(line);
    else messages.push({ isError: severity === 'Error', summary, lines: [] });
  }
  return messages.filter(({ isError }) => isError).map(({ summary, lines }) => diagnostic(summary, lines));
}

function diagnostic(summary: string, lines: readonly string[]): Diagnostic {
  const paragraphs = lines.join('\n').split(/\n[ \t]*\n/u);
  // A place and its source lines are one paragraph.
  const places = paragraphs.map((paragraph) => PLACE.exec(paragraph.replace(/^\n+/u, '').split('\n', 1)[0] ?? ''));
  const [, file, line] = places.find((place) => place !== null) ?? [];
  const detail = paragraphs
    .filter((_, index) => places[index] === null)
    .join('\n')
    .trim();
  return { summary, detail, ...(file === undefined ? {} : { file, line: Number(line) }) };
}
