/** The commands that answer questions about a configuration, without a process for each. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { filesFrom, writeFiles } from '../../loopback/file-tree.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { field, list } from '../../src/base/json.ts';
import { compareLeaves } from '../../src/commands/compare/compare.ts';
import { showConfiguration } from '../../src/commands/config/config.ts';
import { explain } from '../../src/commands/explain/explain.ts';
import { listLeaves } from '../../src/commands/list/list.ts';
import { showTree } from '../../src/commands/tree/tree.ts';
import { findUses } from '../../src/commands/uses/uses.ts';

const DEV = 'config/env=dev/composition=terraform/terraform=vpc';
const PROD = 'config/env=prod/composition=vpc';
const DNS = 'config/env=prod/composition=dns';

const project = filesFrom(`
  -- .komposconfig.yaml --
  compositions:
    config_keys:
      excluded:
        dns: [project]

  -- config/default.yaml --
  project: acme
  name: "{{project}}-{{env}}"
  vpc:
    ref: v1.0.0
    zones: [a]
  token: "{{env(SECRET_TOKEN)}}"
  terraform: {backend: {http: {address: "https://state/{{name}}"}}}

  -- config/env=dev/env.yaml --
  env: dev
  vpc: {zones: [b]}

  -- config/env=prod/env.yaml --
  env: prod
  composition:
    enabled: "{{on}}"

  -- ${DEV}/vpc.yaml --
  vpc: {ref: main}

  -- ${PROD}/vpc.yaml --
  "on": true

  -- ${DNS}/dns.yaml --
  "on": false

  -- config/env=prod/composition=helm/helm.yaml --
  a: 1

  -- compositions/terraform/vpc/main.tf.versioned --
  variable "config" {}
  locals {
    vpc = var.config.vpc
  }
  module "vpc" {
    source = "git::https://example.com/vpc.git?ref={{vpc.ref}}"
    name   = "\${var.config.name}-x"
  }
  resource "terraform_data" "zones" {
    input = local.vpc["zones"]
  }

  -- compositions/terraform/dns/main.tf --
  variable "config" {
    type = object({ name = string })
  }
`);

let directory: string;
let first: string;
const warnings: string[] = [];

beforeAll(async () => {
  const repository = await createRepository(project);
  ({ directory } = repository);
  first = await repository.id();
  writeFiles(directory, {
    'config/default.yaml': project['config/default.yaml']?.toString().replace('acme', 'other') ?? '',
  });
});

afterAll(removeTemporaryDirectories);

function context(within = '') {
  const log = { info: () => undefined, warning: (line: string) => warnings.push(line), group: () => undefined };
  const environment = { PATH: process.env['PATH'] ?? '', SECRET_TOKEN: 'hunter2-hunter2' };
  return { directory: join(directory, within), environment, log, paint: (_: string, text: string) => text };
}

const here = { rootPath: undefined, listMerge: undefined };

describe('kompos list', () => {
  test('leaves, whether they are enabled, and folders of other tools', async () => {
    const { text: table } = await listLeaves(
      { ...here, configPath: undefined, format: 'table', depends: false },
      context(),
    );
    expect(table).toBe(
      [
        'COMPOSITION  ENABLED  PLACE',
        'vpc          yes      config/env=dev',
        'dns          no       config/env=prod',
        'vpc          yes      config/env=prod',
        '3 leaves, 1 of them paused.',
        '1 folder without Terraform code left out.',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['env=prod', [DNS, PROD]],
    ['composition=vpc', [DEV, PROD]],
    ['config/env=*/**/{composition,terraform}=vpc', [DEV, PROD]],
    ['config/env=dev', [DEV]],
    [PROD, [PROD]],
  ])('%s', async (configPath, paths) => {
    const { text } = await listLeaves({ ...here, configPath, format: 'paths', depends: false }, context());
    expect(text.split('\n').filter(Boolean)).toEqual(paths);
    const { text: json } = await listLeaves({ ...here, configPath, format: 'json', depends: false }, context());
    expect(list(field(JSON.parse(json), 'leaves')).map((leaf) => field(leaf, 'path'))).toEqual(paths);
  });

  test('a layer with nothing but comments says nothing; a broken one leaves it open', async () => {
    const folder = temporaryDirectory('comments');
    writeFiles(folder, {
      'config/env=dev/composition=a/a.yaml': '# The composition "a" in dev.\n',
      'config/env=prod/composition=a/a.yaml': 'composition: [\n',
      'compositions/terraform/a/main.tf': '',
    });
    const { text } = await listLeaves(
      { ...here, configPath: undefined, format: 'json', depends: false },
      { ...context(), directory: folder },
    );
    const leaves = list(field(JSON.parse(text), 'leaves'));
    expect(leaves.map((leaf) => field(leaf, 'enabled'))).toEqual([true, null]);
  });

  test('a path that is misspelled: the closest one', async () => {
    const request = { ...here, configPath: 'config/env=prd', format: 'paths', depends: false } as const;
    await expect(listLeaves(request, context())).rejects.toThrow(/Did you mean "config\/env=prod"\?/u);
  });
});

