import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { executable, symlink, type Files } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { app, cluster, network, openProject, threeCompositions, withTerraform } from './project.ts';

afterAll(removeTemporaryDirectories);

/** Nothing may get as far as asking for a state. */
const noStates = 'http://127.0.0.1:9';
const source = 'compositions/terraform/network';
const template = 'module "m" {\n  source = "git::https://github.com/org/m.git?ref={{vpc.module_version}}"\n}\n';

interface Wrong {
  readonly files?: Files;
  readonly line?: string;
  readonly env?: Record<string, string>;
  /** What standard error must say, in this order. */
  readonly says: readonly string[];
  readonly code?: number;
}

async function expectRefusal({ files = {}, line, env = {}, says, code = 1 }: Wrong): Promise<void> {
  const project = openProject({ ...threeCompositions, ...files }, noStates, env);
  const result = await project.kompos(line ?? 'config/env=dev terraform apply');
  expect(result).toMatchObject({ code, signal: null, stdout: '' });
  let rest = result.stderr;
  for (const words of says) {
    expect(rest).toContain(words);
    rest = rest.slice(rest.indexOf(words) + words.length);
  }
  // One message, for people: it is neither said twice nor the trace of a crash.
  const [first = ''] = says;
  expect(result.stderr.split(first)).toHaveLength(2);
  expect(result.stderr).not.toMatch(/\n\s+at /u);
  expect(project.has('.kompos-runtime')).toBe(false);
}

describe('nothing runs and nothing is written', () => {
  test.each<[string, Wrong]>([
    [
      'a key that a template needs is missing',
      {
        files: { [`${source}/module.tf.versioned`]: template },
        says: [
          `Error: ${source}/module.tf.versioned:2:`,
          'Config key "vpc.module_version" not found for interpolation.',
          'source = "git::https://github.com/org/m.git?ref={{vpc.module_version}}"',
          '^',
          'Add "vpc.module_version" to your hierarchical configuration.',
        ],
      },
    ],
    [
      'a key that another one needs is missing: the same for three leaves, said once',
      {
        files: { 'config/env=dev/more.yaml': '# more\nzone: "a.{{dns.zone}}"\n' },
        says: ['Error: config/env=dev/more.yaml:2:', 'Config key "dns.zone" not found', 'Add "dns.zone"'],
      },
    ],
    [
      'a circle',
      {
        files: { [`${network}/more.yaml`]: 'a: "{{b}}"\nb: "x{{c}}"\nc: "{{a}}"\n' },
        says: [`Error: ${network}/more.yaml:`, 'a'],
      },
    ],
    [
      'a YAML file that cannot be read',
      {
        files: { 'config/env=dev/more.yaml': 'a: 1\nb: [1, 2\nc: 3\n' },
        says: ['Error: config/env=dev/more.yaml:'],
      },
    ],
    [
      'a key twice',
      { files: { 'config/env=dev/more.yaml': 'a: 1\nb: 2\na: 3\n' }, says: ['Error: config/env=dev/more.yaml:3:1: '] },
    ],
    [
      'a map against a scalar at the top',
      {
        files: { [`${network}/more.yaml`]: 'terraform: none\n' },
        says: [`${network}/more.yaml:1:`, 'terraform', 'config/default.yaml'],
      },
    ],
    [
      'an unknown composition folder',
      {
        files: { 'config/env=dev/composition=terraform/terraform=networks/leaf.yaml': 'name: networks\n' },
        says: [
          'Error: config/env=dev/composition=terraform/terraform=networks: The composition folder "compositions/terraform/networks" does not exist.',
          `Did you mean "${source}"?`,
          '.komposconfig.yaml',
        ],
      },
    ],
    [
      'a leaf that does not exist',
      {
        line: `${network.replace('=dev', '=dve')} terraform plan`,
        says: [`There is no leaf at or below "${network.replace('=dev', '=dve')}".`, `Did you mean "${network}"?`],
      },
    ],
    [
      'a path that leads out of the project',
      { line: '../elsewhere terraform plan', says: ['"../elsewhere" is not below the project'], code: 2 },
    ],
    [
      'a project that does not exist',
      { line: '--root-path nowhere config terraform plan', says: ['--root-path is "nowhere"'], code: 2 },
    ],
    [
      'a project that is a file',
      {
        line: '--root-path config/default.yaml config terraform plan',
        files: { 'config/default.yaml': 'a: 1\n' },
        says: ['Error: --root-path is "config/default.yaml", which is not a folder.', 'Name the folder'],
        code: 2,
      },
    ],
    [
      'settings of the wrong shape',
      {
        files: { '.komposconfig.yaml': 'compositions:\n  order:\n    terraform: network\n' },
        says: ['Error: .komposconfig.yaml:3:16: Setting "compositions.order.terraform"'],
      },
    ],
    [
      'settings that are no YAML',
      { files: { '.komposconfig.yaml': 'terraform: {version: [}\n' }, says: ['Error: .komposconfig.yaml:1:'] },
    ],
    [
      'a project for a newer kompos',
      {
        files: { '.komposconfig.yaml': 'min_version: "99.1"\n' },
        says: ['Error: .komposconfig.yaml: This project needs kompos 99.1.0 or newer; this is '],
      },
    ],
    [
      'a template without an end',
      {
        files: { [`${source}/module.tf.versioned`]: 'module "m" {\n  source = "{{vpc\n' },
        says: [`Error: ${source}/module.tf.versioned:`],
      },
    ],
    [
      'a pin that could write HCL of its own',
      {
        files: {
          [`${source}/module.tf.versioned`]: template,
          [`${network}/more.yaml`]: `vpc:\n  module_version: 'v1" x = "'\n`,
        },
        says: [`${source}/module.tf.versioned:2:`],
      },
    ],
    [
      'a link that leads out of the repository',
      {
        files: { [`${source}/secrets.tf`]: symlink('/etc/passwd') },
        says: [`Error: ${source}/secrets.tf: The symbolic link leads out of the repository`],
      },
    ],
    [
      'two mistakes at once',
      {
        files: {
          [`${network}/more.yaml`]: 'a: "{{no.such.key}}"\n',
          [`${app}/more.yaml`]: 'a: [\n',
        },
        says: [`${network}/more.yaml:1:`, `${app}/more.yaml:`],
      },
    ],
    [
      'an environment variable that is not set',
      {
        files: { [`${cluster}/more.yaml`]: 'user: "{{env(KOMPOS_NOT_SET)}}"\n' },
        says: [`${cluster}/more.yaml:1:`, 'KOMPOS_NOT_SET'],
      },
    ],
  ])('%s', async (_, wrong) => {
    await expectRefusal(wrong);
  });
});

