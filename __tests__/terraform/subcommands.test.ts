import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { findTerraform } from '../../loopback/terraform.ts';
import { meantSubcommand, subcommandOf, SUBCOMMANDS } from '../../src/terraform/subcommands.ts';

const of = (line: string) => subcommandOf(line.split(' '));

test.each([
  'plan',
  'validate',
  'output -json',
  'show',
  'state list',
  'state show a.b',
  'state pull',
  'state identities -json',
  'providers',
  'providers schema -json',
  'providers lock',
  'graph',
  'version',
  'init',
  'init -upgrade',
  'get',
  'workspace list',
  'workspace show',
  'modules -json',
  'console',
  'login',
  'state rm -help',
])('%s only reads', (line) => {
  expect(of(line)).toMatchObject({ writes: false, writesState: false });
});

test.each([
  'apply',
  'destroy',
  'import a.b c',
  'refresh',
  'taint a.b',
  'untaint a.b',
  'force-unlock id',
  'state rm a.b',
  'state mv a b',
  'state push x',
  'state replace-provider a b',
  'workspace new x',
  'workspace delete x',
  'workspace select x',
  'init -migrate-state',
  'init -force-copy=true',
  // Newer than the table.
  'frobnicate',
  'state frobnicate',
])('%s may write to the state', (line) => {
  expect(of(line)).toMatchObject({ writes: true, writesState: true });
});

test('test creates objects, but in no state of the leaf', () => {
  expect(of('test')).toMatchObject({ writes: true, writesState: false });
});

test.each([
  ['plan', true],
  ['output', true],
  ['state list', true],
  ['validate', true],
  ['frobnicate', true],
  ['init', false],
  ['get', false],
  ['fmt', false],
  ['version', false],
  ['-help', false],
  ['plan -help', false],
])('%s needs an initialized folder: %s', (line, expected) => {
  expect(of(line).needsInit).toBe(expected);
});

test.each([
  'plan -out=p',
  'plan -out p',
  'plan --state=x',
  'apply p',
  'apply -auto-approve p',
  'apply -lock-timeout 5m p',
  'show -json p',
  'graph -plan=p',
  'plan -generate-config-out=x',
  'import a b',
  'state push -',
  'force-unlock x',
  'console',
])('%s is about one leaf', (line) => {
  expect(of(line).onlyOne).toEqual(expect.any(String));
});

test.each(['plan', 'plan -target a', 'apply -target a', 'apply -var-file x', 'show', 'show -json', 'state rm x'])(
  '%s may be about several',
  (line) => {
    expect(of(line).onlyOne).toBeUndefined();
  },
);

test.each([
  ['output', 'text'],
  ['output -json', 'document'],
  ['output -json=false', 'text'],
  ['show --json', 'document'],
  ['state pull', 'document'],
  ['plan -json', 'lines'],
  ['graph', 'text'],
])('%s prints %s', (line, prints) => {
  expect(of(line).prints).toBe(prints);
});

test.each([
  ['plna -out=p', 'plan'],
  ['aply', 'apply'],
  ['valdate', 'validate'],
  ['plan', undefined],
  ['state frobnicate', undefined],
  ['stacks list', undefined],
  ['something-new', undefined],
])('%s means %s', (line, meant) => {
  expect(meantSubcommand(line.split(' '))).toBe(meant);
});

const terraform = findTerraform();

(terraform === undefined ? describe.skip : describe)('the real program', () => {
  test('has no subcommand that the table does not know', () => {
    const help = execFileSync(terraform ?? '', ['-help'], { encoding: 'utf8', env: { CHECKPOINT_DISABLE: '1' } });
    const names = [...help.matchAll(/^ {2}([a-z][a-z-]+) {2,}\S/gmu)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(20);
    const known = new Set(SUBCOMMANDS);
    // `metadata` and others that only have subcommands of their own are there by these.
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });
});
