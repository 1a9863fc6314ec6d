import { expect, test } from '@jest/globals';
import { formatProblem } from '../../src/base/problems.ts';
import { openProject } from '../../src/project/project.ts';
import { withUnusedSettings } from '../../src/project/unused-settings.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

async function warningsOf(settings: string, root = ''): Promise<string> {
  const at = root === '' ? '' : `${root}/`;
  const snapshot = memorySnapshot({
    [`${at}.komposconfig.yaml`]: settings,
    [`${at}config/env=x/composition=vpc/a.yaml`]: 'a: 1\n',
    [`${at}live/eu/a.yaml`]: 'a: 1\n',
    [`${at}terraform/vpc/main.tf`]: '',
  });
  return withUnusedSettings(await openProject(snapshot, root))
    .warnings.map(formatProblem)
    .join('\n');
}

test.each([
  [
    'config_roots: [confg]\n',
    'Setting "config_roots": there is no folder "confg".\n  Did you mean "config"? As long as',
  ],
  ['config_roots: [config, live/ue/]\n', 'there is no folder "live/ue".\n  Did you mean "live/eu"?'],
  ['config_roots: [nothing-like-it]\n', 'there is no folder "nothing-like-it".\n  As long as it is listed'],
  [
    'terraform: {local_path: terrafrom}\n',
    'Setting "terraform.local_path": there is no folder "terrafrom".\n  Did you mean "terraform"?',
  ],
  ['terraform: {local_path: x/y/z}\n', 'there is no folder "x/y/z".\n  Write it relative to the project root.'],
])('a setting that names no folder: %s', async (settings, words) => {
  expect(await warningsOf(settings)).toContain(words);
  expect(await warningsOf(settings, 'apps/one')).toMatch(/^apps\/one\/\.komposconfig\.yaml: Setting/u);
});

test.each(['config_roots: [config, live/eu/]\n', 'terraform: {local_path: ./terraform/}\n', '{}\n'])(
  'folders that are there, and defaults that are not: %s',
  async (settings) => {
    expect(await warningsOf(settings)).toBe('');
  },
);
