/** The settings `checks` and `hooks`: programs of the project's own that run for each leaf. */
import type { Schema } from '@cfworker/json-schema';
import { milliseconds } from '../base/duration.ts';
import { problem, type Place, type Problem } from '../base/problems.ts';

export const CHECK_STAGES = ['rendering', 'plan', 'drift'] as const;
export const HOOK_STAGES = ['before-init', 'after-apply'] as const;

/** A program that runs in the runtime directory of a leaf. */
interface LeafProgram {
  readonly name: string;
  /** The program and its arguments; no shell reads them. */
  readonly command: readonly [string, ...string[]];
  /** Patterns of leaves; none: all leaves. */
  readonly leaves: readonly string[];
  /** Milliseconds. */
  readonly timeout: number;
  /** Globs of the files that it needs, from the project root. */
  readonly files: readonly string[];
  /** Names of the variables that it gets from the job's environment. */
  readonly env: readonly string[];
  /** Whether it may see sensitive values of the plan, and secrets in the rendering. */
  readonly sensitive: boolean;
}

export interface CheckSettings extends LeafProgram {
  readonly on: (typeof CHECK_STAGES)[number];
  /** Whether its findings make the job fail and the leaf not appliable. */
  readonly required: boolean;
  /** Exit codes that mean findings; other codes than 0 are errors of the check. */
  readonly fails: readonly number[];
}

export interface HookSettings extends LeafProgram {
  readonly on: (typeof HOOK_STAGES)[number];
}

const DURATION = '^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$';

const leafProgram: Record<string, Schema> = {
  name: {
    type: 'string',
    description: 'Its name in reports: at most 40 letters, digits, blanks, `.`, `_` and `-`.',
    pattern: '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$',
  },
  command: {
    type: 'array',
    description:
      'The program and its arguments. No shell reads them; ${KOMPOS_PLAN}, ${KOMPOS_FILES} and the like are filled in. A program with a slash is a file of the repository.',
    minItems: 1,
    items: { type: 'string' },
  },
  leaves: {
    type: 'array',
    description: 'Patterns of leaves, "!" leaves out. Default: all leaves.',
    items: { type: 'string', pattern: '\\S' },
  },
  timeout: {
    type: 'string',
    default: '5m',
    description: 'How long it may take for one leaf, such as `30s` or `5m`.',
    pattern: DURATION,
  },
  files: {
    type: 'array',
    description:
      'Globs of files in the repository that it needs, from the project root. They are copied to ${KOMPOS_FILES}.',
    items: { type: 'string', pattern: '^(?!/|~|\\.\\.(/|$)).' },
  },
  env: {
    type: 'array',
    description: 'Variables of the job that it gets. Tokens of the job and credentials of clouds are refused.',
    items: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
  },
  sensitive: {
    type: 'boolean',
    default: false,
    description: 'Whether it sees sensitive values and secrets.',
  },
};

export const checksSchema: Schema = {
  type: 'array',
  description: 'Programs that check each leaf. For pull requests, the base commit decides which and how.',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'command'],
    properties: {
      ...leafProgram,
      on: { enum: [...CHECK_STAGES], default: 'plan', description: 'What is checked.' },
      required: {
        type: 'boolean',
        default: true,
        description: 'Whether findings make the job fail and the leaf not appliable.',
      },
      fails: {
        type: 'array',
        description: 'The exit codes that mean findings. Default: 1. Others than 0 are errors of the check.',
        minItems: 1,
        items: { type: 'integer', minimum: 1, maximum: 255 },
      },
    },
  },
};

export const hooksSchema: Schema = {
  type: 'array',
  description: 'Programs that run for each leaf before its init or after its apply, by the rules of checks.',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'command', 'on'],
    properties: { ...leafProgram, on: { enum: [...HOOK_STAGES], description: 'When it runs.' } },
  },
};

/** One entry as written; the schema has checked its types. */
export interface WrittenProgram {
  readonly place: Place;
  readonly name: string;
  readonly command: readonly string[];
  readonly on: string | undefined;
  readonly leaves: readonly string[];
  readonly timeout: string | undefined;
  readonly files: readonly string[];
  readonly env: readonly string[];
  readonly sensitive: boolean;
  readonly required: boolean;
  readonly fails: readonly number[];
}

/** What the two settings say, and what is wrong with them beyond their types. */
export function checkSettings(written: readonly WrittenProgram[]): {
  readonly checks: readonly CheckSettings[];
  readonly problems: readonly Problem[];
} {
  const checks = written.flatMap((each): readonly CheckSettings[] => {
    const [on = 'plan'] = CHECK_STAGES.filter((stage) => stage === each.on);
    const shared = sharedOf(each);
    return shared === undefined
      ? []
      : [{ ...shared, on, required: each.required, fails: each.fails.length === 0 ? [1] : each.fails }];
  });
  return { checks, problems: problemsOf('checks', written) };
}

export function hookSettings(written: readonly WrittenProgram[]): {
  readonly hooks: readonly HookSettings[];
  readonly problems: readonly Problem[];
} {
  const hooks = written.flatMap((each): readonly HookSettings[] => {
    const shared = sharedOf(each);
    return HOOK_STAGES.flatMap((on) => (on === each.on && shared !== undefined ? [{ ...shared, on }] : []));
  });
  return { hooks, problems: problemsOf('hooks', written) };
}

