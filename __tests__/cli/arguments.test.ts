import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../src/cli/arguments.ts';

const common = { configPath: 'config/x', rootPath: '.', listMerge: undefined, verbose: false };
const split = (line: string): string[] => line.split(' ').filter(Boolean);

describe('the command line', () => {
  test.each([
    ['config/x terraform plan', { kind: 'terraform', ...common, subcommand: 'plan', args: [], dryRun: false }],
    ['config/x terraform plan --dry-run', { kind: 'terraform', ...common, subcommand: 'plan', args: [], dryRun: true }],
    ['config/x terraform --dry-run plan', { kind: 'terraform', ...common, subcommand: 'plan', args: [], dryRun: true }],
    [
      'config/x terraform plan -out=p -target x',
      { kind: 'terraform', ...common, subcommand: 'plan', args: ['-out=p', '-target', 'x'], dryRun: false },
    ],
    [
      'config/x terraform state list --help',
      { kind: 'terraform', ...common, subcommand: 'state', args: ['list', '--help'], dryRun: false },
    ],
    [
      '--root-path infra --list-merge=override config/x terraform apply',
      {
        kind: 'terraform',
        configPath: 'config/x',
        rootPath: 'infra',
        listMerge: 'override',
        verbose: false,
        subcommand: 'apply',
        args: [],
        dryRun: false,
      },
    ],
    [
      'config/x --root-path=infra terraform apply',
      { kind: 'terraform', ...common, rootPath: 'infra', subcommand: 'apply', args: [], dryRun: false },
    ],
    ['config/x config', { kind: 'config', ...common, format: 'yaml', filter: [], exclude: [], outputFile: undefined }],
    [
      'config/x config --format json --filter a --filter b --exclude=c --output-file f',
      { kind: 'config', ...common, format: 'json', filter: ['a', 'b'], exclude: ['c'], outputFile: 'f' },
    ],
    ['plan', { kind: 'plan', ...common, configPath: undefined, base: undefined, format: 'text' }],
    [
      'plan config/x --base HEAD~1 --format=markdown --root-path infra',
      { kind: 'plan', ...common, rootPath: 'infra', base: 'HEAD~1', format: 'markdown' },
    ],
    ['config/x plan', { kind: 'plan', ...common, base: undefined, format: 'text' }],
    [
      '--verbose plan',
      { kind: 'plan', ...common, configPath: undefined, base: undefined, format: 'text', verbose: true },
    ],
    [
      'config/x terraform plan --verbose --dry-run',
      { kind: 'terraform', ...common, subcommand: 'plan', args: [], dryRun: true, verbose: true },
    ],
    ['', { kind: 'help' }],
    ['--help', { kind: 'help' }],
    ['config/x terraform --help', { kind: 'help' }],
    ['config/x config --help', { kind: 'help' }],
    ['--version', { kind: 'version' }],
  ])('kompos %s', (line, expected) => {
    expect(parseArguments(split(line))).toEqual(expected);
  });

  test.each([
    ['config/x', /No command is given/u],
    ['config/x terrafrom plan', /"terrafrom" is not a command[\s\S]*Did you mean "terraform"/u],
    ['config/x terraform', /subcommand is missing/u],
    ['config/x --rootpath x terraform plan', /Unknown option "--rootpath"[\s\S]*Did you mean "--root-path"/u],
    ['config/x --list-merge', /--list-merge needs a value/u],
    ['config/x --list-merge x terraform plan', /Allowed: append, append_unique, override, prepend/u],
    ['config/x config --format toml', /Allowed: yaml, json/u],
    ['plan --format html', /Allowed: text, markdown/u],
    ['plan --head x', /Unknown option "--head"/u],
    ['config/x config extra', /Unknown option "extra"/u],
    ['-- config/x', /Unknown option "--"/u],
    ['-vh config/x', /Unknown option "-vh"/u],
    ['--list-merge --root-path x', /--list-merge needs a value/u],
    ['plan --base', /--base needs a value/u],
    ['plan --list-merge=x', /Allowed: append/u],
  ])('kompos %s: an error that helps', (line, message) => {
    expect(() => parseArguments(split(line))).toThrow(message);
  });
});
