/** What a step tells the runner: `::commands::` in its output and `name<<delimiter` files beside it. */

/** An annotation as it appears on the run and in the diff. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
}

/** A step's output as the runner understood it. */
export interface CommandedOutput {
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** What a reader of the job's log sees: masked from the line on that asked for it, without `::debug::` and masks. */
  readonly log: string;
}

interface Command {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly value: string;
}

/** Reads the commands out of a step's standard output and masks the rest as the runner does. */
export function readCommands(output: string): CommandedOutput {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  const log: string[] = [];
  let resumeToken: string | undefined;
  for (const line of output.split(/\r?\n/u)) {
    if (resumeToken !== undefined) {
      if (line.trim() === `::${resumeToken}::`) resumeToken = undefined;
      else log.push(masked(line, masks));
      continue;
    }
    const command = commandOf(line);
    if (command?.name === 'add-mask') {
      masks.push(command.value);
    } else if (command?.name === 'stop-commands') {
      resumeToken = command.value;
    } else if (command?.name !== 'debug') {
      const annotation = command === undefined ? undefined : annotationOf(command);
      if (annotation !== undefined) annotations.push(annotation);
      log.push(masked(line, masks));
    }
  }
  return { annotations, masks, log: log.join('\n') };
}

/**
 * Reads a file of `name=value` and `name<<delimiter` entries (`GITHUB_OUTPUT`, `GITHUB_ENV`, `GITHUB_STATE`). The runner
 * fails a step for a file that it cannot read, so this throws.
 */
export function readFileCommands(text: string): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/u);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=]+?)<<(.+)$/u.exec(line);
    if (heredoc?.[1] !== undefined && heredoc[2] !== undefined) {
      const end = lines.indexOf(heredoc[2], index + 1);
      if (end < 0) throw new Error(`Matching delimiter not found "${heredoc[2]}".`);
      values.set(heredoc[1], lines.slice(index + 1, end).join('\n'));
      index = end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals <= 0) throw new Error(`Invalid format "${line}".`);
    values.set(line.slice(0, equals), line.slice(equals + 1));
  }
  return Object.fromEntries(values);
}

function commandOf(line: string): Command | undefined {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  const head = text.slice(2, end);
  const space = head.indexOf(' ');
  const properties = new Map<string, string>();
  for (const property of space < 0 ? [] : head.slice(space + 1).split(',')) {
    const equals = property.indexOf('=');
    if (equals > 0) properties.set(property.slice(0, equals).trim(), unescapedProperty(property.slice(equals + 1)));
  }
  return { name: space < 0 ? head : head.slice(0, space), properties, value: unescapedValue(text.slice(end + 2)) };
}

/** Absent properties are left out, so that tests can compare annotations with plain objects. */
function annotationOf({ name, properties, value }: Command): Annotation | undefined {
  if (name !== 'error' && name !== 'warning' && name !== 'notice') return undefined;
  const [title, file] = [properties.get('title'), properties.get('file')];
  const [line, endLine, column] = ['line', 'endLine', 'col'].map((key) => properties.get(key));
  return {
    level: name,
    message: value,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(endLine === undefined ? {} : { endLine: Number(endLine) }),
    ...(column === undefined ? {} : { column: Number(column) }),
  };
}

function unescapedValue(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapedProperty(text: string): string {
  return unescapedValue(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

/** The runner hides a secret as a whole and each of its lines, longest first. */
function masked(line: string, masks: readonly string[]): string {
  const secrets = masks.flatMap((mask) => [mask, ...mask.split(/\r?\n/u)]).filter((secret) => secret.trim() !== '');
  return secrets.sort((a, b) => b.length - a.length).reduce((text, secret) => text.replaceAll(secret, '***'), line);
}
