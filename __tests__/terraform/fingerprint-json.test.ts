/** What of a plan's JSON counts for its fingerprint, and what does not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { isRecord, list, record } from '../../src/base/json.ts';
import { fingerprint } from '../../src/terraform/fingerprint.ts';
import { parseExact } from '../../src/terraform/exact-json.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { record as recordOf, reviewedLeaf, trailersOf } from '../gate/build.ts';
import { appliedState, plainContext, planText } from './root-module.ts';

afterAll(removeTemporaryDirectories);

const made = { providers: [], modules: '' };

describe('the JSON of a plan', () => {
  const REAL = `
variable "secret" {
  sensitive = true
}
resource "terraform_data" "a" {
  input            = ["SECRET-PLACEHOLDER", 1, { b = 2, a = 1 }]
  triggers_replace = var.secret
}
resource "terraform_data" "b" {
  input = var.secret
}
output "o" {
  value     = var.secret
  sensitive = true
}
`;
  let json = '';
  let plan: unknown;

  beforeAll(async () => {
    const state = await appliedState(REAL.replace('= 2,', '= 3,'), {
      TF_VAR_secret: 'SECRET-PLACEHOLDER, the old one',
    });
    json = await planText(REAL, { state, env: { TF_VAR_secret: 'SECRET-PLACEHOLDER' } });
    plan = parseExact(json);
  });

  const valueOf = (changed: unknown, context = plainContext): string =>
    fingerprint(readPlan(changed), made, context).value;
  const withField = (name: string, value: unknown): unknown => ({ ...record(plan), [name]: value });
  /** The plan with its first resource's change, or what is around it, changed. */
  const withResource = (change: (resource: Readonly<Record<string, unknown>>) => unknown): unknown => {
    const [first, ...more] = list(record(plan)['resource_changes']);
    return withField('resource_changes', [change(record(first)), ...more]);
  };

  test.each([
    'timestamp',
    'prior_state',
    'planned_values',
    'resource_drift',
    'relevant_attributes',
    'checks',
    'format_version',
    'terraform_version',
  ])('%s does not count', (name) => {
    const [one, two] = [withField(name, 'x'), withField(name, [{ address: 'terraform_data.z' }])];
    expect(valueOf(one, { ...plainContext, key: 'k' })).toBe(valueOf(two, { ...plainContext, key: 'k' }));
  });

  test.each<[string, () => unknown]>([
    ['errored', () => withField('errored', true)],
    ['applyable', () => withField('applyable', false)],
    ['what is deferred', () => withField('deferred_changes', [{ reason: 'x' }])],
    ['actions that are invoked', () => withField('action_invocations', [{ address: 'action.x.y' }])],
    ['actions that are invoked later', () => withField('deferred_action_invocations', [{ reason: 'x' }])],
    ['the configuration', () => withField('configuration', {})],
    ['why a resource is replaced', () => withResource((each) => ({ ...each, action_reason: 'replace_by_request' }))],
    ['an object that was deposed', () => withResource((each) => ({ ...each, deposed: 'a1b2c3d4' }))],
    ['the address before', () => withResource((each) => ({ ...each, previous_address: 'terraform_data.z' }))],
    ['the provider', () => withResource((each) => ({ ...each, provider_name: 'x/y/z' }))],
    ['what forces the replacement', () => withChange({ replace_paths: [['input']] })],
    ['what is imported', () => withChange({ importing: { id: 'x' } })],
    ['what is unknown', () => withChange({ after_unknown: { id: true } })],
    ['what becomes sensitive', () => withChange({ after_sensitive: { input: true } })],
    ['the order of actions', () => withChange({ actions: ['create', 'delete'] })],
    ['what was there before', () => withChange({ before: { input: 'other' } })],
  ])('%s counts', (_, changed) => {
    expect(valueOf(changed())).not.toBe(valueOf(plan));
  });

  function withChange(more: Readonly<Record<string, unknown>>): unknown {
    return withResource((each) => ({ ...each, change: { ...record(each['change']), ...more } }));
  }

  test('a secret that reads like an action changes no action', () => {
    const of = (action: string): string => {
      const change = { actions: [action], before: null, after: {}, after_unknown: {} };
      const variables = { create: { value: 'create' }, delete: { value: 'delete' } };
      const declared = { create: { sensitive: true }, delete: { sensitive: true } };
      const plan = {
        resource_changes: [{ address: 'a', change }],
        variables,
        configuration: { root_module: { variables: declared } },
      };
      const standIns = new Map(['create', 'delete'].map((value) => [value, `(environment: ${value})`]));
      return fingerprint(readPlan(plan), made, { ...plainContext, standIns }).value;
    };
    expect(of('create')).not.toBe(of('delete'));
  });

  test('sensitive values that an action is invoked with are hidden', () => {
    const invoked = (secret: string): unknown =>
      withField('action_invocations', [{ address: 'x', config_values: { a: secret }, config_sensitive: { a: true } }]);
    expect(valueOf(invoked('one'))).toBe(valueOf(invoked('two')));
    const key = { ...plainContext, key: 'k' };
    expect(valueOf(invoked('one'), key)).not.toBe(valueOf(invoked('two'), key));
  });

  test('an object that was deposed stands beside the current one, in any order', () => {
    const current = record(list(record(plan)['resource_changes'])[0]);
    const deposed = { ...current, deposed: 'a1b2c3d4' };
    const [one, two] = [
      [current, deposed],
      [deposed, current],
    ].map((both) => withField('resource_changes', both));
    expect(valueOf(one)).toBe(valueOf(two));
    const { changes } = fingerprint(readPlan(one), made, plainContext);
    expect(changes.map(({ address }) => address)).toContain('terraform_data.a (deposed a1b2c3d4)');
  });

  test('the order of keys, and of resources, does not count', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const next = (): number => Number(numbers.next().value);
        const shuffled = shuffleKeys(plan, next);
        const resources = shuffle(list(record(shuffled)['resource_changes']), next);
        const other = { ...record(shuffled), resource_changes: resources };
        for (const key of [undefined, 'k']) {
          expect(fingerprint(readPlan(other), made, { ...plainContext, key })).toEqual(
            fingerprint(readPlan(plan), made, { ...plainContext, key }),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  function shuffle<T>(items: readonly T[], next: () => number): readonly T[] {
    return items
      .map((item) => ({ item, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }

  function shuffleKeys(value: unknown, next: () => number): unknown {
    if (Array.isArray(value)) return value.map((each: unknown) => shuffleKeys(each, next));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      shuffle(Object.entries(value), next).map(([name, each]) => [name, shuffleKeys(each, next)]),
    );
  }

  test('no secret is in a fingerprint or a record, and without a key none can be told from another', () => {
    const secret = fc
      .string({ minLength: 6, maxLength: 40, unit: 'grapheme' })
      .filter((text) => text.trim().length >= 6)
      .map((text) => `§${text}§`);
    const keys = fc.constantFrom(undefined, 'a key');
    const without = fingerprint(readPlan(plan), made, plainContext);
    fc.assert(
      fc.property(secret, keys, (text, key) => {
        const inside = JSON.stringify(text).slice(1, -1);
        const changed = parseExact(json.replaceAll('SECRET-PLACEHOLDER', () => inside));
        const found = fingerprint(readPlan(changed), made, { ...plainContext, key });
        if (key === undefined) expect(found).toEqual(without);
        else expect(found.value).not.toBe(fingerprint(readPlan(plan), made, { ...plainContext, key }).value);
        const [trailer = ''] = trailersOf(
          recordOf([reviewedLeaf('a', { fingerprint: found.value, changes: found.changes })]),
          key,
        );
        for (const all of [JSON.stringify(found), trailer]) expect(all.includes(inside)).toBe(false);
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['9007199254740993', '"9007199254740993"'],
    ['-12345678901234567890', '"-12345678901234567890"'],
    ['0.1000000000000000055511151231257827', '"0.1000000000000000055511151231257827"'],
    ['1e400', '"1e400"'],
    ['9007199254740991', '9007199254740991'],
    ['-1.5', '-1.5'],
  ])('%s', (written, read) => {
    const plan = parseExact(`{"a": [${written}], "${written}": "${written} \\"${written}"}`);
    const shown: unknown = JSON.parse(JSON.stringify(plan));
    expect(shown).toEqual(JSON.parse(`{"a": [${read}], "${written}": "${written} \\"${written}"}`));
  });

  test('in texts are left alone, whatever is around them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const long = texts.map((text) => `${text}12345678901234567890\\"`);
        expect(parseExact(JSON.stringify({ long, number: 7 }))).toEqual({ long, number: 7 });
      }),
    );
  });

  test('a text of many megabytes is no trouble', () => {
    const long = `${'\\n"'.repeat(3)}${'\n'.repeat(4_000_000)}`;
    expect(parseExact(JSON.stringify({ long, number: 1 }))).toEqual({ long, number: 1 });
  });
});
