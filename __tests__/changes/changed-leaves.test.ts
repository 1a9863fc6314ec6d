/** Leaves that are no leaves any more although their folders are there. */
import { afterAll, expect, test } from '@jest/globals';
import type { Files } from '../../loopback/file-tree.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { withLocalComparison } from '../../src/execution/local-comparison.ts';

afterAll(removeTemporaryDirectories);

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const LEAF = 'config/env=prod/composition=vpc';

test.each<[string, Files]>([
  ['a folder of another tool is put below it', { [`${LEAF}/helmfile=app/x.yaml`]: 'a: 1\n' }],
  ['it becomes part of another project', { 'config/env=prod/.komposconfig.yaml': '{}\n' }],
  ['its root is no config root any more', { '.komposconfig.yaml': 'config_roots: [other]\n' }],
])('nothing of a leaf is destroyed when %s', async (_, files) => {
  const repository = await createRepository({
    'config/default.yaml': 'terraform: {backend: {s3: {bucket: b, key: k}}}\n',
    [`${LEAF}/vpc.yaml`]: 'name: vpc\n',
    'compositions/terraform/vpc/main.tf': 'variable "config" {}\n',
  });
  await repository.commit('Change', files);
  const request = { rootPath: '.', listMerge: undefined, configPath: undefined, base: 'HEAD~1', head: 'HEAD' };
  const found = await withLocalComparison(request, { directory: repository.directory, environment }, ({ changed }) =>
    Promise.resolve(changed),
  );
  expect(found.map(({ leaf, kind }) => [leaf.path, kind])).toEqual([[LEAF, 'removed']]);
  expect(found[0]).toMatchObject({ fate: 'orphan', why: expect.stringContaining('Its folder still has files') });
});
