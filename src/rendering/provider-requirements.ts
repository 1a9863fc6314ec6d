/** Which leaves certainly need the same providers. Pure. */
import { hash } from 'node:crypto';
import { field, record } from '../base/json.ts';
import { toCompactJson, toPlain } from '../hierarchy/json.ts';
import type { Rendered, RenderedFile } from './rendering.ts';
import { decidesProviders } from './static-pins.ts';
import { isTerraformFile } from './terraform-files.ts';

/**
 * A digest of all code that may say so: equal for leaves whose Terraform files, and those of the local modules that they
 * reach, are the same, up to values of the configuration that decide nothing. Remote modules are named by the code, and
 * by pins.
 *
 * @param isOpen whether any value of the configuration may decide
 */
export function providerRequirements(
  { rendering, reach }: Pick<Rendered, 'rendering' | 'reach'>,
  isOpen: boolean,
): string {
  const { source, files, provider, pins, variables } = rendering;
  const generated = toPlain(provider);
  const named = {
    providers: Object.keys(record(field(generated, 'provider'))).sort(),
    required: field(field(generated, 'terraform'), 'required_providers') ?? null,
  };
  const code = files.filter(({ name }) => isTerraformFile(name)).map(({ name, content }) => [name, idOf(content)]);
  const pinned = pins.flatMap(({ address, value }) => (decidesProviders(address) ? [[address, value]] : []));
  const modules = reach.modules.map(({ folder, files: own }) => [
    folder,
    ...own.flatMap(({ path, id }) => (isTerraformFile(path) ? [path, id] : [])),
  ]);
  const values = isOpen ? toCompactJson(variables) : '';
  return hash('sha256', JSON.stringify([source, named, code, pinned, modules, values]));
}

function idOf(content: RenderedFile['content']): string {
  switch (content.kind) {
    case 'copy':
      return content.file.id;
    case 'template':
      return hash('sha256', content.text);
    case 'generated':
      return '';
  }
}
