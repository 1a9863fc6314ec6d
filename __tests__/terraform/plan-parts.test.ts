/**
 * Parts of a plan's JSON that are newer than most Terraforms, and parts that no Terraform has yet. Field names as in
 * Terraform's `internal/command/jsonplan` (1.14: actions and deferred changes).
 */
import { afterAll, describe, expect, test } from '@jest/globals';
import { delimiter } from 'node:path';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { terraformVersion } from '../../loopback/terraform.ts';
import { record } from '../../src/base/json.ts';
import { fingerprint, type FingerprintContext } from '../../src/terraform/fingerprint.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { summarise } from '../../src/terraform/plan-summary.ts';
import { sensitiveValues } from '../../src/terraform/sensitive-values.ts';
import { atLeast, runningProgram, runningVersion } from '../support/terraform-version.ts';
import { appliedState, plainContext, planJson } from './root-module.ts';

afterAll(removeTemporaryDirectories);

const made = { providers: [], modules: '' };
const valueOf = (plan: unknown, context: Partial<FingerprintContext> = {}): string =>
  fingerprint(readPlan(plan), made, { ...plainContext, ...context }).value;
const withKey = { key: 'a key' };

const created = (address: string, more: object = {}, change: object = {}): object => ({
  address,
  mode: 'managed',
  type: 'a',
  name: 'b',
  provider_name: 'registry.terraform.io/x/a',
  change: {
    actions: ['create'],
    before: null,
    after: { name: 'n' },
    after_unknown: { id: true },
    before_sensitive: false,
    after_sensitive: {},
    ...change,
  },
  ...more,
});

const invocation = (more: object = {}): object => ({
  address: 'action.a_send.this',
  type: 'a_send',
  name: 'this',
  config_values: { to: 'everybody', token: 'token-of-an-action' },
  config_sensitive: { token: true },
  config_unknown: {},
  provider_name: 'registry.terraform.io/x/a',
  lifecycle_action_trigger: {
    triggering_resource_address: 'a.b',
    action_trigger_event: 'AfterCreate',
    action_trigger_block_index: 0,
    actions_list_index: 0,
    on_failure: 'fail',
  },
  ...more,
});

const deferredChange = (password: string): object => ({
  reason: 'provider_config_unknown',
  resource_change: created('a.later', {}, { after: { password, name: 'n' }, after_sensitive: { password: true } }),
});

const plan = (more: object = {}): Readonly<Record<string, unknown>> => ({
  format_version: '1.2',
  resource_changes: [created('a.b')],
  applyable: true,
  complete: true,
  errored: false,
  ...more,
});

describe('secrets', () => {
  test.each<[string, object]>([
    ['an action that is invoked', { action_invocations: [invocation()] }],
    [
      'an action that is invoked later',
      { deferred_action_invocations: [{ reason: 'deferred_prereq', action_invocation: invocation() }] },
    ],
    ['a deferred change', { deferred_changes: [deferredChange('token-of-an-action')] }],
    [
      'a part that no Terraform has yet',
      { new_part: { a: [{ plans: { b: 'token-of-an-action' }, plans_sensitive: true }] } },
    ],
    [
      'a spelling of marks that state has',
      { new_part: { values: { b: 'token-of-an-action' }, sensitive_values: { b: true } } },
    ],
    ['a spelling of marks that actions have', { new_part: { x_values: ['token-of-an-action'], x_sensitive: [true] } }],
  ])('of %s are masked, and digested by their place alone', (_, more) => {
    expect([...sensitiveValues(readPlan(plan(more)))]).toEqual(['token-of-an-action']);
    const other: unknown = JSON.parse(JSON.stringify(plan(more)).replaceAll('token-of-an-action', 'another-token'));
    expect(valueOf(other)).toBe(valueOf(plan(more)));
    expect(valueOf(other, withKey)).not.toBe(valueOf(plan(more), withKey));
    expect(valueOf(plan(more))).not.toBe(valueOf(plan()));
  });

  test('of an identity are masked', () => {
    const identity = { after_identity: { id: 'token-of-an-action' }, after_identity_sensitive: { id: true } };
    const json = plan({ resource_changes: [created('a.b', {}, identity)] });
    expect([...sensitiveValues(readPlan(json))]).toEqual(['token-of-an-action']);
  });
});

