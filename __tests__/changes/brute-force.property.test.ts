/** Exactly the leaves whose rendering differs; fast-check prints the seed of a failure. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findChangedLeaves, type UnusedConfiguration } from '../../src/changes/changed-leaves.ts';
import { renderingDigest } from '../../src/rendering/digest.ts';
import { createCaches, type Renderer } from '../../src/rendering/renderer.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const main = (more: string): string => `variable "config" {}\n${more}\n`;
const call = (source: string): string => `module "m" {\n  source = "${source}"\n  config = var.config\n}`;

/** Every file that a project may have, with what may stand in it; a file may also be missing. */
const choices: Readonly<Record<string, readonly string[]>> = {
  '.komposconfig.yaml': [
    'list_merge: override\n',
    'compositions: {config_keys: {excluded: {app: [b]}}}\n',
    'compositions: {config_keys: {filtered: {db: [a, cloud]}}}\n',
    'terraform: {versioned_module_sources: false}\n',
    'terraform: {root_path: v2}\n',
    'compositions: {config_keys: {filtered: {app: [a, terraform]}}}\n',
    'compositions: {config_keys: {excluded: {app: [terraform]}}}\n',
    'terraform: {local_path: ., root_path: compositions/terraform}\n',
  ],
  'config/default.yaml': [
    'a: 1\nmodule: shared\n',
    'a: 2\nmodule: shared\n',
    '# a\na: 1\nmodule: other\n',
    'a: [1]\nmodule: shared\n',
  ],
  'config/more.yml': [
    'b: {x: 1, y: "{{a}}"}\n',
    'b: {y: "{{a}}", x: 1}\n',
    'b: {x: 2}\n',
    'b: {x: "{{missing}}"}\n',
    'b: {x: "{{c}}-{{a}}"}\nc: "{{module}}"\n',
    'b: {x: "{{leaf.layers.env}}-{{a}}"}\nc: "{{leaf.composition}}"\nother: 1\n',
    'b: "{{c}}"\nc: {x: "{{{{module}}}}"}\nshared: "{{a}}"\nother: 1\n',
  ],
  'config/.hidden.yaml': ['a: 9\n'],
  'config/env=dev/env.yaml': ['a: 5\n', 'a: [2]\n', 'b: {x: 3}\n', 'cloud: {type: aws}\n', 'module: other\n', 'b: [\n'],
  'config/env=prod/env.yaml': ['a: 1\n', 'terraform: {backend: {s3: {key: one}}}\n'],
  'config/env=dev/composition=terraform/terraform=app/app.yaml': ['app: 1\n', 'app: 2\n', ''],
  'config/env=dev/composition=terraform/terraform=db/db.yaml': ['db: 1\n'],
  'config/env=prod/composition=app/app.yaml': ['app: 1\n', 'app: 3\n'],
  'config/env=prod/composition=app/link.yaml': ['-> ../../default.yaml', '-> ../env.yaml', '-> nowhere.yaml'],
  'compositions/terraform/app/main.tf': [
    main(call('../shared')),
    main(call('./inner')),
    main('output "x" {\n  value = var.config.a\n}'),
    main('output "x" {\n  value = file("${path.module}/../policies/p.json")\n}'),
    main('output "x" {\n  value = file("${path.module}/../policies/${var.config.a}.json")\n}'),
    main('output "x" {\n  value = file("${var.config.a}/../policies/p.json")\n}'),
  ],
  'compositions/terraform/app/pinned.tf.versioned': [
    `module "p" {\n  source = "../{{module}}"\n}\n`,
    'terraform {\n  required_version = ">= {{a}}"\n}\n',
    'terraform {\n  cloud {\n    workspaces {\n      tags = ["{{module}}", "x{{module}}", "y"]\n    }\n  }\n}\n',
  ],
  'compositions/terraform/app/inner/main.tf': [main(''), main(call('../../other'))],
  'compositions/terraform/app/.terraform.lock.hcl': ['one', 'two'],
  'compositions/terraform/app/files/x.txt': ['one', '-> ../../policies/p.json'],
  'compositions/terraform/aws/app/main.tf': [main('')],
  'compositions/terraform/v2/app/main.tf': [main('')],
  'compositions/terraform/db/main.tf': [main('output "x" {\n  value = var.config.b\n}'), main(call('../shared'))],
  'compositions/terraform/shared/main.tf': [main(''), main(call('./inner')), main('output "x" {\n  value = 1\n}')],
  'compositions/terraform/shared/inner/main.tf': [main(''), main(call('../../other'))],
  'compositions/terraform/other/main.tf': [main(''), main('output "x" {\n  value = 2\n}')],
  'compositions/terraform/policies/p.json': ['{}', '[]'],
  'README.md': ['one', 'two'],
};

