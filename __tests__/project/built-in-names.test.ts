/** Names that no file sets, in the configuration, in pins, and where the configuration chooses a folder. */
import { expect, test } from '@jest/globals';
import { formatPlace, formatProblem } from '../../src/base/problems.ts';
import { valueAt } from '../../src/hierarchy/interpolation/interpolate.ts';
import { toPlain } from '../../src/hierarchy/json.ts';
import type { RenderResult } from '../../src/rendering/renderer.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const DEV = 'config/env=dev/zone=a.b/composition=terraform/terraform=vpc';
const PROD = 'config/env=prod/composition=vpc';
const MAIN = 'module "m" {\n  source = "./{{leaf.layers.env}}/{{leaf.composition}}"\n}\n';

const tree: Tree = {
  'config/a.yaml': '{}',
  [`${DEV}/a.yaml`]: '{}',
  [`${PROD}/a.yaml`]: '{}',
  'compositions/terraform/vpc/main.tf.versioned': MAIN,
};

async function render(more: Tree): Promise<ReadonlyMap<string, RenderResult>> {
  const renderer = await rendererOf({ ...tree, ...more });
  const results = new Map<string, RenderResult>();
  for (const leaf of renderer.leaves) results.set(leaf.path, await renderer.render(leaf));
  return results;
}

async function shown(more: Tree): Promise<readonly unknown[]> {
  const results = await render(more);
  return [...results.values()].map((result) =>
    result.ok ? toPlain(result.rendering.variables) : result.problems.map(formatProblem).join('\n'),
  );
}

test('every name, in values that leaves share', async () => {
  const names = 'a: "{{leaf.path}}"\nb: "{{leaf.place}}/{{leaf.composition}}"\nc: "x-{{leaf.layers.env}}"\n';
  expect(await shown({ 'config/a.yaml': names })).toEqual([
    { a: DEV, b: 'config/env=dev/zone=a.b/vpc', c: 'x-dev' },
    { a: PROD, b: 'config/env=prod/vpc', c: 'x-prod' },
  ]);
});

test('as a map, as a part of a key, and behind other placeholders', async () => {
  const files = {
    'config/a.yaml':
      'w: env\nn: "{{leaf.layers.{{w}}}}"\nm: "{{leaf.layers}}"\nk: {"{{leaf.layers.env}}": 1}\nl: "{{n}}!"\n',
  };
  expect(await shown(files)).toEqual([
    {
      w: 'env',
      n: 'dev',
      m: { env: 'dev', zone: 'a.b', composition: 'terraform', terraform: 'vpc' },
      k: { dev: 1 },
      l: 'dev!',
    },
    { w: 'env', n: 'prod', m: { env: 'prod', composition: 'vpc' }, k: { prod: 1 }, l: 'prod!' },
  ]);
});

test('in pins, in a backend, and in what chooses the folder or pauses a leaf', async () => {
  const results = await render({
    'config/a.yaml':
      'terraform: {backend: {s3: {key: "{{leaf.path}}"}}}\ncloud: {type: "{{leaf.layers.env}}"}\npaused: {dev: true, prod: false}\n',
    'compositions/terraform/dev/vpc/main.tf.versioned': MAIN,
    'compositions/terraform/prod/vpc/main.tf.versioned': MAIN,
    [`${PROD}/a.yaml`]: 'composition: {enabled: "{{paused.{{leaf.layers.env}}}}"}',
  });
  const dev = results.get(DEV);
  if (dev?.ok !== true) throw new Error('not rendered');
  expect(dev.rendering.source).toBe('compositions/terraform/dev/vpc');
  expect(dev.rendering.pins.map(({ value }) => value)).toEqual(['./dev/vpc']);
  expect(toPlain(dev.rendering.provider)).toEqual({ terraform: { backend: { s3: { key: DEV } } } });
  expect(results.get(PROD)).toMatchObject({ ok: false, paused: { place: { file: 'config/a.yaml' } } });
});

