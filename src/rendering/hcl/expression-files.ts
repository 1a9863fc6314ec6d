/** Files with expressions of Terraform in them that are no configuration: what `templatefile` is given. */
import { joinPath, type Snapshot, type SnapshotFile } from '../../snapshot/snapshot.ts';
import type { SourceFolder } from '../sources.ts';
import { isLeftOut, isTemplate, isTerraformFile } from '../terraform-files.ts';

/** A file that `templatefile` may render. */
export interface TemplateFile {
  readonly file: SnapshotFile;
  readonly text: string;
}

/** The name as far as it is plain. */
const NAMED = /\btemplatefile\s*\(\s*"(?:\$\{\s*path\.(module|root)\s*\}\/?)?([^"$%]*)(["$%])/gu;
/** A template without any name at its beginning. */
const UNNAMED = /\btemplatefile\s*\(\s*(?!["\s])|\btemplatestring\s*\(/u;

/**
 * Files that calls of `templatefile` in a module, and in the files that they name, may mean: functions work in them too,
 * `file` among them.
 *
 * @param root the composition's folder, which paths without a beginning start from
 */
export async function templateFiles(
  module: SourceFolder,
  root: string,
  snapshot: Snapshot,
): Promise<readonly TemplateFile[]> {
  const found = new Map<string, TemplateFile>();
  let texts = module.files.flatMap(({ hcl }) => hcl?.text ?? []);
  while (texts.length > 0) {
    const named = texts.flatMap((text) => filesNamedIn(text, module.folder, root, snapshot));
    const files = new Map(named.filter(({ path }) => !found.has(path)).map((file) => [file.path, file]));
    await snapshot.load([...files.values()]);
    const templates = [...files.values()].map((file) => ({ file, text: snapshot.read(file).toString('utf8') }));
    for (const template of templates) found.set(template.file.path, template);
    texts = templates.map(({ text }) => text);
  }
  return [...found.values()];
}

function filesNamedIn(text: string, module: string, root: string, snapshot: Snapshot): readonly SnapshotFile[] {
  const files = [...text.matchAll(NAMED)].flatMap(([, from, name = '', end]) => {
    const path = joinPath(from === 'module' ? module : root, name);
    if (end === '"') return snapshot.file(path) ?? [];
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return snapshot.filesBelow(folder).filter((file) => file.path.startsWith(path));
  });
  const others = UNNAMED.test(text) ? [module, root].flatMap((folder) => otherFiles(folder, snapshot)) : [];
  return [...files, ...others].filter(({ isSubmodule }) => isSubmodule !== true);
}

/** The files of a folder that are no configuration. */
function otherFiles(folder: string, snapshot: Snapshot): readonly SnapshotFile[] {
  const prefix = folder === '' ? 0 : folder.length + 1;
  return snapshot.filesBelow(folder).filter(({ path }) => {
    return !isTerraformFile(path) && !isTemplate(path) && !isLeftOut(path.slice(prefix));
  });
}

/** A template as an expression in a Terraform file, which has the same syntax. No line of it ends the text early. */
export function asHeredoc(template: string): string {
  let mark = 'END_OF_TEMPLATE';
  while (template.includes(mark)) mark += '_';
  return `locals {\n  template = <<${mark}\n${template}\n${mark}\n}\n`;
}