const paths = Object.keys(choices);
const content = (path: string): fc.Arbitrary<string | undefined> =>
  fc.option(
    fc.nat(9).chain((rare) => choose(path, rare)),
    { nil: undefined, freq: 12 },
  );

/** Some choices break a leaf: they are taken seldom, so that most leaves render. */
function choose(path: string, rare: number): fc.Arbitrary<string> {
  const all = choices[path] ?? [];
  const sound = all.filter((text) => !/missing|nowhere|b: \[\n|root_path|>= |: \[/u.test(text));
  return fc.constantFrom(...(rare === 0 || sound.length === 0 ? all : sound));
}
const file = fc.constantFrom(...paths).chain((path) => fc.tuple(fc.constant(path), content(path)));
const project = fc.tuple(...paths.map((path) => fc.tuple(fc.constant(path), content(path)))).map((files) => files);

function treeOf(files: Iterable<readonly [string, string | undefined]>): Tree {
  const tree = new Map<string, string>();
  for (const [path, text] of files) {
    if (text === undefined) tree.delete(path);
    else tree.set(path, text);
  }
  return Object.fromEntries(tree);
}

/** What each leaf gives Terraform, whatever else is known: a digest of all, or that it cannot be rendered. */
async function renderAll(renderer: Renderer): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const leaf of renderer.leaves) {
    const result = await renderer.render(leaf);
    digests.set(leaf.path, result.ok ? await renderingDigest(result, true) : 'failed');
  }
  return digests;
}

async function bruteForce(base: Tree, head: Tree): Promise<readonly string[]> {
  const before = await renderAll(await rendererOf(base));
  const after = await renderAll(await rendererOf(head));
  const leaves = [...new Set([...before.keys(), ...after.keys()])].sort();
  // A leaf that cannot be rendered is in the answer only when something in its reach differs.
  return leaves.filter((leaf) => before.get(leaf) !== after.get(leaf));
}

test('the changed leaves are those whose rendering differs', async () => {
  await fc.assert(
    fc.asyncProperty(project, fc.array(file, { minLength: 1, maxLength: 3 }), async (files, edits) => {
      const [base, head] = [treeOf(files), treeOf([...files, ...edits])];
      const caches = createCaches();
      const find = async (
        mode: UnusedConfiguration,
      ): Promise<{ changed: readonly string[]; unused: readonly string[] }> => {
        const found = await findChangedLeaves(await rendererOf(base, caches), await rendererOf(head, caches), mode);
        // Failed before and after: said again where a touched file is in reach, which brute force cannot tell.
        const known = found.changed.filter(
          ({ kind, leaf }) => kind !== 'failed' || failing.get(leaf.path) !== 'failed',
        );
        return { changed: known.map(({ leaf }) => leaf.path), unused: found.unused };
      };
      const failing = await renderAll(await rendererOf(base));
      const expected = await bruteForce(base, head);
      const everything = await find('plan');
      expect(everything).toEqual({ changed: expected, unused: [] });
      const used = await find('skip');
      expect([...used.changed, ...used.unused].sort()).toEqual(expected);
    }),
    { numRuns: 300, interruptAfterTimeLimit: 15_000 },
  );
});
