/** What the files of a source folder are called once they are rendered. Pure. */
import type { SourceFolder } from './source-folders.ts';
import { isTemplate, isTerraformFile, isTofu, renderedName } from './terraform-files.ts';

/** The names that the files of a source folder have in the runtime directory. */
export interface TargetNames {
  readonly all: ReadonlySet<string>;
  /** Whether the root module has a file that only OpenTofu reads, and one that Terraform reads. */
  readonly hasTofu: boolean;
  readonly hasTerraform: boolean;
}

const targetNames = new WeakMap<SourceFolder, TargetNames>();

/** @param rendersTemplates the same for all leaves of a folder */
export function targetNamesOf(source: SourceFolder, rendersTemplates: boolean): TargetNames {
  let names = targetNames.get(source);
  if (names === undefined) {
    const all = new Set(
      source.files.flatMap(({ name }) => {
        if (!isTemplate(name)) return [name];
        return rendersTemplates ? [renderedName(name)] : [];
      }),
    );
    const root = [...all].filter((name) => !name.includes('/') && isTerraformFile(name));
    names = { all, hasTofu: root.some(isTofu), hasTerraform: !root.every(isTofu) };
    targetNames.set(source, names);
  }
  return names;
}
