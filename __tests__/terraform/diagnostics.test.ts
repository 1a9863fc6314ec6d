import { afterAll, expect, test } from '@jest/globals';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { runTerraform } from '../../loopback/terraform.ts';
import { field, textOf } from '../../src/base/json.ts';
import { diagnosticsIn, errorsIn } from '../../src/terraform/diagnostics.ts';
import { rootModule } from './root-module.ts';

afterAll(removeTemporaryDirectories);

test.each([
  [
    'one error with its place',
    'Error: Failed to download module\n\n  on main.tf line 5:\n   5: module "vpc" {\n\nCould not.',
    [
      {
        summary: 'Failed to download module',
        detail: 'Could not.',
        file: 'main.tf',
        line: 5,
        source: ['   5: module "vpc" {'],
      },
    ],
  ],
  [
    'a place inside of a block, and a path',
    'Error: Bad\n\n  on ../modules/a b/main.tf line 12, in resource "x" "y":\n  12: z',
    [{ summary: 'Bad', detail: '', file: '../modules/a b/main.tf', line: 12, source: ['  12: z'] }],
  ],
  [
    'the frame of a terminal',
    '╷\n│ Error: Bad\n│ \n│   on main.tf line 3:\n│    3: x\n│     ├────\n│     │ var.x is 1\n│ \n│ It is\n│ bad.\n│ \n│ Very.\n╵',
    [
      {
        summary: 'Bad',
        detail: 'It is\nbad.\nVery.',
        file: 'main.tf',
        line: 3,
        source: ['   3: x', '    ├────', '    │ var.x is 1'],
      },
    ],
  ],
  [
    'several, one without a place; warnings are none',
    'Warning: Old\n\n  on a.tf line 1:\n\nError: One\n\nwords\n\nError: Two\n\n  on b.tf line 2:\n  on c.tf line 3:\n',
    [
      { summary: 'One', detail: 'words' },
      { summary: 'Two', detail: '', file: 'b.tf', line: 2, source: ['  on c.tf line 3:', ''] },
    ],
  ],
  [
    'what it is about, above its place',
    'Error: creating S3 Bucket (logs): AccessDenied\n\n  with module.logs["a b"].aws_s3_bucket.this,\n  on logs/main.tf line 2, in resource "aws_s3_bucket" "this":\n   2: resource\n\nstatus code: 403\n',
    [
      {
        summary: 'creating S3 Bucket (logs): AccessDenied',
        detail: 'status code: 403',
        address: 'module.logs["a b"].aws_s3_bucket.this',
        file: 'logs/main.tf',
        line: 2,
        source: ['   2: resource'],
      },
    ],
  ],
  [
    'what it is about, without a place',
    'Error: No valid credential sources found\n\n  with provider["registry.terraform.io/hashicorp/aws"],\nPlease see\nthe documentation.\n',
    [
      {
        summary: 'No valid credential sources found',
        detail: 'Please see\nthe documentation.',
        address: 'provider["registry.terraform.io/hashicorp/aws"]',
      },
    ],
  ],
  ['nothing that looks like an error', 'No Error: here\n  on main.tf line 3:', []],
])('%s', (_rule, output, errors) => {
  expect(errorsIn(output)).toEqual(errors.map((each) => ({ severity: 'error', ...each })));
});

test.each([
  'a.b: Refreshing state... [id=x]\n',
  'OpenTofu used the selected providers to generate the following execution\nplan.\n',
  'No changes. Your infrastructure matches the configuration.\n',
])('a warning above everything else ends where the plan begins: %j', (next) => {
  expect(diagnosticsIn(`\nWarning: Old\n\nIt is.\n\n${next}\n  more\n\nWarning: New\n\nToo.\n`)).toEqual([
    { severity: 'warning', summary: 'Old', detail: 'It is.' },
    { severity: 'warning', summary: 'New', detail: 'Too.' },
  ]);
});

const UNWELL = `
check "size" {
  assert {
    condition     = length(terraform_data.a) == 3
    error_message = "There should be three.\\n\\nReally."
  }
}
resource "terraform_data" "a" {
  count = 2
  lifecycle {
    ignore_changes = [output]
  }
}
resource "terraform_data" "b" {
  for_each = toset(["x y"])
  lifecycle {
    precondition {
      condition     = length(terraform_data.a) == 1
      error_message = "There must be one."
    }
  }
}
data "terraform_remote_state" "r" {
  backend = "local"
  config  = { path = "missing.tfstate" }
}
`;

test('what is read from the text is what Terraform says as JSON', async () => {
  const directory = rootModule({ 'main.tf': UNWELL });
  const told = await runTerraform(directory, ['plan', '-json']);
  const expected = told.stdout.split('\n').flatMap((line) => {
    const diagnostic = field(line === '' ? undefined : JSON.parse(line), 'diagnostic');
    if (diagnostic === undefined) return [];
    const range = field(diagnostic, 'range');
    return [
      {
        severity: textOf(diagnostic, 'severity'),
        summary: textOf(diagnostic, 'summary'),
        detail: words(textOf(diagnostic, 'detail') ?? ''),
        address: textOf(diagnostic, 'address'),
        file: textOf(range, 'filename'),
        line: field(field(range, 'start'), 'line'),
      },
    ];
  });
  expect(expected.map(({ severity }) => severity)).toEqual(expect.arrayContaining(['error', 'warning']));
  expect(expected.map(({ file }) => file)).toContain('main.tf');
  const { stdout, stderr } = await runTerraform(directory, ['plan', '-no-color']);
  const found = diagnosticsIn(`${stdout}\n${stderr}`).map(({ severity, summary, detail, address, file, line }) => ({
    severity,
    summary,
    detail: words(detail),
    address,
    file,
    line,
  }));
  const sorted = (all: readonly unknown[]): readonly string[] => all.map((each) => JSON.stringify(each)).sort();
  expect(sorted(found)).toEqual(sorted(expected));
});

/** The text is broken into lines. */
function words(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

test('warnings that Terraform prints once are counted', async () => {
  const old = (name: string): string => `resource "terraform_data" "${name}" {
  lifecycle {
    ignore_changes = [output]
  }
}
`;
  const { stdout } = await runTerraform(rootModule({ 'main.tf': ['a', 'b', 'c', 'd'].map(old).join('') }), [
    'plan',
    '-no-color',
  ]);
  expect(diagnosticsIn(stdout)).toEqual([
    {
      severity: 'warning',
      summary: 'Redundant ignore_changes element',
      detail: expect.not.stringContaining('similar'),
      file: 'main.tf',
      line: 1,
      similar: 3,
    },
  ]);
});
