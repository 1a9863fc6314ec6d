/** `kompos validate`: every kind of fault at its file and line, in all formats. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles, filesFrom, type Files } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { validateLocally } from '../../src/commands/validate/validate.ts';
import { field, list, textOf } from '../../src/base/json.ts';

type Format = Parameters<typeof validateLocally>[0]['format'];

const log = { info: () => undefined, warning: () => undefined, group: () => undefined };

function validate(directory: string, format: Format, configPath?: string) {
  const environment = { PATH: process.env['PATH'] ?? '', GIT_CEILING_DIRECTORIES: directory };
  return validateLocally(
    { rootPath: undefined, listMerge: undefined, configPath, format },
    { directory, environment, log, paint: (_, text) => text },
  );
}

function projectOf(files: Files): string {
  const directory = temporaryDirectory('validate');
  writeFiles(directory, files);
  return directory;
}

const backend = 'terraform {\n  backend "http" {\n    address = "https://state/{{env}}/{{name}}"\n  }\n}\n';

const good: Files = {
  'config/default.yaml': 'name: x\nvpc: {ref: v1.0.0}\ntoken: "{{env(NOT_SET)}}"\n',
  'config/env=dev/env.yaml': 'env: dev\n',
  'config/env=prod/env.yaml': 'env: prod\n',
  'config/env=dev/composition=vpc/vpc.yaml': 'a: 1\n',
  'config/env=prod/composition=vpc/vpc.yaml': 'a: 1\n',
  'compositions/terraform/vpc/main.tf.versioned': `variable "config" {}\nmodule "m" {\n  source = "git::https://x.y/a.git?ref={{vpc.ref}}"\n}\n${backend}`,
};

/** `error pin config/default.yaml:2:12 in 2` and the message. */
async function found(files: Files, configPath?: string): Promise<readonly string[]> {
  const { text } = await validate(projectOf({ ...good, ...files }), 'json', configPath);
  return list(field(JSON.parse(text), 'problems')).map((row) => {
    const place = ['file', 'line', 'column'].flatMap((name) => {
      const part = field(row, name);
      return typeof part === 'string' || typeof part === 'number' ? [String(part)] : [];
    });
    const leaves = list(field(row, 'leaves')).length;
    const [severity = '', code = '', message = ''] = ['severity', 'code', 'message'].map((name) => textOf(row, name));
    return `${severity} ${code} ${place.join(':')}${leaves === 0 ? '' : ` in ${leaves}`}: ${message}`;
  });
}

afterAll(removeTemporaryDirectories);

test('a project without problems; variables that are not set count as set', async () => {
  expect(await validate(projectOf(good), 'text')).toEqual({ text: 'No problems. 2 leaves checked.\n', failed: false });
});

test('folders of other tools are mentioned, and no problem', async () => {
  const directory = projectOf({
    ...good,
    'config/env=dev/composition=helm-values/v.yaml': 'a: 1\n',
    'config/env=dev/composition=helmfile/helmfile=x/v.yaml': 'a: 1\n',
  });
  expect((await validate(directory, 'text')).text).toBe(
    'No problems. 2 leaves checked. Skipped 2 folders without a Terraform folder, such as config/env=dev/composition=helm-values.\n',
  );
  const report: unknown = JSON.parse((await validate(directory, 'json')).text);
  expect(field(report, 'otherTools')).toEqual([
    'config/env=dev/composition=helm-values',
    'config/env=dev/composition=helmfile/helmfile=x',
  ]);
});