describe('what counts', () => {
  test.each<[string, object]>([
    ['a part that is not known', { new_part: 1 }],
    ['one that is null', { new_part: null }],
    ['changes that are no list', { resource_changes: { 'a.b': created('a.b') } }],
    ['outputs that are a list', { output_changes: [{ actions: ['create'] }] }],
    ['a field of a resource', { resource_changes: [created('a.b', { renaming: 'x' })] }],
    ['a field of a change', { resource_changes: [created('a.b', {}, { renaming: 'x' })] }],
    ['an action', { resource_changes: [created('a.b', {}, { actions: ['rename'] })] }],
    ['what an action is given', { action_invocations: [invocation({ config_values: { to: 'nobody' } })] }],
    ['when an action is run', { action_invocations: [invocation({ invoke_action_trigger: {} })] }],
    ['that the plan is not complete', { complete: false }],
    ['that it cannot be applied', { applyable: false }],
    ['what is deferred', { deferred_changes: [deferredChange('x')] }],
  ])('%s', (_, more) => {
    for (const context of [{}, withKey]) expect(valueOf(plan(more), context)).not.toBe(valueOf(plan(), context));
  });

  test('a resource that nothing happens to, but for a field that is not known', () => {
    const still = (more: object): unknown =>
      plan({ resource_changes: [created('a.b'), created('a.still', more, { actions: ['no-op'] })] });
    expect(valueOf(still({}))).toBe(valueOf(plan()));
    expect(valueOf(still({ renaming: 'x' }))).not.toBe(valueOf(plan()));
    expect(valueOf(still({ renaming: 'x' }))).not.toBe(valueOf(still({ renaming: 'y' })));
  });

  test('differences are named', () => {
    const { changes } = fingerprint(
      readPlan(
        plan({
          action_invocations: [invocation()],
          deferred_changes: [deferredChange('x')],
          deferred_action_invocations: [
            { reason: 'x', action_invocation: invocation({ lifecycle_action_trigger: {} }) },
          ],
          new_part: 1,
        }),
      ),
      made,
      plainContext,
    );
    expect(changes.map(({ address, actions }) => [address, actions])).toEqual([
      ['a.b', 'create'],
      ['a.later (deferred)', 'create'],
      ['action.a_send.this', 'invoke later'],
      ['action.a_send.this (after create of a.b)', 'invoke'],
      ['plan.new_part', 'not known to this version'],
    ]);
  });
});

describe('another version of the same program', () => {
  const trigger = (onFailure?: string): object => ({
    triggering_resource_address: 'a.b',
    action_trigger_event: 'AfterCreate',
    action_trigger_block_index: 0,
    actions_list_index: 0,
    ...(onFailure === undefined ? {} : { on_failure: onFailure }),
  });
  const same: readonly [string, object, object?][] = [
    [
      'that writes one more attribute, as null',
      { resource_changes: [created('a.b', {}, { after: { name: 'n', store: null } })] },
    ],
    [
      'that marks nothing in other words',
      {
        resource_changes: [
          created('a.b', {}, { before_sensitive: {}, after_sensitive: { name: false, list: [{}, false] } }),
        ],
      },
    ],
    ['that does not say whether the plan is complete', { complete: undefined }],
    ['that says neither', { complete: undefined, applyable: undefined, errored: undefined }],
    ['that lists no outputs, or nothing', { output_changes: {}, action_invocations: undefined }],
    [
      'that has the identity of an object, too',
      { resource_changes: [created('a.b', {}, { before_identity: { id: 'x' }, after_identity: { id: 'x' } })] },
    ],
    [
      'that says of a plan without changes that it cannot be applied',
      { resource_changes: [], applyable: false },
      { resource_changes: [] },
    ],
    [
      'that says that a failed action stops the apply, as it always did before there was a choice',
      { action_invocations: [invocation({ lifecycle_action_trigger: trigger('ActionOnFailureHalt') })] },
      { action_invocations: [invocation({ lifecycle_action_trigger: trigger() })] },
    ],
    [
      'that writes an argument of an action as null',
      { action_invocations: [invocation({ config_values: { to: 'x', more: null } })] },
      { action_invocations: [invocation({ config_values: { to: 'x' } })] },
    ],
    ['whose format is another one', { format_version: '1.3', terraform_version: '1.16.0' }],
  ];
  test.each(same)('%s', (_, more, other = {}) => {
    expect(valueOf(plan(more))).toBe(valueOf(plan(other)));
  });

  test('that an apply goes on after a failed action is another plan', () => {
    const of = (onFailure: string): string =>
      valueOf(plan({ action_invocations: [invocation({ lifecycle_action_trigger: trigger(onFailure) })] }));
    expect(of('ActionOnFailureContinue')).not.toBe(of('ActionOnFailureHalt'));
  });

  test('an element of a list or a map, and an output, that is null is there all the same', () => {
    const of = (after: unknown): string => valueOf(plan({ resource_changes: [created('a.b', {}, { after })] }));
    expect(of({ map: { a: null } })).not.toBe(of({ map: {} }));
    expect(of({ list: [null] })).not.toBe(of({ list: [] }));
    const output = (after: unknown): string =>
      valueOf(plan({ output_changes: { o: { actions: ['create'], before: null, after } } }));
    expect(output({ a: null })).not.toBe(output({}));
  });

  test('the order of actions and of deferred changes differs from run to run', () => {
    const [one, two] = [invocation(), invocation({ address: 'action.a_send.other' })];
    for (const part of ['action_invocations', 'new_part']) {
      const [a, b] = [plan({ [part]: [one, two] }), plan({ [part]: [two, one] })];
      if (part === 'new_part') expect(valueOf(a)).not.toBe(valueOf(b));
      else expect(valueOf(a)).toBe(valueOf(b));
    }
    const [early, late] = [deferredChange('a'), { ...deferredChange('b'), reason: 'absent_prereq' }];
    expect(valueOf(plan({ deferred_changes: [early, late] }))).toBe(valueOf(plan({ deferred_changes: [late, early] })));
  });
});

