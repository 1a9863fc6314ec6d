/**
 * The attack: "drop staging-db" is reviewed, something outside changes, and "drop production-db" would be applied. Both
 * names are secrets that the plan knows, so both texts are hidden; they must not be hidden behind the same mask.
 */
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { environmentStandIns } from '../../src/action/job-environment.ts';
import { field, list } from '../../src/base/json.ts';
import { fingerprint, type FingerprintContext } from '../../src/terraform/fingerprint.ts';
import { parseExact } from '../../src/terraform/exact-json.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';
import { sensitiveValues } from '../../src/terraform/sensitive-values.ts';
import { plainContext, planJson, planText } from './root-module.ts';

afterAll(removeTemporaryDirectories);

const made = { providers: [], modules: '' };
const valueOf = (plan: unknown, context: Partial<FingerprintContext> = {}): string =>
  fingerprint(readPlan(plan), made, { ...plainContext, ...context }).value;

/** Without a key and with one. */
const KEYS = [undefined, 'a key'];

const DATABASES = `
variable "staging" {
  sensitive = true
}
variable "production" {
  sensitive = true
}
variable "target" {
  type = any
}
resource "terraform_data" "db" {
  input = { staging = var.staging, production = var.production }
}
`;
const BOTH = { TF_VAR_staging: 'staging-db', TF_VAR_production: 'production-db' };

describe('two plans that differ only in which secret they name', () => {
  test.each([
    ['a text', 'resource "terraform_data" "drop" {\n  input = "drop ${var.target}"\n}\n'],
    ['a whole text', 'resource "terraform_data" "drop" {\n  input = var.target\n}\n'],
    ['a key of an instance', 'resource "terraform_data" "drop" {\n  for_each = toset([var.target])\n}\n'],
    ['an output', 'output "drop" {\n  value = "drop ${var.target}"\n}\n'],
    [
      'a command, and nothing else',
      'resource "terraform_data" "drop" {\n  provisioner "local-exec" {\n    command = "drop ${var.target}"\n  }\n}\n',
    ],
  ])('in %s', async (_, drop) => {
    const [staging, production] = await Promise.all(
      ['staging-db', 'production-db'].map((target) =>
        planJson(DATABASES + drop, { env: { ...BOTH, TF_VAR_target: JSON.stringify(target) } }),
      ),
    );
    for (const key of KEYS) expect(valueOf(staging, { key })).not.toBe(valueOf(production, { key }));
  });

  test('in a command that stands in the code', async () => {
    const [staging, production] = await Promise.all(
      ['staging-db', 'production-db'].map((target) =>
        planJson(
          `${DATABASES}resource "terraform_data" "drop" {\n  provisioner "local-exec" {\n    command = "drop ${target}"\n  }\n}\n`,
          { env: { ...BOTH, TF_VAR_target: '0' } },
        ),
      ),
    );
    for (const key of KEYS) expect(valueOf(staging, { key })).not.toBe(valueOf(production, { key }));
  });

  test('in a number', async () => {
    const numbers = { TF_VAR_staging: '5432', TF_VAR_production: '6543' };
    const main = `${DATABASES.replace('var.staging,', 'tonumber(var.staging),')}resource "terraform_data" "drop" {\n  input = var.target\n}\n`;
    const [staging, production] = await Promise.all(
      ['5432', '6543'].map((target) => planJson(main, { env: { ...numbers, TF_VAR_target: target } })),
    );
    for (const key of KEYS) expect(valueOf(staging, { key })).not.toBe(valueOf(production, { key }));
  });

  test('in values of environment variables, which Terraform does not know to be secret', async () => {
    const env = { STAGING: 'staging-db', PRODUCTION: 'production-db' };
    const standIns = environmentStandIns(env, ['PRODUCTION', 'STAGING', 'ABSENT']);
    expect([...standIns]).toEqual([
      ['production-db', '(environment: PRODUCTION)'],
      ['staging-db', '(environment: STAGING)'],
    ]);
    const drop = (target: string): Promise<unknown> =>
      planJson(`resource "terraform_data" "drop" {\n  input = "drop ${target}"\n}\n`);
    const [staging, production] = [await drop('staging-db'), await drop('production-db')];
    for (const key of KEYS)
      expect(valueOf(staging, { key, standIns })).not.toBe(valueOf(production, { key, standIns }));
  });

  test('with a key another value of the same environment variable is another plan too, without one it is not', async () => {
    const of = async (value: string, key: string | undefined): Promise<string> => {
      const plan = await planJson(`resource "terraform_data" "a" {\n  input = "drop ${value}"\n}\n`);
      return valueOf(plan, { key, standIns: environmentStandIns({ DB: value }, ['DB']) });
    };
    expect(await of('staging-db', 'k')).not.toBe(await of('production-db', 'k'));
    expect(await of('staging-db', undefined)).toBe(await of('production-db', undefined));
  });

  test('by address, where a person reads them', async () => {
    const main = 'resource "terraform_data" "drop" {\n  for_each = toset(["staging-db", "production-db"])\n}\n';
    const standIns = environmentStandIns({ A: 'staging-db', B: 'production-db' }, ['A', 'B']);
    const { changes } = fingerprint(readPlan(await planJson(main)), made, { ...plainContext, standIns });
    expect(changes.map(({ address }) => address)).toEqual([
      'terraform_data.drop["(environment: B)"]',
      'terraform_data.drop["(environment: A)"]',
    ]);
  });
});

