import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { driftOf } from '../../src/terraform/drift-json.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';

const drift = (before: unknown, after: unknown, more: object = {}, plan: object = {}): unknown => ({
  resource_drift: [{ address: 'a.x', change: { actions: ['update'], before, after, ...more } }],
  ...plan,
});
const attributes = (plan: unknown): unknown => driftOf(readPlan(plan)).resources.flatMap((each) => each.attributes);

describe('drift in a plan', () => {
  test('names the deepest attributes that differ', () => {
    const before = { name: 'n', tags: { Owner: 'a', 'a.b': 1 }, ports: [1, 2], list: [1] };
    const after = { name: 'n', tags: { Owner: 'b', 'a.b': 2 }, ports: [1, 3], list: [1, 2] };
    expect(attributes(drift(before, after))).toEqual([
      { path: 'list', before: '[1]', after: '[1,2]' },
      { path: 'ports[1]', before: '2', after: '3' },
      { path: 'tags.Owner', before: '"a"', after: '"b"' },
      { path: 'tags["a.b"]', before: '1', after: '2' },
    ]);
  });

  test('has what is invoked, deferred or not known among the planned changes', () => {
    const { changes } = driftOf(
      readPlan({
        resource_changes: [{ address: 'a.x', change: { actions: ['no-op'] } }],
        action_invocations: [
          { address: 'action.a.b', lifecycle_action_trigger: { triggering_resource_address: 'a.x' } },
          { address: 'action.a.c', invoke_action_trigger: {} },
        ],
        deferred_changes: [{ reason: 'absent_prereq', resource_change: { address: 'a.later', change: {} } }],
        deferred_action_invocations: [{ reason: 'x', action_invocation: { address: 'action.a.later' } }],
        new_part: [1],
      }),
    );
    expect(changes).toEqual([
      { address: 'action.a.b', attributes: [], follows: 'a.x' },
      { address: 'action.a.c', attributes: [] },
      { address: 'a.later', attributes: [] },
      { address: 'action.a.later', attributes: [] },
      { address: 'plan.new_part', attributes: [] },
    ]);
  });

  test.each([
    [null, {}],
    [null, []],
    [null, ''],
    [{}, null],
    [{ nested: {} }, null],
  ])('%j → %j is none', (before, after) => {
    expect(driftOf(readPlan(drift({ tags: before }, { tags: after }))).resources).toEqual([]);
  });

  test.each([
    [null, 0],
    [null, false],
    ['', 'x'],
    [[], [null, 1]],
  ])('%j → %j is some', (before, after) => {
    expect(driftOf(readPlan(drift({ v: before }, { v: after }))).resources).toHaveLength(1);
  });

  test('a tag that is added to none has its own name', () => {
    expect(attributes(drift({ tags: null }, { tags: { Owner: 'a' } }))).toEqual([
      { path: 'tags.Owner', before: undefined, after: '"a"' },
    ]);
  });

  test('a resource that is gone has no attributes', () => {
    const plan = {
      resource_drift: [{ address: 'a.x', change: { actions: ['delete'], before: { v: 1 }, after: null } }],
    };
    expect(driftOf(readPlan(plan)).resources).toEqual([{ address: 'a.x', gone: true, attributes: [], feeds: [] }]);
  });

  test.each([
    ['the attribute itself', { resource: 'a.x', attribute: ['tags', 'Owner'] }, ['tags.Owner']],
    ['something above it', { resource: 'a.x', attribute: ['tags'] }, ['tags']],
    ['the whole resource', { resource: 'a.x', attribute: [] }, ['']],
    ['another attribute', { resource: 'a.x', attribute: ['name'] }, []],
    ['another resource', { resource: 'a.y', attribute: ['tags'] }, []],
  ])('feeds a change that reads %s', (_what, source, feeds) => {
    const plan = drift({ tags: { Owner: 'a' } }, { tags: { Owner: 'b' } }, {}, { relevant_attributes: [source] });
    expect(driftOf(readPlan(plan)).resources.map((each) => each.feeds)).toEqual([feeds]);
  });

  test('an instance feeds what reads the resource as a whole', () => {
    const change = { actions: ['update'], before: { v: 1 }, after: { v: 2 } };
    const plan = {
      resource_drift: [{ address: 'a.x["k]"]', change }],
      relevant_attributes: [{ resource: 'a.x', attribute: ['v'] }],
    };
    expect(driftOf(readPlan(plan)).resources.map((each) => each.feeds)).toEqual([['v']]);
  });

  test('planned changes leave out what is read, what is settled, and values that are not known yet', () => {
    const changes = [
      { address: 'a.same', change: { actions: ['no-op'], before: { v: 1 }, after: { v: 1 } } },
      { address: 'data.a', change: { actions: ['read'], before: null, after: { v: 1 } } },
      { address: 'a.moved', previous_address: 'a.old', change: { actions: ['no-op'], before: {}, after: {} } },
      {
        address: 'a.x',
        change: {
          actions: ['update'],
          before: { v: 1, w: 1, n: { m: 1 } },
          after: { v: 2, n: {} },
          after_unknown: { w: true, n: { m: true } },
        },
      },
    ];
    expect(driftOf(readPlan({ resource_changes: changes })).changes).toEqual([
      { address: 'a.moved', attributes: [], values: [] },
      {
        address: 'a.x',
        attributes: ['v'],
        values: [
          { path: 'n.m', before: '1', after: '(known after apply)' },
          { path: 'v', before: '1', after: '2' },
          { path: 'w', before: '1', after: '(known after apply)' },
        ],
      },
    ]);
  });

  test('no sensitive value comes out, wherever it is marked', () => {
    const secret = fc.uuid();
    const depth = fc.constantFrom('whole', 'key', 'list');
    fc.assert(
      fc.property(secret, secret, depth, (one, two, where) => {
        const wrap = (value: unknown): unknown =>
          where === 'whole'
            ? { v: { deep: value } }
            : where === 'key'
              ? { v: { deep: value, open: 'x' } }
              : { v: [value] };
        const mark = where === 'whole' ? { v: true } : where === 'key' ? { v: { deep: true } } : { v: [true] };
        const plan = drift(wrap(one), wrap(two), { before_sensitive: mark, after_sensitive: mark });
        const said = JSON.stringify(driftOf(readPlan(plan)));
        expect(said).not.toContain(one);
        expect(said).toContain('(sensitive value)');
        return !said.includes(two) || one === two;
      }),
    );
  });

  test('equal values are no drift, and drift is the same in both directions', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, two) => {
        expect(driftOf(readPlan(drift({ v: one }, { v: one }))).resources).toEqual([]);
        const paths = (before: unknown, after: unknown): unknown =>
          driftOf(readPlan(drift({ v: before }, { v: after }))).resources.flatMap((each) =>
            each.attributes.map(({ path }) => path),
          );
        expect(paths(one, two)).toEqual(paths(two, one));
      }),
    );
  });
});
