/** The help texts, generated from the commands and their options. */
import type { CommandRow } from './command.ts';
import { COMMANDS } from './commands.ts';
import { GENERAL } from './general-options.ts';
import type { Option } from './options.ts';

/** Where options are explained. */
const WIDTH = 22;

const COLUMNS = 80;

/** What `kompos --help` prints. */
export function helpText(): string {
  const usages = COMMANDS.map((row) => `  kompos ${usageOf(row)}\n`).join('');
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 3;
  const commands = COMMANDS.map(({ name, summary }) => entry(name, summary, width)).join('');
  return `kompos — Terraform root modules from layered YAML configuration

Usage
${usages}
  <config_path> is a leaf, such as
  config/env=dev/cluster=c1/composition=terraform/terraform=vpc, or a folder
  above leaves: then all of them are meant.

Commands
${commands}
  kompos <command> --help has the options of a command, with examples.

Options of all commands
${optionsText(GENERAL)}
Exit codes
  0 success, 1 an error, 2 a usage error. "terraform" ends with Terraform's own.
`;
}

/** What `kompos <command> --help` prints. */
export function commandHelp(row: CommandRow): string {
  const details = row.details === undefined ? '' : `\n${wrap(row.details, COLUMNS).join('\n')}\n`;
  const examples = row.examples.map(({ line, does }) => `  kompos ${line}\n      ${does}\n`).join('');
  const options = row.options.length === 0 ? '' : `\nOptions\n${optionsText(row.options)}`;
  return `${wrap(row.summary, COLUMNS).join('\n')}
${details}
Usage
  kompos ${usageOf(row)}
${options}
Options of all commands
${optionsText(GENERAL)}
Examples
${examples}`;
}

/** What follows `kompos` in the usage of a command, in lines of a terminal. */
export function usageOf({ name, operands, options, passesOn }: CommandRow): string {
  const own = options.map(({ name: option, value, allowed }) => {
    const values = allowed?.join('|') ?? value;
    return values === undefined ? `[${option}]` : `[${option} ${values}]`;
  });
  return usageLines(passesOn === undefined ? [name, ...operands, ...own] : [...operands, name, ...own, ...passesOn]);
}

function optionsText(options: readonly Option<unknown>[]): string {
  return options
    .map(({ name, short, value, help }) => {
      const names = short === undefined ? name : `${short}, ${name}`;
      return entry(value === undefined ? names : `${names} ${value}`, help, WIDTH);
    })
    .join('');
}

/** A title with a text next to it. */
function entry(title: string, text: string, width: number): string {
  const lines = wrap(text, COLUMNS - width - 2);
  return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(width)}${line}\n`).join('');
}

/** Lines of whole words; a word that is longer than a line has one of its own. */
function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The lines of a usage: those that follow the first are indented. */
function usageLines(usage: readonly string[]): string {
  const [first = '', ...others] = wrap(usage.map((word) => word.replaceAll(' ', '\u00A0')).join(' '), COLUMNS - 9);
  return [first, ...others.map((line) => `      ${line}`)].join('\n').replaceAll('\u00A0', ' ');
}
