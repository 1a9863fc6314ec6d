/** A repository on a loopback GitHub, its pull requests, and the bundled action run on them as a runner does. */
import { type Files } from '../../loopback/file-tree.ts';
import { pullRequestEvent, pushEvent, type PullRequestEventFacts } from '../../loopback/events.ts';
import type { Environment } from '../../loopback/git-command.ts';
import { checkoutAsRunner, createOrigin, type BareRepository } from '../../loopback/git-origin.ts';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { jobToken, startGitHubApi, type GitHubApi, type Token } from '../../loopback/github-api.ts';
import { runAction, type ActionResult } from '../../loopback/runner.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';

export const REPOSITORY = 'acme/infrastructure';
export const TOKEN = 'ghs_0123456789abcdefghij';

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly merge: string;
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly depth?: number;
  /** What is checked out: GitHub's test merge, or the head commit. */
  readonly checkout?: 'merge' | 'head';
  readonly facts?: Partial<PullRequestEventFacts>;
  readonly token?: string;
  readonly runId?: number;
  readonly runAttempt?: number;
}

export interface Story {
  readonly project: GitRepository;
  readonly origin: BareRepository;
  readonly api: GitHubApi;
  readonly states: StateServer;
  /** `STATE_URL` and whatever else the runs need. */
  readonly environment: Environment;
  /** Commits files on a new branch off main, and opens (or updates) a pull request with it. */
  readonly openPullRequest: (number: number, files: Files) => Promise<PullRequest>;
  /** Adds a commit to an open pull request. */
  readonly pushTo: (pullRequest: PullRequest, files: Files) => Promise<PullRequest>;
  /** Runs the action on the pull request's event. */
  readonly plan: (pullRequest: PullRequest, options?: RunOptions) => Promise<ActionResult>;
  /** Runs the action on a push to a branch. */
  readonly push: (
    facts: { readonly before?: string; readonly after: string; readonly ref?: string },
    options?: RunOptions,
  ) => Promise<ActionResult>;
  /** Bodies of the comments on a pull request, oldest first. */
  readonly comments: (number: number) => readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts with the files on main. `{{env(STATE_URL)}}` in them reads the state server's address. */
export async function startStory(files: Files, more: { env?: Environment; token?: Token } = {}): Promise<Story> {
  const project = await createRepository(files);
  const origin = await createOrigin(project);
  const api = await startGitHubApi();
  const states = await startStateServer();
  api.addToken(TOKEN, more.token ?? jobToken);
  api.addRepository(REPOSITORY, { pushers: ['ada'] });
  const environment = { STATE_URL: states.url, ...more.env };

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
    async plan(pullRequest, options = {}) {
      const { number, head, base, merge } = pullRequest;
      const workspace = await checkoutAsRunner(origin, {
        ...(options.checkout === 'head'
          ? { ref: `refs/pull/${number}/head`, sha: head }
          : { ref: `refs/pull/${number}/merge`, sha: merge }),
        ...(options.depth === undefined ? {} : { depth: options.depth }),
      });
      const event = pullRequestEvent({ number, head: { sha: head }, base: { sha: base }, merge, ...options.facts });
      return run(workspace.directory, event, options);
    },
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
    comments: (number) => api.comments(REPOSITORY, number).map(({ body }) => body),
    async close() {
      await Promise.all([api.close(), states.close()]);
    },
  };

  function run(
    workspace: string,
    event: Parameters<typeof runAction>[0]['event'],
    options: RunOptions,
  ): Promise<ActionResult> {
    return runAction({
      workspace,
      event,
      inputs: { 'allow-env': 'STATE_URL', ...options.inputs },
      env: { ...environment, ...options.env },
      apiUrl: api.url,
      token: options.token ?? TOKEN,
      ...(options.runId === undefined ? {} : { runId: options.runId }),
      ...(options.runAttempt === undefined ? {} : { runAttempt: options.runAttempt }),
    });
  }
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

export const DEV = 'config/env=dev/composition=terraform/terraform=app';
export const PROD = 'config/env=prod/composition=terraform/terraform=app';

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
