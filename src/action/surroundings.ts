/** What a job gets to see of the runner's environment. */
import { createHmac } from 'node:crypto';
import type { Environment } from '../environment.ts';
import type { EnvironmentReader } from '../hierarchy/environment.ts';
import { unattended } from '../terraform/environment.ts';

/** The environment of git and Terraform: without the action's inputs (the token is one of them). */
export function childEnvironment(all: Readonly<Record<string, string | undefined>>): Environment {
  const kept = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    value === undefined || name.startsWith('INPUT_') ? [] : [[name, value]],
  );
  return unattended(Object.fromEntries(kept));
}

/**
 * What stands for the environment in digests of renderings: with a key a digest of each value, without one its name.
 * Undefined where configuration may read none.
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
    read(name) {
      const answer = real.read(name);
      if (answer.kind !== 'value') return answer;
      const seal = key === undefined ? '' : `: ${createHmac('sha256', key).update(answer.value).digest('hex')}`;
      return { kind: 'value', value: `(environment: ${name}${seal})` };
    },
  };
}

/** By value: what stands for it in the fingerprint of a plan, `(environment: NAME)`. One value has one name. */
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
    read(name) {
      if (!names.has(name)) return { kind: 'not-allowed' };
      if (withheld) return { kind: 'value', value: `(withheld: ${name})` };
      const value = all[name];
      return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
    },
  };
}
