/** Determines which two commits an event compares (docs/workflows.md). Ambiguity is an error, never a guess. */
import type { History } from '../git/history.ts';
import { shortCommit } from '../base/names.ts';
import { problemError } from '../base/problems.ts';

/** The parts of an event that determine the commits. */
export type RevisionEvent =
  | {
      readonly kind: 'pull_request';
      readonly headSha: string;
      /** Tip of the target branch at the time of the event. */
      readonly baseSha: string;
      readonly baseRef: string;
      readonly merged: boolean;
      readonly mergeCommitSha: string | undefined;
    }
  | {
      readonly kind: 'push';
      readonly before: string;
      readonly after: string;
      readonly ref: string;
      readonly defaultBranch: string;
    }
  | { readonly kind: 'merge_group'; readonly baseSha: string; readonly headSha: string }
  | { readonly kind: 'manual' };

export interface Revisions {
  /** Full id of the commit that is rendered and planned: always the checked-out one. */
  readonly head: string;
  /** Full id of the commit to compare with; undefined: no comparison, all leaves. */
  readonly base: string | undefined;
  /** One line for the log: what was checked out, which base, and why. */
  readonly why: string;
  /** The target branch and its tip, if the head commit does not have all of it. */
  readonly ahead?: { readonly branch: string; readonly commit: string } | undefined;
}

const ZERO = /^0+$/u;

/**
 * @param checkedOut full id of the checked-out commit
 * @throws ProblemError if the checkout does not match the event or the base is not available
 */
export async function resolveRevisions(event: RevisionEvent, checkedOut: string, history: History): Promise<Revisions> {
  const revisions = await choose(event, checkedOut, history);
  if (revisions.base !== undefined) await history.ensure(revisions.base);
  return revisions;
}

async function choose(event: RevisionEvent, checkedOut: string, history: History): Promise<Revisions> {
  switch (event.kind) {
    case 'pull_request':
      return pullRequest(event, checkedOut, history);
    case 'push': {
      if (ZERO.test(event.after)) {
        throw problemError('event', `The push deleted ${event.ref}: there is nothing to plan.`, {
          hint: 'Run this workflow on pushes to long-lived branches: on: push: branches: [main].',
        });
      }
      requireCheckout('pushed', event.after, checkedOut);
      if (!ZERO.test(event.before)) {
        return {
          head: checkedOut,
          base: event.before,
          why: say(checkedOut, event.before, "the branch's tip before the push"),
        };
      }
      if (event.ref === `refs/heads/${event.defaultBranch}`) {
        return {
          head: checkedOut,
          base: undefined,
          why: `Checked out ${shortCommit(checkedOut)}; the first push of ${event.defaultBranch}, so all leaves are included.`,
        };
      }
      const tip = await history.remoteBranch(event.defaultBranch);
      const base = await mergeBase(history, checkedOut, tip, event.defaultBranch);
      return { head: checkedOut, base, why: say(checkedOut, base, `where the new branch left ${event.defaultBranch}`) };
    }
    case 'merge_group':
      requireCheckout('queued', event.headSha, checkedOut);
      return {
        head: checkedOut,
        base: event.baseSha,
        why: say(checkedOut, event.baseSha, 'the base of the merge group'),
      };
    case 'manual':
      return {
        head: checkedOut,
        base: undefined,
        why: `Checked out ${shortCommit(checkedOut)}; no comparison, so all leaves are included.`,
      };
  }
}

/** The checked-out commit decides, not the event: checking out the test merge and the head commit are both common. */
async function pullRequest(
  event: Extract<RevisionEvent, { kind: 'pull_request' }>,
  checkedOut: string,
  history: History,
): Promise<Revisions> {
  if (event.merged && checkedOut === event.mergeCommitSha && checkedOut !== event.headSha) {
    const [first, second] = await history.parents(checkedOut);
    // A squash creates one commit, a rebase one per commit of the branch, of which the merge commit is only the last.
    const rebased =
      second === undefined ? await history.beforeCopies(checkedOut, event.headSha, event.baseSha) : undefined;
    if (rebased !== undefined) {
      return { head: checkedOut, base: rebased, why: say(checkedOut, rebased, 'the base of the rebased commits') };
    }
    return { head: checkedOut, base: first, why: say(checkedOut, first, 'the first parent of the merge commit') };
  }
  if (checkedOut === event.headSha) {
    const base = await mergeBase(history, checkedOut, await targetBranch(event, history), event.baseRef);
    const isBehind = !event.merged && base !== event.baseSha;
    return {
      head: checkedOut,
      base,
      why: say(checkedOut, base, `where the head commit left ${event.baseRef}`),
      ahead: isBehind ? { branch: event.baseRef, commit: event.baseSha } : undefined,
    };
  }
  const [first, second] = await history.parents(checkedOut);
  if (second === event.headSha) {
    return {
      head: checkedOut,
      base: first,
      why: say(checkedOut, first, `the first parent of GitHub's test merge into ${event.baseRef}`),
    };
  }
  throw problemError(
    'base',
    `The checked-out commit ${shortCommit(checkedOut)} is neither GitHub's test merge of this pull request nor its head commit ${shortCommit(event.headSha)}.`,
    {
      hint: 'Check out with actions/checkout and its default ref, or with "ref: ${{ github.event.pull_request.head.sha }}".',
    },
  );
}

/**
 * The target branch without the pull request: once merged, the branch's tip may contain the head commit, and nothing
 * would differ.
 */
async function targetBranch(
  event: Extract<RevisionEvent, { kind: 'pull_request' }>,
  history: History,
): Promise<string> {
  if (!event.merged || event.mergeCommitSha === undefined) return event.baseSha;
  const isForwarded = event.mergeCommitSha === event.headSha;
  if (isForwarded && (await history.mergeBase(event.headSha, event.baseSha)) !== event.headSha) return event.baseSha;
  const [first] = await history.parents(event.mergeCommitSha);
  return first ?? event.baseSha;
}

async function mergeBase(history: History, head: string, other: string, branch: string): Promise<string> {
  const base = await history.mergeBase(head, other);
  if (base !== undefined) return base;
  throw problemError(
    'base',
    `${shortCommit(head)} and ${branch} have no common history, so there is nothing to compare with.`,
    {
      hint: 'Set "on-unknown-base: all" to plan all leaves instead.',
    },
  );
}

function requireCheckout(what: string, expected: string, checkedOut: string): void {
  if (expected === checkedOut) return;
  throw problemError(
    'base',
    `The checked-out commit ${shortCommit(checkedOut)} is not the ${what} commit ${shortCommit(expected)}.`,
    {
      hint: 'Check out with actions/checkout and its default ref.',
    },
  );
}

function say(head: string, base: string | undefined, why: string): string {
  return `Checked out ${shortCommit(head)}; compared with ${base === undefined ? 'nothing' : shortCommit(base)}, ${why}.`;
}
