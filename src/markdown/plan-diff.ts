/**
 * Terraform's or OpenTofu's human plan as the body of a `diff` fence. GitHub colors a line by its first character, so the action
 * symbols move to column 0 while their lines keep their indentation:
 *
 * | Terraform | here | color |
 * |---|---|---|
 * | `+` create | `+` | green |
 * | `-` destroy | `-` | red |
 * | `~` update in place, `.` forget | `!` | orange |
 * | `-/+` destroy, then create | `-/+` | red: what lives now is destroyed |
 * | `+/-` create, then destroy | `- +/-` | red for the same reason; Terraform's symbol would be green |
 * | `./+` forget, then create (OpenTofu), `+/.` create, then forget (Terraform) | `! ./+`, `! +/.` | orange |
 * | `<=` read | ` <=` | none |
 *
 * A heredoc's text stays as it is: Terraform indents it four columns beyond the closing `EOT`, so none of it reaches
 * column 0. Terraform's own symbols for changed lines of a heredoc are two columns beyond `EOT`, where no text can be;
 * only they move.
 */

/** A line with an action symbol, or one that opens a heredoc without any. */
const SYMBOL = /^( *)(-\/\+|\+\/[-.]|\.\/\+|[-+~.])( .*)?$/u;
const COUNTS = /^Plan: \d.*\bto (?:destroy|forget)\.(?: Actions: \d+ to invoke\.)?(?:\n|$)/mu;
const HEREDOC = /(?:^|= )<<-EOT(?: # forces replacement)?$/u;

const MARKS: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '-',
  '~': '!',
  '.': '!',
  '-/+': '-/+',
  '+/-': '- +/-',
  './+': '! ./+',
  '+/.': '! +/.',
};

const SYMBOLS: ReadonlySet<string> = new Set(['+', '-', '~', '.']);

/** Moves the action symbols of `terraform show`'s text to column 0, without what the report says better elsewhere. */
export function planDiff(text: string): string {
  const lines: string[] = [];
  let heredoc: number | undefined;
  for (const line of withoutLegend(text).split('\n')) {
    if (heredoc !== undefined) {
      if (closesHeredoc(line, heredoc)) heredoc = undefined;
      lines.push(heredocLine(line, heredoc));
      continue;
    }
    // Plans of megabytes are mostly lines without one.
    heredoc = line.includes('<<-EOT') ? heredocColumn(line) : undefined;
    lines.push(withSymbolFirst(line));
  }
  return lines.join('\n');
}

/**
 * Without what a report says better elsewhere: the legend of symbols, the line with the counts, which counts a
 * replacement twice, and the note on applying outputs.
 */
export function withoutLegend(text: string): string {
  return text
    .replace(/\r\n/gu, '\n')
    .replace(/^(?:Terraform|OpenTofu) used the selected providers to generate[^]*?\n\n(?=\S| {2}#|$)/mu, '')
    .replace(/^You can apply this plan to save these new output values[^]*?infrastructure\.$/mu, '')
    .replace(/^(?:Terraform|OpenTofu) will perform the following actions:\n\n?/mu, '')
    .replace(COUNTS, '')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+/u, '')
    .trimEnd();
}

function withSymbolFirst(line: string): string {
  if (!SYMBOLS.has(line.trimStart().charAt(0))) return line;
  const match = SYMBOL.exec(line);
  if (match === null) return line;
  const [, indent = '', symbol = '', rest = ''] = match;
  return `${MARKS[symbol] ?? symbol}${indent}${rest}`;
}

/** The column of the `EOT` that will close a heredoc opened by this line: that of the attribute's name. */
function heredocColumn(line: string): number | undefined {
  const match = SYMBOL.exec(line);
  const [indent, content] =
    match === null
      ? [line.length - line.trimStart().length, line.trimStart()]
      : [(match[1] ?? '').length + (match[2] ?? '').length + 1, (match[3] ?? '').slice(1)];
  return HEREDOC.test(content) ? indent : undefined;
}

function closesHeredoc(line: string, column: number): boolean {
  return line.startsWith('EOT', column) && line.slice(0, column).trim() === '';
}

function heredocLine(line: string, column: number | undefined): string {
  const match = SYMBOL.exec(line);
  if (match !== null && column !== undefined && (match[1] ?? '').length === column + 2) return withSymbolFirst(line);
  // Terraform puts no line of a heredoc in column 0; if it ever does, the line must not be colored.
  return /^[-+!<>@#*=]/u.test(line) ? ` ${line}` : line;
}
