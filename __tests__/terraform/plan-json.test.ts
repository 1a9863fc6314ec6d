import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform, runTerraform } from '../../loopback/terraform.ts';
import { field, list, record } from '../../src/base/json.ts';
import { driftOf } from '../../src/terraform/drift-json.ts';
import { parseExact } from '../../src/terraform/exact-json.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { summarise } from '../../src/terraform/plan-summary.ts';
import { sensitiveValues } from '../../src/terraform/sensitive-values.ts';
import { atLeast, runningProgram, testSince } from '../support/terraform-version.ts';

const terraform = findTerraform();
if (terraform === undefined) console.warn('terraform is not on PATH: the tests with real Terraform are skipped.');

/** What is applied first (nothing, if empty), and what is planned then. */
interface Scenario {
  readonly before?: string;
  readonly after: string;
}

const secretState = `
  variable "token" {
    default   = "first-token-value"
    sensitive = true
  }
  resource "terraform_data" "text" { input = var.token }
  resource "terraform_data" "map" { input = { user = "visible-user", nested = { password = var.token } } }
  resource "terraform_data" "list" { input = ["visible-item", "\${var.token}-in-list"] }
`;

const scenarios = {
  nothing: { before: 'resource "terraform_data" "a" {}', after: 'resource "terraform_data" "a" {}' },
  create: { after: 'resource "terraform_data" "a" { count = 2 }' },
  update: {
    before: 'resource "terraform_data" "a" { input = 1 }',
    after: 'resource "terraform_data" "a" { input = 2 }',
  },
  replace: {
    before: 'resource "terraform_data" "a" { triggers_replace = 1 }',
    after: 'resource "terraform_data" "a" { triggers_replace = 2 }',
  },
  replaceInAdvance: {
    before: 'resource "terraform_data" "a" { triggers_replace = 1 }',
    after: 'resource "terraform_data" "a" {\n triggers_replace = 2\n lifecycle { create_before_destroy = true }\n}',
  },
  delete: { before: 'resource "terraform_data" "a" {}', after: '' },
  move: {
    before: 'resource "terraform_data" "a" {}',
    after: 'resource "terraform_data" "b" {}\nmoved {\n from = terraform_data.a\n to = terraform_data.b\n}',
  },
  moveAndUpdate: {
    before: 'resource "terraform_data" "a" { input = 1 }',
    after: 'resource "terraform_data" "b" { input = 2 }\nmoved {\n from = terraform_data.a\n to = terraform_data.b\n}',
  },
  import: { after: 'resource "terraform_data" "a" {}\nimport {\n to = terraform_data.a\n id = "x"\n}' },
  importAndUpdate: {
    after: 'resource "terraform_data" "a" { input = 1 }\nimport {\n to = terraform_data.a\n id = "x"\n}',
  },
  forget: {
    before: 'resource "terraform_data" "a" {}',
    after: 'removed {\n from = terraform_data.a\n lifecycle { destroy = false }\n}',
  },
  outputs: {
    before: 'output "changed" { value = 1 }\noutput "gone" { value = 1 }\noutput "same" { value = 1 }',
    after: 'output "changed" { value = 2 }\noutput "new" { value = 1 }\noutput "same" { value = 1 }',
  },
  read: {
    after: `
      resource "terraform_data" "a" {}
      data "terraform_remote_state" "d" {
        backend    = "local"
        config     = { path = "none" }
        depends_on = [terraform_data.a]
      }
    `,
  },
  dataSources: {
    after: `
      variable "folder" {
        default   = "secret-folder"
        sensitive = true
      }
      data "terraform_remote_state" "d" {
        backend  = "local"
        config   = { path = "visible-path", workspace_dir = "\${var.folder}-of-the-root" }
        defaults = {}
      }
      module "m" {
        source = "./d"
        folder = "\${var.folder}-of-the-module"
      }
    `,
  },
  module: { after: 'module "m" {\n source = "./m"\n token = "token-of-the-module"\n}' },
  secrets: {
    before: secretState,
    after: `
      ${secretState.replace('first-token-value', 'second-token-value')}
      variable "unused" {
        default   = { deep = ["unused-secret-value", 4711123] }
        sensitive = true
      }
      variable "plain" { default = "visible-variable" }
      output "secret" {
        value     = { key = "secret-of-an-output" }
        sensitive = true
      }
      output "plain" { value = "visible-output" }
    `,
  },
  deletedSecret: { before: secretState, after: '' },
  failed: {
    after: `
      ${secretState}
      resource "terraform_data" "bad" {
        lifecycle {
          precondition {
            condition     = length(var.token) < 3
            error_message = "Too long."
          }
        }
      }
    `,
  },
} satisfies Record<string, Scenario>;

