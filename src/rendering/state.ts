/** Where a leaf stores its Terraform state. */
import { hash } from 'node:crypto';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';
import type { Outside } from './outside.ts';
import { placeOf, WORKSPACE, type PlacePart, type PlaceSetting } from './state-places.ts';

export interface BackendSettings {
  /** `s3`, `http`, `local`, …; `cloud` for a `cloud` block. */
  readonly type: string;
  /** Dotted name → the setting. Those that are null are absent. */
  readonly settings: ReadonlyMap<string, Setting>;
}

export interface Setting {
  /** What Terraform takes it for: a list as JSON. Undefined if that cannot be worked out. */
  readonly value: string | undefined;
  /** Equal for two unknown settings where nothing that is known of them differs. */
  readonly outline: string;
  /** As it is written. */
  readonly text: string;
}

export interface State {
  readonly type: string;
  /**
   * Equal for two leaves only if they would share a state; reveals no settings. Undefined if that is unknown, because
   * an expression that decides it cannot be worked out.
   */
  readonly identity: string | undefined;
  /** Equal if nothing that is known says that the state moved: of a known one the identity. */
  readonly written: string;
  /** What may be compared with another state's. */
  readonly location: StateLocation;
  /** The first setting that is unknown, as it is written. */
  readonly unknown: { readonly setting: string; readonly expression: string } | undefined;
  /** The path of a `local` backend, if it is known. */
  readonly localPath: string | undefined;
}

export interface StateLocation {
  /** The kind of place. */
  readonly store: string;
  /** By name. */
  readonly parts: ReadonlyMap<string, LocationPart>;
}

export interface LocationPart {
  /** A digest; undefined if it is unknown. */
  readonly value: string | undefined;
  /** Whether another value may mean the same. */
  readonly isLoose: boolean;
}

/** What decides where a state is, beside the settings. */
export interface StateContext {
  /** The leaf's path. */
  readonly leaf: string;
  readonly outside: Outside;
  /** The workspace; undefined: the one that the environment selects. */
  readonly workspace?: string | undefined;
}

/**
 * The state identity: what the backend's settings say of the state's place, regardless of how it is written, and of
 * settings that say how to get there: changing `encrypt` or a role moves no state, so it must not be reported as leaving
 * the old state behind, let alone lead to destroying what the state manages. Undefined if no backend is configured.
 * Settings may contain passwords, so the identity is a digest.
 *
 * @param backends more than one is an error, which is left to Terraform
 */
export function stateIdentity(backends: readonly BackendSettings[], context: StateContext): State | undefined {
  const [backend] = backends;
  if (backend === undefined) return undefined;
  const { type } = backend;
  const named = context.workspace ?? workspaceOf(context.outside);
  const workspace = named === 'default' ? undefined : named;
  const places = backends.map(({ type: each, settings }) => placeOf(each, settings.keys(), workspace, context.leaf));
  const located = places.flatMap(({ store, parts }, index) => {
    const { settings } = backends[index] ?? backend;
    return parts.map((part) => ({ store, name: part.name, ...locate(part, settings, context.outside) }));
  });
  const written = digest(located.map(({ store, name, value, outline }) => [store, name, value ?? { outline }]));
  const unknown = located.find(({ value }) => value === undefined)?.unknown;
  const store = places[0]?.store ?? type;
  const path = backend.settings.get(workspace === undefined ? 'path' : 'workspace_dir')?.value;
  return {
    type,
    identity: unknown === undefined ? written : undefined,
    written,
    location: {
      store,
      // Of thousands of states, few are compared part by part.
      get parts() {
        const named = located.map(({ name, value, isLoose }) => {
          return [name, { value: value === undefined ? undefined : digest([name, value]), isLoose }] as const;
        });
        return new Map(named);
      },
    },
    unknown,
    localPath: type === 'local' ? path : undefined,
  };
}

/** The name of the workspace that the environment selects. */
export function workspaceOf({ environment }: Outside): string {
  return environment.has('TF_WORKSPACE') ? WORKSPACE : 'default';
}

interface Located {
  readonly value: string | undefined;
  readonly outline: string;
  readonly isLoose: boolean;
  readonly unknown: State['unknown'];
}