test('a key of the configuration wins, with a warning, and others stay built in', async () => {
  const results = await render({ 'config/a.yaml': 'leaf: {path: own}\nx: "{{leaf.path}} {{leaf.layers.env}}"\n' });
  const result = results.get(PROD);
  if (result?.ok !== true) throw new Error('not rendered');
  expect(toPlain(result.rendering.variables)).toEqual({ leaf: { path: 'own' }, x: 'own prod' });
  expect(result.warnings.map(formatProblem)).toEqual([
    'config/a.yaml:1:14: "leaf.path" is a built-in name, but this value of the configuration counts instead.\n  Rename the key to use the built-in name.',
  ]);
  expect((await render({ 'config/a.yaml': 'leaf: {color: green}' })).get(PROD)).toMatchObject({ warnings: [] });
  expect((await render({ 'config/a.yaml': 'leaf.path: own' })).get(PROD)).toMatchObject({
    warnings: [{ message: expect.stringContaining('"leaf.path" is a built-in name') }],
  });
});

test.each([
  ['a placeholder for a map', 'leaf: "{{own}}"\nown: {path: mine}\n', 'config/a.yaml:2:13'],
  ['placeholders one behind the other', 'leaf: "{{a}}"\na: "{{own}}"\nown: {path: mine}\n', 'config/a.yaml:3:13'],
  ['a placeholder in the key', '"{{n}}": {path: mine}\nn: leaf\n', 'config/a.yaml:1:17'],
  ['a placeholder in the value', 'leaf: {path: "{{own}}"}\nown: mine\n', 'config/a.yaml:2:6'],
])('a key of the configuration wins behind %s too', async (_, yaml, place) => {
  const result = (await render({ 'config/a.yaml': `${yaml}x: "{{leaf.path}} {{leaf.layers.env}}"\n` })).get(PROD);
  if (result?.ok !== true) throw new Error('not rendered');
  expect(toPlain(result.rendering.variables)).toMatchObject({ x: 'mine prod' });
  expect(result.warnings.map(formatProblem)).toEqual([
    expect.stringContaining(`${place}: "leaf.path" is a built-in name, but this value`),
  ]);
});

test('a key of the configuration that is no map leaves the built-in names as they are', async () => {
  const result = (await render({ 'config/a.yaml': 'leaf: "{{own}}"\nown: x\ny: "{{leaf.path}}"\n' })).get(PROD);
  expect(result).toMatchObject({ ok: true, warnings: [] });
});

test('a value that a built-in name makes has the place of the placeholder', async () => {
  const renderer = await rendererOf({ ...tree, 'config/a.yaml': 'a: "{{leaf.path}}"\nb: "{{a}}"\n' });
  const [first] = renderer.leaves;
  const merged = first && (await renderer.merged(first)).value;
  const place = (key: string): string | undefined => {
    const found = merged && valueAt(merged, key, { read: () => ({ kind: 'missing' }) }).value;
    return found && formatPlace(found.source ?? found.origin);
  };
  expect(['a', 'b', 'leaf.path'].map(place)).toEqual(['config/a.yaml:1:4', 'config/a.yaml:1:4', 'a built-in name']);
});

test('a folder that the path does not have is a missing key, and no name is one of the language', async () => {
  const [dev, prod] = await shown({ 'config/a.yaml': 'x: "{{leaf.layers.zone}}"' });
  expect(dev).toEqual({ x: 'a.b' });
  expect(prod).toContain('config/a.yaml:1:4: Config key "leaf.layers.zone" not found');
  expect(prod).toContain('leaf.layers.NAME for each folder NAME=VALUE');
  expect(String((await shown({ 'config/a.yaml': 'x: "{{leaf.constructor}}"' }))[0])).toContain('not found');
});

test('for the commands that ask about a configuration before it is interpolated', async () => {
  const renderer = await rendererOf({ ...tree, 'config/a.yaml': 'a: "{{leaf.place}}"\n' });
  const values: unknown[] = [];
  for (const leaf of renderer.leaves) {
    const { value } = await renderer.merged(leaf);
    const found = value && valueAt(value, 'a', { read: () => ({ kind: 'missing' }) });
    values.push(found?.value && toPlain(found.value));
  }
  expect(values).toEqual(['config/env=dev/zone=a.b', 'config/env=prod']);
});
