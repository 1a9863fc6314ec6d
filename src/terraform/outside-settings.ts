/**
 * Settings of the environment that change what a plan means, or where its state is, without standing in any file: a
 * reviewer cannot see them, and another job may have others. Pure.
 * Source: https://developer.hashicorp.com/terraform/cli/config/environment-variables, and the backends' own pages.
 */
import type { Environment } from '../base/environment.ts';

/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL =
  /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;

/** Variables that complete or select a backend's state. */
const STATE_VARIABLES = new Set([
  'CONSUL_HTTP_ADDR',
  'PG_CONN_STR',
  'TF_CLOUD_HOSTNAME',
  'TF_CLOUD_ORGANIZATION',
  'TF_CLOUD_PROJECT',
  'TF_HTTP_ADDRESS',
  'TF_WORKSPACE',
]);

export interface OutsideSettings {
  /** Names of the variables that make plans unusual: no record can be made of one. */
  readonly ofPlans: readonly string[];
  /** Names of the variables that decide where states are: which leaves share one is not known. */
  readonly ofStates: readonly string[];
}

export function outsideSettings(environment: Environment): OutsideSettings {
  const set = Object.entries(environment)
    .filter(([, value]) => value !== '')
    // Terraform splits arguments as a shell does: quotes and backslashes are no part of an option.
    .map(([name, value]) => [name, value.replace(/["'\\]/gu, '')] as const);
  const named = (isMeant: (name: string, value: string) => boolean): readonly string[] =>
    set.flatMap(([name, value]) => (isMeant(name, value) ? [name] : [])).sort();
  return {
    ofPlans: named((name, value) => /^TF_CLI_ARGS(?:_plan)?$/u.test(name) && UNUSUAL.test(value)),
    ofStates: named(
      (name, value) =>
        STATE_VARIABLES.has(name) ||
        (/^TF_CLI_ARGS(?:_init)?$/u.test(name) && /(?:^|\s)--?backend-config(?=[=\s]|$)/u.test(value)),
    ),
  };
}
