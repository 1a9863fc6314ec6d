/** Whole projects as people write them, run through the commands: what is rendered, and what is said. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { filesFrom, writeFiles, type Files } from '../../loopback/file-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { ProblemError, type Problem } from '../../src/base/problems.ts';
import { showConfiguration } from '../../src/commands/config/config.ts';
import { runTerraformCommand } from '../../src/commands/terraform/terraform.ts';

afterAll(removeTemporaryDirectories);

const LEAF = 'config/env=dev/cluster=c1/composition=terraform/terraform=vpc';
const RUNTIME = '.kompos-runtime/terraform/aws/vpc';

const base = filesFrom(`
  -- config/default.yaml --
  cloud:
    type: aws
  v: v1.0.0

  -- config/env=dev/env.yaml --
  env:
    name: dev

  -- ${LEAF}/vpc.yaml --
  leaf: here

  -- compositions/terraform/aws/vpc/main.tf --
  variable "config" {
    type = any
  }
`);

const excluding = 'compositions:\n  config_keys:\n    excluded: {vpc: [helm]}\n';
const layer = (text: string): string => `cloud:\n  type: aws\nv: v1.0.0\n${text}`;

interface Result {
  readonly directory: string;
  /** Everything that was said, errors last. */
  readonly said: string;
  readonly failed: boolean;
  readonly out: unknown;
}

async function run(files: Files, path: string, command: 'config' | 'terraform', more: object = {}): Promise<Result> {
  const directory = temporaryDirectory('project');
  writeFiles(directory, { ...base, ...files });
  const said: string[] = [];
  const log = { info: say, warning: say, group: say };
  function say(line: string): void {
    said.push(line);
  }
  const request = { configPath: path, rootPath: '.', listMerge: undefined, ...more };
  const context = {
    directory,
    environment: {},
    log,
    now: new Date(0),
    onTerminal: false,
    colors: false,
    parallelism: 1,
    platform: 'linux_amd64',
    print: say,
    showError: (problem: Problem) => {
      say(problem.message);
    },
  };
  try {
    if (command === 'terraform') {
      await runTerraformCommand({ line: ['plan'], dryRun: true, failFast: false, wait: false, skipSecrets: false, ...request }, context);
      return { directory, said: said.join('\n'), failed: false, out: undefined };
    }
    const json = { format: 'json', filter: [], exclude: [], outputFile: undefined, skipSecrets: false } as const;
    const out: unknown = JSON.parse(await showConfiguration({ ...json, ...request }, context));
    return { directory, said: said.join('\n'), failed: false, out };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { directory, said: [...said, error.message].join('\n'), failed: true, out: undefined };
  }
}

async function variables(files: Files): Promise<unknown> {
  const { directory, said, failed } = await run(files, LEAF, 'terraform');
  if (failed) return said;
  return JSON.parse(readFileSync(join(directory, RUNTIME, 'variables.tfvars.json'), 'utf8'));
}

const given = { cloud: { type: 'aws' }, v: 'v1.0.0', env: { name: 'dev' }, leaf: 'here' };

