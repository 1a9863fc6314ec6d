/** The plan in what `terraform plan` prints, held against what `terraform show` prints of the same plan. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { runTerraform } from '../../loopback/terraform.ts';
import { field, list } from '../../src/base/json.ts';
import { planTextIn } from '../../src/terraform/plan-output.ts';
import { atLeast } from '../support/terraform-version.ts';
import { rootModule } from './root-module.ts';

afterAll(removeTemporaryDirectories);

const data = (name: string, more = ''): string => `resource "terraform_data" "${name}" {\n${more}\n}\n`;
const replaced = (trigger: string): string =>
  data('a', `triggers_replace = "${trigger}"`) +
  data('b', `triggers_replace = "${trigger}"\n  lifecycle { create_before_destroy = true }`);
const LIKE_A_PLAN = 'No changes. Your infrastructure matches the configuration.\\n\\nWarning: x\\nPlan: 1 to add';

interface Printed {
  readonly planned: string;
  readonly shown: string;
}

/** @param applied the code whose state is there; @param id what an object of it is called then */
async function printed(applied: string, code: string, args: readonly string[] = [], id?: string): Promise<Printed> {
  const directory = rootModule({ 'main.tf': applied });
  const run = async (...each: readonly string[]): Promise<string> => {
    const { code: status, stdout, stderr } = await runTerraform(directory, [...each], { TF_IN_AUTOMATION: '1' });
    if (status !== 0 && status !== 2) throw new Error(stderr);
    return stdout;
  };
  if (applied !== '') await run('apply', '-auto-approve', '-no-color');
  if (id !== undefined) rename(join(directory, 'terraform.tfstate'), id);
  writeFileSync(join(directory, 'main.tf'), code);
  const planned = await run('plan', '-no-color', '-detailed-exitcode', '-out=p', ...args);
  return { planned, shown: await run('show', '-no-color', 'p') };
}

function rename(file: string, id: string): void {
  const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const [resource] = list(field(state, 'resources'));
  const [instance] = list(field(resource, 'instances'));
  const attributes = field(instance, 'attributes');
  if (typeof attributes !== 'object' || attributes === null) throw new Error('the state has no attributes');
  Object.assign(attributes, { id });
  writeFileSync(file, JSON.stringify(state));
}

const CASES: readonly (readonly [what: string, applied: string, code: string, ...args: readonly string[]])[] = [
  ['create', '', data('a', 'input = "x"')],
  ['update and an output', data('a', 'input = "x"'), data('a', 'input = "y"') + 'output "o" {\n  value = 1\n}\n'],
  ['replace in both orders', replaced('1'), replaced('2')],
  ['destroy', `${data('a')}output "o" {\n  value = 1\n}\n`, ''],
  ['destroy everything', data('a'), data('a'), '-destroy'],
  ['nothing to destroy', '', data('a'), '-destroy'],
  ['nothing', data('a', 'input = "x"'), data('a', 'input = "x"')],
  ['outputs only', '', 'output "o" {\n  value = 1\n}\n'],
  ['moved', data('a'), `${data('b')}moved {\n  from = terraform_data.a\n  to   = terraform_data.b\n}\n`],
  ['imported', '', `${data('a')}import {\n  to = terraform_data.a\n  id = "abc"\n}\n`],
  [
    'texts that look like a plan',
    '',
    `${data('a', `input = { t = "${LIKE_A_PLAN}\\n", "${LIKE_A_PLAN}" = "1" }`)}output "o" {\n  value = "${LIKE_A_PLAN}\\n"\n}\n` +
      data('e', `for_each = toset(["${LIKE_A_PLAN}", "a\\r\\n+ b"])`),
  ],
  [
    'a data source that is read later',
    '',
    `${data('a')}data "terraform_remote_state" "r" {\n  backend = "local"\n  config  = { path = terraform_data.a.id }\n}\n`,
  ],
  [
    'a warning after it',
    '',
    `${data('a')}check "c" {\n  assert {\n    condition     = 1 + length(terraform_data.a[*]) == 1\n    error_message = "Two\\nlines."\n  }\n}\n`,
  ],
  ...(atLeast('1.7')
    ? [
        [
          'forgotten, with a warning after it',
          data('a'),
          'removed {\n  from = terraform_data.a\n  lifecycle {\n    destroy = false\n  }\n}\n',
        ] as const,
      ]
    : []),
];

describe('the plan that is printed is the one that is shown', () => {
  test.each(CASES)('%s', async (_, applied, code, ...args) => {
    const { planned, shown } = await printed(applied, code, args);
    expect(planned).toContain(shown.trim());
    expect(planTextIn(planned)).toBe(shown.trim());
  });
});

test.each([
  'a]\nNo changes. Your infrastructure matches the configuration.\n\nWarning: x',
  'a]\n\nTerraform will perform the following actions:\n\nPlan: 0 to add, 0 to change, 0 to destroy.\n\nWarning: x',
  'a]\nPlan: 0 to add, 0 to change, 0 to destroy.\nb',
])('an id that looks like a plan hides none: %j', async (id) => {
  const { planned, shown } = await printed(data('a'), data('a', 'input = "x"'), [], id);
  expect(planned).toContain(id);
  expect(planTextIn(planned) ?? shown.trim()).toBe(shown.trim());
});

const PLAN =
  'Terraform will perform the following actions:\n\n  # a.b has moved\n\nPlan: 0 to add, 0 to change, 0 to destroy.';

test.each([
  ['nothing', ''],
  ['no plan', 'a.b: Refreshing state...\n\nWarning: x\n'],
  ['a part that is not known', `${PLAN}\n\nTerraform will also do this:\n\n  # it\n`],
  ['a part twice', `${PLAN}\n\n${PLAN}\n`],
  ['a part in a warning', `${PLAN}\n\nWarning: x\n\nPlan: 1 to add\n`],
  ['a part behind the warnings', `${PLAN}\n\nWarning: x\n\nChanges to Outputs:\n  + o = 1\n`],
  ['parts in another order', `Changes to Outputs:\n  + o = 1\n\n${PLAN}\n`],
  ['an empty plan with another one', `No changes. Your infrastructure matches the configuration.\n\n${PLAN}\n`],
  ['drift, with its rule', `Note: Objects have changed outside of Terraform\n\n─────\n\n${PLAN}\n`],
])('what cannot be told for certain is left to Terraform: %s', (_, stdout) => {
  expect(planTextIn(stdout)).toBeUndefined();
});
