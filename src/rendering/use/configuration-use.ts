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

/**
 * Follows `var.config` through local values that are plain aliases and into local modules that it, or a part of it, is
 * handed to. Whatever else is done with it is taken as a use of all that is below the last static step.
 *
 * @param root the composition's folder
 * @param modules the local modules that it reaches, by folder
 */
export function configurationUse(root: SourceFolder, modules: ReadonlyMap<string, SourceFolder>): ConfigurationUse {
  if ([root, ...modules.values()].some(isOpaque)) return WHOLE_CONFIGURATION;
  const values: (readonly string[])[] = [];
  const shapes: (readonly string[])[] = [];
  const visited = new Set<string>();
  follow(root, 'config', [], 0);
  return values.some((path) => path.length === 0) ? WHOLE_CONFIGURATION : { values, shapes };

  /** What a module does with its variable `variable`, which holds the configuration at `prefix`. */
  function follow(folder: SourceFolder, variable: string, prefix: readonly string[], depth: number): void {
    const key = JSON.stringify([folder.folder, variable, prefix]);
    if (visited.has(key)) return;
    visited.add(key);
    const files = filesOf(folder).flatMap(({ hcl }) => hcl?.parsed.variables ?? []);
    const types = files.flatMap(({ declared }) => declared.filter(({ name }) => name === variable));
    const type =
      depth > MODULE_DEPTH
        ? 'other'
        : commonType(
            types.map((each) => each.type),
            depth === 0,
          );
    if (type !== 'any') {
      // A type may convert values, or refuse them; those that an object type does not name are dropped unseen.
      if (type === 'other') values.push(prefix);
      else values.push(...type.map((name) => [...prefix, name]));
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
    for (const file of files) {
      for (const use of file.uses) values.push(...paths(use));
      for (const { value } of file.aliases) shapes.push(...paths(value));
      for (const { source, argument, value } of file.handedOver) {
        const target = source === undefined ? undefined : localModule(folder, source);
        for (const path of paths(value)) {
          shapes.push(path);
          if (target === undefined) values.push(path);
          else follow(target, argument, path, depth + 1);
        }
      }
    }
  }

  function localModule(folder: SourceFolder, source: string): SourceFolder | undefined {
    // Another file may give the module another source: which one gets the values is not followed.
    if (overridesSource(folder)) return undefined;
    return isLocalModule(source) ? modules.get(joinPath(folder.folder, source)) : undefined;
  }
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

/** Whether code of a folder may read the configuration in a way that neither references nor paths show. */
function isOpaque(folder: SourceFolder): boolean {
  return filesOf(folder).some(({ hcl }) => {
    return hcl === undefined || hcl.parsed.errors.length > 0 || hcl.parsed.variables.opaque;
  });
}
