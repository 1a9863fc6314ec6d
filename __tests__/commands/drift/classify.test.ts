import { describe, expect, test } from '@jest/globals';
import { classify } from '../../../src/commands/drift/classify.ts';
import { ignoring } from '../../../src/commands/drift/ignore.ts';
import type { DriftIgnoreRule } from '../../../src/project/settings.ts';
import type { DriftedResource, PlanDrift } from '../../../src/terraform/drift-json.ts';
import type { PlanResult } from '../../../src/terraform/plan.ts';

const counts = { create: 0, update: 1, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 };

function plan(drift: Partial<PlanDrift>, hasChanges = true): PlanResult {
  return {
    ok: true,
    summary: { hasChanges, counts, resources: [] },
    drift: { resources: [], changes: [], outputs: [], ...drift },
    text: '',
    warnings: [],
    sensitive: new Set(),
    providers: [],
    beyondCreating: [],
  };
}

function drifted(address: string, paths: readonly string[], feeds: readonly string[] = []): DriftedResource {
  return { address, gone: false, attributes: paths.map((path) => ({ path, before: '1', after: '2' })), feeds };
}

const gone = (address: string): DriftedResource => ({ address, gone: true, attributes: [], feeds: [] });
const change = (address: string, ...attributes: readonly string[]) => ({ address, attributes });
const rule = (more: Partial<DriftIgnoreRule>): DriftIgnoreRule => ({
  leaf: undefined,
  address: undefined,
  attribute: undefined,
  reason: 'wanted',
  ...more,
});
const classOf = (result: PlanResult, ...rules: readonly DriftIgnoreRule[]): string =>
  classify(result, ignoring(rules, 'config/env=dev/composition=app')).class;

describe('the class of a leaf', () => {
  test.each<[string, string, PlanResult]>([
    ['clean', 'no changes', plan({}, false)],
    ['clean', 'drift that the plan does nothing about', plan({ resources: [drifted('a.x', ['v'])] }, false)],
    ['pending', 'changes without drift', plan({ changes: [change('a.x', 'v')] })],
    ['pending', 'only moves or the like', plan({})],
    [
      'pending',
      'changes, and drift elsewhere that feeds none of them',
      plan({ resources: [drifted('a.y', ['tags'])], changes: [change('a.x', 'v')] }),
    ],
    [
      'drifted',
      'drift of what is changed',
      plan({ resources: [drifted('a.x', ['v'])], changes: [change('a.x', 'v')] }),
    ],
    ['drifted', 'a resource that is gone', plan({ resources: [gone('a.x')], changes: [change('a.x')] })],
    [
      'drifted',
      'drift that another change takes its value from',
      plan({ resources: [drifted('a.y', ['v'], ['v'])], changes: [change('a.x', 'input')] }),
    ],
    [
      'drifted',
      'a resource that is gone, also from the code, and that another change took its value from',
      plan({ resources: [{ ...gone('a.y'), feeds: ['v'] }], changes: [change('a.x', 'input')] }),
    ],
    ['drifted', 'drift that an output shows', plan({ resources: [drifted('a.y', ['v'], ['v'])], outputs: ['v'] })],
    ['error', 'a plan that failed', { ok: false, stage: 'plan', output: 'no', sensitive: new Set() }],
  ])('%s: %s', (expected, _why, result) => {
    expect(classOf(result)).toBe(expected);
  });
});

describe('with rules, an action that is invoked', () => {
  const invoked = (follows: string) => ({ address: 'action.a_send.this', attributes: [], follows });
  const ignored = rule({ attribute: 'tags' });
  const of = (follows: string): PlanResult =>
    plan({
      resources: [drifted('a.x', ['tags.Owner'])],
      changes: [change('a.x', 'tags.Owner'), invoked(follows)],
    });

  test('only by the change that would take back what is ignored is ignored with it', () => {
    expect(classOf(of('a.x'), ignored)).toBe('clean');
    expect(classOf(of('a.x'))).toBe('drifted');
  });

  test('by anything else is pending', () => {
    expect(classOf(of('a.y'), ignored)).toBe('pending');
    expect(classOf(plan({ changes: [{ address: 'action.a_send.this', attributes: [] }] }), ignored)).toBe('pending');
  });
});

