/** Leaves that share an init must be given the same providers by one of their own. */
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../src/base/problems.ts';
import { configurationNeed } from '../../src/execution/configuration-need.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { providerRequirements } from '../../src/rendering/provider-requirements.ts';
import type { Tree } from '../support/memory-snapshot.ts';
import { rendererOf } from '../support/renderers.ts';

const APP = 'compositions/terraform/app';
const LEAF = 'config/env=dev/composition=app';
const BINARY = { program: 'Terraform', version: '1.17.0' } as const;

async function requirements(layer: string, files: Tree): Promise<string> {
  const renderer = await rendererOf({ ...files, [`${LEAF}/app.yaml`]: layer });
  const result = await renderer.render(describeLeaf(LEAF));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return providerRequirements(result, (await configurationNeed(result, BINARY)).isOpen);
}

const CONST = 'variable "config" {\n  type  = any\n  const = true\n}\n';
const providers = (version: string): string =>
  `terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = ${version}\n    }\n  }\n}\n`;
const call = (source: string, more = ''): string => `module "m" {\n  source = ${source}\n${more}}\n`;
const root = (text: string): Tree => ({ [`${APP}/a.tf`]: CONST + text });
const KINDS = { 'modules/x/m.tf': providers('"~> 5.0"'), 'modules/y/m.tf': providers('"~> 4.0"') };
const NESTED = 'variable "v" {\n  const = true\n}\n';

test.each<[string, Tree]>([
  ['a pin of a provider', root(providers('var.config.v'))],
  ['a pin through a local value', root(`locals {\n  v = "~> \${var.config.v}"\n}\n${providers('local.v')}`)],
  ['a remote module', root(call('"git::https://x.example/m?ref=${var.config.v}"'))],
  ['the version of a module', root(call('"a/b/c"', '  version = var.config.v\n'))],
  ['a local module', { ...root(call('"../../../modules/${var.config.kind}"')), ...KINDS }],
  ['what cannot be worked out', root(providers('var.config.v == "1" ? "~> 4.0" : "~> 5.0"'))],
  [
    'what a local module is given',
    { ...root(call('"../../../modules/n"', '  v = var.config.v\n')), 'modules/n/m.tf': NESTED + providers('var.v') },
  ],
])('values of the configuration that decide about providers count: %s', async (_, files) => {
  const one = await requirements('v: "1"\nkind: x\n', files);
  expect(await requirements('v: "1"\nkind: x\n', files)).toBe(one);
  expect(await requirements('v: "2"\nkind: y\n', files)).not.toBe(one);
});

test.each<[string, Tree]>([
  ['a pin that is the same', root(providers('var.config.v'))],
  ['a remote module', root(call('"git::https://x.example/m?ref=${var.config.v}"', '  other = var.config.other\n'))],
  ['no expression', root(providers('"~> 5.0"'))],
])('others do not: %s', async (_, files) => {
  const one = await requirements('v: "1"\nother: 1\n', files);
  expect(await requirements('v: "1"\nother: 2\n', files)).toBe(one);
});

test('the code of local modules counts, which a removed leaf has as it was', async () => {
  const files = root(call('"../../../modules/x"'));
  const one = await requirements('v: "1"\n', { ...files, 'modules/x/m.tf': providers('"~> 5.0"') });
  expect(await requirements('v: "1"\n', { ...files, 'modules/x/m.tf': providers('"~> 4.0"') })).not.toBe(one);
});
