/**
 * Settings of the environment that change what a plan means, or where its state is, without standing in any file: a
 * reviewer cannot see them, and another job may have others. Pure.
 * Source: https://developer.hashicorp.com/terraform/cli/config/environment-variables, and the backends' own pages.
 */
import type { Environment } from '../base/environment.ts';
import type { Outside } from '../rendering/outside.ts';

/** Options with which a plan is not the plan of everything, as it is and as it should be. */
const UNUSUAL =
  /(?:^|\s)--?(?:target|target-file|exclude|exclude-file|destroy|refresh-only|replace|refresh|minimal-refresh)(?=[=\s]|$)/u;

/** `-backend-config=NAME=VALUE`, or a file, which has no `=` in its path. */
const BACKEND_CONFIG = /(?:^|\s)--?backend-config(?=[=\s]|$)(?:(?:=|\s+)([^\s=]+)=)?/gu;
const VARIABLE_FILE = /(?:^|\s)--?var-file(?=[=\s]|$)/u;
/** `-var name=value`, with the name if it can be told. */
const VARIABLE = /(?:^|\s)--?var(?=[=\s]|$)(?:(?:=|\s+)([^\s=]+)=)?/gu;

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
  /** What a rendering must not take for known. */
  readonly ofRenderings: Outside;
}

export function outsideSettings(environment: Environment): OutsideSettings {
  const set = Object.entries(environment)
    .filter(([, value]) => value !== '')
    // Terraform splits arguments as a shell does: quotes and backslashes are no part of an option.
    .map(([name, value]) => [name, value.replace(/["'\\]/gu, '')] as const);
  const named = (isMeant: (name: string, value: string) => boolean): readonly string[] =>
    set.flatMap(([name, value]) => (isMeant(name, value) ? [name] : [])).sort();
  // What `init` gets decides: a plan with other values than these is refused by both programs.
  const ofInit = set.flatMap(([name, value]) => (isOfInit(name) ? [value] : []));
  return {
    ofPlans: named((name, value) => /^TF_CLI_ARGS(?:_plan)?$/u.test(name) && UNUSUAL.test(value)),
    ofStates: named(
      (name, value) => STATE_VARIABLES.has(name) || (isOfInit(name) && value.search(BACKEND_CONFIG) >= 0),
    ),
    ofRenderings: {
      // An empty text is a value too.
      variables: new Set(
        Object.keys(environment).flatMap((name) => (name.startsWith('TF_VAR_') ? [name.slice('TF_VAR_'.length)] : [])),
      ),
      options: optionVariables(ofInit),
      backendOptions: backendOptions(ofInit),
      environment: new Set(
        set.flatMap(([name, value]) => (name === 'TF_WORKSPACE' && value === 'default' ? [] : [name])),
      ),
    },
  };
}

function isOfInit(name: string): boolean {
  return /^TF_CLI_ARGS(?:_init)?$/u.test(name);
}

function optionVariables(options: readonly string[]): Outside['options'] {
  return options.some((each) => VARIABLE_FILE.test(each)) ? 'any' : namesIn(options, VARIABLE);
}

function backendOptions(options: readonly string[]): Outside['backendOptions'] {
  return namesIn(options, BACKEND_CONFIG);
}

function namesIn(options: readonly string[], option: RegExp): ReadonlySet<string> | 'any' {
  const names = options.flatMap((each) => [...each.matchAll(option)].map(([, name]) => name));
  return names.includes(undefined) ? 'any' : new Set(names.filter((name) => name !== undefined));
}