describe('keys that a leaf does not get', () => {
  test.each([
    ['a missing key', "helm:\n  password: '{{no.such}}'\n"],
    ['a secret', "helm:\n  password: '{{ssm.path(/a/b).aws_profile(p)}}'\n"],
    ['a cycle', "helm:\n  a: '{{helm.b}}'\n  b: '{{helm.a}}'\n"],
    ['a variable that is not set', "helm: '{{env(NOT_SET)}}'\n"],
    ['braces that are never closed', "helm: ['{{', '{{}}']\n"],
    ['a key of a map', "helm:\n  '{{no.such}}': 1\n"],
  ])('%s in an excluded key does not fail it', async (_, text) => {
    const files = { '.komposconfig.yaml': excluding, 'config/default.yaml': layer(text) };
    expect(await variables(files)).toEqual({ config: given });
  });

  test.each([
    ['another kind than above', 'helm: [1]\n', 'helm: {a: 1}\n'],
    ['empty over a map', 'helm: {a: 1}\n', 'helm:\n'],
  ])('%s in an excluded key does not fail it', async (_, above, below) => {
    const files = { '.komposconfig.yaml': excluding, 'config/default.yaml': layer(above), [`${LEAF}/a.yaml`]: below };
    expect(await variables(files)).toEqual({ config: given });
    expect((await run(files, LEAF, 'config')).said).toContain(`${LEAF}/a.yaml:1:`);
  });

  test('a filter leaves out as well', async () => {
    const files = {
      '.komposconfig.yaml': 'compositions:\n  config_keys:\n    filtered: {vpc: [leaf]}\n',
      'config/default.yaml': layer("other: '{{no.such}}'\n"),
    };
    expect(await variables(files)).toEqual({ config: { leaf: 'here' } });
  });

  test.each([
    ['a key that it gets', "uses: '{{helm.a}}'\n", {}],
    ['through another excluded one', "uses: '{{helm.b}}'\n", {}],
    ['the provider', "provider:\n  aws: {region: '{{helm.a}}'}\n", {}],
    ['a pin', '', { 'compositions/terraform/aws/vpc/m.tf.versioned': 'module "m" {\n  source = "{{helm.a}}"\n}\n' }],
  ])('what %s refers to counts', async (_, text, files) => {
    const all = layer(`helm:\n  a: '{{no.such}}'\n  b: 'x-{{helm.a}}'\n${text}`);
    const { said, failed } = await run(
      { '.komposconfig.yaml': excluding, 'config/default.yaml': all, ...files },
      LEAF,
      'terraform',
    );
    expect(failed).toBe(true);
    expect(said).toContain('Config key "no.such" not found');
    expect(said).toContain('config/default.yaml:5:6');
  });

  test('what chooses the composition counts', async () => {
    const files = {
      '.komposconfig.yaml': 'compositions: {config_keys: {excluded: {vpc: [cloud]}}}\n',
      'config/default.yaml': "cloud: {type: '{{no.such}}', other: '{{nor.this}}'}\n",
    };
    const { said } = await run(files, LEAF, 'terraform');
    expect(said).toContain('"no.such"');
    expect(said).not.toContain('nor.this');
  });

  test('pins and the choice of the composition see what is excluded', async () => {
    const { directory, said } = await run(
      {
        '.komposconfig.yaml': 'compositions: {config_keys: {excluded: {vpc: [cloud, helm]}}}\n',
        'config/default.yaml': "cloud: {type: '{{helm.cloud}}'}\nv: a\nhelm: {cloud: aws, v: '{{v}}-1', bad: '{{no}}'}\n",
        'compositions/terraform/aws/vpc/m.tf.versioned': 'module "m" {\n  source = "x?ref={{helm.v}}"\n}\n',
      },
      LEAF,
      'terraform',
    );
    expect(said).toContain('rendered to');
    expect(readFileSync(join(directory, RUNTIME, 'm.tf'), 'utf8')).toContain('x?ref=a-1');
  });

  test.each([{ filter: ['leaf'] }, { exclude: ['helm'] }])('config %j', async (more) => {
    const { out, said } = await run({ 'config/default.yaml': layer("helm: '{{no.such}}'\n") }, LEAF, 'config', more);
    expect(said).toBe('');
    expect(out).toMatchObject({ leaf: 'here' });
  });
});

