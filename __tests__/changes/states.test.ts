import { describe, expect, test } from '@jest/globals';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import { sharedStateProblems } from '../../src/changes/states.ts';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { describeLeaf, type Leaf } from '../../src/project/leaves.ts';
import { leavesOf, openProject } from '../../src/project/project.ts';
import { createCaches, openRenderer, type Renderer } from '../../src/rendering/renderer.ts';
import { memorySnapshot, type Tree } from '../support/memory-snapshot.ts';
import { NOTHING_OUTSIDE } from '../../src/rendering/outside.ts';

const caches = createCaches();

async function at(tree: Tree): Promise<Renderer> {
  const project = await openProject(memorySnapshot(tree), '');
  return openRenderer(project, leavesOf(project), openEnvironment({}), caches, undefined, NOTHING_OUTSIDE);
}

const stateIn = (path: string): string => `terraform: {backend: {s3: {key: ${path}}}}\n`;
const main = { 'compositions/terraform/app/main.tf': 'variable "config" {}\n' };
const old = { 'config/env=old/composition=app/state.yaml': stateIn('one') };
const kept = { 'config/env=kept/composition=app/state.yaml': stateIn('one') };

test('a removed leaf whose state an unchanged leaf uses is moved: there is nothing to destroy', async () => {
  const { changed } = await findChangedLeaves(await at({ ...main, ...old, ...kept }), await at({ ...main, ...kept }));
  expect(changed).toMatchObject([
    { leaf: { path: 'config/env=old/composition=app' }, kind: 'moved', movedTo: 'config/env=kept/composition=app' },
  ]);
});

test('a removed leaf whose state nobody uses is removed', async () => {
  const other = { 'config/env=kept/composition=app/state.yaml': stateIn('two') };
  const { changed } = await findChangedLeaves(await at({ ...main, ...old, ...other }), await at({ ...main, ...other }));
  expect(changed).toMatchObject([
    { leaf: { path: 'config/env=old/composition=app' }, kind: 'removed', fate: 'destroy' },
  ]);
});

describe('nothing of a removed leaf is destroyed', () => {
  const broken = 'x: "{{missing}}"\n';
  const renamed = { 'config/env=new/composition=app/state.yaml': broken };
  const standing = { 'config/env=standing/composition=app/state.yaml': broken };

  test.each<[string, Tree, Tree, 'undecided' | 'orphan']>([
    [
      'that may live on as an added leaf that does not render',
      { ...main, ...old },
      { ...main, ...renamed },
      'undecided',
    ],
    [
      'that may live on as a leaf that did not change and does not render',
      { ...main, ...old, ...standing },
      { ...main, ...standing },
      'undecided',
    ],
    [
      'that does not render at base',
      { ...main, 'config/env=old/composition=app/state.yaml': broken },
      { ...main, ...kept },
      'orphan',
    ],
  ])('%s', async (_, base, head, fate) => {
    const { changed } = await findChangedLeaves(await at(base), await at(head));
    const gone = changed.filter(({ leaf }) => leaf.path === 'config/env=old/composition=app');
    expect(gone).toMatchObject([{ kind: 'removed', fate }]);
    expect(gone[0]).not.toHaveProperty('base');
  });
});

describe('a state that two leaves of head use', () => {
  const path = (name: string): string => `config/env=${name}/composition=app`;
  const leaf = (name: string, key: string): Tree => ({ [`${path(name)}/state.yaml`]: stateIn(key) });
  const shared = async (base: Tree, head: Tree): Promise<readonly (readonly string[])[]> =>
    (await findChangedLeaves(await at({ ...main, ...base }), await at({ ...main, ...head }))).sharedStates;

  test.each<[string, Tree, Tree, readonly string[]]>([
    [
      'an added leaf with the state of one that did not change',
      leaf('a', 'one'),
      { ...leaf('a', 'one'), ...leaf('b', 'one') },
      ['a', 'b'],
    ],
    [
      'a leaf whose state becomes that of one that did not change',
      { ...leaf('a', 'one'), ...leaf('b', 'two') },
      { ...leaf('a', 'one'), ...leaf('b', 'one') },
      ['a', 'b'],
    ],
    [
      'a leaf that could not be rendered before',
      { ...leaf('a', 'one'), [`${path('b')}/state.yaml`]: 'x: "{{missing}}"\n' },
      { ...leaf('a', 'one'), ...leaf('b', 'one') },
      ['a', 'b'],
    ],
    ['two added leaves', {}, { ...leaf('a', 'one'), ...leaf('b', 'one') }, ['a', 'b']],
    [
      'two that change otherwise, and shared it all along',
      { ...leaf('a', 'one'), ...leaf('b', 'one') },
      { ...leaf('a', 'one'), ...leaf('b', 'one'), 'compositions/terraform/app/main.tf': 'variable "config" {}\n# x\n' },
      ['a', 'b'],
    ],
  ])('%s', async (_, base, head, expected) => {
    expect(await shared(base, head)).toEqual([expected.map(path)]);
  });

  test.each<[string, Tree, Tree]>([
    ['none', leaf('a', 'one'), { ...leaf('a', 'one'), ...leaf('b', 'two') }],
    [
      'one that the change has no part in',
      { ...leaf('a', 'one'), ...leaf('b', 'one') },
      { ...leaf('a', 'one'), ...leaf('b', 'one'), ...leaf('c', 'two') },
    ],
    ['that of a leaf that goes', leaf('a', 'one'), leaf('b', 'one')],
  ])('%s', async (_, base, head) => {
    expect(await shared(base, head)).toEqual([]);
  });

  test('is an error only where something is to be done with one of them', () => {
    const shared = [[path('a'), path('b'), path('c')]];
    const about = (name: string): { leaf: Leaf } => ({ leaf: describeLeaf(path(name)) });
    expect(sharedStateProblems(shared, [about('d')])).toEqual([]);
    expect(sharedStateProblems(shared, [about('c')]).map(({ place }) => place?.file)).toEqual([path('c')]);
  });
});
