/** Templates that the running program makes needless: it works out module sources itself. Pure. */
import { folderOf } from '../base/names.ts';
import { lookup } from '../hierarchy/interpolation/lookup.ts';
import type { MapValue } from '../hierarchy/value.ts';
import type { Pin, Rendering } from './rendering.ts';

/**
 * Paths of the templates whose placeholders are all in sources and versions of modules, and all of whose values the code
 * has as `var.config` too: of every leaf that is given.
 */
export function replaceableTemplates(renderings: readonly Rendering[]): readonly string[] {
  const answers = new Map<string, boolean>();
  for (const { source, files, pins, variables } of renderings) {
    for (const { content } of files) {
      if (content.kind !== 'template') continue;
      const { path } = content.file;
      const own = pins.filter(({ written, template }) => written === 'placeholder' && template.file === path);
      const isReplaceable = folderOf(path) === source && own.every((pin) => isReplaceablePin(pin, variables));
      answers.set(path, isReplaceable && answers.get(path) !== false);
    }
  }
  return [...answers].flatMap(([path, isReplaceable]) => (isReplaceable ? [path] : [])).sort();
}

function isReplaceablePin({ address, keys }: Pin, variables: MapValue): boolean {
  if (!/^module\..+\.(?:source|version)$/u.test(address)) return false;
  return keys.every(({ key, value }) => {
    const found = lookup(variables, key);
    // A number may have another spelling in Terraform.
    return found?.kind === 'scalar' && found.value === value;
  });
}