describe('layers at the edge', () => {
  test('files that set nothing are a configuration without keys, as himl reads them', async () => {
    const empty = { 'config/default.yaml': '', 'config/env=dev/env.yaml': '# nothing yet\n', [`${LEAF}/vpc.yaml`]: 'null\n' };
    expect((await run(empty, LEAF, 'config')).out).toEqual({});
    const { failed, said } = await run(
      { 'config/default.yaml': null, 'config/env=dev/env.yaml': null, [`${LEAF}/vpc.yaml`]: null, [`${LEAF}/.gitkeep`]: '' },
      LEAF,
      'config',
    );
    expect({ failed, said }).toEqual({ failed: true, said: expect.stringContaining('No YAML files in the layers') });
  });

  test('what nests too deeply for YAML says so', async () => {
    const deep = Array.from({ length: 950 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n');
    const { failed, said } = await run({ 'config/default.yaml': layer(`${deep} 1\n`) }, LEAF, 'config', { format: 'yaml' });
    expect({ failed, said }).toEqual({ failed: true, said: expect.stringContaining('--format json') });
  });
});

describe('a paused leaf', () => {
  test.each(['composition:\n  enabled: false\n', "no: false\ncomposition: {enabled: '{{no}}'}\nbad: '{{no.such}}'\n"])(
    'is skipped, whatever else it says: %j',
    async (text) => {
      const { directory, said, failed } = await run({ [`${LEAF}/vpc.yaml`]: text }, LEAF, 'terraform');
      expect({ failed, said }).toEqual({ failed: false, said: expect.stringMatching(/vpc: skipped, it is paused/u) });
      expect(existsSync(join(directory, RUNTIME))).toBe(false);
    },
  );

  test.each(['"false"', 'nope', '', '0', '[false]', "'{{no.such}}'"])('%s is no boolean', async (value) => {
    const { failed, said } = await run({ [`${LEAF}/vpc.yaml`]: `composition: {enabled: ${value}}\n` }, LEAF, 'terraform');
    expect(failed).toBe(true);
    expect(said).toMatch(/composition\.enabled|no\.such/u);
  });

  test('one that is not paused says so as well', async () => {
    expect(await variables({ [`${LEAF}/vpc.yaml`]: 'composition: {enabled: true}\n' })).toMatchObject({
      config: { composition: { enabled: true } },
    });
  });
});

describe('where leaves are', () => {
  const other = 'config/env=dev/cluster=c1/composition=helm-values';

  test('folders of other tools are counted once', async () => {
    const { failed, said } = await run({ [`${other}/h.yaml`]: 'a: 1\n' }, 'config', 'terraform');
    expect({ failed, times: said.split('has no Terraform folder').length }).toEqual({ failed: false, times: 2 });
  });

  test.each([
    ['when it is named', {}, other],
    ['when a setting names it', { '.komposconfig.yaml': 'compositions: {order: {terraform: [helm-values]}}\n' }, 'config'],
  ])('a missing Terraform folder is an error %s', async (_, files, path) => {
    const { failed, said } = await run({ ...files, [`${other}/h.yaml`]: 'a: 1\n' }, path, 'terraform');
    expect({ failed, said }).toEqual({ failed: true, said: expect.stringContaining('helm-values') });
  });

  test.each([
    ['tests', `tests/${LEAF}/x.yaml`, {}],
    ['packages', `node_modules/p/${LEAF}/x.yaml`, {}],
    ['what was rendered', `config/.kompos-runtime/env=x/composition=vpc/x.yaml`, {}],
    ['another project', `config/apps/composition=vpc/x.yaml`, { 'config/apps/.komposconfig.yaml': '{}\n' }],
    ['another project above a root', `apps/config/composition=vpc/x.yaml`, {
      '.komposconfig.yaml': 'config_roots: [config, apps/config]\n',
      'apps/.komposconfig.yaml': '{}\n',
    }],
  ])('not in %s', async (_, path, files) => {
    const { said, failed } = await run({ ...files, [path]: 'a: 1\n' }, 'config', 'terraform');
    expect({ failed, leaves: said.split('rendered to').length - 1 }).toEqual({ failed: false, leaves: 1 });
    expect((await run({ ...files, [path]: 'a: 1\n' }, path.slice(0, path.lastIndexOf('/')), 'terraform')).failed).toBe(true);
  });

  test('a root of several parts is the first layer', async () => {
    const files = {
      '.komposconfig.yaml': 'config_roots: [live/eu]\n',
      'live/above.yaml': 'above: 1\n',
      'live/eu/a.yaml': 'a: 1\ncloud: {type: aws}\n',
      'live/eu/env=x/composition=vpc/b.yaml': 'b: 2\n',
    };
    const { out } = await run(files, 'live/eu/env=x/composition=vpc', 'config');
    expect(out).toEqual({ a: 1, b: 2, cloud: { type: 'aws' } });
    expect((await run(files, 'live/eu', 'terraform')).said).toContain('live/eu/env=x/composition=vpc: rendered');
  });

  test.each(['/abs/x', '~/x', 'C:\\x', '../../x'])('local_path %s, for a leaf composition=vpc', async (path) => {
    const files = { '.komposconfig.yaml': `terraform: {local_path: '${path}'}\n`, 'config/composition=vpc/a.yaml': '{}\n' };
    const { said } = await run(files, 'config/composition=vpc', 'terraform');
    expect(said).toContain('local_path');
    expect(said).not.toContain('is no leaf');
  });

  test('a local_path without any Terraform code is a warning, because no leaf is found then', async () => {
    const settings = { '.komposconfig.yaml': 'terraform: {local_path: code}\n', 'config/composition=vpc/a.yaml': '{}\n' };
    const empty = await run({ ...settings, 'code/README.md': '' }, 'config/composition=vpc', 'terraform');
    expect(empty.said).toContain('There is no Terraform code in "code"');
    const missing = await run(settings, 'config/composition=vpc', 'terraform');
    expect(missing.said).toContain('Setting "terraform.local_path": there is no folder "code".');
  });

  test.each(['/abs/x', '~/x', 'C:\\x', '../../x'])('local_path %s is outside of the repository', async (path) => {
    const { said } = await run({ '.komposconfig.yaml': `terraform: {local_path: '${path}'}\n` }, LEAF, 'terraform');
    expect(said).toMatch(/inside of the repository|outside of the repository/u);
    expect(said).toContain('local_path');
    // One problem is enough, with its line.
    expect(said).not.toContain('Warning');
    if (!path.startsWith('.')) expect(said).toContain('.komposconfig.yaml:1:26: Setting "terraform.local_path"');
  });
});

describe('files that are not what they look like', () => {
  const latin1 = Buffer.from('a: caf\u00e9\n', 'latin1');
  const utf16 = Buffer.from('\ufeffa: 1\n', 'utf16le');
  test.each<[string, Buffer | string, RegExp]>([
    ['Latin-1', latin1, /l\.yaml:1:7: .*0xE9.*Latin-1/u],
    ['UTF-16', utf16, /l\.yaml:1:1: The file is UTF-16/u],
    ['UTF-16 of the other order', Buffer.from(utf16).swap16(), /The file is UTF-16/u],
    ['UTF-16 without a mark', utf16.subarray(2), /The file is UTF-16/u],
    ['git-crypt', Buffer.from('\0GITCRYPT\0abc'), /git-crypt/u],
    ['an LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n', /Git LFS/u],
    ['SOPS', 'k: ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]\nsops:\n  mac: ENC[AES256_GCM,data:x]\n', /SOPS cannot decrypt config\/env=dev\/l\.yaml: the program "sops" is not on PATH/u],
  ])('%s', async (_, content, message) => {
    const { said, failed } = await run({ 'config/env=dev/l.yaml': content }, LEAF, 'config');
    expect({ failed, said }).toEqual({ failed: true, said: expect.stringMatching(message) });
    if (_ === 'SOPS' || _ === 'an LFS pointer') return;
    const template = await run({ 'compositions/terraform/aws/vpc/l.tf.versioned': content }, LEAF, 'terraform');
    expect({ failed: template.failed, said: template.said }).toEqual({
      failed: true,
      said: expect.stringContaining('l.tf.versioned:1:'),
    });
  });
});

describe('settings that name nothing', () => {
  test.each([
    ['excluded', 'compositions: {config_keys: {excluded: {vpx: [a]}}}\n', {}, 'Did you mean "vpc"?'],
    ['filtered', 'compositions: {config_keys: {filtered: {vpx: [a]}}}\n', {}, 'Did you mean "vpc"?'],
    ['an order', 'compositions: {order: {terraform: [vcp]}}\n', {}, 'Did you mean "vpc"?'],
    ['a file', '{}\n', { '.komposconfig.yml': '{}\n' }, '.komposconfig.yml: This file is not read'],
    ['a template', '{}\n', { 'compositions/terraform/aws/vpc/x.TF.versioned': '' }, 'rename it to x.tf.versioned'],
    ['a template', '{}\n', { 'compositions/terraform/aws/vpc/x.versioned.tf': '' }, 'rename it to x.tf.versioned'],
  ])('%s', async (_, settings, files, expected) => {
    const { said, failed } = await run({ '.komposconfig.yaml': settings, ...files }, LEAF, 'terraform');
    expect({ failed, said }).toEqual({ failed: false, said: expect.stringContaining(expected) });
  });

  test('keys of the original are one line', async () => {
    const settings = 'vault: {url: x}\nhelmfile: {a: 1}\ncompositions: {properties: {}, order: {helmfile: [a]}}\n';
    const { said } = await run({ '.komposconfig.yaml': settings }, LEAF, 'config');
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(/compositions\.order\.helmfile.*|vault.*helmfile/u);
  });
});

describe('messages name the leaves', () => {
  const broken = { 'config/default.yaml': layer("e: '{{cl.name}}'\n") };
  const prod = (name: string): string => `config/env=prod/cluster=${name}/composition=terraform/terraform=vpc`;

  test.each([
    [1, `In ${prod('c1')}.`],
    [3, `In 3 leaves, such as ${prod('c1')}.`],
  ])('of %i leaves', async (number, expected) => {
    const files: Record<string, string> = { ...broken, 'config/env=dev/cl.yaml': 'cl: {name: a}\n' };
    for (let index = 1; index <= number; index += 1) files[`${prod(`c${index}`)}/v.yaml`] = 'a: 1\n';
    expect((await run(files, 'config', 'terraform')).said).toContain(expected);
  });

  test('of a single configuration', async () => {
    expect((await run(broken, LEAF, 'config')).said).toContain(`In ${LEAF}.`);
  });
});
