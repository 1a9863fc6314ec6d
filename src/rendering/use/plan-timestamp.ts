/** `plantimestamp()` is another value at every plan, so no plan with it is ever the one that was reviewed. */
import { folderOf } from '../../base/names.ts';
import type { Place } from '../../base/problems.ts';
import { joinPath } from '../../snapshot/snapshot.ts';
import { loadHclParser } from '../hcl/hcl-grammar.ts';
import type { Rendered } from '../rendering.ts';
import { isTerraformFile } from '../terraform-files.ts';

/** Where a leaf's composition, or a local module that it reaches, calls `plantimestamp()`; undefined where none does. */
export async function planTimestampIn({ rendering, reach, snapshot }: Rendered): Promise<Place | undefined> {
  const folders = new Set([rendering.source, ...reach.modules.map(({ folder }) => folder)]);
  // What lies deeper, such as a module's examples, Terraform does not read.
  const isRead = (path: string): boolean => isTerraformFile(path) && folders.has(folderOf(path));

  for (const { name, content } of rendering.files) {
    if (!isRead(joinPath(rendering.source, name)) || content.kind === 'generated') continue;
    const line = await callLine(name, content.text ?? '');
    if (line !== undefined) return { file: content.file.path, line };
  }
  const modules = reach.modules.flatMap(({ files }) => files).filter(({ path }) => isRead(path));
  await snapshot.load(modules);
  for (const file of modules) {
    const line = await callLine(file.path, snapshot.read(file).toString('utf8'));
    if (line !== undefined) return { file: file.path, line };
  }
  return undefined;
}

async function callLine(name: string, text: string): Promise<number | undefined> {
  const index = text.split('\n').findIndex((line) => /\bplantimestamp\s*\(/u.test(line));
  if (index < 0) return undefined;
  // JSON has no comments.
  if (name.endsWith('.json')) return index + 1;
  const tree = (await loadHclParser()).parse(text);
  if (tree === null) throw new Error('the HCL parser has no language');
  try {
    const calls = tree.rootNode.descendantsOfType('function_call');
    const call = calls.find((each) => each.namedChildren[0]?.text === 'plantimestamp');
    return call && call.startPosition.row + 1;
  } finally {
    tree.delete();
  }
}
