/**
 * Projects in the layouts of the original, and what kompos 0.6.0 and 0.12.12 from PyPI (with himl 0.19.0 and 0.20.0)
 * rendered for them: `originals.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Files } from '../../../loopback/file-tree.ts';
import { symlink, writeFiles } from '../../../loopback/file-tree.ts';
import { createRepository, type GitRepository } from '../../../loopback/git-repository.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../loopback/temporary-directory.ts';
import { field, list, record, textOf } from '../../../src/base/json.ts';
import { migrate } from '../../../src/commands/migrate/migrate.ts';
import { renderAll } from '../../../src/commands/migrate/render-all.ts';
import { snapshotOfWorkingTree } from '../../../src/snapshot/working-tree-snapshot.ts';

afterAll(removeTemporaryDirectories);

const recorded: unknown = JSON.parse(readFileSync(new URL('originals.json', import.meta.url), 'utf8'));
const texts = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record(value)).map(([path, text]) => [path, String(text)]));
const originals = list(recorded).map((each) => {
  return {
    original: textOf(each, 'original'),
    files: texts(field(each, 'files')),
    rendered: texts(field(each, 'rendered')),
  };
});

const home = temporaryDirectory('home');
const environment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  HOME: home,
};

function run(
  directory: string,
  more: { write?: boolean; rendered?: string; home?: string } = {},
): ReturnType<typeof migrate> {
  const request = { rootPath: '.', write: more.write ?? false, rendered: more.rendered };
  return migrate(request, { directory, environment: { ...environment, HOME: more.home ?? home } });
}

/** The project in a folder of its own that is no repository: enough to see what would change. */
async function printed(files: Files, more: Parameters<typeof run>[1] = {}): Promise<string> {
  const directory = temporaryDirectory('project');
  writeFiles(directory, files);
  return (await run(directory, more)).text;
}

const LEAF = 'config/env=dev/composition=vpc';
const nested = (settings: string): string => `komposconfig:\n${settings.replace(/^/gmu, '  ')}\n`;
const project: Files = {
  '.komposconfig.yaml': nested('compositions: {}\nterraform: {version: v1.11}'),
  'config/a.yaml': 'cloud: {provider: aws}\n',
  [`${LEAF}/vpc.yaml`]: '{}',
  'compositions/aws/vpc/main.tf': 'variable "config" {}\n',
};

describe.each(originals.map((each) => [each.original, each] as const))(
  'a project of %s',
  (version, { files, rendered }) => {
    let repository: GitRepository;
    let first: Awaited<ReturnType<typeof migrate>>;
    let folder: string;

    beforeAll(async () => {
      folder = temporaryDirectory('rendered');
      writeFiles(folder, rendered);
      repository = await createRepository({});
      await repository.commit('Project', files);
      first = await run(repository.directory, { rendered: folder });
    });

    test('says what it would change, and changes nothing', async () => {
      const golden = new URL(`migrate-${String(version)}.txt`, import.meta.url);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, first.text);
      expect(first.text).toBe(readFileSync(golden, 'utf8'));
      expect(first.isComplete).toBe(true);
      expect(await repository.git('status', '--porcelain')).toBe('');
    });

    test('renders what the original renders once it is written, and is then left alone', async () => {
      const written = await run(repository.directory, { write: true, rendered: folder });
      expect(written.isComplete).toBe(true);
      expect(written.text).toContain('leaves have the same variables as in the original.');
      const { results } = await renderAll(snapshotOfWorkingTree(repository.directory), '', environment);
      for (const [path, text] of Object.entries(rendered)) {
        const leaf = path.slice(0, path.lastIndexOf('/'));
        const result = results.find((each) => each.leaf === leaf)?.result;
        if (result?.ok !== true) throw new Error(`${leaf} does not render`);
        const content = result.rendering.files.find(({ name }) => `${leaf}/${name}` === path)?.content;
        const here = content?.kind === 'copy' ? content.file.path : content?.text;
        if (path.endsWith('variables.tfvars.json')) {
          // The original of that time takes its settings for configuration.
          const settings = version === '0.6.0' ? ['compositions', 'min_version', 'terraform'] : [];
          expect(JSON.parse(here ?? '')).toEqual({ config: without(text, settings) });
        } else if (path.endsWith('main.tf') && content?.kind === 'template') {
          expect(here?.replace('${var.config.net.version}', pinned(text))).toBe(text);
        }
      }
      const again = await run(repository.directory, { rendered: folder });
      expect(again.text).not.toContain('Changes\n');
      expect(again.text).toContain('Nothing has to be changed.');
      expect(again.isComplete).toBe(true);
    });
  },
);

function without(variables: string, keys: readonly string[]): unknown {
  const parsed: unknown = JSON.parse(variables);
  return Object.fromEntries(Object.entries(record(field(parsed, 'config'))).filter(([key]) => !keys.includes(key)));
}

