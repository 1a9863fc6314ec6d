import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import {
  APPLY_REQUIREMENTS,
  COMMANDS,
  COMMENT_MODES,
  readInputs,
  UNKNOWN_BASE_MODES,
  UNUSED_CONFIGURATION_MODES,
} from '../../src/action/inputs.ts';
import { LIST_MERGES } from '../../src/hierarchy/value.ts';
import { at, entriesOf, filesIn, read } from './files.ts';

const action: unknown = parse(read('action.yml'));
const inputs = entriesOf(at(action, 'inputs'));
const outputs = entriesOf(at(action, 'outputs'));

function names(entries: readonly [string, unknown][]): readonly string[] {
  return entries.map(([name]) => name).sort();
}

test('documents exactly the inputs that are read', () => {
  const asked = new Set<string>();
  readInputs((name) => {
    asked.add(name);
    return '';
  }, 1);
  expect([...asked].sort()).toEqual(names(inputs));
});

test('has the defaults that are used without it', () => {
  const withDefaults = readInputs(defaultOf, 4);
  const without = readInputs(() => '', 4);
  expect({ ...withDefaults, token: undefined }).toEqual(without);
});

test('names every allowed value', () => {
  const allowed = {
    command: COMMANDS,
    comment: COMMENT_MODES,
    'apply-requires': APPLY_REQUIREMENTS,
    'on-unknown-base': UNKNOWN_BASE_MODES,
    'unused-configuration': UNUSED_CONFIGURATION_MODES,
    'list-merge': LIST_MERGES,
  };
  for (const [name, values] of Object.entries(allowed)) {
    for (const value of values)
      expect([name, at(action, 'inputs', name, 'description')]).toEqual([
        name,
        expect.stringContaining(`\`${value}\``),
      ]);
  }
});

test('documents exactly the outputs that are set', () => {
  const sources = filesIn('src', '.ts').map(read).join('\n');
  const set = [...sources.matchAll(/setOutput\(\s*'([^']+)'/gu)].map(([, name]) => name);
  expect(set.sort()).toEqual(names(outputs));
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
