import { expect, test } from '@jest/globals';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import { openEnvironment } from '../../src/hierarchy/environment.ts';
import { leavesOf, openProject } from '../../src/project/project.ts';
import { createCaches, openRenderer, type Renderer } from '../../src/rendering/renderer.ts';
import { memorySnapshot, type Tree } from '../support/memory-snapshot.ts';

const caches = createCaches();

async function at(tree: Tree): Promise<Renderer> {
  const project = await openProject(memorySnapshot(tree), '');
  return openRenderer(project, leavesOf(project), openEnvironment({}), caches, undefined);
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
  expect(changed).toMatchObject([{ leaf: { path: 'config/env=old/composition=app' }, kind: 'removed' }]);
});
