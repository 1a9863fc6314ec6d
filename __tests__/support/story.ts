/** A repository on a loopback GitHub, its pull requests, and the bundled action run on them as a runner does. */
import { afterAll, afterEach } from '@jest/globals';
import { writeFiles, type Files } from '../../loopback/file-tree.ts';
import {
  mergeGroupEvent,
  scheduleEvent,
  pullRequestEvent,
  pushEvent,
  workflowDispatchEvent,
  type PullRequestEventFacts,
  type TriggeringEvent,
} from '../../loopback/events.ts';
import type { Environment } from '../../loopback/git-command.ts';
import { checkoutAsRunner, createOrigin, type BareRepository } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { jobToken, startGitHubApi, type GitHubApi, type Token } from '../../loopback/github-api.ts';
import { type OidcProvider, startOidcProvider } from '../../loopback/oidc-provider.ts';
import { PLAN_WORKFLOW, startAction, type ActionResult, type RunningAction } from '../../loopback/runner.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { field, list } from '../../src/base/json.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';

export const REPOSITORY = 'acme/infrastructure';
/** As long as a job's token is, with the same signs in it: `ghs_<app>_<JWT>`. */
export const TOKEN = `ghs_15368_${['eyJhbGciOiJSUzI1NiJ9', 'a-Zb_9'.repeat(46), 'X0_-y'.repeat(42)].join('.')}`;

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly merge: string;
}

