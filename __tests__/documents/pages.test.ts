import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import ts from 'typescript';
import { parse } from 'yaml';
import { helpText } from '../../src/cli/help.ts';
import { settingsSchema } from '../../src/project/settings-schema.ts';
import { parseSettings } from '../../src/project/settings.ts';
import { at, codeBlocks, entriesOf, filesIn, read, repository } from './files.ts';

/** Tags such as `!override` are the program's own. */
const YAML = { logLevel: 'silent' } as const;

/** The README and all pages of the documentation. */
const pages = ['README.md', ...filesIn('docs', '.md')];

test('what is generated is up to date', () => {
  const command = ['--import', 'tsx', 'scripts/generate-docs.ts', '--check'];
  const run = (): string => execFileSync(process.execPath, command, { cwd: repository, encoding: 'utf8' });
  expect(run).not.toThrow();
});

test('the README is of two screens', () => {
  expect(read('README.md').split('\n').length).toBeLessThan(100);
});

test('the workflow to paste is the file that is linted', () => {
  expect(codeBlocks('docs/workflows.md', 'yaml')).toContain(read('examples/workflows/plan.yml'));
});

test('what is shown of another workflow stands there', () => {
  const excerpts = pages
    .flatMap((page) => codeBlocks(page, 'yaml'))
    .flatMap((text) => {
      const [, file, shown = ''] = /^# (examples\/workflows\/\S+)\n(.*)/su.exec(text) ?? [];
      return file === undefined ? [] : [{ file, shown }];
    });
  expect(excerpts.map(({ file }) => file)).toEqual([
    'examples/workflows/plan-environments.yml',
    'examples/workflows/apply-environments.yml',
  ]);
  const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());
  for (const { file, shown } of excerpts) expect(lines(read(file))).toEqual(expect.arrayContaining([...lines(shown)]));
});

test('the help text is the one that the command line prints', () => {
  expect(codeBlocks('docs/command-line.md', 'text')).toContain(helpText());
});

test('every setting has its row', () => {
  expect(rowsOf('docs/settings.md')).toEqual(expect.arrayContaining([...leafKeys(settingsSchema, '')]));
});

describe('what is shown to copy is right', () => {
  const blocks = pages.flatMap((page) => codeBlocks(page, 'yaml').map((text) => ({ page, text })));
  const parsed = blocks.map(({ page, text }): { page: string; data: unknown } => ({ page, data: parse(text, YAML) }));

  test('steps with the action name only inputs that it has', () => {
    const inputs = rowsOf('docs/inputs-and-outputs.md');
    const steps = parsed.flatMap(({ page, data }) => stepsIn(data).map((step) => ({ page, step })));
    expect(steps.length).toBeGreaterThan(8);
    for (const { page, step } of steps) {
      for (const [name] of entriesOf(at(step, 'with')))
        expect([page, name, inputs.includes(name)]).toEqual([page, name, true]);
    }
  });

  test('settings are valid', () => {
    const keys = entriesOf(at(settingsSchema, 'properties')).map(([key]) => key);
    const settings = blocks.filter(({ text }) => {
      const data: unknown = parse(text, YAML);
      const names = entriesOf(data).map(([key]) => key);
      return (
        names.length > 0 && names.every((key) => keys.includes(key)) && at(data, 'terraform', 'backend') === undefined
      );
    });
    expect(settings.map(({ page }) => page)).toEqual(
      expect.arrayContaining(['docs/settings.md', 'docs/drift.md', 'docs/secrets.md', 'docs/questions.md']),
    );
    for (const { page, text } of settings) expect([page, parseSettings(page, text).warnings]).toEqual([page, []]);
  });

  test('JSON is JSON', () => {
    const texts = pages.flatMap((page) => codeBlocks(page, 'json'));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(() => {
        JSON.parse(text);
      }).not.toThrow();
    }
  });
});

describe('the trouble table quotes messages that there are', () => {
  const texts = filesIn('src', '.ts').flatMap((file) => textsIn(read(file)));
  const messages = rowsOf('docs/trouble.md');

  test('there are some', () => {
    expect(messages.length).toBeGreaterThan(10);
  });

  test.each(messages)('%s', (message) => {
    // At an end of it, what is left out may come from elsewhere; within it, it is of the same text.
    const pieces = message
      .replace(/^…|…$/gu, '')
      .split('…')
      .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
    const quoted = new RegExp(pieces.join('.+'), 'su');
    expect(texts.filter((text) => quoted.test(text))).not.toEqual([]);
  });
});

/** The texts that a source file writes; in each `${}` stands for what differs from case to case. */
function textsIn(source: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('${}'));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest));
  return texts;
}

/** What the rows of a page's tables begin with, if that is code. */
function rowsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^\| `([^`]+)`/gmu)].map(([, code = '']) => code);
}

/** The steps with this action in a workflow, a job, or a list of steps. */
function stepsIn(data: unknown): readonly unknown[] {
  const uses = at(data, 'uses');
  if (typeof uses === 'string' && uses.startsWith('kompos-io/')) return [data];
  return entriesOf(data).flatMap(([, each]) => stepsIn(each));
}

/** Dotted keys of the settings that hold a value; below `komposconfig` they are the same once more. */
function leafKeys(schema: unknown, prefix: string): readonly string[] {
  const properties = entriesOf(at(schema, 'properties'));
  if (properties.length === 0) return [prefix];
  return properties.flatMap(([name, each]) =>
    name === 'komposconfig' ? [] : leafKeys(each, prefix === '' ? name : `${prefix}.${name}`),
  );
}
