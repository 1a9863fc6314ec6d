/** The graph of a project: what the settings add, rounds, and leaves that are paused, gone or not known. */
import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../src/base/problems.ts';
import { cyclesOf } from '../../src/graph/graph.ts';
import { readLeafGraph } from '../../src/graph/leaf-graph.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { BACKEND, edges, read, tree, VPC, X } from '../support/graph.ts';
import { rendererOf } from '../support/renderers.ts';

describe('depends_on', () => {
  const vpc = 'config/env=dev/composition=vpc';
  test.each<[string, string, readonly string[]]>([
    ['a path', `{${vpc.replace('=vpc', '=app')}: [${vpc}]}`, ['vpc!:']],
    ['a glob', '{config/**/composition=app: ["config/**/composition=[ab]"]}', ['a!:', 'b!:']],
    ['layers', '{composition=app: [composition=vpc]}', ['vpc!:']],
    ['relative to the place', '{composition=app: [./composition=vpc]}', ['vpc!:']],
    ['relative to the place above', '{composition=app: ["../env=*/composition=a"]}', ['a!:']],
    ['not of itself', '{composition=app: ["./**"]}', ['a!:', 'b!:', 'vpc!:']],
  ])('%s', async (_, dependencies, expected) => {
    expect(await edges('', `depends_on: ${dependencies}\n`)).toEqual(expected);
  });

  test('what the code reads is not declared', async () => {
    const files = `${read(VPC)}output "o" {\n  value = ${X}.outputs.id\n}\n`;
    expect(await edges(files, 'depends_on: {composition=app: [./composition=vpc, ./composition=a]}\n')).toEqual([
      'a!:',
      'vpc: id',
    ]);
  });

  test('globs that match no leaf', async () => {
    const settings =
      'depends_on:\n  composition=ap: [./composition=vpc]\n  composition=app:\n    - ./composition=vcp\n    - composition=vcp\n';
    const { graph, problems } = await readLeafGraph(await rendererOf(tree('', settings)));
    expect(graph.edges).toEqual([]);
    expect(problems.map(formatProblem)).toEqual([
      '.komposconfig.yaml:2:3: Setting "depends_on": "composition=ap" matches no leaf.\n  Did you mean "composition=a"?',
      '.komposconfig.yaml:4:7: Setting "depends_on.composition=app": "./composition=vcp" matches no leaf.\n  It is relative to the place of each leaf.',
      '.komposconfig.yaml:5:7: Setting "depends_on.composition=app": "composition=vcp" matches no leaf.\n  Did you mean "composition=vpc"?',
    ]);
  });
});

test('leaves that read each other', async () => {
  const files = {
    'main.tf': `${read(VPC)}output "o" {\n  value = ${X}.outputs.id\n}\n`,
    '/compositions/terraform/vpc/main.tf': read('{ bucket = "states", key = "dev/a" }'),
  };
  const settings = 'depends_on: {composition=a: [./composition=app]}\n';
  const { graph, problems } = await readLeafGraph(await rendererOf(tree(files, settings)));
  expect(cyclesOf(graph)).toHaveLength(1);
  expect(problems.map(formatProblem)).toEqual([
    [
      'compositions/terraform/app/main.tf:1: Leaves depend on each other in a circle: config/env=dev/composition=a → config/env=dev/composition=app → config/env=dev/composition=vpc → config/env=dev/composition=a.',
      'No order works for these: config/env=dev/composition=a depends on config/env=dev/composition=app by depends_on; config/env=dev/composition=app reads id of config/env=dev/composition=vpc; config/env=dev/composition=vpc reads the state of config/env=dev/composition=a. Move what one of them reads into a leaf of its own.',
    ].join('\n  '),
  ]);
});

test('a state that several leaves have', async () => {
  const files = {
    'main.tf': read('{ bucket = "states", key = "dev/a" }'),
    '/config/env=dev/composition=b/x.yaml': 'name: a\n',
  };
  expect(await edges(files)).toEqual(['a:', 'b:']);
});

test('a paused leaf reads nothing, and is read', async () => {
  const paused = { 'main.tf': read(VPC), '/config/env=dev/composition=app/y.yaml': 'composition: {enabled: false}\n' };
  expect(await edges(paused)).toEqual([]);
  const read_ = { 'main.tf': read(VPC), '/config/env=dev/composition=vpc/y.yaml': 'composition: {enabled: false}\n' };
  expect(await edges(read_)).toEqual(['vpc:']);
});

test('a leaf that is gone, and one whose state is not known', async () => {
  const renderer = await rendererOf(tree(read(VPC)));
  const vpc = renderer.leaves.find(({ composition }) => composition === 'vpc');
  const { state } = await renderer.statesOf(vpc ?? describeLeaf('x'));
  if (state === undefined) throw new Error('no state');
  const now = { ...tree(read(VPC)) };
  delete now['config/env=dev/composition=vpc/x.yaml'];
  const { graph } = await readLeafGraph(await rendererOf(now), [{ leaf: 'gone', state }]);
  expect(graph.edges.map(({ reads }) => reads)).toEqual(['gone']);
  expect((await readLeafGraph(await rendererOf(now))).graph.edges).toEqual([]);

  const open = {
    '/compositions/terraform/vpc/backend.tf.versioned': BACKEND.replace('"{{place}}/{{name}}"', 'aws_x.y'),
  };
  expect(await edges({ ...open, 'main.tf': read(VPC) })).toEqual(['?main.tf:1']);
  expect(await edges({ ...open, 'main.tf': read('{ bucket = "states", key = "dev/a" }') })).toEqual(['a:']);
  expect(await edges({ ...open, 'main.tf': read('{ bucket = "others", key = "dev/vpc" }') })).toEqual([]);
});

test('an order of compositions that contradicts what the code reads', async () => {
  const settings = 'compositions: {order: {terraform: [app, a, vpc, b]}}\n';
  const { problems } = await readLeafGraph(await rendererOf(tree(read(VPC), settings)));
  expect(problems.map(formatProblem)).toEqual([
    '.komposconfig.yaml:1:36: "compositions.order.terraform" puts app before vpc, but config/env=dev/composition=app reads the state of config/env=dev/composition=vpc: the leaf that is read comes first.\n  Change their order in the settings.',
  ]);
  const right = settings.replace('app, a, vpc', 'vpc, app, a');
  expect((await readLeafGraph(await rendererOf(tree(read(VPC), right)))).problems).toEqual([]);
});

test('a leaf that cannot be rendered', async () => {
  const files = { 'main.tf': read(VPC), '/config/env=dev/composition=vpc/y.yaml': 'x: "{{missing}}"\n' };
  const { graph, unread } = await readLeafGraph(await rendererOf(tree(files)));
  expect(unread).toEqual(['config/env=dev/composition=vpc']);
  expect(graph.edges).toEqual([]);
});