/** What a push did to main. */
export interface Push {
  readonly before: string;
  readonly after: string;
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly depth?: number;
  /** What is checked out: GitHub's test merge, or the head commit. */
  readonly checkout?: 'merge' | 'head';
  readonly facts?: Partial<PullRequestEventFacts>;
  readonly token?: string;
  /** Of a manual run: the commit that was main's tip when it was started; main's tip now when absent. */
  readonly sha?: string;
  readonly runId?: number;
  readonly runAttempt?: number;
  /** What another step of the job has left in the workspace. */
  readonly left?: Files;
  /** False: the job has no `id-token: write`. */
  readonly mayMint?: boolean;
  /** Path of the workflow whose job it is. */
  readonly workflow?: string;
  /** Claims of the job's tokens that are otherwise than the event says. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface Story {
  readonly project: GitRepository;
  readonly origin: BareRepository;
  readonly api: GitHubApi;
  readonly states: StateServer;
  readonly oidc: OidcProvider;
  /** `STATE_URL` and whatever else the runs need. */
  readonly environment: Environment;
  /** Commits files on a new branch off main, and opens (or updates) a pull request with it. */
  readonly openPullRequest: (number: number, files: Files) => Promise<PullRequest>;
  /** Adds a commit to an open pull request. */
  readonly pushTo: (pullRequest: PullRequest, files: Files) => Promise<PullRequest>;
  /** Runs the action on the pull request's event. */
  readonly plan: (pullRequest: PullRequest, options?: RunOptions) => Promise<ActionResult>;
  /** The same, left running. */
  readonly startPlan: (pullRequest: PullRequest, options?: RunOptions) => Promise<RunningAction>;
  /** Runs the action on a push to a branch. */
  readonly push: (
    facts: { readonly before?: string; readonly after: string; readonly ref?: string },
    options?: RunOptions,
  ) => Promise<ActionResult>;
  /** Merges an open pull request into main as GitHub does. Answers the push that this is. */
  readonly merge: (pullRequest: PullRequest, how?: 'merge' | 'squash' | 'rebase') => Promise<Push>;
  /** Commits straight to main. */
  readonly commitToMain: (files: Files) => Promise<Push>;
  /** Runs `command: apply` on a push to main. */
  readonly apply: (push: Push, options?: RunOptions) => Promise<ActionResult>;
  /** The same, left running. */
  readonly startApply: (push: Push, options?: RunOptions) => Promise<RunningAction>;
  /** Runs `command: apply` by hand, on main's tip. */
  readonly dispatch: (inputs: Readonly<Record<string, string>>, options?: RunOptions) => Promise<ActionResult>;
  /** Runs `command: apply` on a schedule. */
  readonly schedule: (sha: string, options?: RunOptions) => Promise<ActionResult>;
  /** Runs `command: apply` on the merge group of one pull request. */
  readonly queue: (pullRequest: PullRequest, options?: RunOptions) => Promise<ActionResult>;
  /** Bodies of the comments on a pull request, oldest first. */
  readonly comments: (number: number) => readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts with the files on main. `{{env(STATE_URL)}}` in them reads the state server's address. */
export async function startStory(files: Files, more: { env?: Environment; token?: Token } = {}): Promise<Story> {
  const project = await createRepository({ [PLAN_WORKFLOW]: 'name: Plan\n', ...files });
  const origin = await createOrigin(project);
  const api = await startGitHubApi();
  const states = await startStateServer();
  const oidc = await startOidcProvider(() => Math.floor(Date.parse(api.now()) / 1_000));
  api.addToken(TOKEN, more.token ?? jobToken);
  api.addRepository(REPOSITORY, { pushers: ['ada'] });
  const environment = { STATE_URL: states.url, ...more.env };

  async function toMain(change: () => Promise<string>): Promise<Push> {
    await project.checkout('main');
    const before = await project.id();
    const after = await change();
    await project.push(origin);
    return { before, after };
  }

  async function begin(push: Push, options: RunOptions): Promise<RunningAction> {
    const workspace = await checkoutAsRunner(origin, {
      ref: 'refs/heads/main',
      sha: push.after,
      depth: options.depth ?? 1,
    });
    return start(workspace.directory, pushEvent({ ...push, ref: 'refs/heads/main' }), applying(options));
  }

  async function beginPlan(pullRequest: PullRequest, options: RunOptions): Promise<RunningAction> {
    const { number, head, base, merge } = pullRequest;
    const workspace = await checkoutAsRunner(origin, {
      ...(options.checkout === 'head'
        ? { ref: `refs/pull/${number}/head`, sha: head }
        : { ref: `refs/pull/${number}/merge`, sha: merge }),
      ...(options.depth === undefined ? {} : { depth: options.depth }),
    });
    const event = pullRequestEvent({ number, head: { sha: head }, base: { sha: base }, merge, ...options.facts });
    return start(workspace.directory, event, options);
  }

  async function publish(number: number, head: string): Promise<PullRequest> {
    const { base, merge } = await origin.pullRequest(number, { from: project, head, base: 'main' });
    if (merge === undefined) throw new Error('the pull request conflicts');
    return { number, head, base, merge };
  }

  return {
    project,
    origin,
    api,
    states,
    oidc,
    environment,
    async openPullRequest(number, changes) {
      await project.checkout('main');
      await project.branch(`pull-${number}`);
      const head = await project.commit(`Change ${number}`, changes);
      const pullRequest = await publish(number, head);
      api.addPullRequest(REPOSITORY, { number, head: { sha: head }, base: { sha: pullRequest.base } });
      return pullRequest;
    },
    async pushTo({ number }, changes) {
      await project.checkout(`pull-${number}`);
      const head = await project.commit('More', changes);
      api.changePullRequest(REPOSITORY, number, { head: { sha: head } });
      return publish(number, head);
    },
    plan: async (pullRequest, options = {}) => (await beginPlan(pullRequest, options)).finished,
    startPlan: (pullRequest, options = {}) => beginPlan(pullRequest, options),
    async push(facts, options = {}) {
      const ref = facts.ref ?? 'refs/heads/main';
      await project.push(origin);
      const workspace = await checkoutAsRunner(origin, {
        ref,
        sha: facts.after,
        ...(options.depth === undefined ? {} : { depth: options.depth }),
      });
      return run(workspace.directory, pushEvent({ ...facts, ref }), options);
    },
    async merge({ number }, how = 'merge') {
      const branch = `pull-${number}`;
      const push = await toMain(() =>
        how === 'merge'
          ? project.merge(branch)
          : how === 'squash'
            ? project.squashMerge(branch)
            : project.rebaseMerge(branch),
      );
      const commits = (await project.git('rev-list', `${push.before}..${push.after}`)).split('\n');
      api.changePullRequest(REPOSITORY, number, { state: 'closed', merged: true, mergeCommit: push.after, commits });
      return push;
    },
    commitToMain: (changes) => toMain(() => project.commit('Straight to main', changes)),
    apply: async (push, options = {}) => (await begin(push, options)).finished,
    startApply: (push, options = {}) => begin(push, options),
    async dispatch(inputs, options = {}) {
      await project.checkout('main');
      await project.push(origin);
      const sha = options.sha ?? (await project.id());
      const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha, depth: options.depth ?? 1 });
      const event = workflowDispatchEvent({ sha });
      return run(workspace.directory, event, applying({ ...options, inputs: { ...options.inputs, ...inputs } }));
    },
    async schedule(sha, options = {}) {
      const workspace = await checkoutAsRunner(origin, { ref: 'refs/heads/main', sha, depth: 1 });
      return run(workspace.directory, scheduleEvent({ sha }), applying(options));
    },
    async queue({ number }, options = {}) {
      await project.checkout('main');
      const base = await project.id();
      await project.git('checkout', '--quiet', '-B', `queue-${number}`);
      const head = await project.merge(`pull-${number}`);
      await project.push(origin);
      const event = mergeGroupEvent({ base: { sha: base }, head: { sha: head }, number });
      const workspace = await checkoutAsRunner(origin, { ref: `refs/heads/queue-${number}`, sha: head, depth: 1 });
      return run(workspace.directory, event, applying(options));
    },
    comments: (number) => api.comments(REPOSITORY, number).map(({ body }) => body),
    async close() {
      await Promise.all([api.close(), states.close(), oidc.close()]);
    },
  };

  function run(workspace: string, event: TriggeringEvent, options: RunOptions): Promise<ActionResult> {
    return start(workspace, event, options).finished;
  }

  function start(workspace: string, event: TriggeringEvent, options: RunOptions): RunningAction {
    writeFiles(workspace, options.left ?? {});
    return startAction({
      workspace,
      event,
      inputs: { 'allow-env': 'STATE_URL', ...options.inputs },
      // Without the permission there is no address to ask, but the server is the same.
      env: { ...environment, ...(options.mayMint === false ? NO_TOKENS : {}), ...options.env },
      oidc,
      ...(options.workflow === undefined ? {} : { workflow: options.workflow }),
      ...(options.claims === undefined ? {} : { claims: options.claims }),
      apiUrl: api.url,
      token: options.token ?? TOKEN,
      ...(options.runId === undefined ? {} : { runId: options.runId }),
      ...(options.runAttempt === undefined ? {} : { runAttempt: options.runAttempt }),
    });
  }
}

