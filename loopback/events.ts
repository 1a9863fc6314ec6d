/**
 * What starts a workflow run: the event's payload as GitHub writes it to `GITHUB_EVENT_PATH`, and what the runner derives
 * from it (`GITHUB_SHA`, `GITHUB_REF`, …). Field by field a truthful subset, so that the action reads what it would read.
 */
import type {
  Commit,
  MergeGroupChecksRequestedEvent,
  PullRequest,
  PushEvent,
  Repository,
  User,
  WorkflowDispatchEvent,
} from '@octokit/webhooks-types';
import { account } from './github/account.ts';
import { type PullRequestFacts, pullRequestDetails, pullRequestEnd, pullRequestFields } from './github/pull-request.ts';
import { numberFor } from './github/numbers.ts';
import { eventRepository, type RepositoryFacts } from './github/repository.ts';

const api = 'https://api.github.com';
const zeros = '0'.repeat(40);
const time = '2026-01-05T12:00:00Z';

/** An event with everything that the runner takes from it. */
export interface TriggeringEvent<Payload = unknown> {
  readonly name: string;
  readonly payload: Payload;
  /** `owner/name` of the repository whose workflow runs. */
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  /** Empty except for pull requests, as in the runner. */
  readonly baseRef: string;
  readonly headRef: string;
  /** Who did it. Dependabot's events have `dependabot[bot]` here. */
  readonly actor: string;
}

/** What every event may say. */
export interface EventFacts {
  /** `acme/infrastructure` unless told. */
  readonly repository?: string;
  readonly defaultBranch?: string;
  readonly private?: boolean;
  /** `ada` unless told. */
  readonly actor?: string;
}

/** What a pull request event says. */
export interface PullRequestEventFacts extends EventFacts {
  readonly number?: number;
  /** `opened` unless told; `closed` together with `merged` for a merged one. */
  readonly action?: 'opened' | 'synchronize' | 'reopened' | 'closed' | 'ready_for_review' | 'edited';
  /** `repository` names the fork; `null`: the fork was deleted. */
  readonly head: { readonly sha: string; readonly ref?: string; readonly repository?: string | null };
  readonly base: { readonly sha: string; readonly ref?: string };
  /** The test merge that is checked out; once merged the commit on the base branch. */
  readonly merge: string;
  readonly merged?: boolean;
  readonly draft?: boolean;
  readonly title?: string;
  readonly body?: string;
  /** The pull request's author; the actor unless told. `dependabot[bot]` for Dependabot's. */
  readonly author?: string;
  /** `pull_request_target` runs on the base branch, whatever the pull request holds. */
  readonly event?: 'pull_request' | 'pull_request_target';
  /** The head before a `synchronize`. */
  readonly before?: string;
}

/** The payload of a pull request event, as far as tests need it. */
export interface PullRequestPayload {
  readonly action: string;
  readonly number: number;
  readonly before?: string;
  readonly after?: string;
  readonly pull_request: PullRequest;
  readonly repository: Repository;
  readonly sender: User;
}

/** `pull_request` (or `pull_request_target`): from a branch, a fork, or Dependabot. */
export function pullRequestEvent(facts: PullRequestEventFacts): TriggeringEvent<PullRequestPayload> {
  const repository = repositoryOf(facts);
  const base = { ref: facts.base.ref ?? repository.defaultBranch, sha: facts.base.sha };
  const head = { ref: facts.head.ref ?? 'feature', sha: facts.head.sha };
  const author = facts.author ?? facts.actor ?? 'ada';
  const number = facts.number ?? 1;
  const action = facts.action ?? 'opened';
  const closed = action === 'closed';
  const pull: PullRequestFacts = {
    number,
    base,
    author,
    title: facts.title ?? 'Change the configuration',
    body: facts.body ?? null,
    head: { ...head, repository: headRepository(facts, repository) },
    state: closed ? 'closed' : 'open',
    draft: facts.draft ?? false,
    merged: facts.merged ?? false,
    mergeCommit: facts.merge,
    createdAt: time,
    updatedAt: time,
    closedAt: closed ? time : null,
  };
  const name = facts.event ?? 'pull_request';
  const onBase = name === 'pull_request_target';
  return {
    name,
    payload: {
      action,
      number,
      ...(action === 'synchronize' ? { before: facts.before ?? zeros, after: head.sha } : {}),
      pull_request: eventPullRequest(pull, repository),
      ...commonPayload(facts, author),
    },
    repository: repository.fullName,
    // A merged pull request's run stands on the branch that it was merged into.
    ref: onBase || pull.merged ? `refs/heads/${base.ref}` : `refs/pull/${number}/merge`,
    sha: onBase ? base.sha : facts.merge,
    baseRef: base.ref,
    headRef: head.ref,
    actor: facts.actor ?? author,
  };
}

