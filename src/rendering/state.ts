/** Where a leaf stores its Terraform state. */
import { hash } from 'node:crypto';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';

export interface BackendSettings {
  /** `s3`, `http`, `local`, …; `cloud` for a `cloud` block. */
  readonly type: string;
  /** Dotted name → the setting. */
  readonly settings: ReadonlyMap<string, Setting>;
}

export interface Setting {
  /** As it is written (HCL or JSON), with what expressions in it are worked out to. */
  readonly text: string;
  /** The first expression in it that cannot be worked out, as it is written. */
  readonly unknown: string | undefined;
}

export interface State {
  readonly type: string;
  /**
   * Equal for two leaves exactly if they would share a state; reveals no settings. Undefined if that is unknown, because
   * an expression that decides it cannot be worked out.
   */
  readonly identity: string | undefined;
  /** Equal if nothing that is known says that the state moved: of a known one the identity. */
  readonly written: string;
  /** Digests of the settings that decide the location by their names; undefined where one is unknown. */
  readonly location: ReadonlyMap<string, string | undefined>;
  /** The first setting that is unknown, and the expression in it. */
  readonly unknown: { readonly setting: string; readonly expression: string } | undefined;
  /** The path of a `local` backend, if it is a plain string. */
  readonly localPath: string | undefined;
}

/**
 * For each backend, the settings that determine the state's location (source: Terraform's documentation). The others
 * determine access: changing `encrypt` or a role moves no state, so it must not be reported as leaving the old state
 * behind, let alone lead to destroying what the state manages.
 */
const PLACE_SETTINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['azurerm', ['storage_account_name', 'container_name', 'key', 'environment']],
  ['consul', ['address', 'path']],
  ['cos', ['bucket', 'prefix', 'key']],
  ['gcs', ['bucket', 'prefix']],
  ['http', ['address']],
  ['local', ['path', 'workspace_dir']],
  ['oss', ['bucket', 'prefix', 'key']],
  ['pg', ['conn_str', 'schema_name']],
  ['s3', ['bucket', 'key', 'workspace_key_prefix', 'endpoint', 'endpoints']],
]);

/**
 * The state identity: the backend's type and the location from its rendered settings, regardless of their order and of
 * the spelling of plain strings; for an unknown backend, all settings are included. Undefined if no backend is
 * configured. Settings may contain passwords, so the identity is a digest.
 *
 * @param backends more than one is an error, which is left to Terraform
 */
export function stateIdentity(backends: readonly BackendSettings[]): State | undefined {
  const [backend] = backends;
  if (backend === undefined) return undefined;
  const placed = backends.flatMap((each) => placeSettings(each).map(([name, setting]) => ({ ...each, name, setting })));
  const settings = placed
    .map(({ type, name, setting }) => [type, name, normal(setting.text)])
    .sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
  const written = digest([backend.type, settings]);
  const unknown = placed.find(({ setting }) => setting.unknown !== undefined);
  const path = backend.settings.get('path');
  const plain = path?.unknown === undefined ? /^"([^"\\$%]*)"$/u.exec(path?.text.trim() ?? '')?.[1] : undefined;
  return {
    type: backend.type,
    identity: unknown === undefined ? written : undefined,
    written,
    // Of thousands of states, few are compared with one that is not known.
    get location() {
      const settings = placed.map(({ name, setting: { text, unknown: open } }) => {
        return [name, open === undefined ? digest([name, normal(text)]) : undefined] as const;
      });
      return new Map(settings);
    },
    unknown: unknown && { setting: unknown.name, expression: unknown.setting.unknown ?? '' },
    localPath: backend.type === 'local' ? plain : undefined,
  };
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value)).slice(0, 32);
}

/** Whether two states may be one: certain if both are known. */
export function mayBeSame(a: State, b: State): boolean {
  if (a.identity !== undefined && b.identity !== undefined) return a.identity === b.identity;
  if (a.type !== b.type) return false;
  return [...new Set([...a.location.keys(), ...b.location.keys()])].every((name) => {
    const [one, other] = [a.location.get(name), b.location.get(name)];
    const isUnknown = (a.location.has(name) && one === undefined) || (b.location.has(name) && other === undefined);
    return isUnknown || one === other;
  });
}

/** Whether a setting of a backend decides where the state is, and is nothing to keep to oneself. */
export function isPlaceSetting(type: string, setting: string): boolean {
  return PLACE_SETTINGS.get(type)?.includes(setting) === true && !/^(?:conn_str|address)$/u.test(setting);
}

/** All settings if no known one gives the location, which may come from the environment. */
function placeSettings({ type, settings }: BackendSettings): readonly (readonly [string, Setting])[] {
  const names = PLACE_SETTINGS.get(type) ?? [];
  const placed = [...settings].filter(([name]) => names.includes(name));
  return placed.length > 0 ? placed : [...settings];
}

/** HCL and JSON spell plain strings, numbers and booleans alike; whitespace around an expression is ignored. */
function normal(expression: string): string {
  return expression.trim().replace(/\s+/gu, ' ');
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
