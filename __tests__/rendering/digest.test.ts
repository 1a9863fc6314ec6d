import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { standInEnvironment } from '../../src/action/job-environment.ts';
import { openEnvironment, type EnvironmentReader } from '../../src/hierarchy/environment-reader.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { leavesOf, openProject } from '../../src/project/project.ts';
import { renderingDigest } from '../../src/rendering/digest.ts';
import { createCaches, openRenderer } from '../../src/rendering/renderer.ts';
import { memorySnapshot, type Tree } from '../support/memory-snapshot.ts';
import { NOTHING_OUTSIDE } from '../../src/rendering/outside.ts';

const LEAF = 'config/env=prod/composition=vpc';
const SOURCE = 'compositions/terraform/aws/vpc';
const MAIN = `variable "config" {}
module "common" {
  source = "../common"
}
module "far" {
  source = "../../../../modules/far"
}
resource "terraform_data" "vpc" {
  input = [var.config.name, var.config.size, try(var.config.host, null), file("\${path.module}/../policies/a.json")]
}
`;
const base: Readonly<Record<string, string>> = {
  'config/a.yaml': 'cloud: {type: aws}\nname: a\nrefs: {module: v1}\n',
  [`${LEAF}/vpc.yaml`]: 'size: 1\n',
  [`${SOURCE}/main.tf`]: MAIN,
  [`${SOURCE}/.terraform.lock.hcl`]: 'provider "a/b/c" {\n  version = "1.0.0"\n}\n',
  [`${SOURCE}/scripts/run.sh`]: '+x echo\n',
  [`${SOURCE}/pinned.tf.versioned`]:
    'module "p" {\n  source = "git::https://example.org/m.git?ref={{refs.module}}"\n}\n',
  'compositions/terraform/aws/common/main.tf': 'module "inner" {\n  source = "./inner"\n}\n',
  'compositions/terraform/aws/common/inner/main.tf': 'output "o" {\n  value = 1\n}\n',
  'compositions/terraform/aws/policies/a.json': '{}',
  'modules/far/main.tf': 'output "o" {\n  value = 2\n}\n',
  'README.md': 'words',
};

async function digest(
  tree: Tree,
  environment: EnvironmentReader = openEnvironment({}),
  root = '',
  everything = false,
): Promise<string> {
  const project = await openProject(memorySnapshot(tree), root);
  const renderer = openRenderer(project, leavesOf(project), environment, createCaches(), undefined, NOTHING_OUTSIDE);
  const result = await renderer.render(describeLeaf(LEAF));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return renderingDigest(result, everything);
}

const changed = (path: string, change: (text: string) => string): Tree => ({
  ...base,
  [path]: change(base[path] ?? ''),
});
const moved = (from: string, to: string): Tree =>
  Object.fromEntries(Object.entries(base).map(([path, text]) => [path === from ? to : path, text]));
const word = (text: string): string => `${text}# a word\n`;

describe('of the configuration what the sources read counts', () => {
  const config = (yaml: string): Tree => ({ ...base, 'config/a.yaml': yaml });
  const written = base['config/a.yaml'] ?? '';

  test.each<[string, string, boolean]>([
    ['another key', `${written}other: 1\n`, true],
    ['a key that is read', written.replace('name: a', 'name: b'), false],
    ['its kind', written.replace('name: a', 'name: [a]'), false],
    ['its absence', written.replace('name: a', ''), false],
  ])('%s', async (_, yaml, same) => {
    expect((await digest(config(yaml))) === (await digest(base))).toBe(same);
  });

  test('or all of it, where that is wanted', async () => {
    expect(await digest(config(`${written}other: 1\n`), undefined, '', true)).not.toBe(
      await digest(base, undefined, '', true),
    );
  });
});

describe('the same files have the same digest', () => {
  test('128 bits in hex, at every commit', async () => {
    expect(await digest(base)).toMatch(/^[0-9a-f]{32}$/u);
    expect(await digest({ ...base })).toBe(await digest(base));
  });

  test.each<[string, Tree, string]>([
    [
      'wherever the project lies',
      Object.fromEntries(Object.entries(base).map(([path, text]) => [`sub/${path}`, text])),
      'sub',
    ],
    [
      'whatever else is in the repository',
      { ...base, 'README.md': 'other words', 'compositions/terraform/aws/eks/main.tf': '' },
      '',
    ],
    ['whatever another leaf is configured', { ...base, 'config/env=dev/composition=vpc/vpc.yaml': 'size: 9\n' }, ''],
    [
      'however its configuration is spelled',
      changed('config/a.yaml', () => '# words\nrefs:\n  module: "v1"\nname: a\ncloud: {type: aws}\n'),
      '',
    ],
    [
      'in whichever layer a value stands',
      {
        ...changed('config/a.yaml', (text) => text.replace('name: a', 'name: z')),
        'config/env=prod/p.yaml': 'name: a\n',
      },
      '',
    ],
    [
      'beside what working copies leave',
      { ...base, [`${SOURCE}/.terraform/modules/modules.json`]: '{}', [`${SOURCE}/terraform.tfstate`]: '{}' },
      '',
    ],
  ])('%s', async (_, tree, root) => {
    expect(await digest(tree, undefined, root)).toBe(await digest(base));
  });
});

