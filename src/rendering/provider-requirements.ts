/** Which leaves certainly need the same providers. Pure. */
import { hash } from 'node:crypto';
import { field, record } from '../base/json.ts';
import { toPlain } from '../hierarchy/json.ts';
import type { RenderedFile, Rendering } from './rendering.ts';
import { isTerraformFile } from './terraform-files.ts';

/**
 * A digest of all code that may say so: equal for leaves whose Terraform files are the same, up to the values of the
 * configuration. Local modules lie where the source folder is, and remote ones are named by the code.
 */
export function providerRequirements({ source, files, provider }: Rendering): string {
  const generated = toPlain(provider);
  const named = {
    providers: Object.keys(record(field(generated, 'provider'))).sort(),
    required: field(field(generated, 'terraform'), 'required_providers') ?? null,
  };
  const code = files.filter(({ name }) => isTerraformFile(name)).map(({ name, content }) => [name, idOf(content)]);
  return hash('sha256', JSON.stringify([source, named, code]));
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
