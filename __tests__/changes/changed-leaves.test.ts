/** Leaves that are no leaves any more although their folders are there. */
import { afterAll, expect, test } from '@jest/globals';
import type { Files } from '../../loopback/file-tree.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import type { ChangedLeaf } from '../../src/changes/changed-leaf.ts';
import { withLocalComparison } from '../../src/execution/local-comparison.ts';

afterAll(removeTemporaryDirectories);

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const LEAF = 'config/env=prod/composition=vpc';

async function changedBy(files: Files): Promise<readonly ChangedLeaf[]> {
  const repository = await createRepository({
    'config/default.yaml': 'terraform: {backend: {s3: {bucket: b, key: k}}}\n',
    [`${LEAF}/vpc.yaml`]: 'name: vpc\n',
    'compositions/terraform/vpc/main.tf': 'variable "config" {}\n',
  });
  await repository.commit('Change', files);
  const request = { rootPath: '.', listMerge: undefined, configPath: undefined, base: 'HEAD~1', head: 'HEAD' };
  return withLocalComparison(request, { directory: repository.directory, environment }, ({ changed }) =>
    Promise.resolve(changed),
  );
}

test.each<[string, Files]>([
  ['a folder of another tool is put below it', { [`${LEAF}/helmfile=app/x.yaml`]: 'a: 1\n' }],
  ['it becomes part of another project', { 'config/env=prod/.komposconfig.yaml': '{}\n' }],
  ['its root is no config root any more', { '.komposconfig.yaml': 'config_roots: [other]\n' }],
])('nothing of a leaf is destroyed when %s', async (_, files) => {
  const found = await changedBy(files);
  expect(found.map(({ leaf, kind }) => [leaf.path, kind])).toEqual([[LEAF, 'removed']]);
  expect(found[0]).toMatchObject({ fate: 'orphan', why: expect.stringContaining('Its folder still has files') });
});

test.each<[string, string | null, string | undefined]>([
  ['is misspelled', 'config_roots: [cnofig]\n', 'undecided'],
  ['names it beside one that is gone', 'config_roots: [config, live]\n', 'undecided'],
  ['is not written', null, 'destroy'],
])('of a leaf that is gone while config_roots %s', async (_, settings, fate) => {
  const gone = { 'config/default.yaml': null, [`${LEAF}/vpc.yaml`]: null };
  const found = await changedBy({
    ...gone,
    ...(settings === null ? { 'x.txt': 'x' } : { '.komposconfig.yaml': settings }),
  });
  expect(found).toMatchObject([{ kind: 'removed', fate }]);
});