function sharedOf({ name, command, leaves, timeout, files, env, sensitive }: WrittenProgram): LeafProgram | undefined {
  const [program, ...args] = command;
  if (program === undefined) return undefined;
  return {
    name,
    command: [program, ...args],
    leaves,
    timeout: timeout === undefined ? DEFAULT_TIMEOUT : milliseconds(timeout),
    files,
    env,
    sensitive,
  };
}

const DEFAULT_TIMEOUT = 5 * 60_000;

function problemsOf(setting: string, written: readonly WrittenProgram[]): readonly Problem[] {
  const names = written.map(({ name }) => name);
  return written.flatMap(({ name, place, env, command }, index) => [
    ...(names.indexOf(name) === index
      ? []
      : [
          problem('settings', `Setting "${setting}" has two entries with the name "${name}".`, {
            place,
            hint: 'Give each a name of its own: reports and records tell them apart by it.',
          }),
        ]),
    ...env.filter(isWithheld).map((variable) =>
      problem('settings', `Setting "${setting}": "${name}" asks for ${variable}, which no check gets.`, {
        place,
        hint: 'A check runs code that may be new; tokens of the job and credentials of clouds stay with Terraform. If it needs a token of its own, pass one under another name.',
      }),
    ),
    ...command.filter(leadsOut).map((argument) =>
      problem('settings', `Setting "${setting}": "${argument}" in the command of "${name}" leads out of the leaf.`, {
        place,
        hint: 'There, a pull request decides what is read. List the files in "files" and write ${KOMPOS_FILES}/… for them.',
      }),
    ),
    ...[runInLeaf(command) ?? []].flat().map((ran) =>
      problem('settings', `Setting "${setting}": the command of "${name}" runs ${ran} of the leaf.`, {
        place,
        hint: 'There, a pull request decides what it is. List the file in "files" and write ${KOMPOS_FILES}/… for it; Python looks for modules only where they are installed with -P.',
      }),
    ),
    ...(command[0]?.startsWith('/') === true || command[0] === ''
      ? [
          problem('settings', `Setting "${setting}": the command of "${name}" begins with "${command[0]}".`, {
            place,
            hint: 'Write a name, which is looked up on PATH, or a path from the project root, such as policy/check.sh.',
          }),
        ]
      : []),
  ]);
}

/** Whether an argument has a step upwards in it. */
function leadsOut(argument: string): boolean {
  return /(?:^|[\s=:/])\.\.(?:\/|$)/u.test(argument);
}

const SHELL = /^(?:ba|da|k|z)?sh$/u;
const PYTHON = /^python[\d.]*$/u;
const OTHERS = /^(?:node|ruby|perl|php|pwsh|deno|bun)[\d.]*$/u;

/** What an interpreter is given to run that lies in the leaf; undefined for none, and for code in the command itself. */
function runInLeaf([program = '', ...args]: readonly string[]): string | undefined {
  const isPython = PYTHON.test(program);
  if (!isPython && !SHELL.test(program) && !OTHERS.test(program)) return undefined;
  const hasCode = OTHERS.test(program) ? /^-[a-z]*[ep]$|^--(?:eval|print)$|^-c(?:ommand)?$/iu : /^-[a-z]*c$/u;
  if (args.some((each) => hasCode.test(each))) return undefined;
  if (isPython && args.includes('-m') && !args.some((each) => /^-[a-zA-Z]*[PI]/u.test(each))) return 'modules';
  if (args.includes('-m') || args.some((each) => /^(?:\/|\$\{KOMPOS_FILES\})/u.test(each))) return undefined;
  const file = args.find((each) => !each.startsWith('-'));
  return file === undefined ? undefined : `"${file}"`;
}

/**
 * Whether a variable never reaches a check: inputs and services of the runner (with its OIDC token, anyone could sign a
 * record), its tokens, and what clouds and secret stores take as credentials.
 */
export function isWithheld(name: string): boolean {
  return WITHHELD.test(name);
}

const WITHHELD =
  /^(?:INPUT_.*|ACTIONS_.*|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)|GH_(?:ENTERPRISE_)?TOKEN|GITHUB_ENTERPRISE_TOKEN|AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|PROFILE|WEB_IDENTITY_TOKEN_FILE|ROLE_ARN|CONTAINER_.*|SHARED_CREDENTIALS_FILE|CONFIG_FILE)|GOOGLE_.*|GCLOUD_.*|CLOUDSDK_.*|GCP_.*|ARM_.*|AZURE_.*|ALI(?:CLOUD|BABA_CLOUD)_.*|TENCENTCLOUD_.*|OCI_.*|TF_VAR_.*|IC_API_KEY|IBMCLOUD_API_KEY|DIGITALOCEAN_.*|HCLOUD_TOKEN|LINODE_TOKEN|CLOUDFLARE_API_.*|SCW_SECRET_KEY|YC_TOKEN|OS_PASSWORD|VAULT_TOKEN|VAULT_SECRET_ID|VAULT_ROLE_ID|CONSUL_HTTP_TOKEN|NOMAD_TOKEN|TF_TOKEN_.*|SOPS_.*|KUBECONFIG|PG(?:PASSWORD|PASSFILE)|SSH_AUTH_SOCK|GIT_.*|LD_.*|DYLD_.*|NODE_OPTIONS|KOMPOS_.*)$/iu;
