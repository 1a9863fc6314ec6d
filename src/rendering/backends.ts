/** The backend that the files of a leaf configure, for Terraform and for OpenTofu. Pure. */
import type { Parser } from 'web-tree-sitter';
import { warning, type Problem } from '../base/problems.ts';
import type { Expression } from './hcl/expression.ts';
import { readHclExpression } from './hcl/hcl-file.ts';
import { readValue } from './hcl/json-code.ts';
import { jsonBackends } from './hcl/tf-json.ts';
import { sliceWith, type Replacement } from './replacements.ts';
import type { SourceFile } from './source-folders.ts';
import { stateIdentity, type BackendSettings, type Setting, type State, type StateContext } from './state.ts';
import type { TargetNames } from './target-names.ts';
import { isOverride, isReadBy } from './terraform-files.ts';

/** Works out the expressions of a program's backends. */
export interface WorkOut {
  /** The text that one certainly gives. */
  text(expression: Expression): string | undefined;
  /** One with what is known of it. */
  outline(expression: Expression): string;
}

/** A backend of a file. */
export interface FileBackend {
  /** The file's name in the runtime directory. */
  readonly file: string;
  /** From the repository root; undefined for a generated file. */
  readonly path: string | undefined;
  readonly line: number;
  readonly type: string;
  readonly settings: readonly FileSetting[];
}

interface FileSetting {
  /** Dotted where it is in a nested block or object. */
  readonly name: string;
  readonly value: Expression;
  /** As it is written. */
  readonly text: string;
}

/**
 * The backends of an HCL file.
 *
 * @param pins what is put into its template
 */
export function hclBackends(
  name: string,
  path: string,
  { text, parsed }: NonNullable<SourceFile['hcl']>,
  pins: readonly Replacement[],
  parser: Parser,
): readonly FileBackend[] {
  // Files in subfolders are not part of the root module.
  if (name.includes('/')) return [];
  return parsed.backends.map(({ type, line, settings }) => ({
    file: name,
    path,
    line,
    type,
    settings: settings.flatMap(({ name: setting, value, start, end }) => {
      const isPinned = pins.some((pin) => pin.start >= start && pin.end <= end);
      const written = sliceWith(text, pins, start, end);
      return flat(setting, isPinned ? readWritten(parser, written) : value, written);
    }),
  }));
}

/** Nearly all of them are texts without anything to decode. */
function readWritten(parser: Parser, written: string): Expression {
  const plain = /^"([^"\\$%\n]*)"$/u.exec(written)?.[1];
  return plain === undefined ? readHclExpression(parser, written) : { kind: 'text', text: plain };
}

/**
 * The backends of a JSON file.
 *
 * @param content its parsed content
 */
export function jsonFileBackends(
  name: string,
  path: string | undefined,
  content: unknown,
  parser: Parser,
): readonly FileBackend[] {
  if (name.includes('/')) return [];
  return jsonBackends(content).map(({ type, settings }) => ({
    file: name,
    path,
    line: 1,
    type,
    settings: [...settings].flatMap(([setting, value]) => flat(setting, readValue(parser, value), written(value))),
  }));
}

function written(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
}

/** The settings in an object, or in the one of a list: JSON may have a block as either. */
function flat(name: string, value: Expression, text: string): readonly FileSetting[] {
  const [only, ...others] = value.kind === 'list' ? value.of : [value];
  if (only?.kind !== 'any' || only.entries === undefined || others.length > 0) return [{ name, value, text }];
  return [...only.entries].flatMap(([key, each]) => flat(`${name}.${key}`, each, text));
}

/** Where the state is. */
export interface States {
  /** Undefined if no backend is configured. */
  readonly state: State | undefined;
  /** The file with the backend, where only OpenTofu reads it: Terraform would keep the state elsewhere. */
  readonly onlyForOpenTofu: string | undefined;
  /** Whether both programs, as far as they read the files, use the same. */
  readonly isSameForBoth: boolean;
  /** That it cannot be worked out. */
  readonly problems: readonly Problem[];
}

/**
 * The state that the files lead to. Which program runs is not known here: Terraform ignores `X.tofu`, and OpenTofu an
 * `X.tf` beside it.
 *
 * @param targets the files of the root module that rendering does not generate
 */
export function statesOf(
  backends: readonly FileBackend[],
  targets: TargetNames,
  workOut: Readonly<Record<'terraform' | 'opentofu', WorkOut>>,
  context: StateContext,
): States {
  const { all: names, hasTofu, hasTerraform } = targets;
  const terraform = effective(backends.filter(({ file }) => isReadBy(false, file, names)));
  const opentofu = hasTofu ? effective(backends.filter(({ file }) => isReadBy(true, file, names))) : terraform;
  const stateOf = (found: readonly FileBackend[], by: WorkOut): State | undefined =>
    stateIdentity(
      found.map((each) => withSettings(each, by)),
      context,
    );
  const ofTerraform = stateOf(terraform, workOut.terraform);
  const ofOpenTofu = hasTofu ? stateOf(opentofu, workOut.opentofu) : ofTerraform;
  // Whose only backend is OpenTofu's is meant for OpenTofu.
  const isTofuOnly = hasTofu && (!hasTerraform || ofTerraform === undefined);
  const state = isTofuOnly || (hasTofu && ofOpenTofu?.identity === undefined) ? ofOpenTofu : ofTerraform;
  const isUncertain = [ofTerraform, ofOpenTofu].some((each) => each !== undefined && each.identity === undefined);
  const [backend] = state === ofTerraform ? terraform : opentofu;
  return {
    state,
    onlyForOpenTofu: isTofuOnly ? backend?.path : undefined,
    isSameForBoth: !hasTofu || isTofuOnly || isUncertain || ofTerraform?.identity === ofOpenTofu?.identity,
    problems: unknownState(state, backend, context.leaf),
  };
}

function withSettings({ type, settings }: FileBackend, workOut: WorkOut): BackendSettings {
  return {
    type,
    settings: new Map(
      settings.flatMap(({ name, value, text }): readonly [string, Setting][] => {
        if (value.kind === 'plain' && value.isNull === true) return [];
        const setting: Setting = {
          value: settingValue(value, workOut),
          // Needed only of what is unknown.
          get outline() {
            return workOut.outline(value);
          },
          text,
        };
        return [[name, setting]];
      }),
    ),
  };
}

function settingValue(value: Expression, workOut: WorkOut): string | undefined {
  if (value.kind !== 'list') return workOut.text(value);
  const elements = value.of.map((each) => workOut.text(each));
  return elements.includes(undefined) ? undefined : JSON.stringify(elements);
}

/** A backend in an override file, the last one of several, stands for all others. */
function effective(backends: readonly FileBackend[]): readonly FileBackend[] {
  const overrides = backends.filter(({ file }) => isOverride(file));
  const last = overrides
    .map(({ file }) => file)
    .sort()
    .at(-1);
  return last === undefined ? backends : overrides.filter(({ file }) => file === last);
}

function unknownState(state: State | undefined, backend: FileBackend | undefined, leaf: string): readonly Problem[] {
  if (state?.unknown === undefined) return [];
  const { setting, expression } = state.unknown;
  return [
    warning(
      'state',
      `Where the state is cannot be worked out, so no other leaf with the same state would be noticed: ${setting} = ${expression}`,
      {
        place: backend?.path === undefined ? { file: leaf } : { file: backend.path, line: backend.line },
        hint: 'Make it of literals, var.config, local values, and variables with a default that neither TF_VAR_… nor an option such as -var sets.',
      },
    ),
  ];
}