describe('marked values', () => {
  /** @param change the resource's values before and after, with their marks */
  const planOf = (change: object, more: object = {}): unknown => ({
    resource_changes: [{ address: 'a.b', change: { actions: ['update'], before: {}, after_unknown: {}, ...change } }],
    ...more,
  });
  const marked = (after: object): unknown => planOf({ after, after_sensitive: { one: true, two: true, three: true } });

  test('without a key other secrets are the same plan, but not the same secrets in other places', () => {
    const plan = marked({ one: 'x-secret', two: 'y-secret', three: 'x-secret' });
    expect(valueOf(plan)).toBe(valueOf(marked({ one: '1-secret', two: '2-secret', three: '1-secret' })));
    expect(valueOf(plan)).not.toBe(valueOf(marked({ one: 'x-secret', two: 'y-secret', three: 'y-secret' })));
  });

  test('secrets of less than three characters are hidden as well', () => {
    const short = (secret: string): unknown =>
      planOf({ after: { a: secret, b: secret }, after_sensitive: { a: true } });
    expect(valueOf(short('x'))).toBe(valueOf(short('y')));
  });

  test('a whole list or object that is marked is hidden as one, length and keys included', () => {
    const whole = (value: unknown): string => valueOf(planOf({ after: { a: value }, after_sensitive: { a: true } }));
    expect(whole(['one', 'two'])).toBe(whole(['one', 'two', 'three']));
    expect(whole({ key: 'one' })).toBe(whole({ other: 'two' }));
    expect(whole(null)).not.toBe(whole('one'));
    const all = (after: unknown, mark: unknown): string => valueOf(planOf({ after, after_sensitive: mark }));
    expect(all({ a: 'one' }, true)).toBe(all({ b: null }, true));
    expect(all({ a: 'one' }, true)).not.toBe(all({ pieces: ['', '(sensitive: a.b.after)', ''] }, {}));
  });

  test('a text that reads like what stands for a secret is no secret', () => {
    const text = (b: string): unknown => planOf({ after: { a: 'the-secret', b }, after_sensitive: { a: true } });
    const standIns = new Map([['the-value', '(environment: A)']]);
    for (const forged of ['(sensitive: a.b.after.a)', '(environment: A)', 'hidden("","(sensitive: a.b.after.a)","")']) {
      for (const real of ['the-secret', 'the-value']) {
        expect(valueOf(text(forged), { standIns })).not.toBe(valueOf(text(real), { standIns }));
      }
    }
  });

  test('an attribute or an output whose name reads like a mark marks nothing', () => {
    const attribute = (a: string): unknown => planOf({ after: { a, a_sensitive: true, sensitive_a: true } });
    expect(valueOf(attribute('staging'))).not.toBe(valueOf(attribute('production')));
    const output = (after: unknown, sensitive = false): unknown => ({
      output_changes: {
        a: { actions: ['create'], before: null, after: 'x', before_sensitive: false, after_sensitive: false },
        a_sensitive: {
          actions: ['create'],
          before: null,
          after,
          before_sensitive: false,
          after_sensitive: sensitive,
        },
      },
    });
    expect(valueOf(output('staging'))).not.toBe(valueOf(output('production')));
    expect(valueOf(output(false))).not.toBe(valueOf(output(null)));
    // Nor is one that reads like a part of the plan anything but an output.
    for (const name of ['a_sensitive', 'output_changes', 'outputs', 'variables', 'values', 'change']) {
      const named: unknown = JSON.parse(
        JSON.stringify(output('the-secret', true)).replace('"a_sensitive"', `"${name}"`),
      );
      expect([...sensitiveValues(readPlan(named))]).toEqual(['the-secret']);
    }
  });

  test('what varies without an effect names no secret: the state may hold more of them', () => {
    const plan = { after: { a: 'the-secret', b: 'say the-secret' }, after_sensitive: { a: true } };
    const state = {
      prior_state: {
        values: {
          root_module: { resources: [{ address: 'a.a', values: { p: 'the-secret' }, sensitive_values: { p: true } }] },
        },
      },
    };
    expect(valueOf(planOf(plan))).toBe(valueOf(planOf(plan, state)));
  });

  test('other secrets in the same places never change a fingerprint without a key; which places are equal does', () => {
    const secret = fc.string({ minLength: 4, maxLength: 12, unit: 'grapheme' }).map((text) => `§${text}§`);
    const places = fc.array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.uniqueArray(secret, { minLength: 4, maxLength: 4, selector: (text) => text.slice(1, 5) }),
        fc.constantFrom(['one', 'two', 'six', 'ten']),
        places,
        (secrets, others, used) => {
          const at = (values: readonly string[], place: number): string => `§${values[place] ?? ''}§`;
          const planned = (values: readonly string[], order: readonly number[]): unknown =>
            planOf({
              after: { secrets: order.map((place) => at(values, place)), text: `use ${at(values, order[0] ?? 0)}` },
              after_sensitive: { secrets: order.map(() => true) },
            });
          expect(valueOf(planned(secrets, used))).toBe(valueOf(planned(others, used)));
          const turned = used.map((place, index) => (index === 0 ? (place + 1) % 4 : place));
          const shape = (order: readonly number[]): string => order.map((place) => order.indexOf(place)).join();
          if (shape(turned) !== shape(used)) {
            expect(valueOf(planned(secrets, used))).not.toBe(valueOf(planned(secrets, turned)));
          }
        },
      ),
    );
  });

  test('hundreds of long secrets cost no time', () => {
    const pem = (index: number): string =>
      `-----BEGIN KEY-----\n${Array.from({ length: 27 }, (_, line) => `${index}x${line}y`.repeat(8)).join('\n')}\n-----END KEY-----\n`;
    const keys = Array.from({ length: 320 }, (_, index) => pem(index));
    const plan = planOf({ after: { keys, text: keys.join('') }, after_sensitive: { keys: keys.map(() => true) } });
    const begun = performance.now();
    valueOf(plan);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

describe('numbers', () => {
  const of = (number: string): string => valueOf(parseExact(`{"new_part": [${number}]}`));

  test('that JavaScript cannot hold are no texts of the same digits', () => {
    for (const digits of ['9007199254740993', '0.1000000000000000055511151231257827', '1e400']) {
      expect(of(digits)).not.toBe(of(`"${digits}"`));
    }
  });

  test.each([
    ['1.0', '1'],
    ['1e3', '1000'],
    ['1E+3', '1000.00'],
    ['-0', '0'],
    ['0.0', '0'],
    ['9007199254740993.0', '9007199254740993'],
    ['12e-1', '1.2'],
  ])('%s is %s', (one, other) => {
    expect(of(one)).toBe(of(other));
  });

  test.each([
    ['9007199254740993', '9007199254740992'],
    ['1e400', '1e401'],
    ['-1', '1'],
    ['1', 'true'],
    ['0', 'null'],
    ['1e-400', '0'],
    ['10', '1'],
  ])('%s is not %s', (one, other) => {
    expect(of(one)).not.toBe(of(other));
  });

  test('of the same digits are one and the same within a plan, and written as before where they are shown', () => {
    const plan = parseExact('{"a": [9007199254740993, 9007199254740993, "9007199254740993"]}');
    const [one, two] = list(field(plan, 'a'));
    expect(one).toBe(two);
    expect(JSON.stringify(plan)).toBe('{"a":["9007199254740993","9007199254740993","9007199254740993"]}');
  });

  test('of a real plan: an id and the text of its digits', async () => {
    const plan = (value: string): Promise<string> =>
      planText(`resource "terraform_data" "a" {\n  input = ${value}\n}\n`);
    const [number, text] = await Promise.all([plan('9007199254740993'), plan('"9007199254740993"')]);
    // The types are what the configuration shows; by the values alone they must differ as well.
    const values = (json: string): string => valueOf({ resource_changes: field(parseExact(json), 'resource_changes') });
    expect(values(number)).not.toBe(values(text));
  });
});