/** What a push says. `before` is all zeros for a new branch, which is the default. */
export interface PushEventFacts extends EventFacts {
  readonly before?: string;
  readonly after: string;
  /** `refs/heads/<default branch>` unless told. */
  readonly ref?: string;
  readonly forced?: boolean;
  /** The ids of the pushed commits, oldest first; just `after` unless told. */
  readonly commits?: readonly string[];
}

/** `push`: a new branch without `before`, a deleted one with `after` of all zeros. */
export function pushEvent(facts: PushEventFacts): TriggeringEvent<PushEvent> {
  const repository = repositoryOf(facts);
  const before = facts.before ?? zeros;
  const deleted = facts.after === zeros;
  const ids = deleted ? [] : (facts.commits ?? [facts.after]);
  const web = `https://github.com/${repository.fullName}`;
  const ref = facts.ref ?? `refs/heads/${repository.defaultBranch}`;
  const payload: PushEvent = {
    ref,
    before,
    after: facts.after,
    created: before === zeros,
    deleted,
    forced: facts.forced ?? false,
    base_ref: null,
    compare: `${web}/compare/${before.slice(0, 12)}...${facts.after.slice(0, 12)}`,
    commits: ids.map((id) => pushedCommit(id, web)),
    head_commit: deleted ? null : pushedCommit(facts.after, web),
    pusher: { name: facts.actor ?? 'ada', email: 'ada@example.com' },
    ...commonPayload(facts),
  };
  return branchEvent('push', payload, facts, facts.after, ref);
}

/** What a merge queue says about the group that it wants checked. */
export interface MergeGroupEventFacts extends EventFacts {
  readonly base: { readonly sha: string; readonly ref?: string };
  readonly head: { readonly sha: string };
  /** The last pull request of the group; part of the temporary branch's name. */
  readonly number?: number;
}

/** `merge_group`: the queue's temporary branch, made from the target branch and the queued pull requests. */
export function mergeGroupEvent(facts: MergeGroupEventFacts): TriggeringEvent<MergeGroupChecksRequestedEvent> {
  const base = facts.base.ref ?? repositoryOf(facts).defaultBranch;
  const ref = `refs/heads/gh-readonly-queue/${base}/pr-${facts.number ?? 1}-${facts.base.sha}`;
  const person = { name: 'GitHub', email: 'noreply@github.com' };
  const payload: MergeGroupChecksRequestedEvent = {
    action: 'checks_requested',
    merge_group: {
      head_sha: facts.head.sha,
      head_ref: ref,
      base_sha: facts.base.sha,
      base_ref: `refs/heads/${base}`,
      head_commit: {
        id: facts.head.sha,
        tree_id: zeros,
        message: 'Merge pull request',
        timestamp: time,
        author: person,
        committer: person,
      },
    },
    ...commonPayload(facts),
  };
  return branchEvent(
    'merge_group',
    payload,
    { ...facts, actor: facts.actor ?? 'github-merge-queue[bot]' },
    facts.head.sha,
    ref,
  );
}

/** The payload of a schedule; the type package does not know it. */
export interface SchedulePayload {
  readonly schedule: string;
  readonly workflow: string;
}

