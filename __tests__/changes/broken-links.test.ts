import { expect, test } from '@jest/globals';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const LEAF = 'config/env=prod/composition=app';
const whole: Tree = {
  [`${LEAF}/app.yaml`]: 'app: 1\n',
  'compositions/terraform/app/main.tf': 'variable "config" {}\n',
};

test.each([
  ['in a composition', 'compositions/terraform/app/files/x.txt'],
  ['among the layers', 'config/env=prod/more.yaml'],
])('a link that leads nowhere, %s: it breaks the leaf when it comes, and mends it when it goes', async (_, path) => {
  const broken = { ...whole, [path]: '-> nowhere' };
  const kinds = async (base: Tree, head: Tree): Promise<readonly string[]> =>
    (await findChangedLeaves(await rendererOf(base), await rendererOf(head))).changed.map(({ kind }) => kind);
  expect(await kinds(whole, broken)).toEqual(['failed']);
  expect(await kinds(broken, whole)).toEqual(['changed']);
});

test('a leaf that leaves nothing but a link that leads nowhere is orphaned, and no error of the whole run', async () => {
  const gone: Tree = {
    'compositions/terraform/app/main.tf': 'variable "config" {}\n',
    [`${LEAF}/link.yaml`]: '-> ../../shared.yaml',
  };
  const linked: Tree = { ...whole, ...gone, 'config/shared.yaml': 'a: 1\n' };
  const { changed } = await findChangedLeaves(await rendererOf(linked), await rendererOf(gone));
  expect(changed).toMatchObject([{ leaf: { path: LEAF }, kind: 'removed', fate: 'orphan' }]);
});