type Name = keyof typeof scenarios;
interface Planned {
  readonly code: number | null;
  readonly json: unknown;
}

async function plan({ before, after }: Scenario): Promise<Planned> {
  const directory = temporaryDirectory('plan-json');
  const succeed = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runTerraform(directory, args);
    if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${String(code)}: ${stdout}${stderr}`);
    return stdout;
  };
  writeFiles(join(directory, 'm'), {
    'main.tf': 'variable "token" { sensitive = true }\nresource "terraform_data" "a" { input = var.token }\n',
  });
  writeFiles(directory, { 'main.tf': before ?? after });
  writeFiles(join(directory, 'd'), {
    'main.tf': `
      variable "folder" {}
      data "terraform_remote_state" "d" {
        backend = "local"
        config  = { path = "visible-path", workspace_dir = var.folder }
      }
    `,
  });
  writeFiles(directory, {
    'visible-path': '{ "version": 4, "serial": 1, "lineage": "l", "outputs": {}, "resources": [] }',
  });
  await succeed('init');
  if (before !== undefined) await succeed('apply', '-auto-approve');
  writeFiles(directory, { 'main.tf': after });
  const { code } = await runTerraform(directory, ['plan', '-detailed-exitcode', '-out=p']);
  const json: unknown = JSON.parse(await succeed('show', '-json', 'p'));
  return { code, json };
}

(terraform === undefined ? describe.skip : describe)('plans of Terraform itself', () => {
  const plans = new Map<string, Planned>();

  beforeAll(async () => {
    await Promise.all(
      Object.entries(scenarios)
        .filter(([name]) => name !== 'forget' || atLeast('1.7'))
        .map(async ([name, scenario]) => {
          plans.set(name, await plan(scenario));
        }),
    );
  });

  afterAll(removeTemporaryDirectories);

  const planned = (name: Name): Planned => plans.get(name) ?? { code: null, json: undefined };
  const none = { create: 0, update: 0, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 };

  test.each([
    ['nothing', {}, []],
    [
      'create',
      { create: 2 },
      [
        { address: 'terraform_data.a[0]', action: 'create' },
        { address: 'terraform_data.a[1]', action: 'create' },
      ],
    ],
    ['update', { update: 1 }, [{ address: 'terraform_data.a', action: 'update' }]],
    ['replace', { replace: 1 }, [{ address: 'terraform_data.a', action: 'replace', forcedBy: ['triggers_replace'] }]],
    [
      'replaceInAdvance',
      { replace: 1 },
      [{ address: 'terraform_data.a', action: 'replace', forcedBy: ['triggers_replace'] }],
    ],
    ['delete', { delete: 1 }, [{ address: 'terraform_data.a', action: 'delete', because: 'not in the configuration' }]],
    ['move', { move: 1 }, [{ address: 'terraform_data.b', action: 'move', movedFrom: 'terraform_data.a' }]],
    [
      'moveAndUpdate',
      { move: 1, update: 1 },
      [{ address: 'terraform_data.b', action: 'update', movedFrom: 'terraform_data.a' }],
    ],
    ['import', { import: 1 }, [{ address: 'terraform_data.a', action: 'import', imported: true }]],
    ['importAndUpdate', { import: 1, update: 1 }, [{ address: 'terraform_data.a', action: 'update', imported: true }]],
    [
      'read',
      { create: 1 },
      [
        {
          address: 'data.terraform_remote_state.d',
          action: 'read',
          because: 'what it depends on has changes',
        },
        { address: 'terraform_data.a', action: 'create' },
      ],
    ],
    ['module', { create: 1 }, [{ address: 'module.m.terraform_data.a', action: 'create' }]],
  ] as const)('%s', expectSummary);

  test('outputs, each with what happens to it', () => {
    const { json } = planned('outputs');
    const { counts, outputs } = summarise(readPlan(json), true);
    expect(counts).toEqual({ ...none, outputs: 3 });
    expect(outputs).toEqual([
      { name: 'changed', action: 'update' },
      { name: 'gone', action: 'delete' },
      { name: 'new', action: 'create' },
    ]);
    const output = (after_unknown: unknown): object => ({
      output_changes: { id: { actions: ['update'], after_unknown } },
    });
    const actions = [false, {}, true, { a: [false, true] }].map(
      (unknown) => summarise(readPlan(output(unknown)), true).outputs?.[0]?.action,
    );
    expect(actions).toEqual(['update', 'update', 'replace', 'replace']);
    expect(summarise(readPlan({}), true)).not.toHaveProperty('outputs');
  });

  testSince('1.7')('forget', () => {
    expectSummary('forget', { forget: 1 }, [{ address: 'terraform_data.a', action: 'forget' }]);
  });

  function expectSummary(name: Name, counts: Partial<typeof none>, resources: readonly object[]): void {
    const { code, json } = planned(name);
    const changes = name !== 'nothing';
    expect(code).toBe(changes ? 2 : 0);
    // The exit code counts only where the program itself does not say: Terraform does since 1.8, OpenTofu does not.
    const says = runningProgram === 'Terraform' && atLeast('1.8');
    expect(summarise(readPlan(json), says ? !changes : changes)).toEqual({
      hasChanges: changes,
      counts: { ...none, ...counts },
      resources,
    });
  }

  test('a deposed object has a line of its own, beside the current one', async () => {
    const directory = temporaryDirectory('deposed');
    const resource = 'resource "terraform_data" "a" { input = "now" }';
    writeFiles(directory, { 'main.tf': resource.replace('now', 'before') });
    await runTerraform(directory, ['apply', '-auto-approve']);
    const path = join(directory, 'terraform.tfstate');
    const state = record(JSON.parse(readFileSync(path, 'utf8')));
    // As a replacement that was created, but whose predecessor could not be destroyed, leaves it.
    const resources = list(state['resources']).map((each) => {
      const instances = list(field(each, 'instances'));
      return { ...record(each), instances: [...instances, { ...record(instances[0]), deposed: '1a2b3c4d' }] };
    });
    writeFiles(directory, { 'terraform.tfstate': JSON.stringify({ ...state, resources }), 'main.tf': resource });
    await runTerraform(directory, ['plan', '-out=p']);
    const json = readPlan(JSON.parse((await runTerraform(directory, ['show', '-json', 'p'])).stdout));
    const { counts, resources: shown } = summarise(json, true);
    expect(counts).toMatchObject({ update: 1, delete: 1 });
    expect(shown).toEqual([
      { address: 'terraform_data.a', action: 'update' },
      {
        address: 'terraform_data.a (deposed 1a2b3c4d)',
        action: 'delete',
        because: 'left over from a replacement that failed',
      },
    ]);
    expect(driftOf(json).changes.map(({ address }) => address)).toEqual([
      'terraform_data.a',
      'terraform_data.a (deposed 1a2b3c4d)',
    ]);
  });

  test('an old Terraform does not say "applyable": its exit code counts', () => {
    const old: unknown = JSON.parse(JSON.stringify(planned('move').json).replace('"applyable":true,', ''));
    expect(summarise(readPlan(old), true).hasChanges).toBe(true);
    expect(summarise(readPlan(old), false).hasChanges).toBe(false);
  });

  test('a plan that failed half-way has no changes to apply', () => {
    const { code, json } = planned('failed');
    expect(code).toBe(1);
    expect(summarise(readPlan(json), false).hasChanges).toBe(false);
  });

  test.each([
    [
      'secrets',
      [
        'first-token-value',
        'first-token-value-in-list',
        'second-token-value',
        'second-token-value-in-list',
        'unused-secret-value',
        '4711123',
        'secret-of-an-output',
      ],
    ],
    ['deletedSecret', ['first-token-value', 'first-token-value-in-list']],
    ['failed', ['first-token-value', 'first-token-value-in-list']],
    ['module', ['token-of-the-module']],
    // What was read while planning is no change: it stands in the prior state only.
    ['dataSources', ['secret-folder', 'secret-folder-of-the-root', 'secret-folder-of-the-module']],
    ['create', []],
    ['outputs', []],
  ] as const)('every secret of %s, and nothing else', (name, expected) => {
    expect([...sensitiveValues(readPlan(planned(name).json))].sort()).toEqual([...expected].sort());
  });
});

describe('what is no plan', () => {
  test.each([undefined, null, 'text', [], {}, { resource_changes: 'x', output_changes: 1, variables: [] }])(
    '%j: nothing in it',
    (json) => {
      expect(summarise(readPlan(json), false)).toMatchObject({ hasChanges: false, resources: [] });
      expect([...sensitiveValues(readPlan(json))]).toEqual([]);
    },
  );
});

describe('what forces a replacement', () => {
  const replaced = (more: object, paths?: unknown) => ({
    resource_changes: [{ address: 'a.b', change: { actions: ['delete', 'create'], replace_paths: paths }, ...more }],
  });
  test.each([
    ['attributes, by their paths', replaced({}, [['ami'], ['network', 0, 'id']]), ['ami', 'network[0].id']],
    ['a taint', replaced({ action_reason: 'replace_because_tainted' }), ['taint']],
    ['another resource', replaced({ action_reason: 'replace_by_triggers' }, []), ['replace_triggered_by']],
    ['somebody', replaced({ action_reason: 'replace_by_request' }), ['-replace']],
    ['nothing that is known', replaced({}), undefined],
  ])('%s', (_rule, plan, forcedBy) => {
    expect(summarise(readPlan(plan), true).resources[0]?.forcedBy).toEqual(forcedBy);
  });
});

describe('the reason of a change', () => {
  const because = (actions: readonly string[], reason: string, more: object = {}): unknown => {
    const resource = { address: 'a.b', action_reason: reason, change: { actions }, ...more };
    return summarise(readPlan({ resource_changes: [resource] }), true).resources[0]?.because;
  };

  // Spelled as in Terraform's and OpenTofu's sources (internal/command/jsonplan/plan.go).
  test.each([
    ['delete_because_no_resource_config', 'not in the configuration'],
    ['delete_because_no_module', 'its module is not in the configuration'],
    ['delete_because_no_move_target', 'moved to an address that is not in the configuration'],
    ['delete_because_wrong_repetition', 'count or for_each was added or removed'],
    ['delete_because_count_index', 'its index is out of range for count'],
    ['delete_because_each_key', 'its key is not in for_each'],
    ['delete_because_enabled_false', 'enabled is false'],
    ['a_reason_that_is_new', 'a reason that is new'],
  ])('%s', (reason, words) => {
    expect(because(['delete'], reason)).toBe(words);
  });

  test('of what is forgotten', () => {
    expect(because(['forget'], 'forgot_because_lifecycle_destroy_in_config')).toBe(
      'destroy = false in the configuration',
    );
    expect(because(['forget'], 'forgot_because_lifecycle_destroy_in_state')).toBe('destroy = false in the state');
    // OpenTofu 1.12 says so of a "removed" block.
    expect(because(['forget'], 'delete_because_no_resource_config')).toBeUndefined();
  });
});

test('what is no JSON is an error without a word of it: nothing in it is masked yet', () => {
  expect(() => parseExact('{"a": "hunter22" hunter22')).toThrow(/^What "show -json" printed is not JSON\.$/u);
});