function pinned(text: string): string {
  return /\?ref=([^"]+)/u.exec(text)?.[1] ?? '';
}

describe('uncommitted changes', () => {
  test.each<[string, Files, string]>([
    ['a changed file', { '.komposconfig.yaml': nested('compositions: {}\nterraform: {}') }, '.komposconfig.yaml'],
    ['a file that git does not know', { '.gitignore': '*.log\n' }, '.gitignore'],
    [
      'an ignored file that would be removed',
      { 'compositions/aws/vpc/x.tf': '', 'compositions/aws/vpc/x.tf.versioned': '' },
      'compositions/aws/vpc/x.tf',
    ],
  ])('are never written over: %s', async (_, files, path) => {
    const repository = await createRepository({});
    await repository.commit('Project', { ...project, 'other.txt': '1', '.git-ignored': null });
    await repository.git('config', 'core.excludesFile', join(repository.directory, '.git/ignored'));
    writeFiles(join(repository.directory, '.git'), { ignored: 'x.tf\n' });
    repository.write(files);
    const before = await repository.git('status', '--porcelain', '--ignored');
    await expect(run(repository.directory, { write: true })).rejects.toThrow(
      `${path}: This file has changes that are not committed`,
    );
    expect(await repository.git('status', '--porcelain', '--ignored')).toBe(before);
  });

  test('behind a link count as well', async () => {
    const repository = await createRepository({});
    const link = { [`${LEAF}/shared.yaml`]: symlink('../../../shared/x.yaml') };
    await repository.commit('Project', { ...project, ...link, 'shared/x.yaml': 'a: 1\na: 2\n' });
    repository.write({ 'shared/x.yaml': 'a: 1\na: 3\n' });
    await expect(run(repository.directory, { write: true })).rejects.toThrow('shared.yaml: This file has changes');
    expect(readFileSync(join(repository.directory, 'shared/x.yaml'), 'utf8')).toBe('a: 1\na: 3\n');
  });

  test('elsewhere do not matter', async () => {
    const repository = await createRepository({});
    await repository.commit('Project', { ...project, 'other.txt': '1' });
    repository.write({ 'other.txt': '2', 'new.txt': '3' });
    expect((await run(repository.directory, { write: true })).text).toContain('2 files changed.');
    expect(readFileSync(join(repository.directory, '.gitignore'), 'utf8')).toBe('.kompos-runtime/\n');
  });

  test('and without a repository nothing is written', async () => {
    await expect(printed(project, { write: true })).rejects.toThrow('is not in a git repository');
  });
});

describe('settings', () => {
  test('of the home folder, for keys that the project does not have', async () => {
    const other = temporaryDirectory('home');
    writeFiles(other, {
      '.komposconfig.yaml':
        'terraform: {version: v1.9, local_path: ~/project}\ncompositions: {order: {terraform: [never]}}\n',
    });
    const text = await printed(
      { ...project, '.komposconfig.yaml': 'compositions: {order: {terraform: [vpc]}}\n' },
      { home: other },
    );
    expect(text).toContain(`terraform: as in ${other}/.komposconfig.yaml, which is not read here`);
    expect(text).not.toContain('never');
  });

  test('of the home folder alone', async () => {
    const other = temporaryDirectory('home');
    writeFiles(other, { '.komposconfig.yaml': nested('terraform: {version: Terraform v1.9}\ncompositions: {}') });
    const text = await printed({ ...project, '.komposconfig.yaml': null }, { home: other });
    expect(text).toContain('  .komposconfig.yaml\n    komposconfig: as in ');
    expect(text).toContain("terraform.version: v1.9, without the program's name");
    expect(text).toContain('1 of 1 leaves render.');
  });

  test.each<[string, Files, string]>([
    ['the default folder', {}, "terraform.local_path: ./compositions, which was the original's default"],
    [
      'defaults of all engines',
      { '.komposconfig.yaml': nested('compositions: {}\nterraform: {}\ndefaults: {local_path: ./compositions}') },
      'terraform.local_path: ./compositions, which was compositions.source.local_path or defaults.local_path',
    ],
    [
      'leaves that the original skips',
      { '.komposconfig.yaml': nested('compositions: {order: {terraform: [x]}}\nterraform: {}') },
      'here they run last: vpc.',
    ],
    [
      'two names of a cloud',
      { 'config/a.yaml': 'cloud: {provider: aws, type: gcp}\n' },
      'here cloud.type comes first, and it differs',
    ],
    [
      'a provider in the variables',
      { 'config/a.yaml': 'cloud: {provider: aws}\nprovider: {aws: {}}\n' },
      'config_keys.excluded.vpc: provider',
    ],
    [
      'a block of Terraform in the variables',
      { 'config/a.yaml': 'cloud: {provider: aws}\nterraform: {x: 1}\n' },
      'The key "terraform" also becomes a "terraform" block here',
    ],
    ['hidden layers', { 'config/.b.yaml': 'a: 1\n' }, 'here hidden files are none'],
    ['other extensions of layers', { 'config/b.yml': 'a: 1\n' }, 'here this file is a layer too'],
    ['a file beside the layers', { 'compose.yaml': 'services: {}\n' }, 'Nothing seems to use what it sets.'],
    [
      'a hidden key on one line',
      { 'config/b.yaml': 'a: {b: 1, b: 2}\n' },
      'config/b.yaml:1:5: "b" is set again below: himl reads the last one only.',
    ],
    [
      'a placeholder that no text can hold',
      { 'compositions/aws/vpc/x.tf.versioned': 'locals {\n  source = {{a.b}}\n}\n' },
      'x.tf.versioned:2:12: The original resolves {{a.b}} in this line',
    ],
    ['other roots', { 'tests/config/composition=x/a.yaml': 'a: 1\n' }, 'in "tests/config" are not taken for leaves'],
  ])('and what is otherwise: %s', async (_, files, expected) => {
    expect(await printed({ ...project, ...files })).toContain(expected);
  });

  test('Windows line ends stay', async () => {
    const repository = await createRepository({});
    const settings = nested('compositions: {}\nterraform: {version: v1.11}\nmin_version: 0.9.0').replaceAll(
      '\n',
      '\r\n',
    );
    await repository.commit('Project', { ...project, '.komposconfig.yaml': settings });
    await run(repository.directory, { write: true });
    const written = readFileSync(join(repository.directory, '.komposconfig.yaml'), 'utf8');
    expect(written).toContain('local_path: ./compositions');
    expect(written.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('no project is an error, and so is an unreadable file', async () => {
    await expect(printed({ 'a.txt': '' })).rejects.toThrow('There is no project to migrate');
    await expect(printed({ ...project, '.komposconfig.yaml': 'a: [\n' })).rejects.toThrow('.komposconfig.yaml');
    await expect(printed({ ...project, '.komposconfig.yaml': '- a\n' })).rejects.toThrow('must be a mapping');
  });

  test('a project of this program is left alone', async () => {
    const own = { '.komposconfig.yaml': 'list_merge: override\n', '.gitignore': '.kompos-runtime/\n' };
    const compositions = { 'compositions/aws/vpc/main.tf': null, 'compositions/terraform/aws/vpc/main.tf': '' };
    expect(await printed({ ...project, ...own, ...compositions })).toContain('Nothing has to be changed.');
  });
});

test('differences from the rendered files are listed once, with their leaves', async () => {
  const folder = temporaryDirectory('rendered');
  const other = 'config/env=prod/composition=vpc';
  const files = { ...project, [`${other}/vpc.yaml`]: '{}', 'config/b.yaml': 'n: 1.0\nbig: 12345678901234567890\n' };
  const rendered = '{"config": {"cloud": {"provider": "gcp"}, "n": 1.0, "big": 12345678901234567891}}';
  writeFiles(folder, { [`${LEAF}/variables.tfvars.json`]: rendered });
  const text = await printed(files, { rendered: folder });
  expect(text).toContain(`Differences from the rendered files
  config.cloud.provider: "gcp" in the original, "aws" here.
    In ${LEAF}.
  config.big: 12345678901234567891 in the original, 12345678901234567890 here.`);
  expect(text).toContain(`1 have no file to compare with, such as ${other}.`);
  await expect(printed(files, { rendered: home })).rejects.toThrow('has no file <leaf>/variables.tfvars.json');
  await expect(printed(files, { rendered: join(home, 'none') })).rejects.toThrow('which is no folder');
});

test('secrets are not read: that is said, and they are no differences', async () => {
  const folder = temporaryDirectory('rendered');
  const layer = 'a: "{{vault.key(/app/db/password)}}"\nb: "{{vault.path(app/db)}}"\nc: "x-{{ssm.path(/p)}}"\n';
  const config = {
    cloud: { provider: 'aws' },
    a: 'a-value-of-a-store',
    b: { password: 'another-value' },
    c: 'x-third',
  };
  writeFiles(folder, { [`${LEAF}/variables.tfvars.json`]: JSON.stringify({ config }) });
  const text = await printed({ ...project, 'config/b.yaml': layer }, { rendered: folder });
  expect(text).toContain('Secret stores were not read: stand-ins took the place of 3 secrets.');
  expect(text).toContain('1 of 1 leaves have the same variables as in the original.');
  expect(text).toContain('Not compared, because secret stores were not read: 3 values.');
  expect(text).not.toMatch(/a-value-of|another-value|x-third/u);
});
