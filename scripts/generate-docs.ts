/**
 * Writes what documents repeat from other files: inputs and outputs (action.yml), settings (their schema), the command
 * line (its rows), and workflows (examples/workflows). With --check it writes nothing and fails if a document is not up
 * to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { field, list, record, textOf } from '../src/base/json.ts';
import type { CommandRow } from '../src/cli/command.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { helpText, usageOf } from '../src/cli/help.ts';
import { settingsSchema } from '../src/project/settings-schema.ts';

const WORKFLOW = 'examples/workflows/plan.yml';

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(path(name), 'utf8');

const action: unknown = parse(read('action.yml'));
const workflow = read(WORKFLOW);

/** Documents, and the texts between their markers. */
const DOCUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { workflow: fenced('yaml', shortWorkflow()) },
  'docs/workflows.md': { workflow: fenced('yaml', workflow) },
  'docs/inputs-and-outputs.md': {
    inputs: table(
      ['Input', 'Default', 'Meaning'],
      Object.entries(record(field(action, 'inputs'))).map(([name, input]) => [
        code(name),
        code(textOf(input, 'default') ?? ''),
        textOf(input, 'description') ?? '',
      ]),
    ),
    outputs: table(
      ['Output', 'Meaning'],
      Object.entries(record(field(action, 'outputs'))).map(([name, output]) => [
        code(name),
        textOf(output, 'description') ?? '',
      ]),
    ),
  },
  'docs/settings.md': { settings: table(['Key', 'Default', 'Meaning'], settingRows(settingsSchema, '')) },
  'docs/command-line.md': { help: fenced('text', helpText()), commands: COMMANDS.map(commandSection).join('\n\n') },
};

const isCheck = process.argv.includes('--check');
for (const [document, sections] of Object.entries(DOCUMENTS)) {
  const before = read(document);
  const filled = Object.entries(sections).reduce(
    (text, [name, content]) => fill(document, text, name, content),
    before,
  );
  const after = await format(filled, { ...(await resolveConfig(path(document))), parser: 'markdown' });
  if (after === before) continue;
  if (isCheck) {
    console.error(`${document} is not up to date: run "npm run docs".`);
    process.exitCode = 1;
  } else {
    writeFileSync(path(document), after);
    console.log(`${document} is written.`);
  }
}

/** Puts a text between `<!-- generated: name -->` and `<!-- end: name -->`. */
function fill(document: string, text: string, name: string, content: string): string {
  const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${document} has no "${start}" with "${end}" behind it.`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** The plan workflow without all that can be left out. */
function shortWorkflow(): string {
  const uses = (name: string): string =>
    new RegExp(`uses: ${name}@\\S+(?: # v[\\d.]+)?`, 'u').exec(workflow)?.[0] ?? '';
  const permissions = Object.entries(record(field(field(field(parse(workflow), 'jobs'), 'plan'), 'permissions')));
  return `name: Plan
on: pull_request
permissions: { ${permissions.map(([name, grant]) => `${name}: ${String(grant)}`).join(', ')} }
jobs:
  plan:
    runs-on: ubuntu-latest
    steps:
      - ${uses('actions/checkout')}
        with: { persist-credentials: false }
      - ${uses('kompos-io/kompos-github')}
        with: { terraform-version: ${/terraform_version: (\S+)/u.exec(workflow)?.[1] ?? ''} }
`;
}

/** Rows for the settings below a key that hold a value. */
function settingRows(schema: unknown, key: string): readonly (readonly string[])[] {
  const below = Object.entries(record(field(schema, 'properties'))).filter(([name]) => name !== 'komposconfig');
  const prefix = key === '' ? '' : `${key}.`;
  const children = below.flatMap(([name, each]) => settingRows(each, `${prefix}${name}`));
  if (below.length > 0) return children;
  const [, meaning = '', byDefault] = /^(.*?)(?: Default: (.+)\.)?$/su.exec(textOf(schema, 'description') ?? '') ?? [];
  const fixed = field(schema, 'default');
  const items = field(schema, 'items');
  return [
    [
      code(key),
      fixed === undefined || fixed === '' ? (byDefault ?? '') : code(JSON.stringify(fixed).replaceAll('"', '')),
      `${meaning} ${valuesOf(schema)}`.trim(),
    ],
    ...(field(items, 'properties') === undefined ? [] : settingRows(items, `${key}[]`)),
  ];
}

/** What may be written, as a sentence; nothing where that is a text. */
function valuesOf(schema: unknown): string {
  const choices = list(field(schema, 'enum')).map(String);
  if (choices.length > 0) return `One of ${choices.map(code).join(', ')}.`;
  const kinds: Readonly<Record<string, string>> = { array: 'A list.', object: 'A map.', boolean: '`true` or `false`.' };
  return kinds[String(field(schema, 'type'))] ?? '';
}

function commandSection(row: CommandRow): string {
  const { name, summary, details, options, examples } = row;
  return [
    `### kompos ${name}`,
    plain([summary, details].filter((each) => each !== undefined).join(' ')),
    fenced('text', `kompos ${usageOf(row)}`),
    ...(options.length === 0
      ? []
      : [
          table(
            ['Option', 'Meaning'],
            options.map((option) => [code([option.name, option.value ?? ''].join(' ').trim()), plain(option.help)]),
          ),
        ]),
    fenced('sh', examples.map(({ line, does }) => `kompos ${line} # ${does}`).join('\n')),
  ].join('\n\n');
}

/** Text of a terminal, in which placeholders and file patterns are code. */
function plain(text: string): string {
  return text.replace(/\{\{.*?\}\}/gu, code).replaceAll('<', '&lt;');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Inline code; nothing for an empty text. */
function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}
