import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { INPUTS, readInputs } from '../../src/action/inputs.ts';
import { at, entriesOf, filesIn, read } from './files.ts';

const action: unknown = parse(read('action.yml'));
const inputs = entriesOf(at(action, 'inputs'));
const outputs = entriesOf(at(action, 'outputs'));
const rows = Object.values(INPUTS);

function names(entries: readonly [string, unknown][]): readonly string[] {
  return entries.map(([name]) => name).sort();
}

test('documents exactly the inputs that are read', () => {
  expect(rows.map(({ name }) => name)).toEqual(inputs.map(([name]) => name));
});

test('has the defaults that are used without it', () => {
  for (const { name, byDefault } of rows) {
    // Only the runner knows the job's token.
    if (name !== 'token') expect([name, byDefault]).toEqual([name, defaultOf(name)]);
  }
  expect({ ...readInputs(defaultOf, [], { cores: 4, workspace: '/' }), token: undefined }).toEqual(
    readInputs(() => '', [], { cores: 4, workspace: '/' }),
  );
});

test('names every allowed value', () => {
  const choices = rows.flatMap(({ name, allowed = [] }) => allowed.map((value) => [name, value] as const));
  expect(choices.length).toBeGreaterThan(15);
  for (const [name, value] of choices) {
    const description = at(action, 'inputs', name, 'description');
    expect([name, description]).toEqual([name, expect.stringContaining(`\`${value}\``)]);
  }
});

test('says of an input of one command which that is', () => {
  for (const { name, commands } of rows) {
    const [only, ...more] = commands;
    if (more.length > 0 || only === undefined || only === 'plan') continue;
    expect([name, at(action, 'inputs', name, 'description')]).toEqual([
      name,
      expect.stringMatching(new RegExp(only, 'iu')),
    ]);
  }
});

test('documents exactly the outputs that are set', () => {
  const sources = filesIn('src', '.ts').map(read).join('\n');
  const set = [...sources.matchAll(/setOutput\(\s*'([^']+)'/gu)].map(([, name]) => name);
  expect([...new Set(set)].sort()).toEqual(names(outputs));
});

test('describes everything', () => {
  for (const [name, each] of [...inputs, ...outputs]) {
    expect([name, at(each, 'description')]).toEqual([name, expect.stringMatching(/\.$/u)]);
  }
});

function defaultOf(name: string): string {
  const found = at(action, 'inputs', name, 'default');
  return typeof found === 'string' ? found : '';
}
