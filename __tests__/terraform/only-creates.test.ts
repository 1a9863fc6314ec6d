import { describe, expect, test } from '@jest/globals';
import { beyondCreating } from '../../src/terraform/only-creates.ts';
import { readPlan } from '../../src/terraform/plan-json.ts';

const change = (...actions: readonly string[]): object => ({ actions, before: null, after: {} });
const resource = (address: string, actions: readonly string[], more: object = {}): object => ({
  address,
  change: change(...actions),
  ...more,
});
const creating = {
  resource_changes: [
    resource('terraform_data.a', ['create']),
    resource('terraform_data.b', ['no-op']),
    resource('data.aws_ami.x', ['read']),
  ],
  output_changes: { id: change('create'), same: change('no-op') },
  configuration: { root_module: { resources: [{ address: 'terraform_data.a', expressions: {} }] } },
  complete: true,
};
const withResource = (each: object): object => ({
  ...creating,
  resource_changes: [...creating.resource_changes, each],
});
const withModule = (module: object): object => ({
  ...creating,
  configuration: { root_module: { module_calls: { net: { source: './net', module } } } },
});
const withCall = (call: object): object => ({
  ...creating,
  configuration: { root_module: { module_calls: { net: { ...call, module: {} } } } },
});

test('a plan that only creates does nothing else', () => {
  expect(beyondCreating(readPlan(creating))).toEqual([]);
});

describe('what else it does', () => {
  test.each<[string, object, readonly string[]]>([
    ['an update', withResource(resource('a.x', ['update'])), ['update a.x']],
    ['a replacement', withResource(resource('a.x', ['delete', 'create'])), ['delete create a.x']],
    ['a destroy', withResource(resource('a.x', ['delete'])), ['delete a.x']],
    ['what is forgotten', withResource(resource('a.x', ['forget'])), ['forget a.x']],
    ['actions that nobody knows', withResource(resource('a.x', ['create', 'sing'])), ['create sing a.x']],
    ['no action', withResource(resource('a.x', [])), ['no action a.x']],
    [
      'an import',
      withResource({ address: 'a.x', change: { ...change('no-op'), importing: { id: '1' } } }),
      ['imports a.x'],
    ],
    ['a move', withResource(resource('a.x', ['no-op'], { previous_address: 'a.y' })), ['moves a.x']],
    ['an output that changes', { ...creating, output_changes: { id: change('update') } }, ['update output.id']],
    ['an output that goes', { ...creating, output_changes: { id: change('delete') } }, ['delete output.id']],
    [
      'an action of a provider',
      { ...creating, action_invocations: [{ address: 'action.a.x' }] },
      ['invokes action.a.x'],
    ],
    [
      'what is deferred',
      { ...creating, deferred_changes: [{ reason: 'x', resource_change: resource('a.x', ['create']) }] },
      ['defers a.x'],
    ],
    ['a plan that is not complete', { ...creating, complete: false }, ['is not complete']],
    ['a part that nobody knows', { ...creating, news: [] }, ['has "news", which this version does not know']],
    [
      'a provisioner, in any module',
      withModule({ resources: [{ address: 'a.x', provisioners: [{ type: 'local-exec', expressions: {} }] }] }),
      ['has a provisioner in module.net.a.x'],
    ],
    ...['../net', './net', 'git::https://x.test/net.git?ref=v1.2.0', 'https://x.test/net-1.0.0.zip'].map(
      (source): [string, object, readonly string[]] => [
        `nothing, with a module from ${source}`,
        withCall({ source }),
        [],
      ],
    ),
    ['nothing, with a version', withCall({ source: 'acme/net/aws', version_constraint: '1.2.3' }), []],
    ...[
      { source: 'git::https://x.test/net.git?ref=main' },
      { source: 'git::https://x.test/net.git' },
      { source: 'acme/net/aws' },
      { source: 'registry.x.test/acme/net/aws//sub' },
      { source: 'acme/net/aws', version_constraint: '~> 1.2' },
      { source: 'acme/net/aws', version_constraint: '>= 1.2.3' },
    ].map((call): [string, object, readonly string[]] => [
      `a module that may move: ${Object.values(call).join(' ')}`,
      withCall(call),
      ['loads module.net, whose code may have changed since the review'],
    ]),
    [
      'a program that a data source runs',
      withModule({ resources: [{ address: 'data.external.x', mode: 'data' }] }),
      ['runs the program of module.net.data.external.x'],
    ],
  ])('%s', (_, plan, expected) => {
    expect(beyondCreating(readPlan(plan))).toEqual(expected);
  });
});