describe('each fault, alone', () => {
  test.each<[string, Files, readonly unknown[]]>([
    [
      'a missing key',
      { 'config/env=dev/env.yaml': 'env: dev\nx: "{{vpc.rfe}}"\n' },
      ['error interpolation config/env=dev/env.yaml:2:4 in 1: Config key "vpc.rfe" not found for interpolation.'],
    ],
    [
      'YAML that cannot be read',
      { 'config/default.yaml': 'name: {{x}}-y\n' },
      [expect.stringMatching(/^error yaml config\/default\.yaml:1:\d+ in 2: /u)],
    ],
    [
      'a missing folder, and a key that is missing as well',
      { 'config/env=dev/composition=terraform/terraform=cache/c.yaml': 'y: "{{no}}"\n' },
      [
        'error composition config/env=dev/composition=terraform/terraform=cache: The composition folder "compositions/terraform/cache" does not exist.',
        'error interpolation config/env=dev/composition=terraform/terraform=cache/c.yaml:1:4: Config key "no" not found for interpolation.',
      ],
    ],
    [
      'a shared state',
      { 'config/env=prod/env.yaml': 'env: dev\n' },
      [
        'error state config/env=prod/composition=vpc: Two leaves have the same state: config/env=dev/composition=vpc and config/env=prod/composition=vpc.',
      ],
    ],
    [
      'a template that no leaf uses',
      { 'compositions/terraform/old/a.tf.versioned': backend },
      ['warning template compositions/terraform/old/a.tf.versioned: No leaf uses this template.'],
    ],
    [
      'a movable pin, where the last rule that matches forbids it',
      {
        'config/default.yaml': 'name: x\nvpc: {ref: main}\ntoken: t\n',
        '.komposconfig.yaml': 'terraform:\n  pins:\n    require:\n      "**": tag\n      config/env=dev: any\n',
      },
      [
        'error pin config/default.yaml:2:12 in 1: module.m follows "main", but terraform.pins.require asks for a tag here.',
      ],
    ],
    [
      'a movable source without a placeholder, for all leaves',
      {
        '.komposconfig.yaml': 'terraform: {pins: {require: tag}}\n',
        'compositions/terraform/vpc/k.tf': 'module "k" {\n  source = "git::https://x.y/k.git"\n}\n',
      },
      [
        'error pin compositions/terraform/vpc/k.tf:1 in 2: module.k names no ref, but terraform.pins.require asks for a tag here.',
      ],
    ],
    [
      'settings that name nothing',
      {
        '.komposconfig.yaml': [
          'config_roots: [config, konfig]',
          'compositions:',
          '  order: {terraform: [vpc, vcp]}',
          '  config_keys: {excluded: {vpc: [nmae]}}',
          'terraform: {pins: {require: {"config/env=prdo": tag}}}',
          'drift:',
          '  ignore:',
          '    - {leaf: config/env=prd, reason: known}',
          '',
        ].join('\n'),
      },
      [
        'warning settings .komposconfig.yaml:1:24: Setting "config_roots": there is no folder "konfig".',
        'warning settings .komposconfig.yaml:3:28: Setting "compositions.order.terraform": no composition is named "vcp".',
        'warning settings .komposconfig.yaml:4:34: Setting "compositions.config_keys.excluded.vpc": no leaf of it has the key "nmae".',
        'warning settings .komposconfig.yaml:5:31: Setting "terraform.pins.require": "config/env=prdo" matches no leaf.',
        'warning settings .komposconfig.yaml:8:14: Setting "drift.ignore": "config/env=prd" matches no leaf.',
      ],
    ],
    [
      'settings that cannot be read',
      { '.komposconfig.yaml': 'list_merge: x\n' },
      [expect.stringMatching(/^error settings \.komposconfig\.yaml:1:13: Setting "list_merge": /u)],
    ],
    ['a paused leaf is not judged', { 'config/env=prod/env.yaml': 'composition: {enabled: false}\n' }, []],
  ])('%s', async (_, files, expected) => {
    expect(await found(files)).toEqual(expected);
  });

  test('a broken link, beside what is wrong elsewhere', async () => {
    const directory = projectOf({ ...good, 'config/env=dev/env.yaml': 'env: dev\nx: "{{no}}"\n' });
    symlinkSync('nowhere', join(directory, 'config/env=prod/composition=vpc/z.yaml'));
    const { text } = await validate(directory, 'text');
    expect(text).toContain('The symbolic link leads to a file that does not exist.');
    expect(text).toContain('Config key "no" not found');
  });

  test('of leaves that are not meant, none is reported', async () => {
    const broken = { 'config/env=dev/env.yaml': 'env: dev\nx: "{{no}}"\n' };
    expect(await found(broken, 'env=prod')).toEqual([]);
    expect(await found(broken, 'env=dev')).toHaveLength(1);
  });
});

