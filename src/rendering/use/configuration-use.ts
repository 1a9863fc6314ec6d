/** Which part of `var.config` a composition reads: only a difference there can change what Terraform does. Pure. */
import { joinPath } from '../../snapshot/snapshot.ts';
import type { SourceFile, SourceFolder } from '../source-folders.ts';
import { isLocalModule, isOverride, isTemplate, isTerraformFile } from '../terraform-files.ts';
import type { ValueUse, VariableType } from '../hcl/variable-use.ts';

/** Paths into `var.config`: `['vpc', 'cidr_block']`. */
export interface ConfigurationUse {
  /** Everything below these paths may be read; `[]` is all of the configuration. */
  readonly values: readonly (readonly string[])[];
  /** Of these paths it matters whether something is there and what kind of value it is. */
  readonly shapes: readonly (readonly string[])[];
}

/** What is assumed wherever something cannot be known. */
export const WHOLE_CONFIGURATION: ConfigurationUse = { values: [[]], shapes: [] };

/** Modules within modules deeper than this call themselves. */
const MODULE_DEPTH = 20;

/** A place in the code that reads a part of the configuration. */
export interface ConfigurationRead {
  readonly path: readonly string[];
  /** Whether it only matters whether something is there, and of what kind: the value is handed on to other code. */
  readonly isShape: boolean;
  /** From the repository root. */
  readonly file: string;
  readonly line: number;
}

/**
 * Follows `var.config` through local values that are plain aliases and into local modules that it, or a part of it, is
 * handed to. Whatever else is done with it is taken as a use of all that is below the last static step.
 *
 * @param root the composition's folder
 * @param modules the local modules that it reaches, by folder
 */
export function configurationUse(root: SourceFolder, modules: ReadonlyMap<string, SourceFolder>): ConfigurationUse {
  if (opaqueFile(root, modules) !== undefined) return WHOLE_CONFIGURATION;
  const reads = configurationReads(root, modules);
  const [values, shapes] = [false, true].map((isShape) =>
    reads.filter((read) => read.isShape === isShape).map(({ path }) => path),
  );
  return values === undefined || shapes === undefined || values.some((path) => path.length === 0)
    ? WHOLE_CONFIGURATION
    : { values, shapes };
}

/** The same with the places; what an opaque file reads is not among them. */
export function configurationReads(
  root: SourceFolder,
  modules: ReadonlyMap<string, SourceFolder>,
): readonly ConfigurationRead[] {
  const reads: ConfigurationRead[] = [];
  const visited = new Set<string>();
  follow(root, 'config', [], 0);
  return reads;

  /** What a module does with its variable `variable`, which holds the configuration at `prefix`. */
  function follow(folder: SourceFolder, variable: string, prefix: readonly string[], depth: number): void {
    const key = JSON.stringify([folder.folder, variable, prefix]);
    if (visited.has(key)) return;
    visited.add(key);
    const files = filesOf(folder).flatMap(({ file, hcl }) =>
      hcl === undefined ? [] : [{ ...hcl.parsed.variables, file: file.path }],
    );
    const types = files.flatMap(({ file, declared }) =>
      declared.filter(({ name }) => name === variable).map((each) => ({ ...each, file })),
    );
    const type =
      depth > MODULE_DEPTH
        ? 'other'
        : commonType(
            types.map((each) => each.type),
            depth === 0,
          );
    if (type !== 'any') {
      // A type may convert values, or refuse them; those that an object type does not name are dropped unseen.
      const { file, line } = types[0] ?? { file: folder.folder, line: 1 };
      const paths = type === 'other' ? [prefix] : type.map((name) => [...prefix, name]);
      for (const path of paths) reads.push({ path, isShape: false, file, line });
      return;
    }
    const aliases = files.flatMap((file) => file.aliases);
    const paths = (value: ValueUse, followed: readonly string[] = []): readonly (readonly string[])[] => {
      if (value.from === 'var') return value.name === variable ? [[...prefix, ...value.path]] : [];
      if (followed.includes(value.name)) return [];
      return aliases
        .filter(({ local }) => local === value.name)
        .flatMap((alias) => paths(alias.value, [...followed, value.name]))
        .map((path) => [...path, ...value.path]);
    };
    for (const { file, uses, aliases: own, handedOver } of files) {
      const note = (value: ValueUse, isShape: boolean): void => {
        for (const path of paths(value)) reads.push({ path, isShape, file, line: value.line });
      };
      for (const use of uses) note(use, false);
      for (const { value } of own) note(value, true);
      for (const { source, argument, value } of handedOver) {
        const target = source === undefined ? undefined : localModule(folder, source);
        note(value, true);
        if (target === undefined) note(value, false);
        else for (const path of paths(value)) follow(target, argument, path, depth + 1);
      }
    }
  }

  function localModule(folder: SourceFolder, source: string): SourceFolder | undefined {
    // Another file may give the module another source: which one gets the values is not followed.
    if (overridesSource(folder)) return undefined;
    return isLocalModule(source) ? modules.get(joinPath(folder.folder, source)) : undefined;
  }
}

/** The first file that may read the configuration in a way that neither references nor paths show. */
export function opaqueFile(root: SourceFolder, modules: ReadonlyMap<string, SourceFolder>): SourceFile | undefined {
  return [root, ...modules.values()]
    .flatMap(filesOf)
    .find(({ hcl }) => hcl === undefined || hcl.parsed.errors.length > 0 || hcl.parsed.variables.opaque);
}

/**
 * A root module without the variable reads nothing of it. A module takes what it does not declare as one of the
 * arguments that Terraform itself reads, such as `for_each`; anything else is an error.
 */
function commonType(types: readonly VariableType[], isRoot: boolean): VariableType {
  const [first, ...others] = types;
  if (first === undefined) return isRoot ? 'any' : 'other';
  return others.length === 0 ? first : 'other';
}

/** The files of a folder that Terraform reads as configuration once it is rendered. */
function filesOf({ files }: SourceFolder): readonly SourceFile[] {
  return files.filter(({ name }) => !name.includes('/') && (isTerraformFile(name) || isTemplate(name)));
}

/** Whether an override file sets the source of a module. */
function overridesSource(folder: SourceFolder): boolean {
  return filesOf(folder).some(
    ({ name, hcl }) => isOverride(name) && hcl?.parsed.code.calls.some(({ source }) => source !== undefined) === true,
  );
}
