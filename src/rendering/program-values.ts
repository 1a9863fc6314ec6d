/** What the expressions of a leaf are for Terraform and for OpenTofu, which may read different files. Pure. */
import type { MapValue } from '../hierarchy/value.ts';
import type { SnapshotFile } from '../snapshot/snapshot.ts';
import type { WorkOut } from './backends.ts';
import type { Expression } from './hcl/expression.ts';
import type { Outside } from './outside.ts';
import type { SourceFile, SourceFolder } from './source-folders.ts';
import { expressionPins, type WorkedOut } from './static-pins.ts';
import type { TargetNames } from './target-names.ts';
import { isReadBy, isShadowed, isTemplate, isTofu, renderedName } from './terraform-files.ts';
import { StaticValues } from './use/static-values.ts';

/** A Terraform file, or a template of one, that is parsed. */
export interface ParsedFile {
  /** Path below the folder. */
  readonly name: string;
  readonly file: SnapshotFile;
  readonly hcl: NonNullable<SourceFile['hcl']>;
}

export interface ProgramValues {
  /** The values of the root module's code. */
  of(program: Program): StaticValues;
  readonly terraform: WorkOut;
  readonly opentofu: WorkOut;
  /** @param name of the file in the runtime directory */
  pins(name: string, path: string, file: ParsedFile['hcl']): ReturnType<typeof expressionPins>;
}

export type Program = 'terraform' | 'opentofu';

/** @param variables the composition's `var.config` */
export function openValues(
  source: SourceFolder,
  targets: TargetNames,
  variables: MapValue,
  outside: Outside,
): ProgramValues {
  const opened = new Map<Program, StaticValues>();
  const { all: names, hasTofu } = targets;

  function valuesOf(program: Program): StaticValues {
    // Most compositions have no file that only one of them reads.
    const one = hasTofu ? program : 'terraform';
    const known = opened.get(one);
    if (known !== undefined) return known;
    const files = source.files.flatMap(({ name, file, hcl }) => {
      const target = isTemplate(name) ? renderedName(name) : name;
      if (!names.has(target)) return [];
      const isRead = isReadBy(program === 'opentofu', target, names);
      return hcl === undefined || name.includes('/') || !isRead ? [] : [{ path: file.path, parsed: hcl.parsed }];
    });
    const values = new StaticValues(files, {
      kind: 'root',
      given: source.variables,
      configuration: variables,
      outside,
    });
    opened.set(one, values);
    return values;
  }

  /** What both programs make of an expression, as far as they read its file. */
  function worked(name: string, expression: Expression): WorkedOut {
    if (isTofu(name)) return valuesOf('opentofu').text(expression);
    const found = valuesOf('terraform').text(expression);
    const isBoth = isShadowed(name, names) || valuesOf('opentofu').text(expression)?.text === found?.text;
    return isBoth ? found : undefined;
  }

  const workOut = (program: Program): WorkOut => ({
    text: (expression) => valuesOf(program).text(expression)?.text,
    outline: (expression) => valuesOf(program).outline(expression),
  });
  return {
    of: valuesOf,
    terraform: workOut('terraform'),
    opentofu: workOut('opentofu'),
    pins: (name, path, file) =>
      name.includes('/')
        ? { pins: [], replacements: [], isOpen: false }
        : expressionPins(path, file, (expression) => worked(name, expression)),
  };
}