test('a command line that makes no sense: exit code 2, and what is allowed', async () => {
  const project = openProject(threeCompositions, noStates);
  const result = await project.kompos('config/env=dev terrafrom plan');
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toBe('Error: "terrafrom" is not a command.\n  Did you mean "terraform"?\n');
});

describe('Terraform', () => {
  let tools: string;

  beforeAll(() => {
    tools = temporaryDirectory('tools');
    const git = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    openProject({ git: symlink(git) }, noStates, {}, tools);
  });

  test('is missing: how to get it', async () => {
    await expectRefusal({
      env: { PATH: tools },
      says: ['Error: Terraform was not found on PATH.', 'https://developer.hashicorp.com/terraform/install'],
    });
  });

  test('is missing: --dry-run does without', async () => {
    const project = openProject(threeCompositions, noStates, { PATH: tools });
    const result = await project.kompos('config terraform plan --dry-run');
    expect(result).toMatchObject({ code: 0 });
    expect(project.has('.kompos-runtime/terraform/network/main.tf')).toBe(true);
  });

  test('is broken: its own words', async () => {
    const broken = temporaryDirectory('broken');
    openProject({ terraform: executable('#!/bin/sh\necho "wrong machine" >&2\nexit 126\n') }, noStates, {}, broken);
    await expectRefusal({
      env: { PATH: `${broken}:${tools}` },
      says: [`Error: "${join(broken, 'terraform')} version" failed: wrong machine`],
    });
  });

  withTerraform(test)('has a version that the project does not want', async () => {
    await expectRefusal({
      files: { '.komposconfig.yaml': 'terraform:\n  version: "~> 0.12"\n' },
      env: { KOMPOS_TERRAFORM_MIRROR: 'none' },
      says: [
        'Error: .komposconfig.yaml:2:13: Terraform is ',
        'but terraform.version asks for "~> 0.12".',
        'first on PATH, unset KOMPOS_TERRAFORM_MIRROR',
      ],
    });
    await expectRefusal({
      files: { '.komposconfig.yaml': 'terraform:\n  version: newest\n' },
      says: ['Error: .komposconfig.yaml:2:12: terraform.version "newest" is neither a version nor a constraint.'],
    });
  });
});