describe('other files have another digest', () => {
  test.each<[string, Tree]>([
    ['a configured value', changed(`${LEAF}/vpc.yaml`, () => 'size: 2\n')],
    ['a value’s type', changed(`${LEAF}/vpc.yaml`, () => 'size: "1"\n')],
    ['a pin', changed('config/a.yaml', (text) => text.replace('v1', 'v2'))],
    ['a word in a file', changed(`${SOURCE}/main.tf`, word)],
    ['a blank at the end', changed(`${SOURCE}/main.tf`, (text) => `${text} `)],
    ['the lock file', changed(`${SOURCE}/.terraform.lock.hcl`, (text) => text.replace('1.0.0', '1.0.1'))],
    ['a script', changed(`${SOURCE}/scripts/run.sh`, () => '+x rm -rf\n')],
    ['a script’s mode', changed(`${SOURCE}/scripts/run.sh`, (text) => text.replace('+x ', ''))],
    ['a file’s name', moved(`${SOURCE}/main.tf`, `${SOURCE}/other.tf`)],
    ['a file’s folder', moved(`${SOURCE}/scripts/run.sh`, `${SOURCE}/run.sh`)],
    ['one file more', { ...base, [`${SOURCE}/more.txt`]: '' }],
    ['one file less', moved(`${SOURCE}/.terraform.lock.hcl`, 'elsewhere')],
    ['a neighbour module', changed('compositions/terraform/aws/common/main.tf', word)],
    ['a module of a neighbour module', changed('compositions/terraform/aws/common/inner/main.tf', word)],
    ['a module far away', changed('modules/far/main.tf', word)],
    ['one file more in a neighbour module', { ...base, 'compositions/terraform/aws/common/more.tf': '' }],
    ['a neighbour file that a path names', changed('compositions/terraform/aws/policies/a.json', () => '[]')],
    ['a neighbour file’s mode', changed('compositions/terraform/aws/policies/a.json', (text) => `+x ${text}`)],
    ['an exclusion', { ...base, '.komposconfig.yaml': 'compositions: {config_keys: {excluded: {vpc: [size]}}}\n' }],
  ])('%s', async (_, tree) => {
    expect(await digest(tree)).not.toBe(await digest(base));
  });

  test('a name that reads like the line of another file', async () => {
    const sum = createHash('sha256').update('x').digest('hex');
    const one = { ...base, [`${SOURCE}/a\n${sum} - b`]: 'x' };
    const two = { ...base, [`${SOURCE}/a`]: 'x', [`${SOURCE}/b`]: 'x' };
    expect(await digest(one)).not.toBe(await digest(two));
  });

  test('two files with each other’s content', async () => {
    const one = { ...base, [`${SOURCE}/a`]: 'x', [`${SOURCE}/b`]: 'y' };
    const two = { ...base, [`${SOURCE}/a`]: 'y', [`${SOURCE}/b`]: 'x' };
    expect(await digest(one)).not.toBe(await digest(two));
  });
});

describe('environment variables', () => {
  const reading = { ...base, 'config/b.yaml': 'host: "https://{{env(HOST)}}/x"\n' };
  const other = { ...base, 'config/b.yaml': 'host: "https://{{env(OTHER)}}/x"\n' };
  const standIn = (values: Readonly<Record<string, string>>, key?: string): EnvironmentReader => {
    const environment = standInEnvironment(values, ['HOST', 'OTHER'], key);
    if (environment === undefined) throw new Error('nothing is allowed');
    return environment;
  };
  const withHost = (host: string, key?: string): Promise<string> => digest(reading, standIn({ HOST: host }, key));

  test('without a key count by name only, so that no value can be guessed', async () => {
    expect(await withHost('one')).toBe(await withHost('two'));
    const both = { HOST: 'one', OTHER: 'one' };
    expect(await digest(other, standIn(both))).not.toBe(await digest(reading, standIn(both)));
  });

  test('with a key count by value, and by key', async () => {
    expect(await withHost('one', 'k')).toBe(await withHost('one', 'k'));
    const all = [
      await withHost('one', 'k'),
      await withHost('two', 'k'),
      await withHost('one', 'l'),
      await withHost('one'),
    ];
    expect(new Set(all).size).toBe(4);
  });

  test('are told from a text that merely reads like their stand-in, but for the name', async () => {
    const literal = { ...base, 'config/b.yaml': 'host: "https://one/x"\n' };
    expect(await digest(literal)).not.toBe(await withHost('one'));
    expect(await digest(literal)).not.toBe(await withHost('one', 'k'));
  });
});