test('kompos tree: layers, their files, and leaves', async () => {
  expect(await showTree({ ...here, configPath: 'composition=vpc', format: 'text' }, context())).toBe(
    [
      'config  (default.yaml)',
      '├─ env=dev  (env.yaml)',
      '│  └─ composition=terraform/terraform=vpc  (vpc.yaml)',
      '└─ env=prod  (env.yaml)',
      '   └─ composition=vpc  (vpc.yaml)',
      '',
    ].join('\n'),
  );
  const layers = field(
    JSON.parse(await showTree({ ...here, configPath: undefined, format: 'json' }, context())),
    'layers',
  );
  expect(layers).toMatchObject([
    { name: 'config', files: ['default.yaml'], layers: [{ name: 'env=dev' }, { name: 'env=prod' }] },
  ]);
});

describe('kompos explain', () => {
  const ask = (key: string, configPath: string | undefined, within = '') =>
    explain({ ...here, key, configPath, format: 'text' }, context(within));

  test('layers, placeholders, who takes it over, and who reads it', async () => {
    expect(await ask('project', DEV)).toBe(
      [
        `project in ${DEV}`,
        '  other',
        '      config/default.yaml:1:10',
        '',
        'Layers',
        '  sets        other',
        '      config/default.yaml:1:10',
        '  2 other files leave it as it is.',
        '',
        'Taken over by',
        '  name',
        '      config/default.yaml:2:7',
        '  terraform.backend.http.address',
        '      config/default.yaml:7:39',
        '',
        'Read by',
        '  var.config.name (through name)',
        '      compositions/terraform/vpc/main.tf.versioned:7',
        '  the generated provider file (through terraform.backend.http.address)',
        '      provider.tf.json',
        '',
      ].join('\n'),
    );
  });

  test('what overrides what, and pins', async () => {
    const text = await ask('vpc.ref', DEV);
    expect(text).toMatch(
      /sets {8}v1\.0\.0\n {6}config\/default\.yaml:4:8\n {2}overrides {3}main\n {6}\S+vpc\.yaml:1:12/u,
    );
    expect(text).toMatch(/pin module\.vpc\.source\n {6}compositions\/terraform\/vpc\/main\.tf\.versioned:6/u);
    expect(text).toContain('var.config.vpc, handed on');
  });

  test('a list that grows, through a local value', async () => {
    const text = await ask('vpc.zones', DEV);
    expect(text).toMatch(/adds items {2}\["b"\]/u);
    expect(text).toMatch(/var\.config\.vpc\.zones\n {6}compositions\/terraform\/vpc\/main\.tf\.versioned:10/u);
  });

  test('never prints a value of the environment', async () => {
    const answers = [
      await ask('token', DEV),
      await explain({ ...here, key: 'token', configPath: DEV, format: 'json' }, context()),
    ];
    for (const answer of answers) {
      expect(answer).not.toContain('hunter2');
      expect(answer).toContain('(environment: SECRET_TOKEN)');
    }
  });

  test.each([
    ['excluded keys', 'project', DNS, /var\.config does not have it: compositions\.config_keys\.excluded\.dns\./u],
    ['what no code reads', 'token', DNS, /Nothing in compositions\/terraform\/dns reads it\./u],
    ['a folder above leaves', 'name', 'config/env=dev', /other-dev/u],
  ])('%s', async (_, key, path, expected) => {
    expect(await ask(key, path)).toMatch(expected);
  });

  test('in a leaf, that leaf is meant', async () => {
    expect(await ask('vpc.ref', undefined, DEV)).toContain(`vpc.ref in ${DEV}\n  main\n`);
  });

  test.each([
    ['projct', DEV, /No layer of \S+ sets "projct"\.\n {2}Did you mean "project"\?/u],
    ['project', 'composition=vpc', /means 2 leaves, but one is needed/u],
    ['project', 'config/env=dve', /Did you mean "config\/env=dev"\?/u],
  ])('%s in %s: an error that helps', async (key, path, expected) => {
    await expect(ask(key, path)).rejects.toThrow(expected);
  });

  test('every value is what `config` prints', async () => {
    const request = {
      ...here,
      configPath: DEV,
      format: 'json',
      filter: [],
      exclude: ['token'],
      outputFile: undefined,
      skipSecrets: false,
    } as const;
    const configuration: unknown = JSON.parse(await showConfiguration(request, context()));
    const keys = [
      'project',
      'name',
      'vpc',
      'vpc.ref',
      'vpc.zones',
      'vpc.zones.1',
      'env',
      'terraform.backend.http.address',
    ];
    for (const key of keys) {
      const value = field(
        JSON.parse(await explain({ ...here, key, configPath: DEV, format: 'json' }, context())),
        'value',
      );
      const expected = key.split('.').reduce((at, step) => list(at)[Number(step)] ?? field(at, step), configuration);
      expect(value).toEqual(expected);
    }
  });
});