/** `schedule`: always on the default branch's tip. There is no sender, and nothing about the repository. */
export function scheduleEvent(
  facts: EventFacts & { readonly sha: string; readonly cron?: string },
): TriggeringEvent<SchedulePayload> {
  const { repository } = commonPayload(facts);
  const payload = { schedule: facts.cron ?? '0 6 * * *', workflow: '.github/workflows/kompos.yml' };
  return branchEvent('schedule', payload, facts, facts.sha, `refs/heads/${repository.default_branch}`);
}

/** `workflow_dispatch`: a person's manual run on a branch, with the workflow's own inputs. */
export function workflowDispatchEvent(
  facts: EventFacts & {
    readonly sha: string;
    readonly ref?: string;
    readonly inputs?: Readonly<Record<string, string>>;
  },
): TriggeringEvent<WorkflowDispatchEvent> {
  const ref = facts.ref ?? `refs/heads/${repositoryOf(facts).defaultBranch}`;
  const inputs = facts.inputs === undefined ? null : { ...facts.inputs };
  const payload = { inputs, ref, workflow: '.github/workflows/kompos.yml', ...commonPayload(facts) };
  return branchEvent('workflow_dispatch', payload, facts, facts.sha, ref);
}

/** Any other event on the default branch, such as `workflow_run` or `issue_comment`: what the action must refuse. */
export function otherEvent(
  name: string,
  facts: EventFacts & { readonly sha: string; readonly payload?: Readonly<Record<string, unknown>> },
): TriggeringEvent<Readonly<Record<string, unknown>>> {
  const payload = { ...commonPayload(facts), ...facts.payload };
  return branchEvent(name, payload, facts, facts.sha, `refs/heads/${repositoryOf(facts).defaultBranch}`);
}

function branchEvent<Payload>(
  name: string,
  payload: Payload,
  facts: EventFacts,
  sha: string,
  ref: string,
): TriggeringEvent<Payload> {
  const { fullName } = repositoryOf(facts);
  return { name, payload, repository: fullName, sha, ref, baseRef: '', headRef: '', actor: facts.actor ?? 'ada' };
}

/** GitHub's number of the repository; also where the payload does not say it, as of a schedule. */
export function repositoryIdOf({ repository }: Pick<TriggeringEvent, 'repository'>): string {
  return String(numberFor(`repository ${repository}`));
}

function repositoryOf(facts: EventFacts): Required<RepositoryFacts> {
  return {
    fullName: facts.repository ?? 'acme/infrastructure',
    defaultBranch: facts.defaultBranch ?? 'main',
    private: facts.private ?? true,
    fork: false,
  };
}

function headRepository(facts: PullRequestEventFacts, base: Required<RepositoryFacts>): RepositoryFacts | undefined {
  const fullName = facts.head.repository;
  if (fullName === null) return undefined;
  return fullName === undefined || fullName === base.fullName ? base : { ...base, fullName, fork: true };
}

function commonPayload(facts: EventFacts, author = 'ada'): { repository: Repository; sender: User } {
  return { repository: eventRepository(repositoryOf(facts), api), sender: account(facts.actor ?? author, api) };
}

function eventPullRequest(pull: PullRequestFacts, base: RepositoryFacts): PullRequest {
  const head = pull.head.repository;
  return {
    ...pullRequestFields(pull, base, api),
    ...pullRequestDetails(pull, 0, api),
    author_association: head?.fork === true ? 'CONTRIBUTOR' : 'MEMBER',
    labels: [],
    head: { ...pullRequestEnd(pull.head, head, api), repo: head === undefined ? null : eventRepository(head, api) },
    base: { ...pullRequestEnd(pull.base, base, api), repo: eventRepository(base, api) },
  };
}

function pushedCommit(id: string, web: string): Commit {
  const person = { name: 'Ada Author', email: 'ada@example.com', username: 'ada' };
  return {
    id,
    tree_id: zeros,
    distinct: true,
    message: 'Change the configuration',
    timestamp: time,
    url: `${web}/commit/${id}`,
    author: person,
    committer: person,
    added: [],
    removed: [],
    modified: [],
  };
}
