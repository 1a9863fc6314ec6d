import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { symlink, writeFiles, type Files } from '../../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { initProject } from '../../../src/commands/init/init.ts';
import { openEnvironment } from '../../../src/hierarchy/environment-reader.ts';
import { leavesOf, openProject } from '../../../src/project/project.ts';
import { withUnusedSettings } from '../../../src/project/unused-settings.ts';
import { NOTHING_OUTSIDE } from '../../../src/rendering/outside.ts';
import { createCaches, openRenderer } from '../../../src/rendering/renderer.ts';
import { snapshotOfWorkingTree } from '../../../src/snapshot/working-tree-snapshot.ts';

afterAll(removeTemporaryDirectories);

const init = (directory: string, folder = '.'): string => initProject({ folder }, { directory });

test('a new project has no warnings, and each environment pins its own version of the module', async () => {
  const directory = temporaryDirectory('new');
  init(directory);
  const project = withUnusedSettings(await openProject(snapshotOfWorkingTree(directory), ''));
  expect(project.warnings).toEqual([]);
  const leaves = leavesOf(project);
  const renderer = openRenderer(project, leaves, openEnvironment({}), createCaches(), undefined, NOTHING_OUTSIDE);
  const pins = await Promise.all(
    leaves.map(async (leaf) => {
      const result = await renderer.render(leaf);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      expect(result.reach.anywhere).toBeUndefined();
      return [leaf.path, result.warnings, result.rendering.pins.map(({ value }) => value)];
    }),
  );
  expect(pins).toEqual([
    ['config/env=dev/composition=app', [], ['../../../modules/app/v1.1.0']],
    ['config/env=prod/composition=app', [], ['../../../modules/app/v1.0.0']],
  ]);
});

test('the workflows are those of the examples, and git ignores what is rendered', () => {
  const directory = temporaryDirectory('new');
  const text = init(directory, 'deep/folder');
  const root = join(directory, 'deep/folder');
  for (const name of ['plan.yml', 'apply.yml', 'drift.yml']) {
    const example = readFileSync(new URL(`../../../examples/workflows/${name}`, import.meta.url), 'utf8');
    expect(readFileSync(join(root, '.github/workflows', name), 'utf8')).toBe(example);
  }
  expect(readFileSync(join(root, '.gitignore'), 'utf8')).toContain('.kompos-runtime/\n');
  expect(text).toContain('  cd deep/folder\n  kompos config terraform plan');
});

describe('nothing is overwritten', () => {
  test.each<[string, Files, string]>([
    ['a project', { '.komposconfig.yaml': '{}\n' }, '.komposconfig.yaml: There is a project already.'],
    ['one of its files', { 'config/default.yaml': 'a: 1\n' }, 'config/default.yaml: This is there already'],
    ['a file where a folder belongs', { modules: 'x' }, 'modules: This is there already'],
    ['a link that leads away', { config: symlink(temporaryDirectory('elsewhere')) }, 'config: This is there already'],
    ['a link that leads nowhere', { '.vscode/settings.json': symlink('nowhere') }, '.vscode/settings.json: This is'],
  ])('%s', (_, files, message) => {
    const directory = temporaryDirectory('new');
    writeFiles(directory, files);
    const before = readdirSync(directory, { recursive: true });
    expect(() => init(directory)).toThrow(message);
    expect(readdirSync(directory, { recursive: true })).toEqual(before);
  });

  test('and to .gitignore a line is added, once', () => {
    const directory = temporaryDirectory('new');
    writeFiles(directory, { 'README.md': 'Ours\n', '.gitignore': '*.log' });
    expect(init(directory)).toContain('.gitignore (.kompos-runtime/ added)');
    expect(readFileSync(join(directory, '.gitignore'), 'utf8')).toBe('*.log\n.kompos-runtime/\n');
    expect(readFileSync(join(directory, 'README.md'), 'utf8')).toBe('Ours\n');
  });
});

test('workflows are written to the top of a repository only', () => {
  const directory = temporaryDirectory('new');
  mkdirSync(join(directory, '.git'));
  expect(init(directory, 'network')).toContain(`they belong to .github/workflows/ of ${directory}`);
  expect(existsSync(join(directory, 'network/.github'))).toBe(false);
  expect(existsSync(join(directory, 'network/config/default.yaml'))).toBe(true);
});
