/** Where a leaf stores its Terraform state. */
import { hash } from 'node:crypto';
import { RUNTIME_FOLDER } from '../base/runtime-folder.ts';

export interface BackendSettings {
  /** `s3`, `http`, `local`, …; `cloud` for a `cloud` block. */
  readonly type: string;
  /** Dotted name → the setting as it is written (HCL or JSON). */
  readonly settings: ReadonlyMap<string, string>;
}

export interface State {
  readonly type: string;
  /** Equal for two leaves exactly if they would share a state; reveals no settings. */
  readonly identity: string;
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
 */
export function stateIdentity(backends: readonly BackendSettings[]): State | undefined {
  const [backend] = backends;
  if (backend === undefined) return undefined;
  const settings = backends
    .flatMap((each) => placeSettings(each).map(([name, value]) => [each.type, name, normal(value)]))
    .sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
  const identity = hash('sha256', JSON.stringify([backend.type, settings])).slice(0, 32);
  const path = backend.settings.get('path');
  const plain = path === undefined ? undefined : /^"([^"\\$%]*)"$/u.exec(path.trim())?.[1];
  return { type: backend.type, identity, localPath: backend.type === 'local' ? plain : undefined };
}

/** All settings if no known one gives the location, which may come from the environment. */
function placeSettings({ type, settings }: BackendSettings): readonly (readonly [string, string])[] {
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
    return 'No backend is configured, so Terraform would keep its state in the runtime directory, which is thrown away.';
  if (state.type !== 'local') return undefined;
  if (runner) return 'The "local" backend keeps its state on the runner, which is thrown away after the job.';
  const path = state.localPath;
  if (path?.startsWith('/') === true && !path.includes(`/${RUNTIME_FOLDER}/`)) return undefined;
  return 'The "local" backend keeps its state in the runtime directory, which is thrown away.';
}
