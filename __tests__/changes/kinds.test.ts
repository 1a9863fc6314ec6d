/** Every kind of change that a tree can go through, between two commits of a real repository. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { executable, filesFrom, symlink, type Files } from '../../loopback/file-tree.ts';
import { createRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { withLocalComparison } from '../../src/execution/local-comparison.ts';

const environment = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

const main = 'variable "config" {}\noutput "all" {\n  value = var.config\n}\n';
const project: Files = {
  ...filesFrom(`
    -- config/default.yaml --
    terraform: {backend: {s3: {key: "{{env}}/{{name}}"}}}

    -- config/env=dev/env.yaml --
    env: dev

    -- config/env=prod/env.yaml --
    env: prod

    -- config/env=dev/composition=app/app.yaml --
    name: app

    -- config/env=prod/composition=app/app.yaml --
    name: app

    -- config/env=prod/composition=db/db.yaml --
    name: db
  `),
  'compositions/terraform/app/main.tf': `${main}module "m" {\n  source = "./inner"\n}\n`,
  'compositions/terraform/app/inner/main.tf': 'module "deep" {\n  source = "./deep"\n}\n',
  'compositions/terraform/app/inner/deep/main.tf': 'locals {}\n',
  'compositions/terraform/app/run.sh': '#!/bin/sh\n',
  'compositions/terraform/app/linked.txt': symlink('../../../texts/ü.txt'),
  'compositions/terraform/db/main.tf': `${main}module "m" {\n  source = "./inner"\n}\n`,
  'compositions/terraform/db/inner/main.tf': 'locals {}\n',
  'texts/ü.txt': 'one\n',
};

afterAll(removeTemporaryDirectories);

async function changed(directory: string, base = 'HEAD~1'): Promise<readonly string[]> {
  const request = { rootPath: '.', listMerge: undefined, configPath: undefined, base, head: 'HEAD' };
  return withLocalComparison(request, { directory, environment }, (comparison) =>
    Promise.resolve(
      comparison.changed.map((each) =>
        [
          each.kind,
          each.leaf.path.slice('config/'.length),
          each.kind === 'moved' ? each.movedTo.slice('config/'.length) : undefined,
          each.kind === 'changed' && each.restated ? 'restated' : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(' '),
      ),
    ),
  );
}

const APP = ['changed env=dev/composition=app', 'changed env=prod/composition=app'];

test.each<[string, Files, readonly string[]]>([
  ['a file becomes executable', { 'compositions/terraform/app/run.sh': executable('#!/bin/sh\n') }, APP],
  ['a file behind a link, in a path that is not ASCII', { 'texts/ü.txt': 'two\n' }, APP],
  ['a link leads elsewhere', { 'compositions/terraform/app/linked.txt': symlink('run.sh') }, APP],
  ['a module of a module', { 'compositions/terraform/app/inner/deep/main.tf': 'locals {\n  x = 1\n}\n' }, APP],
  [
    'of two modules with the same relative source one',
    { 'compositions/terraform/db/inner/main.tf': 'locals {\n  x = 1\n}\n' },
    ['changed env=prod/composition=db'],
  ],
  [
    'an environment is deleted',
    {
      'config/env=prod/env.yaml': null,
      'config/env=prod/composition=app/app.yaml': null,
      'config/env=prod/composition=db/db.yaml': null,
    },
    ['removed env=prod/composition=app', 'removed env=prod/composition=db'],
  ],
  [
    'a folder above a leaf is renamed, its state stays',
    {
      'config/env=dev/env.yaml': null,
      'config/env=dev/composition=app/app.yaml': null,
      'config/env=test/env.yaml': 'env: dev\n',
      'config/env=test/composition=app/app.yaml': 'name: app\n',
    },
    ['moved env=dev/composition=app env=test/composition=app', 'added env=test/composition=app'],
  ],
  [
    'a leaf becomes one of another composition, and goes on with its state',
    { 'config/env=dev/composition=app/app.yaml': null, 'config/env=dev/composition=db/db.yaml': 'name: app\n' },
    ['moved env=dev/composition=app env=dev/composition=db', 'added env=dev/composition=db'],
  ],
  [
    'a leaf gets another state',
    { 'config/env=dev/composition=app/app.yaml': 'name: other\n' },
    ['changed env=dev/composition=app restated'],
  ],
  [
    'a file is moved from one leaf to another',
    { 'config/env=dev/extra.yaml': null, 'config/env=prod/composition=db/extra.yaml': 'extra: 1\n' },
    ['changed env=dev/composition=app', 'changed env=prod/composition=db'],
  ],
])('%s', async (_, files, expected) => {
  const repository = await createRepository({ ...project, 'config/env=dev/extra.yaml': 'extra: 1\n' });
  await repository.commit('Change', files);
  expect(await changed(repository.directory)).toEqual(expected);
});

test('more than 3,000 files, in a subfolder, behind a link', async () => {
  const many = Array.from({ length: 3_100 }, (_, index) => [`docs/${index}.md`, 'old\n'] as const);
  const inside = Object.fromEntries(Object.entries(project).map(([path, content]) => [`infra/${path}`, content]));
  const repository = await createRepository({ ...inside, ...Object.fromEntries(many) });
  await repository.commit('All', {
    ...Object.fromEntries(many.map(([path]) => [path, 'new\n'])),
    'infra/config/env=prod/composition=db/db.yaml': 'name: db\nlast: 1\n',
  });
  const link = join(temporaryDirectory('link'), 'workspace');
  symlinkSync(repository.directory, link);
  expect(await changed(join(link, 'infra'))).toEqual(['changed env=prod/composition=db']);
});

test.each([
  ['its own module', 'module "m" {\n  source = "../../../vendor/modules"\n}\n'],
  ['a module in it', 'module "m" {\n  source = "../../../vendor/modules/net/vpc"\n}\n'],
  ['a file in it', 'locals {\n  x = file("${path.module}/../../../vendor/modules/x.json")\n}\n'],
  ['some file in it', 'locals {\n  x = file("${path.module}/../../../vendor/modules/${local.y}.json")\n}\n'],
])('a submodule at another commit: the leaves that reach %s', async (_, more) => {
  const repository = await createRepository({ ...project, 'compositions/terraform/db/more.tf': more });
  const submodule = async (commit: string): Promise<void> => {
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${commit.repeat(40)},vendor/modules`);
    const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    await repository.git(...person, 'commit', '--quiet', '--message', `Submodule ${commit}`);
  };
  await submodule('a');
  await submodule('b');
  expect(await changed(repository.directory)).toEqual(['changed env=prod/composition=db']);
});

test('a submodule in a composition: its leaves fail, because its files cannot be copied', async () => {
  const repository = await createRepository(project);
  const commit = 'a'.repeat(40);
  await repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},compositions/terraform/db/vendor`);
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  await repository.git(...person, 'commit', '--quiet', '--message', 'Submodule');
  expect(await changed(repository.directory)).toEqual(['failed env=prod/composition=db']);
});
