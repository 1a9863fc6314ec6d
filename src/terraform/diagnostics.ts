/** Where Terraform's errors stand, read from its human output: `init -json` is younger than what we support. Pure. */

/** One error. `file` is as Terraform names it, from the directory that it ran in; only for links, never to decide by. */
export interface Diagnostic {
  readonly summary: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

const HEADER = /^(?:│ )?(Error|Warning): (.+)$/u;
const PLACE = /^(?:│ )? {2}on (\S.*) line (\d+)(?:, in .*)?:$/u;

/** The errors of a failed `init` or `plan` in Terraform's order, each with the first place that follows it. */
export function errorsIn(output: string): readonly Diagnostic[] {
  const errors: Diagnostic[] = [];
  let isError = false;
  for (const line of output.split('\n')) {
    const [, severity, summary = ''] = HEADER.exec(line) ?? [];
    if (severity !== undefined) {
      isError = severity === 'Error';
      if (isError) errors.push({ summary });
      continue;
    }
    const [, file, number] = PLACE.exec(line) ?? [];
    const last = errors.at(-1);
    if (!isError || last === undefined || last.file !== undefined || file === undefined) continue;
    errors[errors.length - 1] = { ...last, file, line: Number(number) };
  }
  return errors;
}
