import { describe, expect, test } from '@jest/globals';
import { subcommandArguments } from '../../src/terraform/command-line.ts';
import { subcommandOf } from '../../src/terraform/subcommands.ts';

const words = (line: string): string[] => line.split(' ');
const asRun = (line: string, colors = true): string =>
  subcommandArguments(subcommandOf(words(line)), true, colors).join(' ');

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
  ['plan -out=p', 'plan -no-color -var-file=variables.tfvars.json -out=p'],
  ['state list x', 'state list -no-color x'],
  ['providers schema -json', 'providers schema -no-color -json'],
  ['fmt -check', 'fmt -check'],
  ['plan -help', 'plan -help'],
])('%s without colors', (line, expected) => {
  expect(asRun(line, false)).toBe(expected);
});
