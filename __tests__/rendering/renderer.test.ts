import { describe, expect, test } from '@jest/globals';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { leavesOf, openProject } from '../../src/project/project.ts';
import { WHOLE_CONFIGURATION } from '../../src/rendering/use/configuration-use.ts';
import { createCaches, openRenderer, type Renderer, type RenderResult } from '../../src/rendering/renderer.ts';
import { memorySnapshot, type Tree } from '../support/memory-snapshot.ts';
import { NOTHING_OUTSIDE } from '../../src/rendering/outside.ts';

const LEAF = 'config/composition=vpc';
const base: Tree = {
  'config/a.yaml': 'cloud: {type: aws}\nk: v1\n',
  [`${LEAF}/vpc.yaml`]: 'name: vpc\n',
  'compositions/terraform/aws/vpc/main.tf': 'terraform {\n  backend "s3" {\n    key = "a"\n  }\n}\n',
};

async function open(tree: Tree): Promise<Renderer> {
  const project = await openProject(memorySnapshot(tree), '');
  return openRenderer(project, leavesOf(project), openEnvironment({}), createCaches(), undefined, NOTHING_OUTSIDE);
}

async function render(more: Tree): Promise<RenderResult> {
  return (await open({ ...base, ...more })).render(describeLeaf(LEAF));
}

