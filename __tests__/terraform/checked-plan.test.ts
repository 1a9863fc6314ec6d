import { expect, test } from '@jest/globals';
import { withoutSensitive } from '../../src/terraform/checked-plan.ts';

const SHOWN = {
  format_version: '1.2',
  variables: { password: { value: 'secret-1' }, size: { value: 5 } },
  planned_values: {
    outputs: { url: { sensitive: true, value: 'secret-2' }, name: { sensitive: false, value: 'a' } },
    root_module: {
      resources: [{ address: 'a.b', values: { pw: 'secret-3', n: 1 }, sensitive_values: { pw: true } }],
      child_modules: [
        {
          resources: [
            { address: 'module.m.a.b', values: { list: ['x', 'secret-4'] }, sensitive_values: { list: [false, true] } },
          ],
        },
      ],
    },
  },
  resource_changes: [
    {
      address: 'a.b',
      change: {
        actions: ['update'],
        before: { pw: 'secret-5', whole: { deep: 'secret-6' }, open: 'contains secret-9 inside' },
        after: { pw: 'secret-7', whole: { deep: 'ok' } },
        before_sensitive: { pw: true, whole: true },
        after_sensitive: { pw: true },
      },
    },
  ],
  output_changes: {
    url: { actions: ['create'], before: null, after: 'secret-8', before_sensitive: false, after_sensitive: true },
  },
  configuration: { root_module: { variables: { password: { sensitive: true }, size: {} } } },
};

test('a plan for checks has no value that is marked as sensitive, and no known secret', () => {
  const text = withoutSensitive(JSON.stringify(SHOWN), (each) => each.replaceAll('secret-9', '***'));
  expect(text).not.toContain('secret-');
  const plan: unknown = JSON.parse(text);
  expect(plan).toMatchObject({
    variables: { size: { value: 5 } },
    planned_values: {
      outputs: { name: { value: 'a' } },
      root_module: {
        resources: [{ values: { n: 1 } }],
        child_modules: [{ resources: [{ values: { list: ['x', null] } }] }],
      },
    },
    resource_changes: [{ change: { before: { open: 'contains *** inside' }, after: { whole: { deep: 'ok' } } } }],
  });
});

test('known secrets are masked wherever they stand: in keys, addresses and texts', () => {
  const shown = {
    resource_changes: [
      { address: 'a.b["secret-9"]', index: 'secret-9', change: { after: { tags: { 'secret-9': 'x' } } } },
    ],
    relevant_attributes: [{ resource: 'a.b', attribute: ['tags', 'secret-9'] }],
    checks: [{ status: 'fail', instances: [{ problems: [{ message: 'secret-9 is bad' }] }] }],
  };
  const text = withoutSensitive(JSON.stringify(shown), (each) => each.replaceAll('secret-9', '***'));
  expect(text).not.toContain('secret-9');
  expect(JSON.parse(text)).toMatchObject({ resource_changes: [{ change: { after: { tags: { '***': 'x' } } } }] });
});

test('numbers keep their digits', () => {
  const shown = '{"resource_changes":[{"address":"a.b","change":{"after":{"id":12345678901234567890,"half":0.50}}}]}';
  expect(withoutSensitive(shown, (each) => each)).toContain('{"id":12345678901234567890,"half":0.50}');
});
