import { describe, expect, test } from '@jest/globals';
import { needsInit, subcommandArguments, writesState } from '../../src/terraform/command-line.ts';

const words = (line: string): string[] => line.split(' ');
const asRun = (line: string): string => {
  const [subcommand = '', ...args] = words(line);
  return subcommandArguments(subcommand, args, true).join(' ');
};

describe("the configuration, then the user's own arguments", () => {
  test.each([
    ['plan', 'plan -var-file=variables.tfvars.json'],
    ['plan -out=p', 'plan -var-file=variables.tfvars.json -out=p'],
    ['plan -out p', 'plan -var-file=variables.tfvars.json -out p'],
    ['apply', 'apply -var-file=variables.tfvars.json'],
    ['apply -auto-approve', 'apply -var-file=variables.tfvars.json -auto-approve'],
    ['destroy -target terraform_data.a', 'destroy -var-file=variables.tfvars.json -target terraform_data.a'],
    // Terraform reads no option behind the first address.
    ['import terraform_data.a id', 'import -var-file=variables.tfvars.json terraform_data.a id'],
    ['refresh', 'refresh -var-file=variables.tfvars.json'],
    ['console', 'console -var-file=variables.tfvars.json'],
    // Later ones win in Terraform, so a user's own file may override the configuration.
    ['plan -var-file=own.tfvars', 'plan -var-file=variables.tfvars.json -var-file=own.tfvars'],
  ])('%s', (line, expected) => {
    expect(asRun(line)).toBe(expected);
  });

  test.each([
    'init -upgrade',
    'output -json',
    'show -json p',
    'state list',
    'validate',
    'force-unlock -force id',
    'workspace list',
    'fmt -check',
  ])('%s takes no variables', (line) => {
    expect(asRun(line)).toBe(line);
  });
});

describe('apply of a saved plan takes no variables', () => {
  test.each(['apply p', 'apply -auto-approve p', 'apply -lock-timeout=5m p', 'apply -lock-timeout 5m ../p'])(
    '%s',
    (line) => {
      expect(asRun(line)).toBe(line);
    },
  );

  test.each([
    ['apply -target terraform_data.a', 'terraform_data.a'],
    ['apply -replace terraform_data.a', 'terraform_data.a'],
    ['apply -lock-timeout 5m', '5m'],
    ['apply -parallelism 2', '2'],
    ['apply -var a=1', 'a=1'],
    ['apply --var a=1', 'a=1'],
    ['apply -var-file own.tfvars', 'own.tfvars'],
  ])("%s: %s is the option's value, no plan file", (line) => {
    expect(asRun(line)).toBe(line.replace('apply', 'apply -var-file=variables.tfvars.json'));
  });
});

test.each([
  ['plan', true],
  ['apply', true],
  ['output', true],
  ['state', true],
  ['import', true],
  ['validate', true],
  ['providers', true],
  ['init', false],
  ['fmt', false],
  ['version', false],
  ['-version', false],
  ['-help', false],
])('%s needs an initialised folder: %s', (subcommand, expected) => {
  expect(needsInit(subcommand)).toBe(expected);
});

test.each([
  ['apply', true],
  ['destroy', true],
  ['import', true],
  ['refresh', true],
  ['taint', true],
  ['untaint', true],
  ['plan', false],
  ['output', false],
  ['show', false],
  ['validate', false],
])('%s may write to the state: %s', (subcommand, expected) => {
  expect(writesState(subcommand)).toBe(expected);
});