describe('the summary', () => {
  const of = (more: object) => summarise(readPlan(plan(more)), true);

  test.each([
    [['rename'], 'other', 'rename', { other: 1 }],
    [['forget', 'rename'], 'other', 'forget, rename', { other: 1 }],
    [[], 'other', 'no action', { other: 1 }],
    // Terraform's promise to readers: where something is deleted, "delete" is among the actions.
    [['delete', 'forget'], 'delete', 'delete, forget', { delete: 1 }],
    [['rename', 'delete', 'create'], 'replace', 'rename, delete, create', { replace: 1 }],
  ])('actions %j are %s', (actions, action, words, counts) => {
    const { resources, counts: counted } = of({ resource_changes: [created('a.b', {}, { actions })] });
    expect(resources).toEqual([{ address: 'a.b', action, words }]);
    expect(counted).toMatchObject({ create: 0, ...counts });
  });

  // Terraform 1.16 and OpenTofu: with "destroy = false" the old object stays, and nothing manages it any more.
  test.each([
    ['create', 'forget'],
    ['forget', 'create'],
  ])('%s, %s is a replacement that forgets', (...actions) => {
    const { resources, counts } = of({
      resource_changes: [created('a.b', {}, { actions, replace_paths: [['ami']] })],
    });
    expect(resources).toEqual([{ address: 'a.b', action: 'replace', forgets: true, forcedBy: ['ami'] }]);
    expect(counts).toMatchObject({ create: 0, delete: 0, replace: 1, forget: 1 });
  });

  test('has actions that are invoked, and what is deferred', () => {
    const { resources, counts } = of({
      action_invocations: [
        invocation(),
        invocation({ lifecycle_action_trigger: undefined, invoke_action_trigger: {} }),
      ],
      deferred_changes: [deferredChange('x')],
      deferred_action_invocations: [{ reason: 'deferred_prereq', action_invocation: invocation() }],
    });
    expect(resources).toEqual([
      { address: 'a.b', action: 'create' },
      { address: 'action.a_send.this', action: 'invoke', words: 'after create of a.b' },
      { address: 'action.a_send.this', action: 'invoke' },
      { address: 'a.later', action: 'defer', words: 'provider config unknown' },
      { address: 'action.a_send.this', action: 'defer', words: 'deferred prereq' },
    ]);
    expect(counts).toMatchObject({ create: 1, invoke: 2, defer: 2 });
  });

  test('remarks nothing on an ordinary plan', () => {
    expect(of({}).remarks).toBeUndefined();
  });

  test('names what is not known, once', () => {
    const { remarks } = of({
      new_part: 1,
      resource_changes: [
        created('a.b', { renaming: 1 }),
        created('a.c', { renaming: 1 }, { speed: 1, importing: { id: 'x', from: 'y' } }),
      ],
      output_changes: { o: { actions: ['create'], before: null, after: 1, mood: 1 } },
      action_invocations: [
        invocation({ price: 1 }),
        invocation({ lifecycle_action_trigger: { retries: 1 } }),
        invocation({ invoke_action_trigger: { by: 1 } }),
      ],
      deferred_changes: [{ ...deferredChange('x'), until: 1 }],
      deferred_action_invocations: [{ reason: 'x', action_invocation: invocation(), until: 1 }],
    });
    expect(remarks?.unknownParts).toEqual([
      'action_invocations.invoke_action_trigger.by',
      'action_invocations.lifecycle_action_trigger.retries',
      'action_invocations.price',
      'deferred_action_invocations.until',
      'deferred_changes.until',
      'new_part',
      'output_changes.mood',
      'resource_changes.change.importing.from',
      'resource_changes.change.speed',
      'resource_changes.renaming',
    ]);
  });

  test('says that the plan is not complete, and which checks fail', () => {
    const check = (status: string, ...messages: readonly string[]): object => ({
      address: { kind: 'check', to_display: 'check.health' },
      status,
      instances: [
        {
          address: { to_display: 'check.health' },
          status,
          problems: messages.map((message) => ({ message })),
        },
      ],
    });
    const { remarks } = of({
      complete: false,
      checks: [check('fail', 'It is down.'), check('error'), check('pass'), check('unknown')],
    });
    expect(remarks).toMatchObject({ incomplete: true, failedChecks: ['check.health: It is down.', 'check.health'] });
  });
});

