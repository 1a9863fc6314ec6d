import { describe, expect, test } from '@jest/globals';
import { findChangedLeaves } from '../../src/changes/changed-leaves.ts';
import type { ChangedLeaf } from '../../src/changes/changed-leaf.ts';
import { createCaches } from '../../src/rendering/renderer.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const main = { 'compositions/terraform/app/main.tf': 'variable "config" {}\n' };
const leaf = (isPaused: boolean, key: string, x = 1): Tree => ({
  ...main,
  'config/env=a/composition=app/x.yaml': `${isPaused ? 'composition: {enabled: false}\n' : ''}terraform: {backend: {s3: {bucket: b, key: ${key}}}}\nx: ${x}\n`,
});

async function changes(base: Tree, head: Tree): Promise<readonly ChangedLeaf[]> {
  const caches = createCaches();
  return (await findChangedLeaves(await rendererOf(base, caches), await rendererOf(head, caches))).changed;
}

describe('a leaf that stays paused', () => {
  test('counts if its backend changes', async () => {
    const [found, ...others] = await changes(leaf(true, 'one'), leaf(true, 'two'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'paused', why: expect.stringContaining('Its backend changed') });
  });

  test.each<[string, Tree, Tree]>([
    ['anything else', leaf(true, 'one'), leaf(true, 'one', 2)],
    ['the way the backend is written', leaf(true, 'one'), leaf(true, '"\\u006fne"')],
    ['what cannot be rendered', leaf(true, '"{{missing}}"'), leaf(true, 'two')],
  ])('does not if it is %s', async (_, base, head) => {
    expect(await changes(base, head)).toEqual([]);
  });
});

test('a removed leaf that was paused is kept, and the commit that paused it can still be undone', async () => {
  expect(await changes(leaf(true, 'one'), main)).toMatchObject([
    { kind: 'removed', fate: 'orphan', why: expect.stringContaining('"removed-at" set to the commit that paused it') },
  ]);
  // "removed-at" compares the parent of the commit that paused it with what there is now.
  expect(await changes(leaf(false, 'one'), main)).toMatchObject([{ kind: 'removed', fate: 'destroy' }]);
});
