/** What a job sees of the runner's environment. */
import { createHmac } from 'node:crypto';
import type { Environment } from '../base/environment.ts';
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { standIns } from '../stores/stores.ts';
import { unattended } from '../terraform/unattended.ts';

/** Inputs (the token is one of them), and the runner's own services: cache, artifacts, OIDC tokens. */
const SECRET_PREFIXES = ['INPUT_', 'ACTIONS_'];

/** With these, anyone can request a token from GitHub that identifies as this job. */
const ID_TOKEN = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'];

/** Files through which a step changes the environment of later ones, its own outputs and its summary. */
const STEP_FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

/**
 * The environment of git and Terraform: anything that a plan runs can read and print all of it.
 *
 * @param passIdToken the input `pass-id-token`
 */
export function childEnvironment(all: Readonly<Record<string, string | undefined>>, passIdToken: boolean): Environment {
  const isKept = (name: string): boolean =>
    ID_TOKEN.includes(name)
      ? passIdToken
      : !STEP_FILES.includes(name) && !SECRET_PREFIXES.some((prefix) => name.startsWith(prefix));
  const kept = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    value === undefined || !isKept(name) ? [] : [[name, value]],
  );
  return unattended(Object.fromEntries(kept));
}

/**
 * Stand-ins for the environment in digests of renderings: with a key a digest of each value, without one its name.
 * Undefined if configuration may read none.
 *
 * @param key the secret input `fingerprint-key`
 */
export function standInEnvironment(
  all: Readonly<Record<string, string | undefined>>,
  allowed: readonly string[],
  key: string | undefined,
): EnvironmentReader | undefined {
  if (allowed.length === 0) return undefined;
  const real = allowedEnvironment(all, allowed, false);
  return {
    secrets: standIns,
    read(name) {
      const answer = real.read(name);
      if (answer.kind !== 'value') return answer;
      const seal = key === undefined ? '' : `: ${createHmac('sha256', key).update(answer.value).digest('hex')}`;
      return { kind: 'value', value: `(environment: ${name}${seal})` };
    },
  };
}

/** Each value's stand-in in the fingerprint of a plan, `(environment: NAME)`. One value has one name. */
export function environmentStandIns(
  all: Readonly<Record<string, string | undefined>>,
  allowed: readonly string[],
): ReadonlyMap<string, string> {
  const standIns = new Map<string, string>();
  for (const name of [...allowed].sort()) {
    const value = all[name];
    if (value !== undefined && !standIns.has(value)) standIns.set(value, `(environment: ${name})`);
  }
  return standIns;
}

/**
 * `{{env(NAME)}}` in the Action: only the names that `allow-env` lists.
 *
 * @param withheld an untrusted pull request must not print the values, so it gets a stand-in for each
 */
export function allowedEnvironment(
  all: Readonly<Record<string, string | undefined>>,
  allowed: readonly string[],
  withheld: boolean,
): EnvironmentReader {
  const names = new Set(allowed);
  return {
    secrets: standIns,
    read(name) {
      if (!names.has(name)) return { kind: 'not-allowed' };
      if (withheld) return { kind: 'value', value: `(withheld: ${name})` };
      const value = all[name];
      return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
    },
  };
}
