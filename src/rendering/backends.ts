/** The backend that the files of a leaf configure, for Terraform and for OpenTofu. Pure. */
import { warning, type Problem } from '../base/problems.ts';
import type { StaticExpression } from './hcl/hcl-file.ts';
import { jsonBackends } from './hcl/tf-json.ts';
import { sliceWith, type Replacement } from './replacements.ts';
import type { SourceFile } from './source-folders.ts';
import { stateIdentity, type BackendSettings, type Setting, type State } from './state.ts';
import type { TargetNames } from './target-names.ts';
import { isOverride, isReadBy } from './terraform-files.ts';

/** Works out the text of an expression, and of a template in a JSON text; undefined where it is unknown. */
export interface WorkOut {
  expression(expression: StaticExpression): string | undefined;
  template(text: string): string | undefined;
}

/** A backend of a file. */
export interface FileBackend {
  /** The file's name in the runtime directory. */
  readonly file: string;
  /** From the repository root; undefined for a generated file. */
  readonly path: string | undefined;
  readonly line: number;
  readonly type: string;
  settings(workOut: WorkOut): ReadonlyMap<string, Setting>;
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
): readonly FileBackend[] {
  // Files in subfolders are not part of the root module.
  if (name.includes('/')) return [];
  return parsed.backends.map(({ type, line, settings }) => ({
    file: name,
    path,
    line,
    type,
    settings: (workOut) =>
      new Map(
        settings.map(({ name: setting, start, end }) => {
          const within = parsed.expressions.filter((each) => each.start >= start && each.end <= end);
          const values = within.map((each) => ({ ...each, text: workOut.expression(each) }));
          const unknown = values.find((each) => each.text === undefined);
          const known = values.flatMap((each) =>
            each.text === undefined ? [] : [{ ...each, text: JSON.stringify(each.text) }],
          );
          const written = sliceWith(text, [...known, ...pins], start, end);
          return [setting, { text: written, unknown: unknown && text.slice(unknown.start, unknown.end) }];
        }),
      ),
  }));
}

/**
 * The backends of a JSON file.
 *
 * @param content its parsed content
 */
export function jsonFileBackends(name: string, path: string | undefined, content: unknown): readonly FileBackend[] {
  if (name.includes('/')) return [];
  return jsonBackends(content).map(({ type, settings }) => ({
    file: name,
    path,
    line: 1,
    type,
    settings: (workOut) => new Map([...settings].map(([setting, value]) => [setting, jsonSetting(value, workOut)])),
  }));
}

function jsonSetting(setting: unknown, workOut: WorkOut): Setting {
  let unknown: string | undefined;
  const text = JSON.stringify(setting, (_key, value: unknown) => {
    // JSON has no integers beyond the safe range.
    if (typeof value === 'bigint') return Number(value);
    if (typeof value !== 'string' || !/[$%]\{/u.test(value)) return value;
    const known = workOut.template(value);
    if (known === undefined) unknown ??= value;
    return known ?? value;
  });
  return { text, unknown };
}

/** Where the state is, for either program. */
export interface States {
  /** Undefined if no backend is configured. */
  readonly state: State | undefined;
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
 * @param leaf its path, for messages
 */
export function statesOf(
  backends: readonly FileBackend[],
  targets: TargetNames,
  workOut: Readonly<Record<'terraform' | 'opentofu', WorkOut>>,
  leaf: string,
): States {
  const { all: names, hasTofu, hasTerraform } = targets;
  const terraform = effective(backends.filter(({ file }) => isReadBy(false, file, names)));
  const opentofu = hasTofu ? effective(backends.filter(({ file }) => isReadBy(true, file, names))) : terraform;
  const ofTerraform = stateIdentity(terraform.map((each) => withSettings(each, workOut.terraform)));
  const states = {
    terraform: ofTerraform,
    opentofu: hasTofu ? stateIdentity(opentofu.map((each) => withSettings(each, workOut.opentofu))) : ofTerraform,
  };
  const isTofuOnly = hasTofu && !hasTerraform;
  const state = isTofuOnly || (hasTofu && states.opentofu?.identity === undefined) ? states.opentofu : states.terraform;
  const isUncertain = Object.values(states).some((each) => each !== undefined && each.identity === undefined);
  const [backend] = state === states.terraform ? terraform : opentofu;
  return {
    state,
    isSameForBoth: !hasTofu || isTofuOnly || isUncertain || states.terraform?.identity === states.opentofu?.identity,
    problems: unknownState(state, backend, leaf),
  };
}

function withSettings(backend: FileBackend, workOut: WorkOut): BackendSettings {
  return { type: backend.type, settings: backend.settings(workOut) };
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
        hint: 'Make it of literals, var.config, variables with a default, and local values.',
      },
    ),
  ];
}