describe('a JSON Schema in a layer', () => {
  const schema = (value: unknown): string => JSON.stringify(value);

  test.each<[string, Files, readonly unknown[]]>([
    [
      'types, enums, patterns and unknown keys, where the value is written',
      {
        'config/schema.json': schema({
          properties: {
            name: { enum: ['a', 'b'] },
            vpc: { additionalProperties: false, properties: { ref: { pattern: '^w' } } },
            a: { type: 'string' },
          },
        }),
        'config/default.yaml': 'name: x\nvpc: {ref: v1.0.0, rfe: 1}\n',
      },
      [
        'error schema config/default.yaml:1:7 in 2: "name": the value does not match any of ["a","b"].',
        'error schema config/default.yaml:2:12 in 2: "vpc.ref": the value does not match pattern.',
        'error schema config/default.yaml:2:25 in 2: "vpc.rfe": this key is not allowed.',
        'error schema config/env=dev/composition=vpc/vpc.yaml:1:4: "a": the value type "number" is invalid. Expected "string".',
        'error schema config/env=prod/composition=vpc/vpc.yaml:1:4: "a": the value type "number" is invalid. Expected "string".',
      ],
    ],
    [
      'of one folder, for the leaves below it; what placeholders come to counts',
      {
        'config/env=prod/schema.json': schema({ properties: { who: { const: 'dev' } }, required: ['who', 'owner'] }),
        'config/default.yaml': 'name: x\nvpc: {ref: v1.0.0}\nwho: "{{env}}"\n',
      },
      [
        'error schema config/env=prod/env.yaml:1:6 in 1: "who": the value does not match "dev".',
        'error schema config/env=prod/schema.json in 1: The configuration: the value does not have required property "owner".',
      ],
    ],
    [
      'alternatives are one problem',
      { 'config/schema.json': schema({ properties: { vpc: { anyOf: [{ type: 'string' }, { required: ['x'] }] } } }) },
      ['error schema config/default.yaml:2:6 in 2: "vpc": the value does not match any subschemas.'],
    ],
    [
      'that is no JSON',
      { 'config/schema.json': '{' },
      [expect.stringMatching(/^error schema config\/schema\.json in 2: The JSON Schema cannot be read: /u)],
    ],
    [
      'with a reference that leads nowhere',
      { 'config/schema.json': schema({ $ref: '#/$defs/none' }) },
      [expect.stringMatching(/^error schema config\/schema\.json in 2: The JSON Schema cannot be read: /u)],
    ],
    [
      'of draft 7, references and large numbers included',
      {
        'config/schema.json': schema({
          $schema: 'http://json-schema.org/draft-07/schema#',
          definitions: { id: { type: 'integer' } },
          properties: { id: { $ref: '#/definitions/id' }, name: { $ref: '#/definitions/id' } },
        }),
        'config/default.yaml': 'id: 12345678901234567890\nname: x\nvpc: {ref: v1}\n',
      },
      ['error schema config/default.yaml:2:7 in 2: "name": the value type "string" is invalid. Expected "integer".'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await found(files)).toEqual(expected);
  });
});

describe('formats', () => {
  let directory: string;

  beforeAll(() => {
    directory = projectOf({
      ...good,
      ...filesFrom(`
        -- config/env=dev/env.yaml --
        env: dev
        \tx: 1
        -- config/env=prod/ü é.yaml --
        env: prod
        long: "100%: {{no.such}}, {{nor.this}}"
        -- compositions/terraform/old/a.tf.versioned --
        terraform {}
      `),
    });
  });

  test('text: grouped by file, with a caret, in 80 columns', async () => {
    const { text, failed } = await validate(directory, 'text');
    expect(failed).toBe(true);
    expect(text).toContain(
      [
        'config/env=prod/ü é.yaml',
        '  2:7  error  Config key "no.such" not found for interpolation.',
        '      long: "100%: {{no.such}}, {{nor.this}}"',
        '            ^',
        '    Add "no.such" to your hierarchical configuration.',
        '    In 1 leaf:',
        '      config/env=prod/composition=vpc',
      ].join('\n'),
    );
    expect(text).toMatch(/\n\n3 errors, 1 warning\. 2 leaves checked\.\n$/u);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test("github: workflow commands, escaped as GitHub's toolkit escapes them", async () => {
    const lines = (await validate(directory, 'github')).text.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning) title=Kompos,file=[^:,]+(?:,line=\d+(?:,col=\d+)?)?::[^\n]+$/u);
    expect(lines).toContain(
      '::error title=Kompos,file=config/env=prod/ü é.yaml,line=2,col=7::Config key "no.such" not found for interpolation.%0AAdd "no.such" to your hierarchical configuration.%0AIn 1 leaf:%0A  config/env=prod/composition=vpc',
    );
  });

  test('sarif: each result has a rule of the driver, a place, and a message', async () => {
    const log: unknown = JSON.parse((await validate(directory, 'sarif')).text);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'kompos' } } }] });
    const [run] = list(field(log, 'runs'));
    const rules = list(field(field(field(run, 'tool'), 'driver'), 'rules'));
    const results = list(field(run, 'results'));
    expect(results).toHaveLength(4);
    for (const result of results) {
      const index = field(result, 'ruleIndex');
      expect(field(rules[Number(index)], 'id')).toBe(field(result, 'ruleId'));
      expect(['error', 'warning', 'note', 'none']).toContain(field(result, 'level'));
      expect(field(field(result, 'message'), 'text')).toEqual(expect.any(String));
    }
    expect(JSON.stringify(results)).toContain('"uri":"config/env%3Dprod/%C3%BC%20%C3%A9.yaml"');
    expect(results).toContainEqual(
      expect.objectContaining({
        ruleId: 'interpolation',
        locations: [
          {
            physicalLocation: expect.objectContaining({
              region: { startLine: 2, startColumn: 7, snippet: { text: 'long: "100%: {{no.such}}, {{nor.this}}"' } },
            }),
          },
        ],
      }),
    );
  });

  test('nothing wrong: an empty list in each', async () => {
    const fine = projectOf(good);
    expect(JSON.parse((await validate(fine, 'json')).text)).toMatchObject({ valid: true, leafCount: 2, problems: [] });
    expect((await validate(fine, 'github')).text).toBe('');
    expect(JSON.parse((await validate(fine, 'sarif')).text)).toMatchObject({ runs: [{ results: [] }] });
  });
});