function locate({ of, make, isLoose }: PlacePart, settings: BackendSettings['settings'], outside: Outside): Located {
  const given = of.map((each) => lookUp(each, settings, outside));
  const texts = given.flatMap(({ text }) => text ?? []);
  const outline = JSON.stringify(given.map((each) => each.text ?? each.elsewhere ?? each.setting?.outline));
  const unknown = given.find(({ setting }) => setting !== undefined);
  if (unknown?.setting !== undefined) {
    const named = { setting: unknown.name, expression: unknown.setting.text };
    return { value: undefined, outline, isLoose: true, unknown: named };
  }
  // Given by the environment: equal for leaves that all take it from there, and perhaps to what another one says.
  if (texts.length < given.length) return { value: outline, outline, isLoose: true, unknown: undefined };
  const maybeOther = isLoose === true || given.some((each) => each.isLoose);
  const made = make === undefined ? JSON.stringify(texts) : make(...texts);
  const value = typeof made === 'string' ? made : made.loose;
  return { value, outline, isLoose: maybeOther || typeof made !== 'string', unknown: undefined };
}

interface Given {
  readonly name: string;
  readonly text?: string;
  /** Whether something else may count instead. */
  readonly isLoose?: boolean;
  /** Where the environment gives it. */
  readonly elsewhere?: { readonly from: string };
  /** It is given, but not known. */
  readonly setting?: Setting;
}

function lookUp(
  { names, variables = [], fallback, isMinor }: PlaceSetting,
  settings: BackendSettings['settings'],
  { environment, backendOptions }: Outside,
): Given {
  const option = { from: '-backend-config' };
  const overriding = backendOptions === 'any' ? undefined : names.find((name) => backendOptions.has(name));
  if (overriding !== undefined) return { name: overriding, elsewhere: option };
  // A file may override what is written here.
  const isLoose = backendOptions === 'any';
  for (const name of names) {
    const setting = settings.get(name);
    if (setting === undefined) continue;
    if (setting.value === undefined) return isMinor === true ? { name, text: fallback ?? '' } : { name, setting };
    // An empty text is as good as none, but for a prefix that has a default.
    if (setting.value !== '' || name.endsWith('prefix')) return { name, text: setting.value, isLoose };
  }
  const [name = ''] = names;
  const from = isLoose ? option.from : variables.find((each) => environment.has(each));
  if (from !== undefined || fallback === undefined) return { name, elsewhere: { from: from ?? '' } };
  return { name, text: fallback };
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value)).slice(0, 32);
}

/** Whether two states may be one; certain if their identities are equal. */
export function mayBeSame({ location: a }: State, { location: b }: State): boolean {
  if (a.store !== b.store) return false;
  const [some, others] = [a.parts, b.parts];
  return [...new Set([...some.keys(), ...others.keys()])].every((name) => {
    const [one, other] = [some.get(name), others.get(name)];
    if (one === undefined || other === undefined) return true;
    return one.isLoose || other.isLoose || one.value === other.value;
  });
}

/** Whether a setting of a backend decides where the state is, and is nothing to keep to oneself. */
export function isPlaceSetting(type: string, setting: string): boolean {
  if (/^(?:conn_str|address)$/u.test(setting)) return false;
  const isMeant = ({ of }: PlacePart): boolean => of.some(({ names }) => names.includes(setting));
  return [WORKSPACE, undefined].some((workspace) => placeOf(type, [], workspace, '').parts.some(isMeant));
}

/**
 * Why a state would not outlive the run; undefined if it does.
 *
 * @param runner whether this is a CI runner, where nothing on disk outlives the job
 */
export function lostState(state: State | undefined, runner: boolean): string | undefined {
  if (state === undefined)
    return 'No backend is configured, so the state would be kept in the runtime directory, which is thrown away.';
  if (state.type !== 'local') return undefined;
  if (runner) return 'The "local" backend keeps its state on the runner, which is thrown away after the job.';
  const path = state.localPath;
  if (path?.startsWith('/') === true && !path.includes(`/${RUNTIME_FOLDER}/`)) return undefined;
  return 'The "local" backend keeps its state in the runtime directory, which is thrown away.';
}
