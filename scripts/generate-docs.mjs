// Writes what README.md repeats from other files: the tables of inputs and outputs (action.yml) and the workflow to
// paste (examples/workflows/plan.yml). With --check it writes nothing and fails when README.md is not up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name) => readFileSync(path(name), 'utf8');

const { inputs, outputs } = parse(read('action.yml'));

const sections = {
  workflow: ['```yaml', read('examples/workflows/plan.yml').trimEnd(), '```'].join('\n'),
  inputs: table(
    ['Input', 'Default', 'Meaning'],
    Object.entries(inputs).map(([name, input]) => [code(name), code(input.default ?? ''), input.description]),
  ),
  outputs: table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, output]) => [code(name), output.description]),
  ),
};

const readme = path('README.md');
const before = readFileSync(readme, 'utf8');
let after = before;
for (const [name, text] of Object.entries(sections)) after = replaceSection(after, name, text);
after = await format(after, { ...(await resolveConfig(readme)), parser: 'markdown' });

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md is not up to date: run "npm run docs".');
    process.exitCode = 1;
  }
} else if (after !== before) {
  writeFileSync(readme, after);
  console.log('README.md is written.');
}

/** Puts a text between `<!-- generated: name -->` and `<!-- end: name -->`. */
function replaceSection(text, name, content) {
  const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no "${start}" with "${end}" behind it.`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Inline code; nothing for an empty text. */
function code(text) {
  return text === '' ? '' : `\`${text}\``;
}