describe('with rules', () => {
  const tags = plan({ resources: [drifted('a.x', ['tags.Owner', 'version'])], changes: [change('a.x', 'tags.Owner')] });

  test.each<[string, string, PlanResult, DriftIgnoreRule]>([
    ['clean', 'the plan would only undo what is ignored', tags, rule({ attribute: 'tags' })],
    ['clean', 'any attribute of the resource', tags, rule({ address: 'a.*' })],
    ['clean', 'any resource of the leaf', tags, rule({ leaf: 'config/env=dev' })],
    ['clean', 'any resource of any leaf below a path', tags, rule({ leaf: 'config/*/' })],
    ['drifted', 'another attribute', tags, rule({ attribute: 'tag' })],
    ['drifted', 'another leaf', tags, rule({ leaf: 'config/env=prod' })],
    ['drifted', 'another resource', tags, rule({ address: 'b.*' })],
    [
      'drifted',
      'part of what would be undone',
      plan({ resources: [drifted('a.x', ['tags.Owner', 'size'])], changes: [change('a.x', 'size', 'tags.Owner')] }),
      rule({ attribute: 'tags' }),
    ],
    [
      'pending',
      'a change of its own beside what would be undone',
      plan({ resources: [drifted('a.x', ['tags.Owner'])], changes: [change('a.x', 'size', 'tags.Owner')] }),
      rule({ attribute: 'tags' }),
    ],
    [
      'pending',
      'another resource has a change of its own',
      plan({ resources: [drifted('a.x', ['tags.Owner'])], changes: [change('a.x', 'tags.Owner'), change('a.y', 'v')] }),
      rule({ attribute: 'tags' }),
    ],
    [
      'pending',
      'an output changes',
      plan({ resources: [drifted('a.x', ['v'])], changes: [change('a.x', 'v')], outputs: ['v'] }),
      rule({ attribute: 'v' }),
    ],
    [
      'drifted',
      'gone, whatever the attribute',
      plan({ resources: [gone('a.x')], changes: [change('a.x', 'v')] }),
      rule({ attribute: '*' }),
    ],
    [
      'clean',
      'gone, by its address',
      plan({ resources: [gone('a.x')], changes: [change('a.x', 'v')] }),
      rule({ address: 'a.x' }),
    ],
    [
      'pending',
      'a change whose new values are all unknown',
      plan({ resources: [drifted('a.x', ['v'])], changes: [change('a.x')] }),
      rule({ attribute: 'v' }),
    ],
  ])('%s: %s', (expected, _why, result, one) => {
    expect(classOf(result, one)).toBe(expected);
  });

  test('what is ignored is said with the reason of the first rule that fits', () => {
    const found = classify(
      tags,
      ignoring([rule({ attribute: 'tags', reason: 'first' }), rule({ reason: 'second' })], 'l'),
    );
    expect(found).toEqual({
      class: 'clean',
      ignored: [
        { address: 'a.x', attribute: { path: 'tags.Owner', before: '1', after: '2' }, reason: 'first' },
        { address: 'a.x', attribute: { path: 'version', before: '1', after: '2' }, reason: 'second' },
      ],
    });
  });
});

describe('globs of addresses and attributes', () => {
  const fits = (address: string, glob: string): boolean =>
    ignoring([rule({ address: glob })], 'l')(drifted(address, ['v'])).left === undefined;

  test.each([
    ['aws_subnet.this[0]', 'aws_subnet.this[0]', true],
    ['aws_subnet.this[0]', 'aws_subnet.this0', false],
    ['aws_subnet.this[0]', 'aws_subnet.*', true],
    ['module.a["x/y"].aws_subnet.this', 'module.*.aws_subnet.*', true],
    ['module.a["x/.y"].aws_subnet.this', 'module.*.aws_subnet.*', true],
    ['aws_subnet.this[0]', '*.this[0]', true],
    ['aws_subnet.this[0]', 'aws_subnet.this', true],
    ['module.a.aws_subnet.this', 'module.a', true],
    ['aws_subnet.this0', 'aws_subnet.this', false],
    ['aws_subnet.this0', '*.this[0]', false],
    ['module.a.aws_subnet.a.b', '*a*.a', true],
    ['aa.b', 'a*a*a', false],
    ['aws_subnet.this["{a,b}"]', '*.this["{a,b}"]', true],
    ['aws_subnet.this["a"]', '*.this["{a,b}"]', false],
    ['aws_subnet.this["@(a)"]', '*.this["@(a)"]', true],
    ['aws_subnet.that', '!aws_subnet.this', false],
    ['module.a["x"].aws_subnet.this', 'aws_subnet.*', false],
    ['aws_subnet.this["a.b"]', 'aws_subnet.this["a.b"]', true],
    ['module.q.aws_subnet.this["a.b"]', 'module.*.aws_subnet.this["a.b"]', true],
    ['module.q.aws_subnet.this["aXb"]', 'module.*.aws_subnet.this["a.b"]', false],
    ['aws_subnet.this["(a|b)+\\\\"]', '*.this["(a|b)+\\\\"]', true],
    ['aws_subnet.this', '!aws_subnet.this', false],
  ])('%s by %s: %s', (address, glob, expected) => {
    expect(fits(address, glob)).toBe(expected);
  });

  test.each([
    ['tags', 'tags', true],
    ['tags.Owner', 'tags', true],
    ['ingress[0].port', 'ingress', true],
    ['labels["a.b"]', 'labels', true],
    ['tags_all', 'tags', false],
    ['tags.Owner', '*.Owner', true],
  ])('attribute %s by %s: %s', (path, glob, expected) => {
    expect(ignoring([rule({ attribute: glob })], 'l')(drifted('a.x', [path])).left === undefined).toBe(expected);
  });
});

test('a glob with many "*" takes no time, whatever address is made for it', () => {
  const address = `x.${'a'.repeat(5000)}`;
  const started = performance.now();
  const split = ignoring([rule({ address: '*a*a*a*a*a*a*a*a*b', attribute: '*a*a*a*a*a*a*b' })], 'l');
  expect(split(drifted(address, ['v'])).left).toBeDefined();
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a glob of leaves that would take for ever is an error', () => {
  const leaf = `config/${'a'.repeat(100)}`;
  expect(() => ignoring([rule({ leaf: '(a+|/|config)+b' })], leaf)).toThrow(/takes too long to match against/u);
});
