/** `plantimestamp()` is another value at every plan, so no plan with it is ever the one that was reviewed. */
import type { Place } from '../problems.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Rendered } from './rendering.ts';
import { isTerraformFile } from './terraform-files.ts';

/**
 * Where a leaf's composition, or a local module that it reaches, calls `plantimestamp()`; undefined where none does.
 *
 * @param snapshot the one that was rendered
 */
export async function planTimestampIn({ rendering, reach }: Rendered, snapshot: Snapshot): Promise<Place | undefined> {
  for (const { name, content } of rendering.files) {
    if (!isTerraformFile(name) || content.kind === 'generated') continue;
    const line = callLine(content.text ?? '');
    if (line !== undefined) return { file: content.file.path, line };
  }
  const modules = reach.modules.flatMap(({ files }) => files).filter(({ path }) => isTerraformFile(path));
  await snapshot.load(modules);
  for (const file of modules) {
    const line = callLine(snapshot.read(file).toString('utf8'));
    if (line !== undefined) return { file: file.path, line };
  }
  return undefined;
}

function callLine(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => /^(?!\s*(?:#|\/\/)).*\bplantimestamp\s*\(/u.test(line));
  return index < 0 ? undefined : index + 1;
}
