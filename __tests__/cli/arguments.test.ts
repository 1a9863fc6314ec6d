import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../src/cli/arguments.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { commandHelp, helpText } from '../../src/cli/help.ts';

const common = { configPath: 'config/x', rootPath: undefined, listMerge: undefined };
const split = (line: string): string[] => line.split(' ').filter(Boolean);

/** The command's name, what is asked of it, and whether it logs what it does. */
function parsed(line: string): unknown {
  const found = parseArguments(split(line));
  if (found.kind === 'help') return { help: found.command?.name };
  if (found.kind === 'version') return 'version';
  return { [found.name]: found.request, ...(found.verbose ? { verbose: true } : {}) };
}

const terraform = { ...common, line: ['plan'], dryRun: false, failFast: false, wait: false, skipSecrets: false };
const plan = { ...common, base: undefined, format: 'text', skipSecrets: false };
const config = { ...common, format: 'yaml', filter: [], exclude: [], outputFile: undefined, skipSecrets: false };

describe('the command line', () => {
  test.each<[string, unknown]>([
    ['config/x terraform plan', { terraform }],
    ['config/x terraform plan --dry-run', { terraform: { ...terraform, dryRun: true } }],
    ['config/x terraform --dry-run plan', { terraform: { ...terraform, dryRun: true } }],
    ['config terraform plan', { terraform: { ...terraform, configPath: 'config' } }],
    [
      'config/x terraform plan -out=p -target x',
      { terraform: { ...terraform, line: ['plan', '-out=p', '-target', 'x'] } },
    ],
    ['config/x terraform state list --help', { terraform: { ...terraform, line: ['state', 'list', '--help'] } }],
    [
      '--root-path infra --list-merge=override config/x terraform apply',
      { terraform: { ...terraform, rootPath: 'infra', listMerge: 'override', line: ['apply'] } },
    ],
    ['config/x --root-path=infra terraform apply', { terraform: { ...terraform, rootPath: 'infra', line: ['apply'] } }],
    ['terraform plan', { terraform: { ...terraform, configPath: undefined } }],
    ['config/x terraform --fail-fast plan', { terraform: { ...terraform, failFast: true } }],
    ['--wait config/x --dry-run terraform plan', { terraform: { ...terraform, wait: true, dryRun: true } }],
    ['config/x terraform --wait plan', { terraform: { ...terraform, wait: true } }],
    ['config/x terraform plan --wait -x', { terraform: { ...terraform, wait: true, line: ['plan', '-x'] } }],
    ['config/x terraform --root-path infra plan', { terraform: { ...terraform, rootPath: 'infra' } }],
    ['config/x terraform plan --list-merge override', { terraform: { ...terraform, listMerge: 'override' } }],
    [
      'config/x terraform plan --list-merge=override x',
      { terraform: { ...terraform, listMerge: 'override', line: ['plan', 'x'] } },
    ],
    // Terraform's own.
    [
      'config/x terraform plan -v -h --fail-fast',
      { terraform: { ...terraform, line: ['plan', '-v', '-h', '--fail-fast'] } },
    ],
    ['config/x terraform plan --verbose --dry-run', { terraform: { ...terraform, dryRun: true }, verbose: true }],
    ['config/x config', { config }],
    ['config config', { config: { ...config, configPath: 'config' } }],
    ['config config/x', { config }],
    [
      'config/x config --format json --filter a --filter b --exclude=c --output-file f',
      { config: { ...config, format: 'json', filter: ['a', 'b'], exclude: ['c'], outputFile: 'f' } },
    ],
    ['plan', { plan: { ...plan, configPath: undefined } }],
    [
      'plan config/x --base HEAD~1 --format=markdown --root-path infra',
      { plan: { ...plan, rootPath: 'infra', base: 'HEAD~1', format: 'markdown' } },
    ],
    ['config/x plan', { plan }],
    ['--format markdown config/x --base=HEAD~1 plan', { plan: { ...plan, base: 'HEAD~1', format: 'markdown' } }],
    ['--verbose config/x plan', { plan, verbose: true }],
    ['-v config/x plan', { plan, verbose: true }],
    ['config/x plan -v', { plan, verbose: true }],
    ['', { help: undefined }],
    ['help', { help: undefined }],
    ['help plan', { help: 'plan' }],
    ['--help', { help: undefined }],
    ['config/x terraform --help', { help: 'terraform' }],
    ['config/x config --help', { help: 'config' }],
    ['--version', 'version'],
    ['-V', 'version'],
  ])('kompos %s', (line, expected) => {
    expect(parsed(line)).toEqual(expected);
  });

  test.each([
    ['config/x', /No command is given/u],
    ['config/x terrafrom plan', /"terrafrom" is not a command[\s\S]*Did you mean "terraform"/u],
    ['config/x terraform', /subcommand is missing/u],
    ['afected', /"afected" is not a command[\s\S]*Did you mean "affected"/u],
    ['plna', /"plna" is not a command[\s\S]*Did you mean "plan"/u],
    ['frobnicate', /"frobnicate" is not a command[\s\S]*Allowed: terraform, /u],
    ['apply config/x', /"apply" is not a command[\s\S]*kompos config\/x terraform apply/u],
    ['config/x apply -auto-approve', /"apply" is not a command[\s\S]*kompos config\/x terraform apply/u],
    ['config/env=dev config/env=prod terraform plan', /are two paths[\s\S]*Quote a pattern/u],
    ['config/x', /kompos config\/x terraform plan/u],
    ['config/x --rootpath x terraform plan', /Unknown option "--rootpath"[\s\S]*Did you mean "--root-path"/u],
    ['config/x --list-merge', /--list-merge needs a value/u],
    ['config/x --list-merge x terraform plan', /Allowed: append, append_unique, override, prepend/u],
    ['config/x terraform plan --list-merge', /--list-merge needs a value/u],
    ['config/x config --format toml', /Allowed: yaml, json/u],
    ['plan --format html', /Allowed: text, markdown, json/u],
    ['plan --head x', /Unknown option "--head"/u],
    ['--head x plan', /Unknown option "--head"/u],
    ['--fromat json list', /Unknown option "--fromat"[\s\S]*Did you mean "--format"/u],
    ['migrate --write=false', /--write takes no value/u],
    ['config terraform plan --dry-run=false', /--dry-run takes no value/u],
    ['config/x config extra', /"config" does not take "extra"/u],
    ['-- config/x', /Unknown option "--"/u],
    ['-vh config/x', /Unknown option "-vh"/u],
    ['--list-merge --root-path x', /--list-merge needs a value/u],
    ['plan --base', /--base needs a value/u],
    ['plan --list-merge=x', /Allowed: append/u],
  ])('kompos %s: an error that helps', (line, message) => {
    expect(() => parseArguments(split(line))).toThrow(message);
  });
});

test('commands agree on which options take a value: so an option can stand before its command', () => {
  const options = COMMANDS.flatMap((command) => command.options);
  const names = (all: typeof options): Set<string> => new Set(all.map(({ name }) => name));
  const [withValue, without] = [options.filter(({ value }) => value), options.filter(({ value }) => !value)].map(names);
  expect([...(withValue ?? [])].filter((name) => without?.has(name))).toEqual([]);
});

describe('the help', () => {
  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    'of %s: its usage, its options, two examples that can be typed',
    (name, command) => {
      const text = commandHelp(command);
      expect(helpText()).toContain(`  ${name}`);
      expect(text).toMatch(new RegExp(`^ {2}kompos (?:\\S*config_path\\S* )?${name}\\b`, 'mu'));
      for (const option of command.options) expect(text).toContain(`  ${option.name}`);
      for (const { line } of command.examples) {
        expect(text).toContain(`  kompos ${line}\n`);
        expect(parseArguments(split(line))).toMatchObject({ kind: 'run', name });
      }
    },
  );

  test('fits 80 columns', () => {
    for (const text of [helpText(), ...COMMANDS.map(commandHelp)]) {
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});
