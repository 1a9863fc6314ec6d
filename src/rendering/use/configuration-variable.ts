/** What the code of a leaf says of its `variable "config"`: whether there is one, and whether `init` needs its value. */
import type { Parser } from 'web-tree-sitter';
import { partsOf, type Expression } from '../hcl/expression.ts';
import { readJsonCode } from '../hcl/json-code.ts';
import type { ModuleCode } from '../hcl/module-code.ts';
import type { Rendered } from '../rendering.ts';
import type { SourceFolder } from '../source-folders.ts';
import { isLocalModule, isReadBy, isTemplate, PROVIDER_FILE, renderedName } from '../terraform-files.ts';

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

/**
 * @param parser of HCL
 * @param tofu whether the program reads `X.tofu`, and not an `X.tf` beside it
 */
export function configurationVariable(
  { rendering, code }: Rendered,
  parser: Parser,
  tofu: boolean,
): ConfigurationVariable {
  const names = new Set(rendering.files.map(({ name }) => name));
  const generated = rendering.files.find(({ name }) => name === PROVIDER_FILE)?.content.text ?? '';
  const root = [
    ...codeOf(code.root, names, tofu),
    // Without an expression it uses nothing.
    ...(/[$%]\{/u.test(generated) ? [readJsonCode(parser, generated)] : []),
  ];
  const isUnreadable = root.some(({ unreadable }) => unreadable !== undefined);
  const declared = root.flatMap(({ variables }) => variables.filter(({ name }) => name === 'config'));
  if (declared.length === 0 && !isUnreadable)
    return { isDeclared: false, isConst: false, isStatic: false, isPassedOn: false };
  const modules = code.modules.map((each) => codeOf(each, new Set(each.files.map(({ name }) => name)), tofu));
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

/** The code of a folder that the program reads; a placeholder of a template is no reference. */
function codeOf({ files }: SourceFolder, names: ReadonlySet<string>, tofu: boolean): readonly ModuleCode[] {
  return files.flatMap(({ name, hcl }) => {
    const target = isTemplate(name) ? renderedName(name) : name;
    const isRead = !name.includes('/') && names.has(target) && isReadBy(tofu, target, names);
    return hcl !== undefined && isRead ? [hcl.parsed.code] : [];
  });
}

function usesVariable(
  files: readonly ModuleCode[],
  isMeant: (name: string) => boolean,
  inForeignModules = true,
): boolean {
  const all = files.flatMap(({ locals }) => locals);
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
    return all.some((each) => (name === undefined || each.name === name) && uses(each.value));
  };
  if (files.some(({ early }) => early.some(uses))) return true;
  if (!inForeignModules) return false;
  // The code of a module from elsewhere is not known yet, nor what it does with its arguments.
  const foreign = files.flatMap(({ calls }) =>
    calls.filter(({ source }) => source?.kind !== 'text' || !isLocalModule(source.text)),
  );
  return foreign.some((call) => call.arguments.some(({ value }) => uses(value)));
}
