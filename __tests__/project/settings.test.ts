import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { formatProblem } from '../../src/base/problems.ts';
import { settingsSchema } from '../../src/project/settings-schema.ts';
import { defaultSettings, parseSettings } from '../../src/project/settings.ts';
import { defaultStoreSettings } from '../../src/project/store-settings.ts';

const parse = (text: string): ReturnType<typeof parseSettings> => parseSettings('.komposconfig.yaml', text);

describe('.komposconfig.yaml', () => {
  test('every key is optional', () => {
    expect(parse('').settings).toEqual(defaultSettings);
    expect(parse('# nothing\n').settings).toEqual(defaultSettings);
  });

  test('all keys', () => {
    const { settings, warnings } = parse(`
allow_secrets: ['ssm:/prod/**']
stores: {allow_short: true, aws: {region: eu-west-1, profiles: {p: environment}}}
compositions:
  order:
    terraform: [account, vpc]
  config_keys:
    excluded:
      vpc: [a, b]
    filtered:
      dns: [c]
terraform:
  version: "~> 1.9"
  versioned_module_sources: false
  local_path: ./tf
  root_path: stacks
  pins: { require: { '**': tag, 'config/env=dev': any } }
tool: tofu
list_merge: prepend
min_version: "0.1"
drift:
  ignore:
    - address: aws_autoscaling_group.*
      attribute: desired_capacity
      reason: The autoscaler sets it.
depends_on: {composition=app: [./composition=vpc]}
waves: [{name: dev, leaves: [env=dev]}, {leaves: [env=*, '!env=prod']}]
environments: {config/env=prod/**: live, '**': other}
`);
    expect(warnings).toEqual([]);
    expect(settings).toEqual({
      checks: [],
      hooks: [],
      compositionOrder: ['account', 'vpc'],
      excludedKeys: new Map([['vpc', ['a', 'b']]]),
      filteredKeys: new Map([['dns', ['c']]]),
      tool: 'tofu',
      terraformVersion: '~> 1.9',
      versionedModuleSources: false,
      localPath: './tf',
      rootPath: 'stacks',
      pinRules: [
        { leaves: '**', require: 'tag' },
        { leaves: 'config/env=dev', require: 'any' },
      ],
      listMerge: 'prepend',
      minVersion: '0.1',
      configRoots: ['config'],
      waves: [
        { name: 'dev', leaves: ['env=dev'] },
        { name: '2', leaves: ['env=*', '!env=prod'] },
      ],
      environments: new Map([
        ['config/env=prod/**', 'live'],
        ['**', 'other'],
      ]),
      dependsOn: new Map([['composition=app', ['./composition=vpc']]]),
      stores: {
        ...defaultStoreSettings,
        allow: ['ssm:/prod/**'],
        allowShort: true,
        aws: { endpoint: undefined, region: 'eu-west-1', profiles: new Map([['p', 'environment']]) },
      },
      driftIgnore: [
        {
          leaf: undefined,
          address: 'aws_autoscaling_group.*',
          attribute: 'desired_capacity',
          reason: 'The autoscaler sets it.',
        },
      ],
    });
  });

  test('the same keys below komposconfig:', () => {
    expect(parse('komposconfig:\n  list_merge: override\n').settings.listMerge).toBe('override');
  });

  test('an unknown key is a warning with the nearest known one', () => {
    const { warnings } = parse('terraform:\n  verison: v1\n');
    expect(warnings.map(formatProblem)).toEqual([
      '.komposconfig.yaml:2:12: Unknown setting "terraform.verison": it has no effect.\n  Did you mean "version"?',
    ]);
  });

  test.each([
    ['terraform: [1]\n', /\.komposconfig\.yaml:1:\d+: Setting "terraform"/u],
    ['terraform:\n  version: 1.10\n', /\.komposconfig\.yaml:2:12: Setting "terraform\.version"[\s\S]*"1\.10"/u],
    ['list_merge: apend\n', /\.komposconfig\.yaml:1:13: Setting "list_merge"/u],
    [
      'compositions:\n  order:\n    terraform: vpc\n',
      /\.komposconfig\.yaml:3:16: Setting "compositions\.order\.terraform"/u,
    ],
    ['drift:\n  ignore:\n    - address: a\n', /\.komposconfig\.yaml:3:\d+: Setting "drift\.ignore\.0"[\s\S]*"reason"/u],
    [
      'drift: {ignore: [{reason: x}]}\n',
      /Setting "drift\.ignore\.0"[\s\S]*at least one of leaf, address and attribute/u,
    ],
    [
      'drift:\n  ignore:\n    - {adress: a, leaf: b, reason: c}\n',
      /Setting "drift\.ignore\.0\.adress" is unknown\.\s+Did you mean "address"\?/u,
    ],
    [
      'terraform:\n  version: !remove\n',
      /\.komposconfig\.yaml:2:19: A tag for merging has no meaning in the settings/u,
    ],
    ['!override\nlist_merge: append\n', /A tag for merging has no meaning/u],
    ['compositions: {order: {terraform: !prepend [a]}}\n', /A tag for merging has no meaning/u],
    [`waves: [${'{leaves: [a]}, '.repeat(6)}]\n`, /Setting "waves": Array has too many items/u],
    ['waves: [{name: a}]\n', /Setting "waves\.0"[\s\S]*A wave needs "leaves"/u],
    [
      'waves: [{name: a, leafs: [b], leaves: [a]}]\n',
      /Setting "waves\.0\.leafs" is unknown\.\s+Did you mean "leaves"/u,
    ],
    ['waves: [{name: rest, leaves: [a]}]\n', /no wave can have the name "rest"/u],
    ['waves: [{name: a, leaves: [a]}, {name: a, leaves: [b]}]\n', /two entries with the name "a"/u],
    ['waves: [{name: "2", leaves: [a]}]\n', /Setting "waves\.0\.name"/u],
    [
      'waves: [{name: "dev prod", leaves: [a]}]\n',
      /Setting "waves\.0\.name": String does not match pattern\.\s+Its name in reports: a letter, then/u,
    ],
    ['checks: [{name: a, command: [b], timeout: 5min}]\n', /Setting "checks\.0\.timeout"[\s\S]*such as `30s` or `5m`/u],
    ['checks: [{name: a, command: [b], leaves: [" "]}]\n', /Setting "checks\.0\.leaves\.0"[\s\S]*Patterns of leaves/u],
    ['checks: [{name: a, command: echo}]\n', /Setting "checks\.0\.command"[\s\S]*The program and its arguments/u],
    ['environments: {a: 3}\n', /Setting "environments\.a"/u],
    ['terraform: {version: [}\n', /\.komposconfig\.yaml:1/u],
  ])('a wrong type is an error with file and line: %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  test('quotes are the advice for a text only', () => {
    const messageOf = (text: string): string => {
      try {
        parse(text);
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(messageOf('min_version: 1\n')).toContain('Put it in quotes: "1".');
    expect(messageOf('terraform: 3\n')).toContain('Setting "terraform"');
    expect(messageOf('terraform: 3\n')).not.toContain('quotes');
  });

  test('the published schema is the one that checks', () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL('../../schema/komposconfig.schema.json', import.meta.url), 'utf8'),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(settingsSchema)));
  });
});