describe('kompos uses', () => {
  test('the leaves by value, and the code that reads it', async () => {
    expect(await findUses({ ...here, key: 'vpc.ref', configPath: undefined, format: 'text' }, context())).toBe(
      [
        'vpc.ref has 2 values in 3 leaves.',
        '',
        'v1.0.0',
        '    config/default.yaml:4:8',
        `  ${DNS}`,
        `  ${PROD}`,
        'main',
        `    ${DEV}/vpc.yaml:1:12`,
        `  ${DEV}`,
        '',
        'Read by',
        '  compositions/terraform/vpc (2 leaves)',
        '    var.config.vpc, handed on',
        '      compositions/terraform/vpc/main.tf.versioned:3',
        '    pin module.vpc.source',
        '      compositions/terraform/vpc/main.tf.versioned:6',
        '',
      ].join('\n'),
    );
  });

  test('everything as JSON; values of the environment are stand-ins', async () => {
    const text = await findUses({ ...here, key: 'token', configPath: undefined, format: 'json' }, context());
    expect(text).not.toContain('hunter2');
    expect(JSON.parse(text)).toMatchObject({
      values: [{ value: '(environment: SECRET_TOKEN)', leaves: [DEV, DNS, PROD] }],
      code: [],
    });
  });

  test('leaves without the key are counted, and a key that none has is an error', async () => {
    const text = await findUses({ ...here, key: 'on', configPath: undefined, format: 'text' }, context());
    expect(text).toContain('on has 2 values in 2 leaves.\n1 leaf does not have it.');
    await expect(
      findUses({ ...here, key: 'prject', configPath: undefined, format: 'text' }, context()),
    ).rejects.toThrow(/Did you mean "project"\?/u);
  });
});

describe('kompos compare', () => {
  const ask = (before: string, after: string) => compareLeaves({ ...here, before, after, format: 'text' }, context());

  test('two leaves key by key', async () => {
    const text = await ask('env=dev', PROD);
    expect(text).toMatch(/^--- config\/env=dev\S+\n\+\+\+ config\/env=prod\/composition=vpc\n/u);
    expect(text).toContain('env\n  - dev\n      config/env=dev/env.yaml:1:6\n  + prod\n');
    expect(text).toContain('composition.enabled\n  + true\n');
    expect(text).toContain('vpc.zones\n  - ["a","b"]\n');
    expect(text).not.toContain('token');
  });

  test('one leaf at two revisions: only what differs', async () => {
    const answer: unknown = JSON.parse(
      await compareLeaves({ ...here, before: `@${first}`, after: DEV, format: 'json' }, context()),
    );
    expect(field(answer, 'before')).toBe(`${DEV}@${first}`);
    const values = list(field(answer, 'differences')).map((each) => [
      field(each, 'key'),
      field(field(each, 'before'), 'value'),
      field(field(each, 'after'), 'value'),
    ]);
    expect(values).toEqual([
      ['name', 'acme-dev', 'other-dev'],
      ['project', 'acme', 'other'],
      ['terraform.backend.http.address', 'https://state/acme-dev', 'https://state/other-dev'],
    ]);
    expect(await ask(`${DEV}@HEAD`, `${DEV}@${first}`)).toContain('Nothing differs.');
  });

  test('what is wrong with a key that neither leaf gets is no reason to fail', async () => {
    const directory = temporaryDirectory('compare');
    writeFiles(directory, {
      '.komposconfig.yaml': 'compositions: {config_keys: {excluded: {vpc: [helm]}}}\n',
      'config/a.yaml': 'helm: {x: .inf, y: "{{no.such.key}}"}\n',
      'config/env=dev/composition=vpc/a.yaml': 'e: dev\n',
      'config/env=prod/composition=vpc/a.yaml': 'e: prod\n',
      'config/env=prod/composition=dns/a.yaml': 'e: prod\n',
      'compositions/terraform/vpc/main.tf': '',
      'compositions/terraform/dns/main.tf': '',
    });
    const warnings: string[] = [];
    const compare = (before: string, after: string) =>
      compareLeaves(
        { ...here, rootPath: directory, before, after, format: 'text' },
        { ...context(), log: { ...context().log, warning: (text) => warnings.push(text) } },
      );
    expect(await compare('env=dev', 'env=prod,composition=vpc')).toMatch(/^e\n {2}- dev\n.*\n {2}\+ prod\n/mu);
    expect(warnings).toEqual([expect.stringContaining('are left out')]);
    await expect(compare('env=dev', 'composition=dns')).rejects.toThrow('has no JSON representation');
  });

  test('a revision that does not exist', async () => {
    await expect(ask(`${DEV}@nowhere`, DEV)).rejects.toThrow('"nowhere" is not a commit in this repository.');
  });
});
