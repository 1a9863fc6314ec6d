/** The `terraform_remote_state` blocks of files, and which outputs of these the code names. Pure. */
import { partsOf, type Expression } from './hcl/expression.ts';
import type { ModuleCode } from './hcl/module-code.ts';
import { inOrderOfOverrides, type ParsedFile } from './module-instances.ts';
import type { SourceFolder } from './source-folders.ts';
import { isJson } from './terraform-files.ts';

/** A `data "terraform_remote_state"` block. */
export interface RemoteState {
  readonly name: string;
  /** From the repository root. */
  readonly file: string;
  readonly line: number;
  /** Its arguments by name. */
  readonly given: ReadonlyMap<string, Expression>;
}

/** A reference to some of these. */
export interface RemoteReference {
  /** Undefined: any of them. */
  readonly name: string | undefined;
  /** What follows the name: texts, and what is no text. */
  readonly steps: readonly (string | Expression)[];
}

const TYPE = 'terraform_remote_state';
const PREFIX = `data.${TYPE}.`;

const withBlocks = new WeakMap<SourceFolder, boolean>();

/** Whether a module has such blocks in its own folder, or may have one in a part that cannot be read. */
export function hasRemoteStates(folder: SourceFolder): boolean {
  const found =
    withBlocks.get(folder) ??
    folder.files.some(({ name, hcl }) => {
      if (hcl === undefined || name.includes('/')) return false;
      const { given, unreadable } = hcl.parsed.code;
      if (given.some((each) => each.name.startsWith(PREFIX))) return true;
      return unreadable !== undefined && hcl.text.includes(TYPE);
    });
  withBlocks.set(folder, found);
  return found;
}

/** The blocks of a module; what an override file gives one counts. */
export function remoteStatesIn(files: readonly ParsedFile[]): readonly RemoteState[] {
  const found = new Map<string, { file: string; line: number; given: Map<string, Expression> }>();
  for (const { name: target, file, hcl } of inOrderOfOverrides(files)) {
    for (const { name, attribute, value, isPart, blockLine } of hcl.parsed.code.given) {
      if (!isPart || !name.startsWith(PREFIX)) continue;
      const label = name.slice(PREFIX.length);
      const line = isJson(target) ? lineInJson(hcl.text, label) : (blockLine ?? 1);
      const block = found.get(label) ?? { file: file.path, line, given: new Map<string, Expression>() };
      block.given.set(attribute, value);
      found.set(label, block);
    }
  }
  return [...found].map(([name, block]) => ({ name, ...block }));
}

/** A name in JSON has no position: that of its first mention behind the type is taken. */
function lineInJson(text: string, name: string): number {
  const type = text.indexOf(`"${TYPE}"`);
  const at = text.indexOf(JSON.stringify(name), Math.max(type, 0));
  return text.slice(0, Math.max(at, 0)).split('\n').length;
}

/** Where parts of files cannot be read that may have such a block. */
export function unreadablePlaces(files: readonly ParsedFile[]): readonly { file: string; line: number }[] {
  return files.flatMap(({ file, hcl }) => {
    const { unreadable } = hcl.parsed.code;
    return unreadable !== undefined && hcl.text.includes(TYPE) ? [{ file: file.path, line: unreadable.line }] : [];
  });
}

const references = new WeakMap<ModuleCode, readonly RemoteReference[]>();

/** The references to such blocks in a file. */
export function remoteReferences(code: ModuleCode): readonly RemoteReference[] {
  let found = references.get(code);
  if (found === undefined) {
    const { locals, outputs, calls, given, others } = code;
    const named = [...locals, ...outputs, ...given, ...calls.flatMap((call) => call.arguments)];
    found = [...named.map(({ value }) => value), ...others].flatMap(referencesIn);
    references.set(code, found);
  }
  return found;
}

function referencesIn(expression: Expression): readonly RemoteReference[] {
  if (expression.kind !== 'reference') return partsOf(expression).flatMap(referencesIn);
  const { root, path, isCut, rest } = expression;
  if (root !== 'data' || (path[0] ?? TYPE) !== TYPE) return [];
  const [, name, ...steps] = path;
  // What follows is not known where it was not kept.
  const behind = isCut === true ? (rest ?? [expression]) : [];
  return [name === undefined ? { name, steps: [] } : { name, steps: [...steps, ...behind] }];
}
