/** Waves that name nothing, or that contradict the order of their leaves. */
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../src/base/problems.ts';
import { contradictedWaves } from '../../src/graph/waves.ts';
import { readLeafGraph } from '../../src/graph/leaf-graph.ts';
import { openEnvironments, openWaves } from '../../src/project/waves.ts';
import { read, tree, VPC, X } from '../support/graph.ts';
import { rendererOf } from '../support/renderers.ts';

/** `app` reads `vpc`. */
const reading = `${read(VPC)}output "o" {\n  value = ${X}.outputs.id\n}\n`;

const two = (first: string, second: string): string =>
  `waves: [{leaves: [${first}]}, {name: late, leaves: [${second}]}]\n`;

test.each<[string, string, RegExp | undefined]>([
  ['what is read first', two('composition=vpc', 'composition=app'), undefined],
  [
    'in one wave',
    two('"composition=*"', 'env=dev'),
    /"late" has no leaves, because all that it matches are in earlier/u,
  ],
  [
    'a reader before what it reads',
    two('composition=app', 'composition=vpc'),
    /Wave "1" would apply config\/env=dev\/composition=app too early: it reads config\/env=dev\/composition=vpc, which is in the later wave "late"\./u,
  ],
  ['a reader in a wave, what it reads in none', 'waves: [{leaves: [composition=app]}]\n', /in the later wave "rest"/u],
  [
    'against depends_on',
    `${two('composition=a', 'composition=b')}depends_on: {composition=a: [./composition=b]}\n`,
    /composition=a too early: it reads config\/env=dev\/composition=b/u,
  ],
  [
    'against the order of compositions',
    `${two('composition=a', 'composition=b')}compositions: {order: {terraform: [b, a]}}\n`,
    /Wave "1" would apply \S+=a too early: "compositions.order.terraform" puts \S+=b before it, which is in the later/u,
  ],
  [
    'the order of compositions where one reads the other',
    `${two('composition=vpc', 'composition=app')}compositions: {order: {terraform: [app, vpc]}}\n`,
    /^\.komposconfig\.yaml:2:\d+: "compositions.order.terraform" puts app before vpc/u,
  ],
  ['no order, by name', two('composition=b', 'composition=a'), undefined],
  [
    'a glob that matches nothing',
    two('composition=vpc', 'composition=ap'),
    /Setting "waves.late": "composition=ap" matches no leaf\.\s+Did you mean/u,
  ],
  [
    'an environment of nothing',
    'environments: {env=prod: live}\n',
    /Setting "environments": "env=prod" matches no leaf/u,
  ],
])('%s', async (_, settings, expected) => {
  const { problems } = await readLeafGraph(await rendererOf(tree(reading, settings)));
  const found = problems.map(formatProblem);
  if (expected === undefined) expect(found).toEqual([]);
  else expect(found).toEqual([expect.stringMatching(expected)]);
});

test('a removed leaf goes after its readers, and removed compositions in reverse', async () => {
  const settings = `${two('composition=vpc, composition=a', 'composition=app, composition=b')}compositions: {order: {terraform: [a, b]}}\n`;
  const { project, leaves } = await rendererOf(tree(reading, settings));
  const { graph } = await readLeafGraph(await rendererOf(tree(reading, settings)));
  const removed = (...names: readonly string[]): readonly string[] =>
    contradictedWaves(
      project,
      leaves.map((leaf) => ({ leaf, isRemoved: names.some((name) => leaf.path.endsWith(`=${name}`)) })),
      graph.edges,
    ).map(({ message }) => message);
  expect(removed()).toEqual([]);
  expect(removed('app')).toEqual([]);
  expect(removed('vpc')).toEqual([
    'Wave "1" would destroy config/env=dev/composition=vpc too early: config/env=dev/composition=app reads it and is in the later wave "late".',
  ]);
  expect(removed('a', 'b')).toEqual([expect.stringContaining('would destroy config/env=dev/composition=a too early')]);
});

test('the first wave and the first environment that match a leaf have it', () => {
  const waves = openWaves({
    waves: [
      { name: 'canary', leaves: ['config/env=prod/region=a/**'] },
      { name: '2', leaves: ['env=*', '!env=test'] },
    ],
  });
  const paths = ['config/env=prod/region=a/x', 'config/env=prod/region=b/x', 'config/env=test/x', 'config/y'];
  expect(paths.map((path) => waves.of(path))).toEqual([
    { name: 'canary', number: 1 },
    { name: '2', number: 2 },
    { name: 'rest', number: 3 },
    { name: 'rest', number: 3 },
  ]);
  const environmentOf = openEnvironments({
    environments: new Map([
      ['config/env=prod/region=a', 'canary'],
      ['env=prod', 'production'],
    ]),
  });
  expect(paths.map(environmentOf)).toEqual(['canary', 'production', undefined, undefined]);
});
