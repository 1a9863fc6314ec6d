/** The root module of a leaf and the local modules that it calls, once for each call, with the values they get. Pure. */
import { joinPath } from '../snapshot/snapshot.ts';
import type { CodeOfCall } from './hcl/module-code.ts';
import type { Program, ProgramValues } from './program-values.ts';
import type { Rendering } from './rendering.ts';
import type { SourceFile, SourceFolder } from './source-folders.ts';
import { targetNamesOf } from './target-names.ts';
import { isLocalModule, isOverride, isReadBy, isTemplate, renderedName } from './terraform-files.ts';
import type { FileExpression } from './use/module-scope.ts';
import { StaticValues } from './use/static-values.ts';

export interface Instance {
  readonly folder: SourceFolder;
  readonly values: StaticValues;
  /** `module.net.`; empty for the root. */
  readonly prefix: string;
  /** The files that the program reads. */
  readonly files: readonly ParsedFile[];
}

export type ParsedFile = SourceFile & { readonly hcl: NonNullable<SourceFile['hcl']> };

export interface CallOfModule extends CodeOfCall {
  readonly arguments: readonly FileExpression[];
  /** From the repository root. */
  readonly file: string;
}

/** A call whose module is not known. */
export interface OpenCall {
  readonly call: CallOfModule;
  readonly prefix: string;
}

export interface Instances {
  /** The root first, each caller before what it calls. */
  readonly instances: readonly Instance[];
  readonly open: readonly OpenCall[];
}

/** More calls of modules within modules than this are not followed. */
const MOST_CALLS = 400;

/**
 * Follows the calls of modules.
 *
 * @param rendered the leaf's rendering, and the values of its code
 * @param modules those that it reaches
 * @param valuesOf what a call's arguments are worked out with: once for each instance of the call
 */
export function moduleInstances(
  program: Program,
  root: SourceFolder,
  { rendering, values }: { readonly rendering: Rendering; readonly values: ProgramValues },
  modules: readonly SourceFolder[],
  valuesOf: (call: CallOfModule, caller: StaticValues) => readonly StaticValues[] = (_, caller) => [caller],
): Instances {
  const folders = new Map(modules.map((each) => [each.folder, each]));
  const rendered = new Map(
    rendering.pins.flatMap(({ written, address, value }) => (written === 'placeholder' ? [[address, value]] : [])),
  );
  const open: OpenCall[] = [];
  const own = filesOf(root, program);
  const instances: Instance[] = [{ folder: root, values: values.of(program), prefix: '', files: own }];
  for (let at = 0; at < instances.length; at += 1) {
    const instance = instances[at];
    if (instance === undefined) break;
    for (const call of callsOf(instance.files)) {
      const { name, source } = call;
      const prefix = `${instance.prefix}module.${name}.`;
      const known = source && (instance.values.text(source)?.text ?? rendered.get(`${prefix}source`));
      if (known !== undefined && !isLocalModule(known)) continue;
      const folder = known === undefined ? undefined : folders.get(joinPath(instance.folder.folder, known));
      if (folder === undefined || instances.length >= MOST_CALLS) {
        open.push({ call, prefix });
        continue;
      }
      const files = filesOf(folder, program);
      const read = files.map(({ file, hcl }) => ({ path: file.path, parsed: hcl.parsed }));
      for (const caller of valuesOf(call, instance.values)) {
        const inner = new StaticValues(read, { kind: 'call', values: caller, arguments: call.arguments });
        instances.push({ folder, values: inner, prefix, files });
      }
    }
  }
  return { instances, open };
}

/** The calls in some files; of one that an override file completes, the arguments of both. */
function callsOf(files: readonly ParsedFile[]): readonly CallOfModule[] {
  const calls = new Map<string, CallOfModule>();
  for (const { file, hcl } of inOrderOfOverrides(files)) {
    for (const call of hcl.parsed.code.calls) {
      const before = calls.get(call.name);
      const own = call.arguments.map((each) => ({ ...each, file: file.path }));
      const given = new Map([...(before?.arguments ?? []), ...own].map((each) => [each.name, each]));
      calls.set(call.name, {
        ...call,
        source: call.source ?? before?.source,
        arguments: [...given.values()],
        file: file.path,
      });
    }
  }
  return [...calls.values()];
}

/** What an override file says comes after what it overrides. */
export function inOrderOfOverrides(files: readonly ParsedFile[]): readonly ParsedFile[] {
  const rank = ({ name }: ParsedFile): string => (isOverride(name) ? `1${name}` : '0');
  return files.some(({ name }) => isOverride(name))
    ? [...files].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
    : files;
}

/** The Terraform files of a folder that a program reads. */
function filesOf(folder: SourceFolder, program: Program): readonly ParsedFile[] {
  const { all } = targetNamesOf(folder, true);
  return folder.files.flatMap(({ name, file, hcl }) => {
    const target = isTemplate(name) ? renderedName(name) : name;
    const isRead = hcl !== undefined && !name.includes('/') && isReadBy(program === 'opentofu', target, all);
    return isRead ? [{ name: target, file, hcl }] : [];
  });
}
