/** The help text, generated from the commands and their options. */
import { COMMANDS, GENERAL, type CommandRow } from './commands.ts';
import type { Option } from './options.ts';

const WIDTH = 20;

/** What `kompos --help` prints. */
export function helpText(): string {
  const rows: readonly (CommandRow & { readonly path: string })[] = COMMANDS;
  const usages = rows.map((row) => `  kompos ${usageOf(row)}\n`).join('');
  const commands = rows.map(({ name, help }) => entry(name, help, 12)).join('');
  const options = rows.map((row) => `\nOptions of ${row.name}\n${optionsText(ownOptions(row))}`).join('');
  return `kompos — Terraform root modules from layered YAML configuration

Usage
${usages}
  <config_path> is a leaf, such as config/env=dev/cluster=c1/composition=terraform/terraform=vpc,
  or a folder above leaves: then all of them run, parents first, in the order of
  compositions.order.terraform ("destroy" in reverse), up to the first failure.

Commands
${commands}
Options, before the command
${optionsText(GENERAL)}${options}
Exit codes
  Terraform's own. Over several leaves with -detailed-exitcode: 1 if any failed, else 2 if any has changes.
  1 for errors of kompos, 2 for a usage error.

Examples
  kompos config/env=dev/cluster=c1/composition=terraform terraform plan
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc terraform apply -auto-approve
  kompos config/env=prod terraform plan --dry-run
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc config --format json --filter vpc
  kompos affected --base origin/main --format json
  kompos plan config/env=prod --format markdown
`;
}

function usageOf(row: CommandRow & { readonly path: string }): string {
  const options = ownOptions(row).map(({ name, value, allowed }) => {
    const values = allowed?.join('|') ?? value;
    return values === undefined ? `[${name}]` : `[${name} ${values}]`;
  });
  const [before, behind] = row.passesOn ?? [];
  const words = row.path === 'required' ? ['<config_path>', row.name] : [row.name, '[<config_path>]'];
  return [...words, before, ...options, behind].filter((word) => word !== undefined).join(' ');
}

/** Without the general ones, some of which may also appear among arguments that are passed on. */
function ownOptions({ options }: CommandRow): readonly Option<unknown>[] {
  return options.filter((option) => !GENERAL.includes(option));
}

function optionsText(options: readonly Option<unknown>[]): string {
  return options
    .map(({ name, short, value, help }) => {
      const names = short === undefined ? name : `${short}, ${name}`;
      return entry(value === undefined ? names : `${names} ${value}`, help, WIDTH);
    })
    .join('');
}

/** A title with the lines of a text next to it. */
function entry(title: string, text: string, width: number): string {
  const lines = text.split('\n');
  return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(width)}${line}\n`).join('');
}
