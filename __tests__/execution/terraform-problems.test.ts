import { describe, expect, test } from '@jest/globals';
import { terraformProblems } from '../../src/execution/terraform-problems.ts';
import { mapValue, createEntries } from '../../src/hierarchy/value.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import type { RenderedFile, Rendering } from '../../src/rendering/rendering.ts';
import { errorsIn, type Diagnostic } from '../../src/terraform/diagnostics.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { at, vpcPinReason } from '../commands/plan/build.ts';

const SOURCE = 'infra/compositions/terraform/aws/vpc';
const file = (name: string, kind: 'copy' | 'template'): RenderedFile => ({
  name: name.replace('.versioned', ''),
  executable: false,
  content: { kind, file: { path: `${SOURCE}/${name}`, id: name, executable: false }, text: '' },
});
const rendering: Rendering = {
  leaf: describeLeaf('config/env=dev/composition=vpc'),
  source: SOURCE,
  variables: mapValue(createEntries(), at('x', 1)),
  provider: mapValue(createEntries(), at('x', 1)),
  files: [
    file('main.tf.versioned', 'template'),
    file('rules/dns.tf', 'copy'),
    { name: 'provider.tf.json', executable: false, content: { kind: 'generated', text: '{}' } },
  ],
  pins: [],
  pinSecrets: [],
  blocks: [{ address: 'module.vpc', template: at(`${SOURCE}/main.tf.versioned`, 4), text: 'module "vpc" {\n  x\n}' }],
  state: undefined,
  onlyForOpenTofu: undefined,
};

const snapshot = memorySnapshot({ 'infra/compositions/modules/x/main.tf': '' });
const rendered = { rendering, snapshot };

const placesOf = (stage: 'init' | 'plan', places: readonly string[], reasons = [vpcPinReason('v1', 'v2')]) => {
  const output = places.map((place) => `Error: Bad\n\n  on ${place}:\n`).join('\n');
  return terraformProblems(rendered, reasons, errorsIn(output), stage).map(({ place }) => place);
};

describe('an error of Terraform is a problem of the file that people edit', () => {
  test.each([
    ['a template', 'main.tf line 9', { file: `${SOURCE}/main.tf.versioned`, line: 9 }],
    [
      'a plain file in a subfolder',
      'rules/dns.tf line 2, in resource "x" "y"',
      { file: `${SOURCE}/rules/dns.tf`, line: 2 },
    ],
    ['a local module', '../../../modules/x/main.tf line 3', { file: 'infra/compositions/modules/x/main.tf', line: 3 }],
    ['the call of a remote module', '.terraform/modules/vpc/vpc/main.tf line 3', rendering.blocks[0]?.template],
    ['none: what we generate', 'provider.tf.json line 3', undefined],
    ['none: outside of the repository', '../../../../../../etc/main.tf line 3', undefined],
    ['none: a file that does not exist, as any program could name it', '../../../../hunter22 line 3', undefined],
    ['none: an unknown remote module', '.terraform/modules/other.vpc/main.tf line 3', undefined],
  ])('%s', (_rule, place, expected) => {
    expect(placesOf('plan', [place])).toEqual(expected === undefined ? [] : [expected]);
  });
});

test('a module that cannot be installed is a problem of the line that moved its pin', () => {
  expect(placesOf('init', ['main.tf line 4'])).toEqual([at('config/env=prod/vpc.yaml', 3, 19)]);
  expect(placesOf('init', ['main.tf line 4'], [])).toEqual([{ file: `${SOURCE}/main.tf.versioned`, line: 4 }]);
  expect(placesOf('init', ['main.tf line 7'])).toEqual([{ file: `${SOURCE}/main.tf.versioned`, line: 7 }]);
});

describe('a warning of Terraform', () => {
  const deprecated: Diagnostic = { severity: 'warning', summary: 'Argument is deprecated', detail: 'Use the other.' };

  test.each<[string, Diagnostic, object]>([
    [
      'is on its line, and counts those that are like it',
      { ...deprecated, file: 'main.tf', line: 9, similar: 119 },
      {
        message: 'Argument is deprecated (120 times)\nUse the other.',
        place: { file: `${SOURCE}/main.tf.versioned`, line: 9 },
      },
    ],
    [
      'without a place is about the leaf',
      deprecated,
      {
        message: 'Argument is deprecated\nUse the other.',
        place: { file: 'config/env=dev/composition=vpc' },
      },
    ],
    [
      'in what we generate too',
      { ...deprecated, file: 'provider.tf.json', line: 3 },
      { message: 'Argument is deprecated\nUse the other.', place: { file: 'config/env=dev/composition=vpc' } },
    ],
  ])('%s', (_rule, each, expected) => {
    expect(terraformProblems(rendered, [], [each], 'plan')).toEqual([expect.objectContaining(expected)]);
  });

  test('that a check is not known yet is left out', () => {
    const pending = { severity: 'warning', summary: 'Check block assertion known after apply', detail: '' } as const;
    expect(terraformProblems(rendered, [], [pending], 'plan')).toEqual([]);
  });
});

test('a module whose folder is missing, where there are submodules: how to get them', () => {
  const output =
    'Error: Unreadable module directory\n\nUnable to evaluate directory symlink: lstat ../../../m: no such file\n';
  const problemsIn = (files: Record<string, string>) =>
    terraformProblems({ rendering, snapshot: memorySnapshot(files) }, [], errorsIn(output), 'init');
  expect(problemsIn({ '.gitmodules': '' })).toMatchObject([
    { place: { file: 'config/env=dev/composition=vpc' }, hint: expect.stringContaining('"submodules: true"') },
  ]);
  expect(problemsIn({})).toEqual([]);
});