const NO_TOKENS = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };

function applying(options: RunOptions): RunOptions {
  return { ...options, inputs: { command: 'apply', ...options.inputs } };
}

/** Two environments of one composition; dev overrides the shared size. Every leaf has a state of its own. */
export const twoLeaves: Readonly<Record<string, string>> = {
  'config/default.yaml': [
    'cloud: {type: aws}',
    'size: 1',
    'terraform:',
    '  backend:',
    '    http:',
    '      address: "{{env(STATE_URL)}}/{{env.name}}"',
    '',
  ].join('\n'),
  'config/env=dev/env.yaml': 'env: {name: dev}\nsize: 5\n',
  'config/env=prod/env.yaml': 'env: {name: prod}\n',
  'config/env=dev/composition=terraform/terraform=app/app.yaml': 'app: {}\n',
  'config/env=prod/composition=terraform/terraform=app/app.yaml': 'app: {}\n',
  'compositions/terraform/aws/app/main.tf': [
    'variable "config" {',
    '  type = any',
    '}',
    '',
    'resource "terraform_data" "app" {',
    '  input = "${var.config.env.name} ${var.config.size}"',
    '}',
    '',
  ].join('\n'),
};

/** Begins stories that are closed when the test that began them has ended. For the top of a test file. */
export function stories(): (files?: Files, more?: Parameters<typeof startStory>[1]) => Promise<Story> {
  const begun: Story[] = [];
  afterEach(async () => {
    await Promise.all(begun.splice(0).map((each) => each.close()));
  });
  afterAll(removeTemporaryDirectories);
  return async (files = twoLeaves, more = {}) => {
    const started = await startStory(files, more);
    begun.push(started);
    return started;
  };
}

/** What the state server holds at a path: each resource's address with its `input`. */
export function inputsIn(states: StateServer, path: string): Readonly<Record<string, unknown>> {
  const resources = list(field(states.state(path), 'resources'));
  return Object.fromEntries(
    resources.flatMap((resource) =>
      list(field(resource, 'instances')).map((instance): [string, unknown] => {
        const input = field(field(instance, 'attributes'), 'input');
        return [
          `${String(field(resource, 'type'))}.${String(field(resource, 'name'))}`,
          field(input, 'value') ?? input,
        ];
      }),
    ),
  );
}

export const DEV = 'config/env=dev/composition=terraform/terraform=app';
export const PROD = 'config/env=prod/composition=terraform/terraform=app';

/** Gives the production leaf another size. */
export function prod(size: number): Files {
  return { 'config/env=prod/env.yaml': `env: {name: prod}\nsize: ${size}\n` };
}

/** Path and kind of the leaves in the action's output. */
export function leavesIn(outputs: Readonly<Record<string, string>>): readonly { path: string; kind: string }[] {
  const leaves: unknown = JSON.parse(outputs['leaves'] ?? '[]');
  if (!Array.isArray(leaves)) throw new Error('the output "leaves" is no list');
  return leaves.map((leaf: unknown) => {
    const { path, kind } =
      typeof leaf === 'object' && leaf !== null ? { path: '', kind: '', ...leaf } : { path: '', kind: '' };
    return { path, kind };
  });
}
