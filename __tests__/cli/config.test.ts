import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { filesFrom } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { network, openProject, type TestProject } from './project.ts';

let project: TestProject;

const values = {
  cloud: { type: 'aws' },
  list: ['a', 'b'],
  name: 'the network of dev',
  odd: { quoted: 'yes', flag: true, nothing: null, date: '2026-01-05', big: '12345678901234567890', version: '1.10' },
  provider: { aws: { region: 'eu-central-1' } },
};

beforeAll(() => {
  project = openProject(
    filesFrom(`
      -- config/default.yaml --
      cloud:
        type: aws
      list: [a]
      provider:
        aws:
          region: eu-central-1
      odd:
        quoted: "yes"
        flag: yes
        nothing: ~
        date: 2026-01-05
        big: "12345678901234567890"
        version: "1.10"

      -- config/env=dev/env.yaml --
      env: dev
      list: [b]

      -- ${network}/leaf.yaml --
      name: the network of {{env}}
    `),
    'http://127.0.0.1:9',
  );
});

afterAll(removeTemporaryDirectories);

describe('kompos … config', () => {
  const own = { ...values, env: 'dev' };

  test('YAML, keys sorted, that means the same when it is read again', async () => {
    const result = await project.kompos(`${network} config`);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(parse(result.stdout, { version: '1.1' })).toEqual(own);
    expect(parse(result.stdout, { version: '1.2' })).toEqual(own);
    expect(result.stdout.match(/^\w+/gmu)).toEqual(['cloud', 'env', 'list', 'name', 'odd', 'provider']);
  });

  test('JSON', async () => {
    const result = await project.kompos(`${network} config --format json`);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(result.stdout)).toEqual(own);
    expect(result.stdout).toMatch(/^\{\n {2}"cloud"[\s\S]*\}\n$/u);
  });

  test('of a folder above leaves, which need no composition', async () => {
    const result = await project.kompos('config/env=dev config --format=json');
    expect(result).toMatchObject({ code: 0 });
    expect(JSON.parse(result.stdout)).toEqual({ ...own, name: undefined });
  });

  test.each([
    ['--filter cloud', ['cloud']],
    ['--filter cloud --filter name', ['cloud', 'name']],
    ['--exclude odd --exclude=list', ['cloud', 'env', 'name', 'provider']],
    ['--filter cloud --filter odd --exclude odd', ['cloud']],
    ['--exclude nothing-like-it --filter env', ['env']],
  ])('%s', async (options, keys) => {
    const result = await project.kompos(`${network} config --format json ${options}`);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const shown: unknown = JSON.parse(result.stdout);
    expect(shown).toEqual(Object.fromEntries(Object.entries(own).filter(([key]) => keys.includes(key))));
  });

  test.each([
    ['--filter clowd', /--filter clowd: the configuration has no such top-level key\.\n {2}Did you mean "cloud"\?/u],
    ['--filter xyzzy', /no such top-level key\.\n {2}It has: .*cloud/u],
    ['--filter clowd --filter nmae', /--filter clowd[\s\S]*--filter nmae/u],
    ['--format toml', /Allowed: yaml, json/u],
  ])('%s: an error that helps', async (options, message) => {
    const result = await project.kompos(`${network} config ${options}`);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
  });

  test('--output-file: the same text in a file, nothing on standard output', async () => {
    const printed = await project.kompos(`${network} config`);
    const result = await project.kompos(`${network} config --output-file out.yaml`);
    expect(result).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(project.read('out.yaml')).toBe(printed.stdout);
    const refused = await project.kompos(`${network} config --output-file no/such/folder.yaml`);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^Error: no\/such\/folder\.yaml cannot be written: /u);
  });

  test.each([
    ['', ['a', 'b']],
    ['--list-merge override', ['b']],
    ['--list-merge=prepend', ['b', 'a']],
  ])('"%s" list: %j', async (option, list) => {
    const result = await project.kompos(`${option} ${network} config --format json --filter list`);
    expect(JSON.parse(result.stdout)).toEqual({ list });
  });

  test('writes nothing else, and needs no Terraform', async () => {
    const other = openProject({ 'config/a.yaml': 'a: "{{env(PATH_OF_OURS)}}"\n' }, '', { PATH_OF_OURS: 'x y' });
    const result = await other.kompos('config config');
    expect(result).toMatchObject({ code: 0, stdout: 'a: x y\n' });
    expect(other.has('.kompos-runtime')).toBe(false);
  });

  test.each([
    ['a missing key', 'a: 1\nb: "{{c}}"\n', /^Error: config\/x\.yaml:2:\d+: .*"c"/u],
    ['a broken file', 'a: [1\n', /^Error: config\/x\.yaml:\d+:\d+: /u],
  ])('%s: file and line, and no half-written file', async (_, text, message) => {
    const other = openProject({ 'config/x.yaml': text }, '');
    const result = await other.kompos('config config --output-file out.yaml');
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(message);
    expect(other.has('out.yaml')).toBe(false);
  });

  test('a folder that does not exist', async () => {
    const result = await project.kompos('config/env=dve config');
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain('config/env=dve');
  });
});

describe('on a terminal', () => {
  test('a reader that has enough, such as head, is no error', async () => {
    const running = project.start('config/env=dev config');
    running.hangUp();
    expect(await running.finished).toMatchObject({ code: 0, stderr: '' });
  });

  test('a warning shows escapes that a file has in it instead of obeying them', async () => {
    const other = openProject({ '.komposconfig.yaml': '"\\e[31mred": 1\n', 'config/x.yaml': 'a: 1\n' }, '');
    const result = await other.kompos('config config');
    expect(result).toMatchObject({ code: 0, stdout: 'a: 1\n' });
    expect(result.stderr).toContain('Warning: .komposconfig.yaml:1:14: Unknown setting "\\u001b[31mred"');
  });
});
