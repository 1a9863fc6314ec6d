/** The event that started the action, read and checked once. */
import type { RevisionEvent } from '../changes/revisions.ts';
import { problemError, ProblemError } from '../base/problems.ts';

/** What the job needs to know about a pull request. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
}

export interface ActionEvent {
  readonly revisions: RevisionEvent;
  /** Whether a schedule started it, not a person. */
  readonly scheduled: boolean;
  readonly pullRequest: PullRequest | undefined;
  /** The repository's default branch, if the event names it. */
  readonly defaultBranch: string | undefined;
  /** The pull request that a merge group's branch is named after. */
  readonly queued: number | undefined;
  /** Why Terraform, secrets and environment values are withheld; undefined for trusted code. */
  readonly untrusted: string | undefined;
}

const SUPPORTED = 'pull_request, push, merge_group, schedule and workflow_dispatch';
const DEPENDABOT = 'dependabot[bot]';

/**
 * @param name `GITHUB_EVENT_NAME`
 * @param payload the parsed content of `GITHUB_EVENT_PATH`
 * @param actor `GITHUB_ACTOR`
 * @param ref `GITHUB_REF`
 * @throws ProblemError for an event that is refused or malformed
 */
export function readEvent(name: string, payload: unknown, actor: string, ref: string): ActionEvent {
  switch (name) {
    case 'pull_request':
      return pullRequestEvent(payload, actor);
    case 'push':
      return {
        ...trusted(payload, {
          kind: 'push',
          before: commit(payload, 'before'),
          after: commit(payload, 'after'),
          ref: text(payload, 'ref'),
          defaultBranch: text(payload, 'repository', 'default_branch'),
        }),
        untrusted: actor === DEPENDABOT ? strangers('Dependabot', 'push') : undefined,
      };
    case 'merge_group':
      return {
        ...trusted(payload, {
          kind: 'merge_group',
          baseSha: commit(payload, 'merge_group', 'base_sha'),
          headSha: commit(payload, 'merge_group', 'head_sha'),
        }),
        queued: queuedPullRequest(payload),
      };
    case 'schedule': {
      // GitHub does not describe the repository then, but runs schedules only on the default branch.
      const event = trusted(payload, { kind: 'manual' });
      return { ...event, scheduled: true, defaultBranch: event.defaultBranch ?? branchOf(ref) };
    }
    case 'workflow_dispatch':
      return trusted(payload, { kind: 'manual' });
    case 'pull_request_target':
    case 'workflow_run':
      throw problemError(
        'event',
        `The event "${name}" is refused: it would run a stranger's code with this repository's secrets.`,
        {
          hint: 'Use "on: pull_request". Pull requests from forks are then rendered and reported, without plans and secrets.',
        },
      );
    default:
      throw problemError('event', `The event "${name}" is not supported.`, { hint: `Supported are ${SUPPORTED}.` });
  }
}

function pullRequestEvent(payload: unknown, actor: string): ActionEvent {
  const headSha = commit(payload, 'pull_request', 'head', 'sha');
  const number = at(payload, ['pull_request', 'number']);
  if (typeof number !== 'number' || !Number.isInteger(number)) throw malformed('pull_request.number', 'a whole number');
  const isMerged = at(payload, ['pull_request', 'merged']) === true;
  return {
    revisions: {
      kind: 'pull_request',
      headSha,
      baseSha: commit(payload, 'pull_request', 'base', 'sha'),
      baseRef: text(payload, 'pull_request', 'base', 'ref'),
      merged: isMerged,
      // Before a merge it is the test merge, or not set yet.
      mergeCommitSha: isMerged ? commit(payload, 'pull_request', 'merge_commit_sha') : undefined,
    },
    scheduled: false,
    pullRequest: { number, headSha },
    defaultBranch: defaultBranch(payload),
    queued: undefined,
    untrusted: distrust(payload, actor),
  };
}

/** A deleted fork no longer has a repository, but is still a stranger's. */
function distrust(payload: unknown, actor: string): string | undefined {
  const own = text(payload, 'pull_request', 'base', 'repo', 'full_name');
  if (at(payload, ['pull_request', 'head', 'repo', 'full_name']) !== own) {
    return strangers('a fork', 'pull request');
  }
  if (actor === DEPENDABOT || at(payload, ['pull_request', 'user', 'login']) === DEPENDABOT) {
    return strangers('Dependabot', 'pull request');
  }
  return undefined;
}

function strangers(whose: string, what: string): string {
  return `This ${what} comes from ${whose}: its configuration was rendered, and nothing was planned.`;
}

function trusted(payload: unknown, revisions: RevisionEvent): ActionEvent {
  return {
    revisions,
    scheduled: false,
    pullRequest: undefined,
    defaultBranch: defaultBranch(payload),
    queued: undefined,
    untrusted: undefined,
  };
}

function defaultBranch(payload: unknown): string | undefined {
  const found = at(payload, ['repository', 'default_branch']);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function branchOf(ref: string): string | undefined {
  return /^refs\/heads\/(.+)$/u.exec(ref)?.[1];
}

/** GitHub names the branches of a merge queue `gh-readonly-queue/<branch>/pr-<number>-<commit>`. */
function queuedPullRequest(payload: unknown): number | undefined {
  const number = /\/pr-(\d{1,9})-[0-9a-f]+$/u.exec(text(payload, 'merge_group', 'head_ref'))?.[1];
  return number === undefined ? undefined : Number(number);
}

function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = new Map<string, unknown>(Object.entries(found)).get(key);
  }
  return found;
}

function text(payload: unknown, ...path: string[]): string {
  const found = at(payload, path);
  if (typeof found !== 'string' || found === '') throw malformed(path.join('.'), 'a string');
  return found;
}

/** Commit ids become git arguments, so anything else is refused. */
function commit(payload: unknown, ...path: string[]): string {
  const found = text(payload, ...path);
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/u.test(found)) throw malformed(path.join('.'), 'a commit id');
  return found;
}

function malformed(path: string, expected: string): ProblemError {
  return problemError('event', `The event has no "${path}" that is ${expected}.`, {
    hint: 'GITHUB_EVENT_PATH must name the JSON that GitHub wrote for this event.',
  });
}