test('a plan of Terraform itself has no part that is not known', () => {
  // Whatever is in these lists is in Terraform's sources; a typing error here would widen every fingerprint.
  const { remarks } = summarise(
    readPlan(
      plan({
        ...Object.fromEntries(
          [
            'prior_state',
            'planned_values',
            'resource_drift',
            'checks',
            'variables',
            'timestamp',
            'terraform_version',
            'relevant_attributes',
            'configuration',
          ].map((name) => [name, {}]),
        ),
        resource_changes: [
          created(
            'a.b',
            {
              previous_address: 'a.c',
              module_address: 'module.m',
              index: 0,
              index_unknown: true,
              deposed: 'a1b2c3d4',
              action_reason: 'x',
            },
            {
              replace_paths: [],
              importing: { id: 'x', identity: {}, unknown: true },
              generated_config: 'x',
              before_identity: {},
              after_identity: {},
            },
          ),
        ],
      }),
    ),
    true,
  );
  expect(remarks).toBeUndefined();
});

const others = (['1.6.6', '1.15.5'] as const).filter((version) => version !== runningVersion);

(runningProgram === 'OpenTofu' ? describe.skip : describe).each(others)('Terraform %s', (version) => {
  const folder = terraformVersion(version);
  if (folder === undefined) console.warn(`Terraform ${version} was not fetched: the test with it is skipped.`);
  (folder === undefined ? test.skip : test)('the same plan of another Terraform has the same fingerprint', async () => {
    const main = (input: string): string => `
variable "secret" {
  sensitive = true
  default   = "the-secret"
}
resource "terraform_data" "a" {
  input = { user = "${input}", password = var.secret, list = [1, 2.50, 9007199254740993, null] }
  provisioner "local-exec" {
    command = "true \${self.id}"
  }
}
resource "terraform_data" "b" {
  for_each         = toset(["x", "y"])
  triggers_replace = [each.key, "${input}"]
}
output "o" {
  value     = terraform_data.a.input
  sensitive = true
}
`;
    async function withThat<T>(run: () => Promise<T>): Promise<T> {
      const path = process.env['PATH'] ?? '';
      process.env['PATH'] = `${folder ?? ''}${delimiter}${path}`;
      return run().finally(() => {
        process.env['PATH'] = path;
      });
    }

    // The older one makes the state: 1.6 rounds large numbers beside attributes of a state that it does not know.
    const apply = (): Promise<string> => appliedState(main('one'));
    const state = await (atLeast(version) ? withThat(apply) : apply());
    for (const how of [{}, { state }]) {
      const old = await planJson(main('two'), how);
      const now = await withThat(() => planJson(main('two'), how));
      expect(record(now)['terraform_version']).not.toBe(record(old)['terraform_version']);
      for (const context of [{}, withKey]) expect(valueOf(now, context)).toBe(valueOf(old, context));
    }
  });
});
