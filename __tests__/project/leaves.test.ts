import { describe, expect, test } from '@jest/globals';
import { cloudOfPath, describeLeaf, findLeaves, leavesAt } from '../../src/project/leaves.ts';
import { inOrder } from '../../src/project/order.ts';

const paths = (files: readonly string[]): readonly string[] => findLeaves(files).leaves.map(({ path }) => path);

describe('which directories are leaves', () => {
  test.each([
    [
      'terraform= below composition=',
      ['config/env=dev/composition=terraform/terraform=vpc/x.yaml'],
      ['config/env=dev/composition=terraform/terraform=vpc'],
    ],
    ['the newer spelling', ['config/env=dev/composition=vpc/x.yaml'], ['config/env=dev/composition=vpc']],
    [
      'files beside terraform= make no leaf',
      ['config/composition=terraform/a.yaml', 'config/composition=terraform/terraform=vpc/x.yaml'],
      ['config/composition=terraform/terraform=vpc'],
    ],
    [
      'helmfile= belongs to another tool',
      ['config/composition=helmfile/helmfile=app/x.yaml', 'config/composition=helmfile/a.yaml'],
      [],
    ],
    [
      'other K=… children beside terraform= are left out',
      ['config/composition=t/helmfile=a/x.yaml', 'config/composition=t/terraform=b/x.yaml'],
      ['config/composition=t/terraform=b'],
    ],
    [
      'a folder without = is no layer, so its parent is a leaf',
      ['config/composition=vpc/files/x.yaml'],
      ['config/composition=vpc'],
    ],
    ['files directly in composition=… at the top are not below a config root', ['composition=vpc/x.yaml'], []],
    [
      'folders below a leaf belong to it',
      ['config/composition=t/terraform=vpc/extra=1/x.yaml'],
      ['config/composition=t/terraform=vpc'],
    ],
    ['no composition= at all', ['config/env=dev/x.yaml'], []],
  ])('%s', (_, files, expected) => {
    expect(paths(files)).toEqual(expected);
  });

  test('an equals sign may be part of the name of a composition', () => {
    const { leaves, others } = findLeaves(['config/composition=a=b/x.yaml'], (name) => name === 'a=b');
    expect(leaves.map(({ composition }) => composition)).toEqual(['a=b']);
    expect(others).toEqual([]);
  });

  test('folders of other kinds are counted as other tools, each once', () => {
    const { leaves, others } = findLeaves([
      'config/composition=t/terraform=vpc/x.yaml',
      'config/composition=t/helm=a/x.yaml',
      'config/composition=t/helm=a/y.yaml',
      'config/composition=helmfile/helmfile=b/x.yaml',
      'config/composition=helmfile/x.yaml',
    ]);
    expect(leaves.map(({ composition }) => composition)).toEqual(['vpc']);
    expect(others).toEqual(['config/composition=helmfile/helmfile=b', 'config/composition=t/helm=a']);
    expect(() => leavesAt(leaves, 'config/composition=helmfile', others)).toThrow(
      '"config/composition=helmfile/helmfile=b" is no leaf: it belongs to another tool.',
    );
  });

  test.each([
    ['apps', 'Did you mean "app"? If not, "kompos new composition apps" creates it'],
    ['cache', '"kompos new composition cache" creates it'],
    ['dns', '"kompos new composition dns" creates it'],
  ])('a folder without Terraform code: %s', (name, hint) => {
    const known = findLeaves(['config/composition=app/x.yaml', 'config/composition=vpc/x.yaml']).leaves;
    const other = `config/composition=${name}`;
    expect(() => leavesAt(known, other, [other])).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ hint: expect.stringMatching(`^${hint.replace('?', '\\?')}`) })],
      }),
    );
  });

  test('a leaf knows its place, composition, layers and cloud', () => {
    const leaf = describeLeaf('config/cloud=aws/env=dev/composition=terraform/terraform=vpc');
    expect(leaf).toEqual({
      path: 'config/cloud=aws/env=dev/composition=terraform/terraform=vpc',
      place: 'config/cloud=aws/env=dev',
      composition: 'vpc',
      layers: [
        'config',
        'config/cloud=aws',
        'config/cloud=aws/env=dev',
        'config/cloud=aws/env=dev/composition=terraform',
        'config/cloud=aws/env=dev/composition=terraform/terraform=vpc',
      ],
    });
    expect(cloudOfPath(leaf)).toBe('aws');
  });
});

describe('a path names the leaf, or all leaves below it', () => {
  const { leaves } = findLeaves(['config/env=dev/composition=vpc/a.yaml', 'config/env=dev2/composition=vpc/a.yaml']);

  test.each(['config/env=dev', 'config/env=dev/', './config/env=dev/composition=vpc'])('%s', (path) => {
    expect(leavesAt(leaves, path).map((leaf) => leaf.path)).toEqual(['config/env=dev/composition=vpc']);
  });

  test('a misspelled one is an error with the nearest', () => {
    expect(() => leavesAt(leaves, 'config/env=dve')).toThrow(
      /no leaf.*"config\/env=dve"[\s\S]*Did you mean "config\/env=dev"/u,
    );
  });
});

describe('the order in which leaves run', () => {
  test('parent places first, then the given order of compositions, unlisted ones last by name', () => {
    const items = [
      'config/env=dev/cluster=c1/composition=dns',
      'config/env=dev/composition=zeta',
      'config/env=dev/cluster=c1/composition=vpc',
      'config/env=dev/cluster=c1/composition=alpha',
      'config/env=dev/composition=account',
      'config/env=dev-2/composition=account',
    ].map((path) => ({ leaf: describeLeaf(path) }));
    expect(inOrder(items, ['account', 'vpc', 'dns']).map(({ leaf }) => leaf.path)).toEqual([
      'config/env=dev/composition=account',
      'config/env=dev/composition=zeta',
      'config/env=dev/cluster=c1/composition=vpc',
      'config/env=dev/cluster=c1/composition=dns',
      'config/env=dev/cluster=c1/composition=alpha',
      'config/env=dev-2/composition=account',
    ]);
  });
});