async function rendered(more: Tree): Promise<Extract<RenderResult, { ok: true }>> {
  const result = await render(more);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

async function problemsOf(more: Tree): Promise<string> {
  const result = await render(more);
  return (result.ok ? result.warnings : result.problems).map(formatProblem).join('\n');
}

test('layers with the same text each have their own place, in values and in problems', async () => {
  const folders = ['config/env=a', 'config/env=b'];
  const layers = (text: string): Tree =>
    Object.fromEntries(folders.map((folder) => [`${folder}/composition=vpc/own.yaml`, text]));
  const fine = await open({ ...base, ...layers('own: {k: 1}\n') });
  const wrong = await open({ ...base, ...layers('own: [1\n') });
  for (const folder of folders) {
    const path = `${folder}/composition=vpc`;
    expect((await fine.configuration(path)).children['own']?.origin.file).toBe(`${path}/own.yaml`);
    const result = await wrong.render(describeLeaf(path));
    expect(result.ok ? [] : result.problems.map(({ place }) => place?.file)).toEqual([`${path}/own.yaml`]);
  }
});

test('what two environments make of one project is told apart, though they share what they can', async () => {
  const caches = createCaches();
  const project = await openProject(memorySnapshot({ ...base, 'config/b.yaml': 'who: "{{env(WHO)}}"\n' }), '');
  for (const WHO of ['a', 'b']) {
    const renderer = openRenderer(
      project,
      leavesOf(project),
      openEnvironment({ WHO }),
      caches,
      undefined,
      NOTHING_OUTSIDE,
    );
    const { who } = (await renderer.configuration(LEAF)).children;
    expect(who).toMatchObject({ value: WHO });
  }
});

describe('which files a rendering has', () => {
  test('everything of the source folder but working data, state and what rendering writes', async () => {
    const folder = 'compositions/terraform/aws/vpc';
    const { rendering } = await rendered({
      [`${folder}/.terraform.lock.hcl`]: 'x',
      [`${folder}/.terraform/modules/x`]: 'x',
      [`${folder}/terraform.tfstate`]: 'x',
      [`${folder}/terraform.tfstate.backup`]: 'x',
      [`${folder}/variables.tfvars.json`]: 'x',
      [`${folder}/provider.tf.json`]: 'x',
      [`${folder}/templates/a.tftpl`]: 'x',
      [`${folder}/sub/s.tf.versioned`]: 'module "s" {\n  source = "x?{{k}}"\n}\n',
      [`${folder}/z.tf.versioned`]: 'module "z" {\n  source = "y?{{k}}"\n}\n',
    });
    expect(rendering.files.map(({ name, content }) => [name, content.kind])).toEqual([
      ['.terraform.lock.hcl', 'copy'],
      ['main.tf', 'copy'],
      ['provider.tf.json', 'generated'],
      ['sub/s.tf', 'template'],
      ['templates/a.tftpl', 'copy'],
      ['variables.tfvars.json', 'generated'],
      ['z.tf', 'template'],
    ]);
  });

  test('exclusion applies to both generated files, filters only to variables', async () => {
    const { rendering } = await rendered({
      'config/b.yaml': 'provider: {aws: {region: x}}\nterraform: {required_version: "1"}\na: 1\nb: 2\n',
      '.komposconfig.yaml':
        'compositions:\n  config_keys:\n    excluded: {vpc: [terraform, b]}\n    filtered: {vpc: [a, b, provider]}\n',
    });
    expect(Object.keys(rendering.provider.children)).toEqual(['provider']);
    expect(Object.keys(rendering.variables.children)).toEqual(['a']);
  });

  test('templates are left out with a warning where they are switched off', async () => {
    const text = await problemsOf({
      '.komposconfig.yaml': 'terraform: {versioned_module_sources: false}\n',
      'compositions/terraform/aws/vpc/x.tf.versioned': 'module "s" {\n  source = "x?{{k}}"\n}\n',
    });
    expect(text).toMatch(/^compositions\/terraform\/aws\/vpc\/x\.tf\.versioned: The template is skipped/u);
  });
});

describe('what Terraform reads beside the source folder', () => {
  const reached = async (more: Tree): Promise<unknown> => {
    const { reach } = await rendered(more);
    return {
      modules: reach.modules.map(({ folder, via }) => [folder, via]),
      files: reach.files.map(({ path }) => path),
    };
  };

  test('local modules, recursively, each by its own folder', async () => {
    expect(
      await reached({
        'compositions/terraform/aws/vpc/m.tf': 'module "a" {\n  source = "../../../../modules/a"\n}\n',
        'modules/a/main.tf': 'module "b" {\n  source = "./inner"\n}\nmodule "c" {\n  source = "../c"\n}\n',
        'modules/a/inner/x.tf': '',
        'modules/c/main.tf': 'module "again" {\n  source = "../a"\n}\n',
      }),
    ).toEqual({
      modules: [
        ['modules/a', []],
        ['modules/a/inner', ['modules/a']],
        ['modules/c', ['modules/a']],
      ],
      files: [],
    });
  });

  test('files that path expressions name, in the composition and in its modules', async () => {
    expect(
      await reached({
        'compositions/terraform/aws/vpc/m.tf':
          'locals {\n  a = file("${path.module}/../policy.json")\n  b = file("${path.module}/../p/${var.x}.json")\n}\nmodule "m" {\n  source = "../m"\n}\n',
        'compositions/terraform/aws/policy.json': '',
        'compositions/terraform/aws/p/one.json': '',
        'compositions/terraform/aws/q/two.json': '',
        'compositions/terraform/aws/m/main.tf': 'locals {\n  c = file("${path.module}/../shared.txt")\n}\n',
        'compositions/terraform/aws/shared.txt': '',
      }),
    ).toEqual({
      modules: [['compositions/terraform/aws/m', []]],
      files: [
        'compositions/terraform/aws/p/one.json',
        'compositions/terraform/aws/policy.json',
        'compositions/terraform/aws/shared.txt',
      ],
    });
  });

  test('a module whose folder only the pin tells', async () => {
    expect(
      await reached({
        'compositions/terraform/aws/vpc/m.tf.versioned': 'module "m" {\n  source = "../{{k}}"\n}\n',
        'compositions/terraform/aws/v1/main.tf': '',
      }),
    ).toEqual({ modules: [['compositions/terraform/aws/v1', []]], files: [] });
  });

  test('a module that a template in a subfolder names, from that folder on', async () => {
    const tree = {
      'compositions/terraform/aws/vpc/m.tf': 'module "s" {\n  source = "./sub"\n}\n',
      'compositions/terraform/aws/vpc/sub/x.tf.versioned': 'module "m" {\n  source = "../../{{k}}"\n}\n',
      'compositions/terraform/aws/v1/main.tf': 'variable "config" {\n  type = any\n}\n',
      'compositions/terraform/v1/main.tf': 'locals {\n  x = file("${path.root}/variables.tfvars.json")\n}\n',
    };
    expect(await reached(tree)).toEqual({
      modules: [
        ['compositions/terraform/aws/vpc/sub', []],
        ['compositions/terraform/aws/v1', ['compositions/terraform/aws/vpc/sub']],
      ],
      files: [],
    });
    const readsAll = {
      ...tree,
      'compositions/terraform/aws/v1/main.tf': 'locals {\n  x = file("variables.tfvars.json")\n}\n',
    };
    expect((await rendered(tree)).use.values).toEqual([]);
    expect((await rendered(readsAll)).use).toEqual(WHOLE_CONFIGURATION);
  });

  test.each<[string, Tree, readonly string[]]>([
    [
      'a local value that is a plain path',
      { 'locals.tf': 'locals {\n  p = "${path.module}/../policy.json"\n}\n' },
      ['compositions/terraform/aws/policy.json'],
    ],
    [
      'a local value from elsewhere',
      { 'locals.tf': 'locals {\n  p = var.config.p\n}\n' },
      ['compositions/terraform/aws/policy.json', 'docs/x.md'],
    ],
    ['a local value that is not there', {}, ['compositions/terraform/aws/policy.json', 'docs/x.md']],
  ])('a file named by %s', async (_, locals, files) => {
    const folder = 'compositions/terraform/aws/vpc';
    const tree = {
      [`${folder}/m.tf`]: 'output "x" {\n  value = file(local.p)\n}\n',
      'compositions/terraform/aws/policy.json': '',
      'docs/x.md': '',
      ...Object.fromEntries(Object.entries(locals).map(([name, text]) => [`${folder}/${name}`, text])),
    };
    expect(await reached(tree)).toEqual({ modules: [], files });
  });

  test('a text that climbs, in a module, from its own folder or from the composition', async () => {
    const tree = {
      'compositions/terraform/aws/vpc/m.tf': 'module "m" {\n  source = "../../../../modules/m"\n}\n',
      'modules/m/main.tf': 'resource "x" "y" {\n  p = "../p.json"\n}\n',
      'modules/p.json': '',
      'compositions/terraform/aws/p.json': '',
      'p.json': '',
    };
    expect(await reached(tree)).toEqual({
      modules: [['modules/m', []]],
      files: ['compositions/terraform/aws/p.json', 'modules/p.json'],
    });
  });

  test.each([
    ['"${path.module}/p.json"', []],
    ['"${file(\\"p.json\\")}"', []],
    ['"${file(\\"../../../../docs/x.md\\")}"', ['docs/x.md']],
    ['"${file(var.config.p)}"', ['docs/x.md']],
    ['"${file(join(\\"/\\", [\\"..\\", \\"p.json\\"]))}"', []],
    ['"${file(join(\\"/\\", [\\"../../../..\\", \\"docs/x.md\\"]))}"', ['docs/x.md']],
    ['"${file(dirname(abspath(\\".\\")))}"', ['docs/x.md']],
    ['"a", "//": "a", "value": "${file(\\"../p.json\\")}", "sensitive": "${file(var.x.y)}"', ['docs/x.md']],
  ])('JSON with %s', async (value, files) => {
    const json = `{"output": {"x": {"value": ${value}}}}`;
    expect(await reached({ 'compositions/terraform/aws/vpc/m.tf.json': json, 'docs/x.md': '' })).toEqual({
      modules: [],
      files,
    });
  });

  test.each<[string, string, readonly string[] | 'anything']>([
    ['no function', 'See ../p.json.\n${dir}/../x', []],
    ['a file of its own', '${file("p.json")}', []],
    ['a file below a folder', '%{ for k, v in all ~}\n${file("${dir}/p.json")} $${x}\n%{~ endfor }\n', []],
    [
      'a file beside the composition',
      '%{ if on }x%{ else }${file("../p.json")}%{ endif }',
      ['compositions/terraform/aws/p.json'],
    ],
    [
      'a template beside the composition, which names a file',
      '${templatefile("../t.tftpl", {})}',
      ['compositions/terraform/aws/t.tftpl', 'p.json'],
    ],
    ['a file above a folder', '${file("${dir}/../p.json")}', ['compositions/terraform/aws/p.json']],
    ['a file of any name', '${file(replace(dir, "v", "w"))}', 'anything'],
    ['something that is no template', '${file("../p.json"', 'anything'],
  ])('a template that names %s', async (_, text, expected) => {
    const folder = 'compositions/terraform/aws';
    const others = { [`${folder}/p.json`]: '', [`${folder}/t.tftpl`]: '${file("../../../../p.json")}', 'p.json': '' };
    const files = expected === 'anything' ? Object.keys(others).sort() : expected;
    for (const call of [
      'templatefile("${path.module}/x.tftpl", { dir = path.module })',
      'templatefile(join("/", [path.module, "x.tftpl"]), { dir = path.module })',
    ]) {
      const tree = {
        [`${folder}/vpc/m.tf`]: `output "x" {\n  value = ${call}\n}\n`,
        [`${folder}/vpc/x.tftpl`]: text,
        ...others,
      };
      expect(await reached(tree)).toEqual({ modules: [], files });
    }
  });

  test('a path behind something unknown may mean anything but configuration', async () => {
    expect(
      await reached({
        'compositions/terraform/aws/vpc/m.tf': 'locals {\n  a = file("${local.b}/../x")\n}\n',
        'docs/x.md': '',
      }),
    ).toEqual({ modules: [], files: ['docs/x.md'] });
  });
});

describe('what keeps a leaf from rendering', () => {
  test.each([
    [
      'an unknown composition folder',
      { 'config/a.yaml': 'cloud: {type: awss}\n' },
      /^config\/composition=vpc: The composition folder "compositions\/terraform\/awss\/vpc" does not exist\.\n.*Did you mean "compositions\/terraform\/aws\/vpc"/u,
    ],
    ['broken YAML', { 'config/a.yaml': 'a: [1\n' }, /^config\/a\.yaml:\d+/u],
    [
      'a composition folder outside of the repository',
      { '.komposconfig.yaml': 'terraform: {local_path: ../../x}\n' },
      /outside of the repository/u,
    ],
    [
      'a link that leads out',
      { 'compositions/terraform/aws/vpc/x.tf': '-> ../../../../../etc/passwd' },
      /leads out of the repository/u,
    ],
  ])('%s', async (_, more, message) => {
    expect(await problemsOf(more)).toMatch(message);
  });
});

describe('state identity', () => {
  const identity = async (more: Tree): Promise<string | undefined> => (await rendered(more)).rendering.state?.identity;
  const template = (body: string): Tree => ({
    'compositions/terraform/aws/vpc/main.tf': '',
    'compositions/terraform/aws/vpc/b.tf.versioned': body,
  });

  test('a pin in the backend counts, the order of settings does not', async () => {
    const one = await identity(
      template('terraform {\n  backend "s3" {\n    key = "{{k}}"\n    bucket = "b"\n  }\n}\n'),
    );
    const two = await identity(
      template('terraform {\n  backend "s3" {\n    bucket = "b"\n    key    = "v1"\n  }\n}\n'),
    );
    const other = await identity(
      template('terraform {\n  backend "s3" {\n    bucket = "b"\n    key    = "v2"\n  }\n}\n'),
    );
    expect(one).toBe(two);
    expect(one).not.toBe(other);
  });

  test('a backend in the configuration is the same as one in HCL', async () => {
    const json = await identity({
      'compositions/terraform/aws/vpc/main.tf': '',
      'config/t.yaml': 'terraform: {backend: {s3: {key: v1, bucket: b}}}\n',
    });
    const hcl = await identity(
      template('terraform {\n  backend "s3" {\n    bucket = "b"\n    key    = "{{k}}"\n  }\n}\n'),
    );
    expect(json).toBe(hcl);
  });

  test('none where no backend is configured', async () => {
    expect(await identity({ 'compositions/terraform/aws/vpc/main.tf': '' })).toBeUndefined();
  });
});

describe('what has the name of a file that is written is an error', () => {
  const folder = 'compositions/terraform/aws/vpc';

  test.each([
    ['kompos.auto.tfvars.json', 'kompos.auto.tfvars.json', 'Kompos writes a file of this name, so no other file'],
    ['kompos_default_override.tf.json', 'kompos_default_override.tf.json', 'Rename the file.'],
    ['kompos.tfplan', 'kompos.tfplan', 'Kompos writes a file of this name'],
    ['kompos_default_override.tf.json/a.txt', 'kompos_default_override.tf.json', 'so no other folder may have it'],
    ['kompos.auto.tfvars.json/a/b.txt', 'kompos.auto.tfvars.json', 'Rename the folder.'],
    ['provider.tf.json/a.tf', 'provider.tf.json', 'Kompos writes a file of this name, so no other folder'],
    ['variables.tfvars.json/README.md', 'variables.tfvars.json', 'so no other folder'],
    [
      'Provider.tf.json',
      'Provider.tf.json',
      'a file "provider.tf.json", which is the same name where case does not count',
    ],
    ['VARIABLES.tfvars.json/x', 'VARIABLES.tfvars.json', '"variables.tfvars.json", which is the same name'],
    ['kompos_default_override.tf.json.versioned', 'kompos_default_override.tf.json.versioned', 'no other file'],
    ['x.tf/a.txt', 'x.tf', 'The template x.tf.versioned renders to a file of this name, so no other folder'],
    ['X.tf', 'X.tf', 'The template x.tf.versioned renders to a file "x.tf", which is the same name'],
  ])('%s', async (name, shown, words) => {
    const content = name.includes('.json') ? '{}' : '';
    const problems = await problemsOf({ [`${folder}/x.tf.versioned`]: '', [`${folder}/${name}`]: content });
    expect(problems).toContain(`${folder}/${shown}: `);
    expect(problems).toContain(words);
    expect(problems.split('Rename').length).toBe(2);
  });

  test.each(['modules/a/variables.tfvars.json', 'modules/a/provider.tf.json', 'x.tf.versioned', 'y.tf/x.tf.json'])(
    'elsewhere they are files like any other: %s',
    async (name) => {
      expect(await problemsOf({ [`${folder}/${name}`]: name.endsWith('json') ? '{}' : '' })).toBe('');
    },
  );
});
