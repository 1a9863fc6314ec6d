/** What the code of a leaf says of its `variable "config"`: whether there is one, and whether `init` needs its value. */
import type { Parser } from 'web-tree-sitter';
import { folderOf } from '../../base/names.ts';
import type { SnapshotFile } from '../../snapshot/snapshot.ts';
import { partsOf, type Expression } from '../hcl/expression.ts';
import { loadHclParser } from '../hcl/hcl-grammar.ts';
import { readStaticFile, type StaticFile } from '../hcl/static-places.ts';
import type { Rendered } from '../rendering.ts';
import { isLocalModule, isReadBy, isTerraformFile } from '../terraform-files.ts';

export interface ConfigurationVariable {
  /** Whether the root module declares it. */
  readonly isDeclared: boolean;
  /** Whether it has `const = true`. */
  readonly isConst: boolean;
  /** Whether anything that is evaluated before a plan uses it, or may use it. */
  readonly isStatic: boolean;
  /** Whether a local module has variables at such places, whose values are not followed. */
  readonly isPassedOn: boolean;
}

/** @param tofu whether the program reads `X.tofu`, and not an `X.tf` beside it */
export async function configurationVariable(rendered: Rendered, tofu: boolean): Promise<ConfigurationVariable> {
  const { rendering, reach, snapshot } = rendered;
  const parser = await loadHclParser();
  const texts = rendering.files.map(({ name, content }) => ({ name, text: content.text ?? '' }));
  const root = staticFiles(parser, texts, tofu);
  const isUnreadable = root.some(({ code }) => code.unreadable !== undefined);
  const declared = root.flatMap(({ variables }) => variables.get('config') ?? []);
  if (declared.length === 0 && !isUnreadable)
    return { isDeclared: false, isConst: false, isStatic: false, isPassedOn: false };

  const modules: StaticFile[][] = [];
  for (const { folder, files } of reach.modules) {
    const own = files.filter(({ path }) => folderOf(path) === folder && isTerraformFile(path));
    await snapshot.load(own);
    const named = (file: SnapshotFile): string => file.path.slice(folder.length + 1);
    modules.push(
      staticFiles(
        parser,
        own.map((file) => ({ name: named(file), text: snapshot.read(file).toString('utf8') })),
        tofu,
      ),
    );
  }
  return {
    isDeclared: true,
    isConst: isUnreadable || declared.some(({ isConst }) => isConst),
    isStatic:
      isUnreadable ||
      usesVariable(root, (name) => name === 'config') ||
      // What a module is given is not followed: its variables may come from this one.
      modules.some((files) => usesVariable(files, () => true)),
    isPassedOn: modules.some((files) => usesVariable(files, () => true, false)),
  };
}

/** The files of one folder that the program reads. */
function staticFiles(
  parser: Parser,
  files: readonly { readonly name: string; readonly text: string }[],
  tofu: boolean,
): StaticFile[] {
  const names = new Set(files.map(({ name }) => name));
  const isRead = (name: string): boolean => !name.includes('/') && isTerraformFile(name) && isReadBy(tofu, name, names);
  return files.flatMap(({ name, text }) => (isRead(name) ? [readStaticFile(parser, name, text)] : []));
}

function usesVariable(
  files: readonly StaticFile[],
  isMeant: (name: string) => boolean,
  inForeignModules = true,
): boolean {
  const locals = files.flatMap(({ code }) => code.locals);
  const seen = new Set<string>();
  const uses = (expression: Expression): boolean => {
    if (expression.kind === 'unreadable') return true;
    if (expression.kind !== 'reference') return partsOf(expression).some(uses);
    const { root, path } = expression;
    const [name] = path;
    if (root === 'var') return name === undefined || isMeant(name);
    if (root !== 'local') return false;
    const key = name ?? '';
    if (seen.has(key)) return false;
    seen.add(key);
    return locals.some((each) => (name === undefined || each.name === name) && uses(each.value));
  };
  if (files.some(({ places }) => places.some(uses))) return true;
  if (!inForeignModules) return false;
  // The code of a module from elsewhere is not known yet, nor what it does with its arguments.
  const foreign = files.flatMap(({ code }) =>
    code.calls.filter(({ source }) => source?.kind !== 'text' || !isLocalModule(source.text)),
  );
  return foreign.some((call) => call.arguments.some(({ value }) => uses(value)));
}
